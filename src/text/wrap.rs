//! Stage 7: which clusters stand on which line, in logical order.

use std::ops::Range;

use super::{
    Width,
    cluster::{BreakAfter, Cluster, Kind},
    measure,
};

/// The lines of a paragraph, as ranges of its clusters; at least one.
///
/// Blanks at the end of a line hang: they belong to it and take no room.
pub(crate) fn wrap(clusters: &[Cluster], width: Width) -> Vec<Range<usize>> {
    let width = width.0.max(1);
    let mut lines = Vec::new();
    let mut start = 0;
    // Where the line that begins at `start` could end, and how far it has come.
    let mut allowed = None;
    let mut column = 0u16;
    let mut index = 0;
    while let Some(cluster) = clusters.get(index) {
        let room = advance(cluster, column, width);
        if column.saturating_add(room) > width && !cluster.hangs() && index > start {
            let end = allowed.unwrap_or_else(|| emergency(clusters, start, index));
            lines.push(start..end);
            (start, index, allowed, column) = (end, end, None, 0);
            continue;
        }
        column = column.saturating_add(room);
        index += 1;
        match cluster.break_after {
            BreakAfter::Allowed => allowed = Some(index),
            BreakAfter::Mandatory => {
                lines.push(start..index);
                (start, allowed, column) = (index, None, 0);
            }
            BreakAfter::Emergency | BreakAfter::Never => {}
        }
    }
    if start < clusters.len() || lines.is_empty() {
        lines.push(start..clusters.len());
    }
    lines
}

/// The cells that a cluster takes at a column counted from the line's beginning. One that is wider than a whole row
/// is drawn in what there is.
pub(crate) fn advance(cluster: &Cluster, column: u16, width: u16) -> u16 {
    match cluster.kind {
        Kind::Tab => measure::tab(column),
        _ => u16::from(cluster.width).min(width),
    }
}

/// Where to cut what is longer than a row and may not be broken: behind its last blank, if it has one (a blank before a
/// full stop is no breakpoint); else as late as may be, but not between a number sign and its digits.
fn emergency(clusters: &[Cluster], start: usize, index: usize) -> usize {
    let is_cut = |cut: usize, wanted: fn(&Cluster) -> bool| {
        let (before, after) = (&clusters[cut - 1], &clusters[cut]);
        wanted(before) && !after.hangs() && clusters[start..cut].iter().any(|cluster| !cluster.hangs())
    };
    let last = |wanted: fn(&Cluster) -> bool| (start + 1..=index).rev().find(|&cut| is_cut(cut, wanted));
    last(|before| before.kind == Kind::Blank)
        .or_else(|| last(|before| before.break_after != BreakAfter::Never))
        .unwrap_or(index)
}
