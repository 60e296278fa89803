//! Parties that no word of the meeting names: it is the clause that speaks of them, or the sentence before.

use super::{CLAUSES, HONORIFICS, LAM, Participant, Parties, REACH, Reader, Scope, follows_another};
use crate::{
    extract::schedule::{
        occurrence::Form,
        unit::{COMMA, Line, Unit, What},
    },
    knowledge::Kind,
    lexicon::events::{Class, EventType, Sense, Tense},
};

/// How many units left of a circumstance its verb without a subject stands.
const NEAR: usize = 6;

/// Among how many first units of a sentence its subject stands.
const HEAD: usize = 24;

/// Adds the subject of the clause to a meeting that lacks a party: "the minister said during the visit", "before he
/// attends the conference", "who met the delegation there". Where no name of the sentence is the subject it is still
/// whom the text speaks of, the `topic`.
pub(in crate::extract::schedule) fn complete(scope: Scope<'_, '_>, topic: &[Participant], parties: &mut Parties) {
    let reader = Reader { scope };
    if !reader.lacks_party(parties) {
        return;
    }
    parties.implied = match reader.subject_of_clause() {
        Some(subject) => reader.line().list_from(subject, 0).parties,
        None if reader.is_by_pronoun() => topic.to_vec(),
        None => Vec::new(),
    };
    parties.implied.extend(reader.partner());
}

/// The people a sentence speaks of: the subject of its first verb; nobody where that is only a pronoun.
pub(in crate::extract::schedule) fn topic(line: &Line<'_>) -> Option<Vec<Participant>> {
    let head = HEAD.min(line.units.len());
    let end = (0..head).find(|at| line.get(*at).is_some_and(|unit| unit.is(Class::That)));
    let subject = line.first_subject(0, end.unwrap_or(head))?;
    let mut parties = line.list_from(subject, 0).parties;
    parties.retain(|party| matches!(party, Participant::Entry(entry) if entry.kind == Kind::Person));
    Some(parties)
}

impl Reader<'_, '_> {
    fn lacks_party(&self, parties: &Parties) -> bool {
        let standing = self.scope.standing;
        if !self.is_somebodys() || parties.between || parties.nations || self.is_impersonal(parties) {
            return false;
        }
        if self.has_object_only(parties) {
            return true;
        }
        let alone = parties.all.len() == parties.companions;
        // One body cannot meet alone: "where she met the team of the organisation".
        let one = self.occurrence().verb() == Some(Sense::Meet)
            && self.unit(self.occurrence().at + 1).is_some_and(|unit| unit.is(Class::Delegation));
        let words = !one && parties.all.iter().any(|party| matches!(party, Participant::Words(_)));
        let group = words && !self.is_purpose();
        if is_two_sided(self.occurrence().sort) {
            let sits = parties.body.is_some()
                && self.occurrence().verb().is_none_or(|sense| sense == Sense::Sit)
                && !self.shows_object();
            alone && !sits || !group && parties.all.len() < 2 && (!sits || standing.adverbial)
        } else {
            alone && parties.body.is_none()
        }
    }

    /// "during which he met the minister and his deputy", "where he met the minister and the ambassador": one list of
    /// names after a verb in the singular, of whom he met.
    fn has_object_only(&self, parties: &Parties) -> bool {
        let at = self.occurrence().at;
        let transitive = matches!(self.occurrence().verb(), Some(Sense::Meet | Sense::Receive));
        let passed = self.unit(at + 1).is_some_and(|next| next.is(Class::During));
        let several =
            parties.all.len() > 1 && self.unit(at).is_some_and(|unit| meets_one(self.line().words(unit.passage)));
        let first = (at + 1..self.line().clause_end(at)).find(|at| self.line().is_free_actor(*at));
        let listed = first.is_some_and(|first| self.line().list_from(first, 0).parties.len() == parties.all.len());
        transitive && (passed || several) && listed
    }

