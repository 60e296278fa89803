//! One paragraph into visual lines of terminal cells. Knows no article, entity or terminal.

pub mod span;

pub use span::{ByteOffset, ByteSpan, Column, ColumnSpan, Width};
