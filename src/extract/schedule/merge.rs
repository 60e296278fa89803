//! Which occurrences speak of the same meeting.

use super::{
    occurrence::Form,
    report::Report,
    signs,
    tense::Firmness,
    traits::{agree, have_same_head},
};
use crate::{
    article::Passage,
    extract::Context,
    knowledge::Status,
    lexicon::{
        dates::{Number, Which},
        events::{EventType, LinkWeights, Manner, Sense, Signs},
    },
};

/// One meeting, as all its reports tell it.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Its reports in reading order, never empty.
    pub reports: Vec<Report>,
}

impl Group {
    /// The last of its reports: what a new one is compared with, however much is told of the meeting.
    pub fn recent(&self) -> &[Report] {
        self.reports.get(self.reports.len().saturating_sub(RECENT)..).unwrap_or_default()
    }

    /// What its reports call it.
    pub fn sorts(&self) -> impl Iterator<Item = EventType> + '_ {
        self.recent().iter().map(|report| report.occurrence.sort)
    }

    /// The status by the firmest of its reports, the latest of equals.
    pub fn status(&self) -> Option<(Status, Firmness)> {
        status(&self.reports)
    }

    /// Where it was last told of: the sentence, and the place in it.
    fn last_told(&self) -> Option<(usize, usize)> {
        self.reports.last().map(|report| (report.line, report.occurrence.at))
    }

    /// Whether the report may speak of it at all: its noun can name such a meeting, and nothing sets the two apart.
    fn may_be(&self, report: &Report) -> bool {
        self.sorts().all(|sort| are_alike(sort, report.occurrence.sort))
            && !self.recent().iter().any(|other| are_apart(other, report))
            && !(self.is_ahead() && is_long_past(report))
    }

    /// Whether it is told of as still to come.
    fn is_ahead(&self) -> bool {
        matches!(status(self.recent()), Some((status, firmness)) if !is_past(status) && firmness > Firmness::Guessed)
    }

    /// "will sit in a session": the verb of one sentence governs the noun; "the fourth round of them".
    fn takes_up(&self, report: &Report) -> bool {
        let mut near = self.recent().iter().filter(|other| other.line == report.line);
        near.any(|other| {
            Some(other.occurrence.at) == report.standing.governor && other.occurrence.verb().is_some()
                || report.of_previous && are_alike(other.occurrence.sort, report.occurrence.sort)
        })
    }
}

/// "and a session followed them": the object of the verb is what was told before.
fn follows(report: &Report) -> bool {
    let form = report.standing.form.filter(|form| form.sense == Sense::Occur && form.object);
    form.is_some() && report.standing.governor.is_some_and(|verb| verb < report.occurrence.at)
}

/// A press conference may be called "the conference", and nothing more.
fn are_two_conferences(one: &Report, other: &Report) -> bool {
    let bare = other.occurrence.at == other.occurrence.last && other.occurrence.form == Form::Definite;
    one.occurrence.sort == EventType::PressConference
        && other.occurrence.sort == EventType::Conference
        && !(bare && have_same_head(&one.traits.trigger, &other.traits.trigger))
}

/// "received two calls from X and Y", then "a call from Z".
fn is_one_more_call(two: &Report, one: &Report) -> bool {
    let (two, call) = (&two.occurrence, &one.occurrence);
    let new = call.form == Form::Indefinite && call.number == Number::Singular && !one.heading;
    call.sort == EventType::Call && two.number == Number::Dual && new
}

/// "will meet with X", "will confer with Y": the verbs name whom with.
fn are_with_others(one: &Report, other: &Report) -> bool {
    let companion = |report: &'_ Report| report.traits.companion.clone().filter(|_| report.occurrence.verb().is_some());
    matches!((companion(one), companion(other)), (Some(one), Some(other)) if !agree(&one, &other))
}

