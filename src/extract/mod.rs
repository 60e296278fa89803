//! From article to knowledge. [`analyse`] names the stages in their order; each is a folder or a file beside it.

mod context;
mod coreference;
mod finding;
mod overlap;
mod recognisers;
mod schedule;

pub use context::{Context, Source, Spot};
pub use coreference::Entities;

use crate::{arabic::Tokens, article::Article, knowledge::Knowledge, lexicon::Lexicon};

/// Everything that is found in an article. `today` is only there to be compared with.
#[must_use]
pub fn analyse(article: &Article, lexicon: &Lexicon, today: Option<jiff::civil::Date>) -> Knowledge {
    let tokens = Tokens::of(article);
    let source = Source { article, tokens: &tokens, lexicon, today };
    let findings = overlap::settle(recognisers::findings(&source));
    complete(source, coreference::entities(&source, &findings))
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
    let tokens = Tokens::of(article);
    complete(Source { article, tokens: &tokens, lexicon, today }, entities)
}

fn complete(source: Source<'_>, entities: Entities) -> Knowledge {
    let Entities { people, organisations, places } = entities;
    let dates = recognisers::dates::dates(&source);
    let context = Context::new(source, &people, &organisations, &places, &dates);
    let schedule::Events { meetings, upcoming } = schedule::events(&context);
    Knowledge { people, meetings, upcoming, organisations, places, dates }
}
