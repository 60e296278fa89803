//! PuTTY: takes each row for a paragraph, reorders it, and flips it as a whole where its first strong letter is of a
//! right-to-left script. So the row is sent in the logical order that comes out right.
//!
//! There is not always one. A row that begins with Latin on the right and with Arabic on the left comes out right in
//! neither direction, and a number at the left of a Latin word is taken into the word's run wherever it is sent (W7).
//! An Arabic letter that nobody sees helps: in the margin where reading begins, or between number and word.

use ratatui::{
    buffer::{Cell, CellWidth},
    style::Color,
};

use super::{
    Context, Row, Strategy,
    inverse::{Inverse, invert},
    letters::{base, is_ltr, is_rtl},
};
use crate::text::BaseDirection;

/// TATWEEL: a letter for UAX #9, and a short stroke if it is seen.
const UNSEEN: &str = "\u{0640}";

pub(super) struct Putty;

impl Strategy for Putty {
    fn arrange(&self, row: &mut Row<'_>, context: &Context) {
        if !row.cells.iter().any(|cell| is_rtl(base(cell))) {
            return;
        }
        let base = direction(row.cells, context);
        let units = units(row.cells);
        let symbols: Vec<&str> = units.iter().map(|unit| row.cells[*unit].symbol()).collect();
        let mut inverse = invert(&symbols, base);
        if !inverse.exact && part(row.cells, context) {
            let symbols: Vec<&str> = units.iter().map(|unit| row.cells[*unit].symbol()).collect();
            inverse = invert(&symbols, base);
        }
        place(row, &units, &inverse);
    }
}

/// Puts an unseen letter between each number and the Latin word at its right; tells whether there was any.
fn part(cells: &mut [Cell], context: &Context) -> bool {
    let mut number = false;
    let mut blank = None;
    let mut parted = false;
    for column in 0..cells.len() {
        let character = base(&cells[column]);
        if character == ' ' {
            blank = Some(column);
        } else if character.is_numeric() {
            (number, blank) = (true, None);
        } else if is_ltr(character) || is_rtl(character) {
            if let Some(blank) = blank.filter(|_| number && is_ltr(character)) {
                put_unseen(&mut cells[blank], context);
                parted = true;
            }
            (number, blank) = (false, None);
        }
    }
    parted
}

fn put_unseen(cell: &mut Cell, context: &Context) {
    cell.set_symbol(UNSEEN);
    let [red, green, blue] = context.background;
    cell.fg = if cell.bg == Color::Reset { Color::Rgb(red, green, blue) } else { cell.bg };
}

/// The direction that PuTTY will find. From the right it reads the rightmost strong letter first, from the left the
/// leftmost.
fn direction(cells: &mut [Cell], context: &Context) -> BaseDirection {
    let strong = |cell: &&Cell| is_rtl(base(cell)) || is_ltr(base(cell));
    if cells.iter().rev().find(strong).is_some_and(|cell| is_rtl(base(cell))) {
        return BaseDirection::Rtl;
    }
    if cells.iter().find(strong).is_some_and(|cell| is_ltr(base(cell))) {
        return BaseDirection::Ltr;
    }
    if let Some(cell) = cells.last_mut().filter(|cell| cell.symbol() == " ") {
        put_unseen(cell, context);
    }
    BaseDirection::Rtl
}

/// The columns at which something begins; a wide character has no cell of its own behind it.
fn units(cells: &[Cell]) -> Vec<usize> {
    let mut units = Vec::with_capacity(cells.len());
    let mut next = 0;
    while next < cells.len() {
        units.push(next);
        next += usize::from(cells[next].cell_width().max(1));
    }
    units
}

/// Puts the units in their logical order, with their styles and the columns they come from.
fn place(row: &mut Row<'_>, units: &[usize], inverse: &Inverse) {
    let before: Vec<(Cell, u16)> = row.cells.iter().cloned().zip(row.columns.iter().copied()).collect();
    let mut places = row.cells.iter_mut().zip(row.columns.iter_mut());
    for (unit, symbol) in inverse.order.iter().zip(&inverse.symbols) {
        let start = units[*unit];
        let end = units.get(unit + 1).copied().unwrap_or(before.len());
        for ((moved, from), (cell, column)) in before[start..end].iter().zip(places.by_ref()) {
            cell.clone_from(moved);
            *column = *from;
            if usize::from(*from) == start {
                cell.set_symbol(symbol);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{arranged, row_of};
    use crate::terminal::Class;

    #[track_caller]
    fn check(visual: &str, sent: &str) {
        assert_eq!(row_of(Class::Putty, visual), sent, "{visual}");
    }

    #[test]
    fn rows_are_sent_in_logical_order() {
        check("BA \u{2502} FED ", " DEF \u{2502} AB");
        check("abc def", "abc def");
        check("abc BA def ", "abc AB def ");
        check("BA abc ", "\u{640}abc AB");
        check("2 \u{2500}\u{2500} abc \u{2502} BA", "AB \u{2502} abc\u{640}\u{2500}\u{2500} 2");
    }

    #[test]
    fn the_pointer_is_where_it_seems_to_be() {
        let arranged = arranged(Class::Putty, " BA ");
        assert_eq!([0, 1, 2, 3].map(|column| arranged.visual_column(column, 0)), [3, 2, 1, 0]);
    }
}
