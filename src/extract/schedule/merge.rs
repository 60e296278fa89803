//! Which occurrences speak of the same meeting.

use super::{
    occurrence::{Form, Occurrence},
    tense::{Firmness, Standing},
    who::Parties,
};
use crate::{
    arabic::{Folding, fold, without_article},
    article::Passage,
    extract::Context,
    knowledge::{Entity, EntryId, Kind, Participant, Status},
    lexicon::{dates::Number, events::Sort},
};

/// An occurrence with all that its sentence says of it.
#[derive(Debug, Clone)]
pub(super) struct Report {
    /// The noun or verb.
    pub occurrence: Occurrence,
    /// Where it stands.
    pub standing: Standing,
    /// Who takes part.
    pub parties: Parties,
    /// Where.
    pub places: Vec<Passage>,
    /// When.
    pub times: Vec<Passage>,
    /// It stands in a title or heading.
    pub heading: bool,
    /// A complement says which one it is: "the session on Libya".
    pub specified: bool,
    /// It stands in a clause of what went before: "after they held".
    pub retold: bool,
    /// It is a part of the meeting named before in its sentence: "the fourth round of them".
    pub of_previous: bool,
    /// The subject of its clause is there: "in a meeting, the minister said".
    pub present: bool,
    /// More than a reference speaks for it.
    pub anchored: bool,
    /// Its sentence.
    pub sentence: Passage,
    /// Which sentence, counted from 0.
    pub line: usize,
}

impl Report {
    /// How much the sentence says of the meeting; the occurrence that says most becomes the trigger.
    pub fn weight(&self) -> usize {
        let said = match self.standing.status {
            Some((_, Firmness::Said)) => 3,
            Some((_, Firmness::Suggested)) => 1,
            _ => 0,
        };
        let slots =
            self.parties.all.len().min(2) + usize::from(!self.places.is_empty()) + usize::from(!self.times.is_empty());
        (said + slots + usize::from(self.parties.body.is_some())) * 2 + usize::from(!self.heading)
    }

    /// The status as far as this sentence goes; a heading says it less firmly.
    pub fn status(&self) -> Option<(Status, Firmness)> {
        let (status, firmness) = self.standing.status?;
        let firmness = match firmness {
            Firmness::Said if self.heading => Firmness::Suggested,
            Firmness::Suggested if self.heading => Firmness::Guessed,
            firmness => firmness,
        };
        Some((status, firmness))
    }
}

/// One meeting, as all its reports tell it.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Its reports in reading order, never empty.
    pub reports: Vec<Report>,
}

impl Group {
    fn only_headings(&self) -> bool {
        self.reports.iter().all(|report| report.heading)
    }

    fn sorts(&self) -> impl Iterator<Item = Sort> + '_ {
        self.reports.iter().map(|report| report.occurrence.sort)
    }

    fn participants(&self) -> impl Iterator<Item = Participant> + '_ {
        self.reports.iter().flat_map(|report| report.parties.all.iter().copied())
    }

    fn ordinal(&self) -> Option<u32> {
        self.reports.iter().find_map(|report| report.occurrence.ordinal)
    }

    fn earlier(&self) -> bool {
        self.reports.iter().any(|report| report.occurrence.earlier)
    }

    /// The status by the firmest report, the latest of equals.
    pub fn status(&self) -> Option<(Status, Firmness)> {
        let mut best: Option<(Status, Firmness)> = None;
        for report in &self.reports {
            if let Some((status, firmness)) = report.status()
                && best.is_none_or(|(_, known)| firmness >= known)
            {
                best = Some((status, firmness));
            }
        }
        best
    }
}

/// Whether a report is of something only asked for or planned, without a day.
fn is_announced(report: &Report) -> bool {
    let asked = matches!(report.standing.status, Some((Status::Proposed | Status::Planned | Status::Expected, _)));
    asked && report.times.is_empty()
}

