//! qari (قارئ, reader): a terminal reader for Arabic.
//!
//! # The screen
//!
//! Reading order is right to left, so everything is mirrored: the article stands at the right, the panes at its left.
//!
//! ```text
//! +------------------------------------------------------------------------------+
//! | size of the article                                      ui::title     TITLE |
//! |  PEOPLE (2) ---------+|                                                      |
//! |  name           5    |:|      ui::article: the column of text, mentions    * |
//! |  role  ui::lists     |:|      marked by colour, underline and a mark in    . |
//! |  ..-==-.. ui::strip  |:|      the gutter at its right                      . |
//! |  MEETINGS (2) -------+:|                                                     |
//! |  UPCOMING (2) -------+:|-- ui::peek: a mention with its sentence, while ----|
//! |                      |:|   a pane has the focus                              |
//! | keys at hand                   ui::status     what is walked, place, notices |
//! +------------------------------------------------------------------------------+
//! ```
//!
//! # From bytes to cells, in one direction
//!
//! ```text
//! bytes -decode,parse-> Article -tokens-> Sentence -recognisers-> Finding -overlap-> Mention -coreference-> Entity
//!                          |                                          dates, schedule ----------------> Event
//!                          +------------------ joined and indexed as Document <------------------------+
//! Paragraph -clusters,shape-> [Cluster] -breaks,wrap(width)-> [ByteSpan] -levels,reorder,mirror-> [Line]
//! tty -> Message -keymap-> Command -update-> Model (+Effect) -view-> Line + Role per span -paint-> cells
//!     -class-> cells -> tty
//! ```
//!
//! # The layers
//!
//! Each imports only from those above it; a test reads the `use crate::` lines.
//!
//! | module | charter |
//! |---|---|
//! | [`text`] | One paragraph into visual lines of terminal cells |
//! | [`article`] | What was written: title, date, paragraphs; decoding, parsing, finding files |
//! | [`arabic`] | The language: tokens, sentences, clitics, folding, numbers, calendars |
//! | [`lexicon`] | The word lists and the model of `assets/lexicon` |
//! | [`knowledge`] | What can be known, as plain data |
//! | [`extract`] | From article to knowledge |
//! | [`document`] | An article with its knowledge, indexed for the questions a reader asks |
//! | [`export`] | What was found, for other programs |
//! | [`pipeline`] | From bytes to a document: names every stage |
//! | [`locale`] | Every string of the screen, in English and Arabic |
//! | [`settings`] | Configuration and kept state |
//! | [`app`] | What the reader is doing: model, messages, commands |
//! | [`ui`] | From the model to cells |
//! | [`terminal`] | Owns the tty |
//! | [`cli`] | Arguments, workers, exit codes |
//!
//! # Invariants
//!
//! - The only stored position is a byte span of a source paragraph. Columns are worked out from it and never kept.
//! - Wrapping is done in logical order, reordering after it, a line at a time (UAX #9 L1, L2).
//! - A style never cuts shaping: a paragraph is shaped whole, roles are looked up per cluster while painting.
//! - One logical span is several column ranges.
//! - The core ([`text`] to [`export`]) is total: no panic on any input, no I/O, no clock.
//! - Work is bounded by what is on the screen: only rows in view are laid out, analysis runs on a worker.
//! - Nothing of an article reaches the terminal but cells that [`ui::paint`] wrote.
//! - Every terminal mode that was set is unset: on quit, error, panic, signal and suspension.
//! - What is shown is shown by role, and no role shows by colour alone.

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
pub mod settings;
pub mod terminal;
pub mod text;
pub mod ui;
