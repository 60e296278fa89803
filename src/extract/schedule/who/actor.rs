//! Which names of a sentence can be a subject, and which is the nearest.

use super::{CLAUSES, Parties, Reader, sits};
use crate::{
    extract::schedule::{phrase, unit::What},
    lexicon::events::{Class, EventType, Sense},
};

impl Reader<'_, '_> {
    /// The subject of a verb that has none after it; whether there is one.
    pub(super) fn nearest_before(&self, at: usize, parties: &mut Parties) -> bool {
        if self.in_clause_before(at, parties) {
            return true;
        }
        let mut start = self.line().clause_start(at);
        for _ in 0..CLAUSES {
            let Some(end) = start.checked_sub(1) else { break };
            start = self.line().clause_start(end);
            // The subject of that clause comes first in it.
            if let Some(first) = (start..=end).find(|at| self.line().is_free_actor(*at)) {
                self.add_from(first, parties);
                return true;
            }
        }
        false
    }

    pub(super) fn in_clause_before(&self, at: usize, parties: &mut Parties) -> bool {
        let start = self.line().clause_start(at);
        // "that" begins a clause of its own, unless its pronoun takes up the subject before it.
        let that = (start..at).rev().find(|at| self.unit(*at).is_some_and(|unit| unit.is(Class::That)));
        let that = that.filter(|that| !self.line().has_pronoun(*that));
        // "asked the company to begin": whoever is asked does.
        if let Some(that) = that
            && self.line().first_subject(that + 1, at).is_none()
            && let Some(asks) = self.asks(that)
        {
            return self.asked(asks, that, parties);
        }
        let start = that.map_or(start, |that| that + 1);
        let free = self.line().first_subject(start, at);
        let any = || (start..at).rev().find(|at| self.unit(*at).is_some_and(|unit| unit.actor().is_some()));
        let Some(actor) = free.or_else(any) else { return false };
        self.add_from(self.line().start_of_list(actor), parties);
        true
    }

    pub(super) fn actor_right_before(&self, verb: usize, parties: &mut Parties) {
        if let Some(before) = verb.checked_sub(1).filter(|before| self.line().is_free_actor(*before)) {
            self.add_from(self.line().start_of_list(before), parties);
        }
    }

    pub(super) fn add_from(&self, at: usize, parties: &mut Parties) {
        if self.occurrence().sort == EventType::Session || self.occurrence().verb() == Some(Sense::Sit) {
            self.body_at(at, parties);
        }
        parties.add_all(self.line().list_from(at, 0).parties);
    }

    pub(super) fn state_from(&self, at: usize, parties: &mut Parties) {
        self.body_at(at, parties);
        parties.state(self.line().list_from(at, 0).parties);
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
