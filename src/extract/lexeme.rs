//! What is known of every distinct word of an article, looked up once.

use compact_str::CompactString;
use smallvec::SmallVec;

use crate::{
    arabic::{Reading, Token, TokenId, Tokens, WordId, readings, without_article},
    lexicon::{Class, Classes, Country, Entry, Facts, Lexicon, PhraseKey, PhraseKind, Rate, likeness::Score},
};

/// A word in the reading that the word lists make the likeliest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lexeme {
    /// The word without its proclitics; a lost article is given back.
    pub stem: CompactString,
    /// How many letters the proclitics take.
    pub letters: u8,
    /// The conjunction waw or feh stands before it.
    pub conjoined: bool,
    /// A preposition is written with it: beh, kaf or lam.
    pub preposition: Option<char>,
    /// Shows an article, or has lost one to lam.
    pub definite: bool,
    /// The classes of the stem, and of the stem without its article, its accusative alef or a possessive pronoun.
    pub classes: Classes,
    /// A title with a possessive pronoun: their leader.
    pub possessed: bool,
    /// A title in the indefinite accusative: (was elected) president.
    pub predicate: bool,
    /// What is known of the stem.
    pub facts: Facts,
    /// How much the stem looks like a name.
    pub likeness: Score,
    /// The country of an adjective of nationality.
    pub nationality: Option<Country>,
    /// The ways in which a listed phrase may begin with the word.
    pub beginnings: SmallVec<[Beginning; 1]>,
    /// An adjective in -i, or its feminine or plural, by its letters.
    pub relative: bool,
}

/// A reading of a word that begins a listed phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beginning {
    /// How many letters of proclitics it takes off.
    pub letters: u8,
    /// The key of the phrase so far.
    pub key: PhraseKey,
}

impl Lexeme {
    /// Reads a folded word.
    #[must_use]
    pub fn of(folded: &str, lexicon: &Lexicon) -> Self {
        let reading = likeliest(folded, lexicon);
        let stem = full_stem(&reading);
        let bare = without_article(&stem);
        let plain = lexicon.classes(&stem).and(bare.map(|bare| noun_classes(bare, lexicon)).unwrap_or_default());
        let (classes, possessed, predicate) = inflected(plain, &stem, lexicon);
        Self {
            letters: u8::try_from(reading.letters).unwrap_or(u8::MAX),
            conjoined: reading.proclitics.conjunction.is_some(),
            preposition: reading.proclitics.preposition,
            definite: bare.is_some() || possessed,
            classes,
            possessed,
            predicate,
            facts: lexicon.word(&stem),
            likeness: lexicon.likeness(&stem),
            nationality: lexicon.nationality(bare.unwrap_or(&stem)),
            relative: is_relative(bare.unwrap_or(&stem)),
            beginnings: beginnings(folded, lexicon),
            stem,
        }
    }

    /// The stem without its article.
    #[must_use]
    pub fn bare(&self) -> &str {
        without_article(&self.stem).unwrap_or(&self.stem)
    }

    /// Whether the word is of a class.
    #[must_use]
    pub fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }
}

/// The classes of a word with article: a title that is a function word without it is none with it, as imam and before.
fn noun_classes(bare: &str, lexicon: &Lexicon) -> Classes {
    let classes = lexicon.classes(bare);
    if classes.has(Class::Title) { classes.without(Class::Function) } else { classes }
}

/// The classes of a word that is of none by itself, but is a title with a pronoun or in the accusative.
fn inflected(plain: Classes, stem: &str, lexicon: &Lexicon) -> (Classes, bool, bool) {
    const PRONOUNS: [&str; 4] = ["\u{0647}\u{0627}", "\u{0647}\u{0645}", "\u{0647}\u{0645}\u{0627}", "\u{0647}"];
    let title = |rest: &&str| {
        let classes = lexicon.classes(rest);
        (classes.has(Class::Title) || classes.has(Class::Tail)) && !classes.has(Class::Function)
    };
    if !plain.is_empty() {
        return (plain, false, false);
    }
    // A feminine takes no alef.
    let masculine = |rest: &&str| !rest.ends_with('\u{0647}') && title(rest);
    if let Some(rest) = stem.strip_suffix('\u{0627}').filter(masculine) {
        return (lexicon.classes(rest), false, true);
    }
    let owned = PRONOUNS.iter().filter_map(|pronoun| stem.strip_suffix(pronoun)).find_map(|rest| {
        let root = rest.strip_suffix('\u{062A}');
        let feminine = root.map(|root| compact_str::format_compact!("{root}\u{0647}"));
        let forms = [Some(CompactString::new(rest)), feminine, root.map(CompactString::new)];
        forms.into_iter().flatten().find(|form| title(&form.as_str()))
    });
    owned.map_or((plain, false, false), |owned| (lexicon.classes(&owned), true, false))
}

/// `b-ism`, in the name of: a spokesman speaks so, and asks for whom.
#[must_use]
pub fn speaks_for(folded: &str) -> bool {
    folded == "\u{0628}\u{0627}\u{0633}\u{0645}"
}

/// The lexemes of an article, by word number.
#[derive(Debug, Clone, Default)]
pub struct Lexemes {
    lexemes: Vec<Lexeme>,
    /// The classes of each by themselves, for passes that ask for nothing else.
    classes: Vec<Classes>,
    none: Lexeme,
}

impl Lexemes {
    /// Looks up every word.
    #[must_use]
    pub fn of(tokens: &Tokens, lexicon: &Lexicon) -> Self {
        let lexemes: Vec<Lexeme> = tokens.words().iter().map(|word| Lexeme::of(word, lexicon)).collect();
        let classes = lexemes.iter().map(|lexeme| lexeme.classes).collect();
        Self { lexemes, classes, none: Lexeme::default() }
    }