/// How many meetings back a report may speak of one: more than any article tells of at a time.
const MEMORY: usize = 64;

/// Gathers reports, in reading order, into meetings.
pub(super) fn groups(context: &Context<'_>, reports: Vec<Report>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for report in reports {
        // Of several the one with most in common, the latest of equals.
        let known = groups
            .iter()
            .enumerate()
            .skip(groups.len().saturating_sub(MEMORY))
            .filter(|(_, group)| is_same(context, group, &report))
            .max_by_key(|(index, group)| (likeness(context, group, &report), *index))
            .map(|(index, _)| index);
        match known.and_then(|index| groups.get_mut(index)) {
            Some(group) => group.reports.push(report),
            None => groups.push(Group { reports: vec![report] }),
        }
    }
    groups
}

/// One tells of the past, the other of what is to come.
fn sections_differ(group: &Group, report: &Report) -> bool {
    matches!((group.status(), report.status()), (Some((one, _)), Some((other, _))) if is_past(one) != is_past(other))
}

/// How much a report has in common with a meeting.
fn likeness(context: &Context<'_>, group: &Group, report: &Report) -> usize {
    shared_parties(context, group, report) * 2 + usize::from(group.sorts().any(|sort| sort == report.occurrence.sort))
}

fn is_same(context: &Context<'_>, group: &Group, report: &Report) -> bool {
    let occurrence = &report.occurrence;
    if takes_up_verb(group, report) {
        return true;
    }
    let several = occurrence.number == Number::Plural
        && !matches!(occurrence.sort, Sort::Talks | Sort::Consultations)
        && !group.reports.iter().any(|other| {
            other.heading || other.occurrence.number == Number::Plural || other.occurrence.sort == occurrence.sort
        });
    if several {
        return false;
    }
    if !group.sorts().any(|sort| are_alike(sort, occurrence.sort)) || contradicts(context, group, report) {
        return false;
    }
    let same_sort = group.sorts().any(|sort| sort == occurrence.sort) && !sections_differ(group, report);
    let heading = (report.heading || group.only_headings())
        && (same_sort || shares_party(context, group, report) || shares_anything(context, group, report));
    match occurrence.form {
        Form::Definite if is_bare(report) => !occurrence.earlier || group.earlier(),
        Form::Definite => heading || occurrence.earlier && group.earlier() || shares_anything(context, group, report),
        Form::Owned => heading || shares_party(context, group, report) || report.parties.all.is_empty(),
        Form::Construct => {
            heading || shares_body(context, group, report) || shared_parties(context, group, report) >= 2
        }
        Form::Indefinite if report.retold => shares_party(context, group, report),
        Form::Indefinite if is_announced(report) && group.status().is_some_and(|(status, _)| !is_past(status)) => {
            heading || shares_body(context, group, report) || shared_parties(context, group, report) >= 2
        }
        Form::Indefinite => heading || shared_parties(context, group, report) >= 2 && !is_new(report),
        Form::Verb(_) => heading || is_carried_out(context, group, report),
    }
}

/// A definite noun with nothing that says which one it is.
fn is_bare(report: &Report) -> bool {
    let words = report.occurrence.last == report.occurrence.at;
    words && !report.specified && !report.parties.stated && !report.standing.was_planned
}

/// A party, the body, a place, a time or the place in a series in common, and nothing against it.
fn shares_anything(context: &Context<'_>, group: &Group, report: &Report) -> bool {
    let words = |ours: &[Passage], theirs: &mut dyn Iterator<Item = &Passage>| {
        let ours: Vec<String> = ours.iter().map(|passage| folded(context, *passage)).collect();
        theirs.map(|their| folded(context, *their)).any(|their| ours.iter().any(|our| agree(our, &their)))
    };
    let trigger = folded(context, report.occurrence.trigger);
    let shared = shared_parties(context, group, report);
    shared > 0 && shared * 2 >= report.parties.all.len()
        || shares_body(context, group, report)
        || words(&report.places, &mut group.reports.iter().flat_map(|other| &other.places))
        || words(&report.times, &mut group.reports.iter().flat_map(|other| &other.times))
        || report.occurrence.ordinal.is_some() && group.ordinal() == report.occurrence.ordinal
        || trigger.chars().any(|letter| letter == ' ')
            && group.reports.iter().any(|other| folded(context, other.occurrence.trigger) == trigger)
}

