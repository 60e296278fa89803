//! The words of meetings: the nouns and verbs that name and hold them, and the words around these.

mod class;
mod links;
mod verb;

use rustc_hash::FxHashMap;

pub use class::{Class, Classes};
pub use links::{LinkWeights, Manner, Sign, Signs};
pub use verb::{Sense, Tense, VerbForm};

use self::{class::class, verb::verb};
use super::table::rows;
use crate::{
    arabic::{Folding, fold},
    lexicon::dates::Number,
};

const NOUNS: &str = include_str!("../../../assets/lexicon/event_nouns.tsv");
const VERBS: &str = include_str!("../../../assets/lexicon/event_verbs.tsv");
const WORDS: &str = include_str!("../../../assets/lexicon/event_words.tsv");

/// What sort of event: what a noun or a verb names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum EventType {
    Meeting,
    Talks,
    TalksRound,
    Consultations,
    Session,
    Summit,
    Conference,
    PressConference,
    Call,
    Visit,
    Dialogue,
    Rally,
    Reception,
    Interview,
    Assembly,
}

/// What a noun needs before it is believed to name a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Demand {
    /// A verb, a party, a place or a time.
    Anchor,
    /// A verb of holding, parties or an ordinal.
    Held,
    /// A meeting told of before.
    After,
    /// A verb of holding, or a meeting told of before.
    Governed,
    /// Someone who makes it, or where it leads: a tour.
    Toured,
    /// The preposition lam: "called to sit".
    Called,
    /// A word of this class right after it.
    Word(Class),
}

/// A noun that names a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Noun {
    /// What it names.
    pub sort: EventType,
    /// How many.
    pub number: Number,
    /// When it is believed.
    pub demand: Demand,
}

/// The lists, by folded word.
#[derive(Debug, Default)]
pub struct EventWords {
    nouns: FxHashMap<String, Vec<Noun>>,
    past: FxHashMap<String, Sense>,
    present: FxHashMap<String, Sense>,
    verbal: FxHashMap<String, Sense>,
    classes: FxHashMap<String, Classes>,
    links: LinkWeights,
}

impl EventWords {
    pub(super) fn shipped() -> Self {
        let mut words = Self { links: LinkWeights::shipped(), ..Self::default() };
        for (wording, value) in each(NOUNS) {
            words.nouns.entry(wording).or_default().extend(noun(value));
        }
        for (wording, value) in each(VERBS) {
            let Some((sense, form)) = verb(value) else { continue };
            let list = match form {
                Tense::Past => &mut words.past,
                Tense::Present | Tense::Future => &mut words.present,
                Tense::Noun => &mut words.verbal,
            };
            // The first line that has a form wins.
            list.entry(wording).or_insert(sense);
        }
        for (wording, value) in each(WORDS) {
            if let Some(class) = class(value) {
                words.classes.entry(wording).or_default().add(class);
            }
        }
        words
    }

    /// What speaks for two mentions being of one meeting.
    #[must_use]
    pub fn links(&self) -> &LinkWeights {
        &self.links
    }

    /// The nouns a word may be, without article, possessive and case ending.
    #[must_use]
    pub fn nouns(&self, folded: &str) -> &[Noun] {
        self.nouns.get(folded).map_or(&[], Vec::as_slice)
    }

    /// What a word does around a meeting, without article.
    #[must_use]
    pub fn classes(&self, folded: &str) -> Classes {
        self.classes.get(folded).copied().unwrap_or_default()
    }

    /// The verbal noun a word may be, without article and possessive.
    #[must_use]
    pub fn verbal_noun(&self, folded: &str) -> Option<Sense> {
        self.verbal.get(folded).copied()
    }

    /// The verb form a word may be.
    #[must_use]
    pub fn verb(&self, folded: &str) -> Option<VerbForm> {
        self.verb_without_object(folded, false).or_else(|| {
            OBJECTS
                .iter()
                .filter_map(|object| folded.strip_suffix(object))
                .find_map(|rest| self.verb_without_object(rest, true))
                // "administration", "leaders": the object of these verbs is no pronoun.
                .filter(|form| {
                    form.sense != Sense::Chair || !folded.ends_with(LONE_OBJECT) || form.tense != Tense::Past
                })
        })
    }

    fn verb_without_object(&self, folded: &str, object: bool) -> Option<VerbForm> {
        let form = |sense: Sense, tense| VerbForm { sense, tense, object };
        if let Some(sense) = ended(folded, PAST_ENDINGS, &self.past) {
            return Some(form(sense, Tense::Past));
        }
        let (rest, tense) = match folded.strip_prefix(FUTURE) {
            Some(rest) => (rest, Tense::Future),
            None => (folded, Tense::Present),
        };
        let stem = rest.strip_prefix(PERSONS)?;
        ended(stem, PRESENT_ENDINGS, &self.present).map(|sense| form(sense, tense))
    }
}

