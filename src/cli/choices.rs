//! What can be chosen on the command line and in the configuration alike.

use std::str::FromStr;

use serde::Deserialize;

use crate::{
    app::{self, Background},
    terminal::{Class, UnknownClass},
    text,
};

/// How the terminal treats right-to-left text; none: it is found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Bidi(pub(super) Option<Class>);

impl FromStr for Bidi {
    type Err = UnknownClass;

    fn from_str(name: &str) -> Result<Self, UnknownClass> {
        if name == "auto" { Ok(Self(None)) } else { name.parse().map(|class| Self(Some(class))) }
    }
}

impl TryFrom<String> for Bidi {
    type Error = UnknownClass;

    fn try_from(name: String) -> Result<Self, UnknownClass> {
        name.parse()
    }
}

/// Light or dark colours.
#[derive(Debug, Clone, Copy, clap::ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum ThemeName {
    /// Dark text on light.
    Light,
    /// Light text on dark.
    Dark,
}

impl From<ThemeName> for Background {
    fn from(name: ThemeName) -> Self {
        match name {
            ThemeName::Light => Self::Light,
            ThemeName::Dark => Self::Dark,
        }
    }
}

/// What letters are drawn as.
#[derive(Debug, Clone, Copy, clap::ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Shaping {
    /// Joined, by presentation forms.
    Forms,
    /// As they are written, for terminals and fonts without such forms.
    None,
}

impl From<Shaping> for text::Shaping {
    fn from(shaping: Shaping) -> Self {
        match shaping {
            Shaping::Forms => Self::Forms,
            Shaping::None => Self::None,
        }
    }
}

/// How lines fill their row.
#[derive(Debug, Clone, Copy, clap::ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Justify {
    /// One side is ragged.
    Off,
    /// By wider spaces.
    Spaces,
    /// By kashida and wider spaces.
    Kashida,
}

impl From<Justify> for text::Justify {
    fn from(justify: Justify) -> Self {
        match justify {
            Justify::Off => Self::Off,
            Justify::Spaces => Self::Spaces,
            Justify::Kashida => Self::Kashida,
        }
    }
}

/// Whether vowel marks are shown.
#[derive(Debug, Clone, Copy, clap::ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Harakat {
    /// Where the terminal places them on their letters.
    Auto,
    /// As they are written, whatever the terminal makes of them.
    Written,
    /// Not at all.
    Hidden,
}

impl From<Harakat> for app::Harakat {
    fn from(harakat: Harakat) -> Self {
        match harakat {
            Harakat::Auto => Self::Auto,
            Harakat::Written => Self::AsWritten,
            Harakat::Hidden => Self::Hidden,
        }
    }
}
