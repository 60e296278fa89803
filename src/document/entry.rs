//! An entry of a list: what the panes show of a person, an event or any other thing that was found.

use jiff::civil;

use crate::{
    article::{Article, Passage},
    knowledge::{Confidence, Date, Entity, EntryId, Event, Kind, Knowledge, Mention, Participant, Person, Status},
};

/// One row of a list with everything it is linked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name across snapshots.
    pub id: EntryId,
    /// What the row is called, in words of the article.
    pub label: String,
    /// Every mention, in reading order; each is a mark in the text.
    pub mentions: Vec<Mention>,
    /// The different wordings of its mentions, the most frequent first.
    pub spellings: Vec<String>,
    /// The office phrases of a person.
    pub roles: Vec<String>,
    /// What is known of an event.
    pub event: Option<EventFacts>,
    /// The entries it is linked with: an event's people, a person's events.
    pub related: Vec<EntryId>,
    /// How sure the entry is.
    pub confidence: Confidence,
}

/// What is known of an event, in words of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventFacts {
    /// Where it stands.
    pub status: Status,
    /// Where it takes place.
    pub places: Vec<String>,
    /// When it takes place, as worded.
    pub times: Vec<String>,
    /// The day that is meant, where it could be worked out.
    pub day: Option<civil::Date>,
    /// It was announced for a day that lies behind today.
    pub passed: bool,
    /// The organ that sits.
    pub body: Option<String>,
    /// Who takes part, without the body.
    pub participants: Vec<String>,
    /// The words that say where, when and which organ.
    pub said: Vec<Passage>,
    /// The sentence it was found in.
    pub evidence: Passage,
}

/// Every entry of `knowledge`, sorted by list and, within a list, in its order.
pub(super) fn entries(article: &Article, knowledge: &Knowledge, today: Option<civil::Date>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    entries.extend(knowledge.people.iter().filter_map(|person| of_person(article, person)));
    entries.extend(knowledge.organisations.iter().filter_map(|entity| of_entity(article, Kind::Organisation, entity)));
    entries.extend(knowledge.places.iter().filter_map(|entity| of_entity(article, Kind::Place, entity)));
    entries.extend(knowledge.dates.iter().filter_map(|date| of_date(article, date)));
    let names = entries.iter().map(|entry| (entry.id, entry.label.clone())).collect();
    let known = Known { article, names, dates: &knowledge.dates, today };
    entries.extend(knowledge.meetings.iter().map(|event| of_event(&known, Kind::Meeting, event)));
    entries.extend(knowledge.upcoming.iter().map(|event| of_event(&known, Kind::Upcoming, event)));
    entries.sort_by_key(|entry| entry.id.kind);
    link_back(&mut entries);
    entries
}

/// What an event's facts are made from.
struct Known<'a> {
    article: &'a Article,
    names: Vec<(EntryId, String)>,
    dates: &'a [Date],
    today: Option<civil::Date>,
}

impl Known<'_> {
    fn name(&self, id: EntryId) -> Option<&str> {
        self.names.iter().find(|(other, _)| *other == id).map(|(_, name)| name.as_str())
    }

    /// The different words of passages.
    fn words(&self, passages: &[Passage]) -> Vec<String> {
        let mut all = Vec::new();
        for passage in passages {
            push_new(&mut all, self.article.words(*passage));
        }
        all
    }

    /// The day that the first of `times` means that means one.
    fn day(&self, times: &[Passage]) -> Option<civil::Date> {
        let meant = |time: &Passage| {
            let said = |date: &&Date| date.mentions.iter().any(|mention| mention.passage.overlaps(*time));
            self.dates.iter().filter(said).find_map(|date| date.resolved)
        };
        times.iter().find_map(meant)
    }
}

fn of_person(article: &Article, person: &Person) -> Option<Entry> {
    let mut roles: Vec<String> = Vec::new();
    for role in &person.roles {
        push_new(&mut roles, article.words(*role));
    }
    Some(Entry { roles, ..of_mentions(article, Kind::Person, &person.name, &person.mentions)? })
}

