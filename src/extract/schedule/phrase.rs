//! Noun phrases without a name: "the members of the council", "the headquarters of the mission in Geneva".

use super::unit::{Line, Unit, What};
use crate::{arabic::fold::source_prefix, article::Passage, lexicon::events::Class, text::ByteSpan};

/// The most units that follow the head of a phrase.
const LONGEST: usize = 8;
const LAM: char = '\u{0644}';

/// The phrase whose head is the unit at `head`, without its proclitics, and one past its last unit.
pub(super) fn noun_phrase(line: &Line<'_>, head: usize) -> Option<(Passage, usize)> {
    let mut last = head;
    let mut closed = line.get(head)?.word.definite || line.get(head)?.word.possessive;
    for at in head + 1..head + 1 + LONGEST {
        let Some(unit) = line.get(at) else { break };
        if !continues(line, at, unit, closed) {
            break;
        }
        closed |= unit.entry().is_some() || unit.word.definite;
        last = at;
    }
    // "the ministers of Egypt and Iraq"
    let is_place = |at: usize| line.get(at).filter(|unit| matches!(unit.what, What::Place(_)));
    while is_place(last).is_some()
        && last > head
        && is_place(last + 1).is_some_and(|place| place.conjunction && place.preposition.is_none())
    {
        last += 1;
    }
    Some((without_proclitics(line, head, last)?, last + 1))
}

/// A phrase goes on with names, with definite nouns and adjectives, and with a chain of nouns that leads to one.
fn continues(line: &Line<'_>, at: usize, unit: &Unit<'_>, closed: bool) -> bool {
    // Lam may stand for a construct: "the council of the".
    let led_away = unit.preposition.is_some_and(|letter| letter != LAM || closed);
    if led_away || unit.conjunction {
        return false;
    }
    match unit.what {
        What::Person(_) | What::Date(_) | What::Mark(_) | What::Number => false,
        What::Organisation(_) | What::Place(_) => true,
        What::Word => {
            let plain = unit.word.verb.is_none() && unit.word.nouns.is_empty() && !is_function(unit);
            plain && (unit.word.definite || !closed && leads_to_definite(line, at))
        }
    }
}

/// Whether an indefinite noun is followed by what closes a chain.
fn leads_to_definite(line: &Line<'_>, at: usize) -> bool {
    line.slice(at + 1..at + 3).iter().any(|next| {
        next.preposition.is_none()
            && !next.conjunction
            && (matches!(next.what, What::Organisation(_) | What::Place(_))
                || next.what == What::Word && next.word.definite)
    }) || line.get(at).is_some_and(|unit| unit.is(Class::Kind))
}

/// Prepositions, relative pronouns and what begins a clause.
pub(super) fn is_function(unit: &Unit<'_>) -> bool {
    [
        Class::Adverbial,
        Class::Before,
        Class::With,
        Class::Between,
        Class::In,
        Class::Toward,
        Class::From,
        Class::Break,
        Class::Speech,
        Class::Relative,
        Class::That,
        Class::This,
        Class::Was,
        Class::Negation,
        Class::Scheduled,
        Class::Expected,
    ]
    .iter()
    .any(|class| unit.is(*class))
        || unit.is(Class::Joined) && unit.preposition.is_some()
}

/// The words of the units from one to another without the proclitics of the first.
pub(super) fn without_proclitics(line: &Line<'_>, first: usize, last: usize) -> Option<Passage> {
    let whole = line.passage(first, last)?;
    let unit = line.get(first)?;
    if unit.what != What::Word {
        return Some(whole);
    }
    let skipped = source_prefix(line.words(unit.passage), unit.word.letters);
    Some(Passage { span: ByteSpan::new(whole.span.start.0.saturating_add(skipped), whole.span.end.0), ..whole })
}
