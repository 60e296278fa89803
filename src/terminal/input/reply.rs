//! What a terminal answers to queries.

use super::token::{Csi, Token};

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// DA1, the fence: its parameters.
    PrimaryAttributes(String),
    /// DA2: its parameters.
    SecondaryAttributes(String),
    /// XTVERSION: name and version.
    Version(String),
    /// DECRPM: the state of a mode. 0 unknown, 1 set, 2 reset, 3 and 4 permanently so.
    Mode {
        /// Whether it is a private (DEC) mode.
        private: bool,
        /// The number of the mode.
        mode: u32,
        /// The state.
        state: u32,
    },
    /// OSC 10 to 12: a colour of the terminal, 8 bits a channel.
    Colour {
        /// 10: text, 11: background, 12: cursor.
        which: u32,
        /// Red, green, blue.
        rgb: [u8; 3],
    },
    /// CPR: where the cursor is, from 1.
    Cursor {
        /// The row.
        row: u32,
        /// The column.
        column: u32,
    },
    /// The flags of kitty's keyboard protocol.
    Keyboard(u32),
    /// The answer of another kind, as text.
    Other(String),
}

/// The answer that a token is. A cursor report looks like F3 with Shift: only where one was `asked` for is it one.
pub(super) fn reply(token: &Token, asked: bool) -> Option<Reply> {
    match token {
        Token::Csi(csi) => sequence(csi, asked),
        Token::Dcs(body) => Some(string(body)),
        Token::Osc(body) => Some(command(body)),
        _ => None,
    }
}

fn sequence(csi: &Csi, asked: bool) -> Option<Reply> {
    let parameters = csi.parameters();
    let text = || String::from_utf8_lossy(&csi.body).trim_start_matches(['?', '>']).to_owned();
    match (csi.marker(), csi.last) {
        (Some(b'?'), b'c') => Some(Reply::PrimaryAttributes(text())),
        (Some(b'>'), b'c') => Some(Reply::SecondaryAttributes(text())),
        (Some(b'?'), b'u') => Some(Reply::Keyboard(parameters.first().copied().unwrap_or(0))),
        (marker, b'y') if csi.has_intermediate(b'$') => {
            let [mode, state] = parameters[..] else { return None };
            Some(Reply::Mode { private: marker == Some(b'?'), mode, state })
        }
        (None, b'R') if asked => {
            let [row, column] = parameters[..] else { return None };
            Some(Reply::Cursor { row, column })
        }
        // No key has a private marker, but for the mouse.
        (Some(marker), _) if marker != b'<' => Some(Reply::Other(format!("{}{}", text(), char::from(csi.last)))),
        _ => None,
    }
}

fn string(body: &[u8]) -> Reply {
    let text = String::from_utf8_lossy(body);
    match text.strip_prefix(">|") {
        Some(version) => Reply::Version(version.to_owned()),
        None => Reply::Other(text.into_owned()),
    }
}

fn command(body: &[u8]) -> Reply {
    let text = String::from_utf8_lossy(body);
    let colour = text.split_once(';').and_then(|(which, colour)| {
        Some(Reply::Colour { which: which.parse().ok().filter(|which| (10..=12).contains(which))?, rgb: rgb(colour)? })
    });
    colour.unwrap_or_else(|| Reply::Other(text.into_owned()))
}

/// `rgb:RRRR/GGGG/BBBB` as XParseColor writes it, with one to four digits a channel; `rgba:` likewise.
fn rgb(text: &str) -> Option<[u8; 3]> {
    let channels = text.strip_prefix("rgb:").or_else(|| text.strip_prefix("rgba:"))?;
    let mut channels = channels.split('/').map(channel);
    Some([channels.next()??, channels.next()??, channels.next()??])
}

fn channel(digits: &str) -> Option<u8> {
    let value = u32::from_str_radix(digits, 16).ok()?;
    let most = match digits.len() {
        1 => 0xF,
        2 => 0xFF,
        3 => 0xFFF,
        4 => 0xFFFF,
        _ => return None,
    };
    u8::try_from(value * 0xFF / most).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, last: u8, expected: Option<Reply>) {
        assert_eq!(reply(&Token::Csi(Csi { body: body.into(), last, alt: false }), false), expected, "{body}");
    }

    #[test]
    fn answers_are_read() {
        check("?64;1;2", b'c', Some(Reply::PrimaryAttributes("64;1;2".to_owned())));
        check(">41;379;0", b'c', Some(Reply::SecondaryAttributes("41;379;0".to_owned())));
        check("8;1$", b'y', Some(Reply::Mode { private: false, mode: 8, state: 1 }));
        check("?2026;2$", b'y', Some(Reply::Mode { private: true, mode: 2026, state: 2 }));
        check("?0", b'u', Some(Reply::Keyboard(0)));
        check("1;2", b'R', None);
        check("", b'A', None);
    }

    #[test]
    fn colours_come_with_any_number_of_digits() {
        let colour = |body: &str| command(body.as_bytes());
        assert_eq!(colour("11;rgb:ffff/0000/8080"), Reply::Colour { which: 11, rgb: [255, 0, 128] });
        assert_eq!(colour("10;rgb:f/0/8"), Reply::Colour { which: 10, rgb: [255, 0, 136] });
        assert_eq!(colour("11;x"), Reply::Other("11;x".to_owned()));
    }
}
