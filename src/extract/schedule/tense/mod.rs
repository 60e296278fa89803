//! Where a meeting stands: read from the verb that governs its noun, the clause that follows it, and the constructions
//! that announce, put off, deny and suppose.

mod after;
mod denial;
mod governor;
mod modal;
mod verb;

use super::{
    occurrence::Occurrence,
    unit::{Line, Unit, What},
};
use crate::{
    knowledge::Status,
    lexicon::events::{Class, Sense, Tense, VerbForm},
};

/// How many units to the left a governor is looked for: the place and the subject may stand between.
const GOVERNOR: usize = 12;
/// How many units left of a governor its modal is looked for.
const MODAL: usize = 14;
/// How many units to the right a relative clause or a predicate is looked for.
const RIGHT: usize = 16;

/// How firmly a status is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Firmness {
    /// By the look of the sentence.
    Guessed,
    /// By an adjective, a preposition or a present tense.
    Suggested,
    /// By a verb or an announcing word.
    Said,
}

/// What was read of where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    /// The status, and how firmly it is read.
    pub status: Option<(Status, Firmness)>,
    /// It did not take place and is not announced, or is only supposed.
    pub denied: bool,
    /// It was once planned.
    pub was_planned: bool,
    /// No date is set.
    pub undated: bool,
    /// The unit of the verb that governs it, left or right.
    pub governor: Option<usize>,
    /// What that verb does.
    pub form: Option<VerbForm>,
    /// The verb left of the noun, where a relative clause right of it says more of when it is.
    pub left: Option<(usize, VerbForm)>,
    /// It is a circumstance of something else: "during the meeting".
    pub adverbial: bool,
}

/// Reads where the meeting of an occurrence stands.
pub(super) fn standing(line: &Line<'_>, occurrence: &Occurrence) -> Standing {
    let reader = Reader { line, occurrence };
    let mut standing = Standing {
        status: None,
        denied: reader.is_denied(),
        was_planned: false,
        undated: reader.is_undated(),
        governor: None,
        form: None,
        left: None,
        adverbial: reader.is_circumstance(),
    };
    match occurrence.verb() {
        Some(_) => reader.by_own_tense(&mut standing),
        None => reader.by_surroundings(&mut standing),
    }
    // What has no date yet is to come.
    if standing.undated && standing.status.is_none_or(|(_, firmness)| firmness == Firmness::Guessed) {
        standing.status = Some((Status::Scheduled, Firmness::Suggested));
    }
    let off = matches!(standing.status, Some((Status::Cancelled | Status::Postponed, _)));
    if standing.was_planned && !off {
        standing.status = Some((reader.fate(), Firmness::Said));
    }
    standing
}

struct Reader<'l, 'a> {
    line: &'l Line<'a>,
    occurrence: &'l Occurrence,
}

/// What stands left of a verb and changes it.
#[derive(Debug, Clone, Copy, Default)]
struct Modal {
    status: Option<Status>,
    was: bool,
    negated: bool,
    gone: bool,
}

