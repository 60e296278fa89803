//! Meetings and sessions of annotated articles, their names given.

use std::path::PathBuf;

use qari::{article::parse, extract::analyse, knowledge::Event, lexicon::Lexicon};
use serde_json::Value;

use crate::annotated::Annotated;

fn corpus() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/events")
}

/// What one event is, by the places in the text: trigger, body, place and time as annotated, and who takes part.
fn facts(event: &Value) -> (String, [Vec<u64>; 4], usize) {
    let starts = |field: &Value| -> Vec<u64> {
        let spans = field.as_array().cloned().unwrap_or_else(|| vec![field.clone()]);
        spans.iter().flat_map(|span| [span["start"].as_u64(), span["end"].as_u64()]).flatten().collect()
    };
    let spans = ["trigger", "body", "place", "time"].map(|field| starts(&event[field]));
    (event["status"].to_string(), spans, event["participants"].as_array().map_or(0, Vec::len))
}

#[test]
fn the_shipped_article_as_annotated() {
    let shipped = Annotated::read(&corpus().join("shipped.json"));
    let system = shipped.system_with_given_names();
    for list in ["meetings", "upcoming"] {
        let of = |document: &Value| -> Vec<_> { document[list].as_array().into_iter().flatten().map(facts).collect() };
        assert_eq!(of(&system), of(&shipped.gold), "{list}");
    }
}

/// Counts of right answers among those there could be.
#[derive(Debug, Default)]
struct Tally {
    right: usize,
    of: usize,
}

impl Tally {
    fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    #[track_caller]
    fn check(&self, name: &str, floor: usize) {
        assert!(self.right * 100 >= floor * self.of, "{name}: {self:?} is below {floor} %");
    }
}

fn spans(field: &Value) -> Vec<(u64, u64)> {
    let all = match field {
        Value::Array(all) => all.clone(),
        Value::Null => Vec::new(),
        one => vec![one.clone()],
    };
    all.iter().filter_map(|span| Some((span["start"].as_u64()?, span["end"].as_u64()?))).collect()
}

fn overlap(ours: &[(u64, u64)], theirs: &[(u64, u64)]) -> bool {
    ours.iter().any(|our| theirs.iter().any(|their| our.0 < their.1 && their.0 < our.1))
}

fn events(document: &Value) -> Vec<(&'static str, &Value)> {
    let of = |list: &'static str| document[list].as_array().into_iter().flatten().map(move |event| (list, event));
    of("meetings").chain(of("upcoming")).filter(|(_, event)| !is_optional(event)).collect()
}

fn is_optional(event: &Value) -> bool {
    event["note"].as_str().is_some_and(|note| note.starts_with("optional"))
}

#[test]
fn composed_articles_reach_their_floors() {
    let (mut found, mut given, mut section, mut place, mut time) =
        (Tally::default(), Tally::default(), Tally::default(), Tally::default(), Tally::default());
    for file in std::fs::read_dir(corpus()).expect("the corpus").flatten() {
        if file.path().extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let annotated = Annotated::read(&file.path());
        let system = annotated.system_with_given_names();
        let gold = events(&annotated.gold);
        let mentions = |event: &Value| [spans(&event["trigger"]), spans(&event["also"])].concat();
        for (_, ours) in events(&system) {
            given.add(gold.iter().any(|(_, theirs)| overlap(&spans(&ours["trigger"]), &mentions(theirs))));
        }
        for (list, theirs) in &gold {
            let system = events(&system);
            let ours = system.iter().find(|(_, ours)| overlap(&spans(&ours["trigger"]), &mentions(theirs)));
            found.add(ours.is_some());
            let Some((our_list, ours)) = ours else { continue };
            section.add(our_list == list);
            for (field, tally) in [("place", &mut place), ("time", &mut time)] {
                let accepted = [spans(&theirs[field]), spans(&theirs["accept"][field])].concat();
                let ours = spans(&ours[field]);
                tally.add(overlap(&ours, &accepted) || ours.is_empty() && theirs[field].is_null());
            }
        }
    }
    found.check("found", 95);
    given.check("given", 95);
    section.check("section", 98);
    place.check("place", 96);
    time.check("time", 96);
}

/// What stands in braces in a case, by its bytes in the text without them.
fn braced(line: &str) -> Vec<(u64, u64)> {
    let mut text_bytes = 0;
    let mut spans = Vec::new();
    for (index, part) in line.split(['{', '}']).enumerate() {
        let start = text_bytes;
        text_bytes += part.len() as u64;
        if index % 2 == 1 {
            spans.push((start, text_bytes));
        }
    }
    spans
}

/// Each line of `tests/corpus/triggers.txt` tells of the meetings in braces and of no other.
#[test]
fn every_trigger() {
    for line in include_str!("../corpus/triggers.txt").lines().filter(|line| !line.starts_with('#')) {
        let text = line.replace(['{', '}'], "");
        let knowledge = analyse(&parse::plain(text.as_str()), Lexicon::shipped(), None);
        let trigger = |event: &Event| {
            let span = event.trigger.passage.span;
            (span.start.0 as u64, span.end.0 as u64)
        };
        let given: Vec<_> = knowledge.meetings.iter().chain(&knowledge.upcoming).map(trigger).collect();
        let gold = braced(line);
        assert!(given.iter().all(|ours| overlap(&[*ours], &gold)), "spurious in: {line}");
        assert!(gold.iter().all(|theirs| overlap(&given, &[*theirs])), "missed in: {line}");
    }
}
