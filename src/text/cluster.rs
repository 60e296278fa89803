//! The cluster: what the reader sees as one thing, from the stage that finds it to the cell it fills.

use unicode_bidi::BidiClass;

use super::{
    ByteSpan, bidi,
    props::{self, Grapheme, Joining, LineClass, Props},
};

const ELLIPSIS: char = '\u{2026}';
const TATWEEL: char = '\u{0640}';

/// What a cluster is to the later stages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A character, perhaps with marks.
    Base,
    /// A character sequence whose width only the whole tells: emoji, flags.
    Sequence,
    /// Marks without a base.
    Mark,
    /// A blank that hangs at the end of a line.
    Blank,
    /// U+0009.
    Tab,
    /// A control character or noncharacter: drawn as a stand-in.
    Unprintable,
    /// Not drawn.
    Invisible,
    /// The blanks between two half-lines of a verse.
    Gap,
}

/// Whether a line may end after a cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BreakAfter {
    /// Only where nothing else is left, in a word longer than the row.
    Emergency,
    /// Not even then: a number sign and its digits.
    Never,
    /// UAX #14 allows it.
    Allowed,
    /// UAX #14 asks for it.
    Mandatory,
}

/// A stretch of source text that is drawn, moved and cut as one, with what the stages found out about it.
#[derive(Debug, Clone)]
pub(crate) struct Cluster {
    /// Bytes of the paragraph's source.
    pub(crate) span: ByteSpan,
    /// Its first character.
    pub(crate) base: char,
    /// What is drawn for it, its marks apart.
    pub(crate) glyph: char,
    pub(crate) kind: Kind,
    /// Whether characters behind the base are drawn too.
    pub(crate) marked: bool,
    /// Whether characters behind the base are left out.
    pub(crate) hides: bool,
    /// Whether it is drawn in the stead of what its bytes are.
    pub(crate) picture: bool,
    /// Whether it is a lam and its alef.
    pub(crate) ligature: bool,
    pub(crate) line: LineClass,
    pub(crate) break_after: BreakAfter,
    pub(crate) bidi: BidiClass,
    pub(crate) bracket: bool,
    /// Whether it has a mirrored glyph.
    pub(crate) mirrors: bool,
    /// Whether an explicit code (LRE to PDF) is or belongs to it.
    pub(crate) explicit: bool,
    /// Whether what it took in has an effect of its own on levels: a spacing mark is a letter to UAX #9, its base may be none.
    pub(crate) composite: bool,
    pub(crate) level: u8,
    pub(crate) joining: Joining,
    /// The row of its base in the table of presentation forms.
    pub(crate) forms: u8,
    /// The first and the last character behind the base that is not transparent to joining: U+200C, U+200D.
    pub(crate) inner: Option<(Joining, Joining)>,
    /// Joins the letter before it.
    pub(crate) joined_before: bool,
    /// Joins the letter after it.
    pub(crate) joined_after: bool,
    /// Cells that it takes; a tab's depend on where it stands.
    pub(crate) width: u8,
}

impl Cluster {
    pub(crate) fn new(at: usize, c: char, props: Props) -> Self {
        Self {
            span: ByteSpan::new(at, at + c.len_utf8()),
            base: c,
            glyph: c,
            kind: kind(c, props),
            marked: false,
            hides: false,
            picture: false,
            ligature: false,
            line: props.line,
            break_after: if props.is_number_sign() { BreakAfter::Never } else { BreakAfter::Emergency },
            bidi: props.bidi,
            bracket: props.is_bracket(),
            mirrors: props.is_mirrored(),
            explicit: is_explicit(props.bidi),
            composite: false,
            level: 0,
            joining: props.joining,
            forms: props.forms,
            inner: None,
            joined_before: false,
            joined_after: false,
            width: props.width,
        }
    }

    /// Whether marks and invisible characters may become part of it.
    pub(crate) fn takes_in(&self) -> bool {
        !matches!(self.kind, Kind::Tab | Kind::Unprintable | Kind::Invisible | Kind::Gap)
    }

