//! The hash of the packed tables. It is part of their format: changing it means building them anew.

/// FNV-1a, 64 bits, of some bytes, going on from `state`.
#[must_use]
pub fn mix(state: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(state, |state, byte| (state ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3))
}

/// Where FNV-1a begins.
pub const START: u64 = 0xCBF2_9CE4_8422_2325;

/// The 32 bits that a table keeps of a hash.
#[must_use]
pub fn short(state: u64) -> u32 {
    // The high half of FNV-1a is the better mixed one.
    ((state >> 32) ^ state) as u32
}

/// The key of a folded word.
#[must_use]
pub fn word(folded: &str) -> u32 {
    short(mix(START, folded.as_bytes()))
}

/// The key of a folded phrase, made word by word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PhraseKey(u64);

impl Default for PhraseKey {
    fn default() -> Self {
        Self(START)
    }
}

impl PhraseKey {
    /// The key of the phrase with one word more.
    #[must_use]
    pub fn with(self, word: &str) -> Self {
        Self(mix(mix(self.0, word.as_bytes()), b" "))
    }

    /// The key of some words.
    #[must_use]
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        words.into_iter().fold(Self::default(), Self::with)
    }

    /// What the table keeps of it.
    #[must_use]
    pub fn short(self) -> u32 {
        short(self.0)
    }
}
