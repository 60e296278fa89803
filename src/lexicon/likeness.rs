//! Name-likeness: whether the letters of a word look like those of a name, foreign ones above all.
//!
//! A logistic model over the word's letter sequences of two to four, its edges included, hashed into a small table.

use super::hash;

/// Entries of the table.
pub const BUCKETS: usize = 1 << 15;
/// Steps of a weight to one unit of [`Score`].
const SCALE: f32 = 16.0;

/// Log-odds of being a name, in quarters: 0 is undecided, 4 is about three to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Score(pub i8);

/// The table of `assets/lexicon/likeness.bin`: a bias, then a weight a bucket, one byte each.
#[derive(Debug, Clone, Copy)]
pub struct Likeness {
    weights: &'static [u8],
}

impl Likeness {
    /// Reads a file in place.
    #[must_use]
    pub fn over(file: &'static [u8]) -> Self {
        Self { weights: file }
    }

    /// The score of a folded word.
    #[must_use]
    pub fn score(&self, folded: &str) -> Score {
        let weight = |at: usize| self.weights.get(at).map_or(0.0, |byte| f32::from(*byte as i8) / SCALE);
        let (mut sum, mut count) = (0.0f32, 0.0f32);
        sequences(folded, |bucket| {
            sum += weight(bucket + 1);
            count += 1.0;
        });
        let odds = weight(0) + sum / count.max(1.0).sqrt();
        Score((odds * 4.0).round().clamp(-128.0, 127.0) as i8)
    }
}

/// The file of a bias and the weights of every bucket.
#[must_use]
pub fn file(bias: f32, weights: &[f32]) -> Vec<u8> {
    let byte = |weight: f32| (weight * SCALE).round().clamp(-127.0, 127.0) as i8 as u8;
    std::iter::once(bias).chain(weights.iter().copied()).map(byte).collect()
}

/// Hands the bucket of every letter sequence of a folded word to `sink`.
pub fn sequences(folded: &str, mut sink: impl FnMut(usize)) {
    let edged: smallvec::SmallVec<[char; 24]> = std::iter::once(' ').chain(folded.chars()).chain([' ']).collect();
    for length in 2..=4 {
        for sequence in edged.windows(length) {
            let state =
                sequence.iter().fold(hash::START, |state, letter| hash::mix(state, &(*letter as u32).to_le_bytes()));
            sink(hash::short(state) as usize % BUCKETS);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sequence_of_two_to_four_letters() {
        let count = |word: &str| {
            let mut count = 0;
            sequences(word, |_| count += 1);
            count
        };
        assert_eq!(count("abc"), 4 + 3 + 2);
        assert_eq!(count(""), 1);
    }

    #[test]
    fn weights_are_kept_to_a_sixteenth() {
        let mut weights = vec![0.0; BUCKETS];
        sequences("ab", |bucket| weights[bucket] = 1.0);
        let likeness = Likeness::over(file(-0.5, &weights).leak());
        // Six sequences of weight one: -0.5 + 6 / sqrt(6).
        assert_eq!(likeness.score("ab"), Score(8));
        assert_eq!(likeness.score("xy"), Score(-2));
    }
}
