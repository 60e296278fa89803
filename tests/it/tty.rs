//! The terminal is taken in one write, asked without waiting, and given back however the program ends.

use std::{thread, time::Duration};

use rustix::process::{Pid, Signal, kill_process};

use crate::pty::{PRIMARY, Start, Terminal, XTERM, times};

/// What takes the terminal, and what gives it back.
const TAKE: &[u8] = b"\x1b[?1049h";
const GIVE_BACK: &[u8] = b"\x1b[?1049l";
/// The modes that are set meanwhile, as what unsets them.
const MODES: [&[u8]; 5] = [b"\x1b[?2004l", b"\x1b[?1000l", b"\x1b[?1002l", b"\x1b[?1006l", b"\x1b[?25h"];

fn open() -> Terminal {
    open_answering(XTERM)
}

fn open_answering(answers: &str) -> Terminal {
    let mut terminal = Start { answers, ..Start::default() }.open();
    terminal.wait("the first frame", has_frame);
    terminal
}

fn has_frame(rows: &[String]) -> bool {
    rows.last().is_some_and(|row| !row.trim().is_empty())
}

/// Lets what was sent arrive.
fn pause() {
    thread::sleep(Duration::from_millis(150));
}

/// The screen once what is known of the article does not grow any more.
fn settled(terminal: &Terminal) -> Vec<String> {
    loop {
        let before = terminal.rows();
        pause();
        if terminal.rows() == before {
            return before;
        }
    }
}

#[track_caller]
fn check_given_back(terminal: &Terminal) {
    let bytes = terminal.bytes();
    let written = String::from_utf8_lossy(&bytes).into_owned();
    for mode in MODES {
        assert_eq!(times(&bytes, mode), 1, "{:?} in {written:?}", String::from_utf8_lossy(mode));
    }
    assert_eq!(times(&bytes, GIVE_BACK), 1, "{written:?}");
    assert!(!terminal.is_full_screen() && terminal.cursor_is_shown());
    assert!(terminal.is_cooked());
}

#[test]
fn the_terminal_is_taken_in_order_and_the_first_frame_waits_for_no_answer() {
    let terminal = open_answering("");
    let bytes = terminal.bytes();
    let at = |needle: &[u8]| {
        let found = bytes.windows(needle.len()).position(|window| window == needle);
        found.unwrap_or_else(|| panic!("no {:?}", String::from_utf8_lossy(needle)))
    };
    let order: [&[u8]; 7] =
        [TAKE, b"\x1b[>q", b"\x1b[>c", b"\x1b[8$p", b"\x1b[c", b"\x1b[8l", b"\x1b[2J"].map(|needle| needle as &[u8]);
    let places = order.map(at);
    assert!(places.is_sorted(), "{places:?}");
    assert!(!terminal.is_cooked());
}

#[test]
fn quitting_gives_it_back() {
    let mut terminal = open();
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    check_given_back(&terminal);
}

#[test]
fn quitting_before_any_answer_gives_it_back_too() {
    let mut terminal = Start { answers: "", ..Start::default() }.open();
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    check_given_back(&terminal);
    // It is not known that there is no such mode.
    assert_eq!(times(&terminal.bytes(), b"\x1b[8h"), 1);
}

#[track_caller]
fn check_signal(signal: Signal) {
    let mut terminal = open();
    pause();
    let process = Pid::from_raw(terminal.process().try_into().expect("a process")).expect("a process");
    kill_process(process, signal).expect("the signal is sent");
    let end = terminal.end();
    assert!(end.signal().is_some(), "{signal:?}: {end:?}");
    check_given_back(&terminal);
}

#[test]
fn signals_that_end_it_give_it_back() {
    check_signal(Signal::TERM);
    check_signal(Signal::HUP);
    check_signal(Signal::INT);
}

