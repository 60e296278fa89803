//! Tokens of an article: words, numbers and single marks, with their sentences.
//!
//! Every distinct folded word of an article is kept once and has a number, so that two words are compared by number
//! and whatever is looked up of a word is looked up once.

use std::ops::Range;

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::{
    fold::{Folding, fold_each, source_prefix},
    sentence::sentences,
};
use crate::{
    article::{Article, ParagraphId, Passage},
    text::{ByteOffset, ByteSpan},
};

/// Which token of an article, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TokenId(pub u32);

impl TokenId {
    /// The token that many further on.
    #[must_use]
    pub fn plus(self, tokens: u32) -> Self {
        Self(self.0.saturating_add(tokens))
    }

    /// The index into [`Tokens::all`].
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Which sentence of an article, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SentenceId(pub u32);

/// Which distinct folded word of an article, counted in order of first use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct WordId(pub u32);

/// A run of neighbouring tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TokenRange {
    /// The first token.
    pub start: TokenId,
    /// One past the last token.
    pub end: TokenId,
}

impl TokenRange {
    /// The tokens from `start` up to, not including, `end`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self { start: TokenId(start), end: TokenId(end.max(start)) }
    }

    /// How many tokens.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.index() - self.start.index()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share a token.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every token of `other` lies inside.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether `token` lies inside.
    #[must_use]
    pub fn contains(self, token: TokenId) -> bool {
        self.start <= token && token < self.end
    }

    /// As indices into [`Tokens::all`].
    #[must_use]
    pub fn indices(self) -> Range<usize> {
        self.start.index()..self.end.index()
    }
}

/// What a token is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Arabic letters with their marks.
    Arabic,
    /// Letters of any other script.
    Other,
    /// Digits of any set.
    Number,
    /// One mark: punctuation, a symbol.
    Mark,
}

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// The bytes of its paragraph.
    pub span: ByteSpan,
    /// The paragraph.
    pub paragraph: ParagraphId,
    /// The sentence.
    pub sentence: SentenceId,
    /// The folded word ([`Folding::Name`]).
    pub word: WordId,
    /// What it is written in.
    pub script: Script,
}

impl Token {
    /// Where it stands.
    #[must_use]
    pub fn passage(self) -> Passage {
        Passage { paragraph: self.paragraph, span: self.span }
    }
}

/// A sentence: its place and its tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub passage: Passage,
    /// Its tokens.
    pub tokens: TokenRange,
}

/// The tokens, sentences and words of an article.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    /// The first token of each paragraph or of one after it.
    paragraphs: Vec<u32>,
    words: Vec<CompactString>,
    /// How many tokens each word has.
    uses: Vec<u32>,
    numbers: FxHashMap<CompactString, WordId>,
}

