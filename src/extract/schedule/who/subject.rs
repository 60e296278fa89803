//! Whoever the verb says holds the meeting.

use super::{HONORIFICS, LAM, Participant, Parties, REACH, Reader, follows_another, list::is_passable};
use crate::{
    extract::schedule::{
        occurrence::Form,
        unit::{COMMA, Unit, What},
    },
    knowledge::Kind,
    lexicon::events::{Class, EventType, Sense, Tense, VerbForm},
};

impl Reader<'_, '_> {
    /// Whoever the verb says holds the meeting.
    pub(super) fn subject(&self, parties: &mut Parties) {
        let at = self.occurrence().at;
        let standing = self.scope.standing;
        // "prepares the visit of the minister": it is his.
        let owned = matches!(parties.all.first(), Some(Participant::Entry(owner)) if owner.kind == Kind::Person);
        if self.occurrence().sort == EventType::Visit && self.occurrence().form == Form::Construct && owned {
            return;
        }
        // "a visit that the minister was to make"
        let was = self.occurrence().last + 1;
        if standing.was_planned && self.unit(was).is_some_and(|unit| unit.is(Class::Was)) {
            let actor = (was + 1..was + 4).find(|at| self.line().is_free_actor(*at));
            return actor.into_iter().for_each(|actor| self.state_from(actor, parties));
        }
        match standing.governor {
            Some(verb) if verb == at => self.subject_and_object(verb, parties),
            Some(verb) if verb < at => self.subject_of_governor(verb, parties),
            Some(verb) => {
                self.subject_after(verb, parties);
                // "chairs the meeting that the capital hosts"
                if let Some((left, form)) = standing.left.filter(|(_, form)| takes_part(form.sense)) {
                    self.subject_of(left, form, parties);
                }
            }
            None if standing.adverbial && !parties.stated && self.scope.is_within() => {
                self.subject_around_circumstance(parties);
            }
            None => {}
        }
    }

    /// "charged, in a session that the president chaired, the army": the organ that the clause speaks of sat, whoever
    /// chaired it.
    pub(super) fn organ_of_clause(&self, parties: &mut Parties) {
        let at = self.occurrence().at;
        let sits = self.occurrence().sort == EventType::Session && parties.body.is_none();
        if !(sits && self.scope.standing.adverbial && self.scope.is_within()) {
            return;
        }
        let organ = |at: &usize| {
            let body = self.unit(*at).is_some_and(|unit| matches!(unit.what, What::Organisation(_)));
            body && self.line().is_free_actor(*at)
        };
        if let Some(organ) = (self.line().clause_start(at)..at).find(organ) {
            self.state_from(organ, parties);
        }
    }

    /// "after a meeting with him, the minister said": the subject of the clause met him.
    pub(super) fn subject_beside(&self, parties: &mut Parties) {
        let standing = self.scope.standing;
        let others = |party: &Participant| matches!(party, Participant::Entry(entry) if entry.kind == Kind::Person);
        let beside = standing.governor.is_none() && standing.adverbial && !self.scope.is_within();
        let meets = matches!(self.occurrence().sort, EventType::Meeting | EventType::Talks | EventType::Call);
        if !(beside && meets && parties.all.len() == 1 && parties.all.iter().any(others)) {
            return;
        }
        self.subject_around_circumstance(parties);
    }

    fn subject_around_circumstance(&self, parties: &mut Parties) {
        if !self.nearest_before(self.occurrence().at, parties)
            && let Some(subject) = self.subject_after_circumstance(false)
        {
            parties.add_all(self.line().list_from(subject, 0).parties);
        }
    }

    /// A verb that is the meeting itself: who meets whom.
    pub(super) fn subject_and_object(&self, verb: usize, parties: &mut Parties) {
        let start = self.line().clause_start(verb);
        let before = (start..verb).rev().find(|at| self.line().is_free_actor(*at));
        // "the minister had received", "that the committee will meet"
        let topic = before
            .and_then(|before| self.scope.before(self.line().start_of_list(before)))
            .is_some_and(|unit| unit.is(Class::Was) || unit.is(Class::That));
        let adjacent = before.is_some_and(|before| {
            self.line().slice(before + 1..verb).iter().all(|unit| {
                unit.is_mark(COMMA) || unit.is(Class::Perhaps) || matches!(unit.what, What::Date(_) | What::Mark(_))
            })
        });
        let mut after = Vec::new();
        self.actors_after(verb, parties, &mut after);
        match before {
            Some(before) if topic || adjacent || after.is_empty() => self.add_from(before, parties),
            _ if after.is_empty() => {
                self.nearest_before(verb, parties);
            }
            _ => {}
        }
        parties.stated |= !after.is_empty();
        parties.add_all(after);
    }

