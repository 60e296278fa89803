//! Filling a row: wider spaces, and kashida where a calligrapher would put it. For the eye only: a kashida belongs to the
//! letter before it.

use super::{
    bidi,
    cluster::{Cluster, Kind},
    settings::Justify,
};

/// The most cells that one kashida takes.
const LONGEST: u16 = 3;
/// The most cells by which a space between two words grows; a line that would need more stays ragged.
const WIDEST: u16 = 3;

/// Stretches a line by `room` cells, or leaves it where that would tear it apart.
pub(crate) fn stretch(clusters: &mut Vec<Cluster>, room: u16, justify: Justify) {
    let spaces = spaces(clusters);
    let places = if justify == Justify::Kashida { places(clusters) } else { Vec::new() };
    let capacity = count(&spaces).saturating_mul(WIDEST).saturating_add(count(&places).saturating_mul(LONGEST));
    if justify == Justify::Off || room == 0 || spaces.is_empty() || room > capacity {
        return;
    }
    let kashida = share(room, &spaces, &places);
    let lengths = lengths(&places, kashida);
    let width = |extra: u16, index: usize, of: usize| {
        // The remainder goes to the spaces at even distances.
        let (extra, index, of) = (usize::from(extra), index, of.max(1));
        (extra * (index + 1) / of - extra * index / of) as u16
    };
    let for_spaces = room - lengths.iter().sum::<u16>();
    for (index, at) in spaces.iter().enumerate() {
        let wider = width(for_spaces, index, spaces.len());
        clusters[*at].width = clusters[*at].width.saturating_add(u8::try_from(wider).unwrap_or(u8::MAX));
    }
    insert(clusters, &places, &lengths);
}

fn count<T>(items: &[T]) -> u16 {
    u16::try_from(items.len()).unwrap_or(u16::MAX)
}

/// The first blank of every gap between two words.
fn spaces(clusters: &[Cluster]) -> Vec<usize> {
    let is_blank = |index: usize| clusters[index].kind == Kind::Blank;
    let first_word = clusters.iter().position(|cluster| !cluster.hangs()).unwrap_or(clusters.len());
    (first_word + 1..clusters.len()).filter(|&index| is_blank(index) && !is_blank(index - 1)).collect()
}

/// How many cells kashida is to take: what it can, but every other cell while spaces can still grow a little.
fn share(room: u16, spaces: &[usize], places: &[Place]) -> u16 {
    let most = count(places).saturating_mul(LONGEST).min(room);
    let least = room.saturating_sub(count(spaces).saturating_mul(WIDEST));
    (room / 2 + room % 2).min(most).max(least)
}

/// A place for kashida: behind which cluster, and how good it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    after: usize,
    rank: Rank,
}

/// The published order of preference, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// After a tatweel of the writer's own.
    Tatweel,
    /// After a seen or sad that joins forward.
    SeenSad,
    /// Before a final teh marbuta, heh or dal.
    FinalHehDal,
    /// Before a final alef, tah, lam, kaf or gaf.
    FinalAlefLamKaf,
    /// Before a medial beh that meets a reh, yeh or alef maksura.
    BehBeforeReh,
    /// Before a final waw, ain, qaf or feh.
    FinalWawAin,
    /// Before any other final letter.
    Final,
}

/// One place a word, the best there is and of equals the nearest to its end.
fn places(clusters: &[Cluster]) -> Vec<Place> {
    let mut best: Vec<Place> = Vec::new();
    let mut word = 0;
    let mut word_of_best = None;
    for index in 0..clusters.len().saturating_sub(1) {
        word += usize::from(clusters[index].hangs());
        let Some(rank) = rank(clusters, index) else { continue };
        let place = Place { after: index, rank };
        match best.last_mut().filter(|_| word_of_best == Some(word)) {
            Some(before) if before.rank >= rank => *before = place,
            Some(_) => {}
            None => best.push(place),
        }
        word_of_best = Some(word);
    }
    best
}

/// How good a kashida would be behind the cluster at `index`; nothing where it does not join the next.
fn rank(clusters: &[Cluster], index: usize) -> Option<Rank> {
    let (before, after) = (&clusters[index], &clusters[index + 1]);
    let joins =
        before.joined_after && after.joined_before && before.level == after.level && after.level % 2 == bidi::RTL;
    if !joins || before.inner.is_some() {
        return None;
    }
    let is_final = !after.joined_after;
    match (before.base, after.base) {
        ('\u{0640}', _) => Some(Rank::Tatweel),
        ('\u{0633}'..='\u{0636}', _) => Some(Rank::SeenSad),
        (_, '\u{0629}' | '\u{0647}' | '\u{062F}' | '\u{0630}') if is_final => Some(Rank::FinalHehDal),
        (_, alef_lam_kaf) if is_final && is_alef_lam_kaf(alef_lam_kaf) => Some(Rank::FinalAlefLamKaf),
        (_, '\u{0628}' | '\u{062A}' | '\u{062B}' | '\u{0646}' | '\u{064A}' | '\u{067E}' | '\u{06CC}')
            if clusters.get(index + 2).is_some_and(|next| after.joined_after && meets_beh(next)) =>
        {
            Some(Rank::BehBeforeReh)
        }
        (_, '\u{0648}' | '\u{0624}' | '\u{0639}' | '\u{063A}' | '\u{0641}' | '\u{0642}') if is_final => {
            Some(Rank::FinalWawAin)
        }
        _ if is_final => Some(Rank::Final),
        _ => None,
    }
}

fn is_alef_lam_kaf(letter: char) -> bool {
    matches!(
        letter,
        '\u{0622}' | '\u{0623}' | '\u{0625}' | '\u{0627}' | '\u{0671}' // alef
            | '\u{0637}' | '\u{0638}' // tah
            | '\u{0643}' | '\u{0644}' | '\u{06A9}' | '\u{06AF}' // kaf, lam, gaf
    )
}

/// Reh, yeh and alef maksura at the end.
fn meets_beh(letter: &Cluster) -> bool {
    let is_one = matches!(letter.base, '\u{0631}' | '\u{0632}' | '\u{0698}' | '\u{0649}' | '\u{064A}' | '\u{06CC}');
    is_one && !letter.joined_after
}

/// Gives out `kashida` cells one by one, the best places first, each up to [`LONGEST`].
fn lengths(places: &[Place], kashida: u16) -> Vec<u16> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|index| places[*index].rank);
    let mut lengths = vec![0; places.len()];
    for (_, index) in (0..kashida).zip(order.iter().cycle().take(places.len() * usize::from(LONGEST))) {
        lengths[*index] += 1;
    }
    lengths
}

/// Puts a run of tatweel behind each place that has a length.
fn insert(clusters: &mut Vec<Cluster>, places: &[Place], lengths: &[u16]) {
    let mut stretched = Vec::with_capacity(clusters.len() + places.len() * usize::from(LONGEST));
    let mut next = places.iter().zip(lengths).peekable();
    for (index, cluster) in clusters.drain(..).enumerate() {
        let length = next.next_if(|(place, _)| place.after == index).map_or(0, |(_, length)| *length);
        let tatweel = (length > 0).then(|| cluster.tatweel());
        stretched.push(cluster);
        stretched.extend(tatweel.into_iter().flat_map(|tatweel| std::iter::repeat_n(tatweel, usize::from(length))));
    }
    *clusters = stretched;
}
