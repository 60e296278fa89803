//! The grammar of date expressions: one function a construction, each either reading on or leaving its place.

mod day;
mod hour;
mod month;
mod several;
mod years;

use super::{
    line::{Line, Wording},
    reading::{Dated, Hour, Reading},
};
use crate::lexicon::dates::{Calendar, DateWord, Number, Part, Stretch, Which};

/// What stands before an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Led {
    /// Nothing that leads to a time.
    No,
    /// A preposition of place or time: a year or a vague month may stand alone.
    Loosely,
    /// A preposition of time alone: a length of time is measured from something.
    InTime,
}

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
    /// The wording that was looked at last, and where: one construction after another asks for the first.
    seen: Option<(u32, Option<Wording>)>,
    led: Led,
}

impl<'a> Parser<'a> {
    /// Begins at a token.
    pub fn new(line: Line<'a>, at: u32, led: Led) -> Self {
        Self { line, at, seen: None, led }
    }

    /// The expression here and one past its last token.
    pub fn expression(mut self) -> Option<(Reading, u32)> {
        let reading = self
            .attempt(Self::ago)
            .or_else(|| self.attempt(Self::hour))
            .or_else(|| self.attempt(Self::part_of_stretch))
            .or_else(|| self.attempt(Self::part_of_day))
            .or_else(|| self.attempt(Self::day))
            .or_else(|| self.attempt(Self::several))
            .or_else(|| self.attempt(Self::stretch))
            .or_else(|| self.attempt(Self::years))
            .or_else(|| self.attempt(Self::duration))
            .or_else(|| self.attempt(Self::bare_year))?;
        Some((reading, self.at))
    }

    /// Runs a construction; where it fails, nothing was read.
    fn attempt<T>(&mut self, construction: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = (self.at, self.led);
        let outcome = construction(self);
        if outcome.is_none() {
            (self.at, self.led) = before;
        }
        outcome
    }

    fn take<T>(&mut self, wanted: impl FnOnce(DateWord, bool) -> Option<T>) -> Option<T> {
        let wording = self.wording()?;
        let taken = wanted(wording.word, wording.definite)?;
        self.at = wording.next;
        Some(taken)
    }

    fn wording(&mut self) -> Option<Wording> {
        match self.seen {
            Some((at, wording)) if at == self.at => wording,
            _ => {
                let wording = self.line.wording(self.at);
                self.seen = Some((self.at, wording));
                wording
            }
        }
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
            // Three to ten are followed by the plural, more by the singular.
            let agrees =
                |number| if count > 10 { number != Number::Dual } else { count > 2 && number == Number::Plural };
            let stretch = self.take(|word, definite| match word {
                DateWord::Stretch(stretch, number) if !definite && agrees(number) => Some(stretch),
                _ => None,
            })?;
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

    /// "five years", "less than a week", measured from something; minutes are no matter of a calendar.
    fn duration(&mut self) -> Option<Reading> {
        let about = self.take(|word, _| (word == DateWord::About).then_some(())).is_some();
        let (stretch, _) = self.counted(about)?;
        (self.led == Led::InTime && stretch > Stretch::Minute).then(Reading::lasting)
    }

    /// "the beginning of next month", "the second half of October", "early this month".
    fn part_of_stretch(&mut self) -> Option<Reading> {
        let part = self
            .attempt(Self::part)
            .or_else(|| self.attempt(Self::fraction))
            .or_else(|| self.attempt(Self::week_of))?;
        self.led = Led::InTime;
        let whole = self
            .attempt(Self::part_of_day)
            .or_else(|| self.attempt(Self::day))
            .or_else(|| self.attempt(Self::stretch))
            .or_else(|| self.attempt(Self::years))
            .or_else(|| self.attempt(Self::this_stretch))?;
        Some(Reading { part, ..whole })
    }

    /// "the year", after a part of it: the one under way. An adjective would make it another.
    fn this_stretch(&mut self) -> Option<Reading> {
        let stretch = self.take(|word, definite| match word {
            DateWord::Stretch(stretch @ (Stretch::Week | Stretch::Month | Stretch::Year), Number::Singular)
                if definite =>
            {
                Some(stretch)
            }
            _ => None,
        })?;
        (!self.line.is_definite(self.at)).then(|| Reading::shifted(stretch, 0))
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
        let pointed = self.pointer();
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
        let by = match which {
            // "the same year"
            Which::Told => return Some(Reading { which: Some(Which::Told), ..Reading::default() }),
            Which::Last => -1,
            Which::This => 0,
            Which::Next => 1,
        };
        // "last year 2013"
        let year = if stretch == Stretch::Year { self.attempt(|this| this.year(Calendar::Gregorian)) } else { None };
        Some(year.map_or(Reading::shifted(stretch, by), |year| Reading::in_year(Calendar::Gregorian, year)))
    }

    /// "this", "the same", before a stretch.
    fn pointer(&mut self) -> Option<Which> {
        self.take(|word, _| match word {
            DateWord::Demonstrative(which) if which != Which::Told => Some(which),
            DateWord::Same => Some(Which::Told),
            _ => None,
        })
    }

    fn season(&mut self) -> Option<Reading> {
        let pointed = self.pointer();
        let (month, definite) = self
            .take(|word, definite| if let DateWord::Season(month) = word { Some((month, definite)) } else { None })?;
        let which = self.which().or(pointed.filter(|_| definite));
        let (year, of_year) = self.year_of_month(Calendar::Gregorian);
        let of_year = of_year.or_else(|| {
            self.attempt(Self::stretch).and_then(|year| match year.shift {
                Some((Stretch::Year, by)) => i16::try_from(by).ok(),
                _ => None,
            })
        });
        let certain = which.is_some() || of_year.is_some() || year.is_some() || (definite && self.led > Led::No);
        let dated = Dated { calendar: Calendar::Gregorian, year, month: Some(month), day: None };
        certain.then(|| Reading { dated: Some(dated), which, year_by: of_year, ..Reading::default() })
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
