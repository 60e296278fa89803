//! The standing that a verb gives, by its sense and tense.

use super::{Firmness, LAM, Reader, Standing, announced};
use crate::{
    extract::schedule::{occurrence::Form, unit::What},
    knowledge::Status,
    lexicon::events::{Class, EventType, Sense, Tense, VerbForm},
};

impl Reader<'_, '_> {
    pub(super) fn by_verb(&self, at: usize, form: VerbForm, standing: &mut Standing) {
        let modal = self.modal(at);
        // What is to last may have begun: "the talks will go on until Wednesday".
        let lasting = self.unit(at).is_some_and(|unit| unit.is(Class::Lasting));
        let said = if lasting { Firmness::Suggested } else { Firmness::Said };
        standing.denied |= modal.negated && !modal.gone;
        standing.was_planned |= modal.was && modal.status.is_some();
        let status = match form.sense {
            Sense::Cancel => Some((Status::Cancelled, Firmness::Said)),
            Sense::Postpone => Some((Status::Postponed, Firmness::Said)),
            _ if modal.status.is_some() => modal.status.map(|status| (status, said)),
            Sense::Ask => Some((Status::Proposed, Firmness::Said)),
            Sense::Hope => Some((Status::Expected, Firmness::Said)),
            Sense::Plan => Some((Status::Planned, Firmness::Suggested)),
            _ => match form.tense {
                Tense::Past if form.sense == Sense::Begin && self.is_today(at) => {
                    Some((Status::Ongoing, Firmness::Said))
                }
                Tense::Past => Some((Status::Held, Firmness::Said)),
                Tense::Future => Some((self.unless_conditional(Status::Scheduled), said)),
                Tense::Present if self.goes_on(at) || self.unit(at).is_some_and(|unit| unit.is(Class::Ongoing)) => {
                    Some((Status::Ongoing, Firmness::Said))
                }
                // "is holding talks", unless the sentence tells of what is to come.
                Tense::Present if self.is_conducting(at, form) => Some((Status::Ongoing, Firmness::Suggested)),
                // "the minister, who is visiting the capital"
                Tense::Present if self.occurrence.sort == EventType::Visit && self.opens_relative(at) => {
                    Some((Status::Ongoing, Firmness::Suggested))
                }
                // "the talks which take place in"
                Tense::Present
                    if at > self.occurrence.last && (self.is_relative(at) || self.is_visit_made(at, form)) =>
                {
                    Some((Status::Ongoing, Firmness::Guessed))
                }
                Tense::Present => {
                    let firmness = if lasting { Firmness::Guessed } else { Firmness::Suggested };
                    Some((self.unless_conditional(Status::Scheduled), firmness))
                }
                Tense::Noun => self.of_verbal_noun(at, form),
            },
        };
        standing.status = standing.status.or(status);
    }

    pub(super) fn is_conducting(&self, verb: usize, form: VerbForm) -> bool {
        let talks = matches!(self.occurrence.sort, EventType::Talks | EventType::Consultations | EventType::Dialogue);
        let ahead = self.line.slice(0..verb).iter().any(|unit| {
            announced(unit).is_some()
                || unit.what == What::Word
                    && (unit.word.future && !unit.is(Class::Noun)
                        || unit.word.verb.is_some_and(|form| form.sense.is_journey()))
        });
        talks && form.sense == Sense::Hold && !ahead
    }

    pub(super) fn is_relative(&self, verb: usize) -> bool {
        (self.occurrence.last + 1..verb).any(|at| self.unit(at).is_some_and(|unit| unit.is(Class::Relative)))
    }

    /// "a visit he is paying": a relative clause without a pronoun.
    fn is_visit_made(&self, verb: usize, form: VerbForm) -> bool {
        let thereby = self.unit(verb + 1).is_some_and(|unit| unit.is(Class::Thereby));
        self.occurrence.sort == EventType::Visit && (form.object || thereby)
    }

    /// Whether the verb begins a relative clause about someone.
    fn opens_relative(&self, verb: usize) -> bool {
        let before = verb.checked_sub(1).and_then(|before| self.unit(before));
        verb <= self.occurrence.at && before.is_some_and(|before| before.is(Class::Relative))
    }

    /// A verbal noun takes its time from what stands left of it.
    pub(super) fn of_verbal_noun(&self, at: usize, form: VerbForm) -> Option<(Status, Firmness)> {
        let unit = self.unit(at)?;
        let before = at.checked_sub(1).and_then(|before| self.unit(before));
        match form.sense {
            Sense::End => return Some((Status::Held, Firmness::Suggested)),
            Sense::Begin if self.line.heading && at <= 1 => return Some((Status::Ongoing, Firmness::Suggested)),
            _ => {}
        }
        let toward = before.is_some_and(|before| before.is(Class::Toward) || before.is(Class::Onto));
        if unit.preposition == Some(LAM) || toward {
            return Some((Status::Planned, Firmness::Suggested));
        }
        if before.is_some_and(|before| before.is(Class::Before)) || self.is_some_time_before(at) {
            return Some((Status::Scheduled, Firmness::Suggested));
        }
        if before.is_some_and(|before| before.is(Class::After)) {
            return Some((Status::Held, Firmness::Suggested));
        }
        // Someone speaks of holding one: it is not held yet.
        (form.sense == Sense::Hold && self.occurrence.form == Form::Indefinite)
            .then_some((Status::Proposed, Firmness::Suggested))
    }

    pub(super) fn unless_conditional(&self, status: Status) -> Status {
        let before = self.line.slice(0..self.occurrence.at);
        if before.iter().any(|unit| unit.is(Class::Condition)) { Status::Expected } else { status }
    }

    /// "is still", or a verb of going on, at the verb; "at present" behind a verb that is the meeting.
    pub(super) fn goes_on(&self, verb: usize) -> bool {
        let own = self.occurrence.verb().is_some();
        let end = if own { self.line.clause_end(verb) } else { verb + 2 };
        self.line.slice(verb.saturating_sub(2)..end).iter().any(|unit| unit.is(Class::Ongoing))
    }

    pub(super) fn is_today(&self, verb: usize) -> bool {
        let clause = self.line.slice(self.line.clause_start(verb)..self.line.clause_end(verb));
        clause.iter().any(|unit| matches!(unit.what, What::Date(_)) && unit.word.letters == 0)
    }
}
