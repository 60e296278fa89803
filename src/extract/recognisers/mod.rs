//! The recognisers: each reads the article and hands on what it found, knowing nothing of the others.

pub mod dates;
mod lists;
mod organisations;
mod places;
mod tagged;
mod titled;

use super::{context::Source, finding::Finding};
use crate::arabic::Script;

/// A way to find names.
type Recogniser = fn(&Source<'_>) -> Vec<Finding>;

/// Every recogniser of names.
const RECOGNISERS: &[Recogniser] = &[lists::find, organisations::find, places::find, tagged::find, titled::find];

/// Whatever any recogniser finds that has an Arabic word in it: of other scripts nothing is known here.
#[must_use]
pub fn findings(source: &Source<'_>) -> Vec<Finding> {
    let is_arabic =
        |finding: &Finding| source.tokens.slice(finding.tokens).iter().any(|token| token.script == Script::Arabic);
    RECOGNISERS.iter().flat_map(|recogniser| recogniser(source)).filter(is_arabic).collect()
}
