//! The model's weights: `assets/lexicon/model.bin`, one byte a weight, read in place.

use super::label::{LABELS, Label};
use crate::lexicon::packed::{Packed, pack};

/// Scores of a token, one a label, in steps of the file's weights.
pub type Scores = [i32; LABELS];

/// Bytes of the transitions at the beginning of the file: from each label, and from the start of a sentence.
const TRANSITIONS: usize = LABELS * (LABELS + 1);

/// The weights.
#[derive(Debug, Clone, Copy)]
pub struct Weights {
    transitions: &'static [u8],
    features: Packed<LABELS>,
    /// Whether to judge by the conventions of ANERcorp.
    benchmark: bool,
}

impl Weights {
    /// Reads a file in place.
    #[must_use]
    pub fn over(file: &'static [u8]) -> Self {
        let (transitions, features) = file.split_at_checked(TRANSITIONS).unwrap_or_default();
        Self { transitions, features: Packed::over(features), benchmark: false }
    }

    /// The weights that ship with the program.
    #[must_use]
    pub fn shipped() -> Self {
        Self::over(include_bytes!("../../../assets/lexicon/model.bin"))
    }

    /// The same, by the conventions of ANERcorp, where the type word is no part of a name and a ministry is none.
    #[must_use]
    pub fn by_benchmark(self) -> Self {
        Self { benchmark: true, ..self }
    }

    /// The key of what the conventions of ANERcorp add to the weights of a feature.
    #[must_use]
    pub fn benchmark_key(key: u32) -> u32 {
        key ^ 0xA5A5_5A5A
    }

    /// Adds the weights of a feature to some scores.
    pub fn add(&self, key: u32, scores: &mut Scores) {
        self.add_row(key, scores);
        if self.benchmark {
            self.add_row(Self::benchmark_key(key), scores);
        }
    }

    fn add_row(&self, key: u32, scores: &mut Scores) {
        if let Some(row) = self.features.get(key) {
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += i32::from(*weight as i8);
            }
        }
    }

    /// The score of `label` after `before`; `None` is the start of a sentence.
    #[must_use]
    pub fn transition(&self, before: Option<Label>, label: Label) -> i32 {
        let row = before.map_or(LABELS, Label::index);
        self.transitions.get(row * LABELS + label.index()).map_or(0, |weight| i32::from(*weight as i8))
    }
}

/// The file of some weights. `transitions` has a row for each label before, and one for the start; the largest weight
/// becomes 127.
#[must_use]
pub fn file(transitions: &[[f32; LABELS]], features: &[(u32, [f32; LABELS])]) -> Vec<u8> {
    let all = transitions.iter().chain(features.iter().map(|(_, row)| row)).flatten();
    let largest = all.fold(1e-6f32, |largest, weight| largest.max(weight.abs()));
    let byte = |weight: &f32| ((weight / largest * 127.0).round() as i8) as u8;
    let rows = features
        .iter()
        .map(|(key, row)| (*key, row.each_ref().map(byte)))
        .filter(|(_, row)| row.iter().any(|weight| *weight != 0));
    let mut file: Vec<u8> = transitions.iter().flatten().map(byte).collect();
    file.extend(pack(rows));
    file
}
