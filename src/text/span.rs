//! Positions: byte offsets and spans of a paragraph's source text, columns and widths of the screen.
//!
//! The only position that is ever stored is a byte span. Columns are worked out from it for one
//! width and live no longer than the layout they belong to.

use std::ops::Range;

/// An offset in UTF-8 bytes from the start of a paragraph's source text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ByteOffset(pub usize);

/// A half-open span of UTF-8 bytes of a paragraph's source text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ByteSpan {
    /// The first byte.
    pub start: ByteOffset,
    /// One past the last byte; never before `start`.
    pub end: ByteOffset,
}

impl ByteSpan {
    /// The span from `start` to `end`; an `end` before `start` gives an empty span at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: ByteOffset(start), end: ByteOffset(end.max(start)) }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.0 - self.start.0
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `offset` lies inside.
    #[must_use]
    pub fn contains(self, offset: ByteOffset) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether every byte of `other` lies inside.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span as a range, for slicing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start.0..self.end.0
    }

    /// The text under the span, or nothing where the span does not fit `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

impl From<Range<usize>> for ByteSpan {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A screen column, counted in cells from the left edge of the line's area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Column(pub u16);

/// A number of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Width(pub u16);

/// A half-open run of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ColumnSpan {
    /// The leftmost column.
    pub start: Column,
    /// One past the rightmost column.
    pub end: Column,
}

impl ColumnSpan {
    /// The columns from `start` up to, not including, `end`.
    #[must_use]
    pub fn new(start: u16, end: u16) -> Self {
        Self { start: Column(start), end: Column(end.max(start)) }
    }

    /// How many columns.
    #[must_use]
    pub fn width(self) -> Width {
        Width(self.end.0 - self.start.0)
    }

    /// Whether `column` lies inside.
    #[must_use]
    pub fn contains(self, column: Column) -> bool {
        self.start <= column && column < self.end
    }
}
