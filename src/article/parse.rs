//! From decoded text to an article; never fails.

use std::{ops::Range, sync::Arc};

use crate::text::reads_rtl;

use super::{Article, Paragraph, ParagraphKind, Spacing, lines};

/// The longest heading, in characters: what fits on one row of a comfortable measure.
const HEADING: usize = 80;
/// How much of an article is looked at to tell how it sets its paragraphs apart, in paragraphs.
const SAMPLE: usize = 200;
/// Paragraphs that are longer than this on average, in bytes, are running text.
const RUNNING: usize = 160;

/// Reads plain text: each line is a paragraph.
///
/// A short first line without final punctuation is the title; such a line before running text is a heading.
#[must_use]
pub fn plain(text: impl Into<Arc<str>>) -> Article {
    let text = text.into();
    let spans: Vec<Range<usize>> = lines::spans(&text).collect();
    let shapes: Vec<Shape> = spans.iter().map(|span| Shape::of(&text[span.clone()])).collect();
    let kinds = kinds(&shapes);
    let paragraphs: Vec<Paragraph> =
        spans.into_iter().zip(kinds).map(|(Range { start, end }, kind)| Paragraph { start, end, kind }).collect();
    let title = paragraphs
        .iter()
        .find(|paragraph| paragraph.kind == ParagraphKind::Title)
        .map(|paragraph| text[paragraph.start..paragraph.end].trim().to_owned());
    let sample = &paragraphs[..paragraphs.len().min(SAMPLE)];
    let (spacing, rtl) = (spacing(sample), is_rtl(&text, sample));
    Article { title, published: None, text, paragraphs, spacing, rtl }
}

/// What a line looks like, as far as headings go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Blank,
    /// Short and not closed by a full stop or the like.
    Open,
    Other,
}

impl Shape {
    fn of(line: &str) -> Self {
        match line.trim() {
            "" => Self::Blank,
            words if is_short(words) && ends_open(words) => Self::Open,
            _ => Self::Other,
        }
    }
}

/// An open line before running text is a heading, the first of all is the title. Without running text below it, it is
/// a line of verse, of a list or of a table; only the title may also stand before a blank line.
fn kinds(shapes: &[Shape]) -> Vec<ParagraphKind> {
    let mut kinds = vec![ParagraphKind::Body; shapes.len()];
    let mut next_with_words = Shape::Blank;
    for (index, shape) in shapes.iter().enumerate().rev() {
        let above = index.checked_sub(1).map_or(Shape::Blank, |above| shapes[above]);
        match shape {
            Shape::Blank => kinds[index] = ParagraphKind::Blank,
            Shape::Open if next_with_words == Shape::Other && above != Shape::Open => {
                kinds[index] = ParagraphKind::Heading;
            }
            Shape::Open | Shape::Other => {}
        }
        if *shape != Shape::Blank {
            next_with_words = *shape;
        }
    }
    if let Some(first) = shapes.iter().position(|shape| *shape != Shape::Blank) {
        let before_blank = shapes.get(first + 1) == Some(&Shape::Blank) && shapes[first] == Shape::Open;
        if kinds[first] == ParagraphKind::Heading || before_blank {
            kinds[first] = ParagraphKind::Title;
        }
    }
    kinds
}

fn is_short(words: &str) -> bool {
    // A character of Arabic takes two bytes, so that most paragraphs need not be counted.
    words.len() <= 4 * HEADING && words.chars().count() <= HEADING
}

/// Whether a line ends like a heading: in a letter, a digit, a closing bracket or a question.
fn ends_open(words: &str) -> bool {
    let Some(last) = words.chars().next_back() else { return false };
    last.is_alphanumeric() || matches!(last, '?' | '\u{061F}' | '!' | '"' | '\'' | '\u{00BB}' | '\u{201D}' | ')')
}

/// Whether the paragraphs that run from right to left hold at least half of the text.
fn is_rtl(text: &str, sample: &[Paragraph]) -> bool {
    let bytes = |paragraphs: &mut dyn Iterator<Item = &Paragraph>| -> usize {
        paragraphs.map(|paragraph| paragraph.end - paragraph.start).sum()
    };
    let rtl = bytes(&mut sample.iter().filter(|paragraph| reads_rtl(&text[paragraph.start..paragraph.end], true)));
    2 * rtl >= bytes(&mut sample.iter())
}

fn spacing(sample: &[Paragraph]) -> Spacing {
    if sample.iter().any(|paragraph| paragraph.kind == ParagraphKind::Blank) {
        return Spacing::Written;
    }
    let bytes: usize = sample.iter().map(|paragraph| paragraph.end - paragraph.start).sum();
    if bytes > RUNNING * sample.len() { Spacing::Apart } else { Spacing::Written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[ParagraphKind]) {
        let kinds: Vec<ParagraphKind> = plain(text).paragraphs().iter().map(|paragraph| paragraph.kind).collect();
        assert_eq!(kinds, expected, "{text:?}");
    }

    #[test]
    fn headings_stand_before_running_text() {
        use ParagraphKind::{Blank, Body, Heading, Title};
        let long = "word ".repeat(40) + ".";
        check(&format!("A title\n{long}"), &[Title, Body]);
        check(&format!("A sentence.\n{long}"), &[Body, Body]);
        check(&format!("{long}\nA heading\n{long}"), &[Body, Heading, Body]);
        check(&format!("\nA title\n\nA heading\n\n{long}"), &[Blank, Title, Blank, Heading, Blank, Body]);
        check("verse one\nverse two\nverse three", &[Body, Body, Body]);
        check("", &[]);
    }

    #[test]
    fn paragraphs_without_blank_lines_are_set_apart() {
        let long = "word ".repeat(40);
        assert_eq!(plain(format!("{long}\n{long}")).spacing(), Spacing::Apart);
        assert_eq!(plain(format!("{long}\n\n{long}")).spacing(), Spacing::Written);
        assert_eq!(plain("short\nlines").spacing(), Spacing::Written);
    }
}
