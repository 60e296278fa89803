//! What terminals look at in a character: its script and its mirror image.

use icu_properties::{
    CodePointMapData,
    props::{BidiClass, BidiMirroringGlyph, Script},
};
use ratatui::buffer::Cell;

/// The character a cell shows, without its marks.
pub(super) fn base(cell: &Cell) -> char {
    cell.symbol().chars().next().unwrap_or(' ')
}

/// Whether a character is a strong right-to-left letter (UAX #9: R, AL).
pub(super) fn is_rtl(character: char) -> bool {
    matches!(CodePointMapData::<BidiClass>::new().get(character), BidiClass::RightToLeft | BidiClass::ArabicLetter)
}

/// Whether a character is a strong left-to-right letter (UAX #9: L).
pub(super) fn is_ltr(character: char) -> bool {
    CodePointMapData::<BidiClass>::new().get(character) == BidiClass::LeftToRight
}

/// Whether a character belongs to a script of its own: neither Common nor Inherited.
pub(super) fn has_script(character: char) -> bool {
    !matches!(CodePointMapData::<Script>::new().get(character), Script::Common | Script::Inherited)
}

/// The symbol of a cell with its character replaced by the mirror image, if it has one.
pub(super) fn mirrored(symbol: &str) -> String {
    let map = CodePointMapData::<BidiMirroringGlyph>::new();
    symbol.chars().map(|character| map.get(character).mirroring_glyph.unwrap_or(character)).collect()
}
