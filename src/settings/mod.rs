//! Configuration and kept state: with `article::library` the only users of the file system.

pub mod config;
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

/// Replaces a file as a whole: whoever reads it meanwhile finds the old one or the new one.
fn replace(path: &Path, content: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension(format!("new-{}", std::process::id()));
    fs::write(&beside, content)?;
    fs::rename(&beside, path)
}
