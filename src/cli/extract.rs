//! `qari extract`: what was found, on standard output, one record an article.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::ValueEnum;

use super::Failure;
use crate::{
    article::{Article, library},
    export::json::{Origin, Record},
    knowledge::Knowledge,
    pipeline,
};

/// What to read and how to print it.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The files to read; '-' is standard input, no file the article that ships with qari.
    files: Vec<PathBuf>,
    /// The form of the records.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
}

/// A form of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One object, or a list of them where several files are given.
    Json,
    /// One object a line.
    Jsonl,
}

/// Extracts. A file that cannot be read is reported and does not stop the rest.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let inputs = Input::of(&arguments.files);
    let mut out = io::stdout().lock();
    let mut sheet = Sheet { out: &mut out, format: arguments.format, several: inputs.len() > 1, written: 0 };
    let mut code = ExitCode::SUCCESS;
    for input in &inputs {
        match input.read() {
            Ok(bytes) => {
                let (article, knowledge) = pipeline::read(&bytes, None);
                sheet.write(input, &article, &knowledge)?;
            }
            Err(failure) => {
                super::report(&failure);
                code = ExitCode::FAILURE;
            }
        }
    }
    sheet.close()?;
    Ok(code)
}

/// Where an article comes from.
enum Input {
    Shipped,
    File(PathBuf),
}

impl Input {
    fn of(files: &[PathBuf]) -> Vec<Self> {
        match files {
            [] => vec![Self::Shipped],
            files => files.iter().cloned().map(Self::File).collect(),
        }
    }

    fn read(&self) -> Result<Vec<u8>, Failure> {
        match self {
            Self::Shipped => Ok(library::SHIPPED.as_bytes().to_vec()),
            Self::File(path) => Ok(library::read(path)?),
        }
    }

    /// The path as given, or the program's own name for the article that ships with it.
    fn source(&self) -> String {
        match self {
            Self::Shipped => "qari".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    fn id(&self) -> String {
        match self {
            Self::File(path) => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            Self::Shipped => self.source(),
        }
    }
}

/// Standard output, as a list of records.
struct Sheet<'a, W> {
    out: &'a mut W,
    format: Format,
    several: bool,
    written: usize,
}

impl<W: Write> Sheet<'_, W> {
    fn write(&mut self, input: &Input, article: &Article, knowledge: &Knowledge) -> Result<(), Failure> {
        let (id, source) = (input.id(), input.source());
        let record = Record::new(Origin { id: &id, source: &source }, article, knowledge);
        match self.format {
            Format::Jsonl => serde_json::to_writer(&mut *self.out, &record)?,
            Format::Json => {
                if self.several {
                    self.out.write_all(if self.written == 0 { b"[\n" } else { b",\n" })?;
                }
                serde_json::to_writer_pretty(&mut *self.out, &record)?;
            }
        }
        if self.format == Format::Jsonl || !self.several {
            self.out.write_all(b"\n")?;
        }
        self.written += 1;
        Ok(())
    }

    fn close(&mut self) -> Result<(), Failure> {
        if self.format == Format::Json && self.several {
            self.out.write_all(if self.written == 0 { b"[]\n" } else { b"\n]\n" })?;
        }
        self.out.flush()?;
        Ok(())
    }
}
