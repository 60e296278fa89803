//! Frames: what changed since the last one, as one write.

use std::io;

use crossterm::{queue, terminal};
use ratatui::{
    backend::{Backend, CrosstermBackend},
    buffer::Buffer,
    layout::Rect,
};

use super::{
    Class,
    classes::{Arranged, Context},
};
use crate::ui::Canvas;

/// What the terminal shows.
#[derive(Debug)]
pub(super) struct Screen {
    class: Class,
    synchronized: bool,
    context: Context,
    shown: Option<Arranged>,
}

impl Screen {
    /// A screen of which nothing is known to be shown.
    pub fn new(class: Class) -> Self {
        Self { class, synchronized: false, context: Context::default(), shown: None }
    }

    /// Draws for another class from now on; what is shown has to be erased.
    pub fn set_class(&mut self, class: Class) {
        self.class = class;
        self.forget();
    }

    /// Fences frames with synchronized output from now on, or not.
    pub fn set_synchronized(&mut self, synchronized: bool) {
        self.synchronized = synchronized;
    }

    /// Draws for a terminal of which this is known from now on.
    pub fn set_context(&mut self, context: Context) {
        self.context = context;
    }

    /// Whether combining marks were left out of what is shown.
    pub fn stripped_marks(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.stripped_marks)
    }

    /// Tells that the terminal shows something else, or nothing.
    pub fn forget(&mut self) {
        self.shown = None;
    }

    /// The visual column of a cell that the terminal reports.
    pub fn visual_column(&self, column: u16, row: u16) -> u16 {
        self.shown.as_ref().map_or(column, |shown| shown.visual_column(column, row))
    }

    /// The bytes that make the terminal show `canvas`, none if it does already.
    ///
    /// Where nothing is known of what it shows they begin with `erasing`, which leaves the screen blank.
    pub fn frame(&mut self, canvas: Canvas, erasing: &[u8]) -> io::Result<Vec<u8>> {
        let next = Arranged::new(self.class, canvas, &self.context);
        let area = next.buffer.area;
        let (opening, before) = match self.shown.take().filter(|shown| shown.buffer.area == area) {
            Some(shown) => (&[][..], shown.buffer),
            None => (erasing, Buffer::empty(Rect::new(0, 0, area.width, area.height))),
        };
        let changes = before.diff(&next.buffer);
        let mut bytes = Vec::new();
        if !opening.is_empty() || !changes.is_empty() {
            if self.synchronized {
                queue!(bytes, terminal::BeginSynchronizedUpdate)?;
            }
            bytes.extend_from_slice(opening);
            CrosstermBackend::new(&mut bytes).draw(changes.into_iter())?;
            if self.synchronized {
                queue!(bytes, terminal::EndSynchronizedUpdate)?;
            }
        }
        self.shown = Some(next);
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn canvas(words: &[(u16, &str)]) -> Canvas {
        let mut canvas = Canvas::new(10, 2);
        for (x, word) in words {
            canvas.put(*x, 0, word, 1, Style::new());
        }
        canvas
    }

    #[test]
    fn only_what_changed_is_written() {
        let mut screen = Screen::new(Class::Plain);
        let first = String::from_utf8(screen.frame(canvas(&[(0, "a"), (4, "b")]), b"ERASE").expect("a frame"));
        let first = first.expect("text");
        assert!(first.starts_with("ERASE") && first.contains('a') && first.contains('b'), "{first:?}");
        assert_eq!(screen.frame(canvas(&[(0, "a"), (4, "b")]), b"ERASE").expect("a frame"), b"");
        let third = String::from_utf8(screen.frame(canvas(&[(0, "a"), (4, "c")]), b"ERASE").expect("a frame"));
        let third = third.expect("text");
        assert!(third.contains('c') && !third.contains('a') && !third.contains("ERASE"), "{third:?}");
    }

    #[test]
    fn another_size_or_class_is_drawn_whole() {
        let mut screen = Screen::new(Class::Plain);
        screen.set_synchronized(true);
        screen.frame(canvas(&[(0, "a")]), b"").expect("a frame");
        let whole = screen.frame(Canvas::new(5, 5), b"ERASE").expect("a frame");
        assert!(whole.starts_with(b"\x1b[?2026hERASE") && whole.ends_with(b"\x1b[?2026l"));
        screen.set_class(Class::Kitty);
        assert!(!screen.frame(Canvas::new(5, 5), b"ERASE").expect("a frame").is_empty());
    }
}
