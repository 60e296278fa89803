//! Annotated corpora: one JSON object a line with `text` and `spans` of code points.

use std::path::PathBuf;

use anyhow::Context as _;
use qari::{
    arabic::{TokenRange, Tokens},
    article::{Article, parse},
    extract::{
        Lexemes, Source, hints,
        model::{
            hints::Hints,
            label::{Label, Sort},
            weights::Weights,
        },
        tokens,
    },
    lexicon::Lexicon,
};
use serde::Deserialize;

use crate::{allowed::Allowed, read};

#[derive(Debug, Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    spans: Vec<Span>,
}

#[derive(Debug, Clone, Deserialize)]
struct Span {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    sort: String,
    #[serde(default = "yes")]
    outer: bool,
    #[serde(default)]
    optional: bool,
}

fn yes() -> bool {
    true
}

/// By whose conventions a text is annotated: they differ in what belongs to a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Convention {
    /// Those of this project: the type word is part of the name, ministries are organisations.
    Own,
    /// Those of ANERcorp.
    Benchmark,
}

/// Some lines of a corpus, read as the program reads an article.
pub struct Text {
    pub article: Article,
    pub tokens: Tokens,
    pub lexemes: Lexemes,
    /// What every token may be.
    pub gold: Vec<Allowed>,
    pub convention: Convention,
    /// What the rules found in it.
    pub hints: Hints,
}

impl Text {
    fn read(text: String, spans: &[Span], convention: Convention) -> Self {
        let article = parse::plain(text);
        let tokens = tokens(&article, Lexicon::shipped());
        let lexemes = Lexemes::of(&tokens, Lexicon::shipped());
        let outside = match convention {
            Convention::Own => Allowed::unnamed(),
            Convention::Benchmark => Allowed::only(Label::OUTSIDE),
        };
        let gold = labels(&article, &tokens, spans, outside);
        let mut text = Self { article, tokens, lexemes, gold, convention, hints: Hints::default() };
        text.hints = hints(&text.source());
        text
    }

    pub fn source(&self) -> Source<'_> {
        Source {
            article: &self.article,
            tokens: &self.tokens,
            lexemes: &self.lexemes,
            lexicon: Lexicon::shipped(),
            model: Weights::shipped(),
            today: None,
        }
    }

    pub fn sentences(&self) -> impl Iterator<Item = TokenRange> + '_ {
        self.tokens.sentences().iter().map(|sentence| sentence.tokens)
    }
}

/// Joins so many neighbouring lines of ANERcorp into one text with a paragraph each.
pub fn joined(paths: &[PathBuf], lines: usize) -> anyhow::Result<Vec<Text>> {
    let texts = groups(paths, lines)?;
    Ok(texts.into_iter().map(|(text, spans)| Text::read(text, &spans, Convention::Benchmark)).collect())
}

/// The same for a corpus that has people as we have them: whatever else is named in it may be anything.
pub fn people(paths: &[PathBuf], lines: usize) -> anyhow::Result<Vec<Text>> {
    let person = |span: &Span| sort(&span.sort) == Some(Sort::Person);
    let vague = |span: Span| if person(&span) { span } else { Span { sort: "MISC".into(), optional: true, ..span } };
    let texts = groups(paths, lines)?.into_iter();
    Ok(texts
        .map(|(text, spans)| Text::read(text, &spans.into_iter().map(vague).collect::<Vec<_>>(), Convention::Own))
        .collect())
}

/// So many neighbouring lines as one text each, a paragraph a line.
fn groups(paths: &[PathBuf], lines: usize) -> anyhow::Result<Vec<(String, Vec<Span>)>> {
    let mut texts = Vec::new();
    for path in paths {
        for group in parsed(path)?.chunks(lines.max(1)) {
            let (mut text, mut spans, mut offset) = (String::new(), Vec::new(), 0);
            for line in group {
                text.push_str(&line.text.replace('\n', " "));
                text.push('\n');
                spans.extend(line.spans.iter().map(|span| Span {
                    start: span.start + offset,
                    end: span.end + offset,
                    ..span.clone()
                }));
                offset += line.text.chars().count() + 1;
            }
            texts.push((text, spans));
        }
    }
    Ok(texts)
}

/// Reads articles of our own conventions, one a line.
pub fn articles(paths: &[PathBuf]) -> anyhow::Result<Vec<Text>> {
    let mut texts = Vec::new();
    for path in paths {
        texts.extend(parsed(path)?.into_iter().map(|line| Text::read(line.text, &line.spans, Convention::Own)));
    }
    Ok(texts)
}

fn parsed(path: &PathBuf) -> anyhow::Result<Vec<Line>> {
    let file = read(path)?;
    let lines = file.lines().map(serde_json::from_str).collect::<Result<_, _>>();
    lines.with_context(|| format!("cannot read {}", path.display()))
}

/// The most letters of proclitics that a name is written together with.
const PROCLITICS: usize = 3;

fn labels(article: &Article, tokens: &Tokens, spans: &[Span], outside: Allowed) -> Vec<Allowed> {
    let mut code_points = vec![0u32; article.text().len() + 1];
    let mut count = 0u32;
    for (at, byte) in article.text().bytes().enumerate() {
        code_points[at] = count;
        count += u32::from((byte & 0xC0) != 0x80);
    }
    code_points[article.text().len()] = count;
    // The count before a continuation byte includes its character; starts and ends of tokens are never inside one.
    let mut labels = vec![outside; tokens.all().len()];
    for span in spans.iter().filter(|span| span.outer) {
        let Some(sort) = sort(&span.sort) else { continue };
        let mut first = true;
        for (label, token) in labels.iter_mut().zip(tokens.all()) {
            let bytes = article.bytes_of(token.passage());
            let (start, end) = (code_points[bytes.start] as usize, code_points[bytes.end] as usize);
            if start < span.end && end > span.start {
                // More before a name than proclitics, or anything after it: two words written together by mistake.
                let glued = start + PROCLITICS < span.start || end > span.end;
                *label = match (span.optional || glued, first) {
                    (true, _) => Allowed::ANYTHING,
                    (false, true) => Allowed::only(Label::begin(sort)),
                    (false, false) => Allowed::only(Label::inside(sort)),
                };
                first = false;
            }
        }
    }
    labels
}

fn sort(name: &str) -> Option<Sort> {
    match name {
        "PER" => Some(Sort::Person),
        "LOC" => Some(Sort::Place),
        "ORG" => Some(Sort::Organisation),
        "MISC" => Some(Sort::Other),
        _ => None,
    }
}
