//! What the reader is doing. No ratatui, no crossterm, no clock, no files.
//!
//! ```text
//! key -keymap-> Command -update-> Model, Effect*          (update.rs: what happens; walking.rs, searching.rs: what is done)
//! Model = Reading (rows in view) + Panes (selections) + Search + Jumps + levels for Escape
//! Geometry says where the regions lie: drawing and pointing both go by it
//! ```

pub mod command;
mod field;
pub mod geometry;
mod jumps;
pub mod key;
pub mod keymap;
mod layout101;
mod layouts;
pub mod message;
mod model;
mod panes;
mod reading;
mod rows;
mod search;
mod searching;
mod typography;
mod update;
mod walking;

pub use field::Field;
pub use key::{Key, KeyPress, Modifiers};
pub use message::{Background, Effect, Message};
pub use model::{Chosen, Focus, Model, Notice};
pub use panes::{PaneId, Panes};
pub use reading::{Reading, RowInView};
pub use search::{Generation, Hits, Query, Search};
pub use typography::{Harakat, Typography};