    /// Whether the sentence tells the meeting of somebody: as a circumstance, by a pronoun, or as what someone does.
    fn is_somebodys(&self) -> bool {
        let standing = self.scope.standing;
        let active = match (standing.form, standing.governor) {
            (Some(form), Some(verb)) => {
                // After the noun the meeting is the subject, unless a pronoun takes it up as the object.
                let takes_up =
                    form.object || self.line().slice(verb + 1..verb + 3).iter().any(|unit| unit.is(Class::Thereby));
                !follows_another(form.sense) && !is_about(form.sense) && (verb <= self.occurrence().at || takes_up)
            }
            _ => false,
        };
        // "made in his first visit"
        let at = self.occurrence().at;
        let ordinal = self.scope.before(at).is_some_and(|unit| unit.is(Class::Ordinal) && unit.preposition.is_some());
        // "a meeting that brought him together with"
        let gathers = self
            .unit(self.occurrence().last + 1)
            .is_some_and(|unit| unit.word.finite().is_some_and(|form| form.sense == Sense::Gather && form.object));
        gathers || standing.adverbial || ordinal || self.is_purpose() || self.occurrence().form == Form::Owned || active
    }

    /// "was discussed during the meeting": nobody is the subject of the clause.
    fn is_impersonal(&self, parties: &Parties) -> bool {
        let at = self.occurrence().at;
        let left = self.line().slice(self.line().clause_start(at).max(at.saturating_sub(NEAR))..at);
        let occurs = |unit: &Unit<'_>| unit.word.finite().is_some_and(|form| form.sense == Sense::Occur);
        let adverbial =
            self.scope.standing.adverbial && left.iter().any(|unit| unit.what == What::Word && occurs(unit));
        adverbial || parties.companions == 0 && self.agrees_with_verb()
    }

    /// "talks will be held": a verb at the head of its clause that agrees with the noun right after it has it as its
    /// subject.
    fn agrees_with_verb(&self) -> bool {
        let at = self.occurrence().at;
        let Some(verb) = at.checked_sub(1).filter(|verb| self.scope.standing.governor == Some(*verb)) else {
            return false;
        };
        let form = self.scope.standing.form;
        let unmarked =
            form.is_some_and(|form| form.sense == Sense::Hold && !matches!(form.tense, Tense::Past | Tense::Noun));
        let heads = self.line().clause_start(at) == verb;
        let indefinite = self.occurrence().form == Form::Indefinite && self.occurrence().feminine;
        unmarked && heads && indefinite && !self.is_active(verb)
    }

    /// Whether the meeting stands in the circumstance that opens the sentence.
    fn opens_sentence(&self) -> bool {
        self.scope.standing.adverbial && self.occurrence().at <= 1
    }

    /// "in order to meet": whoever the clause speaks of does.
    fn is_purpose(&self) -> bool {
        let infinitive = |unit: &Unit<'_>| unit.preposition == Some(LAM) && !unit.word.definite;
        self.unit(self.occurrence().at).is_some_and(infinitive)
            && self.occurrence().sort == EventType::Meeting
            && self.occurrence().form == Form::Construct
    }

    /// "discussed with him in a meeting": with whom, said of the clause before it names the meeting.
    fn partner(&self) -> Vec<Participant> {
        let line = self.line();
        let at = self.occurrence().at;
        let sort = self.occurrence().sort;
        if !self.scope.standing.adverbial || !(is_two_sided(sort) || sort == EventType::Summit) {
            return Vec::new();
        }
        let with = (line.clause_start(at)..at)
            .find(|at| line.get(*at).is_some_and(|unit| unit.is(Class::With)))
            .filter(|with| !line.is_media(with + 1) && !self.scope.is_after_other(*with));
        match with {
            Some(with) => line.list_from(with + 1, HONORIFICS).parties,
            None => self.told(),
        }
    }

    /// "the minister told the president in a call", "said to the paper in an interview": who speaks, and to whom.
    fn told(&self) -> Vec<Participant> {
        let line = self.line();
        let at = self.occurrence().at;
        let is = |at: usize, class| self.unit(at).is_some_and(|unit| unit.is(class));
        let hosts = |at: usize| {
            self.unit(at).is_some_and(|unit| unit.word.finite().is_some_and(|form| form.sense == Sense::Host))
        };
        let tells = |at: &usize| is(*at, Class::Tells) || is(*at, Class::Speech) || hosts(*at);
        let Some(verb) = (line.clause_start(at)..at).rev().find(tells) else { return Vec::new() };
        let named = |at: usize| self.unit(at).is_some_and(|unit| unit.actor().is_some());
        let led = |at: usize| self.unit(at).is_some_and(|unit| unit.preposition == Some(LAM));
        let told = |at: &usize| {
            if is(verb, Class::Tells) || hosts(verb) { line.is_free_actor(*at) } else { named(*at) && led(*at) }
        };
        let told = (verb + 1..at).filter(told);
        told.flat_map(|told| line.list_from(told, 0).parties).collect()
    }

