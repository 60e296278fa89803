//! What a title says, and when two of them say the same.

use compact_str::CompactString;
use smallvec::SmallVec;

use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{context::Source, lexeme::Lexeme},
    lexicon::{Class, Country, PhraseKind},
};

/// What a title says, word forms aside: nationality and country are the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Title {
    words: SmallVec<[CompactString; 6]>,
    country: Option<Country>,
    /// Says no more than that somebody is in office.
    generic: bool,
    /// Begins as the title of who stands first in a state.
    of_state: bool,
    /// Says that it is a state.
    names_state: bool,
    /// Some word of it shows an article, or names a country.
    definite: bool,
    /// Whether its holder holds it now, if it says so.
    tenure: Option<Tenure>,
}

/// When an office is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Tenure {
    /// Now.
    Present,
    /// From now on.
    New,
    /// No more.
    Former,
}

/// `jumhuriya`, `dawla`, `bilad`: republic, state, country.
const STATE: [&str; 3] = [
    "\u{062C}\u{0645}\u{0647}\u{0648}\u{0631}\u{064A}\u{0647}",
    "\u{062F}\u{0648}\u{0644}\u{0647}",
    "\u{0628}\u{0644}\u{0627}\u{062F}",
];

impl Tenure {
    /// What an adjective of time says.
    fn of(word: &Lexeme) -> Option<Self> {
        const PRESENT: &str = "\u{062D}\u{0627}\u{0644}\u{064A}"; // hali
        const NEW: [&str; 4] = [
            "\u{062C}\u{062F}\u{064A}\u{062F}",         // jadid
            "\u{0645}\u{0646}\u{062A}\u{062E}\u{0628}", // muntakhab, elect
            "\u{0645}\u{0642}\u{0628}\u{0644}",         // muqbil
            "\u{0642}\u{0627}\u{062F}\u{0645}",         // qadim
        ];
        let bare = word.bare();
        match bare.strip_suffix('\u{0647}').unwrap_or(bare) {
            PRESENT => Some(Self::Present),
            masculine if NEW.contains(&masculine) => Some(Self::New),
            _ => word.is(Class::Former).then_some(Self::Former),
        }
    }
}

impl Title {
    /// Of its tokens.
    pub fn of(source: &Source<'_>, tokens: TokenRange) -> Self {
        let mut title = Self {
            of_state: source.lexeme(tokens.start).is(Class::HeadOfState),
            generic: source.lexeme(tokens.start).is(Class::Generic),
            ..Self::default()
        };
        let mut at = tokens.start;
        while at < tokens.end {
            at = title.read(source, at);
        }
        title.definite |= title.country.is_some();
        title
    }

    /// Reads a word, or the name of a country, and tells the token after it.
    fn read(&mut self, source: &Source<'_>, at: TokenId) -> TokenId {
        let lexeme = source.lexeme(at);
        self.definite |= lexeme.definite || is_proper(source, at);
        let (country, next) = country_at(source, at);
        let tenure = if self.words.is_empty() { None } else { Tenure::of(lexeme) };
        self.tenure = self.tenure.or(tenure);
        match country {
            // Of two the first: the ambassador of Qatar to Yemen.
            Some(country) if self.country.is_none_or(|first| first == country) => self.country = Some(country),
            _ if lexeme.is(Class::Function) || is_mark(source, at) => {}
            _ if matches!(tenure, Some(Tenure::Present | Tenure::New)) => {}
            // An office has one name whoever holds it; a calling tells a woman from a man.
            _ if self.words.is_empty() && !lexeme.is(Class::Sole) => self.words.push(CompactString::new(lexeme.bare())),
            // The president of the republic is the president of whichever.
            _ if self.of_state && STATE.contains(&lexeme.bare()) => self.names_state = true,
            _ => self.words.push(plain(lexeme.bare(), lexeme)),
        }
        next
    }

    /// The first word.
    pub fn head(&self) -> &str {
        self.words.first().map_or("", CompactString::as_str)
    }

    /// Whether some word of it shows an article, or names a country.
    pub fn is_definite(&self) -> bool {
        self.definite
    }

    /// The country it names.
    pub fn country(&self) -> Option<Country> {
        self.country
    }

    /// The country, where the title is one by which anybody in office there may be taken up.
    pub fn of_anybody(&self) -> Option<Country> {
        self.country.filter(|_| self.generic && self.words.len() == 1)
    }

    /// Whether the two say that an office is held at different times.
    pub fn is_at_another_time(&self, other: &Self) -> bool {
        matches!((self.tenure, other.tenure), (Some(one), Some(another)) if one != another)
    }

    /// Whether one of two presidents presides over a state and the other over something in it. Who is called the
    /// president, of nothing, presides over no less than a state; but anybody called so before may be taken up by it.
    fn differs_in_rank(&self, known: &Self) -> bool {
        match (self.words.len(), known.words.len()) {
            (1, 2..) => self.names_state || self.country.is_some(),
            (2.., 1) => true,
            _ => false,
        }
    }

    /// How well the two fit one office: 3 the same, 2 one says less than the other, 1 the same head noun standing alone.
    pub fn fit(&self, other: &Self) -> Option<u8> {
        let countries_differ = matches!((self.country, other.country), (Some(one), Some(another)) if one != another);
        if self.of_anybody().is_some_and(|country| other.country == Some(country)) {
            return Some(1);
        }
        if countries_differ || self.is_at_another_time(other) || self.head() != other.head() {
            return None;
        }
        if self.of_state && self.differs_in_rank(other) {
            return None;
        }
        // The one that says more names the country too, if one of them does.
        let within = |one: &Self, another: &Self| {
            (one.country.is_none() || another.country.is_some())
                && one.words.iter().all(|word| another.words.contains(word))
        };
        match (within(self, other), within(other, self)) {
            (true, true) if self.country == other.country => Some(3),
            (true, _) | (_, true) => Some(2),
            _ => None,
        }
    }
}

/// Whether a word is one of a name: in quotes, in other letters, listed.
fn is_proper(source: &Source<'_>, token: TokenId) -> bool {
    let script = source.tokens.get(token).map(|token| token.script);
    matches!(script, Some(Script::Mark | Script::Other)) || source.longest_phrase(token).is_some()
}

fn is_mark(source: &Source<'_>, token: TokenId) -> bool {
    source.tokens.get(token).is_none_or(|token| token.script == Script::Mark)
}

/// A title word without what agreement and case add: the feminine heh, the accusative alef, a possessive pronoun.
fn plain(word: &str, lexeme: &Lexeme) -> CompactString {
    let long = |stem: &&str| stem.chars().nth(2).is_some();
    let word = if lexeme.possessed { word.trim_end_matches(['\u{0627}', '\u{0645}', '\u{0647}']) } else { word };
    let stem = word.strip_suffix('\u{0647}').or_else(|| word.strip_suffix('\u{0627}').filter(|_| lexeme.predicate));
    CompactString::new(stem.filter(long).unwrap_or(word))
}

/// The country that an adjective or a name at a token tells, and the token after it.
fn country_at(source: &Source<'_>, at: TokenId) -> (Option<Country>, TokenId) {
    if let Some(country) = source.lexeme(at).nationality {
        return (Some(country), at.plus(1));
    }
    match source.longest_phrase(at) {
        Some((name, _, phrase)) if phrase.kind == PhraseKind::Country => (phrase.country, name.end),
        _ => (None, at.plus(1)),
    }
}
