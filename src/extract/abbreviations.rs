//! Short names that stand in brackets after an organisation's full one.

use super::{
    context::Source,
    finding::{Finding, Named, Origin},
};
use crate::{
    arabic::{Script, TokenId, TokenRange},
    knowledge::Confidence,
    lexicon::{Class, Rate},
};

/// The most words from an organisation to the place where it works: in the south of.
const WAY: u32 = 2;

/// The short name in brackets after each organisation that has one, and no other finding over it.
#[must_use]
pub fn find(source: &Source<'_>, names: &[Finding]) -> Vec<Finding> {
    let organisations = names.iter().enumerate().filter(|(_, name)| name.named == Named::Organisation && !name.nested);
    let after = organisations.filter_map(|(at, name)| {
        let mut following = names[at + 1..].iter().filter(|next| next.tokens.start >= name.tokens.end).peekable();
        let seat = following.next_if(|place| is_seat(source, name.tokens.end, place));
        let end = seat.map_or(name.tokens.end, |place| place.tokens.end);
        let opening = after_quote(source, end);
        let free = following.peek().is_none_or(|next| next.tokens.start > opening.plus(1));
        free.then(|| in_brackets(source, opening)).flatten()
    });
    after.collect()
}

/// Whether a place tells where the organisation works that ends before `end`: the mission of the union in Darfur.
fn is_seat(source: &Source<'_>, end: TokenId, place: &Finding) -> bool {
    let near = (end.0..place.tokens.start.0).any(|at| source.lexeme(TokenId(at)).is(Class::Near));
    place.named == Named::Place && near && place.tokens.start.0.saturating_sub(end.0) <= WAY
}

/// The token, or the one after it where it is a closing quote.
fn after_quote(source: &Source<'_>, token: TokenId) -> TokenId {
    let closing = matches!(source.tokens.folded(token), "\"" | "\u{00BB}" | "\u{201D}");
    if closing { token.plus(1) } else { token }
}

/// The one word between brackets, if news hardly has it otherwise.
fn in_brackets(source: &Source<'_>, opening: TokenId) -> Option<Finding> {
    let word = opening.plus(1);
    let bracketed = source.tokens.folded(opening) == "(" && source.tokens.folded(word.plus(1)) == ")";
    let arabic = source.tokens.get(word).is_some_and(|token| token.script == Script::Arabic);
    let lexeme = source.lexeme(word);
    let facts = lexeme.facts;
    let rare = facts.frequency < Rate::of(60) && facts.given.max(facts.family) < Rate::of(5);
    let plain = lexeme.classes.is_empty() && lexeme.nationality.is_none() && source.longest_phrase(word).is_none();
    let tokens = TokenRange { start: word, end: word.plus(1) };
    (bracketed && arabic && rare && plain).then_some(Finding {
        named: Named::Organisation,
        passage: source.passage(tokens, 0)?,
        tokens,
        nested: false,
        confidence: Confidence::Likely,
        origin: Origin::Article,
    })
}
