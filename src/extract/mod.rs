//! From article to knowledge. `found` and `complete` name the stages in their order; each is a folder or a file beside it.

mod abbreviations;
mod context;
mod coreference;
mod finding;
mod lexeme;
pub mod model;
mod overlap;
mod proclitics;
mod propagate;
mod recognisers;
mod run_on;
mod schedule;
mod sorts;
mod titles;
mod towns;
mod wholes;

pub use context::{Context, Source, Spot};
pub use coreference::Entities;
pub use lexeme::{Lexeme, Lexemes, full_stem};
pub use recognisers::hints;
pub use schedule::LinkExample;

use model::weights::Weights;

use crate::{
    arabic::Tokens,
    article::{Article, Passage},
    knowledge::Knowledge,
    lexicon::Lexicon,
};

/// The tokens of an article, words that were run together parted.
#[must_use]
pub fn tokens(article: &Article, lexicon: &Lexicon) -> Tokens {
    Tokens::parted(article, |word| run_on::seam(word, lexicon))
}

/// Everything that is found in an article. `today` is only there to be compared with.
#[must_use]
pub fn analyse(article: &Article, lexicon: &Lexicon, today: Option<jiff::civil::Date>) -> Knowledge {
    analyse_by(Weights::shipped(), article, lexicon, today)
}

/// The same by another sequence model than the one that ships: what a model finds in articles it has not learned from
/// is how well it will do on others.
#[must_use]
pub fn analyse_by(model: Weights, article: &Article, lexicon: &Lexicon, today: Option<jiff::civil::Date>) -> Knowledge {
    let tokens = tokens(article, lexicon);
    let lexemes = Lexemes::of(&tokens, lexicon);
    let source = Source { article, tokens: &tokens, lexemes: &lexemes, lexicon, model, today };
    let entities = found(&source);
    complete(source, entities)
}

/// The people, organisations and places of an article.
fn found(source: &Source<'_>) -> Entities {
    let names = towns::vouched(source, overlap::settle(source, recognisers::findings(source)));
    let short = abbreviations::find(source, &names);
    let names = overlap::merge(names, short);
    let names = wholes::trim(source, names);
    let names = propagate::spread(source, names);
    let names = wholes::join(source, names);
    let names = sorts::judge(source, names);
    let titles = titles::find(source, &names);
    let findings = overlap::merge(overlap::outside_titles(names, &titles), titles);
    coreference::entities(source, &findings)
}

/// What an article whose meetings are known teaches of which mentions are of one; `told` knows which meeting a passage
/// names. For learning [`crate::lexicon::events::LinkWeights`].
#[must_use]
pub fn link_examples(
    article: &Article,
    lexicon: &Lexicon,
    told: impl Fn(Passage) -> Option<usize>,
) -> Vec<LinkExample> {
    let tokens = tokens(article, lexicon);
    let lexemes = Lexemes::of(&tokens, lexicon);
    let source =
        Source { article, tokens: &tokens, lexemes: &lexemes, lexicon, model: Weights::shipped(), today: None };
    let Entities { people, organisations, places } = found(&source);
    let dated = recognisers::dates::dates(&source);
    let context = Context::new(source, &people, &organisations, &places, &dated.dates);
    schedule::link_examples(&context, told)
}

/// The dates and events of an article whose people, organisations and places are known already, as those of an
/// annotated article are.
#[must_use]
pub fn analyse_with(
    article: &Article,
    lexicon: &Lexicon,
    today: Option<jiff::civil::Date>,
    entities: Entities,
) -> Knowledge {
    let tokens = tokens(article, lexicon);
    let lexemes = Lexemes::of(&tokens, lexicon);
    let model = Weights::shipped();
    complete(Source { article, tokens: &tokens, lexemes: &lexemes, lexicon, model, today }, entities)
}

fn complete(source: Source<'_>, entities: Entities) -> Knowledge {
    let Entities { people, organisations, places } = entities;
    let mut dated = recognisers::dates::dates(&source);
    let context = Context::new(source, &people, &organisations, &places, &dated.dates);
    let schedule::Events { meetings, mut upcoming } = schedule::events(&context);
    recognisers::dates::settle_weekdays(&source, &mut dated, &meetings, &upcoming);
    let dates = dated.dates;
    schedule::sort_by_day(&mut upcoming, &dates);
    Knowledge { people, meetings, upcoming, organisations, places, dates }
}
