//! Undoing what was done to the terminal, from wherever the program ends.
//!
//! What there is to undo is kept in one place of the process, since a panic hook and the second of two signals have
//! nothing else to go by.

use std::{
    panic,
    sync::{Mutex, MutexGuard, Once, PoisonError},
    thread,
    time::Duration,
};

use super::{multiplexer::Passthrough, tty::Tty};

/// How long the multiplexer may take to read what was written for the terminal outside.
const MULTIPLEXER_PAUSE: Duration = Duration::from_millis(60);

/// What there is to undo.
#[derive(Debug)]
pub(super) struct Undo {
    /// The terminal.
    pub tty: Tty,
    /// What is to be written: modes off, reordering back on, the screen that was there before.
    pub bytes: Vec<u8>,
    /// An option of the multiplexer to put back.
    pub passthrough: Option<Passthrough>,
}

static UNDO: Mutex<Option<Undo>> = Mutex::new(None);
/// What panics on other threads said while the screen was not theirs to write on.
static SAID: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn lock<T>(mutex: &'static Mutex<T>) -> MutexGuard<'static, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Says what is to be undone from now on.
pub(super) fn register(undo: Undo) {
    *lock(&UNDO) = Some(undo);
}

/// Changes what is to be undone, if anything is.
pub(super) fn amend(change: impl FnOnce(&mut Undo)) {
    if let Some(undo) = lock(&UNDO).as_mut() {
        change(undo);
    }
}

/// Gives the screen back; the terminal's input is left as it is.
pub(super) fn leave_screen() {
    amend(|undo| {
        let bytes = std::mem::take(&mut undo.bytes);
        // A terminal that is gone has nothing to be put back.
        let _ = undo.tty.write(&bytes);
    });
}

/// Undoes everything; a second time does nothing.
pub(super) fn undo() {
    leave_screen();
    let Some(undo) = lock(&UNDO).take() else { return };
    if let Some(passthrough) = undo.passthrough {
        thread::sleep(MULTIPLEXER_PAUSE);
        passthrough.put_back();
    }
    let _ = crossterm::terminal::disable_raw_mode();
    for said in lock(&SAID).drain(..) {
        let _ = undo.tty.write(said.as_bytes());
    }
}

/// Makes a panic of this thread give the terminal back before it is reported, and keeps what panics of other
/// threads say until then.
pub(super) fn hook_panics() {
    static HOOKED: Once = Once::new();
    HOOKED.call_once(|| {
        let owner = thread::current().id();
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().id() == owner {
                undo();
            } else if lock(&UNDO).is_some() {
                lock(&SAID).push(format!("qari: {info}\n"));
                return;
            }
            report(info);
        }));
    });
}
