//! People by the look of their names.

use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
        lexeme::Lexeme,
    },
    knowledge::{Confidence, MentionKind},
    lexicon::{Class, Rate, likeness::Score},
};

/// The most words of a name.
const LONGEST: u32 = 6;

/// Runs of two words or more that look like names, and single ones after a title.
pub fn find(source: &Source<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sentence in source.tokens.sentences() {
        let mut at = sentence.tokens.start.0;
        while at < sentence.tokens.end.0 {
            let end = run_end(source, at, sentence.tokens.end.0);
            let tokens = TokenRange::new(at, end);
            if tokens.len() >= 2 && likely(source, tokens) {
                findings.extend(finding(source, tokens));
            }
            at = end.max(at + 1);
        }
    }
    findings
}

fn run_end(source: &Source<'_>, start: u32, limit: u32) -> u32 {
    let mut end = start;
    while end < limit.min(start + LONGEST) {
        let Some(token) = source.tokens.get(TokenId(end)) else { break };
        let lexeme = source.lexemes.of_token(token);
        let attached = end > start && lexeme.letters > 0;
        if token.script != Script::Arabic || attached || !(looks_like_name(lexeme) || lexeme.is(Class::Link)) {
            break;
        }
        end += 1;
    }
    while end > start && source.lexeme(TokenId(end - 1)).is(Class::Link) && end - start > 1 {
        end -= 1;
    }
    end
}

fn looks_like_name(lexeme: &Lexeme) -> bool {
    let ordinary = [
        Class::Function,
        Class::Title,
        Class::Honorific,
        Class::Tail,
        Class::Speech,
        Class::Organisation,
        Class::Place,
    ];
    if ordinary.iter().any(|class| lexeme.is(*class)) || lexeme.nationality.is_some() {
        return false;
    }
    let facts = lexeme.facts;
    let listed = facts.given.max(facts.family).max(facts.foreign);
    if lexeme.definite {
        return listed > Rate::default() && facts.frequency < Rate::of(400);
    }
    (listed >= Rate::of(3) && facts.frequency < Rate::of(6000))
        || (listed > Rate::default() && facts.frequency < Rate::of(1500))
        || (lexeme.likeness > Score(4) && facts.frequency < Rate::of(100))
}

/// A run in which some word is more often a name than anything else.
fn likely(source: &Source<'_>, tokens: TokenRange) -> bool {
    (tokens.start.0..tokens.end.0).any(|token| {
        let lexeme = source.lexeme(TokenId(token));
        let facts = lexeme.facts;
        facts.given.max(facts.foreign) >= Rate::of(5) && facts.frequency < Rate::of(8000)
    })
}

fn finding(source: &Source<'_>, tokens: TokenRange) -> Option<Finding> {
    let letters = usize::from(source.lexeme(tokens.start).letters);
    Some(Finding {
        named: Named::Person(MentionKind::Full),
        passage: source.passage(tokens, letters)?,
        tokens,
        nested: false,
        confidence: Confidence::Likely,
        origin: Origin::GivenName,
    })
}
