//! Tokens into keys: the legacy encodings of xterm, rxvt and the Linux console, and `CSI u`.

use super::token::{Csi, Token};
use crate::app::{Key, KeyPress, Modifiers};

/// The key of a token, none where it is no key that the reader knows.
pub(super) fn key(token: &Token) -> Option<KeyPress> {
    match token {
        Token::Char(typed) => Some(Key::Char(*typed).into()),
        Token::Control(byte) => control(*byte),
        Token::Escape => Some(Key::Esc.into()),
        Token::Escaped(typed) => escaped(*typed),
        Token::Ss3 { byte, alt } => {
            let modifiers = Modifiers { alt: *alt, ctrl: byte.is_ascii_lowercase(), shift: false };
            Some(KeyPress { key: by_letter(byte.to_ascii_uppercase())?, modifiers })
        }
        Token::Csi(csi) => sequence(csi),
        Token::Osc(_) | Token::Dcs(_) | Token::X10(_) => None,
    }
}

fn control(byte: u8) -> Option<KeyPress> {
    let plain = match byte {
        b'\r' | b'\n' => Some(Key::Enter),
        b'\t' => Some(Key::Tab),
        0x08 | 0x7F => Some(Key::Backspace),
        _ => None,
    };
    if let Some(key) = plain {
        return Some(key.into());
    }
    let letter = match byte {
        0x00 => ' ',
        0x01..=0x1A => char::from(byte - 1 + b'a'),
        0x1C..=0x1F => char::from(byte + 0x40),
        _ => return None,
    };
    Some(KeyPress { key: Key::Char(letter), modifiers: Modifiers { ctrl: true, ..Modifiers::default() } })
}

/// ESC before a character or a control byte is Alt.
fn escaped(typed: char) -> Option<KeyPress> {
    let press = match u8::try_from(typed) {
        Ok(byte) if byte < 0x20 || byte == 0x7F => control(byte)?,
        _ => Key::Char(typed).into(),
    };
    Some(KeyPress { modifiers: Modifiers { alt: true, ..press.modifiers }, ..press })
}

fn sequence(csi: &Csi) -> Option<KeyPress> {
    if csi.marker().is_some() {
        return None;
    }
    let parameters = csi.parameters();
    let first = parameters.first().copied().unwrap_or(0);
    let mut modifiers = held(parameters.get(1).copied().unwrap_or(0));
    modifiers.alt |= csi.alt;
    let key = match csi.last {
        b'~' if first == 27 => character(parameters.get(2).copied()?)?,
        b'~' => by_number(first)?,
        // rxvt: the final byte says what was held with a numbered key.
        b'^' => return Some(KeyPress { key: by_number(first)?, modifiers: Modifiers { ctrl: true, ..modifiers } }),
        b'$' => return Some(KeyPress { key: by_number(first)?, modifiers: Modifiers { shift: true, ..modifiers } }),
        b'u' => character(first)?,
        b'Z' => Key::BackTab,
        // The Linux console: CSI [ A to E.
        letter @ b'A'..=b'E' if csi.body.first() == Some(&b'[') => Key::F(letter - b'A' + 1),
        letter @ b'a'..=b'd' => {
            modifiers.shift = true;
            by_letter(letter.to_ascii_uppercase())?
        }
        letter => by_letter(letter)?,
    };
    Some(KeyPress { key, modifiers: shift_in_character(key, modifiers) })
}

/// xterm's modifier parameter: 1 and a bit each for Shift, Alt and Control.
fn held(parameter: u32) -> Modifiers {
    let bits = parameter.saturating_sub(1);
    Modifiers { shift: bits & 1 != 0, alt: bits & 2 != 0, ctrl: bits & 4 != 0 }
}

fn shift_in_character(key: Key, modifiers: Modifiers) -> Modifiers {
    let shift = modifiers.shift && !matches!(key, Key::Char(_) | Key::BackTab);
    Modifiers { shift, ..modifiers }
}

fn character(code: u32) -> Option<Key> {
    Some(match code {
        9 => Key::Tab,
        13 => Key::Enter,
        27 => Key::Esc,
        8 | 127 => Key::Backspace,
        _ => Key::Char(char::from_u32(code).filter(|typed| !typed.is_control())?),
    })
}

fn by_letter(letter: u8) -> Option<Key> {
    Some(match letter {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'F' => Key::End,
        b'H' => Key::Home,
        b'M' => Key::Enter,
        b'P'..=b'S' => Key::F(letter - b'P' + 1),
        _ => return None,
    })
}

fn by_number(number: u32) -> Option<Key> {
    let function = |number: u32, skipped: u32| u8::try_from(number - 10 - skipped).ok().map(Key::F);
    match number {
        1 | 7 => Some(Key::Home),
        3 => Some(Key::Delete),
        4 | 8 => Some(Key::End),
        5 => Some(Key::PageUp),
        6 => Some(Key::PageDown),
        11..=15 => function(number, 0),
        17..=21 => function(number, 1),
        23 | 24 => function(number, 2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::token::{Token, Tokenizer},
        *,
    };
    use crate::app::keymap;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let mut tokenizer = Tokenizer::default();
        let mut tokens: Vec<Token> = Vec::new();
        bytes.iter().for_each(|byte| tokenizer.push(*byte, &mut tokens));
        tokenizer.flush(&mut tokens);
        let keys: Vec<KeyPress> = tokens.iter().filter_map(key).collect();
        assert_eq!(keys, [keymap::parse(expected).expect("a key")], "{:?}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn keys_come_in_the_encodings_of_many_terminals() {
        check(b"j", "j");
        check(b"\r", "Enter");
        check(b"\x04", "Ctrl-d");
        check(b"\x1a", "Ctrl-z");
        check(b"\x7f", "Backspace");
        check(b"\x1b", "Esc");
        check(b"\x1b1", "Alt-1");
        check(b"\x1b[A", "Up");
        check(b"\x1bOB", "Down");
        check(b"\x1b[1;3D", "Alt-Left");
        check(b"\x1b\x1b[D", "Alt-Left");
        check(b"\x1b[5~", "PageUp");
        check(b"\x1b[4~", "End");
        check(b"\x1b[8~", "End");
        check(b"\x1bOP", "F1");
        check(b"\x1b[11~", "F1");
        check(b"\x1b[[A", "F1");
        check(b"\x1b[24~", "F12");
        check(b"\x1b[Z", "BackTab");
        check(b"\x1b[100;5u", "Ctrl-d");
        check(b"\x1b[27;5;100~", "Ctrl-d");
    }
}
