//! UAX #9 against BidiTest.txt and BidiCharacterTest.txt of Unicode 17.0, through the engine's own path: levels and order.

use qari::text::{BaseDirection, ByteSpan, Paragraph, Settings};

use crate::data;

/// One paragraph, and for each of its characters the level, none for those that X9 removes; the order names those that
/// are left from left to right.
struct Case<'a> {
    text: &'a str,
    base: BaseDirection,
    levels: &'a [Option<u8>],
    order: &'a [usize],
}

impl Case<'_> {
    fn fails(&self) -> bool {
        let paragraph = Paragraph::new(self.text, &Settings::strict(self.base));
        let offsets: Vec<usize> = self.text.char_indices().map(|(at, _)| at).collect();
        let index_of = |at: usize| offsets.binary_search(&at).expect("a character border");
        let clusters = paragraph.visual_order(ByteSpan::new(0, self.text.len()));
        let mut drawn = Vec::new();
        for (span, level) in clusters {
            let characters = index_of(span.start.0)..offsets.partition_point(|at| *at < span.end.0);
            let mut kept = characters.filter(|index| self.levels[*index].is_some()).peekable();
            drawn.extend(kept.peek().copied());
            if kept.any(|index| self.levels[index] != Some(level)) {
                return true;
            }
        }
        // What belongs to a cluster follows its base (L3), so only the first of each is looked for in the order.
        let expected = self.order.iter().copied().filter(|index| drawn.contains(index));
        !expected.eq(drawn.iter().copied())
    }
}

fn levels(words: &str) -> Vec<Option<u8>> {
    words.split_whitespace().map(|word| word.parse().ok()).collect()
}

fn order(words: &str) -> Vec<usize> {
    words.split_whitespace().map(|word| word.parse().expect("an index")).collect()
}

fn data_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).filter(|line| !line.is_empty())
}

/// A character of a bidi class.
fn sample(class: &str) -> char {
    match class {
        "L" => 'a',
        "R" => '\u{05D0}',
        "EN" => '0',
        "ES" => '+',
        "ET" => '#',
        "AN" => '\u{0660}',
        "CS" => ',',
        "B" => '\u{2029}',
        "S" => '\t',
        "WS" => ' ',
        "ON" => '!',
        "BN" => '\u{00AD}',
        "NSM" => '\u{0300}',
        "AL" => '\u{0628}',
        "LRO" => '\u{202D}',
        "RLO" => '\u{202E}',
        "LRE" => '\u{202A}',
        "RLE" => '\u{202B}',
        "PDF" => '\u{202C}',
        "LRI" => '\u{2066}',
        "RLI" => '\u{2067}',
        "FSI" => '\u{2068}',
        "PDI" => '\u{2069}',
        other => panic!("{other} is no bidi class"),
    }
}

#[test]
fn every_sequence_of_classes() {
    const AUTO: BaseDirection = BaseDirection::Auto { fallback_rtl: false };
    let file = data::read("ucd/BidiTest.txt");
    let (mut expected_levels, mut expected_order) = (Vec::new(), Vec::new());
    let (mut count, mut failures) = (0usize, Vec::new());
    for line in data_lines(&file) {
        if let Some(words) = line.strip_prefix("@Levels:") {
            expected_levels = levels(words);
        } else if let Some(words) = line.strip_prefix("@Reorder:") {
            expected_order = order(words);
        } else if let Some((classes, directions)) = line.split_once(';') {
            let text: String = classes.split_whitespace().map(sample).collect();
            let directions = u8::from_str_radix(directions.trim(), 16).expect("a bit set");
            for (bit, base) in [(1, AUTO), (2, BaseDirection::Ltr), (4, BaseDirection::Rtl)] {
                if directions & bit == 0 {
                    continue;
                }
                count += 1;
                let case = Case { text: &text, base, levels: &expected_levels, order: &expected_order };
                if case.fails() {
                    failures.push(format!("{classes} {base:?}"));
                }
            }
        }
    }
    assert_eq!(count, 770_241);
    assert!(failures.is_empty(), "{} fail, the first: {:?}", failures.len(), &failures[..failures.len().min(8)]);
}

#[test]
fn every_sequence_of_characters() {
    let file = data::read("ucd/BidiCharacterTest.txt");
    let (mut count, mut failures) = (0usize, Vec::new());
    for line in data_lines(&file) {
        let fields: Vec<&str> = line.split(';').collect();
        let code_point =
            |word: &str| u32::from_str_radix(word, 16).ok().and_then(char::from_u32).expect("a code point");
        let text: String = fields[0].split_whitespace().map(code_point).collect();
        let base = match fields[1] {
            "0" => BaseDirection::Ltr,
            "1" => BaseDirection::Rtl,
            _ => BaseDirection::Auto { fallback_rtl: false },
        };
        count += 1;
        if (Case { text: &text, base, levels: &levels(fields[3]), order: &order(fields[4]) }).fails() {
            failures.push(fields[0]);
        }
    }
    assert_eq!(count, 91_707);
    assert!(failures.is_empty(), "{} fail, the first: {:?}", failures.len(), &failures[..failures.len().min(8)]);
}
