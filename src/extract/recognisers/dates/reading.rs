//! What a date expression says, part by part, before it is laid against a calendar.

use crate::lexicon::dates::{Calendar, Part, Stretch, Which};

/// The parts of a date expression; what is not said is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Reading {
    /// A dated day, month or year, of the first calendar that is used.
    pub dated: Option<Dated>,
    /// Monday 1 to Sunday 7.
    pub weekday: Option<i8>,
    /// How far from the article's day, and in what.
    pub shift: Option<(Stretch, i32)>,
    /// Which of several months, weekdays or years.
    pub which: Option<Which>,
    /// Of which year, counted from the article's own.
    pub year_by: Option<i16>,
    /// The day of the month that the stretch is.
    pub of_month: Option<u8>,
    /// A part of the stretch only.
    pub part: Option<Part>,
    /// A time of the day is said.
    pub hour: Option<Hour>,
    /// A length of time.
    pub duration: bool,
}

/// Parts of a calendar date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dated {
    /// In which calendar.
    pub calendar: Calendar,
    /// The year.
    pub year: Option<u32>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31; the first of a range.
    pub day: Option<u8>,
}

/// A time of the day, as far as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Hour {
    /// The number of the hour, of twelve or of twenty-four.
    pub number: Option<u8>,
    /// The minutes after it.
    pub minute: u8,
    /// The hour that the part of the day begins with: 6, 12 or 18.
    pub part: Option<u8>,
}

impl Hour {
    fn and(self, other: Self) -> Self {
        Self {
            number: self.number.or(other.number),
            minute: self.minute.max(other.minute),
            part: self.part.or(other.part),
        }
    }
}

impl Reading {
    /// A stretch counted from the article's day.
    pub fn shifted(stretch: Stretch, by: i32) -> Self {
        Self { shift: Some((stretch, by)), ..Self::default() }
    }

    /// A length of time.
    pub fn lasting() -> Self {
        Self { duration: true, ..Self::default() }
    }

    /// A year.
    pub fn in_year(calendar: Calendar, year: u32) -> Self {
        Self { dated: Some(Dated { calendar, year: Some(year), month: None, day: None }), ..Self::default() }
    }

    /// Adds what another expression says of the same time; what is said already stands.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            dated: self.dated.or(other.dated),
            weekday: self.weekday.or(other.weekday),
            shift: self.shift.or(other.shift),
            which: self.which.or(other.which),
            year_by: self.year_by.or(other.year_by),
            of_month: self.of_month.or(other.of_month),
            part: self.part.or(other.part),
            hour: match (self.hour, other.hour) {
                (Some(one), Some(other)) => Some(one.and(other)),
                (one, other) => one.or(other),
            },
            duration: self.duration && other.duration,
        }
    }
}
