//! What the stages need to know of a character, gathered from the Unicode data crates.
//!
//! The crates' lookups cost more than everything else the engine does with a character, so each page of 256 code
//! points is asked for once and kept.

use std::sync::OnceLock;

use compact_str::CompactString;
use icu_properties::{
    CodePointMapData, CodePointSetData,
    props::{
        BidiClass as IcuBidiClass, BidiMirroringGlyph, DefaultIgnorableCodePoint, ExtendedPictographic,
        GeneralCategory, GraphemeClusterBreak, IndicConjunctBreak, JoiningType, LineBreak,
    },
};
use unicode_bidi::{BidiClass, BidiDataSource, data_source::BidiMatchedOpeningBracket};
use unicode_width::UnicodeWidthChar;

use super::{shape, signs};

/// How a character joins its neighbours (The Unicode Standard, section 9.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Joining {
    /// U: joins nothing, and parts what stands on its two sides.
    #[default]
    None,
    /// T: marks and most format characters; its neighbours join across it.
    Transparent,
    /// R: joins what comes before it.
    Right,
    /// L: joins what comes after it.
    Left,
    /// D: joins on both sides and has forms of its own.
    Dual,
    /// C: makes its neighbours join and does not change: tatweel, U+200D.
    Causing,
}

impl Joining {
    /// Whether a letter of this type reaches for the next one.
    pub(crate) fn joins_after(self) -> bool {
        matches!(self, Self::Dual | Self::Left | Self::Causing)
    }

    /// Whether a letter of this type reaches for the one before.
    pub(crate) fn joins_before(self) -> bool {
        matches!(self, Self::Dual | Self::Right | Self::Causing)
    }
}

/// What a character does at the borders of grapheme clusters (UAX #29).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grapheme {
    /// Begins a cluster that takes in marks and nothing else.
    Base,
    /// Begins a cluster of which only the whole rule set knows the end: emoji, flags, Hangul, Indic conjuncts.
    Complex,
    /// Belongs to the cluster before it.
    Extend,
    /// Stands for itself and takes in nothing.
    Control,
}

/// What a character does at line breaks, as far as the quick path of [`super::breaks`] tells them apart (UAX #14).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineClass {
    /// AL, HL, NU: words; no break between two of them, one after blanks.
    Word,
    /// CL, CP, EX, IS: never begins a line.
    Closing,
    /// SP.
    Space,
    /// CM, ZWJ: behaves as what it is attached to.
    Combining,
    /// BK, CR, LF, NL: a line ends after it.
    Mandatory,
    /// All the others.
    Other,
}

/// The properties of one character.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Props {
    pub(crate) bidi: BidiClass,
    pub(crate) joining: Joining,
    pub(crate) grapheme: Grapheme,
    pub(crate) line: LineClass,
    /// Cells that the character takes on its own.
    pub(crate) width: u8,
    /// Its row in the table of presentation forms; 0 for none.
    pub(crate) forms: u8,
    flags: u8,
}

const INVISIBLE: u8 = 1;
const DIRECTIONAL: u8 = 2;
const MIRRORED: u8 = 4;
const BLANK: u8 = 8;
const NUMBER_SIGN: u8 = 16;
const UNPRINTABLE: u8 = 32;
const BRACKET: u8 = 64;
const SIGN: u8 = 128;

impl Props {
    /// Never drawn: format characters and fillers.
    pub(crate) fn is_invisible(self) -> bool {
        self.flags & INVISIBLE != 0
    }

    /// LRM, RLM, ALM and the isolate controls: not drawn, but they take part in reordering.
    pub(crate) fn is_directional(self) -> bool {
        self.flags & DIRECTIONAL != 0
    }

    /// Has a mirrored glyph (UAX #9 L4).
    pub(crate) fn is_mirrored(self) -> bool {
        self.flags & MIRRORED != 0
    }

    /// A blank that a line may break after and that hangs there.
    pub(crate) fn is_blank(self) -> bool {
        self.flags & BLANK != 0
    }

    /// A sign that is written under or round the digits after it: U+0600-0605, U+06DD, U+08E2 and the like.
    pub(crate) fn is_number_sign(self) -> bool {
        self.flags & NUMBER_SIGN != 0
    }

    /// Shown by a stand-in: controls, noncharacters and annotation marks.
    pub(crate) fn is_unprintable(self) -> bool {
        self.flags & UNPRINTABLE != 0
    }

    /// One of a pair that UAX #9 N0 looks at.
    pub(crate) fn is_bracket(self) -> bool {
        self.flags & BRACKET != 0
    }

    /// Drawn as something else in reading mode.
    pub(crate) fn is_sign(self) -> bool {
        self.flags & SIGN != 0
    }

    fn gather(c: char) -> Self {
        let category = CodePointMapData::<GeneralCategory>::new().get(c);
        let grapheme = grapheme(c);
        let unprintable = is_unprintable(c);
        let directional = matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}');
        let selector = matches!(c, '\u{FE00}'..='\u{FE0F}');
        let invisible = !selector && !unprintable && CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c);
        let mirror = CodePointMapData::<BidiMirroringGlyph>::new().get(c);
        let number_sign =
            matches!(c, '\u{0600}'..='\u{0605}' | '\u{06DD}' | '\u{0890}' | '\u{0891}' | '\u{08E2}' | '\u{070F}');
        let mut flags = 0;
        let mut set = |flag: u8, holds: bool| flags |= if holds { flag } else { 0 };
        set(INVISIBLE, invisible);
        set(DIRECTIONAL, directional);
        set(MIRRORED, mirror.mirroring_glyph.is_some());
        set(BLANK, category == GeneralCategory::SpaceSeparator && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}'));
        set(NUMBER_SIGN, number_sign);
        set(UNPRINTABLE, unprintable);
        set(SIGN, signs::is_sign(c));
        set(BRACKET, Classes.bidi_matched_opening_bracket(c).is_some());
        Self {
            bidi: CodePointMapData::<IcuBidiClass>::new().get(c).into(),
            joining: joining(c),
            grapheme,
            line: line(c),
            width: if invisible {
                0
            } else if number_sign || unprintable {
                1
            } else {
                c.width().unwrap_or(0) as u8
            },
            forms: shape::row(c),
            flags,
        }
    }
}

