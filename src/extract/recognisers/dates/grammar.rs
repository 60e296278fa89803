//! The grammar of date expressions: one function a construction, each either reading on or leaving its place.

use super::{
    line::Line,
    reading::{Dated, Hour, Reading},
};
use crate::lexicon::dates::{Calendar, DateWord, Number, Part, Stretch, Which};

/// The comma of Arabic and the others.
const COMMA: &[char] = &['\u{060C}', ','];
const OPENING: &[char] = &['('];
const CLOSING: &[char] = &[')'];
const SLASH: &[char] = &['/', '-', '\u{2013}'];
/// "and", "to", "from": single words of the grammar, folded.
const AND: &str = "\u{0648}";
const TO: &str = "\u{0627}\u{0644}\u{064A}";
const UNTIL: &str = "\u{062D}\u{062A}\u{064A}";
const FROM: &str = "\u{0645}\u{0646}";

/// Reads one expression from the start of a line.
#[derive(Debug)]
pub(super) struct Parser<'a> {
    line: Line<'a>,
    at: u32,
    /// What stands before lets a year or a vague month stand alone.
    led: bool,
}

impl<'a> Parser<'a> {
    /// Begins at a token; `led` where a preposition of time stands before it.
    pub fn new(line: Line<'a>, at: u32, led: bool) -> Self {
        Self { line, at, led }
    }

    /// The expression here and one past its last token.
    pub fn expression(mut self) -> Option<(Reading, u32)> {
        let reading = self
            .attempt(Self::ago)
            .or_else(|| self.attempt(Self::hour))
            .or_else(|| self.attempt(Self::part_of_stretch))
            .or_else(|| self.attempt(Self::part_of_day))
            .or_else(|| self.attempt(Self::day))
            .or_else(|| self.attempt(Self::stretch))
            .or_else(|| self.attempt(Self::duration))
            .or_else(|| self.attempt(Self::bare_year))?;
        Some((reading, self.at))
    }

    /// Runs a construction; where it fails, nothing was read.
    fn attempt<T>(&mut self, construction: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let outcome = construction(self);
        if outcome.is_none() {
            self.at = before;
        }
        outcome
    }

    fn take<T>(&mut self, wanted: impl FnOnce(DateWord, bool) -> Option<T>) -> Option<T> {
        let wording = self.line.wording(self.at)?;
        let taken = wanted(wording.word, wording.definite)?;
        self.at = wording.next;
        Some(taken)
    }

    fn take_word(&mut self, word: &str) -> bool {
        let here = self.line.folded(self.at) == word;
        self.at += u32::from(here);
        here
    }

    fn take_mark(&mut self, marks: &[char]) -> bool {
        let here = self.line.is_mark(self.at, marks);
        self.at += u32::from(here);
        here
    }

    fn take_count(&mut self) -> Option<u32> {
        let (value, next) = self.line.count(self.at)?;
        self.at = next;
        Some(value)
    }

    fn take_ordinal(&mut self) -> Option<u32> {
        let (value, next) = self.line.ordinal(self.at)?;
        self.at = next;
        Some(value)
    }

    /// "three decades ago", "two days later".
    fn ago(&mut self) -> Option<Reading> {
        let sign = self.take(|word, _| if let DateWord::Ago(sign) = word { Some(sign) } else { None })?;
        let (stretch, count) = self.counted(true)?;
        // "a week before the elections" is counted from something else.
        // A number after "day" makes it the name of a date.
        let counted_from = self.line.folded(self.at) == FROM || self.line.count(self.at).is_some();
        if counted_from || stretch < Stretch::Day {
            return None;
        }
        let count = i32::try_from(count).ok()?;
        Some(Reading::shifted(stretch, count.checked_mul(i32::from(sign))?))
    }

    /// A number of stretches; `one` lets a bare singular count as one.
    fn counted(&mut self, one: bool) -> Option<(Stretch, u32)> {
        if let Some(count) = self.attempt(Self::take_count) {
            let stretch =
                self.take(|word, _| if let DateWord::Stretch(stretch, _) = word { Some(stretch) } else { None })?;
            return Some((stretch, count));
        }
        self.take(|word, definite| match word {
            DateWord::Stretch(stretch, Number::Dual) if !definite => Some((stretch, 2)),
            // "a decade" is spelled like "holding".
            DateWord::Stretch(stretch, Number::Singular) if one && !definite && stretch != Stretch::Decade => {
                Some((stretch, 1))
            }
            _ => None,
        })
    }

