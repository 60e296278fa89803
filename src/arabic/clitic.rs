//! Clitics: what is written together with a word and is not part of it.
//!
//! A form like w-l-l-m-gh-r-b may be read several ways; [`readings`] lists the ways that the letters allow, and the
//! word lists decide. Only proclitics are looked at: enclitic pronouns never follow a name.

const WAW: char = '\u{0648}';
const FEH: char = '\u{0641}';
const BEH: char = '\u{0628}';
const KAF: char = '\u{0643}';
const LAM: char = '\u{0644}';
const ALEF: char = '\u{0627}';

/// The fewest letters that may be left of a word.
const SHORTEST: usize = 2;

/// The particles before a word, as far as one reading sees them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Proclitics {
    /// The conjunction waw or feh.
    pub conjunction: Option<char>,
    /// The preposition beh, lam or kaf.
    pub preposition: Option<char>,
    /// The article was written as the second lam of l-l, its alef lost: what is left is definite without showing it.
    pub lost_article: bool,
}

/// One way to read a written word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reading<'a> {
    /// What was taken off.
    pub proclitics: Proclitics,
    /// How many letters that was.
    pub letters: usize,
    /// What is left.
    pub stem: &'a str,
}

/// The readings that the letters of a folded word allow, the whole word first.
#[must_use]
pub fn readings(folded: &str) -> Readings<'_> {
    let whole = Reading { proclitics: Proclitics::default(), letters: 0, stem: folded };
    let mut found = Readings { items: [whole; 6], len: 1 };
    let conjoined = strip(
        whole,
        |letter| matches!(letter, WAW | FEH),
        |proclitics, letter| {
            proclitics.conjunction = Some(letter);
        },
    );
    for base in [Some(whole), conjoined].into_iter().flatten() {
        if base.letters > 0 {
            found.push(base);
        }
        let prepositional = strip(
            base,
            |letter| matches!(letter, BEH | KAF | LAM),
            |proclitics, letter| {
                proclitics.preposition = Some(letter);
            },
        );
        let Some(prepositional) = prepositional else { continue };
        found.push(prepositional);
        if prepositional.proclitics.preposition == Some(LAM) {
            let definite = strip(prepositional, |letter| letter == LAM, |proclitics, _| proclitics.lost_article = true);
            if let Some(definite) = definite {
                found.push(definite);
            }
        }
    }
    found
}

/// A word without its article, if it shows one.
#[must_use]
pub fn without_article(folded: &str) -> Option<&str> {
    let rest = folded.strip_prefix([ALEF])?.strip_prefix([LAM])?;
    (rest.chars().nth(SHORTEST - 1).is_some()).then_some(rest)
}

fn strip<'a>(
    reading: Reading<'a>,
    wanted: impl Fn(char) -> bool,
    note: impl Fn(&mut Proclitics, char),
) -> Option<Reading<'a>> {
    let mut letters = reading.stem.chars();
    let first = letters.next().filter(|letter| wanted(*letter))?;
    let stem = letters.as_str();
    stem.chars().nth(SHORTEST - 1)?;
    let mut proclitics = reading.proclitics;
    note(&mut proclitics, first);
    Some(Reading { proclitics, letters: reading.letters + 1, stem })
}

/// A few readings of one word.
#[derive(Debug, Clone, Copy)]
pub struct Readings<'a> {
    items: [Reading<'a>; 6],
    len: usize,
}

impl<'a> Readings<'a> {
    fn push(&mut self, reading: Reading<'a>) {
        if let Some(slot) = self.items.get_mut(self.len) {
            *slot = reading;
            self.len += 1;
        }
    }

    /// The readings, the whole word first.
    #[must_use]
    pub fn as_slice(&self) -> &[Reading<'a>] {
        &self.items[..self.len]
    }
}

impl<'a> IntoIterator for Readings<'a> {
    type Item = Reading<'a>;
    type IntoIter = std::iter::Take<std::array::IntoIter<Reading<'a>, 6>>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter().take(self.len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: &[&str]) {
        let stems: Vec<&str> = readings(word).into_iter().map(|reading| reading.stem).collect();
        assert_eq!(stems, expected);
    }

    #[test]
    fn every_reading_the_letters_allow() {
        let word = "\u{0648}\u{0644}\u{0644}\u{0645}\u{063A}\u{0631}\u{0628}"; // w-l-l-m-gh-r-b
        check(word, &[word, &word[2..], &word[4..], &word[6..]]);
    }

    #[test]
    fn nothing_is_taken_off_a_short_word() {
        check("\u{0648}\u{0628}", &["\u{0648}\u{0628}"]);
        check("", &[""]);
    }

    #[test]
    fn the_article_is_taken_off() {
        assert_eq!(without_article("\u{0627}\u{0644}\u{0645}\u{063A}"), Some("\u{0645}\u{063A}"));
        assert_eq!(without_article("\u{0627}\u{0644}\u{0645}"), None);
    }
}
