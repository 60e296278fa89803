//! Titles: role phrases such as minister of foreign affairs, beside a name or alone.

use super::{
    context::Source,
    finding::{Finding, Named, Origin},
    lexeme::Lexeme,
};
use crate::{
    arabic::{Script, TokenId, TokenRange},
    knowledge::{Confidence, MentionKind},
    lexicon::Class,
};

/// The most words of a title.
const LONGEST: u32 = 14;

/// Every role phrase outside the names that were found; whether it speaks of anybody is for coreference to say.
#[must_use]
pub fn find(source: &Source<'_>, names: &[Finding]) -> Vec<Finding> {
    let reader = Reader { source, cover: Cover::of(names) };
    let mut titles = Vec::new();
    for sentence in source.tokens.sentences() {
        let mut at = sentence.tokens.start.0;
        while at < sentence.tokens.end.0 {
            let title = reader.title_at(at, sentence.tokens);
            at = title.map_or(at + 1, |title| title.tokens.end.0);
            titles.extend(title);
        }
    }
    titles
}

/// The names by the token they begin at or lie over.
struct Cover<'a> {
    names: &'a [Finding],
}

impl<'a> Cover<'a> {
    /// Over names in reading order.
    fn of(names: &'a [Finding]) -> Self {
        Self { names }
    }

    /// The outermost name that begins at a token.
    fn beginning_at(&self, token: u32) -> Option<&'a Finding> {
        let at = self.names.partition_point(|name| name.tokens.start.0 < token);
        self.names.get(at).filter(|name| name.tokens.start.0 == token)
    }

    /// Whether a name lies over a token and begins before it.
    fn runs_over(&self, token: u32) -> bool {
        let at = self.names.partition_point(|name| name.tokens.start.0 < token);
        self.names[..at].iter().rev().take(3).any(|name| name.tokens.contains(TokenId(token)))
    }
}

struct Reader<'a> {
    source: &'a Source<'a>,
    cover: Cover<'a>,
}

/// How far a title has come.
#[derive(Clone, Copy)]
struct Progress {
    /// The next token.
    at: u32,
    /// The last word asks for another one after it: minister (of), council (of).
    open: bool,
    /// The head shows an article and so asks for adjectives only.
    definite_head: bool,
}