    /// "five years", "less than a week".
    fn duration(&mut self) -> Option<Reading> {
        let about = self.take(|word, _| (word == DateWord::About).then_some(())).is_some();
        self.counted(about)?;
        Some(Reading::lasting())
    }

    /// "at seven in the evening", "the tenth of Sunday morning".
    fn hour(&mut self) -> Option<Reading> {
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

    fn minutes(&mut self) -> Option<u8> {
        self.take_mark(&[':', '.']).then_some(())?;
        u8::try_from(self.take_count()?).ok().filter(|minute| *minute < 60)
    }

    /// "in the morning" after an hour or a day.
    fn adverb(&mut self) -> Option<Reading> {
        let part = self.take(|word, definite| match word {
            DateWord::Adverb(part) => Some(part),
            DateWord::DayPart(part @ 18) if !definite => Some(part),
            _ => None,
        })?;
        Some(in_part(part))
    }

    fn of_part_of_day(&mut self) -> Option<Reading> {
        self.take_word(FROM).then_some(())?;
        self.part_of_day()
    }

    /// "Saturday evening".
    fn part_of_day(&mut self) -> Option<Reading> {
        let part = self.take(|word, definite| match word {
            DateWord::DayPart(part) if !definite => Some(part),
            _ => None,
        })?;
        let day = self.day()?;
        // "the morning of the second day" is a point, though the second day is none.
        Some(Reading { duration: false, ..day.and(in_part(part)) })
    }

    /// "the beginning of next month", "the second half of October", "early this month".
    fn part_of_stretch(&mut self) -> Option<Reading> {
        let part = self
            .attempt(Self::part)
            .or_else(|| self.attempt(Self::fraction))
            .or_else(|| self.attempt(Self::week_of))?;
        self.led = true;
        let whole = self.attempt(Self::day).or_else(|| self.attempt(Self::stretch))?;
        Some(Reading { part, ..whole })
    }

    /// "the second week of", before a month.
    fn week_of(&mut self) -> Option<Option<Part>> {
        self.take(|word, definite| {
            matches!(word, DateWord::Stretch(Stretch::Week, _)).then_some(()).filter(|()| definite)
        })?;
        self.take_ordinal()?;
        self.take_word(FROM).then_some(None)
    }

    fn part(&mut self) -> Option<Option<Part>> {
        self.take(|word, _| match word {
            DateWord::Part(part) => Some(Some(part)),
            _ => None,
        })
    }

    fn fraction(&mut self) -> Option<Option<Part>> {
        let early = self.take(|word, _| match word {
            DateWord::Fraction(_) => Some(false),
            DateWord::Early => Some(true),
            _ => None,
        })?;
        if !early {
            self.take_ordinal()?;
        }
        self.take_word(FROM).then_some(None)
    }

    /// A day: of the week, counted from today, of a month, or several of these together.
    fn day(&mut self) -> Option<Reading> {
        let named = self
            .take(|word, definite| match word {
                DateWord::Stretch(Stretch::Day, _) if !definite => Some(()),
                _ => None,
            })
            .is_some();
        let day = self
            .attempt(Self::weekday)
            .or_else(|| self.attempt(Self::deictic))
            .or_else(|| self.attempt(Self::dated_day));
        let day = match day {
            Some(day) => day,
            None if !named => self.month()?,
            None => return None,
        };
        let adverb = self.attempt(Self::adverb);
        Some(self.same_day(adverb.map_or(day, |adverb| day.and(adverb))))
    }

    fn weekday(&mut self) -> Option<Reading> {
        let weekday = self.take(|word, _| if let DateWord::Weekday(day) = word { Some(day) } else { None })?;
        let which = self.which();
        let mut reading = Reading { weekday: Some(weekday), which, ..Reading::default() };
        if let Some(dated) = self.attempt(Self::after_comma) {
            reading = reading.and(dated);
        }
        Some(reading)
    }

    fn after_comma(&mut self) -> Option<Reading> {
        self.take_mark(COMMA);
        self.dated_day()
    }

    fn deictic(&mut self) -> Option<Reading> {
        let told = self.take(|word, _| if let DateWord::Demonstrative(which) = word { Some(which) } else { None });
        let days = self.take(|word, _| if let DateWord::Deictic(days) = word { Some(days) } else { None })?;
        if told == Some(Which::Told) {
            return None;
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
            this.weekday()
        });
        Some(named.map_or(reading, |weekday| reading.and(weekday)))
    }

