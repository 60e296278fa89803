//! JSON: one record an article.
//!
//! Every span is given in Unicode code points (`start`, `end`) and in UTF-8 bytes (`bstart`, `bend`) of `text`.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::{names, offsets::Offsets};
use crate::{
    article::{Article, Passage},
    knowledge::{Date, Entity, EntryId, Event, Kind, Knowledge, Mention, Participant, Person},
};

/// What a record says of an article besides its text.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Origin<'a> {
    /// A short name, unique among the records of one run.
    pub id: &'a str,
    /// Where it was read from.
    pub source: &'a str,
}

/// One article as JSON.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    #[serde(flatten)]
    origin: Origin<'a>,
    title: Option<&'a str>,
    published: Option<String>,
    text: &'a str,
    people: Vec<PersonRecord<'a>>,
    meetings: Vec<EventRecord<'a>>,
    upcoming: Vec<EventRecord<'a>>,
    organisations: Vec<EntityRecord<'a>>,
    places: Vec<EntityRecord<'a>>,
    dates: Vec<DateRecord<'a>>,
}

impl<'a> Record<'a> {
    /// The record of an article.
    #[must_use]
    pub fn new(origin: Origin<'a>, article: &'a Article, knowledge: &'a Knowledge) -> Self {
        let writer = Writer { article, offsets: Offsets::of(article.text()), numbers: numbers(knowledge) };
        Self {
            origin,
            title: article.title.as_deref(),
            published: article.published.map(|day| day.to_string()),
            text: article.text(),
            people: numbered(&knowledge.people, |id, person| writer.person(id, person)),
            meetings: numbered(&knowledge.meetings, |id, event| writer.event(format!("m{id}"), event)),
            upcoming: numbered(&knowledge.upcoming, |id, event| writer.event(format!("u{id}"), event)),
            organisations: numbered(&knowledge.organisations, |id, entity| writer.entity(format!("o{id}"), entity)),
            places: numbered(&knowledge.places, |id, entity| writer.entity(format!("l{id}"), entity)),
            dates: numbered(&knowledge.dates, |id, date| writer.date(id, date)),
        }
    }
}

#[derive(Debug, Serialize)]
struct Span<'a> {
    start: usize,
    end: usize,
    bstart: usize,
    bend: usize,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct MentionRecord<'a> {
    #[serde(flatten)]
    span: Span<'a>,
    kind: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    nested: bool,
    confidence: &'static str,
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    antecedent: Option<Span<'a>>,
}

#[derive(Debug, Serialize)]
struct PersonRecord<'a> {
    id: String,
    name: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unnamed: bool,
    roles: Vec<Span<'a>>,
    mentions: Vec<MentionRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct EntityRecord<'a> {
    id: String,
    name: &'a str,
    mentions: Vec<MentionRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct DateRecord<'a> {
    id: String,
    name: &'a str,
    resolved: Option<String>,
    partial: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    precision: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    mentions: Vec<MentionRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct EventRecord<'a> {
    id: String,
    #[serde(rename = "type")]
    event_type: &'static str,
    status: &'static str,
    trigger: Span<'a>,
    also: Vec<Span<'a>>,
    participants: Vec<ParticipantRecord<'a>>,
    place: OneOrMore<Span<'a>>,
    time: OneOrMore<Span<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Span<'a>>,
    evidence: Span<'a>,
    confidence: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum ParticipantRecord<'a> {
    Entry {
        #[serde(rename = "ref")]
        id: String,
    },
    Words(Span<'a>),
}

/// Nothing is null, one thing is itself, more are a list.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum OneOrMore<T> {
    None,
    One(T),
    More(Vec<T>),
}

impl<T> From<Vec<T>> for OneOrMore<T> {
    fn from(mut items: Vec<T>) -> Self {
        match items.len() {
            0 => Self::None,
            1 => items.pop().map_or(Self::None, Self::One),
            _ => Self::More(items),
        }
    }
}

fn numbered<'a, T, R>(items: &'a [T], record: impl Fn(usize, &'a T) -> R) -> Vec<R> {
    items.iter().enumerate().map(|(index, item)| record(index + 1, item)).collect()
}

struct Writer<'a> {
    article: &'a Article,
    offsets: Offsets<'a>,
    /// Under which number of its kind each entry is written.
    numbers: FxHashMap<EntryId, usize>,
}

