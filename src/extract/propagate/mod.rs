//! The document pass: a name known once is known everywhere in the article.

mod things;

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::{
    context::Source,
    finding::{Finding, Named, Origin},
    lexeme::full_stem,
    overlap, proclitics,
    recognisers::with_type_word,
};
use crate::{
    arabic::{Script, Similarity, TokenId, TokenRange, readings, similarity, without_article},
    extract::coreference::skeleton,
    knowledge::{Confidence, MentionKind},
    lexicon::{Class, Rate},
};

/// A word so frequent is not taken for a name because of one place where it is part of one.
const TOO_FREQUENT: Rate = Rate::of(4000);
/// A word so frequent is not taken for another spelling of a name.
const ORDINARY: Rate = Rate::of(300);
/// How alike another spelling has to be where nothing else speaks for it.
const ALIKE: Similarity = Similarity(85);

/// The findings in the light of each other, and the names that they let us find besides.
#[must_use]
pub fn spread(source: &Source<'_>, findings: Vec<Finding>) -> Vec<Finding> {
    let known = Known::of(source, &findings);
    let findings: Vec<Finding> =
        findings.into_iter().map(|finding| known.complete(known.reconsider(finding))).collect();
    let findings = overlap::settle(source, findings);
    let added = added(&known, &findings);
    overlap::merge(findings, added)
}

fn added(known: &Known<'_>, findings: &[Finding]) -> Vec<Finding> {
    let source = known.source;
    let mut leads: Vec<Option<Lead>> = vec![None; source.tokens.words().len()];
    let mut covered = findings.iter().peekable();
    let mut added = Vec::new();
    let mut free = TokenId(0);
    let sentence = |id| source.tokens.sentence_of(id).map_or(id, |sentence| sentence.tokens.start);
    for (index, token) in source.tokens.all().iter().enumerate() {
        let id = TokenId(u32::try_from(index).unwrap_or(u32::MAX));
        while let Some(before) = covered.next_if(|finding| finding.tokens.end <= id) {
            free = free.max(before.tokens.end);
        }
        let taken = id < free || covered.peek().is_some_and(|finding| finding.tokens.contains(id));
        if taken || token.script != Script::Arabic {
            continue;
        }
        let limit = covered.peek().map_or(u32::MAX, |finding| finding.tokens.start.0);
        let Some(lead) = leads.get_mut(token.word.0 as usize) else { continue };
        let lead = lead.get_or_insert_with(|| known.lead(source.tokens.folded(id)));
        let floor = free.max(sentence(id));
        if let Some(finding) = known.name_at(id, lead, TokenRange { start: floor, end: TokenId(limit) }) {
            free = finding.tokens.end;
            added.push(finding);
        }
    }
    added
}

/// The names of an article, for finding them again.
struct Known<'a> {
    source: &'a Source<'a>,
    /// Names of several words by their first one and by their second one.
    whole: FxHashMap<CompactString, FxHashMap<CompactString, Vec<Whole>>>,
    /// The last words, two or more, of people's names that have more.
    endings: FxHashSet<Vec<CompactString>>,
    /// Last words of people's names, and single names.
    surnames: FxHashMap<CompactString, Named>,
    /// These by what their spellings have in common.
    spellings: FxHashMap<CompactString, Vec<(CompactString, Named)>>,
}

/// A name of several words.
type Whole = (Vec<CompactString>, Named);

/// The known names that a word may begin or be, wherever it stands.
#[derive(Debug, Clone, Default)]
struct Lead {
    /// The readings in which it is a surname or begins a name of several words.
    readings: SmallVec<[Opening; 1]>,
    /// Whether it is another spelling of a surname.
    spelling: Option<Named>,
}

#[derive(Debug, Clone)]
struct Opening {
    letters: usize,
    stem: CompactString,
    surname: Option<Named>,
}

impl<'a> Known<'a> {
    fn of(source: &'a Source<'a>, findings: &[Finding]) -> Self {
        let mut known = Self {
            source,
            whole: FxHashMap::default(),
            endings: FxHashSet::default(),
            surnames: FxHashMap::default(),
            spellings: FxHashMap::default(),
        };
        for finding in findings.iter().filter(|finding| !finding.nested) {
            known.add(finding);
        }
        for (word, named) in things::decided(source, findings) {
            if !known.is_surname(&word) {
                known.spell(&word, named);
                known.surnames.insert(word, named);
            }
        }
        known
    }

