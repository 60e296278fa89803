//! qari (قارئ, reader): a terminal reader for Arabic.

pub mod app;
pub mod arabic;
pub mod article;
pub mod cli;
pub mod document;
pub mod export;
pub mod extract;
pub mod knowledge;
pub mod lexicon;
pub mod locale;
pub mod pipeline;
pub mod terminal;
pub mod text;
pub mod ui;
