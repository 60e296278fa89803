//! Names in a row: "with X, the minister, and Y".

use super::{HONORIFICS, Participant, Parties, QUOTES, Reader, sits};
use crate::{
    extract::schedule::{
        phrase,
        unit::{Unit, What},
    },
    knowledge::Kind,
    lexicon::events::Class,
};

impl Reader<'_, '_> {
    /// Names in a row, from one place on, after at most `skip` unknown words.
    pub(super) fn list_from(&self, from: usize, skip: usize) -> List {
        let mut list = List::default();
        let mut at = from;
        let mut skipped = 0usize;
        while let Some(unit) = self.unit(at) {
            if let Some(entry) = unit.entry() {
                let next = Participant::Entry(entry);
                let follows = unit.conjunction || list.is_introduced || list.parties.last() == Some(&next);
                if !list.parties.is_empty() && !follows {
                    break;
                }
                list.add(next);
                list.is_introduced = false;
                at += 1;
            } else if self.is_group(at) && (list.parties.is_empty() || unit.conjunction) && unit.word.verb.is_none() {
                let Some((words, end)) = phrase::noun_phrase(self.line(), at) else { break };
                // "delegations from X and Y": those of X and Y.
                if self.unit(end).is_some_and(|unit| unit.is(Class::From))
                    && self.unit(end + 1).is_some_and(|unit| unit.entry().is_some() && unit.preposition.is_none())
                {
                    at = end + 1;
                    continue;
                }
                // "the rebels of "the Front"": the name says it.
                if self.unit(end).is_some_and(|unit| unit.is_mark(QUOTES))
                    && self.unit(end + 1).is_some_and(|unit| unit.actor().is_some())
                {
                    list.parties.extend(self.unit(end + 1).and_then(Unit::entry).map(Participant::Entry));
                    at = end + 2;
                    continue;
                }
                list.add(Participant::Words(words));
                // "the two ministers A and B"
                list.is_introduced = true;
                at = end;
            } else if list.parties.is_empty() && skipped < skip && is_passable(unit) {
                skipped += 1;
                at += 1;
            } else if let Some(next) = self.apposition(at).filter(|_| !list.parties.is_empty()) {
                list.is_introduced |= unit.conjunction;
                at = next;
            } else if !list.parties.is_empty() && self.goes_on_after(at, &list.parties) {
                at += 1;
            } else {
                break;
            }
        }
        list.units = at.saturating_sub(from);
        list
    }

    /// Past the words between a name and what goes on with the list: "and Doctor", "and a number of", "the wife of X".
    fn apposition(&self, at: usize) -> Option<usize> {
        let unit = self.unit(at).filter(|unit| is_passable(unit) && !phrase::is_function(unit))?;
        let mut next = at + 1;
        if unit.conjunction {
            while next < at + HONORIFICS
                && self.unit(next).is_some_and(|unit| is_passable(unit) && !self.is_group(next) && !unit.conjunction)
            {
                next += 1;
            }
        }
        let goes_on = |unit: &Unit<'_>| unit.preposition.is_none() && !unit.conjunction;
        let person = |unit: &Unit<'_>| matches!(unit.what, What::Person(_)) || unit.conjunction;
        let names = self.unit(next).filter(|unit| goes_on(unit))?;
        if unit.conjunction {
            return (matches!(names.what, What::Person(_)) || self.is_group(next)).then_some(next);
        }
        let _ = person;
        (!unit.word.definite && unit.preposition.is_none() && matches!(names.what, What::Person(_)))
            .then(|| self.after_person(next))
    }

    fn after_person(&self, at: usize) -> usize {
        let entry = self.unit(at).and_then(Unit::entry);
        let end =
            (at..self.line().units.len()).find(|at| self.unit(*at).and_then(Unit::entry) != entry || entry.is_none());
        end.unwrap_or(at + 1)
    }

    /// Brackets and commas may stand between a name and its title, or between the names of a list.
    pub(super) fn goes_on_after(&self, at: usize, list: &[Participant]) -> bool {
        let mark = |at: usize| {
            self.unit(at).is_some_and(|unit| unit.is_mark(&['\u{060C}', ',', '(', ')', '"', '\u{00AB}', '\u{00BB}']))
        };
        let next = if mark(at + 1) { at + 2 } else { at + 1 };
        mark(at)
            && self.unit(next).is_some_and(|unit| {
                let known = unit.entry().is_some_and(|entry| list.last() == Some(&Participant::Entry(entry)));
                known || unit.conjunction && unit.entry().is_some()
            })
    }

    /// The organ that sits, if the actor at a unit is one.
    pub(super) fn body_at(&self, at: usize, parties: &mut Parties) {
        if parties.body.is_some() || !sits(self.occurrence()) {
            return;
        }
        parties.body = self.unit(at).and_then(|unit| match unit.what {
            What::Organisation(_) => Some(unit.passage),
            What::Word if unit.is(Class::Body) => phrase::noun_phrase(self.line(), at).map(|(words, _)| words),
            _ => None,
        });
    }
}

/// Names in a row.
#[derive(Debug, Clone, Default)]
pub(super) struct List {
    pub(super) parties: Vec<Participant>,
    /// A word that leads to names was read: what follows needs no conjunction.
    is_introduced: bool,
    /// How many units they take.
    pub(super) units: usize,
}

impl List {
    pub(super) fn add(&mut self, party: Participant) {
        if !self.parties.contains(&party) {
            self.parties.push(party);
        }
    }

    pub(super) fn without_places(mut self) -> Self {
        self.parties.retain(|party| !matches!(party, Participant::Entry(entry) if entry.kind == Kind::Place));
        self
    }
}

/// Whether a word may stand between "with" and the first name: an honorific, "his counterpart", "each of".
fn is_passable(unit: &Unit<'_>) -> bool {
    unit.what == What::Word
        && unit.word.finite().is_none()
        && unit.word.nouns.is_empty()
        && !unit.is(Class::In)
        && !unit.is(Class::With)
        && !unit.is(Class::Toward)
}
