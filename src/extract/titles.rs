//! Titles: role phrases such as minister of foreign affairs, beside a name or alone.

use super::{
    context::Source,
    finding::{Finding, Named, Origin},
    lexeme::Lexeme,
};
use crate::{
    arabic::{Script, TokenId, TokenRange},
    knowledge::{Confidence, MentionKind},
    lexicon::{Class, Rate},
};

/// The most words of a title.
const LONGEST: u32 = 14;
/// The most words of a name in quotes, its quotes included.
const QUOTED: u32 = 8;

const IN: &str = "\u{0641}\u{064A}";
const FROM: &str = "\u{0645}\u{0646}";
const TO: &str = "\u{0627}\u{0644}\u{064A}";
const ON_BEHALF: &str = "\u{0639}\u{0646}";
const WITH: &str = "\u{0644}\u{062F}\u{064A}";

/// Every role phrase outside the names that were found; whether it speaks of anybody is for coreference to say.
#[must_use]
pub fn find(source: &Source<'_>, names: &[Finding]) -> Vec<Finding> {
    let reader = Reader { source, cover: Cover::of(names) };
    let mut titles: Vec<Finding> = Vec::new();
    for sentence in source.tokens.sentences() {
        let mut at = sentence.tokens.start.0;
        while at < sentence.tokens.end.0 {
            let title = reader.title_at(at, sentence.tokens);
            at = title.map_or(at + 1, |title| title.tokens.end.0);
            match (titles.last_mut(), title) {
                (Some(first), Some(second)) if reader.is_second_office(first, &second) => {
                    *first = reader.joined(first, &second);
                }
                (_, title) => titles.extend(title),
            }
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

    /// The names that begin not far before a token, the nearest first.
    fn before(&self, token: u32) -> impl Iterator<Item = &'a Finding> {
        let at = self.names.partition_point(|name| name.tokens.start.0 < token);
        self.names[..at].iter().rev().take(3)
    }

    /// Whether a name lies over a token and begins before it.
    fn runs_over(&self, token: u32) -> bool {
        self.before(token).any(|name| name.tokens.contains(TokenId(token)))
    }

    /// Whether a person's name ends right before a token.
    fn person_ends_at(&self, token: u32) -> bool {
        self.before(token).any(|name| is_person(name) && name.tokens.end.0 == token)
    }
}

fn is_person(name: &Finding) -> bool {
    matches!(name.named, Named::Person(_))
}

fn is_thing(name: &Finding) -> bool {
    matches!(name.named, Named::Organisation | Named::Place)
}

struct Reader<'a> {
    source: &'a Source<'a>,
    cover: Cover<'a>,
}

/// How far a title has come.
#[derive(Clone, Copy)]
struct Progress {
    /// The first token.
    start: u32,
    /// The next token.
    at: u32,
    /// The token after the last one it may have.
    limit: u32,
    /// The last word asks for another one after it: minister (of), council (of).
    open: bool,
    /// The head shows an article and so asks for adjectives only.
    definite_head: bool,
    /// What completes the head has come: a noun with an article, an organisation, a place.
    complete: bool,
    /// Stands after the name of its holder.
    apposed: bool,
}

impl Progress {
    fn to(self, at: u32, open: bool) -> Self {
        Self { at, open, ..self }
    }

    fn past(self, name: &Finding) -> Self {
        Self { at: name.tokens.end.0, open: false, complete: true, ..self }
    }

    fn follows_head(self) -> bool {
        self.at == self.start + 1
    }
}