impl Tokens {
    /// Reads an article.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        Self::parted(article, |_| None)
    }

    /// Reads an article in which words may have been run together; `seam` says after how many letters a folded word
    /// should have been parted in two.
    #[must_use]
    pub fn parted(article: &Article, seam: impl Fn(&str) -> Option<usize>) -> Self {
        let mut reader = Reader { tokens: Self::default(), folded: String::new(), seam };
        for index in 0..article.paragraphs().len() {
            let paragraph = ParagraphId(u32::try_from(index).unwrap_or(u32::MAX));
            let text = article.paragraph(paragraph);
            reader.tokens.paragraphs.push(count(reader.tokens.tokens.len()));
            for span in sentences(text) {
                reader.sentence(Passage { paragraph, span }, span.of(text));
            }
        }
        reader.tokens
    }

    /// Every token, in reading order.
    #[must_use]
    pub fn all(&self) -> &[Token] {
        &self.tokens
    }

    /// The token, if there is such a one.
    #[must_use]
    pub fn get(&self, id: TokenId) -> Option<&Token> {
        self.tokens.get(id.index())
    }

    /// The tokens of a run; those that exist.
    #[must_use]
    pub fn slice(&self, range: TokenRange) -> &[Token] {
        self.tokens.get(range.indices()).unwrap_or_default()
    }

    /// Every sentence, in reading order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The sentence a token stands in.
    #[must_use]
    pub fn sentence_of(&self, token: TokenId) -> Option<&Sentence> {
        self.sentences.get(self.get(token)?.sentence.0 as usize)
    }

    /// Every distinct folded word, by number.
    #[must_use]
    pub fn words(&self) -> &[CompactString] {
        &self.words
    }

    /// Whether the article has a folded word as a token of its own.
    #[must_use]
    pub fn has_word(&self, folded: &str) -> bool {
        self.numbers.contains_key(folded)
    }

    /// How many tokens of the article are that folded word.
    #[must_use]
    pub fn uses(&self, folded: &str) -> u32 {
        let word = self.numbers.get(folded);
        word.and_then(|word| self.uses.get(word.0 as usize)).copied().unwrap_or_default()
    }

    /// The folded form of a token; empty where there is no such token.
    #[must_use]
    pub fn folded(&self, id: TokenId) -> &str {
        self.get(id).and_then(|token| self.words.get(token.word.0 as usize)).map_or("", CompactString::as_str)
    }

    /// The passage from the first to the last token of a run, both of one paragraph.
    #[must_use]
    pub fn passage(&self, range: TokenRange) -> Option<Passage> {
        let tokens = self.slice(range);
        let (first, last) = (tokens.first()?, tokens.last()?);
        (first.paragraph == last.paragraph).then_some(Passage {
            paragraph: first.paragraph,
            span: ByteSpan { start: first.span.start, end: last.span.end },
        })
    }

    /// The tokens that share a byte with a passage.
    #[must_use]
    pub fn under(&self, passage: Passage) -> TokenRange {
        let own = self.paragraph(passage.paragraph);
        let tokens = self.slice(own);
        let start = tokens.partition_point(|token| token.span.end <= passage.span.start);
        let end = tokens.partition_point(|token| token.span.start < passage.span.end);
        TokenRange { start: own.start.plus(count(start)), end: own.start.plus(count(end.max(start))) }
    }

    /// The tokens of a paragraph.
    fn paragraph(&self, id: ParagraphId) -> TokenRange {
        let all = count(self.tokens.len());
        let first = |paragraph: usize| self.paragraphs.get(paragraph).copied().unwrap_or(all);
        let index = id.0 as usize;
        TokenRange::new(first(index), first(index.saturating_add(1)))
    }
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}

/// Collects tokens and numbers their words.
struct Reader<F> {
    tokens: Tokens,
    folded: String,
    seam: F,
}

impl<F: Fn(&str) -> Option<usize>> Reader<F> {
    fn sentence(&mut self, passage: Passage, text: &str) {
        let sentence = SentenceId(count(self.tokens.sentences.len()));
        let start = count(self.tokens.tokens.len());
        for (range, script) in pieces(text) {
            let middle = range.start + self.middle(&text[range.clone()], script);
            for part in [range.start..middle, middle..range.end] {
                if part.is_empty() {
                    continue;
                }
                let word = self.word(&text[part.clone()]);
                let ByteOffset(origin) = passage.span.start;
                let span = ByteSpan::new(origin + part.start, origin + part.end);
                self.tokens.tokens.push(Token { span, paragraph: passage.paragraph, sentence, word, script });
            }
        }
        let tokens = TokenRange::new(start, count(self.tokens.tokens.len()));
        self.tokens.sentences.push(Sentence { passage, tokens });
    }

    /// How many bytes the first of two words takes that were run together; none where it is one word.
    fn middle(&mut self, source: &str, script: Script) -> usize {
        // Two words are longer than most; a word that was met before is one word.
        if script != Script::Arabic || source.len() < LONG {
            return 0;
        }
        self.fold(source);
        let met = self.tokens.numbers.contains_key(self.folded.as_str());
        let seam = if met { None } else { (self.seam)(&self.folded) };
        seam.map_or(0, |letters| source_prefix(source, letters))
    }

    fn fold(&mut self, source: &str) {
        self.folded.clear();
        let folded = &mut self.folded;
        fold_each(source, Folding::Name, |character, _| folded.push(character));
    }

    fn word(&mut self, source: &str) -> WordId {
        self.fold(source);
        if let Some(known) = self.tokens.numbers.get(self.folded.as_str()) {
            if let Some(uses) = self.tokens.uses.get_mut(known.0 as usize) {
                *uses += 1;
            }
            return *known;
        }
        let number = WordId(count(self.tokens.words.len()));
        let word = CompactString::new(&self.folded);
        self.tokens.words.push(word.clone());
        self.tokens.uses.push(1);
        self.tokens.numbers.insert(word, number);
        number
    }
}

/// Bytes below which a piece is not asked for a seam.
const LONG: usize = 16;

/// What a character is to the tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Of(Script),
    /// Belongs to the token before it, if that is a word.
    Joined,
    /// Stands between tokens.
    Blank,
}

