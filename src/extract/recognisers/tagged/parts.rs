//! Where what the model takes for one name is several.

use smallvec::SmallVec;

use super::listed_body;
use crate::{
    arabic::{TokenId, TokenRange},
    extract::{context::Source, model::label::Sort, proclitics},
    lexicon::{Class, PhraseKind, Rate},
};

/// The names that the conjunction joins, which the model may take for one; and a state or a capital after a person is
/// no part of the name.
pub(super) fn parts(source: &Source<'_>, tokens: TokenRange, sort: Sort) -> SmallVec<[TokenRange; 2]> {
    let mut parts: SmallVec<[TokenRange; 2]> = SmallVec::new();
    let mut start = tokens.start.0;
    if sort == Sort::Place {
        let listed = source.longest_phrase(tokens.start).map_or(start + 1, |(found, ..)| found.end.0.max(start + 1));
        for at in listed..tokens.end.0 {
            if is_conjoined(source, at) {
                parts.push(TokenRange::new(start, at));
                start = at;
            }
        }
    }
    if sort == Sort::Organisation {
        for at in tokens.start.0 + 1..tokens.end.0 {
            if is_another_body(source, tokens.start, at) {
                parts.push(TokenRange::new(start, at));
                start = at;
            }
        }
    }
    if sort == Sort::Person {
        if let Some(next) = behind_surname(source, tokens) {
            parts.push(TokenRange::new(start, next));
            start = next;
        }
        let first = start;
        for at in first..tokens.end.0 {
            if names_office(source, at) {
                parts.push(TokenRange::new(start, at));
                start = at + 2;
            }
            if at <= start {
                continue;
            }
            let lexeme = source.lexeme(TokenId(at));
            let capital = source.lexicon.capital(&lexeme.stem).is_some() && lexeme.facts.foreign < Rate::of(5);
            if is_conjoined(source, at) || capital || listed_body(source, TokenId(at)) {
                parts.push(TokenRange::new(start, at));
                start = at;
            }
        }
    }
    parts.push(TokenRange::new(start, tokens.end.0));
    parts.retain(|part| !part.is_empty());
    parts
}

/// Where another name begins behind a listed surname: the envoy of Trump, so-and-so.
fn behind_surname(source: &Source<'_>, tokens: TokenRange) -> Option<u32> {
    let (found, _, phrase) = source.longest_phrase(tokens.start)?;
    let head = source.lexeme(TokenId(tokens.start.0.checked_sub(1)?));
    let surname = phrase.kind == PhraseKind::Person && found.len() == 1 && tokens.len() > 2;
    (surname && head.is(Class::Title) && !head.definite).then_some(found.end.0)
}

/// Whether a head noun after the conjunction begins another name than the one that starts at `start`: (the) radio and
/// the newspaper Al-Hayat. One with article needs more to be a name: the federation of chambers and companies.
fn is_another_body(source: &Source<'_>, start: TokenId, at: u32) -> bool {
    let (head, next) = (source.lexeme(TokenId(at)), source.lexeme(TokenId(at + 1)));
    let begins = head.conjoined && head.preposition.is_none() && head.is(Class::Organisation);
    let listed = source.longest_phrase(start).is_some_and(|(found, ..)| found.contains(TokenId(at)));
    let of_two_kinds = source.lexeme(TokenId(at - 1)).is(Class::Organisation);
    let named = !head.definite || next.definite && next.relative && next.letters == 0;
    begins && named && !listed && !of_two_kinds
}

/// A name after the conjunction waw.
pub(super) fn is_conjoined(source: &Source<'_>, at: u32) -> bool {
    source.tokens.folded(TokenId(at)).starts_with('\u{0648}') && proclitics::before_name(source, TokenId(at)) == 1
}

/// A title with the one word that names its organisation: the sheikh of Al-Azhar.
fn names_office(source: &Source<'_>, at: u32) -> bool {
    let organisation = source.longest_phrase(TokenId(at + 1)).is_some_and(|(found, letters, phrase)| {
        found.len() == 1 && letters == 0 && phrase.kind == PhraseKind::Organisation
    });
    organisation && source.lexeme(TokenId(at)).is(Class::Title)
}
