//! The controlling terminal as a device: opening, writing, size, and the thread that reads it.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use std::io;

#[cfg(unix)]
pub(super) use unix::{Tty, is_terminal, listen};
#[cfg(windows)]
pub(super) use windows::{Tty, is_terminal, listen};

/// Columns and rows of the controlling terminal.
///
/// # Errors
/// There is none, or it does not tell.
pub fn size() -> io::Result<(u16, u16)> {
    crossterm::terminal::size()
}
