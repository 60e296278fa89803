//! What stands left of a verb and changes it: announcing words, negations, the verb it hangs on.

use super::{LAM, MODAL, Modal, Reader, announced};
use crate::{
    extract::schedule::unit::What,
    knowledge::Status,
    lexicon::events::{Class, Sense, Tense},
};

impl Reader<'_, '_> {
    /// What stands left of a verb: announcing words, a negation, "was", another verb that it hangs on.
    pub(super) fn modal(&self, verb: usize) -> Modal {
        let mut modal = Modal::default();
        let mut distance = 0usize;
        let own_clause = if verb > self.occurrence.last { self.occurrence.last + 1 } else { 0 };
        for left in (self.line.clause_start(verb).max(own_clause)..verb).rev() {
            let Some(unit) = self.unit(left) else { break };
            distance += 1;
            if distance > MODAL {
                break;
            }
            if unit.what != What::Word {
                continue;
            }
            let word = unit.word;
            if unit.is(Class::Relative) || unit.is(Class::Break) && distance > 1 {
                break;
            }
            if distance == 1 && word.is(Class::Negation) {
                modal.negated = true;
            }
            if distance == 1 && word.is(Class::Perhaps) && self.is_present(verb) {
                modal.status = Some(Status::Expected);
            }
            if let Some(status) = announced(unit) {
                modal.status.get_or_insert(status);
                // "does not intend to hold"
                modal.negated |= self.negated_at(left);
            }
            if word.is(Class::Was) {
                modal.was = true;
                break;
            }
            match word.verb.map(|form| (form.sense, form.tense)) {
                Some((_, Tense::Noun)) if !self.leads_to(left) => {}
                Some((Sense::Ask | Sense::Hope | Sense::Plan, _)) if !self.is_complement(verb, distance) => {}
                Some((Sense::Cancel, _)) => modal.status = Some(Status::Cancelled),
                Some((Sense::Postpone, _)) => modal.status = Some(Status::Postponed),
                // Who is invited to attend a meeting knows that there will be one.
                Some((Sense::Ask, _)) if self.unit(verb).is_some_and(|unit| unit.word.has_sense(Sense::Attend)) => {
                    modal.status = modal.status.or(Some(Status::Scheduled));
                }
                Some((Sense::Ask, _)) => modal.status = modal.status.or(Some(Status::Proposed)),
                Some((Sense::Hope, _)) => modal.status = modal.status.or(Some(Status::Expected)),
                Some((Sense::Plan, _)) => modal.status = modal.status.or(Some(Status::Planned)),
                Some((_, Tense::Future)) => modal.status = modal.status.or(Some(Status::Scheduled)),
                Some((Sense::Occur, Tense::Past)) if distance <= 2 => {
                    modal.status = modal.status.or(Some(Status::Held));
                }
                _ => {}
            }
            if matches!(modal.status, Some(Status::Proposed)) && self.negated_at(left) {
                modal.negated = true;
            }
            let hangs_on = modal.status.is_some() || word.verb.is_some_and(|form| matches!(form.sense, Sense::Occur));
            if (word.finite().is_some() || unit.is(Class::Speech)) && !hangs_on {
                break;
            }
        }
        modal
    }

    /// Whether a verb stands as what another one asks for: after "to", "on", "that", or right behind it.
    fn is_complement(&self, verb: usize, distance: usize) -> bool {
        let joined = self.unit(verb).is_some_and(|unit| unit.preposition.is_some());
        let led = verb.checked_sub(1).and_then(|before| self.unit(before)).is_some_and(|before| {
            [Class::Toward, Class::Onto, Class::In, Class::That].iter().any(|class| before.is(*class))
        });
        joined || led || distance <= 2
    }

    /// Whether a verbal noun is joined to what follows it: "the agreement on holding", "asking to hold", "cancelling the
    /// holding".
    pub(super) fn leads_to(&self, verbal: usize) -> bool {
        let next = |ahead: usize| self.unit(verbal + ahead);
        next(1).is_some_and(|unit| {
            unit.is(Class::Onto)
                || unit.is(Class::Toward)
                || unit.is(Class::That)
                || unit.is(Class::In)
                || unit.preposition == Some(LAM)
                || unit.word.verb.is_some()
        }) || next(2).is_some_and(|unit| unit.preposition == Some(LAM) && unit.word.verb.is_some())
    }

    pub(super) fn is_present(&self, verb: usize) -> bool {
        self.unit(verb).and_then(|unit| unit.word.finite()).is_some_and(|form| form.tense == Tense::Present)
    }
}
