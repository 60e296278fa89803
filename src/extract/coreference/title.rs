//! Titles of people: whose they are.

use compact_str::CompactString;
use smallvec::SmallVec;

use super::people::Cluster;
use crate::{
    arabic::{Script, TokenId, TokenRange},
    article::Passage,
    extract::{
        context::Source,
        finding::{Finding, Named},
    },
    knowledge::{Confidence, Link, Mention, MentionKind, Rule},
    lexicon::{Class, Country, PhraseKey, PhraseKind},
};

/// The most tokens between a title and its name.
const GAP: u32 = 5;

/// What a title says, word forms aside: nationality and country are the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Title {
    words: SmallVec<[CompactString; 6]>,
    country: Option<Country>,
}

impl Title {
    fn of(source: &Source<'_>, tokens: TokenRange) -> Self {
        let mut title = Self::default();
        for token in tokens.start.0..tokens.end.0 {
            let lexeme = source.lexeme(TokenId(token));
            let word = lexeme.bare();
            let country = lexeme.nationality.or_else(|| country(source, &lexeme.stem));
            match country {
                Some(country) => title.country = Some(country),
                None if word.chars().any(char::is_alphabetic) => title.words.push(masculine(word)),
                None => {}
            }
        }
        title
    }

    fn head(&self) -> &str {
        self.words.first().map_or("", CompactString::as_str)
    }

    /// How well the two fit one office: 3 the same, 2 one says less than the other, 1 the same head noun standing alone.
    fn fit(&self, other: &Self) -> Option<u8> {
        let countries_differ = matches!((self.country, other.country), (Some(one), Some(another)) if one != another);
        if countries_differ || self.head() != other.head() {
            return None;
        }
        let within = |one: &Self, another: &Self| one.words.iter().all(|word| another.words.contains(word));
        match (within(self, other), within(other, self)) {
            (true, true) if self.country == other.country => Some(3),
            (true, _) | (_, true) => Some(2),
            _ => None,
        }
    }
}

/// The feminine of a title word as its masculine.
fn masculine(word: &str) -> CompactString {
    let stem = word.strip_suffix('\u{0647}').filter(|stem| stem.chars().nth(2).is_some());
    CompactString::new(stem.unwrap_or(word))
}

fn country(source: &Source<'_>, stem: &str) -> Option<Country> {
    let phrase = source.lexicon.phrase(PhraseKey::default().with(stem)).phrase?;
    (phrase.kind == PhraseKind::Country).then_some(phrase.country)?
}

/// Gives every title to the person it stands beside, or who was called so; of the others those that can mean but one
/// person become a person without a name.
pub fn assign(source: &Source<'_>, findings: &[Finding], clusters: &mut Vec<Cluster>) {
    let mut alone = Vec::new();
    for (at, finding) in findings.iter().enumerate() {
        if finding.named != Named::Person(MentionKind::Title) {
            continue;
        }
        match beside(source, findings, at).and_then(|name| owner(clusters, name)) {
            Some(person) => {
                let to = Some(findings[name_index(findings, at, source)].passage);
                give(source, &mut clusters[person], finding, Link { rule: Rule::TitleBeside, to });
            }
            None => alone.push(finding),
        }
    }
    for finding in alone {
        let title = Title::of(source, finding.tokens);
        if !source.lexeme(finding.tokens.start).definite && !fixes_one(source, finding, &title) {
            continue;
        }
        match bearer(clusters, &title, finding) {
            Some((person, rule, to)) => give(source, &mut clusters[person], finding, Link { rule, to }),
            None if fixes_one(source, finding, &title) => {
                let mut cluster = Cluster::default();
                give(source, &mut cluster, finding, Link::default());
                clusters.push(cluster);
            }
            None => {}
        }
    }
}

fn name_index(findings: &[Finding], at: usize, source: &Source<'_>) -> usize {
    neighbour(source, findings, at).unwrap_or(at)
}

fn beside<'a>(source: &Source<'_>, findings: &'a [Finding], at: usize) -> Option<&'a Finding> {
    neighbour(source, findings, at).and_then(|name| findings.get(name))
}