/// "the Arab summit in Beirut in 2002": its place and its time both tell it from the meeting of another name.
fn is_set_apart(one: &Report, other: &Report) -> bool {
    let (ours, theirs) = (&other.traits, &one.traits);
    let shared = ours.places.iter().any(|our| theirs.places.iter().any(|their| our.is(their)))
        || ours.times.iter().any(|our| theirs.times.contains(our));
    other.occurrence.form == Form::Definite
        && !other.pointed
        && !(ours.places.is_empty() || ours.times.is_empty() || shared)
        && one.occurrence.sort != other.occurrence.sort
        && !have_same_head(&theirs.trigger, &ours.trigger)
}

/// "will be held": what is set down for a day to come did not take place the day before; a heading tells what was held in
/// the present.
fn is_to_come(report: &Report) -> bool {
    let set = matches!(report.standing.status, Some((Status::Scheduled, firmness)) if firmness > Firmness::Guessed);
    // A year in digits alone may belong to a name.
    let dated = report.traits.times.iter().any(|time| time.contains(char::is_alphabetic));
    set && !report.standing.was_planned && (!report.heading || dated)
}

/// "had held a session": before whatever is still to come.
fn is_long_past(report: &Report) -> bool {
    report.pluperfect && matches!(report.standing.status, Some((status, Firmness::Said)) if is_past(status))
}

/// Whether a report and a later one cannot be of one meeting: one is held on the sidelines of the other, or one is past
/// and the other the next.
fn are_apart(one: &Report, other: &Report) -> bool {
    let beside = |one: &Report, other: &Report| one.line == other.line && one.beside == Some(other.occurrence.at);
    // "bilateral meetings on the sidelines of the meeting" are not the meeting told of before.
    let named = other.traits.beside.as_deref().is_some_and(|noun| have_same_head(noun, &one.traits.trigger));
    let took_place = |report: &Report| matches!(report.standing.status, Some((status, _)) if is_past(status));
    // What began yesterday may go on.
    let begins = |report: &Report| report.standing.form.is_some_and(|form| form.sense == Sense::Begin);
    let dated_back = |report: &Report| report.direction == Some(Which::Last) && took_place(report) && !begins(report);
    let past = |report: &Report| {
        report.occurrence.earlier || dated_back(report) || !report.times.is_empty() && took_place(report)
    };
    let next = |report: &Report| report.occurrence.later;
    let firmly = |report: &Report| report.standing.status.is_some_and(|(_, firmness)| firmness == Firmness::Said);
    let over = |report: &Report| took_place(report) && firmly(report) && !report.heading && !begins(report);
    let dated_ahead = |report: &Report| report.direction == Some(Which::Next) && !took_place(report);
    // "had met; they agreed on the meeting, the date of which is not set"
    let agreed = |report: &Report| {
        let planned =
            matches!(report.standing.status, Some((Status::Planned, firmness)) if firmness > Firmness::Guessed);
        report.standing.undated || planned && report.standing.adverbial
    };
    let ahead = |report: &Report| dated_ahead(report) || agreed(report);
    let set = |one: &Report, other: &Report| dated_back(one) && is_to_come(other) || over(one) && ahead(other);
    beside(one, other)
        || beside(other, one)
        || one.line == other.line && follows(other)
        || are_two_conferences(one, other)
        || are_two_conferences(other, one)
        || named && one.beside.is_none()
        || is_one_more_call(one, other)
        || are_with_others(one, other)
        || is_set_apart(one, other)
        || set(one, other)
        || set(other, one)
        || past(one) && next(other)
        || next(one) && past(other)
}

/// The status by the firmest report, the latest of equals.
pub(super) fn status(reports: &[Report]) -> Option<(Status, Firmness)> {
    let mut best: Option<(Status, Firmness)> = None;
    for report in reports {
        if let Some((status, firmness)) = report.status()
            && best.is_none_or(|(_, known)| firmness >= known)
        {
            best = Some((status, firmness));
        }
    }
    best
}

/// How many reports of a meeting a new one is compared with.
const RECENT: usize = 16;
/// How many meetings back a report may speak of one: more than any article tells of at a time.
const MEMORY: usize = 64;

