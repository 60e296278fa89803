//! Names of people as their parts, and when two of them may be one person's.

use compact_str::CompactString;
use smallvec::SmallVec;

use crate::{
    arabic::{Similarity, similarity, without_article},
    extract::{context::Source, finding::Finding},
    knowledge::Rule,
    lexicon::{Lexicon, Rate},
};

/// A name that is so common that its spelling is settled: another one is another name.
const SETTLED: Rate = Rate::of(20);
/// The shortest word that is compared by likeness.
const COMPARABLE: usize = 4;

/// The folded parts of a name; `abd` and `abu` make one part with the word after them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name {
    parts: SmallVec<[CompactString; 3]>,
}

impl Name {
    /// The name that a finding spells.
    #[must_use]
    pub fn of(source: &Source<'_>, finding: &Finding) -> Self {
        let mut parts: SmallVec<[CompactString; 3]> = SmallVec::new();
        let mut joined = CompactString::default();
        for word in source.folded_words(finding.passage, finding.tokens) {
            joined.push_str(&word);
            if is_prefix(&word) {
                joined.push(' ');
            } else {
                parts.push(std::mem::take(&mut joined));
            }
        }
        if !joined.is_empty() {
            parts.push(CompactString::new(joined.trim_end()));
        }
        Self { parts }
    }

    /// How many parts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// The last part.
    #[must_use]
    pub fn last(&self) -> &str {
        self.parts.last().map_or("", CompactString::as_str)
    }

    /// The first part.
    #[must_use]
    pub fn first(&self) -> &str {
        self.parts.first().map_or("", CompactString::as_str)
    }

    /// By which rule the two may be names of one person, if they may.
    #[must_use]
    pub fn same_person(&self, other: &Self, lexicon: &Lexicon) -> Option<Rule> {
        let (shorter, longer) = if self.len() <= other.len() { (self, other) } else { (other, self) };
        if shorter == longer {
            return Some(Rule::SameName);
        }
        let same_last = same_part(shorter.last(), longer.last(), lexicon);
        match (shorter.len(), longer.len()) {
            (0, _) => None,
            (1, 1) => same_last.then_some(Rule::Variant),
            (1, _) => same_last.then_some(Rule::Surname),
            _ if same_last && shorter.is_part_of(longer, lexicon) => {
                Some(if shorter.len() == longer.len() { Rule::Variant } else { Rule::PartOfName })
            }
            // Without the family's name at the end: Abdallah bin Zayed, and the same with Al Nahyan.
            (3.., _) if shorter.begins(longer, lexicon) => Some(Rule::PartOfName),
            _ => None,
        }
    }

    /// Whether every part stands in `longer`, in the same order.
    fn is_part_of(&self, longer: &Self, lexicon: &Lexicon) -> bool {
        let mut rest = longer.parts.iter();
        self.parts.iter().all(|part| rest.any(|other| same_part(part, other, lexicon) || is_initial(part, other)))
    }

    fn begins(&self, longer: &Self, lexicon: &Lexicon) -> bool {
        self.parts.iter().zip(&longer.parts).all(|(part, other)| same_part(part, other, lexicon))
    }

    /// Whether the two name one person by the given name alone.
    #[must_use]
    pub fn is_given_name_of(&self, longer: &Self, lexicon: &Lexicon) -> bool {
        self.len() < longer.len() && self.len() <= 2 && self.begins(longer, lexicon)
    }
}

/// Whether two parts are spellings of one name.
#[must_use]
pub fn same_part(first: &str, second: &str, lexicon: &Lexicon) -> bool {
    if first == second || (bare(first) == bare(second) && bare(first).chars().count() >= COMPARABLE) {
        return true;
    }
    let settled = |word: &str| {
        let facts = lexicon.word(word);
        facts.given.max(facts.family) >= SETTLED || word.contains(' ')
    };
    if settled(first) && settled(second) {
        // Long vowels tell native names apart: Muhammad and Mahmud, Hasan and Husayn.
        return false;
    }
    let comparable = |word: &str| bare(word).chars().nth(COMPARABLE - 1).is_some();
    comparable(first) && comparable(second) && similarity(first, second) >= Similarity::SAME
}

fn bare(word: &str) -> &str {
    without_article(word).unwrap_or(word)
}

/// What the spellings of one name have in common: its consonants by sound. Two parts with other keys are not compared.
#[must_use]
pub fn skeleton(part: &str) -> CompactString {
    let mut key = CompactString::default();
    for letter in bare(part).chars().filter_map(sound) {
        if !key.ends_with(letter) {
            key.push(letter);
        }
    }
    key
}

fn sound(letter: char) -> Option<char> {
    match letter {
        '\u{0627}' | '\u{0648}' | '\u{064A}' | '\u{0621}' | '\u{0639}' | '\u{0647}' | '\u{062D}' => None,
        '\u{063A}' | '\u{0642}' | '\u{0643}' | '\u{062E}' => Some('\u{062C}'),
        '\u{0635}' | '\u{062B}' | '\u{0634}' | '\u{0632}' | '\u{0630}' | '\u{0638}' => Some('\u{0633}'),
        '\u{0637}' => Some('\u{062A}'),
        '\u{0636}' => Some('\u{062F}'),
        other => Some(other),
    }
}

/// `abd`, `abu` in its three cases.
fn is_prefix(word: &str) -> bool {
    matches!(
        word,
        "\u{0639}\u{0628}\u{062F}"
            | "\u{0627}\u{0628}\u{0648}"
            | "\u{0627}\u{0628}\u{064A}"
            | "\u{0627}\u{0628}\u{0627}"
    )
}

/// A letter for a name that begins with it.
fn is_initial(part: &str, name: &str) -> bool {
    part.chars().count() == 1 && name.starts_with(part)
}
