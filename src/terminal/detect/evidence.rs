//! What is known of the terminal, as its answers come in.

use super::Environment;
use crate::{app::Background, terminal::input::Reply};

/// Number of the mode that switches bidirectional support (ECMA-48 BDSM).
const BDSM: u32 = 8;
/// Number of the private mode of synchronized output.
const SYNCHRONIZED: u32 = 2026;

/// Environment and answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// The variables.
    pub environment: Environment,
    /// Every answer, in the order of arrival.
    pub replies: Vec<Reply>,
    /// What the terminal around a multiplexer calls itself, where the multiplexer told; empty: it calls itself
    /// nothing.
    pub outer: Option<String>,
}

impl Evidence {
    /// Nothing but the environment.
    #[must_use]
    pub fn new(environment: Environment) -> Self {
        Self { environment, ..Self::default() }
    }

    /// Takes in an answer.
    pub fn learn(&mut self, reply: Reply) {
        self.replies.push(reply);
    }

    /// Whether the last question was answered, so that what is not answered by now has no answer.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.primary().is_some()
    }

    /// Whether the multiplexer has yet to tell which terminal is around it.
    #[must_use]
    pub fn waits_for_outside(&self) -> bool {
        self.environment.has("TMUX") && self.outer.is_none()
    }

    /// DA1.
    #[must_use]
    pub fn primary(&self) -> Option<&str> {
        self.replies.iter().rev().find_map(|reply| match reply {
            Reply::PrimaryAttributes(attributes) => Some(attributes.as_str()),
            _ => None,
        })
    }

    /// DA2.
    #[must_use]
    pub fn secondary(&self) -> Option<&str> {
        self.replies.iter().rev().find_map(|reply| match reply {
            Reply::SecondaryAttributes(attributes) => Some(attributes.as_str()),
            _ => None,
        })
    }

    /// XTVERSION: of the terminal around a multiplexer where it is known, else of what answers.
    #[must_use]
    pub fn version(&self) -> Option<&str> {
        self.outer.as_deref().filter(|outer| !outer.is_empty()).or_else(|| self.own_version())
    }

    /// XTVERSION of what answers, a multiplexer perhaps.
    #[must_use]
    pub fn own_version(&self) -> Option<&str> {
        self.replies.iter().rev().find_map(|reply| match reply {
            Reply::Version(version) => Some(version.as_str()),
            _ => None,
        })
    }

    /// The state of the mode BDSM before it was touched, if the terminal has it: 1 set, 2 reset, 3 and 4 for good.
    #[must_use]
    pub fn bdsm(&self) -> Option<u32> {
        self.mode(false, BDSM).filter(|state| (1..=4).contains(state))
    }

    /// Whether frames may be fenced with synchronized output.
    #[must_use]
    pub fn synchronizes(&self) -> bool {
        matches!(self.mode(true, SYNCHRONIZED), Some(1 | 2))
    }

    /// The first report on a mode.
    #[must_use]
    pub fn mode(&self, private: bool, mode: u32) -> Option<u32> {
        self.replies.iter().find_map(|reply| match reply {
            Reply::Mode { private: is_private, mode: number, state } if *is_private == private && *number == mode => {
                Some(*state)
            }
            _ => None,
        })
    }

    /// Colour 10 (text) or 11 (background) of the terminal.
    #[must_use]
    pub fn colour(&self, number: u32) -> Option<[u8; 3]> {
        self.replies.iter().rev().find_map(|reply| match reply {
            Reply::Colour { which, rgb } if *which == number => Some(*rgb),
            _ => None,
        })
    }

    /// Whether the background is light, by its relative luminance (ITU-R BT.709 weights).
    #[must_use]
    pub fn background(&self) -> Option<Background> {
        let [red, green, blue] = self.colour(11)?.map(f32::from);
        let luminance = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255.0;
        Some(if luminance > 0.5 { Background::Light } else { Background::Dark })
    }
}
