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

/// How signs are drawn that stand for words (U+FDFA) or belong to a number (U+06DD), and are wider than a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Signs {
    /// By the words they stand for; a verse number between ornate parentheses.
    #[default]
    Expanded,
    /// As they are.
    AsWritten,
}

/// Whether vowel marks are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Harakat {
    /// Those that the text has.
    #[default]
    AsWritten,
    /// None: for terminals that cannot place them, and for readers who do not want them.
    Hidden,
}

/// How the lines of a paragraph fill their row, the last one left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Justify {
    /// One side is even, the other ragged.
    #[default]
    Off,
    /// Both sides are even, by wider spaces.
    Spaces,
    /// Both sides are even, by kashida and wider spaces.
    Kashida,
}

/// At which side a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sides {
    /// At the article's side (that of [`BaseDirection::Auto`]) where it takes one or two lines or is an item of a list,
    /// else at the side where it begins.
    #[default]
    ByArticle,
    /// At the side where it begins.
    ByDirection,
}

/// How a verse is set: two half-lines parted by wide blanks, tabs, asterisks or dots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Verse {
    /// As two columns of one width, where they fit.
    #[default]
    Columns,
    /// As any paragraph.
    AsWritten,
}

/// How paragraphs are laid out. The default is for reading.
///
/// All of it is for the eye only: spans, and so copy, search, marks and links, are those of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Settings {
    /// The direction of paragraphs.
    pub base: BaseDirection,
    /// What letters are drawn as.
    pub shaping: Shaping,
    /// What addresses and the like look like among Arabic words.
    pub islands: Islands,
    /// How signs wider than a cell are drawn.
    pub signs: Signs,
    /// Whether vowel marks are drawn.
    pub harakat: Harakat,
    /// How lines fill their row.
    pub justify: Justify,
    /// At which side paragraphs stand.
    pub sides: Sides,
    /// How verses are set.
    pub verse: Verse,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            base: BaseDirection::Auto { fallback_rtl: true },
            shaping: Shaping::default(),
            islands: Islands::default(),
            signs: Signs::default(),
            harakat: Harakat::default(),
            justify: Justify::default(),
            sides: Sides::default(),
            verse: Verse::default(),
        }
    }
}

impl Settings {
    /// UAX #9 and nothing beyond it: what the references are compared with.
    #[must_use]
    pub fn strict(base: BaseDirection) -> Self {
        Self {
            base,
            shaping: Shaping::Forms,
            islands: Islands::AsWritten,
            signs: Signs::AsWritten,
            harakat: Harakat::AsWritten,
            justify: Justify::Off,
            sides: Sides::ByDirection,
            verse: Verse::AsWritten,
        }
    }
}
