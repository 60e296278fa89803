//! From bytes to text.

/// A text that was decoded.
#[derive(Debug, Clone)]
pub struct Decoded {
    /// The text.
    pub text: String,
}

/// Decodes a whole file.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    Decoded { text: String::from_utf8_lossy(bytes).into_owned() }
}

/// Decodes the beginning of a file, up to its last whole line.
#[must_use]
pub fn head(bytes: &[u8]) -> Decoded {
    let end = memchr::memrchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1);
    decode(&bytes[..end])
}
