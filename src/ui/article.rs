//! The column of text with its mentions, the marks in the gutter and the scroll bar.

use ratatui::style::Style;

use super::{
    Canvas, Role, Theme, lists,
    paint::{self},
};
use crate::{
    app::{Chosen, Focus, Model, RowInView, geometry::Area},
    article::{ParagraphKind, Passage},
    document::{LISTED, Mark},
    knowledge::Kind,
    locale::Msg,
    text::ByteSpan,
};

/// Draws the article.
pub(super) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas) {
    let geometry = model.geometry();
    // The peek lies over the lowest rows.
    let covered = geometry.peek.map_or(geometry.text.bottom(), |peek| peek.y);
    let text = geometry.text;
    let roles = Roles::of(model);
    for (row, y) in model.reading().rows().iter().zip(text.y..text.bottom().min(covered)) {
        draw_row(model, theme, &roles, row, y, canvas);
    }
    if model.document().article().text().trim().is_empty() && text.height > 0 {
        let words = model.catalogue().say(&Msg::EmptyArticle);
        paint::label(canvas, text.row(0), &words, paint::Side::Right, theme.style(Role::Quiet));
    }
    if let Some(area) = geometry.scroll_bar {
        draw_scroll_bar(model, theme, Area { height: area.height.min(covered - area.y), ..area }, canvas);
    }
}

fn draw_row(model: &Model, theme: &Theme, roles: &Roles<'_>, row: &RowInView, y: u16, canvas: &mut Canvas) {
    let Some(line) = row.line() else { return };
    let geometry = model.geometry();
    let document = model.document();
    let heading = matches!(
        document.article().paragraphs()[row.paragraph.0 as usize].kind,
        ParagraphKind::Title | ParagraphKind::Heading
    );
    let base = theme.style(if heading { Role::Heading } else { Role::Text });
    let here: Vec<Mark> =
        document.marks(row.paragraph).iter().filter(|mark| mark.passage.span.overlaps(line.span)).copied().collect();
    let hits: Vec<Passage> =
        roles.hits(model, row).iter().filter(|hit| hit.span.overlaps(line.span)).copied().collect();
    let style = |span: ByteSpan| roles.style(theme, base, &here, &hits, Passage { paragraph: row.paragraph, span });
    paint::line(canvas, geometry.text.x, y, line, style);
    if let Some(gutter) = geometry.gutter
        && let Some(mark) =
            here.iter().filter(|mark| LISTED.contains(&mark.entry.kind)).max_by_key(|mark| mark.entry.kind)
    {
        let style = theme.style(Role::Name(mark.entry.kind));
        paint::symbol(canvas, gutter.x, y, lists::symbol(mark.entry.kind), style);
    }
}

/// What decides how a cluster looks.
struct Roles<'a> {
    lit: Option<&'a crate::document::Entry>,
    eye: Option<Passage>,
    searching: bool,
}

impl<'a> Roles<'a> {
    fn of(model: &'a Model) -> Self {
        let searching =
            model.search().field.is_some() || model.chosen() == Chosen::Search && model.focus() == Focus::Article;
        Self { lit: model.lit(), eye: model.eye(), searching }
    }

    fn hits<'m>(&self, model: &'m Model, row: &RowInView) -> &'m [Passage] {
        if self.searching { model.search().in_paragraph(row.paragraph) } else { &[] }
    }

    /// A hit shows over a mention, the eye over both, and of mentions the shortest.
    fn style(&self, theme: &Theme, base: Style, marks: &[Mark], hits: &[Passage], cluster: Passage) -> Style {
        let mark = marks
            .iter()
            .filter(|mark| LISTED.contains(&mark.entry.kind) && mark.passage.overlaps(cluster))
            .min_by_key(|mark| (!self.is_lit(mark), mark.passage.span.len()));
        let eye = self.eye.is_some_and(|eye| eye.overlaps(cluster));
        if hits.iter().any(|hit| hit.overlaps(cluster)) {
            return base.patch(theme.style(if eye { Role::MatchEye } else { Role::Match }));
        }
        match mark {
            Some(mark) if eye => base.patch(theme.style(Role::Eye(mark.entry.kind))),
            Some(mark) => base.patch(theme.style(self.role(mark))),
            None => match self.said(cluster) {
                Some(kind) => base.patch(theme.style(Role::Linked(kind))),
                None => base,
            },
        }
    }

    fn is_lit(&self, mark: &Mark) -> bool {
        self.lit.is_some_and(|lit| lit.id == mark.entry)
    }

    fn role(&self, mark: &Mark) -> Role {
        let kind = mark.entry.kind;
        match self.lit {
            Some(lit) if lit.id == mark.entry => Role::Lit(kind),
            Some(lit) if lit.related.contains(&mark.entry) => Role::Linked(kind),
            _ => Role::Mention(kind),
        }
    }

    /// Whether the words say where or when the lit event is.
    fn said(&self, cluster: Passage) -> Option<Kind> {
        let lit = self.lit?;
        let event = lit.event.as_ref()?;
        event.said.iter().any(|said| said.overlaps(cluster)).then_some(lit.id.kind)
    }
}

/// The bar fills from the top; it shows which part of the text is in view.
fn draw_scroll_bar(model: &Model, theme: &Theme, area: Area, canvas: &mut Canvas) {
    let document = model.document();
    let total = document.article().text().len().max(1);
    let (start, end) =
        model.reading().in_view().map_or((0, total), |view| (document.depth(view.start), document.depth(view.end)));
    let height = usize::from(area.height);
    let first = (start * height / total).min(height.saturating_sub(1));
    let last = (end * height).div_ceil(total).clamp(first + 1, height.max(first + 1));
    for (index, y) in (area.y..area.bottom()).enumerate() {
        let (symbol, role) =
            if (first..last).contains(&index) { ('\u{2503}', Role::Quiet) } else { ('\u{2502}', Role::Window) };
        paint::symbol(canvas, area.x, y, symbol, theme.style(role));
    }
}
