//! Events: meetings held or under way, and meetings and sessions announced.

use super::Context;
use crate::knowledge::Event;

/// The events of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Events {
    /// Held or under way, by first mention.
    pub meetings: Vec<Event>,
    /// Announced: soonest first, unknown dates last.
    pub upcoming: Vec<Event>,
}

/// Reads the events.
#[must_use]
pub fn events(_context: &Context<'_>) -> Events {
    Events::default()
}
