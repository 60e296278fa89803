//! The word lists and the model of `assets/lexicon`, loaded once.

pub mod dates;
pub mod events;
mod numbers;
mod table;

use std::sync::LazyLock;

pub use table::Table;

use crate::arabic::number::Numeral;

/// All word lists.
#[derive(Debug)]
pub struct Lexicon {
    numbers: Table<Numeral>,
    dates: dates::DateWords,
    events: events::EventWords,
}

impl Lexicon {
    /// The lists that ship with the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon { numbers: numbers::shipped(), dates: dates::DateWords::shipped(), events: events::EventWords::shipped() });
        &SHIPPED
    }

    /// What a folded word stands for as a number word; the caller takes off conjunction and article.
    #[must_use]
    pub fn numeral(&self, folded: &str) -> Option<Numeral> {
        self.numbers.get(folded).copied()
    }

    /// The words of dates.
    #[must_use]
    pub fn dates(&self) -> &dates::DateWords {
        &self.dates
    }

    /// The words of meetings.
    #[must_use]
    pub fn events(&self) -> &events::EventWords {
        &self.events
    }
}
