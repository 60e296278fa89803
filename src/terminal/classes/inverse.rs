//! From a row as it should look to the logical order in which a terminal that reorders it must be sent it.
//!
//! There is no formula for it: where a digit or a mark lands depends on the letters around it (UAX #9 W1-W7, N0-N2).
//! So an order is tried, reordered as the terminal will do it, and corrected by the levels that come of that.

use rustc_hash::FxHashMap;

use super::letters::{is_rtl, mirrored};
use crate::text::{BaseDirection, Paragraph, Settings, Shaping};

/// Tries before it is left at that; two are usually enough.
const TRIES: usize = 6;

/// A row in logical order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Inverse {
    /// For each place in logical order the unit that goes there, counted from the left of the row.
    pub order: Vec<usize>,
    /// What is to be sent for each, brackets mirrored where the terminal will mirror them.
    pub symbols: Vec<String>,
    /// Whether the terminal will show the row as it should look.
    pub exact: bool,
}

/// Finds the order for `units`, the symbols of a row from the left, in a row of direction `base`.
pub(super) fn invert(units: &[&str], base: BaseDirection) -> Inverse {
    let mut levels: Vec<u8> = units.iter().map(|unit| first_guess(unit, base)).collect();
    let mut best = attempt(units, &levels, base).0;
    for _ in 1..TRIES {
        let (tried, found) = attempt(units, &levels, base);
        let settled = found == levels;
        levels = found;
        best = tried;
        if best.exact || settled {
            break;
        }
    }
    best
}

fn first_guess(unit: &str, base: BaseDirection) -> u8 {
    let character = unit.chars().next().unwrap_or(' ');
    let strong = u8::from(is_rtl(character));
    match base {
        BaseDirection::Rtl if character.is_alphanumeric() && strong == 0 => 2,
        BaseDirection::Rtl => 1,
        _ => strong,
    }
}

/// The order that these levels of the units lead to, and the levels that the terminal will find in it.
fn attempt(units: &[&str], levels: &[u8], base: BaseDirection) -> (Inverse, Vec<u8>) {
    let order = logical_order(levels);
    let symbols: Vec<String> = order.iter().map(|unit| sent(units[*unit], levels[*unit])).collect();
    let text = symbols.concat();
    let settings = Settings { shaping: Shaping::None, ..Settings::strict(base) };
    let mut starts = FxHashMap::default();
    let mut start = 0;
    for (unit, symbol) in order.iter().zip(&symbols) {
        starts.insert(start, *unit);
        start += symbol.len();
    }
    let paragraph = Paragraph::new(&text, &settings);
    let shown = paragraph.visual_order(crate::text::ByteSpan::new(0, text.len()));
    let shown: Vec<(usize, u8)> =
        shown.iter().filter_map(|(span, level)| Some((*starts.get(&span.start.0)?, *level))).collect();
    let mut found = levels.to_vec();
    shown.iter().for_each(|(unit, level)| found[*unit] = *level);
    let in_place = shown.iter().map(|(unit, _)| *unit).eq(0..units.len());
    let mirrors = shown.iter().all(|(unit, level)| sent(units[*unit], *level) == sent(units[*unit], levels[*unit]));
    (Inverse { order, symbols, exact: in_place && mirrors }, found)
}

fn sent(unit: &str, level: u8) -> String {
    if level % 2 == 1 { mirrored(unit) } else { unit.to_owned() }
}

/// The reversals of L2 in the opposite order: from the lowest odd level up.
fn logical_order(levels: &[u8]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    let highest = levels.iter().copied().max().unwrap_or(0);
    for level in 1..=highest {
        for stretch in order.split_mut(|unit| levels[*unit] < level) {
            stretch.reverse();
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::{super::tests::arabic, *};

    #[track_caller]
    fn check(visual: &str, base: BaseDirection, expected: &str) {
        let units: Vec<String> = visual.chars().map(|letter| arabic(letter).to_string()).collect();
        let units: Vec<&str> = units.iter().map(String::as_str).collect();
        let inverse = invert(&units, base);
        let expected: String = expected.chars().map(arabic).collect();
        assert_eq!((inverse.symbols.concat(), inverse.exact), (expected, true), "{visual}");
    }

    #[test]
    fn rows_from_right_to_left() {
        check("  CBA", BaseDirection::Rtl, "ABC  ");
        check(" 17 BA", BaseDirection::Rtl, "AB 17 ");
        check("C (BA) nato 21 FE", BaseDirection::Rtl, "EF 21 nato (AB) C");
        check("BA 5%", BaseDirection::Rtl, "5% AB");
        check("5% BA", BaseDirection::Rtl, "AB %5");
        check("12:30 BA", BaseDirection::Rtl, "AB 12:30");
        check("BA \u{2502} DC 3", BaseDirection::Rtl, "3 CD \u{2502} AB");
    }

    #[test]
    fn rows_from_left_to_right() {
        check("x CBA y", BaseDirection::Ltr, "x ABC y");
        check("x CB A (y)", BaseDirection::Ltr, "x A BC (y)");
    }
}
