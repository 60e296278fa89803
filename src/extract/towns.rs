//! Towns that nothing but the lists takes for names. Many a town is called by an ordinary word (a scene, a cellar, to
//! leave), so that one stands only where the article vouches for it.

use rustc_hash::FxHashSet;

use super::{
    context::Source,
    finding::{Finding, Named},
};
use crate::{
    arabic::TokenId,
    knowledge::Confidence,
    lexicon::{Class, Country, Rate},
};

/// A word so frequent is used for something else than a town more often than not.
const ORDINARY: Rate = Rate::of(60);

/// The findings without the towns that neither the article's other places nor the words before them speak for.
#[must_use]
pub fn vouched(source: &Source<'_>, mut findings: Vec<Finding>) -> Vec<Finding> {
    if findings.iter().any(is_unsure) {
        let article = Vouching::of(source, &findings);
        findings.retain(|finding| !is_unsure(finding) || article.vouches_for(finding.tokens.start));
    }
    findings
}

/// Whether a finding is one word that only the lists have for a town.
fn is_unsure(finding: &Finding) -> bool {
    let guessed = finding.named == Named::Place && finding.confidence == Confidence::Possible;
    guessed && finding.tokens.len() == 1 && !finding.nested
}

/// What an article says of where it is set.
struct Vouching<'a> {
    source: &'a Source<'a>,
    /// The places that more than a list speaks for, and the countries they are in.
    places: FxHashSet<&'a str>,
    countries: FxHashSet<Country>,
    /// The countries of the article's adjectives of nationality.
    nations: FxHashSet<Country>,
}

impl<'a> Vouching<'a> {
    fn of(source: &'a Source<'a>, findings: &[Finding]) -> Self {
        let sure = |finding: &&Finding| finding.named == Named::Place && finding.confidence > Confidence::Possible;
        let places = || findings.iter().filter(sure).map(|finding| finding.tokens.start);
        Self {
            source,
            places: places().map(|start| source.lexeme(start).stem.as_str()).collect(),
            countries: places().filter_map(|start| country(source, start)).collect(),
            nations: source
                .tokens
                .all()
                .iter()
                .filter_map(|token| source.lexemes.of_token(token).nationality)
                .collect(),
        }
    }

    fn vouches_for(&self, town: TokenId) -> bool {
        let lexeme = self.source.lexeme(town);
        let before = town.0.checked_sub(1).map(|before| self.source.lexeme(TokenId(before)));
        let gone_to = before.is_some_and(|before| before.is(Class::Near));
        let capital = self.source.lexicon.capital(&lexeme.stem);
        self.places.contains(lexeme.stem.as_str())
            || country(self.source, town).is_some_and(|country| self.countries.contains(&country))
            || capital.is_some_and(|country| gone_to || self.nations.contains(&country))
            || gone_to && lexeme.facts.frequency < ORDINARY
    }
}

/// The country that a listed place is or lies in.
fn country(source: &Source<'_>, place: TokenId) -> Option<Country> {
    source.longest_phrase(place).and_then(|(.., phrase)| phrase.country)
}
