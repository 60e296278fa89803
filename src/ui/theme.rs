//! From a role to a style, for the colours a terminal has and the background it shows.
//!
//! A role never shows by colour alone: mentions are underlined, their kinds have marks, what is chosen is set off by
//! a block or by reversal. Colours on default backgrounds keep a contrast of 4.5:1 or more.

use ratatui::style::{Color, Modifier, Style};

use crate::{app::Background, knowledge::Kind};

/// How many colours may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Colours {
    /// None: `NO_COLOR`, or a terminal without.
    None,
    /// The sixteen of ECMA-48 and aixterm.
    #[default]
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// 24 bits.
    True,
}

/// What a piece of the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    Text,
    /// A heading of the article.
    Heading,
    /// The rows at the top and the bottom.
    Bar,
    /// Less important words in those rows.
    BarQuiet,
    /// The name of a key in those rows.
    BarKey,
    /// Something to tell.
    Notice,
    /// Details, rules, tracks.
    Quiet,
    /// The heading of a pane.
    PaneHeading,
    /// The heading of the pane or tab that has the focus.
    PaneHeadingFocused,
    /// A mention in the text, or the mark of its kind.
    Mention(Kind),
    /// A mention of the entry that is lit.
    Lit(Kind),
    /// A passage linked with it: its people, its place, its time.
    Linked(Kind),
    /// The passage that has the eye.
    Eye(Kind),
    /// A hit of the search.
    Match,
    /// The hit that has the eye.
    MatchEye,
    /// The row of a pane that is selected.
    Selected,
    /// A row of a pane linked with it.
    Related,
    /// The name of an entry.
    Name(Kind),
    /// The part of a strip or of the scroll bar that is in view.
    Window,
    /// The caret of a field.
    Caret,
}

/// The colours of one background, for one number of colours.
#[derive(Debug, Clone, Copy)]
struct Palette {
    bar: Color,
    bar_text: Color,
    quiet: Color,
    accent: Color,
    selected: Color,
    related: Color,
    window: Color,
    found: Color,
    found_text: Color,
    person: Hues,
    meeting: Hues,
    upcoming: Hues,
    other: Hues,
}

/// The colours of one kind of mention.
#[derive(Debug, Clone, Copy)]
struct Hues {
    /// Its words.
    text: Color,
    /// Behind its words when it is lit.
    block: Color,
    /// Its words on that block.
    on_block: Color,
    /// The words on a block of [`Self::text`], when it has the eye.
    on_text: Color,
}

const fn rgb(hex: u32) -> Color {
    Color::Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn hues(text: u32, block: u32, on_block: u32, on_text: u32) -> Hues {
    Hues { text: rgb(text), block: rgb(block), on_block: rgb(on_block), on_text: rgb(on_text) }
}

const DARK: Palette = Palette {
    bar: rgb(0x25_2a_33),
    bar_text: rgb(0xe4_e7_ec),
    quiet: rgb(0x9a_a1_ad),
    accent: rgb(0x7c_c4_ff),
    selected: rgb(0x23_4a_68),
    related: rgb(0x2c_31_3c),
    window: rgb(0x4a_52_61),
    found: rgb(0x5c_4b_00),
    found_text: rgb(0xff_f3_b8),
    person: hues(0x7c_c4_ff, 0x1d_4a_6b, 0xd6_ec_ff, 0x06_1a_29),
    meeting: hues(0xff_cf_70, 0x5a_42_0c, 0xff_ea_c2, 0x24_19_02),
    upcoming: hues(0xf5_9d_f0, 0x5c_25_59, 0xff_e0_fd, 0x26_08_24),
    other: hues(0xa8_dd_9c, 0x27_4a_1f, 0xdc_f7_d5, 0x0a_1f_05),
};

const LIGHT: Palette = Palette {
    bar: rgb(0xe4_e7_ec),
    bar_text: rgb(0x1c_21_29),
    quiet: rgb(0x5f_66_72),
    accent: rgb(0x0a_55_9e),
    selected: rgb(0xcb_e3_f8),
    related: rgb(0xec_ee_f2),
    window: rgb(0xb4_bb_c7),
    found: rgb(0xff_ec_8a),
    found_text: rgb(0x2b_23_00),
    person: hues(0x0a_55_9e, 0xcf_e6_fa, 0x07_36_66, 0xff_ff_ff),
    meeting: hues(0x85_50_00, 0xfb_e3_b8, 0x57_34_00, 0xff_ff_ff),
    upcoming: hues(0x96_1a_88, 0xf8_d8_f4, 0x62_0d_59, 0xff_ff_ff),
    other: hues(0x2b_66_1d, 0xd8_f0_d1, 0x1a_44_10, 0xff_ff_ff),
};

const fn named(text: Color, block: Color, on_block: Color, on_text: Color) -> Hues {
    Hues { text, block, on_block, on_text }
}

const DARK_16: Palette = Palette {
    bar: Color::Blue,
    bar_text: Color::White,
    quiet: Color::Gray,
    accent: Color::LightCyan,
    selected: Color::Blue,
    related: Color::DarkGray,
    window: Color::Gray,
    found: Color::Yellow,
    found_text: Color::Black,
    person: named(Color::LightCyan, Color::Blue, Color::White, Color::Black),
    meeting: named(Color::LightYellow, Color::Yellow, Color::Black, Color::Black),
    upcoming: named(Color::LightMagenta, Color::Magenta, Color::White, Color::Black),
    other: named(Color::LightGreen, Color::Green, Color::Black, Color::Black),
};

const LIGHT_16: Palette = Palette {
    bar: Color::Gray,
    bar_text: Color::Black,
    quiet: Color::DarkGray,
    accent: Color::Blue,
    selected: Color::Cyan,
    related: Color::Gray,
    window: Color::DarkGray,
    found: Color::Yellow,
    found_text: Color::Black,
    person: named(Color::Blue, Color::Cyan, Color::Black, Color::White),
    meeting: named(Color::Red, Color::Yellow, Color::Black, Color::White),
    upcoming: named(Color::Magenta, Color::LightMagenta, Color::Black, Color::White),
    other: named(Color::Green, Color::LightGreen, Color::Black, Color::Black),
};

/// The look of the screen.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    palette: Option<Palette>,
    indexed: bool,
}

