//! Where the regions of the screen lie, in plain integers: drawing and pointing both go by it.
//!
//! Everything is mirrored, since reading order is right to left: the article is on the right, the panes on its
//! left, the scroll bar between them. Borders depend on the size of the screen and on what is open, never on text.

use crate::document::LISTED;

/// The widest column of text that is comfortable to read, in cells.
pub const MEASURE: u16 = 80;
/// The narrowest screen that shows panes beside the article.
const WIDE: u16 = 80;
/// The narrowest panes, and the narrowest article beside them.
const NARROWEST_PANES: u16 = 24;
const NARROWEST_ARTICLE: u16 = 40;
/// The narrowest and lowest screen that shows anything but the article.
const BARE_COLUMNS: u16 = 40;
const BARE_ROWS: u16 = 8;

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// The leftmost column.
    pub x: u16,
    /// The topmost row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// Whether a cell lies inside.
    #[must_use]
    pub fn contains(self, column: u16, row: u16) -> bool {
        (self.x..self.right()).contains(&column) && (self.y..self.bottom()).contains(&row)
    }

    /// One past the rightmost column.
    #[must_use]
    pub fn right(self) -> u16 {
        self.x.saturating_add(self.width)
    }

    /// One past the lowest row.
    #[must_use]
    pub fn bottom(self) -> u16 {
        self.y.saturating_add(self.height)
    }

    /// The row `index` of the area, empty where there is none.
    #[must_use]
    pub fn row(self, index: u16) -> Self {
        Self { y: self.y.saturating_add(index), height: u16::from(index < self.height), ..self }
    }

    /// The area without `left` and `right` columns at its sides.
    #[must_use]
    pub fn inset(self, left: u16, right: u16) -> Self {
        let width = self.width.saturating_sub(left).saturating_sub(right);
        Self { x: self.x.saturating_add(left.min(self.width)), width, ..self }
    }
}

/// What the regions are laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Request {
    /// Columns of the screen.
    pub columns: u16,
    /// Rows of the screen.
    pub rows: u16,
    /// The panes are hidden.
    pub zen: bool,
    /// Columns of the panes as the reader has set them.
    pub panes_width: Option<u16>,
    /// Which panes are closed.
    pub closed: [bool; LISTED.len()],
    /// Which pane has the focus.
    pub focus: Option<usize>,
    /// How many entries each pane has.
    pub entries: [usize; LISTED.len()],
}

/// How much an entry shows, from its name alone to name, detail, strip and a blank row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Density {
    /// The name.
    Name,
    /// The name and the strip.
    Strip,
    /// Name, detail and strip.
    Detail,
    /// The same with a blank row below.
    Airy,
}

impl Density {
    /// From the fullest to the sparest.
    const ALL: [Self; 4] = [Self::Airy, Self::Detail, Self::Strip, Self::Name];

    /// Rows an entry takes.
    #[must_use]
    pub fn rows(self) -> u16 {
        match self {
            Self::Name => 1,
            Self::Strip => 2,
            Self::Detail => 3,
            Self::Airy => 4,
        }
    }
}

/// A pane: its heading and the rows of its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pane {
    /// The heading row and all below it.
    pub area: Area,
    /// The rows of the entries.
    pub list: Area,
    /// How much an entry shows.
    pub density: Density,
}

impl Pane {
    /// How many entries fit.
    #[must_use]
    pub fn capacity(&self) -> usize {
        // The blank row below the last entry need not fit.
        let rows = self.list.height + u16::from(self.density == Density::Airy);
        usize::from(rows / self.density.rows())
    }
}

/// The regions of one screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Geometry {
    /// The whole screen.
    pub screen: Area,
    /// Title, date and size of the article.
    pub title: Option<Area>,
    /// The names of the regions, where they are shown one at a time.
    pub tabs: Option<Area>,
    /// The column of text.
    pub text: Area,
    /// The column at the text's right where the kinds of mention in a row are marked.
    pub gutter: Option<Area>,
    /// The scroll bar.
    pub scroll_bar: Option<Area>,
    /// The panes that are shown.
    pub panes: [Option<Pane>; LISTED.len()],
    /// Where a mention is previewed while a pane has the focus.
    pub peek: Option<Area>,
    /// Place in the article, messages and key hints.
    pub status: Option<Area>,
}

