//! The panes: each a list of entries with their details and where-strips.

use super::{
    Canvas, Role, Theme,
    paint::{self, Side},
    strip,
};
use crate::{
    app::{
        Focus, Model, PaneId,
        geometry::{Area, Density, Pane},
    },
    document::{Entry, EventFacts},
    knowledge::{Confidence, Kind, Status},
    locale::{Msg, isolate},
    text,
};

/// What a pane is called, what it says when it is empty, and the mark of its kind.
struct Labels {
    heading: Msg<'static>,
    empty: Msg<'static>,
    symbol: char,
}

fn labels(kind: Kind) -> Labels {
    match kind {
        Kind::Meeting => Labels { heading: Msg::PaneMeetings, empty: Msg::MeetingsEmpty, symbol: '\u{25CF}' },
        Kind::Upcoming => Labels { heading: Msg::PaneUpcoming, empty: Msg::UpcomingEmpty, symbol: '\u{25C6}' },
        Kind::Person | Kind::Organisation | Kind::Place | Kind::Date => {
            Labels { heading: Msg::PanePeople, empty: Msg::PeopleEmpty, symbol: '\u{25AA}' }
        }
    }
}

/// The mark of a kind, so that no kind is told by colour alone.
pub(super) fn symbol(kind: Kind) -> char {
    labels(kind).symbol
}

/// The name of a pane with the number of its entries.
pub(super) fn heading(model: &Model, pane: PaneId) -> String {
    let name = model.catalogue().say(&labels(pane.kind()).heading);
    format!("{name} {}", model.document().list(pane.kind()).len())
}

/// Draws a pane.
pub(super) fn draw(model: &Model, theme: &Theme, pane: PaneId, place: &Pane, canvas: &mut Canvas) {
    if place.area != place.list {
        draw_heading(model, theme, pane, place.area.row(0), canvas);
    }
    let document = model.document();
    if document.list(pane.kind()).is_empty() {
        let empty = if document.is_analysed() { labels(pane.kind()).empty } else { Msg::Working };
        let words = model.catalogue().say(&empty);
        paint::label(canvas, place.list.row(0).inset(0, 2), &words, Side::Right, theme.style(Role::Quiet));
        return;
    }
    let selected = model.panes().position(document, pane);
    for (nth, (index, entry)) in model.panes().shown(document, pane, place).enumerate() {
        let y = place.list.y + nth as u16 * place.density.rows();
        let height = place.density.rows().min(place.list.bottom() - y);
        let area = Area { y, height, ..place.list };
        let selected = model.focus() == Focus::Pane(pane) && index == selected;
        draw_entry(model, theme, entry, selected, place.density, area, canvas);
    }
}

/// The name at the right, the number of entries at the left, a rule between them.
fn draw_heading(model: &Model, theme: &Theme, pane: PaneId, row: Area, canvas: &mut Canvas) {
    let focused = model.focus() == Focus::Pane(pane);
    let role = if focused { Role::PaneHeadingFocused } else { Role::PaneHeading };
    let name = model.catalogue().say(&labels(pane.kind()).heading);
    let right = paint::label(canvas, row, &name, Side::Right, theme.style(role));
    let number = model.document().list(pane.kind()).len().to_string();
    let left = paint::label(canvas, row, &number, Side::Left, theme.style(Role::Quiet));
    let rule = row.inset(left + 1, right + 1);
    for x in rule.x..rule.right() {
        paint::symbol(canvas, x, row.y, '\u{2500}', theme.style(Role::Window));
    }
}

