//! What the reader is doing. No ratatui, no crossterm, no clock, no files.

pub mod key;
pub mod message;

pub use key::{Key, KeyPress, Modifiers};
pub use message::{Effect, Message};
