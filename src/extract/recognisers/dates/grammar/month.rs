//! Months with their names, years and places among others.

use super::{CLOSING, FROM, Led, OPENING, Parser, Reading, SLASH, TO, UNTIL, calendar_of};
use crate::{
    extract::recognisers::dates::reading::Dated,
    lexicon::dates::{Calendar, DateWord, Number, Stretch, Which},
};

impl Parser<'_> {
    /// A month with all its names, its year, and which one it is.
    pub(super) fn month(&mut self) -> Option<Reading> {
        let named = self.take(|word, definite| match word {
            DateWord::Stretch(Stretch::Month, number) if !definite => Some(number),
            _ => None,
        });
        let (calendar, number, vague) = self.month_name()?;
        let doubled = self.attempt(|this| this.other_name(calendar)).is_some();
        if named == Some(Number::Dual) {
            let _ = self.take_joined(|word| matches!(word, DateWord::Month { .. }));
        }
        // The end of a range is read over.
        let _ = self.attempt(|this| this.until_month(calendar));
        let which = self.which();
        let (year, of_year) = self.year_of_month(calendar);
        let certain = !vague || named.is_some() || doubled || self.led > Led::No || which.is_some() || year.is_some();
        let dated = Dated { calendar, year, month: Some(number), day: None };
        certain.then(|| Reading { dated: Some(dated), which, year_by: of_year, ..Reading::default() })
    }

    pub(super) fn month_name(&mut self) -> Option<(Calendar, u8, bool)> {
        self.take(|word, _| match word {
            DateWord::Month { calendar, number, vague } => Some((calendar, number, vague)),
            _ => None,
        })
    }

    /// The same month in the naming of another country: "July/Tammuz", "July (Tammuz)", "July Tammuz".
    pub(super) fn other_name(&mut self, calendar: Calendar) -> Option<()> {
        let bracket = self.take_mark(OPENING);
        if !bracket {
            self.take_mark(SLASH);
        }
        self.month_name().filter(|(other, ..)| *other == calendar)?;
        (!bracket || self.take_mark(CLOSING)).then_some(())
    }

    /// The year after a month, or which year where it is named by its place.
    pub(super) fn year_of_month(&mut self, calendar: Calendar) -> (Option<u32>, Option<i16>) {
        let year = self.attempt(|this| {
            this.take_word(FROM);
            this.take(|word, _| {
                matches!(word, DateWord::Stretch(Stretch::Year, Number::Singular) | DateWord::OfYear).then_some(())
            });
            this.year(calendar)
        });
        if year.is_some() {
            return (year, None);
        }
        let of_year = self.attempt(|this| {
            let of = this.take_word(FROM);
            this.take(|word, _| matches!(word, DateWord::Demonstrative(_)).then_some(()));
            this.take(|word, definite| {
                matches!(word, DateWord::Stretch(Stretch::Year, _)).then_some(()).filter(|()| definite)
            })?;
            match this.which() {
                Some(Which::Last) => Some(Some(-1)),
                Some(Which::Next) => Some(Some(1)),
                Some(Which::This) => Some(Some(0)),
                // "that year" is one of the story.
                Some(Which::Told) => Some(None),
                None => of.then_some(Some(0)),
            }
        });
        (None, of_year.flatten())
    }

    /// "April/Nisan to June/Haziran": the second month.
    fn until_month(&mut self, calendar: Calendar) -> Option<()> {
        (self.take_mark(SLASH) || self.take_word(TO) || self.take_word(UNTIL)).then_some(())?;
        self.month_name().filter(|(other, ..)| *other == calendar)?;
        let _ = self.attempt(|this| this.other_name(calendar));
        Some(())
    }

    pub(super) fn year(&mut self, calendar: Calendar) -> Option<u32> {
        let year = self.line.digits(self.at).filter(|year| calendar_of(*year) == Some(calendar))?;
        self.at += 1;
        self.take(|word, _| matches!(word, DateWord::Era(_)).then_some(()));
        Some(year)
    }
}