fn grapheme(c: char) -> Grapheme {
    use GraphemeClusterBreak as Gcb;
    let consonant = CodePointMapData::<IndicConjunctBreak>::new().get(c) == IndicConjunctBreak::Consonant;
    let pictographic = CodePointSetData::new::<ExtendedPictographic>().contains(c);
    match CodePointMapData::<GraphemeClusterBreak>::new().get(c) {
        Gcb::Control | Gcb::CR | Gcb::LF => Grapheme::Control,
        Gcb::Extend | Gcb::SpacingMark | Gcb::ZWJ => Grapheme::Extend,
        // GB9b would make a number sign and its digit one cluster, which would move as one under UAX #9.
        Gcb::Other | Gcb::Prepend if !consonant && !pictographic => Grapheme::Base,
        _ => Grapheme::Complex,
    }
}

fn joining(c: char) -> Joining {
    match CodePointMapData::<JoiningType>::new().get(c) {
        JoiningType::Transparent => Joining::Transparent,
        JoiningType::RightJoining => Joining::Right,
        JoiningType::LeftJoining => Joining::Left,
        JoiningType::DualJoining => Joining::Dual,
        JoiningType::JoinCausing => Joining::Causing,
        _ => Joining::None,
    }
}

fn line(c: char) -> LineClass {
    use LineBreak as Lb;
    match CodePointMapData::<LineBreak>::new().get(c) {
        Lb::Alphabetic | Lb::HebrewLetter | Lb::Numeric => LineClass::Word,
        Lb::ClosePunctuation | Lb::CloseParenthesis | Lb::Exclamation | Lb::InfixNumeric => LineClass::Closing,
        Lb::Space => LineClass::Space,
        Lb::CombiningMark | Lb::ZWJ => LineClass::Combining,
        Lb::MandatoryBreak | Lb::CarriageReturn | Lb::LineFeed | Lb::NextLine => LineClass::Mandatory,
        _ => LineClass::Other,
    }
}

fn is_unprintable(c: char) -> bool {
    let noncharacter = (c as u32) & 0xFFFE == 0xFFFE || matches!(c, '\u{FDD0}'..='\u{FDEF}');
    c.is_control() || noncharacter || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FFF9}'..='\u{FFFB}')
}

const PAGE: usize = 256;
const PAGES: usize = 0x11_0000 / PAGE;

static KNOWN: [OnceLock<Box<[Props]>>; PAGES] = [const { OnceLock::new() }; PAGES];

/// The properties of `c`.
pub(crate) fn of(c: char) -> Props {
    page(c as usize / PAGE)[c as usize % PAGE]
}

fn page(index: usize) -> &'static [Props] {
    KNOWN[index].get_or_init(|| gather_page(index))
}

/// Looks up one character after another. Neighbours are mostly of one page, which is kept at hand.
pub(crate) struct Lookup {
    index: usize,
    page: &'static [Props],
}

impl Lookup {
    pub(crate) fn new() -> Self {
        Self { index: 0, page: page(0) }
    }

    pub(crate) fn of(&mut self, c: char) -> Props {
        let index = c as usize / PAGE;
        if index != self.index {
            (self.index, self.page) = (index, page(index));
        }
        self.page[c as usize % PAGE]
    }
}

#[cold]
fn gather_page(page: usize) -> Box<[Props]> {
    characters(page).map(Props::gather).collect()
}

static WRITTEN: [OnceLock<Box<[CompactString]>>; PAGES] = [const { OnceLock::new() }; PAGES];

/// `c` as a string. A copy is quicker than writing it anew for every cell.
pub(crate) fn written(c: char) -> CompactString {
    let index = c as usize / PAGE;
    let page = WRITTEN[index].get_or_init(|| characters(index).map(|c| CompactString::from(c.to_string())).collect());
    page[c as usize % PAGE].clone()
}

/// The characters of a page, with U+FFFD for surrogates, which are no `char` and never asked for.
fn characters(page: usize) -> impl Iterator<Item = char> {
    let codes = page * PAGE..(page + 1) * PAGE;
    codes.map(|code| u32::try_from(code).ok().and_then(char::from_u32).unwrap_or('\u{FFFD}'))
}

/// Bidi classes for unicode-bidi, from the same data as everything else here.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Classes;

impl BidiDataSource for Classes {
    fn bidi_class(&self, c: char) -> BidiClass {
        of(c).bidi
    }

    fn bidi_matched_opening_bracket(&self, c: char) -> Option<BidiMatchedOpeningBracket> {
        unicode_bidi::HardcodedBidiData.bidi_matched_opening_bracket(c)
    }
}

/// The mirrored glyph of `c`, or `c` (UAX #9 L4, BidiMirroring.txt).
pub(crate) fn mirrored(c: char) -> char {
    CodePointMapData::<BidiMirroringGlyph>::new().get(c).mirroring_glyph.unwrap_or(c)
}
