//! People: which names speak of one person.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::name::{Name, skeleton};
use crate::{
    extract::{
        context::Source,
        finding::{Finding, Named},
    },
    knowledge::{Link, Mention, MentionKind, Rule},
};

/// A person in the making.
#[derive(Debug, Clone, Default)]
pub struct Cluster {
    /// The different names, in the order they were gathered: the longest first.
    pub names: Vec<Name>,
    /// Every mention so far.
    pub mentions: Vec<Mention>,
    /// The titles, for comparing.
    pub titles: Vec<super::title::Title>,
    /// The title phrases.
    pub roles: Vec<crate::article::Passage>,
}

/// Gathers names into people: the longest names first, then each by the rules of [`Name::same_person`], then given
/// names that only one person has.
#[must_use]
pub fn gather(source: &Source<'_>, findings: &[Finding]) -> Vec<Cluster> {
    let mut names: Vec<(Name, &Finding)> = findings
        .iter()
        .filter(|finding| matches!(finding.named, Named::Person(kind) if kind != MentionKind::Title))
        .map(|finding| (Name::of(source, finding), finding))
        .filter(|(name, _)| name.len() > 0)
        .collect();
    names.sort_by_key(|(name, finding)| (std::cmp::Reverse(name.len()), finding.tokens.start));
    let mut people =
        People { source, clusters: Vec::new(), exact: FxHashMap::default(), by_last: FxHashMap::default() };
    for (name, finding) in &names {
        people.add(name, finding);
    }
    people.join_given_names();
    people.clusters
}

struct People<'a> {
    source: &'a Source<'a>,
    clusters: Vec<Cluster>,
    exact: FxHashMap<Name, usize>,
    by_last: FxHashMap<CompactString, Vec<usize>>,
}

impl People<'_> {
    fn add(&mut self, name: &Name, finding: &Finding) {
        let (index, rule) = match self.exact.get(name) {
            Some(index) => (*index, Rule::SameName),
            None => self.alike(name, finding).unwrap_or((self.clusters.len(), Rule::Written)),
        };
        if index == self.clusters.len() {
            self.clusters.push(Cluster::default());
        }
        let Some(cluster) = self.clusters.get_mut(index) else { return };
        if !cluster.names.contains(name) {
            cluster.names.push(name.clone());
            self.exact.entry(name.clone()).or_insert(index);
            let same_last = self.by_last.entry(skeleton(name.last())).or_default();
            if !same_last.contains(&index) {
                same_last.push(index);
            }
        }
        let to = cluster.mentions.first().map(|mention| mention.passage);
        let kind = match rule {
            _ if name.len() > 1 && rule != Rule::Surname => MentionKind::Full,
            _ => MentionKind::Surname,
        };
        cluster.mentions.push(Mention {
            passage: finding.passage,
            kind,
            nested: false,
            confidence: finding.confidence,
            link: Link { rule, to },
        });
    }

    /// The person whose name this may be, the one mentioned nearest to it.
    fn alike(&self, name: &Name, finding: &Finding) -> Option<(usize, Rule)> {
        let candidates = self.by_last.get(&skeleton(name.last()))?;
        candidates
            .iter()
            .filter_map(|index| {
                let cluster = self.clusters.get(*index)?;
                let rule = cluster.names.iter().find_map(|other| name.same_person(other, self.source.lexicon))?;
                Some((distance(cluster, finding), *index, rule))
            })
            .min_by_key(|(distance, index, _)| (*distance, *index))
            .map(|(_, index, rule)| (index, rule))
    }

    /// Joins whoever is called by one or two parts only with the one person whose name begins so.
    fn join_given_names(&mut self) {
        let mut by_first: FxHashMap<CompactString, Vec<usize>> = FxHashMap::default();
        for (index, cluster) in self.clusters.iter().enumerate() {
            for name in &cluster.names {
                let people = by_first.entry(CompactString::new(name.first())).or_default();
                if people.last() != Some(&index) {
                    people.push(index);
                }
            }
        }
        for index in 0..self.clusters.len() {
            let Some(owner) = self.owner_of_given_name(index, &by_first) else { continue };
            let given = std::mem::take(&mut self.clusters[index]);
            let owner = &mut self.clusters[owner];
            let to = owner.mentions.first().map(|mention| mention.passage);
            let link = Link { rule: Rule::GivenName, to };
            owner.mentions.extend(given.mentions.into_iter().map(|mention| Mention {
                kind: MentionKind::Given,
                link,
                ..mention
            }));
        }
        self.clusters.retain(|cluster| !cluster.mentions.is_empty());
    }

    fn owner_of_given_name(&self, index: usize, by_first: &FxHashMap<CompactString, Vec<usize>>) -> Option<usize> {
        let [name] = self.clusters[index].names.as_slice() else { return None };
        let mut owners = by_first.get(name.first())?.iter().copied().filter(|other| {
            *other != index
                && self.clusters[*other].names.iter().any(|longer| name.is_given_name_of(longer, self.source.lexicon))
        });
        let owner = owners.next()?;
        owners.next().is_none().then_some(owner)
    }
}

/// How far a finding lies from the nearest mention of a person, in paragraphs and then bytes.
fn distance(cluster: &Cluster, finding: &Finding) -> (u32, usize) {
    let place = finding.passage;
    cluster
        .mentions
        .iter()
        .map(|mention| {
            let paragraphs = mention.passage.paragraph.0.abs_diff(place.paragraph.0);
            (paragraphs, mention.passage.span.start.0.abs_diff(place.span.start.0))
        })
        .min()
        .unwrap_or((u32::MAX, usize::MAX))
}
