//! Text made to break layout: every row stays in its width, nothing reaches a terminal but printable cells, and time grows
//! with length.

use std::time::{Duration, Instant};

use qari::text::{Levels, Paragraph, Settings, Width, segment};

const WIDTH: Width = Width(80);
/// Far more than any of these takes, far less than something quadratic would.
const LIMIT: Duration = Duration::from_secs(20);

/// Lays out a paragraph exactly, as `qari render` does, and tells how many rows it takes.
#[track_caller]
fn check(text: &str) -> usize {
    let start = Instant::now();
    let mut rows = 0;
    for settings in [Settings::default(), Settings::strict(Settings::default().base)] {
        let levels = Levels::of(text, &settings);
        rows = 0;
        for index in 0..segment::count(text) {
            let part = Paragraph::exact_segment(text, segment::span(text, index), &settings, &levels);
            for line in part.lines(WIDTH) {
                rows += 1;
                let last = line.cells.last().map_or(0, |cell| cell.columns().end.0);
                assert!(last <= WIDTH.0, "a row of {last}");
                for cell in &line.cells {
                    assert!(cell.text.chars().count() <= 34, "{} characters in a cell", cell.text.chars().count());
                    assert!(!cell.text.chars().any(is_dangerous), "{:?}", cell.text);
                }
            }
        }
    }
    assert!(start.elapsed() < LIMIT, "it took {:?}", start.elapsed());
    rows
}

/// Controls and bidi controls.
fn is_dangerous(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn floods_of_marks_and_invisible_characters() {
    assert_eq!(check(&format!("\u{0628}{}\u{062A}", "\u{064E}\u{0651}".repeat(5_000))), 1);
    assert_eq!(check(&"\u{200B}\u{200C}\u{2060}\u{FEFF}\u{00AD}\u{034F}\u{061C}\u{200E}\u{200F}".repeat(2_000)), 1);
    assert_eq!(check(&format!("x{}", "\u{FE0F}\u{FE0E}\u{E0100}".repeat(3_000))), 1);
    check(&format!("\u{0628}{}\u{0628}", "\u{200D}".repeat(100_000)));
    check(&"\u{1F468}\u{200D}".repeat(500));
    check(&"\u{064B}\u{064C}".repeat(200));
}

#[test]
fn depths_of_embeddings_isolates_and_brackets() {
    check(&format!("{}abc{}", "\u{202B}\u{202A}".repeat(5_000), "\u{202C}".repeat(10_000)));
    check(&format!("{}abc{}", "\u{2067}\u{2066}".repeat(5_000), "\u{2069}".repeat(10_000)));
    check(&format!("{}\u{0628}", "\u{2068}".repeat(50_000)));
    check(&format!("{}\u{0628}a{}", "(".repeat(20_000), ")".repeat(20_000)));
    check(&"(\u{0628}) [a] ".repeat(20_000));
    check(&"\u{202C}\u{2069}".repeat(5_000));
}

#[test]
fn lengths_of_words_runs_and_blanks() {
    assert_eq!(check(&"\u{0644}\u{0627}".repeat(8_000)), 100);
    check(&"a\u{0628}".repeat(50_000));
    check(&"x".repeat(100_000));
    check(&" ".repeat(100_000));
    check(&"\t".repeat(20_000));
    check(&"%".repeat(100_000));
    check(&"1,".repeat(50_000));
    check(&"-+".repeat(50_000));
    check(&"`".repeat(50_000));
    check(&"\u{06DD}".repeat(20_000));
    check(&"\u{FDFD}".repeat(2_000));
}

#[test]
fn every_character_there_is() {
    let all: Vec<char> = (0..=0x10_FFFF).filter_map(char::from_u32).filter(|c| *c != '\n' && *c != '\r').collect();
    for some in all.chunks(4096) {
        check(&some.iter().collect::<String>());
    }
}
