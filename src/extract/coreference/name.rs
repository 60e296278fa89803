//! Names of people as their parts, and when two of them may be one person's.

use compact_str::CompactString;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::{
    arabic::{Similarity, Sounds, similarity, without_article},
    extract::{context::Source, finding::Finding},
    knowledge::Rule,
    lexicon::{Lexicon, Rate},
};

/// A name that is so common that its spelling is settled: another one is another name.
const SETTLED: Rate = Rate::of(20);
/// The fewest parts of two names that are one person's by their first parts alone.
const WITHOUT_LAST: usize = 3;
/// The shortest word that is compared by likeness.
const COMPARABLE: usize = 4;

/// The parts of a name, folded; `abd` and `abu` make one part with the word after them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Name {
    parts: SmallVec<[PartId; 4]>,
}

impl Name {
    /// How many parts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// The first part.
    #[must_use]
    pub fn first(&self) -> Option<PartId> {
        self.parts.first().copied()
    }

    /// The last part.
    #[must_use]
    pub fn last(&self) -> Option<PartId> {
        self.parts.last().copied()
    }

    /// Whether it is one of the names that may be told without the last part of one of them.
    #[must_use]
    pub fn may_lose_last(&self) -> bool {
        self.len() >= WITHOUT_LAST
    }
}

/// Which distinct part of a name, of those that [`Parts`] holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartId(u32);

/// The parts that have a [`skeleton`] in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Family(u32);

/// Every distinct part of the names of an article, with what is asked of it whenever names are compared.
#[derive(Debug)]
pub struct Parts<'a> {
    lexicon: &'a Lexicon,
    numbers: FxHashMap<CompactString, PartId>,
    parts: Vec<Part>,
    sounds: Vec<Sounds>,
    families: FxHashMap<CompactString, Family>,
}

#[derive(Debug)]
struct Part {
    word: CompactString,
    /// Where the word without its article begins.
    bare: usize,
    /// How many letters it has without its article.
    letters: usize,
    settled: bool,
    family: Family,
}

impl Part {
    fn bare(&self) -> &str {
        self.word.get(self.bare..).unwrap_or_default()
    }
}

