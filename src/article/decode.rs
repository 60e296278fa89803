//! From bytes to text, whatever the encoding, and back to where each character stood in the file.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A text that was decoded.
#[derive(Debug, Clone)]
pub struct Decoded {
    /// The text; U+FFFD stands for what is malformed.
    pub text: String,
    /// What the bytes were taken for.
    pub encoding: &'static Encoding,
    /// Whether every byte was understood.
    pub is_clean: bool,
    /// Bytes of the byte-order mark.
    mark: usize,
}

/// Decodes a whole file; a byte-order mark decides, else the bytes themselves.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (recognise(bytes), 0));
    let (text, had_errors) = encoding.decode_without_bom_handling(&bytes[mark..]);
    Decoded { text: text.into_owned(), encoding, is_clean: !had_errors, mark }
}

/// Decodes the beginning of a file, up to its last whole line.
#[must_use]
pub fn head(bytes: &[u8]) -> Decoded {
    let end = memchr::memrchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1);
    // The low byte of a line end in UTF-16 may be followed by its high one.
    let end = if bytes.get(end) == Some(&0) && end % 2 == 1 { end + 1 } else { end };
    decode(&bytes[..end])
}

impl Decoded {
    /// Where each byte of the text comes from: the offset in the file of the character that it belongs to, and the
    /// file's length at the end. `bytes` are those that were decoded.
    #[must_use]
    pub fn source_offsets(&self, bytes: &[u8]) -> Vec<usize> {
        let mut offsets = Vec::with_capacity(self.text.len() + 1);
        let mut note = |at: usize, text_bytes: usize| offsets.extend(std::iter::repeat_n(at, text_bytes));
        if self.encoding == UTF_8 {
            utf8_offsets(bytes, self.mark, &mut note);
        } else if self.encoding == UTF_16LE || self.encoding == UTF_16BE {
            let mut at = self.mark;
            for c in self.text.chars() {
                note(at.min(bytes.len()), c.len_utf8());
                at += 2 * c.len_utf16();
            }
        } else {
            legacy_offsets(self.encoding, bytes, self.mark, &mut note);
        }
        offsets.resize(self.text.len(), bytes.len());
        offsets.push(bytes.len());
        offsets
    }
}

fn utf8_offsets(bytes: &[u8], mark: usize, note: &mut impl FnMut(usize, usize)) {
    let mut at = mark;
    for chunk in bytes[mark..].utf8_chunks() {
        for c in chunk.valid().chars() {
            note(at, c.len_utf8());
            at += c.len_utf8();
        }
        if !chunk.invalid().is_empty() {
            note(at, '\u{FFFD}'.len_utf8());
            at += chunk.invalid().len();
        }
    }
}

/// Feeds a decoder byte by byte and sees when characters come out.
fn legacy_offsets(encoding: &'static Encoding, bytes: &[u8], mark: usize, note: &mut impl FnMut(usize, usize)) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut start = mark;
    let mut out = [0u8; 16];
    for at in mark..bytes.len() {
        let is_last = at + 1 == bytes.len();
        let (_, _, written, _) = decoder.decode_to_utf8(&bytes[at..=at], &mut out, is_last);
        if written > 0 {
            note(start, written);
            start = at + 1;
        }
    }
}

/// How much is looked at to recognise UTF-16, in bytes.
const SAMPLE: usize = 64 * 1024;

/// Tells the encoding of bytes without a byte-order mark.
fn recognise(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = utf16_without_mark(bytes) {
        return encoding;
    }
    if is_mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-8 with a few bad bytes is still UTF-8: most of what is not ASCII in it makes whole characters, which legacy text does
/// only by chance.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0x80).count();
        bad += chunk.invalid().len();
    }
    good > bad
}

/// Text of the scripts read here has nearly all its UTF-16 units in few rows of the code space when the byte order is
/// right, and nearly none when it is not; chardetng takes it for UTF-8, which it formally is.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let share = |read: fn([u8; 2]) -> u16| {
        let units = sample.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
        let (total, likely) = units
            .fold((0usize, 0usize), |(total, likely), unit| (total + 1, likely + usize::from(is_likely_unit(unit))));
        total > 0 && likely * 20 >= total * 19
    };
    match (share(u16::from_le_bytes), share(u16::from_be_bytes)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// Latin, Hebrew, the Arabic blocks, Syriac, general punctuation and Arabic presentation forms, without controls.
fn is_likely_unit(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0xA0..=0x17F | 0x0590..=0x08FF | 0x2000..=0x206F | 0xFB1D..=0xFEFC)
}

