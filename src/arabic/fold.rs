//! Folding: the form in which two spellings of one word are equal.
//!
//! Folding serves comparison only. It drops and replaces single characters and never reorders them, so that every
//! folded character can be led back to the source character it came from.

use std::ops::Range;

use unicode_normalization::char::decompose_compatible;

/// How far spellings are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Folding {
    /// What a reader searching for a word would call the same: harakat and tatweel dropped, the alefs equal, alef
    /// maksura as yeh, teh marbuta as heh, Persian kaf and yeh as the Arabic ones, one set of digits, Latin case.
    Search,
    /// What names need besides: hamza seats dropped, and letters borrowed for foreign sounds as their Arabic fallback.
    Name,
}

/// `text` folded.
#[must_use]
pub fn fold(text: &str, folding: Folding) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_each(text, folding, |character, _| folded.push(character));
    folded
}

/// Folded text that knows where each of its characters came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    text: String,
    /// For every byte of `text`, the source bytes `start..end` of its character.
    sources: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds `text` and keeps the way back.
    #[must_use]
    pub fn of(text: &str, folding: Folding) -> Self {
        let mut folded = Self::default();
        fold_each(text, folding, |character, source| {
            folded.text.push(character);
            let source = (clamp(source.start), clamp(source.end));
            folded.sources.resize(folded.text.len(), source);
        });
        folded
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The source bytes under the bytes `range` of the folded text, without dropped characters at its end.
    #[must_use]
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let start = self.sources.get(range.start).map_or(0, |source| source.0 as usize);
        let end =
            range.end.checked_sub(1).and_then(|last| self.sources.get(last)).map_or(start, |source| source.1 as usize);
        start..end.max(start)
    }
}

fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// How many bytes of `text` its first `letters` folded characters take, marks that follow them included.
#[must_use]
pub fn source_prefix(text: &str, letters: usize) -> usize {
    let mut seen = 0usize;
    for (at, character) in text.char_indices() {
        let mut produced = 0usize;
        fold_char(character, Folding::Name, |_| produced += 1);
        if produced > 0 && seen >= letters {
            return at;
        }
        seen = seen.saturating_add(produced);
    }
    text.len()
}

/// Hands every folded character to `sink`, with the source bytes it came from.
pub fn fold_each(text: &str, folding: Folding, mut sink: impl FnMut(char, Range<usize>)) {
    for (at, character) in text.char_indices() {
        let source = at..at + character.len_utf8();
        fold_char(character, folding, |folded| sink(folded, source.clone()));
    }
}

/// Hands what `character` folds to, nothing or one or more characters, to `sink`.
fn fold_char(character: char, folding: Folding, mut sink: impl FnMut(char)) {
    match character {
        'a'..='z' | '0'..='9' => sink(character),
        '\u{0620}'..='\u{06FF}' => {
            if let Some(letter) = fold_arabic(character, folding) {
                sink(letter);
            }
        }
        // Presentation forms: the letters they stand for (NFKC), folded in turn.
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => decompose_compatible(character, |letter| {
            if let Some(letter) = fold_arabic(letter, folding) {
                sink(letter);
            }
        }),
        _ if is_ignored(character) => {}
        _ => character.to_lowercase().for_each(sink),
    }
}

/// One character of the Arabic block; nothing where it is dropped.
fn fold_arabic(character: char, folding: Folding) -> Option<char> {
    let letter = match character {
        // Tatweel; tanwin, harakat, maddah and hamza above and below; superscript alef; Quranic marks.
        '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' => {
            return None;
        }
        '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}' => return None,
        // Alef with madda, hamza above, hamza below; wasla.
        '\u{0622}' | '\u{0623}' | '\u{0625}' | '\u{0671}' => '\u{0627}',
        // Alef maksura, Farsi yeh.
        '\u{0649}' | '\u{06CC}' => '\u{064A}',
        // Teh marbuta.
        '\u{0629}' => '\u{0647}',
        // Keheh.
        '\u{06A9}' => '\u{0643}',
        '\u{0660}'..='\u{0669}' => digit(character, '\u{0660}'),
        '\u{06F0}'..='\u{06F9}' => digit(character, '\u{06F0}'),
        _ => character,
    };
    Some(if folding == Folding::Name { fold_name_letter(letter) } else { letter })
}

fn fold_name_letter(letter: char) -> char {
    match letter {
        // Waw and yeh with hamza.
        '\u{0624}' => '\u{0648}',
        '\u{0626}' => '\u{064A}',
        // Gaf; peh; tcheh and jeh; veh; qaf with three dots; heh doachashmee and heh goal.
        '\u{06AF}' => '\u{0643}',
        '\u{067E}' => '\u{0628}',
        '\u{0686}' | '\u{0698}' => '\u{062C}',
        '\u{06A4}' => '\u{0641}',
        '\u{06A8}' => '\u{0642}',
        '\u{06BE}' | '\u{06C1}' => '\u{0647}',
        other => other,
    }
}

fn digit(character: char, zero: char) -> char {
    u32::from(character).checked_sub(u32::from(zero)).and_then(|value| char::from_digit(value, 10)).unwrap_or(character)
}

/// Format characters that say nothing about the word: soft hyphen, Arabic letter mark, joiners, direction marks,
/// embeddings and isolates, byte order mark; the Arabic honorific signs.
fn is_ignored(character: char) -> bool {
    matches!(character,
        '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' | '\u{0610}'..='\u{061A}' | '\u{08D3}'..='\u{08E1}' | '\u{08E3}'..='\u{08FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, folding: Folding, expected: &str) {
        assert_eq!(fold(text, folding), expected);
    }

    #[test]
    fn spellings_of_one_word_fold_together() {
        // Alef with hamza, fatha, tatweel, teh marbuta.
        check("\u{0623}\u{064E}\u{0640}\u{0629}", Folding::Search, "\u{0627}\u{0647}");
        // Persian kaf and yeh, Arabic-Indic and Persian digits.
        check("\u{06A9}\u{06CC}\u{0661}\u{06F2}3", Folding::Search, "\u{0643}\u{064A}123");
        // A lam-alef ligature, a joiner.
        check("\u{FEFB}\u{200C}", Folding::Search, "\u{0644}\u{0627}");
        check("NATO", Folding::Search, "nato");
    }

    #[test]
    fn hamza_seats_matter_to_search_and_not_to_names() {
        check("\u{0634}\u{0624}\u{0648}\u{0646}", Folding::Search, "\u{0634}\u{0624}\u{0648}\u{0646}");
        check("\u{0634}\u{0624}\u{0648}\u{0646}", Folding::Name, "\u{0634}\u{0648}\u{0648}\u{0646}");
    }

    #[test]
    fn a_hit_leads_back_to_its_source() {
        let source = "\u{0628}\u{064E}\u{0627}\u{0628}";
        let folded = Folded::of(source, Folding::Search);
        assert_eq!(folded.as_str(), "\u{0628}\u{0627}\u{0628}");
        assert_eq!(folded.source(2..4), 4..6, "the alef, without the fatha before it");
        assert_eq!(folded.source(0..0), 0..0);
    }

    #[test]
    fn a_prefix_takes_its_marks_with_it() {
        let source = "\u{0648}\u{064E}\u{0642}\u{0627}";
        assert_eq!(source_prefix(source, 1), 4);
        assert_eq!(source_prefix(source, 9), source.len());
    }
}