impl Theme {
    /// The theme for a terminal.
    #[must_use]
    pub fn new(background: Background, colours: Colours) -> Self {
        let palette = match (colours, background) {
            (Colours::None, _) => None,
            (Colours::Sixteen, Background::Dark) => Some(DARK_16),
            (Colours::Sixteen, Background::Light) => Some(LIGHT_16),
            (Colours::Indexed | Colours::True, Background::Dark) => Some(DARK),
            (Colours::Indexed | Colours::True, Background::Light) => Some(LIGHT),
        };
        Self { palette, indexed: colours == Colours::Indexed }
    }

    /// The style of a role.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        let style = match &self.palette {
            Some(palette) => coloured(palette, role),
            None => plain(role),
        };
        if self.indexed { indexed(style) } else { style }
    }

    /// Whether kinds can be told apart by colour.
    #[must_use]
    pub fn has_colours(&self) -> bool {
        self.palette.is_some()
    }
}

fn coloured(palette: &Palette, role: Role) -> Style {
    let hues = |kind: Kind| match kind {
        Kind::Person => palette.person,
        Kind::Meeting => palette.meeting,
        Kind::Upcoming => palette.upcoming,
        Kind::Organisation | Kind::Place | Kind::Date => palette.other,
    };
    let style = Style::new();
    let bar = style.fg(palette.bar_text).bg(palette.bar);
    match role {
        Role::Text => style,
        Role::Heading => style.add_modifier(Modifier::BOLD),
        Role::Bar => bar,
        Role::BarQuiet => bar.fg(palette.quiet),
        Role::BarKey | Role::Notice => bar.fg(palette.accent),
        Role::Quiet => style.fg(palette.quiet),
        Role::PaneHeading => style,
        Role::PaneHeadingFocused => style.fg(palette.accent).add_modifier(Modifier::UNDERLINED),
        Role::Mention(kind) => style.fg(hues(kind).text).add_modifier(Modifier::UNDERLINED),
        Role::Name(kind) => style.fg(hues(kind).text),
        Role::Lit(kind) => style.fg(hues(kind).on_block).bg(hues(kind).block).add_modifier(Modifier::UNDERLINED),
        Role::Linked(kind) => style.fg(hues(kind).text).bg(palette.related).add_modifier(Modifier::UNDERLINED),
        Role::Eye(kind) => style.fg(hues(kind).on_text).bg(hues(kind).text).add_modifier(Modifier::UNDERLINED),
        Role::Match => style.fg(palette.found_text).bg(palette.found),
        Role::MatchEye => style.fg(palette.found).bg(palette.found_text),
        Role::Selected => style.bg(palette.selected),
        Role::Related => style.bg(palette.related),
        Role::Window => style.fg(palette.window),
        Role::Caret => bar.add_modifier(Modifier::REVERSED),
    }
}

