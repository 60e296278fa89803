//! The recognisers: each reads the article and hands on what it found, knowing nothing of the others.

pub mod dates;
mod lists;
mod organisations;
mod places;
mod tagged;
mod titled;

use super::{context::Source, finding::Finding};

/// A way to find names.
type Recogniser = fn(&Source<'_>) -> Vec<Finding>;

/// Every recogniser of names.
const RECOGNISERS: &[Recogniser] = &[lists::find, organisations::find, places::find, tagged::find, titled::find];

/// Whatever any recogniser finds.
#[must_use]
pub fn findings(source: &Source<'_>) -> Vec<Finding> {
    RECOGNISERS.iter().flat_map(|recogniser| recogniser(source)).collect()
}
