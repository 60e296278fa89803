//! Levels of any paragraph, by unicode-bidi.

use unicode_bidi::{Level, ParagraphBidiInfo};

use super::is_removed;
use crate::text::{grapheme::Cluster, props::Classes};

/// Sets the level of every cluster.
pub(super) fn resolve(text: &str, clusters: &mut [Cluster], base: u8) {
    let (Some(first), Some(last)) = (clusters.first(), clusters.last()) else { return };
    let (start, end) = (first.span.start.0, last.span.end.0);
    let part = text.get(start..end).unwrap_or_default();
    let level = if base == super::RTL { Level::rtl() } else { Level::ltr() };
    let found = ParagraphBidiInfo::new_with_data_source(&Classes, part, Some(level));
    let mut before = base;
    for cluster in clusters {
        if !is_removed(cluster.bidi) {
            before = found.levels.get(cluster.span.start.0 - start).map_or(base, |level| level.number());
        }
        cluster.level = before;
    }
}
