//! The words of the formats for what the program knows as types.

use jiff::civil::Time;

use crate::knowledge::{Confidence, EventType, MentionKind, PartialDate, Precision, Rule, Status};

/// Of an event's type.
pub(super) fn event_type(event_type: EventType) -> &'static str {
    match event_type {
        EventType::Meeting => "meeting",
        EventType::Talks => "talks",
        EventType::TalksRound => "talks_round",
        EventType::Consultations => "consultations",
        EventType::Session => "session",
        EventType::Summit => "summit",
        EventType::Conference => "conference",
        EventType::PressConference => "press_conference",
        EventType::Call => "call",
        EventType::Visit => "visit",
        EventType::Dialogue => "dialogue",
        EventType::Rally => "rally",
        EventType::Reception => "reception",
        EventType::Interview => "interview",
        EventType::Assembly => "assembly",
    }
}

/// Of an event's status.
pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Held => "held",
        Status::Ongoing => "ongoing",
        Status::Scheduled => "scheduled",
        Status::Expected => "expected",
        Status::Planned => "planned",
        Status::Proposed => "proposed",
        Status::NoDateSet => "no_date_set",
        Status::Postponed => "postponed",
        Status::Cancelled => "cancelled",
    }
}

/// Of the way a mention names its entry.
pub(super) fn mention_kind(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Full => "full",
        MentionKind::Surname => "surname",
        MentionKind::Given => "given",
        MentionKind::Title => "title",
        MentionKind::Trigger => "trigger",
        MentionKind::Nominal => "nominal",
    }
}

/// Of a confidence.
pub(super) fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Possible => "possible",
        Confidence::Likely => "likely",
        Confidence::Certain => "certain",
    }
}

/// Of the rule that links a mention to its entry.
pub(super) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Written => "written",
        Rule::SameName => "same_name",
        Rule::Variant => "variant",
        Rule::PartOfName => "part_of_name",
        Rule::Surname => "surname",
        Rule::GivenName => "given_name",
        Rule::TitleBeside => "title_beside",
        Rule::TitleAgain => "title_again",
        Rule::TitleAlike => "title_alike",
        Rule::Definite => "definite",
        Rule::SameEvent => "same_event",
    }
}

/// Of a precision.
pub(super) fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Decade => "decade",
        Precision::Year => "year",
        Precision::Month => "month",
        Precision::Week => "week",
        Precision::Day => "day",
        Precision::Hour => "hour",
    }
}

/// A time of the day: `19:00`.
pub(super) fn hour(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The known parts of a date in the manner of ISO 8601, absent ones as dashes: `2021`, `2021-12`, `--12-17`.
pub(super) fn partial(date: PartialDate) -> Option<String> {
    let year = date.year.map_or_else(|| "-".to_owned(), |year| format!("{year:04}"));
    match (date.month, date.day) {
        (Some(month), Some(day)) => Some(format!("{year}-{month:02}-{day:02}")),
        (Some(month), None) => Some(format!("{year}-{month:02}")),
        (None, Some(day)) => Some(format!("---{day:02}")),
        (None, None) => date.year.map(|_| year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(year: Option<i16>, month: Option<u8>, day: Option<u8>, expected: Option<&str>) {
        assert_eq!(partial(PartialDate { year, month, day }).as_deref(), expected);
    }

    #[test]
    fn partial_dates_show_what_is_absent() {
        check(None, Some(12), Some(17), Some("--12-17"));
        check(Some(2021), Some(3), None, Some("2021-03"));
        check(Some(2021), None, None, Some("2021"));
        check(None, None, None, None);
    }
}
