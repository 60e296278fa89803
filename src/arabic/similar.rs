//! Name matching: how alike two spellings of a transliterated name are.
//!
//! A weighted edit distance in which what Arabic transliteration leaves open costs little: long vowels, letters of one
//! sound class, doubled letters, letters that change places beside a vowel.

use smallvec::SmallVec;

/// How alike two words are: 100 the same, 0 nothing in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Similarity(pub u8);

impl Similarity {
    /// From here on two words are spellings of one name (81 of 100 real variants, 7 of 1,000 pairs of other names).
    pub const SAME: Self = Self(80);

    fn at(distance: u32, scale: u32) -> Self {
        Self(u8::try_from(100 - 100 * distance.min(scale) / scale).unwrap_or(0))
    }
}

/// Costs in twentieths of a letter.
const LETTER: u32 = 20;
const VOWEL: u32 = 6;
const WEAK: u32 = 8;
const SAME_SOUND: u32 = 7;
const DOUBLED: u32 = 4;
const SWAPPED: u32 = 12;

/// Letters that are written for one foreign sound, or for sounds that are easily taken for each other.
const SOUND_CLASSES: [&[char]; 14] = [
    &['\u{062C}', '\u{063A}', '\u{0642}'],
    &['\u{0643}', '\u{0642}', '\u{062E}'],
    &['\u{0632}', '\u{0630}', '\u{0638}', '\u{062C}'],
    &['\u{0633}', '\u{0635}', '\u{062B}', '\u{0634}'],
    &['\u{062A}', '\u{0637}', '\u{062B}'],
    &['\u{062F}', '\u{0636}', '\u{0630}'],
    &['\u{0647}', '\u{062D}'],
    &['\u{0641}', '\u{0648}'],
    &['\u{0628}', '\u{0641}'],
    &['\u{0639}', '\u{0627}'],
    &['\u{0633}', '\u{0632}'],
    &['\u{062E}', '\u{0634}', '\u{0647}'],
    &['\u{062C}', '\u{0634}'],
    &['\u{063A}', '\u{062E}'],
];

/// The likeness of two words folded for names.
#[must_use]
pub fn similarity(first: &str, second: &str) -> Similarity {
    let (first, second) = match (super::without_article(first), super::without_article(second)) {
        (Some(bare), None) => (bare, second),
        (None, Some(bare)) => (first, bare),
        _ => (first, second),
    };
    if first == second {
        return Similarity(100);
    }
    let letters = |word: &str| word.chars().take(LONGEST).collect::<Word>();
    let (first, second) = (letters(first), letters(second));
    let longer = u32::try_from(first.len().max(second.len())).unwrap_or(u32::MAX);
    Similarity::at(distance(&first, &second), scale(longer))
}

/// What the distance is measured against, for words of so many letters.
fn scale(longer: u32) -> u32 {
    // A word of four letters or fewer is measured as one of four, or each letter of it would weigh too much.
    (longer * LETTER * 3 / 4).max(3 * LETTER)
}

/// What a word sounds like, letter by letter, for telling at a glance that two words are not alike.
///
/// A letter that is neither weak nor has anything of its sound in the other word costs [`LETTER`] whichever way the one
/// becomes the other, so that the number of such letters is a bound from below of their distance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Sounds {
    /// The letters that are not cheap to leave out, without an article.
    hard: u64,
    /// Every letter, with those that sound alike.
    heard: u64,
    /// How many letters.
    letters: u32,
}

impl Sounds {
    /// Of a folded word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let bare = super::without_article(word).unwrap_or(word);
        let hard = bare.chars().take(LONGEST - ARTICLE).filter(|letter| insertion(*letter) == LETTER);
        Self {
            hard: hard.fold(0, |set, letter| set | 1 << place(letter)),
            heard: word.chars().fold(0, |set, letter| set | ALIKE[place(letter)]),
            letters: word.chars().take(LONGEST).count() as u32,
        }
    }

    /// Whether two words may be as alike as that; only [`similarity`] knows.
    #[must_use]
    pub fn may_reach(self, other: Self, least: Similarity) -> bool {
        let unheard = (self.hard & !other.heard).count_ones().max((other.hard & !self.heard).count_ones());
        let most = Similarity::at(unheard * LETTER, scale(self.letters.max(other.letters)));
        most >= least
    }
}

/// The letters of the article, which one word may have and the other not.
const ARTICLE: usize = 2;

const HAMZA: u32 = '\u{0621}' as u32;
const YEH: u32 = '\u{064A}' as u32;

/// Whether a letter has a bit of its own in a set.
const fn is_arabic(letter: char) -> bool {
    HAMZA <= letter as u32 && letter as u32 <= YEH
}

/// The bit of a letter in a set; letters outside the Arabic ones share some.
const fn place(letter: char) -> usize {
    const OWN: u32 = YEH - HAMZA + 1;
    let place = if is_arabic(letter) { letter as u32 - HAMZA } else { OWN + letter as u32 % (u64::BITS - OWN) };
    place as usize
}

/// For each place the set of the letters that sound alike.
static ALIKE: [u64; u64::BITS as usize] = alike();

