//! What is no part of an organisation's name that the model has seen.

use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{context::Source, lexeme::Lexeme},
    lexicon::{Class, PhraseKind, Rate},
};

const FOR: char = '\u{0644}';
const FOR_THE: &str = "\u{0644}\u{0644}";

/// Whether what was taken for an organisation or a place is the title of somebody: the adviser of national security,
/// the princess of Wales.
pub(super) fn is_office(source: &Source<'_>, tokens: TokenRange) -> bool {
    let head = source.lexeme(tokens.start);
    let listed =
        source.longest_phrase(tokens.start).is_some_and(|(.., phrase)| phrase.kind == PhraseKind::Organisation);
    head.is(Class::Title) && !head.is(Class::Organisation) && !head.is(Class::Doubtful) && !head.definite && !listed
}

/// Without another organisation that a preposition leads to: the union, to a newspaper; the battalions, of Hamas.
pub(super) fn without_another(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    let another = |at: &u32| {
        let lexeme = source.lexeme(TokenId(*at));
        let listed = source.longest_phrase(TokenId(*at)).is_some_and(|(found, letters, phrase)| {
            found.len() == 1 && letters > 0 && phrase.kind == PhraseKind::Organisation
        });
        lexeme.preposition.is_some() && !lexeme.definite && (lexeme.is(Class::Organisation) || listed)
    };
    let end = (tokens.start.0 + 1..tokens.end.0).find(another);
    TokenRange { end: end.map_or(tokens.end, TokenId), ..tokens }
}

/// Without the words behind a complete name that can be no part of it: the verb, or the name of who speaks for it.
pub(super) fn without_stranger(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    let phrase = source.longest_phrase(tokens.start);
    let listed = phrase.map_or(tokens.start, |(found, ..)| found.end);
    let is_body = phrase.is_some_and(|(.., phrase)| phrase.kind == PhraseKind::Organisation);
    let first = (tokens.start.0 + 1).max(listed.0);
    let stranger = |at: &u32| {
        let head = *at == tokens.start.0 + 1;
        let whole = !head && is_body && listed == TokenId(*at);
        let arabic = source.tokens.get(TokenId(*at)).is_some_and(|token| token.script == Script::Arabic);
        arabic
            && (is_closed(source, at - 1, head) && cannot_follow(source, *at, head)
                || whole && (is_bare(source, *at) || is_noun(source.lexeme(TokenId(*at))))
                || !head && is_office_behind(source, *at))
    };
    let end = (first..tokens.end.0).find(stranger);
    TokenRange { end: end.map_or(tokens.end, TokenId), ..tokens }
}

/// Whether a word with article asks for adjectives only: the head noun of the name, or an adjective itself. With one
/// lam before it, it may have lost no article; with two, of the navy, it has one.
fn is_closed(source: &Source<'_>, at: u32, head: bool) -> bool {
    let lexeme = source.lexeme(TokenId(at));
    let with_article = lexeme.preposition != Some(FOR) || source.tokens.folded(TokenId(at)).starts_with(FOR_THE);
    lexeme.definite && (head && lexeme.is(Class::Organisation) || lexeme.relative && with_article)
}

/// Whether a word does not go on a name that is closed: one without article, where it works, and who else is named.
fn cannot_follow(source: &Source<'_>, at: u32, head: bool) -> bool {
    let (before, lexeme) = (source.lexeme(TokenId(at - 1)), source.lexeme(TokenId(at)));
    let within = lexeme.preposition == Some('\u{0628}') && lexeme.definite;
    let town = || {
        source.longest_phrase(TokenId(at)).is_some_and(|(_, letters, phrase)| {
            letters == 0 && matches!(phrase.kind, PhraseKind::City | PhraseKind::Country) && !lexeme.relative
        })
    };
    let joined = lexeme.conjoined && before.nationality.is_some() && !is_adjective(lexeme);
    is_bare(source, at) || within || joined || head && town()
}

/// Whether a word has neither article nor proclitic, and is no particle that may stand in a name.
fn is_bare(source: &Source<'_>, at: u32) -> bool {
    const COMMON: Rate = Rate::of(100);
    let lexeme = source.lexeme(TokenId(at));
    let for_common = |rest: &str| rest.starts_with(FOR) || source.lexicon.word(rest).frequency >= COMMON;
    let for_something = source.tokens.folded(TokenId(at)).strip_prefix(FOR).is_some_and(for_common);
    let attached = lexeme.preposition.is_some() || lexeme.conjoined || for_something;
    let particle = lexeme.is(Class::Function) || lexeme.is(Class::Loan);
    (!lexeme.definite || source.has_own_alef(TokenId(at))) && !attached && !particle
}

/// Whether whoever leads or speaks follows a complete name: the national team of Morocco, the trainer so-and-so.
fn is_office_behind(source: &Source<'_>, at: u32) -> bool {
    let (before, lexeme) = (source.lexeme(TokenId(at - 1)), source.lexeme(TokenId(at)));
    let complete = before.definite || !before.beginnings.is_empty() && before.classes.is_empty();
    let office = lexeme.is(Class::Title) && !lexeme.is(Class::Tail) && !lexeme.is(Class::Attribute);
    complete && office && lexeme.definite && lexeme.letters == 0
}

/// A noun with article is no adjective of what the list has whole: the army, the responsibility.
fn is_noun(lexeme: &Lexeme) -> bool {
    lexeme.definite && lexeme.letters == 0 && !is_adjective(lexeme)
}

fn is_adjective(lexeme: &Lexeme) -> bool {
    lexeme.relative || lexeme.is(Class::Tail) || lexeme.is(Class::Attribute)
}
