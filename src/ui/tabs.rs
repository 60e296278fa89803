//! The names of the regions, on screens that show one at a time.

use super::{
    Canvas, Role, Theme, lists,
    paint::{self, Side},
};
use crate::{
    app::{Focus, Model, PaneId, geometry::Area},
    locale::Msg,
};

/// Draws the tabs from the right, in reading order.
pub(super) fn draw(model: &Model, theme: &Theme, area: Area, canvas: &mut Canvas) {
    let mut rest = area.inset(1, 1);
    let article = std::iter::once((Focus::Article, model.catalogue().say(&Msg::PaneArticle)));
    let panes = PaneId::all().map(|pane| (Focus::Pane(pane), lists::heading(model, pane)));
    for (focus, name) in article.chain(panes) {
        let role = if focus == model.focus() { Role::PaneHeadingFocused } else { Role::Quiet };
        let taken = paint::label(canvas, rest, &name, Side::Right, theme.style(role));
        rest = rest.inset(0, (taken + 2).min(rest.width));
    }
}
