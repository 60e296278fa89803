//! Names that are known as wholes: places, organisations, leading people.

use super::{
    hash::PhraseKey,
    packed::{Packed, pack},
};

/// What a phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PhraseKind {
    /// A state or a territory.
    Country,
    /// A city; a capital often stands for its state.
    City,
    /// A continent, a region, a sea.
    Region,
    /// An organisation.
    Organisation,
    /// A person.
    Person,
}

/// Two letters of ISO 3166-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(pub [u8; 2]);

impl Country {
    /// The country of a two-letter code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        let code: [u8; 2] = code.as_bytes().try_into().ok()?;
        code.iter().all(u8::is_ascii_uppercase).then_some(Self(code))
    }
}

/// One known name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// What it names.
    pub kind: PhraseKind,
    /// Equal for the names of one thing.
    pub group: u16,
    /// The country it is or lies in.
    pub country: Option<Country>,
}

const RECORD: usize = 5;
/// The longest phrase, in words.
pub const LONGEST: usize = 9;
const KINDS: [PhraseKind; 5] =
    [PhraseKind::Country, PhraseKind::City, PhraseKind::Region, PhraseKind::Organisation, PhraseKind::Person];

/// The phrases of `assets/lexicon/phrases.bin`.
#[derive(Debug, Clone, Copy)]
pub struct Phrases {
    whole: Packed<RECORD>,
}

impl Phrases {
    /// Reads a file in place.
    #[must_use]
    pub fn over(file: &'static [u8]) -> Self {
        Self { whole: Packed::over(file) }
    }

    /// How many records there are, beginnings of phrases included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.whole.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// What is known of the phrase with this key.
    #[must_use]
    pub fn get(&self, key: PhraseKey) -> Entry {
        let Some([kind, low, high, first, second]) = self.whole.get(key.short()).copied() else {
            return Entry::default();
        };
        let phrase = KINDS.get(usize::from(kind & !MORE)).map(|kind| Phrase {
            kind: *kind,
            group: u16::from_le_bytes([low, high]),
            country: (first != 0).then_some(Country([first, second])),
        });
        Entry { phrase, goes_on: kind & MORE != 0 }
    }
}

/// A phrase, and whether a longer one begins with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// The name, if the words are one.
    pub phrase: Option<Phrase>,
    /// Longer names begin with these words.
    pub goes_on: bool,
}

/// Marks a record that is the beginning of longer phrases.
const MORE: u8 = 0x80;
/// The kind of a record that is nothing but a beginning.
const NONE: u8 = 0x7F;

/// The file of some phrases, folded words one blank apart. Of two with the same words the earlier is kept.
#[must_use]
pub fn file<'a>(phrases: impl IntoIterator<Item = (&'a str, Phrase)>) -> Vec<u8> {
    let mut records: std::collections::BTreeMap<u32, [u8; RECORD]> = std::collections::BTreeMap::new();
    for (words, phrase) in phrases {
        let words: Vec<&str> = words.split(' ').collect();
        for length in 1..words.len().min(LONGEST + 1) {
            let key = PhraseKey::of(words.iter().copied().take(length)).short();
            records.entry(key).or_insert([NONE, 0, 0, 0, 0])[0] |= MORE;
        }
        let kind = KINDS.iter().position(|kind| *kind == phrase.kind).unwrap_or_default() as u8;
        let [low, high] = phrase.group.to_le_bytes();
        let [first, second] = phrase.country.map_or([0, 0], |country| country.0);
        let record = records.entry(PhraseKey::of(words.iter().copied()).short()).or_insert([NONE, 0, 0, 0, 0]);
        if record[0] & NONE == NONE {
            *record = [record[0] & MORE | kind, low, high, first, second];
        }
    }
    pack(records)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_and_their_beginnings_are_known() {
        let phrase = |kind, group| Phrase { kind, group, country: Country::of("RU") };
        let file = file([("a b", phrase(PhraseKind::City, 3)), ("a", phrase(PhraseKind::Person, 4))]);
        let phrases = Phrases::over(file.leak());
        let get = |words: &[&str]| phrases.get(PhraseKey::of(words.iter().copied()));
        assert_eq!(get(&["a", "b"]), Entry { phrase: Some(phrase(PhraseKind::City, 3)), goes_on: false });
        assert_eq!(get(&["a"]), Entry { phrase: Some(phrase(PhraseKind::Person, 4)), goes_on: true });
        assert_eq!(get(&["b"]), Entry::default());
    }
}
