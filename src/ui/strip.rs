//! The where-strip: one row as a map of the article, its start at the right, showing where an entry is spoken of.

use super::{Canvas, Role, Theme, paint};
use crate::{
    app::{Model, geometry::Area},
    document::Entry,
};

/// From one mention in a cell's share of the text to many.
const HEIGHTS: [char; 4] = ['\u{2582}', '\u{2584}', '\u{2586}', '\u{2588}'];

/// Draws the strip of an entry.
pub(super) fn draw(model: &Model, theme: &Theme, area: Area, entry: &Entry, canvas: &mut Canvas) {
    let cells = usize::from(area.width);
    if cells == 0 {
        return;
    }
    let document = model.document();
    let total = document.article().text().len().max(1);
    let cell = |depth: usize| (depth * cells / total).min(cells - 1);
    let mut counts = vec![0usize; cells];
    for mention in &entry.mentions {
        counts[cell(document.depth(mention.passage.start()))] += 1;
    }
    let view = model.reading().in_view().map(|view| cell(document.depth(view.start))..=cell(document.depth(view.end)));
    let eye = model.eye().filter(|eye| entry.mentions.iter().any(|mention| mention.passage == *eye));
    let eye = eye.map(|eye| cell(document.depth(eye.start())));
    for (index, count) in counts.into_iter().enumerate() {
        // The text begins at the right.
        let x = area.right() - 1 - index as u16;
        let in_view = view.as_ref().is_some_and(|view| view.contains(&index));
        let (symbol, style) = match count {
            0 if in_view => ('\u{2500}', theme.style(Role::Quiet)),
            0 => ('\u{00B7}', theme.style(Role::Window)),
            _ if eye == Some(index) => (HEIGHTS[HEIGHTS.len() - 1], theme.style(Role::Name(entry.id.kind))),
            _ => (HEIGHTS[count.min(HEIGHTS.len()) - 1], theme.style(Role::Name(entry.id.kind))),
        };
        paint::symbol(canvas, x, area.y, symbol, style);
    }
}
