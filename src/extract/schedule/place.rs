//! Where a meeting takes place.

use super::{
    occurrence::Form,
    phrase,
    scope::Scope,
    unit::{Unit, What, is_journey},
};
use crate::{
    article::Passage,
    knowledge::Status,
    lexicon::events::{Class, EventType, Sense},
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
        .or_else(|| reader.moved_to())
        .or_else(|| reader.host())
        .or_else(|| reader.goal())
        .or_else(|| reader.before_noun())
        .or_else(|| reader.after_noun())
        .or_else(|| reader.of_enclosing())
        .or_else(|| reader.goal_of_clause())
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
        self.scope.occurrence.sort == EventType::Call
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

    /// "moves the summit from Tyre to Gabes": where it will be.
    fn moved_to(&self) -> Option<Vec<Passage>> {
        let from = self.scope.occurrence.last + 1;
        let [of, old, to, new] = self.scope.line.slice(from..from + 4) else { return None };
        let places = [old, new].iter().all(|unit| matches!(unit.what, What::Place(_)) && unit.preposition.is_none());
        let moved = self.scope.occurrence.sort != EventType::Visit && of.is(Class::From) && to.is(Class::Toward);
        (moved && places).then(|| vec![new.passage])
    }

    /// A place that hosts it: "Muscat hosts", "which Tabarka hosted".
    fn host(&self) -> Option<Vec<Passage>> {
        let verb = self.hosting_verb()?;
        let is_place = |at: &usize| {
            self.unit(*at).is_some_and(|unit| matches!(unit.what, What::Place(_)) && unit.preposition.is_none())
        };
        let after = (verb + 1..(verb + 4).min(self.scope.line.units.len())).find(is_place);
        let before = || (self.scope.line.clause_start(verb)..verb).rev().take(4).find(is_place);
        match after {
            Some(at) => Some(vec![self.unit(at)?.passage]),
            None => self.capital(verb + 1).or_else(|| Some(vec![self.unit(before()?)?.passage])),
        }
    }

    /// The governor, or a verb further on whose pronoun takes the meeting up: "on Lebanon, which Italy hosts".
    fn hosting_verb(&self) -> Option<usize> {
        let standing = self.scope.standing;
        if standing.form.is_some_and(|form| form.sense == Sense::Host) {
            return standing.governor;
        }
        let from = self.scope.occurrence.last + 1;
        (from..self.scope.end(from, AFTER)).find(|at| {
            let form = self.unit(*at).filter(|unit| unit.what == What::Word).and_then(|unit| unit.word.finite());
            form.is_some_and(|form| form.sense == Sense::Host && form.object)
        })
    }

    /// Where a visit goes.
    fn goal(&self) -> Option<Vec<Passage>> {
        let occurrence = self.scope.occurrence;
        if occurrence.sort != EventType::Visit {
            return None;
        }
        let from = occurrence.last + 1;
        let is_goal = |at: usize| {
            let unit = self.unit(at)?;
            let before = self.scope.before(at)?;
            // "in" is near: further on it speaks of something else.
            let led =
                unit.preposition == Some(LAM) || before.is(Class::Toward) || before.is(Class::In) && at <= from + 2;
            let object = occurrence.verb() == Some(Sense::Visit)
                && unit.preposition.is_none()
                && !unit.conjunction
                && !phrase::is_function(before);
            (matches!(unit.what, What::Place(_)) && (led || object || at == from)).then_some(unit.passage)
        };
        let end = self.scope.end(from, AFTER);
        let after = (from..end).find_map(is_goal);
        after.or_else(|| self.goal_without_name(from, end)).map(|place| vec![place])
    }

    /// "a visit to the universities of the Gulf"
    fn goal_without_name(&self, from: usize, end: usize) -> Option<Passage> {
        let goal = if self.unit(from)?.is(Class::Toward) { from + 1 } else { from };
        let unit = self.unit(goal).filter(|unit| unit.what == What::Word && goal < end)?;
        let led = goal > from || unit.preposition == Some(LAM);
        (led && unit.word.definite && !unit.is(Class::Body))
            .then(|| phrase::noun_phrase(self.scope.line, goal))?
            .map(|(words, _)| words)
    }

    /// "heads for Athens on a visit", "arrives in Rome to meet": where the one goes who sets out, for a visit or to meet.
    fn goal_of_clause(&self) -> Option<Vec<Passage>> {
        let occurrence = self.scope.occurrence;
        let line = self.scope.line;
        let start = line.clause_start(occurrence.at);
        let clause = line.slice(start..occurrence.at);
        let goes = clause.iter().any(is_journey);
        // "who is in Rome to attend", "left for Baghdad to hold"
        let verb = self.scope.standing.governor.and_then(|verb| self.unit(verb));
        let purpose = verb.filter(|unit| unit.preposition == Some(LAM) && unit.word.finite().is_none());
        let attends = purpose.is_some_and(|unit| unit.word.has_sense(Sense::Attend));
        let sets_out = goes || attends;
        let visit = occurrence.sort == EventType::Visit;
        let errand = self.scope.errand();
        if !(visit || attends || errand.is_some() || goes && (self.scope.standing.adverbial || purpose.is_some())) {
            return None;
        }
        (start..occurrence.at).rev().find_map(|at| {
            let unit = self.unit(at)?;
            let before = self.scope.before(at)?;
            let led = unit.preposition == Some(LAM)
                || before.is(Class::Toward)
                || sets_out && (unit.preposition == Some(BEH) || before.is(Class::In))
                || errand.is_some_and(|verb| before.word.has_sense(Sense::Visit) && at == verb + 1);
            (matches!(unit.what, What::Place(_)) && led).then(|| vec![unit.passage])
        })
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
            let adverbial = self.scope.standing.adverbial;
            let bars = |unit: &Unit<'_>| unit.is(Class::Speech) && !adverbial || unit.is(Class::That);
            if self.scope.is_other(left) || self.unit(left).is_some_and(bars) {
                return None;
            }
            if let Some(place) = self.place_at(left) {
                found = Some((left, place));
            }
        }
        // The place opens the clause, or stands in the phrase before the verb.
        let own_verb = self.scope.standing.governor == Some(at);
        found.filter(|(place, _)| own_verb || self.opens_clause(clause, *place)).map(|(_, place)| place)
    }

    /// Whether a place belongs to the circumstance that opens a clause: nobody acts before it.
    fn opens_clause(&self, clause: usize, place: usize) -> bool {
        let near = place.saturating_sub(clause) <= 3;
        let acts = |unit: &Unit<'_>| {
            unit.actor().is_some() || unit.word.finite().is_some() || unit.is(Class::Speech) || unit.is(Class::Body)
        };
        place.saturating_sub(clause) <= 1 || near && !self.scope.line.slice(clause..place).iter().any(acts)
    }

    /// "a visit to France, during which he held talks": the place of the meeting around it.
    fn of_enclosing(&self) -> Option<Vec<Passage>> {
        let at = self.scope.occurrence.at;
        let verb = self.scope.standing.governor.map_or(at, |verb| verb.min(at));
        self.scope.line.slice(verb..verb + 3).iter().any(|unit| unit.is(Class::During)).then_some(())?;
        let around = self.scope.all.iter().rfind(|other| other.at < verb)?;
        let start = self.scope.line.clause_start(around.at);
        (start..verb).rev().find_map(|at| {
            let unit = self.unit(at).filter(|unit| matches!(unit.what, What::Place(_)))?;
            let before = self.scope.before(at)?;
            let led = unit.preposition.is_some() || before.is(Class::Toward) || before.is(Class::In);
            led.then(|| vec![unit.passage])
        })
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
            let led = unit.preposition.is_some()
                || self.scope.before(at).is_some_and(|before| {
                    before.is(Class::Toward) || before.is(Class::In) || opens && before.is(Class::From)
                });
            (matches!(unit.what, What::Place(_)) && led).then(|| vec![unit.passage])
        })
    }

    fn is_held(&self) -> bool {
        self.scope.standing.governor.is_some()
    }

    fn located(&self, from: usize, to: usize) -> Option<Vec<Passage>> {
        (from..to).filter(|at| !self.is_of_topic(*at, from)).find_map(|at| self.place_at(at))
    }

    /// Whether a place only says where what the meeting is about is: "on the situation in Syria".
    fn is_of_topic(&self, at: usize, from: usize) -> bool {
        let Some(unit) = self.unit(at).filter(|unit| matches!(unit.what, What::Place(_))) else { return false };
        let noun = if unit.preposition.is_some() { at.checked_sub(1) } else { at.checked_sub(2) };
        let Some(noun) = noun.filter(|noun| *noun >= from) else { return false };
        self.unit(noun).is_some_and(|noun| noun.is(Class::Matter))
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
        // "concerning the ministry", "that brought it together with the ministry"
        let taken = |before: &Unit<'_>| before.is(Class::About) || before.word.has_sense(Sense::Gather);
        let beh = unit.preposition == Some(BEH) && !before.is_some_and(taken);
        let led = beh || before.is_some_and(|before| before.is(Class::In)) && unit.preposition.is_none();
        if !led {
            return None;
        }
        match unit.what {
            What::Place(_) => Some(vec![unit.passage]),
            What::Word if unit.is(Class::Venue) => self.venue(at),
            What::Word if unit.is(Class::City) => self.capital(at),
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

    /// "the Chigi palace", by a name that no list has.
    fn named_venue(&self, at: usize) -> Option<(Passage, usize)> {
        let name = self.unit(at + 1)?;
        let plain = name.what == What::Word && name.word.is_unknown() && !name.word.definite;
        let head = !self.unit(at)?.word.possessive;
        (head && plain && !name.conjunction && name.preposition.is_none())
            .then(|| phrase::without_proclitics(self.scope.line, at, at + 1))?
            .map(|venue| (venue, at + 2))
    }

    /// "the French capital": a place by its state, where no name follows.
    fn capital(&self, at: usize) -> Option<Vec<Passage>> {
        let (city, adjective) = (self.unit(at)?, self.unit(at + 1)?);
        let nation = adjective.what == What::Word && self.scope.line.nationality(adjective.tokens.start).is_some();
        let capital = city.is(Class::City) && city.word.definite && !city.conjunction;
        (capital && nation && adjective.word.definite)
            .then(|| phrase::without_proclitics(self.scope.line, at, at + 1))?
            .map(|place| vec![place])
    }

    /// A venue with its owner, and the city it lies in: "the headquarters of the mission in Geneva".
    fn venue(&self, at: usize) -> Option<Vec<Passage>> {
        let (venue, next) = phrase::noun_phrase(self.scope.line, at)?;
        let (venue, next) = if next == at + 1 { self.named_venue(at).unwrap_or((venue, next)) } else { (venue, next) };
        let place = |at: usize| self.unit(at).filter(|unit| matches!(unit.what, What::Place(_)));
        let city = match self.unit(next) {
            Some(unit) if unit.is(Class::In) => place(next + 1).filter(|city| city.preposition.is_none()),
            _ => place(next).filter(|city| city.preposition == Some(BEH)),
        };
        // "the house of the lawyer", "the King Hussein centre"
        let asks = next == at + 1 && self.unit(at).is_some_and(|unit| !unit.word.definite);
        let owner = self.unit(next).filter(|unit| matches!(unit.what, What::Person(_)) && asks);
        let end = city.or(owner).map_or(venue.span.end, |last| last.passage.span.end);
        Some(vec![Passage { span: ByteSpan { end, ..venue.span }, ..venue }])
    }
}
