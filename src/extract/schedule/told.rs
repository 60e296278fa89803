//! From the reports of one meeting to the event that is shown.

use super::{merge::Group, occurrence::Form, report::Report, tense::Firmness, traits::Party};
use crate::{
    article::Anchor,
    extract::Context,
    knowledge::{Confidence, Event, EventType, Link, Mention, MentionKind, Participant, Rule, Status},
    lexicon::dates::Number,
};

/// The events of a group: one, or as many as a dual tells of.
pub(super) fn events(context: &Context<'_>, group: &Group) -> Vec<Event> {
    let Some(event) = event(context, group) else { return Vec::new() };
    let two = group
        .reports
        .iter()
        .any(|report| report.occurrence.number == Number::Dual && report.occurrence.trigger == event.trigger.passage);
    let told = group.reports.iter().find(|report| report.occurrence.trigger == event.trigger.passage);
    match (event.event_type, told.map_or(&[][..], |report| &report.parties.all)) {
        // "received two calls from X and Y": one from each.
        (EventType::Call, &[who, one, other]) if two => {
            let with = |party| Event { participants: vec![who, party], ..event.clone() };
            vec![with(one), with(other)]
        }
        _ => vec![event],
    }
}

/// The event of a group; nothing where none of its reports stands on its own.
fn event(context: &Context<'_>, group: &Group) -> Option<Event> {
    group.reports.iter().any(|report| report.anchored).then_some(())?;
    let best = group.reports.iter().enumerate().max_by_key(|(index, report)| (report.weight(), usize::MAX - index))?;
    let (best_index, best) = best;
    let (status, firmness) = group.status().unwrap_or((Status::Held, Firmness::Guessed));
    let teller = group.reports.iter().rev().find(|report| report.status().is_some_and(|(told, _)| told == status));
    let ordered = || std::iter::once(best).chain(teller).chain(group.reports.iter());
    let places = ordered().map(|report| &report.places).find(|places| !places.is_empty()).cloned().unwrap_or_default();
    // What was held was not held next week, whatever else is said of it.
    let dated = ordered().filter(|report| !report.is_dated_against(status));
    let mut times = dated.map(|report| &report.times).find(|times| !times.is_empty()).cloned().unwrap_or_default();
    if status == Status::Postponed {
        times = teller.map(|report| report.times.clone()).unwrap_or_default();
    }
    let undated = group.reports.iter().any(|report| report.standing.undated) && times.is_empty();
    let status = match status {
        Status::Scheduled | Status::Expected | Status::Planned | Status::Proposed if undated => Status::NoDateSet,
        status => status,
    };
    let also = group.reports.iter().enumerate().filter(|(index, _)| *index != best_index);
    Some(Event {
        event_type: best.occurrence.sort,
        status,
        trigger: mention(best, None),
        also: also.map(|(_, report)| mention(report, Some(best))).collect(),
        participants: participants(context, best, group),
        places,
        times,
        body: ordered().find_map(|report| report.parties.body),
        evidence: best.sentence,
        confidence: confidence(best, firmness),
    })
}

fn mention(report: &Report, best: Option<&Report>) -> Mention {
    let link = best.map_or_else(Link::default, |best| Link {
        rule: if report.occurrence.form == Form::Definite { Rule::Definite } else { Rule::SameEvent },
        to: Some(best.occurrence.trigger),
    });
    Mention {
        passage: report.occurrence.trigger,
        kind: if best.is_some() { MentionKind::Nominal } else { MentionKind::Trigger },
        nested: false,
        confidence: if best.is_some() { Confidence::Likely } else { Confidence::Certain },
        link,
    }
}

/// Those of the trigger's sentence, and those that other sentences which tell of the meeting itself add.
fn participants(context: &Context<'_>, best: &Report, group: &Group) -> Vec<Participant> {
    let mut all = best.parties.all.clone();
    let add = |all: &mut Vec<Participant>, participants: &[Participant]| {
        for participant in participants {
            let party = Party::of(context, *participant);
            if !all.iter().any(|known| Party::of(context, *known).is(&party)) {
                all.push(*participant);
            }
        }
    };
    for report in &group.reports {
        let tells = matches!(report.standing.status, Some((_, Firmness::Said | Firmness::Suggested)));
        if !(tells || report.parties.nations || all.len() < 2) {
            continue;
        }
        add(&mut all, &report.parties.all);
    }
    add(&mut all, &best.parties.implied);
    let implied = group.reports.iter().map(|report| &report.parties.implied).find(|implied| !implied.is_empty());
    if let Some(implied) = implied.filter(|_| all.is_empty()) {
        add(&mut all, implied);
    }
    all
}

fn confidence(best: &Report, firmness: Firmness) -> Confidence {
    match firmness {
        Firmness::Said if !best.parties.all.is_empty() => Confidence::Certain,
        Firmness::Said | Firmness::Suggested => Confidence::Likely,
        Firmness::Guessed => Confidence::Possible,
    }
}

/// Where an event is first spoken of.
pub(super) fn first_mention(event: &Event) -> Anchor {
    let also = event.also.iter().map(|mention| mention.passage.start());
    also.chain([event.trigger.passage.start()]).min().unwrap_or_default()
}