/// Without colours: underline for a mention, bold for an event, reversal for what is chosen.
fn plain(role: Role) -> Style {
    let style = Style::new();
    let mention = |kind: Kind| match kind {
        Kind::Meeting | Kind::Upcoming => style.add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
        _ => style.add_modifier(Modifier::UNDERLINED),
    };
    match role {
        Role::Text | Role::Quiet | Role::Name(_) | Role::PaneHeading | Role::Window => style,
        Role::Heading | Role::BarKey | Role::Notice | Role::Related => style.add_modifier(Modifier::BOLD),
        Role::Bar | Role::BarQuiet => style,
        Role::Mention(kind) | Role::Linked(kind) => mention(kind),
        Role::Match => style.add_modifier(Modifier::UNDERLINED),
        Role::Lit(kind) => mention(kind).add_modifier(Modifier::REVERSED),
        Role::Eye(kind) => mention(kind).add_modifier(Modifier::REVERSED | Modifier::BOLD),
        Role::PaneHeadingFocused | Role::MatchEye | Role::Selected | Role::Caret => {
            style.add_modifier(Modifier::REVERSED)
        }
    }
}

/// The nearest colours of xterm's cube and greys.
fn indexed(style: Style) -> Style {
    Style { fg: style.fg.map(nearest), bg: style.bg.map(nearest), ..style }
}

fn nearest(colour: Color) -> Color {
    let Color::Rgb(red, green, blue) = colour else { return colour };
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let step = |value: u8| (0..6u8).min_by_key(|index| STEPS[usize::from(*index)].abs_diff(value)).unwrap_or_default();
    let distance = |shade: [u8; 3]| -> u32 {
        shade.iter().zip([red, green, blue]).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    let cube = [step(red), step(green), step(blue)];
    let in_cube = 16 + 36 * cube[0] + 6 * cube[1] + cube[2];
    let grey = (0..24u8).min_by_key(|index| distance([8 + 10 * index; 3])).unwrap_or_default();
    let by_cube = distance(cube.map(|index| STEPS[usize::from(index)]));
    Color::Indexed(if distance([8 + 10 * grey; 3]) < by_cube { 232 + grey } else { in_cube })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: Color) -> f64 {
        let Color::Rgb(red, green, blue) = colour else { panic!("{colour:?}") };
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.039_28 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    #[track_caller]
    fn check_contrast(front: Color, back: Color) {
        let (front, back) = (luminance(front), luminance(back));
        let ratio = (front.max(back) + 0.05) / (front.min(back) + 0.05);
        assert!(ratio >= 4.5, "contrast {ratio}");
    }

    #[test]
    fn every_pair_of_colours_can_be_read() {
        // The darkest and lightest backgrounds that terminals come with by default.
        for (palette, backgrounds) in
            [(DARK, [rgb(0x00_00_00), rgb(0x1e_1e_2e)]), (LIGHT, [rgb(0xff_ff_ff), rgb(0xf4_f0_e4)])]
        {
            for hues in [palette.person, palette.meeting, palette.upcoming, palette.other] {
                for background in backgrounds {
                    check_contrast(hues.text, background);
                }
                check_contrast(hues.on_block, hues.block);
                check_contrast(hues.on_text, hues.text);
                check_contrast(hues.text, palette.related);
                check_contrast(hues.text, palette.selected);
            }
            for background in backgrounds {
                check_contrast(palette.quiet, background);
                check_contrast(palette.accent, background);
            }
            check_contrast(palette.bar_text, palette.bar);
            check_contrast(palette.quiet, palette.bar);
            check_contrast(palette.accent, palette.bar);
            check_contrast(palette.found_text, palette.found);
        }
    }

    #[test]
    fn nothing_shows_by_colour_alone() {
        let theme = Theme::new(Background::Dark, Colours::None);
        let text = theme.style(Role::Text);
        for kind in [Kind::Person, Kind::Meeting, Kind::Upcoming] {
            let mention = theme.style(Role::Mention(kind));
            assert_ne!(mention, text);
            assert_ne!(theme.style(Role::Lit(kind)), mention);
        }
        assert_ne!(theme.style(Role::Match), text);
        assert_ne!(theme.style(Role::Selected), text);
    }
}
