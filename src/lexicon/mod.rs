//! The word lists and the model of `assets/lexicon`, loaded once.

/// All word lists.
#[derive(Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lists that ship with the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: Lexicon = Lexicon {};
        &SHIPPED
    }
}
