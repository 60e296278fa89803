//! Names that the sequence model sees, brought to our conventions: proclitics off, the type word of a place or an
//! organisation on.

mod body;
mod parts;
mod person;

use body::{is_office, without_another, without_stranger};
use parts::parts;
use person::{with_given_name, with_rare_words, without_title};

use super::{
    initials::with_initials,
    lists::memorial,
    organisations::{with_purpose, without_origin},
    places::{is_place, with_adjective, with_capital, with_compass},
};
use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
        lexeme::Lexeme,
        model::{
            hints::Hints,
            label::{Sort, spans},
            tagger::Tagger,
        },
        proclitics,
    },
    knowledge::{Confidence, MentionKind},
    lexicon::{Class, PhraseKind, Rate, likeness::Score},
};

/// Every name that the model sees.
pub fn find(source: &Source<'_>, hints: &Hints) -> Vec<Finding> {
    let labels = Tagger::new(*source, hints, source.model).labels();
    let mut findings = Vec::new();
    for sentence in source.tokens.sentences() {
        let own = labels.get(sentence.tokens.indices()).unwrap_or_default();
        let names = spans(own).flat_map(|(start, end, sort)| {
            let place = |at: usize| u32::try_from(at).map_or(sentence.tokens.end, |at| sentence.tokens.start.plus(at));
            let tokens = TokenRange { start: place(start), end: place(end) };
            parts(source, tokens, sort)
                .into_iter()
                .filter_map(move |tokens| finding(source, sentence.tokens, tokens, sort))
        });
        findings.extend(names);
    }
    findings
}

