//! Several stretches of time together: days that are not counted out, days in pairs.

use super::{AND, Parser, Reading, is_final};
use crate::lexicon::dates::{DateWord, Number, Stretch};

impl Parser<'_> {
    /// "the past few years", "the coming days", "the last seventeen months": from when is not said.
    pub(super) fn several(&mut self) -> Option<Reading> {
        let counted = self.take_definite_count();
        self.take(|word, definite| match word {
            DateWord::Stretch(stretch, Number::Dual | Number::Plural) if stretch >= Stretch::Hour => {
                (definite || counted).then_some(())
            }
            _ => None,
        })?;
        let few = |word, _| matches!(word, DateWord::Few | DateWord::Final).then_some(word == DateWord::Final);
        let mut last = false;
        loop {
            match self.take(few) {
                Some(is_last) => last |= is_last,
                None if self.take_definite_count() => {}
                None => break,
            }
        }
        (self.which().is_some() || self.take(is_final).is_some() || last).then(Reading::default)
    }

    fn take_definite_count(&mut self) -> bool {
        let next = self.line.definite_count(self.at);
        self.at = next.unwrap_or(self.at);
        next.is_some()
    }

    /// The second of a pair, with the conjunction: "and Sunday", "and August".
    pub(super) fn take_joined(&mut self, is_second: impl Fn(DateWord) -> bool) -> Option<()> {
        if self.line.joined(self.at).is_some_and(&is_second) {
            self.at += 1;
            return Some(());
        }
        self.attempt(|this| {
            this.take_word(AND).then_some(())?;
            this.take(|word, _| is_second(word).then_some(()))
        })
    }
}
