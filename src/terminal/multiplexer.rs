//! tmux and GNU screen: reaching the terminal outside.

use std::process::{Command, Stdio};

use super::detect::Environment;

/// A program between this one and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Multiplexer {
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

impl Multiplexer {
    /// The one this process runs in.
    pub fn of(environment: &Environment) -> Option<Self> {
        if environment.has("TMUX") { Some(Self::Tmux) } else { environment.has("STY").then_some(Self::Screen) }
    }

    /// What is known of the terminal outside before it is asked about: of screen's nothing will ever be.
    pub fn outside(self) -> Option<String> {
        match self {
            Self::Tmux => None,
            Self::Screen => Some(String::new()),
        }
    }

    /// A sequence as the multiplexer hands it to the terminal outside.
    pub fn wrap(self, sequence: &str) -> String {
        match self {
            // Every ESC within is doubled.
            Self::Tmux => format!("\x1bPtmux;{}\x1b\\", sequence.replace('\x1b', "\x1b\x1b")),
            Self::Screen => format!("\x1bP{sequence}\x1b\\"),
        }
    }
}

/// tmux's option `allow-passthrough` of this pane, as it was before it was set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passthrough {
    /// The pane's own value; none: it had none.
    before: Option<String>,
}

impl Passthrough {
    /// Puts the option back.
    pub fn put_back(&self) {
        let arguments: &[&str] = match &self.before {
            Some(value) => &["set", "-p", "allow-passthrough", value],
            None => &["set", "-pu", "allow-passthrough"],
        };
        tmux(arguments);
    }
}

/// What tmux tells of its terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outside {
    /// The device of the terminal, which tells one window from another.
    pub device: String,
    /// What the terminal answered to XTVERSION; empty if nothing.
    pub version: String,
    /// How to put the option back, if it was changed.
    pub passthrough: Option<Passthrough>,
}

/// Asks tmux which terminal shows this pane, and lets sequences pass to it.
pub(super) fn ask_tmux() -> Option<Outside> {
    let client = tmux(&["display-message", "-p", "#{client_tty} #{client_termtype}"])?;
    let (device, version) = client.split_once(' ').unwrap_or((&client, ""));
    // Only the pane's own value is shown, nothing where it has none. Before 3.3 there is no such option and
    // sequences always pass.
    let before = tmux(&["show", "-pv", "allow-passthrough"]);
    let passes = |value: &str| matches!(value, "on" | "all");
    let passthrough = before.filter(|before| !passes(before)).and_then(|before| {
        tmux(&["set", "-p", "allow-passthrough", "on"])?;
        Some(Passthrough { before: (!before.is_empty()).then_some(before) })
    });
    Some(Outside { device: device.to_owned(), version: version.to_owned(), passthrough })
}

/// Runs a command of tmux on the server of this pane and gives what it prints; none if it fails.
fn tmux(arguments: &[&str]) -> Option<String> {
    let output = Command::new("tmux").args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_are_wrapped() {
        assert_eq!(Multiplexer::Tmux.wrap("\x1b[8l"), "\x1bPtmux;\x1b\x1b[8l\x1b\\");
        assert_eq!(Multiplexer::Screen.wrap("\x1b[8l"), "\x1bP\x1b[8l\x1b\\");
    }
}
