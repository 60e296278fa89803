//! When a meeting takes place.

use super::{
    occurrence::Occurrence,
    tense::Standing,
    unit::{Line, Unit, What},
};
use crate::{
    article::Passage,
    extract::Context,
    knowledge::Status,
    lexicon::events::{Class, Sense},
};

/// How many units after a meeting its time is looked for.
const AFTER: usize = 24;
/// How many units before it.
const BEFORE: usize = 14;

/// The times of the meeting of an occurrence, as worded; nothing where the sentence does not tie one to it.
pub(super) fn times(
    context: &Context<'_>,
    line: &Line<'_>,
    occurrence: &Occurrence,
    standing: &Standing,
    others: &[Occurrence],
) -> Vec<Passage> {
    let reader = Reader { context, line, occurrence, standing, others };
    if matches!(standing.status, Some((Status::Postponed, _))) {
        return reader.new_date();
    }
    reader.near().unwrap_or_default()
}

struct Reader<'l, 'a> {
    context: &'l Context<'a>,
    line: &'l Line<'a>,
    occurrence: &'l Occurrence,
    standing: &'l Standing,
    others: &'l [Occurrence],
}

impl<'a> Reader<'_, 'a> {
    fn unit(&self, at: usize) -> Option<&Unit<'a>> {
        self.line.get(at)
    }

    fn is_other(&self, at: usize) -> bool {
        self.others.iter().any(|other| other.at == at && other.at != self.occurrence.at)
    }

    /// Between the verb and the noun, after the noun, before the verb.
    fn near(&self) -> Option<Vec<Passage>> {
        let (at, last) = (self.occurrence.at, self.occurrence.last);
        let verb = self.standing.governor.unwrap_or(at);
        let first = verb.min(at);
        let between = || (first + 1..at).rev().find_map(|at| self.date_at(at));
        let after = || (last + 1..self.end(last + 1)).find_map(|at| self.date_at(at));
        let before = || {
            let start = self.line.clause_start(first).max(first.saturating_sub(BEFORE));
            (start..first).rev().take_while(|left| !self.bars(*left)).find_map(|at| self.date_at(at))
        };
        between().or_else(after).or_else(before)
    }

    /// What keeps a date left of it from being the meeting's.
    fn bars(&self, at: usize) -> bool {
        self.is_other(at) || self.unit(at).is_some_and(|unit| unit.is(Class::That))
    }

    fn end(&self, from: usize) -> usize {
        let limit = (from + AFTER).min(self.line.units.len());
        let clause = self.line.clause(self.occurrence.at);
        (from..limit)
            .find(|at| {
                self.is_other(*at)
                    || self.unit(*at).is_none_or(|unit| unit.clause != clause || unit.is(Class::Speech) || unit.is(Class::That))
            })
            .unwrap_or(limit)
    }

    /// The date at a unit, with an hour that stands beside it.
    fn date_at(&self, at: usize) -> Option<Vec<Passage>> {
        let date = self.date(at)?;
        let mut dates = vec![date];
        let beside = (at + 1..at + 4).take_while(|next| self.unit(*next).is_some_and(|unit| !unit.is(Class::Break)));
        dates.extend(beside.filter_map(|next| self.date(next)));
        Some(dates)
    }

    fn date(&self, at: usize) -> Option<Passage> {
        let unit = self.unit(at)?;
        let What::Date(index) = unit.what else { return None };
        let before = at.checked_sub(1).and_then(|before| self.unit(before));
        // "since 1998", "for five years" say how long.
        let length = self.context.dates.get(index)?.duration;
        (!length && !before.is_some_and(|before| before.is(Class::Since))).then_some(unit.passage)
    }

    /// A meeting put off takes place when it was put off to.
    fn new_date(&self) -> Vec<Passage> {
        let governor = self.standing.governor.unwrap_or(self.occurrence.at).min(self.occurrence.at);
        let to = (governor + 1..self.line.units.len()).find(|at| {
            let unit = self.unit(*at);
            unit.is_some_and(|unit| matches!(unit.what, What::Date(_)) && unit.preposition == Some(LAM))
                || unit.is_some_and(|unit| unit.is(Class::Toward) && unit.preposition.is_none())
                    && self.date(at + 1).is_some()
        });
        let to = to.map(|at| if self.date(at).is_some() { at } else { at + 1 });
        to.and_then(|at| self.date_at(at)).unwrap_or_default()
    }
}

const LAM: char = '\u{0644}';
const _: Option<Sense> = None;
