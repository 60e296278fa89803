//! Stage 1: where one cluster ends and the next begins.
//!
//! A cluster is a grapheme cluster of UAX #29 with two changes, both of which the screen asks for: a number sign
//! (U+0600 and the like) is parted from its digits, which UAX #9 may move away from it, and an invisible format character belongs to
//! the visible cluster before it.

use unicode_bidi::BidiClass;
use unicode_segmentation::UnicodeSegmentation;

use super::{
    ByteSpan, Settings,
    cluster::{BreakAfter, Cluster, Kind},
    props::{self, Grapheme, LineClass, Props},
    settings::{Harakat, Signs},
    signs,
};

/// The clusters of `span`, which has to lie on character borders of `text`.
pub(crate) fn clusters(text: &str, span: ByteSpan, settings: &Settings) -> Vec<Cluster> {
    let part = span.of(text);
    // Arabic takes two bytes a letter, so this seldom grows.
    let mut clusters: Vec<Cluster> = Vec::with_capacity(part.len() / 2 + 8);
    let mut characters = part.char_indices();
    let mut lookup = props::Lookup::new();
    let mut verse_number = false;
    while let Some((inside, c)) = characters.next() {
        let at = span.start.0 + inside;
        let props = lookup.of(c);
        if verse_number && !signs::is_digit(c) {
            close_verse_number(&mut clusters);
            verse_number = false;
        }
        if settings.harakat == Harakat::Hidden && is_haraka(c) {
            hide(&mut clusters, at, c, props);
            continue;
        }
        let before = clusters.last_mut().filter(|before| before.takes(props));
        match (props.grapheme, before) {
            (Grapheme::Extend, Some(before)) => before.take_in(c, props),
            (_, Some(before)) if props.is_invisible() && !props.is_directional() => before.take_in(c, props),
            (Grapheme::Complex, _) => {
                let mut cluster = Cluster::new(at, c, props);
                let length = part[inside..].graphemes(true).next().map_or(0, str::len);
                let more = part[inside..inside + length].chars().skip(1).count();
                for (_, c) in characters.by_ref().take(more) {
                    cluster.take_in(c, props::of(c));
                }
                clusters.push(cluster);
            }
            _ if props.is_sign() && settings.signs == Signs::Expanded => {
                verse_number = signs::ends_verse(c);
                expand(&mut clusters, at, c);
            }
            _ => clusters.push(Cluster::new(at, c, props)),
        }
    }
    if verse_number {
        close_verse_number(&mut clusters);
    }
    clusters
}

/// Writes out the words of a sign, or opens the parenthesis of a verse number.
fn expand(clusters: &mut Vec<Cluster>, at: usize, sign: char) {
    let span = ByteSpan::new(at, at + sign.len_utf8());
    let opening = signs::VERSE_NUMBER.0.encode_utf8(&mut [0; 4]).to_owned();
    let words = signs::words(sign).unwrap_or(&opening);
    let first = clusters.len();
    clusters.extend(words.chars().map(|c| Cluster::new(at, c, props::of(c))));
    for cluster in &mut clusters[first..] {
        cluster.stand_for(span);
        cluster.bidi = props::of(sign).bidi;
        cluster.break_after = BreakAfter::Never;
    }
    if let Some(last) = clusters.last_mut().filter(|_| !signs::ends_verse(sign)) {
        last.break_after = BreakAfter::Emergency;
    }
}

/// Closes the parenthesis of a verse number behind its last digit.
fn close_verse_number(clusters: &mut Vec<Cluster>) {
    let Some(last) = clusters.last_mut() else { return };
    last.break_after = BreakAfter::Never;
    let closing = signs::VERSE_NUMBER.1;
    let mut parenthesis = Cluster::new(0, closing, props::of(closing));
    parenthesis.stand_for(last.span);
    parenthesis.bidi = last.bidi;
    clusters.push(parenthesis);
}

/// Makes words that stand for a sign run from right to left wherever the sign stands: above what is round them, or, as
/// part of a number, on its outside. Levels must be known.
pub(crate) fn turn_pictures(clusters: &mut [Cluster]) {
    let even = clusters.iter_mut().filter(|cluster| cluster.picture && cluster.level.is_multiple_of(2));
    for cluster in even {
        cluster.level = match cluster.bidi {
            BidiClass::AN | BidiClass::EN => cluster.level.saturating_sub(1),
            _ => cluster.level.saturating_add(1),
        };
    }
}

/// Keeps a mark's bytes with its base and draws nothing.
fn hide(clusters: &mut Vec<Cluster>, at: usize, c: char, props: Props) {
    match clusters.last_mut().filter(|before| before.takes_in()) {
        Some(before) => {
            before.span.end.0 += c.len_utf8();
            before.hides = true;
            before.take_in_class(props.bidi);
        }
        None => {
            let mut mark = Cluster::new(at, c, props);
            mark.kind = Kind::Invisible;
            clusters.push(mark);
        }
    }
}

/// Whether a mark tells a vowel or how to recite, and is not part of the letter: Arabic, Hebrew and Syriac.
pub(crate) fn is_haraka(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{0652}' | '\u{0656}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}'
        | '\u{08D3}'..='\u{08E1}' | '\u{08E3}'..='\u{08FF}'
        | '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{05C1}' | '\u{05C2}' | '\u{05C4}' | '\u{05C5}' | '\u{05C7}'
        | '\u{0730}'..='\u{074A}')
}

/// Gives marks that stand behind an explicit code back to their base, where both have come out at one level.
pub(crate) fn reunite(clusters: &mut Vec<Cluster>) {
    if !clusters.iter().any(|cluster| cluster.explicit) {
        return;
    }
    clusters.dedup_by(|mark, base| {
        let one = mark.kind == Kind::Mark && base.explicit && base.takes_in() && mark.level == base.level;
        if one {
            base.span.end = mark.span.end;
            (base.marked, base.hides) = (true, true);
            // No blank any more to L1.
            base.bidi = if base.bidi == BidiClass::WS { BidiClass::ON } else { base.bidi };
            base.explicit = mark.explicit;
            base.line = LineClass::Other;
            base.inner = match (base.inner, mark.inner) {
                (Some((first, _)), Some((_, last))) => Some((first, last)),
                (inner, None) | (None, inner) => inner,
            };
        }
        one
    });
}