fn draw_entry(
    model: &Model,
    theme: &Theme,
    entry: &Entry,
    selected: bool,
    density: Density,
    area: Area,
    canvas: &mut Canvas,
) {
    let name_row = area.row(0);
    let lit = model.lit();
    let is_lit = lit.is_some_and(|lit| lit.id == entry.id);
    let related = lit.is_some_and(|lit| lit.related.contains(&entry.id));
    draw_name(model, theme, entry, name_row, canvas);
    let inner = area.inset(1, 4);
    if density >= Density::Detail {
        let detail = detail(entry);
        paint::label(canvas, inner.row(1), &detail, Side::Right, theme.style(Role::Quiet));
    }
    if density >= Density::Strip {
        let row = if density >= Density::Detail { 2 } else { 1 };
        let row = inner.row(row);
        if row.height > 0 {
            strip::draw(model, theme, row, entry, canvas);
        }
    }
    if selected || is_lit {
        paint::tint(canvas, name_row, theme.style(Role::Selected));
    } else if related {
        paint::tint(canvas, name_row, theme.style(Role::Related));
    }
}

/// From the right: a bar if the entry is spoken of on screen, the mark of its kind, its name; at the left its count.
fn draw_name(model: &Model, theme: &Theme, entry: &Entry, row: Area, canvas: &mut Canvas) {
    let kind = theme.style(Role::Name(entry.id.kind));
    if row.width < 8 || row.height == 0 {
        return;
    }
    if entry.mentions.iter().any(|mention| model.reading().shows(mention.passage)) {
        paint::symbol(canvas, row.right() - 1, row.y, '\u{2590}', kind);
    }
    paint::symbol(canvas, row.right() - 3, row.y, symbol(entry.id.kind), kind);
    let count = entry.mentions.len().to_string();
    let mut left = paint::label(canvas, row.inset(1, 4), &count, Side::Left, theme.style(Role::Text)) + 2;
    if entry.confidence < Confidence::Certain {
        // What is inferred is told apart from what is written.
        left += paint::label(canvas, row.inset(left, 4), "?", Side::Left, theme.style(Role::Quiet)) + 1;
    }
    if let Some(status) = entry.event.as_ref().and_then(worth_saying) {
        let words = model.catalogue().say(&status);
        left += paint::label(canvas, row.inset(left, 4), &words, Side::Left, theme.style(Role::Quiet)) + 1;
    }
    paint::label(canvas, row.inset(left, 5), &entry.label, Side::Right, kind);
}

/// How an event stands, where that is not what its list says already.
fn worth_saying(event: &EventFacts) -> Option<Msg<'static>> {
    match event.status {
        Status::Postponed | Status::Cancelled => Some(status_name(event.status)),
        _ if event.passed => Some(Msg::Passed),
        Status::Held | Status::Scheduled => None,
        other => Some(status_name(other)),
    }
}

/// The name of a status.
pub(super) fn status_name(status: Status) -> Msg<'static> {
    match status {
        Status::Held => Msg::Held,
        Status::Ongoing => Msg::Ongoing,
        Status::Scheduled => Msg::Scheduled,
        Status::Expected => Msg::Expected,
        Status::Planned => Msg::Planned,
        Status::Proposed => Msg::Proposed,
        Status::NoDateSet => Msg::NoDateSet,
        Status::Postponed => Msg::Postponed,
        Status::Cancelled => Msg::Cancelled,
    }
}

/// The row under the name: a person's office; an event's place, time and people.
fn detail(entry: &Entry) -> String {
    match &entry.event {
        None => entry.roles.first().cloned().unwrap_or_default(),
        Some(event) => {
            let parts = [&event.places, &event.times, &event.participants];
            let parts = parts.into_iter().filter(|part| !part.is_empty()).map(|part| isolate(&joined(part)));
            parts.collect::<Vec<_>>().join(" \u{00B7} ")
        }
    }
}

/// Words of the article one after the other, in the direction of the first and with the comma that goes with it: isolated
/// as they are, they would leave the list without a strong letter of its own (UAX #9 P2).
pub(super) fn joined(words: &[String]) -> String {
    let Some(first) = words.first() else { return String::new() };
    let (direction, comma) = if text::reads_rtl(first, true) { ('\u{200F}', "\u{060C} ") } else { ('\u{200E}', ", ") };
    let words: Vec<String> = words.iter().map(|word| isolate(word)).collect();
    format!("{direction}{}", words.join(comma))
}
