//! What follows the noun: its adjectives, its relative clause, its predicate.

use super::{Firmness, RIGHT, Reader, Standing, announced, leads_away};
use crate::{
    extract::schedule::{
        occurrence::Form,
        unit::{COMMA, What},
    },
    knowledge::Status,
    lexicon::events::{Class, Sense, Tense},
};

/// How many adjectives may stand between a noun and the verb that takes it up.
const ADJECTIVES: usize = 2;

impl Reader<'_, '_> {
    /// Adjectives, participles and the relative clause right of the noun.
    pub(super) fn by_modifier(&self, standing: &mut Standing) {
        let last = self.occurrence.last;
        let mut relative = false;
        let mut phrase_over = false;
        for (ahead, right) in (last + 1..last + 1 + RIGHT).enumerate() {
            let Some(unit) = self.unit(right) else { break };
            if unit.what != What::Word {
                continue;
            }
            let word = unit.word;
            if unit.is(Class::Relative) {
                if !self.occurrence.agrees_with(self.line.words(unit.passage)) {
                    break;
                }
                relative = true;
                continue;
            }
            if !word.nouns.is_empty() && ahead > 0 || unit.is(Class::Break) {
                break;
            }
            let adjacent = ahead <= 1;
            phrase_over |= !relative && leads_away(unit);
            if word.is(Class::Was) && (relative || adjacent) {
                standing.was_planned = self.announced_within(right + 1, 3).is_some() || self.was_to_come(right);
                if standing.was_planned {
                    return;
                }
                continue;
            }
            if (word.definite || adjacent)
                && !word.conjunction
                && let Some(status) = announced(unit).filter(|_| !word.is(Class::Proposed) || word.definite)
                && (!word.definite || self.occurrence.agrees_with_participle(self.line, right))
                && (relative || adjacent || word.definite)
                && (relative || !phrase_over)
            {
                standing.status = Some((status, Firmness::Said));
                return;
            }
            if word.is(Class::Sitting) {
                standing.status = Some((Status::Held, Firmness::Suggested));
                return;
            }
            let Some(form) = word.finite() else { continue };
            // A verb that takes the noun up: after the relative pronoun, or by its object pronoun.
            let thereby = (1..4).any(|next| self.unit(right + next).is_some_and(|unit| unit.is(Class::Thereby)));
            // "a meeting held in the capital": a noun without article needs no relative pronoun.
            let held = self.occurrence.form == Form::Indefinite
                && matches!(form.sense, Sense::Hold | Sense::Occur | Sense::Host)
                && ahead <= ADJECTIVES
                && !word.conjunction
                && !phrase_over;
            let takes_up = relative || held || (form.object || thereby) && adjacent;
            if takes_up && (form.sense.governs() || form.sense == Sense::Sit) {
                standing.governor = Some(right);
                standing.form = Some(form);
                self.by_verb(right, form, standing);
                return;
            }
            if !relative && ahead > 0 {
                break;
            }
        }
    }

    /// "she was going to make": a verb of the future after "was".
    pub(super) fn was_to_come(&self, was: usize) -> bool {
        let units = self.line.slice(was + 1..was + 6);
        let near = units.iter().take_while(|unit| !unit.is_mark(COMMA));
        near.filter(|unit| unit.what == What::Word).any(|unit| unit.word.future && !unit.is(Class::Noun))
    }

    pub(super) fn announced_within(&self, from: usize, units: usize) -> Option<Status> {
        self.line.slice(from..from + units).iter().find_map(announced)
    }

    /// "moves its assembly, to be held on": the verb after "on condition that" takes the noun up.
    pub(super) fn by_condition(&self, standing: &mut Standing) {
        let last = self.occurrence.last;
        for right in last + 1..last + 1 + RIGHT {
            let Some(unit) = self.unit(right) else { break };
            let is = |at: usize, class: Class| self.unit(at).is_some_and(|unit| unit.is(class));
            if unit.what == What::Word && !unit.word.nouns.is_empty() {
                break;
            }
            let held =
                unit.word.finite().filter(|form| matches!(form.sense, Sense::Hold | Sense::Occur | Sense::Begin));
            if let Some(form) = held.filter(|_| unit.what == What::Word && right >= 2)
                && is(right - 1, Class::That)
                && is(right - 2, Class::Onto)
            {
                standing.governor = Some(right);
                standing.form = Some(form);
                standing.status = Some((Status::Scheduled, Firmness::Suggested));
                return;
            }
        }
    }

    /// A noun that begins its clause: the verb comes after it.
    pub(super) fn by_predicate(&self, standing: &mut Standing) {
        let last = self.occurrence.last;
        let mut relative = false;
        for right in last + 1..last + 1 + RIGHT {
            let Some(unit) = self.unit(right) else { break };
            if unit.is_mark(COMMA) {
                relative = false;
            }
            if unit.what != What::Word {
                continue;
            }
            let word = unit.word;
            if unit.is(Class::Relative) {
                relative = true;
            }
            if !word.nouns.is_empty() && word.verb.is_none() || unit.is(Class::Break) || unit.is(Class::That) {
                break;
            }
            if relative || word.definite {
                continue;
            }
            if unit.is(Class::Ongoing) {
                standing.status = Some((Status::Ongoing, Firmness::Said));
                standing.governor = Some(right);
                return;
            }
            if let Some(form) = word.finite() {
                if form.sense == Sense::Set && form.tense == Tense::Past && !self.negated_at(right) {
                    standing.status = Some((Status::Scheduled, Firmness::Said));
                    standing.governor = Some(right);
                    return;
                }
                if form.sense.governs() && form.sense != Sense::Ask && !self.negated_at(right) {
                    standing.governor = Some(right);
                    standing.form = Some(form);
                    self.by_verb(right, form, standing);
                    return;
                }
                if form.sense.governs() && self.negated_at(right) && !self.line.heading {
                    standing.denied |= form.sense != Sense::Set;
                }
                continue;
            }
            // "the talks will not be easy": they are ahead.
            let ahead = word.future && !word.is(Class::Noun) || word.is(Class::Future);
            if ahead && self.leads_clause() {
                standing.status = Some((self.unless_conditional(Status::Scheduled), Firmness::Suggested));
                return;
            }
        }
    }

    /// Whether nothing but a conjunction or "that" stands before the noun in its clause.
    pub(super) fn leads_clause(&self) -> bool {
        let Some(before) = self.occurrence.at.checked_sub(1) else { return true };
        let Some(unit) = self.unit(before) else { return true };
        unit.is(Class::That)
            || unit.is(Class::Break)
            || unit.is(Class::Was)
            || matches!(unit.what, What::Mark(_))
            || unit.clause != self.line.clause(self.occurrence.at)
    }
}
