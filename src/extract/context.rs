//! What the later stages know: the article and what was found in it so far.

use std::cmp::Reverse;

use compact_str::CompactString;
use jiff::civil::Date as Day;
use smallvec::SmallVec;

use super::{
    lexeme::{Beginning, Lexeme, Lexemes},
    model::weights::Weights,
};
use crate::{
    arabic::{Folding, Script, TokenId, TokenRange, Tokens, fold, fold::source_prefix},
    article::{Article, Passage},
    knowledge::{Date, Entity, EntryId, Kind, Mention, MentionKind, Person},
    lexicon::{Lexicon, Phrase},
    text::{ByteOffset, ByteSpan},
};

/// An article made ready for the recognisers.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its tokens and sentences.
    pub tokens: &'a Tokens,
    /// What is known of its words.
    pub lexemes: &'a Lexemes,
    /// The word lists.
    pub lexicon: &'a Lexicon,
    /// The sequence model.
    pub model: Weights,
    /// The day it is read, only there to be compared with.
    pub today: Option<Day>,
}

impl<'a> Source<'a> {
    /// The words of a passage, as written.
    #[must_use]
    pub fn words(&self, passage: Passage) -> &'a str {
        self.article.words(passage)
    }

    /// The lexeme of a token.
    #[must_use]
    pub fn lexeme(&self, token: TokenId) -> &'a Lexeme {
        self.lexemes.at(self.tokens, token)
    }

    /// The folded words of a passage that begins in the first of `tokens`, without marks and without what stands before
    /// the passage in that token.
    #[must_use]
    pub fn folded_words(&self, passage: Passage, tokens: TokenRange) -> SmallVec<[CompactString; 4]> {
        let mut words = SmallVec::new();
        for (id, token) in (tokens.start.0..tokens.end.0).map(TokenId).zip(self.tokens.slice(tokens)) {
            if token.script == Script::Mark {
                continue;
            }
            let cut = passage.span.start.0.saturating_sub(token.span.start.0);
            let rest = (cut > 0 && id == tokens.start).then(|| self.words(token.passage()).get(cut..)).flatten();
            words.push(match rest {
                Some(rest) => CompactString::new(fold(rest, Folding::Name)),
                None => CompactString::new(self.tokens.folded(id)),
            });
        }
        words
    }

    /// The longest listed phrase that begins at a token: its tokens, how many letters of proclitics are taken off
    /// before it, and what it is. Of two readings the one that names more words, then the one that takes off less.
    #[must_use]
    pub fn longest_phrase(&self, start: TokenId) -> Option<(TokenRange, u8, Phrase)> {
        let beginnings = &self.lexeme(start).beginnings;
        let found = beginnings.iter().filter_map(|beginning| self.phrase_from(start, *beginning));
        found.min_by_key(|(range, letters, _)| (Reverse(range.len()), *letters))
    }

    fn phrase_from(&self, start: TokenId, beginning: Beginning) -> Option<(TokenRange, u8, Phrase)> {
        let sentence = self.tokens.sentence_of(start)?;
        let mut key = beginning.key;
        let mut end = start.plus(1);
        let mut best = None;
        loop {
            let entry = self.lexicon.phrase(key);
            if let Some(phrase) = entry.phrase {
                best = Some((TokenRange { start, end }, beginning.letters, phrase));
            }
            if !entry.goes_on || end >= sentence.tokens.end {
                return best;
            }
            key = key.with(self.tokens.folded(end));
            end = end.plus(1);
        }
    }

    /// Whether the two tokens before `end` tell an age: a number of years.
    #[must_use]
    pub fn is_age(&self, end: TokenId) -> bool {
        const YEARS: [&str; 3] =
            ["\u{0639}\u{0627}\u{0645}\u{0627}", "\u{0639}\u{0627}\u{0645}", "\u{0633}\u{0646}\u{0647}"];
        let Some(number) = end.0.checked_sub(2) else { return false };
        let is_number = self.tokens.get(TokenId(number)).is_some_and(|token| token.script == Script::Number);
        is_number && YEARS.contains(&self.tokens.folded(TokenId(number + 1)))
    }

    /// Whether what folds like the article is the alef of a name, by how it is written: Alma, Alan.
    #[must_use]
    pub fn has_own_alef(&self, token: TokenId) -> bool {
        const ARTICLE: &str = "\u{0627}\u{0644}";
        let written = || self.tokens.get(token).map_or("", |token| self.words(token.passage()));
        self.tokens.folded(token).starts_with(ARTICLE) && written().starts_with(['\u{0622}', '\u{0623}', '\u{0625}'])
    }

    /// The passage of a run of tokens of one paragraph, without the first `letters` folded letters of it.
    #[must_use]
    pub fn passage(&self, range: TokenRange, letters: usize) -> Option<Passage> {
        let mut passage = self.tokens.passage(range)?;
        if letters > 0 {
            let first = self.tokens.get(range.start)?;
            let ByteOffset(start) = first.span.start;
            let skipped = source_prefix(self.words(first.passage()), letters);
            passage.span = ByteSpan::new(start + skipped, passage.span.end.0);
        }
        Some(passage)
    }
}

