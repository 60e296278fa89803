//! What comes from the terminal: keys, pointer, pasted text, and answers, told apart however they come split.
//!
//! The reader owns the bytes from first to last, so an answer that comes late is still an answer and never keys.

mod keys;
mod mouse;
mod reply;
mod token;

use std::time::{Duration, Instant};

pub use reply::Reply;
use token::{Csi, Pending, Token, Tokenizer};

use crate::app::{Key, KeyPress, message::Mouse};

/// How long ESC waits for what would make it Alt or a sequence, and a sequence for its rest.
const ESCAPE_PATIENCE: Duration = Duration::from_millis(40);
/// How long a lam waits for the alef that the same key types.
const LAM_PATIENCE: Duration = Duration::from_millis(20);
/// How long answers are waited for at most.
pub(super) const ANSWER_PATIENCE: Duration = Duration::from_secs(6);
/// Bytes of a pasted text kept.
const LONGEST_PASTE: usize = 1 << 20;

const LAM: char = '\u{0644}';

/// Something that came from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(KeyPress),
    /// A bracketed paste.
    Paste(String),
    /// The pointer, in the terminal's own columns.
    Mouse(Mouse),
    /// The answer to a query.
    Reply(Reply),
    /// The window came to the front.
    FocusIn,
}

/// Bytes into [`Input`].
#[derive(Debug, Default)]
pub struct Decoder {
    tokenizer: Tokenizer,
    /// Since when something waits for its rest.
    since: Option<Instant>,
    /// A lam that may be half of a key.
    lam: bool,
    paste: Option<String>,
    /// Until when answers are expected.
    expecting: Option<Instant>,
    cursor_asked: bool,
    /// The patience with an ESC has run out while answers are expected: it was a key unless an answer goes on.
    slow_escape: bool,
}

impl Decoder {
    /// Tells that queries were sent: until the last of them, DA1, is answered, what breaks off is waited for, but no
    /// longer than `patience`.
    pub fn expect_answers(&mut self, now: Instant, patience: Duration) {
        self.expecting = now.checked_add(patience);
    }

    /// Tells that cursor reports were asked for; from then on they are not taken for F3.
    pub fn expect_cursor_reports(&mut self) {
        self.cursor_asked = true;
    }

    /// Whether answers are still expected.
    #[must_use]
    pub fn is_expecting(&self) -> bool {
        self.expecting.is_some()
    }

    /// Takes in what one read gave.
    pub fn push(&mut self, bytes: &[u8], now: Instant) -> Vec<Input> {
        let mut out = Vec::new();
        let mut tokens = Vec::new();
        for byte in bytes {
            if std::mem::take(&mut self.slow_escape) && !matches!(byte, b'[' | b']' | b'P') {
                self.tokenizer.flush(&mut tokens);
            }
            self.tokenizer.push(*byte, &mut tokens);
            tokens.drain(..).for_each(|token| self.take(token, &mut out));
        }
        self.since = (self.lam || self.tokenizer.pending().is_some()).then_some(now);
        out
    }

    /// When [`Self::expire`] has to be called, if nothing comes before.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        let waiting = self.since.and_then(|since| match self.tokenizer.pending() {
            None => since.checked_add(LAM_PATIENCE),
            // Shown to be no part of an answer by what comes next, or by the end of the expectation.
            Some(_) if self.expecting.is_some() && self.slow_escape => None,
            Some(Pending::Sequence) if self.expecting.is_some() => None,
            Some(_) => since.checked_add(ESCAPE_PATIENCE),
        });
        [waiting, self.expecting].into_iter().flatten().min()
    }

    /// Ends what has waited long enough.
    pub fn expire(&mut self, now: Instant) -> Vec<Input> {
        let mut out = Vec::new();
        if self.expecting.is_some_and(|until| now >= until) {
            self.expecting = None;
            self.slow_escape = false;
        }
        if self.deadline().is_none_or(|deadline| now < deadline) {
            return out;
        }
        if self.expecting.is_some() && self.tokenizer.pending() == Some(Pending::Escape) {
            self.slow_escape = true;
            return out;
        }
        let mut tokens = Vec::new();
        self.tokenizer.flush(&mut tokens);
        tokens.drain(..).for_each(|token| self.take(token, &mut out));
        self.release_lam(&mut out);
        self.since = None;
        out
    }

    fn take(&mut self, token: Token, out: &mut Vec<Input>) {
        if self.paste.is_some() {
            self.take_pasted(&token, out);
            return;
        }
        if let Token::Char(typed) = token
            && self.take_letter(typed, out)
        {
            return;
        }
        self.release_lam(out);
        if let Some(reply) = reply::reply(&token, self.cursor_asked) {
            if matches!(reply, Reply::PrimaryAttributes(_)) {
                self.expecting = None;
            }
            out.push(Input::Reply(reply));
        } else if let Some(mouse) = mouse::mouse(&token) {
            out.push(Input::Mouse(mouse));
        } else if let Some(key) = keys::key(&token) {
            out.push(Input::Key(key));
        } else if let Token::Csi(csi) = &token {
            self.take_notice(csi, out);
        }
    }

    /// Start of a paste, and focus.
    fn take_notice(&mut self, csi: &Csi, out: &mut Vec<Input>) {
        match (csi.last, csi.parameters().first()) {
            (b'~', Some(200)) => self.paste = Some(String::new()),
            (b'I', _) => out.push(Input::FocusIn),
            _ => {}
        }
    }

    /// Lam and alef of one key become the ligature; tells whether the letter was dealt with.
    fn take_letter(&mut self, typed: char, out: &mut Vec<Input>) -> bool {
        if self.lam
            && let Some(ligature) = ligature(typed)
        {
            self.lam = false;
            out.push(Input::Key(Key::Char(ligature).into()));
            return true;
        }
        self.release_lam(out);
        self.lam = typed == LAM;
        self.lam
    }

    fn release_lam(&mut self, out: &mut Vec<Input>) {
        if std::mem::take(&mut self.lam) {
            out.push(Input::Key(Key::Char(LAM).into()));
        }
    }

    fn take_pasted(&mut self, token: &Token, out: &mut Vec<Input>) {
        let Some(paste) = &mut self.paste else { return };
        match token {
            Token::Csi(csi) if csi.last == b'~' && csi.parameters().first() == Some(&201) => {
                out.extend(self.paste.take().map(Input::Paste));
            }
            Token::Char(character) | Token::Escaped(character) if paste.len() < LONGEST_PASTE => paste.push(*character),
            Token::Control(b'\r' | b'\n') => paste.push('\n'),
            Token::Control(b'\t') => paste.push('\t'),
            _ => {}
        }
    }
}