/// A noun without article that a verb holds is something new.
fn is_new(report: &Report) -> bool {
    report.standing.governor.is_some() && matches!(report.standing.status, Some((_, Firmness::Said)))
}

/// What was only announced before is told by a verb: those who were to meet met.
fn is_carried_out(context: &Context<'_>, group: &Group, report: &Report) -> bool {
    let announced = group.status().is_some_and(|(status, firmness)| !is_past(status) && firmness < Firmness::Said);
    announced && shares_party(context, group, report)
}

/// "will sit in a session": the verb of one sentence governs the noun; "the fourth round of them".
fn takes_up_verb(group: &Group, report: &Report) -> bool {
    let mut near = group.reports.iter().filter(|other| other.line == report.line);
    near.any(|other| {
        Some(other.occurrence.at) == report.standing.governor && other.occurrence.verb().is_some()
            || report.of_previous && are_alike(other.occurrence.sort, report.occurrence.sort)
    })
}

/// Whether two sorts of noun may name one meeting.
pub(super) fn are_alike(one: Sort, other: Sort) -> bool {
    use Sort::{Assembly, Conference, Consultations, Dialogue, Meeting, Reception, Session, Summit, Talks, TalksRound};
    if one == other {
        return true;
    }
    let alike = |a: Sort, b: Sort| match a {
        Meeting => matches!(b, Talks | Reception | Session | Summit | Consultations | Assembly | Dialogue | TalksRound),
        Talks => matches!(b, TalksRound | Consultations | Dialogue),
        Session => matches!(b, Assembly | Conference | Summit),
        Conference => matches!(b, Summit | Dialogue),
        _ => false,
    };
    alike(one, other) || alike(other, one)
}

/// What keeps a report from speaking of a meeting.
fn contradicts(context: &Context<'_>, group: &Group, report: &Report) -> bool {
    let ordinals = matches!((group.ordinal(), report.occurrence.ordinal), (Some(one), Some(other)) if one != other);
    let earlier = report.occurrence.earlier != group.earlier()
        && (report.occurrence.earlier
            || report.occurrence.form != Form::Definite
            || report.status().is_some_and(|(status, _)| !is_past(status)));
    let bare = report.occurrence.form == Form::Definite && !report.parties.stated;
    let sections = !bare
        && match (group.status(), report.status()) {
            (Some((one, Firmness::Said)), Some((other, Firmness::Said))) => is_past(one) != is_past(other),
            _ => false,
        };
    ordinals || earlier || sections || parties_differ(context, group, report) || words_differ(context, group, report)
}

/// Whether the status is one of the past or present.
pub(super) fn is_past(status: Status) -> bool {
    matches!(status, Status::Held | Status::Ongoing)
}

/// People on both sides, and none of them on both.
fn parties_differ(context: &Context<'_>, group: &Group, report: &Report) -> bool {
    let same = |one: Participant, other: Participant| one == other || names_agree(context, one, other);
    [Kind::Person, Kind::Organisation, Kind::Place].into_iter().any(|kind| {
        let of_kind = |participant: &Participant| entry(participant).is_some_and(|entry| entry.kind == kind);
        let mut theirs = group.participants().filter(of_kind).peekable();
        let ours: Vec<Participant> = report.parties.all.iter().copied().filter(of_kind).collect();
        !ours.is_empty() && theirs.peek().is_some() && !theirs.any(|their| ours.iter().any(|our| same(*our, their)))
    })
}

