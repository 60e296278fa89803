//! Places by their head noun: the port of, the palace of, the square of.

use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
    },
    knowledge::Confidence,
    lexicon::{Class, PhraseKind, Rate, likeness::Score},
};

/// Every head noun of a place with the name after it.
pub fn find(source: &Source<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sentence in source.tokens.sentences() {
        for at in sentence.tokens.start.0..sentence.tokens.end.0 {
            findings.extend(finding(source, at, sentence.tokens.end.0));
        }
    }
    findings
}

fn finding(source: &Source<'_>, at: u32, limit: u32) -> Option<Finding> {
    let head = source.lexeme(TokenId(at));
    if !head.is(Class::Place) || head.definite || head.is(Class::Organisation) || head.is(Class::Function) {
        return None;
    }
    let end = listed_end(source, at + 1).or_else(|| name_end(source, at + 1, limit))?;
    let tokens = with_compass(source, TokenRange::new(at, end.min(limit)));
    Some(Finding {
        named: Named::Place,
        passage: source.passage(tokens, usize::from(head.letters))?,
        tokens,
        nested: false,
        confidence: Confidence::Likely,
        origin: Origin::HeadNoun,
    })
}

/// A listed place after the head noun.
fn listed_end(source: &Source<'_>, at: u32) -> Option<u32> {
    let (tokens, letters, phrase) = source.longest_phrase(TokenId(at))?;
    let place = matches!(phrase.kind, PhraseKind::Country | PhraseKind::City | PhraseKind::Region);
    (place && letters == 0).then_some(tokens.end.0)
}

/// A place with the quarter of the sky after it: West Virginia.
pub fn with_compass(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    let next = source.lexeme(tokens.end);
    let same_sentence =
        source.tokens.sentence_of(tokens.start).is_some_and(|sentence| sentence.tokens.contains(tokens.end));
    let parted = next.definite && next.is(Class::Compass) && next.letters == 0;
    if parted && same_sentence { TokenRange { end: tokens.end.plus(1), ..tokens } } else { tokens }
}

/// One word with an article, or a rare one, after the head noun.
fn name_end(source: &Source<'_>, at: u32, limit: u32) -> Option<u32> {
    let token = source.tokens.get(TokenId(at)).filter(|token| token.script == Script::Arabic && at < limit)?;
    let lexeme = source.lexemes.of_token(token);
    let attached = lexeme.conjoined || lexeme.preposition.is_some();
    let plain = lexeme.classes.is_empty() && lexeme.nationality.is_none();
    let proper = if lexeme.definite {
        !lexeme.relative
    } else {
        lexeme.facts.frequency < Rate::of(60) && lexeme.likeness > Score(2)
    };
    (!attached && plain && proper).then_some(at + 1)
}