fn of_entity(article: &Article, kind: Kind, entity: &Entity) -> Option<Entry> {
    of_mentions(article, kind, &entity.name, &entity.mentions)
}

fn of_date(article: &Article, date: &Date) -> Option<Entry> {
    of_mentions(article, Kind::Date, &date.name, &date.mentions)
}

fn of_mentions(article: &Article, kind: Kind, label: &str, mentions: &[Mention]) -> Option<Entry> {
    let first = mentions.first()?.passage.start();
    Some(Entry {
        id: EntryId { kind, first },
        label: label.to_owned(),
        mentions: mentions.to_vec(),
        spellings: spellings(article, mentions),
        roles: Vec::new(),
        event: None,
        related: Vec::new(),
        confidence: mentions.iter().map(|mention| mention.confidence).max().unwrap_or_default(),
    })
}

fn of_event(known: &Known<'_>, kind: Kind, event: &Event) -> Entry {
    let mut mentions = event.also.clone();
    mentions.push(event.trigger);
    mentions.sort_by_key(|mention| mention.passage);
    let first = mentions.first().map_or(event.trigger.passage, |mention| mention.passage).start();
    let related = event.participants.iter().filter_map(|participant| match participant {
        Participant::Entry(id) => Some(*id),
        Participant::Words(_) => None,
    });
    Entry {
        id: EntryId { kind, first },
        label: event_label(known.article, event),
        spellings: spellings(known.article, &mentions),
        mentions,
        roles: Vec::new(),
        event: Some(facts(known, kind, event)),
        related: related.collect(),
        confidence: event.confidence,
    }
}

fn facts(known: &Known<'_>, kind: Kind, event: &Event) -> EventFacts {
    let mut participants = Vec::new();
    for participant in &event.participants {
        match participant {
            Participant::Entry(id) => known.name(*id).into_iter().for_each(|name| push_new(&mut participants, name)),
            Participant::Words(passage) if Some(*passage) == event.body => {}
            Participant::Words(passage) => push_new(&mut participants, known.article.words(*passage)),
        }
    }
    let day = known.day(&event.times);
    EventFacts {
        status: event.status,
        places: known.words(&event.places),
        times: known.words(&event.times),
        day,
        passed: kind == Kind::Upcoming && day.zip(known.today).is_some_and(|(day, today)| day < today),
        body: event.body.map(|body| known.article.words(body).to_owned()),
        participants,
        said: event.places.iter().chain(&event.times).chain(&event.body).copied().collect(),
        evidence: event.evidence,
    }
}

/// The trigger, with the body that sits where the two are worded together.
fn event_label(article: &Article, event: &Event) -> String {
    let trigger = article.words(event.trigger.passage);
    match event.body {
        Some(body) => format!("{trigger} {}", article.words(body)),
        None => trigger.to_owned(),
    }
}

fn spellings(article: &Article, mentions: &[Mention]) -> Vec<String> {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for mention in mentions {
        let words = article.words(mention.passage);
        match counted.iter_mut().find(|(known, _)| known == words) {
            Some((_, count)) => *count += 1,
            None => counted.push((words.to_owned(), 1)),
        }
    }
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.into_iter().map(|(words, _)| words).collect()
}

fn push_new(list: &mut Vec<String>, words: &str) {
    if !list.iter().any(|known| known == words) {
        list.push(words.to_owned());
    }
}

/// Links run both ways: whoever takes part in an event is linked with it.
fn link_back(entries: &mut [Entry]) {
    let links: Vec<(EntryId, EntryId)> =
        entries.iter().flat_map(|entry| entry.related.iter().map(|other| (*other, entry.id))).collect();
    for (other, event) in links {
        if let Some(entry) = entries.iter_mut().find(|entry| entry.id == other)
            && !entry.related.contains(&event)
        {
            entry.related.push(event);
        }
    }
}
