//! A sentence as a row of units: each name, title or date is one, every other word or mark is one.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{clause, word::Word};
use crate::{
    arabic::{Script, Sentence, TokenId, TokenRange},
    article::Passage,
    extract::{Context, Source, Spot},
    knowledge::{EntryId, Kind, MentionKind},
    lexicon::{
        Country,
        dates::{DateWord, Which},
        events::Class,
    },
    text::ByteSpan,
};

/// A unit of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit<'a> {
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its words without the proclitics of a name.
    pub passage: Passage,
    /// What it is.
    pub what: What,
    /// Its first word as the list of meetings sees it.
    pub word: &'a Word,
    /// Its clause, counted from 0 in the sentence.
    pub clause: u16,
    /// Written with the conjunction.
    pub conjunction: bool,
    /// Written with a preposition.
    pub preposition: Option<char>,
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A person, by name or title.
    Person(EntryId),
    /// An organisation.
    Organisation(EntryId),
    /// A place.
    Place(EntryId),
    /// A date; the index into [`Context::dates`].
    Date(usize),
    /// A word.
    Word,
    /// A number.
    Number,
    /// A mark.
    Mark(char),
}

impl Unit<'_> {
    /// The entry of someone who can take part.
    pub fn actor(&self) -> Option<EntryId> {
        match self.what {
            What::Person(entry) | What::Organisation(entry) => Some(entry),
            _ => None,
        }
    }

    /// Whether it is a person, an organisation or a place.
    pub fn entry(&self) -> Option<EntryId> {
        match self.what {
            What::Person(entry) | What::Organisation(entry) | What::Place(entry) => Some(entry),
            _ => None,
        }
    }

    /// Whether it is an ordinary word of that class.
    pub fn is(&self, class: Class) -> bool {
        self.what == What::Word && self.word.is(class)
    }

    /// "before", "after", "on the sidelines of": what follows is another meeting.
    pub fn sets_beside(&self) -> bool {
        self.is(Class::Course) && !self.is(Class::Within)
    }

    /// Whether it is one of these marks.
    pub fn is_mark(&self, marks: &[char]) -> bool {
        matches!(self.what, What::Mark(mark) if marks.contains(&mark))
    }
}

/// The comma, Arabic and other.
pub(super) const COMMA: &[char] = &['\u{060C}', ','];

/// A sentence as units.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Its units in reading order.
    pub units: Vec<Unit<'a>>,
    /// It stands in a title or a heading.
    pub heading: bool,
    source: Source<'a>,
}

impl<'a> Line<'a> {
    /// Whether a date says that it lies before or after the article's day.
    pub fn direction(&self, date: TokenRange) -> Option<Which> {
        date.indices().find_map(|index| {
            let folded = self.source.tokens.folded(TokenId(u32::try_from(index).ok()?));
            match self.source.lexicon.dates().get(folded)? {
                DateWord::Which(which @ (Which::Last | Which::Next)) => Some(which),
                DateWord::Deictic(days) if days < 0 => Some(Which::Last),
                DateWord::Deictic(days) if days > 0 => Some(Which::Next),
                _ => None,
            }
        })
    }

    /// Whether a word names a part of the day: "and in the evening".
    pub fn is_part_of_day(&self, token: TokenId) -> bool {
        let stem = &self.source.lexemes.at(self.source.tokens, token).stem;
        matches!(self.source.lexicon.dates().get(stem), Some(DateWord::DayPart(_) | DateWord::Adverb(_)))
    }

    /// The country of an adjective of nationality.
    pub fn nationality(&self, token: TokenId) -> Option<Country> {
        self.source.lexemes.at(self.source.tokens, token).nationality
    }

    /// The words of a passage, as written.
    pub fn words(&self, passage: Passage) -> &'a str {
        self.source.words(passage)
    }

    /// The units from `range`; those that exist.
    pub fn slice(&self, range: Range<usize>) -> &[Unit<'a>] {
        let end = range.end.min(self.units.len());
        self.units.get(range.start.min(end)..end).unwrap_or_default()
    }

    /// The unit there.
    pub fn get(&self, at: usize) -> Option<&Unit<'a>> {
        self.units.get(at)
    }

    /// The clause a unit lies in.
    pub fn clause(&self, at: usize) -> u16 {
        self.get(at).map_or(0, |unit| unit.clause)
    }

    /// One past the last unit of the clause of the unit at `at`.
    pub fn clause_end(&self, at: usize) -> usize {
        let clause = self.clause(at);
        at + self.units.iter().skip(at).take_while(|unit| unit.clause == clause).count()
    }

    /// The first unit of the clause of the unit at `at`.
    pub fn clause_start(&self, at: usize) -> usize {
        let clause = self.clause(at);
        at - self.slice(0..at).iter().rev().take_while(|unit| unit.clause == clause).count()
    }

    /// Whether the clause before a unit begins with "as for".
    pub(super) fn opens_with_topic(&self, at: usize) -> bool {
        let first = self.clause_start(at.saturating_sub(1));
        self.get(first).is_some_and(|first| first.is(Class::AsFor))
    }

    /// The passage from one unit to another, both included.
    pub fn passage(&self, first: usize, last: usize) -> Option<Passage> {
        let (first, last) = (self.get(first)?, self.get(last)?);
        (first.passage.paragraph == last.passage.paragraph).then_some(Passage {
            paragraph: first.passage.paragraph,
            span: ByteSpan { start: first.passage.span.start, end: last.passage.span.end },
        })
    }
}

