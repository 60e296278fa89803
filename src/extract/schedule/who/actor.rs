//! Which names of a sentence can be a subject, and which is the nearest.

use super::{CLAUSES, Parties, Reader};
use crate::{
    extract::schedule::unit::{COMMA, Unit, What},
    lexicon::events::{Class, Sense, Sort},
};

impl Reader<'_, '_> {
    /// A person, an organisation or a body that no preposition leads to, or a state that is the subject of its verb.
    pub(super) fn is_free_actor(&self, at: usize) -> bool {
        let Some(unit) = self.unit(at) else { return false };
        let kind = match unit.what {
            What::Person(_) | What::Organisation(_) => true,
            What::Place(_) => self.is_subject_place(at),
            What::Word => self.is_group(at) && !unit.is(Class::Venue),
            _ => false,
        };
        kind && unit.preposition.is_none() && !self.after_preposition(at) && !self.in_construct(at)
    }

    /// A word for a body or for people who can sit: "the delegation", "the Iraqis".
    pub(super) fn is_group(&self, at: usize) -> bool {
        let Some(unit) = self.unit(at).filter(|unit| unit.what == What::Word) else { return false };
        let of_noun = self.scope.before(at).is_some_and(|before| before.what == What::Word && before.word.definite);
        let nation = !of_noun
            && unit.word.definite
            && self.line().words(unit.passage).ends_with("\u{0648}\u{0646}")
            && self.line().nationality(unit.tokens.start).is_some();
        unit.is(Class::Body) || nation
    }

    /// Whether a noun right before owns it, or it stands in brackets: "the seat of the secretariat", "(Reuters)".
    fn in_construct(&self, at: usize) -> bool {
        self.scope.before(at).is_some_and(|before| {
            before.is_mark(&['(']) || before.is(Class::Venue) && !before.word.definite || before.is(Class::City)
        })
    }

    pub(super) fn is_subject_place(&self, at: usize) -> bool {
        let dateline = at == 0 && self.unit(1).is_none_or(|next| next.what != What::Word);
        !dateline
            && self.scope.before(at).is_none_or(|before| {
                before.what == What::Word
                    && (before.is(Class::That)
                        || before.is(Class::Speech)
                        || before.word.verb.is_some()
                        || before.is(Class::Break)
                        || self.opens_clause(at - 1))
            })
    }

    /// Whether a word that no list has opens a clause, as its verb does.
    fn opens_clause(&self, at: usize) -> bool {
        let plain = |unit: &Unit<'_>| {
            unit.word.is_unknown()
                && !unit.word.definite
                && unit.preposition.is_none()
                && !self.line().words(unit.passage).ends_with('\u{0629}')
        };
        self.line().clause_start(at) == at && self.unit(at).is_some_and(plain)
    }

    pub(super) fn after_preposition(&self, at: usize) -> bool {
        let leads = |before: &Unit<'_>| {
            [Class::In, Class::Toward, Class::Adverbial, Class::From, Class::With, Class::Between, Class::Joined]
                .iter()
                .any(|class| before.is(*class))
        };
        let before = self.scope.before(at);
        let quoted = before.is_some_and(|before| before.is_mark(&['"', '\u{00AB}', '\u{201C}', '(']));
        let before = if quoted { at.checked_sub(2).and_then(|at| self.unit(at)) } else { before };
        before.is_some_and(leads)
    }

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
            if let Some(first) = (start..=end).find(|at| self.is_free_actor(*at)) {
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
        let start = that.filter(|that| !self.has_pronoun(*that)).map_or(start, |that| that + 1);
        let free = self.first_subject(start, at);
        let any = || (start..at).rev().find(|at| self.unit(*at).is_some_and(|unit| unit.actor().is_some()));
        let Some(actor) = free.or_else(any) else { return false };
        self.add_from(self.start_of_list(actor), parties);
        true
    }

    pub(super) fn has_pronoun(&self, that: usize) -> bool {
        self.unit(that).is_some_and(|unit| {
            let word = self.line().words(unit.passage);
            word.ends_with('\u{0647}') || word.ends_with("\u{0647}\u{0627}")
        })
    }

    /// The first of some units that can be the subject of what stands after them. In a relative clause it is the first
    /// of that clause, or else the one that the clause tells of.
    pub(super) fn first_subject(&self, from: usize, to: usize) -> Option<usize> {
        let of_press = |at: usize| self.is_media(at) && self.unit(at).is_some_and(|unit| unit.actor().is_some());
        let can =
            |at: &usize| self.is_free_actor(*at) && !self.is_media(*at) && !at.checked_sub(1).is_some_and(of_press);
        let is = |at: &usize, class| self.unit(*at).is_some_and(|unit| unit.is(class));
        let comma = |at: &usize| self.unit(*at).is_some_and(|unit| unit.is_mark(COMMA));
        let relative = (from..to).rev().take_while(|at| !comma(at)).find(|at| is(at, Class::Relative));
        match relative {
            Some(relative) => (relative + 1..to).find(can).or_else(|| (from..relative).rev().find(can)),
            None => (from..to).find(|at| can(at) && !self.in_closed_relative(*at, to)),
        }
    }

    /// Whether a unit lies in a relative clause that a comma closes before `at`.
    pub(super) fn in_closed_relative(&self, unit: usize, at: usize) -> bool {
        let comma = |at: &usize| self.unit(*at).is_some_and(|unit| unit.is_mark(COMMA));
        let opened = (0..unit)
            .rev()
            .take_while(|at| !comma(at))
            .any(|at| self.unit(at).is_some_and(|unit| unit.is(Class::Relative)));
        opened && (unit + 1..at).any(|at| comma(&at))
    }

    pub(super) fn actor_right_before(&self, verb: usize, parties: &mut Parties) {
        if let Some(before) = verb.checked_sub(1).filter(|before| self.is_free_actor(*before)) {
            self.add_from(self.start_of_list(before), parties);
        }
    }

    /// Back over "X and Y" to X.
    pub(super) fn start_of_list(&self, at: usize) -> usize {
        let mut first = at;
        while let Some(before) = first.checked_sub(1)
            && let (Some(earlier), Some(unit)) = (self.unit(before), self.unit(first))
            && earlier.actor().is_some()
            && (unit.conjunction || earlier.actor() == unit.actor())
        {
            first = before;
        }
        first
    }

    pub(super) fn add_from(&self, at: usize, parties: &mut Parties) {
        if self.occurrence().sort == Sort::Session || self.occurrence().verb() == Some(Sense::Sit) {
            self.body_at(at, parties);
        }
        parties.add_all(self.list_from(at, 0).parties);
    }

    pub(super) fn state_from(&self, at: usize, parties: &mut Parties) {
        self.body_at(at, parties);
        parties.state(self.list_from(at, 0).parties);
    }
}
