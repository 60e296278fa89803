//! Bytes from the terminal into tokens: characters, control bytes and whole escape sequences (ECMA-48).
//!
//! Sequences may come split anywhere. What has begun and not ended is kept until it ends or [`Tokenizer::flush`]
//! says that nothing more is coming.

/// Bytes of a string sequence kept at most; the rest of a longer one is dropped.
const LONGEST_STRING: usize = 64 * 1024;
/// Bytes of parameters kept at most.
const LONGEST_PARAMETERS: usize = 64;

/// One token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A character, never a control character.
    Char(char),
    /// A control byte: C0 without ESC, or DEL.
    Control(u8),
    /// ESC and a character or a control byte: how Alt is typed.
    Escaped(char),
    /// ESC alone.
    Escape,
    /// A control sequence.
    Csi(Csi),
    /// SS3 and its byte.
    Ss3 {
        /// What follows.
        byte: u8,
        /// Whether ESC came before.
        alt: bool,
    },
    /// An operating system command: its bytes without introducer and terminator.
    Osc(Vec<u8>),
    /// A device control string, likewise.
    Dcs(Vec<u8>),
    /// A mouse report of the oldest kind: button and place, each with 32 added.
    X10([u8; 3]),
}

/// `CSI`, parameter and intermediate bytes, final byte.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Csi {
    /// Parameter and intermediate bytes (0x20 to 0x3F) as they came.
    pub body: Vec<u8>,
    /// The final byte.
    pub last: u8,
    /// Whether ESC came before.
    pub alt: bool,
}

impl Csi {
    /// The private marker `<`, `=`, `>` or `?`, if there is one.
    pub fn marker(&self) -> Option<u8> {
        self.body.first().copied().filter(|byte| (b'<'..=b'?').contains(byte))
    }

    /// The parameters, those left out as 0; sub-parameters after a colon are left out.
    pub fn parameters(&self) -> Vec<u32> {
        let digits = |byte: &u8| byte.is_ascii_digit() || *byte == b';' || *byte == b':';
        let start = usize::from(self.marker().is_some());
        let text: String =
            self.body.iter().skip(start).take_while(|byte| digits(byte)).map(|byte| char::from(*byte)).collect();
        let number = |field: &str| field.split(':').next().and_then(|field| field.parse().ok()).unwrap_or(0);
        text.split(';').map(number).collect()
    }

    /// Whether it has this intermediate byte.
    pub fn has_intermediate(&self, byte: u8) -> bool {
        self.body.contains(&byte)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Ground,
    Escape,
    Csi,
    Ss3,
    Osc,
    Dcs,
    /// ESC within a string: its end if a backslash follows.
    StringEscape {
        dcs: bool,
    },
    X10,
}

/// The state machine.
#[derive(Debug, Default)]
pub(super) struct Tokenizer {
    state: State,
    /// The bytes of the sequence that has begun.
    held: Vec<u8>,
    /// ESC came before the ESC of the sequence.
    alt: bool,
    /// The bytes of a character that has begun.
    utf8: Vec<u8>,
}

impl Tokenizer {
    /// Takes a byte in.
    pub fn push(&mut self, byte: u8, out: &mut Vec<Token>) {
        match self.state {
            State::Ground => self.ground(byte, out),
            State::Escape => self.escape(byte, out),
            State::Csi => self.csi(byte, out),
            State::Ss3 => self.end(Token::Ss3 { byte, alt: self.alt }, out),
            State::Osc | State::Dcs => self.string(byte, out),
            State::StringEscape { dcs } => self.string_escape(byte, dcs, out),
            State::X10 => self.x10(byte, out),
        }
    }

    /// What has begun and not ended.
    pub fn pending(&self) -> Option<Pending> {
        match self.state {
            State::Ground => None,
            State::Escape => Some(Pending::Escape),
            _ => Some(Pending::Sequence),
        }
    }

    /// Ends what has begun: ESC alone is the key, an introducer alone was typed with Alt, and of a sequence that
    /// breaks off nothing is left.
    pub fn flush(&mut self, out: &mut Vec<Token>) {
        let introducer = match self.state {
            State::Ground | State::StringEscape { .. } | State::X10 => None,
            State::Escape => Some(Token::Escape),
            State::Csi => Some(Token::Escaped('[')),
            State::Ss3 => Some(Token::Escaped('O')),
            State::Osc => Some(Token::Escaped(']')),
            State::Dcs => Some(Token::Escaped('P')),
        };
        let bare = self.held.is_empty();
        self.reset();
        out.extend(introducer.filter(|_| bare));
    }

    fn reset(&mut self) {
        self.state = State::Ground;
        self.held.clear();
        self.alt = false;
    }

    fn end(&mut self, token: Token, out: &mut Vec<Token>) {
        self.reset();
        out.push(token);
    }

    fn begin(&mut self, state: State) {
        self.state = state;
        self.held.clear();
    }

    fn ground(&mut self, byte: u8, out: &mut Vec<Token>) {
        match byte {
            0x1B => {
                self.utf8.clear();
                self.begin(State::Escape);
            }
            0x00..=0x1F | 0x7F => {
                self.utf8.clear();
                out.push(Token::Control(byte));
            }
            _ => out.extend(self.character(byte).map(Token::Char)),
        }
    }

