//! The kinds of terminals, by what they do to right-to-left text themselves.

use std::{fmt, str::FromStr};

/// What a terminal does to right-to-left text, and so what it has to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Class {
    /// Puts each character where it is told to: xterm, foot, alacritty, st, urxvt, most others.
    #[default]
    Plain,
    /// Reorders unless ECMA-48's bidirectional support mode (BDSM, mode 8) is reset: VTE.
    Bdsm,
    /// Reorders unless told not to by a setting of the profile: Konsole.
    Konsole,
    /// Reorders unless told not to by a private command: mlterm.
    Mlterm,
    /// Reverses each word: kitty.
    Kitty,
    /// Reorders runs of equal attributes: terminals made with qtermwidget, and xterm.js where it draws as HTML.
    Split,
    /// Reorders each row and flips it where it begins right to left: PuTTY.
    Putty,
    /// Reorders rows and cannot be told not to: Terminal of macOS, it is thought.
    Logical,
}

impl Class {
    /// Every class.
    pub const ALL: [Self; 8] =
        [Self::Plain, Self::Bdsm, Self::Konsole, Self::Mlterm, Self::Kitty, Self::Split, Self::Putty, Self::Logical];

    /// The name under which it is chosen.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Bdsm => "bdsm",
            Self::Konsole => "konsole",
            Self::Mlterm => "mlterm",
            Self::Kitty => "kitty",
            Self::Split => "split",
            Self::Putty => "putty",
            Self::Logical => "logical",
        }
    }
}

impl fmt::Display for Class {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// No class has this name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownClass(String);

impl fmt::Display for UnknownClass {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = Class::ALL.iter().map(|class| class.name()).collect();
        write!(formatter, "no kind of terminal is called '{}' (there are: auto, {})", self.0, names.join(", "))
    }
}

impl std::error::Error for UnknownClass {}

impl FromStr for Class {
    type Err = UnknownClass;

    fn from_str(name: &str) -> Result<Self, UnknownClass> {
        let found = Self::ALL.into_iter().find(|class| class.name().eq_ignore_ascii_case(name));
        found.ok_or_else(|| UnknownClass(name.to_owned()))
    }
}
