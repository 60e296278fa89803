//! Initials before a name, spelt as the names of Latin letters: J. D. Vance.

use crate::{
    arabic::{TokenId, TokenRange},
    extract::context::Source,
};

/// With the initials and their full stops before it.
pub fn with_initials(source: &Source<'_>, sentence: TokenRange, tokens: TokenRange) -> TokenRange {
    let folded = |at: u32| source.tokens.folded(TokenId(at));
    let mut start = tokens.start.0;
    while let Some(initial) = start.checked_sub(2).filter(|initial| *initial >= sentence.start.0) {
        if folded(start - 1) != "." || !INITIALS.contains(&folded(initial)) {
            break;
        }
        start = initial;
    }
    TokenRange { start: TokenId(start), ..tokens }
}

/// The names of Latin letters, in the spellings that begin names of people.
const INITIALS: [&str; 26] = [
    "\u{0627}\u{064A}\u{0647}",                 // ayh
    "\u{0627}\u{064A}",                         // ay
    "\u{0628}\u{064A}",                         // by
    "\u{0633}\u{064A}",                         // sy
    "\u{062F}\u{064A}",                         // dy
    "\u{0627}\u{0641}",                         // af
    "\u{062C}\u{064A}",                         // jy
    "\u{062C}\u{064A}\u{0647}",                 // jyh
    "\u{062C}\u{0627}\u{064A}",                 // jay
    "\u{0627}\u{062A}\u{0634}",                 // atsh
    "\u{0627}\u{064A}\u{062A}\u{0634}",         // aytsh
    "\u{0643}\u{064A}\u{0647}",                 // kyh
    "\u{0643}\u{0627}\u{064A}",                 // kay
    "\u{0643}\u{064A}",                         // ky
    "\u{0627}\u{0644}",                         // al
    "\u{0627}\u{0645}",                         // am
    "\u{0627}\u{0646}",                         // an
    "\u{0627}\u{0648}",                         // aw
    "\u{0627}\u{0631}",                         // ar
    "\u{0627}\u{0633}",                         // as
    "\u{062A}\u{064A}",                         // ty
    "\u{064A}\u{0648}",                         // yw
    "\u{0641}\u{064A}",                         // fy
    "\u{062F}\u{0628}\u{0644}\u{064A}\u{0648}", // dblyw
    "\u{0648}\u{0627}\u{064A}",                 // way
    "\u{0628}\u{064A}\u{0647}",                 // byh
];
