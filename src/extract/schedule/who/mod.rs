//! Who takes part: the subject of the verb, those "with" whom and "between" whom, the body that sits.

mod actor;
mod companions;
mod implied;
mod list;
mod names;
mod pair;
mod subject;

pub(super) use self::{
    implied::{complete, topic},
    pair::resolve,
};
use super::{
    occurrence::{Form, Occurrence},
    scope::Scope,
    states::States,
    unit::{Line, Unit, What},
};
use crate::{
    article::Passage,
    knowledge::{Kind, Participant},
    lexicon::events::{Class, EventType, Sense},
};

/// How many units right of a meeting its parties are looked for.
const REACH: usize = 26;
/// How many unknown words (honorifics, "the two ministers") may stand before the first name of a list.
const HONORIFICS: usize = 3;
/// How many clauses back the subject of a verb without one is looked for.
const CLAUSES: usize = 3;
/// How many units of place and time may stand between a meeting and its object.
const CIRCUMSTANCES: usize = 5;
/// How many units the adjectives of nationality of a meeting take, with the dashes between them.
const NATIONS: usize = 5;
const DASHES: &[char] = &['-', '\u{0640}', '\u{2013}', '\u{2014}', '/'];
const QUOTES: &[char] = &['"', '\u{00AB}', '\u{201C}'];
const LAM: char = '\u{0644}';

/// Those who take part, as far as the sentence of an occurrence says.
#[derive(Debug, Clone, Default)]
pub(super) struct Parties {
    /// Everyone, in reading order, without repetition.
    pub all: Vec<Participant>,
    /// Those who take part because the clause speaks of them: too weak to tell one meeting from another.
    pub implied: Vec<Participant>,
    /// The organ that sits.
    pub body: Option<Passage>,
    /// Someone is named by "with", "between" or as the owner: the meeting is a real one.
    pub stated: bool,
    /// How many of them are named as those with whom someone meets.
    pub companions: usize,
    /// The parties stand after "between": there are no more.
    pub between: bool,
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

    /// Those with whom someone meets.
    fn accompany(&mut self, list: Vec<Participant>) {
        let before = self.all.len();
        self.state(list);
        self.companions += self.all.len() - before;
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
    reader.organ_of_clause(&mut parties);
    reader.nationalities(states, &mut parties);
    // The land that is visited does not meet anybody, nor does the town that holds the meeting.
    let hosted = scope.standing.form.is_some_and(|form| form.sense == Sense::Host) && !parties.stated;
    if (scope.occurrence.sort == EventType::Visit || hosted) && !parties.nations {
        parties.all.retain(|party| !matches!(party, Participant::Entry(entry) if entry.kind == Kind::Place));
    }
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
        let next = if self.occurrence().form == Form::Owned { self.over_circumstances(next) } else { next };
        // "the session of the trial of X"
        let next = next + usize::from(self.unit(next).is_some_and(|unit| unit.is(Class::Trial)));
        let Some(unit) = self.unit(next) else { return };
        let of = !unit.conjunction && unit.preposition.is_none_or(|letter| letter == LAM);
        let owner = match unit.what {
            What::Organisation(_) | What::Person(_) => true,
            What::Word => unit.is(Class::Body) && unit.word.verb.is_none(),
            _ => false,
        };
        if owner && of {
            self.state_from(next, parties);
        }
    }

    /// Past a place and a day, to whom someone meets: "his meeting in Brussels on Monday the president".
    fn over_circumstances(&self, from: usize) -> usize {
        let between = |unit: &&Unit<'_>| matches!(unit.what, What::Place(_) | What::Date(_)) || unit.is(Class::In);
        let passed = self.line().slice(from..from + CIRCUMSTANCES).iter().take_while(between).count();
        let person = self.unit(from + passed).is_some_and(|unit| matches!(unit.what, What::Person(_)));
        if person { from + passed } else { from }
    }

    /// "Russian-American talks": the states, where the article names them.
    fn nationalities(&self, states: &States, parties: &mut Parties) {
        for at in self.occurrence().last + 1..self.occurrence().last + 1 + NATIONS {
            let Some(unit) = self.unit(at) else { break };
            if unit.is_mark(DASHES) {
                continue;
            }
            if unit.what != What::Word {
                break;
            }
            let Some(country) = self.line().nationality(unit.tokens.start) else { break };
            if let Some(state) = states.entry(country) {
                parties.state(vec![Participant::Entry(state)]);
                parties.nations = true;
            }
        }
    }
}

/// Whether the subject of such a verb is the meeting itself, or a place.
fn follows_another(sense: Sense) -> bool {
    matches!(sense, Sense::Occur | Sense::Begin | Sense::Host | Sense::Cancel | Sense::Postpone)
}

/// Whether such a meeting is the sitting of an organ.
fn sits(occurrence: &Occurrence) -> bool {
    matches!(
        occurrence.sort,
        EventType::Session
            | EventType::Meeting
            | EventType::Assembly
            | EventType::Consultations
            | EventType::Summit
            | EventType::Conference
    ) && !matches!(occurrence.verb(), Some(Sense::Receive | Sense::Visit | Sense::Arrive))
}
