//! Any text, setting and width: no panic, lines that tile the text and fit, columns that lead back.
#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use qari::text::{
    BaseDirection, ByteSpan, Column, Harakat, Islands, Justify, Levels, Paragraph, Settings, Shaping, Sides, Signs, Verse,
    Width, single_line, width_of,
};

#[derive(Debug, Arbitrary)]
struct Input {
    base: u8,
    choices: u8,
    justify: u8,
    width: u16,
    text: String,
}

impl Input {
    fn settings(&self) -> Settings {
        let chosen = |bit: u8| self.choices & (1 << bit) != 0;
        Settings {
            base: match self.base % 4 {
                0 => BaseDirection::Auto { fallback_rtl: true },
                1 => BaseDirection::Auto { fallback_rtl: false },
                2 => BaseDirection::Ltr,
                _ => BaseDirection::Rtl,
            },
            shaping: if chosen(0) { Shaping::Forms } else { Shaping::None },
            islands: if chosen(1) { Islands::Isolated } else { Islands::AsWritten },
            signs: if chosen(2) { Signs::Expanded } else { Signs::AsWritten },
            harakat: if chosen(3) { Harakat::Hidden } else { Harakat::AsWritten },
            justify: [Justify::Off, Justify::Spaces, Justify::Kashida][usize::from(self.justify % 3)],
            sides: if chosen(4) { Sides::ByArticle } else { Sides::ByDirection },
            verse: if chosen(5) { Verse::Columns } else { Verse::AsWritten },
        }
    }
}

fuzz_target!(|input: Input| {
    let settings = input.settings();
    let (text, width) = (input.text.as_str(), Width(input.width % 200 + 1));
    let paragraph = Paragraph::new(text, &settings);
    let lines = paragraph.lines(width);
    let mut next = 0;
    for line in &lines {
        assert_eq!(line.span.start.0, next);
        next = line.span.end.0;
        for cell in &line.cells {
            assert!(cell.columns().end.0 <= width.0);
            assert_eq!(line.hit(cell.column), Some(cell.span));
            assert!(!cell.text.chars().any(char::is_control));
        }
        assert!(line.hit(Column(width.0)).is_none());
    }
    assert_eq!(next, text.len());
    let all = ByteSpan::new(0, text.len());
    let exact = Paragraph::exact_segment(text, all, &settings, &Levels::of(text, &settings));
    assert_eq!(exact.lines(width), lines);
    let measured = width_of(text, &settings);
    let row = single_line(text, Width(measured.0.max(1)), &settings);
    assert_eq!(row.cells.iter().map(|cell| u32::from(cell.width)).sum::<u32>(), u32::from(measured.0));
});