impl<'a> Reader<'_, 'a> {
    fn unit(&self, at: usize) -> Option<&Unit<'a>> {
        self.line.get(at)
    }

    /// A verb that is the meeting itself.
    fn by_own_tense(&self, standing: &mut Standing) {
        let at = self.occurrence.at;
        let Some(form) = self.unit(at).and_then(|unit| unit.word.finite()) else { return };
        standing.governor = Some(at);
        standing.form = Some(form);
        self.by_verb(at, form, standing);
    }

    fn by_surroundings(&self, standing: &mut Standing) {
        let governor = self.governor();
        if let Some((at, form)) = governor {
            standing.governor = Some(at);
            standing.form = Some(form);
        }
        standing.left = governor;
        // A meeting put off or called off is so, whatever the relative clause says of the plan.
        if let Some((at, form)) = governor
            && matches!(form.sense, Sense::Cancel | Sense::Postpone)
        {
            self.by_verb(at, form, standing);
            let mut plan = *standing;
            self.by_modifier(&mut plan);
            standing.was_planned |= plan.was_planned;
            return;
        }
        // A verb that holds the meeting says it all; what is relative after it may belong to someone else.
        match governor {
            Some((at, form)) if holds(form) => self.by_verb(at, form, standing),
            _ => self.by_modifier(standing),
        }
        // "takes part in the conference that they hold": the relative clause is of no time of its own.
        let guessed = standing.status.take_if(|(_, firmness)| *firmness == Firmness::Guessed);
        if standing.status.is_some() || standing.was_planned {
            return;
        }
        match governor {
            Some((at, form)) => self.by_verb(at, form, standing),
            None if self.leads_clause() => self.by_predicate(standing),
            None => {}
        }
        // "the summit, which the capital hosts in December, will be the first"
        standing.status = standing.status.or(guessed.filter(|_| !self.is_ahead()));
        if standing.status.is_none() {
            self.by_condition(standing);
        }
        if standing.status.is_none() {
            self.by_adjective(standing);
        }
        if standing.status.is_none() {
            self.by_preposition(standing);
        }
        if standing.status.is_none() && self.is_ahead() {
            standing.status = Some((Status::Scheduled, Firmness::Guessed));
        }
    }

    /// "the previous meeting", "the coming session".
    fn by_adjective(&self, standing: &mut Standing) {
        if self.occurrence.later {
            standing.status = Some((Status::Scheduled, Firmness::Suggested));
        } else if self.occurrence.earlier {
            standing.status = Some((Status::Held, Firmness::Suggested));
        }
    }

    /// "will hand the report to the summit": the clause speaks of what is to come.
    fn is_ahead(&self) -> bool {
        let at = self.occurrence.at;
        let clause = self.line.slice(self.line.clause_start(at)..at);
        clause.iter().any(|unit| {
            unit.what == What::Word && (unit.is(Class::Future) || unit.word.future && !unit.is(Class::Noun))
        })
    }

    /// "two days before the session", in Arabic "before two days of"; "before entering into talks".
    fn is_some_time_before(&self, at: usize) -> bool {
        let Some(led) = at.checked_sub(1) else { return false };
        let units = self.line.slice(led.saturating_sub(EARLIER + 1)..led);
        let of = self.unit(led).is_some_and(|unit| unit.is(Class::From));
        let into = self.unit(led).is_some_and(|unit| unit.is(Class::In))
            && units.last().is_some_and(|act| act.what == What::Word && act.word.definite);
        let before = units.iter().rposition(|unit| unit.is(Class::Before));
        before.is_some_and(|before| of || into && before + 2 == units.len())
    }

    /// A noun after a preposition is a circumstance of the clause, in its time.
    fn by_preposition(&self, standing: &mut Standing) {
        let at = self.occurrence.at;
        let Some(unit) = self.unit(at) else { return };
        let before =
            at.checked_sub(1).and_then(|before| self.unit(before)).filter(|before| before.clause == unit.clause);
        let before = match before {
            Some(this) if this.is(Class::This) => at.checked_sub(2).and_then(|before| self.unit(before)),
            other => other,
        };
        // "two days before the holding of the session"
        let holding = before.is_some_and(|before| before.word.has_sense(Sense::Occur));
        let earlier = self.is_some_time_before(at) || holding && self.is_some_time_before(at - 1);
        if before.is_some_and(|before| before.is(Class::Before)) || earlier {
            // What was said before a meeting does not tell whether it was held since.
            let past = self.line.slice(self.line.clause_start(at)..at).iter().any(|unit| {
                unit.is(Class::Speech)
                    || unit.what == What::Word && unit.word.finite().is_some_and(|form| form.tense == Tense::Past)
            });
            let firmness = if past { Firmness::Guessed } else { Firmness::Suggested };
            standing.status = Some((Status::Scheduled, firmness));
            standing.adverbial = true;
            return;
        }
        if !self.is_circumstance() {
            return;
        }
        standing.adverbial = true;
        let start = self.line.clause_start(at);
        let clause = self.line.slice(start..at);
        // "agreed on the meeting"
        let agreed = |unit: &Unit<'_>| unit.word.finite().is_some_and(|form| form.sense == Sense::Plan);
        if before.is_some_and(|before| before.is(Class::Onto)) && clause.iter().any(agreed) {
            standing.status = Some((Status::Planned, Firmness::Suggested));
            return;
        }
        // What someone is asked about is of no time.
        if before.is_some_and(|before| {
            before.is(Class::Topic) || before.is(Class::From) || before.is(Class::Onto) || before.is(Class::Frame)
        }) {
            return;
        }
        standing.denied |= clause.iter().enumerate().any(|(index, unit)| {
            unit.what == What::Word
                && unit.word.finite().is_some_and(|form| form.sense.governs() || form.sense.is_meeting())
                && self.negated_at(start + index)
        });
        let purpose = unit.preposition == Some(LAM);
        let words = clause.iter().enumerate().rev().filter(|(_, unit)| unit.what == What::Word);
        let main = words.into_iter().find_map(|(index, unit)| {
            if unit.word.future && !unit.is(Class::Noun) || unit.is(Class::Future) {
                Some(Status::Scheduled)
            } else if unit.is(Class::Expected) && !unit.word.definite
                || unit.is(Class::Perhaps) && clause.get(index + 1).is_some_and(looks_present)
            {
                Some(Status::Expected)
            } else if unit
                .word
                .finite()
                .is_some_and(|form| form.sense.is_journey() && (form.tense == Tense::Present || purpose))
            {
                Some(Status::Scheduled)
            } else if unit.is(Class::Speech) || unit.word.finite().is_some_and(|form| form.tense == Tense::Past) {
                Some(Status::Held)
            } else {
                None
            }
        });
        let status = main.map_or((Status::Held, Firmness::Guessed), |status| (status, Firmness::Suggested));
        standing.status = Some(status);
    }
}

/// How many units say by how much it is earlier: "two days", "less than a week".
const EARLIER: usize = 3;

/// Whether a finite verb holds the meeting, by itself.
fn holds(form: VerbForm) -> bool {
    form.tense != Tense::Noun
        && matches!(
            form.sense,
            Sense::Hold | Sense::Occur | Sense::Begin | Sense::End | Sense::Host | Sense::Make | Sense::Get
        )
}

/// Whether a word that no list has looks like the prefix conjugation.
fn looks_present(unit: &Unit<'_>) -> bool {
    unit.what == What::Word && unit.word.present
}

/// Prepositions and the parties end the noun phrase, and with it what its adjectives can say.
fn leads_away(unit: &Unit<'_>) -> bool {
    [Class::Adverbial, Class::With, Class::Between, Class::Toward, Class::From, Class::Joined]
        .iter()
        .any(|class| unit.is(*class))
}

const LAM: char = '\u{0644}';
const BEH: char = '\u{0628}';

/// The status that an announcing word gives.
fn announced(unit: &Unit<'_>) -> Option<Status> {
    if unit.what != What::Word {
        return None;
    }
    let classes = unit.word.classes;
    if classes.has(Class::Scheduled) || classes.has(Class::Future) {
        Some(Status::Scheduled)
    } else if classes.has(Class::Expected) {
        Some(Status::Expected)
    } else if classes.has(Class::Planned) {
        Some(Status::Planned)
    } else if classes.has(Class::Proposed) {
        Some(Status::Proposed)
    } else {
        None
    }
}
