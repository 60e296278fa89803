//! Words run together, the space between them lost: a common slip of Arabic typing after letters that do not join,
//! and of programs that take markup away (run-on words, Shaalan et al. 2010).

use super::lexeme::full_stem;
use crate::{
    arabic::readings,
    lexicon::{Facts, Lexicon, Rate},
};

/// The fewest letters of a part: shorter ones are endings and particles of one word too often.
const SHORTEST: usize = 4;
/// The most letters of a piece: two words have hardly more.
const LONGEST: usize = 32;
/// How frequent each part is, at the least.
const FREQUENT: Rate = Rate::of(100);
/// How frequent the two are together, at the least: the sum of their rates. Chosen on news that has no such slips.
const TOGETHER: u16 = 121;

/// After how many letters of a folded word the second of two words begins. Only what no list knows, whatever its
/// proclitics, is parted, and only into two words that news uses often.
pub fn seam(folded: &str, lexicon: &Lexicon) -> Option<usize> {
    let letters = folded.chars().take(LONGEST + 1).count();
    if !(2 * SHORTEST..=LONGEST).contains(&letters) || is_known(folded, lexicon) {
        return None;
    }
    let starts = folded.char_indices().map(|(at, _)| at).enumerate().skip(SHORTEST);
    let parts = starts.filter(|(_, at)| folded[*at..].chars().nth(SHORTEST - 1).is_some());
    let rated = parts.filter_map(|(letters, at)| {
        let [first, second] = [&folded[..at], &folded[at..]].map(|part| lexicon.word(part).frequency);
        let together = u16::from(first.0) + u16::from(second.0);
        (first.min(second) >= FREQUENT && together >= TOGETHER).then_some((together, letters))
    });
    rated.max_by_key(|(together, _)| *together).map(|(_, letters)| letters)
}

fn is_known(folded: &str, lexicon: &Lexicon) -> bool {
    readings(folded).into_iter().any(|reading| {
        let stem = full_stem(&reading);
        lexicon.word(&stem) != Facts::default() || !lexicon.classes(&stem).is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(folded: &str, letters: Option<usize>) {
        assert_eq!(seam(folded, Lexicon::shipped()), letters);
    }

    #[test]
    fn two_frequent_words_are_parted() {
        check("\u{0645}\u{062C}\u{0644}\u{0633}\u{0627}\u{0644}\u{0627}\u{0645}\u{0646}", Some(4)); // mjls|alamn
        let minister =
            "\u{0648}\u{0632}\u{064A}\u{0631}\u{0627}\u{0644}\u{062E}\u{0627}\u{0631}\u{062C}\u{064A}\u{0647}";
        check(minister, Some(4)); // wzyr|alkharjyh
    }

    #[test]
    fn one_word_stays_whole() {
        check("\u{0645}\u{062C}\u{0644}\u{0633}", None); // mjls
        check("\u{0648}\u{0627}\u{0644}\u{0645}\u{062D}\u{0627}\u{062F}\u{062B}\u{0627}\u{062A}", None); // w-almhadthat
        check("\u{0639}\u{0628}\u{062F}\u{0627}\u{0644}\u{0631}\u{062D}\u{0645}\u{0646}", None); // Abdulrahman
        check(&"\u{0645}\u{062C}\u{0644}\u{0633}".repeat(9), None);
        check("\u{063A}\u{0648}\u{0631}\u{0628}\u{0627}\u{062A}\u{0634}\u{0648}\u{0641}", None); // Gorbachev
    }
}
