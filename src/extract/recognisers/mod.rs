//! The recognisers: each reads the article and hands on what it found, knowing nothing of the others.

pub mod dates;
mod implied;
mod initials;
mod lists;
mod organisations;
mod places;
mod realms;
mod tagged;
mod titled;

pub use tagged::with_organisation_head;

use super::{context::Source, finding::Finding, model::hints::Hints};
use crate::arabic::Script;

pub use tagged::with_type_word;

/// A way to find names.
type Recogniser = fn(&Source<'_>) -> Vec<Finding>;

/// Every recogniser of names that goes by rules.
const RULES: &[Recogniser] = &[organisations::find, implied::find, places::find, realms::find, titled::find];

/// Whatever any recogniser finds that has an Arabic word in it: of other scripts nothing is known here.
#[must_use]
pub fn findings(source: &Source<'_>) -> Vec<Finding> {
    let is_arabic =
        |finding: &Finding| source.tokens.slice(finding.tokens).iter().any(|token| token.script == Script::Arabic);
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|recogniser| recogniser(source)).collect();
    let hints = Hints::of(source.tokens.all().len(), &findings);
    findings.extend(lists::find(source));
    findings.extend(tagged::find(source, &hints));
    findings.retain(is_arabic);
    findings
}

/// What the rules find, for the model to look at.
#[must_use]
pub fn hints(source: &Source<'_>) -> Hints {
    let findings: Vec<Finding> = RULES.iter().flat_map(|recogniser| recogniser(source)).collect();
    Hints::of(source.tokens.all().len(), &findings)
}
