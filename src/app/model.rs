//! Everything the reader is doing, as one value.

use std::sync::Arc;

use super::{
    geometry::{Geometry, Request},
    jumps::Jumps,
    keymap::Keymap,
    message::Background,
    panes::{PaneId, Panes},
    reading::{Reading, Spot},
    search::Search,
    typography::{Harakat, Typography},
};
use crate::{
    article::Passage,
    document::{Document, Entry},
    knowledge::EntryId,
    locale::Catalogue,
    text::Justify,
};

/// What the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The article.
    #[default]
    Article,
    /// A pane.
    Pane(PaneId),
}

impl Focus {
    /// The pane that has the focus.
    #[must_use]
    pub fn pane(self) -> Option<PaneId> {
        match self {
            Self::Article => None,
            Self::Pane(pane) => Some(pane),
        }
    }
}

/// What `n` and `N` walk: whichever was chosen last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Chosen {
    /// Nothing yet.
    #[default]
    Nothing,
    /// The hits of the search.
    Search,
    /// The mentions of an entry.
    Entry(EntryId),
}

/// Something to tell the reader once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// No search and no entry was chosen to walk.
    NothingChosen,
    /// There is no further mention that way.
    NoMore,
    /// No mention in view to go from.
    NoMention,
    /// The jump list ends here.
    NoJump,
    /// Nothing is known of how this terminal treats right-to-left text.
    UnknownTerminal,
    /// The article has combining marks and the terminal does not draw them on their letters, so that none is drawn.
    MarksHidden,
    /// How vowel marks are shown now.
    Harakat(Harakat),
    /// How lines fill their row now.
    Justify(Justify),
    /// The mouse is the reader's.
    MouseTaken,
    /// The mouse is the terminal's.
    MouseLeft,
}

/// A level to come back to with Escape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Level {
    pub(super) spot: Spot,
    pub(super) focus: Focus,
    pub(super) chosen: Chosen,
}

/// The reader.
#[derive(Debug)]
pub struct Model {
    pub(super) document: Arc<Document>,
    pub(super) catalogue: Catalogue,
    /// The title shown where the article has none of its own.
    pub(super) fallback_title: String,
    pub(super) keymap: Keymap,
    pub(super) size: (u16, u16),
    pub(super) geometry: Geometry,
    pub(super) background: Background,
    pub(super) typography: Typography,
    pub(super) zen: bool,
    /// Columns of the panes, where the reader has set them.
    pub(super) panes_width: Option<u16>,
    /// The border of the panes is being dragged.
    pub(super) dragging: bool,
    pub(super) reading: Reading,
    pub(super) panes: Panes,
    pub(super) focus: Focus,
    pub(super) chosen: Chosen,
    pub(super) search: Search,
    pub(super) jumps: Jumps,
    pub(super) levels: Vec<Level>,
    pub(super) help: Option<usize>,
    pub(super) notice: Option<Notice>,
    pub(super) count: Option<usize>,
    /// The reader asked for the end of an article that is still being read.
    pub(super) awaits_end: bool,
}

impl Model {
    /// A reader at the start of `document`; `title` is shown where the article has none of its own.
    #[must_use]
    pub fn new(document: Arc<Document>, catalogue: Catalogue, title: String, size: (u16, u16)) -> Self {
        let mut model = Self {
            document,
            catalogue,
            fallback_title: title,
            keymap: Keymap::default(),
            size,
            geometry: Geometry::default(),
            background: Background::default(),
            typography: Typography::default(),
            zen: false,
            panes_width: None,
            dragging: false,
            reading: Reading::default(),
            panes: Panes::default(),
            focus: Focus::default(),
            chosen: Chosen::default(),
            search: Search::default(),
            jumps: Jumps::default(),
            levels: Vec::new(),
            help: None,
            notice: None,
            count: None,
            awaits_end: false,
        };
        model.refresh();
        model
    }

    /// Gives the keys to commands as `keymap` does.
    pub fn bind(&mut self, keymap: Keymap) {
        self.keymap = keymap;
    }

