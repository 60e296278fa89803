//! Which terminal this is: what is asked, what the environment and the answers say, and what follows.

mod colours;
mod environment;
mod evidence;
mod rules;

pub use colours::colours;
pub use environment::{Environment, VARIABLES};
pub use evidence::Evidence;
pub use rules::{Verdict, classify};

/// OSC 11: the colour of the background.
pub const BACKGROUND_QUERY: &str = "\x1b]11;?\x07";

/// The questions of the start, the fence (DA1, which every terminal answers) last. DECRQM and the like print stray
/// letters in some terminals: erase the screen afterwards. XTGETTCAP and ENQ are not asked, since what some
/// terminals do about them cannot be told from text or typing.
pub const QUERIES: &str = concat!(
    "\x1b[>q",         // XTVERSION
    "\x1b[>c",         // DA2
    "\x1b[8$p",        // DECRQM: bidirectional support
    "\x1b[?2026$p",    // DECRQM: synchronized output
    "\x1b]10;?\x1b\\", // colour of text
    "\x1b]11;?\x1b\\", // colour of the background
    "\x1b[c",          // DA1
);
