//! `qari extract`: what was found, on standard output, one record an article.

use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::ValueEnum;
use jiff::civil::Date;

use super::Failure;
use crate::{
    article::library,
    export::{
        Extract,
        ics::Agenda,
        json::{Origin, Record},
        markdown,
        table::Table,
    },
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
    /// The day the articles were written, as YYYY-MM-DD: what "tomorrow" is counted from.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
}

/// A form of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One object, or a list of them where several files are given.
    Json,
    /// One object a line.
    Jsonl,
    /// One row an entry, for spreadsheets.
    Csv,
    /// Notes in Markdown.
    Md,
    /// A calendar of the meetings and sessions whose day is known.
    Ics,
}

/// Bytes that are written at a time.
const BUFFER: usize = 64 * 1024;

/// Extracts. A file that cannot be read is reported and does not stop the rest.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let inputs = Input::of(&arguments.files);
    // Standard output by itself writes line by line.
    let out = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let mut sheet = Sheet::open(arguments.format, out, inputs.len() > 1)?;
    let mut code = ExitCode::SUCCESS;
    for input in &inputs {
        match input.read() {
            Ok(bytes) => sheet.write(input, &bytes, arguments.date)?,
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

/// Standard output in one of the forms.
enum Sheet<W: Write> {
    Json { out: W, several: bool, written: usize },
    Jsonl(W),
    Csv(Box<Table<W>>),
    Md(W),
    Ics { out: W, agenda: Agenda },
}

impl<W: Write> Sheet<W> {
    fn open(format: Format, out: W, several: bool) -> Result<Self, Failure> {
        Ok(match format {
            Format::Json => Self::Json { out, several, written: 0 },
            Format::Jsonl => Self::Jsonl(out),
            Format::Csv => Self::Csv(Box::new(Table::new(out)?)),
            Format::Md => Self::Md(out),
            Format::Ics => Self::Ics { out, agenda: Agenda::default() },
        })
    }

    fn write(&mut self, input: &Input, bytes: &[u8], written_on: Option<Date>) -> Result<(), Failure> {
        let (article, knowledge) = pipeline::read(bytes, written_on, None);
        let (id, source) = (input.id(), input.source());
        let extract = Extract { source: &source, article: &article, knowledge: &knowledge };
        let record = || Record::new(Origin { id: &id, source: &source }, &article, &knowledge);
        match self {
            Self::Json { out, several, written } => {
                if *several {
                    out.write_all(if *written == 0 { b"[\n" } else { b",\n" })?;
                }
                serde_json::to_writer_pretty(&mut *out, &record())?;
                if !*several {
                    out.write_all(b"\n")?;
                }
                *written += 1;
            }
            Self::Jsonl(out) => {
                serde_json::to_writer(&mut *out, &record())?;
                out.write_all(b"\n")?;
            }
            Self::Csv(table) => table.write(&extract)?,
            Self::Md(out) => out.write_all(markdown::notes(&extract)?.as_bytes())?,
            Self::Ics { agenda, .. } => note_undated(&source, &agenda.add(&extract)),
        }
        Ok(())
    }

    fn close(self) -> Result<(), Failure> {
        match self {
            Self::Json { mut out, several, written } => {
                if several {
                    out.write_all(if written == 0 { b"[]\n" } else { b"\n]\n" })?;
                }
                out.flush()?;
            }
            Self::Jsonl(mut out) | Self::Md(mut out) => out.flush()?,
            Self::Csv(table) => table.finish()?,
            Self::Ics { mut out, agenda } => {
                out.write_all(agenda.text().as_bytes())?;
                out.flush()?;
            }
        }
        Ok(())
    }
}

/// Says what a calendar has no place for.
#[allow(clippy::print_stderr)]
fn note_undated(source: &str, titles: &[String]) {
    for title in titles {
        eprintln!("qari: {source}: without a known day, left out: {title}");
    }
}
