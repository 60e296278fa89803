//! From what a date expression says to the day it means, as fine as it is and no finer.

use jiff::civil::{Date as Day, Time};

use super::reading::{Dated, Hour, Reading};
use crate::{
    arabic::calendar,
    knowledge::{PartialDate, Precision},
    lexicon::dates::{Calendar, Part, Stretch, Which},
};

/// What an expression says by itself.
pub(super) fn partial(reading: &Reading) -> PartialDate {
    let Some(dated) = reading.dated else { return PartialDate::default() };
    match dated.calendar {
        Calendar::Gregorian => {
            let year = dated.year.and_then(|year| i16::try_from(year).ok());
            PartialDate { year, month: dated.month, day: dated.day }
        }
        Calendar::Hijri => full_hijri(dated).map(parts).unwrap_or_default(),
    }
}

fn full_hijri(dated: Dated) -> Option<Day> {
    calendar::from_hijri(dated.year?, dated.month?, dated.day?)
}

fn parts(day: Day) -> PartialDate {
    PartialDate { year: Some(day.year()), month: u8::try_from(day.month()).ok(), day: u8::try_from(day.day()).ok() }
}

/// The time of the day; nothing where only the part of the day is said.
pub(super) fn time(hour: Hour) -> Option<Time> {
    /// Parts of the day from this hour on count the hours of its second half from one.
    const NOON: u8 = 12;
    const LATE_MORNING: u8 = 10;
    let number = hour.number?;
    let of_day = match hour.part {
        Some(part) if part >= 18 && number < NOON => number + NOON,
        // "ten before noon" is in the morning, "three in the afternoon" is not.
        Some(NOON) if number < LATE_MORNING => number + NOON,
        _ => number,
    };
    Time::new(i8::try_from(of_day % 24).ok()?, i8::try_from(hour.minute).ok()?, 0, 0).ok()
}

/// How fine an expression is.
pub(super) fn precision(reading: &Reading) -> Option<Precision> {
    if reading.duration {
        return None;
    }
    if reading.hour.is_some_and(|hour| hour.number.is_some()) {
        return Some(Precision::Hour);
    }
    if reading.weekday.is_some() || reading.of_month.is_some() {
        return Some(Precision::Day);
    }
    let fine = match (reading.dated, reading.shift) {
        (Some(Dated { day: Some(_), .. }), _) => Precision::Day,
        (Some(Dated { month: Some(_), .. }), _) => Precision::Month,
        (Some(_), _) => Precision::Year,
        (None, Some((stretch, _))) => of_stretch(stretch),
        (None, None) => return reading.which.map(|_| Precision::Day),
    };
    // The beginning of a year is about a month, the beginning of a month about a week.
    Some(match (reading.part, fine) {
        (Some(_), Precision::Year) => Precision::Month,
        (Some(_), Precision::Month) => Precision::Week,
        _ => fine,
    })
}

fn of_stretch(stretch: Stretch) -> Precision {
    match stretch {
        Stretch::Minute | Stretch::Hour => Precision::Hour,
        Stretch::Day => Precision::Day,
        Stretch::Week => Precision::Week,
        Stretch::Month => Precision::Month,
        Stretch::Year => Precision::Year,
        Stretch::Decade | Stretch::Century => Precision::Decade,
    }
}

/// The day an expression means, or the first day of the stretch it means; `written` is the article's own day.
///
/// A bare weekday may lie before or after the article: it is left open here.
pub(super) fn day(reading: &Reading, written: Option<Day>) -> Option<Day> {
    if reading.duration {
        return None;
    }
    if let Some(dated) = reading.dated {
        return match dated.calendar {
            Calendar::Gregorian => gregorian(dated, reading, written),
            Calendar::Hijri => hijri(dated, reading, written),
        };
    }
    let written = written?;
    if let Some((stretch, by)) = reading.shift {
        let first = match stretch {
            Stretch::Minute | Stretch::Hour => return None,
            Stretch::Day => calendar::days_on(written, by),
            Stretch::Week => calendar::days_on(written, by.checked_mul(7)?),
            Stretch::Month => calendar::months_on(written, by),
            Stretch::Year => calendar::years_on(written, by),
            Stretch::Decade => calendar::years_on(written, by.checked_mul(10)?),
            Stretch::Century => calendar::years_on(written, by.checked_mul(100)?),
        }?;
        return Some(match stretch {
            Stretch::Month => match reading.of_month {
                Some(day) => calendar::days_on(first, i32::from(day) - 1)?,
                None => in_month(first, reading.part),
            },
            Stretch::Year => in_year(first, reading.part),
            _ => first,
        });
    }
    match reading.which? {
        Which::Next => calendar::weekday_near(written, reading.weekday?, true),
        Which::Last => calendar::weekday_near(written, reading.weekday?, false),
        Which::This | Which::Told => None,
    }
}

