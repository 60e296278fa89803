//! What another model than the one that ships finds in articles: those it has not learned from tell how well it does.

use std::{io, path::PathBuf};

use qari::{
    article::parse,
    export::json::{Origin, Record},
    extract::{analyse_by, model::weights::Weights},
    lexicon::Lexicon,
};

use crate::read;

/// What to read.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The model.
    #[arg(long)]
    model: PathBuf,
    /// Texts in UTF-8, an article each.
    files: Vec<PathBuf>,
}

/// Extracts, a JSON record a line.
pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let weights = Weights::over(std::fs::read(&arguments.model)?.leak());
    for path in &arguments.files {
        let article = parse::plain(read(path)?);
        let knowledge = analyse_by(weights, &article, Lexicon::shipped(), None);
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        let origin = Origin { id: &id, source: &path.display().to_string() };
        serde_json::to_writer(io::stdout().lock(), &Record::new(origin, &article, &knowledge))?;
        println!();
    }
    Ok(())
}
