//! Hours and parts of a day.

use super::{FROM, Parser, Reading, in_part};
use crate::{extract::recognisers::dates::reading::Hour, lexicon::dates::DateWord};

impl Parser<'_> {
    /// "at seven in the evening", "the tenth of Sunday morning".
    pub(super) fn hour(&mut self) -> Option<Reading> {
        let oclock = self.take(|word, _| (word == DateWord::OClock).then_some(())).is_some();
        let mut hour = Hour::default();
        if oclock && let Some(number) = self.attempt(Self::take_count) {
            hour.number = u8::try_from(number).ok().filter(|number| *number < 24);
            hour.minute = self.attempt(Self::minutes).unwrap_or(0);
        } else if let Some(number) = self.attempt(Self::take_ordinal) {
            // One o'clock has a word of its own; the first is no hour.
            hour.number = Some(u8::try_from(number).ok().filter(|number| (2..=12).contains(number))?);
        } else {
            hour.number =
                self.take(|word, _| if let DateWord::Hour(number) = word { Some(Some(number)) } else { None })?;
        }
        let of_day = self.attempt(Self::adverb).or_else(|| self.attempt(Self::of_part_of_day));
        let hour = Reading { hour: Some(hour), ..Reading::default() };
        match of_day {
            Some(day) => Some(hour.and(day)),
            None => oclock.then_some(hour),
        }
    }

    pub(super) fn minutes(&mut self) -> Option<u8> {
        self.take_mark(&[':', '.']).then_some(())?;
        u8::try_from(self.take_count()?).ok().filter(|minute| *minute < 60)
    }

    /// "in the morning" after an hour or a day.
    pub(super) fn adverb(&mut self) -> Option<Reading> {
        let part = self.take(|word, definite| match word {
            DateWord::Adverb(part) => Some(part),
            DateWord::DayPart(part @ 18) if !definite => Some(part),
            _ => None,
        })?;
        Some(in_part(part))
    }

    pub(super) fn of_part_of_day(&mut self) -> Option<Reading> {
        self.take_word(FROM).then_some(())?;
        self.part_of_day()
    }

    /// "Saturday evening".
    pub(super) fn part_of_day(&mut self) -> Option<Reading> {
        let part = self.take(|word, definite| match word {
            DateWord::DayPart(part) if !definite => Some(part),
            _ => None,
        })?;
        let day = self.day()?;
        // "the morning of the second day" is a point, though the second day is none.
        Some(Reading { duration: false, ..day.and(in_part(part)) })
    }
}
