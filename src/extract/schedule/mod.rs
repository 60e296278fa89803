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

use self::{merge::Report, scope::Scope, unit::Cutter};
use super::Context;
use crate::{
    article::ParagraphKind,
    knowledge::{Event, Status},
};

/// The events of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Events {
    /// Held or under way, by first mention.
    pub meetings: Vec<Event>,
    /// Announced: soonest first, unknown dates last.
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
    for (index, sentence) in source.tokens.sentences().iter().enumerate() {
        let kind = source.article.paragraphs().get(sentence.passage.paragraph.0 as usize).map(|paragraph| paragraph.kind);
        let heading = matches!(kind, Some(ParagraphKind::Title | ParagraphKind::Heading));
        let line = cutter.cut(sentence, heading);
        let occurrences = occurrence::occurrences(source, &line);
        for occurrence in &occurrences {
            let standing = tense::standing(&line, occurrence);
            let scope = Scope { line: &line, occurrence, standing: &standing, all: &occurrences };
            let report = Report {
                occurrence: *occurrence,
                standing,
                parties: who::parties(scope, &states),
                places: place::places(scope),
                times: time::times(context, scope),
                heading,
                retold: scope.is_retold(),
                sentence: sentence.passage,
                line: index,
            };
            #[allow(clippy::print_stderr)]
            if std::env::var_os("QARI_DEBUG").is_some() {
                let w = |p: &crate::article::Passage| source.words(*p).to_owned();
                eprintln!(
                    "{index} [{}] {:?} {:?} ord{:?} st{:?} den{} was{} und{} gov={:?} adv{} | who {:?} body {:?} | {:?} | {:?} believed={}",
                    w(&report.occurrence.trigger), report.occurrence.sort, report.occurrence.form, report.occurrence.ordinal, report.standing.status,
                    report.standing.denied, report.standing.was_planned, report.standing.undated,
                    report.standing.governor.and_then(|g| line.get(g)).map(|u| w(&u.passage)), report.standing.adverbial,
                    report.parties.all.iter().map(|p| match p { crate::knowledge::Participant::Words(x) => w(x), crate::knowledge::Participant::Entry(e) => {
                        let sp = context.spots.iter().find(|s| s.entry == *e); sp.map_or("?".into(), |s| format!("@{}", w(&s.passage))) } }).collect::<Vec<_>>(),
                    report.parties.body.as_ref().map(w), report.places.iter().map(w).collect::<Vec<_>>(), report.times.iter().map(w).collect::<Vec<_>>(),
                    belief::is_believed(&subject, &line, &report, &reports)
                );
            }
            if belief::is_believed(&subject, &line, &report, &reports) {
                reports.push(report);
            }
        }
    }
    let mut events = Events::default();
    for event in merge::groups(context, reports).iter().filter_map(|group| told::event(context, group)) {
        match event.status {
            Status::Held | Status::Ongoing => events.meetings.push(event),
            _ => events.upcoming.push(event),
        }
    }
    events.meetings.sort_by_key(told::first_mention);
    events.upcoming.sort_by_key(|event| (told::day(context, event).is_none(), told::day(context, event), told::first_mention(event)));
    events
}
