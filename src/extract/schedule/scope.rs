//! How far the words of a sentence belong to one meeting of it.

use super::{
    occurrence::{Form, Occurrence},
    tense::Standing,
    unit::{Line, Unit, What},
};
use crate::lexicon::events::{Class, Demand, EventType, Sense};

const LAM: char = '\u{0644}';
/// How many units after a relative pronoun the verb that governs the meeting may stand.
const RELATIVE: usize = 5;
/// How many units may stand between a noun and a verb that takes it up without a relative pronoun.
const BARE_RELATIVE: usize = 6;

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

    /// Whether a complement or an adjective says which meeting it is: "concerning", "devoted to", "the European summit".
    pub fn is_specified(&self) -> bool {
        let next = self.unit(self.occurrence.last + 1);
        next.is_some_and(|unit| {
            let nation = || self.line.nationality(unit.tokens.start).is_some() && unit.word.definite;
            unit.is(Class::About) || unit.what == What::Word && nation()
        })
    }

    /// Whether whoever meets follows the noun at once: "the meeting with", "the session between". What a verb before it or a
    /// circumstance after it adds does not tell it from others: "the minister chaired the meeting".
    pub fn has_complement(&self) -> bool {
        let next = self.occurrence.last + 1;
        let owner = |unit: &Unit<'_>| {
            let actor = matches!(unit.what, What::Organisation(_) | What::Person(_));
            (actor || unit.is(Class::Body)) && self.standing.governor.is_none() && !unit.conjunction
        };
        self.is_specified()
            || self.unit(next).is_some_and(|unit| unit.is(Class::With) || unit.is(Class::Between) || owner(unit))
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

    /// The verb of setting out whose purpose the meeting is: "heads for the capital to meet the president".
    pub fn errand(&self) -> Option<usize> {
        let at = self.occurrence.at;
        let first = self.standing.governor.map_or(at, |governor| governor.min(at));
        let is_errand = self.unit(first)?.preposition == Some(LAM);
        let leaves = |unit: &Unit<'_>| {
            let sense = unit.word.finite().map(|form| form.sense);
            unit.what == What::Word && sense.is_some_and(|sense| sense == Sense::Visit || sense.is_journey())
        };
        let start = self.line.clause_start(first);
        let verb = self.line.slice(start..first).iter().rposition(leaves)?;
        is_errand.then_some(start + verb)
    }

    /// Whether "of them" follows: a part of a meeting named before.
    pub fn is_of_previous(&self) -> bool {
        self.unit(self.occurrence.last + 1).is_some_and(|unit| unit.is(Class::Thereof)) || self.is_number_of_previous()
    }

    /// "the summit in its thirty-second session": which of the summits it is.
    fn is_number_of_previous(&self) -> bool {
        let occurrence = self.occurrence;
        let numbered =
            occurrence.form == Form::Owned && occurrence.sort == EventType::Session && occurrence.ordinal.is_some();
        let previous = self.all.iter().rfind(|other| other.last < occurrence.at);
        let near = previous.is_some_and(|previous| {
            let between = self.line.slice(previous.last + 1..occurrence.at);
            let names = |unit: &Unit<'_>| unit.is(Class::In) || unit.word.definite && unit.word.verb.is_none();
            matches!(previous.sort, EventType::Summit | EventType::Conference) && between.iter().all(names)
        });
        numbered && near
    }

    /// Whether the clause tells what went before: it begins with "after that".
    pub fn is_retold(&self) -> bool {
        let start = self.line.clause_start(self.occurrence.at);
        let is = |at: usize, class: Class| self.unit(at).is_some_and(|unit| unit.is(class));
        is(start, Class::Since) || is(start, Class::After) && is(start + 1, Class::That)
    }

    /// The meeting that this one is held before, after or on the sidelines of: "met on the sidelines of the summit".
    pub fn beside(&self) -> Option<&Occurrence> {
        let at = self.occurrence.at;
        let is_course = |at: usize| self.unit(at).is_some_and(Unit::sets_beside);
        let held = self.occurrence.verb().is_none() && !is_course(at.saturating_sub(1));
        let other = self.all.iter().find(|other| {
            other.at != at
                && other.verb().is_none()
                && self.line.clause(other.at) == self.line.clause(at)
                && other.at.checked_sub(1).is_some_and(is_course)
        });
        other.filter(|_| held)
    }

    /// Whether another meeting is named there.
    pub fn is_other(&self, at: usize) -> bool {
        // "discusses it tomorrow during a summit": the verb is of the summit.
        let own = |other: &Occurrence| {
            let discussed = other.verb() == Some(Sense::Discuss) && self.occurrence.verb().is_none();
            discussed && other.at < self.occurrence.at && self.standing.adverbial && self.is_within()
        };
        let names = |other: &&Occurrence| other.at == at && other.demand != Demand::After && !own(other);
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
        let other_clause = unit.clause != clause
            && !left_of_governor
            && !self.in_governed_clause(unit.clause)
            && !self.in_joined_relative(at);
        other_clause
            || self.is_participle_of_another(at)
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
            || (self.occurrence.last + 1..=at).any(|before| {
                self.is_bare_relative(before)
                    || before < at
                        && self.unit(before).is_some_and(|unit| unit.is(Class::Relative))
                        && self.is_own_relative(before)
            })
    }

    /// Whether the verb there takes the meeting up without a pronoun, as it does after a noun without article: "a meeting
    /// lasting two days".
    fn is_bare_relative(&self, at: usize) -> bool {
        let first = self.occurrence.last + 1;
        let tells = |unit: &Unit<'_>| unit.what == What::Word && unit.word.finite().is_some();
        self.occurrence.form == Form::Indefinite
            && self.unit(at).is_some_and(|unit| tells(unit) && !unit.conjunction && is_of_meeting(unit))
            && self.line.slice(first..at).len() <= BARE_RELATIVE
            && !self.line.slice(first..at).iter().any(|unit| tells(unit) || matches!(unit.what, What::Mark(_)))
    }

    /// Whether a second verb goes on with the relative clause: "that lasted three hours and was held in the palace".
    fn in_joined_relative(&self, at: usize) -> bool {
        let start = self.line.clause_start(at);
        start.checked_sub(1).is_some_and(|before| {
            before > self.occurrence.last
                && self.line.clause(before) == self.line.clause(self.occurrence.at)
                && self.unit(start).is_some_and(|unit| unit.conjunction && is_of_meeting(unit))
                && self.in_own_relative(before)
                && !(start..self.line.clause_end(start)).any(|at| self.is_other(at))
        })
    }

    /// Whether the participle there says of something else when it will be: "the preparations for the elections set for".
    fn is_participle_of_another(&self, at: usize) -> bool {
        let participle =
            self.unit(at).is_some_and(|unit| is_participle(unit) && unit.word.definite && !unit.conjunction);
        participle && self.occurrence.verb().is_none() && !self.occurrence.agrees_with_participle(self.line, at)
    }
}

/// A verb whose subject a meeting can be: it is held, it lasts.
fn is_of_meeting(unit: &Unit<'_>) -> bool {
    let sense = unit.word.finite().map(|form| form.sense);
    matches!(sense, Some(Sense::Hold | Sense::Occur | Sense::Begin | Sense::End | Sense::Gather))
}

/// "set to be held": the word after it is the verbal noun.
fn is_participle(unit: &Unit<'_>) -> bool {
    [Class::Scheduled, Class::Expected, Class::Planned].iter().any(|class| unit.is(*class))
}
