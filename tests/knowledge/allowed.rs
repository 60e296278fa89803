//! What an annotation says of a token: the labels that it may have.

use qari::extract::model::label::{LABELS, Label, Sort};

/// A set of labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed(u16);

impl Allowed {
    /// Anything may stand there.
    pub const ANYTHING: Self = Self((1 << LABELS) - 1);

    /// No other label than this.
    #[must_use]
    pub fn only(label: Label) -> Self {
        Self(1 << label.index())
    }

    /// No name of a person, a place or an organisation.
    #[must_use]
    pub fn unnamed() -> Self {
        [Label::begin(Sort::Other), Label::inside(Sort::Other)]
            .into_iter()
            .fold(Self::only(Label::OUTSIDE), |labels, label| Self(labels.0 | Self::only(label).0))
    }

    /// Whether the label with that index is in the set.
    #[must_use]
    pub fn has(self, index: usize) -> bool {
        self.0 >> index & 1 == 1
    }

    /// The label, if there is only one.
    #[must_use]
    pub fn single(self) -> Option<Label> {
        (self.0.count_ones() == 1).then(|| Label::at(self.0.trailing_zeros() as usize))
    }

    /// The set with every inside that may not follow `before` made a beginning.
    #[must_use]
    pub fn after(self, before: Self) -> Self {
        let cut = |label: Label| {
            let previous = before.single().unwrap_or(label);
            label.sort().filter(|_| !label.may_follow(previous)).map_or(label, Label::begin)
        };
        self.single().map_or(self, |label| Self::only(cut(label)))
    }
}
