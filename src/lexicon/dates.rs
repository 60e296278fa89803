//! The words of dates: months in every naming, weekdays, stretches of time and what goes with them.

use rustc_hash::FxHashSet;

use super::{Table, table::rows};
use crate::arabic::{Folding, fold};

const FILE: &str = include_str!("../../assets/lexicon/calendar.tsv");

/// The calendar a month belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Calendar {
    /// The civil calendar of today.
    Gregorian,
    /// The Islamic lunar calendar.
    Hijri,
}

/// A measure of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Stretch {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

/// How many a noun speaks of by its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Number {
    Singular,
    Dual,
    Plural,
}

/// A part of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Part {
    Beginning,
    Middle,
    End,
}

/// Which of several, counted from the article's own day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Which {
    /// The one before.
    Last,
    /// The one under way.
    This,
    /// The one to come.
    Next,
    /// One that the text spoke of.
    Told,
}

/// What a word, or a few words together, do in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateWord {
    /// A month, 1 to 12; `vague` where the word also means something else.
    Month {
        /// Of which calendar.
        calendar: Calendar,
        /// 1 to 12.
        number: u8,
        /// The word also means something else.
        vague: bool,
    },
    /// A day of the week, Monday 1 to Sunday 7.
    Weekday(i8),
    /// A day counted from the article's own.
    Deictic(i8),
    /// A measure of time.
    Stretch(Stretch, Number),
    /// A season, by the month it begins in.
    Season(u8),
    /// The decades of a century: "the eighties".
    Decades,
    /// "Of the year", in one word.
    OfYear,
    /// Begins like a day and is none.
    None,
    /// A feast.
    Feast,
    /// A part of the stretch that follows.
    Part(Part),
    /// The first word of "the second half of".
    Fraction(u8),
    /// Says which, after a stretch.
    Which(Which),
    /// The last of a row of days.
    Final,
    /// Between a row of stretches and what says which: "the past few days".
    Few,
    /// "The same", before a stretch.
    Same,
    /// Points at the stretch that follows.
    Demonstrative(Which),
    /// A part of a day before the day, by its hour.
    DayPart(u8),
    /// A part of a day after the hour.
    Adverb(u8),
    /// An hour in words that is no ordinal.
    Hour(u8),
    /// "The hour", before a number.
    OClock,
    /// Joins two datings of one day.
    Also,
    /// Makes a number a rough one.
    About,
    /// Before or after the article's day, by the stretch that follows.
    Ago(i8),
    /// "Early in", "late in".
    Early,
    /// A preposition that a year may follow; `of_time` where it speaks of nothing but time.
    Lead {
        /// Speaks of nothing but time.
        of_time: bool,
    },
    /// Makes the number that follows no year.
    Numbered,
    /// The era after a year.
    Era(Calendar),
}

/// The wordings of `assets/lexicon/calendar.tsv`.
#[derive(Debug)]
pub struct DateWords {
    table: Table<DateWord>,
    openers: FxHashSet<String>,
}

impl DateWords {
    pub(super) fn shipped() -> Self {
        let longer = rows(FILE).flat_map(|(phrases, _)| phrases.split('|')).filter(|phrase| phrase.contains(' '));
        let openers =
            longer.filter_map(|phrase| phrase.split(' ').next()).map(|word| fold(word, Folding::Name)).collect();
        Self { table: Table::parse(FILE, read), openers }
    }

    /// What a folded wording does in a date; its words are one blank apart.
    #[must_use]
    pub fn get(&self, folded: &str) -> Option<DateWord> {
        self.table.get(folded).copied()
    }

    /// Whether a wording of several words begins with this one.
    #[must_use]
    pub fn opens(&self, folded: &str) -> bool {
        self.openers.contains(folded)
    }

    /// How many words the longest wording has.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.table.longest()
    }
}

fn read(value: &str) -> Option<DateWord> {
    let (class, value) = value.split_once(' ')?;
    let small = || value.parse::<u8>().ok();
    let signed = || value.parse::<i8>().ok();
    let month = |calendar, vague| Some(DateWord::Month { calendar, number: small()?, vague });
    let stretch = |stretch| Some(DateWord::Stretch(stretch, number(small()?)?));
    match class {
        "gregorian" => month(Calendar::Gregorian, false),
        "gregorian?" => month(Calendar::Gregorian, true),
        "hijri" => month(Calendar::Hijri, false),
        "hijri?" => month(Calendar::Hijri, true),
        "weekday" => signed().map(DateWord::Weekday),
        "deictic" => signed().map(DateWord::Deictic),
        "minute" => stretch(Stretch::Minute),
        "hour" => stretch(Stretch::Hour),
        "day" => stretch(Stretch::Day),
        "week" => stretch(Stretch::Week),
        "month" => stretch(Stretch::Month),
        "year" => stretch(Stretch::Year),
        "decade" => stretch(Stretch::Decade),
        "century" => stretch(Stretch::Century),
        "season" => small().map(DateWord::Season),
        "feast" => Some(DateWord::Feast),
        "part" => part(small()?).map(DateWord::Part),
        "fraction" => small().map(DateWord::Fraction),
        "which" => which(signed()?).map(DateWord::Which),
        "final" => Some(DateWord::Final),
        "few" => Some(DateWord::Few),
        "same" => Some(DateWord::Same),
        "decades" => Some(DateWord::Decades),
        "ofyear" => Some(DateWord::OfYear),
        "none" => Some(DateWord::None),
        "number" => Some(DateWord::Numbered),
        "this" => which(signed()?).map(DateWord::Demonstrative),
        "daypart" => small().map(DateWord::DayPart),
        "adverb" => small().map(DateWord::Adverb),
        "clock" => small().map(DateWord::Hour),
        "oclock" => Some(DateWord::OClock),
        "with" => Some(DateWord::Also),
        "about" => Some(DateWord::About),
        "ago" => signed().map(DateWord::Ago),
        "early" => Some(DateWord::Early),
        "lead" => Some(DateWord::Lead { of_time: value == "1" }),
        "era" => Some(DateWord::Era(if value == "1" { Calendar::Hijri } else { Calendar::Gregorian })),
        _ => None,
    }
}

fn number(value: u8) -> Option<Number> {
    [Number::Singular, Number::Dual, Number::Plural].get(usize::from(value.checked_sub(1)?)).copied()
}

fn part(value: u8) -> Option<Part> {
    [Part::Beginning, Part::Middle, Part::End].get(usize::from(value)).copied()
}

fn which(value: i8) -> Option<Which> {
    match value {
        -1 => Some(Which::Last),
        0 => Some(Which::This),
        1 => Some(Which::Next),
        9 => Some(Which::Told),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_understood() {
        for (phrases, value) in rows(FILE) {
            assert!(read(value).is_some(), "{phrases}: {value}");
        }
    }
}
