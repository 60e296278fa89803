//! Calendars: the Islamic year laid against the civil one, and the days around a day.

use icu_calendar::{Date as CalendarDate, cal::Hijri, cal::Iso};
use jiff::{Span, civil::Date};

/// The civil day of a day of the Umm al-Qura calendar, which Arab states print beside the civil one; nothing where there
/// is no such day.
#[must_use]
pub fn from_hijri(year: u32, month: u8, day: u8) -> Option<Date> {
    let year = i32::try_from(year).ok()?;
    let day = CalendarDate::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura()).ok()?;
    let day = day.to_calendar(Iso);
    let year = i16::try_from(day.year().extended_year()).ok()?;
    Date::new(year, i8::try_from(day.month().ordinal).ok()?, i8::try_from(day.day_of_month().0).ok()?).ok()
}

/// The year of the Umm al-Qura calendar in which a civil day lies.
#[must_use]
pub fn hijri_year(day: Date) -> Option<u32> {
    let month = u8::try_from(day.month()).ok()?;
    let civil = CalendarDate::try_new_iso(i32::from(day.year()), month, u8::try_from(day.day()).ok()?).ok()?;
    u32::try_from(civil.to_calendar(Hijri::new_umm_al_qura()).year().extended_year()).ok()
}

/// The day that many days on.
#[must_use]
pub fn days_on(day: Date, days: i32) -> Option<Date> {
    day.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The first day of the month that many months on.
#[must_use]
pub fn months_on(day: Date, months: i32) -> Option<Date> {
    Some(day.checked_add(Span::new().try_months(months).ok()?).ok()?.first_of_month())
}

/// The first day of the year that many years on.
#[must_use]
pub fn years_on(day: Date, years: i32) -> Option<Date> {
    Some(day.checked_add(Span::new().try_years(years).ok()?).ok()?.first_of_year())
}

/// The nearest day after (`forward`) or before `day`, not itself, that falls on `weekday`, Monday 1 to Sunday 7.
#[must_use]
pub fn weekday_near(day: Date, weekday: i8, forward: bool) -> Option<Date> {
    let apart = (i32::from(weekday) - i32::from(day.weekday().to_monday_one_offset())).rem_euclid(7);
    let on = match (forward, apart) {
        (true, 0) => 7,
        (true, apart) => apart,
        (false, apart) => apart - 7,
    };
    days_on(day, on)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn hijri_days_have_civil_ones() {
        assert_eq!(from_hijri(1446, 10, 14), Some(date(2025, 4, 12)));
        assert_eq!(from_hijri(1447, 4, 1), Some(date(2025, 9, 23)));
        assert_eq!(from_hijri(1447, 13, 1), None);
        assert_eq!(hijri_year(date(2025, 9, 23)), Some(1447));
    }

    #[test]
    fn weekdays_forward_and_back() {
        let tuesday = date(2026, 11, 24);
        assert_eq!(weekday_near(tuesday, 7, true), Some(date(2026, 11, 29)));
        assert_eq!(weekday_near(tuesday, 2, true), Some(date(2026, 12, 1)));
        assert_eq!(weekday_near(tuesday, 2, false), Some(date(2026, 11, 17)));
        assert_eq!(weekday_near(tuesday, 1, false), Some(date(2026, 11, 23)));
        assert_eq!(weekday_near(Date::MAX, 1, true), None);
    }
}
