//! `event_links.tsv`: how much each sign speaks for a mention being of a meeting told before it.
//!
//! A mention is of one of the meetings before it or of a new one; a log-linear model ranks them (a new one scores
//! nothing), with one weight of a sign for all manners of mention and what each manner adds to it. The examples are few:
//! an L2 penalty holds the weights near what was known beforehand ([`PRIOR`]).

use std::{fmt::Write as _, fs, path::PathBuf};

use anyhow::Context as _;
use qari::{
    article::parse,
    extract::{LinkExample, link_examples},
    lexicon::{
        Lexicon,
        events::{Manner, Sign, Signs},
    },
};
use serde::Deserialize;

use crate::read;

/// What to learn from.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Folders of annotated articles, one JSON file each.
    #[arg(long, num_args = 1.., required = true)]
    gold: Vec<PathBuf>,
    /// The file to write.
    #[arg(long)]
    out: PathBuf,
    /// Strength of the penalty on the weights of a sign.
    #[arg(long, default_value_t = 4.0)]
    penalty: f64,
    /// How much stronger the penalty is on what a manner adds.
    #[arg(long, default_value_t = 2.0)]
    manner: f64,
    /// How much more than the examples say a mention is taken to be of a meeting told before: one split off is shown as a
    /// meeting that there never was.
    #[arg(long, default_value_t = 0.3)]
    lean: f64,
    /// Steps of the descent.
    #[arg(long, default_value_t = 600)]
    steps: u32,
}

#[derive(Debug, Deserialize)]
struct Gold {
    text: String,
    #[serde(default)]
    meetings: Vec<Event>,
    #[serde(default)]
    upcoming: Vec<Event>,
}

#[derive(Debug, Deserialize)]
struct Event {
    trigger: Span,
    #[serde(default)]
    also: Vec<Span>,
}

#[derive(Debug, Deserialize)]
struct Span {
    bstart: usize,
    bend: usize,
}

/// Learns, says how well what was learned from some articles tells of the others, and writes the file.
pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let articles = articles(&arguments.gold)?;
    let (mut right, mut all) = (0usize, 0usize);
    for fold in 0..FOLDS {
        let others = articles.iter().enumerate().filter(|(index, _)| index % FOLDS != fold);
        let weights = learn(&others.flat_map(|(_, examples)| examples).cloned().collect::<Vec<_>>(), arguments);
        for example in articles.iter().skip(fold).step_by(FOLDS).flatten() {
            all += 1;
            right += usize::from(chosen(&weights, example) == example.meetings.iter().position(|(_, same)| *same));
        }
    }
    println!("{right} of {all} mentions right, each by what was learned from other articles");
    let weights = learn(&articles.concat(), arguments);
    fs::write(&arguments.out, table(&weights)).with_context(|| format!("cannot write {}", arguments.out.display()))
}

/// The meeting a mention is of, or a new one.
fn chosen(weights: &Weights, example: &LinkExample) -> Option<usize> {
    let scored = example.meetings.iter().map(|(signs, _)| score(weights, example.manner, *signs)).enumerate();
    let likely = scored.filter(|(_, score)| *score > 0.0);
    likely.max_by(|one, other| one.1.total_cmp(&other.1)).map(|(index, _)| index)
}

const FOLDS: usize = 8;

