//! When a meeting takes place.

use super::{
    phrase,
    scope::Scope,
    tense::Firmness,
    unit::{COMMA, Unit, What},
};
use crate::{
    article::Passage,
    extract::Context,
    knowledge::Status,
    lexicon::{dates::Which, events::Class},
};

/// How many units after a meeting its time is looked for.
const AFTER: usize = 24;
/// How many units before it.
const BEFORE: usize = 14;
/// How many units may stand between a day and its hour.
const BESIDE: usize = 3;
const LAM: char = '\u{0644}';

/// The times of the meeting of an occurrence, as worded; nothing where the sentence does not tie one to it.
pub(super) fn times(context: &Context<'_>, scope: Scope<'_, '_>) -> Vec<Passage> {
    let reader = Reader { context, scope };
    if matches!(scope.standing.status, Some((Status::Postponed, _))) {
        return reader.new_date();
    }
    reader.near().or_else(|| reader.of_clause_before()).or_else(|| reader.after_meeting()).unwrap_or_default()
}

/// Whether one of the times says that it lies before or after the article's day.
pub(super) fn direction(scope: Scope<'_, '_>, times: &[Passage]) -> Option<Which> {
    times.iter().find_map(|time| {
        let unit = scope.line.units.iter().find(|unit| unit.passage == *time)?;
        scope.line.direction(unit.tokens)
    })
}

/// Where a circumstance stands is told by its date better than by the verb of the clause: "in its session yesterday".
pub(super) fn settle(scope: Scope<'_, '_>, direction: Option<Which>) -> Option<Status> {
    match (direction?, scope.standing.status) {
        (Which::Last, None | Some((Status::Scheduled | Status::Expected, Firmness::Guessed | Firmness::Suggested))) => {
            Some(Status::Held)
        }
        (Which::Next, None | Some((Status::Held | Status::Ongoing, Firmness::Guessed | Firmness::Suggested))) => {
            Some(Status::Scheduled)
        }
        _ => None,
    }
}

struct Reader<'l, 'a> {
    context: &'l Context<'a>,
    scope: Scope<'l, 'a>,
}

