//! Names that the sequence model sees, brought to our conventions: proclitics off, the type word of a place or an
//! organisation on.

use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
        model::{
            label::{Sort, spans},
            tagger::Tagger,
            weights::Weights,
        },
        proclitics,
    },
    knowledge::{Confidence, MentionKind},
    lexicon::Class,
};

/// Every name that the model sees.
pub fn find(source: &Source<'_>) -> Vec<Finding> {
    let mut tagger = Tagger::new(*source, Weights::shipped());
    let mut findings = Vec::new();
    for sentence in source.tokens.sentences() {
        let labels = tagger.labels(sentence.tokens);
        let names = spans(&labels).filter_map(|(start, end, sort)| {
            let place = |at: usize| u32::try_from(at).map_or(sentence.tokens.end, |at| sentence.tokens.start.plus(at));
            let tokens = TokenRange { start: place(start), end: place(end) };
            finding(source, sentence.tokens, tokens, sort)
        });
        findings.extend(names);
    }
    findings
}

fn finding(source: &Source<'_>, sentence: TokenRange, tokens: TokenRange, sort: Sort) -> Option<Finding> {
    let (named, head) = match sort {
        Sort::Person => (Named::Person(MentionKind::Full), None),
        Sort::Place => (Named::Place, Some(Class::Place)),
        Sort::Organisation => (Named::Organisation, Some(Class::Organisation)),
        Sort::Other => return None,
    };
    let tokens = trim(source, tokens)?;
    let tokens = head.map_or(tokens, |head| with_type_word(source, sentence, tokens, head));
    let letters = match named {
        Named::Person(_) => proclitics::before_name(source, tokens.start),
        _ => usize::from(source.lexeme(tokens.start).letters),
    };
    Some(Finding {
        named,
        passage: source.passage(tokens, letters)?,
        tokens,
        nested: false,
        confidence: Confidence::Likely,
        origin: Origin::Model,
    })
}

/// Without marks at either end.
fn trim(source: &Source<'_>, tokens: TokenRange) -> Option<TokenRange> {
    let is_word = |at: &u32| source.tokens.get(TokenId(*at)).is_some_and(|token| token.script != Script::Mark);
    let start = (tokens.start.0..tokens.end.0).find(is_word)?;
    let last = (start..tokens.end.0).rev().find(is_word)?;
    Some(TokenRange::new(start, last + 1))
}

/// With the type word before it and the quotes between: company, newspaper, city.
fn with_type_word(source: &Source<'_>, sentence: TokenRange, tokens: TokenRange, class: Class) -> TokenRange {
    let is_type = |at: u32| {
        let lexeme = source.lexeme(TokenId(at));
        at >= sentence.start.0 && lexeme.is(class) && !lexeme.definite && !source.lexeme(tokens.start).is(class)
    };
    let opens = |at: u32| matches!(source.tokens.folded(TokenId(at)), "\"" | "\u{00AB}" | "\u{201C}");
    let closes = |at: u32| matches!(source.tokens.folded(TokenId(at)), "\"" | "\u{00BB}" | "\u{201D}");
    let Some(before) = tokens.start.0.checked_sub(1) else { return tokens };
    if is_type(before) {
        return TokenRange { start: TokenId(before), ..tokens };
    }
    match before.checked_sub(1) {
        Some(word) if opens(before) && closes(tokens.end.0) && is_type(word) => TokenRange::new(word, tokens.end.0 + 1),
        _ => tokens,
    }
}
