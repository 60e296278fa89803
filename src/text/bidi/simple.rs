//! Levels of a paragraph without explicit codes and isolates, and without bracket pairs that matter: rules W1 to I2 over
//! clusters, in one pass for numbers and one for neutrals.

use unicode_bidi::BidiClass::{self, AL, AN, B, BN, CS, EN, ES, ET, L, ON, R, S, WS};

use super::{RTL, is_removed};
use crate::text::grapheme::Cluster;

/// Sets the level of every cluster and says so, or does nothing where the paragraph is not that simple.
pub(super) fn resolve(clusters: &mut [Cluster], base: u8) -> bool {
    let Some(survey) = Survey::of(clusters) else { return false };
    let embedding = if base == RTL { R } else { L };
    if survey.opposite(embedding) {
        if survey.brackets {
            return false;
        }
        let mut classes = weak(clusters, embedding);
        neutral(&mut classes, embedding);
        implicit(clusters, &classes, base);
    } else if base == RTL && survey.numbers {
        // Everything but numbers is of the paragraph's direction, brackets too.
        let classes = weak(clusters, embedding);
        implicit(clusters, &classes, base);
    } else {
        clusters.iter_mut().for_each(|cluster| cluster.level = base);
    }
    true
}

/// What there is in a paragraph.
#[derive(Default)]
struct Survey {
    left: bool,
    right: bool,
    numbers: bool,
    arabic_numbers: bool,
    brackets: bool,
}

impl Survey {
    /// Nothing if there is a class that only the full algorithm knows: explicit codes, isolates, marks without a base.
    fn of(clusters: &[Cluster]) -> Option<Self> {
        let mut survey = Self::default();
        for cluster in clusters {
            if cluster.explicit {
                return None;
            }
            match cluster.bidi {
                L => survey.left = true,
                R | AL => survey.right = true,
                EN => survey.numbers = true,
                AN => (survey.numbers, survey.arabic_numbers) = (true, true),
                ES | ET | CS | ON | WS | S | B | BN => {}
                _ => return None,
            }
            survey.brackets |= cluster.bracket;
        }
        Some(survey)
    }

    /// Whether something runs against the paragraph, other than numbers in a right-to-left one.
    fn opposite(&self, embedding: BidiClass) -> bool {
        if embedding == R { self.left } else { self.right || self.arabic_numbers }
    }
}

/// W1 to W7. Marks are in the cluster of their base and so have its class already (W1).
fn weak(clusters: &[Cluster], embedding: BidiClass) -> Vec<BidiClass> {
    let mut classes: Vec<BidiClass> = Vec::with_capacity(clusters.len());
    let mut strong = embedding;
    // The number that ends just before, as it was before W7.
    let mut number = None;
    let mut index = 0;
    while let Some(cluster) = clusters.get(index) {
        index += 1;
        let class = match cluster.bidi {
            class @ (L | R | AL) => {
                strong = class;
                number = None;
                if class == L { L } else { R }
            }
            class @ (EN | AN) => {
                number = Some(read_number(class, strong));
                number.map_or(ON, |number| drawn_number(number, strong))
            }
            class @ (ES | CS) => {
                // W4. A single separator between two numbers of one kind becomes such a number.
                let after = clusters[index..].iter().find(|next| !is_removed(next.bidi)).map(|next| next.bidi);
                let after = after.filter(|class| matches!(class, EN | AN)).map(|class| read_number(class, strong));
                let joins = after.is_some() && after == number && (class == CS || number == Some(EN));
                if !joins {
                    number = None;
                }
                number.map_or(ON, |number| drawn_number(number, strong))
            }
            ET => {
                // W5. A sequence of terminators beside a European number becomes one.
                let run = &clusters[index - 1..];
                let length = run.iter().position(|next| next.bidi != ET && !is_removed(next.bidi)).unwrap_or(run.len());
                let before_number = strong != AL && run.get(length).is_some_and(|next| next.bidi == EN);
                let class = if number == Some(EN) || before_number { drawn_number(EN, strong) } else { ON };
                classes.extend(run[..length].iter().map(|part| if part.bidi == ET { class } else { BN }));
                index += length - 1;
                number = None;
                continue;
            }
            BN => BN,
            other => {
                number = None;
                other
            }
        };
        classes.push(class);
    }
    classes
}

/// W2. A European number after an Arabic letter is an Arabic number.
fn read_number(class: BidiClass, strong: BidiClass) -> BidiClass {
    if class == EN && strong == AL { AN } else { class }
}

/// W7. A European number after a left-to-right letter runs with it.
fn drawn_number(number: BidiClass, strong: BidiClass) -> BidiClass {
    if number == EN && strong == L { L } else { number }
}

/// N1, N2: neutrals between two of one direction take it, others that of the paragraph.
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
        classes[index..end].fill(if before == after { before } else { embedding });
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

/// I1, I2.
fn implicit(clusters: &mut [Cluster], classes: &[BidiClass], base: u8) {
    let mut before = base;
    for (cluster, class) in clusters.iter_mut().zip(classes) {
        if !is_removed(cluster.bidi) {
            before = match (class, base) {
                (R, _) => RTL,
                (L, RTL) | (EN | AN, _) => 2,
                _ => base,
            };
        }
        cluster.level = before;
    }
}
