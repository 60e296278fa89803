//! kitty: hands each blank-delimited word to HarfBuzz, which reverses it and mirrors its brackets where its first
//! letter is of a right-to-left script. So each such word is sent reversed.
//!
//! Only the symbols move; a style belongs to the column on the screen. A change of bold or italic delimits words
//! too. A word whose letters would be taken for left to right whichever way it is sent is cut that way.

use ratatui::{
    buffer::{Cell, CellWidth},
    style::Modifier,
};

use super::{
    Context, Row, Strategy,
    letters::{base, has_script, is_rtl, mirrored},
};

pub(super) struct Kitty;

impl Strategy for Kitty {
    fn arrange(&self, row: &mut Row<'_>, _context: &Context) {
        words(row.cells).for_each(arrange);
    }
}

/// The words of a row, as kitty sees them.
fn words(cells: &mut [Cell]) -> impl Iterator<Item = &mut [Cell]> {
    let joined = |a: &Cell, b: &Cell| is_blank(a) == is_blank(b) && face(a) == face(b);
    cells.chunk_by_mut(joined).filter(|word| !word.iter().all(is_blank))
}

fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " "
}

/// What chooses the font.
fn face(cell: &Cell) -> Modifier {
    cell.modifier & (Modifier::BOLD | Modifier::ITALIC)
}

/// Sends a word such that it comes out as it is.
fn arrange(word: &mut [Cell]) {
    // kitty moves cells; what it does with wide ones among them is not known.
    if word.iter().any(|cell| cell.cell_width() != 1) {
        return;
    }
    let scripted = |cell: &&Cell| has_script(base(cell));
    let first_is_rtl = word.iter().find(scripted).is_some_and(|cell| is_rtl(base(cell)));
    let last_is_rtl = word.iter().rev().find(scripted).is_some_and(|cell| is_rtl(base(cell)));
    match (first_is_rtl, last_is_rtl) {
        (_, true) => reverse(word),
        (false, false) => {}
        (true, false) => {
            let cut = word.iter().rposition(|cell| is_rtl(base(cell))).map_or(0, |last| last + 1);
            let (start, rest) = word.split_at_mut(cut);
            reverse(start);
            cut_off(rest);
        }
    }
}

/// Makes the beginning of a word's rest a word of its own by a change of italic: a mark between the two if there is
/// one, since on it the slant does not show.
fn cut_off(rest: &mut [Cell]) {
    let marks = rest.iter().take_while(|cell| !has_script(base(cell))).count();
    let length = if marks > 0 { marks } else { rest.len() };
    rest.iter_mut().take(length).for_each(|cell| cell.modifier.toggle(Modifier::ITALIC));
}

fn reverse(word: &mut [Cell]) {
    let symbols: Vec<String> = word.iter().rev().map(|cell| mirrored(cell.symbol())).collect();
    for (cell, symbol) in word.iter_mut().zip(symbols) {
        cell.set_symbol(&symbol);
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{arranged, row_of},
        *,
    };
    use crate::terminal::Class;

    /// Capitals stand for Arabic letters.
    #[track_caller]
    fn check(visual: &str, sent: &str) {
        assert_eq!(row_of(Class::Kitty, visual), sent, "{visual}");
    }

    #[test]
    fn words_are_sent_reversed() {
        check("CBA abc FED", "ABC abc DEF");
        check("(BA) 2021", "(AB) 2021");
        check("\u{60C}BA", "AB\u{60C}");
        check("\u{2502} BA\u{2502}", "\u{2502} \u{2502}AB");
        check("abc-BA", "AB-cba");
    }

    #[test]
    fn a_word_with_latin_at_its_right_is_cut() {
        check("BA-abc", "AB-abc");
        let buffer = arranged(Class::Kitty, "BA-abc").buffer;
        let slanted: Vec<bool> = buffer.content.iter().map(|cell| cell.modifier.contains(Modifier::ITALIC)).collect();
        assert_eq!(slanted, [false, false, true, false, false, false]);
    }
}
