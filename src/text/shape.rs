//! Stage 4: presentation forms. One form a cell, lam and alef in one cell, everything else as it is written.

use compact_str::CompactString;

use super::{
    cluster::{Cluster, Kind},
    grapheme,
    props::{self, Joining},
    settings::{Harakat, Settings, Shaping, Signs},
};

/// A letter's presentation forms: the code point of the isolated one, and of the initial one where the letter has it.
/// Final follows isolated, medial follows initial.
struct Forms {
    letter: char,
    isolated: char,
    initial: Option<char>,
}

const fn two(letter: char, isolated: char) -> Forms {
    Forms { letter, isolated, initial: None }
}

const fn four(letter: char, isolated: char, initial: char) -> Forms {
    Forms { letter, isolated, initial: Some(initial) }
}

/// All letters that join and have forms: UnicodeData.txt, decompositions `<isolated> <final> <initial> <medial>`.
/// A test holds the table against that file.
#[rustfmt::skip]
const FORMS: &[Forms] = &[
    two('\u{0622}', '\u{FE81}'), two('\u{0623}', '\u{FE83}'), two('\u{0624}', '\u{FE85}'), two('\u{0625}', '\u{FE87}'),
    four('\u{0626}', '\u{FE89}', '\u{FE8B}'), two('\u{0627}', '\u{FE8D}'), four('\u{0628}', '\u{FE8F}', '\u{FE91}'),
    two('\u{0629}', '\u{FE93}'), four('\u{062A}', '\u{FE95}', '\u{FE97}'), four('\u{062B}', '\u{FE99}', '\u{FE9B}'),
    four('\u{062C}', '\u{FE9D}', '\u{FE9F}'), four('\u{062D}', '\u{FEA1}', '\u{FEA3}'),
    four('\u{062E}', '\u{FEA5}', '\u{FEA7}'), two('\u{062F}', '\u{FEA9}'), two('\u{0630}', '\u{FEAB}'),
    two('\u{0631}', '\u{FEAD}'), two('\u{0632}', '\u{FEAF}'), four('\u{0633}', '\u{FEB1}', '\u{FEB3}'),
    four('\u{0634}', '\u{FEB5}', '\u{FEB7}'), four('\u{0635}', '\u{FEB9}', '\u{FEBB}'),
    four('\u{0636}', '\u{FEBD}', '\u{FEBF}'), four('\u{0637}', '\u{FEC1}', '\u{FEC3}'),
    four('\u{0638}', '\u{FEC5}', '\u{FEC7}'), four('\u{0639}', '\u{FEC9}', '\u{FECB}'),
    four('\u{063A}', '\u{FECD}', '\u{FECF}'), four('\u{0641}', '\u{FED1}', '\u{FED3}'),
    four('\u{0642}', '\u{FED5}', '\u{FED7}'), four('\u{0643}', '\u{FED9}', '\u{FEDB}'),
    four('\u{0644}', '\u{FEDD}', '\u{FEDF}'), four('\u{0645}', '\u{FEE1}', '\u{FEE3}'),
    four('\u{0646}', '\u{FEE5}', '\u{FEE7}'), four('\u{0647}', '\u{FEE9}', '\u{FEEB}'), two('\u{0648}', '\u{FEED}'),
    four('\u{0649}', '\u{FEEF}', '\u{FBE8}'), four('\u{064A}', '\u{FEF1}', '\u{FEF3}'), two('\u{0671}', '\u{FB50}'),
    two('\u{0677}', '\u{FBDD}'), four('\u{0679}', '\u{FB66}', '\u{FB68}'), four('\u{067A}', '\u{FB5E}', '\u{FB60}'),
    four('\u{067B}', '\u{FB52}', '\u{FB54}'), four('\u{067E}', '\u{FB56}', '\u{FB58}'),
    four('\u{067F}', '\u{FB62}', '\u{FB64}'), four('\u{0680}', '\u{FB5A}', '\u{FB5C}'),
    four('\u{0683}', '\u{FB76}', '\u{FB78}'), four('\u{0684}', '\u{FB72}', '\u{FB74}'),
    four('\u{0686}', '\u{FB7A}', '\u{FB7C}'), four('\u{0687}', '\u{FB7E}', '\u{FB80}'), two('\u{0688}', '\u{FB88}'),
    two('\u{068C}', '\u{FB84}'), two('\u{068D}', '\u{FB82}'), two('\u{068E}', '\u{FB86}'), two('\u{0691}', '\u{FB8C}'),
    two('\u{0698}', '\u{FB8A}'), four('\u{06A4}', '\u{FB6A}', '\u{FB6C}'), four('\u{06A6}', '\u{FB6E}', '\u{FB70}'),
    four('\u{06A9}', '\u{FB8E}', '\u{FB90}'), four('\u{06AD}', '\u{FBD3}', '\u{FBD5}'),
    four('\u{06AF}', '\u{FB92}', '\u{FB94}'), four('\u{06B1}', '\u{FB9A}', '\u{FB9C}'),
    four('\u{06B3}', '\u{FB96}', '\u{FB98}'), two('\u{06BA}', '\u{FB9E}'), four('\u{06BB}', '\u{FBA0}', '\u{FBA2}'),
    four('\u{06BE}', '\u{FBAA}', '\u{FBAC}'), two('\u{06C0}', '\u{FBA4}'), four('\u{06C1}', '\u{FBA6}', '\u{FBA8}'),
    two('\u{06C5}', '\u{FBE0}'), two('\u{06C6}', '\u{FBD9}'), two('\u{06C7}', '\u{FBD7}'), two('\u{06C8}', '\u{FBDB}'),
    two('\u{06C9}', '\u{FBE2}'), two('\u{06CB}', '\u{FBDE}'), four('\u{06CC}', '\u{FBFC}', '\u{FBFE}'),
    four('\u{06D0}', '\u{FBE4}', '\u{FBE6}'), two('\u{06D2}', '\u{FBAE}'), two('\u{06D3}', '\u{FBB0}'),
];

