//! Reads one title, from its head noun to where it ends.

use super::{
    surroundings::Surroundings,
    words::{heads_title, is_addressed, names_body, seeks_office},
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

/// `ahad`, `ihda`: one of (the leaders).
const ONE_OF: [&str; 2] = ["\u{0627}\u{062D}\u{062F}", "\u{0627}\u{062D}\u{062F}\u{064A}"];

/// `afdal`, `ahamm`, `abraz`, `ashhar`: best, most important, most prominent, most famous.
const SUPERLATIVES: [&str; 4] = [
    "\u{0627}\u{0641}\u{0636}\u{0644}",
    "\u{0627}\u{0647}\u{0645}",
    "\u{0627}\u{0628}\u{0631}\u{0632}",
    "\u{0627}\u{0634}\u{0647}\u{0631}",
];

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
    /// A country or another place has come.
    pub located: bool,
    /// The last word ends the name of an organisation.
    pub after_body: bool,
}

impl Progress {
    /// A step further.
    pub fn to(self, at: u32, open: bool) -> Self {
        Self { at, open, after_body: false, ..self }
    }

    /// A step over an organisation or a place.
    pub fn past(self, name: &Finding) -> Self {
        let after_body = name.named == Named::Organisation;
        let located = self.located || !after_body;
        Self { at: name.tokens.end.0, open: false, complete: true, located, after_body, ..self }
    }

    /// Whether the last word names a field that another one may be joined to: of trade (and industry).
    pub fn open_field(self, last: &Lexeme) -> bool {
        !self.definite_head || last.preposition == Some('\u{0644}') && last.definite
    }

    /// Whether a title after its holder's name ends with an organisation and has not said where: the head of the
    /// programme (in Ethiopia).
    pub fn lacks_place(self) -> bool {
        self.apposed && self.after_body && !self.located
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
        let one_of_many = likened || self.is_superlative(start, head);
        if one_of_many
            || self.around.is_covered(start)
            || self.describes(start)
            || self.names_an_office(start, sentence)
        {
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
            located: false,
            after_body: false,
        };
        while progress.at < progress.limit {
            let Some(next) = self.step(progress) else { break };
            progress = next;
        }
        if progress.at > first + 1 && speaks_for(self.around.folded(progress.at - 1)) {
            progress.at -= 1;
        }
        let told = self.is_told(head, progress)
            && (!one_of
                || self.around.is_bracketed(start)
                || progress.apposed && !self.around.opens_with_name(start)
                || self.around.name_follows(progress.at));
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
        let set_off = self.around.is_bracketed(start) && self.around.is_script(at, Script::Mark);
        let beside = self.around.name_follows(at) || progress.apposed && !single && (!head.definite || set_off);
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

    /// Whether the word before makes a head without article one of many: the youngest minister, the first president.
    fn is_superlative(&self, start: u32, head: &Lexeme) -> bool {
        let Some(before) = start.checked_sub(1).map(|before| self.around.lexeme(before)) else { return false };
        let known = before.is(Class::Attribute) || before.is(Class::Ordinal) || SUPERLATIVES.contains(&before.bare());
        let superlative = known && !before.definite && before.stem.starts_with('\u{0627}');
        superlative && !head.definite && !head.conjoined && head.preposition.is_none()
    }

    /// Whether what may be a head is an adjective of the noun before it: the big (cities), the founding (members).
    fn describes(&self, start: u32) -> bool {
        let word = self.around.lexeme(start);
        let noun = start.checked_sub(1).map(|before| self.around.lexeme(before));
        let adjective = word.is(Class::Attribute) && word.definite && !word.conjoined && word.preposition.is_none();
        adjective
            && noun.is_some_and(|noun| noun.definite && !noun.is(Class::Function) && !noun.is(Class::Speech))
            && !self.around.person_ends_at(start)
    }

    /// Whether the word before says that the office is meant and not who holds it.
    fn names_an_office(&self, start: u32, sentence: TokenRange) -> bool {
        let office = |before: u32| self.around.lexeme(before).is(Class::Office);
        start.checked_sub(1).is_some_and(|before| before >= sentence.start.0 && office(before))
    }

    /// Takes the next words of a title, if they go on it.
    fn step(&self, progress: Progress) -> Option<Progress> {
        let at = progress.at;
        if let Some(name) = self.around.name_at(at) {
            let person = self.around.is_person_at(at);
            return if person { self.take_employer(name, progress) } else { self.take_thing(name, progress) };
        }
        let token = self.around.source.tokens.get(TokenId(at))?;
        let lexeme = self.around.source.lexemes.of_token(token);
        match token.script {
            Script::Arabic if lexeme.is(Class::Function) => {
                self.take_negation(progress).or_else(|| self.take_place_of_duty(progress))
            }
            Script::Arabic => self.take_word(progress, lexeme).or_else(|| self.take_addressed_quotation(progress)),
            Script::Mark => self.take_quotation(progress).or_else(|| self.take_short_name(progress)),
            Script::Other if progress.open || self.around.is_script(at - 1, Script::Other) => {
                Some(Progress { complete: true, ..progress.to(at + 1, false) })
            }
            Script::Other | Script::Number => None,
        }
    }

    /// An organisation or a place inside a title.
    fn take_thing(&self, name: &Finding, progress: Progress) -> Option<Progress> {
        let lexeme = self.around.lexeme(name.tokens.start.0);
        let after_adjective = !progress.follows_head();
        let taken = progress.past(name);
        let fits = match lexeme.preposition {
            _ if lexeme.conjoined => progress.apposed && progress.after_body && name.named == Named::Organisation,
            Some(_) if is_addressed(progress, lexeme) => false,
            None => progress.open,
            // A title has one country: (the visit of) the minister of foreign affairs of France to Lebanon.
            Some('\u{0644}') if name.named == Named::Place && progress.located => self.asks_for_place(progress),
            Some('\u{0644}')
                if name.named == Named::Organisation && seeks_office(self.around.lexeme(progress.at - 1)) =>
            {
                true
            }
            Some('\u{0628}') if name.named == Named::Place => self.is_beside(taken) || progress.lacks_place(),
            Some(_) => progress.open || !progress.definite_head || after_adjective,
        };
        fits.then_some(taken)
    }
}
