//! Combining marks, for terminals that do not draw them on their letters: left out, since they take no cell.

use icu_properties::{
    CodePointMapData,
    props::{GeneralCategory, GeneralCategoryGroup},
};
use ratatui::buffer::Cell;

/// Leaves the marks out of the cells; tells whether there were any.
pub(super) fn strip(cells: &mut [Cell]) -> bool {
    let mut stripped = false;
    for cell in cells.iter_mut().filter(|cell| !cell.symbol().is_ascii()) {
        let letters: String = cell.symbol().chars().filter(|character| !is_mark(*character)).collect();
        if letters.len() < cell.symbol().len() && !letters.is_empty() {
            cell.set_symbol(&letters);
            stripped = true;
        }
    }
    stripped
}

fn is_mark(character: char) -> bool {
    GeneralCategoryGroup::NonspacingMark.contains(CodePointMapData::<GeneralCategory>::new().get(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_left_out_and_nothing_else() {
        let mut cells = [Cell::new("\u{FE91}\u{64E}\u{651}"), Cell::new("a"), Cell::new("\u{FEFB}")];
        assert!(strip(&mut cells));
        assert_eq!(cells.map(|cell| cell.symbol().to_owned()), ["\u{FE91}", "a", "\u{FEFB}"]);
    }
}
