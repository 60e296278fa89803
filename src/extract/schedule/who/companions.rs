//! Those with whom someone meets: "with X and Y", "between X and Y", "in the presence of", "accompanied by".

use std::ops::Range;

use super::{CIRCUMSTANCES, HONORIFICS, LAM, Participant, Parties, REACH, Reader, sits};
use crate::{
    extract::schedule::{
        phrase,
        unit::{Unit, What},
    },
    lexicon::events::{Class, EventType, Sense, Tense},
};

const BEH: char = '\u{0628}';

impl Reader<'_, '_> {
    /// "with X and Y", "between X and Y", "in the presence of", "by telephone to".
    pub(super) fn companions(&self, parties: &mut Parties) {
        let occurrence = self.occurrence();
        // "holds with his counterpart talks"
        if let Some(verb) = self.scope.standing.governor.filter(|verb| *verb < occurrence.at) {
            self.companions_in(verb + 1..occurrence.at, parties);
        }
        self.accompanying(parties);
        self.sent(parties);
        let from = occurrence.last + 1;
        let end = self.scope.end(from, REACH);
        self.companions_in(from..end, parties);
        if self.goes_on_at(end) {
            let clause = end..self.line().clause_end(end);
            let other = clause.clone().find(|at| self.scope.is_other(*at));
            self.companions_in(clause.start..other.unwrap_or(clause.end), parties);
        }
    }

    /// "the president, accompanied by the minister, made a visit".
    fn accompanying(&self, parties: &mut Parties) {
        let at = self.occurrence().at;
        let clause = self.line().clause_start(at)..at;
        let with = clause.into_iter().find(|at| self.unit(*at).is_some_and(|unit| unit.is(Class::Accompanies)));
        if let Some(with) = with.filter(|with| !self.scope.is_after_other(*with)) {
            parties.accompany(self.line().list_from(with + 1, HONORIFICS).parties);
        }
    }

    /// "the delegation of the opposition to the talks".
    fn sent(&self, parties: &mut Parties) {
        let Some(to) =
            self.occurrence().at.checked_sub(1).filter(|to| self.unit(*to).is_some_and(|to| to.is(Class::Toward)))
        else {
            return;
        };
        let heads = to.saturating_sub(CIRCUMSTANCES)..to;
        let head = heads.rev().find(|at| self.unit(*at).is_some_and(|unit| unit.is(Class::Delegation)));
        let phrase = head.and_then(|head| phrase::noun_phrase(self.line(), head));
        if let Some((words, _)) = phrase.filter(|(_, end)| *end == to) {
            parties.accompany(vec![Participant::Words(words)]);
        }
    }

