//! Of what sort a single name is that is no person's, by all of its uses in the article: a club that is called after
//! its town is a club wherever it is not where something happens.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use crate::{
    arabic::{TokenId, without_article},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
    },
    lexicon::{Class, Rate},
};

/// A word so frequent is no name by itself wherever it stands.
const FREQUENT: Rate = Rate::of(100);

/// What the model takes a word for in one place is not enough.
const ONCE: u32 = 1;

/// What speaks for a word being an organisation, a place, or a person's only name.
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    organisation: u32,
    place: u32,
    person: u32,
}

/// The single rare words that the findings name organisations or places by, and which of the two each is.
pub fn decided(source: &Source<'_>, findings: &[Finding]) -> Vec<(CompactString, Named)> {
    let mut votes: FxHashMap<CompactString, Votes> = FxHashMap::default();
    for finding in findings.iter().filter(|finding| !finding.nested) {
        let Some((word, weight)) = bare_name(source, finding) else { continue };
        let entry = votes.entry(word).or_default();
        match finding.named {
            Named::Organisation => entry.organisation += weight,
            Named::Place => entry.place += weight,
            Named::Person(_) => entry.person += weight,
        }
    }
    let decided = votes.into_iter().filter_map(|(word, votes)| {
        let named = if votes.organisation > votes.place { Named::Organisation } else { Named::Place };
        let most = votes.organisation.max(votes.place);
        let clear = votes.organisation != votes.place && most > votes.person.max(ONCE);
        clear.then_some((word, named))
    });
    decided.collect()
}

/// The one rare word that a finding names, without the type word before it, and how much the finding says.
fn bare_name(source: &Source<'_>, finding: &Finding) -> Option<(CompactString, u32)> {
    /// What a team is called by names no town where matches are told of.
    const TEAM: u32 = 20;
    const TYPED: u32 = 2;
    if finding.origin == Origin::List {
        return None;
    }
    let words = source.folded_words(finding.passage, finding.tokens);
    let head = source.lexeme(finding.tokens.start);
    let (word, weight) = match words.as_slice() {
        // By the word before it: of a player, of a manager.
        [only] if finding.origin == Origin::HeadNoun => (only, TEAM),
        // In brackets after a name, or after a preposition of place.
        [only] if finding.origin == Origin::Article || follows(source, finding, Class::Near) => (only, TYPED),
        [only] => (only, 1),
        [_, name] if head.is(Class::Organisation) && head.is(Class::Sport) && !head.definite => (name, TEAM),
        [_, name] if (head.is(Class::Organisation) || head.is(Class::Place)) && !head.definite => (name, TYPED),
        _ => return None,
    };
    let facts = source.lexicon.word(word);
    let plain = source.lexicon.classes(word).is_empty() && source.lexicon.nationality(word).is_none();
    let article = without_article(word).is_some();
    let rare = facts.frequency < FREQUENT && word.chars().nth(2).is_some();
    (rare && plain && !article).then(|| (word.clone(), weight))
}

/// Whether a word of a class stands before a finding.
fn follows(source: &Source<'_>, finding: &Finding, class: Class) -> bool {
    finding.tokens.start.0.checked_sub(1).is_some_and(|before| source.lexeme(TokenId(before)).is(class))
}
