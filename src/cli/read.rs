//! Reading: the full-screen reader, or the text itself where standard output is no terminal.

use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{Arc, mpsc},
};

use anyhow::{Context, anyhow};
use clap::ValueEnum;

use super::{Failure, desk::Desk};
use crate::{
    app::{Background, Effect, Model},
    article::library::{self, Opened},
    document::Document,
    locale::{Catalogue, Language, Msg},
    pipeline,
    settings::config::Config,
    terminal::{self, Class},
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
    #[arg(long, value_name = "CLASS", value_parser = bidi, env = "QARI_BIDI")]
    bidi: Option<Bidi>,
    /// Light or dark colours [default: as the terminal's background]
    #[arg(long, value_enum)]
    theme: Option<ThemeName>,
    /// Leave the mouse to the terminal
    #[arg(long)]
    no_mouse: bool,
}

#[derive(Debug, Clone, Copy)]
struct Bidi(Option<Class>);

fn bidi(name: &str) -> Result<Bidi, String> {
    match name {
        "auto" => Ok(Bidi(None)),
        _ => name.parse().map(|class| Bidi(Some(class))).map_err(|error: terminal::UnknownClass| error.to_string()),
    }
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ThemeName {
    Light,
    Dark,
}

impl From<ThemeName> for Background {
    fn from(name: ThemeName) -> Self {
        match name {
            ThemeName::Light => Self::Light,
            ThemeName::Dark => Self::Dark,
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
    let options = options(arguments, Config::load()?)?;
    let catalogue = Catalogue::new(arguments.lang.unwrap_or_else(language));
    let title = title(arguments.file.as_deref(), &catalogue);
    let document = Arc::new(first_look(&opened));
    let size = terminal::size().context("the size of the terminal is unknown")?;
    let mut model = Model::new(Arc::clone(&document), catalogue, title, size);

    let (sender, receiver) = mpsc::channel();
    let today = jiff::ZonedDateTime::now().date();
    let desk = Desk::open(document, opened, today, sender);
    let mut perform = |effect: Effect| {
        if let Effect::Search(query) = effect {
            desk.search(query);
        }
    };
    let ending = terminal::run(&mut model, &options, receiver, &mut perform).context("the terminal failed")?;
    ending.conclude();
    Ok(ExitCode::SUCCESS)
}

/// How the terminal is to be used: by the arguments, else by the configuration.
fn options(arguments: &Arguments, config: Config) -> Result<terminal::Options, Failure> {
    let configured = config.bidi.as_deref().map(bidi).transpose().map_err(|error| anyhow!("configuration: {error}"))?;
    let theme = config.theme.map(|name| ThemeName::from_str(&name, true)).transpose();
    let theme = theme.map_err(|_| anyhow!("configuration: the theme is 'light' or 'dark'"))?;
    Ok(terminal::Options {
        bidi: arguments.bidi.or(configured).and_then(|bidi| bidi.0),
        background: arguments.theme.or(theme).map(Background::from),
        mouse: !arguments.no_mouse && config.mouse.unwrap_or(true),
    })
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

/// The text as it is, decoded, for a pipe or a file.
fn print(opened: Opened) -> Result<ExitCode, Failure> {
    let bytes = opened.read_whole();
    let document = pipeline::open(&bytes);
    let mut out = io::stdout().lock();
    let written = out.write_all(document.article().text().as_bytes()).and_then(|()| out.flush());
    super::written(written)
}
