//! Which names of a sentence can be the subject of a verb.

use crate::{
    extract::schedule::unit::{COMMA, Line, Unit, What},
    knowledge::Kind,
    lexicon::events::{Class, Sense, Tense},
};

/// How many units left of "his saying" the speaker stands.
const LEFT: usize = 3;

impl Line<'_> {
    fn before(&self, at: usize) -> Option<&Unit<'_>> {
        self.get(at.checked_sub(1)?)
    }

    /// A person, an organisation or a body that no preposition leads to, or a state that is the subject of its verb.
    pub(super) fn is_free_actor(&self, at: usize) -> bool {
        let Some(unit) = self.get(at) else { return false };
        let kind = match unit.what {
            What::Person(_) | What::Organisation(_) => true,
            What::Place(_) => self.is_subject_place(at),
            What::Word => self.is_group(at) && !unit.is(Class::Venue),
            _ => false,
        };
        let first = self.start_of_name(at);
        kind && unit.preposition.is_none()
            && self.get(first).is_none_or(|unit| unit.preposition.is_none())
            && !self.after_preposition(first)
            && !self.in_construct(first)
    }

    /// Back over the title of a name, and the name before a title.
    fn start_of_name(&self, at: usize) -> usize {
        let entry = self.get(at).and_then(Unit::entry);
        let of_name = |at: &usize| entry.is_some() && self.get(*at).and_then(Unit::entry) == entry;
        (0..at).rev().take_while(of_name).last().unwrap_or(at)
    }

    /// A word for a body or for people who can sit: "the delegation", "the Iraqis".
    pub(super) fn is_group(&self, at: usize) -> bool {
        let Some(unit) = self.get(at).filter(|unit| unit.what == What::Word) else { return false };
        let of_noun = self.before(at).is_some_and(|before| before.what == What::Word && before.word.definite);
        let nation = !of_noun
            && unit.word.definite
            && self.words(unit.passage).ends_with("\u{0648}\u{0646}")
            && self.nationality(unit.tokens.start).is_some();
        // "the Japanese side"
        let side = unit.is(Class::Side)
            && unit.word.definite
            && self.get(at + 1).is_some_and(|next| self.nationality(next.tokens.start).is_some());
        unit.is(Class::Body) || nation || side
    }

    /// Whether a noun right before owns it, or it stands in brackets: "the seat of the secretariat", "(Reuters)".
    fn in_construct(&self, at: usize) -> bool {
        self.before(at).is_some_and(|before| {
            before.is_mark(&['(']) || before.is(Class::Venue) && !before.word.definite || before.is(Class::City)
        }) || at.checked_sub(1).is_some_and(|noun| self.is_led_noun(noun) || self.is_group_of(noun))
    }

    /// "the delegation of the company": a group without article is in construct with the organisation after it.
    fn is_group_of(&self, at: usize) -> bool {
        let group = self.get(at).is_some_and(|unit| unit.is(Class::Body) && !unit.word.definite);
        group && self.get(at + 1).is_some_and(|unit| matches!(unit.what, What::Organisation(_)))
    }

    /// "on the margin of the works of": a noun without article that a preposition leads to is in construct with what
    /// follows it.
    fn is_led_noun(&self, at: usize) -> bool {
        self.get(at).is_some_and(|unit| {
            let noun = unit.what == What::Word
                && !unit.word.definite
                && unit.word.finite().is_none()
                && (unit.word.is_unknown() || !unit.word.nouns.is_empty());
            noun && !unit.conjunction && unit.preposition.is_none() && self.after_preposition(at)
        })
    }

    fn is_subject_place(&self, at: usize) -> bool {
        let dateline = at == 0 && self.get(1).is_none_or(|next| next.what != What::Word);
        !dateline
            && self.before(at).is_none_or(|before| {
                before.what == What::Word
                    && (before.is(Class::That)
                        || before.is(Class::Speech)
                        || before.word.verb.is_some_and(|form| form.sense != Sense::Host)
                        || before.is(Class::Break)
                        || self.opens_clause(at - 1))
            })
    }

    /// Whether a word that no list has opens a clause, as its verb does.
    fn opens_clause(&self, at: usize) -> bool {
        let plain = |unit: &Unit<'_>| {
            unit.word.is_unknown()
                && !unit.word.definite
                && unit.preposition.is_none()
                && !self.words(unit.passage).ends_with('\u{0629}')
        };
        self.clause_start(at) == at && self.get(at).is_some_and(plain)
    }

    fn after_preposition(&self, at: usize) -> bool {
        let leads = |before: &Unit<'_>| {
            [Class::In, Class::Toward, Class::Adverbial, Class::From, Class::With, Class::Between, Class::Joined]
                .iter()
                .any(|class| before.is(*class))
        };
        let before = self.before(at);
        let quoted = before.is_some_and(|before| before.is_mark(&['"', '\u{00AB}', '\u{201C}', '(']));
        let at = if quoted { at.saturating_sub(1) } else { at };
        self.before(at).is_some_and(leads) && self.share_before(at).is_none_or(|share| self.after_preposition(share))
    }

    /// "a number of", "each of": where the words that take some of what stands at a unit begin.
    fn share_before(&self, at: usize) -> Option<usize> {
        let of = at.checked_sub(1).filter(|of| self.get(*of).is_some_and(|unit| unit.is(Class::From)))?;
        let is_share =
            |at: &usize| self.get(*at).is_some_and(|unit| unit.is(Class::Share) && unit.preposition.is_none());
        // "a great number of"
        [1, 2].into_iter().filter_map(|back| of.checked_sub(back)).find(is_share)
    }

    /// Past "a number of", "each of".
    pub(super) fn over_share(&self, at: usize) -> usize {
        let is = |at: usize, class| self.get(at).is_some_and(|unit| unit.is(class));
        let of = [at + 1, at + 2].into_iter().find(|of| is(*of, Class::From));
        of.filter(|_| is(at, Class::Share)).map_or(at, |of| of + 1)
    }

    /// The first of some units that can be the subject of what stands after them. In a relative clause it is the first
    /// of that clause, or else the one that the clause tells of.
    pub(super) fn first_subject(&self, from: usize, to: usize) -> Option<usize> {
        let of_press = |at: usize| self.is_media(at) && self.get(at).is_some_and(|unit| unit.actor().is_some());
        let can =
            |at: &usize| self.is_free_actor(*at) && !self.is_media(*at) && !at.checked_sub(1).is_some_and(of_press);
        // Whom a relative clause tells of may stand anywhere.
        let named = |at: &usize| can(at) || self.get(*at).is_some_and(|unit| matches!(unit.what, What::Person(_)));
        let is = |at: &usize, class| self.get(*at).is_some_and(|unit| unit.is(class));
        let comma = |at: &usize| self.get(*at).is_some_and(|unit| unit.is_mark(COMMA));
        if let Some(speaker) = self.named_by_noun(from, to) {
            return Some(speaker);
        }
        let relative = (from..to).rev().take_while(|at| !comma(at)).find(|at| is(at, Class::Relative));
        match relative {
            Some(relative) => (relative + 1..to).find(can).or_else(|| (from..relative).rev().find(named)),
            None => (from..to).find(|at| can(at) && !self.in_closed_relative(*at, to)),
        }
    }

    /// Whether an organ of the press is named there.
    pub(super) fn is_media(&self, at: usize) -> bool {
        self.get(at).is_some_and(|unit| {
            unit.word.is(Class::Media) && unit.actor().is_none_or(|entry| entry.kind == Kind::Organisation)
        })
    }

    /// Whom a verbal noun names as its subject: "from X: his saying", "the readiness of X to".
    fn named_by_noun(&self, from: usize, to: usize) -> Option<usize> {
        let is_named = |at: &usize| self.get(*at).is_some_and(|unit| unit.entry().is_some());
        (from..to).rev().find_map(|at| {
            let unit = self.get(at).filter(|unit| unit.what == What::Word)?;
            if unit.is(Class::Saying) {
                return (from..at).rev().take(LEFT).find(is_named).map(|named| self.start_of_list(named));
            }
            let wish = unit.word.verb.is_some_and(|form| form.sense == Sense::Hope && form.tense == Tense::Noun);
            let next = self.get(at + 1).filter(|next| next.preposition.is_none() && !next.conjunction && at + 1 < to);
            (wish && next.is_some_and(|next| next.entry().is_some())).then_some(at + 1)
        })
    }

    /// Whether a unit lies in a relative clause that a comma closes before `at`.
    fn in_closed_relative(&self, unit: usize, at: usize) -> bool {
        let comma = |at: &usize| self.get(*at).is_some_and(|unit| unit.is_mark(COMMA));
        let opened = (0..unit)
            .rev()
            .take_while(|at| !comma(at))
            .any(|at| self.get(at).is_some_and(|unit| unit.is(Class::Relative)));
        opened && (unit + 1..at).any(|at| comma(&at))
    }

    /// Back over "X and Y" to X.
    pub(super) fn start_of_list(&self, at: usize) -> usize {
        let mut first = at;
        while let Some(before) = first.checked_sub(1)
            && let (Some(earlier), Some(unit)) = (self.get(before), self.get(first))
            && earlier.actor().is_some()
            && (unit.conjunction || earlier.actor() == unit.actor())
        {
            first = before;
        }
        first
    }

    pub(super) fn has_pronoun(&self, that: usize) -> bool {
        self.get(that).is_some_and(|unit| {
            let word = self.words(unit.passage);
            word.ends_with('\u{0647}') || word.ends_with("\u{0647}\u{0627}")
        })
    }
}
