//! How far the name of a meeting reaches: "the second round of the political talks".

use super::unit::{Line, Unit, What};
use crate::{
    arabic::{Folding, fold, number, number::Numeral, readings, without_article},
    extract::Source,
    lexicon::events::{Class, Demand, EventType, Noun},
};

/// Where the name of a meeting ends, and what its adjectives say.
pub(super) struct End {
    /// Its last unit.
    pub last: usize,
    /// The sort of the meeting whose session it is.
    pub sort: Option<EventType>,
    /// Its place in a series.
    pub ordinal: Option<u32>,
    /// The second of two nouns has the article: "the sittings of the dialogue".
    pub definite: bool,
    /// An adjective says that it was before.
    pub earlier: bool,
    /// An adjective says that it is to come.
    pub later: bool,
}

impl End {
    /// A name of one unit so far; no ordinal is looked for where there is one.
    fn new(last: usize, ordinal: Option<u32>) -> Self {
        Self { last, sort: None, ordinal, definite: false, earlier: false, later: false }
    }
}

/// A noun of meeting about to be read on.
pub(super) struct Name<'l, 'a> {
    pub source: &'l Source<'a>,
    pub line: &'l Line<'a>,
    /// The noun has the article, or is as good as.
    pub definite: bool,
    /// It is taken up as a feminine.
    pub feminine: bool,
}

impl Name<'_, '_> {
    /// Reads on from the noun at a unit.
    pub fn read(&self, at: usize, noun: &Noun) -> End {
        let mut end = End::new(at, None);
        if let Demand::Word(class) = noun.demand
            && !matches!(class, Class::Talks | Class::Ordinal)
        {
            let ahead = (1..4).find(|ahead| self.line.get(at + ahead).is_some_and(|unit| unit.is(class)));
            end.last = at + ahead.unwrap_or_default();
        }
        self.adjectives(&mut end);
        if matches!(noun.demand, Demand::Word(Class::Talks))
            || matches!(noun.sort, EventType::Session | EventType::TalksRound)
        {
            self.of_talks(&mut end);
        }
        if matches!(noun.sort, EventType::Session | EventType::Summit) {
            self.of_conference(&mut end);
        }
        self.of_same(&mut end);
        end
    }

    /// Adjectives that agree with the noun, ordinals of several words among them.
    fn adjectives(&self, end: &mut End) {
        let mut ordinal: Vec<Numeral> = Vec::new();
        while let Some(unit) = self.line.get(end.last + 1) {
            if unit.what != What::Word || unit.word.verb.is_some() && !is_adjective(unit) {
                break;
            }
            let numeral = self.numeral(unit);
            let joined = !unit.word.conjunction || numeral.is_some() && !ordinal.is_empty();
            // `ghayr`, un-, before an adjective, agrees with nothing.
            let negates = unit.is(Class::Break)
                && self
                    .line
                    .get(end.last + 2)
                    .is_some_and(|next| next.is(Class::Kind) && next.word.definite == self.definite);
            let agrees = negates || unit.word.definite == self.definite;
            let alike = negates
                || numeral.is_some()
                || !unit.is(Class::Kind)
                || self.feminine == is_feminine(self.line.words(unit.passage));
            if !joined || !agrees || !alike || !(is_adjective(unit) || is_press(unit) || numeral.is_some()) {
                break;
            }
            ordinal.extend(numeral);
            end.earlier |= unit.is(Class::Earlier);
            end.later |= unit.is(Class::Later);
            end.last += 1;
        }
        if end.ordinal.is_none() {
            end.ordinal = number::value(&ordinal);
        }
        // "after the hundred": a hundred more.
        if let Some(sum) = end.ordinal
            && self.line.get(end.last + 1).is_some_and(|unit| unit.is(Class::After))
            && let Some(hundred) = self.line.get(end.last + 2)
            && let Some(Numeral::Factor(factor)) = self.numeral(hundred)
        {
            end.ordinal = sum.checked_add(factor);
            end.last += 2;
        }
        // "the 27th", in digits.
        if end.ordinal.is_none()
            && let Some(unit) = self.line.get(end.last + 1)
            && unit.what == What::Number
            && self.definite
        {
            end.ordinal = number::digits(self.source.words(unit.passage));
            end.last += 1;
        }
    }

