//! Annotated corpora: one JSON object a line with `text` and `spans` of code points.

use std::path::PathBuf;

use qari::{
    arabic::{TokenRange, Tokens},
    article::{Article, parse},
    extract::{
        Lexemes, Source,
        model::label::{Label, Sort},
    },
    lexicon::Lexicon,
};
use serde::Deserialize;

use crate::read;

#[derive(Debug, Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    spans: Vec<Span>,
}

#[derive(Debug, Deserialize)]
struct Span {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    sort: String,
    #[serde(default = "yes")]
    outer: bool,
}

fn yes() -> bool {
    true
}

/// Some lines of a corpus, read as the program reads an article.
pub struct Text {
    pub article: Article,
    pub tokens: Tokens,
    pub lexemes: Lexemes,
    /// The label of every token.
    pub gold: Vec<Label>,
}

impl Text {
    fn read(article: Article, spans: &[Span]) -> Self {
        let tokens = Tokens::of(&article);
        let lexemes = Lexemes::of(&tokens, Lexicon::shipped());
        let gold = labels(&article, &tokens, spans);
        Self { article, tokens, lexemes, gold }
    }

    pub fn source(&self) -> Source<'_> {
        Source {
            article: &self.article,
            tokens: &self.tokens,
            lexemes: &self.lexemes,
            lexicon: Lexicon::shipped(),
            today: None,
        }
    }

    pub fn sentences(&self) -> impl Iterator<Item = TokenRange> + '_ {
        self.tokens.sentences().iter().map(|sentence| sentence.tokens)
    }
}

/// Reads texts that nobody has annotated, one article a line.
pub fn unlabelled(paths: &[PathBuf]) -> anyhow::Result<Vec<Text>> {
    let mut texts = Vec::new();
    for path in paths {
        for line in read(path)?.lines() {
            let line: Line = serde_json::from_str(line)?;
            texts.push(Text::read(parse::plain(line.text), &[]));
        }
    }
    Ok(texts)
}

/// Joins so many neighbouring lines into one article with a paragraph each.
pub fn joined(paths: &[PathBuf], lines: usize) -> anyhow::Result<Vec<Text>> {
    let mut texts = Vec::new();
    for path in paths {
        let file = read(path)?;
        let parsed: Vec<Line> = file.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        for group in parsed.chunks(lines.max(1)) {
            let (mut text, mut spans, mut offset) = (String::new(), Vec::new(), 0);
            for line in group {
                text.push_str(&line.text.replace('\n', " "));
                text.push('\n');
                spans.extend(line.spans.iter().map(|span| Span {
                    start: span.start + offset,
                    end: span.end + offset,
                    sort: span.sort.clone(),
                    outer: span.outer,
                }));
                offset += line.text.chars().count() + 1;
            }
            texts.push(Text::read(parse::plain(text), &spans));
        }
    }
    Ok(texts)
}

fn labels(article: &Article, tokens: &Tokens, spans: &[Span]) -> Vec<Label> {
    let mut code_points = vec![0u32; article.text().len() + 1];
    let mut count = 0u32;
    for (at, byte) in article.text().bytes().enumerate() {
        code_points[at] = count;
        count += u32::from((byte & 0xC0) != 0x80);
    }
    code_points[article.text().len()] = count;
    // The count before a continuation byte includes its character; starts and ends of tokens are never inside one.
    let mut labels = vec![Label::OUTSIDE; tokens.all().len()];
    for span in spans.iter().filter(|span| span.outer) {
        let Some(sort) = sort(&span.sort) else { continue };
        let mut first = true;
        for (label, token) in labels.iter_mut().zip(tokens.all()) {
            let bytes = article.bytes_of(token.passage());
            let (start, end) = (code_points[bytes.start] as usize, code_points[bytes.end] as usize);
            if start < span.end && end > span.start {
                *label = if first { Label::begin(sort) } else { Label::inside(sort) };
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
