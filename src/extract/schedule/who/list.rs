//! Names in a row: "with X, the minister, and Y".

use super::{HONORIFICS, Participant, QUOTES};
use crate::{
    extract::schedule::{
        phrase,
        unit::{COMMA, Line, Unit, What},
    },
    knowledge::{EntryId, Kind},
    lexicon::events::Class,
};

/// The most units of where those named last belong, before the next name.
const ATTRIBUTE: usize = 8;

/// Names in a row.
#[derive(Debug, Clone, Default)]
pub(super) struct List {
    pub(super) parties: Vec<Participant>,
    /// How many units they take.
    pub(super) units: usize,
    /// The first unit.
    start: usize,
    /// How many unknown words may still stand before the first name.
    skip: usize,
    /// A word that leads to people was read: what follows needs no conjunction.
    is_introduced: bool,
    /// So does whatever follows "in addition to".
    is_joined: bool,
    /// Which party is a word for those named after it: "the two ministers".
    label: Option<usize>,
}

impl List {
    fn add(&mut self, party: Participant) {
        if !self.parties.contains(&party) {
            self.parties.push(party);
        }
    }

    /// The unit to read next.
    fn at(&self) -> usize {
        self.start.saturating_add(self.units)
    }

    /// Whether a name there begins the list or is joined to it.
    fn takes(&self, unit: &Unit<'_>) -> bool {
        self.parties.is_empty() || unit.conjunction || self.is_joined
    }

    /// Whether only people are named: a state after one belongs to his title, "the president of Egypt and Sudan".
    fn is_of_people(&self) -> bool {
        let person = |party: &Participant| matches!(party, Participant::Entry(entry) if entry.kind == Kind::Person);
        !self.parties.is_empty() && self.parties.iter().all(person)
    }

    fn pass(&mut self, units: usize) -> bool {
        self.units = self.units.saturating_add(units);
        units > 0
    }

    fn pass_to(&mut self, at: usize) -> bool {
        self.pass(at.saturating_sub(self.at()))
    }

    /// The names say who "the two ministers" are.
    fn without_label(mut self) -> Self {
        if let Some(label) = self.label.filter(|label| self.parties.len() > label.saturating_add(2)) {
            self.parties.remove(label);
        }
        self
    }

    pub(super) fn without_places(mut self) -> Self {
        self.parties.retain(|party| !matches!(party, Participant::Entry(entry) if entry.kind == Kind::Place));
        self
    }
}