/// The ligature that stands for the key which types lam and this alef.
fn ligature(alef: char) -> Option<char> {
    Some(match alef {
        '\u{0627}' => '\u{FEFB}',
        '\u{0623}' => '\u{FEF7}',
        '\u{0625}' => '\u{FEF9}',
        '\u{0622}' => '\u{FEF5}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap;

    /// Feeds reads with a pause of some milliseconds before each, then lets all patience run out.
    fn inputs(reads: &[(u64, &[u8])], expecting: bool) -> Vec<Input> {
        let mut now = Instant::now();
        let mut decoder = Decoder::default();
        if expecting {
            decoder.expect_answers(now, ANSWER_PATIENCE);
        }
        let mut out = Vec::new();
        for (pause, bytes) in reads {
            let until = now + Duration::from_millis(*pause);
            while let Some(deadline) = decoder.deadline().filter(|deadline| *deadline <= until) {
                out.extend(decoder.expire(deadline));
            }
            now = until;
            out.extend(decoder.push(bytes, now));
        }
        while let Some(deadline) = decoder.deadline() {
            out.extend(decoder.expire(deadline));
        }
        out
    }

    fn keys(names: &[&str]) -> Vec<Input> {
        names.iter().map(|name| Input::Key(keymap::parse(name).expect("a key"))).collect()
    }

    #[track_caller]
    fn check(reads: &[(u64, &[u8])], expected: &[Input]) {
        assert_eq!(inputs(reads, false), expected);
    }

    #[test]
    fn lam_and_alef_of_one_key_are_one_key() {
        let ligature = |letter| [Input::Key(Key::Char(letter).into())];
        check(&[(0, "\u{644}\u{627}".as_bytes())], &ligature('\u{FEFB}'));
        check(&[(0, "\u{644}\u{623}".as_bytes())], &ligature('\u{FEF7}'));
        check(&[(0, "\u{644}".as_bytes()), (10, "\u{622}".as_bytes())], &ligature('\u{FEF5}'));
        check(
            &[(0, "\u{644}".as_bytes()), (25, "\u{627}".as_bytes())],
            &[Input::Key(Key::Char('\u{644}').into()), Input::Key(Key::Char('\u{627}').into())],
        );
        check(&[(0, "\u{644}j".as_bytes())], &[Input::Key(Key::Char('\u{644}').into()), keys(&["j"]).remove(0)]);
    }

    #[test]
    fn escape_is_told_from_alt_by_time() {
        check(&[(0, b"\x1b"), (100, b"1")], &keys(&["Esc", "1"]));
        check(&[(0, b"\x1b"), (5, b"1")], &keys(&["Alt-1"]));
        check(&[(0, b"\x1b"), (5, b"[A")], &keys(&["Up"]));
        check(&[(0, b"\x1b[")], &keys(&["Alt-["]));
    }

    #[test]
    fn a_paste_is_not_typed() {
        let text = "q \u{644}\u{627}\n\u{1b}[A";
        let bytes = format!("\u{1b}[200~{text}\u{1b}[201~j");
        check(
            &[(0, bytes.as_bytes())],
            &[Input::Paste("q \u{644}\u{627}\n".to_owned()), Input::Key(Key::Char('j').into())],
        );
    }

    const ANSWERS: &[u8] = b"\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[8;0$y\x1b]11;rgb:0/0/0\x1b\\\x1b[?64;1c";

    #[test]
    fn answers_never_become_keys_wherever_they_are_split_and_however_slow() {
        for at in 0..ANSWERS.len() {
            for pause in [1, 300, 2000] {
                let got = inputs(&[(0, &ANSWERS[..at]), (pause, &ANSWERS[at..])], true);
                assert!(got.iter().all(|input| matches!(input, Input::Reply(_))), "{at} {pause}: {got:?}");
                assert_eq!(got.len(), 5, "{at} {pause}: {got:?}");
            }
        }
    }

    #[test]
    fn early_typing_is_kept() {
        let with_keys = [b"jj\x1b[B".as_slice(), ANSWERS, b"k"].concat();
        let got: Vec<Input> =
            inputs(&[(0, &with_keys)], true).into_iter().filter(|input| !matches!(input, Input::Reply(_))).collect();
        assert_eq!(got, keys(&["j", "j", "Down", "k"]));
        assert_eq!(inputs(&[(0, b"\x1b"), (100, b"j")], true), keys(&["Esc", "j"]));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_come_to_rest(bytes: Vec<u8>, expecting: bool) {
            inputs(&[(0, &bytes)], expecting);
        }
    }
}
