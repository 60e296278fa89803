//! The best labels of a sentence (Viterbi), from scores that are kept for every distinct word.

use std::cmp::Reverse;

use super::{
    features::{Places, REACH, WordFeatures, WordHashes, edge, of_pairs, of_place},
    hints::Hints,
    label::{LABELS, Label},
    memory::Memory,
    weights::{Scores, Weights},
};
use crate::{
    arabic::{TokenId, TokenRange},
    extract::context::Source,
};

/// Offsets from which a word is looked at.
const OFFSETS: usize = 2 * REACH as usize + 1;

/// Scores of one word, which take half the room: some 70 weights of one byte.
type ShortScores = [i16; LABELS];

/// Labels the sentences of one article.
#[derive(Debug)]
pub struct Tagger<'a> {
    source: Source<'a>,
    hints: &'a Hints,
    weights: Weights,
    /// What each distinct word adds to the scores of the tokens about it.
    words: Vec<[ShortScores; OFFSETS]>,
    edges: [Scores; OFFSETS],
    hashes: WordHashes,
    transitions: Transitions,
}

impl<'a> Tagger<'a> {
    /// A tagger for one article.
    #[must_use]
    pub fn new(source: Source<'a>, hints: &'a Hints, weights: Weights) -> Self {
        let mut edges = [Scores::default(); OFFSETS];
        for (scores, offset) in edges.iter_mut().zip(-REACH..) {
            weights.add(edge(offset), scores);
        }
        Self {
            source,
            hints,
            weights,
            words: words(&source, &weights),
            edges,
            hashes: WordHashes::of(&source),
            transitions: Transitions::of(&weights),
        }
    }

    /// The best labels of every token of the article: a first pass by itself, and a second one that knows what the
    /// first said of the same words elsewhere.
    #[must_use]
    pub fn labels(self) -> Vec<Label> {
        let (sentences, mut scores) = self.first_scores();
        let first = self.decode(&sentences, &scores);
        let memory = Memory::of(&self.source, sentences.iter().copied(), &first);
        for ((token, scores), own) in (0u32..).zip(&mut scores).zip(&first) {
            memory.features(&self.source, TokenId(token), *own, |feature| self.weights.add(feature.key(0), scores));
        }
        self.decode(&sentences, &scores)
    }

    /// The labels that the first pass gives.
    #[must_use]
    pub fn first_labels(self) -> Vec<Label> {
        let (sentences, scores) = self.first_scores();
        self.decode(&sentences, &scores)
    }

    fn first_scores(&self) -> (Vec<TokenRange>, Vec<Scores>) {
        let sentences: Vec<TokenRange> =
            self.source.tokens.sentences().iter().map(|sentence| sentence.tokens).collect();
        let mut scores = vec![Scores::default(); self.source.tokens.all().len()];
        for sentence in &sentences {
            if let Some(own) = scores.get_mut(sentence.indices()) {
                self.score(*sentence, own);
            }
        }
        (sentences, scores)
    }

    fn decode(&self, sentences: &[TokenRange], scores: &[Scores]) -> Vec<Label> {
        let mut labels = Vec::with_capacity(scores.len());
        for sentence in sentences {
            self.transitions.best(scores.get(sentence.indices()).unwrap_or_default(), &mut labels);
        }
        labels
    }

    /// Scores every token of a sentence.
    fn score(&self, sentence: TokenRange, all: &mut [Scores]) {
        let places = Places::of(&self.source, self.hints, sentence);
        for (at, token) in self.source.tokens.slice(sentence).iter().enumerate() {
            let Some(word) = self.words.get(token.word.0 as usize) else { continue };
            for (theirs, offset) in word.iter().zip(-REACH..) {
                // The token that looks `offset` tokens on sees this word.
                let looking = i64::try_from(at).unwrap_or(0) - i64::from(offset);
                if let Some(scores) = usize::try_from(looking).ok().and_then(|looking| all.get_mut(looking)) {
                    scores.iter_mut().zip(theirs).for_each(|(score, theirs)| *score += i32::from(*theirs));
                }
            }
        }
        let tokens = all.len();
        for (at, scores) in all.iter_mut().enumerate() {
            let inside = at >= REACH as usize && at + (REACH as usize) < tokens;
            for (edge, offset) in self.edges.iter().zip(-REACH..).filter(|_| !inside) {
                let seen = i64::try_from(at).unwrap_or(0) + i64::from(offset);
                if usize::try_from(seen).map_or(true, |seen| seen >= tokens) {
                    scores.iter_mut().zip(edge).for_each(|(score, edge)| *score += edge);
                }
            }
            of_pairs(&self.source, &self.hashes, sentence, at, |key| self.weights.add(key, scores));
            of_place(&self.source, &self.hashes, sentence, &places, at, |key| self.weights.add(key, scores));
        }
    }
}

