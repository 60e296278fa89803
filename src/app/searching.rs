//! Search as you type: the text follows the first hit, Enter stays there, Escape comes back.

use super::{
    field::Field,
    key::{Key, KeyPress},
    keymap,
    message::Effect,
    model::{Chosen, Focus, Model},
    search::Hits,
    walking,
};

/// Opens the field.
pub(super) fn begin(model: &mut Model) {
    walking::descend(model);
    model.focus = Focus::Article;
    model.search.origin = model.reading.spot();
    model.search.field = Some(Field::default());
}

/// A key while the query is typed. Here keys mean what they type, on any layout.
pub(super) fn key(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Some(field) = model.search.field.as_mut() else { return Vec::new() };
    let before = field.text().to_owned();
    let rtl = crate::text::reads_rtl(field.text(), model.catalogue.language().is_rtl());
    match (press.key, press.modifiers.ctrl || press.modifiers.alt) {
        (Key::Enter, _) => return accept(model),
        (Key::Esc, _) => return cancel(model),
        (Key::Backspace, false) if field.text().is_empty() => return cancel(model),
        (Key::Backspace, false) => field.delete_back(),
        (Key::Delete, _) => field.delete_on(),
        // Left and Right are physical: which of them goes on depends on the way the text runs.
        (Key::Left, _) if rtl => field.on(),
        (Key::Right, _) if rtl => field.back(),
        (Key::Left, _) => field.back(),
        (Key::Right, _) => field.on(),
        (Key::Home, _) => field.to_start(),
        (Key::End, _) => field.to_end(),
        (Key::Down | Key::Tab, _) => walking::step_chosen(model, 1),
        (Key::Up | Key::BackTab, _) => walking::step_chosen(model, -1),
        (Key::Char(typed), false) => field.insert(typed),
        (Key::Char(_) | Key::Backspace, true) => return control(model, press, &before),
        _ => {}
    }
    asked_if_changed(model, &before)
}

/// What line editors do with control keys; Ctrl-f turns folding off and on.
fn control(model: &mut Model, press: KeyPress, before: &str) -> Vec<Effect> {
    let Some(field) = model.search.field.as_mut() else { return Vec::new() };
    match keymap::latin(press).key {
        Key::Char('w') | Key::Backspace => field.delete_word(),
        Key::Char('u') => field.clear(),
        Key::Char('a') => field.to_start(),
        Key::Char('e') => field.to_end(),
        Key::Char('h') => field.delete_back(),
        Key::Char('c' | 'g') => return cancel(model),
        Key::Char('f') => {
            model.search.turn_matching();
            return ask(model, before);
        }
        _ => {}
    }
    asked_if_changed(model, before)
}

/// Text pasted into the field; pasted anywhere else it means nothing.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Some(field) = model.search.field.as_mut() else { return Vec::new() };
    let before = field.text().to_owned();
    field.insert_text(text);
    asked_if_changed(model, &before)
}

fn asked_if_changed(model: &mut Model, before: &str) -> Vec<Effect> {
    match model.search.field.as_ref().map(|field| field.text().to_owned()) {
        Some(now) if now != before => ask(model, &now),
        _ => Vec::new(),
    }
}

fn ask(model: &mut Model, words: &str) -> Vec<Effect> {
    match model.search.ask(words) {
        Some(query) => vec![Effect::Search(query)],
        None => {
            let origin = model.search.origin;
            model.reading.restore(model.document.article(), origin);
            Vec::new()
        }
    }
}

/// Asks the same of a document that has more text now.
pub(super) fn ask_again(model: &mut Model) -> Vec<Effect> {
    let words = model.search.words().to_owned();
    model.search.ask(&words).map(Effect::Search).into_iter().collect()
}

/// Hits have come: while the query is typed, the text follows the first one after where typing began.
pub(super) fn answered(model: &mut Model, hits: Hits) {
    // An answer that Enter did not wait for still moves the text, unless the reader has moved it.
    let waiting = model.search.field.is_some() || model.reading.spot() == model.search.origin;
    if !model.search.answer(hits) || !waiting {
        return;
    }
    model.chosen = Chosen::Search;
    let origin = model.search.origin;
    model.reading.restore(model.document.article(), origin);
    let from = model.reading.in_view().map(|view| view.start).unwrap_or_default();
    if let Some(hit) = model.search.from(from) {
        model.reading.look_at(model.document.article(), hit);
    }
}

/// Stays where the hit is; without words nothing was searched for.
fn accept(model: &mut Model) -> Vec<Effect> {
    if model.search.words().trim().is_empty() || (model.search.is_answered() && model.search.hits().passages.is_empty())
    {
        return cancel(model);
    }
    model.search.field = None;
    model.chosen = Chosen::Search;
    let origin = model.search.origin;
    if model.reading.spot().top != origin.top {
        model.jumps.leave(origin);
    }
    Vec::new()
}

/// Comes back to where typing began, as if nothing had been typed.
fn cancel(model: &mut Model) -> Vec<Effect> {
    model.search.field = None;
    let _ = model.search.ask("");
    walking::back(model);
    Vec::new()
}
