//! Where titles and organisations begin and end, each case a line of `tests/corpus/titles.txt`.

use qari::{
    article::parse,
    extract::analyse,
    knowledge::{Knowledge, Mention, MentionKind},
    lexicon::Lexicon,
    text::ByteSpan,
};

/// Where, in the text of a case without brackets, stands what is between `open` and `close`.
pub fn marked(line: &str, open: char, close: char) -> Vec<ByteSpan> {
    let mut spans = Vec::new();
    let (mut at, mut start) = (0, 0);
    for letter in line.chars() {
        match letter {
            _ if letter == open => start = at,
            _ if letter == close => spans.push(ByteSpan::new(start, at)),
            '[' | ']' | '{' | '}' => {}
            _ => at += letter.len_utf8(),
        }
    }
    spans
}

pub fn spans<'a>(mentions: impl Iterator<Item = &'a Mention>) -> Vec<ByteSpan> {
    let mut spans: Vec<ByteSpan> = mentions.map(|mention| mention.passage.span).collect();
    spans.sort_by_key(|span| span.start);
    spans
}

fn titles(knowledge: &Knowledge) -> Vec<ByteSpan> {
    let mentions = knowledge.people.iter().flat_map(|person| &person.mentions);
    spans(mentions.filter(|mention| mention.kind == MentionKind::Title))
}

fn organisations(knowledge: &Knowledge, titles: &[ByteSpan]) -> Vec<ByteSpan> {
    let mentions = knowledge.organisations.iter().flat_map(|organisation| &organisation.mentions);
    let inside = |span: ByteSpan| titles.iter().any(|title| title.start <= span.start && span.end <= title.end);
    spans(mentions.filter(|mention| !inside(mention.passage.span)))
}

#[test]
fn every_case() {
    for line in include_str!("../corpus/titles.txt").lines().filter(|line| !line.starts_with('#')) {
        let text = line.replace(['[', ']', '{', '}'], "");
        let knowledge = analyse(&parse::plain(text.as_str()), Lexicon::shipped(), None);
        let titles = titles(&knowledge);
        assert_eq!(titles, marked(line, '[', ']'), "titles in: {line}");
        assert_eq!(organisations(&knowledge, &titles), marked(line, '{', '}'), "organisations in: {line}");
    }
}

/// Every line of `tests/corpus/bearers.txt`: what is in [ ] are the mentions of one person, and all of them.
#[test]
fn every_bearer() {
    for line in include_str!("../corpus/bearers.txt").lines().filter(|line| !line.starts_with('#')) {
        let knowledge = analyse(&parse::plain(line.replace(['[', ']'], "").as_str()), Lexicon::shipped(), None);
        let wanted = marked(line, '[', ']');
        let people: Vec<Vec<ByteSpan>> = knowledge.people.iter().map(|person| spans(person.mentions.iter())).collect();
        assert!(people.contains(&wanted), "one person in: {line}, of {people:?}");
    }
}
