//! Sentences of a paragraph.

use crate::text::ByteSpan;

/// Where the sentences of a paragraph lie, without the blanks around them, in reading order.
///
/// A sentence ends after a full stop, question or exclamation mark, with the quotes and brackets that close after it,
/// before a blank or the end. The stop of an abbreviation, a single letter before it, ends none.
pub fn sentences(text: &str) -> impl Iterator<Item = ByteSpan> + '_ {
    let mut rest = 0usize;
    std::iter::from_fn(move || {
        let start = rest + leading_blanks(&text[rest..]);
        if start >= text.len() {
            return None;
        }
        rest = end_of_sentence(text, start);
        let trimmed = text[start..rest].trim_end().len();
        Some(ByteSpan::new(start, start + trimmed))
    })
}

/// The sentence of `text` that holds the start of `span`; all of `text` where there is none.
#[must_use]
pub fn sentence_around(text: &str, span: ByteSpan) -> ByteSpan {
    sentences(text)
        .take_while(|sentence| sentence.start <= span.start)
        .find(|sentence| sentence.contains(span.start))
        .unwrap_or(ByteSpan::new(0, text.len()))
}

fn leading_blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// One past the end of the sentence that begins at `start`.
fn end_of_sentence(text: &str, start: usize) -> usize {
    let mut ended = false;
    for (at, character) in text[start..].char_indices() {
        if ended && character.is_whitespace() {
            return start + at;
        }
        ended = match character {
            '.' | '\u{06D4}' => !is_abbreviation(&text[..start + at]),
            '?' | '!' | '\u{061F}' | '\u{2026}' => true,
            _ => ended && closes(character),
        };
    }
    text.len()
}

/// Whether the text before a stop ends in a word of one letter.
fn is_abbreviation(before: &str) -> bool {
    let mut letters = before.chars().rev().map(char::is_alphabetic);
    letters.next() == Some(true) && letters.next() != Some(true)
}

/// Quotes and brackets that may stand between the stop and the blank.
fn closes(character: char) -> bool {
    matches!(
        character,
        '"' | '\'' | ')' | ']' | '\u{00BB}' | '\u{00AB}' | '\u{201C}' | '\u{201D}' | '\u{2019}' | '\u{FD3E}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).map(|sentence| sentence.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_end_sentences() {
        check(
            "One two. Three\u{061F} \u{00AB}Four.\u{00BB} Five",
            &["One two.", "Three\u{061F}", "\u{00AB}Four.\u{00BB}", "Five"],
        );
        check("It rose 4.5 points. Fell", &["It rose 4.5 points.", "Fell"]);
        check("\u{062F}. \u{0639}\u{0644}\u{064A}", &["\u{062F}. \u{0639}\u{0644}\u{064A}"]);
        check("  ", &[]);
        check("Wait... what", &["Wait...", "what"]);
    }

    #[test]
    fn the_sentence_around_a_word() {
        let text = "One two. Three four. Five";
        let at = text.find("four").expect("a needle");
        assert_eq!(sentence_around(text, ByteSpan::new(at, at + 4)).of(text), "Three four.");
        assert_eq!(sentence_around("", ByteSpan::new(5, 9)), ByteSpan::new(0, 0));
    }
}
