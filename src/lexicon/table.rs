//! Small lists kept as text: a phrase a line, and what it stands for.

use rustc_hash::FxHashMap;

use crate::arabic::{Folding, fold};

/// Phrases with what each stands for.
///
/// In the file: `phrase|other spelling<TAB>value`, one entry a line; a line that begins with `#` is a comment. Phrases
/// are compared folded ([`Folding::Name`]), their words one blank apart.
#[derive(Debug, Clone)]
pub struct Table<V> {
    entries: FxHashMap<String, V>,
    longest: usize,
}

impl<V: Clone> Table<V> {
    /// Reads a list. Lines whose value `read` does not understand are left out; a test of each list sees to it that
    /// there is none.
    #[must_use]
    pub fn parse(file: &str, read: impl Fn(&str) -> Option<V>) -> Self {
        let mut table = Self { entries: FxHashMap::default(), longest: 0 };
        for (phrases, value) in rows(file) {
            let Some(value) = read(value) else { continue };
            for phrase in phrases.split('|') {
                let phrase = fold(phrase.trim(), Folding::Name);
                table.longest = table.longest.max(phrase.split(' ').count());
                table.entries.insert(phrase, value.clone());
            }
        }
        table
    }

    /// What a folded phrase stands for.
    #[must_use]
    pub fn get(&self, folded: &str) -> Option<&V> {
        self.entries.get(folded)
    }

    /// How many words the longest phrase has.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// How many phrases there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<V> FromIterator<(String, V)> for Table<V> {
    /// A table of phrases that are folded already; of two entries for one phrase the first is kept.
    fn from_iter<I: IntoIterator<Item = (String, V)>>(entries: I) -> Self {
        let mut table = Self { entries: FxHashMap::default(), longest: 0 };
        for (phrase, value) in entries {
            table.longest = table.longest.max(phrase.split(' ').count());
            table.entries.entry(phrase).or_insert(value);
        }
        table
    }
}

/// The entries of a list: its phrases and its value, empty where the line has none.
pub fn rows(file: &str) -> impl Iterator<Item = (&str, &str)> {
    file.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once('\t').unwrap_or((line, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_compared_folded() {
        let table = Table::parse("# list\n\u{0623}\u{0628}|\u{0639}\u{0645} \u{0644}\u{064A}\t7\nx\tseven", |value| {
            value.parse::<u8>().ok()
        });
        assert_eq!(table.get("\u{0627}\u{0628}"), Some(&7));
        assert_eq!(table.get("x"), None);
        assert_eq!((table.len(), table.longest()), (2, 2));
    }
}
