//! People whose names no list has, by the title before them or by a given name before a family's.

use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
        lexeme::Lexeme,
    },
    knowledge::{Confidence, MentionKind},
    lexicon::{Class, PhraseKind, Rate, likeness::Score},
};

/// The most words of a title before the name.
const TITLE: u32 = 6;
/// The most words of a name.
const NAME: u32 = 4;

/// Two rare words or more that look like a name, after a title; a given name with a rare family name anywhere.
pub fn find(source: &Source<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sentence in source.tokens.sentences() {
        for at in sentence.tokens.start.0..sentence.tokens.end.0 {
            let head = source.lexeme(TokenId(at));
            findings.extend(honoured(source, at, sentence.tokens.end.0));
            findings.extend(crowned(source, at, sentence.tokens.end.0));
            if is_given_name(source, at) && at + 1 < sentence.tokens.end.0 && is_rare_family_name(source, at + 1) {
                findings.extend(finding(source, TokenRange::new(at, at + 2)));
            }
            if head.is(Class::Title) || head.is(Class::Honorific) {
                findings.extend(name_after(source, at, sentence.tokens.end.0).and_then(|name| finding(source, name)));
            }
        }
    }
    findings
}

/// The family name in -i after an honorific: Sheikh al-Khurasani.
fn honoured(source: &Source<'_>, honorific: u32, limit: u32) -> Option<Finding> {
    let head = source.lexeme(TokenId(honorific));
    let name = honorific + 1;
    let family = name < limit && is_family_name(source, name) && source.lexeme(TokenId(name)).relative;
    let honoured = head.is(Class::Honorific) && head.definite && family;
    let found = honoured.then(|| finding(source, TokenRange::new(name, name + 1))).flatten()?;
    Some(Finding { named: Named::Person(MentionKind::Surname), ..found })
}

/// `malik`, `malika`, `amir`, `amira`, `sultan`, `baba`: whom one name tells.
const CROWNED: [&str; 6] = [
    "\u{0645}\u{0644}\u{0643}",
    "\u{0645}\u{0644}\u{0643}\u{0647}",
    "\u{0627}\u{0645}\u{064A}\u{0631}",
    "\u{0627}\u{0645}\u{064A}\u{0631}\u{0647}",
    "\u{0633}\u{0644}\u{0637}\u{0627}\u{0646}",
    "\u{0628}\u{0627}\u{0628}\u{0627}",
];

/// The one name of a king, a queen, a prince or a pope, after the title with its article or with the country: Queen
/// Letizia, the princess of Wales Catherine.
fn crowned(source: &Source<'_>, head: u32, limit: u32) -> Option<Finding> {
    let title = source.lexeme(TokenId(head));
    if !CROWNED.contains(&title.bare()) || title.possessed {
        return None;
    }
    let name = if title.definite { head + 1 } else { state_of(source, head)? };
    let found = (name < limit && is_rare_name_like(source, name, Score(0)))
        .then(|| finding(source, TokenRange::new(name, name + 1)))
        .flatten()?;
    Some(Finding { named: Named::Person(MentionKind::Surname), ..found })
}

/// The token after the country, or the part of one, that stands after the head of a title without article.
fn state_of(source: &Source<'_>, head: u32) -> Option<u32> {
    let (state, letters, phrase) = source.longest_phrase(TokenId(head + 1))?;
    let placed = matches!(phrase.kind, PhraseKind::Country | PhraseKind::Region) && letters == 0;
    (placed && !source.lexeme(TokenId(head)).definite).then_some(state.end.0)
}

/// The name after the title whose head is at `head`.
fn name_after(source: &Source<'_>, head: u32, limit: u32) -> Option<TokenRange> {
    let from = state_of(source, head).unwrap_or(head + 1);
    let start = (from..limit.min(head + TITLE)).find(|at| !goes_on(source, *at))?;
    let start = if source.tokens.folded(TokenId(start)) == "\u{060C}" { start + 1 } else { start };
    let named = |at: &u32| {
        is_rare_name(source, *at)
            || (*at == start && is_given_name(source, *at))
            || (*at > start && is_family_name(source, *at))
    };
    let end = (start..limit.min(start + NAME)).take_while(named).last()? + 1;
    (end >= start + 2).then(|| TokenRange::new(start, end))
}

/// A given name, even one that is an ordinary word besides: hope, peace.
fn is_given_name(source: &Source<'_>, at: u32) -> bool {
    let lexeme = source.lexeme(TokenId(at));
    lexeme.facts.given >= Rate::of(10) && lexeme.classes.is_empty() && !lexeme.definite && lexeme.letters == 0
}

/// A family name with article that can hardly be anything else.
fn is_rare_family_name(source: &Source<'_>, at: u32) -> bool {
    is_family_name(source, at)
        && source.lexeme(TokenId(at)).relative
        && source.lexeme(TokenId(at)).facts.frequency < Rate::of(30)
}

/// A family name with article: a listed one, or a rare word in -i.
fn is_family_name(source: &Source<'_>, at: u32) -> bool {
    let lexeme = source.lexeme(TokenId(at));
    let rare = lexeme.facts.frequency < Rate::of(60) && lexeme.relative;
    let listed = lexeme.facts.family > Rate::default() && lexeme.facts.frequency < Rate::of(400);
    lexeme.definite
        && lexeme.classes.is_empty()
        && lexeme.nationality.is_none()
        && lexeme.letters == 0
        && (rare || listed)
}

/// Whether a word may be part of a title.
fn goes_on(source: &Source<'_>, at: u32) -> bool {
    let lexeme = source.lexeme(TokenId(at));
    if is_given_name(source, at) && (is_family_name(source, at + 1) || is_rare_name(source, at + 1)) {
        return false;
    }
    let title = lexeme.is(Class::Title)
        || lexeme.is(Class::Tail)
        || lexeme.is(Class::Honorific)
        || lexeme.is(Class::Organisation);
    title
        || lexeme.definite && !source.has_own_alef(TokenId(at))
        || lexeme.nationality.is_some()
        || source.longest_phrase(TokenId(at)).is_some()
}

fn is_rare_name(source: &Source<'_>, at: u32) -> bool {
    is_rare_name_like(source, at, Score(3))
}

/// A rare word without article that some list has as a name, or that looks more like one than `likeness` tells.
fn is_rare_name_like(source: &Source<'_>, at: u32, likeness: Score) -> bool {
    let arabic = source.tokens.get(TokenId(at)).is_some_and(|token| token.script == Script::Arabic);
    let lexeme: &Lexeme = source.lexeme(TokenId(at));
    let facts = lexeme.facts;
    let listed = facts.given.max(facts.family).max(facts.foreign) > Rate::default();
    let rare = facts.frequency < Rate::of(60) && (listed || lexeme.likeness > likeness);
    arabic
        && lexeme.letters == 0
        && (!lexeme.definite || source.has_own_alef(TokenId(at)))
        && lexeme.classes.is_empty()
        && lexeme.nationality.is_none()
        && rare
}

fn finding(source: &Source<'_>, tokens: TokenRange) -> Option<Finding> {
    Some(Finding {
        named: Named::Person(MentionKind::Full),
        passage: source.passage(tokens, 0)?,
        tokens,
        nested: false,
        confidence: Confidence::Likely,
        origin: Origin::Title,
    })
}
