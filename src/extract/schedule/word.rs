//! What each distinct word of an article may do around a meeting, worked out once a word.

use crate::{
    arabic::{Reading, readings, without_article},
    extract::{Lexeme, Source, full_stem},
    lexicon::{
        Lexicon,
        events::{Class, Classes, EventWords, Noun, Sense, Tense, VerbForm},
    },
};

/// A word, seen by the list of meetings.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    /// The nouns of meeting it may be.
    pub nouns: Vec<Noun>,
    /// The verb or verbal noun it may be.
    pub verb: Option<VerbForm>,
    /// Unvowelled, it may be the verbal noun as well as the verb.
    pub is_verbal_noun: bool,
    /// What it does otherwise.
    pub classes: Classes,
    /// The conjunction is written with it.
    pub conjunction: bool,
    /// The preposition is written with it.
    pub preposition: Option<char>,
    /// How many letters of proclitics stand before the noun or verb.
    pub letters: usize,
    /// It has the article, shown or hidden.
    pub definite: bool,
    /// It ends in a possessive pronoun.
    pub possessive: bool,
    /// It looks like a verb of the future, of whatever sense.
    pub future: bool,
    /// It looks like a verb of the prefix conjugation that no list has.
    pub present: bool,
}

impl Word {
    /// Reads a folded word.
    pub fn of(lexicon: &Lexicon, folded: &str, lexeme: &Lexeme) -> Self {
        let words = lexicon.events();
        let whole = lexicon.word(folded).frequency;
        for reading in readings(folded) {
            // "ministry" is no "and visited her": what is left must not be much rarer than the whole.
            let stem = lexicon.word(&full_stem(&reading)).frequency;
            if reading.letters > 0 && stem.0.saturating_add(MUCH_RARER) < whole.0 {
                continue;
            }
            let word = Self::read(words, folded, &reading);
            if word.is_known() {
                return word;
            }
        }
        let future = readings(folded)
            .into_iter()
            .any(|reading| reading.proclitics.preposition.is_none() && looks_future(reading.stem));
        let present = folded.starts_with(YEH) || folded.starts_with(TEH) && !folded.ends_with(TEH);
        Self {
            future,
            present: present && folded.chars().nth(2).is_some(),
            conjunction: lexeme.conjoined,
            preposition: lexeme.preposition,
            definite: lexeme.definite,
            letters: usize::from(lexeme.letters),
            ..Self::default()
        }
    }

    fn read(words: &EventWords, folded: &str, reading: &Reading<'_>) -> Self {
        let bare = without_article(reading.stem);
        let stem = bare.unwrap_or(reading.stem);
        let definite = bare.is_some() || reading.proclitics.lost_article;
        let (nouns, possessive) = nouns(words, stem, definite);
        let shown = bare.is_some() && words.verb(reading.stem).is_none() && words.verbal_noun(reading.stem).is_none();
        let definite = shown || reading.proclitics.lost_article;
        // Some verbs begin like the article: to meet, to call off.
        let verb = words.verb(reading.stem);
        let verbal = verbal_noun(words, reading.stem).or_else(|| verbal_noun(words, stem));
        let is_verbal_noun = verbal.is_some();
        // After a preposition a form that is both is the noun: "to hold a meeting".
        let verb = match (verb, verbal) {
            // "leaders" and "council" are spelled like verbs with an object.
            _ if words.classes(stem).has(Class::Body) => None,
            // "that he" is spelled like "he ended it".
            _ if words.classes(reading.stem).has(Class::That) => None,
            (Some(_), Some(noun)) if reading.proclitics.preposition.is_some() => Some(noun),
            (verb, noun) => verb.or(noun),
        };
        // A short rest is no word: "now" is not "the that".
        let bare_classes =
            if stem.chars().nth(SHORTEST_BARE - 1).is_some() { words.classes(stem) } else { Classes::default() };
        let mut classes = bare_classes.and(words.classes(reading.stem));
        if classes.is_empty() && !definite {
            classes = words.classes(folded.strip_suffix(ACCUSATIVE).filter(|_| reading.letters == 0).unwrap_or(stem));
        }
        Self {
            nouns,
            verb,
            is_verbal_noun,
            classes,
            conjunction: reading.proclitics.conjunction.is_some(),
            preposition: reading.proclitics.preposition,
            letters: reading.letters,
            definite,
            possessive,
            future: verb.is_some_and(|verb| verb.tense == Tense::Future),
            present: false,
        }
    }

    /// Whether no list of meetings has the word.
    pub fn is_unknown(&self) -> bool {
        !self.is_known()
    }

    fn is_known(&self) -> bool {
        !self.nouns.is_empty() || self.verb.is_some() || !self.classes.is_empty()
    }

    /// Whether the word has that class.
    pub fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether it is a verb (or verbal noun) of that sense.
    pub fn has_sense(&self, sense: Sense) -> bool {
        self.verb.is_some_and(|verb| verb.sense == sense)
    }

