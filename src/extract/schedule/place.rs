//! Where a meeting takes place.

use super::{
    occurrence::Occurrence,
    phrase,
    tense::Standing,
    unit::{COMMA, Line, Unit, What},
};
use crate::{
    article::Passage,
    knowledge::Kind,
    lexicon::events::{Class, Sense, Sort},
};

/// How many units after a meeting its place is looked for.
const AFTER: usize = 22;
/// How many units before it, where no verb governs it.
const BEFORE: usize = 8;

/// The place of the meeting of an occurrence, as worded; nothing where the sentence does not tie one to it.
pub(super) fn places(line: &Line<'_>, occurrence: &Occurrence, standing: &Standing, others: &[Occurrence]) -> Vec<Passage> {
    let reader = Reader { line, occurrence, standing, others };
    if reader.is_remote() {
        return Vec::new();
    }
    reader
        .host()
        .or_else(|| reader.goal())
        .or_else(|| reader.before_noun())
        .or_else(|| reader.after_noun())
        .or_else(|| reader.before_verb())
        .unwrap_or_default()
}

struct Reader<'l, 'a> {
    line: &'l Line<'a>,
    occurrence: &'l Occurrence,
    standing: &'l Standing,
    others: &'l [Occurrence],
}

impl<'a> Reader<'_, 'a> {
    fn unit(&self, at: usize) -> Option<&Unit<'a>> {
        self.line.get(at)
    }

    /// By video, by telephone: nowhere.
    fn is_remote(&self) -> bool {
        let near = self.line.slice(self.occurrence.last..self.line.clause_end(self.occurrence.last).min(self.occurrence.last + 12));
        self.occurrence.sort == Sort::Call || near.iter().any(|unit| unit.is(Class::Remote))
    }

    /// A place that hosts it: "Muscat hosts", "which Tabarka hosted".
    fn host(&self) -> Option<Vec<Passage>> {
        let verb = self.standing.governor?;
        (self.standing.form?.sense == Sense::Host).then_some(())?;
        let is_place = |at: &usize| {
            self.unit(*at).is_some_and(|unit| matches!(unit.what, What::Place(_)) && unit.preposition.is_none())
        };
        let after = (verb + 1..(verb + 4).min(self.line.units.len())).find(is_place);
        let before = || (self.line.clause_start(verb)..verb).rev().take(4).find(is_place);
        let at = after.or_else(before)?;
        Some(vec![self.unit(at)?.passage])
    }

    /// Where a visit goes.
    fn goal(&self) -> Option<Vec<Passage>> {
        if self.occurrence.sort != Sort::Visit {
            return None;
        }
        let from = self.occurrence.last + 1;
        let is_goal = |at: usize| {
            let unit = self.unit(at)?;
            let place = matches!(unit.what, What::Place(_));
            let led = unit.preposition == Some(LAM)
                || self.unit(at.checked_sub(1)?).is_some_and(|before| before.is(Class::Toward) || before.is(Class::In));
            let object = self.occurrence.verb() == Some(Sense::Visit) && unit.preposition.is_none() && !unit.conjunction;
            (place && (led || object || at == from)).then_some(unit.passage)
        };
        let after = (from..self.end(from)).find_map(is_goal);
        // "heads for Athens on a visit"
        let start = self.line.clause_start(self.occurrence.at);
        let before = || {
            (start..self.occurrence.at).rev().find_map(|at| {
                let unit = self.unit(at)?;
                let led = unit.preposition == Some(LAM)
                    || self.unit(at.checked_sub(1)?).is_some_and(|before| before.is(Class::Toward));
                (matches!(unit.what, What::Place(_)) && led).then_some(unit.passage)
            })
        };
        after.or_else(before).map(|place| vec![place])
    }

    /// Between the verb and the noun: "will be held in Brussels a session".
    fn before_noun(&self) -> Option<Vec<Passage>> {
        let verb = self.standing.governor.filter(|verb| *verb < self.occurrence.at)?;
        self.located(verb + 1, self.occurrence.at)
    }

    fn after_noun(&self) -> Option<Vec<Passage>> {
        let from = self.occurrence.last + 1;
        // "the Doha meeting"
        if let Some(unit) = self.unit(from)
            && matches!(unit.what, What::Place(_))
            && unit.preposition.is_none()
            && !unit.conjunction
            && self.occurrence.verb().is_none()
            && self.occurrence.form == super::occurrence::Form::Construct
        {
            return Some(vec![unit.passage]);
        }
        self.located(from, self.end(from))
    }

    /// Before the verb: "in Berlin talks go on".
    fn before_verb(&self) -> Option<Vec<Passage>> {
        let at = self.occurrence.at;
        let verb = self.standing.governor.filter(|verb| *verb <= at).unwrap_or(at);
        let start = self.line.clause_start(verb).max(verb.saturating_sub(BEFORE));
        let opens = |at: usize| at.saturating_sub(self.line.clause_start(at)) <= 1;
        let mut found = None;
        for left in (start..verb).rev() {
            if self.is_other(left) || self.unit(left).is_some_and(|unit| unit.is(Class::Speech)) {
                return None;
            }
            if let Some(place) = self.place_at(left) {
                found = Some((left, place));
            }
        }
        found.filter(|(at, _)| opens(*at) || self.standing.governor == Some(self.occurrence.at)).map(|(_, place)| place)
    }

    fn end(&self, from: usize) -> usize {
        let limit = (from + AFTER).min(self.line.units.len());
        let clause = self.line.clause(self.occurrence.at);
        (from..limit)
            .find(|at| {
                self.is_other(*at)
                    || self.unit(*at).is_none_or(|unit| {
                        unit.clause != clause
                            || unit.is(Class::Speech)
                            || unit.is(Class::That)
                            || unit.what == What::Word && unit.word.has_sense(Sense::Go)
                    })
            })
            .unwrap_or(limit)
    }

    fn is_other(&self, at: usize) -> bool {
        self.others.iter().any(|other| other.at == at && other.at != self.occurrence.at)
    }

    fn located(&self, from: usize, to: usize) -> Option<Vec<Passage>> {
        (from..to).find_map(|at| self.place_at(at))
    }

    /// A place or a venue that a preposition of place leads to.
    fn place_at(&self, at: usize) -> Option<Vec<Passage>> {
        let unit = self.unit(at)?;
        let before = at.checked_sub(1).and_then(|before| self.unit(before));
        let before = match before {
            Some(mark) if mark.is_mark(&['"', '\u{00AB}', '\u{201C}']) => at.checked_sub(2).and_then(|at| self.unit(at)),
            Some(city) if city.is(Class::City) => {
                // "in the city of Sousse", where the list of places has the name alone.
                let led = city.preposition == Some(BEH)
                    || at.checked_sub(2).and_then(|at| self.unit(at)).is_some_and(|before| before.is(Class::In));
                return (led && matches!(unit.what, What::Place(_))).then(|| vec![unit.passage]);
            }
            other => other,
        };
        let led = unit.preposition == Some(BEH) || before.is_some_and(|before| before.is(Class::In));
        if !led || unit.conjunction && unit.preposition.is_none() {
            return None;
        }
        match unit.what {
            What::Place(entry) if entry.kind == Kind::Place => Some(vec![unit.passage]),
            What::Word if unit.is(Class::Venue) => self.venue(at),
            _ => None,
        }
    }

    /// A venue with its owner, and the city it lies in: "the headquarters of the mission in Geneva".
    fn venue(&self, at: usize) -> Option<Vec<Passage>> {
        let (venue, next) = phrase::noun_phrase(self.line, at)?;
        let city = self.unit(next).and_then(|unit| {
            if unit.is(Class::In) {
                self.unit(next + 1).filter(|city| matches!(city.what, What::Place(_)) && city.preposition.is_none())
            } else {
                Some(unit).filter(|city| matches!(city.what, What::Place(_)) && city.preposition == Some(BEH))
            }
        });
        match city {
            Some(city) => {
                let span = crate::text::ByteSpan { start: venue.span.start, end: city.passage.span.end };
                Some(vec![Passage { span, ..venue }])
            }
            None => Some(vec![venue]),
        }
    }
}

const BEH: char = '\u{0628}';
const LAM: char = '\u{0644}';
const _: &[char] = COMMA;