/// Gathers reports, in reading order, into meetings.
pub(super) fn groups(context: &Context<'_>, reports: Vec<Report>) -> Vec<Group> {
    let weights = context.source.lexicon.events().links();
    let mut groups: Vec<Group> = Vec::new();
    for report in reports {
        match spoken_of(weights, &groups, &report).and_then(|index| groups.get_mut(index)) {
            Some(group) => group.reports.push(report),
            None => groups.push(Group { reports: vec![report] }),
        }
    }
    groups
}

/// The meeting that a report speaks of, if it was told before: of several the likeliest, the latest of equals.
fn spoken_of(weights: &LinkWeights, groups: &[Group], report: &Report) -> Option<usize> {
    let recent = groups.iter().enumerate().skip(groups.len().saturating_sub(MEMORY));
    if let Some((index, _)) = recent.clone().find(|(_, group)| group.takes_up(report)) {
        return Some(index);
    }
    let scored = candidates(groups, report).map(|(index, signs)| (weights.score(signs::manner(report), signs), index));
    let best = scored
        .filter(|(score, _)| *score > 0.0)
        .max_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    best.map(|(_, index)| index)
}

/// Every meeting that a report may speak of, with what speaks for and against it.
pub(super) fn candidates<'g>(groups: &'g [Group], report: &'g Report) -> impl Iterator<Item = (usize, Signs)> + 'g {
    let recent = || groups.iter().enumerate().skip(groups.len().saturating_sub(MEMORY));
    let alike = move || recent().filter(|(_, group)| group.may_be(report));
    let many = alike().count();
    let last = alike().filter_map(|(_, group)| group.last_told()).max();
    alike().map(move |(index, group)| {
        let latest = group.last_told() == last;
        (index, signs::signs(group, report, signs::Rivals { latest, only: many == 1 }))
    })
}

/// A mention with the meetings told before it that it may be of: what the weights are learned from.
#[derive(Debug, Clone)]
pub struct LinkExample {
    /// How the mention is worded.
    pub manner: Manner,
    /// What speaks for and against each meeting, and whether it is that one; of at most one it is.
    pub meetings: Vec<(Signs, bool)>,
}

/// The examples of an article; `told` knows which meeting a passage names. Mentions that name none are left out.
pub(super) fn examples(reports: Vec<Report>, told: impl Fn(Passage) -> Option<usize>) -> Vec<LinkExample> {
    let mut examples = Vec::new();
    let mut groups: Vec<Group> = Vec::new();
    let mut names: Vec<usize> = Vec::new();
    for report in reports {
        let Some(name) = told(report.occurrence.trigger) else { continue };
        if !groups.iter().any(|group| group.takes_up(&report)) {
            let meetings = candidates(&groups, &report).map(|(index, signs)| (signs, names.get(index) == Some(&name)));
            examples.push(LinkExample { manner: signs::manner(&report), meetings: meetings.collect() });
        }
        match names.iter().position(|known| *known == name).and_then(|index| groups.get_mut(index)) {
            Some(group) => group.reports.push(report),
            None => {
                names.push(name);
                groups.push(Group { reports: vec![report] });
            }
        }
    }
    examples
}

/// Whether two sorts of noun may name one meeting.
pub(super) fn are_alike(one: EventType, other: EventType) -> bool {
    use EventType::{
        Assembly, Conference, Consultations, Dialogue, Interview, Meeting, PressConference, Reception, Session, Summit,
        Talks, TalksRound,
    };
    if one == other {
        return true;
    }
    let alike = |a: EventType, b: EventType| match a {
        Meeting => matches!(
            b,
            Talks | Reception | Session | Summit | Consultations | Assembly | Dialogue | TalksRound | Conference
        ),
        Talks => matches!(b, TalksRound | Consultations | Dialogue | Session),
        Session => matches!(b, Assembly | Conference | Summit | Dialogue | TalksRound | Consultations),
        Conference => matches!(b, Summit | Dialogue | PressConference),
        Interview => b == Reception,
        Dialogue => matches!(b, TalksRound | Consultations),
        _ => false,
    };
    alike(one, other) || alike(other, one)
}

/// Whether the status is one of the past or present.
pub(super) fn is_past(status: Status) -> bool {
    matches!(status, Status::Held | Status::Ongoing)
}
