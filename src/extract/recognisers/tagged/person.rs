//! Where a person's name that the model has seen begins and ends.

use super::parts::is_conjoined;
use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::context::Source,
    lexicon::{Class, Facts, PhraseKind, Rate, likeness::Score},
};

/// With a given name that the model has left out before it, after a title or an honorific.
pub(super) fn with_given_name(source: &Source<'_>, sentence: TokenRange, tokens: TokenRange) -> TokenRange {
    let Some(given) = tokens.start.0.checked_sub(1).filter(|given| *given > sentence.start.0) else { return tokens };
    let lexeme = source.lexeme(TokenId(given));
    let before = source.lexeme(TokenId(given - 1));
    // The country that a title asks for: the representative of Qatar.
    let of_country = before.is(Class::Title) && !before.definite && is_state(source, given);
    if is_conjoined(source, tokens.start.0) || of_country {
        return tokens;
    }
    let introduced = before.is(Class::Title) || before.is(Class::Honorific) || before.nationality.is_some();
    let given_rate = lexeme.facts.given;
    let hardly_else = given_rate >= Rate::of(20) && lexeme.facts.frequency < Rate::of(3000) && tokens.len() == 1;
    let half = tokens.len() == 1 || source.lexeme(tokens.start).is(Class::Link);
    if half && given_rate >= Rate::of(5) && spelt_apart(source, TokenId(given)) {
        return TokenRange { start: TokenId(given), ..tokens };
    }
    let whole = lexeme.letters == 0 || (lexeme.letters == 1 && lexeme.conjoined);
    let is_given = given_rate >= Rate::of(5) && whole && lexeme.classes.is_empty();
    let of_god = source.tokens.folded(tokens.start) == "\u{0627}\u{0644}\u{0644}\u{0647}";
    // A word that no list has, where no verb is to be expected, even where what is left without its first letter is a rare word.
    let folded = source.tokens.folded(TokenId(given));
    let plain = !lexeme.definite && lexeme.classes.is_empty() && lexeme.facts.frequency < Rate::of(60);
    let unknown = plain && source.lexicon.word(folded) == Facts::default() && tokens.len() == 1;
    let follows = introduced || before.is(Class::Function);
    let unheard_of = unknown && follows && source.lexicon.likeness(folded) >= Score(2);
    let arabic = source.tokens.get(TokenId(given)).is_some_and(|token| token.script == Script::Arabic);
    if (arabic && unheard_of) || (is_given && (introduced || hardly_else)) || of_god {
        TokenRange { start: TokenId(given), ..tokens }
    } else {
        tokens
    }
}

/// Whether the name of a country or of a part of one begins at a token.
fn is_state(source: &Source<'_>, at: u32) -> bool {
    let listed = source.longest_phrase(TokenId(at));
    listed.is_some_and(|(.., phrase)| matches!(phrase.kind, PhraseKind::Country | PhraseKind::Region))
}

/// Whether a word that folds like a function word, or like a word with article, is spelt as neither: Ali where the
/// article writes `on` without dots, Alan with the alef of a name.
fn spelt_apart(source: &Source<'_>, token: TokenId) -> bool {
    const ALI: &str = "\u{0639}\u{0644}\u{064A}";
    const ANN: &str = "\u{0627}\u{0646}";
    let written = |token: TokenId| source.tokens.get(token).map_or("", |token| source.words(token.passage()));
    let (own, folded) = (written(token), source.tokens.folded(token));
    let dotless = |at: u32| source.tokens.folded(TokenId(at)) == ALI && written(TokenId(at)).ends_with('\u{0649}');
    match folded {
        ALI => own.ends_with('\u{064A}') && (token.0.saturating_sub(NEAR)..token.0.saturating_add(NEAR)).any(dotless),
        ANN => own.starts_with('\u{0622}'),
        _ => source.has_own_alef(token),
    }
}

/// Whether a word that folds like Ali is written as the preposition, where the article writes the two apart.
fn is_preposition_on(source: &Source<'_>, token: TokenId) -> bool {
    let written = |token: TokenId| source.tokens.get(token).map_or("", |token| source.words(token.passage()));
    let dotted = |at: u32| written(TokenId(at)).ends_with('\u{064A}');
    let near = token.0.saturating_sub(NEAR)..token.0.saturating_add(NEAR);
    written(token) == "\u{0639}\u{0644}\u{0649}" && near.into_iter().any(dotted)
}

/// So many tokens around a word show how the article spells.
const NEAR: u32 = 300;

/// Without the titles that the model has taken for the beginning of a name.
pub(super) fn without_title(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    let after_title = |at: u32| at.checked_sub(1).is_some_and(|before| source.lexeme(TokenId(before)).is(Class::Title));
    let is_title = |at: &u32| {
        let lexeme = source.lexeme(TokenId(*at));
        let honorific = lexeme.is(Class::Honorific) && (lexeme.definite || lexeme.facts.given == Rate::default());
        let of_state = || lexeme.is(Class::Sole) && is_state(source, at + 1);
        let title = honorific || lexeme.is(Class::Title) && (lexeme.definite || of_state());
        let known = source.longest_phrase(TokenId(*at)).is_some_and(|(found, letters, phrase)| {
            let region = phrase.kind == PhraseKind::Region && after_title(*at);
            let thing = region || matches!(phrase.kind, PhraseKind::Organisation | PhraseKind::Country);
            found.len() == 1 && letters == 0 && thing && (lexeme.facts.given == Rate::default() || after_title(*at))
        });
        title || known || is_preposition_on(source, TokenId(*at))
    };
    let start = (tokens.start.0..tokens.end.0.saturating_sub(1)).find(|at| !is_title(at));
    TokenRange::new(start.unwrap_or(tokens.start.0), tokens.end.0)
}

/// With the words after it that are in no list and look like a name.
pub(super) fn with_rare_words(source: &Source<'_>, sentence: TokenRange, tokens: TokenRange) -> TokenRange {
    let rare = |at: &u32| {
        let arabic = source.tokens.get(TokenId(*at)).is_some_and(|token| token.script == Script::Arabic);
        let lexeme = source.lexeme(TokenId(*at));
        let unheard_of = lexeme.facts.frequency == Rate::default() && lexeme.classes.is_empty();
        arabic && unheard_of && lexeme.letters == 0 && !lexeme.definite && lexeme.likeness >= Score(2)
    };
    let end = (tokens.end.0..sentence.end.0.min(tokens.end.0 + 2)).take_while(rare).last();
    TokenRange { end: end.map_or(tokens.end, |last| TokenId(last + 1)), ..tokens }
}