fn articles(folders: &[PathBuf]) -> anyhow::Result<Vec<Vec<LinkExample>>> {
    let mut paths = Vec::new();
    for folder in folders {
        let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries {
            paths.push(entry?.path());
        }
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort_by_key(|path| path.file_name().map(ToOwned::to_owned));
    paths.iter().map(|path| Ok(examples(serde_json::from_str(&read(path)?)?))).collect()
}

fn examples(gold: Gold) -> Vec<LinkExample> {
    let article = parse::plain(gold.text);
    let events: Vec<&Event> = gold.meetings.iter().chain(&gold.upcoming).collect();
    link_examples(&article, Lexicon::shipped(), |passage| {
        let bytes = article.bytes_of(passage);
        let overlaps = |span: &Span| span.bstart < bytes.end && bytes.start < span.bend;
        events.iter().position(|event| overlaps(&event.trigger) || event.also.iter().any(overlaps))
    })
}

/// For all manners first, then what each adds.
type Weights = Vec<Vec<f64>>;

fn rows(manner: Manner) -> [usize; 2] {
    [0, manner as usize + 1]
}

fn score(weights: &Weights, manner: Manner, signs: Signs) -> f64 {
    signs.iter().map(|sign| rows(manner).iter().map(|row| weights[*row][sign as usize]).sum::<f64>()).sum()
}

/// What was known before any example: the rows of all manners and of each.
fn prior() -> Weights {
    let mut weights = vec![vec![0.0; Sign::ALL.len()]; Manner::ALL.len() + 1];
    for (manner, sign, weight) in PRIOR {
        weights[manner.map_or(0, |manner| manner as usize + 1)][*sign as usize] = *weight;
    }
    weights
}

/// A definite noun alone takes up what was told last; a noun without article and a verb tell of something new; other
/// people, places, days and numbers are those of another meeting.
const PRIOR: &[(Option<Manner>, Sign, f64)] = &[
    (Some(Manner::Bare), Sign::Always, 2.0),
    (Some(Manner::Definite), Sign::Always, -0.5),
    (Some(Manner::Owned), Sign::Always, 0.0),
    (Some(Manner::Construct), Sign::Always, -1.0),
    (Some(Manner::Indefinite), Sign::Always, -2.0),
    (Some(Manner::Verb), Sign::Always, -2.0),
    (None, Sign::Sort, 0.5),
    (None, Sign::Noun, 0.5),
    (None, Sign::Words, 1.0),
    (None, Sign::Pointed, 1.5),
    (None, Sign::Party, 0.5),
    (None, Sign::Parties, 2.0),
    (None, Sign::AllKnown, 0.5),
    (None, Sign::PeopleDiffer, -2.0),
    (None, Sign::OrganisationsDiffer, -1.0),
    (None, Sign::StatesDiffer, -1.0),
    (None, Sign::DescribedDiffer, -1.0),
    (None, Sign::CompanionsDiffer, -2.0),
    (None, Sign::Another, -1.0),
    (None, Sign::Numbered, -0.5),
    (None, Sign::SessionOf, -1.0),
    (Some(Manner::Indefinite), Sign::Spoken, -1.0),
    (None, Sign::Place, 1.0),
    (None, Sign::PlacesDiffer, -1.5),
    (None, Sign::Time, 1.0),
    (None, Sign::TimesDiffer, -1.5),
    (None, Sign::Body, 1.0),
    (None, Sign::BodiesDiffer, -1.5),
    (None, Sign::Ordinal, 2.0),
    (None, Sign::OrdinalsDiffer, -4.0),
    (None, Sign::SectionsDiffer, -0.5),
    (None, Sign::SectionsDifferFirmly, -1.5),
    (None, Sign::EarlierDiffers, -1.5),
    (None, Sign::Heading, 1.0),
    (None, Sign::Headed, 1.5),
    (None, Sign::Latest, 0.7),
    (None, Sign::Only, 0.5),
    (None, Sign::NumbersDiffer, -1.0),
    (None, Sign::CarriedOut, 0.5),
];

fn learn(examples: &[LinkExample], arguments: &Arguments) -> Weights {
    let prior = prior();
    let mut weights = prior.clone();
    let mut squares: Weights = prior.iter().map(|row| vec![0.0; row.len()]).collect();
    for _ in 0..arguments.steps {
        let penalty = |row: usize| if row == 0 { arguments.penalty } else { arguments.penalty * arguments.manner };
        let rows_of = weights.iter().zip(&prior).enumerate();
        let mut slope: Weights = rows_of
            .map(|(row, (weights, prior))| {
                weights.iter().zip(prior).map(|(one, other)| (one - other) * penalty(row)).collect()
            })
            .collect();
        for example in examples {
            let odds: Vec<f64> =
                example.meetings.iter().map(|(signs, _)| score(&weights, example.manner, *signs).exp()).collect();
            let all = 1.0 + odds.iter().sum::<f64>();
            for ((signs, same), odds) in example.meetings.iter().zip(&odds) {
                let error = odds / all - f64::from(u8::from(*same));
                for sign in signs.iter() {
                    for row in rows(example.manner) {
                        slope[row][sign as usize] += error;
                    }
                }
            }
        }
        for (row, slopes) in slope.iter().enumerate() {
            for (sign, slope) in slopes.iter().enumerate() {
                squares[row][sign] += slope * slope;
                weights[row][sign] -= RATE * slope / (squares[row][sign].sqrt() + 1e-9);
            }
        }
    }
    weights[0][Sign::Always as usize] += arguments.lean;
    weights
}

const RATE: f64 = 0.1;

fn table(weights: &Weights) -> String {
    let mut table = String::from(HEAD);
    let manners = std::iter::once("any").chain(Manner::ALL.iter().map(|manner| manner.name()));
    for (manner, weights) in manners.zip(weights) {
        for (sign, weight) in Sign::ALL.iter().zip(weights).filter(|(_, weight)| weight.abs() >= LEAST) {
            writeln!(table, "{manner}\t{}\t{weight:.2}", sign.name()).expect("writing to a string does not fail");
        }
    }
    table
}

/// Weights smaller than this are left out.
const LEAST: f64 = 0.05;

const HEAD: &str = "\
# How much each sign speaks for a mention being of a meeting told before. Learned by `knowledge links`; MIT OR Apache-2.0.
# manner of the mention, or `any`<TAB>sign<TAB>weight; more than nothing in all is more likely than not
";
