//! Stage 2: how many cells a cluster takes. The only place that measures.

use unicode_width::UnicodeWidthStr;

use super::{
    cluster::{Cluster, Kind},
    settings::Harakat,
    shape,
};

/// Columns from one tab stop to the next.
pub(crate) const TAB: u16 = 8;

/// Sets the width of every cluster that is not as wide as its base alone; shapes must be known.
pub(crate) fn measure(clusters: &mut [Cluster], source: &str, harakat: Harakat) {
    for cluster in clusters {
        match cluster.kind {
            Kind::Sequence => {
                let width = shape::text(cluster, source, harakat).width();
                cluster.width = u8::try_from(width).unwrap_or(u8::MAX).max(1);
            }
            Kind::Mark => cluster.width = 1,
            Kind::Base if cluster.width == 0 => cluster.width = 1,
            _ => {}
        }
    }
}

/// The cells of a tab that begins at column `at`, counted from the side where the line begins.
pub(crate) fn tab(at: u16) -> u16 {
    TAB - at % TAB
}
