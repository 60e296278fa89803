//! Builds the word lists and the model of `assets/lexicon` from their sources; `tests/knowledge/build` runs it.
//!
//! The same sources give the same bytes: nothing here depends on time, threads or the order of a hash map.

// A tool of the command line: what it has to say goes to standard output.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod allowed;
mod corpus;
mod evaluate;
mod extract;
mod field;
mod lexicon;
mod likeness;
mod links;
mod samples;
mod train;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Packs words and phrases.
    Lexicon(lexicon::Arguments),
    /// Trains the sequence model.
    Train(train::Arguments),
    /// Learns which mentions are of one meeting.
    Links(links::Arguments),
    /// Scores a sequence model.
    Evaluate(evaluate::Arguments),
    /// Extracts by another model than the one that ships.
    Extract(extract::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Lexicon(arguments) => lexicon::run(&arguments),
        Command::Train(arguments) => train::run(&arguments),
        Command::Links(arguments) => links::run(&arguments),
        Command::Evaluate(arguments) => evaluate::run(&arguments),
        Command::Extract(arguments) => extract::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("knowledge: {failure:#}");
            ExitCode::FAILURE
        }
    }
}

/// Reads a source.
fn read(path: &PathBuf) -> anyhow::Result<String> {
    use anyhow::Context as _;
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
