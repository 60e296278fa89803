//! Titles: role phrases such as minister of foreign affairs, beside a name or alone.

mod complements;
mod reader;
mod surroundings;
mod words;

use reader::Reader;

use super::{context::Source, finding::Finding};
use crate::lexicon::Class;

/// Every role phrase outside the names that were found; whether it speaks of anybody is for coreference to say.
#[must_use]
pub fn find(source: &Source<'_>, names: &[Finding]) -> Vec<Finding> {
    let reader = Reader::new(source, names);
    let mut titles: Vec<Finding> = Vec::new();
    for sentence in source.tokens.sentences() {
        let mut at = sentence.tokens.start.0;
        while at < sentence.tokens.end.0 {
            let title = reader.title_at(at, sentence.tokens);
            at = title.map_or(at + 1, |title| title.tokens.end.0);
            match (titles.last_mut(), title) {
                (Some(first), Some(second)) if is_second_office(&reader, first, &second) => {
                    first.tokens.end = second.tokens.end;
                    first.passage.span.end = second.passage.span.end;
                }
                (_, title) => titles.extend(title),
            }
        }
    }
    titles
}

/// Whether two titles on end are one title of one person: of whoever is named before the first, where nobody is named
/// after the second; two ranks, or two callings, of somebody named after both.
fn is_second_office(reader: &Reader<'_>, first: &Finding, second: &Finding) -> bool {
    let (start, end) = (first.tokens.start, first.tokens.end);
    let same_paragraph = first.passage.paragraph == second.passage.paragraph;
    if end != second.tokens.start || !same_paragraph {
        return false;
    }
    let around = &reader.around;
    if !around.name_follows(second.tokens.end.0) {
        return around.is_apposed(start.0);
    }
    let (one, other) = (around.lexeme(start.0), around.lexeme(end.0));
    let ranks = first.tokens.len() == 1 && one.definite && !other.conjoined;
    let office = |class| one.is(class) || other.is(class);
    let callings = other.conjoined && !office(Class::Sole) && !office(Class::Plural) && !around.name_follows(end.0);
    // The deputy of the head of government, minister of defence, so-and-so.
    let held_together = first.tokens.len() > 1 && !one.definite && !other.conjoined && !office(Class::Plural);
    one.definite == other.definite && (ranks || callings || held_together)
}
