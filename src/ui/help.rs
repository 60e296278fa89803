//! The help: a page made from the table of commands.

use super::{
    Canvas, Role, Theme,
    paint::{self, Side},
};
use crate::{
    app::{
        Key, KeyPress, Model,
        command::{Group, TABLE},
        geometry::Area,
    },
    locale::{Catalogue, Msg, isolate},
};

/// Columns that the keys of a command take.
const KEYS: u16 = 26;

/// A row of the page.
enum Row {
    Blank,
    Section(String),
    Command { keys: String, help: String },
    Note(String),
}

/// Draws the page over the whole screen.
pub(super) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas) {
    let screen = model.geometry().screen;
    let catalogue = model.catalogue();
    paint::clear(canvas, screen, theme.style(Role::Text));
    let title = screen.row(0);
    paint::clear(canvas, title, theme.style(Role::Bar));
    paint::label(canvas, title.inset(2, 2), &catalogue.say(&Msg::HelpTitle), Side::Right, theme.style(Role::Bar));
    let leave = catalogue.say(&Msg::HelpLeave);
    paint::label(canvas, title.inset(2, 2), &leave, Side::Left, theme.style(Role::BarQuiet));

    let page = Area { y: 1, height: screen.height.saturating_sub(1), ..screen };
    let spare = page.width.saturating_sub(84);
    let page = page.inset(2 + spare / 2, 2 + spare / 2);
    let rows = rows(model);
    let first = model.help().unwrap_or(0).min(rows.len().saturating_sub(usize::from(page.height)));
    for (row, y) in rows.iter().skip(first).zip(page.y..page.bottom()) {
        draw_row(theme, row, Area { y, height: 1, ..page }, canvas);
    }
}

fn draw_row(theme: &Theme, row: &Row, area: Area, canvas: &mut Canvas) {
    match row {
        Row::Blank => {}
        Row::Section(name) => {
            paint::label(canvas, area, name, Side::Right, theme.style(Role::PaneHeadingFocused));
        }
        Row::Command { keys, help } => {
            let columns = KEYS.min(area.width / 2);
            let left = area.inset(0, columns);
            paint::label(canvas, area.inset(area.width - columns, 0), keys, Side::Right, theme.style(Role::Heading));
            paint::label(canvas, left, help, Side::Right, theme.style(Role::Text));
        }
        Row::Note(words) => {
            paint::label(canvas, area, words, Side::Right, theme.style(Role::Quiet));
        }
    }
}

fn rows(model: &Model) -> Vec<Row> {
    let catalogue = model.catalogue();
    let mut rows = Vec::new();
    for group in Group::ALL {
        rows.push(Row::Blank);
        rows.push(Row::Section(catalogue.say(&name(group))));
        for row in TABLE.iter().filter(|row| row.group == group) {
            let presses = model.keymap().keys_of(row.command).iter();
            let keys = presses.map(|press| isolate(&key_name(catalogue, *press))).collect::<Vec<_>>().join("  ");
            rows.push(Row::Command { keys, help: catalogue.describe(row.help).unwrap_or_default() });
        }
    }
    rows.push(Row::Blank);
    rows.push(Row::Note(catalogue.say(&Msg::HelpLayout)));
    rows
}

fn name(group: Group) -> Msg<'static> {
    match group {
        Group::Moving => Msg::HelpMoving,
        Group::Panes => Msg::HelpPanes,
        Group::Finding => Msg::HelpFinding,
        Group::Other => Msg::HelpOther,
    }
}

/// A key as the keyboard has it written on it, in the language of the interface.
pub(super) fn key_name(catalogue: &Catalogue, press: KeyPress) -> String {
    let named = |message: Msg<'static>| catalogue.say(&message);
    let key = match press.key {
        Key::Char(' ') => named(Msg::KeySpace),
        Key::Char(typed) => typed.to_string(),
        Key::F(number) => format!("F{number}"),
        Key::Enter => named(Msg::KeyEnter),
        Key::Esc => named(Msg::KeyEsc),
        Key::Tab => named(Msg::KeyTab),
        Key::BackTab => format!("Shift-{}", named(Msg::KeyTab)),
        Key::Backspace => named(Msg::KeyBackspace),
        Key::Delete => named(Msg::KeyDelete),
        Key::Up => named(Msg::KeyUp),
        Key::Down => named(Msg::KeyDown),
        Key::Left => named(Msg::KeyLeft),
        Key::Right => named(Msg::KeyRight),
        Key::Home => named(Msg::KeyHome),
        Key::End => named(Msg::KeyEnd),
        Key::PageUp => named(Msg::KeyPageUp),
        Key::PageDown => named(Msg::KeyPageDown),
    };
    let held = [(press.modifiers.ctrl, "Ctrl-"), (press.modifiers.alt, "Alt-")];
    held.into_iter().filter(|(held, _)| *held).map(|(_, name)| name).chain([key.as_str()]).collect()
}
