//! Who takes part in a meeting, each case a line of `tests/corpus/participants.txt`.

use qari::{
    article::{Passage, parse},
    extract::analyse,
    knowledge::{Entity, Event, Kind, Knowledge, Participant, Person},
    lexicon::Lexicon,
    text::ByteSpan,
};

use crate::titles::marked;

/// Every place where the text names a participant.
fn named(knowledge: &Knowledge, participant: Participant) -> Vec<ByteSpan> {
    let entry = match participant {
        Participant::Entry(entry) => entry,
        Participant::Words(words) => return vec![words.span],
    };
    let of_person = |person: &Person| -> Vec<Passage> {
        person.mentions.iter().map(|mention| mention.passage).chain(person.roles.iter().copied()).collect()
    };
    let of_entity = |entity: &Entity| entity.mentions.iter().map(|mention| mention.passage).collect::<Vec<_>>();
    let all: Vec<Vec<Passage>> = match entry.kind {
        Kind::Person => knowledge.people.iter().map(of_person).collect(),
        Kind::Organisation => knowledge.organisations.iter().map(of_entity).collect(),
        _ => knowledge.places.iter().map(of_entity).collect(),
    };
    let mine = all.into_iter().find(|passages| passages.iter().any(|passage| passage.start() == entry.first));
    mine.unwrap_or_default().into_iter().map(|passage| passage.span).collect()
}

fn overlap(one: &ByteSpan, other: &ByteSpan) -> bool {
    one.start < other.end && other.start < one.end
}

#[test]
fn every_case() {
    for line in include_str!("../corpus/participants.txt").lines().filter(|line| !line.starts_with('#')) {
        let text = line.replace(['[', ']', '{', '}'], "");
        let knowledge = analyse(&parse::plain(text.as_str()), Lexicon::shipped(), None);
        let trigger = marked(line, '{', '}');
        let told = |event: &&Event| {
            let mentions = event.also.iter().chain([&event.trigger]);
            mentions.into_iter().any(|mention| trigger.iter().any(|span| overlap(&mention.passage.span, span)))
        };
        let Some(event) = knowledge.meetings.iter().chain(&knowledge.upcoming).find(told) else {
            panic!("no meeting in: {line}")
        };
        let ours: Vec<_> = event.participants.iter().map(|party| named(&knowledge, *party)).collect();
        let wanted = marked(line, '[', ']');
        for one in &wanted {
            let found = ours.iter().flatten().any(|span| overlap(span, one));
            assert!(found, "{:?} is missed in: {line}", text.get(one.start.0..one.end.0));
        }
        for spans in &ours {
            let right = spans.iter().any(|span| wanted.iter().any(|one| overlap(span, one)));
            assert!(right, "{spans:?} is too much in: {line}");
        }
    }
}
