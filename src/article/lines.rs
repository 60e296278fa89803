//! Where paragraphs begin and end: the line ends of plain text.

use std::ops::Range;

use memchr::memmem;

/// The lines of `text` in order, each without its line end: LF, CR LF, CR, or one of the rarer ones that UAX #14 breaks
/// a line at in any case (VT, FF, U+0085, U+2028, U+2029).
///
/// A line end at the very end of the text does not open another line.
pub fn spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    // One quick look at the whole spares the search for the rare ones in every line.
    let find = if has_rare_end(text) { any_end } else { common_end };
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let rest = &text[start..];
        let Range { start: length, end: next } = find(rest).unwrap_or(rest.len()..rest.len());
        let line = start..start + length;
        start += next;
        Some(line)
    })
}

/// The bytes of the first line end in `rest`.
fn common_end(rest: &str) -> Option<Range<usize>> {
    let at = memchr::memchr2(b'\n', b'\r', rest.as_bytes())?;
    let length = if rest[at..].starts_with("\r\n") { 2 } else { 1 };
    Some(at..at + length)
}

fn any_end(rest: &str) -> Option<Range<usize>> {
    let (at, found) =
        rest.char_indices().find(|(_, c)| matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}'))?;
    let length = if rest[at..].starts_with("\r\n") { 2 } else { found.len_utf8() };
    Some(at..at + length)
}

fn has_rare_end(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2(0x0B, 0x0C, bytes).is_some()
        || ["\u{85}", "\u{2028}", "\u{2029}"].iter().any(|end| memmem::find(bytes, end.as_bytes()).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = spans(text).map(|span| &text[span]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_line_end_counts_once() {
        check("", &[]);
        check("a", &["a"]);
        check("a\n", &["a"]);
        check("a\r\nb\rc\n\nd", &["a", "b", "c", "", "d"]);
        check("a\u{B}b\u{C}c\u{85}d\u{2028}e\u{2029}f\r\ng\r", &["a", "b", "c", "d", "e", "f", "g"]);
    }
}
