//! The Unicode data that the engine reads through crates, against the files of Unicode 17.0: a crate that falls behind
//! shows here and nowhere else.

use std::collections::BTreeMap;

use icu_properties::{
    CodePointMapData, PropertyNamesShort,
    props::{BidiClass, BidiMirroringGlyph, JoiningType, NamedEnumeratedProperty},
};

use crate::data;

/// The fields of every line that has any.
fn records(name: &str) -> Vec<Vec<String>> {
    let file = data::read(name);
    let lines = file.lines().map(|line| line.split('#').next().unwrap_or_default()).filter(|line| line.contains(';'));
    lines.map(|line| line.split(';').map(|field| field.trim().to_owned()).collect()).collect()
}

fn code_point(word: &str) -> u32 {
    u32::from_str_radix(word, 16).expect("a code point")
}

/// The value of each code point that a data file names.
fn values(name: &str) -> BTreeMap<u32, String> {
    let ranges = records(name).into_iter().map(|fields| {
        let (first, last) = fields[0].split_once("..").unwrap_or((&fields[0], &fields[0]));
        (code_point(first)..=code_point(last), fields[1].clone())
    });
    ranges.flat_map(|(range, value)| range.map(move |code| (code, value.clone()))).collect()
}

/// The code points for which a crate and a data file differ.
fn differences<T: NamedEnumeratedProperty>(name: &str, crates: impl Fn(u32) -> T) -> Vec<String> {
    let names = PropertyNamesShort::<T>::new();
    let differ = |(code, expected): (u32, String)| {
        let found = names.get(crates(code)).unwrap_or_default();
        (found != expected).then(|| format!("{code:04X}: {found}, not {expected}"))
    };
    values(name).into_iter().filter_map(differ).collect()
}

#[test]
fn bidi_classes() {
    let found = differences::<BidiClass>("ucd/DerivedBidiClass.txt", |code| CodePointMapData::new().get32(code));
    // Unicode 18, whose data the crate has, made letters of three Balinese signs.
    assert_eq!(found, ["1B3A: L, not NSM", "1B3C: L, not NSM", "1B42: L, not NSM"]);
}

#[test]
fn joining_types() {
    let found = differences::<JoiningType>("ucd/DerivedJoiningType.txt", |code| CodePointMapData::new().get32(code));
    assert!(found.is_empty(), "{} differ: {found:?}", found.len());
}

#[test]
fn mirrored_glyphs() {
    let glyphs = CodePointMapData::<BidiMirroringGlyph>::new();
    let different: Vec<String> = records("ucd/BidiMirroring.txt")
        .into_iter()
        .filter(|fields| {
            let found = glyphs.get32(code_point(&fields[0])).mirroring_glyph;
            found.map(u32::from) != Some(code_point(&fields[1]))
        })
        .map(|fields| fields.join(" "))
        .collect();
    assert!(different.is_empty(), "{different:?}");
}
