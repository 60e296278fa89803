//! The Arabic keyboard: which Latin key lies under a character typed on it.
//!
//! Commands go by the position of a key, so that they work while the keyboard types Arabic. The layout
//! is Arabic 101 with its lam-alef keys; XKB's `ara` has the same letters in the same places.

/// Pairs of (Arabic character, Latin character of the same key and shift).
///
/// Shifted keys that type a character which is a key of its own on a Latin layout (`[ ] { } / < >`…)
/// stay what they type.
const KEYS: &[(char, char)] = &[
    ('\u{0636}', 'q'),
    ('\u{0635}', 'w'),
    ('\u{062B}', 'e'),
    ('\u{0642}', 'r'),
    ('\u{0641}', 't'),
    ('\u{063A}', 'y'),
    ('\u{0639}', 'u'),
    ('\u{0647}', 'i'),
    ('\u{062E}', 'o'),
    ('\u{062D}', 'p'),
    ('\u{062C}', '['),
    ('\u{062F}', ']'),
    ('\u{0634}', 'a'),
    ('\u{0633}', 's'),
    ('\u{064A}', 'd'),
    ('\u{0628}', 'f'),
    ('\u{0644}', 'g'),
    ('\u{0627}', 'h'),
    ('\u{062A}', 'j'),
    ('\u{0646}', 'k'),
    ('\u{0645}', 'l'),
    ('\u{0643}', ';'),
    ('\u{0637}', '\''),
    ('\u{0626}', 'z'),
    ('\u{0621}', 'x'),
    ('\u{0624}', 'c'),
    ('\u{0631}', 'v'),
    ('\u{FEFB}', 'b'),
    ('\u{0649}', 'n'),
    ('\u{0629}', 'm'),
    ('\u{0648}', ','),
    ('\u{0632}', '.'),
    ('\u{0638}', '/'),
    ('\u{0630}', '`'),
    ('\u{064E}', 'Q'),
    ('\u{064B}', 'W'),
    ('\u{064F}', 'E'),
    ('\u{064C}', 'R'),
    ('\u{FEF9}', 'T'),
    ('\u{0625}', 'Y'),
    ('\u{061B}', 'P'),
    ('\u{0650}', 'A'),
    ('\u{064D}', 'S'),
    ('\u{FEF7}', 'G'),
    ('\u{0623}', 'H'),
    ('\u{0640}', 'J'),
    ('\u{060C}', 'K'),
    ('\u{0652}', 'X'),
    ('\u{FEF5}', 'B'),
    ('\u{0622}', 'N'),
    ('\u{0651}', '~'),
    ('\u{061F}', '?'),
];

/// The Latin character of the key that types `typed` on the Arabic layout; other characters are themselves.
///
/// All three sets of digits count as digits.
#[must_use]
pub fn latin(typed: char) -> char {
    if let Some(digit) = digit(typed) {
        return digit;
    }
    KEYS.iter().find(|(arabic, _)| *arabic == typed).map_or(typed, |(_, latin)| *latin)
}

fn digit(typed: char) -> Option<char> {
    let value = match typed {
        '\u{0660}'..='\u{0669}' => u32::from(typed) - 0x0660,
        '\u{06F0}'..='\u{06F9}' => u32::from(typed) - 0x06F0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// The two letters a lam-alef key types, for fields where text is typed.
#[must_use]
pub fn spelled(typed: char) -> Option<[char; 2]> {
    let alef = match typed {
        '\u{FEFB}' => '\u{0627}',
        '\u{FEF7}' => '\u{0623}',
        '\u{FEF9}' => '\u{0625}',
        '\u{FEF5}' => '\u{0622}',
        _ => return None,
    };
    Some(['\u{0644}', alef])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_by_position() {
        assert_eq!(latin('\u{062A}'), 'j');
        assert_eq!(latin('\u{FEFB}'), 'b');
        assert_eq!(latin('\u{FEF7}'), 'G');
        assert_eq!(latin('\u{0644}'), 'g');
        assert_eq!(latin('\u{0663}'), '3');
        assert_eq!(latin('/'), '/');
    }

    #[test]
    fn no_key_twice() {
        for (index, (arabic, latin)) in KEYS.iter().enumerate() {
            assert!(KEYS[index + 1..].iter().all(|(other, twin)| other != arabic && twin != latin), "{arabic} {latin}");
        }
    }
}