fn ended(word: &str, endings: &[&str], stems: &FxHashMap<String, Sense>) -> Option<Sense> {
    endings.iter().filter_map(|ending| word.strip_suffix(ending)).find_map(|stem| stems.get(stem)).copied()
}

/// The particle of the future.
const FUTURE: char = '\u{0633}';
/// The prefixes of the third persons and of the first plural.
const PERSONS: [char; 3] = ['\u{064A}', '\u{062A}', '\u{0646}'];
/// Object pronouns, folded: -ha, -huma, -hum, -h.
const OBJECTS: &[&str] = &["\u{0647}\u{0627}", "\u{0647}\u{0645}\u{0627}", "\u{0647}\u{0645}", "\u{0647}"];
/// The last letter of a word with the object -h alone, and of a noun in teh marbuta.
const LONE_OBJECT: char = '\u{0647}';
/// None, -t, -ta, -a, -wa (with its alef), -w (before an object), -n.
const PAST_ENDINGS: &[&str] =
    &["", "\u{062A}", "\u{062A}\u{0627}", "\u{0627}", "\u{0648}\u{0627}", "\u{0648}", "\u{0646}"];
/// None, -an, -un, -in, -a, -wa, -n.
const PRESENT_ENDINGS: &[&str] =
    &["", "\u{0627}\u{0646}", "\u{0648}\u{0646}", "\u{064A}\u{0646}", "\u{0627}", "\u{0648}\u{0627}", "\u{0646}"];

/// Every folded wording of a list with its value.
fn each(file: &'static str) -> impl Iterator<Item = (String, &'static str)> {
    rows(file)
        .flat_map(|(wordings, value)| wordings.split('|').map(move |wording| (fold(wording, Folding::Name), value)))
}

fn noun(value: &str) -> Option<Noun> {
    let mut parts = value.split(' ');
    let sort = sort(parts.next()?)?;
    let number = match parts.next()? {
        "singular" => Number::Singular,
        "dual" => Number::Dual,
        "plural" => Number::Plural,
        _ => return None,
    };
    let demand = match parts.next()? {
        "anchor" => Demand::Anchor,
        "held" => Demand::Held,
        "after" => Demand::After,
        "governed" => Demand::Governed,
        "toured" => Demand::Toured,
        "sits" => Demand::Called,
        other => Demand::Word(class(other)?),
    };
    Some(Noun { sort, number, demand })
}

fn sort(name: &str) -> Option<EventType> {
    Some(match name {
        "meeting" => EventType::Meeting,
        "talks" => EventType::Talks,
        "talks_round" => EventType::TalksRound,
        "consultations" => EventType::Consultations,
        "session" => EventType::Session,
        "summit" => EventType::Summit,
        "conference" => EventType::Conference,
        "press_conference" => EventType::PressConference,
        "call" => EventType::Call,
        "visit" => EventType::Visit,
        "dialogue" => EventType::Dialogue,
        "rally" => EventType::Rally,
        "reception" => EventType::Reception,
        "interview" => EventType::Interview,
        "assembly" => EventType::Assembly,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_understood() {
        for (wordings, value) in rows(NOUNS) {
            assert!(noun(value).is_some(), "{wordings}: {value}");
        }
        for (wordings, value) in rows(VERBS) {
            assert!(verb(value).is_some(), "{wordings}: {value}");
        }
        for (wordings, value) in rows(WORDS) {
            assert!(class(value).is_some(), "{wordings}: {value}");
        }
    }

    #[track_caller]
    fn check(word: &str, expected: Option<(Sense, Tense, bool)>) {
        let found = EventWords::shipped().verb(word).map(|form| (form.sense, form.tense, form.object));
        assert_eq!(found, expected);
    }

    #[test]
    fn forms_of_verbs() {
        // s-t-'-q-d, "will be held"; '-j-r-a-h-a, "he held them"; s-y-n-a, "Sinai".
        check("\u{0633}\u{062A}\u{0639}\u{0642}\u{062F}", Some((Sense::Hold, Tense::Future, false)));
        check("\u{0627}\u{062C}\u{0631}\u{0627}\u{0647}\u{0627}", Some((Sense::Hold, Tense::Past, true)));
        check("\u{0633}\u{064A}\u{0646}\u{0627}", None);
        check("", None);
    }
}
