//! Words that go on a title.

use super::reader::{Progress, Reader};
use crate::{
    extract::lexeme::{Lexeme, speaks_for},
    lexicon::{Class, Classes, Rate},
};

impl Reader<'_> {
    /// Takes one word, if it goes on the title.
    pub fn take_word(&self, progress: Progress, lexeme: &Lexeme) -> Option<Progress> {
        let at = progress.at;
        let governs = names_body(lexeme) || self.governs(progress, lexeme) || lexeme.preposition.is_some();
        let open = speaks_for(self.around.folded(at)) || !lexeme.definite && governs;
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
            let field = progress.open_field(self.around.lexeme(progress.at - 1));
            let second_field = !lexeme.is(Class::Title) && lexeme.definite && field && !follows_head;
            let second_adjective =
                lexeme.definite && lexeme.relative && self.around.lexeme(progress.at - 1).relative && !head;
            return second_head || second_field || second_adjective;
        }
        if speaks_for(self.around.folded(progress.at)) {
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
        let ranks = lexeme.is(Class::Attribute) && self.around.name_follows_rank(progress.at + 1);
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
        let at_home = lexeme.definite && self.around.name_follows(progress.at + 1);
        if is_addressed(progress, lexeme) || lexeme.is(Class::Office) {
            return false;
        }
        match lexeme.preposition {
            Some('\u{0644}') => asks && (body || word || lexeme.definite || self.is_completed(progress)),
            Some('\u{0628}') => asks && (body || at_home) || lexeme.is(Class::Tail) && (asks || !lexeme.definite),
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
        let next = self.around.lexeme(progress.at + 1);
        let definite = next.definite && next.preposition.is_none() && !next.conjoined && !next.is(Class::Function);
        definite || self.around.thing_at(progress.at + 1).is_some()
    }

    /// Whether the next word is the last of a title that a name follows, and so is a part of it whatever it is.
    fn ends_before_name(&self, progress: Progress) -> bool {
        let next = self.around.lexeme(progress.at + 1);
        let body = next.preposition.is_some() && next.is(Class::Organisation);
        !progress.definite_head && (self.around.name_follows(progress.at + 1) || body)
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