impl<'a> Parts<'a> {
    /// No parts yet.
    #[must_use]
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self {
            lexicon,
            numbers: FxHashMap::default(),
            parts: Vec::new(),
            sounds: Vec::new(),
            families: FxHashMap::default(),
        }
    }

    /// The name that a finding spells.
    pub fn name(&mut self, source: &Source<'_>, finding: &Finding) -> Name {
        let mut name = Name::default();
        let mut joined = CompactString::default();
        for word in source.folded_words(finding.passage, finding.tokens) {
            let (prefix, rest) = prefixed(&word);
            if let Some(prefix) = prefix {
                joined.push_str(prefix);
                joined.push(' ');
            }
            if !rest.is_empty() {
                joined.push_str(rest);
                name.parts.push(self.number(&joined));
                joined.clear();
            }
        }
        if !joined.is_empty() {
            name.parts.push(self.number(joined.trim_end()));
        }
        name
    }

    fn number(&mut self, word: &str) -> PartId {
        let spelling = with_final_heh(word);
        if let Some(known) = self.numbers.get(&spelling) {
            return *known;
        }
        let number = PartId(count(self.parts.len()));
        let next = Family(count(self.families.len()));
        let family = *self.families.entry(skeleton(word)).or_insert(next);
        let (bare, facts) = (bare(word), self.lexicon.word(word));
        self.numbers.insert(spelling, number);
        self.sounds.push(Sounds::of(word));
        self.parts.push(Part {
            word: CompactString::new(word),
            bare: word.len() - bare.len(),
            letters: bare.chars().count(),
            settled: facts.given.max(facts.family) >= SETTLED || word.contains(' '),
            family,
        });
        number
    }

    fn at(&self, id: PartId) -> &Part {
        &self.parts[id.0 as usize]
    }

    /// What the last part of a name has in common with its other spellings.
    #[must_use]
    pub fn family(&self, name: &Name) -> Option<Family> {
        name.parts.last().map(|part| self.at(*part).family)
    }

    /// By which rule the two may be names of one person, if they may.
    #[must_use]
    pub fn same_person(&self, one: &Name, other: &Name) -> Option<Rule> {
        let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
        if shorter == longer {
            return Some(Rule::SameName);
        }
        let (last, other_last) = (shorter.parts.last()?, longer.parts.last()?);
        let same_last = self.are_same(*last, *other_last);
        match (shorter.len(), longer.len()) {
            (1, 1) => same_last.then_some(Rule::Variant),
            (1, _) => same_last.then_some(Rule::Surname),
            _ if same_last && self.is_part_of(shorter, longer) => {
                Some(if shorter.len() == longer.len() { Rule::Variant } else { Rule::PartOfName })
            }
            // Without the family's name at the end: Abdallah bin Zayed, and the same with Al Nahyan.
            (WITHOUT_LAST.., _) if self.begins(shorter, longer) => Some(Rule::PartOfName),
            _ => None,
        }
    }

    /// Whether every part of `shorter` stands in `longer`, in the same order.
    fn is_part_of(&self, shorter: &Name, longer: &Name) -> bool {
        let mut rest = longer.parts.iter();
        shorter
            .parts
            .iter()
            .all(|part| rest.any(|other| self.are_same(*part, *other) || self.is_initial(*part, *other)))
    }

    fn begins(&self, shorter: &Name, longer: &Name) -> bool {
        shorter.parts.iter().zip(&longer.parts).all(|(part, other)| self.are_same(*part, *other))
    }

    /// Whether a name is the given name, alone, of somebody called `longer`.
    #[must_use]
    pub fn is_given_name_of(&self, name: &Name, longer: &Name) -> bool {
        name.len() < longer.len() && name.len() <= 2 && self.begins(name, longer)
    }

    /// Whether two parts are spellings of one name.
    #[must_use]
    pub fn are_same(&self, one: PartId, other: PartId) -> bool {
        let sounds = |part: PartId| self.sounds[part.0 as usize];
        if one == other {
            return true;
        }
        if !sounds(one).may_reach(sounds(other), Similarity::SAME) {
            return false;
        }
        let (one, other) = (self.at(one), self.at(other));
        if one.letters < COMPARABLE || other.letters < COMPARABLE {
            return false;
        }
        // Long vowels tell native names apart: Muhammad and Mahmud, Hasan and Husayn.
        let settled = one.settled && other.settled;
        one.bare() == other.bare() || !settled && similarity(&one.word, &other.word) >= Similarity::SAME
    }

    /// A letter for a name that begins with it.
    fn is_initial(&self, part: PartId, name: PartId) -> bool {
        let part = &self.at(part).word;
        self.at(name).word.starts_with(part.as_str()) && part.chars().count() == 1
    }
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
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

/// A final long a, which foreign names have as alef or as heh, in one of the two spellings.
fn with_final_heh(word: &str) -> CompactString {
    match word.strip_suffix('\u{0627}') {
        Some(rest) if rest.chars().nth(2).is_some() => compact_str::format_compact!("{rest}\u{0647}"),
        _ => CompactString::new(word),
    }
}

/// `abd`.
const SERVANT: &str = "\u{0639}\u{0628}\u{062F}";
/// `abu`.
const FATHER: &str = "\u{0627}\u{0628}\u{0648}";

/// What makes one part with the word after it, and the rest of a word: `abd`, written together with a word with article
/// too; `abu` in its three cases.
fn prefixed(word: &str) -> (Option<&'static str>, &str) {
    match word {
        SERVANT => (Some(SERVANT), ""),
        FATHER | "\u{0627}\u{0628}\u{064A}" | "\u{0627}\u{0628}\u{0627}" => (Some(FATHER), ""),
        _ => match word.strip_prefix(SERVANT).filter(|rest| without_article(rest).is_some()) {
            Some(rest) => (Some(SERVANT), rest),
            None => (None, word),
        },
    }
}
