//! Terminals that put each character where they are told to: the row as it is.

use super::{Context, Row, Strategy};

pub(super) struct Visual;

impl Strategy for Visual {
    fn arrange(&self, _row: &mut Row<'_>, _context: &Context) {}
}
