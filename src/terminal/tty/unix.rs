//! The terminal as a file.

use std::{
    fs::File,
    io::{self, IsTerminal, Read, Write},
    os::fd::AsFd,
    sync::{Arc, mpsc::Sender},
    thread,
};

use crate::terminal::event::Event;

/// The controlling terminal, open for reading and writing whatever standard input and output are.
#[derive(Debug, Clone)]
pub(in crate::terminal) struct Tty(Arc<File>);

impl Tty {
    /// Opens it; where a process has no controlling terminal, standard input will do if it is a terminal.
    pub fn open() -> io::Result<Self> {
        let opened = File::options().read(true).write(true).open("/dev/tty");
        let file = opened.or_else(|error| {
            let input = io::stdin();
            if input.is_terminal() { Ok(File::from(input.as_fd().try_clone_to_owned()?)) } else { Err(error) }
        })?;
        Ok(Self(Arc::new(file)))
    }

    /// Writes bytes whole, in one call where the terminal takes them at once.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        (&*self.0).write_all(bytes)
    }
}

/// Whether standard output is a terminal and there is one to take keys from.
pub(in crate::terminal) fn is_terminal() -> bool {
    io::stdout().is_terminal() && Tty::open().is_ok()
}

/// Reads the terminal on a thread of its own until it is gone.
///
/// The thread blocks in `read`, and so needs no waker: it ends with the process. A background process that reads is
/// stopped by the kernel, so it never takes the shell's keys.
pub(in crate::terminal) fn listen(tty: &Tty, events: Sender<Event>) -> io::Result<()> {
    let tty = tty.clone();
    thread::Builder::new().name("terminal".into()).spawn(move || {
        let mut buffer = [0; 4096];
        loop {
            let event = match (&*tty.0).read(&mut buffer) {
                Ok(0) => Event::Gone,
                Ok(count) => Event::Bytes(buffer[..count].to_vec()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => Event::Gone,
            };
            let gone = matches!(event, Event::Gone);
            if events.send(event).is_err() || gone {
                return;
            }
        }
    })?;
    Ok(())
}
