//! From texts to sentences of numbered features, the same that the tagger asks for.

use std::collections::HashMap;

use qari::{
    arabic::{TokenId, TokenRange},
    extract::model::{
        features::{self, Places, REACH, WordFeatures, WordHashes},
        label::Label,
        memory::Memory,
    },
};

use crate::{
    allowed::Allowed,
    corpus::{Convention, Text},
    likeness::Random,
};

/// A text to learn from.
#[derive(Clone, Copy)]
pub struct Lesson<'a> {
    pub text: &'a Text,
    /// What a first pass said of its tokens.
    pub said: &'a [Label],
}

/// A sentence with the numbers of its features.
#[derive(Clone)]
pub struct Sample {
    /// For each token, its features.
    pub tokens: Vec<Vec<u32>>,
    /// For each token, the features of what was said elsewhere.
    elsewhere: Vec<Vec<u32>>,
    pub gold: Vec<Allowed>,
}

impl Sample {
    /// The sample without a random share of its features, and every other time without what was said elsewhere, as the
    /// first pass sees it.
    pub fn withholding(&self, share: f32, random: &mut Random) -> Self {
        let keep = ((1.0 - share) * 1000.0) as usize;
        let second_pass = random.below(2) == 0;
        let tokens = self
            .tokens
            .iter()
            .zip(&self.elsewhere)
            .map(|(features, elsewhere)| {
                let elsewhere = elsewhere.iter().filter(|_| second_pass);
                features.iter().chain(elsewhere).copied().filter(|_| random.below(1000) < keep).collect()
            })
            .collect();
        Self { tokens, elsewhere: Vec::new(), gold: self.gold.clone() }
    }
}

/// A feature for all texts, or for those of one convention.
///
/// What the rules and the lists say of a token is there twice, once for all texts and once for those of one convention
/// (Daumé 2007): they follow our own. What the words say is learned from all together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key that the tagger asks for.
    pub key: u32,
    pub within: Option<Convention>,
}

impl From<u32> for Key {
    fn from(key: u32) -> Self {
        Self { key, within: None }
    }
}

/// The sentences of texts, and the key of every feature by its number: those that are seen in `least` places.
pub fn samples(lessons: &[Lesson<'_>], least: u32) -> (Vec<Sample>, Vec<Key>) {
    let raw: Vec<Raw> = lessons.iter().flat_map(raw).collect();
    let mut counts: HashMap<Key, u32> = HashMap::new();
    for raw in &raw {
        raw.tokens.iter().chain(&raw.elsewhere).flatten().for_each(|key| *counts.entry(*key).or_default() += 1);
    }
    let mut kept: Vec<Key> = counts.into_iter().filter(|(_, count)| *count >= least).map(|(key, _)| key).collect();
    kept.sort_unstable();
    let numbers: HashMap<Key, u32> = kept.iter().enumerate().map(|(number, key)| (*key, number as u32)).collect();
    let number = |tokens: Vec<Vec<Key>>| -> Vec<Vec<u32>> {
        tokens.into_iter().map(|keys| keys.into_iter().filter_map(|key| numbers.get(&key).copied()).collect()).collect()
    };
    let samples = raw
        .into_iter()
        .map(|Raw { tokens, elsewhere, gold }| Sample { tokens: number(tokens), elsewhere: number(elsewhere), gold })
        .collect();
    (samples, kept)
}

/// A sentence with the keys of its features.
struct Raw {
    tokens: Vec<Vec<Key>>,
    elsewhere: Vec<Vec<Key>>,
    gold: Vec<Allowed>,
}

fn raw(lesson: &Lesson<'_>) -> Vec<Raw> {
    let Lesson { text, said } = *lesson;
    let source = text.source();
    let memory = Memory::of(&source, text.sentences(), said);
    let words: Vec<WordFeatures> = text
        .tokens
        .all()
        .iter()
        .map(|token| {
            let folded = text.tokens.words()[token.word.0 as usize].as_str();
            WordFeatures::of(folded, token.script, text.lexemes.of_token(token), source.lexicon)
        })
        .collect();
    let hashes = WordHashes::of(&source);
    let of_token = |sentence: TokenRange, places: &Places<'_>, at: usize| {
        let within = Some(text.convention);
        let mut keys: Vec<Key> = Vec::new();
        for offset in -REACH..=REACH {
            let seen = usize::try_from(at as i64 + i64::from(offset)).ok().filter(|seen| *seen < sentence.len());
            match seen {
                Some(seen) => {
                    let word = &words[sentence.start.index() + seen];
                    word.keys(offset, |key| keys.push(key.into()));
                }
                None => keys.push(features::edge(offset).into()),
            }
        }
        features::of_pairs(&source, &hashes, sentence, at, |key| keys.push(key.into()));
        features::of_place(&source, &hashes, sentence, places, at, |key| {
            keys.push(key.into());
            keys.push(Key { key, within });
        });
        keys
    };
    let said_of_token = |at: usize| {
        let mut keys: Vec<Key> = Vec::new();
        if let Some(own) = said.get(at) {
            memory.features(&source, TokenId(at as u32), *own, |feature| keys.push(feature.key(0).into()));
        }
        keys
    };
    text.sentences()
        .filter(|sentence| !sentence.is_empty())
        .map(|sentence| {
            let places = Places::of(&source, &text.hints, sentence);
            Raw {
                tokens: (0..sentence.len()).map(|at| of_token(sentence, &places, at)).collect(),
                elsewhere: sentence.indices().map(said_of_token).collect(),
                gold: whole(&text.gold[sentence.indices()]),
            }
        })
        .collect()
}

/// What the tokens of a sentence may be; a name that a sentence's end has cut begins anew.
fn whole(labels: &[Allowed]) -> Vec<Allowed> {
    let mut before = Allowed::only(Label::OUTSIDE);
    labels
        .iter()
        .map(|label| {
            before = label.after(before);
            before
        })
        .collect()
}
