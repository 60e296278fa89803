//! Stage 5: embedding levels, once for a whole paragraph (UAX #9, P2 to I2).
//!
//! unicode-bidi works them out; [`simple`] does so more quickly for the paragraphs that need no more than the rules for
//! numbers and neutrals, and a test holds the two together.

mod full;
mod simple;
pub(crate) mod window;

use std::ops::Range;

use unicode_bidi::BidiClass;

use super::{
    ByteOffset, ByteSpan,
    cluster::Cluster,
    islands, props,
    settings::{BaseDirection, Settings},
};

/// The level of a paragraph that runs from left to right.
pub(crate) const LTR: u8 = 0;
/// The level of a paragraph that runs from right to left.
pub(crate) const RTL: u8 = 1;

/// How far into a paragraph islands are looked for before its first strong character, in bytes.
const OPENING: usize = 1024;

/// The paragraph's level: as asked for, else that of its first strong character.
pub(crate) fn base_level(text: &str, settings: &Settings) -> u8 {
    match settings.base {
        BaseDirection::Ltr => LTR,
        BaseDirection::Rtl => RTL,
        BaseDirection::Auto { fallback_rtl } => match first_strong(text, &[]) {
            // What opens with an address may go on in Arabic: isolates are skipped, whoever put them there.
            Some(LTR) => {
                let end = (0..=text.len().min(OPENING)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
                let islands = islands::find(text, ByteSpan::new(0, end), settings);
                if islands.is_empty() { Some(LTR) } else { first_strong(text, &islands) }
            }
            found => found,
        }
        .unwrap_or(u8::from(fallback_rtl)),
    }
}

/// P2, P3: the level of the first strong character outside of isolates and islands.
fn first_strong(text: &str, islands: &[ByteSpan]) -> Option<u8> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        let is_seen = || depth == 0 && !islands.iter().any(|island| island.contains(ByteOffset(at)));
        match props::of(c).bidi {
            BidiClass::L if is_seen() => return Some(LTR),
            BidiClass::R | BidiClass::AL if is_seen() => return Some(RTL),
            BidiClass::LRI | BidiClass::RLI | BidiClass::FSI => depth += 1,
            BidiClass::PDI => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// Sets the level of every cluster of one paragraph, or of a window of it; `islands` lie between them in order.
pub(crate) fn resolve(text: &str, clusters: &mut [Cluster], islands: &[ByteSpan], base: u8) {
    let ranges = islands.iter().map(|island| range_of(clusters, *island));
    let ranges: Vec<Range<usize>> = ranges.filter(|range| !range.is_empty()).collect();
    if !resolve_simply(clusters, &ranges, base) {
        let (Some(first), Some(last)) = (clusters.first(), clusters.last()) else { return };
        let span = ByteSpan { start: first.span.start, end: last.span.end };
        let resolved = full::Resolved::new(text, span, islands, base);
        assign(clusters, base, |offset| resolved.level(offset));
    }
}

/// The clusters that begin in `span`.
fn range_of(clusters: &[Cluster], span: ByteSpan) -> Range<usize> {
    let at = |offset| clusters.partition_point(|cluster| cluster.span.start < offset);
    at(span.start)..at(span.end)
}

fn resolve_simply(clusters: &mut [Cluster], islands: &[Range<usize>], base: u8) -> bool {
    // An isolate is one level up from what it stands in, and even (X5b).
    const ISLAND: u8 = 2;
    let Some(outer) = simple::levels(clusters, islands, base) else { return false };
    let inner: Option<Vec<Vec<u8>>> =
        islands.iter().map(|island| simple::levels(&clusters[island.clone()], &[], ISLAND)).collect();
    let Some(inner) = inner else { return false };
    let mut set = |range: Range<usize>, levels: &[u8]| {
        clusters[range].iter_mut().zip(levels).for_each(|(cluster, level)| cluster.level = *level);
    };
    set(0..outer.len(), &outer);
    islands.iter().zip(&inner).for_each(|(island, levels)| set(island.clone(), levels));
    true
}

/// Gives each cluster the level of its first character.
fn assign(clusters: &mut [Cluster], base: u8, level: impl Fn(usize) -> Option<u8>) {
    for cluster in clusters {
        cluster.level = level(cluster.span.start.0).unwrap_or(base);
    }
}

/// Whether X9 removes a class; such characters take the level of what is before them.
pub(crate) fn is_removed(class: BidiClass) -> bool {
    use BidiClass::{BN, LRE, LRO, PDF, RLE, RLO};
    matches!(class, BN | LRE | LRO | PDF | RLE | RLO)
}
