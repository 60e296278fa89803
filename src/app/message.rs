//! What can happen to the reader, and what the reader asks of the world.

use std::sync::Arc;

use super::{
    key::KeyPress,
    model::Notice,
    search::{Hits, Query},
};
use crate::{
    article::ParagraphId,
    document::Document,
    text::{Levels, Settings},
};

/// Something happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Key(KeyPress),
    /// Text was pasted.
    Paste(String),
    /// The pointer did something.
    Mouse(Mouse),
    /// The screen has this size now, in cells.
    Resize {
        /// Columns.
        columns: u16,
        /// Rows.
        rows: u16,
    },
    /// The terminal told which background it has.
    Background(Background),
    /// The terminal is ours again after a suspension.
    Resumed,
    /// More of the article was read, or more is known of it.
    Document(Arc<Document>),
    /// The answer to a search.
    Hits(Hits),
    /// The levels of a long paragraph.
    Levels {
        /// Which.
        paragraph: ParagraphId,
        /// For which setting.
        settings: Settings,
        /// The levels.
        levels: Arc<Levels>,
    },
    /// There is something to tell the reader once.
    Notice(Notice),
}

/// Whether the terminal's background is light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Background {
    /// Light text on dark.
    #[default]
    Dark,
    /// Dark text on light.
    Light,
}

impl Background {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Dark,
        }
    }
}

/// A pointer event at a visual cell, counted from the top left, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What.
    pub action: MouseAction,
    /// The visual column.
    pub column: u16,
    /// The row.
    pub row: u16,
}

/// What the pointer did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseAction {
    /// The left button went down.
    Press,
    /// It moved with the left button held.
    Drag,
    /// The left button went up.
    Release,
    /// The wheel turned up.
    WheelUp,
    /// The wheel turned down.
    WheelDown,
}

/// What the reader asks of the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal back until the program is resumed.
    Suspend,
    /// Wipe the screen and draw it whole.
    Redraw,
    /// Take the mouse, or leave it to the terminal.
    ToggleMouse,
    /// Work out the levels of a long paragraph as a whole; they come as [`Message::Levels`] if its segments may differ
    /// without them.
    Resolve {
        /// Which.
        paragraph: ParagraphId,
        /// For which setting.
        settings: Settings,
    },
    /// Look for words; the answer comes as [`Message::Hits`].
    Search(Query),
}
