//! What the recognisers hand on: a stretch of text that may name something.

use crate::{
    arabic::TokenRange,
    article::Passage,
    knowledge::{Confidence, MentionKind},
};

/// What a finding names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// A person, and how.
    Person(MentionKind),
    /// An organisation.
    Organisation,
    /// A place or a state.
    Place,
}

/// By what a finding was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The sequence model.
    Model,
    /// A phrase of the word lists.
    List,
    /// A head noun with what follows it.
    HeadNoun,
    /// A title with what follows it.
    Title,
    /// A name known from elsewhere in the article.
    Article,
}

/// A stretch of text that may name something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// What it names.
    pub named: Named,
    /// The words, without proclitics.
    pub passage: Passage,
    /// The tokens it touches.
    pub tokens: TokenRange,
    /// Lies inside another finding's name.
    pub nested: bool,
    /// How sure it is.
    pub confidence: Confidence,
    /// By what it was made.
    pub origin: Origin,
}