impl<'a> Reader<'_, 'a> {
    fn unit(&self, at: usize) -> Option<&Unit<'a>> {
        self.scope.unit(at)
    }

    /// Between the verb and the noun, after the noun, before the verb; of a circumstance, whichever is nearer.
    fn near(&self) -> Option<Vec<Passage>> {
        let (at, last) = (self.scope.occurrence.at, self.scope.occurrence.last);
        let verb = self.scope.standing.governor.unwrap_or(at);
        let first = verb.min(at);
        let between = (first + 1..at).rev().find(|at| self.date(*at).is_some());
        let end = self.scope.end(last + 1, AFTER);
        let after = (last + 1..end).find(|at| self.date(*at).is_some());
        let start = self.scope.line.clause_start(first).max(first.saturating_sub(BEFORE));
        let before = (start..first)
            .rev()
            .take_while(|left| !self.bars(*left))
            .find(|at| self.date(*at).is_some())
            .filter(|at| !self.belongs_to_other(*at, start));
        // What is asked for is dated after it; a date before it is the day of the asking.
        let asked =
            matches!(self.scope.standing.status, Some((Status::Proposed | Status::Planned | Status::Cancelled, _)));
        let before = before.filter(|_| !asked || self.scope.standing.was_planned);
        let on_errand = || (self.scope.errand()? + 1..first).rev().find(|at| self.date(*at).is_some());
        let before = before.or_else(on_errand);
        let nearer = match (after, before) {
            (Some(after), Some(before)) if self.scope.standing.governor.is_none() => {
                Some(if after - last > first - before + 2 { before } else { after })
            }
            (after, before) => after.or(before),
        };
        self.date_at(between.or(nearer)?)
    }

    /// Whether another meeting stands before a date in its clause: the date is that one's.
    fn belongs_to_other(&self, date: usize, start: usize) -> bool {
        (start..date).any(|at| self.scope.is_other(at)) || self.is_in_relative(date, start)
    }

    /// "the strike that was set for tomorrow": the date of something else.
    fn is_in_relative(&self, date: usize, start: usize) -> bool {
        let units = self.scope.line.slice(start..date).iter().rev();
        units.take_while(|unit| !unit.is_mark(COMMA)).any(|unit| unit.is(Class::Relative))
    }

    /// What keeps a date left of it from being the meeting's.
    fn bars(&self, at: usize) -> bool {
        self.scope.is_other(at) || self.unit(at).is_some_and(|unit| unit.is(Class::That))
    }

    /// "at the beginning of next week to Paris, where he holds talks".
    fn of_clause_before(&self) -> Option<Vec<Passage>> {
        let start = self.scope.line.clause_start(self.scope.occurrence.at);
        self.unit(start).filter(|unit| unit.is(Class::Where))?;
        let before = start.checked_sub(1)?;
        let from = self.scope.line.clause_start(before);
        (from..start).rev().find_map(|at| self.date_at(at))
    }

    /// "After the talks a session will be held": the other meeting is its time.
    fn after_meeting(&self) -> Option<Vec<Passage>> {
        let line = self.scope.line;
        line.get(0).filter(|unit| unit.is(Class::After) || unit.is(Class::Before))?;
        let other =
            self.scope.all.iter().find(|other| other.at == 1).filter(|other| other.at != self.scope.occurrence.at)?;
        let verb = self.scope.standing.governor.filter(|verb| *verb > other.last)?;
        let own_clause = line.slice(line.clause_start(verb)..verb).iter().any(|unit| self.is_date(unit));
        (!own_clause).then_some(())?;
        let end = (other.last + 1..verb).take_while(|at| self.unit(*at).is_some_and(is_adjective)).last();
        let passage = phrase::without_proclitics(line, 0, end.unwrap_or(other.last))?;
        Some(vec![passage])
    }

    fn is_date(&self, unit: &Unit<'_>) -> bool {
        matches!(unit.what, What::Date(_))
    }

    /// The date at a unit, with an hour that stands beside it.
    fn date_at(&self, at: usize) -> Option<Vec<Passage>> {
        let date = self.date(at)?;
        let mut dates = vec![date];
        let beside =
            (at + 1..at + 1 + BESIDE).take_while(|next| self.unit(*next).is_some_and(|unit| !unit.is(Class::Break)));
        dates.extend(beside.filter_map(|next| self.date(next)));
        Some(dates)
    }

    fn date(&self, at: usize) -> Option<Passage> {
        let unit = self.unit(at)?;
        let What::Date(index) = unit.what else { return None };
        // "since 1998", "for five years" say how long.
        let length = self.context.dates.get(index)?.duration;
        let since = self
            .scope
            .before(at)
            .is_some_and(|before| before.is(Class::Since) || before.is(Class::Until) && !before.is(Class::Toward));
        (!length && !since && !self.is_given_up(at)).then_some(unit.passage)
    }

    /// "instead of Sunday": the date that no longer holds.
    fn is_given_up(&self, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back).and_then(|at| self.unit(at));
        before(1).is_some_and(|unit| unit.is(Class::From)) && before(2).is_some_and(|unit| unit.is(Class::Instead))
    }

    /// A meeting put off takes place when it was put off to.
    fn new_date(&self) -> Vec<Passage> {
        let first = self.scope.standing.governor.unwrap_or(self.scope.occurrence.at).min(self.scope.occurrence.at);
        let to = (first + 1..self.scope.line.units.len()).find_map(|at| {
            let unit = self.unit(at)?;
            let toward = |at: usize| self.scope.before(at).is_some_and(|before| before.is(Class::Toward));
            // "to the session of 14 March"
            let named = |at: &usize| self.scope.is_other(*at) || *at == self.scope.occurrence.last;
            let session = at.checked_sub(1).filter(named);
            let led = toward(at) || session.is_some_and(toward) || unit.preposition == Some(LAM);
            (self.is_date(unit) && led).then_some(at)
        });
        to.and_then(|at| self.date_at(at)).unwrap_or_default()
    }
}

/// A definite word that may go with a noun before it.
fn is_adjective(unit: &Unit<'_>) -> bool {
    unit.what == What::Word
        && unit.word.definite
        && !unit.conjunction
        && unit.preposition.is_none()
        && !phrase::is_function(unit)
}
