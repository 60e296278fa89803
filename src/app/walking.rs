//! From entry to mention, from mention to entry, and back.

use super::{
    message::Mouse,
    model::{Chosen, Focus, Level, Model, Notice},
    panes::PaneId,
    reading::Spot,
};
use crate::{
    article::{Anchor, ParagraphId, Passage},
    text::ByteOffset,
};

/// Moves the focus through the open regions in reading order: the article, then the panes.
pub(super) fn turn_focus(model: &mut Model, by: isize) {
    let open = PaneId::all().filter(|pane| !model.panes.is_closed(*pane)).map(Focus::Pane);
    let regions: Vec<Focus> = std::iter::once(Focus::Article).chain(open).collect();
    let count = regions.len() as isize;
    let current = regions.iter().position(|region| *region == model.focus).unwrap_or(0) as isize;
    match regions[(current + by % count).rem_euclid(count).unsigned_abs()] {
        Focus::Pane(pane) => focus_pane(model, pane.index()),
        Focus::Article => model.focus = Focus::Article,
    }
}

/// Closes the pane that has the focus; the article has it then.
pub(super) fn close_pane(model: &mut Model) {
    if let Focus::Pane(pane) = model.focus {
        model.panes.set_closed(pane, true);
        model.focus = Focus::Article;
    }
}

/// Gives the panes more or fewer columns.
pub(super) fn widen_panes(model: &mut Model, by: isize) {
    let width = model.geometry.panes_width();
    if width > 0 {
        let by = i16::try_from(by.saturating_mul(2)).unwrap_or(if by > 0 { i16::MAX } else { i16::MIN });
        model.panes_width = Some(width.saturating_add_signed(by));
        // What is kept is what fits, so that the way back begins there.
        model.refresh();
        model.panes_width = Some(model.geometry.panes_width());
    }
}

/// Gives the focus to a pane, which shows itself if it was hidden or closed.
pub(super) fn focus_pane(model: &mut Model, index: usize) {
    if let Some(pane) = PaneId::all().nth(index) {
        model.zen = false;
        model.panes.set_closed(pane, false);
        model.focus = Focus::Pane(pane);
    }
}

/// From the entry selected in a pane to the mention looked at; from the mention that has the eye to its entry.
pub(super) fn open(model: &mut Model) {
    match model.focus {
        Focus::Pane(pane) => {
            let Some((entry, mention)) = model.panes.selected(&model.document, pane) else { return };
            let (id, passage) = (entry.id, entry.mentions[mention].passage);
            descend(model);
            model.chosen = Chosen::Entry(id);
            model.focus = Focus::Article;
            // The screen is that of the article again before it is told what to show.
            model.refresh();
            go_to(model, passage);
        }
        Focus::Article => open_entry(model),
    }
}

fn open_entry(model: &mut Model) {
    let in_view = model.reading.in_view();
    let cursor = model.reading.cursor().filter(|cursor| model.reading.shows(*cursor));
    let mark = match cursor {
        Some(cursor) => model.document.marks(cursor.paragraph).iter().find(|mark| mark.passage == cursor).copied(),
        None => None,
    };
    // Without a mention under the eye the first one in view is meant.
    let mark = mark.or_else(|| cursor.and_then(|cursor| model.document.listed_at(cursor.start()))).or_else(|| {
        let view = in_view?;
        let first = model.document.listed_at(view.start).or_else(|| model.document.listed_after(view.start));
        first.filter(|mark| view.contains(&mark.passage.start()))
    });
    let Some((mark, pane)) = mark.and_then(|mark| Some((mark, PaneId::of(mark.entry.kind)?))) else {
        model.notice = Some(Notice::NoMention);
        return;
    };
    descend(model);
    let mentions = model.document.entry(mark.entry).map(|entry| &entry.mentions);
    let index = mentions.and_then(|all| all.iter().position(|mention| mention.passage == mark.passage));
    model.panes.select(pane, mark.entry, index.unwrap_or(0));
    focus_pane(model, pane.index());
}

/// Remembers where the reader is, for Escape.
pub(super) fn descend(model: &mut Model) {
    model.levels.push(Level { spot: model.reading.spot(), focus: model.focus, chosen: model.chosen });
}

/// One level back; at the outermost, nothing.
pub(super) fn back(model: &mut Model) {
    if let Some(level) = model.levels.pop() {
        model.focus = level.focus;
        model.chosen = level.chosen;
        model.refresh();
        model.reading.restore(model.document.article(), level.spot);
    } else if model.focus != Focus::Article {
        model.focus = Focus::Article;
    } else {
        model.chosen = Chosen::Nothing;
        model.reading.look_away();
    }
}

/// Jumps to a passage and gives it the eye.
pub(super) fn go_to(model: &mut Model, passage: Passage) {
    let before = model.reading.spot();
    model.reading.look_at(model.document.article(), passage);
    if model.reading.spot().top != before.top {
        model.jumps.leave(before);
    }
}

