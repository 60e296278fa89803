//! The model as a screen of cells. Each region has its file; `paint` is the only writer of text cells.

mod article;
pub mod canvas;
mod help;
mod lists;
pub mod paint;
mod peek;
mod status;
mod strip;
mod tabs;
pub mod theme;
mod title;

pub use canvas::Canvas;
pub use theme::{Colours, Role, Theme};

use crate::app::{Model, PaneId};

/// Draws the screen.
pub fn view(model: &Model, colours: Colours, canvas: &mut Canvas) {
    let theme = Theme::new(model.background(), colours);
    canvas.interface = model.typography().interface();
    let geometry = model.geometry();
    if model.help().is_some() {
        help::draw(model, &theme, canvas);
        return;
    }
    if let Some(area) = geometry.title {
        title::draw(model, &theme, area, canvas);
    }
    if let Some(area) = geometry.tabs {
        tabs::draw(model, &theme, area, canvas);
    }
    for pane in PaneId::all() {
        if let Some(place) = &geometry.panes[pane.index()] {
            lists::draw(model, &theme, pane, place, canvas);
        }
    }
    article::draw(model, &theme, canvas);
    if let Some(area) = geometry.peek {
        peek::draw(model, &theme, area, canvas);
    }
    if let Some(area) = geometry.status {
        status::draw(model, &theme, area, canvas);
    }
}
