//! Levels of a part of a very long paragraph, without going through the whole of it.

use unicode_bidi::BidiClass;

use super::{assign, base_level, full::Resolved};
use crate::text::{ByteSpan, Settings, cluster::Cluster, islands, props};

/// How far from a window a strong character is looked for, in bytes.
const REACH: usize = 64 * 1024;

/// `span` and what is round it up to the next strong character on both sides. Where nothing but letters, numbers and
/// neutrals crosses its borders, that is all that levels and joining in it depend on.
pub(crate) fn around(text: &str, span: ByteSpan) -> ByteSpan {
    let strong = |c: &char| is_strong(*c);
    let mut bytes = 0;
    let mut near = |c: &char| {
        bytes += c.len_utf8();
        bytes <= REACH
    };
    let before = text.get(..span.start.0).unwrap_or_default();
    let mut start = span.start.0;
    for c in before.chars().rev().take_while(&mut near) {
        start -= c.len_utf8();
        if strong(&c) {
            break;
        }
    }
    bytes = 0;
    let after = text.get(span.end.0..).unwrap_or_default();
    let mut end = span.end.0;
    for c in after.chars() {
        end += c.len_utf8();
        bytes += c.len_utf8();
        if strong(&c) || bytes > REACH {
            break;
        }
    }
    ByteSpan::new(start, end)
}

fn is_strong(c: char) -> bool {
    matches!(props::of(c).bidi, BidiClass::L | BidiClass::R | BidiClass::AL)
}

/// The levels of a whole paragraph, worked out once so that each of its segments comes out exactly as in the whole.
///
/// Finding them takes a pass over the whole paragraph, which is work for a worker thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels {
    base: u8,
    /// Where a stretch of one level begins, and its level.
    runs: Vec<(usize, u8)>,
}

impl Levels {
    /// Whether a segment that is laid out on its own may differ from the same in the whole: whether there is an explicit
    /// code, an isolate, a bracket, or a very long stretch without letters.
    #[must_use]
    pub fn are_needed(text: &str) -> bool {
        use BidiClass::{FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO};
        let mut without_strong = 0usize;
        text.chars().any(|c| {
            let props = props::of(c);
            without_strong = if is_strong(c) { 0 } else { without_strong.saturating_add(c.len_utf8()) };
            let explicit = matches!(props.bidi, LRE | RLE | LRO | RLO | PDF | LRI | RLI | FSI | PDI);
            explicit || props.is_bracket() || without_strong > REACH
        })
    }

    /// The levels of a paragraph.
    #[must_use]
    pub fn of(text: &str, settings: &Settings) -> Self {
        let all = ByteSpan::new(0, text.len());
        let base = base_level(text, settings);
        let resolved = Resolved::new(text, all, &islands::find(text, all, settings), base);
        let mut runs: Vec<(usize, u8)> = Vec::new();
        for (offset, _) in text.char_indices() {
            let level = resolved.level(offset).unwrap_or(base);
            if runs.last().is_none_or(|(_, before)| *before != level) {
                runs.push((offset, level));
            }
        }
        Self { base, runs }
    }

    pub(crate) fn base(&self) -> u8 {
        self.base
    }

    /// Sets the level of every cluster.
    pub(crate) fn assign(&self, clusters: &mut [Cluster]) {
        assign(clusters, self.base, |offset| {
            let next = self.runs.partition_point(|(start, _)| *start <= offset);
            next.checked_sub(1).map(|run| self.runs[run].1)
        });
    }
}
