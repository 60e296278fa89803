//! Years, decades and centuries.

use super::{AND, FROM, Led, Parser, Reading, calendar_of};
use crate::lexicon::dates::{Calendar, DateWord, Number, Stretch};

/// Years that may stand without a word that says so.
const MODERN: std::ops::RangeInclusive<u32> = 1900..=2100;
/// A round number of people more often than a year.
const ROUND: u32 = 2000;
/// "of the life of": what is in its seventies there is a person.
const OF_LIFE: &[&str] = &[
    "\u{0639}\u{0645}\u{0631}\u{0647}",
    "\u{0639}\u{0645}\u{0631}\u{0647}\u{0627}",
    "\u{0627}\u{0644}\u{0639}\u{0645}\u{0631}",
];

impl Parser<'_> {
    /// "the years 1937 and 1938", "the twentieth century", "the eighties of the last century".
    pub(super) fn years(&mut self) -> Option<Reading> {
        self.attempt(Self::named_years).or_else(|| self.attempt(Self::century)).or_else(|| self.attempt(Self::decades))
    }

    fn named_years(&mut self) -> Option<Reading> {
        let number = self.take(|word, _| match word {
            DateWord::Stretch(Stretch::Year, number @ (Number::Dual | Number::Plural)) => Some(number),
            _ => None,
        })?;
        let calendar = calendar_of(self.line.digits(self.at)?)?;
        let year = self.year(calendar)?;
        if number == Number::Dual {
            self.attempt(|this| {
                this.take_word(AND).then_some(())?;
                this.year(calendar)
            });
        }
        Some(Reading::in_year(calendar, year))
    }

    fn century(&mut self) -> Option<Reading> {
        self.take(|word, definite| match word {
            DateWord::Stretch(Stretch::Century, Number::Singular) if definite => Some(()),
            _ => None,
        })?;
        let counted = match self.attempt(Self::take_ordinal) {
            Some(_) => true,
            None => {
                self.line.definite_count(self.at).is_some_and(|next| {
                    self.at = next;
                    true
                }) || self.attempt(|this| this.take_count().filter(|century| (1..=21).contains(century))).is_some()
            }
        };
        while self.attempt(Self::further_ordinal).is_some() {}
        self.take(|word, _| matches!(word, DateWord::Era(_)).then_some(()));
        counted.then(Reading::default)
    }

    fn decades(&mut self) -> Option<Reading> {
        let definite = self.take(|word, definite| (word == DateWord::Decades).then_some(definite))?;
        let of_life = self.line.folded(self.at) == FROM && OF_LIFE.contains(&self.line.folded(self.at + 1));
        let century = self.attempt(Self::century).or_else(|| self.attempt(Self::stretch)).is_some();
        (!of_life && (definite || century)).then(Reading::default)
    }

    /// A number that can only be a year.
    pub(super) fn bare_year(&mut self) -> Option<Reading> {
        let year = self.line.digits(self.at).filter(|year| MODERN.contains(year) && *year != ROUND)?;
        let alone = self.line.stands_as_year(self.at);
        self.at += 1;
        let era = self.take(|word, _| matches!(word, DateWord::Era(_)).then_some(())).is_some();
        (era || alone || self.led > Led::No).then(|| Reading::in_year(Calendar::Gregorian, year))
    }
}
