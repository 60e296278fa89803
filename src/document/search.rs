//! Where in the article words stand, whichever way they are spelled.

use std::ops::Range;

use memchr::memmem::Finder;

use crate::{
    arabic::{Folded, Folding, fold},
    article::{Article, ParagraphId, Passage},
};

/// When two spellings are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Matching {
    /// As a reader would have it: without harakat and tatweel, whatever the alef, yeh, teh marbuta, digits and case.
    #[default]
    Folded,
    /// Character by character.
    Exact,
}

impl Matching {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Folded => Self::Exact,
            Self::Exact => Self::Folded,
        }
    }
}

/// What a search has found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Where, in reading order.
    pub passages: Vec<Passage>,
    /// There is more than was asked for.
    pub more: bool,
}

/// The first `most` places of `words` in an article; none for words of which folding leaves nothing.
pub(super) fn search(article: &Article, words: &str, matching: Matching, most: usize) -> Found {
    let needle = match matching {
        Matching::Folded => fold(words, Folding::Search),
        Matching::Exact => words.to_owned(),
    };
    if needle.trim().is_empty() {
        return Found::default();
    }
    let finder = Finder::new(&needle);
    let mut found = Found::default();
    for id in (0..article.paragraphs().len()).map_while(|index| u32::try_from(index).ok()).map(ParagraphId) {
        let text = article.paragraph(id);
        let spans = match matching {
            Matching::Folded => folded(text, &finder),
            Matching::Exact => exact(text, &finder),
        };
        for span in spans {
            if found.passages.len() == most {
                found.more = true;
                return found;
            }
            found.passages.push(Passage { paragraph: id, span: span.into() });
        }
    }
    found
}

fn exact(text: &str, finder: &Finder<'_>) -> Vec<Range<usize>> {
    finder.find_iter(text.as_bytes()).map(|at| at..at + finder.needle().len()).collect()
}

/// Most paragraphs hold no hit, and only those that do are folded again with the way back to their source.
fn folded(text: &str, finder: &Finder<'_>) -> Vec<Range<usize>> {
    if finder.find(fold(text, Folding::Search).as_bytes()).is_none() {
        return Vec::new();
    }
    let folded = Folded::of(text, Folding::Search);
    exact(folded.as_str(), finder).into_iter().map(|hit| folded.source(hit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article::parse, text::ByteSpan};

    #[track_caller]
    fn check(text: &str, words: &str, matching: Matching, expected: &[&str]) {
        let article = parse::plain(text);
        let found = search(&article, words, matching, 10);
        let hits: Vec<&str> = found.passages.iter().map(|hit| article.words(*hit)).collect();
        assert_eq!(hits, expected);
    }

    #[test]
    fn spellings_are_folded() {
        // Alef with hamza, a fatha between, teh marbuta; looked for with bare alef and heh.
        let word = "\u{0623}\u{064E}\u{0645}\u{0629}";
        check(&format!("x {word} y\n{word}"), "\u{0627}\u{0645}\u{0647}", Matching::Folded, &[word, word]);
        check(&format!("x {word} y"), "\u{0627}\u{0645}\u{0647}", Matching::Exact, &[]);
        check(&format!("x {word} y"), word, Matching::Exact, &[word]);
        check("One ONE one", "one", Matching::Folded, &["One", "ONE", "one"]);
    }

    #[test]
    fn nothing_is_found_of_nothing() {
        check("a \u{0640} b", "\u{0640}", Matching::Folded, &[]);
        check("a  b", " ", Matching::Folded, &[]);
        check("", "a", Matching::Folded, &[]);
    }

    #[test]
    fn more_is_said() {
        let found = search(&parse::plain("a a a"), "a", Matching::Folded, 2);
        assert_eq!((found.passages.len(), found.more), (2, true));
        assert_eq!(found.passages[0].span, ByteSpan::new(0, 1));
    }
}