/// The name that a title stands beside: after it, or before it where none follows.
fn neighbour(source: &Source<'_>, findings: &[Finding], at: usize) -> Option<usize> {
    let title = findings.get(at)?;
    let is_name = |finding: &Finding| matches!(finding.named, Named::Person(kind) if kind != MentionKind::Title);
    let after = findings
        .iter()
        .enumerate()
        .skip(at + 1)
        .take_while(|(_, other)| other.tokens.start.0 <= title.tokens.end.0 + GAP)
        .find(|(_, other)| is_name(other) && other.tokens.start >= title.tokens.end);
    let before = findings[..at]
        .iter()
        .enumerate()
        .rev()
        .take(4)
        .find(|(_, other)| is_name(other) && other.tokens.end <= title.tokens.start);
    let gap_after = after.and_then(|(_, name)| gap(source, title.tokens.end, name.tokens.start));
    let gap_before = before.and_then(|(_, name)| gap(source, name.tokens.end, title.tokens.start));
    let conjoined = source.lexeme(title.tokens.start).conjoined;
    match (gap_after, gap_before) {
        (Some(after_gap), Some(before_gap)) if before_gap < after_gap && !conjoined => before.map(|(index, _)| index),
        (Some(_), _) => after.map(|(index, _)| index),
        (None, Some(_)) if !conjoined => before.map(|(index, _)| index),
        _ => None,
    }
}

/// The number of tokens between two places of one sentence, if none of them says anything.
fn gap(source: &Source<'_>, from: TokenId, to: TokenId) -> Option<u32> {
    let same_sentence =
        source.tokens.get(TokenId(from.0.saturating_sub(1)))?.sentence == source.tokens.get(to)?.sentence;
    let quiet = (from.0..to.0).all(|at| {
        let token = source.tokens.get(TokenId(at));
        let lexeme = source.lexeme(TokenId(at));
        let mark = token.is_some_and(|token| token.script == Script::Mark) && source.tokens.folded(TokenId(at)) != ":";
        mark || lexeme.is(Class::Honorific)
    });
    (same_sentence && quiet && to.0 - from.0 <= GAP).then_some(to.0 - from.0)
}

/// The person one of whose mentions the name is.
fn owner(clusters: &[Cluster], name: &Finding) -> Option<usize> {
    clusters.iter().position(|cluster| cluster.mentions.iter().any(|mention| mention.passage == name.passage))
}

/// Who was called so: the best fit, then the one spoken of last before the title, then the next one after it.
fn bearer(clusters: &[Cluster], title: &Title, finding: &Finding) -> Option<(usize, Rule, Option<Passage>)> {
    let place = finding.passage.start();
    clusters
        .iter()
        .enumerate()
        .filter_map(|(index, cluster)| {
            let fit = cluster.titles.iter().filter_map(|other| title.fit(other)).max()?;
            let last = cluster
                .mentions
                .iter()
                .map(|mention| mention.passage)
                .filter(|passage| passage.start() < place)
                .max_by_key(|passage| passage.start());
            Some((fit, last, index))
        })
        .max_by_key(|(fit, last, _)| (*fit, last.map(|passage| passage.start())))
        .map(|(fit, last, index)| {
            let to = last.or(clusters[index].mentions.first().map(|mention| mention.passage));
            (index, if fit == 3 { Rule::TitleAgain } else { Rule::TitleAlike }, to)
        })
}

/// Whether a title can mean but one person: the holder of a single office of a country or an organisation.
fn fixes_one(source: &Source<'_>, finding: &Finding, title: &Title) -> bool {
    finding.tokens.len() >= 2 && title.country.is_some() && !source.lexeme(finding.tokens.start).is(Class::Envoy)
}

fn give(source: &Source<'_>, cluster: &mut Cluster, finding: &Finding, link: Link) {
    let title = Title::of(source, finding.tokens);
    if !cluster.titles.contains(&title) {
        cluster.titles.push(title);
    }
    cluster.roles.push(finding.passage);
    let (kind, confidence) =
        (MentionKind::Title, if link.rule == Rule::TitleBeside { Confidence::Certain } else { Confidence::Likely });
    cluster.mentions.push(Mention { passage: finding.passage, kind, nested: false, confidence, link });
}
