//! A state by its kind alone: the kingdom, the sultanate, where the article speaks of one that is called so.

use crate::{
    arabic::{TokenId, TokenRange},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
    },
    knowledge::Confidence,
    lexicon::Country,
};

/// `mamlaka`, `saltana`: kinds of states, and those that are called by them at home.
const KINDS: [(&str, &[&str]); 2] = [
    ("\u{0645}\u{0645}\u{0644}\u{0643}\u{0647}", &["SA", "JO", "MA", "BH"]),
    ("\u{0633}\u{0644}\u{0637}\u{0646}\u{0647}", &["OM"]),
];

/// Every kind of a state with article and without an adjective that names it.
pub fn find(source: &Source<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (kind, states) in KINDS {
        let alone: Vec<Finding> = tokens(source).filter_map(|id| finding(source, id, kind)).collect();
        if !alone.is_empty() && is_told_of(source, states) {
            findings.extend(alone);
        }
    }
    findings
}

fn tokens(source: &Source<'_>) -> impl Iterator<Item = TokenId> {
    (0..u32::try_from(source.tokens.all().len()).unwrap_or(u32::MAX)).map(TokenId)
}

/// Whether the article names one of the states, or what is of it.
fn is_told_of(source: &Source<'_>, states: &[&str]) -> bool {
    let of = |country: Option<Country>| country.is_some() && states.iter().any(|state| Country::of(state) == country);
    tokens(source).any(|id| {
        let named = || source.longest_phrase(id).and_then(|(.., phrase)| phrase.country);
        of(source.lexeme(id).nationality) || of(named())
    })
}

fn finding(source: &Source<'_>, id: TokenId, kind: &str) -> Option<Finding> {
    let lexeme = source.lexeme(id);
    if !lexeme.definite || lexeme.bare() != kind {
        return None;
    }
    let next = source.lexeme(id.plus(1));
    let tokens = TokenRange { start: id, end: id.plus(1) };
    let named = next.definite && (next.relative || next.nationality.is_some()) && next.letters == 0;
    (!named).then_some(Finding {
        named: Named::Place,
        passage: source.passage(tokens, usize::from(lexeme.letters))?,
        tokens,
        nested: false,
        confidence: Confidence::Likely,
        origin: Origin::HeadNoun,
    })
}