    /// Notes a single name for its other spellings.
    fn spell(&mut self, word: &CompactString, named: Named) {
        let spellings = self.spellings.entry(skeleton(word)).or_default();
        if spellings.iter().all(|(other, _)| other != word) {
            spellings.push((word.clone(), named));
        }
    }

    fn add(&mut self, finding: &Finding) {
        let words = self.source.folded_words(finding.passage, finding.tokens).into_vec();
        let ([first, second, ..], Some(last)) = (words.as_slice(), words.last()) else {
            if let ([only], Named::Person(_)) = (words.as_slice(), finding.named)
                && self.is_rare(only)
            {
                self.surnames.insert(only.clone(), finding.named);
            }
            return;
        };
        if matches!(finding.named, Named::Person(_)) && last.chars().nth(2).is_some() {
            self.surnames.insert(last.clone(), finding.named);
            self.spell(last, Named::Person(MentionKind::Surname));
            self.endings.extend((1..words.len() - 1).map(|from| words[from..].to_vec()));
        }
        let alike = self.whole.entry(first.clone()).or_default().entry(second.clone()).or_default();
        if alike.iter().all(|(other, _)| *other != words) {
            alike.push((words.clone(), finding.named));
        }
    }

    /// Whether a word ends a person's name of several words.
    fn is_surname(&self, word: &CompactString) -> bool {
        let person = |(other, named): &(CompactString, Named)| other == word && matches!(named, Named::Person(_));
        self.spellings.get(&skeleton(word)).is_some_and(|spellings| spellings.iter().any(person))
    }

    fn is_rare(&self, word: &str) -> bool {
        self.source.lexicon.word(word).frequency < Rate::of(100) && word.chars().nth(2).is_some()
    }

    /// A single word that the model took for a place or an organisation is what the article as a whole takes it for: a
    /// person where it is somebody's surname, a club where it is one elsewhere.
    fn reconsider(&self, finding: Finding) -> Finding {
        let doubtful = finding.named == Named::Organisation || finding.confidence == Confidence::Possible;
        let listed = finding.origin == Origin::List && doubtful;
        if finding.origin == Origin::Model && self.ends_somebody(&finding) {
            return Finding { named: Named::Person(MentionKind::Surname), origin: Origin::Article, ..finding };
        }
        let single = finding.tokens.len() == 1 && (finding.origin == Origin::Model || listed);
        if !single || finding.nested {
            return finding;
        }
        let letters = proclitics::before_name(self.source, finding.tokens.start);
        let Some(passage) = self.source.passage(finding.tokens, letters) else { return finding };
        let word = crate::arabic::fold(self.source.words(passage), crate::arabic::Folding::Name);
        let inside = finding.tokens.start.0.checked_sub(1).map(|before| self.source.tokens.folded(TokenId(before)));
        let located = finding.named == Named::Place && inside == Some("\u{0641}\u{064A}");
        let person = matches!(finding.named, Named::Person(_));
        let decided = self.surname(&word).or_else(|| self.spelling(&word).filter(|_| !person));
        match decided
            .filter(|named| !person || !matches!(named, Named::Person(_)))
            .filter(|named| !located || *named != Named::Organisation)
        {
            Some(named) => Finding { named, passage, origin: Origin::Article, ..finding },
            None => finding,
        }
    }

    /// Whether what the model took for a place or an organisation is how a person's name ends: (Ursula) von der Leyen.
    fn ends_somebody(&self, finding: &Finding) -> bool {
        let person = matches!(finding.named, Named::Person(_));
        let words = || self.source.folded_words(finding.passage, finding.tokens);
        !person && finding.tokens.len() > 1 && self.endings.contains(words().as_slice())
    }

