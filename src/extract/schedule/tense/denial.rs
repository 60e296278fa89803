//! What keeps a meeting from taking place: denials, suppositions, and what became of a plan.

use super::{Reader, Status};
use crate::{
    extract::schedule::unit::{Unit, What},
    lexicon::events::{Class, Sense},
};

/// How many units left of a meeting its date may be said not to be set.
const DATE: usize = 5;

impl Reader<'_, '_> {
    /// A denial left of the meeting in its sentence, "any", a supposition.
    pub(super) fn is_denied(&self) -> bool {
        let at = self.occurrence.at;
        let before = at.checked_sub(1).and_then(|before| self.unit(before));
        if before.is_some_and(|before| before.is(Class::Any)) {
            return true;
        }
        let here = self.line.slice(self.line.clause_start(at)..at);
        // "there is no intention of calling a meeting"
        let none = here
            .windows(2)
            .any(|pair| matches!(pair, [no, thing] if no.is(Class::Negation) && thing.is(Class::Exists)));
        if none || self.is_beyond_reach(here) {
            return true;
        }
        let mut clause = self.line.clause(at);
        for left in (0..at).rev() {
            let Some(unit) = self.unit(left) else { break };
            if unit.is(Class::Break) && unit.clause < clause && !unit.is(Class::Relative) {
                break;
            }
            clause = unit.clause;
            let denied = unit.is(Class::Denial) && !self.negated_at(left);
            if denied || (unit.is(Class::Supposition) && self.line.clause(left) == self.line.clause(at)) {
                return true;
            }
        }
        // "which he denied", of the whole sentence before it.
        self.line.slice(at + 1..self.line.units.len()).windows(2).any(|pair| {
            matches!(pair, [what, denial] if denial.is(Class::Denial) && (what.is(Class::Relative) || what.is(Class::What)))
        })
    }

    /// "the minister was not able to meet".
    fn is_beyond_reach(&self, before: &[Unit<'_>]) -> bool {
        let by = before.last().is_some_and(|last| last.is(Class::From));
        by && before.windows(2).any(|pair| matches!(pair, [no, able] if no.is(Class::Negation) && able.is(Class::Able)))
    }

    /// "the date of it was not set", "no date was set for it" in the rest of the sentence.
    pub(super) fn is_undated(&self) -> bool {
        let fixes =
            |pair: &[Unit<'_>]| matches!(pair, [no, set] if no.is(Class::Negation) && set.word.has_sense(Sense::Set));
        let before = self.line.slice(self.occurrence.at.saturating_sub(DATE)..self.occurrence.at);
        let after = self.line.slice(self.occurrence.last + 1..self.line.units.len());
        let of_date = matches!(before, [.., appointment] if appointment.is(Class::Appointment));
        if of_date && (before.windows(2).any(fixes) || after.windows(2).any(fixes)) {
            return true;
        }
        after.windows(2).enumerate().any(|(index, pair)| {
            let near = after.get(index.saturating_sub(3)..(index + 5).min(after.len())).unwrap_or_default();
            fixes(pair) && near.iter().any(|unit| unit.is(Class::Appointment))
        })
    }

    /// What became of a plan that the text speaks of in the past.
    pub(super) fn fate(&self) -> Status {
        let others = self.line.units.iter().enumerate().filter(|(index, _)| *index != self.occurrence.at);
        let mut fate = Status::Postponed;
        for (index, unit) in others {
            match unit.word.verb.map(|form| form.sense) {
                Some(Sense::Cancel) if unit.what == What::Word => return Status::Cancelled,
                Some(Sense::Postpone) if unit.what == What::Word => return Status::Postponed,
                Some(sense) if sense.governs() && self.negated_at(index) => fate = Status::Cancelled,
                _ => {}
            }
        }
        fate
    }

    pub(super) fn negated_at(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| self.unit(before)).is_some_and(|before| before.is(Class::Negation))
    }
}
