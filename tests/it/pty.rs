//! The real binary in a pseudo-terminal, its screen read by a terminal emulator.

use std::{
    io::{Read, Write},
    num::NonZeroU16,
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a screen is waited for before a test fails: far longer than it takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// A terminal with `qari` in it.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    state: Arc<Mutex<State>>,
}

struct State {
    parser: vt100::Parser,
    bytes: Vec<u8>,
}

/// How to start it.
pub struct Start<'a> {
    pub arguments: &'a [&'a str],
    pub columns: u16,
    pub rows: u16,
    pub environment: &'a [(&'a str, &'a str)],
}

impl Default for Start<'_> {
    fn default() -> Self {
        Self { arguments: &[], columns: 120, rows: 36, environment: &[] }
    }
}

impl Start<'_> {
    /// Starts the binary; the terminal answers no query, as a very plain one.
    pub fn open(self) -> Terminal {
        let size = PtySize { rows: self.rows, cols: self.columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_qari"));
        command.args(self.arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("LANG", "en_US.UTF-8");
        command.env("HOME", env!("CARGO_TARGET_TMPDIR"));
        for (name, value) in self.environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the binary starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
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
                state.bytes.extend_from_slice(&buffer[..count]);
            }
        });
        Terminal { master: pair.master, writer, child, state }
    }
}

fn nonzero(value: u16) -> NonZeroU16 {
    NonZeroU16::new(value).expect("a size")
}

impl Terminal {
    /// Types.
    pub fn send(&mut self, keys: &str) -> &mut Self {
        self.writer.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self.writer.flush().expect("the terminal takes keys");
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
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("the child's state") {
                // What it wrote last may still be on its way.
                thread::sleep(Duration::from_millis(50));
                return status.exit_code();
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
