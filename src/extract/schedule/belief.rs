//! Which occurrences are believed to speak of a real meeting.

use super::{
    merge::Report,
    occurrence::Form,
    unit::{Line, What},
    word::Word,
};
use crate::{
    arabic::Script,
    extract::Context,
    knowledge::{Kind, Participant},
    lexicon::{
        dates::Number,
        events::{Class, Demand, Sense, Sort},
    },
};

/// Of so many words, one of sport or markets makes that the subject of an article.
const PER_WORD: usize = 40;
/// So many such words in one sentence make it the subject of the sentence.
const IN_SENTENCE: usize = 2;

/// What an article is about, as far as it keeps its nouns from naming meetings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject {
    /// Sport or markets: there sessions, rounds and summits are no meetings.
    elsewhere: bool,
}

impl Subject {
    /// Counts the words of sport and markets.
    pub fn of(context: &Context<'_>, words: &[Word]) -> Self {
        let tokens = context.source.tokens.all();
        let arabic = tokens.iter().filter(|token| token.script == Script::Arabic);
        let (mut all, mut elsewhere) = (0usize, 0usize);
        for token in arabic {
            all += 1;
            elsewhere += usize::from(words.get(token.word.0 as usize).is_some_and(is_elsewhere));
        }
        Self { elsewhere: elsewhere * PER_WORD > all }
    }
}

fn is_elsewhere(word: &Word) -> bool {
    word.is(Class::Sport) || word.is(Class::Market)
}

/// Whether a report is of a real meeting, `before` it in the article those already believed.
pub(super) fn is_believed(subject: &Subject, line: &Line<'_>, report: &Report, before: &[Report]) -> bool {
    if report.standing.denied {
        return false;
    }
    let occurrence = &report.occurrence;
    let elsewhere = subject.elsewhere
        || line.units.iter().filter(|unit| unit.what == What::Word && is_elsewhere(unit.word)).count() >= IN_SENTENCE;
    if elsewhere && !has_people(report) && occurrence.sort != Sort::PressConference {
        return false;
    }
    if subject.elsewhere && occurrence.sort != Sort::PressConference {
        return false;
    }
    if occurrence.verb().is_some() {
        return !report.parties.all.is_empty();
    }
    let held = report.standing.governor.is_some() || report.standing.was_planned;
    let anchored = held || report.parties.stated || !report.places.is_empty() || !report.times.is_empty();
    let referred = matches!(occurrence.form, Form::Definite | Form::Owned) && !before.is_empty();
    match occurrence.demand {
        Demand::After => referred,
        Demand::Anchor => anchored || referred || report.standing.adverbial && !report.parties.all.is_empty(),
        Demand::Word(Class::Press) => occurrence.number != Number::Plural,
        Demand::Word(_) => true,
        Demand::Held => {
            let stated = report.parties.stated || report.parties.body.is_some();
            held || stated || referred || occurrence.ordinal.is_some() && anchored
        }
    }
}

fn has_people(report: &Report) -> bool {
    report.parties.all.iter().any(|participant| match participant {
        Participant::Entry(entry) => entry.kind == Kind::Person,
        Participant::Words(_) => false,
    }) || report.standing.form.is_some_and(|form| form.sense == Sense::Chair)
}
