//! Dates: calendar and relative expressions.

use crate::{extract::Source, knowledge::Date};

/// Every date of the article, by first mention.
#[must_use]
pub fn dates(_source: &Source<'_>) -> Vec<Date> {
    Vec::new()
}
