//! The row at the top: what is being read.

use super::{
    Canvas, Role, Theme,
    paint::{self, Side},
};
use crate::{
    app::{Model, geometry::Area},
    locale::Msg,
};

/// Draws the title at the right and the size of the article at the left.
pub(super) fn draw(model: &Model, theme: &Theme, area: Area, canvas: &mut Canvas) {
    paint::clear(canvas, area, theme.style(Role::Bar));
    let inner = area.inset(2, 2);
    let article = model.document().article();
    let taken = if area.width >= 60 {
        let paragraphs = article.paragraphs().len();
        let size = model.catalogue().say(&Msg::ArticleSize { paragraphs });
        paint::label(canvas, inner, &size, Side::Left, theme.style(Role::BarQuiet)) + 2
    } else {
        0
    };
    paint::label(canvas, inner.inset(taken, 0), model.title(), Side::Right, theme.style(Role::Bar));
}
