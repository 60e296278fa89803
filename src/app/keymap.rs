//! From a key press to a command, whichever layout the keyboard has.

use rustc_hash::FxHashMap;

use super::{
    command::{Command, TABLE},
    key::{Key, KeyPress, Modifiers},
    layout101,
};

/// Which key does what.
#[derive(Debug, Clone)]
pub struct Keymap {
    keys: FxHashMap<KeyPress, Command>,
    of_commands: FxHashMap<Command, Vec<KeyPress>>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::with(&[])
    }
}

impl Keymap {
    /// The keys of the command table, but for commands that are given others; a key that was another command's is
    /// taken from it.
    #[must_use]
    pub fn with(changes: &[(Command, Vec<KeyPress>)]) -> Self {
        let usual = TABLE.iter().map(|row| (row.command, row.keys.iter().filter_map(|key| parse(key)).collect()));
        let mut of_commands: FxHashMap<Command, Vec<KeyPress>> = usual.collect();
        for (command, presses) in changes {
            for others in of_commands.values_mut() {
                others.retain(|press| !presses.contains(press));
            }
            of_commands.insert(*command, presses.clone());
        }
        let pairs = of_commands.iter().flat_map(|(command, presses)| presses.iter().map(|press| (*press, *command)));
        Self { keys: pairs.collect(), of_commands }
    }

    /// The keys of a command, the usual one first.
    #[must_use]
    pub fn keys_of(&self, command: Command) -> &[KeyPress] {
        self.of_commands.get(&command).map_or(&[], Vec::as_slice)
    }

    /// The command of a key: by what it types, else by its position under the Arabic layout.
    #[must_use]
    pub fn command(&self, press: KeyPress) -> Option<Command> {
        let positional = || self.keys.get(&latin(press));
        self.keys.get(&press).or_else(positional).or_else(|| self.keys.get(&eighth_bit(press)?)).copied()
    }
}

/// The same press on a Latin layout.
#[must_use]
pub fn latin(press: KeyPress) -> KeyPress {
    match press.key {
        Key::Char(typed) => KeyPress { key: Key::Char(layout101::latin(typed)), ..press },
        _ => press,
    }
}

/// The key that xterm, as it comes, types with Alt held: it sets the eighth bit instead of sending Escape first.
fn eighth_bit(press: KeyPress) -> Option<KeyPress> {
    let Key::Char(typed) = press.key else { return None };
    let seven = u8::try_from(u32::from(typed)).ok()?.checked_sub(0x80).filter(|seven| seven.is_ascii_graphic())?;
    let modifiers = Modifiers { alt: true, ..press.modifiers };
    Some(KeyPress { key: Key::Char(char::from(seven)), modifiers })
}

/// Reads the name of a key as the command table writes it: `j`, `Ctrl-d`, `Alt-Left`, `F1`, `Space`.
#[must_use]
pub fn parse(name: &str) -> Option<KeyPress> {
    let mut modifiers = Modifiers::default();
    let mut rest = name;
    loop {
        if let Some(after) = rest.strip_prefix("Ctrl-") {
            modifiers.ctrl = true;
            rest = after;
        } else if let Some(after) = rest.strip_prefix("Alt-") {
            modifiers.alt = true;
            rest = after;
        } else {
            break;
        }
    }
    let key = match rest {
        "Space" => Key::Char(' '),
        "Enter" => Key::Enter,
        "Esc" => Key::Esc,
        "Tab" => Key::Tab,
        "BackTab" => Key::BackTab,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        _ => named_otherwise(rest)?,
    };
    Some(KeyPress { key, modifiers })
}

fn named_otherwise(name: &str) -> Option<Key> {
    let mut characters = name.chars();
    match (characters.next()?, characters.as_str()) {
        (only, "") => Some(Key::Char(only)),
        ('F', number) => number.parse().ok().map(Key::F),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_table_parses_and_is_used_once() {
        let mut seen = std::collections::BTreeMap::new();
        for row in TABLE {
            for key in row.keys {
                let press = parse(key).unwrap_or_else(|| panic!("{key} does not parse"));
                assert_eq!(seen.insert(press, row.command), None, "{key} is bound twice");
            }
        }
    }

    #[test]
    fn keys_can_be_given_to_other_commands() {
        let q = parse("q").expect("a key");
        let keymap = Keymap::with(&[(Command::Down, vec![q])]);
        assert_eq!(keymap.command(q), Some(Command::Down));
        assert_eq!(keymap.command(parse("j").expect("a key")), None);
        assert_eq!(keymap.keys_of(Command::Quit), &[parse("Ctrl-c").expect("a key")]);
    }

    #[test]
    fn commands_work_under_the_arabic_layout() {
        let keymap = Keymap::default();
        let check =
            |typed: char, command| assert_eq!(keymap.command(Key::Char(typed).into()), Some(command), "{typed}");
        check('\u{062A}', Command::Down);
        check('\u{FEFB}', Command::PageUp);
        check('\u{FEF7}', Command::Bottom);
        check('\u{0644}', Command::Top);
        check('\u{0622}', Command::Previous);
        check('\u{0649}', Command::Next);
        check('\u{0636}', Command::Quit);
        // Alt-2 as xterm types it.
        check('\u{00B2}', Command::Meetings);
    }
}
