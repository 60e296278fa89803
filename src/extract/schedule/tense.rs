//! Where a meeting stands: read from the verb that governs its noun, the clause that follows it, and the constructions
//! that announce, put off, deny and suppose.

use super::{
    occurrence::{Form, Occurrence},
    unit::{Line, Unit, What},
};
use crate::{
    knowledge::Status,
    lexicon::events::{Class, Sense, Sort, Tense, VerbForm},
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
        adverbial: reader.is_circumstance(),
    };
    match occurrence.verb() {
        Some(_) => reader.by_own_tense(&mut standing),
        None => reader.by_surroundings(&mut standing),
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
        if standing.status.is_some() || standing.was_planned {
            return;
        }
        match governor {
            Some((at, form)) => self.by_verb(at, form, standing),
            None if self.leads_clause() => self.by_predicate(standing),
            None => {}
        }
        if standing.status.is_none() {
            self.by_adjective(standing);
        }
        if standing.status.is_none() {
            self.by_preposition(standing);
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

    /// The nearest verb or verbal noun to the left, in the same clause, that can govern a meeting.
    fn governor(&self) -> Option<(usize, VerbForm)> {
        let at = self.occurrence.at;
        let start = self.line.clause_start(at).max(at.saturating_sub(GOVERNOR));
        let circumstance = self.is_circumstance();
        for left in (start..at).rev() {
            let unit = self.unit(left)?;
            if unit.what != What::Word {
                continue;
            }
            if let Some(form) = unit.word.verb
                && form.sense != Sense::Gather
                && (form.sense.governs() || matches!(form.sense, Sense::Hope | Sense::Plan))
                && unit.word.nouns.is_empty()
                && !(form.tense == Tense::Noun && self.is_of_another(left))
                && (form.sense != Sense::Carry || self.unit(at)?.preposition == Some(BEH))
            {
                let form = self.as_used(left, form);
                let takes_preposition =
                    matches!(form.sense, Sense::Attend | Sense::Make | Sense::Carry | Sense::Chair | Sense::Sit)
                        || matches!(form.sense, Sense::Ask | Sense::Hope | Sense::Plan)
                            && left + 3 >= at
                            && self.unit(at - 1).is_some_and(|unit| unit.is(Class::Onto) || unit.is(Class::Toward))
                        || form.tense == Tense::Noun && left + 2 >= at;
                return (!circumstance || takes_preposition).then_some((left, form));
            }
            if (unit.is(Class::Ongoing) || unit.is(Class::Sitting)) && !unit.word.definite && !circumstance {
                let form = VerbForm { sense: Sense::Occur, tense: Tense::Present, object: false };
                return Some((left, form));
            }
            if unit.is(Class::Relative) {
                return None;
            }
        }
        None
    }

    /// "holding" is spelled like "held": after an ordinary word it is the noun, unless what follows is marked as its object.
    fn as_used(&self, verb: usize, form: VerbForm) -> VerbForm {
        let starts_clause = |unit: &Unit<'_>| {
            [Class::That, Class::Relative, Class::Was, Class::Perhaps, Class::Break, Class::Negation, Class::Since]
                .iter()
                .any(|class| unit.is(*class))
        };
        let clause = self.line.clause(verb);
        let before = verb.checked_sub(1).and_then(|before| self.unit(before)).filter(|before| before.clause == clause);
        let after_word = before.is_some_and(|before| before.what == What::Word && !starts_clause(before));
        let twin = form.tense == Tense::Past && self.unit(verb).is_some_and(|unit| unit.word.is_verbal_noun);
        if twin && after_word && !self.is_object() { VerbForm { tense: Tense::Noun, ..form } } else { form }
    }

    /// Whether the noun shows the mark of an object: alef at its end.
    fn is_object(&self) -> bool {
        self.unit(self.occurrence.at)
            .is_some_and(|unit| self.line.words(unit.passage).trim_end_matches('\u{064B}').ends_with('\u{0627}'))
    }

    /// Whether a verbal noun governs another noun of meeting: "at the end of the session a meeting".
    fn is_of_another(&self, verbal: usize) -> bool {
        (verbal + 1..self.occurrence.at)
            .any(|at| self.unit(at).is_some_and(|unit| !unit.word.nouns.is_empty() && unit.what == What::Word))
    }

    /// Whether a preposition of time or place makes the noun a circumstance: "during the meeting".
    fn is_circumstance(&self) -> bool {
        let at = self.occurrence.at;
        let Some(unit) = self.unit(at) else { return false };
        let before =
            at.checked_sub(1).and_then(|before| self.unit(before)).filter(|before| before.clause == unit.clause);
        // "in this meeting", "on his fourth visit"
        let before = match before {
            Some(this) if this.is(Class::This) || this.is(Class::Ordinal) && !this.word.definite => {
                at.checked_sub(2).and_then(|before| self.unit(before))
            }
            other => other,
        };
        let about = before.is_some_and(|before| before.is(Class::About));
        let purpose = unit.preposition == Some(LAM) && self.sets_out();
        purpose
            || unit.preposition.is_some_and(|letter| letter != LAM) && !about
            || before.is_some_and(|before| before.is(Class::Adverbial) && !before.is(Class::Toward))
    }

    /// Whether the clause tells of someone who sets out: "heads for Paris to meet".
    fn sets_out(&self) -> bool {
        let at = self.occurrence.at;
        let clause = self.line.slice(self.line.clause_start(at)..at);
        clause.iter().any(|unit| unit.what == What::Word && unit.word.has_sense(Sense::Go))
    }

    fn by_verb(&self, at: usize, form: VerbForm, standing: &mut Standing) {
        let modal = self.modal(at);
        standing.denied |= modal.negated && !modal.gone;
        standing.was_planned |= modal.was && modal.status.is_some();
        let status = match form.sense {
            Sense::Cancel => Some((Status::Cancelled, Firmness::Said)),
            Sense::Postpone => Some((Status::Postponed, Firmness::Said)),
            _ if modal.status.is_some() => modal.status.map(|status| (status, Firmness::Said)),
            Sense::Ask => Some((Status::Proposed, Firmness::Said)),
            Sense::Hope => Some((Status::Expected, Firmness::Said)),
            Sense::Plan => Some((Status::Planned, Firmness::Suggested)),
            _ => match form.tense {
                Tense::Past if form.sense == Sense::Begin && self.is_today(at) => {
                    Some((Status::Ongoing, Firmness::Said))
                }
                Tense::Past => Some((Status::Held, Firmness::Said)),
                Tense::Future => Some((self.unless_conditional(Status::Scheduled), Firmness::Said)),
                Tense::Present if self.goes_on(at) || self.unit(at).is_some_and(|unit| unit.is(Class::Ongoing)) => {
                    Some((Status::Ongoing, Firmness::Said))
                }
                // "is holding talks", unless the sentence tells of what is to come.
                Tense::Present if self.is_conducting(at, form) => Some((Status::Ongoing, Firmness::Suggested)),
                // "the talks which take place in"
                Tense::Present if at > self.occurrence.last && self.is_relative(at) => {
                    Some((Status::Ongoing, Firmness::Suggested))
                }
                Tense::Present => Some((self.unless_conditional(Status::Scheduled), Firmness::Suggested)),
                Tense::Noun => self.of_verbal_noun(at, form),
            },
        };
        standing.status = standing.status.or(status);
    }

    fn is_conducting(&self, verb: usize, form: VerbForm) -> bool {
        let talks = matches!(self.occurrence.sort, Sort::Talks | Sort::Consultations | Sort::Dialogue);
        let ahead = self.line.slice(0..verb).iter().any(|unit| {
            announced(unit).is_some()
                || unit.what == What::Word
                    && (unit.word.future && !unit.is(Class::Noun) || unit.word.has_sense(Sense::Go))
        });
        talks && form.sense == Sense::Hold && !ahead
    }

    fn is_relative(&self, verb: usize) -> bool {
        (self.occurrence.last + 1..verb).any(|at| self.unit(at).is_some_and(|unit| unit.is(Class::Relative)))
    }

    /// A verbal noun takes its time from what stands left of it.
    fn of_verbal_noun(&self, at: usize, form: VerbForm) -> Option<(Status, Firmness)> {
        let unit = self.unit(at)?;
        let before = at.checked_sub(1).and_then(|before| self.unit(before));
        match form.sense {
            Sense::End => return Some((Status::Held, Firmness::Suggested)),
            Sense::Begin if self.line.heading && at <= 1 => return Some((Status::Ongoing, Firmness::Suggested)),
            _ => {}
        }
        let toward = before.is_some_and(|before| before.is(Class::Toward) || before.is(Class::Onto));
        if unit.preposition == Some(LAM) || toward {
            return Some((Status::Planned, Firmness::Suggested));
        }
        if before.is_some_and(|before| before.is(Class::Before)) {
            return Some((Status::Scheduled, Firmness::Suggested));
        }
        if before.is_some_and(|before| before.is(Class::After)) {
            return Some((Status::Held, Firmness::Suggested));
        }
        // Someone speaks of holding one: it is not held yet.
        (form.sense == Sense::Hold && self.occurrence.form == Form::Indefinite)
            .then_some((Status::Proposed, Firmness::Suggested))
    }

    /// What stands left of a verb: announcing words, a negation, "was", another verb that it hangs on.
    fn modal(&self, verb: usize) -> Modal {
        let mut modal = Modal::default();
        let mut distance = 0usize;
        let own_clause = if verb > self.occurrence.last { self.occurrence.last + 1 } else { 0 };
        for left in (self.line.clause_start(verb).max(own_clause)..verb).rev() {
            let Some(unit) = self.unit(left) else { break };
            distance += 1;
            if distance > MODAL {
                break;
            }
            if unit.what != What::Word {
                continue;
            }
            let word = unit.word;
            if unit.is(Class::Relative) || unit.is(Class::Break) && distance > 1 {
                break;
            }
            if distance == 1 && word.is(Class::Negation) {
                modal.negated = true;
            }
            if distance == 1 && word.is(Class::Perhaps) && self.is_present(verb) {
                modal.status = Some(Status::Expected);
            }
            if let Some(status) = announced(unit) {
                modal.status.get_or_insert(status);
            }
            if word.is(Class::Was) {
                modal.was = true;
                break;
            }
            match word.verb.map(|form| (form.sense, form.tense)) {
                Some((_, Tense::Noun)) if !self.leads_to(left) => {}
                Some((Sense::Cancel, _)) => modal.status = Some(Status::Cancelled),
                Some((Sense::Postpone, _)) => modal.status = Some(Status::Postponed),
                Some((Sense::Ask, _)) => modal.status = modal.status.or(Some(Status::Proposed)),
                Some((Sense::Hope, _)) => modal.status = modal.status.or(Some(Status::Expected)),
                Some((Sense::Plan, _)) => modal.status = modal.status.or(Some(Status::Planned)),
                Some((_, Tense::Future)) => modal.status = modal.status.or(Some(Status::Scheduled)),
                Some((Sense::Occur, Tense::Past)) if distance <= 2 => {
                    modal.status = modal.status.or(Some(Status::Held));
                }
                _ => {}
            }
            if matches!(modal.status, Some(Status::Proposed)) && self.negated_at(left) {
                modal.negated = true;
            }
            let hangs_on = modal.status.is_some() || word.verb.is_some_and(|form| matches!(form.sense, Sense::Occur));
            if (word.finite().is_some() || unit.is(Class::Speech)) && !hangs_on {
                break;
            }
        }
        modal
    }

    /// Whether a verbal noun is joined to what follows it: "the agreement on holding", "asking to hold", "cancelling the
    /// holding".
    fn leads_to(&self, verbal: usize) -> bool {
        let next = |ahead: usize| self.unit(verbal + ahead);
        next(1).is_some_and(|unit| {
            unit.is(Class::Onto)
                || unit.is(Class::Toward)
                || unit.is(Class::That)
                || unit.is(Class::In)
                || unit.preposition == Some(LAM)
                || unit.word.verb.is_some()
        }) || next(2).is_some_and(|unit| unit.preposition == Some(LAM) && unit.word.verb.is_some())
    }

    fn is_present(&self, verb: usize) -> bool {
        self.unit(verb).and_then(|unit| unit.word.finite()).is_some_and(|form| form.tense == Tense::Present)
    }

    fn negated_at(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| self.unit(before)).is_some_and(|before| before.is(Class::Negation))
    }

    /// Adjectives, participles and the relative clause right of the noun.
    fn by_modifier(&self, standing: &mut Standing) {
        let last = self.occurrence.last;
        let mut relative = false;
        let mut phrase_over = false;
        for (ahead, right) in (last + 1..last + 1 + RIGHT).enumerate() {
            let Some(unit) = self.unit(right) else { break };
            if unit.what != What::Word {
                continue;
            }
            let word = unit.word;
            if unit.is(Class::Relative) {
                if !self.occurrence.agrees_with(self.line.words(unit.passage)) {
                    break;
                }
                relative = true;
                continue;
            }
            if !word.nouns.is_empty() && ahead > 0 || unit.is(Class::Break) {
                break;
            }
            let adjacent = ahead <= 1;
            phrase_over |= !relative && leads_away(unit);
            if word.is(Class::Was) && (relative || adjacent) {
                standing.was_planned = self.announced_within(right + 1, 3).is_some() || self.was_to_come(right);
                if standing.was_planned {
                    return;
                }
                continue;
            }
            if (word.definite || adjacent)
                && !word.conjunction
                && let Some(status) = announced(unit).filter(|_| !word.is(Class::Proposed) || word.definite)
                && (relative || adjacent || word.definite)
                && (relative || !phrase_over)
            {
                standing.status = Some((status, Firmness::Said));
                return;
            }
            if word.is(Class::Sitting) {
                standing.status = Some((Status::Held, Firmness::Suggested));
                return;
            }
            let Some(form) = word.finite() else { continue };
            // A verb that takes the noun up: after the relative pronoun, or by its object pronoun.
            let thereby = (1..4).any(|next| self.unit(right + next).is_some_and(|unit| unit.is(Class::Thereby)));
            let takes_up = relative || (form.object || thereby) && adjacent;
            if takes_up && (form.sense.governs() || form.sense == Sense::Sit) {
                standing.governor = Some(right);
                standing.form = Some(form);
                self.by_verb(right, form, standing);
                return;
            }
            if !relative && ahead > 0 {
                break;
            }
        }
    }

    /// "she was going to make": a verb of the future after "was".
    fn was_to_come(&self, was: usize) -> bool {
        let units = self.line.slice(was + 1..was + 6);
        let near = units.iter().take_while(|unit| !unit.is_mark(super::unit::COMMA));
        near.filter(|unit| unit.what == What::Word).any(|unit| unit.word.future && !unit.is(Class::Noun))
    }

    fn announced_within(&self, from: usize, units: usize) -> Option<Status> {
        self.line.slice(from..from + units).iter().find_map(announced)
    }

    /// A noun that begins its clause: the verb comes after it.
    fn by_predicate(&self, standing: &mut Standing) {
        let last = self.occurrence.last;
        let mut relative = false;
        for right in last + 1..last + 1 + RIGHT {
            let Some(unit) = self.unit(right) else { break };
            if unit.is_mark(super::unit::COMMA) {
                relative = false;
            }
            if unit.what != What::Word {
                continue;
            }
            let word = unit.word;
            if unit.is(Class::Relative) {
                relative = true;
            }
            if !word.nouns.is_empty() && word.verb.is_none() || unit.is(Class::Break) || unit.is(Class::That) {
                break;
            }
            if relative || word.definite {
                continue;
            }
            if unit.is(Class::Ongoing) {
                standing.status = Some((Status::Ongoing, Firmness::Said));
                standing.governor = Some(right);
                return;
            }
            if let Some(form) = word.finite() {
                if form.sense == Sense::Set && form.tense == Tense::Past && !self.negated_at(right) {
                    standing.status = Some((Status::Scheduled, Firmness::Said));
                    standing.governor = Some(right);
                    return;
                }
                if form.sense.governs() && form.sense != Sense::Ask && !self.negated_at(right) {
                    standing.governor = Some(right);
                    standing.form = Some(form);
                    self.by_verb(right, form, standing);
                    return;
                }
                if form.sense.governs() && self.negated_at(right) && !self.line.heading {
                    standing.denied |= form.sense != Sense::Set;
                }
                continue;
            }
            if word.future && !word.is(Class::Noun) && self.leads_clause() {
                standing.status = Some((self.unless_conditional(Status::Scheduled), Firmness::Suggested));
                return;
            }
        }
    }

    /// Whether nothing but a conjunction or "that" stands before the noun in its clause.
    fn leads_clause(&self) -> bool {
        let Some(before) = self.occurrence.at.checked_sub(1) else { return true };
        let Some(unit) = self.unit(before) else { return true };
        unit.is(Class::That)
            || unit.is(Class::Break)
            || unit.is(Class::Was)
            || matches!(unit.what, What::Mark(_))
            || unit.clause != self.line.clause(self.occurrence.at)
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
        if before.is_some_and(|before| before.is(Class::Before)) {
            standing.status = Some((Status::Scheduled, Firmness::Suggested));
            standing.adverbial = true;
            return;
        }
        if !self.is_circumstance() {
            return;
        }
        standing.adverbial = true;
        let start = self.line.clause_start(at);
        let clause = self.line.slice(start..at);
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
                .is_some_and(|form| form.sense == Sense::Go && (form.tense == Tense::Present || purpose))
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

    /// A denial left of the meeting in its sentence, "any", a supposition.
    fn is_denied(&self) -> bool {
        let at = self.occurrence.at;
        let before = at.checked_sub(1).and_then(|before| self.unit(before));
        if before.is_some_and(|before| before.is(Class::Any)) {
            return true;
        }
        let here = self.line.slice(self.line.clause_start(at)..at);
        // "there is no intention of calling a meeting"
        let none = here
            .windows(2)
            .any(|pair| matches!(pair, [no, thing] if no.is(Class::Negation) && thing.is(Class::Exists)));
        if none {
            return true;
        }
        let mut clause = self.line.clause(at);
        for left in (0..at).rev() {
            let Some(unit) = self.unit(left) else { break };
            if unit.is(Class::Break) && unit.clause < clause && !unit.is(Class::Relative) {
                break;
            }
            clause = unit.clause;
            if unit.is(Class::Denial) || (unit.is(Class::Supposition) && self.line.clause(left) == self.line.clause(at))
            {
                return true;
            }
        }
        // "which he denied", of the whole sentence before it.
        self.line.slice(at + 1..self.line.units.len()).windows(2).any(|pair| {
            matches!(pair, [what, denial] if denial.is(Class::Denial) && (what.is(Class::Relative) || what.is(Class::What)))
        })
    }

    /// "no date was set for it", in the rest of the sentence.
    fn is_undated(&self) -> bool {
        let after = self.line.slice(self.occurrence.last + 1..self.line.units.len());
        after.windows(2).enumerate().any(|(index, pair)| {
            let [negation, verb] = pair else { return false };
            negation.is(Class::Negation)
                && verb.word.has_sense(Sense::Set)
                && after
                    .get(index.saturating_sub(3)..(index + 5).min(after.len()))
                    .is_some_and(|near| near.iter().any(|unit| unit.is(Class::Appointment)))
        })
    }

    /// What became of a plan that the text speaks of in the past.
    fn fate(&self) -> Status {
        let others = self.line.units.iter().enumerate().filter(|(index, _)| *index != self.occurrence.at);
        let mut fate = Status::Postponed;
        for (index, unit) in others {
            match unit.word.verb.map(|form| form.sense) {
                Some(Sense::Cancel) if unit.what == What::Word => return Status::Cancelled,
                Some(Sense::Postpone) if unit.what == What::Word => return Status::Postponed,
                Some(sense) if sense.governs() && self.negated_at(index) => fate = Status::Cancelled,
                _ => {}
            }
        }
        fate
    }

    fn unless_conditional(&self, status: Status) -> Status {
        let before = self.line.slice(0..self.occurrence.at);
        if before.iter().any(|unit| unit.is(Class::Condition)) { Status::Expected } else { status }
    }

    /// "is still", or a verb of going on, at the verb.
    fn goes_on(&self, verb: usize) -> bool {
        self.line.slice(verb.saturating_sub(2)..verb + 2).iter().any(|unit| unit.is(Class::Ongoing))
    }

    fn is_today(&self, verb: usize) -> bool {
        let clause = self.line.slice(self.line.clause_start(verb)..self.line.clause_end(verb));
        clause.iter().any(|unit| matches!(unit.what, What::Date(_)) && unit.word.letters == 0)
    }
}

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
