//! `qari render`: laid-out rows on standard output, for other programs and for the references that qari is checked against.

use std::{
    io::{self, BufWriter, Write},
    num::NonZeroU16,
    path::PathBuf,
    process::ExitCode,
    str::FromStr,
};

use serde::Serialize;

use super::{
    Failure,
    choices::{Justify, Shaping},
};
use crate::{
    article::{decode, library, lines},
    text::{self, BaseDirection, ByteSpan, Levels, Line, Paragraph, Settings, Width, segment},
};

/// What to render and how.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The file to lay out; '-' is standard input, none the article that ships with qari.
    file: Option<PathBuf>,
    /// Cells in a row.
    #[arg(long, default_value = "80")]
    width: NonZeroU16,
    /// How many rows, or 'all'.
    #[arg(long, default_value = "all")]
    height: Height,
    /// What a row is written as.
    #[arg(long, value_enum, default_value_t = Format::Visual)]
    format: Format,
    /// The Unicode Bidirectional Algorithm and nothing beyond it.
    #[arg(long, conflicts_with_all = ["shaping", "harakat", "justify"])]
    strict: bool,
    /// What letters are drawn as.
    #[arg(long, value_enum, default_value_t = Shaping::Forms)]
    shaping: Shaping,
    /// Whether vowel marks are drawn.
    #[arg(long, value_enum, default_value_t = Harakat::Shown)]
    harakat: Harakat,
    /// How lines fill their row.
    #[arg(long, value_enum, default_value_t = Justify::Off)]
    justify: Justify,
}

impl Arguments {
    fn settings(&self) -> Settings {
        let base = BaseDirection::Auto { fallback_rtl: true };
        if self.strict {
            return Settings::strict(base);
        }
        Settings {
            base,
            shaping: self.shaping.into(),
            harakat: match self.harakat {
                Harakat::Shown => text::Harakat::AsWritten,
                Harakat::Hidden => text::Harakat::Hidden,
            },
            justify: self.justify.into(),
            ..Settings::default()
        }
    }
}

/// Whether vowel marks are drawn.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Harakat {
    /// As they are written.
    Shown,
    /// Not at all.
    Hidden,
}

/// What a row is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// The cells from left to right, at the side of the row where they stand.
    Visual,
    /// An object with the cells, their columns and the bytes of the file that they come from.
    Json,
    /// The source of the row in reading order.
    Plain,
}

/// How many rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Height {
    All,
    Rows(usize),
}

impl FromStr for Height {
    type Err = String;

    fn from_str(words: &str) -> Result<Self, Self::Err> {
        match words {
            "all" => Ok(Self::All),
            number => number.parse().map(Self::Rows).map_err(|_| "a number of rows, or 'all'".to_owned()),
        }
    }
}

/// Lays out a text and writes its rows.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let bytes = match &arguments.file {
        Some(path) => library::read(path)?,
        None => library::SHIPPED.as_bytes().to_vec(),
    };
    let decoded = decode::decode(&bytes);
    let offsets = if arguments.format == Format::Json { decoded.source_offsets(&bytes) } else { Vec::new() };
    drop(bytes);
    let mut out = BufWriter::new(io::stdout().lock());
    let written = rows(arguments, &decoded.text, |text, line| match arguments.format {
        Format::Visual => write_visual(&mut out, line),
        Format::Json => write_json(&mut out, line, |at| offsets.get(text.start.0 + at).copied().unwrap_or_default()),
        Format::Plain => write_plain(&mut out, text.of(&decoded.text), line),
    });
    match written.and_then(|()| out.flush()) {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(Failure::new(error).context("standard output cannot be written")),
        Ok(()) => Ok(ExitCode::SUCCESS),
    }
}

/// Hands over each row with the span of the text that its paragraph is, as many as are wanted.
fn rows(arguments: &Arguments, text: &str, mut write: impl FnMut(ByteSpan, &Line) -> io::Result<()>) -> io::Result<()> {
    let settings = arguments.settings();
    let width = Width(arguments.width.get());
    let mut left = match arguments.height {
        Height::All => usize::MAX,
        Height::Rows(count) => count,
    };
    for range in lines::spans(text) {
        let span = ByteSpan::from(range);
        let paragraph = span.of(text);
        let segments = segment::count(paragraph);
        let levels = (segments > 1 && Levels::are_needed(paragraph)).then(|| Levels::of(paragraph, &settings));
        for index in 0..segments {
            let part = segment::span(paragraph, index);
            let part = match &levels {
                Some(levels) => Paragraph::exact_segment(paragraph, part, &settings, levels),
                None => Paragraph::segment(paragraph, part, &settings),
            };
            for line in part.lines(width) {
                if left == 0 {
                    return Ok(());
                }
                left -= 1;
                write(span, &line)?;
            }
        }
    }
    Ok(())
}

fn write_visual(out: &mut impl Write, line: &Line) -> io::Result<()> {
    let left = line.cells.first().map_or(0, |cell| usize::from(cell.column.0));
    write!(out, "{:left$}", "")?;
    for cell in &line.cells {
        out.write_all(cell.text.as_bytes())?;
    }
    out.write_all(b"\n")
}

fn write_plain(out: &mut impl Write, paragraph: &str, line: &Line) -> io::Result<()> {
    let words = line.span.of(paragraph).trim_end();
    // Source letters are wanted, but no control character may reach a terminal.
    let printable: String = words.chars().filter(|c| !c.is_control() || *c == '\t').collect();
    writeln!(out, "{printable}")
}

#[derive(Serialize)]
struct Row<'a> {
    dir: &'static str,
    cells: Vec<CellRecord<'a>>,
}

#[derive(Serialize)]
struct CellRecord<'a> {
    col: u16,
    text: &'a str,
    src_start: usize,
    src_end: usize,
    width: u8,
}

fn write_json(out: &mut impl Write, line: &Line, source: impl Fn(usize) -> usize) -> io::Result<()> {
    let cells = line.cells.iter().map(|cell| CellRecord {
        col: cell.column.0,
        text: &cell.text,
        src_start: source(cell.span.start.0),
        src_end: source(cell.span.end.0),
        width: cell.width,
    });
    let row = Row { dir: if line.rtl { "rtl" } else { "ltr" }, cells: cells.collect() };
    serde_json::to_writer(&mut *out, &row)?;
    out.write_all(b"\n")
}
