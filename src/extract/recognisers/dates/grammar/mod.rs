//! The grammar of date expressions: one function a construction, each either reading on or leaving its place.

mod day;
mod hour;
mod month;

use super::{
    line::{Line, Wording},
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
    /// The wording that was looked at last, and where: one construction after another asks for the first.
    seen: Option<(u32, Option<Wording>)>,
    /// What stands before lets a year or a vague month stand alone.
    led: bool,
}

impl<'a> Parser<'a> {
    /// Begins at a token; `led` where a preposition of time stands before it.
    pub fn new(line: Line<'a>, at: u32, led: bool) -> Self {
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
