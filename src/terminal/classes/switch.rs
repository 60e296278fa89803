//! Switching a terminal's own reordering off and back on.

use super::Class;

/// The bytes that do it for one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Switch {
    /// Switches reordering off. Rows that are on the screen may keep it until they are erased.
    pub off: &'static str,
    /// Switches it back on.
    pub on: &'static str,
}

impl Switch {
    /// The switch of a class, for those that have one.
    #[must_use]
    pub fn of(class: Class) -> Option<Self> {
        match class {
            Class::Bdsm => Some(Self { off: "\x1b[8l", on: "\x1b[8h" }),
            Class::Konsole => Some(Self {
                off: "\x1b]50;BidiRenderingEnabled=false\x07",
                on: "\x1b]50;BidiRenderingEnabled=true\x07",
            }),
            Class::Mlterm => Some(Self { off: "\x1b]5379;use_ctl=false\x07", on: "\x1b]5379;use_ctl=true\x07" }),
            Class::Plain | Class::Kitty | Class::Split | Class::Putty | Class::Logical => None,
        }
    }
}
