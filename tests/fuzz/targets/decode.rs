//! Any bytes: no panic, and every character of the text leads to a place in the file, in order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qari::article::decode;

fuzz_target!(|bytes: &[u8]| {
    let decoded = decode::decode(bytes);
    let offsets = decoded.source_offsets(bytes);
    assert_eq!(offsets.len(), decoded.text.len() + 1);
    assert!(offsets.is_sorted());
    assert_eq!(offsets.last(), Some(&bytes.len()));
    let head = decode::head(bytes);
    assert!(head.text.is_empty() || !bytes.is_empty());
});
