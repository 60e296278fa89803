//! `likeness.bin`: what tells the letters of names from those of other words, learned from the packed words.

use std::collections::{BTreeMap, BTreeSet};

use qari::lexicon::{
    Facts, Phrase, Rate,
    likeness::{self, BUCKETS},
};

const ROUNDS: usize = 12;
const RATE: f32 = 0.5;
const DECAY: f32 = 1e-6;

/// Learns, and gives the bytes of the file.
pub fn train(facts: &BTreeMap<String, Facts>, phrases: &[(String, Phrase)]) -> Vec<u8> {
    let places: BTreeSet<&str> = phrases.iter().flat_map(|(words, _)| words.split(' ')).collect();
    let samples: Vec<(Vec<usize>, bool)> = facts
        .iter()
        .filter(|(word, _)| {
            word.chars().count() > 2 && word.chars().all(|letter| letter > '\u{0600}' && letter.is_alphabetic())
        })
        .filter_map(|(word, facts)| Some((buckets(word), is_name(facts, places.contains(word.as_str()))?)))
        .collect();
    let (mut bias, mut weights) = (0.0f32, vec![0.0f32; BUCKETS]);
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut random = Random(1);
    for round in 0..ROUNDS {
        random.shuffle(&mut order);
        let step = RATE / (1.0 + round as f32);
        for index in &order {
            let (buckets, name) = &samples[*index];
            let norm = (buckets.len() as f32).sqrt();
            let score = bias + buckets.iter().map(|bucket| weights[*bucket]).sum::<f32>() / norm;
            let error = f32::from(u8::from(*name)) - 1.0 / (1.0 + (-score).exp());
            bias += 0.1 * step * error;
            for bucket in buckets {
                weights[*bucket] += step * (error / norm - DECAY * weights[*bucket]);
            }
        }
    }
    likeness::file(bias, &weights)
}

/// A part of names of people from abroad that news does not use otherwise is a name; a word that is no name at all is
/// none; what may be either teaches nothing.
fn is_name(facts: &Facts, place: bool) -> Option<bool> {
    let known = facts.given.max(facts.family).max(facts.foreign) > Rate::default();
    if facts.foreign > Rate::default() && facts.frequency < Rate::of(2000) {
        return Some(true);
    }
    (!known && !place).then_some(false)
}

fn buckets(word: &str) -> Vec<usize> {
    let mut buckets = Vec::new();
    likeness::sequences(word, |bucket| buckets.push(bucket));
    buckets
}

/// A small generator, so that the order of learning is the same everywhere (Knuth's MMIX constants).
pub struct Random(pub u64);

impl Random {
    /// The next number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    /// Fisher and Yates.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
