//! How far the words of a sentence belong to one meeting of it.

use super::{
    occurrence::Occurrence,
    tense::Standing,
    unit::{Line, Unit, What},
};
use crate::lexicon::events::{Class, Demand, Sense};

/// How many units after a relative pronoun the verb that governs the meeting may stand.
const RELATIVE: usize = 5;

/// A sentence with one of its meetings, and the others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope<'l, 'a> {
    /// The sentence.
    pub line: &'l Line<'a>,
    /// The meeting.
    pub occurrence: &'l Occurrence,
    /// Where it stands.
    pub standing: &'l Standing,
    /// Every meeting of the sentence.
    pub all: &'l [Occurrence],
}

impl<'a> Scope<'_, 'a> {
    /// The unit there.
    pub fn unit(&self, at: usize) -> Option<&Unit<'a>> {
        self.line.get(at)
    }

    /// The unit before.
    pub fn before(&self, at: usize) -> Option<&Unit<'a>> {
        self.line.get(at.checked_sub(1)?)
    }

    /// Whether a complement says which meeting it is: "concerning", "devoted to".
    pub fn is_specified(&self) -> bool {
        self.unit(self.occurrence.last + 1).is_some_and(|unit| unit.is(Class::About))
    }

    /// "in the meeting", "during the visit": whoever the clause speaks of is there.
    pub fn is_within(&self) -> bool {
        let at = self.occurrence.at;
        let near = |back: usize| at.checked_sub(back).and_then(|at| self.unit(at));
        let pointed =
            near(1).is_some_and(|unit| unit.is(Class::This) || unit.is(Class::Ordinal) && !unit.word.definite);
        self.unit(at).is_some_and(|unit| unit.preposition.is_some())
            || near(1).is_some_and(|unit| unit.is(Class::Within))
            || pointed && near(2).is_some_and(|unit| unit.is(Class::Within))
    }

    /// Whether "of them" follows: a part of a meeting named before.
    pub fn is_of_previous(&self) -> bool {
        self.unit(self.occurrence.last + 1).is_some_and(|unit| unit.is(Class::Thereof))
    }

    /// Whether the clause tells what went before: it begins with "after that".
    pub fn is_retold(&self) -> bool {
        let start = self.line.clause_start(self.occurrence.at);
        let is = |at: usize, class: Class| self.unit(at).is_some_and(|unit| unit.is(class));
        is(start, Class::Since) || is(start, Class::After) && is(start + 1, Class::That)
    }

    /// Whether another meeting is named there.
    pub fn is_other(&self, at: usize) -> bool {
        let names = |other: &&Occurrence| other.at == at && other.demand != Demand::After;
        at != self.occurrence.at && self.all.iter().any(|other| names(&other))
    }

    /// Whether another meeting is named between the start of the clause and there: what follows may be said of it.
    pub fn is_after_other(&self, at: usize) -> bool {
        (self.line.clause_start(at)..at).any(|before| self.is_other(before))
    }

    /// One past the last unit, at most `reach` units from `from` on, that can still speak of the meeting: before another
    /// meeting, a new clause, and a relative clause about something else.
    pub fn end(&self, from: usize, reach: usize) -> usize {
        let limit = from.saturating_add(reach).min(self.line.units.len());
        let clause = self.line.clause(self.occurrence.at);
        (from..limit).find(|at| self.ends_at(*at, clause)).unwrap_or(limit)
    }

    fn ends_at(&self, at: usize, clause: u16) -> bool {
        let Some(unit) = self.unit(at) else { return true };
        let governor = self.standing.governor == Some(at);
        if governor {
            return false;
        }
        let left_of_governor = self.standing.governor.is_some_and(|governor| governor > at);
        let other_clause = unit.clause != clause && !left_of_governor && !self.in_governed_clause(unit.clause);
        other_clause
            || self.is_other(at)
            || unit.is(Class::Speech) && !unit.word.definite
            || unit.is(Class::That) && !left_of_governor && !self.in_own_relative(at)
            || unit.is(Class::Relative) && !self.is_own_relative(at)
            || unit.what == What::Word
                && unit.word.finite().is_some_and(|form| {
                    form.sense.governs()
                        && !matches!(form.sense, Sense::Attend | Sense::Chair | Sense::Gather)
                        && !(form.sense == Sense::Host && form.object)
                })
                && !left_of_governor
                && !self.before(at).is_some_and(is_participle)
                && !self.in_own_relative(at)
    }

    /// The clause of a verb that comes after the noun goes on speaking of it.
    fn in_governed_clause(&self, clause: u16) -> bool {
        self.standing
            .governor
            .filter(|governor| *governor > self.occurrence.at)
            .is_some_and(|governor| self.line.clause(governor) == clause)
    }

    /// Whether the relative pronoun there takes the meeting up: it agrees, and the verb that governs the meeting follows.
    fn is_own_relative(&self, at: usize) -> bool {
        let agrees = self.unit(at).is_some_and(|unit| self.occurrence.agrees_with(self.line.words(unit.passage)));
        let governed = self.standing.governor.is_some_and(|governor| governor > at && governor <= at + RELATIVE);
        agrees && (governed || self.standing.was_planned)
    }

    fn in_own_relative(&self, at: usize) -> bool {
        let was = self.occurrence.last + 1;
        // "a visit she was to make" has no pronoun.
        self.standing.was_planned && at > was && self.unit(was).is_some_and(|unit| unit.is(Class::Was))
            || (self.occurrence.last + 1..at).any(|before| {
                self.unit(before).is_some_and(|unit| unit.is(Class::Relative)) && self.is_own_relative(before)
            })
    }
}

/// "set to be held": the word after it is the verbal noun.
fn is_participle(unit: &Unit<'_>) -> bool {
    [Class::Scheduled, Class::Expected, Class::Planned].iter().any(|class| unit.is(*class))
}
