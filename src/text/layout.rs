//! A paragraph from source to lines: the stages in their order.

use std::ops::Range;

use super::{
    BaseDirection, ByteOffset, ByteSpan, Line, Settings, Sides, Verse, Width,
    bidi::{
        self,
        window::{self, Levels},
    },
    breaks,
    cluster::Cluster,
    grapheme, islands, joining, line, measure, shape, signs, verse, wrap,
};

/// A paragraph of fewer lines stands at the side of its article, whatever its direction.
const LONG: usize = 3;

/// A paragraph, or a segment of a very long one, with everything found out that does not depend on the width.
#[derive(Debug, Clone)]
pub struct Paragraph<'a> {
    text: &'a str,
    span: ByteSpan,
    settings: Settings,
    base: u8,
    clusters: Vec<Cluster>,
}

impl<'a> Paragraph<'a> {
    /// A whole paragraph.
    #[must_use]
    pub fn new(text: &'a str, settings: &Settings) -> Self {
        Self::segment(text, ByteSpan::new(0, text.len()), settings)
    }

    /// The part of a paragraph that lies in `span`, worked out from what stands near it (see [`super::segment`]).
    ///
    /// A segment of a long paragraph comes out as in the whole unless [`Levels::are_needed`].
    #[must_use]
    pub fn segment(text: &'a str, span: ByteSpan, settings: &Settings) -> Self {
        let base = bidi::base_level(text, settings);
        Self::build(text, span, settings, base, |clusters, window| {
            bidi::resolve(text, clusters, &islands::find(text, window, settings), base);
        })
    }

    /// The same with the levels of the whole paragraph, which were worked out before.
    #[must_use]
    pub fn exact_segment(text: &'a str, span: ByteSpan, settings: &Settings, levels: &Levels) -> Self {
        Self::build(text, span, settings, levels.base(), |clusters, _| levels.assign(clusters))
    }

    fn build(
        text: &'a str,
        span: ByteSpan,
        settings: &Settings,
        base: u8,
        set_levels: impl FnOnce(&mut [Cluster], ByteSpan),
    ) -> Self {
        let window = window::around(text, span);
        let mut clusters = grapheme::clusters(text, window, settings);
        set_levels(&mut clusters, window);
        grapheme::reunite(&mut clusters);
        grapheme::turn_pictures(&mut clusters);
        joining::join(&mut clusters);
        if window != span {
            clusters.retain(|cluster| span.contains(cluster.span.start));
        }
        shape::shape(&mut clusters, settings);
        measure::measure(&mut clusters, text, settings.harakat);
        breaks::find(text, &mut clusters);
        Self { text, span, settings: *settings, base, clusters }
    }

