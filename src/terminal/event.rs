//! Everything that can wake the reader, through one channel.

use std::{
    io,
    sync::mpsc::{self, Receiver, Sender},
    thread,
};

use super::tty::{self, Tty};
use crate::app::Message;

/// Something to deal with.
#[derive(Debug)]
pub(super) enum Event {
    /// Bytes of one read from the terminal.
    #[cfg(unix)]
    Bytes(Vec<u8>),
    /// Input from a terminal that gives no bytes.
    #[cfg(windows)]
    Input(super::input::Input),
    /// The window may have another size.
    Resized,
    /// The process goes on after it was stopped.
    #[cfg(unix)]
    Continued,
    /// Somebody asks the process to stop for now.
    #[cfg(unix)]
    Stop,
    /// Somebody asks the process to end, by this signal.
    #[cfg(unix)]
    End(i32),
    /// The multiplexer told which terminal it shows, or could not be asked.
    Outside(Option<super::multiplexer::Outside>),
    /// The terminal is gone.
    Gone,
    /// A worker has something.
    Message(Message),
}

/// Starts the threads that listen to the terminal, to signals and to the workers.
pub(super) fn listen(tty: &Tty, messages: Receiver<Message>) -> io::Result<(Sender<Event>, Receiver<Event>)> {
    let (sender, receiver) = mpsc::channel();
    #[cfg(unix)]
    super::signals::listen(sender.clone())?;
    tty::listen(tty, sender.clone())?;
    let forward = sender.clone();
    thread::Builder::new().name("messages".into()).spawn(move || {
        for message in messages {
            if forward.send(Event::Message(message)).is_err() {
                return;
            }
        }
    })?;
    Ok((sender, receiver))
}
