//! Reads one title, from its head noun to where it ends.

use super::{
    surroundings::Surroundings,
    words::{heads_title, is_addressed, names_body},
};
use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
        lexeme::{Lexeme, speaks_for},
    },
    knowledge::{Confidence, MentionKind},
    lexicon::Class,
};

/// The most words of a title.
const LONGEST: u32 = 14;
/// The most words of a name in quotes, its quotes included.
const QUOTED: u32 = 8;

/// `ahad`, `ihda`: one of (the leaders).
const ONE_OF: [&str; 2] = ["\u{0627}\u{062D}\u{062F}", "\u{0627}\u{062D}\u{062F}\u{064A}"];
const IN: &str = "\u{0641}\u{064A}";
const FROM: &str = "\u{0645}\u{0646}";
const TO: &str = "\u{0627}\u{0644}\u{064A}";
const ON_BEHALF: &str = "\u{0639}\u{0646}";
const WITH: &str = "\u{0644}\u{062F}\u{064A}";

/// Reads the titles of an article.
pub struct Reader<'a> {
    /// The article with its names.
    pub around: Surroundings<'a>,
}

/// How far a title has come.
#[derive(Clone, Copy)]
pub struct Progress {
    /// The first token.
    pub start: u32,
    /// The next token.
    pub at: u32,
    /// The token after the last one it may have.
    pub limit: u32,
    /// The last word asks for another one after it: minister (of), council (of).
    pub open: bool,
    /// The head shows an article and so asks for adjectives only.
    pub definite_head: bool,
    /// What completes the head has come: a noun with an article, an organisation, a place.
    pub complete: bool,
    /// Stands after the name of its holder.
    pub apposed: bool,
}

impl Progress {
    /// A step further.
    pub fn to(self, at: u32, open: bool) -> Self {
        Self { at, open, ..self }
    }

    /// A step over an organisation or a place.
    pub fn past(self, name: &Finding) -> Self {
        Self { at: name.tokens.end.0, open: false, complete: true, ..self }
    }

    /// Whether the last word names a field that another one may be joined to: of trade (and industry).
    pub fn open_field(self, last: &Lexeme) -> bool {
        !self.definite_head || last.preposition == Some('\u{0644}') && last.definite
    }

    /// Whether only the head was read.
    pub fn follows_head(self) -> bool {
        self.at == self.start + 1
    }
}

impl<'a> Reader<'a> {
    /// Of an article with its names in reading order.
    pub fn new(source: &'a Source<'a>, names: &'a [Finding]) -> Self {
        Self { around: Surroundings::new(source, names) }
    }

    /// The title whose head noun is at `start`, if one begins there.
    pub fn title_at(&self, start: u32, sentence: TokenRange) -> Option<Finding> {
        let token = self.around.source.tokens.get(TokenId(start))?;
        let one_of = ONE_OF.contains(&self.around.folded(start)) && self.around.lexeme(start + 1).is(Class::Plural);
        if !one_of && !heads_title(self.around.source.lexemes.classes(token)) {
            return None;
        }
        let first = start + u32::from(one_of);
        let head = self.around.lexeme(first);
        let likened = head.preposition == Some('\u{0643}');
        if likened || self.around.is_covered(start) || self.names_an_office(start, sentence) {
            return None;
        }
        let mut progress = Progress {
            start: first,
            at: first + 1,
            limit: sentence.end.0.min(start + LONGEST),
            open: !head.definite,
            definite_head: head.definite,
            complete: false,
            apposed: self.around.is_apposed(start),
        };
        while progress.at < progress.limit {
            let Some(next) = self.step(progress) else { break };
            progress = next;
        }
        if progress.at > first + 1 && speaks_for(self.around.folded(progress.at - 1)) {
            progress.at -= 1;
        }
        let told = self.is_told(head, progress)
            && (!one_of || self.around.is_bracketed(start) || self.around.name_follows(progress.at));
        told.then(|| self.finding(TokenRange::new(start, progress.at)))?
    }

    fn finding(&self, tokens: TokenRange) -> Option<Finding> {
        let letters = usize::from(self.around.lexeme(tokens.start.0).letters);
        Some(Finding {
            named: Named::Person(MentionKind::Title),
            passage: self.around.source.passage(tokens, letters)?,
            tokens,
            nested: false,
            confidence: Confidence::Likely,
            origin: Origin::Title,
        })
    }

    /// Whether the words of a title are enough to make one: an honorific alone is none, nor a noun without article, and
    /// what may be another word needs the name beside it.
    fn is_told(&self, head: &Lexeme, progress: Progress) -> bool {
        let Progress { start, at, .. } = progress;
        let single = at == start + 1;
        let bare = !head.definite && !head.predicate;
        if single && (bare || head.is(Class::Honorific)) || bare && self.is_another_word(head, start + 1) {
            return false;
        }
        if bare && !progress.complete && !self.around.is_bracketed(start) {
            return false;
        }
        let beside = self.around.name_follows(at) || progress.apposed && !single && !head.definite;
        beside || !head.is(Class::Doubtful)
    }

