//! `qari extract` in every form, by the real binary.

use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

fn article(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let gold = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/events").join(name);
    let gold: serde_json::Value = serde_json::from_slice(&std::fs::read(gold).expect("a piece")).expect("JSON");
    let path = folder.join(name).with_extension("txt");
    std::fs::write(&path, gold["text"].as_str().expect("a text")).expect("a file");
    path
}

fn extract(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_qari"))
        .arg("extract")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary");
    child.stdin.take().expect("a pipe").write_all(input).expect("a reader");
    child.wait_with_output().expect("an end")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

#[test]
fn a_calendar_holds_what_has_a_day() {
    let path = article("a09.json");
    let output = extract(&["--format", "ics", "--date", "2024-10-13", &path.to_string_lossy()], b"");
    assert!(output.status.success());
    let calendar = out(&output);
    assert!(calendar.contains("DTSTART;VALUE=DATE:20241015\r\n"), "the open session: {calendar}");
    assert!(calendar.contains("DTSTART:20241018T100000\r\n"), "the session of the Friday at ten: {calendar}");
    assert!(calendar.lines().all(|line| line.len() <= 75), "lines are folded (RFC 5545 3.1)");
    assert_eq!(out(&extract(&["--format", "ics", "--date", "2024-10-13", &path.to_string_lossy()], b"")), calendar);
    let notes = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(notes.contains("left out"), "what has no day is told of: {notes}");
}

#[test]
fn a_table_has_a_row_for_every_entry() {
    let path = article("a02.json");
    let path = path.to_string_lossy();
    let table = out(&extract(&["--format", "csv", &path, &path], b""));
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    assert_eq!(rows.headers().expect("a head").iter().next(), Some("source"));
    let lists: Vec<String> = rows.records().map(|row| row.expect("a row")[1].to_owned()).collect();
    for list in ["person", "meeting", "upcoming", "place", "date"] {
        let count = lists.iter().filter(|known| *known == list).count();
        assert!(count > 0 && count % 2 == 0, "{list}: {count} of two files alike");
    }
}

#[test]
fn notes_quote_their_evidence() {
    let notes = out(&extract(&["--format", "md"], b""));
    assert!(notes.starts_with("# qari\n"));
    assert!(notes.contains("\n## Meetings\n") && notes.contains("\n## Upcoming\n") && notes.contains("\n  - > "));
}

#[test]
fn a_bad_file_does_not_stop_the_rest() {
    let path = article("a02.json");
    let output = extract(&["--format", "jsonl", "/no/such/file", &path.to_string_lossy(), "-"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output).lines().count(), 2, "the other file and standard input");
    assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);
}

#[test]
fn a_bad_date_is_a_mistake_of_usage() {
    assert_eq!(extract(&["--date", "tomorrow"], b"").status.code(), Some(2));
}