    /// Whether the clause that begins at a unit goes on speaking of the meeting: "and will be held with the participation
    /// of", "and was attended by".
    fn goes_on_at(&self, at: usize) -> bool {
        let takes_up = |unit: &Unit<'_>| {
            let thereby = self.unit(at + 1).is_some_and(|next| next.is(Class::Thereby));
            unit.word.finite().is_some_and(|form| match form.sense {
                Sense::Occur => true,
                Sense::Hold => form.tense != Tense::Past,
                Sense::Attend | Sense::Chair | Sense::Gather => form.object || thereby,
                _ => false,
            })
        };
        let begins = self.line().clause_start(at) == at;
        begins && self.unit(at).is_some_and(|unit| unit.what == What::Word && unit.conjunction && takes_up(unit))
    }

    fn companions_in(&self, units: Range<usize>, parties: &mut Parties) {
        let mut at = units.start;
        while at < units.end {
            let Some(unit) = self.unit(at) else { break };
            let word = unit.what == What::Word;
            let list = if word && self.introduces(at, unit) {
                Some(self.line().list_from(at + 1, HONORIFICS))
            } else if unit.preposition == Some(BEH)
                && self.meets_by_beh(unit)
                && !unit.word.is(Class::Venue)
                && !self.is_measured(at)
            {
                // "with the leaders of": the word itself, or an honorific before the name.
                let honorific = word && !self.line().is_group(at);
                let list = self.line().list_from(at + usize::from(honorific), usize::from(honorific));
                Some(list.without_places())
            } else if unit.preposition == Some(LAM) && self.belongs_by_lam(at) {
                Some(self.line().list_from(at, 0))
            } else {
                None
            };
            parties.between |=
                word && unit.is(Class::Between) && list.as_ref().is_some_and(|list| list.parties.len() > 1);
            parties.media |= word && unit.is(Class::With) && self.line().is_media(at + 1);
            let units = list.as_ref().map_or(0, |list| list.units);
            if let Some(list) = list {
                parties.accompany(list.parties);
            }
            at += units.max(1);
        }
    }

    /// "the visit of the minister to", "the regional meeting of the directors of": by the preposition lam.
    fn belongs_by_lam(&self, at: usize) -> bool {
        let actor = self.unit(at).is_some_and(|unit| unit.actor().is_some());
        match self.occurrence().sort {
            EventType::Visit => actor && self.adjoins(at),
            _ => sits(self.occurrence()) && self.line().is_group(at) && !self.tells_purpose_before(at),
        }
    }

    /// Whether only its place, its time and its adjectives stand between the noun and a unit.
    fn adjoins(&self, at: usize) -> bool {
        let belongs = |unit: &Unit<'_>| match unit.what {
            What::Place(_) | What::Date(_) => true,
            What::Word => unit.is(Class::In) || unit.is(Class::Toward) || unit.word.definite,
            _ => false,
        };
        self.line().slice(self.occurrence().last + 1..at).iter().all(belongs)
    }

    /// "to vote on the confidence in": whoever is named after a purpose does not sit.
    fn tells_purpose_before(&self, at: usize) -> bool {
        let units = self.line().slice(self.occurrence().last + 1..at);
        units.iter().any(|unit| unit.what == What::Word && unit.preposition == Some(LAM) && !unit.is(Class::Body))
    }

    /// Whether those who take part follow a word.
    fn introduces(&self, at: usize, unit: &Unit<'_>) -> bool {
        let sort = self.occurrence().sort;
        let in_it = unit.preposition == Some(BEH) || self.scope.before(at).is_some_and(|before| before.is(Class::In));
        let takes_part = |sense: Sense| matches!(sense, Sense::Attend | Sense::Chair | Sense::Gather);
        let acts = unit.preposition.is_none() && unit.word.finite().is_some_and(|form| takes_part(form.sense));
        // "hears from the envoy"
        let clause = self.line().clause_start(at)..at;
        let heard = unit.is(Class::Toward) && self.line().slice(clause).iter().any(|unit| unit.is(Class::Hears));
        unit.is(Class::With)
            || unit.is(Class::Accompanies)
            || unit.is(Class::Between) && sort != EventType::Visit
            || unit.is(Class::Joined) && in_it
            || unit.is(Class::Invited) && unit.preposition == Some(BEH)
            || unit.is(Class::From) && sort == EventType::Call
            || acts
            || heard
    }

    /// "with a power of 1000 megawatts": a number says how much, not with whom.
    fn is_measured(&self, at: usize) -> bool {
        self.unit(at + 1).is_some_and(|next| next.what == What::Number)
    }

    /// Calls are made, and meetings by a verb are held, with the preposition beh.
    fn meets_by_beh(&self, unit: &Unit<'_>) -> bool {
        let last = self.occurrence().last;
        let gathers =
            |verb: usize| self.unit(verb).is_some_and(|unit| unit.is(Class::Between) && unit.word.finite().is_some());
        self.occurrence().sort == EventType::Call
            || matches!(self.occurrence().verb(), Some(Sense::Meet))
            || self.occurrence().sort == EventType::Meeting && matches!(unit.what, What::Person(_))
            || (last + 1..last + 3).any(gathers)
    }
}
