//! Dates: calendar and relative expressions, found by a grammar over the words of `assets/lexicon/calendar.tsv`.

mod grammar;
mod line;
mod reading;
mod resolve;

use std::collections::hash_map::Entry;

use jiff::civil::Date as Day;
use rustc_hash::FxHashMap;

use self::{
    grammar::{Led, Parser},
    line::Line,
    reading::Reading,
};
use crate::{
    arabic::{Folding, Sentence, TokenId, TokenRange, calendar, fold, fold::source_prefix, readings, without_article},
    article::Passage,
    extract::Source,
    knowledge::{Confidence, Date, Event, Link, Mention, MentionKind, PartialDate, Precision},
    lexicon::{
        Rate,
        dates::{DateWord, Which},
    },
    text::{ByteOffset, ByteSpan},
};

/// The dates of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dates {
    /// By first mention.
    pub dates: Vec<Date>,
    /// The article's own day, given or found in its dateline.
    pub written: Option<Day>,
}

/// Every date of the article; relative ones are laid against the article's own day.
#[must_use]
pub fn dates(source: &Source<'_>) -> Dates {
    let found = find(source);
    let written = source.article.published.or_else(|| dateline(source, &found));
    Dates { dates: entries(source, found, written), written }
}

/// A bare weekday lies before the article for what is past and after it for what is to come: the events tell which.
pub fn settle_weekdays(source: &Source<'_>, found: &mut Dates, past: &[Event], ahead: &[Event]) {
    let Some(written) = found.written else { return };
    for date in found.dates.iter_mut().filter(|date| date.resolved.is_none() && date.partial == PartialDate::default())
    {
        let Some(weekday) = weekday(source, date) else { continue };
        let tells = |events: &[Event]| {
            let mentions = &date.mentions;
            events
                .iter()
                .filter(|event| event.confidence > Confidence::Possible)
                .flat_map(|event| &event.times)
                .any(|time| mentions.iter().any(|mention| mention.passage == *time))
        };
        let today = written.weekday().to_monday_one_offset() == weekday;
        date.resolved = match (tells(past), tells(ahead)) {
            (true, false) if today => Some(written),
            (true, false) => calendar::weekday_near(written, weekday, false),
            (false, true) => calendar::weekday_near(written, weekday, true),
            _ => None,
        };
    }
}

fn weekday(source: &Source<'_>, date: &Date) -> Option<i8> {
    fold(&date.name, Folding::Name).split(' ').find_map(|word| match source.lexicon.dates().get(word)? {
        DateWord::Weekday(day) => Some(day),
        _ => None,
    })
}

fn entries(source: &Source<'_>, found: Vec<Expression>, written: Option<Day>) -> Vec<Date> {
    let mut dates: Vec<Date> = Vec::new();
    let mut known: FxHashMap<String, usize> = FxHashMap::default();
    for expression in found {
        let words = source.words(expression.passage);
        let mention = Mention {
            passage: expression.passage,
            kind: MentionKind::Full,
            nested: false,
            confidence: Confidence::Certain,
            link: Link::default(),
        };
        match known.entry(fold(words, Folding::Name)) {
            Entry::Occupied(entry) => {
                if let Some(date) = dates.get_mut(*entry.get()) {
                    date.mentions.push(mention);
                }
            }
            Entry::Vacant(entry) => {
                entry.insert(dates.len());
                dates.push(Date {
                    name: words.to_owned(),
                    partial: resolve::partial(&expression.reading),
                    resolved: resolve::day(&expression.reading, written),
                    hour: expression.reading.hour.and_then(resolve::time),
                    precision: resolve::precision(&expression.reading),
                    duration: expression.reading.duration,
                    mentions: vec![mention],
                });
            }
        }
    }
    dates
}

/// A date expression in its place.
#[derive(Debug, Clone, Copy)]
struct Expression {
    passage: Passage,
    tokens: TokenRange,
    reading: Reading,
}

fn find(source: &Source<'_>) -> Vec<Expression> {
    let openings: Vec<Vec<Opening>> = source.tokens.words().iter().map(|word| openings(source, word)).collect();
    let mut found = Vec::new();
    for sentence in source.tokens.sentences() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match expression_at(source, sentence, at, &openings) {
                Some(expression) => {
                    at = expression.tokens.end.max(at.plus(1));
                    found.push(expression);
                }
                None => at = at.plus(1),
            }
        }
    }
    found
}

/// A way in which a word may begin a date: after that many letters of proclitics, so many bytes of the folded word.
#[derive(Debug, Clone, Copy)]
struct Opening {
    letters: usize,
    bytes: usize,
    definite: bool,
}

fn openings(source: &Source<'_>, word: &str) -> Vec<Opening> {
    readings(word)
        .into_iter()
        .filter(|reading| begins(source, reading.stem))
        .map(|reading| Opening {
            letters: reading.letters,
            bytes: word.len().saturating_sub(reading.stem.len()),
            definite: reading.proclitics.lost_article,
        })
        .collect()
}

