//! What the model looks at. Training and tagging both read features here and nowhere else.
//!
//! A feature is a template with a value, hashed. Those of a word alone are read once a distinct word and looked at
//! from up to two tokens away; those of a place in the text are read token by token.

use smallvec::SmallVec;

use super::hints::Hints;
use crate::{
    arabic::{Script, TokenId, TokenRange, WordId, readings, without_article},
    extract::{context::Source, lexeme::Lexeme},
    lexicon::{Class, Cluster, Facts, Lexicon, PhraseKind, Rate, hash},
};

/// A feature before it is known from where it is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Feature(u64);

/// How far away words are looked at.
pub const REACH: i32 = 2;

/// The templates. Their numbers are part of the model's file.
#[derive(Debug, Clone, Copy)]
#[repr(u8)]
enum Template {
    Word,
    Root,
    Proclitic,
    Suffix,
    Prefix,
    Length,
    Script,
    CliticLetter,
    WithoutClitic,
    NameRates,
    Class,
    Coarse,
    Fine,
    Frequency,
    Likeness,
    FrequencyLikeness,
    Stem,
    Edge,
    Before,
    After,
    CoarsePair,
    FinePair,
    Phrase,
    TitleBefore,
    OrganisationBefore,
    Quoted,
    Nationality,
    NamePair,
    Sport,
    Elsewhere,
    Hint,
}

fn feature(template: Template, value: &[u8]) -> Feature {
    Feature(hash::mix(hash::mix(hash::START, &[template as u8]), value))
}

impl Feature {
    /// Its key in the model, looked at from `offset` tokens before it.
    #[must_use]
    pub fn key(self, offset: i32) -> u32 {
        hash::short(hash::mix(self.0, &[offset.rem_euclid(256) as u8]))
    }
}

/// The features of a word by itself.
#[derive(Debug, Clone, Default)]
pub struct WordFeatures {
    /// Those looked at from two tokens away too.
    pub far: SmallVec<[Feature; 24]>,
    /// Those looked at from its neighbours too.
    pub near: SmallVec<[Feature; 24]>,
    /// Those looked at from the word itself only.
    pub own: SmallVec<[Feature; 24]>,
}

impl WordFeatures {
    /// Reads a word.
    #[must_use]
    pub fn of(folded: &str, script: Script, lexeme: &Lexeme, lexicon: &Lexicon) -> Self {
        let mut features = Self::default();
        match script {
            Script::Number => {
                features.far.push(feature(Template::Word, &[b'#', folded.chars().count().min(9) as u8]));
                features.near.push(feature(Template::Script, b"n"));
            }
            Script::Mark => {
                features.far.push(feature(Template::Word, folded.as_bytes()));
                features.near.push(feature(Template::Script, b"m"));
            }
            Script::Arabic | Script::Other => features.read_letters(folded, script, lexeme, lexicon),
        }
        features
    }

    fn read_letters(&mut self, folded: &str, script: Script, lexeme: &Lexeme, lexicon: &Lexicon) {
        let (proclitic, root) = split(folded);
        self.far.push(feature(Template::Word, folded.as_bytes()));
        self.near.push(feature(Template::Root, root.as_bytes()));
        self.near.push(feature(Template::Proclitic, proclitic.as_bytes()));
        self.own.push(feature(Template::Stem, lexeme.stem.as_bytes()));
        self.read_affixes(root);
        self.own.push(feature(Template::Length, &[root.chars().count().min(7) as u8]));
        if script == Script::Other {
            self.near.push(feature(Template::Script, b"l"));
        }
        if let Some(rest) = clitic_rest(folded) {
            self.near.push(feature(Template::CliticLetter, &folded.as_bytes()[..2]));
            self.near.push(feature(Template::WithoutClitic, rest.as_bytes()));
        }
        self.read_classes(lexeme);
        self.read_lists(folded, root, lexeme, lexicon);
    }

    fn read_affixes(&mut self, root: &str) {
        let letters: SmallVec<[usize; 24]> = root.char_indices().map(|(at, _)| at).chain([root.len()]).collect();
        let count = letters.len() - 1;
        for length in 1..=4usize {
            if count > length {
                let (prefix, suffix) = (&root[..letters[length]], &root[letters[count - length]..]);
                self.own.push(feature(Template::Prefix, prefix.as_bytes()));
                if length <= 3 {
                    let features = if length >= 2 { &mut self.near } else { &mut self.own };
                    features.push(feature(Template::Suffix, suffix.as_bytes()));
                }
            }
        }
    }

    fn read_classes(&mut self, lexeme: &Lexeme) {
        for class in CLASSES {
            if lexeme.is(class) {
                self.far.push(feature(Template::Class, &[class as u8]));
            }
        }
        if lexeme.nationality.is_some() {
            self.near.push(feature(Template::Nationality, &[u8::from(lexeme.definite)]));
        }
    }

