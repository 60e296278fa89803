//! Events: meetings held or under way, and meetings and sessions announced.
//!
//! A sentence becomes a row of units ([`unit`]); nouns and verbs of meeting are its occurrences ([`occurrence`]); of each
//! is read where it stands ([`tense`]), who takes part ([`who`]), where ([`place`]) and when ([`time`]). Those that are
//! believed ([`belief`]) are gathered into meetings ([`merge`]), and these told as events ([`told`]).

mod belief;
mod merge;
mod occurrence;
mod phrase;
mod place;
mod scope;
mod states;
mod tense;
mod time;
mod told;
mod unit;
mod who;
mod word;

use self::{merge::Report, scope::Scope, tense::Firmness, unit::Cutter};
use super::Context;
use jiff::civil::Date as Day;
use rustc_hash::FxHashMap;

use crate::{
    article::{ParagraphKind, Passage},
    knowledge::{Date, Event, Status},
};

/// The events of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Events {
    /// Held or under way, by first mention.
    pub meetings: Vec<Event>,
    /// Announced, by first mention.
    pub upcoming: Vec<Event>,
}

/// Reads the events.
#[must_use]
pub fn events(context: &Context<'_>) -> Events {
    let source = &context.source;
    let words = word::words(source);
    let states = states::States::of(context);
    let subject = belief::Subject::of(context, &words);
    let cutter = Cutter::new(context, &words);
    let mut reports = Vec::new();
    let mut topic = Vec::new();
    for (index, sentence) in source.tokens.sentences().iter().enumerate() {
        let kind =
            source.article.paragraphs().get(sentence.passage.paragraph.0 as usize).map(|paragraph| paragraph.kind);
        let heading = matches!(kind, Some(ParagraphKind::Title | ParagraphKind::Heading));
        let line = cutter.cut(sentence, heading);
        let occurrences = occurrence::occurrences(source, &line);
        for occurrence in &occurrences {
            let standing = tense::standing(&line, occurrence);
            let scope = Scope { line: &line, occurrence, standing: &standing, all: &occurrences };
            let mut report = Report {
                occurrence: *occurrence,
                standing,
                parties: who::parties(scope, &states),
                places: place::places(scope),
                times: time::times(context, scope),
                heading,
                retold: scope.is_retold(),
                specified: scope.is_specified(),
                of_previous: scope.is_of_previous(),
                present: standing.adverbial && scope.is_within(),
                anchored: false,
                sentence: sentence.passage,
                line: index,
            };
            if let Some(status) = time::settle(scope, &report.times) {
                report.standing.status = Some((status, Firmness::Suggested));
            }
            report.anchored = belief::is_anchored(&report);
            if belief::is_believed(&subject, &line, &report, &reports) {
                who::complete(scope, &topic, &mut report.parties);
                reports.push(report);
            }
        }
        topic = who::topic(&line).unwrap_or(topic);
    }
    let mut events = Events::default();
    for event in merge::groups(context, reports).iter().flat_map(|group| told::events(context, group)) {
        match event.status {
            Status::Held | Status::Ongoing => events.meetings.push(event),
            _ => events.upcoming.push(event),
        }
    }
    events.meetings.sort_by_key(told::first_mention);
    events.upcoming.sort_by_key(told::first_mention);
    events
}

/// Sorts announced events: soonest first, unknown dates last, those of a day by first mention.
pub fn sort_by_day(events: &mut [Event], dates: &[Date]) {
    let days: FxHashMap<Passage, Day> = dates
        .iter()
        .filter_map(|date| date.resolved.map(|day| (day, &date.mentions)))
        .flat_map(|(day, mentions)| mentions.iter().map(move |mention| (mention.passage, day)))
        .collect();
    events.sort_by_key(|event| {
        let day = event.times.iter().find_map(|time| days.get(time));
        (day.is_none(), day.copied(), told::first_mention(event))
    });
}