    /// Whether `props` may, which stand right behind it. A mark behind an explicit code may be of another level.
    pub(crate) fn takes(&self, props: Props) -> bool {
        self.takes_in() && (props.is_invisible() || !self.explicit)
    }

    pub(crate) fn take_in(&mut self, c: char, props: Props) {
        self.span.end.0 += c.len_utf8();
        self.explicit |= is_explicit(props.bidi);
        self.take_in_class(props.bidi);
        if props.line != LineClass::Combining {
            self.line = LineClass::Other;
        }
        if props.joining != Joining::Transparent {
            let first = self.inner.map_or(props.joining, |(first, _)| first);
            self.inner = Some((first, props.joining));
        }
        if !props.is_invisible() {
            self.marked = true;
            if self.kind == Kind::Blank {
                // A blank that carries a mark is no blank (LB9 has it only in name).
                self.kind = Kind::Base;
                self.line = LineClass::Other;
            }
            if self.kind == Kind::Base && (props.width > 0 || c == '\u{FE0F}') {
                self.kind = Kind::Sequence;
            }
        } else {
            self.hides = true;
            if self.kind == Kind::Blank {
                self.line = LineClass::Other;
            }
        }
    }

    /// What a character behind the base, drawn or not, changes for UAX #9.
    pub(crate) fn take_in_class(&mut self, class: BidiClass) {
        let is_mark = !bidi::is_removed(class);
        self.composite |= is_mark && class != BidiClass::NSM && class != self.bidi;
        if is_mark && matches!(self.bidi, BidiClass::ES | BidiClass::CS | BidiClass::WS) {
            // The mark is one more of its kind (W1), but W4 asks for a single separator and L1 for blanks alone.
            self.bidi = BidiClass::ON;
        }
    }

    /// Whether it is drawn at all.
    pub(crate) fn is_drawn(&self) -> bool {
        self.kind != Kind::Invisible
    }

    /// A tatweel to stretch the letter: for the eye only, so its bytes are the letter's.
    pub(crate) fn tatweel(&self) -> Self {
        let mut tatweel = Self { level: self.level, ..Self::new(0, TATWEEL, props::of(TATWEEL)) };
        tatweel.stand_for(self.span);
        tatweel
    }

    /// The blanks between two half-lines.
    pub(crate) fn gap(span: ByteSpan, width: u16, level: u8) -> Self {
        let width = u8::try_from(width).unwrap_or(u8::MAX);
        Self { span, kind: Kind::Gap, width, level, ..Self::new(0, ' ', props::of(' ')) }
    }

    /// What stands where a text was cut.
    pub(crate) fn ellipsis(span: ByteSpan, level: u8) -> Self {
        let mut ellipsis = Self { level, ..Self::new(0, ELLIPSIS, props::of(ELLIPSIS)) };
        ellipsis.stand_for(span);
        ellipsis
    }

    /// Makes it the picture of other bytes: it is drawn, and nothing that lies there.
    pub(crate) fn stand_for(&mut self, span: ByteSpan) {
        self.span = span;
        (self.picture, self.hides) = (true, true);
        self.line = LineClass::Other;
        if self.kind == Kind::Blank {
            self.kind = Kind::Base;
        }
    }

    /// Whether it hangs at the end of a line.
    pub(crate) fn hangs(&self) -> bool {
        matches!(self.kind, Kind::Blank | Kind::Tab | Kind::Invisible)
    }
}

fn is_explicit(class: BidiClass) -> bool {
    use BidiClass::{LRE, LRO, PDF, RLE, RLO};
    matches!(class, LRE | RLE | LRO | RLO | PDF)
}

fn kind(c: char, props: Props) -> Kind {
    match c {
        '\t' => Kind::Tab,
        _ if props.is_unprintable() => Kind::Unprintable,
        _ if props.is_invisible() => Kind::Invisible,
        _ if props.is_blank() => Kind::Blank,
        _ => match props.grapheme {
            Grapheme::Extend => Kind::Mark,
            Grapheme::Complex => Kind::Sequence,
            Grapheme::Base | Grapheme::Control => Kind::Base,
        },
    }
}
