//! The article as it stands on the screen: which rows are in view, and the place that has the reader's eye.

use std::{ops::Range, sync::Arc};

use super::{
    geometry::Area,
    layouts::Layouts,
    rows::{Address, Rows},
};
use crate::{
    article::{Anchor, Article, ParagraphId, Passage},
    text::{Levels, Line, Settings, Width},
};

/// A place to come back to: the same character at the same height of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spot {
    /// The first character of the topmost line.
    pub top: Anchor,
    /// Blank rows above it.
    pub lead: usize,
    /// The passage that had the eye.
    pub cursor: Option<Passage>,
}

/// A row in view.
#[derive(Debug, Clone)]
pub struct RowInView {
    /// The paragraph it belongs to.
    pub paragraph: ParagraphId,
    /// The lines of its block.
    lines: Arc<[Line]>,
    /// Which of them; none between paragraphs.
    index: Option<usize>,
}

impl RowInView {
    /// The line, none for a blank row between paragraphs.
    #[must_use]
    pub fn line(&self) -> Option<&Line> {
        self.lines.get(self.index?)
    }

    /// The text of the row.
    #[must_use]
    pub fn passage(&self) -> Option<Passage> {
        self.line().map(|line| Passage { paragraph: self.paragraph, span: line.span })
    }
}

/// The view of the article.
#[derive(Debug, Default)]
pub struct Reading {
    spot: Spot,
    layouts: Layouts,
    height: usize,
    rows: Vec<RowInView>,
}

impl Reading {
    /// The place on the screen now.
    #[must_use]
    pub fn spot(&self) -> Spot {
        self.spot
    }

    /// The passage that has the eye: the mention or hit that was gone to.
    #[must_use]
    pub fn cursor(&self) -> Option<Passage> {
        self.spot.cursor
    }

    /// The rows in view, from the top.
    #[must_use]
    pub fn rows(&self) -> &[RowInView] {
        &self.rows
    }

    /// The text in view: from the first character of the top row up to the end of the lowest.
    #[must_use]
    pub fn in_view(&self) -> Option<Range<Anchor>> {
        let first = self.rows.iter().find_map(RowInView::passage)?;
        let last = self.rows.iter().rev().find_map(RowInView::passage)?;
        Some(first.start()..Anchor { paragraph: last.paragraph, offset: last.span.end })
    }

    /// Whether a passage begins in view.
    #[must_use]
    pub fn shows(&self, passage: Passage) -> bool {
        self.in_view().is_some_and(|view| view.contains(&passage.start()))
    }

    /// Takes on a new column of text; the same words stay on top.
    pub fn fit(&mut self, article: &Article, area: Area, settings: Settings) {
        if area.height > 0 {
            self.layouts.set(Width(area.width), settings);
            self.height = usize::from(area.height);
        }
        self.arrange(article);
    }

    /// Takes on another article that begins with the same text.
    pub fn renew(&mut self, article: &Article) {
        self.layouts.clear();
        self.arrange(article);
    }

    /// The long paragraphs whose levels are wanted, each told once.
    pub fn take_wanted(&mut self) -> Vec<(ParagraphId, Settings)> {
        self.layouts.take_wanted()
    }

    /// Takes the levels of a long paragraph.
    pub fn set_levels(&mut self, paragraph: ParagraphId, settings: &Settings, levels: Arc<Levels>) {
        self.layouts.set_levels(paragraph, settings, levels);
    }

    /// Comes back to a place.
    pub fn restore(&mut self, article: &Article, spot: Spot) {
        self.spot = spot;
        self.arrange(article);
    }

    /// Moves by rows, further down the article where `rows` is positive.
    pub fn scroll(&mut self, article: &Article, rows: isize) {
        let all = Rows { article, layouts: &self.layouts };
        let top = self.top(&all);
        let count = rows.unsigned_abs();
        let (target, _) = if rows >= 0 { all.below(top, count) } else { all.above(top, count) };
        let target = target.min(self.lowest_top(&all));
        self.put_on_top(article, target);
    }

    /// To the first row.
    pub fn to_start(&mut self, article: &Article) {
        let first = Rows { article, layouts: &self.layouts }.first();
        self.put_on_top(article, first);
    }

    /// To the last screen.
    pub fn to_end(&mut self, article: &Article) {
        let lowest = self.lowest_top(&Rows { article, layouts: &self.layouts });
        self.put_on_top(article, lowest);
    }

    /// Gives the eye to a passage and brings it into view, a third of the screen from the top if it was not there.
    pub fn look_at(&mut self, article: &Article, passage: Passage) {
        self.spot.cursor = Some(passage);
        self.bring_into_view(article, passage);
    }

    /// Takes the eye off the passage that had it.
    pub fn look_away(&mut self) {
        self.spot.cursor = None;
    }

    /// Scrolls, if need be, until a passage is in view.
    pub fn bring_into_view(&mut self, article: &Article, passage: Passage) {
        if self.shows(passage) {
            return;
        }
        let all = Rows { article, layouts: &self.layouts };
        let (target, _) = all.above(all.find(passage.start()), self.height / 3);
        let target = target.min(self.lowest_top(&all));
        self.put_on_top(article, target);
    }

    /// How many rows a page turns: two rows of the old screen stay for the eye to find its place.
    #[must_use]
    pub fn page(&self) -> usize {
        self.height.saturating_sub(2).max(1)
    }

    /// The passage under a cell of the text column.
    #[must_use]
    pub fn hit(&self, row: usize, column: crate::text::Column) -> Option<Passage> {
        let row = self.rows.get(row)?;
        let span = row.line()?.hit(column)?;
        Some(Passage { paragraph: row.paragraph, span })
    }

    fn top(&self, all: &Rows<'_>) -> Address {
        all.above(all.find(self.spot.top), self.spot.lead).0
    }

    /// The top row of the last screen.
    fn lowest_top(&self, all: &Rows<'_>) -> Address {
        all.above(all.last(), self.height.saturating_sub(1)).0
    }

    fn put_on_top(&mut self, article: &Article, address: Address) {
        let all = Rows { article, layouts: &self.layouts };
        let gap = all.gap(address.block);
        self.spot.top = all.anchor(address);
        self.spot.lead = gap.saturating_sub(address.row);
        self.arrange(article);
    }

    /// Lays out the rows in view. What stands on top is left as it was chosen, so that a screen that grows and
    /// shrinks again shows the same; only past the end of the article is the view drawn back.
    fn arrange(&mut self, article: &Article) {
        let all = Rows { article, layouts: &self.layouts };
        let mut address = self.top(&all);
        let (_, below) = all.below(address, self.height.saturating_sub(1));
        if below + 1 < self.height {
            address = self.lowest_top(&all);
        }
        let mut rows = Vec::with_capacity(self.height);
        let mut next = (!article.paragraphs().is_empty()).then_some(address);
        while let Some(address) = next.filter(|_| rows.len() < self.height) {
            rows.push(RowInView {
                paragraph: address.block.paragraph,
                lines: all.lines(address.block),
                index: all.line(address),
            });
            next = all.after(address);
        }
        self.rows = rows;
    }
}
