//! Which places of the text speak of which entry.

use crate::{
    article::{Anchor, ParagraphId, Passage},
    knowledge::{EntryId, MentionKind},
};

use super::Entry;

/// A place of the text that speaks of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Where.
    pub passage: Passage,
    /// Of what.
    pub entry: EntryId,
    /// How.
    pub kind: MentionKind,
}

/// All marks of an article, sorted by where they start.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    sorted: Vec<Mark>,
}

impl Marks {
    /// The marks of `entries`.
    pub(super) fn of(entries: &[Entry]) -> Self {
        let mut sorted: Vec<Mark> = entries
            .iter()
            .flat_map(|entry| {
                entry.mentions.iter().map(|mention| Mark {
                    passage: mention.passage,
                    entry: entry.id,
                    kind: mention.kind,
                })
            })
            .collect();
        sorted.sort_by_key(|mark| (mark.passage.start(), mark.passage.span.end, mark.entry));
        Self { sorted }
    }

    /// The marks of one paragraph.
    pub(super) fn of_paragraph(&self, paragraph: ParagraphId) -> &[Mark] {
        let start = self.sorted.partition_point(|mark| mark.passage.paragraph < paragraph);
        let end = self.sorted.partition_point(|mark| mark.passage.paragraph <= paragraph);
        &self.sorted[start..end]
    }

    /// The marks that start after `anchor`, onward.
    pub(super) fn after(&self, anchor: Anchor) -> impl Iterator<Item = &Mark> {
        let from = self.sorted.partition_point(|mark| mark.passage.start() <= anchor);
        self.sorted[from..].iter()
    }

    /// The marks that start before `anchor`, backward.
    pub(super) fn before(&self, anchor: Anchor) -> impl Iterator<Item = &Mark> {
        let to = self.sorted.partition_point(|mark| mark.passage.start() < anchor);
        self.sorted[..to].iter().rev()
    }
}
