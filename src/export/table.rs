//! CSV: one row an entry of any list, for spreadsheets.

use std::io;

use super::{Extract, names};
use crate::knowledge::{Event, Mention};

/// The columns, in order.
pub const COLUMNS: [&str; 14] = [
    "source",
    "list",
    "name",
    "type",
    "status",
    "roles",
    "participants",
    "place",
    "time",
    "resolved",
    "mentions",
    "first_byte",
    "evidence",
    "confidence",
];

/// Writes tables of articles one after the other, the heads of the columns first.
#[derive(Debug)]
pub struct Table<W: io::Write> {
    writer: csv::Writer<W>,
}

impl<W: io::Write> Table<W> {
    /// Begins a table.
    ///
    /// # Errors
    /// What the writer reports.
    pub fn new(out: W) -> io::Result<Self> {
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(COLUMNS)?;
        Ok(Self { writer })
    }

    /// The rows of one article.
    ///
    /// # Errors
    /// What the writer reports.
    pub fn write(&mut self, extract: &Extract<'_>) -> io::Result<()> {
        let knowledge = extract.knowledge;
        for person in &knowledge.people {
            let roles = extract.all_words(&person.roles).join("; ");
            self.entry(extract, "person", &person.name, &person.mentions, |row| row.roles = roles)?;
        }
        for event in &knowledge.meetings {
            self.event(extract, "meeting", event)?;
        }
        for event in &knowledge.upcoming {
            self.event(extract, "upcoming", event)?;
        }
        for entity in &knowledge.organisations {
            self.entry(extract, "organisation", &entity.name, &entity.mentions, |_| {})?;
        }
        for entity in &knowledge.places {
            self.entry(extract, "place", &entity.name, &entity.mentions, |_| {})?;
        }
        for date in &knowledge.dates {
            self.entry(extract, "date", &date.name, &date.mentions, |row| {
                row.resolved = date.resolved.map(|day| day.to_string()).or_else(|| names::partial(date.partial));
            })?;
        }
        Ok(())
    }

    /// Ends the table.
    ///
    /// # Errors
    /// What the writer reports.
    pub fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }

    fn entry(
        &mut self,
        extract: &Extract<'_>,
        list: &'static str,
        name: &str,
        mentions: &[Mention],
        fill: impl FnOnce(&mut Row),
    ) -> io::Result<()> {
        let Some(first) = mentions.first() else { return Ok(()) };
        let mut row = Row {
            list,
            name: name.to_owned(),
            mentions: mentions.len(),
            first_byte: extract.article.bytes_of(first.passage).start,
            confidence: names::confidence(mentions.iter().map(|mention| mention.confidence).max().unwrap_or_default()),
            ..Row::default()
        };
        fill(&mut row);
        self.row(extract.source, &row)
    }

    fn event(&mut self, extract: &Extract<'_>, list: &'static str, event: &Event) -> io::Result<()> {
        let row = Row {
            list,
            name: extract.title(event),
            event_type: names::event_type(event.event_type),
            status: names::status(event.status),
            participants: extract.participants(event).join("; "),
            place: extract.all_words(&event.places).join("; "),
            time: extract.all_words(&event.times).join("; "),
            resolved: extract.dates(event).find_map(|date| date.resolved).map(|day| day.to_string()),
            mentions: event.also.len() + 1,
            first_byte: extract.article.bytes_of(event.trigger.passage).start,
            evidence: extract.words(event.evidence),
            confidence: names::confidence(event.confidence),
            ..Row::default()
        };
        self.row(extract.source, &row)
    }

    fn row(&mut self, source: &str, row: &Row) -> io::Result<()> {
        let (mentions, first_byte) = (row.mentions.to_string(), row.first_byte.to_string());
        let cells: [&str; COLUMNS.len()] = [
            source,
            row.list,
            &row.name,
            row.event_type,
            row.status,
            &row.roles,
            &row.participants,
            &row.place,
            &row.time,
            row.resolved.as_deref().unwrap_or_default(),
            &mentions,
            &first_byte,
            &row.evidence,
            row.confidence,
        ];
        self.writer.write_record(cells)?;
        Ok(())
    }
}

/// The cells of a row that differ from entry to entry.
#[derive(Debug, Default)]
struct Row {
    list: &'static str,
    name: String,
    event_type: &'static str,
    status: &'static str,
    roles: String,
    participants: String,
    place: String,
    time: String,
    resolved: Option<String>,
    mentions: usize,
    first_byte: usize,
    evidence: String,
    confidence: &'static str,
}
