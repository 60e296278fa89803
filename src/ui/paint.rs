//! The only writer of text cells: laid-out lines and interface strings onto the canvas.

use ratatui::style::Style;

use super::Canvas;
use crate::{
    app::geometry::Area,
    text::{self, ByteSpan, Line, Width},
};

/// The side of an area that a string stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At the left.
    Left,
    /// At the right.
    Right,
    /// In the middle.
    Middle,
}

/// Paints a laid-out line with its left edge at `x`; `style` tells the style of a cluster.
pub fn line(canvas: &mut Canvas, x: u16, y: u16, line: &Line, style: impl Fn(ByteSpan) -> Style) {
    for cell in &line.cells {
        let style = style(cell.span);
        canvas.put(x.saturating_add(cell.column.0), y, &cell.text, cell.width, style);
    }
}

/// Paints an interface string on the first row of an area, cut with an ellipsis where it does not fit, and tells
/// how many cells it took.
pub fn label(canvas: &mut Canvas, area: Area, words: &str, side: Side, style: Style) -> u16 {
    if area.height == 0 || area.width == 0 {
        return 0;
    }
    let settings = canvas.interface;
    let width = text::width_of(words, &settings).0.min(area.width);
    let laid_out = text::single_line(words, Width(width), &settings);
    let x = match side {
        Side::Left => area.x,
        Side::Right => area.right() - width,
        Side::Middle => area.x + (area.width - width) / 2,
    };
    line(canvas, x, area.y, &laid_out, |_| style);
    width
}

/// Paints a symbol of one cell.
pub fn symbol(canvas: &mut Canvas, x: u16, y: u16, symbol: char, style: Style) {
    canvas.put(x, y, symbol.encode_utf8(&mut [0; 4]), 1, style);
}

/// Gives every cell of an area a style, and no text.
pub fn clear(canvas: &mut Canvas, area: Area, style: Style) {
    for y in area.y..area.bottom() {
        for x in area.x..area.right() {
            canvas.put(x, y, " ", 1, style);
        }
    }
}

/// Gives every cell of an area a style on top of what it has.
pub fn tint(canvas: &mut Canvas, area: Area, style: Style) {
    for y in area.y..area.bottom() {
        for x in area.x..area.right() {
            if let Some(cell) = canvas.buffer.cell_mut((x, y)) {
                cell.set_style(style);
            }
        }
    }
}