fn finding(source: &Source<'_>, sentence: TokenRange, tokens: TokenRange, sort: Sort) -> Option<Finding> {
    let (named, head) = match sort {
        Sort::Person => match memorial(source, tokens.start) {
            Some(head) => called_after(head)?,
            None => (Named::Person(MentionKind::Full), None),
        },
        Sort::Place => (Named::Place, Some(Class::Place)),
        Sort::Organisation => (Named::Organisation, Some(Class::Organisation)),
        Sort::Other => return None,
    };
    let tokens = trim(source, tokens)?;
    let tokens = if matches!(named, Named::Person(_)) { without_title(source, tokens) } else { tokens };
    let ordinary = tokens.len() == 1 && is_ordinary(source.lexeme(tokens.start), named);
    let office = !matches!(named, Named::Person(_)) && is_office(source, tokens);
    if ordinary || office || is_accusative(source, tokens.start) {
        return None;
    }
    let (named, tokens) = match named {
        Named::Person(_) if is_listed_place(source, tokens) => (Named::Place, tokens),
        Named::Person(_) if tokens.len() == 1 && listed_body(source, tokens.start) => (Named::Organisation, tokens),
        Named::Person(_) => {
            let named_in_full = with_rare_words(source, sentence, with_given_name(source, sentence, tokens));
            (named, with_initials(source, sentence, named_in_full))
        }
        Named::Organisation => (named, without_stranger(source, without_another(source, tokens))),
        Named::Place => (named, tokens),
    };
    let tokens = head.map_or(tokens, |head| with_type_word(source, sentence, tokens, head));
    let tokens = match named {
        Named::Organisation => with_purpose(source, without_origin(source, tokens), sentence.end.0),
        Named::Place => with_capital(source, with_adjective(source, with_compass(source, tokens))),
        Named::Person(_) => tokens,
    };
    let letters = match named {
        Named::Person(_) => proclitics::before_name(source, tokens.start),
        Named::Place => place_letters(source, tokens),
        Named::Organisation => organisation_letters(source, tokens),
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

/// The proclitics before an organisation; before one that no list has, only where it stands without them elsewhere.
fn organisation_letters(source: &Source<'_>, tokens: TokenRange) -> usize {
    let letters = place_letters(source, tokens);
    let folded = source.tokens.folded(tokens.start);
    let rest = folded.char_indices().nth(letters).and_then(|(at, _)| folded.get(at..)).unwrap_or_default();
    let own = usize::from(source.lexeme(tokens.start).letters);
    if source.tokens.has_word(rest) { letters } else { own }
}

/// The proclitics before a place, which the lists may not have.
fn place_letters(source: &Source<'_>, tokens: TokenRange) -> usize {
    let lexeme = source.lexeme(tokens.start);
    let listed =
        source.longest_phrase(tokens.start).filter(|(found, _, phrase)| *found == tokens && is_place(phrase.kind));
    if let Some((_, letters, _)) = listed {
        return usize::from(letters);
    }
    let unheard_of = lexeme.letters == 0 && lexeme.facts.frequency < Rate::of(60) && lexeme.beginnings.is_empty();
    if unheard_of { proclitics::before_name(source, tokens.start) } else { usize::from(lexeme.letters) }
}

/// A single word that does something else in a sentence.
fn is_ordinary(lexeme: &Lexeme, named: Named) -> bool {
    const OTHERWISE: [Class; 6] =
        [Class::Title, Class::Function, Class::Organisation, Class::Place, Class::Tail, Class::Calendar];
    let facts = lexeme.facts;
    let unlike_a_name =
        facts.given.max(facts.family).max(facts.foreign) == Rate::default() && lexeme.likeness < Score(0);
    OTHERWISE.iter().any(|class| lexeme.is(*class))
        || lexeme.nationality.is_some()
        || (matches!(named, Named::Person(_)) && unlike_a_name)
}

/// What is called after somebody: a place or an organisation, by its type word; a prize is neither.
fn called_after(head: &Lexeme) -> Option<(Named, Option<Class>)> {
    let kinds = [(Class::Place, Named::Place), (Class::Organisation, Named::Organisation)];
    kinds.into_iter().find(|(class, _)| head.is(*class)).map(|(class, named)| (named, Some(class)))
}

/// In the indefinite accusative, which names do not take: by its tanwin, or an adjective in -iyya after a noun in it.
fn is_accusative(source: &Source<'_>, token: TokenId) -> bool {
    const ALEF: char = '\u{0627}';
    let folded = source.tokens.folded(token);
    let written = source.tokens.get(token).map_or("", |token| source.words(token.passage()));
    let adjective = folded.strip_suffix(ALEF).is_some_and(|rest| rest.ends_with('\u{064A}'));
    let after_noun = || {
        token.0.checked_sub(1).map(TokenId).is_some_and(|noun| {
            let facts = source.lexeme(noun).facts;
            source.tokens.folded(noun).ends_with(ALEF) && facts.foreign.max(facts.given) == Rate::default()
        })
    };
    let listed = || source.longest_phrase(token).is_some_and(|(_, letters, _)| letters == 0);
    written.contains('\u{064B}') || adjective && after_noun() && !listed()
}

/// Whether a word is a listed organisation and never a part of a person's name.
fn listed_body(source: &Source<'_>, token: TokenId) -> bool {
    let facts = source.lexeme(token).facts;
    let listed = source.longest_phrase(token).is_some_and(|(found, letters, phrase)| {
        found.len() == 1 && letters == 0 && phrase.kind == PhraseKind::Organisation
    });
    listed && facts.given.max(facts.family).max(facts.foreign) == Rate::default()
}

/// A single word that is a listed place and hardly ever a part of a person's name.
fn is_listed_place(source: &Source<'_>, tokens: TokenRange) -> bool {
    let facts = source.lexeme(tokens.start).facts;
    let listed =
        source.longest_phrase(tokens.start).is_some_and(|(found, _, phrase)| found == tokens && is_place(phrase.kind));
    tokens.len() == 1 && listed && facts.given.max(facts.family).max(facts.foreign) < Rate::of(5)
}

/// Without marks at either end.
fn trim(source: &Source<'_>, tokens: TokenRange) -> Option<TokenRange> {
    let is_word = |at: &u32| source.tokens.get(TokenId(*at)).is_some_and(|token| token.script != Script::Mark);
    let start = (tokens.start.0..tokens.end.0).find(is_word)?;
    let last = (start..tokens.end.0).rev().find(is_word)?;
    Some(TokenRange::new(start, last + 1))
}

/// Several words that the lists have as an organisation.
fn is_listed_organisation(source: &Source<'_>, tokens: TokenRange) -> bool {
    let listed = source.longest_phrase(tokens.start);
    tokens.len() > 1
        && listed.is_some_and(|(found, _, phrase)| found == tokens && phrase.kind == PhraseKind::Organisation)
}

/// An organisation's name with the type word before it.
#[must_use]
pub fn with_organisation_head(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    let sentence = source.tokens.sentence_of(tokens.start).map_or(tokens, |sentence| sentence.tokens);
    with_type_word(source, sentence, tokens, Class::Organisation)
}

/// With the type word before it and the quotes between: company, newspaper, city.
pub fn with_type_word(source: &Source<'_>, sentence: TokenRange, tokens: TokenRange, class: Class) -> TokenRange {
    let is_type = |at: u32| {
        let lexeme = source.lexeme(TokenId(at));
        // The forces, the team of a body that has a name by itself.
        let of_body = lexeme.is(Class::Weak) && lexeme.is(Class::General) && is_listed_organisation(source, tokens);
        let before_name = !lexeme.definite && !of_body && !source.lexeme(tokens.start).is(class);
        at >= sentence.start.0 && lexeme.is(class) && !lexeme.is(Class::Part) && before_name
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
