//! Which occurrences are believed to speak of a real meeting.

use super::{
    merge::{self, Report},
    occurrence::Form,
    tense::Firmness,
    unit::Line,
    word::Word,
};
use crate::{
    arabic::Script,
    extract::Context,
    knowledge::{Kind, Participant},
    lexicon::{
        dates::Number,
        events::{Class, Demand, Sense, Sort, Tense},
    },
};

/// Of so many words, one of sport or markets makes that the subject of an article.
const PER_WORD: usize = 40;
/// So many such words in one sentence make it the subject of the sentence.
const IN_SENTENCE: usize = 2;

/// What an article is about, as far as it keeps its nouns from naming meetings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject {
    sport: bool,
    market: bool,
}

impl Subject {
    /// Counts the words of sport and markets.
    pub fn of(context: &Context<'_>, words: &[Word]) -> Self {
        let arabic = context.source.tokens.all().iter().filter(|token| token.script == Script::Arabic);
        let (mut all, mut sport, mut market) = (0usize, 0usize, 0usize);
        for token in arabic {
            let Some(word) = words.get(token.word.0 as usize) else { continue };
            all += 1;
            sport += usize::from(word.is(Class::Sport));
            market += usize::from(word.is(Class::Market));
        }
        let much = |count: usize| count.saturating_mul(PER_WORD) > all;
        Self { sport: much(sport), market: much(market) }
    }

    /// Whether the article as a whole may tell of meetings.
    fn is_open(self) -> bool {
        !self.sport
    }

    /// Whether a noun of that sort names something else in such an article, or in such a sentence.
    fn takes(self, line: &Line<'_>, sort: Sort) -> bool {
        let many = |class: Class| line.units.iter().filter(|unit| unit.is(class)).count() >= IN_SENTENCE;
        let in_sport = !matches!(sort, Sort::PressConference | Sort::Call | Sort::Talks | Sort::Assembly);
        let in_market = matches!(sort, Sort::Session | Sort::TalksRound | Sort::Summit);
        in_sport && (self.sport || many(Class::Sport)) || in_market && (self.market || many(Class::Market))
    }
}

/// Whether more than a reference speaks for a meeting: a verb, a party, a place, a time.
pub(super) fn is_anchored(report: &Report) -> bool {
    let named = matches!(report.occurrence.demand, Demand::Word(_)) || report.occurrence.verb().is_some();
    let present = report.standing.adverbial && !report.parties.all.is_empty();
    let tied = report.parties.stated || !report.places.is_empty() || !report.times.is_empty();
    is_held(report) || named || present || tied
}

/// Whether a verb or an announcement holds the meeting; a verbal noun alone only names the thing.
fn is_held(report: &Report) -> bool {
    let verbal = report.standing.form.is_some_and(|form| form.tense == Tense::Noun);
    let ahead = report.standing.status.is_some_and(|(status, _)| !merge::is_past(status));
    let said = matches!(report.standing.status, Some((_, Firmness::Said))) || ahead && !report.parties.all.is_empty();
    report.standing.governor.is_some() && (!verbal || said) || report.standing.was_planned
}

/// Whether a report is of a real meeting, `before` it in the article those already believed.
pub(super) fn is_believed(subject: &Subject, line: &Line<'_>, report: &Report, before: &[Report]) -> bool {
    if report.standing.denied || report.parties.media {
        return false;
    }
    let occurrence = &report.occurrence;
    if subject.takes(line, occurrence.sort) && !(subject.is_open() && has_people(report)) {
        return false;
    }
    // "the meeting of the super cup"
    if line.get(occurrence.last + 1).is_some_and(|next| next.is(Class::Sport)) {
        return false;
    }
    if let Some(verb) = occurrence.verb() {
        return is_meeting(verb, report);
    }
    let held = is_held(report);
    let anchored = report.anchored;
    let referred = matches!(occurrence.form, Form::Definite | Form::Owned)
        && before.iter().any(|known| merge::are_alike(known.occurrence.sort, occurrence.sort));
    match occurrence.demand {
        // "the proceedings" go on; a man of business has business too.
        Demand::After if occurrence.number == Number::Plural => referred && report.standing.governor.is_some(),
        Demand::After if occurrence.sort == Sort::TalksRound => held && before.iter().any(is_talks),
        Demand::After => referred,
        Demand::Anchor => anchored || referred || report.standing.adverbial && !report.parties.all.is_empty(),
        Demand::Called => report.parties.body.is_some(),
        Demand::Word(Class::Press) => occurrence.number != Number::Plural,
        Demand::Word(_) => true,
        Demand::Held => {
            let stated = report.parties.stated || report.parties.body.is_some();
            let there = occurrence.form == Form::Construct && !report.places.is_empty();
            let present = report.present && has_people(report);
            held || stated
                || referred
                || there
                || present
                || anchored && (occurrence.ordinal.is_some() || report.heading)
        }
    }
}

/// Whether a verb tells of a meeting: of two who meet, of someone received, of a place that is visited.
fn is_meeting(verb: Sense, report: &Report) -> bool {
    let parties = report.parties.all.len();
    match verb {
        Sense::Visit => has_actor(report) && (!report.places.is_empty() || parties > 1),
        Sense::Receive if report.standing.form.is_some_and(|form| form.object) => parties > 1,
        _ => parties > 0,
    }
}

fn has_actor(report: &Report) -> bool {
    report.parties.all.iter().any(|party| !matches!(party, Participant::Entry(entry) if entry.kind == Kind::Place))
}

fn is_talks(report: &Report) -> bool {
    matches!(report.occurrence.sort, Sort::Talks | Sort::TalksRound | Sort::Consultations | Sort::Dialogue)
}

fn has_people(report: &Report) -> bool {
    report.parties.all.iter().any(|participant| match participant {
        Participant::Entry(entry) => entry.kind == Kind::Person,
        Participant::Words(_) => false,
    }) || report.standing.form.is_some_and(|form| form.sense == Sense::Chair)
}