    /// A second dating of the same day: in brackets, or in the other calendar.
    fn same_day(&mut self, day: Reading) -> Reading {
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

    fn bracketed(&mut self) -> Option<Reading> {
        self.take_mark(OPENING).then_some(())?;
        let day = self.attempt(Self::weekday).or_else(|| self.attempt(Self::dated_day))?;
        self.take_mark(CLOSING).then_some(day)
    }

    /// "17 December", "18 and 19 September next", "29 November - 3 December 2025", "28/2/2025".
    fn dated_day(&mut self) -> Option<Reading> {
        if let Some(numeric) = self.attempt(Self::numeric) {
            return Some(numeric);
        }
        let day = match self.attempt(Self::take_count) {
            Some(day) => day,
            None => {
                let day = self.take_ordinal()?;
                while self.attempt(Self::further_ordinal).is_some() {}
                self.take_word(FROM).then_some(())?;
                day
            }
        };
        let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
        if let Some(month) =
            self.attempt(Self::stretch).filter(|month| matches!(month.shift, Some((Stretch::Month, _))))
        {
            return Some(Reading { of_month: Some(day), ..month });
        }
        while self.attempt(Self::further_day).is_some() {}
        self.led = true;
        let month = self.month()?;
        // The end of a range is read over: its first day is when it begins.
        let _ = self.attempt(Self::another_day);
        let dated = month.dated.map(|dated| Dated { day: Some(day), ..dated });
        Some(Reading { dated, ..month })
    }

    /// "and the fifth", written as one word.
    fn further_ordinal(&mut self) -> Option<u32> {
        let word = self.line.folded(self.at).strip_prefix(AND)?;
        let (value, next) = self.line.ordinal_of(word, self.at)?;
        self.at = next;
        Some(value)
    }

    fn further_day(&mut self) -> Option<()> {
        let joined = self.take_word(AND) || self.take_word(TO) || self.take_word(UNTIL) || self.take_mark(SLASH);
        (joined || self.take_mark(COMMA)).then_some(())?;
        self.take_count().filter(|day| (1..=31).contains(day)).map(drop)
    }

    fn another_day(&mut self) -> Option<()> {
        (self.take_mark(SLASH) || self.take_word(TO) || self.take_word(UNTIL)).then_some(())?;
        self.dated_day().map(drop)
    }

    fn numeric(&mut self) -> Option<Reading> {
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

    /// A month with all its names, its year, and which one it is.
    fn month(&mut self) -> Option<Reading> {
        let named = self
            .take(|word, _| matches!(word, DateWord::Stretch(Stretch::Month, Number::Singular)).then_some(()))
            .is_some();
        let (calendar, number, vague) = self.month_name()?;
        let doubled = self.attempt(|this| this.other_name(calendar)).is_some();
        let which = self.which();
        let (year, of_year) = self.year_of_month(calendar);
        let certain = !vague || named || doubled || self.led || which.is_some() || year.is_some();
        let dated = Dated { calendar, year, month: Some(number), day: None };
        certain.then(|| Reading { dated: Some(dated), which, year_by: of_year, ..Reading::default() })
    }

    fn month_name(&mut self) -> Option<(Calendar, u8, bool)> {
        self.take(|word, _| match word {
            DateWord::Month { calendar, number, vague } => Some((calendar, number, vague)),
            _ => None,
        })
    }

    /// The same month in the naming of another country: "July/Tammuz", "July (Tammuz)", "July Tammuz".
    fn other_name(&mut self, calendar: Calendar) -> Option<()> {
        let bracket = self.take_mark(OPENING);
        if !bracket {
            self.take_mark(SLASH);
        }
        self.month_name().filter(|(other, ..)| *other == calendar)?;
        (!bracket || self.take_mark(CLOSING)).then_some(())
    }

    /// The year after a month, or which year where it is named by its place.
    fn year_of_month(&mut self, calendar: Calendar) -> (Option<u32>, Option<i16>) {
        let year = self.attempt(|this| {
            this.take_word(FROM);
            this.take(|word, definite| match word {
                DateWord::Stretch(Stretch::Year, Number::Singular) if !definite => Some(()),
                _ => None,
            });
            this.year(calendar)
        });
        if year.is_some() {
            return (year, None);
        }
        let of_year = self.attempt(|this| {
            this.take_word(FROM).then_some(())?;
            this.take(|word, _| matches!(word, DateWord::Demonstrative(_)).then_some(()));
            this.take(|word, definite| {
                matches!(word, DateWord::Stretch(Stretch::Year, _)).then_some(()).filter(|()| definite)
            })?;
            match this.which() {
                Some(Which::Last) => Some(-1),
                Some(Which::Next) => Some(1),
                Some(Which::This) | None => Some(0),
                Some(Which::Told) => None,
            }
        });
        (None, of_year)
    }

    fn year(&mut self, calendar: Calendar) -> Option<u32> {
        let year = self.line.digits(self.at).filter(|year| calendar_of(*year) == Some(calendar))?;
        self.at += 1;
        self.take(|word, _| matches!(word, DateWord::Era(_)).then_some(()));
        Some(year)
    }

    fn which(&mut self) -> Option<Which> {
        self.take(|word, _| if let DateWord::Which(which) = word { Some(which) } else { None })
    }

    /// "next week", "this year", "the year 2017", "last summer", "Easter".
    fn stretch(&mut self) -> Option<Reading> {
        if self.take(|word, _| (word == DateWord::Feast).then_some(())).is_some() {
            let which = self.which();
            let year = self.attempt(|this| this.year(Calendar::Gregorian).or_else(|| this.year(Calendar::Hijri)));
            let reading = year.map_or_else(Reading::default, |year| Reading::in_year(Calendar::Gregorian, year));
            return Some(Reading { which, ..reading });
        }
        if let Some(season) = self.attempt(Self::season) {
            return Some(season);
        }
        let pointed = self.take(|word, _| match word {
            DateWord::Demonstrative(which) if which != Which::Told => Some(which),
            _ => None,
        });
        let (stretch, definite) = self.take(|word, definite| match word {
            DateWord::Stretch(stretch, Number::Singular) if stretch >= Stretch::Day => Some((stretch, definite)),
            DateWord::DayPart(_) if definite => Some((Stretch::Day, definite)),
            _ => None,
        })?;
        if stretch == Stretch::Year
            && let Some(year) = self.attempt(|this| {
                let calendar = calendar_of(this.line.digits(this.at)?)?;
                this.year(calendar).map(|year| (calendar, year))
            })
        {
            return Some(Reading::in_year(year.0, year.1));
        }
        let which = self.which().or(pointed).filter(|_| definite)?;
        match which {
            Which::Told => None,
            Which::Last => Some(Reading::shifted(stretch, -1)),
            Which::This => Some(Reading::shifted(stretch, 0)),
            Which::Next => Some(Reading::shifted(stretch, 1)),
        }
    }

    fn season(&mut self) -> Option<Reading> {
        let (month, definite) = self
            .take(|word, definite| if let DateWord::Season(month) = word { Some((month, definite)) } else { None })?;
        let which = self.which();
        let (year, of_year) = self.year_of_month(Calendar::Gregorian);
        let of_year = of_year.or_else(|| {
            self.attempt(Self::stretch).and_then(|year| match year.shift {
                Some((Stretch::Year, by)) => i16::try_from(by).ok(),
                _ => None,
            })
        });
        let certain = which.is_some() || of_year.is_some() || year.is_some() || (definite && self.led);
        let dated = Dated { calendar: Calendar::Gregorian, year, month: Some(month), day: None };
        certain.then(|| Reading { dated: Some(dated), which, year_by: of_year, ..Reading::default() })
    }

    fn bare_year(&mut self) -> Option<Reading> {
        let year =
            self.line.digits(self.at).filter(|year| self.led && (1900..=2100).contains(year) && *year != 2000)?;
        self.at += 1;
        self.take(|word, _| matches!(word, DateWord::Era(_)).then_some(()));
        Some(Reading::in_year(Calendar::Gregorian, year))
    }
}

fn in_part(part: u8) -> Reading {
    Reading { hour: Some(Hour { part: Some(part), ..Hour::default() }), ..Reading::default() }
}

fn is_final(word: DateWord, _: bool) -> Option<()> {
    (word == DateWord::Final).then_some(())
}

/// Whose years these may be: the two calendars do not meet before the 209th century.
fn calendar_of(year: u32) -> Option<Calendar> {
    match year {
        1300..=1500 => Some(Calendar::Hijri),
        1501..=2200 => Some(Calendar::Gregorian),
        _ => None,
    }
}