    fn numeral(&self, unit: &Unit<'_>) -> Option<Numeral> {
        let folded = fold(self.source.words(unit.passage), Folding::Name);
        readings(&folded).into_iter().find_map(|reading| {
            let bare = without_article(reading.stem).unwrap_or(reading.stem);
            self.source.lexicon.numeral(bare)
        })
    }

    /// "the third session of the water forum": one meeting, by the name of the forum.
    fn of_conference(&self, end: &mut End) {
        let at = end.last + 1 + usize::from(self.line.get(end.last + 1).is_some_and(is_from));
        let Some(forum) = self.line.get(at) else { return };
        let Some(noun) =
            forum.word.nouns.iter().find(|noun| matches!(noun.sort, EventType::Conference | EventType::Summit))
        else {
            return;
        };
        if forum.what != What::Word || forum.conjunction || forum.preposition.is_some_and(|letter| letter != LAM) {
            return;
        }
        let mut inner = End::new(at, Some(0));
        Name { definite: forum.word.definite, feminine: is_feminine(self.line.words(forum.passage)), ..*self }
            .adjectives(&mut inner);
        end.last = inner.last;
        end.sort = Some(noun.sort);
    }

    /// "a summit meeting", "sittings of dialogue": the second noun only says of what kind the first is.
    fn of_same(&self, end: &mut End) {
        let Some(next) = self.line.get(end.last + 1).filter(|next| next.what == What::Word) else { return };
        let names = next.word.nouns.iter().any(|noun| !matches!(noun.demand, Demand::After | Demand::Called));
        let object = |word: &str| word.trim_end_matches(TANWIN).ends_with(ALEF);
        let whole = self.definite || object(self.line.words(next.passage));
        if !names || whole || next.conjunction || next.preposition.is_some() || next.word.possessive {
            return;
        }
        if next.word.nouns.iter().any(|noun| noun.sort == EventType::Summit) {
            end.sort = Some(EventType::Summit);
        }
        let feminine = is_feminine(self.line.words(next.passage));
        let mut inner = End::new(end.last + 1, Some(0));
        Name { definite: next.word.definite, feminine, ..*self }.adjectives(&mut inner);
        end.definite = next.word.definite;
        end.last = inner.last;
    }

    /// "round of talks", "the second round of the political talks".
    fn of_talks(&self, end: &mut End) {
        let mut next = end.last + 1;
        let from = self.line.get(next).is_some_and(is_from);
        next += usize::from(from);
        let Some(talks) = self.line.get(next).filter(|unit| unit.is(Class::Talks)) else { return };
        // A noun with the article owns nothing: "consultations precede the session" has the verb first.
        if self.definite && !from && talks.preposition != Some(LAM) {
            return;
        }
        let mut inner = End::new(next, Some(0));
        Name { definite: talks.word.definite, feminine: true, ..*self }.adjectives(&mut inner);
        end.last = inner.last;
    }
}

/// An adjective that belongs to the name of a meeting.
pub(super) fn is_adjective(unit: &Unit<'_>) -> bool {
    [Class::Kind, Class::Ordinal, Class::Earlier, Class::Later].iter().any(|class| unit.is(*class))
        && unit.preposition.is_none()
}

/// "of", "from".
pub(super) fn is_from(unit: &Unit<'_>) -> bool {
    unit.is(Class::From)
}

/// Whether a singular noun, with what it carries, is a feminine: teh marbuta, open before a pronoun.
pub(super) fn is_feminine(word: &str) -> bool {
    word.contains(TEH_MARBUTA) || word.contains("\u{062A}\u{0647}")
}

const ALEF: char = '\u{0627}';
const TANWIN: char = '\u{064B}';
const TEH_MARBUTA: char = '\u{0629}';
const LAM: char = '\u{0644}';

fn is_press(unit: &Unit<'_>) -> bool {
    unit.is(Class::Press) || unit.is(Class::Phone)
}
