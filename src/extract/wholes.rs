//! Names of people as the whole article tells them: a word that the name does without elsewhere is no part of it, and
//! halves of a name are put together.

use compact_str::{CompactString, format_compact};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::{
    context::Source,
    finding::{Finding, Named},
    proclitics,
};
use crate::{
    arabic::{Script, TokenId, TokenRange},
    article::Passage,
    knowledge::Confidence,
    lexicon::{Class, Facts, Rate, likeness::Score},
};

/// How much more frequent than as a name a word is that is not taken for one: twice.
const ORDINARY: u8 = 8;
/// So often at least news has some other form of a word that is inflected.
const INFLECTED: Rate = Rate::of(20);
/// So little does a word look like a name that is none.
const UNLIKE: Score = Score(-5);
/// So often at least a word is a part of names of the Arab world that is at home there.
const NATIVE: Rate = Rate::of(5);
/// So often at least a word is a given name that begins a name of its own.
const GIVEN_NAME: Rate = Rate::of(10);
/// The mark of the indefinite accusative, which names do not take.
const TANWIN: char = '\u{064B}';
/// So often two words have to stand side by side to be a name, where they never stand apart.
const TOGETHER: u32 = 2;
/// A word so frequent does not belong to a name because it always follows it.
const FREQUENT: Rate = Rate::of(60);

type Words = SmallVec<[CompactString; 4]>;

/// Takes off names what does not belong to them.
#[must_use]
pub fn trim(source: &Source<'_>, findings: Vec<Finding>) -> Vec<Finding> {
    let names = Names::of(source, &findings);
    findings.into_iter().map(|finding| names.trimmed(finding)).collect()
}

/// Puts together the halves of names that stand side by side.
#[must_use]
pub fn join(source: &Source<'_>, findings: Vec<Finding>) -> Vec<Finding> {
    let names = Names::of(source, &findings);
    let mut joined: Vec<Finding> = Vec::with_capacity(findings.len());
    let mut rest = findings.into_iter().peekable();
    while let Some(finding) = rest.next() {
        let limit = rest.peek().map_or(u32::MAX, |next| next.tokens.start.0);
        let finding = names.grown(finding, limit);
        match joined.last_mut().and_then(|last| Some((names.whole(last, &finding)?, last))) {
            Some((whole, last)) => *last = whole,
            None => joined.push(finding),
        }
    }
    joined
}

/// The names of the people of an article.
struct Names<'a> {
    source: &'a Source<'a>,
    /// How often each is written so.
    whole: FxHashMap<Words, u32>,
    /// The last words of those of several words, by the word before.
    surnames: FxHashMap<CompactString, FxHashMap<CompactString, u32>>,
    /// How often a name of one word stands before each word.
    followed: FxHashMap<(CompactString, CompactString), u32>,
}

impl<'a> Names<'a> {
    fn of(source: &'a Source<'a>, findings: &[Finding]) -> Self {
        let mut names = Self {
            source,
            whole: FxHashMap::default(),
            surnames: FxHashMap::default(),
            followed: FxHashMap::default(),
        };
        for finding in findings.iter().filter(|finding| is_person(finding)) {
            let words = source.folded_words(finding.passage, finding.tokens);
            if let [.., before, last] = words.as_slice() {
                *names.surnames.entry(last.clone()).or_default().entry(before.clone()).or_default() += 1;
            }
            if let Some((first, last)) = names.lone(finding) {
                *names.followed.entry((first, CompactString::new(last))).or_default() += 1;
            }
            *names.whole.entry(words).or_default() += 1;
        }
        names
    }

    /// Without a first or a last word that does not belong to the name.
    fn trimmed(&self, finding: Finding) -> Finding {
        let listed = finding.confidence == Confidence::Certain;
        if !is_person(&finding) || listed || finding.tokens.len() < 2 || self.has_mark(finding.tokens) {
            return finding;
        }
        let words = self.source.folded_words(finding.passage, finding.tokens);
        let (start, end) = (finding.tokens.start, finding.tokens.end);
        let (Some((first, after)), Some((last, before))) = (words.split_first(), words.split_last()) else {
            return finding;
        };
        let tokens = if self.is_before(start, first, after) {
            TokenRange { start: start.plus(1), end }
        } else if self.is_behind(TokenId(end.0 - 1), last, before) {
            TokenRange::new(start.0, end.0 - 1)
        } else {
            return finding;
        };
        let passage = if tokens.start == start {
            Some(self.until_end(finding.passage, tokens))
        } else {
            self.source.passage(tokens, proclitics::before_name(self.source, tokens.start))
        };
        passage.map_or(finding, |passage| Finding { passage, tokens, ..finding })
    }

