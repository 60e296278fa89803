//! `model.bin`: a conditional random field, trained by stochastic gradient descent (AdaGrad) with an L2 penalty.

use std::{collections::HashMap, path::PathBuf};

use qari::arabic::{TokenId, TokenRange};
use qari::extract::model::{
    features::{self, Places, REACH, WordFeatures, WordHashes},
    label::{LABELS, Label},
    memory::Memory,
    tagger::Tagger,
    weights::{self, Weights},
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
    /// Texts that nobody has annotated: a first model does, and they count half (self-training).
    #[arg(long, num_args = 0..)]
    unlabelled: Vec<PathBuf>,
    /// The file to write.
    #[arg(long)]
    out: PathBuf,
    /// Lines that make one article.
    #[arg(long, default_value_t = 20)]
    lines: usize,
    /// How often each sentence is learned from.
    #[arg(long, default_value_t = 12)]
    rounds: u32,
    /// How many times learning starts anew, in another order; the model is the mean.
    #[arg(long, default_value_t = 3)]
    seeds: u32,
    /// The length of a step.
    #[arg(long, default_value_t = 0.15)]
    rate: f32,
    /// Strength of the penalty.
    #[arg(long, default_value_t = 2e-6)]
    penalty: f32,
    /// The share of features withheld at each step, so that the model does not come to lean on a few (dropout).
    #[arg(long, default_value_t = 0.3)]
    withhold: f32,
    /// What missing a name costs beyond any other error (recall-oriented learning, Mohit et al. 2012).
    #[arg(long, default_value_t = 2.0)]
    recall: f32,
    /// Strength of the penalty that drives weights to nothing (L1).
    #[arg(long, default_value_t = 0.0)]
    sparsity: f32,
    /// Features seen in fewer places are left out.
    #[arg(long, default_value_t = 2)]
    least: u32,
    /// Weights smaller than this are left out.
    #[arg(long, default_value_t = 0.25)]
    cut: f32,
}

/// A sentence with the numbers of its features.
#[derive(Clone)]
struct Sample {
    /// For each token, its features.
    tokens: Vec<Vec<u32>>,
    /// For each token, the features of what was said elsewhere.
    elsewhere: Vec<Vec<u32>>,
    gold: Vec<Label>,
    weight: f32,
}

impl Sample {
    /// The sample without a random share of its features, and every other time without what was said elsewhere, as the
    /// first pass sees it.
    fn withholding(&self, share: f32, random: &mut Random) -> Self {
        let keep = ((1.0 - share) * 1000.0) as usize;
        let second_pass = random.below(2) == 0;
        let tokens = self
            .tokens
            .iter()
            .zip(&self.elsewhere)
            .map(|(features, elsewhere)| {
                let elsewhere = elsewhere.iter().filter(|_| second_pass);
                features.iter().chain(elsewhere).copied().filter(|_| random.below(1000) < keep).collect()
            })
            .collect();
        Self { tokens, elsewhere: Vec::new(), gold: self.gold.clone(), weight: self.weight }
    }
}

type Row = [f32; LABELS];

/// Learns, and writes the file.
///
/// What a first pass says of the words of a text has to be what it says of a text it has not learned from: so the
/// texts are dealt into folds, and a model of the others labels each.
pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let gold = corpus::joined(&arguments.corpus, arguments.lines)?;
    let texts: Vec<(&Text, f32)> = gold.iter().map(|text| (text, 1.0)).collect();
    let mut said: Vec<Vec<Label>> = vec![Vec::new(); texts.len()];
    for fold in 0..FOLDS {
        let others: Vec<(&Text, f32, &[Label])> = others(&texts, fold);
        let model = learn(&others, arguments, arguments.rounds / 2);
        let weights = Weights::over(model.leak());
        for (index, (text, _)) in texts.iter().enumerate().filter(|(index, _)| index % FOLDS == fold) {
            said[index] = Tagger::new(text.source(), weights).first_labels();
        }
    }
    let mut all: Vec<(&Text, f32, &[Label])> =
        texts.iter().zip(&said).map(|((text, weight), said)| (*text, *weight, said.as_slice())).collect();
    let mut file = learn(&all, arguments, arguments.rounds);
    let mut silver = corpus::unlabelled(&arguments.unlabelled)?;
    if !silver.is_empty() {
        let weights = Weights::over(file.leak());
        let said = silver.iter_mut().map(|text| annotate(text, weights)).collect::<Vec<_>>();
        all.extend(silver.iter().zip(&said).map(|(text, said)| (text, SILVER, said.as_slice())));
        file = learn(&all, arguments, arguments.rounds);
    }
    println!("{} bytes", file.len());
    std::fs::write(&arguments.out, file)?;
    Ok(())
}

/// Takes a model's labels for a text, and gives what its first pass said.
fn annotate(text: &mut Text, weights: Weights) -> Vec<Label> {
    let first = Tagger::new(text.source(), weights).first_labels();
    text.gold = Tagger::new(text.source(), weights).labels();
    first
}