    /// Whether the paragraph runs from right to left.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        self.base == bidi::RTL
    }

    /// The clusters of `span` in the order in which they stand from left to right on a line of their own, each with
    /// its level after L1; invisible ones that take part in reordering are among them.
    #[must_use]
    pub fn visual_order(&self, span: ByteSpan) -> Vec<(ByteSpan, u8)> {
        line::visual_order(&self.clusters[self.range(span)], self.base)
    }

    /// The lines for a width, of which there is at least one. Their spans follow each other without a gap.
    #[must_use]
    pub fn lines(&self, width: Width) -> Vec<Line> {
        if let Some(verse) = self.verse(width) {
            return vec![verse];
        }
        let ranges = wrap::wrap(&self.clusters, width);
        let setter = self.setter(width, self.stands_right(ranges.len()));
        let ends = self.span.end.0 == self.text.len();
        let mut next = self.span.start;
        let mut lines = Vec::with_capacity(ranges.len());
        for (index, range) in ranges.iter().enumerate() {
            let start = next;
            let is_last = index + 1 == ranges.len();
            next = if is_last { self.span.end } else { self.clusters[range.end].span.start };
            let span = ByteSpan { start, end: next };
            lines.push(setter.set(&self.clusters[range.clone()], span, ends && is_last));
        }
        lines
    }

    /// The paragraph as a verse in two columns, if it is one and they fit.
    fn verse(&self, width: Width) -> Option<Line> {
        let is_whole = self.span.len() == self.text.len();
        if self.settings.verse == Verse::AsWritten || !is_whole {
            return None;
        }
        let caesura = verse::caesura(&self.clusters, self.base, width)?;
        let (first, second) = (&self.clusters[..caesura.start], &self.clusters[caesura.end..]);
        let start = first.last().map_or(self.span.start, |cluster| cluster.span.end);
        let end = second.first().map_or(self.span.end, |cluster| cluster.span.start);
        let gap = Cluster::gap(ByteSpan { start, end }, verse::gap(first, width), self.base);
        let clusters = [first, &[gap], second].concat();
        Some(self.setter(width, self.is_rtl()).set(&clusters, self.span, true))
    }

    /// Whether a paragraph of so many lines stands at the right.
    fn stands_right(&self, lines: usize) -> bool {
        let BaseDirection::Auto { fallback_rtl } = self.settings.base else { return self.is_rtl() };
        let by_article = self.settings.sides == Sides::ByArticle && fallback_rtl != self.is_rtl();
        if by_article && (lines < LONG || self.is_list_item()) { fallback_rtl } else { self.is_rtl() }
    }

    /// Whether it begins with the mark or the number of an item.
    fn is_list_item(&self) -> bool {
        let mut words = self.text.trim_start().splitn(2, [' ', '\t']);
        let (Some(mark), Some(_)) = (words.next(), words.next()) else { return false };
        let number = mark.trim_end_matches(['.', ')', '-', ':']);
        let is_number = number.len() < mark.len() && !number.is_empty() && number.chars().all(signs::is_digit);
        is_number
            || matches!(
                mark,
                "-" | "*" | "+" | "\u{2022}" | "\u{2013}" | "\u{2014}" | "\u{00B7}" | "\u{25E6}" | "\u{2023}"
            )
    }

    /// The line that holds exactly what lies in `span`.
    #[must_use]
    pub fn row(&self, span: ByteSpan, width: Width) -> Line {
        let mut clusters = self.clusters[self.range(span)].to_vec();
        if let Some(last) = clusters.last_mut() {
            last.span.end = last.span.end.min(span.end);
        }
        self.setter(width, self.is_rtl()).set(&clusters, span, true)
    }

    /// The clusters that begin in `span`.
    fn range(&self, span: ByteSpan) -> Range<usize> {
        let from = self.clusters.partition_point(|cluster| cluster.span.start < span.start);
        let to = self.clusters.partition_point(|cluster| cluster.span.start < span.end);
        from..to.max(from)
    }

    fn setter(&self, width: Width, at_right: bool) -> line::Setter<'a> {
        let Settings { harakat, justify, .. } = self.settings;
        line::Setter { source: self.text, base: self.base, width, harakat, justify, at_right }
    }

    /// Cells from the first to the last cluster, were they all on one line.
    fn measure(&self) -> usize {
        self.clusters.iter().fold(0, |column: usize, cluster| {
            let at = u16::try_from(column % usize::from(measure::TAB)).unwrap_or(0);
            column.saturating_add(usize::from(wrap::advance(cluster, at, u16::MAX)))
        })
    }
}

/// The cells that a text takes on one line.
#[must_use]
pub fn width_of(text: &str, settings: &Settings) -> Width {
    Width(u16::try_from(Paragraph::new(text, settings).measure()).unwrap_or(u16::MAX))
}

/// A text on one line. What does not fit is left out, and an ellipsis stands where the text goes on.
#[must_use]
pub fn single_line(text: &str, width: Width, settings: &Settings) -> Line {
    let mut paragraph = Paragraph::new(text, settings);
    if paragraph.measure() > usize::from(width.0) {
        paragraph.cut_to(width);
    }
    paragraph.setter(width, paragraph.is_rtl()).set(&paragraph.clusters, paragraph.span, true)
}

impl Paragraph<'_> {
    /// Leaves as many clusters as fit before an ellipsis, and adds it.
    fn cut_to(&mut self, width: Width) {
        let room = width.0.saturating_sub(1);
        let mut column = 0u16;
        let too_far = self.clusters.iter().position(|cluster| {
            column = column.saturating_add(wrap::advance(cluster, column, width.0));
            column > room
        });
        let kept = too_far.unwrap_or(self.clusters.len());
        let cut = self.clusters.get(kept).map_or(self.span.end, |cluster| cluster.span.start);
        self.clusters.truncate(kept);
        self.clusters.push(Cluster::ellipsis(ByteSpan { start: cut, end: cut }, self.base));
    }
}

/// Whether a text runs from right to left by its first strong letter, `fallback` where it has none.
#[must_use]
pub fn reads_rtl(text: &str, fallback: bool) -> bool {
    let settings = Settings { base: BaseDirection::Auto { fallback_rtl: fallback }, ..Settings::default() };
    bidi::base_level(text, &settings) == bidi::RTL
}

/// The places where a caret may stand in a text: before each cluster and at the end.
#[must_use]
pub fn cluster_borders(text: &str) -> Vec<ByteOffset> {
    let all = ByteSpan::new(0, text.len());
    let as_written = Settings::strict(BaseDirection::Ltr);
    let clusters = grapheme::clusters(text, all, &as_written);
    clusters.iter().map(|cluster| cluster.span.start).chain([all.end]).collect()
}