    fn read_lists(&mut self, folded: &str, root: &str, lexeme: &Lexeme, lexicon: &Lexicon) {
        let all: SmallVec<[Facts; 6]> = readings(folded)
            .into_iter()
            .map(|reading| lexicon.word(&super::super::lexeme::full_stem(&reading)))
            .collect();
        let most = |rate: fn(&Facts) -> Rate| all.iter().map(rate).max().unwrap_or_default();
        let [given, family, foreign] = [most(|f| f.given), most(|f| f.family), most(|f| f.foreign)].map(name_bucket);
        self.near.push(feature(Template::NameRates, &[0, given]));
        self.near.push(feature(Template::NameRates, &[1, family]));
        self.near.push(feature(Template::NameRates, &[2, foreign]));
        let together = [3, u8::from(given > 0), u8::from(family > 0), u8::from(foreign > 1)];
        self.far.push(feature(Template::NameRates, &together));

        let whole = all.first().copied().unwrap_or_default();
        let cluster = whole.cluster.or(lexeme.facts.cluster).or_else(|| lexicon.word(root).cluster);
        if let Some(cluster) = cluster {
            self.far.push(feature(Template::Coarse, &[cluster.coarse]));
            self.far.push(feature(Template::Fine, &cluster.fine.to_le_bytes()));
        }
        let own = frequency_bucket(whole.frequency);
        let best = frequency_bucket(most(|f| f.frequency));
        let likeness = likeness_bucket(lexicon.likeness(folded).0);
        let rest = clitic_rest(folded).map_or(likeness, |rest| likeness_bucket(lexicon.likeness(rest).0));
        self.own.push(feature(Template::Frequency, &[0, own]));
        self.near.push(feature(Template::Frequency, &[1, best]));
        self.near.push(feature(Template::Likeness, &[0, likeness]));
        self.own.push(feature(Template::Likeness, &[1, rest]));
        self.near.push(feature(Template::FrequencyLikeness, &[best, likeness]));
    }

    /// Hands over the key of every feature that a token `offset` places before this word looks at.
    pub fn keys(&self, offset: i32, mut sink: impl FnMut(u32)) {
        self.far.iter().for_each(|feature| sink(feature.key(offset)));
        if offset.abs() < REACH {
            self.near.iter().for_each(|feature| sink(feature.key(offset)));
        }
        if offset == 0 {
            self.own.iter().for_each(|feature| sink(feature.key(0)));
        }
    }
}

const CLASSES: [Class; 9] = [
    Class::Title,
    Class::Tail,
    Class::Speech,
    Class::Organisation,
    Class::Place,
    Class::Near,
    Class::Honorific,
    Class::Link,
    Class::Function,
];

/// The feature of looking past the edge of a sentence.
#[must_use]
pub fn edge(offset: i32) -> u32 {
    feature(Template::Edge, &[]).key(offset)
}

/// The feature of something said elsewhere in the article.
#[must_use]
pub fn elsewhere(value: &[u8]) -> Feature {
    feature(Template::Elsewhere, value)
}

/// Takes off what looks like proclitics and article, by letters alone.
fn split(folded: &str) -> (&str, &str) {
    let mut rest = folded;
    let long = |word: &str| word.chars().nth(4).is_some();
    if long(rest) && rest.starts_with(['\u{0648}', '\u{0641}']) {
        rest = &rest[2..];
    }
    let at = folded.len() - rest.len();
    if long(rest) {
        if rest.starts_with("\u{0644}\u{0644}") {
            rest = &rest[4..];
        } else if rest.starts_with(['\u{0628}', '\u{0643}', '\u{0644}']) && rest[2..].starts_with("\u{0627}\u{0644}") {
            rest = &rest[6..];
        } else if rest.starts_with("\u{0627}\u{0644}") {
            rest = &rest[4..];
        }
    }
    (&folded[at..folded.len() - rest.len()], rest)
}

/// The word without its first letter, if that may be a clitic.
fn clitic_rest(folded: &str) -> Option<&str> {
    const CLITICS: [char; 5] = ['\u{0648}', '\u{0641}', '\u{0628}', '\u{0643}', '\u{0644}'];
    let rest = folded.strip_prefix(CLITICS)?;
    rest.chars().nth(2).is_some().then_some(rest)
}

fn name_bucket(rate: Rate) -> u8 {
    match rate {
        Rate(0) => 0,
        rate if rate < Rate::of(3) => 1,
        rate if rate < Rate::of(20) => 2,
        _ => 3,
    }
}