/// The number of every entry that may take part in an event.
fn numbers(knowledge: &Knowledge) -> FxHashMap<EntryId, usize> {
    let mut numbers = FxHashMap::default();
    let mut count = |kind: Kind, firsts: &mut dyn Iterator<Item = Option<&Mention>>| {
        for (first, number) in firsts.zip(1..) {
            let Some(first) = first else { continue };
            numbers.entry(EntryId { kind, first: first.passage.start() }).or_insert(number);
        }
    };
    count(Kind::Person, &mut knowledge.people.iter().map(|person| person.mentions.first()));
    count(Kind::Organisation, &mut knowledge.organisations.iter().map(|entity| entity.mentions.first()));
    count(Kind::Place, &mut knowledge.places.iter().map(|entity| entity.mentions.first()));
    count(Kind::Date, &mut knowledge.dates.iter().map(|date| date.mentions.first()));
    numbers
}

impl<'a> Writer<'a> {
    fn span(&self, passage: Passage) -> Span<'a> {
        let bytes = self.article.bytes_of(passage);
        let text = self.article.words(passage);
        let start = self.offsets.code_points(bytes.start);
        Span { start, end: start + text.chars().count(), bstart: bytes.start, bend: bytes.end, text }
    }

    fn spans(&self, passages: &[Passage]) -> Vec<Span<'a>> {
        passages.iter().map(|passage| self.span(*passage)).collect()
    }

    fn mentions(&self, mentions: &[Mention]) -> Vec<MentionRecord<'a>> {
        mentions
            .iter()
            .map(|mention| MentionRecord {
                span: self.span(mention.passage),
                kind: names::mention_kind(mention.kind),
                nested: mention.nested,
                confidence: names::confidence(mention.confidence),
                rule: names::rule(mention.link.rule),
                antecedent: mention.link.to.map(|passage| self.span(passage)),
            })
            .collect()
    }

    fn person(&self, number: usize, person: &'a Person) -> PersonRecord<'a> {
        PersonRecord {
            id: format!("p{number}"),
            name: &person.name,
            unnamed: !person.named,
            roles: self.spans(&person.roles),
            mentions: self.mentions(&person.mentions),
        }
    }

    fn entity(&self, id: String, entity: &'a Entity) -> EntityRecord<'a> {
        EntityRecord { id, name: &entity.name, mentions: self.mentions(&entity.mentions) }
    }

    fn date(&self, number: usize, date: &'a Date) -> DateRecord<'a> {
        DateRecord {
            id: format!("d{number}"),
            name: &date.name,
            resolved: date.resolved.map(|day| day.to_string()),
            partial: names::partial(date.partial),
            time: date.hour.map(names::hour),
            precision: date.precision.map(names::precision),
            kind: date.duration.then_some("duration"),
            mentions: self.mentions(&date.mentions),
        }
    }

    fn event(&self, id: String, event: &Event) -> EventRecord<'a> {
        let triggers = |mentions: &[Mention]| mentions.iter().map(|mention| self.span(mention.passage)).collect();
        EventRecord {
            id,
            event_type: names::event_type(event.event_type),
            status: names::status(event.status),
            trigger: self.span(event.trigger.passage),
            also: triggers(&event.also),
            participants: event.participants.iter().filter_map(|part| self.participant(*part)).collect(),
            place: self.spans(&event.places).into(),
            time: self.spans(&event.times).into(),
            body: event.body.map(|body| self.span(body)),
            evidence: self.span(event.evidence),
            confidence: names::confidence(event.confidence),
        }
    }

    fn participant(&self, participant: Participant) -> Option<ParticipantRecord<'a>> {
        match participant {
            Participant::Words(passage) => Some(ParticipantRecord::Words(self.span(passage))),
            Participant::Entry(entry) => self.id(entry).map(|id| ParticipantRecord::Entry { id }),
        }
    }

    /// The id under which an entry is written.
    fn id(&self, entry: EntryId) -> Option<String> {
        let letter = match entry.kind {
            Kind::Person => 'p',
            Kind::Organisation => 'o',
            Kind::Place => 'l',
            Kind::Date => 'd',
            Kind::Meeting | Kind::Upcoming => return None,
        };
        self.numbers.get(&entry).map(|number| format!("{letter}{number}"))
    }
}
