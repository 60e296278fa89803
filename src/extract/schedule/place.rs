//! Where a meeting takes place.

use super::{
    occurrence::Form,
    phrase,
    scope::Scope,
    unit::{Unit, What},
};
use crate::{
    article::Passage,
    knowledge::Status,
    lexicon::events::{Class, Sense, Sort},
    text::ByteSpan,
};

/// How many units after a meeting its place is looked for.
const AFTER: usize = 22;
/// How many units before it, where no verb governs it.
const BEFORE: usize = 8;
const BEH: char = '\u{0628}';
const LAM: char = '\u{0644}';
const QUOTES: &[char] = &['"', '\u{00AB}', '\u{201C}'];

/// The place of the meeting of an occurrence, as worded; nothing where the sentence does not tie one to it.
pub(super) fn places(scope: Scope<'_, '_>) -> Vec<Passage> {
    let reader = Reader { scope };
    if reader.is_remote() {
        return Vec::new();
    }
    reader
        .new_place()
        .or_else(|| reader.host())
        .or_else(|| reader.goal())
        .or_else(|| reader.before_noun())
        .or_else(|| reader.after_noun())
        .or_else(|| reader.before_verb())
        .or_else(|| reader.of_clause_before())
        .unwrap_or_default()
}

struct Reader<'l, 'a> {
    scope: Scope<'l, 'a>,
}

