//! The sequence model: a linear-chain conditional random field over tokens (Lafferty et al. 2001), trained by
//! `tests/knowledge` and kept in `assets/lexicon/model.bin`.

pub mod features;
pub mod hints;
pub mod label;
pub mod memory;
pub mod tagger;
pub mod weights;
