//! What the first pass over an article said of each word, for the second pass to look at.

use rustc_hash::FxHashMap;

use super::{
    features::{Feature, elsewhere},
    label::{Label, Sort, spans},
};
use crate::{
    arabic::{TokenId, TokenRange, WordId},
    extract::context::Source,
    lexicon::Class,
};

/// How often a word was given each sort of label, and how often it ended a person's name of several words.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    /// Outside, person, place, organisation, other.
    sorts: [u16; 5],
    surname: u16,
}

/// The labels of an article by word, proclitics aside.
#[derive(Debug)]
pub struct Memory {
    /// For each distinct word which counts are those of its stem, if they are kept.
    stems: Vec<Option<u32>>,
    counts: Vec<Counts>,
}

impl Memory {
    /// Remembers the labels of every token of an article.
    #[must_use]
    pub fn of(source: &Source<'_>, sentences: impl Iterator<Item = TokenRange>, labels: &[Label]) -> Self {
        let mut memory = Self::empty(source);
        for sentence in sentences {
            let Some(own) = labels.get(sentence.indices()) else { continue };
            for (at, label) in own.iter().enumerate() {
                memory.at(source, sentence.start.plus(at as u32), |counts| {
                    let count = &mut counts.sorts[sort_index(*label)];
                    *count = count.saturating_add(1);
                });
            }
            for (_, end, _) in spans(own).filter(|(start, end, sort)| *sort == Sort::Person && end - start > 1) {
                memory.at(source, sentence.start.plus(end as u32 - 1), |counts| {
                    counts.surname = counts.surname.saturating_add(1)
                });
            }
        }
        memory
    }

    /// Words that may be part of a name are remembered by their stem.
    fn empty(source: &Source<'_>) -> Self {
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let words = (0..source.tokens.words().len()).map(|word| WordId(u32::try_from(word).unwrap_or(u32::MAX)));
        let stems = words.map(|word| {
            let lexeme = source.lexemes.of_word(word);
            let telling = !lexeme.is(Class::Function) && lexeme.stem.chars().nth(1).is_some();
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            telling.then(|| *numbers.entry(&lexeme.stem).or_insert(next))
        });
        let stems = stems.collect();
        Self { stems, counts: vec![Counts::default(); numbers.len()] }
    }

    fn place(&self, source: &Source<'_>, token: TokenId) -> Option<usize> {
        let word = source.tokens.get(token)?.word.0 as usize;
        self.stems.get(word).copied().flatten().map(|stem| stem as usize)
    }

    fn at(&mut self, source: &Source<'_>, token: TokenId, note: impl Fn(&mut Counts)) {
        if let Some(counts) = self.place(source, token).and_then(|stem| self.counts.get_mut(stem)) {
            note(counts);
        }
    }

    /// Hands over the features of what was said elsewhere of the word of a token that was labelled `own`.
    pub fn features(&self, source: &Source<'_>, token: TokenId, own: Label, mut sink: impl FnMut(Feature)) {
        let Some(counts) = self.place(source, token).and_then(|stem| self.counts.get(stem)) else { return };
        let mut sorts = counts.sorts;
        sorts[sort_index(own)] = sorts[sort_index(own)].saturating_sub(1);
        let all: u32 = sorts.iter().map(|count| u32::from(*count)).sum();
        if all == 0 {
            return;
        }
        let most = (0..5u8).max_by_key(|sort| (sorts[usize::from(*sort)], *sort)).unwrap_or_default();
        let share = u32::from(sorts[usize::from(most)]) * 4 / all;
        sink(elsewhere(&[0, most, share as u8]));
        for sort in 1..5u8 {
            if sorts[usize::from(sort)] > 0 && sort != most {
                sink(elsewhere(&[1, sort, most]));
            }
        }
        if counts.surname > 0 {
            sink(elsewhere(&[2, most]));
        }
    }
}

fn sort_index(label: Label) -> usize {
    label.sort().map_or(0, |sort| 1 + sort as usize)
}
