//! Titles of people: whose they are.

use rustc_hash::FxHashMap;

use super::{bearers::Bearers, people::Cluster, title::Title};
use crate::{
    arabic::{Script, TokenId},
    article::Passage,
    extract::{
        context::Source,
        finding::{Finding, Named},
    },
    knowledge::{Confidence, Link, Mention, MentionKind, Rule},
    lexicon::Class,
};

/// How far around a title words tell what is spoken of.
const AROUND: u32 = 20;
/// The most tokens between a title and its name.
const GAP: u32 = 5;

/// Gives every title to the person it stands beside, or who was called so; of the others those that can mean but one
/// person become a person without a name.
pub fn assign(source: &Source<'_>, findings: &[Finding], clusters: &mut Vec<Cluster>) {
    let owners: FxHashMap<Passage, usize> = clusters
        .iter()
        .enumerate()
        .flat_map(|(index, cluster)| cluster.mentions.iter().map(move |mention| (mention.passage, index)))
        .collect();
    let mut bearers = Bearers::default();
    let mut alone = Vec::new();
    for (at, finding) in findings.iter().enumerate() {
        if finding.named != Named::Person(MentionKind::Title) {
            continue;
        }
        let name = neighbour(source, findings, at).and_then(|name| findings.get(name));
        let owner = name.and_then(|name| Some((name.passage, *owners.get(&name.passage)?)));
        match owner {
            Some((passage, person)) => {
                let link = Link { rule: Rule::TitleBeside, to: Some(passage) };
                give(clusters, &mut bearers, person, finding, Title::of(source, finding.tokens), link);
            }
            None => alone.push(finding),
        }
    }
    let leading = leading(clusters);
    for finding in alone {
        let title = Title::of(source, finding.tokens);
        let head = source.lexeme(finding.tokens.start);
        if !title.is_definite()
            || head.predicate
            || head.is(Class::Plural)
            || (head.is(Class::Honorific) && finding.tokens.len() == 1)
        {
            continue;
        }
        let fixed = fixes_one(source, finding, &title);
        let bearer = bearers.of(clusters, &title, finding.passage.start());
        match bearer.or_else(|| head_of_state(source, finding, leading, clusters)) {
            Some((person, rule, to)) => give(clusters, &mut bearers, person, finding, title, Link { rule, to }),
            None if fixed => {
                let nobody = clusters.len();
                clusters.push(Cluster::default());
                give(clusters, &mut bearers, nobody, finding, title, Link::default());
            }
            None => {}
        }
    }
}

/// The one person whom the article is about: named three times or more, and clearly more often than anybody else.
fn leading(clusters: &[Cluster]) -> Option<usize> {
    let mut counts: Vec<(usize, usize)> = clusters.iter().map(|cluster| cluster.mentions.len()).zip(0..).collect();
    counts.sort_unstable_by_key(|(mentions, index)| (std::cmp::Reverse(*mentions), *index));
    let (most, index) = *counts.first()?;
    let next = counts.get(1).map_or(0, |(mentions, _)| *mentions);
    (most >= 3 && most * 3 >= next * 4).then_some(index)
}

/// The president, said of nobody before: the person whom the article is about, if it gives them no other title.
fn head_of_state(
    source: &Source<'_>,
    finding: &Finding,
    leading: Option<usize>,
    clusters: &[Cluster],
) -> Option<(usize, Rule, Option<Passage>)> {
    let head = source.lexeme(finding.tokens.start);
    let alone = finding.tokens.len() == 1 && head.is(Class::HeadOfState);
    let leading = leading.filter(|_| alone)?;
    let cluster = clusters.get(leading).filter(|cluster| cluster.titles.is_empty())?;
    Some((leading, Rule::TitleAlike, cluster.mentions.first().map(|mention| mention.passage)))
}

/// The name that a title stands beside: after it, or before it where none follows.
fn neighbour(source: &Source<'_>, findings: &[Finding], at: usize) -> Option<usize> {
    let title = findings.get(at)?;
    if let Some(second) = second_office(source, findings, at) {
        return neighbour(source, findings, second);
    }
    let is_name = |finding: &Finding| matches!(finding.named, Named::Person(kind) if kind != MentionKind::Title);
    let after = findings
        .iter()
        .enumerate()
        .skip(at + 1)
        .take_while(|(_, other)| other.tokens.start.0 <= title.tokens.end.0 + GAP)
        .filter(|(_, other)| is_name(other) && other.tokens.start >= title.tokens.end);
    let before = findings[..at].iter().enumerate().rev().take(4);
    let before = before.into_iter().find(|(_, other)| is_name(other) && other.tokens.end <= title.tokens.start);
    let mut from = title.tokens.end;
    let mut closest = None;
    for (index, name) in after {
        let Some(gap) = gap(source, from, name.tokens.start) else { break };
        if is_governed(source, name) {
            // The secretary of so-and-so: the name of the one who bears the title may still come.
            from = name.tokens.end;
            continue;
        }
        closest = Some((gap, index));
        break;
    }
    let gap_before = before.and_then(|(index, name)| Some((gap(source, name.tokens.end, title.tokens.start)?, index)));
    let head = source.lexeme(title.tokens.start);
    let gap_before = gap_before.filter(|_| !head.conjoined && head.preposition.is_none());
    match (closest.filter(|_| !head.predicate), gap_before) {
        (Some((after, _)), Some((before, index))) if before < after => Some(index),
        (Some((_, index)), _) | (None, Some((_, index))) => Some(index),
        (None, None) => apposed_title(source, findings, at).and_then(|second| neighbour(source, findings, second)),
    }
}

