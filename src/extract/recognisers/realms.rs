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
    let Some((kind, states)) = KINDS.iter().find(|(kind, _)| source.tokens.has_word(&definite(kind))) else {
        return Vec::new();
    };
    if !is_told_of(source, states) {
        return Vec::new();
    }
    let ids = (0..u32::try_from(source.tokens.all().len()).unwrap_or(u32::MAX)).map(TokenId);
    ids.filter_map(|id| finding(source, id, kind)).collect()
}

fn definite(kind: &str) -> String {
    format!("\u{0627}\u{0644}{kind}")
}

/// Whether the article names one of the states, or what is of it.
fn is_told_of(source: &Source<'_>, states: &[&str]) -> bool {
    let of = |country: Option<Country>| country.is_some() && states.iter().any(|state| Country::of(state) == country);
    let ids = (0u32..).map(TokenId).zip(source.tokens.all());
    ids.into_iter().any(|(id, token)| {
        let lexeme = source.lexemes.of_token(token);
        let named = || source.longest_phrase(id).and_then(|(.., phrase)| phrase.country);
        of(lexeme.nationality) || !lexeme.beginnings.is_empty() && of(named())
    })
}

fn finding(source: &Source<'_>, id: TokenId, kind: &str) -> Option<Finding> {
    let (lexeme, next) = (source.lexeme(id), source.lexeme(id.plus(1)));
    let alone = !(next.definite && (next.relative || next.nationality.is_some()) && next.letters == 0);
    let tokens = TokenRange { start: id, end: id.plus(1) };
    (lexeme.definite && lexeme.bare() == kind && alone).then_some(Finding {
        named: Named::Place,
        passage: source.passage(tokens, usize::from(lexeme.letters))?,
        tokens,
        nested: false,
        confidence: Confidence::Likely,
        origin: Origin::HeadNoun,
    })
}
