//! States under their names, their capitals and their adjectives.

use rustc_hash::FxHashMap;

use crate::{
    arabic::{Folding, fold},
    extract::Context,
    knowledge::{EntryId, Kind, Participant},
    lexicon::{Country, PhraseKey, PhraseKind},
};

/// The places of an article as states.
#[derive(Debug, Default)]
pub(super) struct States {
    /// The entry that names a state.
    by_country: FxHashMap<Country, EntryId>,
    countries: FxHashMap<EntryId, Country>,
}

impl States {
    /// Looks every place of the article up.
    pub fn of(context: &Context<'_>) -> Self {
        let mut states = Self::default();
        let lexicon = context.source.lexicon;
        let mut capitals = Vec::new();
        for place in context.places {
            let Some(first) = place.mentions.first() else { continue };
            let entry = EntryId { kind: Kind::Place, first: first.passage.start() };
            let folded = fold(&place.name, Folding::Name);
            let phrase = lexicon.phrase(PhraseKey::of(folded.split(' '))).phrase;
            let state = phrase.filter(|phrase| phrase.kind == PhraseKind::Country).and_then(|phrase| phrase.country);
            if let Some(country) = state {
                states.countries.insert(entry, country);
                states.by_country.entry(country).or_insert(entry);
            } else if let Some(country) = lexicon.capital(&folded) {
                capitals.push((entry, country));
            }
        }
        for (entry, country) in capitals {
            states.countries.insert(entry, country);
        }
        states
    }

    /// The state a party stands for: a capital means its government.
    pub fn party(&self, participant: Participant) -> Participant {
        let Participant::Entry(entry) = participant else { return participant };
        let state = self.countries.get(&entry).and_then(|country| self.by_country.get(country));
        state.map_or(participant, |state| Participant::Entry(*state))
    }

    /// The entry of a state of the article.
    pub fn entry(&self, country: Country) -> Option<EntryId> {
        self.by_country.get(&country).copied()
    }
}
