//! An article with its knowledge, in forms to take away.

pub mod ics;
pub mod json;
pub mod markdown;
mod names;
mod offsets;
pub mod table;

use crate::{
    article::{Article, Passage},
    knowledge::{Date, EntryId, Event, Kind, Knowledge, Mention, Participant},
};

/// An article with what was found in it.
#[derive(Debug, Clone, Copy)]
pub struct Extract<'a> {
    /// Where it was read from.
    pub source: &'a str,
    /// What was written.
    pub article: &'a Article,
    /// What was found.
    pub knowledge: &'a Knowledge,
}

impl<'a> Extract<'a> {
    /// The words of a passage on one line.
    fn words(&self, passage: Passage) -> String {
        let words: Vec<&str> = self.article.words(passage).split_whitespace().collect();
        words.join(" ")
    }

    /// The words of several passages, without repetition.
    fn all_words(&self, passages: &[Passage]) -> Vec<String> {
        let mut all = Vec::new();
        for passage in passages {
            let words = self.words(*passage);
            if !all.contains(&words) {
                all.push(words);
            }
        }
        all
    }

    /// What an event is called: its noun or verb, with the organ that sits.
    fn title(&self, event: &Event) -> String {
        let trigger = self.words(event.trigger.passage);
        match event.body {
            Some(body) => format!("{trigger} {}", self.words(body)),
            None => trigger,
        }
    }

    /// Who takes part in an event, by name.
    fn participants(&self, event: &Event) -> Vec<String> {
        let mut all = Vec::new();
        for participant in &event.participants {
            let name = match participant {
                Participant::Words(passage) => Some(self.words(*passage)),
                Participant::Entry(entry) => self.name(*entry).map(str::to_owned),
            };
            all.extend(name.filter(|name| !all.contains(name)));
        }
        all
    }

    fn name(&self, entry: EntryId) -> Option<&'a str> {
        let knowledge = self.knowledge;
        let starts =
            |mentions: &[Mention]| mentions.first().is_some_and(|mention| mention.passage.start() == entry.first);
        let entities = match entry.kind {
            Kind::Person => {
                return knowledge
                    .people
                    .iter()
                    .find(|person| starts(&person.mentions))
                    .map(|person| person.name.as_str());
            }
            Kind::Organisation => &knowledge.organisations,
            Kind::Place => &knowledge.places,
            Kind::Meeting | Kind::Upcoming | Kind::Date => return None,
        };
        entities.iter().find(|entity| starts(&entity.mentions)).map(|entity| entity.name.as_str())
    }

    /// The dates that an event's times are mentions of.
    fn dates(&self, event: &Event) -> impl Iterator<Item = &'a Date> {
        let dates = &self.knowledge.dates;
        event.times.clone().into_iter().filter_map(move |time| {
            dates.iter().find(|date| date.mentions.iter().any(|mention| mention.passage == time))
        })
    }
}