    /// Whether the first word of a name, `rest` the others, is none of it.
    fn is_before(&self, token: TokenId, word: &str, rest: &[CompactString]) -> bool {
        let lexeme = self.source.lexeme(token);
        let nationality = lexeme.nationality.is_some() || lexeme.is(Class::Attribute) || lexeme.is(Class::Tail);
        let adjective = lexeme.definite && rate(lexeme.facts) == Rate::default() && lexeme.likeness < UNLIKE;
        let several = rest.len() > 1;
        let described = lexeme.definite && lexeme.letters == 0 && nationality || adjective && several;
        described
            || self.is_known(rest, word)
                && !self.is_link(rest)
                && self.is_other(word, if several { ORDINARY } else { 3 * ORDINARY })
                && (several || !self.is_introduced(token) && !self.is_link(&[word.into()]) && self.uses(word, rest) < 2)
    }

    /// Whether the last word of a name, `rest` the others, is none of it.
    fn is_behind(&self, token: TokenId, word: &str, rest: &[CompactString]) -> bool {
        let Some(last) = rest.last() else { return false };
        let lexeme = self.source.lexeme(token);
        let written = self.source.tokens.get(token).map_or("", |token| self.source.words(token.passage()));
        let facts = |word: &CompactString| self.source.lexicon.word(word);
        // An Arabic adjective does not end a foreign name.
        let native = |word: &CompactString| facts(word).given.max(facts(word).family) >= NATIVE;
        let foreign = !rest.iter().any(native);
        let unlike = rate(lexeme.facts) == Rate::default() && lexeme.likeness < Score(0);
        let single = rest.len() == 1;
        let ordinal = lexeme.is(Class::Ordinal) && self.surnames.contains_key(last);
        let adjective = lexeme.definite && foreign && (unlike || ordinal);
        let own = !single || self.surnames.get(word).is_none_or(|before| before.values().sum::<u32>() < 2);
        let known = self.is_known(rest, word) || self.whole.contains_key(std::slice::from_ref(last));
        // A given name that stands alone elsewhere says little of the name that begins with it.
        let margin = if single && !foreign { 3 * ORDINARY } else { ORDINARY };
        let other = || adjective || !lexeme.definite && self.is_other(word, margin);
        let qualified = adjective && !single && lexeme.relative;
        written.contains(TANWIN) || qualified || own && known && other()
    }

    /// Whether a word is so much more often another word than a part of a name, and is inflected as words are.
    fn is_other(&self, word: &str, margin: u8) -> bool {
        let facts = |word: &str| self.source.lexicon.word(word);
        let bare = word.strip_suffix('\u{0627}').filter(|bare| facts(bare).frequency > INFLECTED).unwrap_or(word);
        let forms = [
            format_compact!("\u{0627}\u{0644}{bare}"),
            format_compact!("{bare}\u{0647}"),
            format_compact!("{bare}\u{062A}"),
        ];
        let own = facts(bare);
        own.frequency.0 > rate(facts(word)).0.saturating_add(margin)
            && forms.iter().any(|form| facts(form).frequency > INFLECTED)
    }

    fn is_introduced(&self, token: TokenId) -> bool {
        token.0.checked_sub(1).is_some_and(|before| {
            let before = self.source.lexeme(TokenId(before));
            before.definite || before.nationality.is_some() || before.is(Class::Title) || before.is(Class::Honorific)
        })
    }

    /// Whether a name begins with a word that links the parts of names, or is a function word.
    fn is_link(&self, name: &[CompactString]) -> bool {
        let classes = name.first().map(|first| self.source.lexicon.classes(first)).unwrap_or_default();
        classes.has(Class::Link) || classes.has(Class::Function)
    }

    /// How often names end in a word and a surname.
    fn uses(&self, word: &str, rest: &[CompactString]) -> u32 {
        let before = rest.last().and_then(|surname| self.surnames.get(surname)).into_iter().flatten();
        let same = |other: &str| other.strip_suffix(word).is_some_and(|proclitic| proclitic.chars().count() < 2);
        before.filter(|(other, _)| same(other)).map(|(_, uses)| uses).sum()
    }