/// Letters that have an isolated form only.
const ISOLATED_ONLY: char = '\u{0677}';

/// The Uyghur and Kurdish letter that has no form of its own and looks like a heh.
const AE: char = '\u{06D5}';
const FINAL_HEH: char = '\u{FEEA}';

const LAM: char = '\u{0644}';

/// The isolated ligature of lam and an alef; the final one follows it.
fn lam_alef(alef: char) -> Option<char> {
    match alef {
        '\u{0622}' => Some('\u{FEF5}'),
        '\u{0623}' => Some('\u{FEF7}'),
        '\u{0625}' => Some('\u{FEF9}'),
        '\u{0627}' => Some('\u{FEFB}'),
        _ => None,
    }
}

/// The row of a letter in the table of forms, counted from 1; 0 for one that has none.
pub(crate) fn row(c: char) -> u8 {
    let found = FORMS.binary_search_by_key(&c, |forms| forms.letter);
    found.ok().and_then(|index| u8::try_from(index + 1).ok()).unwrap_or(0)
}

/// The code point after `c`.
const fn next(c: char) -> char {
    match char::from_u32(c as u32 + 1) {
        Some(next) => next,
        None => c,
    }
}

/// What a row of the table draws: not joined, joined before, joined after, joined on both sides. Row 0 is for letters
/// without forms and unused.
const DRAWN: [[char; 4]; FORMS.len() + 1] = {
    let mut drawn = [['\0'; 4]; FORMS.len() + 1];
    let mut index = 0;
    while index < FORMS.len() {
        let Forms { letter, isolated, initial } = FORMS[index];
        // The letter itself stands in for a form that Unicode does not have.
        let last = if letter == ISOLATED_ONLY { letter } else { next(isolated) };
        let (first, middle) = match initial {
            Some(initial) => (initial, next(initial)),
            None => (letter, letter),
        };
        drawn[index + 1] = [isolated, last, first, middle];
        index += 1;
    }
    drawn
};

/// The form of a letter for its place in the word; the letter itself where Unicode has no such form.
fn form(letter: char, row: u8, joined_before: bool, joined_after: bool) -> char {
    if row == 0 {
        return letter;
    }
    DRAWN[usize::from(row)][usize::from(joined_before) + 2 * usize::from(joined_after)]
}

/// Chooses what is drawn for every cluster and makes lam and alef one; levels and joining must be known.
pub(crate) fn shape(clusters: &mut Vec<Cluster>, settings: &Settings) {
    for cluster in clusters.iter_mut() {
        cluster.glyph = glyph(cluster, settings);
    }
    if settings.shaping == Shaping::Forms {
        ligate(clusters);
    }
}

fn glyph(cluster: &Cluster, settings: &Settings) -> char {
    let base = cluster.base;
    if cluster.joining != Joining::None && settings.shaping == Shaping::Forms {
        if base == AE && cluster.joined_before && settings.signs == Signs::Expanded {
            return FINAL_HEH;
        }
        return form(base, cluster.forms, cluster.joined_before, cluster.joined_after);
    }
    match cluster.kind {
        Kind::Unprintable => stand_in(base),
        // L4. A character is depicted by a mirrored glyph if its level is odd and it is Bidi_Mirrored.
        _ if cluster.mirrors && cluster.level % 2 == 1 => props::mirrored(base),
        _ => base,
    }
}

/// A visible sign for a character that must not be written to a terminal: U+2400 and its block, or U+FFFD.
fn stand_in(c: char) -> char {
    match c {
        '\0'..='\x1F' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{FFFD}'),
        '\x7F' => '\u{2421}',
        '\u{85}' | '\u{2028}' | '\u{2029}' => '\u{2424}',
        _ => '\u{FFFD}',
    }
}

