//! A look at a mention without going there: the sentence it stands in, and what is known of its entry.

use super::{
    Canvas, Role, Theme, lists,
    paint::{self, Side},
};
use crate::{
    app::{Focus, Model, geometry::Area},
    article::Passage,
    document::Entry,
    knowledge::{Confidence, Rule},
    locale::{Catalogue, Msg, isolate},
    text::{ByteSpan, Line, Paragraph, Width},
};

/// Draws the peek over the lowest rows of the article.
pub(super) fn draw(model: &Model, theme: &Theme, area: Area, canvas: &mut Canvas) {
    paint::clear(canvas, area, theme.style(Role::Text));
    let Focus::Pane(pane) = model.focus() else { return };
    let Some((entry, mention)) = model.panes().selected(model.document(), pane) else { return };
    draw_caption(model, theme, entry, mention, area.row(0), canvas);

    let inner = area.inset(2, 4);
    let looked_at = &entry.mentions[mention];
    let to = looked_at.link.to.map_or("", |to| model.document().article().words(to));
    let link = link(looked_at.link.rule).map(|rule| model.catalogue().say(&Msg::LinkedBy { rule, to }));
    let facts: Vec<String> = link.into_iter().chain(facts(model.catalogue(), entry)).collect();
    let room = inner.height.saturating_sub(1);
    let fact_rows = (facts.len() as u16).min(room / 2);
    let sentence = Area { y: inner.y + 1, height: room - fact_rows, ..inner };
    let used = draw_sentence(model, theme, entry, entry.mentions[mention].passage, sentence, canvas);
    for (nth, fact) in facts.iter().enumerate().take(usize::from(room.saturating_sub(used))) {
        let row = Area { y: sentence.y + used + nth as u16, height: 1, ..inner };
        paint::label(canvas, row, fact, Side::Right, theme.style(Role::Quiet));
    }
}

/// A rule with the entry's name and which of its mentions this is.
fn draw_caption(model: &Model, theme: &Theme, entry: &Entry, mention: usize, row: Area, canvas: &mut Canvas) {
    for x in row.x..row.right() {
        paint::symbol(canvas, x, row.y, '\u{2500}', theme.style(Role::Window));
    }
    let inner = row.inset(2, 4);
    let count = model.catalogue().say(&Msg::PeekMention { at: mention + 1, of: entry.mentions.len() });
    let caption = format!(" {} ", isolate(&count));
    let left = paint::label(canvas, inner, &caption, Side::Left, theme.style(Role::Quiet)) + 1;
    let status = entry.event.as_ref().map(|event| model.catalogue().say(&lists::status_name(event.status)));
    let name = match status {
        Some(status) => format!(" {} \u{00B7} {} ", isolate(&entry.label), isolate(&status)),
        None => format!(" {} ", isolate(&entry.label)),
    };
    paint::label(canvas, inner.inset(left, 0), &name, Side::Right, theme.style(Role::Name(entry.id.kind)));
}

/// The sentence with the mention set off, as many of its lines as there is room for, the mention's among them.
fn draw_sentence(
    model: &Model,
    theme: &Theme,
    entry: &Entry,
    mention: Passage,
    area: Area,
    canvas: &mut Canvas,
) -> u16 {
    let text = model.document().article().paragraph(mention.paragraph);
    let sentence = crate::arabic::sentence_around(text, mention.span);
    let lines = Paragraph::segment(text, sentence, &canvas.interface).lines(Width(area.width));
    let height = usize::from(area.height);
    let first_with = lines.iter().position(|line| line.span.overlaps(mention.span)).unwrap_or(0);
    let first = (first_with + 1).saturating_sub(height.div_ceil(2)).min(lines.len().saturating_sub(height));
    let shown: &[Line] = &lines[first..lines.len().min(first + height)];
    let style = |span: ByteSpan| {
        let role = if span.overlaps(mention.span) { Role::Eye(entry.id.kind) } else { Role::Text };
        theme.style(role)
    };
    for (line, y) in shown.iter().zip(area.y..) {
        paint::line(canvas, area.x, y, line, style);
    }
    shown.len() as u16
}

/// The variant of the message that says by which rule a mention was taken to speak of its entry; none where that
/// goes without saying.
fn link(rule: Rule) -> Option<&'static str> {
    match rule {
        Rule::Written | Rule::SameName => None,
        Rule::Variant => Some("variant"),
        Rule::PartOfName => Some("part"),
        Rule::Surname => Some("surname"),
        Rule::GivenName => Some("given"),
        Rule::TitleBeside => Some("beside"),
        Rule::TitleAgain => Some("again"),
        Rule::TitleAlike => Some("alike"),
        Rule::Definite => Some("definite"),
        Rule::SameEvent => Some("event"),
    }
}

/// What is known of an entry, a row each.
fn facts(catalogue: &Catalogue, entry: &Entry) -> Vec<String> {
    let mut facts = Vec::new();
    let mut add = |words: String, message: &dyn Fn(&str) -> String| {
        if !words.is_empty() {
            facts.push(message(&words));
        }
    };
    if let Some(event) = &entry.event {
        add(lists::joined(&event.participants), &|names| catalogue.say(&Msg::Who { names }));
        add(lists::joined(&event.places), &|place| catalogue.say(&Msg::Where { place }));
        let day = event.day.map(|day| format!(" ({})", isolate(&day.to_string()))).unwrap_or_default();
        add(lists::joined(&event.times), &|time| catalogue.say(&Msg::When { time: &format!("{time}{day}") }));
    }
    let unsure = match entry.confidence {
        Confidence::Certain => None,
        Confidence::Likely => Some(Msg::Likely),
        Confidence::Possible => Some(Msg::Possible),
    };
    add(unsure.map(|message| catalogue.say(&message)).unwrap_or_default(), &str::to_owned);
    add(lists::joined(&entry.roles), &|names| catalogue.say(&Msg::Roles { names }));
    if entry.spellings.len() > 1 {
        add(lists::joined(&entry.spellings), &|names| catalogue.say(&Msg::Spellings { names }));
    }
    facts
}
