//! Number words.

use super::Table;
use crate::arabic::number::Numeral;

const FILE: &str = include_str!("../../assets/lexicon/numbers.tsv");

/// The number words of `assets/lexicon/numbers.tsv`.
pub(super) fn shipped() -> Table<Numeral> {
    Table::parse(FILE, read)
}

/// `3`, `3.` for an ordinal, `x100` for a factor.
fn read(value: &str) -> Option<Numeral> {
    if let Some(factor) = value.strip_prefix('x') {
        return factor.parse().ok().map(Numeral::Factor);
    }
    match value.strip_suffix('.') {
        Some(ordinal) => ordinal.parse().ok().map(Numeral::Ordinal),
        None => value.parse().ok().map(Numeral::Cardinal),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::table::rows;

    #[test]
    fn every_line_is_understood() {
        for (phrases, value) in rows(FILE) {
            assert!(read(value).is_some(), "{phrases}: {value}");
        }
        assert!(shipped().len() > 100);
    }
}
