//! Coreference: which mentions speak of the same person, organisation or place.

use super::{context::Source, finding::Finding};
use crate::knowledge::{Entity, Person};

/// Who and what an article speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entities {
    /// People by first mention.
    pub people: Vec<Person>,
    /// Organisations by first mention.
    pub organisations: Vec<Entity>,
    /// Places by first mention.
    pub places: Vec<Entity>,
}

/// Gathers findings into entries.
#[must_use]
pub fn entities(_source: &Source<'_>, _findings: &[Finding]) -> Entities {
    Entities::default()
}
