//! Dates in every naming, each case a line of `tests/corpus/dates.tsv`.

use qari::{
    article::parse,
    extract::{Entities, analyse_with},
    knowledge::{Date, Precision},
    lexicon::Lexicon,
};

fn told(date: &Date) -> String {
    let meaning = if date.duration {
        "duration".to_owned()
    } else {
        let day = date.resolved.map_or("open".to_owned(), |day| day.to_string());
        let precision = match date.precision {
            Some(Precision::Decade) => "decade",
            Some(Precision::Year) => "year",
            Some(Precision::Month) => "month",
            Some(Precision::Week) => "week",
            Some(Precision::Day) => "day",
            Some(Precision::Hour) => "hour",
            None => "open",
        };
        format!("{day}/{precision}")
    };
    format!("{}={meaning}", date.name)
}

#[test]
fn every_case() {
    for line in include_str!("../corpus/dates.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        let (text, written, expected) = (next(), next(), next());
        let mut article = parse::plain(text);
        article.published = Some(written.parse().expect("a day"));
        let knowledge = analyse_with(&article, Lexicon::shipped(), None, Entities::default());
        let found: Vec<String> = knowledge.dates.iter().map(told).collect();
        assert_eq!(found.join("; "), expected, "in: {text}");
    }
}
