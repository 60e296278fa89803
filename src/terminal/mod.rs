//! Owns the terminal: what kind it is, its modes, their undoing, input, event loop.

use std::{
    io,
    sync::mpsc::{Receiver, Sender},
};

use crate::app::{Background, Effect, Message, Model};

/// How a terminal treats right-to-left text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// It does nothing to it.
    Plain,
}

/// A name that is no class's.
#[derive(Debug)]
pub struct UnknownClass(String);

impl std::fmt::Display for UnknownClass {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "'{}' is no class", self.0)
    }
}

impl std::str::FromStr for Class {
    type Err = UnknownClass;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        if name == "plain" { Ok(Self::Plain) } else { Err(UnknownClass(name.to_owned())) }
    }
}

/// How to run.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The class; none to find out.
    pub bidi: Option<Class>,
    /// The background; none to find out.
    pub background: Option<Background>,
    /// Whether the mouse is ours.
    pub mouse: bool,
}

/// The size of the terminal in columns and rows.
///
/// # Errors
/// There is no terminal.
pub fn size() -> io::Result<(u16, u16)> {
    crossterm::terminal::size()
}

/// Runs the reader until it quits.
///
/// # Errors
/// The terminal failed.
pub fn run(
    _model: &mut Model,
    _options: &Options,
    _channel: (Sender<Message>, Receiver<Message>),
    _perform: &mut dyn FnMut(Effect),
) -> io::Result<()> {
    Ok(())
}
