//! Mouse reports: SGR (1006), and the oldest form from terminals that do not know it.

use super::token::{Csi, Token};
use crate::app::message::{Mouse, MouseAction};

/// The pointer event of a token; its column is what the terminal reports, from 0.
pub(super) fn mouse(token: &Token) -> Option<Mouse> {
    match token {
        Token::Csi(csi) => sgr(csi),
        Token::X10([button, column, row]) => {
            let button = u32::from(button.saturating_sub(32));
            // In the old form 3 is the release of any button.
            let (button, released) = if button & 3 == 3 && button < 64 { (0, true) } else { (button, false) };
            let place = |byte: &u8| u32::from(byte.saturating_sub(32));
            event(button, place(column), place(row), released)
        }
        _ => None,
    }
}

fn sgr(csi: &Csi) -> Option<Mouse> {
    if csi.marker() != Some(b'<') || !matches!(csi.last, b'M' | b'm') {
        return None;
    }
    let [button, column, row] = csi.parameters()[..] else { return None };
    event(button, column, row, csi.last == b'm')
}

fn event(button: u32, column: u32, row: u32, released: bool) -> Option<Mouse> {
    const HELD: u32 = 4 + 8 + 16;
    const MOTION: u32 = 32;
    let action = match (button & !HELD, released) {
        (0, false) => MouseAction::Press,
        (0 | MOTION, true) => MouseAction::Release,
        (MOTION, false) => MouseAction::Drag,
        (64, _) => MouseAction::WheelUp,
        (65, _) => MouseAction::WheelDown,
        _ => return None,
    };
    let place = |number: u32| u16::try_from(number.saturating_sub(1)).ok();
    Some(Mouse { action, column: place(column)?, row: place(row)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, last: u8, expected: Option<(MouseAction, u16, u16)>) {
        let token = Token::Csi(Csi { body: body.into(), last, alt: false });
        assert_eq!(mouse(&token).map(|mouse| (mouse.action, mouse.column, mouse.row)), expected, "{body}");
    }

    #[test]
    fn reports_are_read() {
        check("<0;12;3", b'M', Some((MouseAction::Press, 11, 2)));
        check("<0;12;3", b'm', Some((MouseAction::Release, 11, 2)));
        check("<32;1;1", b'M', Some((MouseAction::Drag, 0, 0)));
        check("<64;5;6", b'M', Some((MouseAction::WheelUp, 4, 5)));
        check("<2;5;6", b'M', None);
        check("<35;5;6", b'M', None);
    }
}
