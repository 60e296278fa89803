//! Places by their head noun: the port of, the palace of, the square of.

use super::organisations::quoted_end;
use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
        lexeme::Lexeme,
    },
    knowledge::Confidence,
    lexicon::{Class, PhraseKind, Rate, likeness::Score},
};

/// The most words of a name that no list has.
const LONGEST: u32 = 3;
/// A word so frequent after the head noun says what the place is for: the area of the game.
const ORDINARY: Rate = Rate::of(100);

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
    let otherwise = [Class::Organisation, Class::Function, Class::Part].iter().any(|class| head.is(*class));
    if !head.is(Class::Place) || head.definite || otherwise {
        return None;
    }
    let listed = || listed_end(source, at + 1).or_else(|| quoted_end(source, at + 1, limit));
    let end = listed().or_else(|| name_end(source, at, limit))?;
    let tokens = with_adjective(source, with_compass(source, TokenRange::new(at, end.min(limit))));
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
    (is_place(phrase.kind) && letters == 0).then_some(tokens.end.0)
}

/// Whether a listed name is of a place.
pub fn is_place(kind: PhraseKind) -> bool {
    matches!(kind, PhraseKind::Country | PhraseKind::City | PhraseKind::Region)
}

/// A place with the adjective that makes another of it: West Virginia, greater Cairo.
pub fn with_compass(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    let next = source.lexeme(tokens.end);
    let same_sentence =
        source.tokens.sentence_of(tokens.start).is_some_and(|sentence| sentence.tokens.contains(tokens.end));
    let parted = next.definite && next.is(Class::Compass) && next.letters == 0;
    if parted && same_sentence { TokenRange { end: tokens.end.plus(1), ..tokens } } else { tokens }
}

/// A place that was built with the adjective that tells what for: the airport of Baghdad, an international one.
pub fn with_adjective(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    let (head, next) = (source.lexeme(tokens.start), source.lexeme(tokens.end));
    let same_sentence =
        source.tokens.sentence_of(tokens.start).is_some_and(|sentence| sentence.tokens.contains(tokens.end));
    let of_country = next.nationality.is_some() && !next.is(Class::Tail);
    // The street that leads to the hospital.
    let governs = source.lexeme(tokens.end.plus(1)).preposition == Some('\u{0644}');
    let plain = next.definite && next.letters == 0 && !of_country && !governs;
    let tells = next.relative && plain && is_feminine(next) == is_feminine(head);
    if head.is(Class::Built) && tells && same_sentence && tokens.len() > 1 {
        TokenRange { end: tokens.end.plus(1), ..tokens }
    } else {
        tokens
    }
}

/// A place with the definite noun before it that says what it is: the capital London.
pub fn with_capital(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    const CAPITAL: &str = "\u{0639}\u{0627}\u{0635}\u{0645}\u{0647}";
    let before = tokens.start.0.checked_sub(1).map(TokenId);
    let capital = before.filter(|before| {
        let lexeme = source.lexeme(*before);
        lexeme.definite && lexeme.bare() == CAPITAL && source.lexeme(tokens.start).letters == 0
    });
    capital.map_or(tokens, |start| TokenRange { start, ..tokens })
}

fn is_feminine(lexeme: &Lexeme) -> bool {
    lexeme.stem.ends_with('\u{0647}')
}

/// One word with an article that is hardly anything else, or some rare ones, after the head noun.
fn name_end(source: &Source<'_>, head: u32, limit: u32) -> Option<u32> {
    let at = head + 1;
    let plain = |at: u32| {
        let token = source.tokens.get(TokenId(at)).filter(|token| token.script == Script::Arabic && at < limit)?;
        let lexeme = source.lexemes.of_token(token);
        let attached = lexeme.conjoined || lexeme.preposition.is_some();
        (!attached && lexeme.classes.is_empty() && lexeme.nationality.is_none()).then_some(lexeme)
    };
    let first = plain(at)?;
    if first.definite {
        let hardly_else = first.facts.frequency < ORDINARY || source.lexeme(TokenId(head)).is(Class::Built);
        return (!first.relative && hardly_else).then_some(at + 1);
    }
    let rare = |at: &u32| {
        plain(*at).is_some_and(|lexeme| {
            !lexeme.definite && lexeme.facts.frequency < Rate::of(60) && lexeme.likeness > Score(2)
        })
    };
    (at..at + LONGEST).take_while(rare).last().map(|last| last + 1)
}
