//! Builds the word lists and the model of `assets/lexicon` from their sources; `tests/knowledge/build` runs it.
//!
//! The same sources give the same bytes: nothing here depends on time, threads or the order of a hash map.

mod lexicon;
mod likeness;

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
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Lexicon(arguments) => lexicon::run(&arguments),
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