    /// A character that ends with this byte; what is not UTF-8 is dropped.
    fn character(&mut self, byte: u8) -> Option<char> {
        if !self.utf8.is_empty() && byte & 0xC0 != 0x80 {
            self.utf8.clear();
        }
        self.utf8.push(byte);
        match std::str::from_utf8(&self.utf8) {
            Ok(text) => {
                let character = text.chars().next().filter(|character| !character.is_control());
                self.utf8.clear();
                character
            }
            Err(error) => {
                if error.error_len().is_some() {
                    self.utf8.clear();
                }
                None
            }
        }
    }

    fn escape(&mut self, byte: u8, out: &mut Vec<Token>) {
        // A character after ESC may be of several bytes.
        if !self.utf8.is_empty() || byte >= 0x80 {
            if let Some(character) = self.character(byte) {
                self.end(Token::Escaped(character), out);
            } else if self.utf8.is_empty() {
                self.reset();
            }
            return;
        }
        match byte {
            b'[' => self.begin(State::Csi),
            b'O' => self.begin(State::Ss3),
            b']' => self.begin(State::Osc),
            b'P' => self.begin(State::Dcs),
            0x1B if self.alt => out.push(Token::Escape),
            0x1B => self.alt = true,
            _ => self.end(Token::Escaped(char::from(byte)), out),
        }
    }

    fn csi(&mut self, byte: u8, out: &mut Vec<Token>) {
        match byte {
            0x20..=0x3F => {
                if self.held.len() < LONGEST_PARAMETERS {
                    self.held.push(byte);
                }
            }
            // The Linux console's first function keys: CSI [ A.
            b'[' if self.held.is_empty() => self.held.push(b'['),
            b'M' if self.held.is_empty() => self.begin(State::X10),
            0x40..=0x7E => {
                let body = std::mem::take(&mut self.held);
                self.end(Token::Csi(Csi { body, last: byte, alt: self.alt }), out);
            }
            0x1B => {
                self.reset();
                self.begin(State::Escape);
            }
            _ => self.reset(),
        }
    }

    fn x10(&mut self, byte: u8, out: &mut Vec<Token>) {
        self.held.push(byte);
        if let Ok(report) = <[u8; 3]>::try_from(self.held.as_slice()) {
            self.end(Token::X10(report), out);
        }
    }

    fn string(&mut self, byte: u8, out: &mut Vec<Token>) {
        let dcs = self.state == State::Dcs;
        match byte {
            0x1B => self.state = State::StringEscape { dcs },
            0x07 if !dcs => self.end_string(dcs, out),
            // CAN and SUB break a string off.
            0x18 | 0x1A => self.reset(),
            _ if self.held.len() < LONGEST_STRING => self.held.push(byte),
            _ => {}
        }
    }

    fn string_escape(&mut self, byte: u8, dcs: bool, out: &mut Vec<Token>) {
        if byte == b'\\' {
            self.end_string(dcs, out);
            return;
        }
        // Another sequence begins before this one has ended.
        self.reset();
        self.begin(State::Escape);
        self.escape(byte, out);
    }

    fn end_string(&mut self, dcs: bool, out: &mut Vec<Token>) {
        let body = std::mem::take(&mut self.held);
        self.end(if dcs { Token::Dcs(body) } else { Token::Osc(body) }, out);
    }
}

/// How far something has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pending {
    /// ESC: the key, or the start of anything.
    Escape,
    /// An introducer and perhaps more.
    Sequence,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(bytes: &[u8]) -> Vec<Token> {
        let mut tokenizer = Tokenizer::default();
        let mut out = Vec::new();
        bytes.iter().for_each(|byte| tokenizer.push(*byte, &mut out));
        tokenizer.flush(&mut out);
        out
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: &[Token]) {
        assert_eq!(tokens(bytes), expected, "{:?}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn sequences_are_told_from_characters() {
        let csi = |body: &[u8], last| Token::Csi(Csi { body: body.to_vec(), last, alt: false });
        check(b"a\x1b[1;5Cb", &[Token::Char('a'), csi(b"1;5", b'C'), Token::Char('b')]);
        check(b"\x1b[>41;379;0c", &[csi(b">41;379;0", b'c')]);
        check(b"\x1bP>|XTerm(379)\x1b\\j", &[Token::Dcs(b">|XTerm(379)".to_vec()), Token::Char('j')]);
        check(b"\x1b]11;rgb:0/0/0\x07k", &[Token::Osc(b"11;rgb:0/0/0".to_vec()), Token::Char('k')]);
        check(b"\x1bOP", &[Token::Ss3 { byte: b'P', alt: false }]);
        check(b"\x1b1\x1b", &[Token::Escaped('1'), Token::Escape]);
        check("\u{644}\x1b\u{644}".as_bytes(), &[Token::Char('\u{644}'), Token::Escaped('\u{644}')]);
        check(b"\x1b\x1b[D", &[Token::Csi(Csi { body: Vec::new(), last: b'D', alt: true })]);
        check(b"\x1b[M !!x", &[Token::X10(*b" !!"), Token::Char('x')]);
    }

    #[test]
    fn what_breaks_off_leaves_no_keys() {
        check(b"\x1b[>41;37", &[]);
        check(b"\x1b]11;rgb", &[]);
        check(b"\x1b]11;rgb\x1b[A", &[Token::Csi(Csi { body: Vec::new(), last: b'A', alt: false })]);
        check(b"\x1b[", &[Token::Escaped('[')]);
        check(b"\xff\xd9a", &[Token::Char('a')]);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_taken(bytes: Vec<u8>) {
            tokens(&bytes);
        }
    }
}
