//! Left-to-right islands: stretches that are read from the left wherever they stand, and that the bidi classes alone would
//! scramble after an Arabic word: addresses, phone numbers, ISO dates, paths, code.
//!
//! They are laid out as if LRI and PDI stood round them, which UAX #9 allows a higher-level protocol (HL3). A plain range (10-20)
//! is not one: it is read from the right.

use std::ops::Range;

use super::{
    ByteSpan, bidi,
    props::{self, Grapheme},
    settings::{Islands, Settings},
};

/// The islands of `span` in order. They do not touch each other.
pub(crate) fn find(text: &str, span: ByteSpan, settings: &Settings) -> Vec<ByteSpan> {
    let mut found = Vec::new();
    if settings.islands == Islands::AsWritten {
        return found;
    }
    let part = span.of(text);
    let mut at = 0;
    while let Some(token) = next_token(part, at) {
        at = token.end;
        let word = &part[token.clone()];
        let island = if word.starts_with('`') {
            code(&part[token.start..])
        } else {
            number(&part[token.start..]).or_else(|| address(word))
        };
        if let Some(island) = island {
            let island = token.start + island.start..with_marks(part, token.start + island.end);
            at = at.max(island.end);
            found.push(ByteSpan::new(span.start.0 + island.start, span.start.0 + island.end));
        }
    }
    found
}

/// The end of an island that would end at `end`, moved behind the marks on its last character: no border parts a cluster.
fn with_marks(part: &str, end: usize) -> usize {
    let mut marked = end;
    for (at, c) in part[end..].char_indices() {
        let props = props::of(c);
        if props.grapheme != Grapheme::Extend && (!props.is_invisible() || props.is_directional()) {
            break;
        }
        // What X9 removes may be the end of an embedding that began before the island.
        if !bidi::is_removed(props.bidi) {
            marked = end + at + c.len_utf8();
        }
    }
    marked
}

/// The next stretch without blanks that holds something an island could be made of: a Latin letter or digit, or the sign
/// of a number in other digits.
fn next_token(part: &str, from: usize) -> Option<Range<usize>> {
    let bytes = part.as_bytes();
    let promising = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-');
    let found = from + bytes[from..].iter().position(promising)?;
    let start = bytes[from..found].iter().rposition(u8::is_ascii_whitespace).map_or(from, |blank| from + blank + 1);
    let end = bytes[found..].iter().position(u8::is_ascii_whitespace).map_or(bytes.len(), |length| found + length);
    Some(start..end)
}

/// Inline code between two backticks, which may hold blanks.
fn code(rest: &str) -> Option<Range<usize>> {
    let inside = &rest[1..];
    let length = inside.find('`').filter(|length| *length > 0)?;
    let words = &inside[..length];
    let is_code = words.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    (is_code && words.bytes().any(|byte| byte.is_ascii_alphabetic())).then_some(1..1 + length)
}

/// An address, a path, an option, a name with signs: ASCII with a letter, and at one of its ends something else, which
/// would drift away from it. An address is one whatever its ends: it must not decide a paragraph's direction.
fn address(token: &str) -> Option<Range<usize>> {
    let run = ascii_run(token)?;
    let core = trim(token, run);
    let words = &token[core.clone()];
    let first = words.bytes().next()?;
    let last = words.bytes().last()?;
    let has_letter = words.bytes().any(|byte| byte.is_ascii_alphabetic());
    let drifts = !first.is_ascii_alphabetic() || !last.is_ascii_alphanumeric();
    let is_plain = words.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_address = words.contains("://") || words.starts_with("www.") || words[1..].contains('@');
    (has_letter && (drifts || is_address) && !is_plain).then_some(core)
}

/// The longest stretch of visible ASCII in a token.
fn ascii_run(token: &str) -> Option<Range<usize>> {
    let mut longest = 0..0;
    let mut start = 0;
    for (at, c) in token.char_indices().chain([(token.len(), '\u{FFFD}')]) {
        if !c.is_ascii_graphic() {
            if at - start > longest.len() {
                longest = start..at;
            }
            start = at + c.len_utf8();
        }
    }
    (!longest.is_empty()).then_some(longest)
}

