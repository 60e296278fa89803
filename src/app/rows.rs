//! The article as one long column of rows, of which only those looked at are ever laid out.
//!
//! A row is addressed by its block and its number in it. Blank rows that set paragraphs apart belong to the
//! block below them.

use std::sync::Arc;

use super::layouts::{Block, Layouts};
use crate::{
    article::{Anchor, Article, ParagraphId, ParagraphKind, Spacing},
    text::{Line, segment},
};

/// Names a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Address {
    /// The block.
    pub block: Block,
    /// The row in it, blank rows above its first line counted.
    pub row: usize,
}

/// The rows of an article at one width.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its lines.
    pub layouts: &'a Layouts,
}

impl Rows<'_> {
    /// The lines of a block.
    pub fn lines(&self, block: Block) -> Arc<[Line]> {
        self.layouts.lines(self.article, block)
    }

    /// Blank rows above the first line of a block.
    pub fn gap(&self, block: Block) -> usize {
        let apart = self.article.spacing() == Spacing::Apart;
        usize::from(apart && block.segment == 0 && block.paragraph.0 > 0 && !self.is_blank(block.paragraph.0 as usize))
    }

    fn height(&self, block: Block) -> usize {
        self.gap(block) + if self.is_shown(block) { self.lines(block).len().max(1) } else { 0 }
    }

    /// Blank paragraphs set others apart: the first of several takes a row where the article has them at all.
    fn is_shown(&self, block: Block) -> bool {
        let index = block.paragraph.0 as usize;
        let sets_apart = || {
            let between = index > 0 && index + 1 < self.article.paragraphs().len();
            between && self.article.spacing() == Spacing::Written && !self.is_blank(index - 1)
        };
        !self.is_blank(index) || sets_apart()
    }

    fn is_blank(&self, index: usize) -> bool {
        self.article.paragraphs().get(index).is_some_and(|found| found.kind == ParagraphKind::Blank)
    }

    /// The first row of the article.
    #[must_use]
    pub fn first(&self) -> Address {
        let mut address = Address::default();
        // An article may begin with paragraphs that take no row.
        while self.height(address.block) == 0 {
            let Some(block) = self.block_after(address.block) else { break };
            address.block = block;
        }
        address
    }

    /// The last row of the article.
    pub fn last(&self) -> Address {
        let paragraph =
            ParagraphId(u32::try_from(self.article.paragraphs().len().saturating_sub(1)).unwrap_or(u32::MAX));
        let segment = self.segments(paragraph).saturating_sub(1);
        let mut block = Block { paragraph, segment };
        while self.height(block) == 0 {
            let Some(before) = self.block_before(block) else { break };
            block = before;
        }
        Address { block, row: self.height(block).saturating_sub(1) }
    }

    fn segments(&self, paragraph: ParagraphId) -> usize {
        segment::count(self.article.paragraph(paragraph))
    }

    fn block_after(&self, block: Block) -> Option<Block> {
        if block.segment + 1 < self.segments(block.paragraph) {
            return Some(Block { segment: block.segment + 1, ..block });
        }
        let next = block.paragraph.0.checked_add(1)?;
        ((next as usize) < self.article.paragraphs().len())
            .then_some(Block { paragraph: ParagraphId(next), segment: 0 })
    }

    fn block_before(&self, block: Block) -> Option<Block> {
        if let Some(segment) = block.segment.checked_sub(1) {
            return Some(Block { segment, ..block });
        }
        let paragraph = ParagraphId(block.paragraph.0.checked_sub(1)?);
        Some(Block { paragraph, segment: self.segments(paragraph).saturating_sub(1) })
    }

    /// The row below.
    #[must_use]
    pub fn after(&self, address: Address) -> Option<Address> {
        if address.row + 1 < self.height(address.block) {
            return Some(Address { row: address.row + 1, ..address });
        }
        let mut block = self.block_after(address.block)?;
        while self.height(block) == 0 {
            block = self.block_after(block)?;
        }
        Some(Address { block, row: 0 })
    }

    /// The row above.
    #[must_use]
    pub fn before(&self, address: Address) -> Option<Address> {
        if let Some(row) = address.row.checked_sub(1) {
            return Some(Address { row, ..address });
        }
        let mut block = self.block_before(address.block)?;
        while self.height(block) == 0 {
            block = self.block_before(block)?;
        }
        Some(Address { block, row: self.height(block) - 1 })
    }

    /// The row `count` below, or the last, and how far that is.
    #[must_use]
    pub fn below(&self, from: Address, count: usize) -> (Address, usize) {
        self.walk(from, count, Self::after)
    }

    /// The row `count` above, or the first, and how far that is.
    #[must_use]
    pub fn above(&self, from: Address, count: usize) -> (Address, usize) {
        self.walk(from, count, Self::before)
    }

    fn walk(&self, from: Address, count: usize, step: impl Fn(&Self, Address) -> Option<Address>) -> (Address, usize) {
        let mut address = from;
        for done in 0..count {
            match step(self, address) {
                Some(next) => address = next,
                None => return (address, done),
            }
        }
        (address, count)
    }

    /// The row that shows `anchor`.
    #[must_use]
    pub fn find(&self, anchor: Anchor) -> Address {
        let text = self.article.paragraph(anchor.paragraph);
        let block = Block { paragraph: anchor.paragraph, segment: segment::of(text, anchor.offset) };
        let lines = self.lines(block);
        let line = lines.partition_point(|line| line.span.start <= anchor.offset).saturating_sub(1);
        Address { block, row: self.gap(block) + line }
    }

    /// Which line of its block a row shows; none for a blank row between paragraphs.
    #[must_use]
    pub fn line(&self, address: Address) -> Option<usize> {
        address.row.checked_sub(self.gap(address.block))
    }

    /// Where the text at or below a row begins.
    #[must_use]
    pub fn anchor(&self, address: Address) -> Anchor {
        let lines = self.lines(address.block);
        let line = self.line(address).unwrap_or(0);
        Anchor {
            paragraph: address.block.paragraph,
            offset: lines.get(line).map(|line| line.span.start).unwrap_or_default(),
        }
    }
}
