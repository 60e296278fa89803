//! Markdown: notes on an article, one section a list.

use std::fmt::{self, Write};

use super::{Extract, names};
use crate::knowledge::{Date, Entity, Event};

/// The notes on one article.
///
/// # Errors
/// None that the data can cause; whatever formatting reports.
pub fn notes(extract: &Extract<'_>) -> Result<String, fmt::Error> {
    let mut notes = String::new();
    let knowledge = extract.knowledge;
    let title = extract.article.title.as_deref().unwrap_or(extract.source);
    writeln!(notes, "# {}\n", escaped(title))?;
    if let Some(day) = extract.article.published {
        writeln!(notes, "{day}\n")?;
    }
    if !knowledge.people.is_empty() {
        writeln!(notes, "## People\n")?;
        for person in &knowledge.people {
            let roles = extract.all_words(&person.roles);
            let roles = if roles.is_empty() { String::new() } else { format!(": {}", roles.join("; ")) };
            writeln!(notes, "- **{}**{} ({})", escaped(&person.name), escaped(&roles), person.mentions.len())?;
        }
        writeln!(notes)?;
    }
    events(&mut notes, extract, "Meetings", &knowledge.meetings)?;
    events(&mut notes, extract, "Upcoming", &knowledge.upcoming)?;
    entities(&mut notes, "Organisations", &knowledge.organisations)?;
    entities(&mut notes, "Places", &knowledge.places)?;
    dates(&mut notes, &knowledge.dates)?;
    Ok(notes)
}

fn events(notes: &mut String, extract: &Extract<'_>, heading: &str, events: &[Event]) -> fmt::Result {
    if events.is_empty() {
        return Ok(());
    }
    writeln!(notes, "## {heading}\n")?;
    for event in events {
        writeln!(
            notes,
            "- **{}** ({})",
            escaped(&extract.title(event)),
            names::status(event.status).replace('_', " ")
        )?;
        let resolved = extract.dates(event).find_map(|date| date.resolved).map(|day| format!("({day})"));
        let times = extract.all_words(&event.times).into_iter().chain(resolved).collect::<Vec<_>>().join(" ");
        line(notes, "when", &times)?;
        line(notes, "where", &extract.all_words(&event.places).join("; "))?;
        line(notes, "who", &extract.participants(event).join("; "))?;
        writeln!(notes, "  - > {}", escaped(&extract.words(event.evidence)))?;
    }
    writeln!(notes)
}

fn line(notes: &mut String, label: &str, words: &str) -> fmt::Result {
    if words.is_empty() { Ok(()) } else { writeln!(notes, "  - {label}: {}", escaped(words)) }
}

fn entities(notes: &mut String, heading: &str, entities: &[Entity]) -> fmt::Result {
    if entities.is_empty() {
        return Ok(());
    }
    writeln!(notes, "## {heading}\n")?;
    for entity in entities {
        writeln!(notes, "- {} ({})", escaped(&entity.name), entity.mentions.len())?;
    }
    writeln!(notes)
}

fn dates(notes: &mut String, dates: &[Date]) -> fmt::Result {
    if dates.is_empty() {
        return Ok(());
    }
    writeln!(notes, "## Dates\n")?;
    for date in dates {
        let day = date.resolved.map(|day| day.to_string()).or_else(|| names::partial(date.partial));
        let day = day.map(|day| format!(": {day}")).unwrap_or_default();
        writeln!(notes, "- {}{day}", escaped(&date.name))?;
    }
    writeln!(notes)
}

/// Words of an article, so that none of their marks is one of Markdown.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            escaped.push('\\');
        }
        escaped.push(if character.is_control() { ' ' } else { character });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_article_are_none_of_markdown() {
        assert_eq!(escaped("a*b [c]\n"), "a\\*b \\[c\\] ");
    }
}