#[cfg(test)]
mod tests {
    use encoding_rs::{ISO_8859_6, WINDOWS_1256};

    use super::*;
    use crate::article::library::SHIPPED;

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    fn legacy(text: &str, encoding: &'static Encoding) -> Vec<u8> {
        text.chars().flat_map(|c| encoding.encode(c.encode_utf8(&mut [0; 4])).0.into_owned()).collect()
    }

    /// The shipped article as far as an encoding has its characters.
    fn sample(encoding: &'static Encoding) -> String {
        SHIPPED.chars().filter(|c| !encoding.encode(c.encode_utf8(&mut [0; 4])).2).collect()
    }

    #[track_caller]
    fn check(bytes: &[u8], encoding: &'static Encoding, text: &str) {
        let decoded = decode(bytes);
        assert_eq!(decoded.encoding, encoding);
        assert_eq!(decoded.text, text);
        let offsets = decoded.source_offsets(bytes);
        assert_eq!(offsets.len(), text.len() + 1);
        for ((at, c), next) in
            text.char_indices().zip(text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]))
        {
            let (own, _) = encoding.decode_without_bom_handling(&bytes[offsets[at]..offsets[next]]);
            assert_eq!(own, c.to_string());
        }
    }

    #[test]
    fn encodings_are_recognised_without_a_mark() {
        check(SHIPPED.as_bytes(), UTF_8, SHIPPED);
        check(&utf16(SHIPPED, u16::to_le_bytes), UTF_16LE, SHIPPED);
        check(&utf16(SHIPPED, u16::to_be_bytes), UTF_16BE, SHIPPED);
        for encoding in [WINDOWS_1256, ISO_8859_6] {
            let text = sample(encoding);
            check(&legacy(&text, encoding), encoding, &text);
        }
    }

    #[test]
    fn a_mark_decides_and_is_counted() {
        for (encoding, unit) in [(UTF_16LE, u16::to_le_bytes as fn(u16) -> [u8; 2]), (UTF_16BE, u16::to_be_bytes)] {
            let bytes = utf16(&format!("\u{FEFF}{SHIPPED}"), unit);
            check(&bytes, encoding, SHIPPED);
            assert_eq!(decode(&bytes).source_offsets(&bytes)[0], 2);
        }
        let bytes = format!("\u{FEFF}{SHIPPED}").into_bytes();
        check(&bytes, UTF_8, SHIPPED);
        assert_eq!(decode(&bytes).source_offsets(&bytes)[0], 3);
    }

    #[test]
    fn short_texts_and_broken_ones() {
        // A line of a few words.
        let line: String = SHIPPED.chars().filter(|c| *c != '\n').take(24).collect();
        check(&legacy(&line, WINDOWS_1256), WINDOWS_1256, &line);
        check(&utf16(&line, u16::to_le_bytes), UTF_16LE, &line);
        // Bad bytes among good ones do not make the good ones something else.
        let mut bytes = line.clone().into_bytes();
        bytes.extend(b" \xFF\xFE \xC3\n");
        let decoded = decode(&bytes);
        assert!(decoded.text.starts_with(&line) && decoded.text.contains('\u{FFFD}') && !decoded.is_clean);
        assert_eq!(decode(b"").text, "");
        assert_eq!(decode(b"a\0b\0").encoding, UTF_16LE);
        assert_eq!(decode(b"words\0and\0NULs").encoding, UTF_8);
    }

    #[test]
    fn the_head_ends_with_a_whole_line() {
        assert_eq!(head(b"one\ntwo\nthr").text, "one\ntwo\n");
        assert_eq!(head(b"no line end").text, "no line end");
        assert_eq!(head(b"a\0\n\0b\0").text, "a\n");
        assert_eq!(head(b"\0a\0\n\0b").text, "a\n");
    }
}
