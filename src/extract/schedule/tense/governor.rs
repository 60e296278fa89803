//! The verb that governs a noun of meeting from the left.

use super::{BEH, GOVERNOR, LAM, Reader};
use crate::{
    extract::schedule::unit::{Unit, What, is_journey},
    lexicon::events::{Class, Sense, Tense, VerbForm},
};

/// How many units right of the noun "call" what is called for stands at most.
const ASKED: usize = 5;

impl Reader<'_, '_> {
    /// The nearest verb or verbal noun to the left, in the same clause, that can govern a meeting.
    pub(super) fn governor(&self) -> Option<(usize, VerbForm)> {
        let at = self.occurrence.at;
        let start = self.line.clause_start(at).max(at.saturating_sub(GOVERNOR));
        let circumstance = self.is_circumstance();
        for left in (start..at).rev() {
            let unit = self.unit(left)?;
            if unit.what != What::Word {
                continue;
            }
            if let Some(form) = unit.word.verb
                && form.sense != Sense::Gather
                && (form.sense.governs() || matches!(form.sense, Sense::Hope | Sense::Plan))
                && unit.word.nouns.is_empty()
                && !(form.tense == Tense::Noun && self.is_of_another(left))
                && !self.is_subject_of(left, form)
                && !self.is_led(left, form)
                && !(form.tense == Tense::Noun && form.sense == Sense::Ask && left + ASKED < at)
                && (form.sense != Sense::Carry || self.unit(at)?.preposition == Some(BEH))
            {
                let form = self.as_used(left, form);
                let takes_preposition =
                    matches!(form.sense, Sense::Attend | Sense::Make | Sense::Carry | Sense::Chair | Sense::Sit)
                        || matches!(form.sense, Sense::Ask | Sense::Hope | Sense::Plan)
                            && left + 3 >= at
                            && self.unit(at - 1).is_some_and(|unit| unit.is(Class::Onto) || unit.is(Class::Toward))
                        || form.tense == Tense::Noun && left + 2 >= at;
                if !circumstance || takes_preposition {
                    return Some((left, form));
                }
                // What only names a wish or an act may stand between: "takes part, with hope, in the session".
                if form.tense != Tense::Noun && !matches!(form.sense, Sense::Ask | Sense::Hope | Sense::Plan) {
                    return None;
                }
                continue;
            }
            if (unit.is(Class::Ongoing) || unit.is(Class::Sitting)) && !unit.word.definite && !circumstance {
                let form = VerbForm { sense: Sense::Occur, tense: Tense::Present, object: false };
                return Some((left, form));
            }
            if unit.is(Class::Relative) {
                return None;
            }
        }
        None
    }

    /// "holding" is spelled like "held": after an ordinary word it is the noun, unless what follows is marked as its object.
    pub(super) fn as_used(&self, verb: usize, form: VerbForm) -> VerbForm {
        let starts_clause = |unit: &Unit<'_>| {
            [Class::That, Class::Relative, Class::Was, Class::Perhaps, Class::Break, Class::Negation, Class::Since]
                .iter()
                .any(|class| unit.is(*class))
        };
        let clause = self.line.clause(verb);
        let before = verb.checked_sub(1).and_then(|before| self.unit(before)).filter(|before| before.clause == clause);
        let after_word = before.is_some_and(|before| {
            before.what == What::Word && !starts_clause(before) && !self.line.is_part_of_day(before.tokens.start)
        });
        let twin = form.tense == Tense::Past && self.unit(verb).is_some_and(|unit| unit.word.is_verbal_noun);
        if twin && after_word && !self.is_object() { VerbForm { tense: Tense::Noun, ..form } } else { form }
    }

    /// "at the head of", spelled like "headed": no verb stands right after a preposition.
    fn is_led(&self, verb: usize, form: VerbForm) -> bool {
        let leads = |before: &Unit<'_>| {
            [Class::In, Class::Onto, Class::From, Class::Toward, Class::With].iter().any(|class| before.is(*class))
        };
        let before = verb.checked_sub(1).and_then(|before| self.unit(before));
        let noun = form.tense == Tense::Noun || self.unit(verb).is_some_and(|unit| unit.word.is_verbal_noun);
        !noun && before.is_some_and(leads)
    }

    /// "the meeting called on the states": whoever asks, no one asks for it.
    fn is_subject_of(&self, verb: usize, form: VerbForm) -> bool {
        let at = self.occurrence.at;
        form.sense == Sense::Ask
            && form.tense != Tense::Noun
            && verb + 1 == at
            && self.unit(at).is_some_and(|unit| unit.word.definite && unit.preposition.is_none())
            && self.unit(verb).is_some_and(|unit| unit.is(Class::Acts))
    }

    /// Whether the noun shows the mark of an object: alef at its end.
    pub(super) fn is_object(&self) -> bool {
        self.unit(self.occurrence.at)
            .is_some_and(|unit| self.line.words(unit.passage).trim_end_matches('\u{064B}').ends_with('\u{0627}'))
    }

    /// Whether a verbal noun governs another noun of meeting: "at the end of the session a meeting".
    pub(super) fn is_of_another(&self, verbal: usize) -> bool {
        (verbal + 1..self.occurrence.at)
            .any(|at| self.unit(at).is_some_and(|unit| !unit.word.nouns.is_empty() && unit.what == What::Word))
    }

    /// Whether a preposition of time or place makes the noun a circumstance: "during the meeting".
    pub(super) fn is_circumstance(&self) -> bool {
        let at = self.occurrence.at;
        let Some(unit) = self.unit(at) else { return false };
        let before =
            at.checked_sub(1).and_then(|before| self.unit(before)).filter(|before| before.clause == unit.clause);
        // "in this meeting", "on his fourth visit"
        let before = match before {
            Some(this) if this.is(Class::This) || this.is(Class::Ordinal) && !this.word.definite => {
                at.checked_sub(2).and_then(|before| self.unit(before))
            }
            other => other,
        };
        let about = before.is_some_and(|before| before.is(Class::About));
        let purpose = unit.preposition == Some(LAM) && self.sets_out();
        purpose
            || unit.preposition.is_some_and(|letter| letter != LAM) && !about
            || before.is_some_and(|before| before.is(Class::Adverbial) && !before.is(Class::Toward))
    }

    /// Whether the clause tells of someone who sets out: "heads for Paris to meet".
    pub(super) fn sets_out(&self) -> bool {
        let at = self.occurrence.at;
        let clause = self.line.slice(self.line.clause_start(at)..at);
        clause.iter().any(|unit| unit.what == What::Word && is_journey(unit))
    }
}
