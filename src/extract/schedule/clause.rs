//! What the units of a sentence are to each other: the clauses they lie in, and whom "the latter" means.

use super::unit::{COMMA, Line, Unit, What};
use crate::lexicon::events::Class;

const BEH: char = '\u{0628}';
const FEH: char = '\u{0641}';
/// Marks that close a clause.
const STOPS: &[char] = &[':', ';', '\u{061B}'];

/// "said that the latter": whoever was named last.
pub(super) fn resolve_latter(line: &mut Line<'_>) {
    let mut last = None;
    for index in 0..line.units.len() {
        let unit = line.units[index];
        if matches!(unit.what, What::Person(_)) {
            last = Some(unit.what);
        }
        let leads = |before: &Unit<'_>| {
            let of_clause = [Class::That, Class::With, Class::Speech, Class::Was, Class::Toward];
            before.word.finite().is_some() || of_clause.iter().any(|class| before.is(*class))
        };
        // After a noun it is its adjective.
        let stands_alone = unit.word.definite
            && unit.is(Class::Latter)
            && index.checked_sub(1).and_then(|before| line.units.get(before)).is_some_and(leads);
        if let Some(person) = last.filter(|_| stands_alone) {
            line.units[index].what = person;
        }
    }
}

/// Clauses end at stops, before words that begin one, and before a verb joined on.
pub(super) fn number(line: &mut Line<'_>) {
    let mut clause = 0u16;
    for index in 0..line.units.len() {
        let unit = line.units[index];
        let joined_verb = unit.what == What::Word
            && unit.word.conjunction
            && (unit.word.finite().is_some() || unit.word.is(Class::Speech) || unit.word.is(Class::Was));
        // After a comma, "and" with a word that no list has and that is not definite begins a clause with its verb.
        let after_comma =
            index.checked_sub(1).and_then(|before| line.units.get(before)).is_some_and(|before| before.is_mark(COMMA));
        let joined_verb = joined_verb
            || after_comma
                && unit.what == What::Word
                && unit.word.conjunction
                && !unit.word.definite
                && (unit.word.is_unknown() || unit.is(Class::This));
        // "and that to discuss", but "and that in the palace on Monday" is more of the same clause.
        let next = line.units.get(index + 1);
        let that = unit.is(Class::This) && unit.word.conjunction && !next.is_some_and(|next| next.word.definite);
        let adds = that && next.is_some_and(is_circumstance);
        let joined_verb = (joined_verb || that) && !adds;
        // "as for the second session, Tabarka hosted it": the comment goes on with the clause of its topic.
        let comments = joined_verb && line.words(unit.passage).starts_with(FEH) && line.opens_with_topic(index);
        let joined_verb = joined_verb && !comments;
        // "the indirect talks": what breaks a clause elsewhere belongs to the adjective here.
        let of_adjective = unit.is(Class::Kind) && next.is_some_and(|next| next.word.definite || next.is(Class::Kind));
        if index > 0 && (unit.is(Class::Break) && !of_adjective || joined_verb) {
            clause = clause.saturating_add(1);
        }
        line.units[index].clause = clause;
        if unit.is_mark(STOPS) {
            clause = clause.saturating_add(1);
        }
    }
}

/// Whether a unit tells where or when.
fn is_circumstance(unit: &Unit<'_>) -> bool {
    unit.is(Class::In) || unit.preposition == Some(BEH) || matches!(unit.what, What::Date(_))
}
