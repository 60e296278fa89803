//! What stands around a title: the names, and the words between them and it.

use crate::{
    arabic::{Script, TokenId},
    extract::{
        context::Source,
        finding::{Finding, Named},
        lexeme::Lexeme,
    },
    lexicon::{Class, PhraseKind},
};

/// `wa-huwa`, `wa-hiya`: (who) is.
const COPULAS: [&str; 2] = ["\u{0648}\u{0647}\u{0648}", "\u{0648}\u{0647}\u{064A}"];
/// How many words may stand between a title and a name beside it.
const BETWEEN: u32 = 3;

/// An article with the names that were found in it, in reading order.
pub struct Surroundings<'a> {
    pub source: &'a Source<'a>,
    names: &'a [Finding],
}

impl<'a> Surroundings<'a> {
    /// Of names in reading order.
    pub fn new(source: &'a Source<'a>, names: &'a [Finding]) -> Self {
        Self { source, names }
    }

    /// The lexeme of a token.
    pub fn lexeme(&self, at: u32) -> &'a Lexeme {
        self.source.lexeme(TokenId(at))
    }

    /// The folded word of a token.
    pub fn folded(&self, at: u32) -> &'a str {
        self.source.tokens.folded(TokenId(at))
    }

    /// Whether a token is written in a script.
    pub fn is_script(&self, at: u32, script: Script) -> bool {
        self.source.tokens.get(TokenId(at)).is_some_and(|token| token.script == script)
    }

    /// The outermost name that begins at a token.
    pub fn name_at(&self, token: u32) -> Option<&'a Finding> {
        let at = self.names.partition_point(|name| name.tokens.start.0 < token);
        self.names.get(at).filter(|name| name.tokens.start.0 == token)
    }

    /// The organisation or place that begins at a token.
    pub fn thing_at(&self, token: u32) -> Option<&'a Finding> {
        self.name_at(token).filter(|name| !is_person(name))
    }

    /// Whether the name of a country begins at a token.
    pub fn is_state(&self, token: u32) -> bool {
        let phrase = self.source.longest_phrase(TokenId(token));
        phrase.is_some_and(|(_, _, phrase)| phrase.kind == PhraseKind::Country)
    }

    /// Whether a person's name begins at a token.
    pub fn is_person_at(&self, token: u32) -> bool {
        self.name_at(token).is_some_and(is_person)
    }

    /// Whether a name lies over a token.
    pub fn is_covered(&self, token: u32) -> bool {
        self.name_at(token).is_some() || self.before(token).any(|name| name.tokens.contains(TokenId(token)))
    }

    /// Whether a person's name stands before a title, with a mark or `who is` between them at most, or an age.
    pub fn is_apposed(&self, start: u32) -> bool {
        let marks = self.before_marks(start);
        let first = if self.source.is_age(TokenId(marks)) { self.before_marks(marks - 2) } else { marks };
        self.lexeme(start).preposition.is_none() && (first..=start).any(|end| self.person_ends_at(end))
    }

    /// The first of the marks and copulas, two at most, that stand before a token in its sentence.
    fn before_marks(&self, end: u32) -> u32 {
        let between = |at: &u32| self.is_script(*at, Script::Mark) || COPULAS.contains(&self.folded(*at));
        let first = self.sentence_start(end);
        (first..end).rev().take_while(between).take(2).last().unwrap_or(end)
    }

    /// Whether the name before a title begins the sentence, which then states something of it: so-and-so (is) one of.
    pub fn opens_with_name(&self, start: u32) -> bool {
        let first = self.sentence_start(start);
        self.before(start).any(|name| is_person(name) && name.tokens.start.0 == first)
    }

    /// Whether what stands after a name is parted from it, and so no statement about it: so-and-so, a doctor from there.
    pub fn is_bracketed(&self, start: u32) -> bool {
        self.is_apposed(start) && !self.person_ends_at(start)
    }

    /// Whether a person's name stands after a title, with marks, ranks and honorifics between them at most.
    pub fn name_follows(&self, end: u32) -> bool {
        let quiet = |at: u32| {
            let lexeme = self.lexeme(at);
            let rank = lexeme.definite && (lexeme.is(Class::Title) || lexeme.is(Class::Doubtful));
            self.is_script(at, Script::Mark) || (lexeme.is(Class::Honorific) || rank) && !lexeme.conjoined
        };
        self.leads_to_person(end, BETWEEN, quiet)
    }

    /// Whether a person's name stands after a rank, with one more word of it between at most: first (lieutenant) staff.
    pub fn name_follows_rank(&self, end: u32) -> bool {
        let rank = self.lexeme(end);
        self.name_follows(end) || rank.is(Class::Attribute) && !rank.definite && self.name_follows(end + 1)
    }

    /// Whether a person's name stands a word or two further, with nothing between that begins a statement.
    pub fn name_comes(&self, at: u32) -> bool {
        self.leads_to_person(at, BETWEEN - 1, |at| {
            let lexeme = self.lexeme(at);
            let states = lexeme.conjoined || lexeme.is(Class::Function) || lexeme.is(Class::Speech);
            self.is_script(at, Script::Arabic) && !states
        })
    }

    /// Whether the first name from a token on is a person's, of the same sentence, with no more than `most` tokens
    /// before it that `passes` all lets pass.
    fn leads_to_person(&self, from: u32, most: u32, passes: impl Fn(u32) -> bool) -> bool {
        let start = self.sentence_start(from.saturating_sub(1));
        let places = (from..=from + most).take_while(|at| *at == from || passes(at - 1));
        let mut named =
            places.take_while(|at| self.sentence_start(*at) == start).filter(|at| self.name_at(*at).is_some());
        named.next().is_some_and(|at| self.is_person_at(at))
    }

    fn sentence_start(&self, at: u32) -> u32 {
        self.source.tokens.sentence_of(TokenId(at)).map_or(at, |sentence| sentence.tokens.start.0)
    }

    /// Whether a person's name ends right before a token.
    pub fn person_ends_at(&self, token: u32) -> bool {
        self.before(token).any(|name| is_person(name) && name.tokens.end.0 == token)
    }

    /// The names that begin not far before a token, the nearest first.
    fn before(&self, token: u32) -> impl Iterator<Item = &'a Finding> {
        let at = self.names.partition_point(|name| name.tokens.start.0 < token);
        self.names[..at].iter().rev().take(3)
    }
}

fn is_person(name: &Finding) -> bool {
    matches!(name.named, Named::Person(_))
}