fn begins(source: &Source<'_>, stem: &str) -> bool {
    let dates = source.lexicon.dates();
    let known = |word: &str| dates.get(word).is_some();
    known(stem)
        || dates.opens(stem)
        || stem.bytes().all(|byte| byte.is_ascii_digit())
        || source.lexicon.numeral(stem).is_some()
        || without_article(stem).is_some_and(|bare| known(bare) || source.lexicon.numeral(bare).is_some())
}

fn expression_at(
    source: &Source<'_>,
    sentence: &Sentence,
    at: TokenId,
    openings: &[Vec<Opening>],
) -> Option<Expression> {
    let token = source.tokens.get(at)?;
    let openings = openings.get(token.word.0 as usize)?;
    if openings.is_empty() {
        return None;
    }
    let before = previous_word(source, sentence, at);
    let leads = |opening: &Opening| match before {
        // A preposition does not govern another one.
        _ if opening.letters > 0 => Led::No,
        Some(DateWord::Lead { of_time: true } | DateWord::Ago(_)) => Led::InTime,
        Some(DateWord::Lead { of_time: false }) => Led::Loosely,
        _ => Led::No,
    };
    let folded = source.tokens.folded(at);
    // "Powell yesterday" is spelled like "on the day before yesterday".
    let facts = source.lexicon.word(folded);
    let is_name = facts.family.max(facts.foreign) >= NAME;
    openings.iter().filter(|opening| opening.letters == 0 || !is_name).find_map(|opening| {
        let stem = folded.get(opening.bytes..)?;
        let line = Line::new(source, sentence.tokens, at, stem, opening.definite);
        let (reading, end) = Parser::new(line, at.0, leads(opening)).expression()?;
        // "that day" is a day of the story, "that last week" is a week with an object before it.
        let told = before == Some(DateWord::Demonstrative(Which::Told));
        if told && reading.dated.is_none() && reading.shift.is_none_or(|(_, by)| by == 0) {
            return None;
        }
        let tokens = TokenRange::new(at.0, end);
        // A newspaper may be called "Tomorrow".
        if tokens.len() == 1 && is_quoted(source, at) {
            return None;
        }
        let whole = source.tokens.passage(tokens)?;
        let ByteOffset(start) = whole.span.start;
        let start = start + source_prefix(source.words(token.passage()), opening.letters);
        let passage = Passage { span: ByteSpan::new(start, whole.span.end.0), ..whole };
        Some(Expression { passage, tokens, reading })
    })
}

/// A word that is so often a part of a name keeps its first letter.
const NAME: Rate = Rate::of(20);

fn is_quoted(source: &Source<'_>, at: TokenId) -> bool {
    let is_mark = |at: TokenId, marks: [&str; 3]| marks.contains(&source.tokens.folded(at));
    let before = at.0.checked_sub(1).map(TokenId);
    before.is_some_and(|before| is_mark(before, ["\"", "\u{00AB}", "\u{201C}"]))
        && is_mark(at.plus(1), ["\"", "\u{00BB}", "\u{201D}"])
}

fn previous_word(source: &Source<'_>, sentence: &Sentence, at: TokenId) -> Option<DateWord> {
    let before = TokenId(at.0.checked_sub(1)?);
    if before < sentence.tokens.start {
        return None;
    }
    let dates = source.lexicon.dates();
    dates.get(source.tokens.folded(before)).or_else(|| dates.get(&source.lexeme(before).stem))
}

/// How many tokens of a sentence may stand before the date of a dateline.
const DATELINE: u32 = 8;
/// How many sentences from the start a dateline is looked for.
const DATELINE_SENTENCES: usize = 3;
const DASHES: [&str; 3] = [":", "-", "\u{2013}"];

/// The article's own day, where it stands in full at the head of one of its first sentences: alone on its line, or before
/// the dash or colon of a dateline.
fn dateline(source: &Source<'_>, found: &[Expression]) -> Option<Day> {
    let heads = source.tokens.sentences().iter().take(DATELINE_SENTENCES);
    let heads: Vec<&Sentence> = heads.collect();
    found.iter().find_map(|expression| {
        let tokens = expression.tokens;
        let head = heads.iter().find(|sentence| sentence.tokens.contains(tokens.start))?;
        let near = tokens.start.0 <= head.tokens.start.0.saturating_add(DATELINE);
        let full = matches!(resolve::precision(&expression.reading), Some(Precision::Day | Precision::Hour));
        let closes = tokens.end.plus(1) >= head.tokens.end || is_before_dash(source, tokens.end);
        (near && full && closes).then(|| resolve::day(&expression.reading, None))?
    })
}

/// Whether a dash or a colon follows, after a closing bracket perhaps.
fn is_before_dash(source: &Source<'_>, at: TokenId) -> bool {
    let is_dash = |at: TokenId| DASHES.contains(&source.tokens.folded(at));
    is_dash(at) || source.tokens.folded(at) == ")" && is_dash(at.plus(1))
}