/// What each distinct word adds to the scores of the tokens about it.
fn words(source: &Source<'_>, weights: &Weights) -> Vec<[ShortScores; OFFSETS]> {
    let mut words = Vec::with_capacity(source.tokens.words().len());
    for token in source.tokens.all() {
        // Words are numbered in the order of their first use.
        if token.word.0 as usize == words.len()
            && let Some(folded) = source.tokens.words().get(words.len())
        {
            let features = WordFeatures::of(folded, token.script, source.lexemes.of_token(token), source.lexicon);
            words.push(std::array::from_fn(|at| {
                let mut scores = Scores::default();
                features.keys(at as i32 - REACH, |key| weights.add(key, &mut scores));
                scores.map(|score| i16::try_from(score.clamp(i16::MIN.into(), i16::MAX.into())).unwrap_or_default())
            }));
        }
    }
    words
}

/// A score that no sequence can make up for, far enough from the least number to be added to.
const IMPOSSIBLE: i32 = i32::MIN / 4;

/// The labels, rounded up to whole vectors of the processor.
const LANES: usize = LABELS.next_multiple_of(4);

/// The scores of each label after each other one, and at the start of a sentence.
#[derive(Debug)]
struct Transitions {
    start: [i32; LANES],
    after: [[i32; LANES]; LABELS],
}

impl Transitions {
    fn of(weights: &Weights) -> Self {
        let row = |before: Option<Label>| {
            std::array::from_fn(|index| {
                let label = Label::at(index);
                let possible = index < LABELS && label.may_follow(before.unwrap_or(Label::OUTSIDE));
                if possible { weights.transition(before, label) } else { IMPOSSIBLE }
            })
        };
        Self { start: row(None), after: std::array::from_fn(|before| row(Some(Label::at(before)))) }
    }

    /// Appends the best sequence of labels, in which each may follow the one before.
    fn best(&self, scores: &[Scores], labels: &mut Vec<Label>) {
        let Some((first, rest)) = scores.split_first() else { return };
        let mut back: Vec<[u8; LANES]> = Vec::with_capacity(rest.len());
        let mut sums = with(self.start, first);
        for own in rest {
            let (reached, from) = self.step(&sums);
            sums = with(reached, own);
            back.push(from);
        }
        let mut label = (0..LABELS).max_by_key(|index| (sums[*index], Reverse(*index))).unwrap_or_default();
        let start = labels.len();
        labels.push(Label::at(label));
        for from in back.iter().rev() {
            label = usize::from(from[label]);
            labels.push(Label::at(label));
        }
        labels[start..].reverse();
    }

    /// The best sums before each label's own score, and the label each comes from; as much is taken off all of them as
    /// brings the best to nothing, so that no sentence is too long to be added up.
    fn step(&self, sums: &[i32; LANES]) -> ([i32; LANES], [u8; LANES]) {
        let top = sums[..LABELS].iter().copied().max().unwrap_or_default();
        let mut best = [IMPOSSIBLE; LANES];
        let mut from = [0i32; LANES];
        for (before, (sum, row)) in (0i32..).zip(sums.iter().zip(&self.after)) {
            let sum = sum - top;
            for lane in 0..LANES {
                let candidate = sum.max(IMPOSSIBLE) + row[lane];
                let better = candidate > best[lane];
                best[lane] = if better { candidate } else { best[lane] };
                from[lane] = if better { before } else { from[lane] };
            }
        }
        (best, from.map(|label| label as u8))
    }
}

fn with(mut sums: [i32; LANES], own: &Scores) -> [i32; LANES] {
    sums.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
    sums
}
