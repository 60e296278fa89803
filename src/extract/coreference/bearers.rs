//! Who bears which title, for titles that stand without a name.

use std::collections::BTreeMap;

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::{people::Cluster, title::Title};
use crate::{
    article::{Anchor, Passage},
    knowledge::Rule,
    lexicon::Country,
};

/// How many bearers of one title are looked at, those who were given it last: more than any article tells apart.
const RECENT: usize = 64;

/// The titles that people were given so far, by what two titles of one office must share. People are known by their
/// place among the clusters.
#[derive(Debug, Default)]
pub struct Bearers {
    by_head: FxHashMap<CompactString, FxHashMap<Title, Vec<usize>>>,
    by_country: FxHashMap<Country, Vec<usize>>,
    /// Where those who were asked for are spoken of.
    mentions: FxHashMap<usize, BTreeMap<Anchor, Passage>>,
}

impl Bearers {
    /// Notes that a person was given a title that they had not before.
    pub fn note_title(&mut self, person: usize, title: &Title) {
        let alike = self.by_head.entry(CompactString::new(title.head())).or_default();
        alike.entry(title.clone()).or_default().push(person);
        if let Some(country) = title.country() {
            self.by_country.entry(country).or_default().push(person);
        }
    }

    /// Notes that a person is spoken of once more.
    pub fn note_mention(&mut self, person: usize, passage: Passage) {
        if let Some(mentions) = self.mentions.get_mut(&person) {
            mentions.insert(passage.start(), passage);
        }
    }

    /// Who was called so: the best fit, then the one spoken of last before the title, then the next one after it. With
    /// the rule, and the mention that the title takes up.
    pub fn of(&mut self, clusters: &[Cluster], title: &Title, place: Anchor) -> Option<(usize, Rule, Option<Passage>)> {
        let (fit, people) = self.fitting(clusters, title)?;
        let last = |person: usize| Some((self.last_before(clusters.get(person)?, person, place), person));
        let (last, person) =
            people.into_iter().filter_map(last).max_by_key(|(last, person)| (last.map(Passage::start), *person))?;
        let to = last.or(clusters.get(person)?.mentions.first().map(|mention| mention.passage));
        Some((person, if fit == 3 { Rule::TitleAgain } else { Rule::TitleAlike }, to))
    }

    /// Those whose titles fit best, and how well.
    fn fitting(&self, clusters: &[Cluster], title: &Title) -> Option<(u8, Vec<usize>)> {
        let alike = self.by_head.get(title.head()).into_iter().flatten();
        let alike = alike.filter_map(|(other, people)| Some((title.fit(other)?, people)));
        let compatriots =
            title.of_anybody().and_then(|country| self.by_country.get(&country)).map(|people| (1, people));
        let each = alike
            .chain(compatriots)
            .flat_map(|(fit, people)| people.iter().rev().take(RECENT).map(move |person| (fit, *person)));
        let fitting: Vec<(u8, usize)> = each
            .filter(|(_, person)| clusters.get(*person).is_some_and(|cluster| may_be_of_country(cluster, title)))
            .collect();
        let best = fitting.iter().map(|(fit, _)| *fit).max()?;
        Some((best, fitting.into_iter().filter(|(fit, _)| *fit == best).map(|(_, person)| person).collect()))
    }

    fn last_before(&mut self, cluster: &Cluster, person: usize, place: Anchor) -> Option<Passage> {
        let spoken_of = || cluster.mentions.iter().map(|mention| (mention.passage.start(), mention.passage)).collect();
        let mentions = self.mentions.entry(person).or_insert_with(spoken_of);
        mentions.range(..place).next_back().map(|(_, passage)| *passage)
    }
}

/// Whether some title of a person is of the country that a title names, or none of them names any.
fn may_be_of_country(cluster: &Cluster, title: &Title) -> bool {
    let mut countries = cluster.titles.iter().filter_map(Title::country).peekable();
    title.country().is_none() || countries.peek().is_none() || countries.any(|country| title.country() == Some(country))
}
