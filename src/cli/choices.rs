//! What can be chosen on the command line and in the configuration alike.

use std::str::FromStr;

use serde::Deserialize;

use crate::{
    app::Background,
    terminal::{Class, UnknownClass},
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