    /// Sets the text as `typography` says.
    pub fn set_typography(&mut self, typography: Typography) {
        self.typography = typography;
        self.refresh();
    }

    /// How the text is set.
    #[must_use]
    pub fn typography(&self) -> Typography {
        self.typography
    }

    /// Which key does what.
    #[must_use]
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// The document being read.
    #[must_use]
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// The messages of the interface.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The title: the article's own, else the one it was opened with.
    #[must_use]
    pub fn title(&self) -> &str {
        self.document.article().title.as_deref().unwrap_or(&self.fallback_title)
    }

    /// Where the regions lie.
    #[must_use]
    pub fn geometry(&self) -> &Geometry {
        &self.geometry
    }

    /// The background the terminal has, or was told to have.
    #[must_use]
    pub fn background(&self) -> Background {
        self.background
    }

    /// The article on the screen.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The panes.
    #[must_use]
    pub fn panes(&self) -> &Panes {
        &self.panes
    }

    /// What the keys go to.
    #[must_use]
    pub fn focus(&self) -> Focus {
        self.focus
    }

    /// What `n` and `N` walk.
    #[must_use]
    pub fn chosen(&self) -> Chosen {
        self.chosen
    }

    /// Searching.
    #[must_use]
    pub fn search(&self) -> &Search {
        &self.search
    }

    /// The first row of the help in view, while it is open.
    #[must_use]
    pub fn help(&self) -> Option<usize> {
        self.help
    }

    /// What there is to tell.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// The count typed before a command.
    #[must_use]
    pub fn count(&self) -> Option<usize> {
        self.count
    }

    /// The entry whose mentions are lit: the one selected in the pane that has the focus, else the chosen one.
    #[must_use]
    pub fn lit(&self) -> Option<&Entry> {
        match (self.focus, self.chosen) {
            (Focus::Pane(pane), _) => self.panes.selected(&self.document, pane).map(|(entry, _)| entry),
            (Focus::Article, Chosen::Entry(id)) => self.document.entry(id),
            (Focus::Article, _) => None,
        }
    }

    /// The passage that has the eye: the mention looked at in a pane, else where the last jump went.
    #[must_use]
    pub fn eye(&self) -> Option<Passage> {
        match self.focus {
            Focus::Pane(pane) => {
                self.panes.selected(&self.document, pane).map(|(entry, mention)| entry.mentions[mention].passage)
            }
            Focus::Article => self.reading.cursor(),
        }
    }

    /// What is being walked and how far along: the place of the eye among its passages, from 1, and their number.
    #[must_use]
    pub fn walk(&self) -> Option<(usize, usize)> {
        let eye = self.reading.cursor();
        let number = |index: Option<usize>| index.map_or(0, |index| index + 1);
        match self.chosen {
            Chosen::Nothing => None,
            Chosen::Search => {
                let hits = &self.search.hits().passages;
                Some((number(hits.iter().position(|hit| Some(*hit) == eye)), hits.len()))
            }
            Chosen::Entry(id) => {
                let mentions = &self.document.entry(id)?.mentions;
                Some((number(mentions.iter().position(|mention| Some(mention.passage) == eye)), mentions.len()))
            }
        }
    }

    /// Lays the screen out anew after anything that bears on it has changed.
    pub(super) fn refresh(&mut self) {
        let entries = crate::document::LISTED.map(|kind| self.document.list(kind).len());
        self.geometry = Geometry::of(&Request {
            columns: self.size.0,
            rows: self.size.1,
            zen: self.zen,
            panes_width: self.panes_width,
            closed: self.panes.closed(),
            focus: self.focus.pane().map(PaneId::index),
            entries,
        });
        for pane in PaneId::all() {
            if let Some(geometry) = &self.geometry.panes[pane.index()] {
                self.panes.fit(&self.document, pane, geometry);
            }
        }
        let article = self.document.article();
        self.reading.fit(article, self.geometry.text, self.typography.settings(article.is_rtl()));
    }
}