impl<'a> Reader<'_, 'a> {
    fn unit(&self, at: usize) -> Option<&Unit<'a>> {
        self.scope.unit(at)
    }

    /// By video, by telephone: nowhere.
    fn is_remote(&self) -> bool {
        let last = self.scope.occurrence.last;
        let end = self.scope.line.clause_end(last).min(last + 12);
        self.scope.occurrence.sort == Sort::Call
            || self.scope.line.slice(last..end).iter().any(|unit| unit.is(Class::Remote))
    }

    /// Where a meeting that was put off will be held instead: after the new date, "to be held in".
    fn new_place(&self) -> Option<Vec<Passage>> {
        matches!(self.scope.standing.status, Some((Status::Postponed, _))).then_some(())?;
        let units = &self.scope.line.units;
        let verb = (self.scope.occurrence.last + 1..units.len()).find(|at| {
            self.unit(*at).is_some_and(|unit| unit.word.finite().is_some_and(|form| form.sense == Sense::Hold))
                && self.scope.before(*at).is_some_and(|before| before.is(Class::That))
        })?;
        self.located(verb + 1, (verb + 6).min(units.len()))
    }

    /// A place that hosts it: "Muscat hosts", "which Tabarka hosted".
    fn host(&self) -> Option<Vec<Passage>> {
        let verb = self.scope.standing.governor?;
        (self.scope.standing.form?.sense == Sense::Host).then_some(())?;
        let is_place = |at: &usize| {
            self.unit(*at).is_some_and(|unit| matches!(unit.what, What::Place(_)) && unit.preposition.is_none())
        };
        let after = (verb + 1..(verb + 4).min(self.scope.line.units.len())).find(is_place);
        let before = || (self.scope.line.clause_start(verb)..verb).rev().take(4).find(is_place);
        let at = after.or_else(before)?;
        Some(vec![self.unit(at)?.passage])
    }

    /// Where a visit goes.
    fn goal(&self) -> Option<Vec<Passage>> {
        let occurrence = self.scope.occurrence;
        if occurrence.sort != Sort::Visit {
            return None;
        }
        let from = occurrence.last + 1;
        let leads = |unit: &Unit<'_>| unit.is(Class::Toward) || unit.is(Class::In);
        let is_goal = |at: usize| {
            let unit = self.unit(at)?;
            let before = self.scope.before(at)?;
            let led = unit.preposition == Some(LAM) || leads(before);
            let object = occurrence.verb() == Some(Sense::Visit) && unit.preposition.is_none() && !unit.conjunction;
            (matches!(unit.what, What::Place(_)) && (led || object || at == from)).then_some(unit.passage)
        };
        let after = (from..self.scope.end(from, AFTER)).find_map(is_goal);
        // "heads for Athens on a visit"
        let start = self.scope.line.clause_start(occurrence.at);
        let before = || {
            (start..occurrence.at).rev().find_map(|at| {
                let unit = self.unit(at)?;
                let led = unit.preposition == Some(LAM) || self.scope.before(at)?.is(Class::Toward);
                (matches!(unit.what, What::Place(_)) && led).then_some(unit.passage)
            })
        };
        after.or_else(before).map(|place| vec![place])
    }

    /// Between the verb and the noun: "will be held in Brussels a session".
    fn before_noun(&self) -> Option<Vec<Passage>> {
        let verb = self.scope.standing.governor.filter(|verb| *verb < self.scope.occurrence.at)?;
        self.located(verb + 1, self.scope.occurrence.at)
    }

    fn after_noun(&self) -> Option<Vec<Passage>> {
        let occurrence = self.scope.occurrence;
        let from = occurrence.last + 1;
        // "the Doha meeting"
        if let Some(unit) = self.unit(from)
            && matches!(unit.what, What::Place(_))
            && unit.preposition.is_none()
            && !unit.conjunction
            && occurrence.verb().is_none()
            && occurrence.form == Form::Construct
        {
            return Some(vec![unit.passage]);
        }
        let end = self.scope.end(from, AFTER);
        // Without a verb of its own, the meeting is no longer spoken of after another preposition.
        let governed = self.scope.standing.governor.is_some() || self.scope.standing.was_planned;
        let end = if governed { end } else { (from..end).find(|at| self.leads_away(*at)).unwrap_or(end) };
        self.located(from, end)
    }

    fn leads_away(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|unit| (unit.is(Class::Adverbial) || unit.is(Class::From)) && !unit.is(Class::In))
    }

    /// Before the verb: "in Berlin talks go on".
    fn before_verb(&self) -> Option<Vec<Passage>> {
        let at = self.scope.occurrence.at;
        let verb = self.scope.standing.governor.filter(|verb| *verb <= at).unwrap_or(at);
        let clause = self.scope.line.clause_start(verb);
        let start = clause.max(verb.saturating_sub(BEFORE));
        let mut found = None;
        for left in (start..verb).rev() {
            let bars = |unit: &Unit<'_>| unit.is(Class::Speech) || unit.is(Class::That);
            if self.scope.is_other(left) || self.unit(left).is_some_and(bars) {
                return None;
            }
            if let Some(place) = self.place_at(left) {
                found = Some((left, place));
            }
        }
        // The place opens the clause, or stands in the phrase before the verb.
        let own_verb = self.scope.standing.governor == Some(at);
        found.filter(|(place, _)| place.saturating_sub(clause) <= 1 || own_verb).map(|(_, place)| place)
    }

    /// "to Paris, where he holds talks"; "to be held there".
    fn of_clause_before(&self) -> Option<Vec<Passage>> {
        let line = self.scope.line;
        let at = self.scope.occurrence.at;
        let start = line.clause_start(at);
        let from = self.scope.occurrence.last + 1;
        let there = line.slice(from..self.scope.end(from, AFTER)).iter().any(|unit| unit.is(Class::There));
        let opens = line.get(start).is_some_and(|unit| unit.is(Class::Where));
        let end = if opens { start } else { at };
        (there || opens).then_some(())?;
        (0..end).rev().find_map(|at| {
            let unit = self.unit(at)?;
            let led = unit.preposition == Some(LAM)
                || self.scope.before(at).is_some_and(|before| before.is(Class::Toward) || before.is(Class::In));
            (matches!(unit.what, What::Place(_)) && led).then(|| vec![unit.passage])
        })
    }

    fn is_held(&self) -> bool {
        self.scope.standing.governor.is_some()
    }

    fn located(&self, from: usize, to: usize) -> Option<Vec<Passage>> {
        (from..to).find_map(|at| self.place_at(at))
    }

    /// A place or a venue that a preposition of place leads to.
    fn place_at(&self, at: usize) -> Option<Vec<Passage>> {
        let unit = self.unit(at)?;
        let before = self.scope.before(at);
        if before.is_some_and(|before| before.is(Class::City)) {
            return self.city(at);
        }
        let before = match before {
            Some(mark) if mark.is_mark(QUOTES) => at.checked_sub(2).and_then(|at| self.unit(at)),
            other => other,
        };
        let beh = unit.preposition == Some(BEH) && !before.is_some_and(|before| before.is(Class::About));
        let led = beh || before.is_some_and(|before| before.is(Class::In)) && unit.preposition.is_none();
        if !led {
            return None;
        }
        match unit.what {
            What::Place(_) => Some(vec![unit.passage]),
            What::Word if unit.is(Class::Venue) => self.venue(at),
            // "in the ministry of justice"
            What::Organisation(_) if unit.word.is(Class::Venue) && self.is_held() => Some(vec![unit.passage]),
            _ => None,
        }
    }

    /// "in the city of Sousse", where the list of places has the name alone.
    fn city(&self, at: usize) -> Option<Vec<Passage>> {
        let city = at.checked_sub(1)?;
        let led = self.unit(city)?.preposition == Some(BEH)
            || self.scope.before(city).is_some_and(|before| before.is(Class::In));
        let unit = self.unit(at)?;
        (led && matches!(unit.what, What::Place(_))).then(|| vec![unit.passage])
    }

    /// A venue with its owner, and the city it lies in: "the headquarters of the mission in Geneva".
    fn venue(&self, at: usize) -> Option<Vec<Passage>> {
        let (venue, next) = phrase::noun_phrase(self.scope.line, at)?;
        let place = |at: usize| self.unit(at).filter(|unit| matches!(unit.what, What::Place(_)));
        let city = match self.unit(next) {
            Some(unit) if unit.is(Class::In) => place(next + 1).filter(|city| city.preposition.is_none()),
            _ => place(next).filter(|city| city.preposition == Some(BEH)),
        };
        let end = city.map_or(venue.span.end, |city| city.passage.span.end);
        Some(vec![Passage { span: ByteSpan { end, ..venue.span }, ..venue }])
    }
}