    /// A part of a person's name, with the word before it where the two are a known name.
    fn complete(&self, finding: Finding) -> Finding {
        let start = match (finding.named, finding.tokens.start.0.checked_sub(1)) {
            (Named::Person(_), Some(start)) => TokenId(start),
            _ => return finding,
        };
        let folded = self.source.tokens.folded(start);
        let words = self.source.folded_words(finding.passage, finding.tokens);
        let longer = readings(folded).into_iter().find_map(|reading| {
            let first = full_stem(&reading);
            let ending = || {
                let ending: Vec<CompactString> = std::iter::once(first.clone()).chain(words.iter().cloned()).collect();
                self.endings.contains(&ending).then_some((finding.tokens.end.0 - start.0, finding.named))
            };
            let (length, named) = self.whole_at(start, &first, finding.tokens.end.0).or_else(ending)?;
            let tokens = TokenRange { start, end: start.plus(length) };
            let passage = self.source.passage(tokens, reading.letters)?;
            let grown = matches!(named, Named::Person(_)) && tokens.end == finding.tokens.end;
            grown.then_some(Finding { passage, tokens, ..finding })
        });
        longer.unwrap_or(finding)
    }

    /// What a folded word may begin.
    fn lead(&self, folded: &str) -> Lead {
        let own = self.source.lexicon.word(folded).frequency;
        let possible = readings(folded).into_iter().filter(|reading| reading.letters == 0 || own < Rate::of(200));
        let openings = possible.filter_map(|reading| {
            let stem = full_stem(&reading);
            let surname = self.surname(&stem);
            let opens = surname.is_some() || self.whole.contains_key(stem.as_str());
            opens.then_some(Opening { letters: reading.letters, stem, surname })
        });
        Lead { readings: openings.collect(), spelling: self.spelling(folded) }
    }

    /// The known name that begins at a token and lies in `limits`, a type word before it included.
    fn name_at(&self, id: TokenId, lead: &Lead, limits: TokenRange) -> Option<Finding> {
        let limit = limits.end.0;
        let exact = lead.readings.iter().find_map(|opening| {
            let surname = || opening.surname.map(|named| (1, named));
            let found = self.whole_at(id, &opening.stem, limit).or_else(surname)?;
            Some((opening.letters, found))
        });
        let found = exact.or_else(|| lead.spelling.map(|named| (0, (1, named))));
        let (letters, (length, named)) = found?;
        let name = TokenRange { start: id, end: id.plus(length) };
        let tokens = match named {
            Named::Organisation => with_type_word(self.source, limits, name, Class::Organisation),
            Named::Place => with_type_word(self.source, limits, name, Class::Place),
            Named::Person(_) => name,
        };
        let typed = tokens.start < name.start;
        let letters = if typed { usize::from(self.source.lexeme(tokens.start).letters) } else { letters };
        Some(Finding {
            named,
            passage: self.source.passage(tokens, letters)?,
            tokens,
            nested: false,
            confidence: Confidence::Likely,
            origin: Origin::Article,
        })
    }

    fn whole_at(&self, id: TokenId, stem: &str, limit: u32) -> Option<(u32, Named)> {
        let candidates = self.whole.get(stem)?.get(self.source.tokens.folded(id.plus(1)))?;
        let fits = candidates.iter().filter(|(words, _)| {
            let rest = words.iter().skip(1).zip(1u32..);
            rest.clone()
                .all(|(word, offset)| self.source.tokens.folded(id.plus(offset)) == word && id.0 + offset < limit)
        });
        let (words, named) = fits.max_by_key(|(words, _)| words.len())?;
        Some((u32::try_from(words.len()).ok()?, *named))
    }

    /// Whose surname or only name a word is.
    fn surname(&self, stem: &str) -> Option<Named> {
        let frequent = self.source.lexicon.word(stem).frequency >= TOO_FREQUENT;
        let function = self.source.lexicon.classes(stem).has(Class::Function);
        self.surnames.get(stem).copied().filter(|_| !frequent && !function)
    }

    /// Whether a rare word is another spelling of a surname.
    fn spelling(&self, word: &str) -> Option<Named> {
        let lexicon = self.source.lexicon;
        let plain = lexicon.classes(word).is_empty() && lexicon.nationality(word).is_none();
        let rare = plain && lexicon.word(word).frequency < ORDINARY;
        let may_vary = rare && without_article(word).is_none() && word.chars().nth(4).is_some();
        let spellings = may_vary.then(|| self.spellings.get(&skeleton(word))).flatten()?;
        let alike = |other: &str| other.chars().next() == word.chars().next() && similarity(other, word) >= ALIKE;
        spellings.iter().find(|(other, _)| alike(other)).map(|(_, named)| *named)
    }
}