    /// The lexeme of a token.
    #[must_use]
    pub fn of_token(&self, token: &Token) -> &Lexeme {
        self.of_word(token.word)
    }

    /// The lexeme of a distinct word of the article.
    #[must_use]
    pub fn of_word(&self, word: WordId) -> &Lexeme {
        self.lexemes.get(word.0 as usize).unwrap_or(&self.none)
    }

    /// The classes of a token's lexeme.
    #[must_use]
    pub fn classes(&self, token: &Token) -> Classes {
        self.classes.get(token.word.0 as usize).copied().unwrap_or_default()
    }

    /// The lexeme of the token with that number; an empty one where there is none.
    #[must_use]
    pub fn at(&self, tokens: &Tokens, id: TokenId) -> &Lexeme {
        tokens.get(id).map_or(&self.none, |token| self.of_token(token))
    }
}

fn beginnings(folded: &str, lexicon: &Lexicon) -> SmallVec<[Beginning; 1]> {
    readings(folded)
        .into_iter()
        .map(|reading| Beginning {
            letters: u8::try_from(reading.letters).unwrap_or(u8::MAX),
            key: PhraseKey::default().with(&full_stem(&reading)),
        })
        .filter(|beginning| lexicon.phrase(beginning.key) != Entry::default())
        .collect()
}

/// The stem of a reading, its article given back where lam took it.
#[must_use]
pub fn full_stem(reading: &Reading<'_>) -> CompactString {
    if reading.proclitics.lost_article {
        compact_str::format_compact!("\u{0627}\u{0644}{}", reading.stem)
    } else {
        CompactString::new(reading.stem)
    }
}

/// A name that common keeps its first letter, whatever else could be read.
const COMMON_NAME: Rate = Rate::of(20);

/// Clitics are taken off only where what is left is known better than the whole.
fn likeliest<'a>(folded: &'a str, lexicon: &Lexicon) -> Reading<'a> {
    let readings = readings(folded);
    let whole = readings.as_slice()[0];
    let facts = lexicon.word(folded);
    let is_name = facts.given.max(facts.family) >= COMMON_NAME;
    if is_name || !lexicon.classes(folded).is_empty() {
        return whole;
    }
    let weight = |reading: &Reading<'_>| {
        let stem = full_stem(reading);
        let facts = lexicon.word(&stem);
        let bare = without_article(&stem);
        let plain = lexicon.classes(&stem).and(bare.map(|bare| lexicon.classes(bare)).unwrap_or_default());
        let classed = !inflected(plain, &stem, lexicon).0.is_empty();
        let listed = lexicon
            .phrase(PhraseKey::default().with(&stem))
            .phrase
            .is_some_and(|phrase| phrase.kind == PhraseKind::Country);
        let known = if classed || listed { Rate::of(60) } else { Rate::default() };
        facts.frequency.max(facts.given).max(facts.family).max(facts.foreign).max(known)
    };
    let own = weight(&whole);
    readings
        .into_iter()
        .skip(1)
        .map(|reading| (weight(&reading), reading))
        .filter(|(rate, reading)| {
            // The conjunction is written before most words somewhere, before verbs more often than not.
            let lenience = if reading.letters == 1 && reading.proclitics.conjunction.is_some() { 12 } else { 0 };
            rate.0.saturating_add(lenience) > own.0 && *rate > Rate::default() && reading.stem.chars().nth(2).is_some()
        })
        .max_by_key(|(rate, _)| *rate)
        .map_or(whole, |(_, reading)| reading)
}

/// Ends in yeh, yeh and heh, or a sound plural of these, after two letters or more.
fn is_relative(bare: &str) -> bool {
    const ENDINGS: [&str; 5] = [
        "\u{064A}",
        "\u{064A}\u{0647}",
        "\u{064A}\u{064A}\u{0646}",
        "\u{064A}\u{0648}\u{0646}",
        "\u{064A}\u{062A}\u{064A}\u{0646}",
    ];
    ENDINGS.iter().any(|ending| bare.strip_suffix(ending).is_some_and(|root| root.chars().nth(1).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, stem: &str) {
        assert_eq!(Lexeme::of(word, Lexicon::shipped()).stem, stem);
    }

    #[test]
    fn clitics_are_taken_off_where_the_rest_is_commoner() {
        check("\u{0648}\u{0642}\u{0627}\u{0644}", "\u{0642}\u{0627}\u{0644}"); // w-qal
        check("\u{0644}\u{0644}\u{0646}\u{0627}\u{062A}\u{0648}", "\u{0627}\u{0644}\u{0646}\u{0627}\u{062A}\u{0648}"); // l-lnatw
        check("\u{0643}\u{0645}\u{0627}\u{0644}", "\u{0643}\u{0645}\u{0627}\u{0644}"); // Kamal
        check("\u{0628}\u{0631}\u{0648}\u{0643}\u{0633}\u{0644}", "\u{0628}\u{0631}\u{0648}\u{0643}\u{0633}\u{0644}"); // Brussels
    }

    #[test]
    fn relative_adjectives_know_their_country() {
        let lexeme = Lexeme::of("\u{0627}\u{0644}\u{0631}\u{0648}\u{0633}\u{064A}\u{0647}", Lexicon::shipped());
        assert!(lexeme.relative && lexeme.definite);
        assert_eq!(lexeme.nationality, Country::of("RU"));
    }
}