/// Whether a preposition is written with a name.
fn is_governed(source: &Source<'_>, name: &Finding) -> bool {
    let first = source.tokens.get(name.tokens.start);
    let lead = first.map_or("", |token| {
        let length = name.passage.span.start.0.saturating_sub(token.span.start.0);
        source.words(token.passage()).get(..length).unwrap_or_default()
    });
    lead.contains(['\u{0644}', '\u{0628}', '\u{0643}'])
}

/// The title that goes on one of a deputy: deputy prime minister and minister of oil, of one person.
fn second_office(source: &Source<'_>, findings: &[Finding], at: usize) -> Option<usize> {
    let (title, next) = (findings.get(at)?, findings.get(at + 1)?);
    let is_title = next.named == Named::Person(MentionKind::Title);
    let conjoined = next.tokens.start == title.tokens.end && source.lexeme(next.tokens.start).conjoined;
    (is_title && conjoined && source.lexeme(title.tokens.start).is(Class::Deputy)).then_some(at + 1)
}

/// The title that stands after a comma, and before the name that both belong to: the ambassador of Ghana, head of the
/// council so-and-so.
fn apposed_title(source: &Source<'_>, findings: &[Finding], at: usize) -> Option<usize> {
    let after = |end: TokenId, from: usize| (from + 1..findings.len()).find(|next| findings[*next].tokens.start >= end);
    let title = findings.get(at)?;
    let next = after(title.tokens.end, at)?;
    let second = findings.get(next)?;
    let name = findings.get(after(second.tokens.end, next)?)?;
    let is_name = matches!(name.named, Named::Person(kind) if kind != MentionKind::Title);
    let is_title = second.named == Named::Person(MentionKind::Title);
    let comma = source.tokens.folded(title.tokens.end) == "\u{060C}" && second.tokens.start == title.tokens.end.plus(1);
    let named = is_name && name.tokens.start == second.tokens.end;
    (is_title && named && comma && !source.lexeme(second.tokens.start).conjoined).then_some(next)
}

/// The number of tokens between two places of one sentence, if none of them says anything.
fn gap(source: &Source<'_>, from: TokenId, to: TokenId) -> Option<u32> {
    let same_sentence =
        source.tokens.get(TokenId(from.0.saturating_sub(1)))?.sentence == source.tokens.get(to)?.sentence;
    let quiet = (from.0..to.0).all(|at| {
        let token = source.tokens.get(TokenId(at));
        let lexeme = source.lexeme(TokenId(at));
        let mark = token.is_some_and(|token| token.script == Script::Mark) && source.tokens.folded(TokenId(at)) != ":";
        let rank = lexeme.definite && (lexeme.is(Class::Title) || lexeme.is(Class::Doubtful));
        let honour = (lexeme.is(Class::Honorific) || rank) && !lexeme.conjoined;
        let age = source.is_age(TokenId(at + 1)) || source.is_age(TokenId(at + 2));
        mark || honour || age || is_copula(source.tokens.folded(TokenId(at)))
    });
    (same_sentence && quiet && to.0 - from.0 <= GAP).then_some(to.0 - from.0)
}

/// Whether a title can mean but one person: the holder of an office that one person has at a time.
fn fixes_one(source: &Source<'_>, finding: &Finding, title: &Title) -> bool {
    let head = source.lexeme(finding.tokens.start);
    let counterpart = head.possessed && title.country().is_some() && !is_sport(source, finding);
    let sole = head.is(Class::Sole) && !head.is(Class::Plural);
    finding.tokens.len() >= 2 && title.is_definite() && !head.predicate && (sole || counterpart)
}

/// Whether a match is spoken of around a title: sides are each other's counterparts.
fn is_sport(source: &Source<'_>, finding: &Finding) -> bool {
    let Some(sentence) = source.tokens.sentence_of(finding.tokens.start) else { return false };
    let start = sentence.tokens.start.0.max(finding.tokens.start.0.saturating_sub(AROUND));
    let end = sentence.tokens.end.0.min(finding.tokens.end.0.saturating_add(AROUND));
    (start..end).any(|at| source.lexeme(TokenId(at)).is(Class::Sport))
}

fn give(clusters: &mut [Cluster], bearers: &mut Bearers, person: usize, finding: &Finding, title: Title, link: Link) {
    let Some(cluster) = clusters.get_mut(person) else { return };
    bearers.note_mention(person, finding.passage);
    if !cluster.titles.contains(&title) {
        bearers.note_title(person, &title);
        cluster.titles.push(title);
    }
    cluster.roles.push(finding.passage);
    let (kind, confidence) =
        (MentionKind::Title, if link.rule == Rule::TitleBeside { Confidence::Certain } else { Confidence::Likely });
    cluster.mentions.push(Mention { passage: finding.passage, kind, nested: false, confidence, link });
}

/// `wa-huwa`, `wa-hiya`: (who) is.
fn is_copula(folded: &str) -> bool {
    matches!(folded, "\u{0648}\u{0647}\u{0648}" | "\u{0648}\u{0647}\u{064A}")
}