#[test]
fn suspending_gives_it_back_and_waking_takes_it_again() {
    let answers = &format!("\x1b[8;1$y{PRIMARY}");
    let mut terminal = Start { program: "/bin/sh", arguments: &["-i"], answers, ..Start::default() }.open();
    terminal.send(&format!("{}\r", env!("CARGO_BIN_EXE_qari")));
    terminal.wait("the first frame", has_frame);
    let before = settled(&terminal);
    terminal.send("\x1a");
    terminal.wait_until("the shell", |terminal| !terminal.is_full_screen());
    check_given_back(&terminal);
    assert_eq!(times(&terminal.bytes(), b"\x1b[8h"), 1);
    let off = times(&terminal.bytes(), b"\x1b[8l");
    terminal.send("fg\r");
    terminal.wait_until("the reader", Terminal::is_full_screen);
    terminal.wait("the same screen", |rows| rows == before);
    terminal.wait_until("raw input", |terminal| !terminal.is_cooked());
    assert!(times(&terminal.bytes(), b"\x1b[8l") > off);
    terminal.send("q");
    terminal.wait_until("the shell again", |terminal| !terminal.is_full_screen());
    assert_eq!(times(&terminal.bytes(), TAKE), 2);
    assert_eq!(times(&terminal.bytes(), GIVE_BACK), 2);
    terminal.send("exit\r").end();
}