/// To a paragraph by its number, from 1.
pub(super) fn to_paragraph(model: &mut Model, number: usize) {
    let count = model.document.article().paragraphs().len();
    let index = number.clamp(1, count.max(1)) - 1;
    let anchor = Anchor { paragraph: ParagraphId(u32::try_from(index).unwrap_or(u32::MAX)), offset: ByteOffset(0) };
    model.jumps.leave(model.reading.spot());
    model.reading.restore(model.document.article(), Spot { top: anchor, lead: 0, cursor: None });
}

/// In the article to the next mention of anything listed; in a pane to the next of the selected entry.
pub(super) fn step_mention(model: &mut Model, by: isize) {
    match model.focus {
        Focus::Pane(pane) => model.panes.step_mention(&model.document, pane, by),
        Focus::Article => {
            for _ in 0..by.unsigned_abs() {
                let mark = if by > 0 { next_mark(model) } else { mark_before(model) };
                let Some(passage) = mark else {
                    model.notice = Some(Notice::NoMore);
                    return;
                };
                model.reading.look_at(model.document.article(), passage);
            }
        }
    }
}

fn next_mark(model: &Model) -> Option<Passage> {
    let document = &model.document;
    let mark = match eye(model) {
        Some(eye) => document.listed_after(eye.start()),
        None => {
            let top = model.reading.in_view()?.start;
            document.listed_at(top).filter(|mark| mark.passage.start() == top).or_else(|| document.listed_after(top))
        }
    };
    mark.map(|mark| mark.passage)
}

fn mark_before(model: &Model) -> Option<Passage> {
    let from = eye(model).map(Passage::start).or_else(|| Some(model.reading.in_view()?.end))?;
    model.document.listed_before(from).map(|mark| mark.passage)
}

/// The passage that has the eye, if it is in view: a reader who scrolled away looks at the screen instead.
fn eye(model: &Model) -> Option<Passage> {
    model.reading.cursor().filter(|cursor| model.reading.shows(*cursor))
}

/// Walks what was chosen last, round and round; in a pane the mentions of the selected entry.
pub(super) fn step_chosen(model: &mut Model, by: isize) {
    if let Focus::Pane(pane) = model.focus {
        model.panes.step_mention(&model.document, pane, by);
        return;
    }
    let passages: Vec<Passage> = match model.chosen {
        Chosen::Nothing => Vec::new(),
        Chosen::Search => model.search.hits().passages.clone(),
        Chosen::Entry(id) => model
            .document
            .entry(id)
            .map(|entry| entry.mentions.iter().map(|mention| mention.passage).collect())
            .unwrap_or_default(),
    };
    if passages.is_empty() {
        model.notice = Some(if model.chosen == Chosen::Nothing { Notice::NothingChosen } else { Notice::NoMore });
        return;
    }
    let count = passages.len() as isize;
    // How many lie before the eye, and whether the eye is on one of them.
    let from = eye(model).map(Passage::start).or_else(|| Some(model.reading.in_view()?.start)).unwrap_or_default();
    let before = passages.partition_point(|passage| passage.start() < from) as isize;
    let on_one = eye(model).is_some_and(|eye| passages.contains(&eye));
    let target = match (by > 0, on_one) {
        (true, false) => before + by - 1,
        _ => before + by,
    };
    go_to(model, passages[target.rem_euclid(count).unsigned_abs()]);
}

/// Back on the jump list.
pub(super) fn jump_back(model: &mut Model) {
    let spot = model.jumps.back(model.reading.spot());
    land(model, spot);
}

/// Forward on the jump list.
pub(super) fn jump_forward(model: &mut Model) {
    let spot = model.jumps.forward(model.reading.spot());
    land(model, spot);
}

fn land(model: &mut Model, spot: Option<Spot>) {
    match spot {
        Some(spot) => {
            model.focus = Focus::Article;
            model.refresh();
            model.reading.restore(model.document.article(), spot);
        }
        None => model.notice = Some(Notice::NoJump),
    }
}

/// Selects the entry that was pressed; pressed again, opens it.
pub(super) fn press_in_pane(model: &mut Model, mouse: Mouse) {
    for pane in PaneId::all() {
        let Some(geometry) = model.geometry.panes[pane.index()] else { continue };
        if !geometry.area.contains(mouse.column, mouse.row) {
            continue;
        }
        let was_selected = model.focus == Focus::Pane(pane);
        focus_pane(model, pane.index());
        let Some(row) = mouse.row.checked_sub(geometry.list.y) else { return };
        let nth = usize::from(row / geometry.density.rows());
        let pressed =
            model.panes.shown(&model.document, pane, &geometry).nth(nth).map(|(index, entry)| (index, entry.id));
        if let Some((index, id)) = pressed {
            if was_selected && model.panes.position(&model.document, pane) == index {
                open(model);
            } else {
                model.panes.select(pane, id, 0);
            }
        }
        return;
    }
}
