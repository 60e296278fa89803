//! Where the signs are seen: before a name, behind it, and in its words.

use compact_str::format_compact;

use super::sign::{Sign, Signs};
use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{context::Source, finding::Finding, lexeme::Lexeme},
    lexicon::{Class, Rate},
};

/// Notes the signs about one mention.
pub fn look(source: &Source<'_>, finding: &Finding, signs: &mut Signs) {
    let Some(sentence) = source.tokens.sentence_of(finding.tokens.start).map(|sentence| sentence.tokens) else {
        return;
    };
    let (start, end) = (finding.tokens.start.0, finding.tokens.end.0);
    let quoted = start.checked_sub(1).is_some_and(|at| is_quote(source.tokens.folded(TokenId(at))));
    let before = start.checked_sub(if quoted { 2 } else { 1 }).filter(|at| *at >= sentence.start.0);
    let first = source.tokens.get(finding.tokens.start);
    let bare = first.is_some_and(|first| first.span.start == finding.passage.span.start);
    if let Some(at) = before.filter(|_| bare) {
        look_before(source, TokenId(at), finding.tokens.len() == 1, signs);
    }
    if end < sentence.end.0 {
        look_behind(source, TokenId(end), signs);
    }
    look_into(source, finding.tokens, signs);
}

fn look_before(source: &Source<'_>, token: TokenId, single: bool, signs: &mut Signs) {
    let lexeme = source.lexeme(token);
    let title = lexeme.is(Class::Title) && !lexeme.is(Class::Organisation);
    let whose = lexeme.definite && !lexeme.possessed;
    let sides = [Class::Organisation, Class::Place, Class::Plural];
    let team = lexeme.is(Class::Sport) && (lexeme.possessed || sides.iter().any(|side| lexeme.is(*side)));
    let seen = [
        (lexeme.is(Class::Work) && !lexeme.is(Class::Function), Sign::Work),
        (names_itself(lexeme), Sign::Organisation),
        (lexeme.is(Class::Place) && !lexeme.definite, Sign::Place),
        (source.tokens.folded(token) == "\u{0641}\u{064A}", Sign::Inside),
    ];
    seen.into_iter().filter(|(seen, _)| *seen).for_each(|(_, sign)| signs.note(sign));
    look_at_verb(source, token, signs);
    let calling = [
        (team && !whose, Sign::Playing),
        ((lexeme.is(Class::Honorific) || title && lexeme.definite) && !lexeme.is(Class::Function), Sign::Rank),
        (title && single && !lexeme.is(Class::Function), Sign::Headed),
        (lexeme.definite && lexeme.nationality.is_some(), Sign::Nationality),
        (lexeme.definite && !lexeme.is(Class::Function), Sign::Described),
    ];
    if let Some((_, sign)) = calling.into_iter().find(|(seen, _)| *seen) {
        signs.note(sign);
    }
}

fn look_behind(source: &Source<'_>, token: TokenId, signs: &mut Signs) {
    let lexeme = source.lexeme(token);
    look_at_verb(source, token, signs);
    let comma = source.tokens.folded(token) == "\u{060C}";
    if lexeme.is(Class::Title) || comma && source.lexeme(token.plus(1)).is(Class::Title) {
        signs.note(Sign::Apposed);
    }
}

/// Notes what a name is made of.
fn look_into(source: &Source<'_>, tokens: TokenRange, signs: &mut Signs) {
    let words = || (tokens.start.0..tokens.end.0).map(|at| source.lexeme(TokenId(at)));
    let rate = |lexeme: &Lexeme| lexeme.facts.given.max(lexeme.facts.family).max(lexeme.facts.foreign);
    let Some(first) = words().next() else { return };
    let single = tokens.len() == 1;
    let last = source.tokens.folded(TokenId(tokens.end.0.saturating_sub(1)));
    let seen = [
        (source.lexicon.classes(last).has(Class::Loan), Sign::Loan),
        (!single, Sign::Several),
        (!single && first.facts.given.max(first.facts.foreign) >= Rate::of(10), Sign::GivenName),
        (!single && words().all(|word| rate(word) > Rate::default()), Sign::KnownNames),
        (single && rate(first) > Rate::of(20), Sign::Familiar),
        (single && rate(first) == Rate::default(), Sign::Unheard),
    ];
    seen.into_iter().filter(|(seen, _)| *seen).for_each(|(_, sign)| signs.note(sign));
}

/// Notes what a verb says of its subject. A company says something too, but is feminine then.
fn look_at_verb(source: &Source<'_>, token: TokenId, signs: &mut Signs) {
    let gender = gender(source, token);
    let speech = source.lexeme(token).is(Class::Speech) && gender != Some(Sign::Feminine);
    gender.into_iter().chain(speech.then_some(Sign::Speech)).for_each(|sign| signs.note(sign));
}

/// Of what gender the subject of a verb is: a verb has a form for the other one that is a word too.
fn gender(source: &Source<'_>, token: TokenId) -> Option<Sign> {
    /// So often at least news has the other form.
    const USED: Rate = Rate::of(5);
    const TEH: char = '\u{062A}';
    const YEH: char = '\u{064A}';
    let lexeme = source.lexeme(token);
    let arabic = source.tokens.get(token).is_some_and(|token| token.script == Script::Arabic);
    let plain = !lexeme.definite && lexeme.preposition.is_none() && lexeme.stem.chars().nth(2).is_some();
    let verb = lexeme.classes.is_empty() || lexeme.is(Class::Speech);
    if !arabic || !plain || !verb || lexeme.facts.given > Rate::of(10) {
        return None;
    }
    let word = lexeme.stem.as_str();
    let used = |other: &str| source.lexicon.word(other).frequency >= USED;
    let present =
        |own: char, other: char| word.strip_prefix(own).is_some_and(|root| used(&format_compact!("{other}{root}")));
    let past = word.strip_suffix(TEH).is_some_and(used);
    match () {
        () if present(TEH, YEH) || past => Some(Sign::Feminine),
        () if present(YEH, TEH) || used(&format_compact!("{word}{TEH}")) => Some(Sign::Masculine),
        () => None,
    }
}

/// Whether a word begins the name of an organisation that has a name of its own, and not that of who leads it.
pub fn names_itself(head: &Lexeme) -> bool {
    let led = head.is(Class::Weak) || head.is(Class::General);
    head.is(Class::Organisation) && !head.definite && (head.is(Class::Institution) || !led)
}

fn is_quote(folded: &str) -> bool {
    matches!(folded, "\"" | "\u{AB}" | "\u{BB}" | "\u{201C}" | "\u{201D}")
}
