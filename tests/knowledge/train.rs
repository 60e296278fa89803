//! `model.bin`: a conditional random field, trained by stochastic gradient descent (AdaGrad) with an L2 penalty.

use std::{collections::HashMap, path::PathBuf};

use qari::extract::model::{
    features::{self, Places, REACH, WordFeatures},
    label::{LABELS, Label},
    weights,
};

use crate::{
    corpus::{self, Text},
    likeness::Random,
};

/// What to learn from, and how long.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Annotated corpora, one JSON object a line.
    #[arg(long, num_args = 1.., required = true)]
    corpus: Vec<PathBuf>,
    /// Corpora annotated by an earlier model, which count half.
    #[arg(long, num_args = 0..)]
    silver: Vec<PathBuf>,
    /// The file to write.
    #[arg(long)]
    out: PathBuf,
    #[arg(long, default_value_t = 25)]
    rounds: u32,
    #[arg(long, default_value_t = 0.15)]
    rate: f32,
    /// Strength of the penalty.
    #[arg(long, default_value_t = 2e-6)]
    penalty: f32,
    /// The share of features withheld at each step, so that the model does not come to lean on a few (dropout).
    #[arg(long, default_value_t = 0.3)]
    withhold: f32,
    /// What missing a name costs beyond any other error (recall-oriented learning, Mohit et al. 2012).
    #[arg(long, default_value_t = 1.0)]
    recall: f32,
    /// Strength of the penalty that drives weights to nothing (L1).
    #[arg(long, default_value_t = 0.0)]
    sparsity: f32,
    /// Features seen in fewer places are left out.
    #[arg(long, default_value_t = 2)]
    least: u32,
    /// Weights smaller than this are left out.
    #[arg(long, default_value_t = 0.03)]
    cut: f32,
}

/// A sentence with the numbers of its features.
struct Sample {
    /// For each token, its features.
    tokens: Vec<Vec<u32>>,
    gold: Vec<Label>,
    weight: f32,
}

impl Sample {
    /// The sample without a random share of its features.
    fn withholding(&self, share: f32, random: &mut Random) -> Self {
        let keep = ((1.0 - share) * 1000.0) as usize;
        let tokens = self
            .tokens
            .iter()
            .map(|features| features.iter().copied().filter(|_| random.below(1000) < keep).collect())
            .collect();
        Self { tokens, gold: self.gold.clone(), weight: self.weight }
    }
}

type Row = [f32; LABELS];

/// Learns, and writes the file.
pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let gold = corpus::texts(&arguments.corpus)?;
    let silver = corpus::texts(&arguments.silver)?;
    let (samples, keys) = samples(&gold, &silver, arguments.least);
    println!("{} sentences, {} features", samples.len(), keys.len());
    let mut model = Model::new(keys.len());
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut random = Random(7);
    for round in 0..arguments.rounds {
        random.shuffle(&mut order);
        let loss: f64 = order
            .iter()
            .map(|index| model.learn(&samples[*index].withholding(arguments.withhold, &mut random), arguments))
            .sum();
        if round >= arguments.rounds / 2 {
            model.note();
        }
        if round % 5 == 4 {
            println!("round {}: loss {:.4} a sentence", round + 1, loss / samples.len() as f64);
        }
    }
    let model = model.average();
    let rows: Vec<(u32, Row)> = keys
        .iter()
        .zip(&model.weights)
        .filter(|(_, row)| row.iter().any(|weight| weight.abs() >= arguments.cut))
        .map(|(key, row)| (*key, *row))
        .collect();
    let file = weights::file(&model.transitions, &rows);
    println!("{} features kept, {} bytes", rows.len(), file.len());
    std::fs::write(&arguments.out, file)?;
    Ok(())
}

/// The keys of every token's features, the same that the tagger asks for.
fn keys(text: &Text) -> Vec<(Vec<Vec<u32>>, Vec<Label>)> {
    let source = text.source();
    let words: Vec<WordFeatures> = text
        .tokens
        .all()
        .iter()
        .map(|token| {
            let folded = text.tokens.words()[token.word.0 as usize].as_str();
            WordFeatures::of(folded, token.script, text.lexemes.of_token(token), source.lexicon)
        })
        .collect();
    text.sentences()
        .map(|sentence| {
            let places = Places::of(&source, sentence);
            let tokens = (0..sentence.len())
                .map(|at| {
                    let mut keys = Vec::new();
                    for offset in -REACH..=REACH {
                        let seen = at as i64 + i64::from(offset);
                        match usize::try_from(seen).ok().filter(|seen| *seen < sentence.len()) {
                            Some(seen) => words[sentence.start.index() + seen].keys(offset, |key| keys.push(key)),
                            None => keys.push(features::edge(offset)),
                        }
                    }
                    features::of_place(&source, sentence, &places, at, |key| keys.push(key));
                    keys
                })
                .collect();
            (tokens, whole(&text.gold[sentence.indices()]))
        })
        .collect()
}