/// Cuts sentences into units.
pub(super) struct Cutter<'a> {
    context: &'a Context<'a>,
    words: &'a [Word],
    /// Titles beside a name, with whose they are, by where they start.
    roles: FxHashMap<TokenId, Spot>,
}

impl<'a> Cutter<'a> {
    /// Makes ready for an article; `words` are its distinct words.
    pub fn new(context: &'a Context<'a>, words: &'a [Word]) -> Self {
        let mut roles = FxHashMap::default();
        for (index, person) in context.people.iter().enumerate() {
            let Some(first) = person.mentions.first() else { continue };
            let entry = EntryId { kind: Kind::Person, first: first.passage.start() };
            for role in &person.roles {
                let tokens = context.source.tokens.under(*role);
                let kind = MentionKind::Title;
                let spot = Spot { entry, index, passage: *role, tokens, kind, nested: false };
                roles.entry(tokens.start).or_insert(spot);
            }
        }
        Self { context, words, roles }
    }

    /// A sentence as units.
    pub fn cut(&self, sentence: &Sentence, heading: bool) -> Line<'a> {
        let mut units: Vec<Unit<'a>> = Vec::new();
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let Some(unit) = self.unit(sentence, at) else { break };
            at = unit.tokens.end.max(at.plus(1));
            units.push(unit);
        }
        let mut line = Line { units, heading, source: self.context.source };
        clause::number(&mut line);
        clause::resolve_latter(&mut line);
        line
    }

    fn unit(&self, sentence: &Sentence, at: TokenId) -> Option<Unit<'a>> {
        let token = self.context.source.tokens.get(at)?;
        let word = self.words.get(token.word.0 as usize)?;
        let here = TokenRange::new(at.0, at.plus(1).0);
        if let Some(spot) = self.spot(sentence, here) {
            let what = match spot.entry.kind {
                Kind::Organisation => What::Organisation(spot.entry),
                Kind::Place => What::Place(spot.entry),
                Kind::Date => What::Date(spot.index),
                Kind::Person | Kind::Meeting | Kind::Upcoming => What::Person(spot.entry),
            };
            let (conjunction, preposition) = self.proclitics(at, spot.passage);
            let unit =
                Unit { tokens: spot.tokens, passage: spot.passage, what, word, clause: 0, conjunction, preposition };
            return Some(unit);
        }
        let what = match token.script {
            Script::Mark => What::Mark(self.context.source.words(token.passage()).chars().next()?),
            Script::Number => What::Number,
            Script::Arabic | Script::Other => What::Word,
        };
        Some(Unit {
            tokens: here,
            passage: token.passage(),
            what,
            word,
            clause: 0,
            conjunction: word.conjunction,
            preposition: word.preposition,
        })
    }

    /// The longest name or title that starts in a token.
    fn spot(&self, sentence: &Sentence, here: TokenRange) -> Option<Spot> {
        let named = self.context.spots_in(here).iter().find(|spot| !spot.nested).copied();
        let role = self.roles.get(&here.start).copied();
        [named, role]
            .into_iter()
            .flatten()
            .filter(|spot| spot.tokens.end <= sentence.tokens.end && !spot.tokens.is_empty())
            .max_by_key(|spot| spot.tokens.end)
    }

    /// What is written together with a name before it.
    fn proclitics(&self, at: TokenId, name: Passage) -> (bool, Option<char>) {
        let Some(token) = self.context.source.tokens.get(at) else { return (false, None) };
        let whole = self.context.source.words(token.passage());
        let before = name.span.start.0.saturating_sub(token.span.start.0);
        let mut letters = whole.get(..before).unwrap_or_default().chars();
        let conjunction = letters.clone().next().is_some_and(|letter| matches!(letter, '\u{0648}' | '\u{0641}'));
        (conjunction, letters.find(|letter| matches!(letter, '\u{0628}' | '\u{0644}' | '\u{0643}')))
    }
}

/// Whether a verb tells of someone on the way.
pub(super) fn is_journey(unit: &Unit<'_>) -> bool {
    unit.what == What::Word && unit.word.verb.is_some_and(|form| form.sense.is_journey())
}