/// One mention of a person, an organisation, a place or a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Whose mention.
    pub entry: EntryId,
    /// Where the entry stands in its list of [`Context`].
    pub index: usize,
    /// The words.
    pub passage: Passage,
    /// The tokens they touch.
    pub tokens: TokenRange,
    /// How the entry is named there.
    pub kind: MentionKind,
    /// Lies inside another name.
    pub nested: bool,
}

/// Everything known of an article before its events are read.
#[derive(Debug)]
pub struct Context<'a> {
    /// The article.
    pub source: Source<'a>,
    /// Its people, with roles and mentions.
    pub people: &'a [Person],
    /// Its organisations.
    pub organisations: &'a [Entity],
    /// Its places.
    pub places: &'a [Entity],
    /// Its dates.
    pub dates: &'a [Date],
    /// Every mention of these, by where it starts, the longer first.
    pub spots: Vec<Spot>,
    /// For each token, and once more at the end, how many of them start before it.
    before: Vec<u32>,
}

impl<'a> Context<'a> {
    /// Gathers what was found.
    #[must_use]
    pub fn new(
        source: Source<'a>,
        people: &'a [Person],
        organisations: &'a [Entity],
        places: &'a [Entity],
        dates: &'a [Date],
    ) -> Self {
        let mut spots = Vec::new();
        let mut gather = |kind: Kind, index: usize, mentions: &[Mention]| {
            let Some(first) = mentions.first() else { return };
            let entry = EntryId { kind, first: first.passage.start() };
            spots.extend(mentions.iter().map(|mention| Spot {
                entry,
                index,
                passage: mention.passage,
                tokens: source.tokens.under(mention.passage),
                kind: mention.kind,
                nested: mention.nested,
            }));
        };
        people.iter().enumerate().for_each(|(index, person)| gather(Kind::Person, index, &person.mentions));
        organisations
            .iter()
            .enumerate()
            .for_each(|(index, entity)| gather(Kind::Organisation, index, &entity.mentions));
        places.iter().enumerate().for_each(|(index, entity)| gather(Kind::Place, index, &entity.mentions));
        dates.iter().enumerate().for_each(|(index, date)| gather(Kind::Date, index, &date.mentions));
        spots.sort_by_key(|spot| (spot.tokens.start, Reverse(spot.tokens.end), spot.entry.kind));
        let before = counts_before(&spots, source.tokens.all().len());
        Self { source, people, organisations, places, dates, spots, before }
    }

    /// The mentions that start inside a run of tokens, in reading order.
    #[must_use]
    pub fn spots_in(&self, tokens: TokenRange) -> &[Spot] {
        let before = |token: TokenId| self.before.get(token.index()).map_or(self.spots.len(), |count| *count as usize);
        self.spots.get(before(tokens.start)..before(tokens.end)).unwrap_or_default()
    }
}

fn counts_before(spots: &[Spot], tokens: usize) -> Vec<u32> {
    let mut before = vec![0; tokens + 1];
    for spot in spots {
        if let Some(count) = before.get_mut(spot.tokens.start.index() + 1) {
            *count += 1;
        }
    }
    let mut sum = 0u32;
    for count in &mut before {
        sum += *count;
        *count = sum;
    }
    before
}