/// The labels of a sentence; a name that a sentence's end has cut begins anew.
fn whole(labels: &[Label]) -> Vec<Label> {
    let mut before = Label::OUTSIDE;
    labels
        .iter()
        .map(|label| {
            let sort = label.sort().filter(|_| !label.may_follow(before));
            before = sort.map_or(*label, Label::begin);
            before
        })
        .collect()
}

fn samples(gold: &[Text], silver: &[Text], least: u32) -> (Vec<Sample>, Vec<u32>) {
    let mut raw: Vec<(Vec<Vec<u32>>, Vec<Label>, f32)> = Vec::new();
    for (texts, weight) in [(gold, 1.0), (silver, 0.5)] {
        for text in texts {
            raw.extend(keys(text).into_iter().map(|(tokens, labels)| (tokens, labels, weight)));
        }
    }
    let mut counts: HashMap<u32, u32> = HashMap::new();
    raw.iter().flat_map(|(tokens, ..)| tokens.iter().flatten()).for_each(|key| *counts.entry(*key).or_default() += 1);
    let mut kept: Vec<u32> = counts.into_iter().filter(|(_, count)| *count >= least).map(|(key, _)| key).collect();
    kept.sort_unstable();
    let numbers: HashMap<u32, u32> = kept.iter().enumerate().map(|(number, key)| (*key, number as u32)).collect();
    let samples = raw
        .into_iter()
        .filter(|(tokens, ..)| !tokens.is_empty())
        .map(|(tokens, gold, weight)| Sample {
            tokens: tokens
                .into_iter()
                .map(|keys| keys.into_iter().filter_map(|key| numbers.get(&key).copied()).collect())
                .collect(),
            gold,
            weight,
        })
        .collect();
    (samples, kept)
}

struct Model {
    weights: Vec<Row>,
    squares: Vec<Row>,
    transitions: Vec<Row>,
    transition_squares: Vec<Row>,
    /// Sums over the later rounds, and how many these are.
    sums: (Vec<Row>, Vec<Row>, f32),
}

impl Model {
    fn new(features: usize) -> Self {
        Self {
            weights: vec![[0.0; LABELS]; features],
            squares: vec![[1e-3; LABELS]; features],
            transitions: vec![[0.0; LABELS]; LABELS + 1],
            transition_squares: vec![[1e-3; LABELS]; LABELS + 1],
            sums: (vec![[0.0; LABELS]; features], vec![[0.0; LABELS]; LABELS + 1], 0.0),
        }
    }

    /// Adds the weights as they are to the sums.
    fn note(&mut self) {
        let (features, transitions, rounds) = &mut self.sums;
        let pairs = features.iter_mut().zip(&self.weights).chain(transitions.iter_mut().zip(&self.transitions));
        for (sum, row) in pairs {
            sum.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
        }
        *rounds += 1.0;
    }

    /// The model with the mean of the noted weights (averaging).
    fn average(self) -> Self {
        let (features, transitions, rounds) = self.sums.clone();
        let mean = |rows: Vec<Row>| rows.into_iter().map(|row| row.map(|sum| sum / rounds.max(1.0))).collect();
        Self { weights: mean(features), transitions: mean(transitions), ..self }
    }

