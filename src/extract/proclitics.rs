//! Proclitics before a person's name, which no word list need have.

use super::{context::Source, lexeme::full_stem};
use crate::{
    arabic::{TokenId, readings},
    lexicon::{Facts, Rate},
};

/// A name whose first letter could be a clitic keeps it, unless what is left is a name four times as often.
const MARGIN: u8 = 16;

/// How many letters of a token are proclitics, given that a person's name begins there.
#[must_use]
pub fn before_name(source: &Source<'_>, token: TokenId) -> usize {
    let folded = source.tokens.folded(token);
    let rate = |stem: &str| most(source.lexicon.word(stem));
    let whole = rate(folded);
    let best = readings(folded)
        .into_iter()
        .skip(1)
        .map(|reading| (rate(&full_stem(&reading)), reading))
        .max_by_key(|(rate, reading)| (*rate, std::cmp::Reverse(reading.letters)));
    let Some((rate, reading)) = best else { return 0 };
    if rate.0 > whole.0.saturating_add(MARGIN) || (whole == Rate::default() && rate > whole) {
        return reading.letters;
    }
    let standing_alone = readings(folded).into_iter().skip(1).find(|reading| source.tokens.has_word(reading.stem));
    match standing_alone {
        Some(reading) if whole == Rate::default() => reading.letters,
        _ => 0,
    }
}

/// How often a word is a part of anybody's name.
fn most(facts: Facts) -> Rate {
    facts.given.max(facts.family).max(facts.foreign)
}
