//! People: which names speak of one person.

use std::{cmp::Reverse, collections::BTreeSet};

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::name::{Family, Name, PartId, Parts};
use crate::{
    article::{Anchor, ParagraphId},
    extract::{
        context::Source,
        finding::{Finding, Named},
    },
    knowledge::{Link, Mention, MentionKind, Rule},
    text::ByteOffset,
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

/// Gathers names into people: the longest names first, then each by the rules of [`Parts::same_person`], then given
/// names that only one person has.
#[must_use]
pub fn gather(source: &Source<'_>, findings: &[Finding]) -> Vec<Cluster> {
    let mut parts = Parts::new(source.lexicon);
    let mut names: Vec<(Name, &Finding)> = findings
        .iter()
        .filter(|finding| matches!(finding.named, Named::Person(kind) if kind != MentionKind::Title))
        .map(|finding| (parts.name(source, finding), finding))
        .filter(|(name, _)| name.len() > 0)
        .collect();
    names.sort_by_key(|(name, finding)| (Reverse(name.len()), finding.tokens.start));
    let mut people = People::of(parts);
    for (name, finding) in &names {
        people.add(name, finding);
    }
    people.join_given_names();
    people.clusters
}

struct People<'a> {
    parts: Parts<'a>,
    clusters: Vec<Cluster>,
    exact: FxHashMap<Name, usize>,
    families: FxHashMap<Family, Relatives>,
    /// In which families each person is looked for, and where each is spoken of.
    whereabouts: Vec<Whereabouts>,
}

/// Every name of whoever has a name whose last part is of one family.
#[derive(Default)]
struct Relatives {
    by_last: Sharing,
    /// Names that may go without their last part, by their first one.
    by_first: Sharing,
}

/// Names by a part of them, and which parts are spellings of one name.
#[derive(Default)]
struct Sharing {
    names: FxHashMap<PartId, Vec<Known>>,
    /// For each part that was ever met the same ones, itself among them.
    same: FxHashMap<PartId, Vec<PartId>>,
}

/// A name that somebody has.
#[derive(Clone)]
struct Known {
    person: usize,
    /// How many names the person had before it.
    order: usize,
    name: Name,
}

impl Relatives {
    fn add(&mut self, known: Known, parts: &Parts<'_>) {
        if let (Some(first), true) = (known.name.first(), known.name.may_lose_last()) {
            self.by_first.add(first, known.clone(), parts);
        }
        if let Some(last) = known.name.last() {
            self.by_last.add(last, known, parts);
        }
    }

    /// The names that may be those of whoever is called `name`, some of them twice.
    fn candidates(&mut self, name: &Name, parts: &Parts<'_>) -> impl Iterator<Item = &Known> {
        let first = name.first().filter(|_| name.may_lose_last());
        let (last, first) = (self.by_last.of(name.last(), parts), self.by_first.of(first, parts));
        last.chain(first)
    }
}

impl Sharing {
    fn add(&mut self, part: PartId, known: Known, parts: &Parts<'_>) {
        self.meet(part, parts);
        self.names.entry(part).or_default().push(known);
    }

    /// The names with a spelling of that part.
    fn of(&mut self, part: Option<PartId>, parts: &Parts<'_>) -> impl Iterator<Item = &Known> {
        if let Some(part) = part {
            self.meet(part, parts);
        }
        let same = part.and_then(|part| self.same.get(&part)).into_iter().flatten();
        same.filter_map(|part| self.names.get(part)).flatten()
    }

    /// Compares a part, once, with all that were met before.
    fn meet(&mut self, part: PartId, parts: &Parts<'_>) {
        if self.same.contains_key(&part) {
            return;
        }
        let mut same = vec![part];
        for (other, of_other) in &mut self.same {
            if parts.are_same(part, *other) {
                of_other.push(part);
                same.push(*other);
            }
        }
        self.same.insert(part, same);
    }
}

#[derive(Default)]
struct Whereabouts {
    families: SmallVec<[Family; 1]>,
    mentions: BTreeSet<Anchor>,
}

impl<'a> People<'a> {
    fn of(parts: Parts<'a>) -> Self {
        Self {
            parts,
            clusters: Vec::new(),
            exact: FxHashMap::default(),
            families: FxHashMap::default(),
            whereabouts: Vec::new(),
        }
    }

    fn add(&mut self, name: &Name, finding: &Finding) {
        let (index, rule) = match self.exact.get(name) {
            Some(index) => (*index, Rule::SameName),
            None => {
                let (index, rule) = self.alike(name, finding).unwrap_or((self.clusters.len(), Rule::Written));
                self.add_name(index, name);
                (index, rule)
            }
        };
        let (Some(cluster), Some(whereabouts)) = (self.clusters.get_mut(index), self.whereabouts.get_mut(index)) else {
            return;
        };
        let to = cluster.mentions.first().map(|mention| mention.passage);
        let kind = match rule {
            _ if name.len() > 1 && rule != Rule::Surname => MentionKind::Full,
            _ => MentionKind::Surname,
        };
        whereabouts.mentions.insert(finding.passage.start());
        cluster.mentions.push(Mention {
            passage: finding.passage,
            kind,
            nested: false,
            confidence: finding.confidence,
            link: Link { rule, to },
        });
    }

