//! Signs that stand for words, and the ends of verses: what a reader is shown in their stead.
//!
//! Terminals give such a sign one cell, or none, and draw it over its neighbours. In reading mode the words are written out.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

const TABLE: &str = include_str!("../../assets/text/signs.tsv");

/// The ornate parenthesis that stands before a verse number, and the one behind it.
pub(crate) const VERSE_NUMBER: (char, char) = ('\u{FD3F}', '\u{FD3E}');

/// The words of a sign.
pub(crate) fn words(sign: char) -> Option<&'static str> {
    static WORDS: OnceLock<FxHashMap<char, &'static str>> = OnceLock::new();
    WORDS.get_or_init(|| TABLE.lines().filter_map(record).collect()).get(&sign).copied()
}

fn record(line: &'static str) -> Option<(char, &'static str)> {
    let (code, words) = line.split_once('\t')?;
    Some((u32::from_str_radix(code, 16).ok().and_then(char::from_u32)?, words))
}

/// Whether `c` is or may be shown as something else in reading mode.
pub(crate) fn is_sign(c: char) -> bool {
    ends_verse(c) || words(c).is_some()
}

/// Whether `c` ends a verse, whose number follows it.
pub(crate) fn ends_verse(c: char) -> bool {
    matches!(c, '\u{06DD}' | '\u{08E2}')
}

/// Whether `c` is a digit of any of the sets that Arabic is written with.
pub(crate) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_of_the_table_is_read() {
        let records = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(TABLE.lines().filter_map(record).count(), records);
        assert_eq!(words('\u{FDFA}').map(|words| words.split(' ').count()), Some(4));
        assert_eq!(words('\u{0628}'), None);
    }
}
