//! What the rules found, for the model to look at: it learns where to trust them (stacking, Wolpert 1992).

use smallvec::SmallVec;

use crate::{
    arabic::TokenId,
    extract::finding::{Finding, Named},
};

/// Sorts of findings: people, organisations, places.
const SORTS: usize = 3;

/// Where every token lies in the findings of each sort; 0 outside them.
#[derive(Debug, Default)]
pub struct Hints {
    tokens: Vec<[u8; SORTS]>,
}

impl Hints {
    /// Of the findings in an article of so many tokens.
    #[must_use]
    pub fn of<'f>(tokens: usize, findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        let mut hints = Self { tokens: vec![[0; SORTS]; tokens] };
        for finding in findings {
            let sort = match finding.named {
                Named::Person(_) => 0,
                Named::Organisation => 1,
                Named::Place => 2,
            };
            let length = finding.tokens.len();
            for (at, hint) in hints.tokens.iter_mut().skip(finding.tokens.start.index()).take(length).enumerate() {
                hint[sort] = place(at, length);
            }
        }
        hints
    }

    /// The sorts of findings that a token lies in, with its place in each.
    #[must_use]
    pub fn at(&self, token: TokenId) -> SmallVec<[[u8; 2]; SORTS]> {
        let hints = self.tokens.get(token.index()).copied().unwrap_or_default();
        (0u8..).zip(hints).filter(|(_, place)| *place > 0).map(|(sort, place)| [sort, place]).collect()
    }
}

/// Begins a finding of one, two or more words, lies within one, or ends it.
fn place(at: usize, length: usize) -> u8 {
    match (at, length) {
        (0, 1) => 1,
        (0, 2) => 2,
        (0, _) => 3,
        _ if at + 1 < length => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        arabic::TokenRange,
        article::{Article, parse},
        extract::finding::Origin,
        knowledge::Confidence,
    };

    fn finding(article: &Article, named: Named, start: u32, end: u32) -> Finding {
        let tokens = crate::arabic::Tokens::of(article);
        let range = TokenRange::new(start, end);
        Finding {
            named,
            passage: tokens.passage(range).unwrap(),
            tokens: range,
            nested: false,
            confidence: Confidence::Likely,
            origin: Origin::HeadNoun,
        }
    }

    #[test]
    fn a_token_knows_its_place_in_what_the_rules_found() {
        let article = parse::plain("a b c d e");
        let findings = [finding(&article, Named::Organisation, 1, 4), finding(&article, Named::Place, 3, 4)];
        let hints = Hints::of(5, &findings);
        let at = |token: u32| hints.at(TokenId(token)).to_vec();
        assert_eq!([at(0), at(1), at(2)], [vec![], vec![[1, 3]], vec![[1, 4]]]);
        assert_eq!(at(3), [[1, 5], [2, 1]]);
        assert!(at(4).is_empty() && at(9).is_empty());
    }
}
