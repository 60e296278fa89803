//! The console of Windows, whose keys come as records rather than bytes: crossterm reads them. Not built or run by
//! the authors. Windows Terminal and the console put characters where they are told to, so nothing has to be asked.

use std::{
    io::{self, IsTerminal, Write},
    sync::mpsc::Sender,
    thread,
};

use crossterm::event::{self, KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

use crate::{
    app::{
        Key, KeyPress, Modifiers,
        message::{Mouse, MouseAction},
    },
    terminal::{event::Event, input::Input},
};

/// The console.
#[derive(Debug, Clone)]
pub(in crate::terminal) struct Tty;

impl Tty {
    /// Takes the console, with escape sequences understood in what is written to it.
    pub fn open() -> io::Result<Self> {
        if crossterm::ansi_support::supports_ansi() {
            Ok(Self)
        } else {
            Err(io::Error::new(io::ErrorKind::Unsupported, "this console knows no escape sequences"))
        }
    }

    /// Writes bytes whole.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut output = io::stdout().lock();
        output.write_all(bytes)?;
        output.flush()
    }
}

/// Whether standard input and output are the console.
pub(in crate::terminal) fn is_terminal() -> bool {
    io::stdout().is_terminal() && io::stdin().is_terminal()
}

/// Reads the console on a thread of its own.
pub(in crate::terminal) fn listen(_tty: &Tty, events: Sender<Event>) -> io::Result<()> {
    thread::Builder::new().name("terminal".into()).spawn(move || {
        loop {
            let event = match event::read() {
                Ok(event) => translate(event),
                Err(_) => Some(Event::Gone),
            };
            let Some(event) = event else { continue };
            let gone = matches!(event, Event::Gone);
            if events.send(event).is_err() || gone {
                return;
            }
        }
    })?;
    Ok(())
}

fn translate(event: event::Event) -> Option<Event> {
    Some(match event {
        event::Event::Resize(..) => Event::Resized,
        event::Event::Paste(text) => Event::Input(Input::Paste(text)),
        event::Event::Key(press) if press.kind != KeyEventKind::Release => {
            Event::Input(Input::Key(key(press.code, press.modifiers)?))
        }
        event::Event::Mouse(report) => {
            let action = match report.kind {
                MouseEventKind::Down(MouseButton::Left) => MouseAction::Press,
                MouseEventKind::Drag(MouseButton::Left) => MouseAction::Drag,
                MouseEventKind::Up(MouseButton::Left) => MouseAction::Release,
                MouseEventKind::ScrollUp => MouseAction::WheelUp,
                MouseEventKind::ScrollDown => MouseAction::WheelDown,
                _ => return None,
            };
            Event::Input(Input::Mouse(Mouse { action, column: report.column, row: report.row }))
        }
        _ => return None,
    })
}

fn key(code: KeyCode, held: KeyModifiers) -> Option<KeyPress> {
    let key = match code {
        KeyCode::Char(typed) => Key::Char(typed),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(number) => Key::F(number),
        _ => return None,
    };
    let shift = held.contains(KeyModifiers::SHIFT) && !matches!(key, Key::Char(_) | Key::BackTab);
    // AltGr comes as Control and Alt together, and is no command.
    let both = held.contains(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let modifiers = Modifiers {
        ctrl: held.contains(KeyModifiers::CONTROL) && !both,
        alt: held.contains(KeyModifiers::ALT) && !both,
        shift,
    };
    Some(KeyPress { key, modifiers })
}
