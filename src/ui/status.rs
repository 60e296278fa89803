//! The row at the bottom: the place in the article, what is being walked or searched, and the keys at hand.

use super::{
    Canvas, Role, Theme,
    help::key_name,
    paint::{self, Side},
};
use crate::{
    app::{
        Chosen, Field, Focus, Harakat, Model, Notice,
        command::{self, Command},
        geometry::Area,
    },
    document::Matching,
    locale::{Msg, isolate},
    text::{self, Justify, Width},
};

/// Draws the row.
pub(super) fn draw(model: &Model, theme: &Theme, area: Area, canvas: &mut Canvas) {
    paint::clear(canvas, area, theme.style(Role::Bar));
    let inner = area.inset(2, 2);
    let taken = match &model.search().field {
        Some(field) => draw_field(model, theme, field, inner, canvas),
        None => draw_place(model, theme, inner, canvas),
    };
    draw_hints(model, theme, inner.inset(0, taken.saturating_add(3).min(inner.width)), canvas);
}

/// Where the reader is: a notice if there is one, the walk, the paragraph and how far through.
fn draw_place(model: &Model, theme: &Theme, area: Area, canvas: &mut Canvas) -> u16 {
    let mut parts = Vec::new();
    if let Some(count) = model.count() {
        parts.push(model.catalogue().say(&Msg::Count { count }));
    }
    parts.extend(walk(model).or_else(|| spoken_of(model)));
    parts.extend(place(model));
    let notice = model.notice().map(|notice| model.catalogue().say(&message(notice)));
    let mut rest = area;
    if let Some(notice) = notice {
        let taken = paint::label(canvas, rest, &notice, Side::Right, theme.style(Role::Notice));
        rest = rest.inset(0, (taken + 2).min(rest.width));
    }
    let words = model.catalogue().row(&parts);
    let taken = paint::label(canvas, rest, &words, Side::Right, theme.style(Role::Bar));
    area.width - rest.width + taken
}

fn message(notice: Notice) -> Msg<'static> {
    match notice {
        Notice::NothingChosen => Msg::NothingChosen,
        Notice::NoMore => Msg::NoMore,
        Notice::NoMention => Msg::NoMention,
        Notice::NoJump => Msg::NoJump,
        Notice::UnknownTerminal => Msg::UnknownTerminal,
        Notice::MarksHidden => Msg::MarksHidden,
        Notice::Harakat(Harakat::Auto) => Msg::HarakatAuto,
        Notice::Harakat(Harakat::AsWritten) => Msg::HarakatAsWritten,
        Notice::Harakat(Harakat::Hidden) => Msg::HarakatHidden,
        Notice::Justify(Justify::Off) => Msg::JustifyOff,
        Notice::Justify(Justify::Spaces) => Msg::JustifySpaces,
        Notice::Justify(Justify::Kashida) => Msg::JustifyKashida,
        Notice::MouseTaken => Msg::MouseTaken,
        Notice::MouseLeft => Msg::MouseLeft,
    }
}

/// What is being walked, by name, and how far along.
fn walk(model: &Model) -> Option<String> {
    let (at, of) = model.walk()?;
    let name = match model.chosen() {
        Chosen::Entry(id) => model.document().entry(id)?.label.clone(),
        Chosen::Search => model.catalogue().say(&Msg::SearchName { query: model.search().words() }),
        Chosen::Nothing => return None,
    };
    Some(model.catalogue().say(&Msg::Walk { name: &name, at, of }))
}

/// Of whom or what the passage speaks that has the eye.
fn spoken_of(model: &Model) -> Option<String> {
    let eye = model.eye().filter(|eye| model.reading().shows(*eye))?;
    let mark = model.document().listed_at(eye.start())?;
    let name = &model.document().entry(mark.entry)?.label;
    Some(model.catalogue().say(&Msg::On { name }))
}

fn place(model: &Model) -> Vec<String> {
    let document = model.document();
    let Some(view) = model.reading().in_view() else { return Vec::new() };
    let paragraphs = document.article().paragraphs().len();
    let at = view.start.paragraph.0 as usize + 1;
    let (start, end) = (document.depth(view.start), document.depth(view.end));
    let hidden = document.article().text().len().saturating_sub(end - start);
    // How much of what does not fit on the screen lies above it.
    let percent = (start * 100).checked_div(hidden).map_or(100, |percent| percent.min(100));
    vec![
        model.catalogue().say(&Msg::Paragraph { at, of: paragraphs }),
        model.catalogue().say(&Msg::Percent { percent }),
    ]
}

