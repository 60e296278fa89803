//! What speaks for and against a report being of a meeting told before it.

use super::{
    merge::{self, Group},
    occurrence::Form,
    report::Report,
    tense::Firmness,
    traits::{Party, Site, agree, contain, have_same_head},
};
use crate::{
    knowledge::{Kind, Status},
    lexicon::{
        dates::Number,
        events::{EventType, Manner, Sense, Sign, Signs},
    },
};

/// How many sentences on a meeting counts as far.
const FAR: usize = 8;
/// How many reports make a meeting one of which much is told.
const LARGE: usize = 3;

/// What other meetings a report might speak of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rivals {
    /// None of them was told later.
    pub latest: bool,
    /// There are none.
    pub only: bool,
}

/// How the report is worded.
pub(super) fn manner(report: &Report) -> Manner {
    let occurrence = &report.occurrence;
    match occurrence.form {
        Form::Definite if occurrence.last == occurrence.at && is_bare(report) => Manner::Bare,
        Form::Definite => Manner::Definite,
        Form::Owned => Manner::Owned,
        Form::Construct => Manner::Construct,
        Form::Indefinite => Manner::Indefinite,
        Form::Verb(_) => Manner::Verb,
    }
}

/// Whether nothing tells the meeting from others of its sort; that someone was there does not.
fn is_bare(report: &Report) -> bool {
    let attended = report.standing.form.is_some_and(|form| matches!(form.sense, Sense::Chair | Sense::Attend));
    !report.specified && (!report.parties.stated || attended && !report.complemented)
}

/// The signs that hold of a report and a meeting.
pub(super) fn signs(group: &Group, report: &Report, rivals: Rivals) -> Signs {
    let mut signs = Signs::default();
    signs.set(Sign::Always, true);
    signs.set(Sign::Latest, rivals.latest);
    signs.set(Sign::Only, rivals.only);
    of_words(group, report, &mut signs);
    of_parties(group, report, &mut signs);
    of_circumstances(group, report, &mut signs);
    of_standing(group, report, &mut signs);
    of_distance(group, report, &mut signs);
    signs
}

/// What the nouns say.
fn of_words(group: &Group, report: &Report, signs: &mut Signs) {
    let occurrence = &report.occurrence;
    let trigger = report.traits.trigger.as_str();
    let others = || group.recent().iter().map(|other| other.traits.trigger.as_str());
    signs.set(Sign::Sort, group.sorts().any(|sort| sort == occurrence.sort));
    signs.set(Sign::Noun, others().any(|other| have_same_head(other, trigger)));
    signs.set(Sign::Words, trigger.contains(' ') && others().any(|other| other == trigger));
    signs.set(Sign::Pointed, report.pointed);
    signs.set(Sign::Specified, report.specified);
    let is_series = |number: Number, sort: EventType| number != Number::Singular && !is_talk(sort);
    let several = is_series(occurrence.number, occurrence.sort);
    let were = group.recent().iter().any(|other| is_series(other.occurrence.number, other.occurrence.sort));
    signs.set(Sign::NumbersDiffer, several != were);
    signs.set(Sign::Visit, occurrence.sort == EventType::Visit);
    signs.set(Sign::Talks, is_talk(occurrence.sort));
    signs.set(Sign::Spoken, matches!(occurrence.sort, EventType::Call | EventType::Interview));
    signs.set(Sign::VerbBefore, group.recent().iter().all(|other| other.occurrence.verb().is_some()));
    let ordinals = (group.recent().iter().find_map(|other| other.occurrence.ordinal), occurrence.ordinal);
    signs.set(Sign::Ordinal, matches!(ordinals, (Some(one), Some(other)) if one == other));
    signs.set(Sign::OrdinalsDiffer, matches!(ordinals, (Some(one), Some(other)) if one != other));
    signs.set(Sign::Numbered, ordinals.0.is_some() != ordinals.1.is_some());
    signs.set(Sign::Another, report.another);
    let is_session = |sort: EventType| sort == EventType::Session;
    let is_whole = |sort: EventType| matches!(sort, EventType::Conference | EventType::Summit);
    let session_of = is_session(occurrence.sort) && group.sorts().any(is_whole)
        || is_whole(occurrence.sort) && group.sorts().any(is_session);
    signs.set(Sign::SessionOf, session_of);
    signs.set(Sign::EarlierDiffers, occurrence.earlier != group.recent().iter().any(|other| other.occurrence.earlier));
    signs.set(Sign::Later, occurrence.later);
}

fn is_talk(sort: EventType) -> bool {
    matches!(sort, EventType::Talks | EventType::Consultations | EventType::Dialogue)
}

