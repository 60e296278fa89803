//! The conditional random field in learning: stochastic gradient descent (AdaGrad) with an L2 penalty.

use qari::extract::model::label::{LABELS, Label};

use crate::samples::Sample;

/// A number a label.
pub type Row = [f32; LABELS];

/// How a step is taken.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Steps {
    /// The length of a step.
    #[arg(long, default_value_t = 0.15)]
    rate: f32,
    /// Strength of the penalty.
    #[arg(long, default_value_t = 2e-6)]
    penalty: f32,
    /// The share of features withheld at each step, so that the model does not come to lean on a few (dropout).
    #[arg(long, default_value_t = 0.5)]
    pub withhold: f32,
    /// What missing a name costs beyond any other error (recall-oriented learning, Mohit et al. 2012).
    #[arg(long, default_value_t = 2.0)]
    recall: f32,
}

/// A weight a label, and the sum of the squares of its steps so far.
#[derive(Clone, Copy)]
struct Learned {
    weights: Row,
    squares: Row,
}

impl Learned {
    const NEW: Self = Self { weights: [0.0; LABELS], squares: [1e-3; LABELS] };

    fn step(&mut self, gradient: &Row, rate: f32, penalty: f32) {
        for ((weight, square), part) in self.weights.iter_mut().zip(&mut self.squares).zip(gradient) {
            let part = part + penalty * *weight;
            *square += part * part;
            *weight -= rate / square.sqrt() * part;
        }
    }
}

/// The weights while they are learned.
pub struct Model {
    features: Vec<Learned>,
    /// After each label, and at the start of a sentence.
    transitions: [Learned; LABELS + 1],
}

/// Weights: of features by number, and of transitions.
pub struct Rows {
    pub features: Vec<Row>,
    pub transitions: Vec<Row>,
}

/// The mean of the weights at several times (averaging).
pub struct Mean {
    sums: Rows,
    times: f32,
}

impl Mean {
    pub fn new(features: usize) -> Self {
        let nothing = |length| vec![[0.0; LABELS]; length];
        Self { sums: Rows { features: nothing(features), transitions: nothing(LABELS + 1) }, times: 0.0 }
    }

    /// Adds the weights as they are.
    pub fn note(&mut self, model: &Model) {
        let Rows { features, transitions } = &mut self.sums;
        let pairs = features.iter_mut().zip(&model.features).chain(transitions.iter_mut().zip(&model.transitions));
        for (sum, learned) in pairs {
            sum.iter_mut().zip(&learned.weights).for_each(|(sum, weight)| *sum += weight);
        }
        self.times += 1.0;
    }

    pub fn rows(self) -> Rows {
        let mean = |rows: Vec<Row>| rows.into_iter().map(|row| row.map(|sum| sum / self.times.max(1.0))).collect();
        Rows { features: mean(self.sums.features), transitions: mean(self.sums.transitions) }
    }
}

impl Model {
    pub fn new(features: usize) -> Self {
        Self { features: vec![Learned::NEW; features], transitions: [Learned::NEW; LABELS + 1] }
    }

    /// One step on one sentence.
    pub fn learn(&mut self, sample: &Sample, steps: &Steps) {
        let scores: Vec<Row> = sample
            .tokens
            .iter()
            .zip(&sample.gold)
            .map(|(features, gold)| {
                let mut scores = [0.0; LABELS];
                for feature in features {
                    for (score, weight) in scores.iter_mut().zip(&self.features[*feature as usize].weights) {
                        *score += weight;
                    }
                }
                scores = scores.map(|score| score / (1.0 - steps.withhold));
                if !gold.has(Label::OUTSIDE.index()) {
                    scores[Label::OUTSIDE.index()] += steps.recall;
                }
                scores
            })
            .collect();
        let lattice = Lattice::of(&self.transitions);
        let free = lattice.expect(&scores, |_, _| true);
        let allowed = lattice.expect(&scores, |at, label| sample.gold[at].has(label));
        for (at, features) in sample.tokens.iter().enumerate() {
            let gradient = difference(&free.tokens[at], &allowed.tokens[at]);
            if gradient.iter().all(|part| part.abs() < NEGLIGIBLE) {
                continue;
            }
            for feature in features {
                self.features[*feature as usize].step(&gradient, steps.rate, steps.penalty);
            }
        }
        for (learned, (free, allowed)) in
            self.transitions.iter_mut().zip(free.transitions.iter().zip(&allowed.transitions))
        {
            learned.step(&difference(free, allowed), steps.rate, 0.0);
        }
    }
}

