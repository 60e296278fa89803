//! Organisations by their head noun: ministry of, party of, company.

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

/// The most words after the head noun.
const LONGEST: u32 = 6;

/// Every head noun with the words that make it a name.
pub fn find(source: &Source<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sentence in source.tokens.sentences() {
        let mut at = sentence.tokens.start.0;
        while at < sentence.tokens.end.0 {
            let end = name_end(source, at, sentence.tokens.end.0);
            if let Some(end) = end {
                findings.extend(finding(source, TokenRange::new(at, end)));
            }
            at = end.unwrap_or(at + 1);
        }
    }
    findings
}

/// Where the name that begins with the head noun at `at` ends, if there is one.
fn name_end(source: &Source<'_>, at: u32, limit: u32) -> Option<u32> {
    let head = source.lexeme(TokenId(at));
    if let Some(end) = ministry_end(source, at) {
        return Some(end);
    }
    if !head.is(Class::Organisation) || head.is(Class::Function) {
        return None;
    }
    if let Some(end) = quoted_end(source, at + 1, limit) {
        return Some(end);
    }
    let mut end = at + 1;
    while end < limit.min(at + 1 + LONGEST) && continues(source, at, end) {
        end += 1;
    }
    // A country after the head completes the name: the government of Oman.
    if end == at + 1 && !head.definite && is_place(source, end) {
        end = source.longest_phrase(TokenId(end)).map_or(end, |(tokens, ..)| tokens.end.0);
    }
    (end > at + 1).then_some(end)
}

/// A ministry by its field alone: (the) Foreign (ministry) of Russia.
fn ministry_end(source: &Source<'_>, at: u32) -> Option<u32> {
    let field = source.lexeme(TokenId(at));
    let before = at.checked_sub(1).map(|before| source.lexeme(TokenId(before)));
    let completes = before.is_some_and(|before| {
        !before.definite && (before.is(Class::Title) || before.is(Class::Organisation) || before.is(Class::Ministry))
    });
    let of_a_country = source.lexeme(TokenId(at + 1)).nationality.is_some();
    (field.is(Class::Ministry) && field.definite && of_a_country && !completes).then_some(at + 2)
}

/// A name in quotes right after the head noun, its closing quote included.
fn quoted_end(source: &Source<'_>, at: u32, limit: u32) -> Option<u32> {
    let closing = match source.tokens.folded(TokenId(at)) {
        "\"" => "\"",
        "\u{00AB}" => "\u{00BB}",
        "\u{201C}" => "\u{201D}",
        _ => return None,
    };
    (at + 2..limit.min(at + 2 + LONGEST)).find(|end| source.tokens.folded(TokenId(*end)) == closing).map(|end| end + 1)
}

/// Whether the token at `at` goes on the name that the head noun at `head` begins.
fn continues(source: &Source<'_>, head: u32, at: u32) -> bool {
    let Some(token) = source.tokens.get(TokenId(at)) else { return false };
    let lexeme = source.lexemes.of_token(token);
    if token.script == Script::Other {
        return !source.lexeme(TokenId(head)).definite;
    }
    let ends = lexeme.is(Class::Function) || lexeme.is(Class::Honorific) || lexeme.is(Class::Calendar);
    let another_title = lexeme.is(Class::Title) && !lexeme.is(Class::Tail);
    if token.script != Script::Arabic || ends || another_title {
        return false;
    }
    let first = at == head + 1;
    let attached = lexeme.preposition.is_some() || lexeme.conjoined;
    if source.lexeme(TokenId(head)).definite {
        let adjective = lexeme.relative || lexeme.is(Class::Tail);
        return (lexeme.definite && adjective && !attached) || (!first && states_purpose(source, lexeme, at));
    }
    if lexeme.definite {
        let adjective = lexeme.relative || lexeme.is(Class::Tail);
        let attribute = lexeme.conjoined || adjective || states_purpose(source, lexeme, at);
        return if first { !attached } else { attribute || !source.lexeme(TokenId(at - 1)).definite };
    }
    if first && !attached && is_rare_name(lexeme) {
        return true;
    }
    if !first && states_purpose(source, lexeme, at) {
        return true;
    }
    // One noun without article between the head and what has one: the fund for the development of the south.
    let next = source.lexeme(TokenId(at + 1));
    let definite_next = next.definite && next.preposition.is_none() && !next.conjoined && !next.is(Class::Function);
    first && !attached && is_verbal_noun(&lexeme.stem) && (definite_next || is_place(source, at + 1))
}

/// What an organisation is for, after lam: the bank for development, the federation for the game of football.
fn states_purpose(source: &Source<'_>, lexeme: &Lexeme, at: u32) -> bool {
    let next = source.lexeme(TokenId(at + 1));
    let for_something = lexeme.preposition == Some('\u{0644}') && !lexeme.conjoined;
    let completed = next.definite && next.preposition.is_none() && !next.conjoined;
    let after_it = lexeme.preposition.is_none()
        && lexeme.definite
        && source.lexeme(TokenId(at - 1)).preposition == Some('\u{0644}');
    let of_another = lexeme.is(Class::Organisation);
    (for_something && !of_another && (lexeme.definite || completed)) || (after_it && !lexeme.conjoined)
}

/// A word that news hardly has and that looks like a name.
fn is_rare_name(lexeme: &Lexeme) -> bool {
    lexeme.classes.is_empty() && lexeme.facts.frequency < Rate::of(60) && lexeme.likeness > Score(3)
}

/// A noun of action by its form: second form (t..y.), or with the feminine ending.
fn is_verbal_noun(stem: &str) -> bool {
    let letters: smallvec::SmallVec<[char; 12]> = stem.chars().collect();
    let second_form = letters.len() == 5 && letters[0] == '\u{062A}' && letters[3] == '\u{064A}';
    second_form || (letters.len() >= 4 && letters.last() == Some(&'\u{0647}'))
}

fn is_place(source: &Source<'_>, at: u32) -> bool {
    let place = |kind| matches!(kind, PhraseKind::Country | PhraseKind::City | PhraseKind::Region);
    source.longest_phrase(TokenId(at)).is_some_and(|(_, letters, phrase)| letters == 0 && place(phrase.kind))
}

/// A head noun that begins many other phrases needs an adjective of origin or belonging, or a place, to make a name.
fn is_plainly_a_name(source: &Source<'_>, tokens: TokenRange) -> bool {
    let head = source.lexeme(tokens.start);
    let telling = |at: u32| {
        let lexeme = source.lexeme(TokenId(at));
        let quote = matches!(source.tokens.folded(TokenId(at)), "\"" | "\u{00AB}" | "\u{201C}");
        lexeme.nationality.is_some() || is_place(source, at) || quote
    };
    !head.is(Class::Weak) || (tokens.start.0 + 1..tokens.end.0).any(telling)
}

fn finding(source: &Source<'_>, tokens: TokenRange) -> Option<Finding> {
    if !is_plainly_a_name(source, tokens) {
        return None;
    }
    let letters = usize::from(source.lexeme(tokens.start).letters);
    Some(Finding {
        named: Named::Organisation,
        passage: source.passage(tokens, letters)?,
        tokens,
        nested: false,
        confidence: Confidence::Likely,
        origin: Origin::HeadNoun,
    })
}
