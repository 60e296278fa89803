//! Overlaps between findings are settled here and nowhere else.

use std::cmp::Reverse;

use super::{
    context::Source,
    finding::{Finding, Named, Origin},
};
use crate::{
    arabic::{TokenId, TokenRange},
    text::ByteSpan,
};

/// The findings that stand, in reading order: of two that overlap the longer, then the surer. A place inside an
/// organisation's name stands as a nested one, and a body before the name of what it belongs to without that.
#[must_use]
pub fn settle(source: &Source<'_>, mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(|finding| {
        (Reverse(finding.tokens.len()), Reverse(finding.confidence), finding.origin, finding.tokens.start)
    });
    let mut standing: Vec<Finding> = Vec::new();
    let mut taken = Taken::default();
    for finding in findings {
        match taken.by(&finding, &standing) {
            None => taken.take(finding, &mut standing),
            Some(owner) if nests(&finding, &owner) => {
                taken.take(Finding { nested: true, ..finding }, &mut standing);
            }
            Some(owner) => {
                if let Some(body) = body_of(source, &finding, &owner).filter(|body| taken.by(body, &standing).is_none())
                {
                    taken.take(body, &mut standing);
                }
            }
        }
    }
    standing.sort_by_key(|finding| (finding.tokens.start, Reverse(finding.tokens.end)));
    standing
}

/// Two lists of findings that do not overlap, in one reading order.
#[must_use]
pub fn merge(mut findings: Vec<Finding>, others: Vec<Finding>) -> Vec<Finding> {
    findings.extend(others);
    findings.sort_by_key(|finding| (finding.tokens.start, Reverse(finding.tokens.end)));
    findings
}

/// Names without those of people that a title lies over: the company that its bearer directs was taken for one.
#[must_use]
pub fn outside_titles(mut names: Vec<Finding>, titles: &[Finding]) -> Vec<Finding> {
    names.retain(|name| {
        let next = titles.partition_point(|title| title.tokens.start <= name.tokens.start);
        let before = next.checked_sub(1).and_then(|at| titles.get(at));
        let covered = before.is_some_and(|title| title.tokens.covers(name.tokens));
        !(covered && matches!(name.named, Named::Person(_)))
    });
    names
}

fn nests(inner: &Finding, outer: &Finding) -> bool {
    inner.named == Named::Place
        && outer.named == Named::Organisation
        && !outer.nested
        && outer.tokens.covers(inner.tokens)
        && outer.tokens != inner.tokens
}

/// The body that a preposition joins to the organisation it is a part of: the general council of the coalition.
fn body_of(source: &Source<'_>, body: &Finding, whole: &Finding) -> Option<Finding> {
    let tokens = TokenRange { end: whole.tokens.start, ..body.tokens };
    let joined = source.lexeme(whole.tokens.start).preposition.is_some();
    let ends = source.lexeme(TokenId(tokens.end.0.checked_sub(1)?)).definite;
    let body_before = body.origin == Origin::HeadNoun && whole.tokens.start > body.tokens.start && tokens.len() > 1;
    let organisations = body.named == Named::Organisation && whole.named == Named::Organisation;
    let mut passage = body.passage;
    passage.span = ByteSpan::new(passage.span.start.0, source.tokens.passage(tokens)?.span.end.0);
    (body_before && organisations && joined && ends).then_some(Finding { tokens, passage, ..*body })
}

/// Which finding owns each token.
#[derive(Default)]
struct Taken {
    owners: rustc_hash::FxHashMap<u32, usize>,
}

impl Taken {
    fn by(&self, finding: &Finding, standing: &[Finding]) -> Option<Finding> {
        let mut tokens = finding.tokens.start.0..finding.tokens.end.0;
        tokens.find_map(|token| self.owners.get(&token)).and_then(|owner| standing.get(*owner)).copied()
    }

    fn take(&mut self, finding: Finding, standing: &mut Vec<Finding>) {
        for token in finding.tokens.start.0..finding.tokens.end.0 {
            self.owners.insert(token, standing.len());
        }
        standing.push(finding);
    }
}
