//! Laws of layout that hold for any text, setting and width.

use std::ops::Range;

use proptest::{prelude::*, sample::select};
use qari::text::{
    BaseDirection, ByteSpan, Column, Harakat, Islands, Justify, Levels, Line, Paragraph, Settings, Shaping, Sides,
    Signs, Verse, Width, cluster_borders, segment, single_line, width_of,
};
use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo};

/// Pieces that text is made of here: words of several scripts, numbers, marks, signs, and everything that makes layout hard.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    "   ",
    "\u{0645}\u{0631}\u{062D}\u{0628}\u{0627}",
    "\u{0644}\u{0627}",
    "\u{0644}\u{064E}\u{0651}\u{0623}\u{064F}",
    "\u{0627}\u{0644}\u{0633}\u{0651}\u{064E}\u{0644}\u{0627}\u{0645}",
    "\u{0643}\u{0650}\u{062A}\u{0627}\u{0628}",
    "\u{067E}\u{0698}\u{06AF}\u{06CC}",
    "\u{0626}\u{06C7}\u{064A}\u{063A}\u{06C7}\u{0631}\u{0686}\u{06D5}",
    "\u{0641}\u{0649}",
    "\u{05E9}\u{05B8}\u{05C1}\u{05DC}\u{05D5}\u{05B9}\u{05DD}",
    "abc",
    "Linux",
    "12",
    "3.14",
    "\u{0661}\u{0662}",
    "\u{06F1}\u{06F4}",
    "50%",
    "$10",
    "10-20",
    "2024-05-01",
    "+966 50 123 4567",
    "https://example.com/a/?b=1",
    "user@example.com",
    "(",
    ")",
    "[",
    "]",
    "\u{00AB}",
    "\u{00BB}",
    "\"",
    "-",
    "\u{2014}",
    ".",
    "\u{060C}",
    "\u{061F}",
    "\u{2026}",
    "***",
    "`a b`",
    "\t",
    "\u{00A0}",
    "\u{2003}",
    "\u{0640}",
    "\u{064E}",
    "\u{0651}",
    "\u{0301}",
    "\u{200C}",
    "\u{200D}",
    "\u{200B}",
    "\u{00AD}",
    "\u{2060}",
    "\u{FEFF}",
    "\u{034F}",
    "\u{200E}",
    "\u{200F}",
    "\u{061C}",
    "\u{202A}",
    "\u{202B}",
    "\u{202C}",
    "\u{202D}",
    "\u{202E}",
    "\u{2066}",
    "\u{2067}",
    "\u{2068}",
    "\u{2069}",
    "\u{FDFA}",
    "\u{FDFD}",
    "\u{06DD}",
    "\u{0600}",
    "\u{08E2}",
    "\u{06DD}\u{0661}\u{0662}",
    "\u{FEB3}",
    "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F466}",
    "\u{1F1F8}\u{1F1E6}",
    "1\u{FE0F}\u{20E3}",
    "\u{1F44D}\u{1F3FF}",
    "\u{6F22}\u{5B57}",
    "\u{D55C}",
    "\u{1112}\u{1161}\u{11AB}",
    "\u{0915}\u{094D}\u{0937}\u{093F}",
    "\u{0E01}\u{0E33}",
    "&\u{1B40}",
    "--~&A\u{1B40}",
    "1/\u{0745}6",
    "\u{0903}",
    "\u{3164}",
    "\u{1B}",
    "\u{0}",
    "\u{9B}",
    "\u{2028}",
    "\u{FFFE}",
    "\u{E000}",
    "\u{0710}\u{0712}\u{0713}",
    "\u{078B}\u{07A8}",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Texts of characters on whose class all versions of the data agree.
fn plain_texts() -> impl Strategy<Value = String> {
    let pieces: Vec<&str> = PIECES.iter().copied().filter(|piece| *piece != "\u{FFFE}").collect();
    prop::collection::vec(select(pieces), 0..40).prop_map(|pieces| pieces.concat())
}

fn bases() -> impl Strategy<Value = BaseDirection> {
    select(vec![
        BaseDirection::Auto { fallback_rtl: true },
        BaseDirection::Auto { fallback_rtl: false },
        BaseDirection::Ltr,
        BaseDirection::Rtl,
    ])
}

