//! The cutting of very long paragraphs: a row starts at each cut, so that one segment can be laid out without the others.

use super::{BaseDirection, ByteOffset, ByteSpan, Settings, grapheme, props};

/// The longest paragraph that is not cut, in bytes: more than any that was written for people.
const LONGEST: usize = 64 * 1024;
/// Bytes from one nominal cut to the next: about a quarter of a large screen of Arabic, so that showing one lays out little
/// more wherever it begins.
const LENGTH: usize = 2560;
/// How far before the nominal place a cut may lie, in bytes.
const SLACK: usize = 1024;

/// How many segments a paragraph has; at least one.
#[must_use]
pub fn count(text: &str) -> usize {
    if text.len() <= LONGEST { 1 } else { text.len().div_ceil(LENGTH) }
}

/// The bytes of segment `index`; empty at the end of the text for one that there is not.
#[must_use]
pub fn span(text: &str, index: usize) -> ByteSpan {
    let count = count(text);
    let border = |index: usize| if index >= count { text.len() } else { cut(text, index) };
    ByteSpan::new(border(index), border(index.saturating_add(1)))
}

/// The segment that holds `offset`; the last one for an offset past the end.
#[must_use]
pub fn of(text: &str, offset: ByteOffset) -> usize {
    let nominal = (offset.0 / LENGTH).min(count(text) - 1);
    // A cut lies before its nominal place, so the offset may belong to the next segment.
    let next = nominal + 1;
    if next < count(text) && cut(text, next) <= offset.0 { next } else { nominal }
}

/// Where segment `index` begins: behind the last blank before its nominal place.
fn cut(text: &str, index: usize) -> usize {
    let nominal = index.saturating_mul(LENGTH);
    if nominal == 0 || nominal >= text.len() {
        return nominal.min(text.len());
    }
    let end = floor(text, nominal);
    let start = floor(text, nominal - SLACK);
    let near = &text[start..end];
    let blank = near.match_indices(' ').rev().map(|(at, _)| start + at + 1).find(|&at| begins_word(text, at));
    blank.unwrap_or_else(|| cluster_border(text, ByteSpan::new(start, end)))
}

fn begins_word(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(|next| next != ' ' && matches!(props::of(next).line, props::LineClass::Word))
}

/// The last place in `near` that parts no cluster, and no lam from its alef; in a text that has none, a character border.
fn cluster_border(text: &str, near: ByteSpan) -> usize {
    let clusters = grapheme::clusters(text, near, &Settings::strict(BaseDirection::Rtl));
    let border = clusters.windows(2).rev().find(|pair| pair[0].base != '\u{0644}' && pair[1].span.start > near.start);
    border.map_or(near.end.0, |pair| pair[1].span.start.0)
}

/// The last character border at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