fn gregorian(dated: Dated, reading: &Reading, written: Option<Day>) -> Option<Day> {
    let in_year = |year: i16| -> Option<Day> {
        let Some(month) = dated.month else { return Some(in_year(Day::new(year, 1, 1).ok()?, reading.part)) };
        let month = i8::try_from(month).ok()?;
        match dated.day {
            Some(day) => Day::new(year, month, i8::try_from(day).ok()?).ok(),
            None => Some(in_month(Day::new(year, month, 1).ok()?, reading.part)),
        }
    };
    match dated.year {
        Some(year) => in_year(i16::try_from(year).ok()?),
        None if reading.year_by.is_some() => in_year(written?.year().checked_add(reading.year_by?)?),
        None => nearest(reading, written?, |years| in_year(written?.year().checked_add(years)?)),
    }
}

fn hijri(dated: Dated, reading: &Reading, written: Option<Day>) -> Option<Day> {
    let in_year = |year: u32| match (dated.month, dated.day) {
        (Some(month), Some(day)) => calendar::from_hijri(year, month, day),
        (Some(month), None) if reading.part == Some(Part::End) => {
            calendar::from_hijri(year, month, 30).or_else(|| calendar::from_hijri(year, month, 29))
        }
        (Some(month), None) => {
            calendar::from_hijri(year, month, if reading.part == Some(Part::Middle) { 15 } else { 1 })
        }
        (None, _) => calendar::from_hijri(year, 1, 1),
    };
    match dated.year {
        Some(year) => in_year(year),
        None => {
            let current = calendar::hijri_year(written?)?;
            nearest(reading, written?, |years| in_year(current.checked_add_signed(i32::from(years))?))
        }
    }
}

/// Of last year's, this year's and next year's day, the one the words point at, or the nearest to the article.
fn nearest(reading: &Reading, written: Day, in_year: impl Fn(i16) -> Option<Day>) -> Option<Day> {
    let mut days = [-1, 0, 1].into_iter().filter_map(&in_year);
    match reading.which {
        Some(Which::Next) => days.find(|day| *day > written),
        Some(Which::Last) => days.filter(|day| *day < written).last(),
        Some(Which::This) => in_year(0),
        Some(Which::Told) => None,
        None => {
            let apart = |day: &Day| {
                (i64::from(day.year()) - i64::from(written.year())) * 366 + i64::from(day.day_of_year())
                    - i64::from(written.day_of_year())
            };
            let on_its_weekday =
                |day: &Day| reading.weekday.is_none_or(|weekday| day.weekday().to_monday_one_offset() == weekday);
            // A weekday that goes with the date tells the year; else the nearest is meant.
            days.min_by_key(|day| (!on_its_weekday(day), apart(day).abs()))
        }
    }
}

fn in_month(first: Day, part: Option<Part>) -> Day {
    match part {
        Some(Part::Middle) => calendar::days_on(first, 14).unwrap_or(first),
        Some(Part::End) => first.last_of_month(),
        Some(Part::Beginning) | None => first,
    }
}

fn in_year(first: Day, part: Option<Part>) -> Day {
    match part {
        Some(Part::Middle) => calendar::months_on(first, 6).unwrap_or(first),
        Some(Part::End) => first.last_of_year(),
        Some(Part::Beginning) | None => first,
    }
}
