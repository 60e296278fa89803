//! The places jumped from, to go back to and forward again.

use super::reading::Spot;

/// The longest list kept.
const CAPACITY: usize = 100;

/// The jump list.
#[derive(Debug, Clone, Default)]
pub struct Jumps {
    back: Vec<Spot>,
    forward: Vec<Spot>,
}

impl Jumps {
    /// A jump leaves `spot`; what was ahead of it is forgotten.
    pub fn leave(&mut self, spot: Spot) {
        self.forward.clear();
        if self.back.last() != Some(&spot) {
            self.back.push(spot);
        }
        if self.back.len() > CAPACITY {
            self.back.remove(0);
        }
    }

    /// The place before, for a reader who is at `here`.
    pub fn back(&mut self, here: Spot) -> Option<Spot> {
        Self::step(&mut self.back, &mut self.forward, here)
    }

    /// The place after, for a reader who is at `here`.
    pub fn forward(&mut self, here: Spot) -> Option<Spot> {
        Self::step(&mut self.forward, &mut self.back, here)
    }

    fn step(from: &mut Vec<Spot>, to: &mut Vec<Spot>, here: Spot) -> Option<Spot> {
        let spot = from.pop()?;
        to.push(here);
        Some(spot)
    }
}