impl<'a> Reader<'a> {
    fn lexeme(&self, at: u32) -> &'a Lexeme {
        self.source.lexeme(TokenId(at))
    }

    fn folded(&self, at: u32) -> &'a str {
        self.source.tokens.folded(TokenId(at))
    }

    fn title_at(&self, start: u32, sentence: TokenRange) -> Option<Finding> {
        let head = self.lexeme(start);
        let likened = head.preposition == Some('\u{0643}');
        let begins = || self.cover.beginning_at(start).is_none() && !self.cover.runs_over(start);
        if !heads_title(head) || likened || !begins() || self.names_an_office(start, sentence) {
            return None;
        }
        let mut progress = Progress {
            start,
            at: start + 1,
            limit: sentence.end.0.min(start + LONGEST),
            open: !head.definite,
            definite_head: head.definite,
            complete: false,
            apposed: self.is_apposed(start, sentence),
        };
        while progress.at < progress.limit {
            let Some(next) = self.step(progress) else { break };
            progress = next;
        }
        if progress.at > start + 1 && self.speaks_for(progress.at - 1) {
            progress.at -= 1;
        }
        let tokens = TokenRange::new(start, progress.at);
        if !self.is_told(head, tokens, progress) {
            return None;
        }
        self.finding(tokens)
    }

    fn finding(&self, tokens: TokenRange) -> Option<Finding> {
        Some(Finding {
            named: Named::Person(MentionKind::Title),
            passage: self.source.passage(tokens, usize::from(self.source.lexeme(tokens.start).letters))?,
            tokens,
            nested: false,
            confidence: Confidence::Likely,
            origin: Origin::Title,
        })
    }

    /// Whether the words of a title are enough to make one: an honorific alone is none, nor a noun without article, and
    /// what may be another word needs the name beside it.
    fn is_told(&self, head: &Lexeme, tokens: TokenRange, progress: Progress) -> bool {
        let single = tokens.len() == 1;
        let ranked = self.lexeme(tokens.start.0 + 1).is(Class::Attribute);
        if head.is(Class::Doubtful) && head.is(Class::Organisation) && !head.definite && !ranked {
            return false;
        }
        let second = self.lexeme(tokens.start.0 + 1);
        let named =
            self.source.tokens.get(TokenId(tokens.start.0 + 1)).is_some_and(|token| token.script != Script::Arabic);
        let noun = second.definite || second.relative || names_body(second);
        let governs = named || second.preposition.is_none() && noun;
        let describes = head.is(Class::Attribute) && !head.definite && !governs;
        if single && (head.is(Class::Honorific) || !head.definite && !head.predicate) || describes {
            return false;
        }
        let indefinite = !head.definite && !head.predicate && !progress.complete;
        if indefinite && !self.is_bracketed(tokens.start.0, progress) {
            return false;
        }
        let beside = self.name_follows(tokens.end.0) || (progress.apposed && !single && !head.definite);
        beside || !head.is(Class::Doubtful)
    }

    /// Whether what stands after a name is parted from it, and so no statement about it: so-and-so, a doctor from there.
    fn is_bracketed(&self, start: u32, progress: Progress) -> bool {
        progress.apposed && start.checked_sub(1).is_some_and(|before| !self.cover.person_ends_at(before + 1))
    }

    /// Whether the word before says that the office is meant and not who holds it.
    fn names_an_office(&self, start: u32, sentence: TokenRange) -> bool {
        start.checked_sub(1).is_some_and(|before| before >= sentence.start.0 && self.lexeme(before).is(Class::Office))
    }

    /// Whether a person's name stands before a title, with a mark or the pronoun between them at most.
    fn is_apposed(&self, start: u32, sentence: TokenRange) -> bool {
        let between = |at: &u32| {
            let mark = self.source.tokens.get(TokenId(*at)).is_some_and(|token| token.script == Script::Mark);
            mark || matches!(self.folded(*at), "\u{0648}\u{0647}\u{0648}" | "\u{0648}\u{0647}\u{064A}")
        };
        if self.lexeme(start).preposition.is_some() {
            return false;
        }
        let first = (sentence.start.0..start).rev().take_while(between).take(2).last().unwrap_or(start);
        (first..=start).any(|end| self.cover.person_ends_at(end))
    }

    /// Whether a person's name stands after a title, with marks and honorifics between them at most.
    fn name_follows(&self, end: u32) -> bool {
        let quiet = |at: &u32| {
            let mark = self.source.tokens.get(TokenId(*at)).is_some_and(|token| token.script == Script::Mark);
            let lexeme = self.lexeme(*at);
            let rank = lexeme.definite && (lexeme.is(Class::Title) || lexeme.is(Class::Doubtful));
            mark || (lexeme.is(Class::Honorific) || rank) && !lexeme.conjoined
        };
        let names = (end..end + 4).take_while(|at| *at == end || quiet(&(at - 1)));
        names.filter_map(|at| self.cover.beginning_at(at)).next().is_some_and(is_person)
    }

    /// A second title of whoever is named before the first, and not of somebody named after it.
    fn is_second_office(&self, first: &Finding, second: &Finding) -> bool {
        let joined = first.tokens.end == second.tokens.start;
        let Some(sentence) = self.source.tokens.sentence_of(first.tokens.start).filter(|_| joined) else {
            return false;
        };
        let (one, other) = (self.source.lexeme(first.tokens.start), self.source.lexeme(second.tokens.start));
        let callings =
            other.conjoined && ![one, other].iter().any(|head| head.is(Class::Sole) || head.is(Class::Plural));
        if !self.name_follows(second.tokens.end.0) {
            return self.is_apposed(first.tokens.start.0, sentence.tokens);
        }
        let ranks = first.tokens.len() == 1 && one.definite && !other.conjoined;
        one.definite == other.definite && (ranks || callings && !self.name_follows(first.tokens.end.0))
    }

    fn joined(&self, first: &Finding, second: &Finding) -> Finding {
        let tokens = TokenRange { end: second.tokens.end, ..first.tokens };
        self.finding(tokens).unwrap_or(*first)
    }

    /// Takes the next words of a title, if they go on it.
    fn step(&self, progress: Progress) -> Option<Progress> {
        let at = progress.at;
        if let Some(name) = self.cover.beginning_at(at) {
            return self.take_name(name, progress);
        }
        let token = self.source.tokens.get(TokenId(at))?;
        let lexeme = self.source.lexemes.of_token(token);
        match token.script {
            Script::Arabic if lexeme.is(Class::Function) => self.take_place_of_duty(progress),
            Script::Arabic => self.take_word(progress, lexeme),
            Script::Mark => self.take_quotation(progress),
            Script::Other if progress.open || self.is_foreign(at - 1) => {
                Some(Progress { complete: true, ..progress.to(at + 1, false) })
            }
            Script::Other | Script::Number => None,
        }
    }

    fn is_foreign(&self, at: u32) -> bool {
        self.source.tokens.get(TokenId(at)).is_some_and(|token| token.script == Script::Other)
    }

    /// A name in quotes where the title asks for one: the head of "the new party".
    fn take_quotation(&self, progress: Progress) -> Option<Progress> {
        let closing = match self.folded(progress.at) {
            "\"" => "\"",
            "\u{00AB}" => "\u{00BB}",
            "\u{201C}" => "\u{201D}",
            _ => return None,
        };
        let last =
            (progress.at + 2..progress.limit.min(progress.at + QUOTED)).find(|at| self.folded(*at) == closing)?;
        let person = self.cover.beginning_at(progress.at + 1).is_some_and(is_person);
        (progress.open && !person).then(|| Progress { complete: true, ..progress.to(last + 1, false) })
    }

    /// An organisation or a place inside a title.
    fn take_name(&self, name: &Finding, progress: Progress) -> Option<Progress> {
        let lexeme = self.source.lexeme(name.tokens.start);
        let after_adjective = !progress.follows_head();
        let taken = progress.past(name);
        let fits = match lexeme.preposition {
            _ if lexeme.conjoined => false,
            Some(_) if is_addressed(progress, lexeme) => false,
            None => progress.open,
            Some('\u{0628}') if name.named == Named::Place => self.is_beside(taken),
            Some(_) => progress.open || !progress.definite_head || after_adjective,
        };
        (is_thing(name) && fits).then_some(taken)
    }

    /// Whether a name stands at one of the two ends of a title: before it, and a mark after it, or after it.
    fn is_beside(&self, progress: Progress) -> bool {
        let token = self.source.tokens.get(TokenId(progress.at));
        let ends = progress.at >= progress.limit || token.is_some_and(|token| token.script == Script::Mark);
        self.name_follows(progress.at) || (progress.apposed && ends)
    }

    /// A preposition with a name after it, where the title is one that asks for it: envoy to, candidate for; or where
    /// the name of its holder stands beside it.
    fn take_place_of_duty(&self, progress: Progress) -> Option<Progress> {
        let at = progress.at;
        let preposition = self.folded(at);
        let near = matches!(preposition, IN | FROM | TO | ON_BEHALF | WITH) || self.lexeme(at).is(Class::Near);
        if !near {
            return None;
        }
        let envoy = (progress.start..at).any(|at| self.lexeme(at).is(Class::Envoy));
        let quarter = self.cover.beginning_at(at + 1).is_none() && self.lexeme(at + 1).is(Class::Near);
        match self
            .cover
            .beginning_at(at + 1 + u32::from(quarter))
            .filter(|name| is_thing(name) && name.tokens.end.0 <= progress.limit)
        {
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
        let field = self.lexeme(progress.at + 1);
        let preposition = self.folded(progress.at);
        let answers = matches!(preposition, IN | ON_BEHALF) && envoy && progress.at <= progress.start + 2;
        let noun = !field.is(Class::Function) && !field.is(Class::Errand) && !field.is(Class::Speech);
        let plain = field.preposition.is_none() && !field.conjoined && noun;
        let body = field.is(Class::Organisation) && (progress.apposed || self.name_follows(progress.at + 2));
        let at_home = field.definite && (preposition == WITH || preposition == IN && body);
        let complete = progress.complete || field.definite;
        let taken = Progress { complete, ..progress.to(progress.at + 2, !field.definite) };
        let before_name = matches!(preposition, IN | ON_BEHALF) && self.leads_to_name(progress.at + 2);
        (plain && (answers || at_home || before_name)).then_some(taken)
    }

    /// Whether a person's name stands a word or two further, with nothing between that begins a statement.
    fn leads_to_name(&self, at: u32) -> bool {
        let goes_on = |at: &u32| {
            let lexeme = self.lexeme(*at);
            let arabic = self.source.tokens.get(TokenId(*at)).is_some_and(|token| token.script == Script::Arabic);
            arabic && !lexeme.conjoined && !lexeme.is(Class::Function) && !lexeme.is(Class::Speech)
        };
        let person = |at: u32| self.cover.beginning_at(at).is_some_and(is_person);
        (at..at + 3).take_while(|end| *end == at || goes_on(&(end - 1))).any(person)
    }

    fn take_word(&self, progress: Progress, lexeme: &Lexeme) -> Option<Progress> {
        let at = progress.at;
        let governs = names_body(lexeme) || self.governs(progress, lexeme) || lexeme.preposition.is_some();
        let open = self.speaks_for(at) || !lexeme.definite && governs;
        let complete = progress.complete || lexeme.definite && !progress.definite_head;
        self.goes_on(progress, lexeme).then(|| Progress { complete, ..progress.to(at + 1, open) })
    }

    fn goes_on(&self, progress: Progress, lexeme: &Lexeme) -> bool {
        let follows_head = progress.follows_head();
        if self.introduces_name(progress.at, lexeme) {
            return false;
        }
        let adjective = lexeme.relative || lexeme.is(Class::Tail) || lexeme.is(Class::Attribute);
        if lexeme.conjoined {
            let head = lexeme.is(Class::Title) || lexeme.is(Class::Doubtful);
            let second_head = follows_head && head && lexeme.definite == progress.definite_head;
            let second_field = !lexeme.is(Class::Title) && lexeme.definite && !progress.definite_head && !follows_head;
            let second_adjective = lexeme.definite && lexeme.relative && self.lexeme(progress.at - 1).relative && !head;
            return second_head || second_field || second_adjective;
        }
        if self.speaks_for(progress.at) {
            return true;
        }
        if lexeme.preposition.is_some() {
            return self.attaches(progress, lexeme);
        }
        if lexeme.definite {
            let another = lexeme.is(Class::Title) && !lexeme.is(Class::Tail) && !lexeme.is(Class::Attribute);
            let noun = !lexeme.is(Class::Honorific) && !lexeme.is(Class::Calendar);
            let owned = lexeme.possessed && !progress.open;
            return progress.open && noun
                || !another && !owned && (adjective || noun && self.ends_before_name(progress));
        }
        let describes = adjective && !names_body(lexeme) && follows_head && !progress.definite_head;
        let ranks = lexeme.is(Class::Attribute) && self.name_follows(progress.at + 1);
        if describes || ranks {
            return true;
        }
        progress.open && (names_body(lexeme) || self.governs(progress, lexeme))
    }

    /// Whether a noun with a preposition before it goes on a title: (director) for affairs of, (dean) at the faculty.
    fn attaches(&self, progress: Progress, lexeme: &Lexeme) -> bool {
        let asks = !progress.definite_head || !progress.follows_head();
        let body = lexeme.is(Class::Organisation) && !is_addressed(progress, lexeme);
        let word = lexeme.is(Class::Title) || lexeme.is(Class::Tail);
        let at_home = lexeme.definite && self.name_follows(progress.at + 1);
        if is_addressed(progress, lexeme) || lexeme.is(Class::Office) {
            return false;
        }
        match lexeme.preposition {
            Some('\u{0644}') => asks && (body || word || lexeme.definite || self.is_completed(progress)),
            Some('\u{0628}') => asks && (body || word || at_home) || word && !lexeme.definite,
            _ => asks && body,
        }
    }

    /// Whether a noun without article asks for the next word, as the head does for it: coordinator (of) aid (of) the
    /// emergency.
    fn governs(&self, progress: Progress, lexeme: &Lexeme) -> bool {
        let facts = lexeme.facts;
        let name = facts.given.max(facts.family).max(facts.foreign) >= Rate::of(2);
        let noun = lexeme.preposition.is_none() && !lexeme.conjoined && !lexeme.is(Class::Speech) && !name;
        progress.open && noun && self.is_completed(progress)
    }

    /// Whether what completes a noun follows the next word: one with an article, an organisation or a place.
    fn is_completed(&self, progress: Progress) -> bool {
        let next = self.lexeme(progress.at + 1);
        let definite = next.definite && next.preposition.is_none() && !next.conjoined && !next.is(Class::Function);
        definite || self.cover.beginning_at(progress.at + 1).is_some_and(is_thing)
    }

    /// Whether the next word is the last of a title that a name follows, and so is a part of it whatever it is.
    fn ends_before_name(&self, progress: Progress) -> bool {
        let next = self.lexeme(progress.at + 1);
        let body = next.preposition.is_some() && next.is(Class::Organisation);
        !progress.definite_head && (self.name_follows(progress.at + 1) || body)
    }

    /// `b-ism`, in the name of: goes on the title of any spokesman and asks for whom.
    fn speaks_for(&self, at: u32) -> bool {
        self.folded(at) == "\u{0628}\u{0627}\u{0633}\u{0645}"
    }

    /// An honorific before a name ends the title: the minister, doctor so-and-so.
    fn introduces_name(&self, at: u32, lexeme: &Lexeme) -> bool {
        lexeme.is(Class::Honorific) && self.cover.beginning_at(at + 1).is_some_and(is_person)
    }
}

/// Whether a noun names an office or the body that it is an office of.
fn names_body(lexeme: &Lexeme) -> bool {
    lexeme.is(Class::Title) || lexeme.is(Class::Tail) || lexeme.is(Class::Organisation)
}

/// Whether a word with lam says what somebody is about to do, or to which paper it is said.
fn is_addressed(progress: Progress, lexeme: &Lexeme) -> bool {
    lexeme.is(Class::Errand) && (progress.complete || !lexeme.is(Class::Organisation))
}

fn heads_title(lexeme: &Lexeme) -> bool {
    (lexeme.is(Class::Title) || lexeme.is(Class::Doubtful)) && !lexeme.is(Class::Function)
}
