//! Test data that is kept compressed.

use std::{fs, io::Read, path::Path};

use ruzstd::decoding::StreamingDecoder;

/// The text of `tests/data/NAME.zst`.
pub fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(format!("{name}.zst"));
    let file = fs::File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut text = String::new();
    let mut decoder = StreamingDecoder::new(file).expect("a zstd frame");
    decoder.read_to_string(&mut text).expect("UTF-8");
    text
}
