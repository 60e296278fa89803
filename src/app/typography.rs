//! How the reader wants the text set.

use crate::text::{self, BaseDirection, Justify, Settings, Shaping};

/// Whether vowel marks are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Harakat {
    /// Where the terminal places them on their letters.
    #[default]
    Auto,
    /// As the text has them, whatever the terminal makes of them.
    AsWritten,
    /// None.
    Hidden,
}

/// What can be chosen about the setting of the text. It is for the eye only: nothing that is kept depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Typography {
    /// Whether vowel marks are shown.
    pub harakat: Harakat,
    /// How lines fill their row.
    pub justify: Justify,
    /// What letters are drawn as.
    pub shaping: Shaping,
}

impl Typography {
    /// The next way to show vowel marks.
    pub fn turn_harakat(&mut self) {
        self.harakat = match self.harakat {
            Harakat::Auto => Harakat::Hidden,
            Harakat::Hidden => Harakat::AsWritten,
            Harakat::AsWritten => Harakat::Auto,
        };
    }

    /// The next way to fill lines.
    pub fn turn_justify(&mut self) {
        self.justify = match self.justify {
            Justify::Off => Justify::Spaces,
            Justify::Spaces => Justify::Kashida,
            Justify::Kashida => Justify::Off,
        };
    }

    /// How an article that runs from right to left, or does not, is laid out.
    #[must_use]
    pub fn settings(self, rtl: bool) -> Settings {
        let harakat = match self.harakat {
            Harakat::Hidden => text::Harakat::Hidden,
            // The terminal's class leaves them out where it has to.
            Harakat::Auto | Harakat::AsWritten => text::Harakat::AsWritten,
        };
        Settings {
            base: BaseDirection::Auto { fallback_rtl: rtl },
            harakat,
            justify: self.justify,
            shaping: self.shaping,
            ..Settings::default()
        }
    }

    /// How strings of the interface are set.
    #[must_use]
    pub fn interface(self) -> Settings {
        Settings { justify: Justify::Off, ..self.settings(true) }
    }
}