/// Makes each lam that meets an alef one cluster with it: the obligatory ligature of TUS 9.2. Marks of both stay on it;
/// U+200C and U+200D between the two forbid it.
fn ligate(clusters: &mut Vec<Cluster>) {
    let mut kept = 0;
    let mut index = 0;
    while index < clusters.len() {
        if kept != index {
            clusters.swap(kept, index);
        }
        index += 1;
        if clusters[kept].base == LAM
            && let Some((alef, ligature)) = alef_after(clusters, &clusters[kept], index)
        {
            let found = clusters[alef].clone();
            let marked = clusters[index..=alef].iter().any(|part| part.marked);
            let lam = &mut clusters[kept];
            lam.span.end = found.span.end;
            (lam.break_after, lam.line, lam.inner) = (found.break_after, found.line, found.inner);
            (lam.glyph, lam.ligature, lam.hides, lam.joined_after) = (ligature, true, true, false);
            lam.marked |= marked;
            index = alef + 1;
        }
        kept += 1;
    }
    clusters.truncate(kept);
}

/// The alef that a lam meets, if `next` or what is hidden before it is one, and their ligature.
fn alef_after(clusters: &[Cluster], lam: &Cluster, next: usize) -> Option<(usize, char)> {
    if !lam.joined_after || lam.inner.is_some() || lam.level.is_multiple_of(2) {
        return None;
    }
    let behind = clusters.iter().enumerate().skip(next);
    let (alef, found) = behind.take_while(|(_, next)| next.level == lam.level).find(|(_, next)| {
        // A directional mark between the two is transparent and hidden.
        next.joining != Joining::Transparent || next.inner.is_some()
    })?;
    let isolated = lam_alef(found.base).filter(|_| found.joining != Joining::Transparent)?;
    Some((alef, if lam.joined_before { self::next(isolated) } else { isolated }))
}

/// More marks than this on one base are not drawn: no script needs them, and terminals choke on thousands.
const MOST_MARKS: usize = 32;
/// What marks without a base are drawn on.
const DOTTED_CIRCLE: char = '\u{25CC}';

/// What is written into the cell of a cluster: its glyph, then its marks in the order of the source (UAX #9 L3).
pub(crate) fn text(cluster: &Cluster, source: &str, harakat: Harakat) -> CompactString {
    let written = cluster.span.of(source);
    let is_long = written.len() > MOST_MARKS;
    if cluster.kind != Kind::Mark && !is_long && (!cluster.hides || !cluster.marked) {
        let mut text = props::written(cluster.glyph);
        if cluster.marked {
            text.push_str(written.get(cluster.base.len_utf8()..).unwrap_or_default());
        }
        return text;
    }
    filtered(cluster, written, harakat)
}

/// The same where something is left out: format characters, the alef of a ligature, marks beyond all measure.
fn filtered(cluster: &Cluster, written: &str, harakat: Harakat) -> CompactString {
    let mut text = CompactString::default();
    if cluster.kind == Kind::Mark {
        text.push(DOTTED_CIRCLE);
    }
    text.push(cluster.glyph);
    let mut alef_is_drawn = !cluster.ligature;
    let rest = written.chars().skip(1).filter(|&c| {
        let alef = !alef_is_drawn && lam_alef(c).is_some();
        alef_is_drawn |= alef;
        // U+200D holds an emoji sequence together and is invisible elsewhere.
        let glue = c == '\u{200D}' && cluster.kind == Kind::Sequence;
        let hidden = harakat == Harakat::Hidden && grapheme::is_haraka(c);
        !alef && !hidden && (glue || !props::of(c).is_invisible())
    });
    text.extend(rest.take(MOST_MARKS));
    if text.ends_with('\u{200D}') {
        text.pop();
    }
    text
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, io::Read};

    use super::*;
    use crate::text::props::Joining;

    /// The forms of UnicodeData.txt by letter and kind; the lowest code point where there are several.
    fn unicode_forms() -> BTreeMap<(char, String), char> {
        let file: &[u8] = include_bytes!("../../tests/data/ucd/UnicodeData.txt.zst");
        let mut text = String::new();
        let mut decoder = ruzstd::decoding::StreamingDecoder::new(file).expect("a zstd frame");
        decoder.read_to_string(&mut text).expect("UTF-8");
        let character = |word: &str| u32::from_str_radix(word, 16).ok().and_then(char::from_u32);
        let mut forms = BTreeMap::new();
        for line in text.lines() {
            let fields: Vec<&str> = line.split(';').collect();
            let Some((kind, letters)) = fields[5].strip_prefix('<').and_then(|rest| rest.split_once("> ")) else {
                continue;
            };
            let (Some(letter), Some(form)) = (character(letters), character(fields[0])) else { continue };
            if matches!(kind, "isolated" | "final" | "initial" | "medial") {
                forms.entry((letter, kind.to_owned())).or_insert(form);
            }
        }
        forms
    }

    #[test]
    fn the_table_is_that_of_unicode() {
        let unicode = unicode_forms();
        let letters: Vec<char> = unicode.keys().map(|(letter, _)| *letter).collect();
        assert!(letters.len() > 200);
        for letter in letters.into_iter().filter(|letter| props::of(*letter).joining != Joining::None) {
            for (kind, before, after) in
                [("isolated", false, false), ("final", true, false), ("initial", false, true), ("medial", true, true)]
            {
                let expected = unicode.get(&(letter, kind.to_owned())).copied().unwrap_or(letter);
                assert_eq!(form(letter, row(letter), before, after), expected, "{kind} of U+{:04X}", letter as u32);
            }
        }
    }
}
