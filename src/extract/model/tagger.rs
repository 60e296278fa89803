//! The best labels of a sentence (Viterbi), from scores that are kept for every distinct word.

use super::{
    features::{Places, REACH, WordFeatures, WordHashes, edge, of_place},
    label::{LABELS, Label},
    memory::Memory,
    weights::{Scores, Weights},
};
use crate::{
    arabic::{Token, TokenId, TokenRange},
    extract::context::Source,
};

/// Offsets from which a word is looked at.
const OFFSETS: usize = 2 * REACH as usize + 1;

/// Labels the sentences of one article.
#[derive(Debug)]
pub struct Tagger<'a> {
    source: Source<'a>,
    weights: Weights,
    /// What each distinct word adds to the scores of the tokens about it.
    words: Vec<Option<Box<[Scores; OFFSETS]>>>,
    edges: [Scores; OFFSETS],
    hashes: WordHashes,
    transitions: Transitions,
}

impl<'a> Tagger<'a> {
    /// A tagger for one article.
    #[must_use]
    pub fn new(source: Source<'a>, weights: Weights) -> Self {
        let mut edges = [Scores::default(); OFFSETS];
        for (scores, offset) in edges.iter_mut().zip(-REACH..) {
            weights.add(edge(offset), scores);
        }
        Self {
            source,
            weights,
            words: vec![None; source.tokens.words().len()],
            edges,
            hashes: WordHashes::of(&source),
            transitions: Transitions::of(&weights),
        }
    }

    /// The best labels of every token of the article: a first pass by itself, and a second one that knows what the
    /// first said of the same words elsewhere.
    #[must_use]
    pub fn labels(mut self) -> Vec<Label> {
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
    pub fn first_labels(mut self) -> Vec<Label> {
        let (sentences, scores) = self.first_scores();
        self.decode(&sentences, &scores)
    }

    fn first_scores(&mut self) -> (Vec<TokenRange>, Vec<Scores>) {
        let sentences: Vec<TokenRange> =
            self.source.tokens.sentences().iter().map(|sentence| sentence.tokens).collect();
        let scores = sentences.iter().flat_map(|sentence| self.scores(*sentence)).collect();
        (sentences, scores)
    }

    fn decode(&self, sentences: &[TokenRange], scores: &[Scores]) -> Vec<Label> {
        let of = |sentence: &TokenRange| scores.get(sentence.indices()).unwrap_or_default();
        sentences.iter().flat_map(|sentence| best(of(sentence), &self.transitions)).collect()
    }

    /// The scores of every token of a sentence.
    fn scores(&mut self, sentence: TokenRange) -> Vec<Scores> {
        let tokens = self.source.tokens.slice(sentence);
        let places = Places::of(&self.source, sentence);
        let mut all = vec![Scores::default(); tokens.len()];
        for (at, token) in tokens.iter().enumerate() {
            let word = self.word(token);
            for (theirs, offset) in word.iter().zip(-REACH..) {
                // The token that looks `offset` tokens on sees this word.
                let looking = i64::try_from(at).unwrap_or(0) - i64::from(offset);
                if let Some(scores) = usize::try_from(looking).ok().and_then(|looking| all.get_mut(looking)) {
                    add(scores, theirs);
                }
            }
        }
        for (at, scores) in all.iter_mut().enumerate() {
            for (edge, offset) in self.edges.iter().zip(-REACH..) {
                let seen = i64::try_from(at).unwrap_or(0) + i64::from(offset);
                if usize::try_from(seen).map_or(true, |seen| seen >= tokens.len()) {
                    add(scores, edge);
                }
            }
            of_place(&self.source, &self.hashes, sentence, &places, at, |key| self.weights.add(key, scores));
        }
        all
    }

    fn word(&mut self, token: &Token) -> [Scores; OFFSETS] {
        let Some(slot) = self.words.get_mut(token.word.0 as usize) else { return [Scores::default(); OFFSETS] };
        **slot.get_or_insert_with(|| {
            let folded = self.source.tokens.words().get(token.word.0 as usize).map_or("", |word| word.as_str());
            let lexeme = self.source.lexemes.of_token(token);
            let features = WordFeatures::of(folded, token.script, lexeme, self.source.lexicon);
            let mut scores = Box::new([Scores::default(); OFFSETS]);
            for (scores, offset) in scores.iter_mut().zip(-REACH..) {
                features.keys(offset, |key| self.weights.add(key, scores));
            }
            scores
        })
    }
}

fn add(scores: &mut Scores, others: &Scores) {
    for (score, other) in scores.iter_mut().zip(others) {
        *score += other;
    }
}

/// A score that no sequence can make up for, far enough from the least number to be added to.
const IMPOSSIBLE: i32 = i32::MIN / 4;

/// The scores of each label after each other one, and at the start of a sentence.
#[derive(Debug)]
struct Transitions {
    start: Scores,
    after: [Scores; LABELS],
}

impl Transitions {
    fn of(weights: &Weights) -> Self {
        let row = |before: Option<Label>| {
            let mut row = Scores::default();
            for (index, score) in row.iter_mut().enumerate() {
                let label = Label::at(index);
                let possible = label.may_follow(before.unwrap_or(Label::OUTSIDE));
                *score = if possible { weights.transition(before, label) } else { IMPOSSIBLE };
            }
            row
        };
        Self { start: row(None), after: std::array::from_fn(|before| row(Some(Label::at(before)))) }
    }
}

/// The best sequence of labels in which each may follow the one before.
fn best(scores: &[Scores], transitions: &Transitions) -> Vec<Label> {
    let Some((first, rest)) = scores.split_first() else { return Vec::new() };
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(rest.len());
    let mut sums: Scores = std::array::from_fn(|label| transitions.start[label] + first[label]);
    for own in rest {
        let mut best = [(IMPOSSIBLE, 0u8); LABELS];
        for (before, (reached, row)) in (0u8..).zip(sums.iter().zip(&transitions.after)) {
            for ((sum, from), step) in best.iter_mut().zip(row) {
                let candidate = reached.saturating_add(*step);
                if candidate > *sum {
                    (*sum, *from) = (candidate, before);
                }
            }
        }
        sums = std::array::from_fn(|label| best[label].0.saturating_add(own[label]));
        back.push(best.map(|(_, from)| from));
    }
    let mut label = (0..LABELS).max_by_key(|index| (sums[*index], std::cmp::Reverse(*index))).unwrap_or_default();
    let mut labels = vec![Label::at(label)];
    for from in back.iter().rev() {
        label = usize::from(from[label]);
        labels.push(Label::at(label));
    }
    labels.reverse();
    labels
}
