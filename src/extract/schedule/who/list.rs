//! Names in a row: "with X, the minister, and Y".

use super::{HONORIFICS, Participant, Parties, QUOTES, Reader, sits};
use crate::{
    article::Passage,
    extract::schedule::{
        phrase,
        unit::{Line, Unit, What},
    },
    knowledge::Kind,
    lexicon::events::Class,
};

impl Line<'_> {
    /// Names in a row, from one place on, after at most `skip` unknown words.
    pub(super) fn list_from(&self, from: usize, skip: usize) -> List {
        let mut list = List::default();
        let mut at = from;
        let mut skipped = 0usize;
        while let Some(unit) = self.get(at) {
            if let Some(entry) = unit.entry() {
                let next = Participant::Entry(entry);
                let introduced = list.is_introduced && matches!(unit.what, What::Person(_));
                let follows = unit.conjunction || introduced || list.parties.last() == Some(&next);
                let elsewhere = at > from && unit.preposition.is_some();
                if elsewhere || !list.parties.is_empty() && !follows {
                    break;
                }
                list.add(next);
                list.is_introduced = false;
                at += 1;
            } else if (self.is_group(at) || unit.is(Class::Media))
                && (list.parties.is_empty() || unit.conjunction)
                && unit.word.verb.is_none()
                && !(at > from && unit.preposition.is_some())
            {
                let Some((words, end)) = phrase::noun_phrase(self, at) else { break };
                // "delegations from X and Y": those of X and Y.
                if self.get(end).is_some_and(|unit| unit.is(Class::From))
                    && self.get(end + 1).is_some_and(|unit| unit.entry().is_some() && unit.preposition.is_none())
                {
                    at = end + 1;
                    continue;
                }
                // "the rebels of "the Front"": the name says it.
                if self.get(end).is_some_and(|unit| unit.is_mark(QUOTES))
                    && self.get(end + 1).is_some_and(|unit| unit.actor().is_some())
                {
                    list.parties.extend(self.get(end + 1).and_then(Unit::entry).map(Participant::Entry));
                    at = end + 2;
                    continue;
                }
                list.add(Participant::Words(words));
                // "the two ministers A and B"
                list.is_introduced = true;
                at = end;
            } else if let Some((words, end)) = self.counted(at).filter(|_| list.parties.is_empty() || unit.conjunction)
            {
                list.add(Participant::Words(words));
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

    /// Past the words that lead to the next name of a list, "and Doctor", "and a number of", or past the name of someone
    /// whose relation is told: "the wife of X".
    fn apposition(&self, at: usize) -> Option<usize> {
        let unit = self.get(at).filter(|unit| is_passable(unit) && !phrase::is_function(unit))?;
        let plain = |unit: &Unit<'_>| unit.preposition.is_none() && !unit.conjunction;
        if unit.conjunction {
            let passed = self.slice(at + 1..at + HONORIFICS);
            let passed = passed.iter().take_while(|unit| is_passable(unit) && plain(unit) && !unit.is(Class::Body));
            let next = at + 1 + passed.count();
            let names = self.get(next).filter(|names| plain(names))?;
            return (matches!(names.what, What::Person(_)) || self.is_group(next)).then_some(next);
        }
        let related = !unit.word.definite && unit.preposition.is_none();
        let entry =
            self.get(at + 1).filter(|names| related && plain(names) && matches!(names.what, What::Person(_)))?.entry();
        let names = self.slice(at + 1..self.units.len()).iter().take_while(|unit| unit.entry() == entry);
        Some(at + 1 + names.count())
    }

    /// "250 representatives": a number and those it counts.
    fn counted(&self, at: usize) -> Option<(Passage, usize)> {
        let among =
            at.checked_sub(1).and_then(|before| self.get(before)).is_some_and(|before| before.is(Class::Between));
        self.get(at).filter(|unit| unit.what == What::Number && !among)?;
        let counted = self.get(at + 1).filter(|unit| is_passable(unit) && !phrase::is_function(unit))?;
        (!counted.word.definite && !counted.conjunction && counted.preposition.is_none()).then_some(())?;
        Some((self.passage(at, at + 1)?, at + 2))
    }

    /// Brackets and commas may stand between a name and its title, or between the names of a list.
    fn goes_on_after(&self, at: usize, list: &[Participant]) -> bool {
        let mark = |at: usize| {
            self.get(at).is_some_and(|unit| unit.is_mark(&['\u{060C}', ',', '(', ')', '"', '\u{00AB}', '\u{00BB}']))
        };
        let next = if mark(at + 1) { at + 2 } else { at + 1 };
        mark(at)
            && self.get(next).is_some_and(|unit| {
                let known = unit.entry().is_some_and(|entry| list.last() == Some(&Participant::Entry(entry)));
                known || unit.conjunction && unit.entry().is_some()
            })
    }
}

impl Reader<'_, '_> {
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
pub(super) fn is_passable(unit: &Unit<'_>) -> bool {
    unit.what == What::Word
        && unit.word.finite().is_none()
        && unit.word.nouns.is_empty()
        && (!unit.is(Class::Adverbial) || unit.is(Class::From))
        && !unit.is(Class::In)
        && !unit.is(Class::With)
        && !unit.is(Class::Toward)
}