impl Geometry {
    /// Lays out the regions.
    #[must_use]
    pub fn of(request: &Request) -> Self {
        let screen = Area { x: 0, y: 0, width: request.columns, height: request.rows };
        if request.columns < BARE_COLUMNS || request.rows < BARE_ROWS {
            return Self { screen, text: screen, ..Self::default() };
        }
        let title = screen.row(0);
        let status = screen.row(screen.height - 1);
        let middle = Area { y: 1, height: screen.height - 2, ..screen };
        let framed = Self { screen, title: Some(title), status: Some(status), ..Self::default() };
        if request.columns < WIDE { framed.tabbed(middle, request) } else { framed.side_by_side(middle, request) }
    }

    /// Columns of the panes beside the article, none where they are not beside it.
    #[must_use]
    pub fn panes_width(&self) -> u16 {
        self.scroll_bar.map_or(0, |bar| bar.x)
    }

    fn side_by_side(self, middle: Area, request: &Request) -> Self {
        if request.zen || request.closed == [true; LISTED.len()] {
            return self.with_article(middle, request);
        }
        let wanted = request.panes_width.unwrap_or_else(|| (request.columns / 3).clamp(26, 46));
        let panes_width = wanted.clamp(NARROWEST_PANES, request.columns - NARROWEST_ARTICLE);
        let panes = Area { width: panes_width, ..middle }.inset(1, 1);
        let article = Area { x: panes_width, width: middle.width - panes_width, ..middle };
        let panes = stack(Area { y: panes.y + 1, height: panes.height.saturating_sub(1), ..panes }, request);
        Self { panes, ..self }.with_article(article, request)
    }

    fn tabbed(self, middle: Area, request: &Request) -> Self {
        let tabs = middle.row(0);
        let below = Area { y: middle.y + 1, height: middle.height - 1, ..middle };
        let framed = Self { tabs: Some(tabs), ..self };
        let Some(focus) = request.focus else { return framed.with_article(below, request) };
        // The pane takes the screen; the mention it speaks of is still shown below it.
        let peek_height = peek_height(below.height);
        let list = Area { height: below.height - peek_height, ..below }.inset(1, 1);
        let entries = request.entries[focus];
        let density = Density::ALL.into_iter().find(|density| needs(entries, *density) <= list.height);
        let mut panes = [None; LISTED.len()];
        panes[focus] = Some(Pane { area: list, list, density: density.unwrap_or(Density::Strip) });
        let peek = Area { y: list.bottom(), height: peek_height, ..below };
        Self { panes, peek: (peek_height > 0).then_some(peek), text: Area { height: 0, ..below }, ..framed }
    }

    /// Scroll bar, column of text and gutter, and the peek below them while a pane with an entry has the focus.
    fn with_article(self, article: Area, request: &Request) -> Self {
        let scroll_bar = Area { width: 1, ..article };
        let (left, right) = if article.width >= 50 { (3, 4) } else { (2, 2) };
        let room = article.inset(left, right);
        let spare = room.width.saturating_sub(MEASURE);
        // A column narrower than its room stands nearer to the right, where reading begins.
        let text = room.inset(spare - spare / 3, spare / 3);
        let text = Area { y: text.y + 1, height: text.height.saturating_sub(1), ..text };
        let gutter = Area { x: text.right() + 1, width: 1, ..text };
        let has_entries = request.focus.is_some_and(|pane| request.entries[pane] > 0);
        let peek = has_entries.then(|| {
            let height = peek_height(article.height);
            let whole = Area { y: article.bottom() - height, height, ..article };
            whole.inset(1, 0)
        });
        Self {
            text,
            gutter: Some(gutter),
            scroll_bar: Some(scroll_bar),
            peek: peek.filter(|area| area.height > 0),
            ..self
        }
    }
}

fn peek_height(rows: u16) -> u16 {
    match rows {
        0..=9 => 0,
        10..=17 => 4,
        18..=25 => 6,
        _ => 8,
    }
}

/// More rows than any screen has; three times as many still are a `u16`.
const MOST_ROWS: u16 = 16_384;

fn needs(entries: usize, density: Density) -> u16 {
    let rows = u16::try_from(entries.max(1)).unwrap_or(u16::MAX).saturating_mul(density.rows()).min(MOST_ROWS);
    // Where entries have a blank row between them the last one needs none.
    if density == Density::Airy && entries > 0 { rows - 1 } else { rows }
}

