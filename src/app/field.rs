//! A line of text being typed: edited by grapheme cluster, in logical order.

use super::layout101;
use crate::text::{ByteOffset, cluster_borders};

/// The longest line that can be typed, in bytes: more than any search needs, and nothing a paste can choke on.
const LONGEST: usize = 1024;

/// The text and where the next character goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    caret: usize,
}

impl Field {
    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The offset before which the next character goes.
    #[must_use]
    pub fn caret(&self) -> ByteOffset {
        ByteOffset(self.caret)
    }

    /// Types a character; a lam-alef key types its two letters.
    pub fn insert(&mut self, typed: char) {
        match layout101::spelled(typed) {
            Some(letters) => self.insert_text(&String::from_iter(letters)),
            None => self.insert_text(typed.encode_utf8(&mut [0; 4])),
        }
    }

    /// Types a text, pasted perhaps: line ends and tabs become blanks, other control characters are left out.
    pub fn insert_text(&mut self, text: &str) {
        for character in text.chars() {
            let character = if character.is_whitespace() { ' ' } else { character };
            if !character.is_control() && self.text.len() + character.len_utf8() <= LONGEST {
                self.text.insert(self.caret, character);
                self.caret += character.len_utf8();
            }
        }
    }

    /// Takes out the cluster before the caret.
    pub fn delete_back(&mut self) {
        let start = self.border_before();
        self.text.replace_range(start..self.caret, "");
        self.caret = start;
    }

    /// Takes out the cluster after the caret.
    pub fn delete_on(&mut self) {
        self.text.replace_range(self.caret..self.border_after(), "");
    }

    /// Takes out the word before the caret.
    pub fn delete_word(&mut self) {
        let before = self.text[..self.caret].trim_end();
        let start = before.rfind(' ').map_or(0, |blank| blank + 1);
        self.text.replace_range(start..self.caret, "");
        self.caret = start;
    }

    /// Takes out everything.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Moves the caret a cluster on in reading order.
    pub fn on(&mut self) {
        self.caret = self.border_after();
    }

    /// Moves the caret a cluster back in reading order.
    pub fn back(&mut self) {
        self.caret = self.border_before();
    }

    /// Moves the caret before everything.
    pub fn to_start(&mut self) {
        self.caret = 0;
    }

    /// Moves the caret behind everything.
    pub fn to_end(&mut self) {
        self.caret = self.text.len();
    }

    fn border_before(&self) -> usize {
        let borders = cluster_borders(&self.text);
        borders.iter().map(|border| border.0).take_while(|border| *border < self.caret).last().unwrap_or(0)
    }

    fn border_after(&self) -> usize {
        let borders = cluster_borders(&self.text);
        borders.iter().map(|border| border.0).find(|border| *border > self.caret).unwrap_or(self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_and_its_marks_go_together() {
        let mut field = Field::default();
        field.insert_text("a\u{0628}\u{064E}\u{0651}");
        field.delete_back();
        assert_eq!(field.text(), "a");
        field.insert('\u{FEFB}');
        assert_eq!(field.text(), "a\u{0644}\u{0627}");
        field.to_start();
        field.delete_on();
        assert_eq!((field.text(), field.caret().0), ("\u{0644}\u{0627}", 0));
    }

    #[test]
    fn a_paste_is_one_clean_line() {
        let mut field = Field::default();
        field.insert_text("one\ntwo\u{1b}[31m\t");
        assert_eq!(field.text(), "one two[31m ");
        field.delete_word();
        assert_eq!(field.text(), "one ");
        field.insert_text(&"x".repeat(5000));
        assert_eq!(field.text().len(), LONGEST);
    }
}
