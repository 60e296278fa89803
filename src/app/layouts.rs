//! The laid-out lines of the paragraphs that were looked at, kept for one width and setting.

use std::{cell::RefCell, sync::Arc};

use rustc_hash::FxHashMap;

use crate::{
    article::{Article, ParagraphId},
    text::{Line, Paragraph, Settings, Width, segment},
};

/// How many blocks are kept: a few hundred screens.
const CAPACITY: usize = 2048;

/// What is laid out at once: a paragraph, or a segment of a very long one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Block {
    /// The paragraph.
    pub paragraph: ParagraphId,
    /// Which of its segments.
    pub segment: usize,
}

/// The lines of blocks for one width and one setting.
#[derive(Debug, Default)]
pub struct Layouts {
    width: Width,
    settings: Settings,
    blocks: RefCell<FxHashMap<Block, Arc<[Line]>>>,
}

impl Layouts {
    /// Lines are wanted for this width and setting from now on.
    pub fn set(&mut self, width: Width, settings: Settings) {
        if (self.width, self.settings) != (width, settings) {
            *self = Self { width, settings, blocks: RefCell::default() };
        }
    }

    /// Forgets every line: the article has changed.
    pub fn clear(&mut self) {
        self.blocks.borrow_mut().clear();
    }

    /// The lines of a block, worked out where they are not known yet.
    pub fn lines(&self, article: &Article, block: Block) -> Arc<[Line]> {
        let mut blocks = self.blocks.borrow_mut();
        if let Some(lines) = blocks.get(&block) {
            return Arc::clone(lines);
        }
        if blocks.len() >= CAPACITY {
            blocks.clear();
        }
        let text = article.paragraph(block.paragraph);
        let span = segment::span(text, block.segment);
        let lines: Arc<[Line]> = Paragraph::segment(text, span, &self.settings).lines(self.width).into();
        blocks.insert(block, Arc::clone(&lines));
        lines
    }
}
