//! What was written: title, date, paragraphs and their byte positions. Never changes once made.

pub mod decode;
pub mod library;
pub mod lines;
pub mod parse;

use std::sync::Arc;

use crate::text::{ByteOffset, ByteSpan};

/// Which paragraph of an article, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ParagraphId(pub u32);

/// A point in an article: a byte offset of one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Anchor {
    /// The paragraph.
    pub paragraph: ParagraphId,
    /// The offset in it.
    pub offset: ByteOffset,
}

/// A stretch of an article inside one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Passage {
    /// The paragraph.
    pub paragraph: ParagraphId,
    /// The bytes of it.
    pub span: ByteSpan,
}

impl Passage {
    /// Where the passage begins.
    #[must_use]
    pub fn start(self) -> Anchor {
        Anchor { paragraph: self.paragraph, offset: self.span.start }
    }

    /// Whether `anchor` lies inside.
    #[must_use]
    pub fn contains(self, anchor: Anchor) -> bool {
        self.paragraph == anchor.paragraph && self.span.contains(anchor.offset)
    }

    /// Whether the two share a byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.paragraph == other.paragraph && self.span.overlaps(other.span)
    }
}

/// What a paragraph is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    /// The title of the article, where it stands in the text.
    Title,
    /// A short line without final punctuation between paragraphs.
    Heading,
    /// Running text.
    Body,
    /// Nothing but blanks.
    Blank,
}

/// One paragraph: where it lies in the article's text, without its line end, and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paragraph {
    /// Bytes of [`Article::text`].
    pub start: usize,
    /// One past the last byte, before the line end.
    pub end: usize,
    /// What it is.
    pub kind: ParagraphKind,
}

/// How an article sets its paragraphs apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Spacing {
    /// By the blank lines that it has, or not at all: verse, lists, tables.
    #[default]
    Written,
    /// It does not, and they are long enough to want a blank row between them.
    Apart,
}

/// An article: its text, cut into paragraphs.
#[derive(Debug, Clone)]
pub struct Article {
    /// The title, if the article has one of its own.
    pub title: Option<String>,
    /// The date the article was written, where it is known.
    pub published: Option<jiff::civil::Date>,
    text: Arc<str>,
    paragraphs: Vec<Paragraph>,
    spacing: Spacing,
    rtl: bool,
}

impl Article {
    /// Whether most of it runs from right to left; so does an article without letters.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        self.rtl
    }

    /// How its paragraphs are set apart.
    #[must_use]
    pub fn spacing(&self) -> Spacing {
        self.spacing
    }

    /// The whole decoded text; [`Self::bytes_of`] are offsets into it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All paragraphs in reading order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The source text of a paragraph without its line end; empty where there is none such.
    #[must_use]
    pub fn paragraph(&self, id: ParagraphId) -> &str {
        self.paragraphs.get(id.0 as usize).map_or("", |paragraph| &self.text[paragraph.start..paragraph.end])
    }

    /// The words of a passage.
    #[must_use]
    pub fn words(&self, passage: Passage) -> &str {
        passage.span.of(self.paragraph(passage.paragraph))
    }

    /// The bytes of [`Self::text`] under a passage.
    #[must_use]
    pub fn bytes_of(&self, passage: Passage) -> std::ops::Range<usize> {
        let start = self.paragraphs.get(passage.paragraph.0 as usize).map_or(0, |paragraph| paragraph.start);
        start + passage.span.start.0..start + passage.span.end.0
    }
}
