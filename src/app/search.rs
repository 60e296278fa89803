//! Searching: the field where the query is typed, and its hits.

use super::{field::Field, reading::Spot};
use crate::{
    article::{Anchor, Passage},
    document::Matching,
};

/// Tells the answer to a query from the answer to an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Generation(u64);

/// A question for the article's search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// The words looked for.
    pub words: String,
    /// When a spelling counts as the same.
    pub matching: Matching,
    /// Which question this is.
    pub generation: Generation,
}

/// Where the words were found, in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hits {
    /// The passages.
    pub passages: Vec<Passage>,
    /// There are more than are listed.
    pub more: bool,
    /// To which question.
    pub generation: Generation,
}

/// The state of searching.
#[derive(Debug, Default)]
pub struct Search {
    /// The field, while the query is being typed.
    pub field: Option<Field>,
    /// Where typing began.
    pub origin: Spot,
    words: String,
    matching: Matching,
    hits: Hits,
    asked: Generation,
}

impl Search {
    /// The words that were looked for last.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// When a spelling counts as the same.
    #[must_use]
    pub fn matching(&self) -> Matching {
        self.matching
    }

    /// Looks for exact spellings from now on, or no longer.
    pub fn turn_matching(&mut self) {
        self.matching = self.matching.other();
    }

    /// Whether the answer to the last question is there.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.hits.generation == self.asked
    }

    /// The hits of the last answer.
    #[must_use]
    pub fn hits(&self) -> &Hits {
        &self.hits
    }

    /// Asks for other words; nothing is asked for none.
    pub fn ask(&mut self, words: &str) -> Option<Query> {
        self.asked = Generation(self.asked.0 + 1);
        words.clone_into(&mut self.words);
        if words.trim().is_empty() {
            self.hits = Hits { generation: self.asked, ..Hits::default() };
            return None;
        }
        Some(Query { words: words.to_owned(), matching: self.matching, generation: self.asked })
    }

    /// Takes an answer; one to an earlier question is of no use any more.
    pub fn answer(&mut self, hits: Hits) -> bool {
        let current = hits.generation == self.asked;
        if current {
            self.hits = hits;
        }
        current
    }

    /// The hits inside one paragraph.
    pub fn in_paragraph(&self, paragraph: crate::article::ParagraphId) -> &[Passage] {
        let all = &self.hits.passages;
        let start = all.partition_point(|hit| hit.paragraph < paragraph);
        let end = all.partition_point(|hit| hit.paragraph <= paragraph);
        &all[start..end]
    }

    /// The first hit at or after an anchor, else the first of all.
    #[must_use]
    pub fn from(&self, anchor: Anchor) -> Option<Passage> {
        let all = &self.hits.passages;
        all.get(all.partition_point(|hit| hit.start() < anchor)).or(all.first()).copied()
    }
}
