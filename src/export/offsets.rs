//! From bytes to code points, without counting from the start each time.

/// Counts the code points before a byte of a text.
#[derive(Debug)]
pub(super) struct Offsets<'a> {
    text: &'a str,
    /// The code points before every block of bytes.
    blocks: Vec<usize>,
}

/// Bytes between two kept counts.
const BLOCK: usize = 256;

impl<'a> Offsets<'a> {
    /// Counts once through `text`.
    pub(super) fn of(text: &'a str) -> Self {
        let mut blocks = Vec::with_capacity(text.len() / BLOCK + 1);
        let mut before = 0usize;
        for block in text.as_bytes().chunks(BLOCK) {
            blocks.push(before);
            before += starts(block);
        }
        Self { text, blocks }
    }

    /// How many code points lie before byte `offset`, which is the start of one or the end of the text.
    pub(super) fn code_points(&self, offset: usize) -> usize {
        let bytes = self.text.as_bytes();
        let offset = offset.min(bytes.len());
        // A text whose length is a whole number of blocks has no block that starts at its end.
        let block = (offset / BLOCK).min(self.blocks.len().saturating_sub(1));
        self.blocks.get(block).copied().unwrap_or(0) + starts(&bytes[block * BLOCK..offset])
    }
}

/// The bytes that begin a code point (UTF-8: all but the continuation bytes).
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_before_every_character() {
        let text = "a\u{0628}\u{20AC}\u{1F600}".repeat(900);
        let offsets = Offsets::of(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.code_points(at), count);
        }
        assert_eq!(offsets.code_points(text.len()), 3600);
        assert_eq!(Offsets::of("").code_points(9), 0);
        assert_eq!(Offsets::of(&"x".repeat(BLOCK)).code_points(BLOCK), BLOCK);
    }
}
