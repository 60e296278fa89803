//! Examining the terminal for `qari doctor`: questions, widths measured by cursor reports, lines of which one must
//! read right.

use std::{
    io,
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    time::{Duration, Instant},
};

use super::{
    Class,
    detect::{self, Environment, Evidence, Verdict},
    event::Event,
    input::{Decoder, Input, Reply},
    multiplexer::{self, Multiplexer},
    recognition::Recognition,
    restore::{self, Undo},
    samples,
    tty::{self, Tty},
};
use crate::{
    app::{Key, KeyPress},
    ui::Colours,
};

/// How long the answers to all questions are waited for.
const PATIENCE: Duration = Duration::from_secs(3);
/// The flags of kitty's keyboard protocol; asked of no terminal but here.
const KEYBOARD_QUERY: &str = "\x1b[?u";
const FENCE: &str = "\x1b[c";
const CURSOR_QUERY: &str = "\x1b[6n";
/// To the beginning of an empty line.
const FRESH_LINE: &str = "\r\x1b[2K";

/// What is printed to see how far the cursor goes: a name, the text, and the cells it takes in most terminals.
const PROBES: [(&str, &str, u32); 9] = [
    ("two letters", "\u{0633}\u{0644}", 2),
    ("lam and alef", "\u{0644}\u{0627}", 2),
    ("lam-alef as one form", "\u{FEFB}", 1),
    ("three joined forms", "\u{FEE1}\u{FEFC}\u{FEB3}", 3),
    ("a letter with a mark", "\u{0628}\u{064E}", 1),
    ("a form with two marks", "\u{FE91}\u{0651}\u{064E}", 1),
    ("tatweel", "\u{0640}\u{0640}", 2),
    ("Arabic digits", "\u{0661}\u{0662}", 2),
    ("zero width non-joiner", "\u{200C}", 0),
];

/// How far the cursor went over a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Width {
    /// What the text is.
    pub name: &'static str,
    /// The cells it takes in most terminals.
    pub usual: u32,
    /// The cells it takes in this one; none: it did not tell.
    pub measured: Option<u32>,
}

/// What was found out.
#[derive(Debug, Clone)]
pub struct Findings {
    /// The environment and the answers.
    pub evidence: Evidence,
    /// The class and why.
    pub verdict: Verdict,
    /// How long the answers took; none: the last question was not answered.
    pub took: Option<Duration>,
    /// The colours that are used.
    pub colours: Colours,
    /// The widths of texts.
    pub widths: Vec<Width>,
    /// Columns and rows.
    pub size: (u16, u16),
}

impl Findings {
    /// The flags of kitty's keyboard protocol, if the terminal knows it.
    #[must_use]
    pub fn keyboard(&self) -> Option<u32> {
        self.evidence.replies.iter().find_map(|reply| match reply {
            Reply::Keyboard(flags) => Some(*flags),
            _ => None,
        })
    }

    /// Whether the terminal says that it takes text for the clipboard (OSC 52): parameter 52 of its DA1.
    #[must_use]
    pub fn announces_clipboard(&self) -> bool {
        self.evidence.primary().is_some_and(|attributes| attributes.split(';').any(|parameter| parameter == "52"))
    }
}

/// The terminal under examination; left as it was at the end.
#[derive(Debug)]
pub struct Examiner {
    tty: Tty,
    events: Receiver<Event>,
    decoder: Decoder,
    multiplexer: Option<Multiplexer>,
    recognition: Recognition,
}

impl Examiner {
    /// Takes the controlling terminal.
    ///
    /// # Errors
    /// There is none.
    pub fn open() -> io::Result<Self> {
        restore::hook_panics();
        crossterm::style::force_color_output(true);
        let tty = Tty::open()?;
        let (sender, events) = mpsc::channel();
        tty::listen(&tty, sender)?;
        let environment = Environment::of_process();
        let multiplexer = Multiplexer::of(&environment);
        let recognition = Recognition::new(None, environment, multiplexer.and_then(Multiplexer::outside));
        Ok(Self { tty, events, decoder: Decoder::default(), multiplexer, recognition })
    }

