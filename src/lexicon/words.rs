//! What is known of single words: how frequent they are in news, of what kind, and how often they are names.

use super::{
    hash,
    packed::{Packed, pack},
};

/// The facts of one folded word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// How often news has it.
    pub frequency: Rate,
    /// How often it is a given name of people of the Arab world.
    pub given: Rate,
    /// How often it is a family name of people of the Arab world.
    pub family: Rate,
    /// How often it is a part of any person's name in Arabic letters.
    pub foreign: Rate,
    /// Its kind among [`CLUSTERS`], by the company it keeps; none where it is too rare to tell.
    pub cluster: Option<Cluster>,
}

/// A count on a logarithmic scale: eight steps to a doubling, 0 for none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rate(pub u8);

impl Rate {
    /// The rate of a count.
    #[must_use]
    pub const fn of(count: u32) -> Self {
        // Whole doublings, and eighths of the next one on a straight line: exact enough for comparing counts.
        let count = count as u64 + 1;
        let doublings = count.ilog2();
        let rest = (count << 3 >> doublings) - 8;
        let rate = doublings as u64 * 8 + rest;
        Self(if rate > u8::MAX as u64 { u8::MAX } else { rate as u8 })
    }
}

/// A word cluster: a coarse kind, and a fine one chosen independently of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cluster {
    /// Of 128.
    pub coarse: u8,
    /// Of 512.
    pub fine: u16,
}

/// Bytes of a packed record.
const RECORD: usize = 6;
/// The cluster number of words without one; coarse clusters are 0 to 127, so that it is none of theirs.
const NO_CLUSTER: u16 = u16::MAX;

/// The words of `assets/lexicon/words.bin`.
#[derive(Debug, Clone, Copy)]
pub struct Words(Packed<RECORD>);

impl Words {
    /// Reads a file in place.
    #[must_use]
    pub fn over(file: &'static [u8]) -> Self {
        Self(Packed::over(file))
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The facts of a folded word; nothing where no list has it.
    #[must_use]
    pub fn get(&self, folded: &str) -> Option<Facts> {
        let [frequency, given, family, foreign, low, high] = *self.0.get(hash::word(folded))?;
        let packed = u16::from_le_bytes([low, high]);
        let cluster = (packed != NO_CLUSTER).then_some(Cluster { coarse: (packed >> 9) as u8, fine: packed & 0x1FF });
        Some(Facts {
            frequency: Rate(frequency),
            given: Rate(given),
            family: Rate(family),
            foreign: Rate(foreign),
            cluster,
        })
    }
}

/// The file of some words.
#[must_use]
pub fn file<'a>(words: impl IntoIterator<Item = (&'a str, Facts)>) -> Vec<u8> {
    pack(words.into_iter().map(|(word, facts)| {
        let cluster =
            facts.cluster.map_or(NO_CLUSTER, |Cluster { coarse, fine }| u16::from(coarse & 0x7F) << 9 | fine & 0x1FF);
        let [low, high] = cluster.to_le_bytes();
        let record = [facts.frequency.0, facts.given.0, facts.family.0, facts.foreign.0, low, high];
        (hash::word(word), record)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_rise_with_counts() {
        assert_eq!(Rate::of(0), Rate(0));
        assert_eq!(Rate::of(1), Rate(8));
        assert_eq!(Rate::of(2), Rate(12));
        assert!((0..5000).all(|count| Rate::of(count) <= Rate::of(count + 1)));
        assert!(Rate::of(u32::MAX) > Rate::of(1 << 31));
    }

    #[test]
    fn facts_come_back_as_they_were_written() {
        let facts = Facts {
            frequency: Rate(3),
            given: Rate(0),
            family: Rate(9),
            foreign: Rate(255),
            cluster: Some(Cluster { coarse: 127, fine: 501 }),
        };
        let words = Words::over(file([("x", facts), ("y", Facts::default())]).leak());
        assert_eq!(words.get("x"), Some(facts));
        assert_eq!(words.get("y"), Some(Facts::default()));
        assert_eq!(words.get("z"), None);
    }
}
