//! Levels without explicit codes and isolates, and without bracket pairs that matter: rules W1 to I2 on the classes of
//! clusters (so without marks that have a direction of their own), in one pass for numbers and one for neutrals.

use std::ops::Range;

use unicode_bidi::BidiClass::{
    self, AL, AN, BN, CS, EN, ES, ET, FSI, L, LRE, LRI, LRO, NSM, ON, PDF, PDI, R, RLE, RLI, RLO,
};

use super::is_removed;
use crate::text::cluster::Cluster;

/// The levels of `clusters`, one each, in a paragraph or isolate of level `base`; nothing where they are not that simple.
///
/// Marks are in the cluster of their base and so have its class already (W1). `islands` are isolates that the reader is
/// to see as if LRI and PDI stood round them; each counts as one neutral, and its inside gets no level here.
pub(super) fn levels(clusters: &[Cluster], islands: &[Range<usize>], base: u8) -> Option<Vec<u8>> {
    let mut classes: Vec<BidiClass> = Vec::with_capacity(clusters.len());
    let (mut brackets, mut by_character) = (false, false);
    let mut add = |classes: &mut Vec<BidiClass>, part: &[Cluster]| {
        for cluster in part {
            classes.push(cluster.bidi);
            brackets |= cluster.bracket;
            by_character |= cluster.explicit || cluster.composite;
        }
    };
    for island in islands {
        let start = classes.len();
        add(&mut classes, &clusters[start..island.start]);
        // X9 would remove the inside from this sequence; what is left of it is one neutral.
        classes.push(ON);
        classes.resize(island.end, BN);
    }
    let rest = classes.len();
    add(&mut classes, &clusters[rest..]);
    let found = Found::of(&classes);
    let embedding = if base.is_multiple_of(2) { L } else { R };
    let mixed = found.opposes(embedding);
    if by_character || found.needs_more() || mixed && brackets {
        return None;
    }
    let numbers = embedding == R && found.has(&[EN, AN]);
    if !mixed && !numbers {
        return Some(vec![base; clusters.len()]);
    }
    weak(&mut classes, embedding);
    neutral(&mut classes, embedding);
    Some(implicit(&classes, base))
}

/// The classes that there are in a sequence, a bit for each.
struct Found(u32);

impl Found {
    fn of(classes: &[BidiClass]) -> Self {
        Self(classes.iter().fold(0, |found, class| found | 1 << *class as u32))
    }

    fn has(&self, classes: &[BidiClass]) -> bool {
        classes.iter().any(|class| self.0 & 1 << *class as u32 != 0)
    }

    /// Whether there is what only the full algorithm knows: explicit codes, isolates, marks without a base.
    fn needs_more(&self) -> bool {
        self.has(&[NSM, LRI, RLI, FSI, PDI, LRE, RLE, LRO, RLO, PDF])
    }

    /// Whether something runs against the sequence, other than numbers in a right-to-left one.
    fn opposes(&self, embedding: BidiClass) -> bool {
        if embedding == R { self.has(&[L]) } else { self.has(&[R, AL, AN]) }
    }
}

/// W2 to W7, in place; AL comes out as R. What X9 removes stays BN and is looked through.
fn weak(classes: &mut [BidiClass], embedding: BidiClass) {
    let mut strong = embedding;
    // The number that ends just before, as it is before W5 and W7.
    let mut number = None;
    let mut index = 0;
    while index < classes.len() {
        let class = classes[index];
        classes[index] = match class {
            L | R | AL => {
                (strong, number) = (class, None);
                if class == L { L } else { R }
            }
            EN | AN => {
                number = Some(read_number(class, strong));
                number.map_or(ON, |number| drawn_number(number, strong))
            }
            ES | CS => {
                // W4. A single separator between two numbers of one kind becomes such a number.
                let after = classes[index + 1..].iter().copied().find(|next| !is_removed(*next));
                let after = after.filter(|next| matches!(next, EN | AN)).map(|next| read_number(next, strong));
                number = number.filter(|kind| after == Some(*kind) && (class == CS || *kind == EN));
                number.map_or(ON, |number| drawn_number(number, strong))
            }
            ET => {
                index = terminators(classes, index, strong, number);
                number = None;
                continue;
            }
            BN => BN,
            other => {
                number = None;
                other
            }
        };
        index += 1;
    }
}

/// W5. A sequence of terminators beside a European number becomes one, another a neutral. Tells where it ends.
fn terminators(classes: &mut [BidiClass], start: usize, strong: BidiClass, number: Option<BidiClass>) -> usize {
    let length = classes[start..].iter().position(|next| *next != ET && !is_removed(*next));
    let end = length.map_or(classes.len(), |length| start + length);
    let before_number = strong != AL && classes.get(end) == Some(&EN);
    let class = if number == Some(EN) || before_number { drawn_number(EN, strong) } else { ON };
    classes[start..end].iter_mut().filter(|part| **part == ET).for_each(|part| *part = class);
    end
}

/// W2. A European number after an Arabic letter is an Arabic number.
fn read_number(class: BidiClass, strong: BidiClass) -> BidiClass {
    if class == EN && strong == AL { AN } else { class }
}

/// W7. A European number after a left-to-right letter runs with it.
fn drawn_number(number: BidiClass, strong: BidiClass) -> BidiClass {
    if number == EN && strong == L { L } else { number }
}

/// N1, N2: neutrals between two of one direction take it, others that of the sequence.
fn neutral(classes: &mut [BidiClass], embedding: BidiClass) {
    let mut before = embedding;
    let mut index = 0;
    while index < classes.len() {
        if let Some(direction) = direction(classes[index]) {
            before = direction;
            index += 1;
            continue;
        }
        let end = classes[index..].iter().position(|class| direction(*class).is_some());
        let end = end.map_or(classes.len(), |length| index + length);
        let after = classes.get(end).and_then(|class| direction(*class)).unwrap_or(embedding);
        let resolved = if before == after { before } else { embedding };
        classes[index..end].iter_mut().filter(|class| !is_removed(**class)).for_each(|class| *class = resolved);
        index = end;
    }
}

/// The direction that neutrals see: numbers count as right to left.
fn direction(class: BidiClass) -> Option<BidiClass> {
    match class {
        L => Some(L),
        R | EN | AN => Some(R),
        _ => None,
    }
}

/// I1, I2. What X9 removes takes the level before it.
fn implicit(classes: &[BidiClass], base: u8) -> Vec<u8> {
    let is_odd = !base.is_multiple_of(2);
    let mut before = base;
    let level = |class: &BidiClass| {
        before = match class {
            class if is_removed(*class) => before,
            R if is_odd => base,
            R => base + 1,
            L if is_odd => base + 1,
            EN | AN if is_odd => base + 1,
            EN | AN => base + 2,
            _ => base,
        };
        before
    };
    classes.iter().map(level).collect()
}
