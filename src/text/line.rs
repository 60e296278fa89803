//! Stage 8: one line in visual order (UAX #9, L1 and L2), set at its side.

use compact_str::CompactString;

use super::{
    ByteOffset, ByteSpan, Column, ColumnSpan, Width, bidi,
    cluster::{Cluster, Kind},
    justify,
    settings::{Harakat, Justify},
    shape, wrap,
};

/// What fills one or more cells of a row: a character with its marks, or a ligature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The leftmost column.
    pub column: Column,
    /// How many columns; at least one.
    pub width: u8,
    /// What is written there, blanks where nothing is to be seen.
    pub text: CompactString,
    /// The bytes of the paragraph's source that it stands for.
    pub span: ByteSpan,
    /// The embedding level of UAX #9, after L1.
    pub level: u8,
}

impl Cell {
    /// The columns that it takes.
    #[must_use]
    pub fn columns(&self) -> ColumnSpan {
        ColumnSpan::new(self.column.0, self.column.0.saturating_add(u16::from(self.width)))
    }
}

/// A line of a paragraph as it stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The bytes of the paragraph's source that stand on it, blanks at its end included.
    pub span: ByteSpan,
    /// Whether it begins at the right.
    pub rtl: bool,
    /// The width that it was set for.
    pub width: Width,
    /// Its cells from left to right. Invisible characters and blanks that hang at its end have none.
    pub cells: Vec<Cell>,
}

impl Line {
    /// The source under a column.
    #[must_use]
    pub fn hit(&self, column: Column) -> Option<ByteSpan> {
        let next = self.cells.partition_point(|cell| cell.column <= column);
        let cell = self.cells.get(next.checked_sub(1)?)?;
        cell.columns().contains(column).then_some(cell.span)
    }

    /// The leftmost column of the cell that shows the character at `offset`.
    #[must_use]
    pub fn caret(&self, offset: ByteOffset) -> Option<Column> {
        self.cells.iter().find(|cell| cell.span.contains(offset)).map(|cell| cell.column)
    }

    /// The columns of a stretch of source, from left to right; one logical span may be several.
    #[must_use]
    pub fn columns(&self, span: ByteSpan) -> Vec<ColumnSpan> {
        let mut found: Vec<ColumnSpan> = Vec::new();
        for cell in self.cells.iter().filter(|cell| cell.span.overlaps(span)) {
            let columns = cell.columns();
            match found.last_mut() {
                Some(before) if before.end == columns.start => before.end = columns.end,
                _ => found.push(columns),
            }
        }
        found
    }
}

/// Sets a line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setter<'a> {
    /// The paragraph's source.
    pub(crate) source: &'a str,
    /// The paragraph's level.
    pub(crate) base: u8,
    pub(crate) width: Width,
    pub(crate) harakat: Harakat,
    pub(crate) justify: Justify,
    /// Whether the line stands at the right side.
    pub(crate) at_right: bool,
}

impl Setter<'_> {
    /// Sets `clusters`, which stand on one line, `span` of the source. Blanks that hang are left out where the
    /// paragraph goes on.
    pub(crate) fn set(&self, clusters: &[Cluster], span: ByteSpan, is_last: bool) -> Line {
        let drawn = if is_last { clusters } else { without_hanging(clusters) };
        if !is_last && self.justify != Justify::Off {
            let mut stretched = drawn.to_vec();
            justify::stretch(&mut stretched, self.width.0.saturating_sub(self.cells(drawn)), self.justify);
            return self.place(&stretched, span);
        }
        self.place(drawn, span)
    }

    /// The cells that clusters take from the beginning of a line.
    fn cells(&self, clusters: &[Cluster]) -> u16 {
        clusters
            .iter()
            .fold(0u16, |column, cluster| column.saturating_add(wrap::advance(cluster, column, self.width.0)))
    }

    /// Sets `drawn` in visual order at the line's side.
    fn place(&self, drawn: &[Cluster], span: ByteSpan) -> Line {
        let mut cells: Vec<Cell> = Vec::with_capacity(drawn.len());
        // Widths are counted from the line's beginning, which is where tab stops are.
        let mut column = 0u16;
        for cluster in drawn {
            let room = wrap::advance(cluster, column, self.width.0).min(self.width.0.saturating_sub(column));
            let is_drawn = cluster.is_drawn() && room > 0;
            let width = if is_drawn { u8::try_from(room).unwrap_or(u8::MAX) } else { 0 };
            // A cell without width keeps its place in the order and is dropped below.
            let text = if is_drawn { self.text(cluster, room) } else { CompactString::default() };
            column += u16::from(width);
            cells.push(Cell { column: Column(0), width, text, span: cluster.span, level: cluster.level });
        }
        reset_levels(drawn, self.base, |index, level| {
            if let Some(cell) = cells.get_mut(index) {
                cell.level = level;
            }
        });
        reorder(&mut cells, |cell| cell.level);
        cells.retain(|cell| cell.width > 0);
        let mut next = if self.at_right { self.width.0.saturating_sub(column) } else { 0 };
        for cell in &mut cells {
            cell.column = Column(next);
            next += u16::from(cell.width);
        }
        Line { span, rtl: self.base == bidi::RTL, width: self.width, cells }
    }

    fn text(&self, cluster: &Cluster, room: u16) -> CompactString {
        match cluster.kind {
            Kind::Tab | Kind::Gap => CompactString::from(" ".repeat(usize::from(room))),
            Kind::Blank if room > 1 => CompactString::from(" ".repeat(usize::from(room))),
            // Only where the whole row is narrower than one character.
            _ if u16::from(cluster.width) > room => CompactString::const_new("\u{FFFD}"),
            _ => shape::text(cluster, self.source, self.harakat),
        }
    }
}

fn without_hanging(clusters: &[Cluster]) -> &[Cluster] {
    let kept = clusters.iter().rposition(|cluster| !cluster.hangs()).map_or(0, |last| last + 1);
    &clusters[..kept]
}

/// L1: segment separators, blanks before them and blanks at the end of the line take the paragraph's level.
fn reset_levels(clusters: &[Cluster], base: u8, mut set: impl FnMut(usize, u8)) {
    use unicode_bidi::BidiClass::{B, FSI, LRI, PDI, RLI, S, WS};
    let mut trailing = true;
    for (index, cluster) in clusters.iter().enumerate().rev() {
        match cluster.bidi {
            S | B => trailing = true,
            WS | LRI | RLI | FSI | PDI => {}
            class if bidi::is_removed(class) => {}
            _ => trailing = false,
        }
        if trailing {
            set(index, base);
        }
    }
}

/// The clusters of a line with their levels after L1, from left to right.
pub(crate) fn visual_order(clusters: &[Cluster], base: u8) -> Vec<(ByteSpan, u8)> {
    let mut order: Vec<(ByteSpan, u8)> = clusters.iter().map(|cluster| (cluster.span, cluster.level)).collect();
    reset_levels(clusters, base, |index, level| order[index].1 = level);
    reorder(&mut order, |(_, level)| *level);
    order
}

/// L2: from the highest level down to the lowest odd one, reverses every stretch of that level or higher.
fn reorder<T>(items: &mut [T], level_of: impl Fn(&T) -> u8) {
    let (mut highest, mut lowest_odd) = (0, u8::MAX);
    for level in items.iter().map(&level_of) {
        highest = highest.max(level);
        lowest_odd = lowest_odd.min(if level % 2 == 1 { level } else { u8::MAX });
    }
    for level in (lowest_odd..=highest).rev() {
        for stretch in items.split_mut(|item| level_of(item) < level) {
            stretch.reverse();
        }
    }
}
