//! qari (قارئ, reader): a terminal reader for Arabic.

pub mod app;
pub mod article;
pub mod cli;
pub mod knowledge;
pub mod text;
pub mod ui;
