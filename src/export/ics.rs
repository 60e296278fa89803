//! iCalendar (RFC 5545): meetings and sessions whose day is known, timed where the hour is said.
//!
//! Times are floating: local to where the meeting takes place, as the article words them.

use std::hash::{Hash, Hasher};

use icalendar::{Calendar, Component, Event as Entry, EventLike, EventStatus, Property};
use jiff::civil::{Date as Day, Time};
use rustc_hash::FxHasher;

use super::{Extract, names};
use crate::knowledge::{Event, Precision, Status};

/// A calendar of the events of articles.
#[derive(Debug, Default)]
pub struct Agenda {
    calendar: Calendar,
}

impl Agenda {
    /// Adds the events of one article. Gives back the titles of those that have no day and so no place in a calendar.
    pub fn add(&mut self, extract: &Extract<'_>) -> Vec<String> {
        let mut undated = Vec::new();
        for event in extract.knowledge.meetings.iter().chain(&extract.knowledge.upcoming) {
            match day(extract, event) {
                Some((day, hour)) => {
                    self.calendar.push(entry(extract, event, day, hour));
                }
                None => undated.push(extract.title(event)),
            }
        }
        undated
    }

    /// The calendar as text.
    #[must_use]
    pub fn text(&self) -> String {
        self.calendar.to_string()
    }
}

/// The day of an event, and its hour; nothing where it is known less finely.
fn day(extract: &Extract<'_>, event: &Event) -> Option<(Day, Option<Time>)> {
    let fine = |precision: Option<Precision>| precision.is_some_and(|precision| precision >= Precision::Day);
    let day = extract.dates(event).filter(|date| fine(date.precision)).find_map(|date| date.resolved)?;
    Some((day, extract.dates(event).find_map(|date| date.hour)))
}

fn entry(extract: &Extract<'_>, event: &Event, day: Day, hour: Option<Time>) -> Entry {
    let mut entry = Entry::new();
    let stamp = day.strftime("%Y%m%d").to_string();
    match hour {
        Some(hour) => entry.append_property(Property::new("DTSTART", format!("{stamp}T{}", hour.strftime("%H%M%S")))),
        None => entry.append_property(Property::new("DTSTART", stamp.as_str()).add_parameter("VALUE", "DATE").done()),
    };
    // The stamp tells versions of one entry apart; an export has no clock, so it takes the event's own day.
    entry.append_property(Property::new("DTSTAMP", format!("{stamp}T000000Z")));
    entry.uid(&uid(extract, event));
    entry.summary(&extract.title(event));
    let places = extract.all_words(&event.places);
    if !places.is_empty() {
        entry.location(&places.join("; "));
    }
    let mut description = vec![extract.words(event.evidence)];
    let participants = extract.participants(event);
    if !participants.is_empty() {
        description.push(participants.join("; "));
    }
    description.push(format!("{} ({})", extract.source, names::status(event.status).replace('_', " ")));
    entry.description(&description.join("\n"));
    entry.status(match event.status {
        Status::Cancelled => EventStatus::Cancelled,
        Status::Held | Status::Ongoing | Status::Scheduled => EventStatus::Confirmed,
        _ => EventStatus::Tentative,
    });
    entry.done()
}

/// The same for the same event of the same article, so that a second import changes nothing.
fn uid(extract: &Extract<'_>, event: &Event) -> String {
    let mut hasher = FxHasher::default();
    extract.article.text().hash(&mut hasher);
    extract.participants(event).hash(&mut hasher);
    let place = extract.article.bytes_of(event.trigger.passage).start;
    format!("{:016x}-{place}@qari", hasher.finish())
}
