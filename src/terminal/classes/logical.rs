//! Terminals that reorder a row from left to right and cannot be told not to: Terminal of macOS, as far as is known.
//!
//! Each word is sent in logical order, and LRM after each blank and rule keeps it a run of its own: so words stay
//! where they are, panes do not mix, and digits are not drawn over to the letters before them. It holds for a
//! terminal that takes whole rows for paragraphs and for one that reorders runs of equal attributes, since words of
//! one run have one look.

use ratatui::buffer::{Cell, CellWidth};

use super::{
    Context, Row, Strategy,
    inverse::invert,
    letters::{base, is_rtl},
};
use crate::text::BaseDirection;

/// LEFT-TO-RIGHT MARK.
const FENCE: char = '\u{200E}';

pub(super) struct Logical;

impl Strategy for Logical {
    fn arrange(&self, row: &mut Row<'_>, _context: &Context) {
        if !row.cells.iter().any(|cell| is_rtl(base(cell))) {
            return;
        }
        let mut start = 0;
        for word in row.cells.chunk_by_mut(|a, b| is_fence(a) == is_fence(b)) {
            let end = start + word.len();
            if is_fence(&word[0]) {
                fence(word);
            } else {
                arrange(word, &mut row.columns[start..end]);
            }
            start = end;
        }
    }
}

/// Blanks, and the rules between panes.
fn is_fence(cell: &Cell) -> bool {
    matches!(base(cell), ' ' | '\u{2500}'..='\u{259F}')
}

fn fence(blanks: &mut [Cell]) {
    if let Some(cell) = blanks.last_mut() {
        let symbol = format!("{}{FENCE}", cell.symbol());
        cell.set_symbol(&symbol);
    }
}

/// Sends a word such that it comes out as it is; what stands around its letters keeps its place between the fences.
fn arrange(word: &mut [Cell], columns: &mut [u16]) {
    let letter = |cell: &Cell| is_rtl(base(cell));
    let (Some(first), Some(last)) = (word.iter().position(letter), word.iter().rposition(letter)) else { return };
    if word.iter().any(|cell| cell.cell_width() != 1) {
        return;
    }
    let (word, columns) = (&mut word[first..=last], &mut columns[first..=last]);
    let symbols: Vec<&str> = word.iter().map(Cell::symbol).collect();
    let inverse = invert(&symbols, BaseDirection::Ltr);
    let before = word.to_vec();
    let columns_before = columns.to_vec();
    for (place, (unit, symbol)) in inverse.order.iter().zip(&inverse.symbols).enumerate() {
        word[place].clone_from(&before[*unit]);
        word[place].set_symbol(symbol);
        columns[place] = columns_before[*unit];
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::row_of;
    use crate::terminal::Class;

    #[track_caller]
    fn check(visual: &str, sent: &str) {
        assert_eq!(row_of(Class::Logical, visual).replace('\u{200E}', "^"), sent, "{visual}");
    }

    #[test]
    fn words_are_sent_in_logical_order_and_fenced() {
        check("  CBA (ED) 17", "  ^ABC ^(DE) ^17");
        check("BA \u{2502} DC", "AB \u{2502} ^CD");
        check("abc def", "abc def");
    }
}