    /// Gives a person one name more; a number that nobody has is a new person's.
    fn add_name(&mut self, person: usize, name: &Name) {
        if person == self.clusters.len() {
            self.clusters.push(Cluster::default());
            self.whereabouts.push(Whereabouts::default());
        }
        self.exact.insert(name.clone(), person);
        let names = &mut self.clusters[person].names;
        let order = names.len();
        names.push(name.clone());
        let families = &mut self.whereabouts[person].families;
        for family in &*families {
            self.families.entry(*family).or_default().add(Known { person, order, name: name.clone() }, &self.parts);
        }
        if let Some(family) = self.parts.family(name).filter(|family| !families.contains(family)) {
            families.push(family);
            let relatives = self.families.entry(family).or_default();
            for (order, name) in names.iter().enumerate() {
                relatives.add(Known { person, order, name: name.clone() }, &self.parts);
            }
        }
    }

    /// The person whose name this may be, the one mentioned nearest to it.
    fn alike(&mut self, name: &Name, finding: &Finding) -> Option<(usize, Rule)> {
        let relatives = self.families.get_mut(&self.parts.family(name)?)?;
        relatives
            .candidates(name, &self.parts)
            .filter_map(|known| {
                let rule = self.parts.same_person(name, &known.name)?;
                let distance = distance(&self.whereabouts[known.person].mentions, finding.passage.start());
                Some((distance, known.person, known.order, rule))
            })
            // Of one person's names the first that may be meant tells by which rule.
            .min_by_key(|(distance, person, order, _)| (*distance, *person, *order))
            .map(|(_, person, _, rule)| (person, rule))
    }

    /// Joins whoever is called by one or two parts only with the one person whose name begins so.
    fn join_given_names(&mut self) {
        let mut by_first: FxHashMap<PartId, Vec<usize>> = FxHashMap::default();
        for (index, cluster) in self.clusters.iter().enumerate() {
            for first in cluster.names.iter().filter_map(Name::first) {
                let people = by_first.entry(first).or_default();
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

    fn owner_of_given_name(&self, index: usize, by_first: &FxHashMap<PartId, Vec<usize>>) -> Option<usize> {
        let [name] = self.clusters[index].names.as_slice() else { return None };
        let mut owners = by_first.get(&name.first()?)?.iter().copied().filter(|other| {
            *other != index
                && self.clusters[*other].names.iter().any(|longer| self.parts.is_given_name_of(name, longer))
        });
        let owner = owners.next()?;
        owners.next().is_none().then_some(owner)
    }
}

/// How far a place lies from the nearest mention of a person, in paragraphs and then bytes from the paragraphs' starts.
fn distance(mentions: &BTreeSet<Anchor>, place: Anchor) -> (u32, usize) {
    let at = |paragraph, offset| Anchor { paragraph, offset: ByteOffset(offset) };
    let here = mentions.range(at(place.paragraph, 0)..=at(place.paragraph, usize::MAX)).next();
    let before = mentions.range(..at(place.paragraph, 0)).next_back();
    let after = mentions.range(at(place.paragraph, usize::MAX)..).next();
    let paragraphs = here.map_or_else(|| [before, after], |here| [Some(here), None]);
    let nearest_in = |paragraph: ParagraphId| {
        let offset = place.offset.0;
        let before = mentions.range(at(paragraph, 0)..=at(paragraph, offset)).next_back();
        let after = mentions.range(at(paragraph, offset)..=at(paragraph, usize::MAX)).next();
        let apart = |mention: &Anchor| (paragraph.0.abs_diff(place.paragraph.0), mention.offset.0.abs_diff(offset));
        before.into_iter().chain(after).map(apart).min()
    };
    let nearest = paragraphs.into_iter().flatten().filter_map(|mention| nearest_in(mention.paragraph)).min();
    nearest.unwrap_or((u32::MAX, usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(mentions: &[(u32, usize)], place: (u32, usize)) {
        let anchor = |(paragraph, offset)| Anchor { paragraph: ParagraphId(paragraph), offset: ByteOffset(offset) };
        let each = mentions.iter().map(|mention| (mention.0.abs_diff(place.0), mention.1.abs_diff(place.1)));
        let all = mentions.iter().map(|mention| anchor(*mention)).collect();
        assert_eq!(distance(&all, anchor(place)), each.min().unwrap_or((u32::MAX, usize::MAX)));
    }

    #[test]
    fn the_nearest_mention_is_found_among_all() {
        check(&[], (0, 0));
        let mentions = [(0, 4), (2, 0), (2, 9), (2, 30), (6, 2), (6, 12), (6, 40)];
        for paragraph in 0..9 {
            for offset in (0..50).step_by(5) {
                check(&mentions, (paragraph, offset));
            }
        }
    }
}
