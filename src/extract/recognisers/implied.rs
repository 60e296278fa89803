//! Organisations without a head noun, by the word before them: what somebody leads, who plays in a match, whom a
//! player plays for.

use super::organisations::{named, quoted_end};
use crate::{
    arabic::{Script, TokenId, TokenRange, without_article},
    extract::{context::Source, finding::Finding},
    knowledge::Confidence,
    lexicon::{Class, PhraseKind, Rate, likeness::Score},
};

/// The most words in quotes that are a name.
const LONGEST: usize = 4;

/// Every name that a leader's title or a word of a match stands before.
pub fn find(source: &Source<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sentence in source.tokens.sentences() {
        let limit = sentence.tokens.end.0;
        for at in sentence.tokens.start.0..limit {
            findings.extend(led(source, at, limit).or_else(|| team(source, at, limit)));
            findings.extend(managed(source, at));
        }
    }
    findings
}

/// What has a leader, in quotes right after the leader's title: the leader of "New Democracy".
fn led(source: &Source<'_>, title: u32, limit: u32) -> Option<Finding> {
    let head = source.lexeme(TokenId(title));
    if !head.is(Class::Sole) || head.definite || head.is(Class::Organisation) {
        return None;
    }
    let end = quoted_end(source, title + 1, limit)?;
    let tokens = TokenRange::new(title + 2, end - 1);
    let said = |at: u32| {
        let lexeme = source.lexeme(TokenId(at));
        lexeme.is(Class::Function) || lexeme.is(Class::Speech)
    };
    let is_name = tokens.len() <= LONGEST && !(tokens.start.0..tokens.end.0).any(said);
    let letters = usize::from(source.lexeme(tokens.start).letters);
    is_name.then(|| named(source, tokens, letters)).flatten()
}

/// The team that a match is told of, a word that news hardly has, after what a team has in it: its guest, the goal of.
fn team(source: &Source<'_>, side: u32, limit: u32) -> Option<Finding> {
    let before = source.lexeme(TokenId(side));
    // A title without article is completed by whom its holder plays for, never by the holder's name.
    let player = before.is(Class::Sport) && before.is(Class::Title) && !before.is(Class::Organisation);
    let plays_for = player && !before.definite && !before.possessed;
    if !before.is(Class::Side) && !plays_for {
        return None;
    }
    let rare = |at: &u32| may_be_name(source, TokenId(*at), 0);
    if source.lexeme(TokenId(side + 1)).nationality.is_some() || is_country(source, side + 1) {
        return None;
    }
    let end = (side + 1..limit.min(side + 4)).take_while(rare).last()? + 1;
    named(source, TokenRange::new(side + 1, end), 0)
}

fn is_country(source: &Source<'_>, at: u32) -> bool {
    source.longest_phrase(TokenId(at)).is_some_and(|(.., phrase)| phrase.kind == PhraseKind::Country)
}

/// The company that somebody manages: the executive director of so-and-so.
fn managed(source: &Source<'_>, at: u32) -> Option<Finding> {
    let of = source.lexeme(TokenId(at));
    let word = |distance: u32| at.checked_sub(distance).map(|before| source.lexeme(TokenId(before)));
    let director = word(2)?.is(Class::Title) && word(2)?.definite && word(1)?.definite && word(1)?.is(Class::Business);
    let company = director && source.tokens.folded(TokenId(at)).starts_with('\u{0644}') && !of.definite;
    let finding =
        (company && may_be_name(source, TokenId(at), 1)).then(|| named(source, TokenRange::new(at, at + 1), 1));
    // Nobody is a director of a person.
    finding.flatten().map(|finding| Finding { confidence: Confidence::Certain, ..finding })
}

/// Whether a word without its first letters is one that news hardly has and that may be a name.
fn may_be_name(source: &Source<'_>, token: TokenId, letters: usize) -> bool {
    let (folded, lexicon) = (source.tokens.folded(token), source.lexicon);
    let stem = folded.char_indices().nth(letters).and_then(|(at, _)| folded.get(at..)).unwrap_or_default();
    let arabic = source.tokens.get(token).is_some_and(|token| token.script == Script::Arabic);
    let plain = lexicon.classes(stem).is_empty() && lexicon.nationality(stem).is_none();
    let known = lexicon.word(stem);
    let hardly_else = known.frequency < Rate::of(300) && known.given < Rate::of(5);
    arabic && plain && hardly_else && without_article(stem).is_none() && lexicon.likeness(stem) > Score(0)
}
