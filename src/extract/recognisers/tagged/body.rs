//! What is no part of an organisation's name that the model has seen.

use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{context::Source, lexeme::Lexeme},
    lexicon::{Class, PhraseKind, Rate},
};

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

/// Without the words behind a complete name that can be no part of it: a head noun with article, or an adjective with
/// one, is followed by nothing without, be it a verb or the name of who speaks for the body.
pub(super) fn without_stranger(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    const FOR: char = '\u{0644}';
    const FOR_THE: &str = "\u{0644}\u{0644}";
    const COMMON: Rate = Rate::of(100);
    let phrase = source.longest_phrase(tokens.start);
    let listed = phrase.map_or(tokens.start, |(found, ..)| found.end);
    let is_body = phrase.is_some_and(|(.., phrase)| phrase.kind == PhraseKind::Organisation);
    let stranger = |at: &u32| {
        let (before, lexeme) = (source.lexeme(TokenId(at - 1)), source.lexeme(TokenId(*at)));
        let arabic = source.tokens.get(TokenId(*at)).is_some_and(|token| token.script == Script::Arabic);
        let for_rest = source.tokens.folded(TokenId(*at)).strip_prefix(FOR);
        let for_common = |rest: &str| rest.starts_with(FOR) || source.lexicon.word(rest).frequency >= COMMON;
        let attached = lexeme.preposition.is_some() || for_rest.is_some_and(for_common);
        let bare = (!lexeme.definite || source.has_own_alef(TokenId(*at))) && !attached && !lexeme.conjoined;
        let within = lexeme.preposition == Some('\u{0628}') && lexeme.definite;
        let head = *at == tokens.start.0 + 1 && before.is(Class::Organisation);
        let town = head
            && source.longest_phrase(TokenId(*at)).is_some_and(|(_, letters, phrase)| {
                letters == 0 && matches!(phrase.kind, PhraseKind::City | PhraseKind::Country) && !lexeme.relative
            });
        // With lam twice the article is there for certain: of the navy.
        let with_article =
            before.preposition != Some(FOR) || source.tokens.folded(TokenId(at - 1)).starts_with(FOR_THE);
        let closed = before.definite && (head || before.relative && with_article);
        let otherwise = lexeme.is(Class::Function) || lexeme.is(Class::Loan);
        let after_listed = is_body && *at > tokens.start.0 + 1 && listed == TokenId(*at);
        // The national team of Morocco, the trainer so-and-so.
        let titled = *at > tokens.start.0 + 1 && lexeme.definite && lexeme.letters == 0 && lexeme.is(Class::Title);
        let office = titled && !lexeme.is(Class::Tail) && !lexeme.is(Class::Attribute) && is_complete(before);
        // The army, the responsibility: a noun is no adjective of what the list has whole.
        let adjective = lexeme.relative || lexeme.is(Class::Tail) || lexeme.is(Class::Attribute);
        let noun = lexeme.definite && lexeme.letters == 0 && !adjective;
        let joined = lexeme.conjoined && before.nationality.is_some() && before.definite && !adjective;
        let cannot =
            closed && (bare && !otherwise || within || town || joined) || after_listed && (bare && !otherwise || noun);
        arabic && (cannot || office) && listed <= TokenId(*at)
    };
    let end = (tokens.start.0 + 1..tokens.end.0).find(stranger);
    TokenRange { end: end.map_or(tokens.end, TokenId), ..tokens }
}

/// Whether a word ends what asks for another one: with an article, or the name of a place.
fn is_complete(lexeme: &Lexeme) -> bool {
    lexeme.definite || !lexeme.beginnings.is_empty() && lexeme.classes.is_empty()
}
