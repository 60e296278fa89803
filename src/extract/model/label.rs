//! What the model says of a token: begins a name, goes on one, or neither.

/// The sort of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organisation,
    /// Any other name; the model learns it so as not to take it for one of the others.
    Other,
}

/// How many labels there are.
pub const LABELS: usize = 9;

/// A label of the scheme that marks a beginning and an inside (IOB2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Label(u8);

impl Label {
    /// No name.
    pub const OUTSIDE: Self = Self(0);

    /// The first token of a name.
    #[must_use]
    pub fn begin(sort: Sort) -> Self {
        Self(1 + 2 * sort as u8)
    }

    /// A further token of a name.
    #[must_use]
    pub fn inside(sort: Sort) -> Self {
        Self(2 + 2 * sort as u8)
    }

    /// The label with that index, below [`LABELS`].
    #[must_use]
    pub fn at(index: usize) -> Self {
        u8::try_from(index).map_or(Self::OUTSIDE, Self)
    }

    /// Its index.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The sort of the name it is of.
    #[must_use]
    pub fn sort(self) -> Option<Sort> {
        const SORTS: [Sort; 4] = [Sort::Person, Sort::Place, Sort::Organisation, Sort::Other];
        let index = self.0.checked_sub(1)? / 2;
        SORTS.get(usize::from(index)).copied()
    }

    /// Whether it marks the first token of a name.
    #[must_use]
    pub fn begins(self) -> bool {
        self.0 % 2 == 1
    }

    /// Whether it may follow `before`: an inside goes on a name of its own sort.
    #[must_use]
    pub fn may_follow(self, before: Self) -> bool {
        self == Self::OUTSIDE || self.begins() || self.sort() == before.sort()
    }
}

/// The names of a labelled sentence as `(first, one past the last, sort)`.
pub fn spans(labels: &[Label]) -> impl Iterator<Item = (usize, usize, Sort)> + '_ {
    let mut at = 0usize;
    std::iter::from_fn(move || {
        while at < labels.len() {
            let start = at;
            at += 1;
            if let Some(sort) = labels[start].sort() {
                while labels.get(at).is_some_and(|label| *label == Label::inside(sort)) {
                    at += 1;
                }
                return Some((start, at, sort));
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_know_their_sort() {
        for index in 0..LABELS {
            let label = Label::at(index);
            assert_eq!(label.index(), index);
            assert_eq!(label.sort().is_none(), label == Label::OUTSIDE);
        }
        assert!(Label::inside(Sort::Place).may_follow(Label::begin(Sort::Place)));
        assert!(!Label::inside(Sort::Place).may_follow(Label::begin(Sort::Person)));
        assert!(!Label::inside(Sort::Other).may_follow(Label::OUTSIDE));
    }

    #[test]
    fn spans_of_labels() {
        let (begin, inside) = (Label::begin(Sort::Person), Label::inside(Sort::Person));
        let labels = [begin, inside, begin, Label::OUTSIDE, Label::inside(Sort::Place)];
        let found: Vec<_> = spans(&labels).collect();
        assert_eq!(found, [(0, 2, Sort::Person), (2, 3, Sort::Person), (4, 5, Sort::Place)]);
    }
}