fn settings() -> impl Strategy<Value = Settings> {
    let first = (
        bases(),
        select(vec![Shaping::Forms, Shaping::None]),
        select(vec![Islands::Isolated, Islands::AsWritten]),
        select(vec![Signs::Expanded, Signs::AsWritten]),
    );
    let second = (
        select(vec![Harakat::AsWritten, Harakat::Hidden]),
        select(vec![Justify::Off, Justify::Spaces, Justify::Kashida]),
        select(vec![Sides::ByArticle, Sides::ByDirection]),
        select(vec![Verse::Columns, Verse::AsWritten]),
    );
    (first, second).prop_map(|((base, shaping, islands, signs), (harakat, justify, sides, verse))| Settings {
        base,
        shaping,
        islands,
        signs,
        harakat,
        justify,
        sides,
        verse,
    })
}

fn used(line: &Line) -> Range<u16> {
    let start = line.cells.first().map_or(0, |cell| cell.column.0);
    let end = line.cells.last().map_or(start, |cell| cell.columns().end.0);
    start..end
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn clusters_partition_the_paragraph_and_order_permutes_them(text in texts(), base in bases()) {
        let settings = Settings::strict(base);
        let all = ByteSpan::new(0, text.len());
        let mut order = Paragraph::new(&text, &settings).visual_order(all);
        order.sort_by_key(|(span, _)| span.start);
        let mut next = 0;
        for (span, _) in order {
            prop_assert_eq!(span.start.0, next);
            prop_assert!(text.is_char_boundary(span.end.0) && !span.is_empty());
            next = span.end.0;
        }
        prop_assert_eq!(next, text.len());
    }

    #[test]
    fn lines_tile_the_paragraph_and_fit_the_width(text in texts(), settings in settings(), width in 1u16..90) {
        let lines = Paragraph::new(&text, &settings).lines(Width(width));
        prop_assert!(!lines.is_empty());
        let mut next = 0;
        for line in &lines {
            prop_assert_eq!(line.span.start.0, next);
            next = line.span.end.0;
            let mut column = used(line).start;
            for cell in &line.cells {
                prop_assert_eq!(cell.column.0, column);
                prop_assert!(cell.width > 0);
                prop_assert!(!cell.text.chars().any(char::is_control), "{:?}", cell.text);
                column += u16::from(cell.width);
            }
            prop_assert!(column <= width, "{} of {}", column, width);
        }
        prop_assert_eq!(next, text.len());
    }

    #[test]
    fn a_column_leads_to_its_source_and_back(text in texts(), settings in settings(), width in 1u16..90) {
        for line in Paragraph::new(&text, &settings).lines(Width(width)) {
            for cell in &line.cells {
                for column in cell.column.0..cell.columns().end.0 {
                    prop_assert_eq!(line.hit(Column(column)), Some(cell.span));
                }
                let caret = line.caret(cell.span.start).expect("a cell that shows the offset");
                prop_assert!(line.hit(caret).is_some_and(|span| span.contains(cell.span.start)));
            }
            prop_assert_eq!(line.hit(Column(used(&line).end)), None);
        }
    }

    #[test]
    fn a_highlight_covers_the_clusters_of_its_span_and_no_others(
        text in texts(), settings in settings(), width in 1u16..90, from in 0usize..60, length in 0usize..30,
    ) {
        let borders = cluster_borders(&text);
        let border = |index: usize| borders[index.min(borders.len() - 1)];
        let span = ByteSpan { start: border(from), end: border(from + length) };
        for line in Paragraph::new(&text, &settings).lines(Width(width)) {
            let lit: Vec<u16> = line.columns(span).iter().flat_map(|run| run.start.0..run.end.0).collect();
            let shown = line.cells.iter().filter(|cell| cell.span.overlaps(span));
            let expected: Vec<u16> = shown.flat_map(|cell| cell.column.0..cell.columns().end.0).collect();
            prop_assert_eq!(lit, expected);
        }
    }

    #[test]
    fn wrapping_at_the_width_that_was_used_changes_nothing(text in texts(), base in bases(), width in 2u16..90) {
        let paragraph_settings = Settings { sides: Sides::ByDirection, ..Settings::strict(base) };
        let paragraph = Paragraph::new(&text, &paragraph_settings);
        let lines = paragraph.lines(Width(width));
        let widest = lines.iter().map(|line| used(line).len() as u16).max().unwrap_or(0).max(2);
        let again = paragraph.lines(Width(widest));
        let spans = |lines: &[Line]| lines.iter().map(|line| line.span).collect::<Vec<_>>();
        prop_assert_eq!(spans(&lines), spans(&again));
    }

    #[test]
    fn levels_are_those_of_unicode_bidi(text in plain_texts(), rtl in any::<bool>()) {
        let (base, level) = if rtl { (BaseDirection::Rtl, Level::rtl()) } else { (BaseDirection::Ltr, Level::ltr()) };
        let info = ParagraphBidiInfo::new(&text, Some(level));
        let expected = info.reordered_levels(0..text.len());
        let all = ByteSpan::new(0, text.len());
        for (span, level) in Paragraph::new(&text, &Settings::strict(base)).visual_order(all) {
            let class = info.original_classes[span.start.0];
            let removed = matches!(class, BidiClass::BN | BidiClass::LRE | BidiClass::RLE | BidiClass::LRO | BidiClass::RLO | BidiClass::PDF);
            if !removed {
                prop_assert_eq!(level, expected[span.start.0].number(), "at {} of {:?}", span.start.0, text);
            }
        }
    }

    #[test]
    fn the_quick_path_and_the_whole_agree(text in texts(), settings in settings(), width in 1u16..90) {
        let all = ByteSpan::new(0, text.len());
        let exact = Paragraph::exact_segment(&text, all, &settings, &Levels::of(&text, &settings));
        prop_assert_eq!(Paragraph::new(&text, &settings).lines(Width(width)), exact.lines(Width(width)));
    }

    #[test]
    fn one_line_is_as_wide_as_measured_and_no_wider_than_asked(text in texts(), settings in settings(), width in 1u16..60) {
        let measured = width_of(&text, &settings);
        let whole = single_line(&text, Width(measured.0.max(1)), &settings);
        prop_assert_eq!(used(&whole).len(), usize::from(measured.0));
        let cut = single_line(&text, Width(width), &settings);
        prop_assert!(used(&cut).len() <= usize::from(width));
        if measured.0 > width {
            let is_marked = cut.cells.iter().any(|cell| cell.text == "\u{2026}");
            prop_assert!(is_marked);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn segments_partition_a_long_paragraph_and_come_out_as_in_the_whole(
        texts in prop::collection::vec(texts(), 20..60), settings in settings(), width in 20u16..120,
    ) {
        let unit = texts.concat();
        prop_assume!(!unit.is_empty());
        let text = unit.repeat(200_000 / unit.len() + 1);
        let levels = Levels::of(&text, &settings);
        let needed = Levels::are_needed(&text);
        let mut next = 0;
        for index in 0..segment::count(&text) {
            let span = segment::span(&text, index);
            prop_assert_eq!(span.start.0, next);
            next = span.end.0;
            if !span.is_empty() {
                prop_assert_eq!(segment::of(&text, span.start), index);
            }
            let exact = Paragraph::exact_segment(&text, span, &settings, &levels).lines(Width(width));
            if !needed {
                prop_assert_eq!(Paragraph::segment(&text, span, &settings).lines(Width(width)), exact);
            }
        }
        prop_assert_eq!(next, text.len());
    }
}

/// U+1B40 is a spacing mark of class L on a base without direction: what is behind it stands between two letters.
#[test]
fn a_spacing_mark_gives_its_direction_to_what_follows() {
    let text = "&\u{1B40}%%;H";
    let order = Paragraph::new(text, &Settings::strict(BaseDirection::Rtl))
        .visual_order(ByteSpan::new(0, text.len()))
        .into_iter();
    let levels: Vec<u8> = order.filter(|(span, _)| span.start.0 > 0).map(|(_, level)| level).collect();
    assert_eq!(levels, [2, 2, 2, 2]);
}

/// Found by fuzzing: an island whose border would part a cluster; a number's separator with a mark that is hidden.
#[test]
fn the_quick_path_and_the_whole_agree_on_marks() {
    let hidden = Settings { base: BaseDirection::Rtl, harakat: Harakat::Hidden, ..Settings::default() };
    for text in ["--~&A\u{1B40}%%;HA", "1/\u{0745}6", "1 \u{064E}6", "1+\u{064E}6"] {
        let all = ByteSpan::new(0, text.len());
        let exact = Paragraph::exact_segment(text, all, &hidden, &Levels::of(text, &hidden));
        assert_eq!(Paragraph::new(text, &hidden).lines(Width(40)), exact.lines(Width(40)), "{text:?}");
    }
}
