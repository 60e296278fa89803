//! Stage 6: where a line may end (UAX #14).
//!
//! icu_segmenter knows the rules. Words of letters and digits that are parted by spaces need but one of them, LB18 (a
//! break after spaces), and the rules start afresh behind such a break; so only the stretches between two such words
//! are handed over.

use std::ops::Range;

use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed, options::LineBreakOptions};

use super::{
    ByteSpan,
    cluster::{BreakAfter, Cluster},
    props::LineClass,
};

const SEGMENTER: LineSegmenterBorrowed<'static> =
    LineSegmenter::new_17_for_non_complex_scripts(LineBreakOptions::default());

/// Sets `break_after` of every cluster.
pub(crate) fn find(text: &str, clusters: &mut [Cluster]) {
    // The last word whose neighbours decide nothing about its inside, and the end of the stretch found so far.
    let mut calm = 0;
    let mut stirred = false;
    let mut start = 0;
    while start < clusters.len() {
        let word = Word::at(clusters, start);
        let opens_calmly = clusters[start].line == LineClass::Word;
        if start > 0 && opens_calmly {
            if stirred {
                segment(text, clusters, calm..start + 1);
            } else {
                allow(&mut clusters[start - 1]);
            }
            (calm, stirred) = (start, false);
        }
        stirred |= !word.is_calm || !opens_calmly;
        start = word.end;
    }
    if stirred {
        segment(text, clusters, calm..clusters.len());
    }
}

/// A stretch without spaces and the spaces behind it.
struct Word {
    /// One past its last space.
    end: usize,
    /// Letters and digits, then perhaps closing punctuation, then spaces: nothing but LB18 has a say.
    is_calm: bool,
}

impl Word {
    fn at(clusters: &[Cluster], start: usize) -> Self {
        let count = |from: usize, class: LineClass| {
            clusters[from..].iter().position(|cluster| cluster.line != class).map_or(clusters.len(), |n| from + n)
        };
        let letters = count(start, LineClass::Word);
        let closing = count(letters, LineClass::Closing);
        let end = count(closing, LineClass::Space);
        if end > closing || end == clusters.len() {
            return Self { end, is_calm: letters > start };
        }
        let space = clusters[end..].iter().position(|cluster| cluster.line == LineClass::Space);
        let end = space.map_or(clusters.len(), |n| count(end + n, LineClass::Space));
        Self { end, is_calm: false }
    }
}

fn allow(cluster: &mut Cluster) {
    if cluster.break_after == BreakAfter::Emergency {
        cluster.break_after = BreakAfter::Allowed;
    }
}

/// Asks for the breaks of a stretch. What stands behind its last cluster is known to be decided otherwise.
fn segment(text: &str, clusters: &mut [Cluster], range: Range<usize>) {
    let clusters = &mut clusters[range];
    let (Some(first), Some(last)) = (clusters.first(), clusters.last()) else { return };
    let (start, end) = (first.span.start.0, last.span.end.0);
    let part = ByteSpan::new(start, end).of(text);
    let mut index = 0;
    for at in SEGMENTER.segment_str(part).filter(|at| (1..part.len()).contains(at)) {
        while clusters[index].span.end.0 < start + at {
            index += 1;
        }
        // A sign that is written out is several clusters, which end at one place.
        while clusters.get(index + 1).is_some_and(|next| next.span.end.0 == start + at) {
            index += 1;
        }
        let is_between = clusters[index].span.end.0 == start + at;
        if is_between && !after_initial_hyphen(clusters, index) && !after_hebrew_hyphen(clusters, index) {
            allow(&mut clusters[index]);
        }
    }
    for cluster in clusters.iter_mut().filter(|cluster| cluster.line == LineClass::Mandatory) {
        cluster.break_after = BreakAfter::Mandatory;
    }
}

/// LB20a: no break after a hyphen that begins a word.
fn after_initial_hyphen(clusters: &[Cluster], index: usize) -> bool {
    let is_hyphen = matches!(clusters[index].base, '-' | '\u{2010}');
    let begins = index.checked_sub(1).is_none_or(|before| clusters[before].hangs());
    let letter_follows = clusters.get(index + 1).is_some_and(|next| next.line == LineClass::Word);
    is_hyphen && begins && letter_follows
}

/// LB21a as it was up to Unicode 15: no break after a hyphen or dash behind a Hebrew letter. Later versions allow one before
/// another Hebrew letter, which takes words joined by a maqaf apart.
fn after_hebrew_hyphen(clusters: &[Cluster], index: usize) -> bool {
    let is_hyphen = matches!(clusters[index].base, '-' | '\u{05BE}' | '\u{2010}'..='\u{2013}');
    is_hyphen
        && index
            .checked_sub(1)
            .is_some_and(|before| matches!(clusters[before].base, '\u{05D0}'..='\u{05F2}' | '\u{FB1D}'..='\u{FB4F}'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{BaseDirection, Settings, grapheme};

    fn breaks(text: &str, find: impl Fn(&mut [Cluster])) -> Vec<(usize, BreakAfter)> {
        let all = ByteSpan::new(0, text.len());
        let mut clusters = grapheme::clusters(text, all, &Settings::strict(BaseDirection::Rtl));
        find(&mut clusters);
        clusters.iter().map(|cluster| (cluster.span.end.0, cluster.break_after)).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn the_quick_path_finds_what_the_rules_find(
            words in prop::collection::vec("[ab12\u{0628}\u{0644}\u{05D0}\u{064E}]{0,4}[-.,:!?)\u{00BB}\u{060C}\u{061F}]{0,2}[ ]{0,2}[(\"\u{00AB}$%/\u{200C}\u{200D}\u{00AD}\u{200B}\u{00A0}\u{2014}\u{05BE}\u{4E00}\u{1F600}]{0,1}", 1..12),
        ) {
            let text = words.concat();
            let quick = breaks(&text, |clusters| find(&text, clusters));
            let whole = breaks(&text, |clusters| segment(&text, clusters, 0..clusters.len()));
            // Neither has a say at the very end.
            prop_assert_eq!(&quick[..quick.len().max(1) - 1], &whole[..whole.len().max(1) - 1]);
        }
    }
}
