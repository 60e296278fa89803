//! What the reader sets once and for all: `config.toml` in `$XDG_CONFIG_HOME/qari`.
//!
//! ```toml
//! bidi = "plain"   # how the terminal treats right-to-left text, as --bidi
//! theme = "light"  # as --theme
//! mouse = false    # as --no-mouse
//! ```

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

use etcetera::BaseStrategy;
use serde::Deserialize;

/// The settings of the file; what an option says goes before.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The name of the terminal's class, or `auto`.
    pub bidi: Option<String>,
    /// `light` or `dark`.
    pub theme: Option<String>,
    /// Whether the mouse is taken.
    pub mouse: Option<bool>,
}

/// The file is there and is no configuration.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    reason: String,
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for Error {}

impl Config {
    /// Reads the file; without one nothing is set.
    ///
    /// # Errors
    /// It cannot be read, or says what is not understood.
    pub fn load() -> Result<Self, Error> {
        let Some(path) = path() else { return Ok(Self::default()) };
        match fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text, &path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(Error { path, reason: error.to_string() }),
        }
    }

    fn parse(text: &str, path: &Path) -> Result<Self, Error> {
        toml::from_str(text).map_err(|error: toml::de::Error| {
            let line =
                error.span().map_or(1, |span| text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1);
            Error { path: path.to_owned(), reason: format!("line {line}: {}", error.message()) }
        })
    }
}

fn path() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.config_dir().join("qari").join("config.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, String> {
        Config::parse(text, Path::new("config.toml")).map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_set_is_read_and_what_is_not_understood_is_said() {
        let config = Config { bidi: Some("kitty".into()), mouse: Some(false), ..Config::default() };
        assert_eq!(parse("bidi = \"kitty\"\nmouse = false\n"), Ok(config));
        assert_eq!(parse(""), Ok(Config::default()));
        let error = parse("mouse = true\nmuose = false\n").expect_err("a slip");
        assert!(error.starts_with("config.toml: line 2: unknown field"), "{error}");
    }
}
