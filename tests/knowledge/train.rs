//! `model.bin`: a conditional random field of annotated corpora.

use std::{collections::BTreeMap, path::PathBuf};

use qari::extract::model::{
    label::Label,
    tagger::Tagger,
    weights::{self, Weights},
};

use crate::{
    corpus::{self, Convention, Text},
    field::{Mean, Model, Row, Steps},
    likeness::Random,
    samples::{Key, Lesson, samples},
};

/// What to learn from, and how long.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Corpora annotated by the conventions of ANERcorp, one JSON object a line.
    #[arg(long, num_args = 1.., required = true)]
    corpus: Vec<PathBuf>,
    /// Articles annotated by our own conventions, one JSON object a line (see tests/corpus/gold.py).
    #[arg(long, num_args = 0..)]
    articles: Vec<PathBuf>,
    /// Corpora of which only the people are learned, one JSON object a line.
    #[arg(long, num_args = 0..)]
    people: Vec<PathBuf>,
    /// The file to write.
    #[arg(long)]
    out: PathBuf,
    /// Lines of a corpus that make one text.
    #[arg(long, default_value_t = 20)]
    lines: usize,
    /// How often each sentence is learned from.
    #[arg(long, default_value_t = 8)]
    rounds: u32,
    /// How many times learning starts anew, in another order; the model is the mean.
    #[arg(long, default_value_t = 3)]
    seeds: u32,
    /// Into how many parts the texts are dealt.
    #[arg(long, default_value_t = 4)]
    folds: usize,
    /// Features seen in fewer places are left out.
    #[arg(long, default_value_t = 2)]
    least: u32,
    /// Weights smaller than this are left out.
    #[arg(long, default_value_t = 0.27)]
    cut: f32,
    #[command(flatten)]
    steps: Steps,
}

/// Learns, and writes the file.
///
/// What a first pass says of the words of a text has to be what it says of a text it has not learned from: so the
/// texts are dealt into folds, and a model of the others labels each.
pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let mut texts = corpus::joined(&arguments.corpus, arguments.lines)?;
    texts.extend(corpus::articles(&arguments.articles)?);
    texts.extend(corpus::people(&arguments.people, arguments.lines)?);
    let lesson = |text| Lesson { text, said: &[] };
    let mut said: Vec<Vec<Label>> = vec![Vec::new(); texts.len()];
    for fold in 0..arguments.folds {
        let others = texts.iter().enumerate().filter(|(index, _)| index % arguments.folds != fold);
        let lessons: Vec<Lesson<'_>> = others.map(|(_, text)| lesson(text)).collect();
        let file: &[u8] = learn(&lessons, arguments, arguments.rounds / 2).leak();
        for (index, text) in texts.iter().enumerate().filter(|(index, _)| index % arguments.folds == fold) {
            said[index] = Tagger::new(text.source(), &text.hints, text.weights(file)).first_labels();
        }
    }
    let lessons: Vec<Lesson<'_>> =
        texts.iter().zip(&said).map(|(text, said)| Lesson { said, ..lesson(text) }).collect();
    let file = learn(&lessons, arguments, arguments.rounds);
    println!("{} bytes", file.len());
    std::fs::write(&arguments.out, file)?;
    Ok(())
}

impl Text {
    /// A model's weights as this text is annotated.
    fn weights(&self, file: &'static [u8]) -> Weights {
        match self.convention {
            Convention::Own => Weights::over(file),
            Convention::Benchmark => Weights::over(file).by_benchmark(),
        }
    }
}

/// Learns, and gives the bytes of the file.
fn learn(lessons: &[Lesson<'_>], arguments: &Arguments, rounds: u32) -> Vec<u8> {
    let (samples, keys) = samples(lessons, arguments.least);
    let mut mean = Mean::new(keys.len());
    for seed in 1..=u64::from(arguments.seeds) {
        let mut model = Model::new(keys.len());
        let mut order: Vec<usize> = (0..samples.len()).collect();
        let mut random = Random(7 * seed);
        for round in 0..rounds {
            random.shuffle(&mut order);
            for index in &order {
                let sample = samples[*index].withholding(arguments.steps.withhold, &mut random);
                model.learn(&sample, &arguments.steps);
            }
            if round >= rounds / 2 {
                mean.note(&model);
            }
        }
    }
    let learned = mean.rows();
    let rows = rows(&keys, &learned.features, arguments.cut);
    println!("{} sentences, {} features, {} kept", samples.len(), keys.len(), rows.len());
    weights::file(&learned.transitions, &rows)
}

/// The rows of the file: what our own conventions add is added once and for all, what those of the benchmark add is
/// kept apart, as the difference to our own.
fn rows(keys: &[Key], weights: &[Row], cut: f32) -> Vec<(u32, Row)> {
    let mut rows: BTreeMap<u32, Row> = BTreeMap::new();
    let mut add = |key: u32, sign: f32, weights: &Row| {
        let row = rows.entry(key).or_default();
        row.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += sign * weight);
    };
    for (Key { key, within }, weights) in keys.iter().zip(weights) {
        match within {
            None => add(*key, 1.0, weights),
            Some(Convention::Own) => {
                add(*key, 1.0, weights);
                add(Weights::benchmark_key(*key), -1.0, weights);
            }
            Some(Convention::Benchmark) => add(Weights::benchmark_key(*key), 1.0, weights),
        }
    }
    rows.into_iter().filter(|(_, row)| row.iter().any(|weight| weight.abs() >= cut)).collect()
}