    /// Whether a name is written elsewhere without `word`.
    fn is_known(&self, name: &[CompactString], word: &str) -> bool {
        let surname = || match name {
            [only] => self.surnames.get(only).is_some_and(|before| before.keys().any(|before| before != word)),
            _ => false,
        };
        self.whole.contains_key(name) || surname()
    }

    /// With the word after it, where it is a known surname, or where the two stand together only.
    fn grown(&self, finding: Finding, limit: u32) -> Finding {
        let Some((first, last)) = self.lone(&finding) else { return finding };
        let surname = self.surnames.contains_key(last) && !self.surnames.contains_key(&first);
        if finding.tokens.end.0 < limit && (surname || self.is_inseparable(&finding)) {
            let tokens = TokenRange { end: finding.tokens.end.plus(1), ..finding.tokens };
            return Finding { passage: self.until_end(finding.passage, tokens), tokens, ..finding };
        }
        finding
    }

    /// Whether the word after a name of one word never stands without it, and both stand together more than once.
    fn is_inseparable(&self, finding: &Finding) -> bool {
        let Some((first, last)) = self.lone(finding) else { return false };
        let next = self.source.lexeme(finding.tokens.end);
        let rare = self.source.lexicon.word(last).frequency < FREQUENT && next.classes.is_empty() && !next.definite;
        let uses = self.source.tokens.uses(last);
        rare && uses >= TOGETHER && self.followed.get(&(first, CompactString::new(last))) == Some(&uses)
    }

    /// A passage made to end where some tokens do.
    fn until_end(&self, mut passage: Passage, tokens: TokenRange) -> Passage {
        if let Some(whole) = self.source.tokens.passage(tokens) {
            passage.span.end = whole.span.end;
        }
        passage
    }

    /// A name of one word and the word after it.
    fn lone(&self, finding: &Finding) -> Option<(CompactString, &'a str)> {
        let tokens = self.source.tokens;
        let (own, next) = (tokens.get(finding.tokens.start)?, tokens.get(finding.tokens.end)?);
        let lone = is_person(finding) && finding.tokens.len() == 1;
        if !lone || next.script != Script::Arabic || next.sentence != own.sentence {
            return None;
        }
        let first = self.source.folded_words(finding.passage, finding.tokens).into_iter().next()?;
        Some((first, tokens.folded(finding.tokens.end)))
    }

    /// The name that two findings side by side are the halves of.
    fn whole(&self, one: &Finding, other: &Finding) -> Option<Finding> {
        let (left, right) = (self.source.tokens.get(one.tokens.start)?, self.source.tokens.get(other.tokens.start)?);
        let hyphen = one.tokens.end;
        let hyphenated =
            hyphen.plus(1) == other.tokens.start && self.source.tokens.folded(hyphen) == "-" && other.tokens.len() == 1;
        let beside = (hyphen == other.tokens.start || hyphenated) && left.sentence == right.sentence;
        // What is always written so begins with a letter that is a conjunction elsewhere.
        let bare = other.passage.span.start == right.span.start || other.tokens.len() == 1 && self.is_inseparable(one);
        if !(is_person(one) && is_person(other) && beside && bare) || self.are_two(one, other) {
            return None;
        }
        let mut passage = one.passage;
        passage.span.end = other.passage.span.end;
        let tokens = TokenRange { end: other.tokens.end, ..one.tokens };
        Some(Finding { passage, tokens, ..*one })
    }

    /// Whether two names side by side are those of two people: whom one did something to, the other.
    fn are_two(&self, one: &Finding, other: &Finding) -> bool {
        let is_known = |finding: &Finding| {
            let words = self.source.folded_words(finding.passage, finding.tokens);
            match words.as_slice() {
                [only] => self.surnames.contains_key(only),
                _ => self.whole.get(&words).is_some_and(|uses| *uses > 1),
            }
        };
        let first = self.source.lexeme(other.tokens.start);
        let begins = first.facts.given.max(first.facts.foreign) >= GIVEN_NAME;
        let byname = first.is(Class::Link);
        let full = other.tokens.len() > 1 && !byname && (begins || one.tokens.len() > 1);
        full || is_known(other) && (is_known(one) || other.tokens.len() > 1)
    }

    fn has_mark(&self, tokens: TokenRange) -> bool {
        self.source.tokens.slice(tokens).iter().any(|token| token.script == Script::Mark)
    }
}

fn is_person(finding: &Finding) -> bool {
    matches!(finding.named, Named::Person(_))
}

fn rate(facts: Facts) -> Rate {
    facts.given.max(facts.family).max(facts.foreign)
}
