//! Names that the lists of places, organisations and people have as wholes.

use super::places::{is_place, with_capital, with_compass};
use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
        lexeme::Lexeme,
    },
    knowledge::{Confidence, MentionKind},
    lexicon::{Class, Facts, Phrase, PhraseKind, Rate},
};

/// Every listed name, the longest at each place.
pub fn find(source: &Source<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut next = 0u32;
    for (index, token) in source.tokens.all().iter().enumerate() {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        if index < next || token.script == Script::Mark {
            continue;
        }
        let Some((range, letters, phrase)) = source.longest_phrase(TokenId(index)) else { continue };
        if let Some(finding) = finding(source, range, letters, phrase) {
            findings.push(finding);
            next = range.end.0;
        }
    }
    findings
}

fn finding(source: &Source<'_>, tokens: TokenRange, letters: u8, phrase: Phrase) -> Option<Finding> {
    if tokens.len() == 1 && is_doubtful(source, tokens.start, letters, phrase.kind) {
        return None;
    }
    let named = match phrase.kind {
        PhraseKind::Country | PhraseKind::City | PhraseKind::Region => Named::Place,
        PhraseKind::Organisation => Named::Organisation,
        PhraseKind::Person if memorial(source, tokens.start).is_some() => return None,
        PhraseKind::Person if tokens.len() == 1 => Named::Person(MentionKind::Surname),
        PhraseKind::Person => Named::Person(MentionKind::Full),
    };
    let (tokens, letters) = match named {
        Named::Place => as_place(source, tokens, letters),
        _ => (tokens, letters),
    };
    Some(Finding {
        named,
        passage: source.passage(tokens, usize::from(letters))?,
        tokens,
        nested: false,
        confidence: if phrase.kind == PhraseKind::City { Confidence::Possible } else { Confidence::Certain },
        origin: Origin::List,
    })
}

/// What stands before a name and is called after whose it is: the university of so-and-so.
pub fn memorial<'a>(source: &Source<'a>, name: TokenId) -> Option<&'a Lexeme> {
    let head = source.lexeme(TokenId(name.0.checked_sub(1)?));
    (head.is(Class::Memorial) && !head.definite).then_some(head)
}

/// A place with what belongs to it, and its proclitics.
fn as_place(source: &Source<'_>, tokens: TokenRange, letters: u8) -> (TokenRange, u8) {
    let whole = with_capital(source, with_compass(source, tokens));
    let letters = if whole.start == tokens.start { letters } else { source.lexeme(whole.start).letters };
    (whole, letters)
}

/// A country that is called like its adjective, after what the adjective agrees with: the talks, Saudi ones.
fn is_adjective(source: &Source<'_>, token: TokenId) -> bool {
    let lexeme = source.lexeme(token);
    let before = token.0.checked_sub(1).map(|before| source.lexeme(TokenId(before)));
    let noun = before.is_some_and(|before| before.definite && !before.is(Class::Function));
    noun && lexeme.definite && lexeme.letters == 0 && lexeme.nationality.is_some()
}

/// Whether the conjunction joins a word to a place before it.
fn is_joined(source: &Source<'_>, token: TokenId) -> bool {
    let place = |before: TokenId| {
        let phrase = source.longest_phrase(before);
        phrase.is_some_and(|(found, _, phrase)| found.end == token && is_place(phrase.kind))
    };
    source.lexeme(token).conjoined && token.0.checked_sub(1).map(TokenId).is_some_and(place)
}

/// A single word that is as good as never a name, of which a letter is taken off against the odds, that is a town which
/// news hardly ever speaks of, or that is the first half of a name like Fath Allah.
fn is_doubtful(source: &Source<'_>, token: TokenId, letters: u8, kind: PhraseKind) -> bool {
    const OTHERWISE: [Class; 4] = [Class::Function, Class::Title, Class::Organisation, Class::Tail];
    let lexeme = source.lexeme(token);
    // Some small city is called like the end of many an adjective.
    let whole = kind == PhraseKind::City || source.lexicon.word(source.tokens.folded(token)) != Facts::default();
    let against_the_odds = letters > 0 && lexeme.letters != letters && whole;
    let facts = lexeme.facts;
    let of_people = facts.given.max(facts.family).max(facts.foreign) >= Rate::of(3);
    let unheard_of = facts.frequency < if letters > 0 { Rate::of(60) } else { Rate::of(20) };
    let capital = source.lexicon.capital(&lexeme.stem).is_some();
    let obscure =
        kind == PhraseKind::City && unheard_of && !capital && (letters > 0 || of_people) && !is_joined(source, token);
    let of_god = source.tokens.folded(token.plus(1)) == "\u{0627}\u{0644}\u{0644}\u{0647}";
    // The Gulf is one, the island any.
    let any_place = lexeme.is(Class::Place) && !(kind == PhraseKind::Region && lexeme.definite);
    let common =
        if letters == lexeme.letters { lexeme.classes } else { source.lexicon.classes(source.tokens.folded(token)) };
    let otherwise = OTHERWISE.iter().any(|class| common.has(*class)) || any_place || is_adjective(source, token);
    otherwise || against_the_odds || obscure || of_god
}
