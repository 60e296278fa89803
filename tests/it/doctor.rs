//! `qari doctor`, and what is remembered of a terminal.

use std::{fs, path::PathBuf};

use crate::pty::{PRIMARY, Start, Terminal, times};

/// A folder for what is kept, empty.
fn state(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    folder.to_str().expect("a path").to_owned()
}

fn start(arguments: &[&str], answers: &str, state: &str) -> Terminal {
    let environment = &[("XDG_STATE_HOME", state)];
    Start { arguments, answers, environment, columns: 100, rows: 60, ..Start::default() }.open()
}

fn text(terminal: &Terminal) -> String {
    String::from_utf8_lossy(&terminal.bytes()).into_owned()
}

#[test]
fn it_tells_what_was_answered_as_json_and_leaves_the_terminal_as_it_was() {
    let mut terminal = start(&["doctor", "--json"], &format!("\x1bP>|Konsole 22.12.3\x1b\\{PRIMARY}"), &state("json"));
    assert_eq!(terminal.exit_code(), 0);
    let written = text(&terminal);
    let report = &written[written.find('{').expect("an object")..=written.rfind('}').expect("its end")];
    let report: serde_json::Value = serde_json::from_str(report).expect("JSON");
    assert_eq!(report["class"], "konsole");
    assert_eq!(report["known"], true);
    assert!(report["answers"].as_array().is_some_and(|answers| answers.len() == 2), "{report}");
    assert!(terminal.is_cooked());
}

#[test]
fn what_the_reader_says_is_remembered() {
    let state = state("said");
    let mut terminal = start(&["doctor"], PRIMARY, &state);
    terminal.wait_for("Which line reads right?");
    terminal.send("4");
    assert_eq!(terminal.exit_code(), 0);
    assert!(text(&terminal).contains("remembered as 'split'"));
    assert!(terminal.is_cooked());
    assert!(times(&terminal.bytes(), b"\x1b[8h") >= times(&terminal.bytes(), b"\x1b[8l"));

    // The reader that is opened next gives each cell a colour of its own.
    let mut terminal = start(&[], PRIMARY, &state);
    terminal.wait("the first frame", |rows| rows.last().is_some_and(|row| !row.trim().is_empty()));
    assert!(times(&terminal.bytes(), b"\x1b[38;2;228;231;237") > 20);
}

#[test]
fn on_an_unknown_terminal_the_hint_is_given_once() {
    let state = state("hint");
    let mut terminal = start(&[], PRIMARY, &state);
    terminal.wait_for("qari doctor");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    let mut terminal = start(&[], PRIMARY, &state);
    terminal.wait("the first frame", |rows| rows.last().is_some_and(|row| !row.trim().is_empty()));
    terminal.send("?");
    terminal.wait_for("Every key works");
    assert!(!text(&terminal).contains("doctor"));
}

#[test]
fn another_key_keeps_what_was_found() {
    let mut terminal = start(&["doctor"], PRIMARY, &state("none"));
    terminal.wait_for("Which line reads right?");
    terminal.send("\r");
    assert_eq!(terminal.exit_code(), 0);
    assert!(!text(&terminal).contains("remembered"));
}