impl Reader<'_> {
    fn title_at(&self, start: u32, sentence: TokenRange) -> Option<Finding> {
        let head = self.source.lexeme(TokenId(start));
        let begins = || self.cover.beginning_at(start).is_none() && !self.cover.runs_over(start);
        if !heads_title(head) || !begins() || self.names_an_office(start, sentence) {
            return None;
        }
        let mut progress = Progress { at: start + 1, open: !head.definite, definite_head: head.definite };
        let limit = sentence.end.0.min(start + LONGEST);
        while progress.at < limit {
            let Some(next) = self.step(start, progress, limit) else { break };
            progress = next;
        }
        let tokens = TokenRange::new(start, progress.at);
        if tokens.len() == 1 && head.is(Class::Honorific) {
            return None;
        }
        Some(Finding {
            named: Named::Person(MentionKind::Title),
            passage: self.source.passage(tokens, usize::from(head.letters))?,
            tokens,
            nested: false,
            confidence: Confidence::Likely,
            origin: Origin::Title,
        })
    }

    /// Whether the word before says that the office is meant and not who holds it.
    fn names_an_office(&self, start: u32, sentence: TokenRange) -> bool {
        start
            .checked_sub(1)
            .is_some_and(|before| before >= sentence.start.0 && self.source.lexeme(TokenId(before)).is(Class::Office))
    }

    /// Takes the next words of a title, if they go on it.
    fn step(&self, start: u32, progress: Progress, limit: u32) -> Option<Progress> {
        let Progress { at, .. } = progress;
        if let Some(name) = self.cover.beginning_at(at) {
            return self.take_name(start, name, progress);
        }
        let token = self.source.tokens.get(TokenId(at))?;
        let lexeme = self.source.lexemes.of_token(token);
        if token.script != Script::Arabic {
            return None;
        }
        if lexeme.is(Class::Function) {
            return self.take_place_of_duty(start, progress, limit);
        }
        let goes_on = self.goes_on(start, progress, lexeme);
        goes_on.then(|| Progress {
            at: at + 1,
            open: self.speaks_for(at)
                || !lexeme.definite
                    && (lexeme.is(Class::Title) || lexeme.is(Class::Tail) || lexeme.is(Class::Organisation)),
            ..progress
        })
    }

    /// An organisation or a place inside a title.
    fn take_name(&self, start: u32, name: &Finding, progress: Progress) -> Option<Progress> {
        let lexeme = self.source.lexeme(name.tokens.start);
        let attached = lexeme.preposition.is_some();
        let after_adjective = progress.at > start + 1;
        let fits = !lexeme.conjoined && (progress.open || (attached && (!progress.definite_head || after_adjective)));
        let named = matches!(name.named, Named::Organisation | Named::Place);
        (named && fits).then_some(Progress { at: name.tokens.end.0, open: false, ..progress })
    }

    /// A preposition with a name after it, where the title is one that asks for it: envoy to, candidate for.
    fn take_place_of_duty(&self, start: u32, progress: Progress, limit: u32) -> Option<Progress> {
        let name = self.cover.beginning_at(progress.at + 1)?;
        let envoy = (start..progress.at).any(|at| self.source.lexeme(TokenId(at)).is(Class::Envoy));
        let near = self.source.lexeme(TokenId(progress.at)).is(Class::Near);
        let named = matches!(name.named, Named::Organisation | Named::Place);
        let fits = named && envoy && near && name.tokens.end.0 <= limit;
        fits.then_some(Progress { at: name.tokens.end.0, open: false, ..progress })
    }

    fn goes_on(&self, start: u32, progress: Progress, lexeme: &Lexeme) -> bool {
        let follows_head = progress.at == start + 1;
        let title_word = lexeme.is(Class::Title) || lexeme.is(Class::Tail) || lexeme.is(Class::Organisation);
        if self.introduces_name(progress.at, lexeme) {
            return false;
        }
        if lexeme.conjoined {
            let second_head = follows_head && lexeme.is(Class::Title);
            let second_field = !lexeme.is(Class::Title) && lexeme.definite && !progress.definite_head && !follows_head;
            return second_head || second_field;
        }
        if self.speaks_for(progress.at) {
            return true;
        }
        if lexeme.preposition.is_some() {
            let asks = if progress.definite_head { !follows_head } else { true };
            return asks && (title_word || lexeme.definite);
        }
        if lexeme.definite {
            if lexeme.is(Class::Title) && !lexeme.is(Class::Tail) && !progress.open {
                // Another title, of somebody else.
                return false;
            }
            let adjective = lexeme.relative || lexeme.is(Class::Tail);
            return adjective || (progress.open || !progress.definite_head) && !lexeme.is(Class::Honorific);
        }
        progress.open && title_word
    }

    /// `b-ism`, in the name of: goes on the title of any spokesman and asks for whom.
    fn speaks_for(&self, at: u32) -> bool {
        self.source.tokens.folded(TokenId(at)) == "\u{0628}\u{0627}\u{0633}\u{0645}"
    }

    /// An honorific before a name ends the title: the minister, doctor so-and-so.
    fn introduces_name(&self, at: u32, lexeme: &Lexeme) -> bool {
        let person = |name: &Finding| matches!(name.named, Named::Person(_));
        lexeme.is(Class::Honorific) && self.cover.beginning_at(at + 1).is_some_and(person)
    }
}

fn heads_title(lexeme: &Lexeme) -> bool {
    lexeme.is(Class::Title) && !lexeme.is(Class::Function)
}
