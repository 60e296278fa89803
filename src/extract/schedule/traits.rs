//! What of a report can be compared with others: its words, folded, and its parties with their names.

use super::{occurrence::Occurrence, unit::Line, who::Parties};
use crate::{
    arabic::{Folding, fold, without_article},
    article::Passage,
    extract::Context,
    knowledge::{Entity, EntryId, Kind, Participant},
    lexicon::{Country, PhraseKey, PhraseKind, events::Class},
};

/// The words of a report, folded and without articles.
#[derive(Debug, Clone, Default)]
pub(super) struct Traits {
    /// Of the noun or verb with its adjectives.
    pub trigger: String,
    /// Of every place.
    pub places: Vec<Site>,
    /// Of every time.
    pub times: Vec<String>,
    /// Of the body that sits.
    pub body: Option<String>,
    /// Of whoever stands right after "with".
    pub companion: Option<String>,
    /// Of the meeting that it is held before, after or on the sidelines of.
    pub beside: Option<String>,
    /// Who takes part.
    pub parties: Vec<Party>,
}

/// A place, with what its name can be compared by.
#[derive(Debug, Clone)]
pub(super) struct Site {
    words: String,
    /// What of places it is; a hall or a ministry is none.
    kind: Option<PhraseKind>,
    /// The state that it is, or whose capital.
    country: Option<Country>,
}

impl Site {
    fn of(context: &Context<'_>, passage: Passage) -> Self {
        let lexicon = context.source.lexicon;
        let name = fold(context.source.words(passage), Folding::Name);
        let spots = context.spots_in(context.source.tokens.under(passage));
        let named = spots.iter().any(|spot| spot.entry.kind == Kind::Place && spot.passage == passage);
        let listed = lexicon.phrase(PhraseKey::of(name.split(' '))).phrase.filter(|_| named);
        // A place that no list has is a town.
        let kind = named.then(|| listed.map_or(PhraseKind::City, |phrase| phrase.kind));
        let country = listed.and_then(|phrase| phrase.country).filter(|_| kind == Some(PhraseKind::Country));
        let country = country.or_else(|| lexicon.capital(&name));
        Self { words: folded(context, passage), kind, country }
    }

    /// Whether it may be the same place.
    pub fn is(&self, other: &Self) -> bool {
        agree(&self.words, &other.words)
            || self.kind != other.kind && self.country.is_some() && self.country == other.country
    }

    /// Whether it is another one, and does not lie in it: a town may lie in a state, and a hall in a town.
    pub fn is_apart_from(&self, other: &Self) -> bool {
        let alike = self.kind.is_some() && self.kind == other.kind;
        let states = self.country.is_some() && other.country.is_some();
        (alike || states) && !self.is(other)
    }
}

/// A party, with what its name can be compared by.
#[derive(Debug, Clone)]
pub(super) struct Party {
    entry: Option<EntryId>,
    /// The words of a party that has no entry, or of the name of an organisation.
    words: Option<String>,
}

impl Traits {
    /// Folds what is known of an occurrence.
    pub fn of(
        context: &Context<'_>,
        line: &Line<'_>,
        occurrence: &Occurrence,
        parties: &Parties,
        places: &[Passage],
        times: &[Passage],
    ) -> Self {
        let all = |passages: &[Passage]| passages.iter().map(|passage| folded(context, *passage)).collect();
        Self {
            trigger: folded(context, occurrence.trigger),
            places: places.iter().map(|place| Site::of(context, *place)).collect(),
            times: all(times),
            body: parties.body.map(|body| folded(context, body)),
            companion: companion(line, occurrence).map(|words| folded(context, words)),
            beside: None,
            parties: self::parties(context, parties),
        }
    }
}

/// Everyone who takes part, with what can be compared.
pub(super) fn parties(context: &Context<'_>, parties: &Parties) -> Vec<Party> {
    parties.all.iter().map(|party| Party::of(context, *party)).collect()
}

/// The two words after a "with" that follows the noun.
fn companion(line: &Line<'_>, occurrence: &Occurrence) -> Option<Passage> {
    let after = occurrence.last + 1;
    let with = (after..after + 2).find(|at| line.get(*at).is_some_and(|unit| unit.is(Class::With)))?;
    line.passage(with + 1, with + 2)
}

impl Party {
    /// A party of the article.
    pub fn of(context: &Context<'_>, participant: Participant) -> Self {
        match participant {
            Participant::Entry(entry) => Self { entry: Some(entry), words: organisation(context, entry) },
            Participant::Words(passage) => Self { entry: None, words: Some(folded(context, passage)) },
        }
    }

    /// Of which kind it is, where it has an entry.
    pub fn kind(&self) -> Option<Kind> {
        self.entry.map(|entry| entry.kind)
    }

    /// Whether it is the same one: the same entry, or the same words.
    pub fn is(&self, other: &Self) -> bool {
        match (self.entry, other.entry) {
            (None, None) => self.words == other.words,
            (one, other) => one == other,
        }
    }

    /// Whether it may be the same one: an organisation under a longer and a shorter name.
    pub fn may_be(&self, other: &Self) -> bool {
        let named = self.entry.is_some() && other.entry.is_some();
        self.is(other) || named && matches!((&self.words, &other.words), (Some(one), Some(other)) if agree(one, other))
    }
}

fn organisation(context: &Context<'_>, entry: EntryId) -> Option<String> {
    let starts = |entity: &&Entity| entity.mentions.first().is_some_and(|first| first.passage.start() == entry.first);
    let entity = context.organisations.iter().filter(|_| entry.kind == Kind::Organisation).find(starts)?;
    Some(fold(&entity.name, Folding::Name))
}

/// Whether two wordings begin with the same noun, whatever its number and pronoun.
pub(super) fn have_same_head(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|words| words.chars().take_while(|letter| *letter != ' ').take(HEAD));
    one.eq(other)
}

/// How many letters of a noun stay the same in its dual, its plural and with its pronouns.
const HEAD: usize = 4;

/// Whether one wording is a part of the other.
pub(super) fn contain(one: &str, other: &str) -> bool {
    one.contains(other) || other.contains(one)
}

/// Whether one wording is a part of the other, or a word is common to both.
pub(super) fn agree(one: &str, other: &str) -> bool {
    contain(one, other) || share_word(one, other)
}

fn share_word(one: &str, other: &str) -> bool {
    one.split(' ').any(|word| word.chars().count() > 3 && other.split(' ').any(|their| their == word))
}

/// The words of a passage folded, without articles.
pub(super) fn folded(context: &Context<'_>, passage: Passage) -> String {
    let folded = fold(context.source.words(passage), Folding::Name);
    let bare = folded.split(' ').map(|word| without_article(word).unwrap_or(word));
    bare.collect::<Vec<_>>().join(" ")
}
