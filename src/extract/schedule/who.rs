//! Who takes part: the subject of the verb, those "with" whom and "between" whom, the body that sits.

use super::{
    occurrence::{Form, Occurrence},
    phrase,
    scope::Scope,
    states::States,
    unit::{COMMA, Line, Unit, What},
};
use crate::{
    article::Passage,
    knowledge::{Kind, Participant},
    lexicon::events::{Class, Sense, Sort, Tense},
};

/// How many units right of a meeting its parties are looked for.
const REACH: usize = 26;
/// How many unknown words (honorifics, "the two ministers") may stand before the first name of a list.
const HONORIFICS: usize = 3;
/// How many clauses back the subject of a verb without one is looked for.
const CLAUSES: usize = 3;
const QUOTES: &[char] = &['"', '\u{00AB}', '\u{201C}'];
const BEH: char = '\u{0628}';
const LAM: char = '\u{0644}';

/// Those who take part, as far as the sentence of an occurrence says.
#[derive(Debug, Clone, Default)]
pub(super) struct Parties {
    /// Everyone, in reading order, without repetition.
    pub all: Vec<Participant>,
    /// The organ that sits.
    pub body: Option<Passage>,
    /// Someone is named by "with", "between" or as the owner: the meeting is a real one.
    pub stated: bool,
    /// It is spoken in to an organ of the press: an interview.
    pub media: bool,
    /// Adjectives of nationality name the states: they hold of the meeting wherever it is spoken of.
    pub nations: bool,
}

impl Parties {
    fn add(&mut self, participant: Participant) {
        if !self.all.contains(&participant) {
            self.all.push(participant);
        }
    }

    fn add_all(&mut self, list: Vec<Participant>) {
        list.into_iter().for_each(|participant| self.add(participant));
    }

    fn state(&mut self, list: Vec<Participant>) {
        self.stated |= !list.is_empty();
        self.add_all(list);
    }
}

/// Reads the parties of an occurrence.
pub(super) fn parties(scope: Scope<'_, '_>, states: &States) -> Parties {
    let mut parties = Parties::default();
    let reader = Reader { scope };
    reader.owner(&mut parties);
    reader.subject(&mut parties);
    reader.companions(&mut parties);
    reader.subject_beside(&mut parties);
    reader.nationalities(states, &mut parties);
    parties.all = dedupe(parties.all.iter().map(|party| states.party(*party)));
    parties
}

fn dedupe(parties: impl Iterator<Item = Participant>) -> Vec<Participant> {
    let mut all = Vec::new();
    for party in parties {
        if !all.contains(&party) {
            all.push(party);
        }
    }
    all
}

struct Reader<'l, 'a> {
    scope: Scope<'l, 'a>,
}

