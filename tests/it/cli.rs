//! The command line without a terminal: exit codes, one clear line, plain text.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

fn qari(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_qari")).args(arguments).output().expect("the binary runs")
}

fn file(name: &str, content: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("a file");
    path.to_str().expect("a path").to_owned()
}

#[track_caller]
fn check(arguments: &[&str], code: i32, complaint: &str) {
    let output = qari(arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    assert!(said.contains(complaint), "{arguments:?}: {said}");
    assert!(output.stdout.is_empty());
    if code == 1 {
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

#[test]
fn what_cannot_be_done_is_said_in_a_line() {
    check(&["no-such-file"], 1, "there is no file 'no-such-file'");
    check(&[env!("CARGO_TARGET_TMPDIR")], 1, "is a directory");
    check(&["render", "no-such-file"], 1, "no-such-file");
    check(&["extract", "no-such-file"], 1, "no-such-file");
    check(&["--no-such-option"], 2, "--no-such-option");
    check(&["--bidi", "sideways"], 2, "sideways");
}

#[test]
fn a_pipe_gets_the_text_and_nothing_else() {
    let output = qari(&[&file("escapes.txt", b"one\x1b[31m\x07\r\n\xd8\xa7\xd9\x84 two\tthree")]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "one[31m\n\u{0627}\u{0644} two\tthree\n");
}

#[test]
fn the_shipped_article_is_what_is_read_without_a_file() {
    let output = qari(&[]);
    assert_eq!(output.stdout, format!("{}\n", qari::article::library::SHIPPED.trim_end()).as_bytes());
}

#[test]
fn help_and_version_end_well() {
    for arguments in [["--help"], ["--version"]] {
        let output = qari(&arguments);
        assert_eq!(output.status.code(), Some(0));
        assert!(!output.stdout.is_empty() && output.stderr.is_empty());
    }
}
