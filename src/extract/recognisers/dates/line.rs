//! The tokens of a sentence as the grammar of dates sees them.

use crate::{
    arabic::{Script, TokenId, TokenRange, Tokens, number, number::Numeral, without_article},
    extract::Source,
    lexicon::{Lexicon, dates::DateWord},
};

/// A sentence under the eyes of the grammar, read from one token on.
///
/// The first word may have had proclitics taken off: `origin` is its token, `stem` what is left of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    tokens: &'a Tokens,
    lexicon: &'a Lexicon,
    /// One past the last token of the sentence.
    end: u32,
    origin: u32,
    stem: &'a str,
    /// The proclitic hid an article: the first word is definite.
    definite: bool,
}

/// A wording that was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wording {
    /// What it does.
    pub word: DateWord,
    /// One past its last token.
    pub next: u32,
    /// Written with the article.
    pub definite: bool,
}

impl<'a> Line<'a> {
    /// The sentence from the token `origin` on, whose word without proclitics is `stem`.
    pub fn new(source: &Source<'a>, sentence: TokenRange, origin: TokenId, stem: &'a str, definite: bool) -> Self {
        Self { tokens: source.tokens, lexicon: source.lexicon, end: sentence.end.0, origin: origin.0, stem, definite }
    }

    /// The folded word at a token; empty past the end.
    pub fn folded(&self, at: u32) -> &'a str {
        match at {
            _ if at == self.origin => self.stem,
            _ if at < self.end => self.tokens.folded(TokenId(at)),
            _ => "",
        }
    }

    fn script(&self, at: u32) -> Option<Script> {
        if at >= self.end {
            return None;
        }
        self.tokens.get(TokenId(at)).map(|token| token.script)
    }

    /// The longest wording of the lists at a token.
    pub fn wording(&self, at: u32) -> Option<Wording> {
        if self.script(at)? != Script::Arabic {
            return None;
        }
        let folded = self.folded(at);
        if let Some(longer) = self.phrase(at, folded) {
            return Some(longer);
        }
        let next = at.saturating_add(1);
        if let Some(word) = self.lexicon.dates().get(folded) {
            return Some(Wording { word, next, definite: at == self.origin && self.definite });
        }
        let bare = without_article(folded)?;
        let word = self.lexicon.dates().get(bare)?;
        matches!(word, DateWord::Stretch(..) | DateWord::Season(_) | DateWord::DayPart(_)).then_some(Wording {
            word,
            next,
            definite: true,
        })
    }

    fn phrase(&self, at: u32, folded: &str) -> Option<Wording> {
        let dates = self.lexicon.dates();
        if !dates.opens(folded) {
            return None;
        }
        let mut phrase = String::from(folded);
        let mut longest = None;
        for next in at.saturating_add(1)..at.saturating_add(u32::try_from(dates.longest()).unwrap_or(4)) {
            if self.script(next) != Some(Script::Arabic) {
                break;
            }
            phrase.push(' ');
            phrase.push_str(self.folded(next));
            if let Some(word) = dates.get(&phrase) {
                longest = Some(Wording { word, next: next.saturating_add(1), definite: false });
            }
        }
        longest
    }

    /// The value of digits.
    pub fn digits(&self, at: u32) -> Option<u32> {
        (self.script(at)? == Script::Number).then(|| number::digits(self.folded(at)))?
    }

    /// A count, in digits or in words, and one past its last token.
    pub fn count(&self, at: u32) -> Option<(u32, u32)> {
        if let Some(value) = self.digits(at) {
            return Some((value, at.saturating_add(1)));
        }
        let Numeral::Cardinal(value) = self.numeral(at)? else { return None };
        Some((value, at.saturating_add(1)))
    }

    /// A place in a series from an ordinal with the article, as hours and days of a month have it.
    pub fn ordinal(&self, at: u32) -> Option<(u32, u32)> {
        self.ordinal_of(self.folded(at), at)
    }

    /// The same of a token read as `word`.
    pub fn ordinal_of(&self, word: &str, at: u32) -> Option<(u32, u32)> {
        let bare = without_article(word)?;
        let Numeral::Ordinal(value) = self.lexicon.numeral(bare)? else { return None };
        let next = at.saturating_add(1);
        match self.numeral(next) {
            Some(Numeral::Cardinal(ten @ 10)) => Some((value.saturating_add(ten), next.saturating_add(1))),
            _ => Some((value, next)),
        }
    }

    fn numeral(&self, at: u32) -> Option<Numeral> {
        self.lexicon.numeral(self.folded(at))
    }

    /// Whether a token is one of the marks.
    pub fn is_mark(&self, at: u32, marks: &[char]) -> bool {
        self.script(at) == Some(Script::Mark)
            && self.folded(at).chars().next().is_some_and(|mark| marks.contains(&mark))
    }
}