fn frequency_bucket(rate: Rate) -> u8 {
    match rate {
        Rate(0) => 0,
        rate if rate < Rate::of(30) => 1,
        rate if rate < Rate::of(300) => 2,
        rate if rate < Rate::of(3000) => 3,
        _ => 4,
    }
}

/// Whole units of log-odds, four either way.
fn likeness_bucket(score: i8) -> u8 {
    (score.div_euclid(4).clamp(-4, 4) + 4).unsigned_abs()
}

/// What is read of the tokens of one sentence beyond their words.
#[derive(Debug)]
pub struct Places<'a> {
    hints: &'a Hints,
    phrases: Vec<Option<[u8; 3]>>,
    /// How many tokens before each the last word of the classes of [`AHEAD`] stands, 0 where it is too far.
    ahead: Vec<[u8; AHEAD.len()]>,
    quoted: Vec<bool>,
    /// How much the sentences here are about sport: 0 not, 2 all over.
    sport: u8,
}

/// The classes of words that are looked for before a token, with the template of each.
const AHEAD: [(Class, Template); 2] =
    [(Class::Title, Template::TitleBefore), (Class::Organisation, Template::OrganisationBefore)];
/// How far before a token these are looked for.
const AHEAD_REACH: usize = 4;

impl<'a> Places<'a> {
    /// Reads a sentence.
    #[must_use]
    pub fn of(source: &Source<'_>, hints: &'a Hints, sentence: TokenRange) -> Self {
        let mut phrases = vec![None; sentence.len()];
        let mut quoted = vec![false; sentence.len()];
        let mut ahead = vec![[0; AHEAD.len()]; sentence.len()];
        let mut last = [None; AHEAD.len()];
        let mut open = false;
        let mut free = 0usize;
        for (at, token) in source.tokens.slice(sentence).iter().enumerate() {
            ahead[at] = last.map(|last| last.map_or(0, |last: usize| at - last).min(AHEAD_REACH + 1) as u8);
            let classes = source.lexemes.classes(token);
            for (last, (class, _)) in last.iter_mut().zip(AHEAD) {
                *last = if classes.has(class) { Some(at) } else { *last };
            }
            let mark = (token.script == Script::Mark).then(|| source.tokens.folded(sentence.start.plus(at as u32)));
            open = match mark.unwrap_or_default() {
                "\u{00AB}" | "\u{201C}" => true,
                "\u{00BB}" | "\u{201D}" => false,
                "\"" => !open,
                _ => open,
            };
            quoted[at] = open;
            if at < free || token.script == Script::Mark {
                continue;
            }
            let found = source.longest_phrase(sentence.start.plus(at as u32));
            let Some((range, letters, phrase)) = found else { continue };
            let kind = match phrase.kind {
                PhraseKind::Country | PhraseKind::Region => b'c',
                PhraseKind::City => b't',
                PhraseKind::Organisation => b'o',
                PhraseKind::Person => b'p',
            };
            let length = range.len().min(3) as u8;
            free = at + range.len();
            for (place, slot) in phrases[at..free].iter_mut().enumerate() {
                let position = if place == 0 { 2 * length + u8::from(letters > 0) } else { 100 };
                *slot = Some([kind, position, length]);
            }
        }
        Self { hints, phrases, ahead, quoted, sport: sport(source, sentence) }
    }
}

/// How many words around a sentence are looked at for what it is about.
const TOPIC_REACH: u32 = 60;

fn sport(source: &Source<'_>, sentence: TokenRange) -> u8 {
    let end = (sentence.end.0 + TOPIC_REACH).min(source.tokens.all().len() as u32);
    let around = TokenRange::new(sentence.start.0.saturating_sub(TOPIC_REACH), end);
    let words =
        source.tokens.slice(around).iter().filter(|token| source.lexemes.classes(token).has(Class::Sport)).count();
    match words * 100 / around.len().max(1) {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    }
}

/// The token `offset` places from the one at `at`, in its sentence.
fn neighbour(sentence: TokenRange, at: usize, offset: i32) -> Option<TokenId> {
    let place = i64::try_from(at).ok()? + i64::from(offset);
    let place = u32::try_from(place).ok().filter(|place| (*place as usize) < sentence.len())?;
    Some(sentence.start.plus(place))
}

