//! From decoded text to an article; never fails.

use std::sync::Arc;

use super::{Article, Paragraph, ParagraphKind, lines};

/// Reads plain text: each line is a paragraph.
#[must_use]
pub fn plain(text: impl Into<Arc<str>>) -> Article {
    let text = text.into();
    let paragraphs = lines::spans(&text)
        .map(|span| {
            let blank = text[span.clone()].trim().is_empty();
            let kind = if blank { ParagraphKind::Blank } else { ParagraphKind::Body };
            Paragraph { start: span.start, end: span.end, kind }
        })
        .collect();
    Article { title: None, published: None, text, paragraphs }
}
