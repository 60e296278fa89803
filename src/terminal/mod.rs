//! Owns the tty: what kind it is, its modes, their undoing, input, event loop.
//!
//! ```text
//! tty thread, signals, workers -> Event -> Decoder -> Message -> Model
//! Model -> Canvas -> classes (a pass over whole rows) -> Screen (difference, one write) -> tty
//! Session: modes set and unset together · restore: undoing them from anywhere · detect: which terminal it is
//! ```
//!
//! The reader owns the bytes that come from the terminal from first to last, so that an answer to a query is never
//! taken for keys, however late it comes. The first frame waits for no answer: it is drawn for the class that the
//! environment makes likely, and drawn again if the answers tell otherwise.

mod class;
pub mod classes;
pub mod detect;
mod event;
pub mod examine;
pub mod input;
mod memory;
mod multiplexer;
mod recognition;
mod restore;
mod run;
mod samples;
mod screen;
mod session;
#[cfg(unix)]
mod signals;
mod tty;

pub use class::{Class, UnknownClass};
pub use run::{Ending, run};
pub use tty::size;

use crate::app::message::Background;

/// How the terminal is to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The class of the terminal; none: it is found out.
    pub bidi: Option<Class>,
    /// Whether the pointer is reported to the reader.
    pub mouse: bool,
    /// The background; none: the terminal is asked.
    pub background: Option<Background>,
}

impl Default for Options {
    fn default() -> Self {
        Self { bidi: None, mouse: true, background: None }
    }
}

/// Whether there is a terminal to take keys from, wherever standard output goes.
#[must_use]
pub fn has_keys() -> bool {
    tty::Tty::open().is_ok()
}

/// Whether there is a terminal to read in: standard output is one, and keys can be taken from it.
#[must_use]
pub fn is_terminal() -> bool {
    tty::is_terminal()
}
