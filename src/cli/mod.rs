//! Arguments and exit codes.

mod choices;
mod config;
mod desk;
mod doctor;
mod extract;
mod read;
mod render;

use std::{io, process::ExitCode};

use clap::{Parser, Subcommand};

/// Reads Arabic in a terminal, right to left, with its people, meetings and sessions linked to the text.
#[derive(Debug, Parser)]
#[command(
    name = "qari",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Without a file the article that ships with qari is opened; '-' is standard input.\n\
                  Where standard output is not a terminal the text is printed.\n\n\
                  Examples:\n  \
                  qari article.txt\n  \
                  curl -s … | qari -\n  \
                  qari extract --format json article.txt\n\n\
                  Press ? in the reader for its keys."
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    read: read::Arguments,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Prints the people, meetings, sessions, organisations, places and dates of articles.
    Extract(extract::Arguments),
    /// Tells which kind of terminal this is, and asks which of some lines reads right.
    Doctor(doctor::Arguments),
    /// Writes laid-out rows to standard output.
    Render(render::Arguments),
}

/// Something that could not be done, as a line for a person.
type Failure = anyhow::Error;

/// Runs the program with the arguments of the process.
///
/// 0: done. 1: could not, and standard error says why. 2: the arguments are not understood.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let outcome = match arguments.command {
        Some(Command::Doctor(arguments)) => doctor::run(&arguments),
        Some(Command::Extract(arguments)) => extract::run(&arguments),
        Some(Command::Render(arguments)) => render::run(&arguments),
        None => read::run(&arguments.read),
    };
    match outcome {
        Ok(code) => code,
        Err(failure) => {
            report(&failure);
            ExitCode::FAILURE
        }
    }
}

#[allow(clippy::print_stderr)]
fn report(failure: &Failure) {
    eprintln!("qari: {failure:#}");
}

/// The end of a command that wrote to standard output: a reader that closed its end (`head`, a pager) is no failure.
fn written(outcome: io::Result<()>) -> Result<ExitCode, Failure> {
    match outcome {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}
