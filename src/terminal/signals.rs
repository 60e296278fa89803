//! Signals as events.

use std::{io, sync::mpsc::Sender, thread};

use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
    low_level,
};

use super::{event::Event, restore};

/// Those that end the process.
const ENDING: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];

/// Turns signals into events from now on.
pub(super) fn listen(events: Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGWINCH, SIGCONT, SIGTSTP].into_iter().chain(ENDING))?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        let mut ending = false;
        for signal in signals.forever() {
            // Asked a second time, the loop that should have ended by now is stuck.
            if ENDING.contains(&signal) && std::mem::replace(&mut ending, true) {
                restore::undo();
                die_of(signal);
            }
            let event = match signal {
                SIGWINCH => Event::Resized,
                SIGCONT => Event::Continued,
                SIGTSTP => Event::Stop,
                ending => Event::End(ending),
            };
            if events.send(event).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Ends the process as the signal would have.
pub(super) fn die_of(signal: i32) {
    // It does not come back for the signals of this list.
    let _ = low_level::emulate_default_handler(signal);
}

/// Stops the job that the process belongs to, as the kernel does at Ctrl-Z in a cooked terminal, and tells whether
/// it was done. It is not where no shell could wake it again: in the process group of the session's leader.
pub(super) fn stop_job() -> bool {
    use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
    let has_shell = getsid(None).is_ok_and(|session| session != getpgrp());
    has_shell && kill_current_process_group(Signal::STOP).is_ok()
}
