//! The screen being drawn.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use crate::{app::Typography, text::Settings};

/// A screenful of cells in visual order, each holding a whole cluster or the rest of one that takes two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canvas {
    /// The cells.
    pub buffer: Buffer,
    /// How strings of the interface are set: each in the direction of its own first strong letter.
    pub interface: Settings,
}

impl Canvas {
    /// An empty screen of the given size.
    #[must_use]
    pub fn new(columns: u16, rows: u16) -> Self {
        let buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        Self { buffer, interface: Typography::default().interface() }
    }

    /// Puts a cluster of `width` cells at a place; what does not lie on the screen is left out.
    pub fn put(&mut self, x: u16, y: u16, text: &str, width: u8, style: Style) {
        let area = self.buffer.area;
        let end = x.saturating_add(u16::from(width));
        if y >= area.height || end > area.width || width == 0 {
            return;
        }
        for column in x..end {
            if let Some(cell) = self.buffer.cell_mut((column, y)) {
                cell.set_symbol(if column == x { text } else { " " });
                cell.set_style(style);
            }
        }
    }
}