impl<'a> Reader<'_, 'a> {
    fn unit(&self, at: usize) -> Option<&Unit<'a>> {
        self.scope.unit(at)
    }

    fn line(&self) -> &Line<'a> {
        self.scope.line
    }

    fn occurrence(&self) -> &Occurrence {
        self.scope.occurrence
    }

    /// Whoever the verb says holds the meeting.
    fn subject(&self, parties: &mut Parties) {
        let at = self.occurrence().at;
        let standing = self.scope.standing;
        // "a visit that the minister was to make"
        let was = self.occurrence().last + 1;
        if standing.was_planned && self.unit(was).is_some_and(|unit| unit.is(Class::Was)) {
            let actor = (was + 1..was + 4).find(|at| self.is_free_actor(*at));
            return actor.into_iter().for_each(|actor| self.state_from(actor, parties));
        }
        match standing.governor {
            Some(verb) if verb == at => self.subject_and_object(verb, parties),
            Some(verb) if verb < at => self.subject_of_governor(verb, parties),
            Some(verb) => self.subject_after(verb, parties),
            None if standing.adverbial && !parties.stated && self.scope.is_within() => {
                if !self.nearest_before(at, parties) {
                    self.subject_after_circumstance(parties);
                }
            }
            None => {}
        }
    }

    /// "after a meeting with him, the minister said": the subject of the clause met him.
    fn subject_beside(&self, parties: &mut Parties) {
        let standing = self.scope.standing;
        let others = |party: &Participant| matches!(party, Participant::Entry(entry) if entry.kind == Kind::Person);
        let beside = standing.governor.is_none() && standing.adverbial && !self.scope.is_within();
        let meets = matches!(self.occurrence().sort, Sort::Meeting | Sort::Talks | Sort::Call);
        if !(beside && meets && parties.all.len() == 1 && parties.all.iter().any(others)) {
            return;
        }
        if !self.nearest_before(self.occurrence().at, parties) {
            self.subject_after_circumstance(parties);
        }
    }

    /// "During his meeting with him, the minister said": the first actor after the verb that follows.
    fn subject_after_circumstance(&self, parties: &mut Parties) {
        let from = self.occurrence().last + 1;
        let end = (from + REACH).min(self.line().units.len());
        let verb = (from..end).find(|at| self.unit(*at).is_some_and(|unit| unit.is(Class::Speech)));
        let actor = verb.and_then(|verb| (verb + 1..(verb + 3).min(end)).find(|at| self.is_free_actor(*at)));
        if let Some(actor) = actor {
            parties.add_all(self.list_from(actor, 0).parties);
        }
    }

    /// A verb that is the meeting itself: who meets whom.
    fn subject_and_object(&self, verb: usize, parties: &mut Parties) {
        let start = self.line().clause_start(verb);
        let before = (start..verb).rev().find(|at| self.is_free_actor(*at));
        // "the minister had received", "that the committee will meet"
        let topic = before
            .and_then(|before| self.scope.before(self.start_of_list(before)))
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
    fn actors_after(&self, verb: usize, parties: &mut Parties, found: &mut Vec<Participant>) {
        let end = self.scope.end(verb + 1, REACH);
        let mut at = verb + 1;
        while at < end {
            if self.is_free_actor(at) {
                let list = self.list_from(at, 0);
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

    /// A verb or verbal noun left of the noun.
    fn subject_of_governor(&self, verb: usize, parties: &mut Parties) {
        let Some(form) = self.scope.standing.form else { return };
        let at = self.occurrence().at;
        let hosts = |at: usize| {
            form.sense == Sense::Host && self.unit(at).is_some_and(|unit| matches!(unit.what, What::Place(_)))
        };
        let between: Vec<usize> = (verb + 1..at).filter(|at| self.is_free_actor(*at) && !hosts(*at)).collect();
        match form.sense {
            _ if self.scope.standing.adverbial && (form.tense == Tense::Noun || follows_another(form.sense)) => {}
            Sense::Cancel | Sense::Postpone if self.occurrence().sort != Sort::Visit => {}
            // Whoever is asked takes part, not who asks.
            Sense::Ask => {
                if let Some(asked) = between.get(1).or(between.first()) {
                    self.state_from(*asked, parties);
                }
            }
            _ => match between.first() {
                Some(first) => self.state_from(*first, parties),
                None if form.tense == Tense::Noun => {
                    self.in_clause_before(verb, parties);
                }
                None if follows_another(form.sense) && self.occurrence().sort != Sort::Visit => {}
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

    /// A relative clause or a predicate: "the talks that he held", "the session, which the minister chairs".
    fn subject_after(&self, verb: usize, parties: &mut Parties) {
        let Some(form) = self.scope.standing.form else { return };
        if matches!(form.sense, Sense::Host | Sense::Cancel | Sense::Postpone | Sense::Occur) {
            return;
        }
        let end = (verb + 4).min(self.line().units.len());
        let after = (verb + 1..end)
            .take_while(|at| self.unit(*at).is_some_and(|unit| !unit.is(Class::With)))
            .find(|at| self.is_free_actor(*at));
        match after {
            Some(after) => self.state_from(after, parties),
            None if form.object => {
                self.nearest_before(self.occurrence().at, parties);
            }
            // "which the minister will make": the subject between the pronoun and the verb.
            None => self.between_pronoun_and(verb, parties),
        }
    }

    fn between_pronoun_and(&self, verb: usize, parties: &mut Parties) {
        if let Some(actor) = (self.occurrence().last + 1..verb).rev().find(|at| self.is_free_actor(*at)) {
            self.state_from(actor, parties);
        }
    }

    /// A masculine noun without the mark of an object after a verb that could have one: the verb is passive.
    fn is_passive(&self) -> bool {
        let occurrence = self.occurrence();
        let Some(unit) = self.unit(occurrence.at) else { return false };
        let object = self.line().words(unit.passage).trim_end_matches('\u{064B}').ends_with('\u{0627}');
        occurrence.form == Form::Indefinite
            && !occurrence.feminine
            && !object
            && self.scope.standing.form.is_some_and(|form| form.sense == Sense::Hold)
    }

    /// A verb that does not agree with the noun has another subject: "yujri muhadathat", he holds talks.
    fn is_active(&self, verb: usize) -> bool {
        let Some(unit) = self.unit(verb) else { return false };
        let word = self.line().words(unit.passage);
        let prefix = word.chars().find(|letter| matches!(letter, '\u{064A}' | '\u{062A}'));
        prefix == Some('\u{064A}') && self.occurrence().feminine
    }

    /// A person, an organisation or a body that no preposition leads to, or a state that is the subject of its verb.
    fn is_free_actor(&self, at: usize) -> bool {
        let Some(unit) = self.unit(at) else { return false };
        let kind = match unit.what {
            What::Person(_) | What::Organisation(_) => true,
            What::Place(_) => self.is_subject_place(at),
            What::Word => unit.is(Class::Body) && !unit.is(Class::Venue),
            _ => false,
        };
        kind && unit.preposition.is_none() && !self.after_preposition(at)
    }

    fn is_subject_place(&self, at: usize) -> bool {
        self.scope.before(at).is_none_or(|before| {
            before.what == What::Word
                && (before.is(Class::That)
                    || before.is(Class::Speech)
                    || before.word.verb.is_some()
                    || before.is(Class::Break))
        })
    }

    fn after_preposition(&self, at: usize) -> bool {
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
    fn nearest_before(&self, at: usize, parties: &mut Parties) -> bool {
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

    fn in_clause_before(&self, at: usize, parties: &mut Parties) -> bool {
        let start = self.line().clause_start(at);
        // "that" begins a clause of its own, unless its pronoun takes up the subject before it.
        let that = (start..at).rev().find(|at| self.unit(*at).is_some_and(|unit| unit.is(Class::That)));
        let start = that.filter(|that| !self.has_pronoun(*that)).map_or(start, |that| that + 1);
        let outside = |candidate: &usize| !self.in_closed_relative(*candidate, at);
        let free = (start..at).rev().filter(outside).find(|at| self.is_free_actor(*at));
        let any = || (start..at).rev().find(|at| self.unit(*at).is_some_and(|unit| unit.actor().is_some()));
        let Some(actor) = free.or_else(any) else { return false };
        self.add_from(self.start_of_list(actor), parties);
        true
    }

    fn has_pronoun(&self, that: usize) -> bool {
        self.unit(that).is_some_and(|unit| {
            let word = self.line().words(unit.passage);
            word.ends_with('\u{0647}') || word.ends_with("\u{0647}\u{0627}")
        })
    }

    /// Whether a unit lies in a relative clause that a comma closes before `at`.
    fn in_closed_relative(&self, unit: usize, at: usize) -> bool {
        let comma = |at: &usize| self.unit(*at).is_some_and(|unit| unit.is_mark(COMMA));
        let opened = (0..unit)
            .rev()
            .take_while(|at| !comma(at))
            .any(|at| self.unit(at).is_some_and(|unit| unit.is(Class::Relative)));
        opened && (unit + 1..at).any(|at| comma(&at))
    }

    fn actor_right_before(&self, verb: usize, parties: &mut Parties) {
        if let Some(before) = verb.checked_sub(1).filter(|before| self.is_free_actor(*before)) {
            self.add_from(self.start_of_list(before), parties);
        }
    }

    /// Back over "X and Y" to X.
    fn start_of_list(&self, at: usize) -> usize {
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

    fn add_from(&self, at: usize, parties: &mut Parties) {
        if self.occurrence().sort == Sort::Session || self.occurrence().verb() == Some(Sense::Sit) {
            self.body_at(at, parties);
        }
        parties.add_all(self.list_from(at, 0).parties);
    }

    fn state_from(&self, at: usize, parties: &mut Parties) {
        self.body_at(at, parties);
        parties.state(self.list_from(at, 0).parties);
    }

    /// Whose the meeting is: the name right after the noun, or the one that its pronoun means.
    fn owner(&self, parties: &mut Parties) {
        if self.occurrence().verb().is_some() {
            return;
        }
        if self.occurrence().form == Form::Owned && self.scope.standing.governor.is_none() {
            self.nearest_before(self.occurrence().at, parties);
            parties.stated |= !parties.all.is_empty();
        }
        let next = self.occurrence().last + 1;
        let Some(unit) = self.unit(next) else { return };
        let of = !unit.conjunction && unit.preposition.is_none_or(|letter| letter == LAM);
        let owner = match unit.what {
            What::Organisation(_) => true,
            What::Person(_) => unit.preposition.is_none() || self.occurrence().sort == Sort::Visit,
            What::Word => unit.is(Class::Body) && unit.word.verb.is_none(),
            _ => false,
        };
        if owner && of {
            self.state_from(next, parties);
        }
    }

    /// "with X and Y", "between X and Y", "in the presence of", "by telephone to".
    fn companions(&self, parties: &mut Parties) {
        let from = self.occurrence().last + 1;
        let end = self.scope.end(from, REACH);
        let mut at = from;
        while at < end {
            let Some(unit) = self.unit(at) else { break };
            let word = unit.what == What::Word;
            let list = if word && self.introduces(unit) {
                Some(self.list_from(at + 1, HONORIFICS))
            } else if unit.preposition == Some(BEH) && self.meets_by_beh() && !unit.is(Class::Venue) {
                Some(self.list_from(if word { at + 1 } else { at }, usize::from(word)).without_places())
            } else if unit.preposition == Some(LAM) && self.occurrence().sort == Sort::Visit && unit.actor().is_some() {
                Some(self.list_from(at, 0))
            } else {
                None
            };
            parties.media |= word && unit.is(Class::With) && self.is_media(at + 1);
            let units = list.as_ref().map_or(0, |list| list.units);
            if let Some(list) = list {
                parties.state(list.parties);
            }
            at += units.max(1);
        }
    }

    /// Whether an organ of the press is named there.
    fn is_media(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|unit| {
            unit.word.is(Class::Media) && unit.actor().is_none_or(|entry| entry.kind == Kind::Organisation)
        })
    }

    fn introduces(&self, unit: &Unit<'_>) -> bool {
        let takes_part =
            unit.word.finite().is_some_and(|form| matches!(form.sense, Sense::Attend | Sense::Chair | Sense::Gather));
        unit.is(Class::With)
            || unit.is(Class::Between)
            || unit.is(Class::Joined) && unit.preposition == Some(BEH)
            || takes_part
            || self.occurrence().sort == Sort::Call && unit.is(Class::From)
    }

    /// Calls are made, and meetings by a verb are held, with the preposition beh.
    fn meets_by_beh(&self) -> bool {
        let last = self.occurrence().last;
        let gathers =
            |verb: usize| self.unit(verb).is_some_and(|unit| unit.is(Class::Between) && unit.word.finite().is_some());
        self.occurrence().sort == Sort::Call
            || matches!(self.occurrence().verb(), Some(Sense::Meet))
            || (last + 1..last + 3).any(gathers)
    }

    /// "Russian-American talks": the states, where the article names them.
    fn nationalities(&self, states: &States, parties: &mut Parties) {
        for at in self.occurrence().last + 1..self.occurrence().last + 4 {
            let Some(unit) = self.unit(at).filter(|unit| unit.what == What::Word) else { break };
            let Some(country) = self.line().nationality(unit.tokens.start) else { break };
            if let Some(state) = states.entry(country) {
                parties.state(vec![Participant::Entry(state)]);
                parties.nations = true;
            }
        }
    }

    /// Names in a row, from one place on, after at most `skip` unknown words.
    fn list_from(&self, from: usize, skip: usize) -> List {
        let mut list = List::default();
        let mut at = from;
        let mut skipped = 0usize;
        while let Some(unit) = self.unit(at) {
            if let Some(entry) = unit.entry() {
                let next = Participant::Entry(entry);
                if !list.parties.is_empty() && list.parties.last() != Some(&next) && !unit.conjunction {
                    break;
                }
                list.add(next);
                at += 1;
            } else if unit.is(Class::Body) && (list.parties.is_empty() || unit.conjunction) && unit.word.verb.is_none()
            {
                let Some((words, end)) = phrase::noun_phrase(self.line(), at) else { break };
                // "delegations from X and Y": those of X and Y.
                if self.unit(end).is_some_and(|unit| unit.is(Class::From))
                    && self.unit(end + 1).is_some_and(|unit| unit.entry().is_some() && unit.preposition.is_none())
                {
                    at = end + 1;
                    continue;
                }
                // "the rebels of "the Front"": the name says it.
                if self.unit(end).is_some_and(|unit| unit.is_mark(QUOTES))
                    && self.unit(end + 1).is_some_and(|unit| unit.actor().is_some())
                {
                    list.parties.extend(self.unit(end + 1).and_then(Unit::entry).map(Participant::Entry));
                    at = end + 2;
                    continue;
                }
                list.add(Participant::Words(words));
                at = end;
            } else if list.parties.is_empty() && skipped < skip && is_passable(unit) {
                skipped += 1;
                at += 1;
            } else if !list.parties.is_empty() && self.goes_on_after(at, &list.parties) {
                at += 1;
            } else {
                break;
            }
        }
        list.units = at.saturating_sub(from);
        list
    }

    /// Brackets and commas may stand between a name and its title, or between the names of a list.
    fn goes_on_after(&self, at: usize, list: &[Participant]) -> bool {
        let mark = |at: usize| {
            self.unit(at).is_some_and(|unit| unit.is_mark(&['\u{060C}', ',', '(', ')', '"', '\u{00AB}', '\u{00BB}']))
        };
        let next = if mark(at + 1) { at + 2 } else { at + 1 };
        mark(at)
            && self.unit(next).is_some_and(|unit| {
                let known = unit.entry().is_some_and(|entry| list.last() == Some(&Participant::Entry(entry)));
                known || unit.conjunction && unit.entry().is_some()
            })
    }

    /// The organ that sits, if the actor at a unit is one.
    fn body_at(&self, at: usize, parties: &mut Parties) {
        if parties.body.is_some() || !sits(self.occurrence()) {
            return;
        }
        parties.body = self.unit(at).and_then(|unit| match unit.what {
            What::Organisation(_) => Some(unit.passage),
            What::Word if unit.is(Class::Body) => phrase::noun_phrase(self.line(), at).map(|(words, _)| words),
            _ => None,
        });
    }
}

/// Names in a row.
#[derive(Debug, Clone, Default)]
struct List {
    parties: Vec<Participant>,
    /// How many units they take.
    units: usize,
}

impl List {
    fn add(&mut self, party: Participant) {
        if !self.parties.contains(&party) {
            self.parties.push(party);
        }
    }

    fn without_places(mut self) -> Self {
        self.parties.retain(|party| !matches!(party, Participant::Entry(entry) if entry.kind == Kind::Place));
        self
    }
}

/// Whether a word may stand between "with" and the first name: an honorific, "his counterpart", "each of".
fn is_passable(unit: &Unit<'_>) -> bool {
    unit.what == What::Word
        && unit.word.finite().is_none()
        && unit.word.nouns.is_empty()
        && !unit.is(Class::In)
        && !unit.is(Class::With)
        && !unit.is(Class::Toward)
}

/// Whether the subject of such a verb is the meeting itself, or a place.
fn follows_another(sense: Sense) -> bool {
    matches!(sense, Sense::Occur | Sense::Begin | Sense::Host | Sense::Cancel | Sense::Postpone)
}

/// Whether such a meeting is the sitting of an organ.
fn sits(occurrence: &Occurrence) -> bool {
    matches!(
        occurrence.sort,
        Sort::Session | Sort::Meeting | Sort::Assembly | Sort::Consultations | Sort::Summit | Sort::Conference
    ) && !matches!(occurrence.verb(), Some(Sense::Receive | Sense::Visit))
}
