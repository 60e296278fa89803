//! Verse: two half-lines on one row, as Arabic poetry is printed.

use std::ops::Range;

use super::{
    Width, bidi,
    cluster::{Cluster, Kind},
};

/// Blanks of a writer that part two half-lines; fewer part words.
const BLANKS: usize = 3;
/// Dots and the like that do; fewer end a sentence.
const SIGNS: usize = 3;
/// Cells between the two columns, at least.
const GAP: u16 = 2;
/// The narrowest half-line, in cells: what is shorter is a table or a list of contents.
const SHORTEST: u16 = 6;

/// The clusters that part the two half-lines of a verse; nothing where the paragraph is no verse or too wide for `width`.
pub(crate) fn caesura(clusters: &[Cluster], base: u8, width: Width) -> Option<Range<usize>> {
    if base != bidi::RTL {
        return None;
    }
    let mut found = None;
    let mut index = clusters.iter().position(|cluster| !cluster.hangs())?;
    let end = clusters.iter().rposition(|cluster| !cluster.hangs())? + 1;
    while index < end {
        let length = clusters[index..end].iter().position(|cluster| !is_parting(cluster)).unwrap_or(end - index);
        let run = index..index + length;
        index += length.max(1);
        if parts(&clusters[run.clone()]) && found.replace(run).is_some() {
            return None;
        }
    }
    let found = found.filter(|run| run.end < end)?;
    let column = column(width);
    let (first, second) = (cells(&clusters[..found.start]), cells(&clusters[found.end..end]));
    let fits =
        first.max(second) <= column && first.min(second) >= SHORTEST && first.max(second) <= 2 * first.min(second);
    fits.then_some(found)
}

/// The width of each of the two columns.
fn column(width: Width) -> u16 {
    width.0.saturating_sub(GAP) / 2
}

/// How wide the gap has to be for the second half-line to begin at its column.
pub(crate) fn gap(first: &[Cluster], width: Width) -> u16 {
    (width.0 - column(width)).saturating_sub(cells(first))
}

fn cells(clusters: &[Cluster]) -> u16 {
    clusters.iter().fold(0, |sum: u16, cluster| sum.saturating_add(u16::from(cluster.width)))
}

fn is_parting(cluster: &Cluster) -> bool {
    matches!(cluster.kind, Kind::Blank | Kind::Tab) || is_parting_sign(cluster)
}

fn is_parting_sign(cluster: &Cluster) -> bool {
    matches!(cluster.base, '*' | '.' | '\u{2026}' | '\u{06DE}' | '\u{2022}' | '=' | '/')
}

fn parts(run: &[Cluster]) -> bool {
    let signs = run.iter().filter(|cluster| is_parting_sign(cluster)).count();
    let ellipses = run.iter().filter(|cluster| cluster.base == '\u{2026}').count();
    let blanks = run.iter().filter(|cluster| cluster.kind == Kind::Blank);
    // An em space is as wide as several of the plain kind.
    let blanks: usize = blanks.map(|blank| if blank.base == ' ' { 1 } else { 2 }).sum();
    let tabs = run.iter().any(|cluster| cluster.kind == Kind::Tab);
    signs >= SIGNS || ellipses >= 2 || blanks >= BLANKS || tabs
}
