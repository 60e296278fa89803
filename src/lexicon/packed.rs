//! A table of the fixed-size records of `assets/lexicon`, read in place.
//!
//! Layout, little-endian: `count: u32`, then `count` keys of 4 bytes in rising order, then `count` records. The keys
//! are 32-bit hashes, so that a word that is in no list is taken for one that is about once in 50,000 words.

/// A packed table whose records take `N` bytes.
#[derive(Debug, Clone, Copy)]
pub struct Packed<const N: usize> {
    keys: &'static [u8],
    records: &'static [u8],
}

const KEY: usize = 4;

impl<const N: usize> Packed<N> {
    /// A table over the bytes of a file; an empty one where they do not fit the layout.
    #[must_use]
    pub fn over(file: &'static [u8]) -> Self {
        Self::cut(file).unwrap_or(Self { keys: &[], records: &[] })
    }

    fn cut(file: &'static [u8]) -> Option<Self> {
        let (count, rest) = file.split_first_chunk::<KEY>()?;
        let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        let (keys, records) = rest.split_at_checked(count.checked_mul(KEY)?)?;
        (records.len() == count.checked_mul(N)?).then_some(Self { keys, records })
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len() / KEY
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

    fn key(&self, at: usize) -> Option<u32> {
        self.keys.get(at * KEY..)?.first_chunk::<KEY>().map(|key| u32::from_le_bytes(*key))
    }

    /// Interpolation search: hashes are spread evenly, so that a few steps do.
    fn position(&self, key: u32) -> Option<usize> {
        let (mut low, mut high) = (0usize, self.len());
        let (mut floor, mut ceiling) = (0u64, 1u64 << 32);
        while low < high {
            let width = (high - low) as u64;
            let share = (u64::from(key) - floor) * width / (ceiling - floor);
            let middle = (low + usize::try_from(share).ok()?).min(high - 1);
            let found = self.key(middle)?;
            match found.cmp(&key) {
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Less => (low, floor) = (middle + 1, u64::from(found) + 1),
                std::cmp::Ordering::Greater => (high, ceiling) = (middle, u64::from(found)),
            }
            if u64::from(key) < floor || u64::from(key) >= ceiling {
                return None;
            }
        }
        None
    }
}

/// The bytes of a packed table; of two records with one key the later is kept.
#[must_use]
pub fn pack<const N: usize>(records: impl IntoIterator<Item = (u32, [u8; N])>) -> Vec<u8> {
    let sorted: std::collections::BTreeMap<u32, [u8; N]> = records.into_iter().collect();
    let count = u32::try_from(sorted.len()).unwrap_or(u32::MAX);
    let keys = sorted.keys().flat_map(|key| key.to_le_bytes());
    count.to_le_bytes().into_iter().chain(keys).chain(sorted.values().flatten().copied()).collect()
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
        assert!(Packed::<4>::over(b"\xFF\xFF\xFF\xFFabcd").is_empty());
    }
}
