//! Coreference: which mentions speak of the same person, organisation or place.

mod assign;
mod bearers;
mod name;
mod people;
mod things;
mod title;

use std::cmp::Reverse;

pub use name::skeleton;
use rustc_hash::FxHashMap;

use super::{
    context::Source,
    finding::{Finding, Named},
};
use crate::knowledge::{Entity, Mention, MentionKind, Person};

/// Who and what an article speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entities {
    /// People by first mention.
    pub people: Vec<Person>,
    /// Organisations by first mention.
    pub organisations: Vec<Entity>,
    /// Places by first mention.
    pub places: Vec<Entity>,
}

/// Gathers findings, in reading order, into entries.
#[must_use]
pub fn entities(source: &Source<'_>, findings: &[Finding]) -> Entities {
    let mut clusters = people::gather(source, findings);
    assign::assign(source, findings, &mut clusters);
    let mut people: Vec<Person> = clusters.into_iter().filter_map(|cluster| person(source, cluster)).collect();
    people.sort_by_key(|person| person.mentions.first().map(|mention| mention.passage.start()));
    let mut organisations = things::gather(source, findings, Named::Organisation);
    things::take_up(source, &mut organisations, findings);
    let places = things::gather(source, findings, Named::Place);
    Entities { people, organisations, places }
}

fn person(source: &Source<'_>, cluster: people::Cluster) -> Option<Person> {
    let people::Cluster { mut mentions, roles, .. } = cluster;
    mentions.sort_by_key(|mention| mention.passage.start());
    let name = name(source, &mentions).or_else(|| roles.first().map(|role| source.words(*role)))?.to_owned();
    let named = mentions.iter().any(|mention| mention.kind != MentionKind::Title);
    let mut distinct: Vec<_> = Vec::new();
    for role in roles {
        if distinct.iter().all(|other| source.words(*other) != source.words(role)) {
            distinct.push(role);
        }
    }
    distinct.sort_by_key(|role| role.start());
    Some(Person { name, named, roles: distinct, mentions })
}

/// The spelling with the most words; of several the one used most, then first.
fn name<'a>(source: &Source<'a>, mentions: &[Mention]) -> Option<&'a str> {
    let mut spellings: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    for (at, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.kind != MentionKind::Title) {
        spellings.entry(source.words(mention.passage)).or_insert((0, at)).0 += 1;
    }
    spellings
        .into_iter()
        .max_by_key(|(words, (uses, first))| (words.split_whitespace().count(), *uses, Reverse(*first)))
        .map(|(words, _)| words)
}
