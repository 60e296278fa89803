//! Numbers written in words or digits.
//!
//! The words themselves are a list of the lexicon; here is how they add up.

/// What one number word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Numeral {
    /// A count: three, twenty.
    Cardinal(u32),
    /// A place in a series: third, twentieth.
    Ordinal(u32),
    /// A factor of what stands before it: hundred, thousand.
    Factor(u32),
}

/// The value of number words in a row, units before tens and with or without the conjunction as Arabic has them;
/// nothing where a word is no number word or the value is out of range.
#[must_use]
pub fn value(words: &[Numeral]) -> Option<u32> {
    let mut total = 0u32;
    let mut group: Option<u32> = None;
    for word in words {
        match *word {
            Numeral::Cardinal(value) | Numeral::Ordinal(value) => group = Some(group.unwrap_or(0).checked_add(value)?),
            Numeral::Factor(factor) if factor < 1000 => group = Some(group.unwrap_or(1).checked_mul(factor)?),
            Numeral::Factor(factor) => total = total.checked_add(group.take().unwrap_or(1).checked_mul(factor)?)?,
        }
    }
    if words.is_empty() { None } else { total.checked_add(group.unwrap_or(0)) }
}

/// The value of a run of digits of one set, folded or not.
#[must_use]
pub fn digits(text: &str) -> Option<u32> {
    if text.is_empty() {
        return None;
    }
    super::fold(text, super::Folding::Name).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_add_up() {
        use Numeral::{Cardinal, Factor};
        assert_eq!(value(&[Cardinal(5), Cardinal(20)]), Some(25));
        assert_eq!(value(&[Cardinal(3), Factor(100)]), Some(300));
        assert_eq!(value(&[Factor(1000), Cardinal(9), Factor(100), Cardinal(90)]), Some(1990));
        assert_eq!(value(&[]), None);
        assert_eq!(value(&[Cardinal(u32::MAX), Cardinal(1)]), None);
    }

    #[test]
    fn digits_of_every_set() {
        assert_eq!(digits("\u{0661}\u{06F2}3"), Some(123));
        assert_eq!(digits("12a"), None);
        assert_eq!(digits(""), None);
    }
}
