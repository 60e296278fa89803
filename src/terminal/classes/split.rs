//! qtermwidget, and xterm.js where it draws as HTML: reorder runs of equal attributes. So no two neighbours are
//! equal: the colour of text alternates by a 255th from cell to cell, which nobody sees.
//!
//! It takes an explicit colour of 24 bits in every cell of a row with right-to-left letters, which these terminals
//! all know, whatever was said of colours: with `NO_COLOR` it is the colour of the terminal's own text, where that is
//! known, and in sixteen colours it is xterm's shade of them.

use ratatui::style::Color;

use super::{
    Context, Row, Strategy,
    letters::{base, is_rtl},
};

pub(super) struct Split;

impl Strategy for Split {
    fn arrange(&self, row: &mut Row<'_>, context: &Context) {
        if !row.cells.iter().any(|cell| is_rtl(base(cell))) {
            return;
        }
        for (index, cell) in row.cells.iter_mut().enumerate() {
            let [red, green, blue] = rgb(cell.fg, context.text);
            let other = if blue == u8::MAX { blue - 1 } else { blue + 1 };
            cell.fg = Color::Rgb(red, green, if index % 2 == 0 { blue } else { other });
        }
    }
}

/// xterm's shades of the first sixteen.
const SIXTEEN: [[u8; 3]; 16] = [
    [0x00, 0x00, 0x00],
    [0xCD, 0x00, 0x00],
    [0x00, 0xCD, 0x00],
    [0xCD, 0xCD, 0x00],
    [0x00, 0x00, 0xEE],
    [0xCD, 0x00, 0xCD],
    [0x00, 0xCD, 0xCD],
    [0xE5, 0xE5, 0xE5],
    [0x7F, 0x7F, 0x7F],
    [0xFF, 0x00, 0x00],
    [0x00, 0xFF, 0x00],
    [0xFF, 0xFF, 0x00],
    [0x5C, 0x5C, 0xFF],
    [0xFF, 0x00, 0xFF],
    [0x00, 0xFF, 0xFF],
    [0xFF, 0xFF, 0xFF],
];

fn rgb(colour: Color, text: [u8; 3]) -> [u8; 3] {
    let named = |index: u8| SIXTEEN[usize::from(index % 16)];
    match colour {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Reset => text,
        Color::Indexed(index) => indexed(index),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => named(8),
        Color::LightRed => named(9),
        Color::LightGreen => named(10),
        Color::LightYellow => named(11),
        Color::LightBlue => named(12),
        Color::LightMagenta => named(13),
        Color::LightCyan => named(14),
        Color::White => named(15),
    }
}

/// xterm's table: sixteen named colours, a cube of six steps a channel, 24 greys.
fn indexed(index: u8) -> [u8; 3] {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    match index {
        0..=15 => SIXTEEN[usize::from(index)],
        16..=231 => [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map(|step| STEPS[usize::from(step)]),
        232..=255 => [8 + 10 * (index - 232); 3],
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::arranged, *};
    use crate::terminal::Class;

    #[test]
    fn neighbours_differ_by_a_255th() {
        let buffer = arranged(Class::Split, "ab BA").buffer;
        let colours: Vec<Color> = buffer.content.iter().map(|cell| cell.fg).collect();
        for pair in colours.windows(2) {
            let ([r, g, b], [s, h, c]) = (rgb(pair[0], [0; 3]), rgb(pair[1], [0; 3]));
            assert!(r == s && g == h && b.abs_diff(c) == 1, "{pair:?}");
        }
        let latin = arranged(Class::Split, "abc").buffer;
        assert!(latin.content.iter().all(|cell| cell.fg == Color::Reset));
    }

    #[test]
    fn indexed_colours_are_those_of_xterm() {
        assert_eq!(indexed(16), [0, 0, 0]);
        assert_eq!(indexed(231), [255, 255, 255]);
        assert_eq!(indexed(110), [135, 175, 215]);
        assert_eq!(indexed(255), [238, 238, 238]);
    }
}
