//! Levels of any paragraph, by unicode-bidi.

use unicode_bidi::{Level, ParagraphBidiInfo};

use crate::text::{ByteSpan, props::Classes};

const LRI: &str = "\u{2066}";
const PDI: &str = "\u{2069}";

/// The level of every byte of a stretch of text.
pub(super) struct Resolved {
    /// Where the stretch begins.
    start: usize,
    levels: Vec<Level>,
    /// Where isolates were put round islands: the offset, and by how much the levels are shifted from there on.
    shifts: Vec<(usize, usize)>,
}

impl Resolved {
    /// Works out the levels of `span`, a paragraph of its own with level `base`, with `islands` as if LRI and PDI stood
    /// round them.
    pub(super) fn new(text: &str, span: ByteSpan, islands: &[ByteSpan], base: u8) -> Self {
        let mut isolated = String::with_capacity(span.len() + islands.len() * (LRI.len() + PDI.len()));
        let mut shifts = Vec::with_capacity(2 * islands.len());
        let mut from = span.start.0;
        let mut add = |up_to: usize, control: &str| {
            isolated.push_str(text.get(from..up_to).unwrap_or_default());
            isolated.push_str(control);
            from = up_to;
        };
        for island in islands {
            for (border, control) in [(island.start.0, LRI), (island.end.0, PDI)] {
                add(border, control);
                shifts.push((border, (shifts.len() + 1) * LRI.len()));
            }
        }
        add(span.end.0, "");
        let base = if base == super::RTL { Level::rtl() } else { Level::ltr() };
        let info = ParagraphBidiInfo::new_with_data_source(&Classes, &isolated, Some(base));
        Self { start: span.start.0, levels: info.levels, shifts }
    }

    /// The level of the character at `offset` of the text.
    pub(super) fn level(&self, offset: usize) -> Option<u8> {
        let passed = self.shifts.partition_point(|(at, _)| *at <= offset);
        let shift = passed.checked_sub(1).map_or(0, |last| self.shifts[last].1);
        self.levels.get(offset.checked_sub(self.start)? + shift).map(|level| level.number())
    }
}
