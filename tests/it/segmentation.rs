//! UAX #29 and UAX #14 against the test files of Unicode 17.0, and the properties the engine reads against the data files.

use std::collections::BTreeMap;

use icu_segmenter::{LineSegmenter, options::LineBreakOptions};
use unicode_segmentation::UnicodeSegmentation;

use crate::data;

/// A line of a test file: the text, the places where it may be cut, and the rule that decides at each character border.
struct Case {
    text: String,
    cuts: Vec<usize>,
    rules: Vec<(usize, String)>,
}

fn cases(name: &str) -> Vec<Case> {
    let file = data::read(name);
    file.lines().filter(|line| line.starts_with(['\u{00D7}', '\u{00F7}'])).map(case).collect()
}

fn case(line: &str) -> Case {
    let (marks, comment) = line.split_once('#').expect("a comment");
    let (mut text, mut cuts, mut borders) = (String::new(), Vec::new(), Vec::new());
    for word in marks.split_whitespace() {
        match word {
            "\u{00D7}" => borders.push(text.len()),
            "\u{00F7}" => {
                cuts.push(text.len());
                borders.push(text.len());
            }
            code => text.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a code point")),
        }
    }
    let rules = comment.split('[').skip(1).filter_map(|part| part.split_once(']').map(|(rule, _)| rule.to_owned()));
    Case { text, cuts, rules: borders.into_iter().zip(rules).collect() }
}

/// How many cases fail at each rule, and whether Arabic, Hebrew or Syriac letters stand in any of them.
fn failures(cases: &[Case], cut: impl Fn(&str) -> Vec<usize>) -> (BTreeMap<String, usize>, bool) {
    let mut by_rule = BTreeMap::new();
    let mut ours = false;
    for case in cases {
        let found = cut(&case.text);
        let wrong = case.rules.iter().find(|(at, _)| found.contains(at) != case.cuts.contains(at));
        if let Some((_, rule)) = wrong {
            *by_rule.entry(rule.clone()).or_default() += 1;
            ours |= case.text.chars().any(|c| matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FEFC}'));
        }
    }
    (by_rule, ours)
}

#[test]
fn grapheme_clusters_of_the_crate() {
    let cases = cases("ucd/GraphemeBreakTest.txt");
    let cut = |text: &str| {
        let starts = text.grapheme_indices(true).map(|(at, _)| at);
        starts.chain([text.len()]).collect()
    };
    assert_eq!((cases.len(), failures(&cases, cut)), (766, (BTreeMap::new(), false)));
}

#[test]
fn line_breaks_of_the_crate() {
    let cases = cases("ucd/LineBreakTest.txt");
    let segmenter = LineSegmenter::new_17_for_non_complex_scripts(LineBreakOptions::default());
    // The crate names the beginning as a break, which the rules do not (LB2).
    let cut = |text: &str| segmenter.segment_str(text).filter(|at| *at > 0).collect();
    let (by_rule, ours) = failures(&cases, cut);
    // What it lacks: South East Asian vowel signs that are marks (LB9), and a reserved emoji (LB28).
    let known = BTreeMap::from([("9.0".to_owned(), 9), ("28.0".to_owned(), 1)]);
    assert_eq!((cases.len(), by_rule, ours), (19_338, known, false));
}
