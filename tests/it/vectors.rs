//! Lines whose levels and visual order two independent engines agree on, made for this project: hand-made cases and
//! random ones.

use qari::text::{BaseDirection, ByteSpan, Paragraph, Settings, Width};
use serde::Deserialize;

use crate::data;

/// A paragraph, one line of it, and what both should come out as.
#[derive(Deserialize)]
struct Vector {
    kind: String,
    text: String,
    dir: String,
    /// First and last character of the line, half open.
    line: (usize, usize),
    base: u8,
    /// A level a character, none for those that X9 removes.
    levels: Vec<Option<u8>>,
    /// What stands on the line from left to right, invisible characters left out.
    visual: String,
}

impl Vector {
    fn settings(&self) -> Settings {
        Settings::strict(match self.dir.as_str() {
            "rtl" => BaseDirection::Rtl,
            "ltr" => BaseDirection::Ltr,
            _ => BaseDirection::Auto { fallback_rtl: false },
        })
    }

    fn offset(&self, character: usize) -> usize {
        self.text.char_indices().nth(character).map_or(self.text.len(), |(at, _)| at)
    }

    fn check(&self) -> Result<(), String> {
        let paragraph = Paragraph::new(&self.text, &self.settings());
        if paragraph.is_rtl() != (self.base == 1) {
            return Err("direction".to_owned());
        }
        let clusters: Vec<(ByteSpan, u8)> = paragraph.visual_order(ByteSpan::new(0, self.text.len()));
        for (level, (at, c)) in self.levels.iter().zip(self.text.char_indices()) {
            let found = clusters.iter().find(|(span, _)| span.range().contains(&at)).map(|(_, level)| *level);
            if level.is_some() && *level != found {
                return Err(format!("level of U+{:04X} at {at} is {found:?}, not {level:?}", c as u32));
            }
        }
        let span = ByteSpan::new(self.offset(self.line.0), self.offset(self.line.1));
        let line = paragraph.row(span, Width(4000));
        let visual: String = line.cells.iter().flat_map(|cell| cell.text.chars()).filter(|c| is_compared(*c)).collect();
        let expected: String = self.visual.chars().filter(|c| is_compared(*c)).collect();
        if visual.trim() != expected.trim() {
            return Err(format!("\n  {}\nnot\n  {}", code_points(&visual), code_points(&expected)));
        }
        Ok(())
    }
}

/// What holds a lone mark and what only chooses a glyph is not part of the vectors; a tab is drawn as blanks.
fn is_compared(c: char) -> bool {
    !matches!(c, '\u{25CC}' | '\u{200D}' | '\u{FE0E}' | '\u{FE0F}' | '\t' | ' ')
}

fn code_points(text: &str) -> String {
    text.chars().map(|c| format!("{:04X} ", c as u32)).collect()
}

#[test]
fn every_vector_comes_out_as_expected() {
    let lines = data::read("bidi-vectors.jsonl");
    let vectors: Vec<Vector> = lines.lines().map(|line| serde_json::from_str(line).expect("a vector")).collect();
    assert_eq!(vectors.len(), 3093);
    let failures: Vec<String> = vectors
        .iter()
        .filter_map(|vector| {
            let problem = vector.check().err()?;
            Some(format!("{} {}: {problem}", vector.kind, code_points(&vector.text)))
        })
        .collect();
    assert!(
        failures.is_empty(),
        "{} failures, the first of them:\n{}",
        failures.len(),
        failures[..failures.len().min(8)].join("\n")
    );
}
