//! Words that go on a title.

use super::{
    complements::governs_with_beh,
    reader::{Progress, Reader},
};
use crate::{
    arabic::Script,
    extract::lexeme::{Lexeme, speaks_for},
    lexicon::{Class, Classes, Rate},
};

impl Reader<'_> {
    /// Takes one word, if it goes on the title.
    pub fn take_word(&self, progress: Progress, lexeme: &Lexeme) -> Option<Progress> {
        let at = progress.at;
        let governs = names_body(lexeme) || self.governs(progress, lexeme) || lexeme.preposition.is_some();
        let open = speaks_for(self.around.folded(at)) || !lexeme.definite && governs;
        let proper = self.is_proper(progress, lexeme);
        let complete = progress.complete || lexeme.definite && !progress.definite_head || proper;
        let located = progress.located || lexeme.nationality.is_some();
        (proper || self.goes_on(progress, lexeme)).then(|| Progress {
            complete,
            located,
            ..progress.to(at + 1, open && !proper)
        })
    }

    /// Whether an unknown word completes the head before a mark and the name: the trainer of City, so-and-so.
    fn is_proper(&self, progress: Progress, lexeme: &Lexeme) -> bool {
        let plain = lexeme.preposition.is_none() && !lexeme.conjoined && !lexeme.definite && lexeme.classes.is_empty();
        let next = progress.at + 1;
        let before_name = self.around.is_script(next, Script::Mark) && self.around.name_follows(next);
        plain && progress.open && progress.follows_head() && before_name
    }

    fn goes_on(&self, progress: Progress, lexeme: &Lexeme) -> bool {
        let follows_head = progress.follows_head();
        let last = self.around.lexeme(progress.at - 1);
        if self.introduces_name(progress.at, lexeme) {
            return false;
        }
        let adjective =
            lexeme.relative && !lexeme.is(Class::Errand) || lexeme.is(Class::Tail) || lexeme.is(Class::Attribute);
        if lexeme.conjoined {
            let head = lexeme.is(Class::Title) || lexeme.is(Class::Doubtful);
            let calling = progress.apposed && progress.definite_head && !progress.complete;
            let first = self.around.lexeme(progress.start);
            let alike = lexeme.definite == progress.definite_head
                && lexeme.predicate == first.predicate
                && lexeme.is(Class::Plural) == first.is(Class::Plural);
            let second_head = (follows_head || calling) && head && alike;
            let field = progress.open_field(last);
            let second_field = !lexeme.is(Class::Title) && lexeme.definite && field && !follows_head;
            let second_adjective = lexeme.definite && lexeme.relative && last.relative && !head;
            let tens = last.is(Class::Ordinal) && self.around.source.lexicon.numeral(lexeme.bare()).is_some();
            return second_head || second_field || second_adjective || tens;
        }
        if speaks_for(self.around.folded(progress.at))
            || speaks_for_owner(self.around.folded(progress.at))
            || is_ending_term(last, self.around.folded(progress.at))
        {
            return true;
        }
        if lexeme.preposition.is_some() {
            return self.attaches(progress, lexeme);
        }
        if lexeme.predicate && lexeme.is(Class::Former) {
            return progress.apposed && progress.complete;
        }
        if lexeme.definite {
            let another = lexeme.is(Class::Title) && !lexeme.is(Class::Tail) && !lexeme.is(Class::Attribute);
            let noun = !lexeme.is(Class::Honorific) && !lexeme.is(Class::Calendar);
            let owned = lexeme.possessed && !progress.open;
            return progress.open && noun
                || !another
                    && !owned
                    && (adjective || agrees(last, lexeme, progress) || noun && self.ends_before_name(progress));
        }
        let describes = adjective && !names_body(lexeme) && follows_head && !progress.definite_head;
        let ranks = lexeme.is(Class::Attribute) && self.around.name_follows_rank(progress.at + 1);
        if describes || ranks {
            return true;
        }
        progress.open && (names_body(lexeme) || self.governs(progress, lexeme))
    }

    /// Whether a noun with a preposition before it goes on a title: (director) for affairs of, (dean) at the faculty.
    fn attaches(&self, progress: Progress, lexeme: &Lexeme) -> bool {
        let last = self.around.lexeme(progress.at - 1);
        let asks = !progress.definite_head || !progress.follows_head();
        let body = lexeme.is(Class::Organisation) && !is_addressed(progress, lexeme);
        let word = lexeme.is(Class::Title) || lexeme.is(Class::Tail);
        let at_home = lexeme.definite && self.around.name_follows(progress.at + 1);
        match lexeme.preposition {
            Some('\u{0628}') if governs_with_beh(last) => true,
            Some('\u{0644}') if (lexeme.is(Class::Office) || body) && seeks_office(last) => true,
            _ if is_addressed(progress, lexeme) || lexeme.is(Class::Office) => false,
            Some('\u{0644}') if self.speaks_for_country(progress) && !body && !word => false,
            Some('\u{0644}') => asks && (body || word || lexeme.definite || self.is_completed(progress)),
            Some('\u{0628}') => asks && (body || at_home) || lexeme.is(Class::Tail) && (asks || !lexeme.definite),
            _ => asks && body,
        }
    }

    /// Whether no more than a country was told of an office, so that what is for something is what its holder does:
    /// the French minister (thanked) for the help.
    fn speaks_for_country(&self, progress: Progress) -> bool {
        let adjective = progress.definite_head && progress.at == progress.start + 2;
        adjective && self.around.lexeme(progress.at - 1).nationality.is_some() && !self.asks_for_place(progress)
    }

    /// Whether a noun without article asks for the next word, as the head does for it: coordinator (of) aid (of) the
    /// emergency.
    fn governs(&self, progress: Progress, lexeme: &Lexeme) -> bool {
        let facts = lexeme.facts;
        let name = facts.given.max(facts.family).max(facts.foreign) >= Rate::of(2);
        let before_thing = self.around.thing_at(progress.at + 1).is_some_and(|thing| {
            let lexeme = self.around.lexeme(thing.tokens.start.0);
            lexeme.preposition.is_none() && !lexeme.conjoined
        });
        let noun = lexeme.preposition.is_none() && !lexeme.conjoined && !lexeme.is(Class::Speech);
        progress.open && noun && (!name || before_thing) && self.is_completed(progress)
    }

    /// Whether what completes a noun follows the next word: one with an article, an organisation or a place.
    fn is_completed(&self, progress: Progress) -> bool {
        let next = self.around.lexeme(progress.at + 1);
        let definite = next.definite && next.preposition.is_none() && !next.conjoined && !next.is(Class::Function);
        definite || self.around.thing_at(progress.at + 1).is_some()
    }

    /// Whether the next word is the last of a title that a name follows, and so is a part of it whatever it is.
    fn ends_before_name(&self, progress: Progress) -> bool {
        let next = self.around.lexeme(progress.at + 1);
        let body = next.preposition.is_some() && next.is(Class::Organisation);
        let word = self.around.lexeme(progress.at);
        let plain = word.nationality.is_none() && word.facts.family < Rate::of(2) && word.facts.given < Rate::of(2);
        let described = !progress.follows_head() && plain && self.around.is_person_at(progress.at + 1);
        described || !progress.definite_head && (self.around.name_follows(progress.at + 1) || body)
    }

    /// An honorific before a name ends the title: the minister, doctor so-and-so.
    fn introduces_name(&self, at: u32, lexeme: &Lexeme) -> bool {
        lexeme.is(Class::Honorific) && self.around.is_person_at(at + 1)
    }
}