impl Line<'_> {
    /// Names in a row, from one place on, after at most `skip` unknown words.
    pub(super) fn list_from(&self, start: usize, skip: usize) -> List {
        let mut list = List { start, skip, ..List::default() };
        while self.name(&mut list)
            || self.group(&mut list)
            || self.counted(&mut list)
            || self.share(&mut list)
            || self.honorific(&mut list)
            || self.apposition(&mut list)
            || self.link(&mut list)
            || self.among(&mut list)
            || self.besides(&mut list)
            || self.attribute(&mut list)
        {}
        list.without_label()
    }

    fn name(&self, list: &mut List) -> bool {
        let Some(unit) = self.get(list.at()) else { return false };
        let Some(next) = unit.entry().map(Participant::Entry) else { return false };
        // "the two ministers of Russia, X, and Iran, Y"
        let person_of = matches!(unit.what, What::Place(_))
            && list.label.is_some()
            && unit.conjunction
            && self.get(list.at() + 1).is_some_and(|next| matches!(next.what, What::Person(_)) && !next.conjunction);
        if person_of {
            list.is_introduced = true;
            return list.pass(1);
        }
        let introduced = list.is_introduced && matches!(unit.what, What::Person(_));
        let same = list.parties.last() == Some(&next);
        let of_title = matches!(unit.what, What::Place(_)) && list.is_of_people() && !list.is_joined;
        if self.is_elsewhere(unit, list) || of_title || !(list.takes(unit) || introduced || same) {
            return false;
        }
        list.add(next);
        list.is_introduced = false;
        list.is_joined = false;
        list.pass(1)
    }

    /// Whether another preposition leads to a name; the same one may be said again: "with X and with Y".
    fn is_elsewhere(&self, unit: &Unit<'_>, list: &List) -> bool {
        let first = self.get(list.start).and_then(|first| first.preposition);
        let again = unit.conjunction && unit.preposition == first;
        list.units > 0 && unit.preposition.is_some() && !again
    }

    /// "the delegation of", "the two ministers A and B".
    fn group(&self, list: &mut List) -> bool {
        let at = list.at();
        let Some(unit) = self.get(at) else { return false };
        let leads = (self.is_group(at) || unit.is(Class::Media)) && unit.word.verb.is_none();
        if !leads || !list.takes(unit) || self.is_elsewhere(unit, list) {
            return false;
        }
        let Some((words, end)) = phrase::noun_phrase(self, at) else { return false };
        let names = |at: usize| self.get(at).filter(|unit| unit.preposition.is_none()).and_then(Unit::entry);
        let is = |class| self.get(end).is_some_and(|unit| unit.is(class));
        // "delegations from X and Y": those of X and Y.
        if is(Class::From) && unit.is(Class::Delegation) && names(end + 1).is_some() {
            // "the delegation of the council, made up of X and Y": it is named itself.
            if (at + 1..end).any(|at| names(at).is_some()) {
                list.add(Participant::Words(words));
                list.is_introduced = true;
            }
            return list.pass_to(end + 1);
        }
        // "the rebels of "the Front"": the name says it.
        if self.get(end).is_some_and(|unit| unit.is_mark(QUOTES))
            && let Some(name) = self.get(end + 1).and_then(Unit::actor)
        {
            list.parties.push(Participant::Entry(name));
            return list.pass_to(end + 2);
        }
        let person = self.get(end).is_some_and(|unit| matches!(unit.what, What::Person(_)) && !unit.conjunction);
        list.label = person.then_some(list.parties.len()).or(list.label);
        // "experts from the sector", "officials in the committee"
        let organisation = matches!(names(end + 1), Some(EntryId { kind: Kind::Organisation, .. }));
        let from = is(Class::From) && names(end + 1).is_some() || is(Class::In) && organisation;
        let whole = if from { phrase::without_proclitics(self, at, end + 1) } else { None };
        list.add(Participant::Words(whole.unwrap_or(words)));
        list.is_introduced = true;
        list.pass_to(if from { end + 2 } else { end })
    }

    /// "250 representatives": a number and those it counts.
    fn counted(&self, list: &mut List) -> bool {
        let at = list.at();
        let among =
            at.checked_sub(1).and_then(|before| self.get(before)).is_some_and(|before| before.is(Class::Between));
        let number = self.get(at).is_some_and(|unit| unit.what == What::Number && list.takes(unit));
        let counted = self.get(at + 1).is_some_and(|counted| {
            let plain = !counted.word.definite && !counted.conjunction && counted.preposition.is_none();
            plain && is_passable(counted) && !phrase::is_function(counted)
        });
        let Some(words) = self.passage(at, at + 1).filter(|_| number && counted && !among) else { return false };
        list.add(Participant::Words(words));
        list.pass(2)
    }

    /// "a number of", "each of".
    fn share(&self, list: &mut List) -> bool {
        let at = list.at();
        if !self.get(at).is_some_and(|unit| list.takes(unit)) {
            return false;
        }
        let passed = list.pass_to(self.over_share(at));
        list.is_introduced |= passed;
        passed
    }

    /// An unknown word before the first name: "his Excellency".
    fn honorific(&self, list: &mut List) -> bool {
        let passes = list.parties.is_empty() && list.skip > 0 && self.get(list.at()).is_some_and(is_passable);
        list.skip -= usize::from(passes);
        passes && list.pass(1)
    }

    /// Past the words that lead to the next name of a list, "and Doctor", "and a number of", or past the name of someone
    /// whose relation is told: "the wife of X".
    fn apposition(&self, list: &mut List) -> bool {
        let at = list.at();
        let unit = self.get(at).filter(|unit| is_passable(unit) && !phrase::is_function(unit));
        let Some(unit) = unit.filter(|_| !list.parties.is_empty()) else { return false };
        let plain = |unit: &Unit<'_>| unit.preposition.is_none() && !unit.conjunction;
        if unit.conjunction {
            let passed = self.slice(at + 1..at + HONORIFICS);
            let passed = passed.iter().take_while(|unit| is_passable(unit) && plain(unit) && !unit.is(Class::Body));
            let next = at + 1 + passed.count();
            let names = self
                .get(next)
                .is_some_and(|names| plain(names) && (matches!(names.what, What::Person(_)) || self.is_group(next)));
            list.is_introduced |= names;
            return names && list.pass_to(next);
        }
        let related = !unit.word.definite && unit.preposition.is_none() && unit.word.is_unknown();
        let named = self.get(at + 1).filter(|names| related && plain(names) && matches!(names.what, What::Person(_)));
        let Some(entry) = named.and_then(Unit::entry) else { return false };
        let names = self.slice(at + 1..self.units.len()).iter().take_while(|unit| unit.entry() == Some(entry));
        list.pass(1 + names.count())
    }

    /// Brackets and commas may stand between a name and its title, or between the names of a list.
    fn link(&self, list: &mut List) -> bool {
        let at = list.at();
        let mark = |at: usize| {
            self.get(at).is_some_and(|unit| unit.is_mark(&['\u{060C}', ',', '(', ')', '"', '\u{00AB}', '\u{00BB}']))
        };
        let next = if mark(at + 1) { at + 2 } else { at + 1 };
        let goes_on = self.get(next).is_some_and(|unit| {
            let known = unit.entry().is_some_and(|entry| list.parties.last() == Some(&Participant::Entry(entry)));
            known || unit.conjunction && unit.entry().is_some()
        });
        !list.parties.is_empty() && mark(at) && goes_on && list.pass(1)
    }

    /// "ministers, among them X": some of them by name.
    fn among(&self, list: &mut List) -> bool {
        let at = list.at();
        let comma = usize::from(self.get(at).is_some_and(|unit| unit.is_mark(COMMA)));
        let word = (at + comma..at + comma + 2).find(|at| self.get(*at).is_some_and(|unit| unit.is(Class::Among)));
        let Some(word) = word.filter(|_| !list.parties.is_empty()) else { return false };
        list.is_introduced = true;
        let colon = self.get(word + 1).is_some_and(|unit| unit.is_mark(&[':']));
        list.pass_to(word + 1 + usize::from(colon))
    }

    /// "X, in addition to Y", "X as well as Y".
    fn besides(&self, list: &mut List) -> bool {
        let at = list.at();
        let comma = usize::from(self.get(at).is_some_and(|unit| unit.is_mark(COMMA)));
        let near = at + comma..at + comma + 2;
        let word = near.into_iter().find(|at| self.get(*at).is_some_and(|unit| unit.is(Class::Besides)));
        let Some(word) = word.filter(|_| !list.parties.is_empty()) else { return false };
        let leads = |unit: &Unit<'_>| unit.is(Class::Toward) || unit.is(Class::Adverbial);
        // "in addition to", or "to the side of"
        let last = if self.get(word + 1).is_some_and(leads) { word + 1 } else { word };
        if !self.get(last).is_some_and(leads) && !self.get(word.saturating_sub(1)).is_some_and(leads) {
            return false;
        }
        list.is_joined = true;
        list.pass_to(last + 1)
    }

    /// "officials in the army, and the commander", "X on one side and Y": past what belongs to those named last, to the
    /// next person or group.
    fn attribute(&self, list: &mut List) -> bool {
        let at = list.at();
        let leads = self.get(at).is_some_and(|unit| (unit.is(Class::In) || unit.is(Class::From)) && !unit.conjunction);
        if list.parties.is_empty() || !leads {
            return false;
        }
        let inner = self.slice(at + 1..at + 1 + ATTRIBUTE).iter().take_while(|unit| is_attribute(unit));
        let next = at + 1 + inner.count();
        let joined = self.get(next).is_some_and(|unit| {
            let named = matches!(unit.what, What::Person(_)) || self.is_group(next) && unit.word.verb.is_none();
            named && unit.conjunction && unit.preposition.is_none()
        });
        joined && list.pass_to(next)
    }
}

/// A name or a noun with the article: where someone belongs.
fn is_attribute(unit: &Unit<'_>) -> bool {
    match unit.what {
        What::Organisation(_) | What::Place(_) => unit.preposition.is_none(),
        What::Date(_) => true,
        What::Word => {
            let plain = !unit.conjunction && unit.preposition.is_none() && unit.word.verb.is_none();
            plain && (unit.word.definite && !phrase::is_function(unit) || unit.is(Class::Side))
        }
        _ => false,
    }
}

/// Whether a word may stand between "with" and the first name: an honorific, "his counterpart", "each of".
pub(super) fn is_passable(unit: &Unit<'_>) -> bool {
    unit.what == What::Word
        && unit.word.finite().is_none()
        && unit.word.nouns.is_empty()
        && (!unit.is(Class::Adverbial) || unit.is(Class::From))
        && !unit.is(Class::In)
        && !unit.is(Class::With)
        && !unit.is(Class::Toward)
}
