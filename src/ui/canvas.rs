//! The screen being drawn: cells, and beside each cell the embedding level of the text in it.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

/// A screenful of cells with their levels.
///
/// The levels are what terminal classes need to turn a row into the order their terminal expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canvas {
    /// The cells.
    pub buffer: Buffer,
    /// The UAX #9 level of the text in each cell, row by row as in the buffer; 0 where there is no text.
    pub levels: Vec<u8>,
}

impl Canvas {
    /// An empty screen of the given size.
    #[must_use]
    pub fn new(columns: u16, rows: u16) -> Self {
        let area = Rect::new(0, 0, columns, rows);
        Self { buffer: Buffer::empty(area), levels: vec![0; area.area() as usize] }
    }

    /// Puts a cluster of `width` cells at a place; what does not lie on the screen is left out.
    pub fn put(&mut self, x: u16, y: u16, text: &str, width: u8, level: u8, style: Style) {
        let area = self.buffer.area;
        let end = x.saturating_add(u16::from(width));
        if y >= area.height || end > area.width || width == 0 {
            return;
        }
        for column in x..end {
            let index = usize::from(y) * usize::from(area.width) + usize::from(column);
            self.levels[index] = level;
            if let Some(cell) = self.buffer.cell_mut((column, y)) {
                cell.set_symbol(if column == x { text } else { " " });
                cell.set_style(style);
            }
        }
    }
}
