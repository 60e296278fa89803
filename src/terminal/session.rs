//! The modes of the terminal while it is ours: set together, unset together.

use std::io;

use super::{
    Class,
    classes::Switch,
    multiplexer::{Multiplexer, Passthrough},
    restore::{self, Undo},
    tty::Tty,
};

const ENTER: &str = concat!(
    "\x1b[?1049h", // alternate screen
    "\x1b[?25l",   // no cursor: a field draws its own
    "\x1b[?2004h", // pasted text is told from typing
);
const LEAVE: &str = concat!(
    "\x1b[?2004l", // typing only
    "\x1b[m",      // no colours
    "\x1b[?25h",   // the cursor
);
const LEAVE_SCREEN: &str = "\x1b[?1049l";
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";
const FOCUS_ON: &str = "\x1b[?1004h";
const FOCUS_OFF: &str = "\x1b[?1004l";
/// Default colours, for what is erased takes on the colour of the moment; then the screen, and the cursor home.
const ERASE: &str = "\x1b[m\x1b[2J\x1b[H";
/// A row inserted at the top of the blank screen.
const NEW_ROW: &str = "\x1b[L";

/// What was done to the terminal.
#[derive(Debug)]
pub(super) struct Session {
    tty: Tty,
    multiplexer: Option<Multiplexer>,
    passthrough: Option<Passthrough>,
    mouse: bool,
    class: Class,
    /// Whether VTE's mode has to be put back although the class may be another: it is reset before it is known
    /// whether the terminal has it.
    resets_bdsm: bool,
}

impl Session {
    /// Makes the terminal raw; nothing is written yet.
    ///
    /// Where the class is not `certain`, VTE's mode is reset all the same.
    pub fn new(
        tty: Tty,
        multiplexer: Option<Multiplexer>,
        mouse: bool,
        class: Class,
        certain: bool,
    ) -> io::Result<Self> {
        let resets_bdsm = class == Class::Bdsm || !certain;
        let session = Self { tty, multiplexer, passthrough: None, mouse, class, resets_bdsm };
        crossterm::terminal::enable_raw_mode()?;
        session.register();
        Ok(session)
    }

    /// What takes the terminal, to be written before a frame.
    pub fn modes(&self) -> String {
        let mouse = if self.mouse { MOUSE_ON } else { "" };
        let focus = if self.multiplexer.is_some() { FOCUS_ON } else { "" };
        [ENTER, mouse, focus].concat()
    }

    /// Reordering off and a blank screen: VTE keeps the mode with each row that is made or erased while it is set.
    pub fn erasing(&self) -> String {
        let blindly = Switch::of(Class::Bdsm).filter(|_| self.resets_bdsm && self.class != Class::Bdsm);
        let switches = blindly.into_iter().chain(Switch::of(self.class)).map(|switch| self.outside(switch.off));
        // tmux erases from the first cell to the last, which VTE does not take for a new first row.
        let row = if self.multiplexer.is_some() { NEW_ROW } else { "" };
        switches.chain([ERASE, row].map(str::to_owned)).collect()
    }

    /// Takes on the class that the answers tell; gives what is to be written before the screen is erased for it.
    pub fn become_class(&mut self, class: Class) -> String {
        let back = Switch::of(self.class).filter(|_| self.class != class && self.class != Class::Bdsm);
        let back = back.map(|switch| self.outside(switch.on)).unwrap_or_default();
        self.class = class;
        self.register();
        back
    }

    /// Takes on what is known of VTE's mode: whether it was set before, and so is to be set again.
    pub fn learn_bdsm(&mut self, was_set: bool) {
        self.resets_bdsm = was_set;
        self.register();
    }

    /// Takes on that sequences pass through the multiplexer.
    pub fn learn_passthrough(&mut self, passthrough: Option<Passthrough>) {
        // Asked again, the option is as this process set it; what it was at first is what counts.
        self.passthrough = self.passthrough.take().or(passthrough);
        self.register();
    }

    /// Takes the mouse, or leaves it to the terminal; gives what is to be written.
    pub fn set_mouse(&mut self, mouse: bool) -> &'static str {
        self.mouse = mouse;
        self.register();
        if mouse { MOUSE_ON } else { MOUSE_OFF }
    }

    /// Whether the mouse is ours.
    pub fn has_mouse(&self) -> bool {
        self.mouse
    }

    /// Writes to the terminal.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        if bytes.is_empty() { Ok(()) } else { self.tty.write(bytes) }
    }

    /// Takes the terminal again after a suspension, or after another program had it.
    #[cfg(unix)]
    pub fn resume(&mut self) -> io::Result<()> {
        // What raw mode knows of the state before may be older than what the shell has set meanwhile.
        crossterm::terminal::disable_raw_mode()?;
        crossterm::terminal::enable_raw_mode()?;
        self.register();
        Ok(())
    }

    fn outside(&self, sequence: &str) -> String {
        self.multiplexer.map_or_else(|| sequence.to_owned(), |multiplexer| multiplexer.wrap(sequence))
    }

    fn register(&self) {
        let blindly = Switch::of(Class::Bdsm).filter(|_| self.resets_bdsm && self.class != Class::Bdsm);
        let own = Switch::of(self.class).filter(|_| self.class != Class::Bdsm || self.resets_bdsm);
        let on: String = blindly.into_iter().chain(own).map(|switch| self.outside(switch.on)).collect();
        let mouse = if self.mouse { MOUSE_OFF } else { "" };
        let focus = if self.multiplexer.is_some() { FOCUS_OFF } else { "" };
        let bytes = [mouse, focus, LEAVE, &on, LEAVE_SCREEN].concat().into_bytes();
        restore::register(Undo { tty: self.tty.clone(), bytes, passthrough: self.passthrough.clone() });
    }
}
