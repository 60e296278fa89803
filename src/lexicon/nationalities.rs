//! Nationality, country and capital.

use super::{Country, Table, table::rows};

const FILE: &str = include_str!("../../assets/lexicon/nationalities.tsv");

/// What a word says of a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nationality {
    /// The adjective of it, masculine singular.
    Adjective(Country),
    /// Its capital, by which its government is often meant.
    Capital(Country),
}

/// The words of `assets/lexicon/nationalities.tsv`.
pub(super) fn shipped() -> Table<Nationality> {
    let fold = |word: &str| crate::arabic::fold(word.trim(), crate::arabic::Folding::Name);
    let mut entries = Vec::new();
    for (code, words) in rows(FILE) {
        let Some(country) = Country::of(code) else { continue };
        let (adjectives, capitals) = words.split_once('\t').unwrap_or((words, ""));
        entries.extend(adjectives.split('|').map(|word| (fold(word), Nationality::Adjective(country))));
        entries.extend(capitals.split('|').map(|word| (fold(word), Nationality::Capital(country))));
    }
    entries.into_iter().filter(|(word, _)| !word.is_empty()).collect()
}

/// The masculine singular that an adjective of nationality may be a form of: itself, without the feminine heh, the
/// sound plurals or the dual.
pub(super) fn stem(folded: &str) -> impl Iterator<Item = &str> {
    const ENDINGS: [&str; 6] = [
        "\u{0647}",
        "\u{064A}\u{0646}",
        "\u{0648}\u{0646}",
        "\u{0627}\u{062A}",
        "\u{062A}\u{064A}\u{0646}",
        "\u{0627}\u{0646}",
    ];
    std::iter::once(folded).chain(ENDINGS.into_iter().filter_map(move |ending| folded.strip_suffix(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_a_country() {
        for (code, words) in rows(FILE) {
            assert!(Country::of(code).is_some() && !words.is_empty(), "{code}");
        }
    }

    #[test]
    fn adjectives_in_every_form() {
        let russian = "\u{0631}\u{0648}\u{0633}\u{064A}";
        for ending in ["", "\u{0647}", "\u{064A}\u{0646}"] {
            let word = format!("{russian}{ending}");
            let found = stem(&word).find_map(|stem| shipped().get(stem).copied());
            assert_eq!(found, Country::of("RU").map(Nationality::Adjective), "{word}");
        }
    }
}