fn words_differ(context: &Context<'_>, group: &Group, report: &Report) -> bool {
    let differ = |ours: &[Passage], theirs: &mut dyn Iterator<Item = &Passage>, agree: fn(&str, &str) -> bool| {
        let theirs: Vec<String> = theirs.map(|passage| folded(context, *passage)).collect();
        !ours.is_empty()
            && !theirs.is_empty()
            && !ours
                .iter()
                .map(|passage| folded(context, *passage))
                .any(|our| theirs.iter().any(|their| agree(&our, their)))
    };
    let places = differ(&report.places, &mut group.reports.iter().flat_map(|other| &other.places), agree);
    let bare = report.occurrence.form == Form::Definite && is_bare(report);
    let new = !bare && !report.heading && !group.only_headings();
    let times = new && differ(&report.times, &mut group.reports.iter().flat_map(|other| &other.times), contain);
    let loose = report.heading || group.only_headings();
    let body: Vec<Passage> = report.parties.body.into_iter().filter(|_| !loose).collect();
    let bodies = differ(&body, &mut group.reports.iter().filter_map(|other| other.parties.body.as_ref()), agree);
    let numbered = report.occurrence.ordinal.is_some() && group.ordinal() == report.occurrence.ordinal;
    places && !(loose && numbered) || times || bodies
}

fn contain(one: &str, other: &str) -> bool {
    one.contains(other) || other.contains(one)
}

fn agree(one: &str, other: &str) -> bool {
    contain(one, other) || share_word(one, other)
}

fn share_word(one: &str, other: &str) -> bool {
    one.split(' ').any(|word| word.chars().count() > 3 && other.split(' ').any(|their| their == word))
}

/// The words of a passage folded, without articles.
fn folded(context: &Context<'_>, passage: Passage) -> String {
    let folded = fold(context.source.words(passage), Folding::Name);
    let bare = folded.split(' ').map(|word| without_article(word).unwrap_or(word));
    bare.collect::<Vec<_>>().join(" ")
}

fn entry(participant: &Participant) -> Option<EntryId> {
    match participant {
        Participant::Entry(entry) => Some(*entry),
        Participant::Words(_) => None,
    }
}

/// Two organisations whose names share a word may be one under a longer and a shorter name.
fn names_agree(context: &Context<'_>, one: Participant, other: Participant) -> bool {
    let name = |participant: Participant| {
        let entry = entry(&participant).filter(|entry| entry.kind == Kind::Organisation)?;
        let starts =
            |entity: &&Entity| entity.mentions.first().is_some_and(|first| first.passage.start() == entry.first);
        context.organisations.iter().find(starts).map(|entity| fold(&entity.name, Folding::Name))
    };
    matches!((name(one), name(other)), (Some(one), Some(other)) if agree(&one, &other))
}

/// Whether two parties are one: the same entry, or the same words.
pub(super) fn is_one(context: &Context<'_>, one: Participant, other: Participant) -> bool {
    match (one, other) {
        (Participant::Words(one), Participant::Words(other)) => folded(context, one) == folded(context, other),
        _ => one == other,
    }
}

fn shares_party(context: &Context<'_>, group: &Group, report: &Report) -> bool {
    shared_parties(context, group, report) > 0
}

fn shared_parties(context: &Context<'_>, group: &Group, report: &Report) -> usize {
    let is_known = |party: &&Participant| group.participants().any(|known| is_one(context, known, **party));
    report.parties.all.iter().filter(is_known).count()
}

fn shares_body(context: &Context<'_>, group: &Group, report: &Report) -> bool {
    let Some(body) = report.parties.body else { return false };
    let body = folded(context, body);
    shares_party(context, group, report)
        || group.reports.iter().filter_map(|other| other.parties.body).any(|other| {
            let other = folded(context, other);
            other.contains(&body) || body.contains(&other)
        })
}