/// Cuts a sentence into the byte ranges of its tokens.
fn pieces(text: &str) -> impl Iterator<Item = (Range<usize>, Script)> + '_ {
    let mut characters =
        text.char_indices().map(|(at, character)| (at, at + character.len_utf8(), class(character))).peekable();
    std::iter::from_fn(move || {
        let (start, mut end, script) = loop {
            match characters.next()? {
                (start, end, Class::Of(script)) => break (start, end, script),
                (_, _, Class::Joined | Class::Blank) => {}
            }
        };
        while script != Script::Mark
            && let Some((_, next, _)) =
                characters.next_if(|(_, _, class)| *class == Class::Of(script) || *class == Class::Joined)
        {
            end = next;
        }
        Some((start..end, script))
    })
}

fn class(character: char) -> Class {
    match character {
        '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}' => Class::Of(Script::Number),
        // Harakat, superscript alef, Quranic marks, zero-width joiners.
        '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' => Class::Joined,
        '\u{0610}'..='\u{061A}' | '\u{200C}' | '\u{200D}' | '\u{0300}'..='\u{036F}' => Class::Joined,
        '\u{0620}'..='\u{064A}' | '\u{066E}'..='\u{06D3}' | '\u{06D5}' | '\u{06EE}' | '\u{06EF}' => {
            Class::Of(Script::Arabic)
        }
        '\u{06FA}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08C9}' => Class::Of(Script::Arabic),
        '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}' => {
            Class::Of(Script::Arabic)
        }
        '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{061C}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => Class::Blank,
        _ if character.is_whitespace() || character.is_control() => Class::Blank,
        _ if character.is_alphabetic() => Class::Of(Script::Other),
        _ if character.is_numeric() => Class::Of(Script::Number),
        _ => Class::Of(Script::Mark),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::parse;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = parse::plain(text);
        let tokens = Tokens::of(&article);
        let words: Vec<&str> = tokens.all().iter().map(|token| article.words(token.passage())).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn words_numbers_and_marks() {
        check("NATO-2021, (x)", &["NATO", "-", "2021", ",", "(", "x", ")"]);
        check(
            "\u{0645}\u{064F}\u{062D}\u{200F}\u{060C} 1\u{0661}",
            &["\u{0645}\u{064F}\u{062D}", "\u{060C}", "1\u{0661}"],
        );
        check("", &[]);
    }

    #[test]
    fn words_run_together_are_parted() {
        // mjls|alamn twice, once with a mark on the last letter of the first word.
        let article = parse::plain(
            "\u{0645}\u{062C}\u{0644}\u{0633}\u{0627}\u{0644}\u{0623}\u{0645}\u{0646} \u{0645}\u{062C}\u{0644}\u{0633}\u{064F}\u{0627}\u{0644}\u{0623}\u{0645}\u{0646}",
        );
        let tokens = Tokens::parted(&article, |word| (word.chars().count() == 9).then_some(4));
        let lengths: Vec<usize> = tokens.all().iter().map(|token| article.words(token.passage()).len()).collect();
        assert_eq!(lengths, [8, 10, 10, 10]);
        assert_eq!(tokens.all()[0].word, tokens.all()[2].word);
        assert_eq!(tokens.words().len(), 2);
    }

    #[test]
    fn one_word_has_one_number() {
        let article = parse::plain("\u{0623}\u{0628} \u{0627}\u{0628}. x");
        let tokens = Tokens::of(&article);
        assert_eq!(tokens.all()[0].word, tokens.all()[1].word);
        assert_eq!(tokens.folded(TokenId(1)), "\u{0627}\u{0628}");
        assert_eq!(tokens.folded(TokenId(99)), "");
        assert_eq!(tokens.sentences().len(), 2);
    }

    #[test]
    fn tokens_under_a_passage() {
        let article = parse::plain("one two\nthree four");
        let tokens = Tokens::of(&article);
        let passage =
            |paragraph, start, end| Passage { paragraph: ParagraphId(paragraph), span: ByteSpan::new(start, end) };
        assert_eq!(tokens.under(passage(0, 4, 7)), TokenRange::new(1, 2));
        assert_eq!(tokens.under(passage(1, 2, 7)), TokenRange::new(2, 4));
        assert_eq!(tokens.passage(TokenRange::new(2, 4)), Some(passage(1, 0, 10)));
        assert_eq!(tokens.passage(TokenRange::new(1, 3)), None);
    }
}