/// What those who take part say.
fn of_parties(group: &Group, report: &Report, signs: &mut Signs) {
    let ours = &report.traits.parties;
    let theirs = || group.recent().iter().flat_map(|other| &other.traits.parties);
    let shared = ours.iter().filter(|our| theirs().any(|their| their.is(our))).count();
    signs.set(Sign::Party, shared == 1);
    signs.set(Sign::Parties, shared > 1);
    signs.set(Sign::AllKnown, shared > 0 && shared == ours.len());
    signs.set(Sign::NoParty, ours.is_empty());
    signs.set(Sign::NoneBefore, theirs().next().is_none());
    signs.set(Sign::Stated, report.parties.stated);
    let differ = |kind: Kind| {
        let of_kind = |party: &&Party| party.kind() == Some(kind);
        let known = |our: &Party| theirs().filter(of_kind).any(|their| our.may_be(their));
        let mut ours = ours.iter().filter(of_kind).peekable();
        ours.peek().is_some() && theirs().any(|their| of_kind(&their)) && !ours.any(known)
    };
    let described = |party: &&Party| party.kind().is_none();
    let differ_described = ours.iter().any(|our| described(&our))
        && theirs().any(|their| described(&their))
        && !ours.iter().filter(described).any(|our| theirs().any(|their| their.is(our)));
    signs.set(Sign::DescribedDiffer, differ_described);
    signs.set(Sign::PeopleDiffer, differ(Kind::Person));
    signs.set(Sign::OrganisationsDiffer, differ(Kind::Organisation));
    signs.set(Sign::StatesDiffer, differ(Kind::Place));
}

/// What place, time and body say.
fn of_circumstances(group: &Group, report: &Report, signs: &mut Signs) {
    let mut compare = |same: Sign, other: Sign, of: fn(&Report) -> &[String], alike: fn(&str, &str) -> bool| {
        let (ours, mut theirs) = (of(report), group.recent().iter().flat_map(of).peekable());
        if ours.is_empty() || theirs.peek().is_none() {
            return;
        }
        let agrees = theirs.any(|their| ours.iter().any(|our| alike(our, their)));
        signs.set(same, agrees);
        signs.set(other, !agrees);
    };
    compare(Sign::Time, Sign::TimesDiffer, |report| &report.traits.times, contain);
    compare(Sign::Body, Sign::BodiesDiffer, |report| report.traits.body.as_slice(), agree);
    of_places(group, report, signs);
    let spoken = matches!(report.occurrence.sort, EventType::Call | EventType::Interview);
    let companions = |report: &Report| report.traits.companion.clone();
    let differ = companions(report)
        .is_some_and(|our| group.recent().iter().filter_map(companions).any(|their| !agree(&our, &their)));
    signs.set(Sign::CompanionsDiffer, spoken && differ);
}

fn of_places(group: &Group, report: &Report, signs: &mut Signs) {
    let theirs = || group.recent().iter().flat_map(|other| &other.traits.places);
    let any = |alike: fn(&Site, &Site) -> bool| {
        report.traits.places.iter().any(|our| theirs().any(|their| alike(our, their)))
    };
    let same = any(Site::is);
    signs.set(Sign::Place, same);
    // Whoever is shown round goes to one place after the other.
    let visit = report.occurrence.sort == EventType::Visit;
    signs.set(Sign::PlacesDiffer, !same && (visit && any(|_, _| true) || any(Site::is_apart_from)));
}

/// What verbs and announcements say.
fn of_standing(group: &Group, report: &Report, signs: &mut Signs) {
    let standing = &report.standing;
    let (known, told) = (merge::status(group.recent()), report.status());
    let differ = |least: Firmness| {
        matches!((known, told), (Some((one, first)), Some((other, second)))
            if first >= least && second >= least && merge::is_past(one) != merge::is_past(other))
    };
    signs.set(Sign::SectionsDiffer, differ(Firmness::Suggested));
    signs.set(Sign::SectionsDifferFirmly, differ(Firmness::Said));
    let said = matches!(standing.status, Some((_, Firmness::Said)));
    signs.set(Sign::Held, standing.governor.is_some() && said);
    let asked = matches!(standing.status, Some((Status::Proposed | Status::Planned | Status::Expected, _)));
    signs.set(Sign::Announced, asked && report.times.is_empty());
    let ahead = matches!(known, Some((status, firmness)) if !merge::is_past(status) && firmness < Firmness::Said);
    signs.set(Sign::CarriedOut, ahead && matches!(told, Some((status, _)) if merge::is_past(status)));
    signs.set(Sign::Retold, report.retold);
    signs.set(Sign::Pluperfect, report.pluperfect);
    signs.set(Sign::Adverbial, standing.adverbial);
}

/// What the place in the article says.
fn of_distance(group: &Group, report: &Report, signs: &mut Signs) {
    let last = group.recent().iter().map(|other| other.line).max().unwrap_or_default();
    let apart = report.line.saturating_sub(last);
    signs.set(Sign::SameSentence, apart == 0);
    signs.set(Sign::NextSentence, matches!(apart, 1 | 2));
    signs.set(Sign::Far, apart > FAR);
    signs.set(Sign::Heading, report.heading);
    signs.set(Sign::Headed, group.recent().iter().all(|other| other.heading));
    signs.set(Sign::Large, group.reports.len() >= LARGE);
}
