//! Organisations and places: which mentions name one thing.

use compact_str::CompactString;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::{
    arabic::{TokenId, TokenRange, without_article},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
        lexeme::Lexeme,
    },
    knowledge::{Confidence, Entity, Link, Mention, MentionKind, Rule},
    lexicon::{Class, PhraseKey},
};

/// What two names of one thing share.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    /// The number of a listed thing.
    Listed(u16),
    /// The folded words, without the first article.
    Words(String),
}

/// Gathers the findings of one sort into entities, by first mention.
#[must_use]
pub fn gather(source: &Source<'_>, findings: &[Finding], named: Named) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    let mut known: FxHashMap<Key, usize> = FxHashMap::default();
    let mut before: Option<(TokenId, usize)> = None;
    for finding in findings.iter().filter(|finding| finding.named == named) {
        let key = key(source, finding);
        // In brackets after its full name.
        let explained =
            before.filter(|(end, _)| finding.origin == Origin::Article && end.plus(1) == finding.tokens.start);
        let next = explained.map_or(entities.len(), |(_, index)| index);
        let index = *known.entry(key).or_insert(next);
        before = Some((finding.tokens.end, index));
        match entities.get_mut(index) {
            Some(entity) => {
                let first = entity.mentions.first().map(|mention| mention.passage);
                let link = Link { rule: Rule::SameName, to: first };
                entity.mentions.push(mention(finding, MentionKind::Full, link));
            }
            None => entities.push(Entity {
                name: source.words(finding.passage).to_owned(),
                mentions: vec![mention(finding, MentionKind::Full, Link::default())],
            }),
        }
    }
    for entity in &mut entities {
        entity.name = fullest(source, &entity.mentions);
    }
    entities
}

/// Adds the definite nouns that take up an organisation named before: the alliance, the ministry.
pub fn take_up(source: &Source<'_>, organisations: &mut [Entity], findings: &[Finding]) {
    let mut heads: FxHashMap<&str, (usize, Mention)> = FxHashMap::default();
    // The last one named without saying of what kind it is.
    let mut unsaid: Option<(usize, Mention)> = None;
    let mut named: Vec<(TokenRange, usize, Mention)> = organisations
        .iter()
        .enumerate()
        .flat_map(|(index, entity)| entity.mentions.iter().map(move |mention| (index, *mention)))
        .map(|(index, mention)| (source.tokens.under(mention.passage), index, mention))
        .collect();
    named.sort_by_key(|(tokens, ..)| tokens.start);
    let mut named = named.into_iter().peekable();
    let title = Named::Person(MentionKind::Title);
    let mut findings = findings.iter().filter(|finding| finding.named != title).peekable();
    let mut found: Vec<(usize, Mention)> = Vec::new();
    for (at, token) in (0u32..).map(TokenId).zip(source.tokens.all()) {
        let classes = source.lexemes.classes(token);
        let institution = classes.has(Class::Institution);
        if !classes.has(Class::Organisation) || classes.has(Class::Weak) && !institution {
            continue;
        }
        let lexeme = source.lexemes.of_token(token);
        if !lexeme.definite || lexeme.possessed {
            continue;
        }
        while let Some((tokens, index, mention)) = named.next_if(|(tokens, ..)| tokens.end <= at) {
            let head = source.lexeme(tokens.start);
            if !head.is(Class::Organisation) {
                unsaid = Some((index, mention));
            } else if tokens.len() > 1 {
                heads.insert(kind(head), (index, mention));
            }
        }
        while findings.next_if(|finding| finding.tokens.end <= at).is_some() {}
        let before = source.lexeme(TokenId(at.0.saturating_sub(1)));
        let qualifies = lexeme.relative && before.definite && !lexeme.conjoined;
        if qualifies || findings.peek().is_some_and(|finding| finding.tokens.contains(at)) {
            continue;
        }
        let antecedent = heads.get(kind(lexeme)).copied().or(unsaid.filter(|_| institution));
        let Some((index, antecedent)) = antecedent else { continue };
        let tokens = TokenRange { start: at, end: at.plus(1) };
        if let Some(passage) = source.passage(tokens, usize::from(lexeme.letters)) {
            let link = Link { rule: Rule::Definite, to: Some(antecedent.passage) };
            let kind = MentionKind::Nominal;
            found.push((index, Mention { passage, kind, nested: false, confidence: Confidence::Likely, link }));
        }
    }
    for (index, mention) in found {
        organisations[index].mentions.push(mention);
    }
    for organisation in organisations {
        organisation.mentions.sort_by_key(|mention| mention.passage.start());
    }
}

/// What an organisation is called by its kind: any printed medium may be called a paper.
fn kind(head: &Lexeme) -> &str {
    const PAPER: &str = "\u{0635}\u{062D}\u{064A}\u{0641}\u{0647}";
    if head.is(Class::Press) { PAPER } else { head.bare() }
}

fn mention(finding: &Finding, kind: MentionKind, link: Link) -> Mention {
    Mention { passage: finding.passage, kind, nested: finding.nested, confidence: finding.confidence, link }
}

fn key(source: &Source<'_>, finding: &Finding) -> Key {
    let words = source.folded_words(finding.passage, finding.tokens);
    let words: SmallVec<[&str; 4]> = words.iter().map(CompactString::as_str).collect();
    if let Some(group) = listed(source, &words) {
        return Key::Listed(group);
    }
    let Some((first, rest)) = words.split_first() else { return Key::Words(String::new()) };
    let first = without_article(first).unwrap_or(first);
    Key::Words(std::iter::once(first).chain(rest.iter().copied()).collect::<Vec<_>>().join(" "))
}

/// The number of the listed thing that the words name, with the article that lam may have taken given back.
fn listed(source: &Source<'_>, words: &[&str]) -> Option<u16> {
    let group = |key: PhraseKey| source.lexicon.phrase(key).phrase.map(|phrase| phrase.group);
    let (first, rest) = words.split_first()?;
    let definite = format!("\u{0627}\u{0644}{first}");
    group(PhraseKey::of(words.iter().copied()))
        .or_else(|| group(PhraseKey::of(std::iter::once(definite.as_str()).chain(rest.iter().copied()))))
}

/// The longest spelling, the first of them.
fn fullest(source: &Source<'_>, mentions: &[Mention]) -> String {
    mentions
        .iter()
        .map(|mention| source.words(mention.passage))
        .rev()
        .max_by_key(|words| words.len())
        .unwrap_or_default()
        .to_owned()
}
