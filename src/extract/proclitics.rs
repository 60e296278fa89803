//! Proclitics before a name, which no word list need have.

use super::{
    context::Source,
    lexeme::{Lexeme, full_stem},
};
use crate::{
    arabic::{Reading, TokenId, readings},
    lexicon::{Class, Facts, Rate},
};

/// How many letters of a token are proclitics, given that a name begins there.
#[must_use]
pub fn before_name(source: &Source<'_>, token: TokenId) -> usize {
    let mut readings = readings(source.tokens.folded(token)).into_iter();
    let Some(whole) = readings.next() else { return 0 };
    if whole.stem.strip_prefix(AND).is_some_and(|rest| rest.starts_with(SERVANT) && rest != SERVANT) {
        return 1;
    }
    let word = |distance: u32| token.0.checked_sub(distance).map(|before| source.lexeme(TokenId(before)));
    let before = word(1);
    // A conjunction or a preposition does not follow a preposition or the like, nor what asks for a team.
    let pronoun = before.is_some_and(|before| PRONOUNS.contains(&before.stem.as_str()));
    let leads_on = |before: &Lexeme| before.is(Class::Function) && !pronoun || before.is(Class::Side);
    if before.is_some_and(leads_on) {
        return 0;
    }
    let comma = token.0.checked_sub(1).is_some_and(|before| source.tokens.folded(TokenId(before)) == COMMA);
    let (ending, linked) = if comma { (word(2), word(3)) } else { (before, word(2)) };
    let named = linked.is_some_and(|word| word.is(Class::Link) && !word.is(Class::Function));
    let listed = comma && is_listed(source, token);
    let place = Place { introduced: ending.is_some_and(introduces) && !named, comma, listed };
    if is_steady(source, &whole) {
        return 0;
    }
    let likelier = |taken, reading| if is_likelier(source, &reading, &taken, place) { reading } else { taken };
    readings.fold(whole, likelier).letters
}

/// Whether a word begins with a waw that is its own: the article has it again and again, or with a preposition before
/// it, and never without.
fn is_steady(source: &Source<'_>, whole: &Reading<'_>) -> bool {
    let Some(rest) = whole.stem.strip_prefix('\u{0648}') else { return false };
    let governed = ['\u{0644}', '\u{0628}']
        .iter()
        .any(|preposition| source.tokens.has_word(&compact_str::format_compact!("{preposition}{}", whole.stem)));
    (governed || source.tokens.uses(whole.stem) >= STEADY)
        && !source.tokens.has_word(rest)
        && most(source.lexicon.word(rest)) < Rate::of(60)
}

/// `wa`, before a name.
const AND: char = '\u{0648}';
/// `abd`, written in one with the name of God after it.
const SERVANT: &str = "\u{0639}\u{0628}\u{062F}";

/// What a conjunction may follow though it is a function word: he, she, they.
const PRONOUNS: [&str; 3] = ["\u{0647}\u{0648}", "\u{0647}\u{064A}", "\u{0647}\u{0645}"];

/// Where a name stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// After a title.
    introduced: bool,
    /// After a comma.
    comma: bool,
    /// In a list whose next item begins with waw after a comma.
    listed: bool,
}

/// Whether a token begins an item of a list, the next of which begins with waw after a comma.
fn is_listed(source: &Source<'_>, token: TokenId) -> bool {
    let folded = |at: u32| source.tokens.folded(TokenId(at));
    let comma = (token.0.saturating_add(1)..token.0.saturating_add(ITEM)).find(|at| folded(*at) == COMMA);
    comma.is_some_and(|comma| folded(comma.saturating_add(1)).starts_with('\u{0648}'))
}

const COMMA: &str = "\u{060C}";
/// The most words of an item, and its comma.
const ITEM: u32 = 5;

/// So often a conjunction hardly ever stands before one name that never stands without it.
const STEADY: u32 = 3;

/// Whether a word is the end of a title, which a name follows without a conjunction.
fn introduces(word: &Lexeme) -> bool {
    word.definite || word.nationality.is_some() || word.is(Class::Title) || word.is(Class::Honorific)
}

/// Whether what is left of a word with one particle less is the likelier name.
fn is_likelier(source: &Source<'_>, reading: &Reading<'_>, than: &Reading<'_>, place: Place) -> bool {
    let Place { introduced, comma, listed } = place;
    let Some(letter) = than.stem.chars().next() else { return false };
    let rate = |reading: &Reading<'_>| most(source.lexicon.word(&full_stem(reading)));
    let (rest, own) = (rate(reading), rate(than));
    let alone = source.tokens.has_word(reading.stem);
    let particle = Particle::of(letter);
    match (own == Rate::default(), rest == Rate::default()) {
        (true, true) => alone || (particle == Particle::And && (!introduced || listed)),
        (true, false) => {
            alone
                || rest >= FREQUENT
                || (comma && particle == Particle::And)
                || (particle != Particle::Rare && !introduced)
        }
        (false, false) if listed && particle == Particle::And => rest > own,
        (false, _) => rest.0 > own.0.saturating_add(particle.margin()),
    }
}

/// So frequent a name is left of a word that is none, even where a particle is not to be expected.
const FREQUENT: Rate = Rate::of(20);

/// A letter that may be a particle, by how often it is one before a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Particle {
    And,
    Preposition,
    Rare,
}

impl Particle {
    fn of(letter: char) -> Self {
        match letter {
            '\u{0648}' => Self::And,
            '\u{0644}' | '\u{0628}' => Self::Preposition,
            _ => Self::Rare,
        }
    }

    /// How much more frequent what is left has to be; 8 is twice as frequent.
    fn margin(self) -> u8 {
        match self {
            Self::And => 16,
            Self::Preposition => 24,
            Self::Rare => 56,
        }
    }
}

/// How often a word is a part of anybody's name.
fn most(facts: Facts) -> Rate {
    facts.given.max(facts.family).max(facts.foreign)
}