    /// Whether a noun without article is no head by what follows it: the team (general) of, a great (one).
    fn is_another_word(&self, head: &Lexeme, next: u32) -> bool {
        let second = self.around.lexeme(next);
        let body = head.is(Class::Doubtful) && head.is(Class::Organisation) && !second.is(Class::Attribute);
        let noun = second.preposition.is_none() && (second.definite || second.relative || names_body(second));
        let governs = noun || !self.around.is_script(next, Script::Arabic);
        body || head.is(Class::Attribute) && !governs
    }

    /// Whether the word before says that the office is meant and not who holds it.
    fn names_an_office(&self, start: u32, sentence: TokenRange) -> bool {
        let office = |before: u32| self.around.lexeme(before).is(Class::Office);
        start.checked_sub(1).is_some_and(|before| before >= sentence.start.0 && office(before))
    }

    /// Takes the next words of a title, if they go on it.
    fn step(&self, progress: Progress) -> Option<Progress> {
        let at = progress.at;
        if self.around.name_at(at).is_some() {
            return self.take_thing(self.around.thing_at(at)?, progress);
        }
        let token = self.around.source.tokens.get(TokenId(at))?;
        let lexeme = self.around.source.lexemes.of_token(token);
        match token.script {
            Script::Arabic if lexeme.is(Class::Function) => self.take_place_of_duty(progress),
            Script::Arabic => self.take_word(progress, lexeme),
            Script::Mark => self.take_quotation(progress),
            Script::Other if progress.open || self.around.is_script(at - 1, Script::Other) => {
                Some(Progress { complete: true, ..progress.to(at + 1, false) })
            }
            Script::Other | Script::Number => None,
        }
    }

    /// A name in quotes where the title asks for one: the head of "the new party".
    fn take_quotation(&self, progress: Progress) -> Option<Progress> {
        let closing = match self.around.folded(progress.at) {
            "\"" => "\"",
            "\u{00AB}" => "\u{00BB}",
            "\u{201C}" => "\u{201D}",
            _ => return None,
        };
        let last = (progress.at + 2..progress.limit.min(progress.at + QUOTED))
            .find(|at| self.around.folded(*at) == closing)?;
        let person = self.around.is_person_at(progress.at + 1);
        (progress.open && !person).then(|| Progress { complete: true, ..progress.to(last + 1, false) })
    }

    /// An organisation or a place inside a title.
    fn take_thing(&self, name: &Finding, progress: Progress) -> Option<Progress> {
        let lexeme = self.around.lexeme(name.tokens.start.0);
        let after_adjective = !progress.follows_head();
        let taken = progress.past(name);
        let fits = match lexeme.preposition {
            _ if lexeme.conjoined => false,
            Some(_) if is_addressed(progress, lexeme) => false,
            None => progress.open,
            Some('\u{0628}') if name.named == Named::Place => self.is_beside(taken),
            Some(_) => progress.open || !progress.definite_head || after_adjective,
        };
        fits.then_some(taken)
    }

    /// Whether a name stands at one of the two ends of a title: before it, and a mark after it, or after it.
    fn is_beside(&self, progress: Progress) -> bool {
        let ends = progress.at >= progress.limit || self.around.is_script(progress.at, Script::Mark);
        self.around.name_follows(progress.at) || (progress.apposed && ends)
    }

    /// A preposition with a name after it, where the title is one that asks for it: envoy to, candidate for; or where
    /// the name of its holder stands beside it.
    fn take_place_of_duty(&self, progress: Progress) -> Option<Progress> {
        let at = progress.at;
        let preposition = self.around.folded(at);
        let near = matches!(preposition, IN | FROM | TO | ON_BEHALF | WITH) || self.around.lexeme(at).is(Class::Near);
        if !near {
            return None;
        }
        let envoy = (progress.start..at).any(|at| self.around.lexeme(at).is(Class::Envoy));
        let quarter = self.around.name_at(at + 1).is_none() && self.around.lexeme(at + 1).is(Class::Near);
        let thing = self.around.thing_at(at + 1 + u32::from(quarter));
        match thing.filter(|thing| thing.tokens.end.0 <= progress.limit) {
            Some(name) => {
                let taken = progress.past(name);
                let organisation = progress.apposed && name.named == Named::Organisation;
                let fits = envoy || preposition == WITH || organisation || self.is_beside(taken);
                fits.then_some(taken)
            }
            None => self.take_field(progress, envoy),
        }
    }

    /// What an expert is expert in, and an official official for.
    fn take_field(&self, progress: Progress, envoy: bool) -> Option<Progress> {
        let field = self.around.lexeme(progress.at + 1);
        let preposition = self.around.folded(progress.at);
        let answers = matches!(preposition, IN | ON_BEHALF) && envoy && progress.at <= progress.start + 2;
        let noun = !field.is(Class::Function) && !field.is(Class::Errand) && !field.is(Class::Speech);
        let plain = field.preposition.is_none() && !field.conjoined && noun;
        let body = field.is(Class::Organisation) && (progress.apposed || self.around.name_follows(progress.at + 2));
        let at_home = field.definite && (preposition == WITH || preposition == IN && body);
        let complete = progress.complete || field.definite;
        let taken = Progress { complete, ..progress.to(progress.at + 2, !field.definite) };
        let before_name = matches!(preposition, IN | ON_BEHALF) && self.around.name_comes(progress.at + 2);
        (plain && (answers || at_home || before_name)).then_some(taken)
    }
}