/// A token whose labels are as expected to this degree teaches nothing.
const NEGLIGIBLE: f32 = 1e-3;

fn difference(one: &Row, other: &Row) -> Row {
    std::array::from_fn(|label| one[label] - other[label])
}

/// How much each label favours each that follows; the last row is the start of a sentence.
struct Lattice {
    after: [[f64; LABELS]; LABELS + 1],
}

/// How often the model expects each label at each token of a sentence, and each label after each other.
struct Expected {
    tokens: Vec<Row>,
    transitions: [Row; LABELS + 1],
}

impl Lattice {
    fn of(transitions: &[Learned; LABELS + 1]) -> Self {
        let favour = |before: usize, label: usize| {
            let previous = if before == LABELS { Label::OUTSIDE } else { Label::at(before) };
            let possible = Label::at(label).may_follow(previous);
            if possible { f64::from(transitions[before].weights[label]).exp() } else { 0.0 }
        };
        Self { after: std::array::from_fn(|before| std::array::from_fn(|label| favour(before, label))) }
    }

    /// The expectation over the paths whose labels are `allowed` (forward and backward sums, scaled at each token).
    fn expect(&self, scores: &[Row], allowed: impl Fn(usize, usize) -> bool) -> Expected {
        let emitted: Vec<[f64; LABELS]> = scores
            .iter()
            .enumerate()
            .map(|(at, scores)| {
                let own = |label: usize| if allowed(at, label) { f64::from(scores[label]) } else { f64::NEG_INFINITY };
                let largest = (0..LABELS).map(own).fold(f64::NEG_INFINITY, f64::max);
                std::array::from_fn(|label| (own(label) - largest).exp())
            })
            .collect();
        let mut forward: Vec<[f64; LABELS]> = Vec::with_capacity(scores.len());
        let mut scales = Vec::with_capacity(scores.len());
        for emitted in &emitted {
            let mut reached = match forward.last() {
                None => self.after[LABELS],
                Some(before) => {
                    let mut reached = [0.0; LABELS];
                    for (weight, row) in before.iter().zip(&self.after) {
                        reached.iter_mut().zip(row).for_each(|(reached, step)| *reached += weight * step);
                    }
                    reached
                }
            };
            reached.iter_mut().zip(emitted).for_each(|(reached, emitted)| *reached *= emitted);
            let scale = reached.iter().sum::<f64>().max(f64::MIN_POSITIVE);
            forward.push(reached.map(|reached| reached / scale));
            scales.push(scale);
        }
        let mut tokens = vec![[0.0; LABELS]; scores.len()];
        let mut transitions = [[0.0; LABELS]; LABELS + 1];
        let mut backward = [1.0; LABELS];
        for at in (0..scores.len()).rev() {
            tokens[at] = std::array::from_fn(|label| (forward[at][label] * backward[label]) as f32);
            let onward: [f64; LABELS] = std::array::from_fn(|label| emitted[at][label] * backward[label] / scales[at]);
            let before = if at == 0 { None } else { Some(&forward[at - 1]) };
            let Some(before) = before else {
                transitions[LABELS] = tokens[0];
                break;
            };
            backward =
                std::array::from_fn(|from| self.after[from].iter().zip(&onward).map(|(step, on)| step * on).sum());
            for ((weight, row), sums) in before.iter().zip(&self.after).zip(&mut transitions) {
                for ((sum, step), onward) in sums.iter_mut().zip(row).zip(&onward) {
                    *sum += (weight * step * onward) as f32;
                }
            }
        }
        Expected { tokens, transitions }
    }
}
