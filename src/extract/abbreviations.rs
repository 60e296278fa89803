//! Short names that stand in brackets after an organisation's full one.

use super::{
    context::Source,
    finding::{Finding, Named, Origin},
};
use crate::{
    arabic::{Script, TokenId, TokenRange},
    knowledge::Confidence,
    lexicon::Rate,
};

/// The short name in brackets after each organisation that has one, and no other finding over it.
#[must_use]
pub fn find(source: &Source<'_>, names: &[Finding]) -> Vec<Finding> {
    let organisations = names.iter().enumerate().filter(|(_, name)| name.named == Named::Organisation && !name.nested);
    let after = organisations.filter(|(at, name)| {
        let next = names[at + 1..].iter().find(|next| next.tokens.start >= name.tokens.end);
        next.is_none_or(|next| next.tokens.start > name.tokens.end.plus(1))
    });
    after.filter_map(|(_, name)| in_brackets(source, name.tokens.end)).collect()
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
