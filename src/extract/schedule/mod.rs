//! Events: meetings held or under way, and meetings and sessions announced.
//!
//! A sentence becomes a row of units ([`unit`]); nouns and verbs of meeting are its occurrences ([`occurrence`]); of each
//! is read where it stands ([`tense`]), who takes part ([`who`]), where ([`place`]) and when ([`time`]). Those that are
//! believed ([`belief`]) are gathered into meetings ([`merge`]) by what speaks for it ([`signs`]), and these told as
//! events ([`told`]).

mod belief;
mod clause;
mod merge;
mod name;
mod occurrence;
mod phrase;
mod place;
mod report;
mod scope;
mod signs;
mod states;
mod tense;
mod time;
mod told;
mod traits;
mod unit;
mod who;
mod word;

pub use merge::LinkExample;

use self::{report::Report, scope::Scope, tense::Firmness, unit::Cutter};
use super::Context;
use jiff::civil::Date as Day;
use rustc_hash::FxHashMap;

use crate::{
    article::{ParagraphKind, Passage},
    knowledge::{Date, Event, Status},
    lexicon::events::{Class, EventType},
};

/// Among how many meetings told last the two are looked for that a word means.
const LAST: usize = 3;

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
    let mut events = Events::default();
    for event in merge::groups(context, reports(context)).iter().flat_map(|group| told::events(context, group)) {
        match event.status {
            Status::Held | Status::Ongoing => events.meetings.push(event),
            _ => events.upcoming.push(event),
        }
    }
    events.meetings.sort_by_key(told::first_mention);
    events.upcoming.sort_by_key(told::first_mention);
    events
}

/// What an article whose meetings are known teaches of which mentions are of one; `told` knows which meeting a passage
/// names.
#[must_use]
pub fn link_examples(context: &Context<'_>, told: impl Fn(Passage) -> Option<usize>) -> Vec<LinkExample> {
    merge::examples(reports(context), told)
}

/// Every occurrence that is believed, in reading order.
fn reports(context: &Context<'_>) -> Vec<Report> {
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
            let mut report =
                report(context, scope, &states, Place { sentence: sentence.passage, line: index, heading });
            if belief::is_believed(&subject, &line, &report, &reports) {
                who::complete(scope, &topic, &mut report.parties);
                let before = reports.iter().rev().take(LAST).map(|report: &Report| &report.parties);
                who::resolve(scope, before, &mut report.parties);
                report.traits.parties = traits::parties(context, &report.parties);
                reports.push(report);
            }
        }
        topic = who::topic(&line).unwrap_or(topic);
    }
    reports
}

/// Where a sentence stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    sentence: Passage,
    /// Counted from 0.
    line: usize,
    heading: bool,
}

/// All that a sentence says of one occurrence.
fn report(context: &Context<'_>, scope: Scope<'_, '_>, states: &states::States, place: Place) -> Report {
    let mut occurrence = *scope.occurrence;
    let mut standing = *scope.standing;
    let parties = who::parties(scope, states);
    let (places, times) = (place::places(scope), time::times(context, scope));
    let direction = time::direction(scope, &times);
    if let Some(status) = time::settle(scope, direction) {
        standing.status = Some((status, Firmness::Suggested));
    }
    // Whoever speaks with an organ of the press gives it an interview.
    if parties.media {
        occurrence.sort = EventType::Interview;
    }
    let beside = scope.beside();
    let mut traits = traits::Traits::of(context, scope.line, &occurrence, &parties, &places, &times);
    traits.beside = beside.map(|other| traits::folded(context, other.trigger));
    let mut report = Report {
        occurrence,
        standing,
        parties,
        places,
        times,
        heading: place.heading,
        pointed: is_pointed_at(scope),
        topical: scope.unit(scope.occurrence.last + 1).is_some_and(|unit| unit.is(Class::Topic)),
        another: is_another(scope),
        pluperfect: is_pluperfect(scope),
        retold: scope.is_retold(),
        specified: scope.is_specified(),
        complemented: scope.has_complement(),
        of_previous: scope.is_of_previous(),
        beside: beside.map(|other| other.at),
        direction,
        present: standing.adverbial && scope.is_within(),
        anchored: false,
        sentence: place.sentence,
        line: place.line,
        traits,
    };
    report.anchored = belief::is_anchored(&report)
        || belief::is_known_of(scope.line, &report)
        || belief::is_to_meet(scope.line, &report);
    report
}

/// "this meeting", "this is the first meeting".
fn is_pointed_at(scope: Scope<'_, '_>) -> bool {
    let at = scope.occurrence.at;
    let this = |at: usize| scope.before(at).is_some_and(|before| before.is(Class::This));
    let first = scope.before(at).is_some_and(|before| before.is(Class::Ordinal) && !before.word.definite);
    this(at) || first && at.checked_sub(1).is_some_and(this)
}

/// "another meeting", "a new round": as the last word of its name, or after it.
fn is_another(scope: Scope<'_, '_>) -> bool {
    let occurrence = scope.occurrence;
    (occurrence.at + 1..occurrence.last + 2).any(|at| {
        scope.unit(at).is_some_and(|unit| unit.is(Class::Another) && unit.preposition.is_none() && !unit.conjunction)
    })
}

/// "he had met", "he had held a meeting".
fn is_pluperfect(scope: Scope<'_, '_>) -> bool {
    let at = scope.occurrence.at;
    let clause = scope.line.slice(scope.line.clause_start(at)..at);
    let was = clause.iter().position(|unit| unit.is(Class::Was));
    was.is_some_and(|was| clause.iter().skip(was).any(|unit| unit.is(Class::Perhaps)))
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
