//! The language: tokens, sentences, clitics, folding, numbers, name matching.

pub mod calendar;
pub mod clitic;
pub mod fold;
pub mod number;
mod sentence;
mod similar;
pub mod token;

pub use clitic::{Reading, readings, without_article};
pub use fold::{Folded, Folding, fold};
pub use sentence::{sentence_around, sentences};
pub use similar::{Similarity, Sounds, similarity};
pub use token::{Script, Sentence, SentenceId, Token, TokenId, TokenRange, Tokens, WordId};