/// Into how many parts the texts are dealt.
const FOLDS: usize = 4;
/// How much a sentence counts that a model has annotated.
const SILVER: f32 = 0.5;

fn others<'a>(texts: &[(&'a Text, f32)], fold: usize) -> Vec<(&'a Text, f32, &'a [Label])> {
    let kept = texts.iter().enumerate().filter(|(index, _)| index % FOLDS != fold);
    kept.map(|(_, (text, weight))| (*text, *weight, [].as_slice())).collect()
}

/// Learns from texts, each with its weight and what a first pass said of it, and gives the bytes of the file.
fn learn(texts: &[(&Text, f32, &[Label])], arguments: &Arguments, rounds: u32) -> Vec<u8> {
    let (samples, keys) = samples(texts, arguments.least);
    let mut model = Model::new(keys.len());
    for seed in 1..=u64::from(arguments.seeds) {
        model.restart();
        let mut order: Vec<usize> = (0..samples.len()).collect();
        let mut random = Random(7 * seed);
        for round in 0..rounds {
            random.shuffle(&mut order);
            for index in &order {
                model.learn(&samples[*index].withholding(arguments.withhold, &mut random), arguments);
            }
            if round >= rounds / 2 {
                model.note();
            }
        }
    }
    let model = model.average();
    let rows: Vec<(u32, Row)> = keys
        .iter()
        .zip(&model.weights)
        .filter(|(_, row)| row.iter().any(|weight| weight.abs() >= arguments.cut))
        .map(|(key, row)| (*key, *row))
        .collect();
    println!("{} sentences, {} features, {} kept", samples.len(), keys.len(), rows.len());
    weights::file(&model.transitions, &rows)
}

/// A sentence with the keys of its features, the same that the tagger asks for.
struct Raw {
    tokens: Vec<Vec<u32>>,
    elsewhere: Vec<Vec<u32>>,
    gold: Vec<Label>,
    weight: f32,
}

fn raw(text: &Text, weight: f32, said: &[Label]) -> Vec<Raw> {
    let source = text.source();
    let memory = Memory::of(&source, text.sentences(), said);
    let words: Vec<WordFeatures> = text
        .tokens
        .all()
        .iter()
        .map(|token| {
            let folded = text.tokens.words()[token.word.0 as usize].as_str();
            WordFeatures::of(folded, token.script, text.lexemes.of_token(token), source.lexicon)
        })
        .collect();
    let hashes = WordHashes::of(&source);
    let of_token = |sentence: TokenRange, places: &Places, at: usize| {
        let mut keys = Vec::new();
        for offset in -REACH..=REACH {
            let seen = usize::try_from(at as i64 + i64::from(offset)).ok().filter(|seen| *seen < sentence.len());
            match seen {
                Some(seen) => words[sentence.start.index() + seen].keys(offset, |key| keys.push(key)),
                None => keys.push(features::edge(offset)),
            }
        }
        features::of_place(&source, &hashes, sentence, places, at, |key| keys.push(key));
        keys
    };
    let said_of_token = |at: usize| {
        let mut keys = Vec::new();
        if let Some(own) = said.get(at) {
            memory.features(&source, TokenId(at as u32), *own, |feature| keys.push(feature.key(0)));
        }
        keys
    };
    text.sentences()
        .filter(|sentence| !sentence.is_empty())
        .map(|sentence| {
            let places = Places::of(&source, sentence);
            Raw {
                tokens: (0..sentence.len()).map(|at| of_token(sentence, &places, at)).collect(),
                elsewhere: sentence.indices().map(said_of_token).collect(),
                gold: whole(&text.gold[sentence.indices()]),
                weight,
            }
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

fn samples(texts: &[(&Text, f32, &[Label])], least: u32) -> (Vec<Sample>, Vec<u32>) {
    let raw: Vec<Raw> = texts.iter().flat_map(|(text, weight, said)| raw(text, *weight, said)).collect();
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for raw in &raw {
        raw.tokens.iter().chain(&raw.elsewhere).flatten().for_each(|key| *counts.entry(*key).or_default() += 1);
    }
    let mut kept: Vec<u32> = counts.into_iter().filter(|(_, count)| *count >= least).map(|(key, _)| key).collect();
    kept.sort_unstable();
    let numbers: HashMap<u32, u32> = kept.iter().enumerate().map(|(number, key)| (*key, number as u32)).collect();
    let number = |tokens: Vec<Vec<u32>>| -> Vec<Vec<u32>> {
        tokens.into_iter().map(|keys| keys.into_iter().filter_map(|key| numbers.get(&key).copied()).collect()).collect()
    };
    let samples = raw
        .into_iter()
        .map(|Raw { tokens, elsewhere, gold, weight }| Sample {
            tokens: number(tokens),
            elsewhere: number(elsewhere),
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

    /// Forgets the weights, not the sums.
    fn restart(&mut self) {
        let sums = std::mem::take(&mut self.sums);
        *self = Self { sums, ..Self::new(self.weights.len()) };
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
