//! Stage 5: embedding levels, once for a whole paragraph (UAX #9, P2 to I2).
//!
//! unicode-bidi works them out; [`simple`] does so more quickly for the paragraphs that need no more than the rules for
//! numbers and neutrals, and a test holds the two together.

mod full;
mod simple;

use unicode_bidi::BidiClass;

use super::{grapheme::Cluster, props, settings::BaseDirection};

/// The level of a paragraph that runs from left to right.
pub(crate) const LTR: u8 = 0;
/// The level of a paragraph that runs from right to left.
pub(crate) const RTL: u8 = 1;

/// The paragraph's level: as asked for, else that of its first strong character.
pub(crate) fn base_level(text: &str, base: BaseDirection) -> u8 {
    match base {
        BaseDirection::Ltr => LTR,
        BaseDirection::Rtl => RTL,
        BaseDirection::Auto { fallback_rtl } => first_strong(text).unwrap_or(u8::from(fallback_rtl)),
    }
}

/// P2, P3: the level of the first strong character outside of isolates.
fn first_strong(text: &str) -> Option<u8> {
    let mut depth = 0usize;
    for c in text.chars() {
        match props::of(c).bidi {
            BidiClass::L if depth == 0 => return Some(LTR),
            BidiClass::R | BidiClass::AL if depth == 0 => return Some(RTL),
            BidiClass::LRI | BidiClass::RLI | BidiClass::FSI => depth += 1,
            BidiClass::PDI => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// Sets the level of every cluster of one paragraph.
pub(crate) fn resolve(text: &str, clusters: &mut [Cluster], base: u8) {
    if !simple::resolve(clusters, base) {
        full::resolve(text, clusters, base);
    }
}

/// Whether X9 removes a class; such characters take the level of what is before them.
pub(crate) fn is_removed(class: BidiClass) -> bool {
    use BidiClass::{BN, LRE, LRO, PDF, RLE, RLO};
    matches!(class, BN | LRE | LRO | PDF | RLE | RLO)
}
