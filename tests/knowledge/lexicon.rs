//! `words.bin`, `phrases.bin` and `likeness.bin`.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::PathBuf,
};

use qari::{
    arabic::{Folding, fold},
    lexicon::{
        phrases::{self, Country, Phrase, PhraseKind},
        table::rows,
        words::{self, Cluster, Facts, Rate},
    },
};

use crate::{likeness, read};

/// Where the sources are.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Names of the Arab world: `form<TAB>given|surname|unknown<TAB>count` (see names.py).
    #[arg(long)]
    names: PathBuf,
    /// Parts of any person's name: `form<TAB>count`.
    #[arg(long)]
    foreign: PathBuf,
    /// Words of news: `word<TAB>coarse cluster<TAB>fine cluster<TAB>count`.
    #[arg(long)]
    clusters: PathBuf,
    /// Places of CLDR: `name<TAB>code<TAB>kind<TAB>…`.
    #[arg(long)]
    cldr: PathBuf,
    /// Cities of GeoNames: `name<TAB>Latin name<TAB>country<TAB>population`.
    #[arg(long)]
    geonames: PathBuf,
    /// The folder of the lists; the packed files go there too.
    #[arg(long)]
    assets: PathBuf,
}

/// Words rarer than this in news are left out, unless they are names.
const RARE: u32 = 10;
/// A city smaller than this is left out where its name is one word that news uses otherwise, or a person's name.
const LARGE_CITY: u32 = 1_000_000;

/// Packs.
pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let facts = facts(arguments)?;
    std::fs::write(
        arguments.assets.join("words.bin"),
        words::file(facts.iter().map(|(word, facts)| (word.as_str(), *facts))),
    )?;
    let phrases = phrases(arguments, &facts)?;
    std::fs::write(
        arguments.assets.join("phrases.bin"),
        phrases::file(phrases.iter().map(|(words, phrase)| (words.as_str(), *phrase))),
    )?;
    std::fs::write(arguments.assets.join("likeness.bin"), likeness::train(&facts, &phrases))?;
    println!("{} words, {} phrases", facts.len(), phrases.len());
    Ok(())
}

#[derive(Default)]
struct Counts {
    frequency: u32,
    given: u32,
    family: u32,
    foreign: u32,
    cluster: Option<Cluster>,
}

fn facts(arguments: &Arguments) -> anyhow::Result<BTreeMap<String, Facts>> {
    let mut counts: BTreeMap<String, Counts> = BTreeMap::new();
    for line in read(&arguments.clusters)?.lines() {
        let [word, coarse, fine, count] = columns(line)?;
        let frequency: u32 = count.parse()?;
        if frequency >= RARE {
            let entry = counts.entry(key(word)).or_default();
            entry.frequency += frequency;
            entry.cluster = Some(Cluster { coarse: coarse.parse()?, fine: fine.parse()? });
        }
    }
    for line in read(&arguments.names)?.lines() {
        let [form, role, count] = columns(line)?;
        let form = key(form);
        if !form.contains(' ') {
            let entry = counts.entry(form).or_default();
            let count: u32 = count.parse()?;
            if role == "given" { entry.given += count } else { entry.family += count }
        }
    }
    for line in read(&arguments.foreign)?.lines() {
        let [form, count] = columns(line)?;
        counts.entry(key(form)).or_default().foreign += count.parse::<u32>()?;
    }
    Ok(counts
        .into_iter()
        .map(|(word, counts)| {
            let facts = Facts {
                frequency: Rate::of(counts.frequency),
                given: Rate::of(counts.given),
                family: Rate::of(counts.family),
                foreign: Rate::of(counts.foreign),
                cluster: counts.cluster,
            };
            (word, facts)
        })
        .collect())
}

