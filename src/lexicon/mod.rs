//! The word lists and the model of `assets/lexicon`, loaded once.
//!
//! The large tables are read in place; the small ones are lists of words kept as text.

mod classes;
pub mod dates;
pub mod events;
pub mod hash;
pub mod likeness;
mod nationalities;
mod numbers;
pub mod packed;
pub mod phrases;
pub mod table;
pub mod words;

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashSet;

pub use classes::{Class, Classes};
pub use hash::PhraseKey;
pub use nationalities::Nationality;
pub use phrases::{Country, Entry, Phrase, PhraseKind};
pub use table::Table;
pub use words::{Cluster, Facts, Rate};

use crate::arabic::number::Numeral;

/// All word lists.
#[derive(Debug, Clone)]
pub struct Lexicon {
    words: words::Words,
    phrases: phrases::Phrases,
    likeness: likeness::Likeness,
    classes: Table<Classes>,
    nationalities: Table<Nationality>,
    numbers: Table<Numeral>,
    dates: Arc<dates::DateWords>,
    events: Arc<events::EventWords>,
    hidden: FxHashSet<u32>,
}

impl Lexicon {
    /// The lists that ship with the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);
        &SHIPPED
    }

    /// Reads the lists that ship with the program; [`Self::shipped`] has done so once and for all.
    #[must_use]
    pub fn load() -> Self {
        Self {
            words: words::Words::over(include_bytes!("../../assets/lexicon/words.bin")),
            phrases: phrases::Phrases::over(include_bytes!("../../assets/lexicon/phrases.bin")),
            likeness: likeness::Likeness::over(include_bytes!("../../assets/lexicon/likeness.bin")),
            classes: classes::shipped(),
            nationalities: nationalities::shipped(),
            numbers: numbers::shipped(),
            dates: Arc::new(dates::DateWords::shipped()),
            events: Arc::new(events::EventWords::shipped()),
            hidden: FxHashSet::default(),
        }
    }

    /// The same lists without some words and without some phrases.
    #[must_use]
    pub fn without(&self, words: &[&str], phrases: &[&str]) -> Self {
        use crate::arabic::{Folding, fold};
        let parts = |text: &str| -> Vec<String> {
            let folded = fold(text, Folding::Name);
            let parts = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
            parts.map(str::to_owned).collect()
        };
        let mut hidden = self.hidden.clone();
        hidden.extend(words.iter().flat_map(|word| parts(word)).map(|word| hash::word(&word)));
        let key = |phrase: &&str| PhraseKey::of(parts(phrase).iter().map(String::as_str)).short();
        hidden.extend(words.iter().chain(phrases).map(key));
        Self { hidden, ..self.clone() }
    }

    /// What is known of a folded word.
    #[must_use]
    pub fn word(&self, folded: &str) -> Facts {
        if self.hides(hash::word(folded)) {
            return Facts::default();
        }
        self.words.get(folded).unwrap_or_default()
    }

    /// How much a folded word looks like a name, by its letters alone.
    #[must_use]
    pub fn likeness(&self, folded: &str) -> likeness::Score {
        self.likeness.score(folded)
    }

    /// What is known of a phrase.
    #[must_use]
    pub fn phrase(&self, key: PhraseKey) -> Entry {
        let entry = self.phrases.get(key);
        if self.hides(key.short()) { Entry { phrase: None, ..entry } } else { entry }
    }

    /// The classes of a folded word.
    #[must_use]
    pub fn classes(&self, folded: &str) -> Classes {
        self.classes.get(folded).copied().unwrap_or_default()
    }

    /// The country of a folded adjective of nationality, in either gender and any number, without article.
    #[must_use]
    pub fn nationality(&self, folded: &str) -> Option<Country> {
        nationalities::stem(folded).find_map(|stem| self.nationalities.get(stem)).and_then(|found| match found {
            Nationality::Adjective(country) => Some(*country),
            Nationality::Capital(_) => None,
        })
    }

    /// The country that a folded name of a capital stands for.
    #[must_use]
    pub fn capital(&self, folded: &str) -> Option<Country> {
        match self.nationalities.get(folded)? {
            Nationality::Capital(country) => Some(*country),
            Nationality::Adjective(_) => None,
        }
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

    fn hides(&self, key: u32) -> bool {
        !self.hidden.is_empty() && self.hidden.contains(&key)
    }
}
