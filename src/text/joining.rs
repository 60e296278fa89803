//! Stage 3: which letters join (The Unicode Standard, section 9.2), within each level run (UAX #9, section 3.5).

use super::{cluster::Cluster, props::Joining};

/// Sets `joined_before` and `joined_after` of every cluster; levels must be known.
pub(crate) fn join(clusters: &mut [Cluster]) {
    for run in clusters.chunk_by_mut(|a, b| a.level == b.level) {
        if run[0].level % 2 == 1 {
            join_run(run, 0..run.len(), |inner| inner);
        } else if run.iter().any(|cluster| cluster.joining.joins_before() || cluster.joining.joins_after()) {
            // Arabic that was forced to run from left to right joins as it stands on the screen.
            join_run(run, (0..run.len()).rev(), |(first, last)| (last, first));
        }
    }
}

/// Joins the clusters of one level in the order in which they stand from right to left.
fn join_run(
    run: &mut [Cluster],
    order: impl Iterator<Item = usize>,
    inner_order: impl Fn((Joining, Joining)) -> (Joining, Joining),
) {
    // The joining type that the next letter sees, and the letter that it joins if nothing stands between.
    let mut before = Joining::None;
    let mut letter: Option<usize> = None;
    for index in order {
        let (joining, inner) = (run[index].joining, run[index].inner.map(&inner_order));
        if joining != Joining::Transparent {
            let joined = before.joins_after() && joining.joins_before();
            run[index].joined_before = joined;
            if let Some(letter) = letter {
                run[letter].joined_after = joined;
            }
            before = joining;
            letter = Some(index);
        }
        if let Some((first, last)) = inner {
            if let Some(letter) = letter.take() {
                run[letter].joined_after = before.joins_after() && first.joins_before();
            }
            before = last;
        }
    }
}
