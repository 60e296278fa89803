//! The laid-out lines of the paragraphs that were looked at, kept for one width and setting.

use std::{cell::RefCell, sync::Arc};

use rustc_hash::FxHashMap;

use crate::{
    article::{Article, ParagraphId},
    text::{Levels, Line, Paragraph, Settings, Width, segment},
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
///
/// A segment of a very long paragraph is laid out at once, by what stands near it. Where that may differ from the
/// paragraph as a whole (UAX #9 resolves it as one), a worker is asked for the levels of all of it.
#[derive(Debug, Default)]
pub struct Layouts {
    width: Width,
    settings: Settings,
    blocks: RefCell<FxHashMap<Block, Arc<[Line]>>>,
    levels: RefCell<FxHashMap<ParagraphId, Asked>>,
}

/// The levels of a long paragraph.
#[derive(Debug)]
enum Asked {
    /// Nobody has been asked for them yet.
    Wanted,
    /// They are being worked out, or turned out not to be needed.
    Pending,
    Known(Arc<Levels>),
}

impl Layouts {
    /// Lines are wanted for this width and setting from now on.
    pub fn set(&mut self, width: Width, settings: Settings) {
        if (self.width, self.settings) == (width, settings) {
            return;
        }
        self.blocks.get_mut().clear();
        if self.settings != settings {
            self.levels.get_mut().clear();
        }
        (self.width, self.settings) = (width, settings);
    }

    /// Forgets every line: the article has changed.
    pub fn clear(&mut self) {
        self.blocks.get_mut().clear();
        self.levels.get_mut().clear();
    }

    /// The long paragraphs whose levels are wanted, each told once.
    pub fn take_wanted(&mut self) -> Vec<(ParagraphId, Settings)> {
        let mut wanted = Vec::new();
        for (paragraph, asked) in self.levels.get_mut() {
            if matches!(asked, Asked::Wanted) {
                *asked = Asked::Pending;
                wanted.push((*paragraph, self.settings));
            }
        }
        wanted
    }

    /// Lays a paragraph out by the levels of all of it from now on, if they are for the setting in force.
    pub fn set_levels(&mut self, paragraph: ParagraphId, settings: &Settings, levels: Arc<Levels>) {
        if self.settings == *settings && self.levels.get_mut().contains_key(&paragraph) {
            self.levels.get_mut().insert(paragraph, Asked::Known(levels));
            self.blocks.get_mut().retain(|block, _| block.paragraph != paragraph);
        }
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
        let lines: Arc<[Line]> = self.lay_out(article, block).into();
        blocks.insert(block, Arc::clone(&lines));
        lines
    }

    fn lay_out(&self, article: &Article, block: Block) -> Vec<Line> {
        let text = article.paragraph(block.paragraph);
        let span = segment::span(text, block.segment);
        if segment::count(text) == 1 {
            return Paragraph::new(text, &self.settings).lines(self.width);
        }
        let mut levels = self.levels.borrow_mut();
        let paragraph = match levels.entry(block.paragraph).or_insert(Asked::Wanted) {
            Asked::Known(levels) => Paragraph::exact_segment(text, span, &self.settings, levels),
            Asked::Wanted | Asked::Pending => Paragraph::segment(text, span, &self.settings),
        };
        paragraph.lines(self.width)
    }
}