/// The field of the search with its caret and the count of hits.
fn draw_field(model: &Model, theme: &Theme, field: &Field, area: Area, canvas: &mut Canvas) -> u16 {
    let prompt = model.catalogue().say(&Msg::SearchPrompt);
    let taken = paint::label(canvas, area, &prompt, Side::Right, theme.style(Role::BarKey)) + 1;
    let rest = area.inset(0, taken.min(area.width));
    // A cell is kept for the caret behind the last letter.
    let room = rest.width.saturating_sub(1).min(area.width / 2);
    let settings = canvas.interface;
    let width = text::width_of(field.text(), &settings).0.min(room);
    let line = text::single_line(field.text(), Width(width), &settings);
    let x = rest.right().saturating_sub(width);
    paint::line(canvas, x, area.y, &line, |_| theme.style(Role::Bar));
    let end = if line.rtl { x.saturating_sub(1) } else { rest.right().saturating_sub(width) };
    let caret = match line.caret(field.caret()) {
        Some(column) if field.caret().0 < field.text().len() => x + column.0,
        // Behind the last letter: at its left where the text runs to the left.
        _ if line.rtl || field.text().is_empty() => end.min(rest.right().saturating_sub(1)),
        _ => rest.right(),
    };
    paint::tint(canvas, Area { x: caret, y: area.y, width: 1, height: 1 }, theme.style(Role::Caret));

    let after = rest.inset(0, (width + 3).min(rest.width));
    let count = count(model);
    let counted = paint::label(canvas, after, &count, Side::Right, theme.style(Role::BarQuiet));
    taken + width + 3 + counted
}

fn count(model: &Model) -> String {
    let search = model.search();
    if search.words().trim().is_empty() || !search.is_answered() {
        return String::new();
    }
    let (at, of) = model.walk().unwrap_or_default();
    let message = match (of, search.hits().more) {
        (0, _) => Msg::SearchNone,
        (of, true) => Msg::SearchMany { at, of },
        (of, false) => Msg::SearchCount { at, of },
    };
    let count = model.catalogue().say(&message);
    match search.matching() {
        Matching::Folded => count,
        Matching::Exact => format!("{count} \u{00B7} {}", isolate(&model.catalogue().say(&Msg::SearchExact))),
    }
}

/// The keys that matter most here, as many as there is room for.
fn draw_hints(model: &Model, theme: &Theme, area: Area, canvas: &mut Canvas) {
    let commands: &[Command] = match (model.search().field.is_some(), model.focus()) {
        (true, _) => &[Command::Open, Command::Back],
        (false, Focus::Article) => {
            &[Command::Help, Command::Quit, Command::NextPane, Command::Search, Command::NextMention]
        }
        (false, Focus::Pane(_)) => {
            &[Command::Help, Command::Back, Command::Open, Command::NextMention, Command::NextPane]
        }
    };
    let mut rest = area;
    for command in commands {
        let row = command::row(*command);
        let Some(press) = model.keymap().keys_of(*command).first() else { continue };
        // A key is no part of the sentence: isolated, a bracket stays the one on the keyboard.
        let key = isolate(&key_name(model.catalogue(), *press));
        let hint = model.catalogue().describe(&format!("{}-hint", row.help)).unwrap_or_default();
        let wanted = text::width_of(&key, &canvas.interface).0 + text::width_of(&hint, &canvas.interface).0 + 1;
        if wanted > rest.width {
            return;
        }
        // In reading order: the key, then what it does.
        let own = Area { width: wanted, ..rest };
        let (first, last) =
            if model.catalogue().language().is_rtl() { (Side::Right, Side::Left) } else { (Side::Left, Side::Right) };
        paint::label(canvas, own, &key, first, theme.style(Role::BarKey));
        paint::label(canvas, own, &hint, last, theme.style(Role::BarQuiet));
        rest = rest.inset((wanted + 3).min(rest.width), 0);
    }
}
