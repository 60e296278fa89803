//! Reading mode: what is set otherwise than UAX #9 alone would have it, and that the source never notices.

use qari::text::{BaseDirection, ByteSpan, Harakat, Justify, Line, Paragraph, Settings, Shaping, Sides, Verse, Width};

/// Words of Arabic letters to put round the things looked at.
const WORD: &str = "\u{0631}\u{0642}\u{0645}";
const ARTICLE: &str = include_str!("../../assets/article.txt");

fn visual(line: &Line) -> String {
    line.cells.iter().map(|cell| cell.text.as_str()).collect()
}

fn one_line(text: &str, settings: &Settings) -> Line {
    let lines = Paragraph::new(text, settings).lines(Width(200));
    assert_eq!(lines.len(), 1);
    lines.into_iter().next().expect("a line")
}

/// `inside` stands in an Arabic sentence as `expected`, from left to right.
#[track_caller]
fn check(inside: &str, expected: &str) {
    let line = one_line(&format!("{WORD} {inside} {WORD}"), &Settings::default());
    assert!(line.rtl);
    assert!(visual(&line).contains(expected), "{:?}", visual(&line));
}

#[test]
fn islands_are_read_from_the_left_and_ranges_from_the_right() {
    for island in
        ["02-123-456", "2024-05-01", "+966 50 123 4567", "https://example.com/a/?b=1", "/usr/bin/", "C++", "--help"]
    {
        check(island, island);
    }
    check("10-20", "20-10");
    check("(C++)", "(C++)");
    check("12/05/2024", "12/05/2024");
}

#[test]
fn a_paragraph_that_opens_with_an_address_is_arabic_all_the_same() {
    assert!(Paragraph::new(&format!("https://example.com {WORD}"), &Settings::default()).is_rtl());
    assert!(!Paragraph::new(&format!("Linux {WORD}"), &Settings::default()).is_rtl());
    let strict = Settings::strict(BaseDirection::Auto { fallback_rtl: true });
    assert!(!Paragraph::new(&format!("https://example.com {WORD}"), &strict).is_rtl());
}

#[test]
fn signs_are_written_out_and_keep_their_bytes() {
    let line = one_line(&format!("{WORD} \u{FDFA} {WORD}"), &Settings::default());
    let sign = ByteSpan::new(WORD.len() + 1, WORD.len() + 1 + '\u{FDFA}'.len_utf8());
    assert_eq!(line.columns(sign).iter().map(|run| run.width().0).collect::<Vec<_>>(), [18]);
    check("\u{06DD}\u{0661}\u{0662}", "\u{FD3E}\u{0661}\u{0662}\u{FD3F}");
    check("\u{06DD}", "\u{FD3E}\u{FD3F}");
}

#[test]
fn hidden_harakat_are_hidden_from_the_eye_only() {
    let text = "\u{0643}\u{064E}\u{062A}\u{064E}\u{0628}\u{064E} \u{0644}\u{064E}\u{0627}";
    let settings = Settings { harakat: Harakat::Hidden, ..Settings::default() };
    let (hidden, shown) = (one_line(text, &settings), one_line(text, &Settings::default()));
    assert!(visual(&shown).contains('\u{064E}') && !visual(&hidden).contains('\u{064E}'));
    let spans = |line: &Line| line.cells.iter().map(|cell| cell.span).collect::<Vec<_>>();
    assert_eq!(spans(&hidden), spans(&shown));
}

#[test]
fn without_forms_letters_are_as_written() {
    let settings = Settings { shaping: Shaping::None, ..Settings::default() };
    assert_eq!(visual(&one_line("\u{0633}\u{0644}\u{0627}\u{0645}", &settings)), "\u{0645}\u{0627}\u{0644}\u{0633}");
}

#[test]
fn short_latin_paragraphs_stand_at_the_articles_side_and_long_ones_at_their_own() {
    let words = |count: usize| vec!["word"; count].join(" ");
    let settings = Settings { base: BaseDirection::Auto { fallback_rtl: true }, ..Settings::default() };
    let first_column = |text: &str, settings: &Settings| {
        let lines = Paragraph::new(text, settings).lines(Width(22));
        lines[0].cells[0].column.0
    };
    assert!(first_column(&words(5), &settings) > 0);
    assert_eq!(first_column(&words(20), &settings), 0);
    assert!(first_column(&format!("- {}", words(20)), &settings) > 0);
    assert!(first_column(&format!("12. {}", words(20)), &settings) > 0);
    assert_eq!(first_column(&words(5), &Settings { sides: Sides::ByDirection, ..settings }), 0);
}

#[test]
fn verses_stand_in_two_columns() {
    let half = [WORD; 4].join(" ");
    let settings = Settings::default();
    for caesura in ["   ", "\t", " *** ", " .... ", "\u{2003}\u{2003}", " \u{2026}\u{2026} "] {
        let line = one_line(&format!("{half}{caesura}{half}"), &settings);
        let lines = Paragraph::new(&format!("{half}{caesura}{half}"), &settings).lines(Width(60));
        assert_eq!((lines.len(), line.cells.len() > 1), (1, true));
        let right_ends: Vec<u16> = [0, half.len() + caesura.len()]
            .iter()
            .map(|at| lines[0].columns(ByteSpan::new(*at, at + 2))[0].end.0)
            .collect();
        assert_eq!(right_ends, [60, 29], "{caesura:?}");
    }
    let list = format!("{WORD} .......... 12");
    assert_eq!(one_line(&list, &settings), one_line(&list, &Settings { verse: Verse::AsWritten, ..settings }));
}

/// What a line shows, with kashida taken out and spaces as they were.
fn relaxed(line: &Line) -> Vec<(ByteSpan, String)> {
    let cells = line.cells.iter().filter(|cell| cell.text != "\u{0640}" || cell.span.len() > 8);
    let cells =
        cells.map(|cell| (cell.span, if cell.text.trim().is_empty() { " ".to_owned() } else { cell.text.to_string() }));
    cells.collect()
}

#[test]
fn justified_lines_are_even_and_hold_the_same() {
    for width in [60, 72, 80].map(Width) {
        for justify in [Justify::Spaces, Justify::Kashida] {
            let (mut even, mut ragged, mut kashida) = (0, 0, 0);
            for text in ARTICLE.lines() {
                let plain = Paragraph::new(text, &Settings::default()).lines(width);
                let lines = Paragraph::new(text, &Settings { justify, ..Settings::default() }).lines(width);
                assert_eq!(lines.len(), plain.len());
                for (index, (line, plain)) in lines.iter().zip(&plain).enumerate() {
                    assert_eq!((line.span, relaxed(line)), (plain.span, relaxed(plain)));
                    let is_last = index + 1 == lines.len();
                    let used: u16 = line.cells.iter().map(|cell| u16::from(cell.width)).sum();
                    even += usize::from(!is_last && used == width.0);
                    ragged += usize::from(!is_last && used < width.0);
                    kashida += line.cells.iter().filter(|cell| cell.text == "\u{0640}").count();
                    assert!(!is_last || line == plain);
                }
            }
            assert!(even > 10 && ragged == 0, "{even} even, {ragged} ragged");
            assert_eq!(kashida > 0, justify == Justify::Kashida);
        }
    }
}