/// Every phrase once, in the order of its worth.
fn phrases(arguments: &Arguments, facts: &BTreeMap<String, Facts>) -> anyhow::Result<Vec<(String, Phrase)>> {
    let mut gathered = Gathered::default();
    let file = |name: &str| read(&arguments.assets.join(name));
    for (names, value) in rows(&file("places.tsv")?) {
        let (kind, country) = value.split_once('\t').unwrap_or((value, ""));
        gathered.add(names.split('|'), place_kind(kind), Country::of(country));
    }
    for (name, others) in rows(&file("organisations.tsv")?) {
        gathered.add(std::iter::once(name).chain(others.split('|')), PhraseKind::Organisation, None);
    }
    for (name, others) in rows(&file("people.tsv")?) {
        let (spellings, surnames) = others.split_once('\t').unwrap_or((others, ""));
        let surnames = surnames.split('|').filter(|surname| is_one_persons(surname, facts));
        gathered.add(std::iter::once(name).chain(spellings.split('|')).chain(surnames), PhraseKind::Person, None);
    }
    for line in read(&arguments.cldr)?.lines() {
        let [name, code, kind] = columns(line)?;
        let country = if kind == "country" { Country::of(code) } else { None };
        gathered.add([name], place_kind(kind), country);
    }
    for line in read(&arguments.geonames)?.lines() {
        let [name, latin, country, population] = columns(line)?;
        if population.parse::<u32>()? >= LARGE_CITY || !means_something_else(&key(name), facts) {
            gathered.add_as(&format!("{latin} {country}"), [name], PhraseKind::City, Country::of(country));
        }
    }
    Ok(gathered.phrases)
}

/// A surname that is no name of the Arab world and no other word, so that it is known wherever it stands alone.
fn is_one_persons(surname: &str, facts: &BTreeMap<String, Facts>) -> bool {
    const SHORTEST: usize = 5;
    let key = key(surname);
    let facts = facts.get(&key).copied().unwrap_or_default();
    let arab = facts.given.max(facts.family) >= Rate::of(5) || key.starts_with("\u{0627}\u{0644}");
    !key.contains(' ') && key.chars().count() >= SHORTEST && !arab
}

/// A single word that news uses much more than small cities earn, or that people are called.
fn means_something_else(name: &str, facts: &BTreeMap<String, Facts>) -> bool {
    let Some(facts) = facts.get(name) else { return false };
    let person = facts.given.max(facts.family) >= Rate::of(10) || facts.foreign >= Rate::of(30);
    !name.contains(' ') && (person || facts.frequency >= Rate::of(150))
}

#[derive(Default)]
struct Gathered {
    phrases: Vec<(String, Phrase)>,
    known: HashMap<String, u16>,
    groups: BTreeMap<String, u16>,
}

impl Gathered {
    fn add<'a>(&mut self, names: impl IntoIterator<Item = &'a str>, kind: PhraseKind, country: Option<Country>) {
        let names: Vec<&str> = names.into_iter().collect();
        let label = names.first().map(|name| key(name)).unwrap_or_default();
        self.add_as(&label, names, kind, country);
    }

    /// Adds names of one thing; one that is known already lends its group to the others.
    fn add_as<'a>(
        &mut self,
        label: &str,
        names: impl IntoIterator<Item = &'a str>,
        kind: PhraseKind,
        country: Option<Country>,
    ) {
        let names: BTreeSet<String> = names.into_iter().map(key).filter(|name| name.chars().count() > 2).collect();
        let next = self.groups.len() as u16;
        let group = names.iter().find_map(|name| self.known.get(name).copied());
        let group = group.unwrap_or_else(|| *self.groups.entry(label.to_owned()).or_insert(next));
        for name in names {
            if !self.known.contains_key(&name) {
                self.known.insert(name.clone(), group);
                self.phrases.push((name, Phrase { kind, group, country }));
            }
        }
    }
}

fn place_kind(kind: &str) -> PhraseKind {
    match kind {
        "country" => PhraseKind::Country,
        "city" => PhraseKind::City,
        _ => PhraseKind::Region,
    }
}

/// The form that the tables are asked for: folded, marks between words as blanks.
fn key(name: &str) -> String {
    let folded = fold(name, Folding::Name);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { folded } else { words.join(" ") }
}

fn columns<const N: usize>(line: &str) -> anyhow::Result<[&str; N]> {
    let mut columns = line.split('\t');
    let mut found = [""; N];
    for column in &mut found {
        *column = columns.next().ok_or_else(|| anyhow::anyhow!("a column is missing: {line}"))?;
    }
    Ok(found)
}