    /// Asks everything there is to ask.
    ///
    /// # Errors
    /// The terminal fails.
    pub fn examine(&mut self) -> io::Result<Findings> {
        self.take("")?;
        let start = Instant::now();
        let answers = self.ask(&[KEYBOARD_QUERY, detect::QUERIES].concat())?;
        answers.into_iter().for_each(|reply| self.recognition.learn(reply));
        let answered = self.recognition.evidence().is_complete();
        let took = answered.then(|| start.elapsed());
        if let Some(outside) =
            self.multiplexer.filter(|it| *it == Multiplexer::Tmux).and_then(|_| multiplexer::ask_tmux())
        {
            outside.passthrough.iter().for_each(multiplexer::Passthrough::put_back);
            self.recognition.learn_outside(outside.version);
        }
        let widths = if answered { self.measure()? } else { Vec::new() };
        self.tty.write(FRESH_LINE.as_bytes())?;
        restore::undo();
        self.recognition.decide_again();
        let evidence = self.recognition.evidence().clone();
        let colours = detect::colours(&evidence);
        Ok(Findings { evidence, verdict: *self.recognition.verdict(), took, colours, widths, size: tty::size()? })
    }

    /// Shows lines that are written for one class each, and gives the class of the one that the reader says reads
    /// right; none: none of them, or the reader does not say.
    ///
    /// # Errors
    /// The terminal fails.
    pub fn ask_which_reads_right(&mut self, sample: &str, question: &str, found: Class) -> io::Result<Option<Class>> {
        let samples = samples::lines(sample, found);
        self.take(&samples::restoring(found))?;
        for line in &samples {
            self.tty.write(line.bytes.as_bytes())?;
        }
        self.tty.write(format!("\r\n{question} ").as_bytes())?;
        let answer = self.key()?;
        restore::undo();
        self.tty.write(b"\n")?;
        let number = match answer.key {
            Key::Char(digit) => digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok()),
            _ => None,
        };
        Ok(number.and_then(|number| samples.get(number.checked_sub(1)?)).map(|line| line.class))
    }

    /// Remembers what the reader said of this terminal.
    ///
    /// # Errors
    /// It cannot be written down.
    pub fn remember(&mut self, class: Class) -> io::Result<()> {
        self.recognition.choose(class);
        self.recognition.save()
    }

    fn take(&self, undoing: &str) -> io::Result<()> {
        crossterm::terminal::enable_raw_mode()?;
        restore::register(Undo { tty: self.tty.clone(), bytes: undoing.into(), passthrough: None });
        Ok(())
    }

    /// Sends questions whose last is DA1 and gives the answers that come.
    fn ask(&mut self, questions: &str) -> io::Result<Vec<Reply>> {
        let start = Instant::now();
        self.decoder.expect_answers(start, PATIENCE);
        self.tty.write([questions, FRESH_LINE].concat().as_bytes())?;
        let mut replies = Vec::new();
        while self.decoder.is_expecting() {
            for input in self.inputs(start + PATIENCE)? {
                if let Input::Reply(reply) = input {
                    replies.push(reply);
                }
            }
        }
        Ok(replies)
    }

    fn measure(&mut self) -> io::Result<Vec<Width>> {
        self.decoder.expect_cursor_reports();
        let mut questions = String::new();
        for (_, text, _) in PROBES {
            questions.extend([FRESH_LINE, text, CURSOR_QUERY]);
        }
        let replies = self.ask(&(questions + FENCE))?;
        let mut columns = replies.iter().filter_map(|reply| match reply {
            Reply::Cursor { column, .. } => Some(column.saturating_sub(1)),
            _ => None,
        });
        let width = |(name, _, usual)| Width { name, usual, measured: columns.next() };
        Ok(PROBES.map(width).to_vec())
    }

    fn key(&mut self) -> io::Result<KeyPress> {
        loop {
            let far = Instant::now() + Duration::from_secs(3600);
            for input in self.inputs(far)? {
                if let Input::Key(press) = input {
                    return Ok(press);
                }
            }
        }
    }

    /// What comes next, waited for until `end` at most.
    fn inputs(&mut self, end: Instant) -> io::Result<Vec<Input>> {
        let deadline = self.decoder.deadline().map_or(end, |deadline| deadline.min(end));
        match self.events.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            #[cfg(unix)]
            Ok(Event::Bytes(bytes)) => Ok(self.decoder.push(&bytes, Instant::now())),
            #[cfg(windows)]
            Ok(Event::Input(input)) => Ok(vec![input]),
            Ok(Event::Gone) | Err(RecvTimeoutError::Disconnected) => {
                Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the terminal is gone"))
            }
            Ok(_) => Ok(Vec::new()),
            Err(RecvTimeoutError::Timeout) => Ok(self.decoder.expire(Instant::now())),
        }
    }
}
