//! Which names are people's, and where they begin and end in the light of a whole article: each article a line of
//! `tests/corpus/people.txt`.

use qari::{article::parse, extract::analyse, knowledge::MentionKind, lexicon::Lexicon};

/// An article with every name that is found in brackets.
fn marked(text: &str) -> String {
    let article = parse::plain(text);
    let knowledge = analyse(&article, Lexicon::shipped(), None);
    let mentions = knowledge.people.iter().flat_map(|person| &person.mentions);
    let names = mentions.filter(|mention| mention.kind != MentionKind::Title);
    let mut spans: Vec<_> = names.map(|mention| mention.passage.span).collect();
    spans.sort_by_key(|span| std::cmp::Reverse(span.start));
    let mut marked = text.to_owned();
    for span in spans {
        marked.insert(span.end.0, ']');
        marked.insert(span.start.0, '[');
    }
    marked
}

#[test]
fn every_article() {
    for line in include_str!("../corpus/people.txt").lines().filter(|line| !line.starts_with('#')) {
        assert_eq!(marked(&line.replace(['[', ']'], "")), line);
    }
}
