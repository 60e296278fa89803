//! The tokens of a sentence as the grammar of dates sees them.

use crate::{
    arabic::{Script, TokenId, TokenRange, Tokens, number, number::Numeral, readings, without_article},
    extract::Source,
    lexicon::{Class, Lexicon, dates::DateWord},
};

/// The conjunction, written together with the word it joins.
const AND: char = '\u{0648}';
/// Signs of sums and shares.
const SIGNS: [&str; 4] = ["%", "\u{066A}", "$", "\u{20AC}"];
/// Marks that join two numbers: a score, a range, a decimal.
const JOINTS: [&str; 6] = ["/", "-", "\u{2013}", ".", ",", ":"];

/// A sentence under the eyes of the grammar, read from one token on.
///
/// The first word may have had proclitics taken off: `origin` is its token, `stem` what is left of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    tokens: &'a Tokens,
    lexicon: &'a Lexicon,
    /// The first token of the sentence.
    start: u32,
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
        let (start, end) = (sentence.start.0, sentence.end.0);
        Self { tokens: source.tokens, lexicon: source.lexicon, start, end, origin: origin.0, stem, definite }
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
        let takes_article =
            matches!(word, DateWord::Stretch(..) | DateWord::Season(_) | DateWord::DayPart(_) | DateWord::Decades);
        takes_article.then_some(Wording { word, next, definite: true })
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
        let next = at.saturating_add(1);
        match (self.lexicon.numeral(bare)?, self.numeral(next)) {
            (Numeral::Ordinal(value), Some(Numeral::Cardinal(ten @ 10))) => {
                Some((value.saturating_add(ten), next.saturating_add(1)))
            }
            // The tens are the same as counts and as places in a series.
            (Numeral::Ordinal(value) | Numeral::Cardinal(value @ 20..=90), _) => Some((value, next)),
            _ => None,
        }
    }

    /// One past a count with the article: "the five", "the seventeen".
    pub fn definite_count(&self, at: u32) -> Option<u32> {
        let bare = without_article(self.folded(at))?;
        let Numeral::Cardinal(_) = self.lexicon.numeral(bare)? else { return None };
        let next = at.saturating_add(1);
        Some(match self.numeral(next) {
            Some(Numeral::Cardinal(10)) => next.saturating_add(1),
            _ => next,
        })
    }

    /// Whether a word shows the article.
    pub fn is_definite(&self, at: u32) -> bool {
        without_article(self.folded(at)).is_some()
    }

    /// What a word with the conjunction written before it does: "and Sunday".
    pub fn joined(&self, at: u32) -> Option<DateWord> {
        self.lexicon.dates().get(self.folded(at).strip_prefix(AND)?)
    }

    /// Whether digits can be those of a year where nothing says so: alone, and neither counted with nor a number of
    /// something.
    pub fn stands_as_year(&self, at: u32) -> bool {
        let before = at.checked_sub(1).filter(|before| *before >= self.start);
        let numbered = before.is_some_and(|before| {
            let word = self.lexicon.dates().get(self.tokens.folded(TokenId(before)));
            matches!(word, Some(DateWord::Numbered | DateWord::About))
        });
        let next = at.saturating_add(1);
        let counts = match self.script(next) {
            None | Some(Script::Mark) => false,
            Some(Script::Arabic) => {
                let word = self.folded(next);
                let function = self.lexicon.classes(word).has(Class::Function);
                !function && !self.is_definite(next) && readings(word).into_iter().all(|reading| reading.letters == 0)
            }
            Some(Script::Number | Script::Other) => true,
        };
        let alone = before.is_none_or(|before| !self.joins(before, before.checked_sub(1)));
        alone && !self.joins(next, next.checked_add(1)) && !numbered && !counts
    }

    /// Whether a token makes the number beside it a part of something: another number, the sign of a sum, a mark with
    /// a number beyond it.
    fn joins(&self, beside: u32, beyond: Option<u32>) -> bool {
        let number = |at: u32| at >= self.start && self.script(at) == Some(Script::Number);
        let mark = self.script(beside) == Some(Script::Mark);
        number(beside)
            || mark && SIGNS.contains(&self.folded(beside))
            || mark && JOINTS.contains(&self.folded(beside)) && beyond.is_some_and(number)
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