#[test]
fn without_a_shell_it_is_not_stopped_for_good() {
    let mut terminal = open();
    terminal.send("\x1a");
    terminal.wait_until("the reader again", |terminal| times(&terminal.bytes(), TAKE) == 2);
    terminal.wait("the frame", has_frame);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

/// Runs a test of this binary, left out otherwise, in a terminal.
fn open_child(name: &str) -> Terminal {
    let program = std::env::current_exe().expect("this test");
    let arguments = ["--ignored", "--exact", "--nocapture", "--test-threads=1", name];
    let program = program.to_str().expect("a path");
    Start { program, arguments: &arguments, ..Start::default() }.open()
}

/// The reader with a search that fails badly.
#[test]
#[ignore = "run by the tests below in a terminal of its own"]
fn child_that_panics() {
    read_until(&mut |_effect| panic!("the search is broken"));
}

/// The reader beside a worker that fails badly.
#[test]
#[ignore = "run by the tests below in a terminal of its own"]
fn child_whose_worker_panics() {
    thread::spawn(|| {
        thread::sleep(Duration::from_millis(300));
        panic!("the worker is broken");
    });
    read_until(&mut |_effect| {});
}

fn read_until(perform: &mut dyn FnMut(qari::app::Effect)) {
    let document = qari::pipeline::open(b"words of an article\n");
    let catalogue = qari::locale::Catalogue::new(qari::locale::Language::English);
    let size = qari::terminal::size().expect("a terminal");
    let mut model = qari::app::Model::new(document.into(), catalogue, String::new(), size);
    let (sender, messages) = std::sync::mpsc::channel();
    let options = qari::terminal::Options::default();
    qari::terminal::run(&mut model, &options, messages, perform).expect("it runs").conclude();
    drop(sender);
}

#[test]
fn a_panic_gives_it_back_before_it_is_reported() {
    let mut terminal = open_child("tty::child_that_panics");
    terminal.wait_until("the reader", Terminal::is_full_screen);
    terminal.send("/w");
    terminal.end();
    check_given_back(&terminal);
    let bytes = terminal.bytes();
    let at = |needle: &[u8]| bytes.windows(needle.len()).position(|window| window == needle).expect("the words");
    assert!(at(GIVE_BACK) < at(b"the search is broken"));
}

#[test]
fn a_panic_of_a_worker_is_reported_once_the_screen_is_given_back() {
    let mut terminal = open_child("tty::child_whose_worker_panics");
    terminal.wait_until("the reader", Terminal::is_full_screen);
    thread::sleep(Duration::from_millis(500));
    assert_eq!(times(&terminal.bytes(), b"the worker is broken"), 0);
    terminal.send("q");
    terminal.end();
    check_given_back(&terminal);
    assert_eq!(times(&terminal.bytes(), b"the worker is broken"), 1);
}

/// Answers that would quit, search and move if they were taken for keys.
const TREACHEROUS: &str = "\x1bP>|q/jjjq(3)\x1b\\\x1b[>41;379;0c\x1b[8;0$y\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?64;1c";

#[test]
fn answers_that_come_late_and_in_pieces_are_never_keys() {
    let environment = &[("XTERM_VERSION", "XTerm(379)")];
    let mut terminal = Start { answers: "", environment, ..Start::default() }.open();
    terminal.wait("the first frame", has_frame);
    let before = settled(&terminal);
    for piece in TREACHEROUS.as_bytes().chunks(3) {
        terminal.send(std::str::from_utf8(piece).expect("ASCII"));
        thread::sleep(Duration::from_millis(60));
    }
    pause();
    assert_eq!(terminal.rows(), before);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn what_is_typed_before_the_answers_is_kept() {
    let mut terminal = Start { answers: "", ..Start::default() }.open();
    terminal.send(&format!("/xx{TREACHEROUS}xx"));
    terminal.wait_for("xxxx");
}

#[track_caller]
fn check_switch(answers: &str, off: &[u8], on: &[u8]) {
    let mut terminal = open_answering(answers);
    terminal.wait_until("the switch", |terminal| times(&terminal.bytes(), off) > 0);
    pause();
    assert_eq!(times(&terminal.bytes(), on), 0);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    check_given_back(&terminal);
    let bytes = terminal.bytes();
    assert_eq!(times(&bytes, on), 1, "{:?}", String::from_utf8_lossy(&bytes));
}

#[test]
fn reordering_is_switched_off_and_back_on() {
    let version = |name: &str| format!("\x1bP>|{name}\x1b\\{PRIMARY}");
    check_switch(&format!("\x1b[8;1$y{PRIMARY}"), b"\x1b[8l", b"\x1b[8h");
    check_switch(
        &version("Konsole 22.12.3"),
        b"\x1b]50;BidiRenderingEnabled=false\x07",
        b"\x1b]50;BidiRenderingEnabled=true\x07",
    );
}

#[test]
fn a_mode_that_was_off_before_stays_off() {
    let mut terminal = open_answering(&format!("\x1b[8;2$y{PRIMARY}"));
    pause();
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    assert_eq!(times(&terminal.bytes(), b"\x1b[8h"), 0);
}

#[test]
fn nothing_is_written_while_nothing_changes() {
    let terminal = open();
    thread::sleep(Duration::from_millis(700));
    let before = terminal.bytes().len();
    thread::sleep(Duration::from_millis(300));
    assert_eq!(terminal.bytes().len(), before);
}

#[test]
fn the_mouse_can_be_left_to_the_terminal() {
    let mut terminal = open();
    terminal.send("M");
    terminal.wait_until("the mouse is left", |terminal| times(&terminal.bytes(), b"\x1b[?1000l") == 1);
    terminal.send("M");
    terminal.wait_until("the mouse is taken", |terminal| times(&terminal.bytes(), b"\x1b[?1000h") == 2);
    let mut terminal = Start { arguments: &["--no-mouse"], ..Start::default() }.open();
    terminal.wait("the first frame", has_frame);
    assert_eq!(times(&terminal.bytes(), b"\x1b[?1000h"), 0);
}

#[test]
fn combining_marks_are_left_out_where_they_are_misplaced() {
    let article = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("marked.txt");
    std::fs::write(&article, "\u{643}\u{64E}\u{62A}\u{64E}\u{628}\u{64E}\n").expect("an article");
    let arguments = &[article.to_str().expect("a path")];
    let marked = |rows: &[String]| rows.concat().contains('\u{64E}');
    let mut in_xterm = Start { arguments, ..Start::default() }.open();
    in_xterm.wait("marks", marked);
    let in_foot = format!("\x1bP>|foot(1.13.1)\x1b\\{PRIMARY}");
    let mut in_foot = Start { arguments, answers: &in_foot, ..Start::default() }.open();
    in_foot.wait_for("marks are hidden");
    assert!(!marked(&in_foot.rows()));
    assert!(!in_xterm.rows().concat().contains("marks are hidden"));
}