/// Whether a noun names an office or the body that it is an office of.
pub fn names_body(lexeme: &Lexeme) -> bool {
    lexeme.is(Class::Title) || lexeme.is(Class::Tail) || lexeme.is(Class::Organisation)
}

/// Whether a word with lam says what somebody is about to do, or to which paper it is said.
pub fn is_addressed(progress: Progress, lexeme: &Lexeme) -> bool {
    lexeme.is(Class::Errand) && (progress.complete || !lexeme.is(Class::Organisation))
}

/// Whether a word may begin a title.
pub fn heads_title(classes: Classes) -> bool {
    (classes.has(Class::Title) || classes.has(Class::Doubtful)) && !classes.has(Class::Function)
}

/// Whether a word calls somebody a candidate, who is one for an office.
pub fn seeks_office(word: &Lexeme) -> bool {
    word.is(Class::Envoy) && word.is(Class::Attribute)
}

/// Whether a definite participle agrees with the noun before it, which it describes: the inspectors charged. A verbal
/// noun of the same form is taken only after the name of who bears the title: the mission accompanying, but
/// (demanded) the participation.
fn agrees(noun: &Lexeme, word: &Lexeme, progress: Progress) -> bool {
    const OTHERS: [Class; 4] = [Class::Organisation, Class::Place, Class::Errand, Class::Title];
    let stem = word.bare();
    let participle = stem.starts_with('\u{0645}') && !word.possessed && !OTHERS.iter().any(|class| word.is(*class));
    let described = noun.definite && !(progress.definite_head && progress.follows_head());
    let feminine =
        noun.stem.ends_with('\u{0647}') || noun.stem.ends_with("\u{0627}\u{062A}") || is_broken_plural(noun.bare());
    let agrees = match stem.strip_suffix('\u{0647}') {
        Some(masculine) => feminine && masculine.chars().nth(3).is_some(),
        None => stem.strip_suffix("\u{064A}\u{0646}").is_some_and(|one| one.chars().nth(3).is_some()),
    };
    participle && described && agrees && (progress.apposed || !is_mutual(stem))
}

/// Whether a word has the form of a plural with alef after two letters, which adjectives in the feminine describe: media.
fn is_broken_plural(stem: &str) -> bool {
    let mut letters = stem.chars();
    letters.nth(2) == Some('\u{0627}') && letters.nth(1).is_some()
}

/// Whether a word has the form `mufa'ala`, of participles and verbal nouns alike.
fn is_mutual(stem: &str) -> bool {
    let mut letters = stem.chars();
    letters.nth(2) == Some('\u{0627}') && letters.nth(2) == Some('\u{0647}') && letters.next().is_none()
}

/// `bi-smiha`, in its name: a spokesman speaks so for what was told before.
fn speaks_for_owner(folded: &str) -> bool {
    const PRONOUNS: [&str; 3] = ["\u{0647}", "\u{0647}\u{0627}", "\u{0647}\u{0645}"];
    PRONOUNS.iter().filter_map(|pronoun| folded.strip_suffix(pronoun)).any(speaks_for)
}

/// `muntahiya wilayatuh`: whose term is ending.
fn is_ending_term(adjective: &Lexeme, noun: &str) -> bool {
    const ENDING: &str = "\u{0645}\u{0646}\u{062A}\u{0647}\u{064A}\u{0647}";
    const TERM: &str = "\u{0648}\u{0644}\u{0627}\u{064A}\u{062A}\u{0647}";
    adjective.bare() == ENDING && noun.starts_with(TERM)
}
