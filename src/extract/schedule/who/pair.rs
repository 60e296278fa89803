//! Whom "the two men", "the two sides" are: the two of the meeting told last.

use super::{Participant, Parties, Scope};
use crate::lexicon::events::Class;

/// Puts the two parties of the last meeting that has two in the place of a word for them in the clause of another one.
pub(in crate::extract::schedule) fn resolve<'p>(
    scope: Scope<'_, '_>,
    before: impl Iterator<Item = &'p Parties>,
    parties: &mut Parties,
) {
    let at = scope.occurrence.at;
    let clause = scope.line.slice(scope.line.clause_start(at)..scope.line.clause_end(at));
    let pair = clause.iter().find(|unit| unit.is(Class::Pair) && unit.word.definite && unit.preposition.is_none());
    let Some(pair) = pair else { return };
    let Some(two) = before.filter_map(two_entries).next() else { return };
    let is_pair =
        |party: &Participant| matches!(party, Participant::Words(words) if words.span.start == pair.passage.span.start);
    let others = |party: &Participant| !is_pair(party) && !two.contains(party);
    if !parties.all.iter().any(others) {
        parties.all = two.to_vec();
        parties.implied.clear();
    }
}

/// The parties of a meeting, if they are two and have names.
fn two_entries(parties: &Parties) -> Option<[Participant; 2]> {
    let mut both = parties.all.clone();
    both.extend(parties.implied.iter().filter(|party| !parties.all.contains(party)));
    let all: [Participant; 2] = both.as_slice().try_into().ok()?;
    all.iter().all(|party| matches!(party, Participant::Entry(_))).then_some(all)
}