    /// Whether it is only a pronoun that tells whose the meeting is: "his visit", "and he said in a meeting".
    fn is_by_pronoun(&self) -> bool {
        let acts = |unit: &Unit<'_>| unit.word.finite().is_some_and(|form| !follows_another(form.sense));
        let says = |unit: &Unit<'_>| unit.is(Class::Speech) || unit.is(Class::Was) || acts(unit);
        let at = self.occurrence().at;
        let clause = self.line().slice(self.line().clause_start(at)..at);
        let honoured = clause.iter().any(|unit| unit.is(Class::Honour));
        honoured || self.occurrence().form == Form::Owned || self.line().slice(0..2).iter().any(says)
    }

    /// Where the subject of the clause of the meeting stands.
    fn subject_of_clause(&self) -> Option<usize> {
        let at = self.occurrence().at;
        let verb = self.scope.standing.governor.map_or(at, |verb| verb.min(at));
        self.subject_left_of(verb).or_else(|| self.subject_after_circumstance(true)).or_else(|| self.subject_beyond())
    }

    /// "spoke at the conference the minister": the subject stands right after the circumstance.
    fn subject_beyond(&self) -> Option<usize> {
        let next = self.line().over_share(self.occurrence().last + 1);
        let verb = self.line().clause_start(self.occurrence().at) + 2 == self.occurrence().at;
        let named = self.unit(next).is_some_and(|unit| unit.actor().is_some() && !unit.conjunction);
        (verb && named && self.line().is_free_actor(next)).then_some(next)
    }

    /// The first name of the clause that can be its subject, of the clause it depends on, of those before.
    fn subject_left_of(&self, at: usize) -> Option<usize> {
        let line = self.line();
        let mut start = line.clause_start(at);
        let mut end = at;
        let is_that = |at: &usize| line.get(*at).is_some_and(|unit| unit.is(Class::That));
        while let Some(that) = (start..end).rev().find(is_that) {
            let subject = line.first_subject(that + 1, end).filter(|_| !line.has_pronoun(that));
            if subject.is_some() {
                return subject;
            }
            end = that;
        }
        let mut found = line.first_subject(start, end);
        for _ in 0..CLAUSES {
            let Some(end) = start.checked_sub(1).filter(|_| found.is_none()) else { break };
            start = line.clause_start(end);
            found = line.first_subject(start, end + 1);
        }
        found
    }

    /// "During his meeting with him, the minister said": the first name after the verb of saying that follows, or also
    /// after any other behind a comma.
    pub(super) fn subject_after_circumstance(&self, any: bool) -> Option<usize> {
        let from = self.occurrence().last + 1;
        let end = (from + REACH).min(self.line().units.len());
        let is = |at: usize, class| self.unit(at).is_some_and(|unit| unit.is(class));
        let plain = |unit: &Unit<'_>| unit.word.is_unknown() && !unit.word.definite && unit.preposition.is_none();
        let opens = |at: &usize| {
            let verb = *at == from && self.opens_sentence() && self.unit(*at).is_some_and(plain);
            is(*at, Class::Speech) || any && (verb || self.unit(*at).is_some_and(|unit| unit.is_mark(COMMA)))
        };
        let verb = (from..end).find(opens)?;
        let near = (verb + 1..(verb + 4).min(end)).take_while(|at| !is(*at, Class::That) && !is(*at, Class::Relative));
        near.into_iter()
            .find(|at| self.line().is_free_actor(*at) && self.unit(*at).is_some_and(|unit| unit.actor().is_some()))
    }
}

/// Whether a word is a form of `iltaqa`, which takes an object, in the singular.
fn meets_one(word: &str) -> bool {
    const MEETS: &str = "\u{0644}\u{062A}\u{0642}";
    let end = word.split(MEETS).nth(1);
    end.is_some_and(|end| matches!(end, "\u{0649}" | "\u{064A}" | "\u{062A}"))
}

/// Whether such a meeting is one of somebody with somebody else.
fn is_two_sided(sort: EventType) -> bool {
    use EventType::{Call, Consultations, Dialogue, Interview, Meeting, Reception, Talks};
    matches!(sort, Meeting | Interview | Talks | Call | Dialogue | Reception | Consultations)
}

/// Whether the subject of such a verb speaks of the meeting and need not be there.
fn is_about(sense: Sense) -> bool {
    matches!(sense, Sense::Ask | Sense::Hope | Sense::Set | Sense::End)
}
