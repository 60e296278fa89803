//! How text is set: the choices of a reader, as plain data.

/// The direction of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BaseDirection {
    /// That of its first strong letter (UAX #9 P2, P3).
    Auto {
        /// What a paragraph without any strong letter takes: that of the article.
        fallback_rtl: bool,
    },
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

/// What letters are drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Shaping {
    /// Presentation forms: joined, lam and alef in one cell.
    #[default]
    Forms,
    /// The letters as they are written, for fonts and terminals that have no such forms or join on their own.
    None,
}

/// Whether addresses, phone numbers, ISO dates, paths and code keep their order among Arabic words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Islands {
    /// Each is read from the left, as if it were isolated (UAX #9 HL3).
    #[default]
    Isolated,
    /// UAX #9 as it stands.
    AsWritten,
}

/// How paragraphs are laid out. The default is for reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Settings {
    /// The direction of paragraphs.
    pub base: BaseDirection,
    /// What letters are drawn as.
    pub shaping: Shaping,
    /// What addresses and the like look like among Arabic words.
    pub islands: Islands,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            base: BaseDirection::Auto { fallback_rtl: true },
            shaping: Shaping::default(),
            islands: Islands::default(),
        }
    }
}

impl Settings {
    /// UAX #9 and nothing beyond it: what the references are compared with.
    #[must_use]
    pub fn strict(base: BaseDirection) -> Self {
        Self { base, shaping: Shaping::Forms, islands: Islands::AsWritten }
    }
}
