//! What each class of terminals has to be sent: a last pass over whole rows of the finished screen.
//!
//! A row comes as cells in visual order, panes included. A strategy rewrites it in place and tells, where it moved
//! columns, which visual column each of them shows. It goes by the letters in the cells, as the terminals do; the
//! levels that the text was set by do not matter to them.

mod inverse;
mod kitty;
mod letters;
mod logical;
mod marks;
mod putty;
mod split;
mod switch;
mod visual;

pub use switch::Switch;

use ratatui::buffer::{Buffer, Cell, CellWidth};

use super::Class;
use crate::ui::Canvas;

/// One row of the screen, to be rewritten.
pub struct Row<'a> {
    /// The cells from the left.
    pub cells: &'a mut [Cell],
    /// For each column the visual column that it shows.
    pub columns: &'a mut [u16],
}

/// What a strategy has to know of the terminal beside the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Context {
    /// The colour of text that has none of its own.
    pub text: [u8; 3],
    /// The colour of a cell that has none of its own.
    pub background: [u8; 3],
    /// Whether combining marks are left out.
    pub strips_marks: bool,
}

/// Sees to it that a cell takes a cell: one whose symbol took none would shift the rest of its row.
fn fill(cell: &mut Cell) {
    if cell.cell_width() == 0 {
        cell.set_symbol(" ");
    }
}

/// How a class is written.
trait Strategy {
    /// Rewrites a row.
    fn arrange(&self, row: &mut Row<'_>, context: &Context);
}

fn strategy(class: Class) -> &'static dyn Strategy {
    match class {
        Class::Plain | Class::Bdsm | Class::Konsole | Class::Mlterm => &visual::Visual,
        Class::Kitty => &kitty::Kitty,
        Class::Split => &split::Split,
        Class::Putty => &putty::Putty,
        Class::Logical => &logical::Logical,
    }
}

/// A screen as a class of terminals is sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arranged {
    /// The cells.
    pub buffer: Buffer,
    columns: Vec<u16>,
    /// Whether combining marks were left out.
    pub stripped_marks: bool,
}

impl Arranged {
    /// Rewrites a finished screen for a class.
    #[must_use]
    pub fn new(class: Class, canvas: Canvas, context: &Context) -> Self {
        let mut buffer = canvas.buffer;
        let width = buffer.area.width;
        let mut columns: Vec<u16> = (0..buffer.area.height).flat_map(|_| 0..width).collect();
        buffer.content.iter_mut().for_each(fill);
        let stripped_marks = context.strips_marks && marks::strip(&mut buffer.content);
        let strategy = strategy(class);
        let step = usize::from(width).max(1);
        let rows = buffer.content.chunks_mut(step).zip(columns.chunks_mut(step));
        for (cells, columns) in rows {
            strategy.arrange(&mut Row { cells, columns }, context);
        }
        Self { buffer, columns, stripped_marks }
    }

    /// The visual column of a cell that the terminal reports.
    #[must_use]
    pub fn visual_column(&self, column: u16, row: u16) -> u16 {
        let width = usize::from(self.buffer.area.width);
        let inside = usize::from(column) < width;
        let index = usize::from(row) * width + usize::from(column);
        self.columns.get(index).copied().filter(|_| inside).unwrap_or(column)
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    /// Capitals A to F stand for Arabic letters.
    const ARABIC: [(char, char); 6] = [
        ('A', '\u{FEB3}'),
        ('B', '\u{FEE0}'),
        ('C', '\u{FE8E}'),
        ('D', '\u{FEE1}'),
        ('E', '\u{FE8D}'),
        ('F', '\u{FE91}'),
    ];

    pub(super) fn arabic(letter: char) -> char {
        ARABIC.iter().find(|(capital, _)| *capital == letter).map_or(letter, |(_, letter)| *letter)
    }

    fn capital(letter: char) -> char {
        ARABIC.iter().find(|(_, arabic)| *arabic == letter).map_or(letter, |(capital, _)| *capital)
    }

    /// A row for a class.
    pub(super) fn arranged(class: Class, visual: &str) -> Arranged {
        let letters: Vec<String> = visual.chars().map(|letter| arabic(letter).to_string()).collect();
        let width = letters.iter().map(|letter| letter.cell_width()).sum();
        let mut canvas = Canvas::new(width, 1);
        let mut column = 0;
        for letter in &letters {
            let width = letter.cell_width();
            canvas.put(column, 0, letter, u8::try_from(width).expect("a width"), Style::new());
            column += width;
        }
        Arranged::new(class, canvas, &Context::default())
    }

    /// What is sent for a row, its Arabic letters as capitals.
    pub(super) fn row_of(class: Class, visual: &str) -> String {
        arranged(class, visual).buffer.content.iter().flat_map(|cell| cell.symbol().chars()).map(capital).collect()
    }

    proptest::proptest! {
        /// Whatever a row holds, no class loses or doubles a column, or leaves a cell that would shift the rest.
        #[test]
        fn rows_keep_their_columns(row in "[A-Fab0-9 (),.%|\u{2502}\u{2500}\u{60C}\u{4E00}]{0,40}") {
            for class in Class::ALL {
                let arranged = arranged(class, &row);
                let mut columns = arranged.columns.clone();
                columns.sort_unstable();
                proptest::prop_assert!(columns.into_iter().eq(0..arranged.buffer.area.width));
                proptest::prop_assert!(arranged.buffer.content.iter().all(|cell| cell.cell_width() > 0));
            }
        }
    }

    #[test]
    fn a_cell_without_width_does_not_shift_its_row() {
        let mut canvas = Canvas::new(3, 1);
        canvas.put(1, 0, "\u{200F}", 1, Style::new());
        let arranged = Arranged::new(Class::Plain, canvas, &Context::default());
        assert!(arranged.buffer.content.iter().all(|cell| cell.symbol() == " "));
    }

    #[test]
    fn terminals_that_do_nothing_are_sent_the_row_as_it_is() {
        assert_eq!(row_of(Class::Plain, "ab (CB) A"), "ab (CB) A");
        assert_eq!(arranged(Class::Plain, "abc").visual_column(2, 0), 2);
    }
}
