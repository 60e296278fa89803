//! Configuration and kept state: with `article::library` the only users of the file system.

pub mod terminals;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use etcetera::BaseStrategy;

/// Where state is kept: `$XDG_STATE_HOME/qari`, or the folder for the data of applications where there is no such
/// thing. None without a home.
#[must_use]
pub fn state_folder() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.state_dir().unwrap_or_else(|| strategy.data_dir()).join("qari"))
}

/// The configuration file, whether it exists or not: `$XDG_CONFIG_HOME/qari/config.toml`. None without a home.
#[must_use]
pub fn config_file() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.config_dir().join("qari").join("config.toml"))
}

/// What the configuration file says; nothing where there is none.
///
/// # Errors
/// It is there and cannot be read.
pub fn config(path: &Path) -> io::Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Replaces a file as a whole: whoever reads it meanwhile finds the old one or the new one.
fn replace(path: &Path, content: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension(format!("new-{}", std::process::id()));
    fs::write(&beside, content)?;
    fs::rename(&beside, path)
}