    /// The verb, unless it is a verbal noun.
    pub fn finite(&self) -> Option<VerbForm> {
        self.verb.filter(|verb| verb.tense != Tense::Noun)
    }
}

/// The distinct words of an article, by their numbers.
pub(super) fn words(source: &Source<'_>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(source.tokens.words().len());
    for token in source.tokens.all() {
        // Words are numbered in the order of their first use.
        if token.word.0 as usize == words.len()
            && let Some(folded) = source.tokens.words().get(words.len())
        {
            words.push(Word::of(source.lexicon, folded, source.lexemes.of_token(token)));
        }
    }
    words
}

const ALEF: char = '\u{0627}';
const SEEN: char = '\u{0633}';
/// The prefixes of the third persons and of the first plural.
const PERSONS: [char; 3] = ['\u{064A}', '\u{062A}', '\u{0646}'];
const YEH: char = '\u{064A}';
const ACCUSATIVE: char = ALEF;
const TEH: char = '\u{062A}';
const HEH: char = '\u{0647}';
/// -ha, -huma, -hum, -na, -h, folded.
const POSSESSIVES: &[&str] =
    &["\u{0647}\u{0627}", "\u{0647}\u{0645}\u{0627}", "\u{0647}\u{0645}", "\u{0646}\u{0627}", "\u{0647}"];

/// By how many steps of [`crate::lexicon::Rate`] a word is much rarer: a thirtieth.
const MUCH_RARER: u8 = 40;
/// The fewest letters of a word that is looked up without its article.
const SHORTEST_BARE: usize = 3;
/// The fewest letters of a verb of the future that is told by its look alone.
const SHORTEST_FUTURE: usize = 5;

fn looks_future(stem: &str) -> bool {
    let mut letters = stem.chars();
    letters.next() == Some(SEEN)
        && letters.next().is_some_and(|letter| PERSONS.contains(&letter))
        && letters.clone().next() != Some(ALEF)
        && letters.count() + 2 >= SHORTEST_FUTURE
}

fn nouns(words: &EventWords, stem: &str, definite: bool) -> (Vec<Noun>, bool) {
    let plain = words.nouns(stem);
    if !plain.is_empty() {
        return (plain.to_vec(), false);
    }
    if definite {
        return (Vec::new(), false);
    }
    // A noun in teh marbuta has no alef there: what ends so is "her role", no session.
    if let Some(base) = stem.strip_suffix(ACCUSATIVE)
        && !base.ends_with(HEH)
        && !words.nouns(base).is_empty()
    {
        return (words.nouns(base).to_vec(), false);
    }
    let owned = without_possessive(stem).find_map(|base| {
        let nouns = words.nouns(&base);
        (!nouns.is_empty()).then(|| nouns.to_vec())
    });
    owned.map_or((Vec::new(), false), |nouns| (nouns, true))
}

fn verbal_noun(words: &EventWords, stem: &str) -> Option<VerbForm> {
    let form = |sense, object| VerbForm { sense, tense: Tense::Noun, object };
    words
        .verbal_noun(stem)
        .map(|sense| form(sense, false))
        .or_else(|| without_possessive(stem).find_map(|base| words.verbal_noun(&base)).map(|sense| form(sense, true)))
}

/// What may be left of a noun without its possessive pronoun; teh marbuta is written open before one.
fn without_possessive(stem: &str) -> impl Iterator<Item = String> + '_ {
    POSSESSIVES.iter().filter_map(|pronoun| stem.strip_suffix(pronoun)).flat_map(|base| {
        let closed = base.strip_suffix(TEH).map(|base| format!("{base}{HEH}"));
        [Some(base.to_owned()), closed].into_iter().flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, definite: bool, possessive: bool, letters: usize) {
        let word = Word::of(Lexicon::shipped(), word, &Lexeme::default());
        assert!(!word.nouns.is_empty());
        assert_eq!((word.definite, word.possessive, word.letters), (definite, possessive, letters));
    }

    #[test]
    fn nouns_in_every_dress() {
        // a-j-t-m-'a-a, indefinite accusative; l-l-m-f-a-w-D-a-t, "to the talks"; z-y-a-r-t-h, "his visit".
        check("\u{0627}\u{062C}\u{062A}\u{0645}\u{0627}\u{0639}\u{0627}", false, false, 0);
        check("\u{0644}\u{0644}\u{0645}\u{0641}\u{0627}\u{0648}\u{0636}\u{0627}\u{062A}", true, false, 2);
        check("\u{0632}\u{064A}\u{0627}\u{0631}\u{062A}\u{0647}", false, true, 0);
        check("\u{0648}\u{0627}\u{0644}\u{0644}\u{0642}\u{0627}\u{0621}", true, false, 1);
    }
}