/// Takes off what belongs to the sentence: quotes, brackets round the whole, final stops, and signs that stand between
/// the run and a letter of another script.
fn trim(token: &str, run: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = run;
    let is_sign = |c: char| !c.is_ascii_alphanumeric();
    if token[..start].chars().next_back().is_some_and(char::is_alphanumeric) {
        start += token[start..end].find(|c| !is_sign(c)).unwrap_or(0);
    }
    if token[end..].chars().next().is_some_and(char::is_alphanumeric) {
        end = start + token[start..end].trim_end_matches(is_sign).len();
    }
    loop {
        let words = &token[start..end];
        let (Some(first), Some(last)) = (words.chars().next(), words.chars().next_back()) else { break };
        let closes = |open: char| words.matches(closing(open)).count() >= words.matches(open).count();
        if matches!(first, '(' | '[' | '{' | '<') && (last == closing(first) || !closes(first)) {
            start += 1;
            end -= usize::from(words.len() > 1 && last == closing(first));
        } else if matches!(first, '"' | '\'' | '*' | '`') {
            start += 1;
        } else if matches!(last, '"' | '\'' | '*' | '`' | ',' | ';' | ':' | '!' | '?' | '.')
            || matches!(last, ')' | ']' | '}' | '>') && !words.contains(opening(last))
        {
            end -= 1;
        } else {
            break;
        }
    }
    start..end
}

fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        _ => '>',
    }
}

fn opening(close: char) -> char {
    match close {
        ')' => '(',
        ']' => '[',
        '}' => '{',
        _ => '<',
    }
}

/// A phone number, an ISO date or another number in three or more groups: +966 50 123 4567, 02-123-456, 2024-05-01.
fn number(rest: &str) -> Option<Range<usize>> {
    let start = rest
        .find(|c| c == '+' || is_digit(c))
        .filter(|start| rest[..*start].chars().all(|c| matches!(c, '(' | '"')))?;
    let plus = rest[start..].starts_with('+');
    let groups = Groups::read(&rest[start + usize::from(plus)..], plus)?;
    let end = start + usize::from(plus) + groups.length;
    if rest[end..].chars().next().is_some_and(|next| next.is_alphanumeric() && !is_digit(next)) {
        return None;
    }
    let is_phone = plus && groups.digits >= 7
        || groups.hyphens >= 2
        || groups.hyphens == 1 && groups.leads_with_zero && groups.digits >= 7;
    is_phone.then_some(start..end)
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}')
}

/// Groups of digits with a hyphen between them, or also a blank in an international number.
#[derive(Default)]
struct Groups {
    /// Bytes from the first digit to the last.
    length: usize,
    digits: usize,
    hyphens: usize,
    leads_with_zero: bool,
}

impl Groups {
    fn read(rest: &str, blanks: bool) -> Option<Self> {
        let mut groups = Self::default();
        let mut separator = None;
        for (at, c) in rest.char_indices() {
            if is_digit(c) {
                groups.hyphens += usize::from(separator == Some('-'));
                groups.leads_with_zero |= groups.digits == 0 && matches!(c, '0' | '\u{0660}' | '\u{06F0}');
                groups.digits += 1;
                groups.length = at + c.len_utf8();
                separator = None;
            } else if separator.is_none() && at > 0 && (c == '-' || blanks && c == ' ') {
                separator = Some(c);
            } else {
                break;
            }
        }
        (groups.digits > 0).then_some(groups)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::BaseDirection;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let settings = Settings { base: BaseDirection::Rtl, ..Settings::default() };
        let found: Vec<&str> =
            find(text, ByteSpan::new(0, text.len()), &settings).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn addresses_paths_and_options() {
        check("see https://example.com/a/b?x=1&y=2/ now", &["https://example.com/a/b?x=1&y=2/"]);
        check("(https://example.com/), then", &["https://example.com/"]);
        check("/usr/bin/ls and C:\\dir\\ and ~/x", &["/usr/bin/ls", "C:\\dir\\", "~/x"]);
        check("C++ C# .NET --help @name", &["C++", "C#", ".NET", "--help", "@name"]);
        check("printf(), \"quoted\", (bracketed), Linux.", &["printf()"]);
        check("run `git log -p` now", &["git log -p"]);
        check("plain words 12 50% 3.14 10-20 5G", &[]);
        check("\u{0648}-USB", &[]);
        check("~/cafe\u{0301} ~&A\u{1B40}%", &["~/cafe\u{0301}", "~&A\u{1B40}"]);
    }

    #[test]
    fn numbers_in_groups() {
        check("02-123-456 2024-05-01 978-3-16-148410-0", &["02-123-456", "2024-05-01", "978-3-16-148410-0"]);
        check("+966 50 123 4567.", &["+966 50 123 4567"]);
        check("(+966-50-123-4567)", &["+966-50-123-4567"]);
        check(
            "\u{0660}\u{0662}-\u{0661}\u{0662}\u{0663}-\u{0664}",
            &["\u{0660}\u{0662}-\u{0661}\u{0662}\u{0663}-\u{0664}"],
        );
        check("011-4567890 10-20 1990-2020 12/05/2024 -5 +5", &["011-4567890"]);
    }
}
