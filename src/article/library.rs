//! Finds and reads files. With `settings` the only user of the file system.

use std::{
    fmt,
    fs::{File, FileType},
    io::{self, Read},
    path::{Path, PathBuf},
};

/// How much of a file is read before its first screen is shown, in bytes.
pub const HEAD: usize = 256 * 1024;

/// The article that ships with the program.
pub const SHIPPED: &str = include_str!("../../assets/article.txt");

/// A file that was opened: its beginning, and the rest for a worker to read.
#[derive(Debug)]
pub struct Opened {
    /// The first bytes, all of them where the file is small.
    pub head: Vec<u8>,
    /// What is left to be read, none where the head is everything.
    pub rest: Option<Rest>,
}

/// The part of a file that is not read yet.
#[derive(Debug)]
pub struct Rest {
    file: File,
}

impl Opened {
    /// Everything: reads on to the end. What cannot be read any more is left out.
    #[must_use]
    pub fn read_whole(self) -> Vec<u8> {
        let mut bytes = self.head;
        if let Some(mut rest) = self.rest {
            // A file that fails half-way (a disk gone, a pipe broken) is shown as far as it could be read.
            let _ = rest.file.read_to_end(&mut bytes);
        }
        bytes
    }
}

/// Why a file could not be read.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    reason: Reason,
}

#[derive(Debug)]
enum Reason {
    Missing,
    Directory,
    Device,
    Forbidden,
    Other(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.reason {
            Reason::Missing => write!(formatter, "there is no file '{path}'; check the name"),
            Reason::Directory => write!(formatter, "'{path}' is a directory; name a file in it"),
            Reason::Device => write!(formatter, "'{path}' is a device; name a file, or '-' for standard input"),
            Reason::Forbidden => write!(formatter, "'{path}' may not be read by you; check its permissions"),
            Reason::Other(error) => write!(formatter, "'{path}' cannot be read: {error}"),
        }
    }
}

impl std::error::Error for Error {}

/// Opens a file and reads its head; the path `-` is standard input, which is read to its end.
///
/// # Errors
/// The file is missing, is a directory, or cannot be read.
pub fn open(path: &Path) -> Result<Opened, Error> {
    let failed = |error: io::Error| Error { path: path.to_owned(), reason: reason(path, error) };
    if path.as_os_str() == "-" {
        let mut head = Vec::new();
        io::stdin().lock().read_to_end(&mut head).map_err(failed)?;
        return Ok(Opened { head, rest: None });
    }
    let mut file = File::open(path).map_err(failed)?;
    if let Some(reason) = file.metadata().ok().and_then(|metadata| not_readable(metadata.file_type())) {
        return Err(Error { path: path.to_owned(), reason });
    }
    let mut head = Vec::new();
    let read = file.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(failed)?;
    Ok(Opened { head, rest: (read == HEAD).then_some(Rest { file }) })
}

/// Reads a whole file; `-` is standard input.
///
/// # Errors
/// As [`open`].
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    Ok(open(path)?.read_whole())
}

/// Why a kind of file is not read: a directory holds no text, and a device may never end.
fn not_readable(kind: FileType) -> Option<Reason> {
    match kind {
        kind if kind.is_dir() => Some(Reason::Directory),
        kind if is_device(kind) => Some(Reason::Device),
        _ => None,
    }
}

#[cfg(unix)]
fn is_device(kind: FileType) -> bool {
    use std::os::unix::fs::FileTypeExt;
    kind.is_char_device() || kind.is_block_device()
}

/// Elsewhere devices have names of their own and are no files.
#[cfg(not(unix))]
fn is_device(_kind: FileType) -> bool {
    false
}

fn reason(path: &Path, error: io::Error) -> Reason {
    match error.kind() {
        io::ErrorKind::NotFound => Reason::Missing,
        io::ErrorKind::PermissionDenied => Reason::Forbidden,
        _ if path.is_dir() => Reason::Directory,
        _ => Reason::Other(error),
    }
}
