//! Reading: the full-screen reader, or plain text where standard output is no terminal.

use std::{path::PathBuf, process::ExitCode};

use super::Failure;
use crate::locale::Language;

/// What to read and how.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The file to read; '-' is standard input.
    file: Option<PathBuf>,
    /// The language of the interface, else that of the locale.
    #[arg(long, value_enum)]
    lang: Option<Language>,
}

/// Reads.
pub(super) fn run(_arguments: &Arguments) -> Result<ExitCode, Failure> {
    Ok(ExitCode::SUCCESS)
}
