//! How well a model does on an annotated corpus: exact names of people, places and organisations, by token.

use std::path::PathBuf;

use qari::extract::model::{
    label::{Label, Sort, spans},
    tagger::Tagger,
    weights::Weights,
};

use crate::corpus;

/// What to score on.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Annotated corpora, one JSON object a line.
    #[arg(long, num_args = 1.., required = true)]
    corpus: Vec<PathBuf>,
    /// The model.
    #[arg(long)]
    model: PathBuf,
    /// Lines that make one article.
    #[arg(long, default_value_t = 20)]
    lines: usize,
    /// Scores the first pass only.
    #[arg(long)]
    first: bool,
    /// Prints what was missed and what was taken for a name.
    #[arg(long)]
    errors: bool,
}

const SORTS: [(Sort, &str); 3] = [(Sort::Person, "PER"), (Sort::Place, "LOC"), (Sort::Organisation, "ORG")];

/// Scores.
pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let weights = Weights::over(std::fs::read(&arguments.model)?.leak()).by_benchmark();
    let mut tallies = [[0usize; 3]; 3];
    for text in corpus::joined(&arguments.corpus, arguments.lines)? {
        let tagger = Tagger::new(text.source(), &text.hints, weights);
        let found: Vec<Label> = if arguments.first { tagger.first_labels() } else { tagger.labels() };
        let gold: Vec<Label> = text.gold.iter().filter_map(|gold| gold.single()).collect();
        let gold: Vec<_> = spans(&gold).collect();
        let given: Vec<_> = spans(&found).collect();
        for ((sort, name), tally) in SORTS.iter().zip(&mut tallies) {
            let of = |names: &[(usize, usize, Sort)]| {
                names.iter().filter(|span| span.2 == *sort).copied().collect::<Vec<_>>()
            };
            let (gold, given) = (of(&gold), of(&given));
            tally[0] += gold.iter().filter(|span| given.contains(span)).count();
            tally[1] += given.len();
            tally[2] += gold.len();
            if arguments.errors {
                let words = |span: &(usize, usize, Sort)| {
                    (span.0..span.1)
                        .map(|at| text.article.words(text.tokens.all()[at].passage()))
                        .collect::<Vec<_>>()
                        .join(" ")
                };
                gold.iter()
                    .filter(|span| !given.contains(span))
                    .for_each(|span| println!("missed {name}\t{}", words(span)));
                given
                    .iter()
                    .filter(|span| !gold.contains(span))
                    .for_each(|span| println!("wrong {name}\t{}", words(span)));
            }
        }
    }
    let f1 = |[right, given, gold]: [usize; 3]| 200.0 * right as f64 / (given + gold).max(1) as f64;
    for ((_, name), tally) in SORTS.iter().zip(&tallies) {
        let [right, given, gold] = *tally;
        let percent = |whole: usize| 100.0 * right as f64 / whole.max(1) as f64;
        println!("{name} P {:.1} R {:.1} F1 {:.1}", percent(given), percent(gold), f1(*tally));
    }
    let all = tallies.iter().fold([0; 3], |sum, tally| [sum[0] + tally[0], sum[1] + tally[1], sum[2] + tally[2]]);
    println!("micro F1 {:.2}", f1(all));
    Ok(())
}
