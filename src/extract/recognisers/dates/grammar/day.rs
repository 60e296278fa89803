//! Days: of the week, counted from today, of a month, and several of these together.

use super::{AND, CLOSING, COMMA, FROM, Led, OPENING, Parser, Reading, SLASH, TO, UNTIL, calendar_of, is_final};
use crate::{
    extract::recognisers::dates::reading::Dated,
    lexicon::dates::{Calendar, DateWord, Number, Stretch, Which},
};

impl Parser<'_> {
    /// A day: of the week, counted from today, of a month, or several of these together.
    pub(super) fn day(&mut self) -> Option<Reading> {
        let named = self.take(|word, definite| match word {
            DateWord::Stretch(Stretch::Day, number) if !definite => Some(number),
            _ => None,
        });
        let day = self
            .attempt(|this| this.weekday(named == Some(Number::Dual)))
            .or_else(|| self.attempt(Self::deictic))
            .or_else(|| self.attempt(Self::dated_day));
        let day = match day {
            Some(day) => day,
            None if named.is_none() => self.month()?,
            None => return None,
        };
        let adverb = self.attempt(Self::adverb);
        Some(self.same_day(adverb.map_or(day, |adverb| day.and(adverb))))
    }

    /// A weekday; two of them after a dual, or where a night lies between them.
    pub(super) fn weekday(&mut self, two: bool) -> Option<Reading> {
        let weekday = self.take(|word, _| if let DateWord::Weekday(day) = word { Some(day) } else { None })?;
        let is_weekday = |word| matches!(word, DateWord::Weekday(_));
        if two {
            let _ = self.take_joined(is_weekday);
        } else {
            self.attempt(|this| {
                this.take_mark(SLASH);
                this.take(|word, _| is_weekday(word).then_some(()))
            });
        }
        let which = self.which();
        let mut reading = Reading { weekday: Some(weekday), which, ..Reading::default() };
        if let Some(dated) = self.attempt(Self::after_comma) {
            reading = reading.and(dated);
        }
        Some(reading)
    }

    pub(super) fn after_comma(&mut self) -> Option<Reading> {
        self.take_mark(COMMA);
        self.dated_day()
    }

    pub(super) fn deictic(&mut self) -> Option<Reading> {
        let same = self.take(|word, _| (word == DateWord::Same).then_some(())).is_some();
        let told = self.take(|word, _| if let DateWord::Demonstrative(which) = word { Some(which) } else { None });
        let days = self.take(|word, _| if let DateWord::Deictic(days) = word { Some(days) } else { None })?;
        if told == Some(Which::Told) {
            return None;
        }
        if same {
            return (days == 0).then(|| Reading { which: Some(Which::Told), ..Reading::default() });
        }
        if days == 0 {
            if self.attempt(Self::take_ordinal).is_some() {
                return Some(Reading::lasting());
            }
            // "the last day" is a day of something else.
            if self.take(is_final).is_some() {
                return None;
            }
            match self.which() {
                Some(Which::Told) => return Some(Reading { which: Some(Which::Told), ..Reading::default() }),
                Some(Which::Last) => return Some(Reading::shifted(Stretch::Day, -1)),
                Some(Which::Next) => return Some(Reading::shifted(Stretch::Day, 1)),
                Some(Which::This) | None => {}
            }
        }
        let reading = Reading::shifted(Stretch::Day, i32::from(days));
        let named = self.attempt(|this| {
            this.take_mark(COMMA);
            this.weekday(false)
        });
        Some(named.map_or(reading, |weekday| reading.and(weekday)))
    }

    /// A second dating of the same day: in brackets, or in the other calendar.
    pub(super) fn same_day(&mut self, day: Reading) -> Reading {
        let mut day = day;
        if let Some(other) = self.attempt(Self::bracketed) {
            day = day.and(other);
        }
        let other = self.attempt(|this| {
            this.take(|word, _| (word == DateWord::Also).then_some(()))?;
            this.day()
        });
        match other {
            // The civil calendar says it best.
            Some(other) if other.dated.is_some_and(|dated| dated.calendar == Calendar::Gregorian) => other.and(day),
            Some(other) => day.and(other),
            None => day,
        }
    }

    pub(super) fn bracketed(&mut self) -> Option<Reading> {
        self.take_mark(OPENING).then_some(())?;
        let day = self
            .attempt(|this| this.weekday(false))
            .or_else(|| self.attempt(Self::part_of_day))
            .or_else(|| self.attempt(Self::dated_day))?;
        self.take_mark(CLOSING).then_some(day)
    }

    /// "17 December", "18 and 19 September next", "29 November - 3 December 2025", "28/2/2025".
    pub(super) fn dated_day(&mut self) -> Option<Reading> {
        if let Some(numeric) = self.attempt(Self::numeric) {
            return Some(numeric);
        }
        let (day, counted) = match self.attempt(Self::take_count) {
            Some(day) => (day, true),
            None => (self.ordinal_day()?, false),
        };
        let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
        while self.attempt(Self::further_day).is_some() {}
        // "30 September", "30 of September"; an ordinal always has "of".
        (self.take_word(FROM) || counted).then_some(())?;
        if let Some(month) =
            self.attempt(Self::stretch).filter(|month| matches!(month.shift, Some((Stretch::Month, _))))
        {
            return Some(Reading { of_month: Some(day), ..month });
        }
        self.led = Led::InTime;
        let month = self.month()?;
        // The end of a range is read over: its first day is when it begins.
        let _ = self.attempt(Self::another_day);
        let dated = month.dated.map(|dated| Dated { day: Some(day), ..dated });
        Some(Reading { dated, ..month })
    }

    /// "the fourth", "the thirty-first", the first of "the fourth and the fifth".
    fn ordinal_day(&mut self) -> Option<u32> {
        let mut day = self.take_ordinal()?;
        while let Some(further) = self.attempt(Self::further_ordinal) {
            if day < 10 && further >= 20 {
                day = day.saturating_add(further);
            }
        }
        Some(day)
    }

    /// "and the fifth", written as one word.
    pub(super) fn further_ordinal(&mut self) -> Option<u32> {
        let word = self.line.folded(self.at).strip_prefix(AND)?;
        let (value, next) = self.line.ordinal_of(word, self.at)?;
        self.at = next;
        Some(value)
    }

    pub(super) fn further_day(&mut self) -> Option<()> {
        let joined = self.take_word(AND) || self.take_word(TO) || self.take_word(UNTIL) || self.take_mark(SLASH);
        (joined || self.take_mark(COMMA)).then_some(())?;
        self.take_count().filter(|day| (1..=31).contains(day)).map(drop)
    }

    pub(super) fn another_day(&mut self) -> Option<()> {
        (self.take_mark(SLASH) || self.take_word(TO) || self.take_word(UNTIL)).then_some(())?;
        self.dated_day().map(drop)
    }

    pub(super) fn numeric(&mut self) -> Option<Reading> {
        let mut parts = [0u32; 3];
        for (index, part) in parts.iter_mut().enumerate() {
            if index > 0 {
                self.take_mark(&['/', '-', '.']).then_some(())?;
            }
            *part = self.line.digits(self.at)?;
            self.at += 1;
        }
        let [first, month, last] = parts;
        let (day, year) = if first > 31 { (last, first) } else { (first, last) };
        let small = |value: u32, limit| u8::try_from(value).ok().filter(|value| (1..=limit).contains(value));
        let dated = Dated {
            calendar: calendar_of(year)?,
            year: Some(year),
            month: Some(small(month, 12)?),
            day: Some(small(day, 31)?),
        };
        Some(Reading { dated: Some(dated), ..Reading::default() })
    }
}
