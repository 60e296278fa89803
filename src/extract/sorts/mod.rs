//! What a name that was taken for a person's is the name of, by all that the article says of it: a person is given in
//! full, with a title, and says something; a film, a company or a club hardly ever is or does.

mod look;
mod sign;

use compact_str::{CompactString, ToCompactString};
use look::{look, names_itself};
use rustc_hash::{FxHashMap, FxHashSet};
use sign::{Sign, Signs};
use smallvec::SmallVec;

use super::{
    context::Source,
    finding::{Finding, Named, Origin},
    overlap,
    recognisers::with_organisation_head,
};
use crate::{
    arabic::without_article,
    knowledge::{Confidence, MentionKind},
    lexicon::Class,
};

/// The findings without those names of people that are none; such as act are organisations.
#[must_use]
pub fn judge(source: &Source<'_>, findings: Vec<Finding>) -> Vec<Finding> {
    let findings = with_people(source, findings);
    let mut verdicts: Vec<Verdict> = vec![Verdict::Person; findings.len()];
    let kinds = kinds(source, &findings);
    for entry in entries(source, &findings) {
        let certain = |at: &usize| findings.get(*at).is_some_and(|finding| finding.confidence == Confidence::Certain);
        let verdict =
            if entry.iter().any(certain) { Verdict::Person } else { verdict(source, &findings, &kinds, &entry) };
        for at in entry {
            verdicts[at] = verdict;
        }
    }
    let judged = findings.into_iter().zip(verdicts).filter_map(|(finding, verdict)| match verdict {
        Verdict::Person => Some(finding),
        Verdict::Organisation => Some(organisation(source, finding)),
        Verdict::Thing => None,
    });
    overlap::settle(source, judged.collect())
}

/// The organisation that a name is of, with its type word.
fn organisation(source: &Source<'_>, name: Finding) -> Finding {
    let tokens = with_organisation_head(source, name.tokens);
    let letters = usize::from(source.lexeme(tokens.start).letters);
    let headed = if tokens == name.tokens { None } else { source.passage(tokens, letters) };
    let name = headed.map_or(name, |passage| Finding { passage, tokens, ..name });
    Finding { named: Named::Organisation, origin: Origin::Article, ..name }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Person,
    Organisation,
    Thing,
}

fn verdict(source: &Source<'_>, findings: &[Finding], kinds: &Kinds, entry: &[usize]) -> Verdict {
    let mut signs = Signs::default();
    let mut spellings: FxHashSet<Words> = FxHashSet::default();
    for finding in entry.iter().filter_map(|at| findings.get(*at)) {
        look(source, finding, &mut signs);
        spellings.insert(source.folded_words(finding.passage, finding.tokens));
    }
    let called = spellings.iter().filter_map(|spelling| kinds.get(spelling)).sum::<usize>();
    (0..called).for_each(|_| signs.note(Sign::Organisation));
    match (signs.speak_against(entry.len()), signs.acts()) {
        (false, _) => Verdict::Person,
        (true, true) => Verdict::Organisation,
        (true, false) => Verdict::Thing,
    }
}

/// How often a name stands after the kind of organisation that it is the name of.
type Kinds = FxHashMap<Words, usize>;
type Words = SmallVec<[CompactString; 4]>;

fn kinds(source: &Source<'_>, findings: &[Finding]) -> Kinds {
    let mut kinds = Kinds::default();
    for finding in findings.iter().filter(|finding| finding.named == Named::Organisation && !finding.nested) {
        let words = source.folded_words(finding.passage, finding.tokens);
        if let [_, rest @ ..] = words.as_slice()
            && names_itself(source.lexeme(finding.tokens.start))
        {
            *kinds.entry(rest.iter().cloned().collect()).or_default() += 1;
        }
    }
    kinds
}

/// The findings with those organisations for people that the article gives as such.
fn with_people(source: &Source<'_>, mut findings: Vec<Finding>) -> Vec<Finding> {
    for entry in doubtful(source, &findings) {
        let mut signs = Signs::default();
        entry.iter().filter_map(|at| findings.get(*at)).for_each(|finding| look(source, finding, &mut signs));
        if signs.speak_for(entry.len()) {
            for at in entry {
                findings[at].named = Named::Person(MentionKind::Full);
            }
        }
    }
    findings
}

/// The organisations that are such by the model's word only, by their names.
fn doubtful(source: &Source<'_>, findings: &[Finding]) -> Vec<Vec<usize>> {
    let mut entries: FxHashMap<Words, Vec<usize>> = FxHashMap::default();
    for (at, finding) in findings.iter().enumerate().filter(|(_, finding)| is_doubtful(source, finding)) {
        entries.entry(source.folded_words(finding.passage, finding.tokens)).or_default().push(at);
    }
    entries.into_values().collect()
}

/// Whether a name of several words, without article, is an organisation's by the model's word only.
fn is_doubtful(source: &Source<'_>, finding: &Finding) -> bool {
    let head = source.lexeme(finding.tokens.start);
    let typed = head.is(Class::Organisation) || head.is(Class::Place) || head.definite;
    let seen = finding.origin == Origin::Model && finding.confidence != Confidence::Certain;
    let several = finding.tokens.len() > 1 && !finding.nested;
    seen && several && finding.named == Named::Organisation && !typed
}

/// The names of people by whose they are: by the last word; a lone first word by that of the name it begins.
fn entries(source: &Source<'_>, findings: &[Finding]) -> Vec<Vec<usize>> {
    let bare = |word: &CompactString| without_article(word).unwrap_or(word).to_compact_string();
    let mut by_first: FxHashMap<CompactString, CompactString> = FxHashMap::default();
    let mut lasts: FxHashSet<CompactString> = FxHashSet::default();
    let mut names = Vec::new();
    for (at, finding) in findings.iter().enumerate().filter(|(_, finding)| is_person(finding)) {
        let words = source.folded_words(finding.passage, finding.tokens);
        let Some(last) = words.last().map(bare) else { continue };
        if let [first, .., _] = words.as_slice() {
            by_first.insert(bare(first), last.clone());
            lasts.insert(last.clone());
        }
        names.push((at, last));
    }
    let mut numbers: FxHashMap<CompactString, usize> = FxHashMap::default();
    let mut entries: Vec<Vec<usize>> = Vec::new();
    for (at, last) in names {
        let key = by_first.get(&last).filter(|_| !lasts.contains(&last)).cloned().unwrap_or(last);
        let number = *numbers.entry(key).or_insert(entries.len());
        match entries.get_mut(number) {
            Some(entry) => entry.push(at),
            None => entries.push(vec![at]),
        }
    }
    entries
}

fn is_person(finding: &Finding) -> bool {
    matches!(finding.named, Named::Person(_))
}