/// Hands over the key of every feature of a token and its neighbours.
pub fn of_pairs(source: &Source<'_>, words: &WordHashes, sentence: TokenRange, at: usize, mut sink: impl FnMut(u32)) {
    let id = |offset: i32| neighbour(sentence, at, offset);
    let mut push = |feature: Feature| sink(feature.key(0));
    let here = sentence.start.plus(at as u32);
    let word = words.at(source, here);
    let [before, after] = [-1, 1].map(|offset| id(offset).map(|other| words.at(source, other)));
    if let Some(before) = before {
        push(pair(Template::Before, before, word));
    }
    if let Some(after) = after {
        push(pair(Template::After, word, after));
    }
    for (offset, other) in [(-1i32, before), (1, after)] {
        let Some(other) = other else { continue };
        let direction = offset.rem_euclid(256) as u8;
        if let (Some(own), Some(theirs)) = (word.cluster, other.cluster) {
            push(feature(Template::CoarsePair, &[direction, own.coarse, theirs.coarse]));
        }
        if let Some(theirs) = other.cluster {
            let [low, high] = theirs.fine.to_le_bytes();
            push(feature(Template::FinePair, &[direction, low, high, word.shape]));
        }
        push(feature(Template::NamePair, &[direction, word.shape, other.shape]));
    }
}

/// Hands over the key of every feature of a place in a sentence: what the rules and the lists say of it, what stands
/// before it, what the sentence is about.
pub fn of_place(
    source: &Source<'_>,
    words: &WordHashes,
    sentence: TokenRange,
    places: &Places<'_>,
    at: usize,
    mut sink: impl FnMut(u32),
) {
    let id = |offset: i32| neighbour(sentence, at, offset);
    let mut push = |feature: Feature| sink(feature.key(0));
    let word = words.at(source, sentence.start.plus(at as u32));
    for offset in -1..=1 {
        let Some(other) = id(offset) else { continue };
        for [sort, place] in places.hints.at(other) {
            push(feature(Template::Hint, &[offset.rem_euclid(256) as u8, sort, place]));
            if offset == 0 {
                push(feature(Template::Hint, &[sort, place, word.shape]));
            }
        }
    }
    let first = at.saturating_sub(2);
    let near = places.phrases.get(first..places.phrases.len().min(at + 3)).unwrap_or_default();
    for (index, phrase) in near.iter().enumerate() {
        let Some([kind, position, length]) = *phrase else { continue };
        let offset = ((first + index) as i64 - at as i64).rem_euclid(256) as u8;
        push(feature(Template::Phrase, &[offset, kind, position, length]));
    }
    for (distance, (_, template)) in places.ahead.get(at).copied().unwrap_or_default().into_iter().zip(AHEAD) {
        if (1..=AHEAD_REACH as u8).contains(&distance) {
            push(feature(template, &[distance.min(3)]));
        }
    }
    if places.sport > 0 {
        let kind = places.phrases.get(at).copied().flatten().map_or(0, |phrase| phrase[0]);
        push(feature(Template::Sport, &[places.sport, kind]));
        push(feature(Template::Sport, &[places.sport, kind, word.shape]));
    }
    if places.quoted.get(at).copied().unwrap_or(false) {
        push(feature(Template::Quoted, &[word.shape]));
    }
}

/// How much a word is like a name, in few values: by lists, by frequency, by letters, with or without article.
fn shape(lexeme: &Lexeme) -> u8 {
    let facts = lexeme.facts;
    let listed = u8::from(facts.given.max(facts.foreign).max(facts.family) >= Rate::of(2));
    let frequent = frequency_bucket(facts.frequency).min(3);
    let like = u8::from(lexeme.likeness.0 > 2);
    let definite = u8::from(lexeme.definite || without_article(&lexeme.stem).is_some());
    listed | frequent << 1 | like << 3 | definite << 4 | u8::from(lexeme.letters > 0) << 5
}

fn pair(template: Template, first: WordHash, second: WordHash) -> Feature {
    // One multiplication mixes the two; the order counts.
    let both = first.hash.rotate_left(23) ^ second.hash.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    Feature(hash::mix(both, &[template as u8]))
}

/// The hash of every distinct word of an article, for the features of two words, with what else these look at.
#[derive(Debug)]
pub struct WordHashes {
    hashes: Vec<WordHash>,
}

#[derive(Debug, Clone, Copy, Default)]
struct WordHash {
    hash: u64,
    cluster: Option<Cluster>,
    shape: u8,
}

impl WordHashes {
    /// Of all words of an article.
    #[must_use]
    pub fn of(source: &Source<'_>) -> Self {
        let hashes = source.tokens.words().iter().zip(0..).map(|(word, number)| {
            let lexeme = source.lexemes.of_word(WordId(number));
            let hash = hash::mix(hash::START, word.as_bytes());
            WordHash { hash, cluster: lexeme.facts.cluster, shape: shape(lexeme) }
        });
        Self { hashes: hashes.collect() }
    }

    fn at(&self, source: &Source<'_>, token: TokenId) -> WordHash {
        let word = source.tokens.get(token).map_or(usize::MAX, |token| token.word.0 as usize);
        self.hashes.get(word).copied().unwrap_or_default()
    }
}
