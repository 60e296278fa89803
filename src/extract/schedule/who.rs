//! Who takes part: the subject of the verb, those "with" whom and "between" whom, the body that sits.

use super::{
    occurrence::{Form, Occurrence},
    phrase,
    tense::Standing,
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

/// Those who take part, as far as the sentence of an occurrence says.
#[derive(Debug, Clone, Default)]
pub(super) struct Parties {
    /// Everyone, in reading order, without repetition.
    pub all: Vec<Participant>,
    /// The organ that sits.
    pub body: Option<Passage>,
    /// Someone is named by "with", "between" or as the owner: the meeting is a real one.
    pub stated: bool,
}

impl Parties {
    fn add(&mut self, participant: Participant) {
        if !self.all.contains(&participant) {
            self.all.push(participant);
        }
    }

    fn add_list(&mut self, list: Vec<Participant>) {
        self.stated |= !list.is_empty();
        list.into_iter().for_each(|participant| self.add(participant));
    }
}

/// Reads the parties of an occurrence.
pub(super) fn parties(line: &Line<'_>, occurrence: &Occurrence, standing: &Standing, others: &[Occurrence]) -> Parties {
    let reader = Reader { line, occurrence, standing, others };
    let mut parties = Parties::default();
    reader.subject(&mut parties);
    reader.owner(&mut parties);
    reader.companions(&mut parties);
    parties
}

struct Reader<'l, 'a> {
    line: &'l Line<'a>,
    occurrence: &'l Occurrence,
    standing: &'l Standing,
    others: &'l [Occurrence],
}

impl<'a> Reader<'_, 'a> {
    fn unit(&self, at: usize) -> Option<&Unit<'a>> {
        self.line.get(at)
    }

    /// Whoever the verb says holds the meeting.
    fn subject(&self, parties: &mut Parties) {
        let at = self.occurrence.at;
        match self.standing.governor {
            // The verb is the meeting: its subject follows it, else it stands before.
            Some(verb) if verb == at => {
                let after = self.list_from(at + 1, 2);
                if after.is_empty() {
                    self.nearest_before(verb, parties);
                } else {
                    self.bodies(at + 1, parties);
                    parties.add_list(after);
                    self.object(parties);
                }
            }
            Some(verb) if verb < at => {
                let between = self.between(verb + 1, at);
                if let Some(first) = between {
                    parties.add_list(self.list_from(first, 0));
                    self.body_at(first, parties);
                } else if self.takes_a_subject() {
                    self.nearest_before(verb, parties);
                }
            }
            // A relative clause or a predicate: "the talks that he held", "the session will be chaired by".
            Some(verb) => {
                let object = self.unit(verb).and_then(|unit| unit.word.finite()).is_some_and(|form| form.object);
                let after = self.between(verb + 1, (verb + 3).min(self.line.clause_end(verb)));
                match after {
                    Some(first) if object => parties.add_list(self.list_from(first, 0)),
                    _ if object => self.nearest_before(at, parties),
                    _ => {}
                }
            }
            None if self.standing.adverbial => self.nearest_before(at, parties),
            None => {}
        }
    }

    fn takes_a_subject(&self) -> bool {
        let Some(form) = self.standing.form else { return false };
        match form.sense {
            Sense::Occur | Sense::Begin | Sense::Cancel | Sense::Postpone | Sense::Host => false,
            Sense::End => form.tense != Tense::Noun,
            _ => true,
        }
    }

    /// The object of a verb that is the meeting: "received the envoy", "met the ambassador".
    fn object(&self, parties: &mut Parties) {
        let end = self.line.clause_end(self.occurrence.at).min(self.occurrence.at + REACH);
        let mut seen = 0usize;
        for at in self.occurrence.at + 1..end {
            let Some(unit) = self.unit(at) else { break };
            if unit.is(Class::Relative) || self.is_other(at) {
                break;
            }
            let Some(entry) = unit.entry().filter(|entry| entry.kind != Kind::Place) else {
                if unit.is(Class::Body) && unit.preposition.is_none() && !self.after_preposition(at) && seen > 0 {
                    self.body_words(at, parties);
                }
                continue;
            };
            if unit.preposition.is_none_or(|letter| letter == BEH) && !self.after_preposition(at) {
                parties.add(Participant::Entry(entry));
                seen += 1;
            }
        }
    }

    /// The first actor between a verb and its object that no preposition governs.
    fn between(&self, from: usize, to: usize) -> Option<usize> {
        (from..to).find(|at| {
            let Some(unit) = self.unit(*at) else { return false };
            let free = unit.preposition.is_none() && !self.after_preposition(*at);
            free && (unit.actor().is_some() || unit.is(Class::Body) && !unit.word.conjunction)
        })
    }

    fn after_preposition(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| self.unit(before)).is_some_and(|before| {
            before.what == What::Word && (before.is(Class::In) || before.is(Class::Toward) || before.is(Class::Adverbial))
                && !before.is(Class::Kind)
        })
    }

    /// The actor nearest before a unit in its clause; outside any prepositional phrase if there is such a one.
    fn nearest_before(&self, at: usize, parties: &mut Parties) {
        let mut start = self.line.clause_start(at);
        let mut found = self.actor_in(start, at);
        // A clause without an actor continues what the one before it says of its subject.
        while found.is_none() && start > 0 {
            let before = start;
            start = self.line.clause_start(start - 1);
            found = self.actor_in(start, before);
        }
        match found {
            Some(first) => {
                let first = self.start_of_list(first);
                let list = self.list_from(first, 0);
                list.into_iter().for_each(|participant| parties.add(participant));
            }
            None => {
                // The subject may follow a circumstance: "in his meeting with him, the minister said".
                let end = self.line.clause_end(at).min(at + REACH);
                let _ = end;
            }
        }
    }

    fn actor_in(&self, from: usize, to: usize) -> Option<usize> {
        let actors = || (from..to).rev().filter(|at| self.unit(*at).is_some_and(|unit| unit.actor().is_some()));
        let free = |at: &usize| {
            self.unit(*at).is_some_and(|unit| unit.preposition.is_none()) && !self.after_preposition(*at)
        };
        actors().find(free).or_else(|| actors().next()).or_else(|| {
            (from..to).rev().find(|at| {
                self.unit(*at).is_some_and(|unit| unit.is(Class::Body) && unit.preposition.is_none())
                    && !self.after_preposition(*at)
            })
        })
    }

    /// Back over "X and Y" to X.
    fn start_of_list(&self, at: usize) -> usize {
        let mut first = at;
        while self.unit(first).is_some_and(|unit| unit.conjunction)
            && let Some(before) = first.checked_sub(1)
            && self.unit(before).is_some_and(|unit| unit.actor().is_some())
        {
            first = before;
        }
        first
    }

    /// Whose the meeting is: the name right after the noun, or the one that its pronoun means.
    fn owner(&self, parties: &mut Parties) {
        if self.occurrence.verb().is_some() {
            return;
        }
        if self.occurrence.form == Form::Owned {
            self.nearest_before(self.occurrence.at, parties);
            parties.stated |= !parties.all.is_empty();
        }
        let next = self.occurrence.last + 1;
        let Some(unit) = self.unit(next) else { return };
        let of = unit.preposition.is_none() || unit.preposition == Some(LAM) && unit.passage.span.start.0 > 0;
        let owner = match unit.what {
            What::Organisation(_) => of,
            What::Person(_) => unit.preposition.is_none(),
            What::Word => unit.is(Class::Body) && of && !unit.conjunction,
            _ => false,
        };
        if owner && !unit.conjunction {
            let list = self.list_from(next, 0);
            parties.add_list(list);
            self.body_at(next, parties);
        }
    }

    /// "with X and Y", "between X and Y", "in the presence of", "by telephone to".
    fn companions(&self, parties: &mut Parties) {
        let from = self.occurrence.last + 1;
        let end = self.scope_end(from);
        let mut at = from;
        while at < end {
            let Some(unit) = self.unit(at) else { break };
            if self.is_other(at) {
                break;
            }
            let word = unit.what == What::Word;
            let introduces = word
                && (unit.is(Class::With)
                    || unit.is(Class::Between)
                    || unit.is(Class::Joined)
                    || self.from_whom(unit));
            if introduces {
                let list = self.list_from(at + 1, HONORIFICS);
                parties.add_list(list);
            } else if unit.preposition == Some(BEH) && self.meets_by_beh() && !unit.is(Class::Venue) {
                let first = if unit.entry().is_some() { at } else { at + 1 };
                let people = self.list_from(first, if word { 1 } else { 0 });
                let people: Vec<Participant> = people.into_iter().filter(is_actor).collect();
                parties.add_list(people);
            } else if word && unit.word.finite().is_some_and(|form| form.sense == Sense::Attend && form.object) {
                parties.add_list(self.list_from(at + 1, 1));
            }
            at += 1;
        }
    }

    /// Where the parties of the meeting can no longer stand: another meeting, a break, the end of its clause.
    fn scope_end(&self, from: usize) -> usize {
        let limit = (from + REACH).min(self.line.units.len());
        let clause = self.line.clause(from.min(self.line.units.len().saturating_sub(1)));
        (from..limit)
            .find(|at| {
                self.unit(*at).is_none_or(|unit| {
                    unit.is(Class::Break)
                        || unit.is(Class::Speech)
                        || unit.clause != clause && unit.word.conjunction && unit.word.finite().is_some()
                })
            })
            .unwrap_or(limit)
    }

    fn is_other(&self, at: usize) -> bool {
        self.others.iter().any(|other| other.at == at && other.at != self.occurrence.at)
    }

    /// Calls come "from" someone.
    fn from_whom(&self, unit: &Unit<'_>) -> bool {
        self.occurrence.sort == Sort::Call && unit.is(Class::From)
    }

    /// Calls are made, and meetings by a verb are held, with the preposition beh.
    fn meets_by_beh(&self) -> bool {
        let gathers = |verb: usize| {
            self.unit(verb).is_some_and(|unit| unit.word.has_sense(Sense::Attend) && unit.word.finite().is_some())
        };
        self.occurrence.sort == Sort::Call
            || matches!(self.occurrence.verb(), Some(Sense::Meet))
            || (self.occurrence.last + 1..self.occurrence.last + 3).any(gathers)
    }

    /// Names in a row, from one place on, after at most `skip` unknown words.
    fn list_from(&self, from: usize, skip: usize) -> Vec<Participant> {
        let mut list: Vec<Participant> = Vec::new();
        let mut at = from;
        let mut skipped = 0usize;
        while let Some(unit) = self.unit(at) {
            if let Some(entry) = unit.entry() {
                let next = Participant::Entry(entry);
                let again = list.last() == Some(&next);
                if !list.is_empty() && !again && !self.joins(at) {
                    break;
                }
                if !list.contains(&next) {
                    list.push(next);
                }
                at += 1;
                continue;
            }
            if unit.is(Class::Body) && (list.is_empty() || unit.word.conjunction) && unit.word.finite().is_none() {
                let Some((words, end)) = phrase::noun_phrase(self.line, at) else { break };
                // A name inside the phrase says it better: "the members of the council".
                list.push(Participant::Words(words));
                at = end;
                continue;
            }
            let passes = list.is_empty()
                && skipped < skip
                && unit.what == What::Word
                && unit.word.finite().is_none()
                && unit.word.nouns.is_empty()
                && !unit.is(Class::In)
                && !unit.is(Class::With);
            if passes {
                skipped += 1;
                at += 1;
                continue;
            }
            // Brackets and commas may stand between a name and its title, or between the names of a list.
            let passable = !list.is_empty() && unit.is_mark(&['\u{060C}', ',', '(', ')', '"', '\u{00AB}', '\u{00BB}']);
            if passable && self.continues_after(at + 1, &list) {
                at += 1;
                continue;
            }
            break;
        }
        list
    }

    fn continues_after(&self, at: usize, list: &[Participant]) -> bool {
        self.unit(at).is_some_and(|unit| {
            let known = unit.entry().is_some_and(|entry| list.contains(&Participant::Entry(entry)));
            known || unit.conjunction && unit.entry().is_some() || unit.is_mark(&[',', '\u{060C}', '"', '\u{00AB}'])
        })
    }

    /// Whether a name goes on the list before it: by the conjunction, written with it or with its title.
    fn joins(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|unit| unit.conjunction)
    }

    /// The organ that sits, if the actor at a unit is one.
    fn body_at(&self, at: usize, parties: &mut Parties) {
        let Some(unit) = self.unit(at) else { return };
        match unit.what {
            What::Organisation(_) => parties.body = parties.body.or(Some(unit.passage)),
            What::Word if unit.is(Class::Body) => self.body_words(at, parties),
            _ => {}
        }
    }

    fn bodies(&self, at: usize, parties: &mut Parties) {
        self.body_at(at, parties);
    }

    fn body_words(&self, at: usize, parties: &mut Parties) {
        if let Some((words, _)) = phrase::noun_phrase(self.line, at) {
            parties.add(Participant::Words(words));
            parties.body = parties.body.or(Some(words));
            parties.stated = true;
        }
    }
}

fn is_actor(participant: &Participant) -> bool {
    match participant {
        Participant::Entry(entry) => entry.kind != Kind::Place,
        Participant::Words(_) => true,
    }
}

const BEH: char = '\u{0628}';
const LAM: char = '\u{0644}';

#[allow(dead_code)]
const _: &[char] = COMMA;
