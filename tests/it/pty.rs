//! The real binary in a pseudo-terminal, its screen read by a terminal emulator.

use std::{
    io::{Read, Write},
    num::NonZeroU16,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a screen is waited for before a test fails: far longer than it takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// A terminal with `qari` in it.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    writer: Arc<Mutex<Box<dyn Write + Send>>>,
    child: Box<dyn Child + Send + Sync>,
    state: Arc<Mutex<State>>,
}

struct State {
    parser: vt100::Parser,
    bytes: Vec<u8>,
}

/// How to start it.
pub struct Start<'a> {
    pub program: &'a str,
    pub arguments: &'a [&'a str],
    pub columns: u16,
    pub rows: u16,
    pub environment: &'a [(&'a str, &'a str)],
    /// What the terminal answers when it is asked for its primary attributes, the last of every program's questions.
    pub answers: &'a str,
}

/// What every terminal answers.
pub const PRIMARY: &str = "\x1b[?62;22c";
/// What xterm answers.
pub const XTERM: &str = "\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[8;0$y\x1b[?2026;0$y\x1b[?64;1;2c";
const FENCE: &[u8] = b"\x1b[c";

impl Default for Start<'_> {
    fn default() -> Self {
        let program = env!("CARGO_BIN_EXE_qari");
        Self { program, arguments: &[], columns: 120, rows: 36, environment: &[], answers: XTERM }
    }
}

impl Start<'_> {
    /// Starts the program.
    pub fn open(self) -> Terminal {
        let size = PtySize { rows: self.rows, cols: self.columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(self.program);
        command.args(self.arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("LANG", "en_US.UTF-8");
        command.env("HOME", env!("CARGO_TARGET_TMPDIR"));
        // What one test's terminal was remembered to be is no business of another's.
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let state = format!("state-{}-{}", std::process::id(), STARTED.fetch_add(1, Ordering::Relaxed));
        command.env("XDG_STATE_HOME", Path::new(env!("CARGO_TARGET_TMPDIR")).join(state));
        for (name, value) in self.environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the binary starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = Arc::new(Mutex::new(pair.master.take_writer().expect("a writer")));
        let answers = self.answers.to_owned();
        let answering = Arc::clone(&writer);
        let parser = vt100::Parser::new(nonzero(self.rows), nonzero(self.columns), 0);
        let state = Arc::new(Mutex::new(State { parser, bytes: Vec::new() }));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count) = reader.read(&mut buffer) {
                if count == 0 {
                    break;
                }
                let mut state = shared.lock().expect("the state");
                state.parser.process(&buffer[..count]);
                let asked = times(&state.bytes, FENCE);
                state.bytes.extend_from_slice(&buffer[..count]);
                let asked = times(&state.bytes, FENCE) - asked;
                drop(state);
                let mut writer = answering.lock().expect("the writer");
                let _ = writer.write_all(answers.repeat(asked).as_bytes());
            }
        });
        Terminal { master: pair.master, writer, child, state }
    }
}

/// How often `needle` is found in `bytes`.
pub fn times(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).filter(|window| *window == needle).count()
}

fn nonzero(value: u16) -> NonZeroU16 {
    NonZeroU16::new(value).expect("a size")
}

impl Terminal {
    /// Types.
    pub fn send(&mut self, keys: &str) -> &mut Self {
        let mut writer = self.writer.lock().expect("the writer");
        writer.write_all(keys.as_bytes()).expect("the terminal takes keys");
        writer.flush().expect("the terminal takes keys");
        drop(writer);
        self
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        let mut state = self.state.lock().expect("the state");
        state.parser.screen_mut().set_size(nonzero(rows), nonzero(columns));
        drop(state);
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("the terminal resizes");
        self
    }

    /// The rows of the screen.
    pub fn rows(&self) -> Vec<String> {
        let state = self.state.lock().expect("the state");
        let columns = state.parser.screen().size().1.get();
        state.parser.screen().rows(0, columns).collect()
    }

    /// How wide the screen is.
    pub fn columns(&self) -> u16 {
        self.state.lock().expect("the state").parser.screen().size().1.get()
    }

    /// Whether the cursor shows.
    pub fn cursor_is_shown(&self) -> bool {
        !self.state.lock().expect("the state").parser.screen().hide_cursor()
    }

    /// Everything that was written to the terminal.
    pub fn bytes(&self) -> Vec<u8> {
        self.state.lock().expect("the state").bytes.clone()
    }

    /// Waits until `condition` holds of the rows.
    #[track_caller]
    pub fn wait(&mut self, what: &str, condition: impl Fn(&[String]) -> bool) -> &mut Self {
        self.wait_until(what, |terminal| condition(&terminal.rows()))
    }

    /// Waits until `condition` holds of the terminal.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, condition: impl Fn(&Self) -> bool) -> &mut Self {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if condition(self) {
                return self;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("{what} did not come; the screen is\n{}", self.rows().join("\n"));
    }

    /// Waits until a row of the screen holds `words`.
    #[track_caller]
    pub fn wait_for(&mut self, words: &str) -> &mut Self {
        self.wait(words, |rows| rows.iter().any(|row| row.contains(words)))
    }

    /// What a cell shows and how.
    pub fn cell(&self, column: u16, row: u16) -> vt100::Cell {
        let state = self.state.lock().expect("the state");
        state.parser.screen().cell(row, column).expect("a cell").clone()
    }

    /// Whether the program still has the screen.
    pub fn is_full_screen(&self) -> bool {
        self.state.lock().expect("the state").parser.screen().alternate_screen()
    }

    /// Waits for the end and tells the exit code.
    #[track_caller]
    pub fn exit_code(&mut self) -> u32 {
        self.end().exit_code()
    }

    /// The process that was started.
    pub fn process(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Whether lines are edited by the terminal, as a shell leaves it for programs.
    pub fn is_cooked(&self) -> bool {
        let state = self.master.get_termios().expect("the state of the terminal");
        format!("{:?}", state.local_flags).contains("ICANON")
    }

    /// Waits for the end.
    #[track_caller]
    pub fn end(&mut self) -> portable_pty::ExitStatus {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("the child's state") {
                // What it wrote last may still be on its way.
                thread::sleep(Duration::from_millis(50));
                return status;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("it does not end; the screen is\n{}", self.rows().join("\n"));
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
