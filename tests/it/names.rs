//! People, organisations and places of annotated articles, from the text alone.

use std::{collections::BTreeSet, path::PathBuf};

use qari::{
    article::{Article, parse},
    export::json::{Origin, Record},
    extract::analyse,
    knowledge::Knowledge,
    lexicon::Lexicon,
};
use serde_json::Value;

use crate::annotated::Annotated;

fn corpus() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/events")
}

/// A mention: its code points, and the kind of a person's.
type Spot = (u64, u64, String);

/// The mentions that count in a list of entries, and those that neither count nor harm.
fn mentions(document: &Value, list: &str) -> (BTreeSet<Spot>, BTreeSet<Spot>) {
    let entries = document[list].as_array().into_iter().flatten();
    let all = entries.flat_map(|entry| entry["mentions"].as_array().into_iter().flatten());
    let (free, counted): (Vec<&Value>, Vec<&Value>) =
        all.partition(|mention| mention["optional"] == Value::Bool(true) || mention["nested"] == Value::Bool(true));
    let spots = |mentions: Vec<&Value>| mentions.into_iter().filter_map(|mention| spot(mention, list)).collect();
    (spots(counted), spots(free))
}

fn spot(mention: &Value, list: &str) -> Option<Spot> {
    let kind = if list == "people" && mention["kind"] == "title" { "title" } else { "name" };
    Some((mention["start"].as_u64()?, mention["end"].as_u64()?, kind.to_owned()))
}

fn system(article: &Article, lexicon: &Lexicon) -> (Knowledge, Value) {
    let knowledge = analyse(article, lexicon, None);
    let record = serde_json::to_value(Record::new(Origin { id: "", source: "" }, article, &knowledge)).expect("JSON");
    (knowledge, record)
}

/// Every person as the set of their mentions, and what they are called for.
fn people(document: &Value) -> BTreeSet<Vec<Spot>> {
    let people = document["people"].as_array().into_iter().flatten();
    people
        .map(|person| {
            let mentions = person["mentions"].as_array().into_iter().flatten();
            mentions.filter_map(|mention| spot(mention, "people")).collect()
        })
        .collect()
}

fn texts<'a>(document: &'a Value, list: &str) -> Vec<&'a str> {
    let entries = document[list].as_array().into_iter().flatten();
    let mentions = entries.flat_map(|entry| entry["mentions"].as_array().into_iter().flatten());
    mentions.filter_map(|mention| mention["text"].as_str()).collect()
}

#[test]
fn the_shipped_article_as_annotated() {
    let shipped = Annotated::read(&corpus().join("shipped.json"));
    let (_, found) = system(&shipped.article, Lexicon::shipped());
    assert_eq!(people(&found), people(&shipped.gold));
    for list in ["organisations", "places"] {
        let mut tally = Tally::default();
        tally.add(&shipped.gold, &found, list);
        tally.check(&format!("the shipped article's {list}"), 95.0);
    }
}

#[test]
fn the_shipped_article_without_its_people_and_its_council_in_any_list() {
    let shipped = Annotated::read(&corpus().join("shipped.json"));
    let council = shipped.gold["upcoming"][0]["body"]["text"].as_str().expect("the council");
    let mut names: Vec<&str> = texts(&shipped.gold, "people");
    names.retain(|name| name.split(' ').count() <= 2);
    assert_eq!(names.len(), 6, "six names, and three titles besides");
    let poorer = Lexicon::shipped().without(&names, &[council]);
    let (full, _) = system(&shipped.article, Lexicon::shipped());
    let (poor, found) = system(&shipped.article, &poorer);
    assert_eq!(people(&found), people(&shipped.gold));
    assert!(texts(&found, "organisations").contains(&council));
    assert_eq!(poor.upcoming, full.upcoming);
}

/// Right, given and wanted mentions.
#[derive(Debug, Default)]
struct Tally {
    right: usize,
    given: usize,
    wanted: usize,
}

impl Tally {
    fn add(&mut self, gold: &Value, found: &Value, list: &str) {
        let (wanted, free) = mentions(gold, list);
        let (given, _) = mentions(found, list);
        let harmless =
            |spot: &&Spot| !wanted.contains(*spot) && free.iter().any(|other| spot.0 < other.1 && other.0 < spot.1);
        self.right += given.intersection(&wanted).count();
        self.given += given.len() - given.iter().filter(harmless).count();
        self.wanted += wanted.len();
    }

    #[track_caller]
    fn check(&self, name: &str, floor: f64) {
        let f1 = 200.0 * self.right as f64 / (self.given + self.wanted) as f64;
        assert!(f1 >= floor, "{name}: F1 {f1:.1} is below {floor} ({self:?})");
    }
}

#[test]
fn composed_articles_reach_their_floors() {
    let lists = [("people", 86.0), ("organisations", 76.0), ("places", 88.0)];
    let mut tallies = lists.map(|_| Tally::default());
    for file in std::fs::read_dir(corpus()).expect("the corpus").flatten() {
        if file.path().extension().is_some_and(|extension| extension == "json") {
            let annotated = Annotated::read(&file.path());
            let (_, found) = system(&annotated.article, Lexicon::shipped());
            for ((list, _), tally) in lists.iter().zip(&mut tallies) {
                tally.add(&annotated.gold, &found, list);
            }
        }
    }
    for ((list, floor), tally) in lists.iter().zip(&tallies) {
        tally.check(list, *floor);
    }
}

#[test]
fn texts_that_name_nobody_find_nobody() {
    let article = |text: &str| analyse(&parse::plain(text), Lexicon::shipped(), None);
    for text in ["", "\n\n \n", "The quick brown fox jumps over the lazy dog.", "\u{1F600}\u{0301}\u{202E}", "..."] {
        assert_eq!(article(text).people, [], "{text:?}");
    }
}

#[test]
fn long_nonsense_is_read_to_its_end() {
    let syllables = [
        "\u{0648}\u{0627}\u{0644}",
        "\u{0644}\u{0644}",
        "\u{0639}\u{0628}\u{062F} ",
        "\u{0628}\u{0646} ",
        "x9",
        "\u{064B}",
    ];
    let mut state = 1u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        syllables[(state >> 16) as usize % syllables.len()]
    };
    let nonsense: String = (0..200_000).map(|_| next()).collect();
    for text in [nonsense.clone(), nonsense.replace(' ', ""), "\u{0648}".repeat(300_000)] {
        let article = parse::plain(text);
        let knowledge = analyse(&article, Lexicon::shipped(), None);
        let mentions = knowledge.people.iter().flat_map(|person| &person.mentions);
        assert!(mentions.clone().all(|mention| !article.words(mention.passage).is_empty()));
    }
}
