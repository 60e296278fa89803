//! Stage 1: clusters. What the reader sees as one thing is one [`Cluster`] from here to the cell it fills.
//!
//! A cluster is a grapheme cluster of UAX #29 with two changes, both of which the screen asks for: a number sign
//! (U+0600 and the like) is parted from its digits, which UAX #9 may move away from it, and an invisible format character belongs to
//! the visible cluster before it.

use unicode_bidi::BidiClass;
use unicode_segmentation::UnicodeSegmentation;

use super::{
    ByteSpan,
    props::{self, Grapheme, Joining, LineClass, Props},
    settings::{Harakat, Settings, Signs},
    signs,
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
    fn new(at: usize, c: char, props: Props) -> Self {
        Self {
            span: ByteSpan::new(at, at + c.len_utf8()),
            base: c,
            glyph: c,
            kind: kind(c, props),
            marked: false,
            hides: false,
            ligature: false,
            line: props.line,
            break_after: if props.is_number_sign() { BreakAfter::Never } else { BreakAfter::Emergency },
            bidi: props.bidi,
            bracket: props.is_bracket(),
            mirrors: props.is_mirrored(),
            explicit: is_explicit(props.bidi),
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
    fn takes_in(&self) -> bool {
        !matches!(self.kind, Kind::Tab | Kind::Unprintable | Kind::Invisible | Kind::Gap)
    }

    /// Whether `props` may, which stand right behind it. A mark behind an explicit code may be of another level.
    fn takes(&self, props: Props) -> bool {
        self.takes_in() && (props.is_invisible() || !self.explicit)
    }

    fn take_in(&mut self, c: char, props: Props) {
        self.span.end.0 += c.len_utf8();
        self.explicit |= is_explicit(props.bidi);
        if props.bidi == BidiClass::NSM && matches!(self.bidi, BidiClass::ES | BidiClass::CS) {
            // The mark is one more of its kind (W1), and W4 asks for a single separator.
            self.bidi = BidiClass::ON;
        }
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
    fn stand_for(&mut self, span: ByteSpan) {
        self.span = span;
        self.hides = true;
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

/// The clusters of `span`, which has to lie on character borders of `text`.
pub(crate) fn clusters(text: &str, span: ByteSpan, settings: &Settings) -> Vec<Cluster> {
    let part = span.of(text);
    // Arabic takes two bytes a letter, so this seldom grows.
    let mut clusters: Vec<Cluster> = Vec::with_capacity(part.len() / 2 + 8);
    let mut characters = part.char_indices();
    let mut lookup = props::Lookup::new();
    let mut verse_number = false;
    while let Some((inside, c)) = characters.next() {
        let at = span.start.0 + inside;
        let props = lookup.of(c);
        if verse_number && !signs::is_digit(c) {
            close_verse_number(&mut clusters);
            verse_number = false;
        }
        if settings.harakat == Harakat::Hidden && is_haraka(c) {
            hide(&mut clusters, at, c, props);
            continue;
        }
        let before = clusters.last_mut().filter(|before| before.takes(props));
        match (props.grapheme, before) {
            (Grapheme::Extend, Some(before)) => before.take_in(c, props),
            (_, Some(before)) if props.is_invisible() && !props.is_directional() => before.take_in(c, props),
            (Grapheme::Complex, _) => {
                let mut cluster = Cluster::new(at, c, props);
                let length = part[inside..].graphemes(true).next().map_or(0, str::len);
                let more = part[inside..inside + length].chars().skip(1).count();
                for (_, c) in characters.by_ref().take(more) {
                    cluster.take_in(c, props::of(c));
                }
                clusters.push(cluster);
            }
            _ if props.is_sign() && settings.signs == Signs::Expanded => {
                verse_number = signs::ends_verse(c);
                expand(&mut clusters, at, c);
            }
            _ => clusters.push(Cluster::new(at, c, props)),
        }
    }
    if verse_number {
        close_verse_number(&mut clusters);
    }
    clusters
}

/// Writes out the words of a sign, or opens the parenthesis of a verse number.
fn expand(clusters: &mut Vec<Cluster>, at: usize, sign: char) {
    let span = ByteSpan::new(at, at + sign.len_utf8());
    let opening = signs::VERSE_NUMBER.0.encode_utf8(&mut [0; 4]).to_owned();
    let words = signs::words(sign).unwrap_or(&opening);
    let first = clusters.len();
    clusters.extend(words.chars().map(|c| Cluster::new(at, c, props::of(c))));
    for cluster in &mut clusters[first..] {
        cluster.stand_for(span);
        cluster.break_after = BreakAfter::Never;
    }
    if let Some(last) = clusters.last_mut().filter(|_| !signs::ends_verse(sign)) {
        last.break_after = BreakAfter::Emergency;
    }
}

/// Closes the parenthesis of a verse number behind its last digit.
fn close_verse_number(clusters: &mut Vec<Cluster>) {
    let Some(last) = clusters.last_mut() else { return };
    last.break_after = BreakAfter::Never;
    let closing = signs::VERSE_NUMBER.1;
    let mut parenthesis = Cluster::new(0, closing, props::of(closing));
    parenthesis.stand_for(last.span);
    clusters.push(parenthesis);
}

/// Keeps a mark's bytes with its base and draws nothing.
fn hide(clusters: &mut Vec<Cluster>, at: usize, c: char, props: Props) {
    match clusters.last_mut().filter(|before| before.takes_in()) {
        Some(before) => {
            before.span.end.0 += c.len_utf8();
            before.hides = true;
        }
        None => {
            let mut mark = Cluster::new(at, c, props);
            mark.kind = Kind::Invisible;
            clusters.push(mark);
        }
    }
}

/// Whether a mark tells a vowel or how to recite, and is not part of the letter: Arabic, Hebrew and Syriac.
pub(crate) fn is_haraka(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{0652}' | '\u{0656}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}'
        | '\u{08D3}'..='\u{08E1}' | '\u{08E3}'..='\u{08FF}'
        | '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{05C1}' | '\u{05C2}' | '\u{05C4}' | '\u{05C5}' | '\u{05C7}'
        | '\u{0730}'..='\u{074A}')
}

/// Gives marks that stand behind an explicit code back to their base, where both have come out at one level.
pub(crate) fn reunite(clusters: &mut Vec<Cluster>) {
    if !clusters.iter().any(|cluster| cluster.explicit) {
        return;
    }
    clusters.dedup_by(|mark, base| {
        let one = mark.kind == Kind::Mark && base.explicit && base.takes_in() && mark.level == base.level;
        if one {
            base.span.end = mark.span.end;
            (base.marked, base.hides) = (true, true);
            base.explicit = mark.explicit;
            base.line = LineClass::Other;
            base.inner = match (base.inner, mark.inner) {
                (Some((first, _)), Some((_, last))) => Some((first, last)),
                (inner, None) | (None, inner) => inner,
            };
        }
        one
    });
}
