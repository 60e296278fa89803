//! stub
#![allow(missing_docs)]
use super::*;
use compact_str::CompactString;
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BaseDirection {
    Auto { fallback_rtl: bool },
    Ltr,
    Rtl,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Settings {
    pub base: BaseDirection,
}
impl Default for Settings {
    fn default() -> Self {
        Self { base: BaseDirection::Auto { fallback_rtl: true } }
    }
}
#[derive(Debug, Clone)]
pub struct Cell {
    pub column: Column,
    pub width: u8,
    pub text: CompactString,
    pub span: ByteSpan,
    pub level: u8,
}
#[derive(Debug, Clone)]
pub struct Line {
    pub span: ByteSpan,
    pub rtl: bool,
    pub width: Width,
    pub cells: Vec<Cell>,
}
impl Line {
    pub fn hit(&self, column: Column) -> Option<ByteSpan> {
        self.cells.iter().find(|c| c.column == column).map(|c| c.span)
    }
    pub fn caret(&self, offset: ByteOffset) -> Option<Column> {
        self.cells.iter().find(|c| c.span.contains(offset)).map(|c| c.column)
    }
}
pub struct Paragraph {
    chars: Vec<(usize, char)>,
    end: usize,
    start: usize,
}
impl Paragraph {
    pub fn segment(text: &str, span: ByteSpan, _s: &Settings) -> Self {
        Self {
            chars: span.of(text).char_indices().map(|(i, c)| (i + span.start.0, c)).collect(),
            end: span.end.0,
            start: span.start.0,
        }
    }
    pub fn lines(&self, width: Width) -> Vec<Line> {
        let w = usize::from(width.0.max(1));
        if self.chars.is_empty() {
            return vec![Line { span: ByteSpan::new(self.start, self.end), rtl: true, width, cells: vec![] }];
        }
        self.chars
            .chunks(w)
            .map(|chunk| {
                let end = |i: usize| chunk.get(i + 1).map_or(chunk[i].0 + chunk[i].1.len_utf8(), |c| c.0);
                let cells = chunk
                    .iter()
                    .enumerate()
                    .map(|(i, (at, c))| Cell {
                        column: Column((w - 1 - i) as u16),
                        width: 1,
                        text: CompactString::from(c.to_string()),
                        span: ByteSpan::new(*at, end(i)),
                        level: 1,
                    })
                    .collect();
                Line { span: ByteSpan::new(chunk[0].0, end(chunk.len() - 1)), rtl: true, width, cells }
            })
            .collect()
    }
}
pub mod segment {
    use super::*;
    pub fn count(_t: &str) -> usize {
        1
    }
    pub fn span(t: &str, _i: usize) -> ByteSpan {
        ByteSpan::new(0, t.len())
    }
    pub fn of(_t: &str, _o: ByteOffset) -> usize {
        0
    }
}
pub fn single_line(text: &str, width: Width, s: &Settings) -> Line {
    Paragraph::segment(text, ByteSpan::new(0, text.len()), s).lines(width).into_iter().next().unwrap()
}
pub fn width_of(text: &str, _s: &Settings) -> Width {
    Width(text.chars().count() as u16)
}
pub fn cluster_borders(text: &str) -> Vec<ByteOffset> {
    text.char_indices().map(|(i, _)| ByteOffset(i)).chain([ByteOffset(text.len())]).collect()
}
pub fn reads_rtl(_t: &str, f: bool) -> bool {
    f
}