const fn alike() -> [u64; u64::BITS as usize] {
    let mut alike = [0; u64::BITS as usize];
    let mut at = 0;
    while at < alike.len() {
        alike[at] = 1 << at;
        at += 1;
    }
    let mut class = 0;
    while class < SOUND_CLASSES.len() {
        let letters = SOUND_CLASSES[class];
        let mut pair = 0;
        while pair < letters.len() * letters.len() {
            alike[place(letters[pair / letters.len()])] |= 1 << place(letters[pair % letters.len()]);
            pair += 1;
        }
        class += 1;
    }
    alike
}

/// Words are compared by so many letters.
const LONGEST: usize = 24;
type Word = SmallVec<[char; LONGEST]>;
type Row = [u32; LONGEST + 1];

/// The cheapest way from one word to the other, by rows (Damerau and Levenshtein, restricted).
fn distance(first: &[char], second: &[char]) -> u32 {
    let mut rows: [Row; 3] = [[0; LONGEST + 1]; 3];
    for (at, letter) in second.iter().enumerate() {
        rows[0][at + 1] = rows[0][at] + insertion(*letter);
    }
    for (i, letter) in first.iter().enumerate() {
        let before = i.checked_sub(1).map(|before| first[before]);
        rows.rotate_right(1);
        let [row, above, above_that] = &mut rows;
        row[0] = above[0] + insertion(*letter);
        for (j, other) in second.iter().enumerate() {
            let other_before = j.checked_sub(1).map(|before| second[before]);
            let mut best = (above[j + 1] + insertion(*letter))
                .min(row[j] + insertion(*other))
                .min(above[j] + substitution(*letter, *other));
            if before == Some(*letter) {
                best = best.min(above[j + 1] + DOUBLED);
            }
            if other_before == Some(*other) {
                best = best.min(row[j] + DOUBLED);
            }
            if before == Some(*other) && other_before == Some(*letter) {
                let cost = if is_vowel(*letter) || is_vowel(*other) { VOWEL } else { SWAPPED };
                best = best.min(above_that[j - 1] + cost);
            }
            row[j + 1] = best;
        }
    }
    rows[0][second.len()]
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, '\u{0627}' | '\u{0648}' | '\u{064A}' | '\u{0621}')
}

fn insertion(letter: char) -> u32 {
    match letter {
        _ if is_vowel(letter) => VOWEL,
        '\u{0647}' | '\u{0639}' | '\u{062A}' => WEAK,
        _ => LETTER,
    }
}

fn substitution(first: char, second: char) -> u32 {
    let heh_or_alef = |letter: char| matches!(letter, '\u{0647}' | '\u{0627}');
    if first == second {
        0
    } else if (is_vowel(first) && is_vowel(second)) || (heh_or_alef(first) && heh_or_alef(second)) {
        VOWEL
    } else if is_arabic(first) && is_arabic(second) && ALIKE[place(first)] & 1 << place(second) != 0 {
        SAME_SOUND
    } else {
        LETTER
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: &str, second: &str, same: bool) {
        let found = similarity(first, second);
        assert_eq!(found >= Similarity::SAME, same, "{found:?}");
        assert_eq!(found, similarity(second, first), "the order does not matter");
    }

    #[test]
    fn spellings_of_one_name_are_alike() {
        // Ryabkov with the vowels after the first and the second letter; Sergei with jeem and with ghain.
        check(
            "\u{0631}\u{064A}\u{0627}\u{0628}\u{0643}\u{0648}\u{0641}",
            "\u{0631}\u{064A}\u{0628}\u{0627}\u{0643}\u{0648}\u{0641}",
            true,
        );
        check("\u{0633}\u{064A}\u{0631}\u{062C}\u{064A}", "\u{0633}\u{064A}\u{0631}\u{063A}\u{064A}", true);
        check(
            "\u{0634}\u{064A}\u{0631}\u{0645}\u{0627}\u{0646}",
            "\u{0644}\u{0627}\u{0641}\u{0631}\u{0648}\u{0641}",
            false,
        );
    }

    #[test]
    fn sounds_rule_out_no_words_that_are_alike() {
        let letters =
            ["", "\u{0627}\u{0644}", "\u{0633}", "\u{0635}", "\u{062C}", "\u{0642}", "\u{0631}", "\u{0627}", "x"];
        let words: Vec<String> = (0..letters.len().pow(4))
            .step_by(7)
            .map(|number| (0..4).map(|digit| letters[number / letters.len().pow(digit) % letters.len()]).collect())
            .collect();
        let mut ruled_out = 0;
        for (first, second) in words.iter().zip(words.iter().skip(1)).chain(words.iter().zip(words.iter().skip(350))) {
            let may = Sounds::of(first).may_reach(Sounds::of(second), Similarity::SAME);
            assert!(may || similarity(first, second) < Similarity::SAME, "{first} {second}");
            ruled_out += usize::from(!may);
        }
        assert!(ruled_out > words.len() / 4, "{ruled_out} of {}", 2 * words.len());
    }

    #[test]
    fn any_two_words_can_be_compared() {
        check("", "", true);
        check("", "\u{0628}", false);
        let long = "\u{0628}".repeat(500);
        check(&long, &long[2..], true);
    }
}
