//! One paragraph into visual lines of terminal cells. Knows no article, entity or terminal.
//!
//! The files are the stages, in this order (called by `layout`):
//!
//! ```text
//! source -grapheme-> clusters -bidi-> levels -joining-> joined -shape-> glyphs -measure-> widths -breaks-> breakpoints
//!        -wrap(width)-> ranges in logical order -justify, line-> cells in visual order
//! ```
//!
//! Reading mode adds to it, each in a file of its own: `islands` that keep their order, `signs` that are written out,
//! `verse` in two columns. [`Settings::strict`] does without. What all stages know of a character is in `props`; very
//! long paragraphs are cut by [`segment`] and get their levels from `bidi::window`.
//!
//! Levels are worked out once for a paragraph, clusters are wrapped in logical order and only then is each line
//! reordered (UAX #9). Everything here is total: any text gives lines, none wider than the width.

mod bidi;
mod breaks;
mod cluster;
mod grapheme;
mod islands;
mod joining;
mod justify;
mod layout;
mod line;
mod measure;
mod props;
pub mod segment;
mod settings;
mod shape;
mod signs;
mod span;
mod verse;
mod wrap;

pub use bidi::window::Levels;
pub use layout::{Paragraph, cluster_borders, reads_rtl, single_line, width_of};
pub use line::{Cell, Line};
pub use settings::{BaseDirection, Harakat, Islands, Justify, Settings, Shaping, Sides, Signs, Verse};
pub use span::{ByteOffset, ByteSpan, Column, ColumnSpan, Width};
