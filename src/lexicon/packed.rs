//! A table of the fixed-size records of `assets/lexicon`, read in place.
//!
//! Layout, little-endian: `count: u32`; the index, for each value of a key's leading bits where its keys begin, and
//! once more where the last ones end; `count` keys of 4 bytes in rising order; `count` records. The keys are 32-bit
//! hashes, so that a word that is in no list is taken for one that is about once in 50,000 words.

/// A packed table whose records take `N` bytes.
#[derive(Debug, Clone, Copy)]
pub struct Packed<const N: usize> {
    index: &'static [u8],
    keys: &'static [u8],
    records: &'static [u8],
}

const WORD: usize = 4;
/// Leading bits of a key by which the index goes.
const BITS: u32 = 12;
/// Entries of the index.
const INDEX: usize = (1 << BITS) + 1;

impl<const N: usize> Packed<N> {
    /// A table over the bytes of a file; an empty one where they do not fit the layout.
    #[must_use]
    pub fn over(file: &'static [u8]) -> Self {
        Self::cut(file).unwrap_or(Self { index: &[], keys: &[], records: &[] })
    }

    fn cut(file: &'static [u8]) -> Option<Self> {
        let (count, rest) = file.split_first_chunk::<WORD>()?;
        let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        let (index, rest) = rest.split_at_checked(INDEX * WORD)?;
        let (keys, records) = rest.split_at_checked(count.checked_mul(WORD)?)?;
        (records.len() == count.checked_mul(N)?).then_some(Self { index, keys, records })
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len() / WORD
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The record of a key.
    #[must_use]
    pub fn get(&self, key: u32) -> Option<&'static [u8; N]> {
        let at = self.position(key)?;
        self.records.get(at * N..)?.first_chunk::<N>()
    }

    fn position(&self, key: u32) -> Option<usize> {
        let bucket = (key >> (32 - BITS)) as usize;
        let start = word(self.index, bucket)? as usize;
        let end = word(self.index, bucket + 1)? as usize;
        let keys = self.keys.get(start * WORD..end * WORD)?;
        // Some ten keys in rising order: counting the smaller ones takes no branch that depends on them.
        let (keys, _) = keys.as_chunks::<WORD>();
        let smaller: u32 = keys.iter().map(|found| u32::from(u32::from_le_bytes(*found) < key)).sum();
        let at = smaller as usize;
        (keys.get(at) == Some(&key.to_le_bytes())).then_some(start + at)
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at * WORD..)?.first_chunk::<WORD>().map(|word| u32::from_le_bytes(*word))
}

/// The bytes of a packed table; of two records with one key the later is kept.
#[must_use]
pub fn pack<const N: usize>(records: impl IntoIterator<Item = (u32, [u8; N])>) -> Vec<u8> {
    let sorted: std::collections::BTreeMap<u32, [u8; N]> = records.into_iter().collect();
    let count = |keys: usize| u32::try_from(keys).unwrap_or(u32::MAX).to_le_bytes();
    let mut file: Vec<u8> = count(sorted.len()).to_vec();
    let mut keys = sorted.keys().copied().enumerate().peekable();
    for bucket in 0..INDEX as u64 {
        while keys.next_if(|(_, key)| u64::from(*key) >> (32 - BITS) < bucket).is_some() {}
        file.extend(count(keys.peek().map_or(sorted.len(), |(at, _)| *at)));
    }
    file.extend(sorted.keys().flat_map(|key| key.to_le_bytes()));
    file.extend(sorted.values().flatten());
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_and_no_other() {
        let keys = [0, 1, 7, 1 << 20, 1 << 31, u32::MAX - 1, u32::MAX];
        let file = pack(keys.map(|key| (key, key.to_be_bytes()))).leak();
        let table = Packed::<4>::over(file);
        for key in keys {
            assert_eq!(table.get(key), Some(&key.to_be_bytes()));
        }
        for key in [2, 6, 8, (1 << 20) + 1, u32::MAX - 2] {
            assert_eq!(table.get(key), None);
        }
    }

    #[test]
    fn a_file_of_another_layout_is_empty() {
        assert!(Packed::<4>::over(b"").is_empty());
        assert!(Packed::<4>::over(b"\x01\0\0\0abcd").is_empty());
        let mut cut_short = pack([(1, [0; 4])]);
        cut_short.pop();
        assert!(Packed::<4>::over(cut_short.leak()).is_empty());
    }
}
