//! Where paragraphs begin and end: the line ends of plain text.

use std::ops::Range;

/// The lines of `text` in order, each without its line end (LF, CR LF or CR).
///
/// A line end at the very end of the text does not open another line.
pub fn spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= bytes.len() {
            return None;
        }
        let rest = &bytes[start..];
        let length = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let line = start..start + length;
        let end_marks = if rest[length..].starts_with(b"\r\n") { 2 } else { 1 };
        start = line.end + end_marks;
        Some(line)
    })
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
    }
}
