//! Organisations by their head noun: ministry of, party of, company.

use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
    },
    knowledge::Confidence,
    lexicon::Class,
};

/// The most words after the head noun.
const LONGEST: u32 = 6;

/// Every head noun with the words that make it a name.
pub fn find(source: &Source<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sentence in source.tokens.sentences() {
        let mut at = sentence.tokens.start.0;
        while at < sentence.tokens.end.0 {
            let end = name_end(source, at, sentence.tokens.end.0);
            if let Some(end) = end {
                findings.extend(finding(source, TokenRange::new(at, end)));
            }
            at = end.unwrap_or(at + 1);
        }
    }
    findings
}

/// Where the name that begins with the head noun at `at` ends, if there is one.
fn name_end(source: &Source<'_>, at: u32, limit: u32) -> Option<u32> {
    let head = source.lexeme(TokenId(at));
    if !head.is(Class::Organisation) || head.is(Class::Function) {
        return None;
    }
    if let Some(end) = quoted_end(source, at + 1, limit) {
        return Some(end);
    }
    let mut end = at + 1;
    while end < limit.min(at + 1 + LONGEST) && continues(source, at, end) {
        end += 1;
    }
    (end > at + 1).then_some(end)
}

/// A name in quotes right after the head noun, its closing quote included.
fn quoted_end(source: &Source<'_>, at: u32, limit: u32) -> Option<u32> {
    let closing = match source.tokens.folded(TokenId(at)) {
        "\"" => "\"",
        "\u{00AB}" => "\u{00BB}",
        "\u{201C}" => "\u{201D}",
        _ => return None,
    };
    (at + 2..limit.min(at + 2 + LONGEST)).find(|end| source.tokens.folded(TokenId(*end)) == closing).map(|end| end + 1)
}

/// Whether the token at `at` goes on the name that the head noun at `head` begins.
fn continues(source: &Source<'_>, head: u32, at: u32) -> bool {
    let Some(token) = source.tokens.get(TokenId(at)) else { return false };
    let lexeme = source.lexemes.of_token(token);
    if token.script != Script::Arabic
        || lexeme.is(Class::Function)
        || lexeme.is(Class::Title)
        || lexeme.is(Class::Honorific)
    {
        return false;
    }
    let first = at == head + 1;
    let head_is_definite = source.lexeme(TokenId(head)).definite;
    if head_is_definite {
        return lexeme.definite && lexeme.relative && !lexeme.conjoined && lexeme.preposition.is_none();
    }
    let attached = lexeme.preposition.is_some() || lexeme.conjoined;
    lexeme.definite && (!attached || !first)
}

fn finding(source: &Source<'_>, tokens: TokenRange) -> Option<Finding> {
    let letters = usize::from(source.lexeme(tokens.start).letters);
    Some(Finding {
        named: Named::Organisation,
        passage: source.passage(tokens, letters)?,
        tokens,
        nested: false,
        confidence: Confidence::Likely,
        origin: Origin::HeadNoun,
    })
}
