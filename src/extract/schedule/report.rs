//! One occurrence of a meeting, with all that its sentence says of it.

use super::{
    merge,
    occurrence::Occurrence,
    tense::{Firmness, Standing},
    traits::Traits,
    who::Parties,
};
use crate::{article::Passage, knowledge::Status, lexicon::dates::Which};

/// An occurrence with all that its sentence says of it.
#[derive(Debug, Clone)]
pub(super) struct Report {
    /// The noun or verb.
    pub occurrence: Occurrence,
    /// Where it stands.
    pub standing: Standing,
    /// Who takes part.
    pub parties: Parties,
    /// Where.
    pub places: Vec<Passage>,
    /// When.
    pub times: Vec<Passage>,
    /// It stands in a title or heading.
    pub heading: bool,
    /// A complement says which one it is: "the session on Libya".
    pub specified: bool,
    /// That, or whoever meets, follows its noun at once.
    pub complemented: bool,
    /// A demonstrative points at it.
    pub pointed: bool,
    /// What it is on follows.
    pub topical: bool,
    /// It is called another one, or a new one.
    pub another: bool,
    /// The clause says what had been done: "he had met".
    pub pluperfect: bool,
    /// It stands in a clause of what went before: "after they held".
    pub retold: bool,
    /// It is a part of the meeting named before in its sentence: "the fourth round of them".
    pub of_previous: bool,
    /// The meeting of its clause that it is held before, after or on the sidelines of: the unit of its noun.
    pub beside: Option<usize>,
    /// Its date says that it lies before or after the article's day.
    pub direction: Option<Which>,
    /// The subject of its clause is there: "in a meeting, the minister said".
    pub present: bool,
    /// More than a reference speaks for it.
    pub anchored: bool,
    /// Its sentence.
    pub sentence: Passage,
    /// Which sentence, counted from 0.
    pub line: usize,
    /// Its words, for comparing.
    pub traits: Traits,
}

impl Report {
    /// How much the sentence says of the meeting; the occurrence that says most becomes the trigger.
    pub fn weight(&self) -> usize {
        let said = match self.standing.status {
            Some((_, Firmness::Said)) => 3,
            Some((_, Firmness::Suggested)) => 1,
            _ => 0,
        };
        let slots =
            self.parties.all.len().min(2) + usize::from(!self.places.is_empty()) + usize::from(!self.times.is_empty());
        (said + slots + usize::from(self.parties.body.is_some())) * 2 + usize::from(!self.heading)
    }

    /// Whether its date lies on the other side of the article's day than a meeting of that status.
    pub fn is_dated_against(&self, status: Status) -> bool {
        match self.direction {
            Some(Which::Next) => merge::is_past(status),
            Some(Which::Last) => matches!(status, Status::Scheduled | Status::Expected),
            _ => false,
        }
    }

    /// The status as far as this sentence goes; a heading says it less firmly.
    pub fn status(&self) -> Option<(Status, Firmness)> {
        let (status, firmness) = self.standing.status?;
        let firmness = match firmness {
            Firmness::Said if self.heading => Firmness::Suggested,
            Firmness::Suggested if self.heading => Firmness::Guessed,
            firmness => firmness,
        };
        Some((status, firmness))
    }
}
