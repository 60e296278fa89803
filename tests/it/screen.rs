//! The real binary on the shipped article, through a pseudo-terminal: what a reader sees after which keys.

use std::sync::Arc;

use qari::{
    article::{library, parse},
    document::{Document, LISTED},
    knowledge::Kind,
    pipeline,
};
use unicode_normalization::UnicodeNormalization;

use crate::pty::{Start, Terminal};

/// The backgrounds of words that have the eye, by pane, on a dark terminal with 24-bit colours.
const EYE: [(Kind, vt100::Color); 3] = [
    (Kind::Person, vt100::Color::Rgb(0x7c, 0xc4, 0xff)),
    (Kind::Meeting, vt100::Color::Rgb(0xff, 0xcf, 0x70)),
    (Kind::Upcoming, vt100::Color::Rgb(0xf5, 0x9d, 0xf0)),
];

fn shipped() -> Document {
    pipeline::analyse(&Document::unread(Arc::new(parse::plain(library::SHIPPED))), None)
}

/// Text as it reads, whatever forms its letters are drawn in: blanks count once, marks of layout not at all.
fn reading(text: &str) -> String {
    text.nfkc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of the article that are drawn on `background`, in reading order.
fn words_on(terminal: &Terminal, background: vt100::Color) -> String {
    let rows = terminal.rows().len() as u16;
    let columns = terminal.columns();
    // The article stands to the right of the scroll bar.
    let bar = (0..columns).find(|x| matches!(terminal.cell(*x, 3).contents(), "\u{2503}" | "\u{2502}"));
    let bar = bar.expect("a scroll bar");
    let mut words = String::new();
    for y in 0..rows {
        // A right-to-left row is read from its right end.
        for x in (bar + 1..columns).rev() {
            let cell = terminal.cell(x, y);
            if cell.bgcolor() == background {
                words.push_str(if cell.has_contents() { cell.contents() } else { " " });
            }
        }
        words.push(' ');
    }
    reading(&words)
}

fn open() -> Terminal {
    let mut terminal = Start::default().open();
    terminal.wait("the panes", |rows| rows.iter().any(|row| row.contains('\u{25C6}')));
    terminal
}

#[test]
fn each_pane_leads_to_the_words_it_speaks_of() {
    let document = shipped();
    let article = document.article();
    for (pane, kind) in LISTED.into_iter().enumerate() {
        let background = EYE.iter().find(|(of, _)| *of == kind).expect("a colour").1;
        for (index, entry) in document.list(kind).iter().enumerate() {
            let mut terminal = open();
            terminal.send(&format!("\x1b{}", pane + 1));
            terminal.wait_until("the pane", |terminal| !words_on(terminal, background).is_empty());
            terminal.send(&"j".repeat(index));
            terminal.send("\r");
            for mention in &entry.mentions {
                let expected = reading(article.words(mention.passage));
                terminal.wait_until(&format!("{kind:?} {index}: {expected}"), |terminal| {
                    words_on(terminal, background) == expected
                });
                terminal.send("n");
            }
        }
    }
}

#[test]
fn escape_comes_back_to_the_same_screen() {
    let mut terminal = open();
    // The keys at hand are drawn last.
    terminal.wait_for("next mention");
    let start = article_part(&terminal);
    let is_further = |terminal: &Terminal| article_part(terminal).starts_with(&start[2..]);
    terminal.send("jj");
    terminal.wait_until("two rows further", is_further);
    terminal.send("\x1b3");
    terminal.wait_until("the peek", |terminal| !is_further(terminal));
    terminal.send("\r");
    terminal.wait_until("the jump", |terminal| article_part(terminal)[0] != start[2]);
    terminal.send("\x1b");
    terminal.wait_until("the pane", |terminal| article_part(terminal)[0] == start[2] && !is_further(terminal));
    terminal.send("\x1b");
    terminal.wait_until("the same screen", is_further);
}

/// The rows of the column of text.
fn article_part(terminal: &Terminal) -> Vec<String> {
    let cell = |x, y| match terminal.cell(x, y) {
        cell if cell.has_contents() => cell.contents().to_owned(),
        _ => " ".to_owned(),
    };
    let row = |y| (45..terminal.columns() - 4).map(|x| cell(x, y)).collect();
    (2..terminal.rows().len() as u16 - 1).map(row).collect()
}

#[test]
fn a_resize_keeps_the_words_on_top() {
    let mut terminal = open();
    terminal.send("   ");
    terminal.resize(60, 20);
    terminal.wait("the tabs", |rows| rows.len() == 20 && !rows[1].trim().is_empty());
    terminal.resize(20, 5);
    terminal.wait("the article alone", |rows| rows.len() == 5 && !rows.concat().trim().is_empty());
    terminal.resize(120, 36);
    terminal.wait("the panes again", |rows| rows.iter().any(|row| row.contains('\u{25C6}')));
}

#[test]
fn search_counts_and_help_opens() {
    let mut terminal = open();
    // The word for the talks, typed with a bare alef and found under every spelling.
    terminal.send("/\u{062C}\u{0646}\u{064A}\u{0641}");
    terminal.wait_for("of 3");
    terminal.send("\r?G");
    terminal.wait_for("Every key works");
    terminal.send("q");
    terminal.wait("the article", |rows| rows.iter().any(|row| row.contains('\u{25C6}')));
}

#[test]
fn quitting_leaves_the_terminal_as_it_was() {
    let mut terminal = open();
    assert!(terminal.is_full_screen());
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    assert!(!terminal.is_full_screen());
    assert!(terminal.cursor_is_shown());
}

#[test]
fn a_missing_file_leaves_the_terminal_untouched() {
    let mut terminal = Start { arguments: &["no-such-file"], ..Start::default() }.open();
    assert_eq!(terminal.exit_code(), 1);
    let bytes = terminal.bytes();
    assert!(!bytes.contains(&0x1b), "{:?}", String::from_utf8_lossy(&bytes));
    assert!(String::from_utf8_lossy(&bytes).contains("no-such-file"));
}

#[test]
fn the_interface_speaks_arabic() {
    let mut terminal = Start { arguments: &["--lang", "ar"], ..Start::default() }.open();
    // The heading of the people, as it reads from the right.
    let people = "\u{0627}\u{0644}\u{0623}\u{0634}\u{062E}\u{0627}\u{0635}";
    terminal.wait("the heading", |rows| {
        rows.iter().any(|row| reading(&row.chars().rev().collect::<String>()).contains(people))
    });
}