    /// Every actor after a verb that no preposition but beh or "with" leads to.
    pub(super) fn actors_after(&self, verb: usize, parties: &mut Parties, found: &mut Vec<Participant>) {
        let end = self.scope.end(verb + 1, REACH);
        let end = if self.is_definite_circumstance(end) { self.scope.end(end + 1, REACH) } else { end };
        let end = (verb + 1..end).find(|at| self.tells_purpose(*at)).unwrap_or(end);
        let mut at = verb + 1;
        while at < end {
            if self.line().is_free_actor(at) {
                let list = self.line().list_from(at, 0);
                if found.is_empty() {
                    self.body_at(at, parties);
                }
                at += list.units.max(1);
                found.extend(list.parties);
            } else {
                at += 1;
            }
        }
    }

    /// "meets, during the visit, the president": a meeting named before takes no object.
    fn is_definite_circumstance(&self, at: usize) -> bool {
        let other = self.scope.all.iter().find(|other| other.at == at && other.form == Form::Definite);
        other.is_some() && self.scope.before(at).is_some_and(|before| before.is(Class::Adverbial))
    }

    /// "to discuss the situation", "concerning the crisis": nobody named there meets.
    fn tells_purpose(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|unit| {
            let purpose = unit.what == What::Word && unit.preposition == Some(LAM) && !unit.word.definite;
            purpose && !unit.is(Class::Body) || unit.is(Class::About)
        })
    }

    /// A verb or verbal noun left of the noun.
    fn subject_of_governor(&self, verb: usize, parties: &mut Parties) {
        if let Some(form) = self.scope.standing.form {
            self.subject_of(verb, form, parties);
        }
    }

    fn subject_of(&self, verb: usize, form: VerbForm, parties: &mut Parties) {
        let at = self.occurrence().at;
        let hosts = |at: usize| {
            form.sense == Sense::Host && self.unit(at).is_some_and(|unit| matches!(unit.what, What::Place(_)))
        };
        let between: Vec<usize> = (verb + 1..at).filter(|at| self.line().is_free_actor(*at) && !hosts(*at)).collect();
        match form.sense {
            _ if self.scope.standing.adverbial && (form.tense == Tense::Noun || follows_another(form.sense)) => {}
            Sense::Ask => {
                self.asked(verb, at, parties);
            }
            _ => match between.first() {
                Some(first) => self.state_from(*first, parties),
                None if self.subject_after_noun(parties) => {}
                None if form.sense == Sense::Attend && self.subject_far_after(verb, parties) => {}
                None if form.tense == Tense::Noun => match self.asks(verb) {
                    Some(asks) => {
                        self.asked(asks, at, parties);
                    }
                    None => {
                        self.in_clause_before(verb, parties);
                    }
                },
                None if follows_another(form.sense) && self.occurrence().sort != EventType::Visit => {}
                None if self.is_passive() => {
                    self.actor_right_before(verb, parties);
                }
                None if form.sense == Sense::Hold && form.tense != Tense::Past && !self.is_active(verb) => {
                    if parties.body.is_none() {
                        self.in_clause_before(verb, parties);
                    }
                }
                None => {
                    self.nearest_before(verb, parties);
                }
            },
        }
    }

    /// "called for holding": the verb of asking that a verbal noun depends on.
    pub(super) fn asks(&self, noun: usize) -> Option<usize> {
        let asks = |at: &usize| {
            self.unit(*at).is_some_and(|unit| unit.word.finite().is_some_and(|form| form.sense == Sense::Ask))
        };
        (self.line().clause_start(noun)..noun).rev().find(asks)
    }

    /// Whoever is asked takes part, "called on the council", "an invitation to the minister"; who asks for it only where
    /// nobody is. Whether anyone is named from the verb of asking to what is asked for.
    pub(super) fn asked(&self, verb: usize, at: usize, parties: &mut Parties) -> bool {
        let named = |at: usize| self.line().is_free_actor(at) || self.is_invited(at);
        let Some(first) = (verb + 1..at).find(|at| named(*at)) else { return false };
        let over = first + self.line().list_from(first, 0).units.max(1);
        let second = (over..at).find(|at| named(*at));
        self.state_from(second.unwrap_or(first), parties);
        true
    }

    /// "to the minister", after a word of asking.
    fn is_invited(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|unit| unit.actor().is_some())
            && self.scope.before(at).is_some_and(|before| before.is(Class::Toward))
    }

    /// "the talks are attended by": the subject of the verb stands after the noun, "each of" perhaps before it.
    fn subject_after_noun(&self, parties: &mut Parties) -> bool {
        let occurrence = self.occurrence();
        if occurrence.form == Form::Construct {
            return false;
        }
        let mut at = self.line().over_share(occurrence.last + 1);
        // "attended yesterday by His Excellency the minister"
        let passed = |unit: &&Unit<'_>| {
            matches!(unit.what, What::Date(_)) || is_passable(unit) && !unit.conjunction && unit.preposition.is_none()
        };
        let skipped = self.line().slice(at..at + HONORIFICS).iter().take_while(passed).count();
        let person = self.unit(at + skipped).is_some_and(|unit| matches!(unit.what, What::Person(_)));
        at += if person { skipped } else { 0 };
        let names = self.unit(at).is_some_and(|unit| {
            let named = unit.actor().is_some() || self.line().is_group(at);
            named && unit.preposition.is_none() && !unit.conjunction
        });
        if names {
            parties.add_all(self.line().list_from(at, 0).parties);
        }
        names
    }

    /// "took part in the summit that the capital hosts each of": whoever attends, after what is said of the meeting.
    fn subject_far_after(&self, verb: usize, parties: &mut Parties) -> bool {
        let from = self.occurrence().last + 1;
        let end = self.line().clause_end(verb).min(from + REACH);
        let stops = |at: &usize| {
            let over = |unit: &Unit<'_>| unit.is(Class::That) || unit.is(Class::Speech) || unit.is(Class::With);
            self.unit(*at).is_some_and(over) || self.tells_purpose(*at) || self.scope.is_other(*at)
        };
        let units = (from..end).take_while(|at| !stops(at));
        let subject = units.into_iter().find(|at| {
            let person = self.unit(*at).is_some_and(|unit| matches!(unit.what, What::Person(_)) && !unit.conjunction);
            person && self.line().is_free_actor(*at)
        });
        let heads = self.line().clause_start(verb) == verb;
        let Some(subject) = subject.filter(|_| heads) else { return false };
        parties.add_all(self.line().list_from(subject, 0).parties);
        true
    }

    /// A relative clause or a predicate: "the talks that he held", "the session, which the minister chairs".
    pub(super) fn subject_after(&self, verb: usize, parties: &mut Parties) {
        let Some(form) = self.scope.standing.form else { return };
        if matches!(form.sense, Sense::Host | Sense::Cancel | Sense::Postpone | Sense::Occur) {
            return;
        }
        let end = (verb + 4).min(self.line().units.len());
        let after = (verb + 1..end)
            .take_while(|at| self.unit(*at).is_some_and(|unit| !unit.is(Class::With)))
            .find(|at| self.line().is_free_actor(*at));
        match after {
            Some(after) => self.state_from(after, parties),
            None if form.object => {
                self.nearest_before(self.occurrence().at, parties);
            }
            // "which the minister will make": the subject between the pronoun and the verb.
            None => self.between_pronoun_and(verb, parties),
        }
    }

    pub(super) fn between_pronoun_and(&self, verb: usize, parties: &mut Parties) {
        if let Some(actor) = (self.occurrence().last + 1..verb).rev().find(|at| self.line().is_free_actor(*at)) {
            self.state_from(actor, parties);
        }
    }

    /// A masculine noun without the mark of an object after a verb that could have one: the verb is passive.
    pub(super) fn is_passive(&self) -> bool {
        let occurrence = self.occurrence();
        occurrence.form == Form::Indefinite
            && !occurrence.feminine
            && !self.shows_object()
            && self.scope.standing.form.is_some_and(|form| form.sense == Sense::Hold)
    }

    /// Whether the noun ends in the alef of an object: somebody holds it.
    pub(super) fn shows_object(&self) -> bool {
        let occurrence = self.occurrence();
        let word = self.unit(occurrence.at).map_or("", |unit| self.line().words(unit.passage));
        occurrence.form == Form::Indefinite && word.trim_end_matches('\u{064B}').ends_with('\u{0627}')
    }

    /// A verb that does not agree with the noun has another subject: "yujri muhadathat", he holds talks.
    pub(super) fn is_active(&self, verb: usize) -> bool {
        let Some(unit) = self.unit(verb) else { return false };
        let word = self.line().words(unit.passage);
        let prefix = word.chars().find(|letter| matches!(letter, '\u{064A}' | '\u{062A}'));
        prefix == Some('\u{064A}') && self.occurrence().feminine
    }
}

/// Whether the subject of such a verb takes part, whoever holds the meeting.
fn takes_part(sense: Sense) -> bool {
    matches!(sense, Sense::Attend | Sense::Chair | Sense::Get | Sense::Make | Sense::Carry)
}
