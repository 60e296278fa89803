//! Reading: the full-screen reader, or the text itself where standard output is no terminal.

use std::{
    io::{self, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{Arc, mpsc},
};

use anyhow::Context;

use super::{
    Failure,
    choices::{Bidi, Harakat, Justify, Shaping, ThemeName},
    config::{self, Config},
    desk::Desk,
};
use crate::{
    app::{self, Background, Effect, Model, Typography},
    article::{
        Article,
        library::{self, Opened},
    },
    document::Document,
    locale::{Catalogue, Language, Msg},
    pipeline, terminal, text,
};

/// What to read and how.
#[derive(Debug, clap::Args)]
#[group(id = "read")]
pub(super) struct Arguments {
    /// The file to read; '-' is standard input; without one, the article that ships with qari
    file: Option<PathBuf>,
    /// The language of the interface [default: that of the locale]
    #[arg(long, value_enum)]
    lang: Option<Language>,
    /// How the terminal treats right-to-left text, one of auto, plain, bdsm, konsole, mlterm, kitty, split, putty and
    /// logical; `qari doctor` helps to find out [default: auto]
    #[arg(long, value_name = "CLASS", env = "QARI_BIDI")]
    bidi: Option<Bidi>,
    /// Light or dark colours [default: as the terminal's background]
    #[arg(long, value_enum)]
    theme: Option<ThemeName>,
    /// Whether vowel marks are shown [default: auto]
    #[arg(long, value_enum)]
    harakat: Option<Harakat>,
    /// How lines fill their row [default: off]
    #[arg(long, value_enum)]
    justify: Option<Justify>,
    /// What letters are drawn as [default: forms]
    #[arg(long, value_enum)]
    shaping: Option<Shaping>,
    /// Leave the mouse to the terminal
    #[arg(long)]
    no_mouse: bool,
}

impl Arguments {
    /// How the text is set: by the arguments, else by the configuration.
    fn typography(&self, config: &Config) -> Typography {
        Typography {
            harakat: self.harakat.or(config.harakat).map(app::Harakat::from).unwrap_or_default(),
            justify: self.justify.or(config.justify).map(text::Justify::from).unwrap_or_default(),
            shaping: self.shaping.or(config.shaping).map(text::Shaping::from).unwrap_or_default(),
        }
    }
}

/// Reads.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let opened = match &arguments.file {
        Some(path) => library::open(path)?,
        None => Opened { head: library::SHIPPED.as_bytes().to_vec(), rest: None },
    };
    if io::stdout().is_terminal() { read(arguments, opened) } else { print(opened) }
}

/// The full-screen reader.
fn read(arguments: &Arguments, opened: Opened) -> Result<ExitCode, Failure> {
    let config = config::load()?;
    let catalogue = Catalogue::new(arguments.lang.or(config.lang).unwrap_or_else(language));
    let title = title(arguments.file.as_deref(), &catalogue);
    let document = Arc::new(first_look(&opened));
    let size = terminal::size().context("the size of the terminal is unknown")?;
    let mut model = Model::new(Arc::clone(&document), catalogue, title, size);
    model.bind(config.keymap()?);
    model.set_typography(arguments.typography(&config));

    let (sender, receiver) = mpsc::channel();
    let today = jiff::ZonedDateTime::now().date();
    let desk = Desk::open(document, opened, today, sender);
    let options = terminal::Options {
        bidi: arguments.bidi.or(config.bidi).and_then(|bidi| bidi.0),
        background: arguments.theme.or(config.theme).map(Background::from),
        mouse: config.mouse.unwrap_or(true) && !arguments.no_mouse,
    };
    let mut perform = |effect: Effect| {
        match effect {
            Effect::Search(query) => desk.search(query),
            Effect::Resolve { paragraph, settings } => desk.resolve(paragraph, settings),
            // The terminal sees to the others.
            _ => {}
        }
    };
    let ending = terminal::run(&mut model, &options, receiver, &mut perform).context("the terminal failed")?;
    ending.conclude();
    Ok(ExitCode::SUCCESS)
}

/// What can be shown at once: all of a small file, the whole lines at the beginning of a large one.
fn first_look(opened: &Opened) -> Document {
    match opened.rest {
        Some(_) => pipeline::open_head(&opened.head),
        None => pipeline::open(&opened.head),
    }
}

fn language() -> Language {
    sys_locale::get_locale().map(|name| Language::of_locale(&name)).unwrap_or_default()
}

/// What an article is called that has no title of its own.
fn title(file: Option<&Path>, catalogue: &Catalogue) -> String {
    match file {
        None => catalogue.say(&Msg::ShippedTitle),
        Some(path) if path.as_os_str() == "-" => catalogue.say(&Msg::StandardInput),
        Some(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
    }
}

/// The text itself, decoded, a line a paragraph, for a pipe or a file. Control characters are left out: what reads it
/// may well be a terminal in the end.
fn print(opened: Opened) -> Result<ExitCode, Failure> {
    let document = pipeline::open(&opened.read_whole());
    super::written(write_lines(document.article(), &mut BufWriter::new(io::stdout().lock())))
}

fn write_lines(article: &Article, out: &mut impl Write) -> io::Result<()> {
    for paragraph in article.paragraphs() {
        let line = &article.text()[paragraph.start..paragraph.end];
        for printable in line.split(|character: char| character.is_control() && character != '\t') {
            out.write_all(printable.as_bytes())?;
        }
        out.write_all(b"\n")?;
    }
    out.flush()
}
