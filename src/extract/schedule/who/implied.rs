//! Parties that no word of the meeting names: it is the clause that speaks of them.

use super::{CLAUSES, Participant, Parties, REACH, Reader, Scope, follows_another};
use crate::{
    extract::schedule::{
        occurrence::Form,
        unit::{COMMA, What},
    },
    lexicon::events::{Class, Sense, Sort},
};

/// Adds the subject of the clause to a meeting that lacks a party: "the minister said during the visit", "before he
/// attends the conference", "who met the delegation there".
pub(in crate::extract::schedule) fn complete(scope: Scope<'_, '_>, parties: &mut Parties) {
    let reader = Reader { scope };
    if reader.lacks_party(parties)
        && let Some(subject) = reader.subject_of_clause()
    {
        parties.implied = reader.list_from(subject, 0).parties;
    }
}

impl Reader<'_, '_> {
    fn lacks_party(&self, parties: &Parties) -> bool {
        let standing = self.scope.standing;
        let spoken_of = standing.adverbial
            || self.occurrence().form == Form::Owned
            || standing.form.is_some_and(|form| !follows_another(form.sense) && !is_about(form.sense));
        if !spoken_of || parties.between || parties.nations || parties.media {
            return false;
        }
        let alone = parties.all.len() == parties.companions;
        let group = parties.all.iter().any(|party| matches!(party, Participant::Words(_)));
        if is_two_sided(self.occurrence().sort) {
            alone || !group && parties.all.len() < 2
        } else {
            alone && parties.body.is_none()
        }
    }

    /// Where the subject of the clause of the meeting stands.
    pub(super) fn subject_of_clause(&self) -> Option<usize> {
        let at = self.scope.standing.governor.unwrap_or(self.occurrence().at).min(self.occurrence().at);
        self.subject_left_of(at).or_else(|| self.subject_after_comma())
    }

    /// The first name of the clause that can be its subject, of the clause it depends on, of those before.
    fn subject_left_of(&self, at: usize) -> Option<usize> {
        let start = self.line().clause_start(at);
        let is_that = |at: &usize| self.unit(*at).is_some_and(|unit| unit.is(Class::That));
        let mut end = at;
        while let Some(that) = (start..end).rev().find(is_that) {
            if !self.has_pronoun(that)
                && let Some(subject) = self.first_subject(that + 1, end)
            {
                return Some(subject);
            }
            end = if self.has_pronoun(that) { start.max(that) } else { that };
            if self.has_pronoun(that) {
                break;
            }
        }
        let mut found = self.first_subject(start, end);
        let mut start = start;
        for _ in 0..CLAUSES {
            let Some(end) = start.checked_sub(1).filter(|_| found.is_none()) else { break };
            start = self.line().clause_start(end);
            found = self.first_subject(start, end + 1);
        }
        found
    }

    /// "During the meeting with him, the minister said": after the circumstance that opens the sentence.
    fn subject_after_comma(&self) -> Option<usize> {
        let from = self.occurrence().last + 1;
        let end = (from + REACH).min(self.line().units.len());
        let verb = (from..end).find(|at| {
            self.unit(*at).is_some_and(|unit| unit.is(Class::Speech) || unit.is_mark(COMMA) || unit.is(Class::That))
        })?;
        (verb + 1..(verb + 4).min(end))
            .find(|at| self.is_free_actor(*at) && self.unit(*at).is_some_and(|unit| unit.what != What::Word))
    }
}

/// Whether such a meeting is one of somebody with somebody else.
fn is_two_sided(sort: Sort) -> bool {
    matches!(sort, Sort::Meeting | Sort::Talks | Sort::Call | Sort::Dialogue | Sort::Reception | Sort::Consultations)
}

/// Whether the subject of such a verb speaks of the meeting and need not be there.
fn is_about(sense: Sense) -> bool {
    matches!(sense, Sense::Ask | Sense::Hope | Sense::Set | Sense::End)
}
