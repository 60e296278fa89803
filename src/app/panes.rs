//! The panes: which entry of each list is selected, and which of its mentions is looked at.

use super::geometry::Pane;
use crate::{
    document::{Document, Entry, LISTED},
    knowledge::{EntryId, Kind},
};

/// Which pane, counted in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PaneId(usize);

impl PaneId {
    /// All panes in reading order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..LISTED.len()).map(Self)
    }

    /// The pane that lists `kind`.
    #[must_use]
    pub fn of(kind: Kind) -> Option<Self> {
        LISTED.iter().position(|listed| *listed == kind).map(Self)
    }

    /// What it lists.
    #[must_use]
    pub fn kind(self) -> Kind {
        LISTED[self.0]
    }

    /// Its number, for arrays that have an element a pane.
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }
}

/// One list's state.
#[derive(Debug, Clone, Copy, Default)]
struct Selection {
    entry: Option<EntryId>,
    mention: usize,
    first_shown: usize,
    closed: bool,
}

/// The state of all panes.
#[derive(Debug, Clone, Default)]
pub struct Panes {
    selections: [Selection; LISTED.len()],
}

impl Panes {
    /// Whether a pane is closed.
    #[must_use]
    pub fn is_closed(&self, pane: PaneId) -> bool {
        self.selections[pane.0].closed
    }

    /// Which panes are closed, in their order.
    #[must_use]
    pub fn closed(&self) -> [bool; LISTED.len()] {
        self.selections.map(|selection| selection.closed)
    }

    /// Closes a pane or opens it again.
    pub fn set_closed(&mut self, pane: PaneId, closed: bool) {
        self.selections[pane.0].closed = closed;
    }

    /// The selected entry of a pane and which of its mentions is looked at; the first of each where none was chosen.
    #[must_use]
    pub fn selected<'a>(&self, document: &'a Document, pane: PaneId) -> Option<(&'a Entry, usize)> {
        let selection = self.selections[pane.0];
        let list = document.list(pane.kind());
        let entry = list.get(self.position(document, pane))?;
        let mention = if selection.entry == Some(entry.id) { selection.mention } else { 0 };
        Some((entry, mention.min(entry.mentions.len().saturating_sub(1))))
    }

    /// Where in its list the selected entry stands.
    #[must_use]
    pub fn position(&self, document: &Document, pane: PaneId) -> usize {
        self.selections[pane.0].entry.and_then(|id| document.position(id)).unwrap_or(0)
    }

    /// Selects an entry and one of its mentions.
    pub fn select(&mut self, pane: PaneId, entry: EntryId, mention: usize) {
        let selection = &mut self.selections[pane.0];
        selection.entry = Some(entry);
        selection.mention = mention;
    }

    /// Moves the selection by entries, as far as there are any.
    pub fn step_entry(&mut self, document: &Document, pane: PaneId, by: isize) {
        let list = document.list(pane.kind());
        let target = self.position(document, pane).saturating_add_signed(by).min(list.len().saturating_sub(1));
        if let Some(entry) = list.get(target) {
            self.select(pane, entry.id, 0);
        }
    }

    /// Looks at another mention of the selected entry, round and round.
    pub fn step_mention(&mut self, document: &Document, pane: PaneId, by: isize) {
        if let Some((entry, mention)) = self.selected(document, pane) {
            let count = entry.mentions.len() as isize;
            let target = (mention as isize + by).rem_euclid(count.max(1));
            self.select(pane, entry.id, target.unsigned_abs());
        }
    }

    /// Scrolls a list so that its selected entry shows.
    pub fn fit(&mut self, document: &Document, pane: PaneId, geometry: &Pane) {
        let position = self.position(document, pane);
        let count = document.list(pane.kind()).len();
        let capacity = geometry.capacity().max(1);
        let first = &mut self.selections[pane.0].first_shown;
        *first =
            (*first).min(position).max((position + 1).saturating_sub(capacity)).min(count.saturating_sub(capacity));
    }

    /// The entries of a pane that its rows show, with their places in the list.
    pub fn shown<'a>(
        &self,
        document: &'a Document,
        pane: PaneId,
        geometry: &Pane,
    ) -> impl Iterator<Item = (usize, &'a Entry)> {
        let first = self.selections[pane.0].first_shown;
        document.list(pane.kind()).iter().enumerate().skip(first).take(geometry.capacity())
    }
}
