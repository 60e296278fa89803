//! An article with its knowledge, indexed for the questions a reader asks: what is here, where else, in what
//! context. Immutable: a later analysis makes a new document of the same article.

mod entry;
mod marks;
mod search;

use std::sync::Arc;

pub use entry::{Entry, EventFacts};
pub use marks::Mark;
use marks::Marks;
pub use search::{Found, Matching};

use crate::{
    article::{Anchor, Article, ParagraphId, Passage},
    knowledge::{EntryId, Kind, Knowledge},
};

/// The lists that have a pane of their own, in the order of the panes.
pub const LISTED: [Kind; 3] = [Kind::Person, Kind::Meeting, Kind::Upcoming];

/// An article and what is known of it.
#[derive(Debug, Clone)]
pub struct Document {
    article: Arc<Article>,
    entries: Vec<Entry>,
    marks: Marks,
    analysed: bool,
    whole: bool,
}

impl Document {
    /// An article of which nothing is known yet.
    #[must_use]
    pub fn unread(article: Arc<Article>) -> Self {
        Self { article, entries: Vec::new(), marks: Marks::default(), analysed: false, whole: true }
    }

    /// The same as the beginning of an article of which the rest is still being read.
    #[must_use]
    pub fn beginning(self) -> Self {
        Self { whole: false, ..self }
    }

    /// The same article with what was found in it. What was announced for a day before `today` is marked as passed.
    #[must_use]
    pub fn analysed(&self, knowledge: &Knowledge, today: Option<jiff::civil::Date>) -> Self {
        Self { whole: self.whole, ..Self::new(self.shared_article(), knowledge, today) }
    }

    /// An article with what was found in it. What was announced for a day before `today` is marked as passed.
    #[must_use]
    pub fn new(article: Arc<Article>, knowledge: &Knowledge, today: Option<jiff::civil::Date>) -> Self {
        let entries = entry::entries(&article, knowledge, today);
        let marks = Marks::of(&entries);
        Self { article, entries, marks, analysed: true, whole: true }
    }

    /// The same knowledge of an article that begins with the paragraphs of this one; more is to be found in it.
    #[must_use]
    pub fn with_article(&self, article: Arc<Article>) -> Self {
        Self { article, entries: self.entries.clone(), marks: self.marks.clone(), analysed: false, whole: true }
    }

    /// The article.
    #[must_use]
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The article, to be shared with a worker.
    #[must_use]
    pub fn shared_article(&self) -> Arc<Article> {
        Arc::clone(&self.article)
    }

    /// Whether all of the article has been read from its file.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Whether the analysis has been through the article.
    #[must_use]
    pub fn is_analysed(&self) -> bool {
        self.analysed
    }

    /// The entries of one list, in its order.
    #[must_use]
    pub fn list(&self, kind: Kind) -> &[Entry] {
        let start = self.entries.partition_point(|entry| entry.id.kind < kind);
        let end = self.entries.partition_point(|entry| entry.id.kind <= kind);
        &self.entries[start..end]
    }

    /// The entry of that name.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.list(id.kind).iter().find(|entry| entry.id == id)
    }

    /// Where in its list an entry stands.
    #[must_use]
    pub fn position(&self, id: EntryId) -> Option<usize> {
        self.list(id.kind).iter().position(|entry| entry.id == id)
    }

    /// Every mark of a paragraph, by where it starts; marks may lie inside one another.
    #[must_use]
    pub fn marks(&self, paragraph: ParagraphId) -> &[Mark] {
        self.marks.of_paragraph(paragraph)
    }

    /// The marks of listed entries under `anchor`, the shortest first.
    #[must_use]
    pub fn listed_at(&self, anchor: Anchor) -> Option<Mark> {
        self.marks(anchor.paragraph)
            .iter()
            .filter(|mark| LISTED.contains(&mark.entry.kind) && mark.passage.contains(anchor))
            .min_by_key(|mark| mark.passage.span.len())
            .copied()
    }

    /// The first mark of a listed entry that starts after `anchor`.
    #[must_use]
    pub fn listed_after(&self, anchor: Anchor) -> Option<Mark> {
        self.marks.after(anchor).find(|mark| LISTED.contains(&mark.entry.kind)).copied()
    }

    /// The last mark of a listed entry that starts before `anchor`.
    #[must_use]
    pub fn listed_before(&self, anchor: Anchor) -> Option<Mark> {
        self.marks.before(anchor).find(|mark| LISTED.contains(&mark.entry.kind)).copied()
    }

    /// The first `most` places of `words`.
    #[must_use]
    pub fn search(&self, words: &str, matching: Matching, most: usize) -> Found {
        search::search(&self.article, words, matching, most)
    }

    /// How far through the text an anchor lies, in bytes from its start.
    #[must_use]
    pub fn depth(&self, anchor: Anchor) -> usize {
        self.article
            .bytes_of(Passage {
                paragraph: anchor.paragraph,
                span: crate::text::ByteSpan { start: anchor.offset, end: anchor.offset },
            })
            .start
    }
}
