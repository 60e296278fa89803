//! Keys as the reader sees them, whatever terminal they came from.

/// A key without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A character as typed. The one key of the Arabic 101 layout that types lam and alef arrives as the
    /// ligature U+FEFB, FEF7, FEF9 or FEF5.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Forward delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left, a physical direction.
    Left,
    /// Arrow right, a physical direction.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// What was held down with a key. Shift is part of the character for characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Modifiers {
    /// Control.
    pub ctrl: bool,
    /// Alt, also typed as Escape before the key in one read.
    pub alt: bool,
    /// Shift, for keys that are not characters.
    pub shift: bool,
}

/// One press of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyPress {
    /// Which key.
    pub key: Key,
    /// With what.
    pub modifiers: Modifiers,
}

impl From<Key> for KeyPress {
    fn from(key: Key) -> Self {
        Self { key, modifiers: Modifiers::default() }
    }
}