/// The open panes one below the other, as full as they can all be shown; where not everything fits, the one with the
/// focus has more room.
fn stack(area: Area, request: &Request) -> [Option<Pane>; LISTED.len()] {
    let open = request.closed.iter().filter(|closed| !**closed).count() as u16;
    // A heading for each, a blank row between them.
    let room = area.height.saturating_sub(2 * open - 1);
    let fits = |density: &Density| open_needs(request, *density).iter().sum::<u16>() <= room;
    let fitting = Density::ALL.into_iter().find(fits);
    let density = fitting.unwrap_or(Density::Strip);
    let heights = match fitting {
        Some(density) => open_needs(request, density),
        None => shares(room, density, request),
    };
    let mut y = area.y;
    let mut panes = [None; LISTED.len()];
    for (index, height) in heights.into_iter().enumerate().filter(|(index, _)| !request.closed[*index]) {
        let list = Area { y: y + 1, height, ..area };
        panes[index] = Some(Pane { area: Area { y, height: height + 1, ..area }, list, density });
        y = list.bottom() + 1;
    }
    panes
}

/// Rows that the list of each pane wants, none for a closed one.
fn open_needs(request: &Request, density: Density) -> [u16; LISTED.len()] {
    std::array::from_fn(|index| if request.closed[index] { 0 } else { needs(request.entries[index], density) })
}

/// Rows for each list where they do not all fit: an even share, what one leaves goes to the one with the focus,
/// then to the others.
fn shares(room: u16, density: Density, request: &Request) -> [u16; LISTED.len()] {
    let needed = open_needs(request, density);
    let open = request.closed.iter().filter(|closed| !**closed).count().max(1) as u16;
    let share = room / open;
    let mut heights = needed.map(|needed| needed.min(share));
    let mut left = room - heights.iter().sum::<u16>();
    let order = request.focus.into_iter().chain(0..heights.len());
    for index in order {
        let more = left.min(needed[index] - heights[index]);
        heights[index] += more;
        left -= more;
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(columns: u16, rows: u16) -> Request {
        Request { columns, rows, entries: [2, 2, 2], ..Request::default() }
    }

    #[test]
    fn regions_lie_on_the_screen_and_apart_at_every_size() {
        for columns in 0..200 {
            for rows in 0..60 {
                for focus in [None, Some(0), Some(2)] {
                    for entries in [[0, 0, 0], [2, 2, 2], [30, 9, 1]] {
                        for closed in [[false; 3], [false, true, false], [true; 3]] {
                            check_apart(&Request { focus, entries, closed, ..request(columns, rows) });
                        }
                    }
                }
            }
        }
    }

    #[track_caller]
    fn check_apart(request: &Request) {
        let geometry = Geometry::of(request);
        let panes = geometry.panes.iter().flatten().map(|pane| pane.area);
        let regions: Vec<Area> = [geometry.title, geometry.tabs, geometry.scroll_bar, geometry.gutter, geometry.status]
            .into_iter()
            .flatten()
            .chain([geometry.text])
            .chain(panes)
            .filter(|area| area.width > 0 && area.height > 0)
            .collect();
        for (index, area) in regions.iter().enumerate() {
            assert!(area.right() <= request.columns && area.bottom() <= request.rows, "{request:?} {area:?}");
            for other in &regions[index + 1..] {
                let apart = area.right() <= other.x
                    || other.right() <= area.x
                    || area.bottom() <= other.y
                    || other.bottom() <= area.y;
                assert!(apart, "{request:?}: {area:?} meets {other:?}");
            }
        }
    }

    #[test]
    fn the_article_stands_at_the_right_and_the_bar_at_its_left() {
        let geometry = Geometry::of(&request(120, 36));
        let bar = geometry.scroll_bar.expect("a scroll bar");
        let pane = geometry.panes[0].expect("a pane");
        assert!(pane.area.right() <= bar.x && bar.x < geometry.text.x);
    }

    #[test]
    fn narrow_screens_show_one_region_and_tiny_ones_the_article() {
        assert!(Geometry::of(&request(79, 24)).tabs.is_some());
        assert!(Geometry::of(&request(80, 24)).tabs.is_none());
        assert_eq!(Geometry::of(&request(39, 24)).text, Area { x: 0, y: 0, width: 39, height: 24 });
        assert_eq!(Geometry::of(&request(120, 7)).text.height, 7);
    }
}