    /// One step on one sentence; gives its negative log-likelihood.
    fn learn(&mut self, sample: &Sample, arguments: &Arguments) -> f64 {
        let scores: Vec<Row> = sample
            .tokens
            .iter()
            .zip(&sample.gold)
            .map(|(features, gold)| {
                let mut scores = [0.0; LABELS];
                for feature in features {
                    for (score, weight) in scores.iter_mut().zip(&self.weights[*feature as usize]) {
                        *score += weight;
                    }
                }
                scores = scores.map(|score| score / (1.0 - arguments.withhold));
                if *gold != Label::OUTSIDE {
                    scores[Label::OUTSIDE.index()] += arguments.recall;
                }
                scores
            })
            .collect();
        let expected = Expected::of(&scores, &self.transitions);
        let mut loss = expected.log_sum;
        let mut step = Step {
            rate: arguments.rate * sample.weight.sqrt(),
            penalty: arguments.penalty,
            sparsity: arguments.sparsity,
        };
        let mut before = LABELS;
        let mut gradients = expected.transitions;
        for (at, label) in sample.gold.iter().enumerate() {
            loss -= f64::from(scores[at][label.index()] + self.transitions[before][label.index()]);
            gradients[before][label.index()] -= 1.0;
            before = label.index();
            let mut gradient = expected.tokens[at];
            gradient[label.index()] -= 1.0;
            if gradient.iter().all(|part| part.abs() < 1e-4) {
                continue;
            }
            for feature in &sample.tokens[at] {
                let feature = *feature as usize;
                step.take(&mut self.weights[feature], &mut self.squares[feature], &gradient);
            }
        }
        step.penalty = 0.0;
        step.sparsity = 0.0;
        for (row, gradient) in gradients.iter().enumerate() {
            step.take(&mut self.transitions[row], &mut self.transition_squares[row], gradient);
        }
        loss * f64::from(sample.weight)
    }
}

struct Step {
    rate: f32,
    penalty: f32,
    sparsity: f32,
}

impl Step {
    fn take(&mut self, weights: &mut Row, squares: &mut Row, gradient: &Row) {
        for ((weight, square), part) in weights.iter_mut().zip(squares).zip(gradient) {
            let part = part + self.penalty * *weight;
            *square += part * part;
            let rate = self.rate / square.sqrt();
            *weight -= rate * part;
            *weight -= weight.clamp(-rate * self.sparsity, rate * self.sparsity);
        }
    }
}

/// What the model expects of a sentence (forward and backward sums, in logarithms).
struct Expected {
    tokens: Vec<Row>,
    transitions: Vec<Row>,
    log_sum: f64,
}

const IMPOSSIBLE: f32 = -1e9;

impl Expected {
    fn of(scores: &[Row], transitions: &[Row]) -> Self {
        let length = scores.len();
        let allowed = |before: usize, label: usize| {
            let before = if before == LABELS { Label::OUTSIDE } else { Label::at(before) };
            Label::at(label).may_follow(before)
        };
        let step =
            |before: usize, label: usize| if allowed(before, label) { transitions[before][label] } else { IMPOSSIBLE };
        let mut forward = vec![[IMPOSSIBLE; LABELS]; length];
        let mut backward = vec![[0.0f32; LABELS]; length];
        for label in 0..LABELS {
            forward[0][label] = step(LABELS, label) + scores[0][label];
        }
        for at in 1..length {
            for label in 0..LABELS {
                let mut terms = [IMPOSSIBLE; LABELS];
                for (before, term) in terms.iter_mut().enumerate() {
                    *term = forward[at - 1][before] + step(before, label);
                }
                forward[at][label] = log_sum(&terms) + scores[at][label];
            }
        }
        for at in (0..length - 1).rev() {
            for before in 0..LABELS {
                let mut terms = [IMPOSSIBLE; LABELS];
                for (label, term) in terms.iter_mut().enumerate() {
                    *term = step(before, label) + scores[at + 1][label] + backward[at + 1][label];
                }
                backward[at][before] = log_sum(&terms);
            }
        }
        let total = log_sum(&forward[length - 1]);
        let mut tokens = vec![[0.0; LABELS]; length];
        let mut expected = vec![[0.0; LABELS]; LABELS + 1];
        for at in 0..length {
            for label in 0..LABELS {
                tokens[at][label] = (forward[at][label] + backward[at][label] - total).exp();
            }
        }
        expected[LABELS] = tokens[0];
        for at in 1..length {
            for before in 0..LABELS {
                for label in 0..LABELS {
                    let score = forward[at - 1][before] + step(before, label) + scores[at][label] + backward[at][label];
                    expected[before][label] += (score - total).exp();
                }
            }
        }
        Self { tokens, transitions: expected, log_sum: f64::from(total) }
    }
}

fn log_sum(terms: &Row) -> f32 {
    let largest = terms.iter().copied().fold(IMPOSSIBLE, f32::max);
    largest + terms.iter().map(|term| (term - largest).exp()).sum::<f32>().ln()
}
