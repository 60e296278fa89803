//! What the reader has set once and for all: `config.toml`. Options of the command line win over it.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, anyhow};
use serde::Deserialize;

use super::{
    Failure,
    choices::{Bidi, Harakat, Justify, Shaping, ThemeName},
};
use crate::{
    app::{
        KeyPress,
        command::{self, Command},
        keymap::{self, Keymap},
    },
    locale::Language,
    settings,
};

/// The file, key by key; what it does not name is as usual.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Config {
    /// The language of the interface.
    pub(super) lang: Option<Language>,
    /// How the terminal treats right-to-left text.
    pub(super) bidi: Option<Bidi>,
    /// Light or dark colours.
    pub(super) theme: Option<ThemeName>,
    /// Whether vowel marks are shown.
    pub(super) harakat: Option<Harakat>,
    /// How lines fill their row.
    pub(super) justify: Option<Justify>,
    /// What letters are drawn as.
    pub(super) shaping: Option<Shaping>,
    /// Whether the pointer is the reader's.
    pub(super) mouse: Option<bool>,
    /// Keys of commands, by the names of both: `quit = ["q"]`.
    keys: BTreeMap<String, Vec<String>>,
}

/// Reads the configuration; as usual where there is none.
pub(super) fn load() -> Result<Config, Failure> {
    let Some(path) = settings::config_file() else { return Ok(Config::default()) };
    let named = || format!("the configuration '{}' cannot be read", path.display());
    let text = settings::config(&path).with_context(named)?;
    text.map_or_else(|| Ok(Config::default()), |text| parse(&text, &path))
}

fn parse(text: &str, path: &Path) -> Result<Config, Failure> {
    let config: Config = toml::from_str(text)
        .map_err(|error| anyhow!("{}: line {}: {}", path.display(), line(text, &error), error.message()))?;
    config.keymap().with_context(|| path.display().to_string())?;
    Ok(config)
}

/// The line that is not understood, from 1.
fn line(text: &str, error: &toml::de::Error) -> usize {
    error.span().map_or(1, |span| text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1)
}

impl Config {
    /// The keys as they are to be.
    ///
    /// # Errors
    /// A command or a key that there is none of.
    pub(super) fn keymap(&self) -> Result<Keymap, Failure> {
        let changes: Result<Vec<(Command, Vec<KeyPress>)>, Failure> = self.keys.iter().map(binding).collect();
        Ok(Keymap::with(&changes?))
    }
}

fn binding((command, keys): (&String, &Vec<String>)) -> Result<(Command, Vec<KeyPress>), Failure> {
    let id = command::by_id(command)
        .ok_or_else(|| anyhow!("no command is called '{command}'; the README lists them with their keys"))?;
    let press = |key: &String| {
        keymap::parse(key).ok_or_else(|| anyhow!("'{key}' is no key; write it as j, Ctrl-d, Alt-Left, F1 or Space"))
    };
    Ok((id, keys.iter().map(press).collect::<Result<_, _>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, complaint: &str) {
        let error = parse(text, Path::new("config.toml")).expect_err("a complaint");
        assert!(format!("{error:#}").contains(complaint), "{error:#}");
    }

    #[test]
    fn everything_can_be_set() {
        let text = "lang = 'ar'\nbidi = 'kitty'\ntheme = 'light'\nmouse = false\njustify = 'kashida'\nharakat = 'hidden'\n\
                    shaping = 'none'\n[keys]\nquit = ['Ctrl-q', 'x']";
        let config = parse(text, Path::new("config.toml")).expect("a configuration");
        assert_eq!((config.lang, config.mouse), (Some(Language::Arabic), Some(false)));
        let keymap = config.keymap().expect("a keymap");
        assert_eq!(keymap.command(keymap::parse("x").expect("a key")), Some(Command::Quit));
        assert!(parse("", Path::new("config.toml")).is_ok());
    }

    #[test]
    fn complaints_name_what_is_wrong() {
        check("mouse = true\ncolour = 'red'", "line 2: unknown field");
        check("bidi = 'upside-down'", "upside-down");
        check("[keys]\nfly = ['x']", "'fly'");
        check("[keys]\nquit = ['Hyper-x']", "'Hyper-x'");
        check("lang = ", "line 1");
    }
}
