//! From bytes to a document: the one place that names every stage.

use jiff::civil::Date;

use crate::{
    article::{Article, decode, parse},
    document::Document,
    extract,
    knowledge::Knowledge,
    lexicon::Lexicon,
};

/// The text of a file, to be read at once: nothing is known of it yet.
#[must_use]
pub fn open(bytes: &[u8]) -> Document {
    Document::unread(parse::plain(decode::decode(bytes).text).into())
}

/// The text of the beginning of a file, up to the last line that is whole.
#[must_use]
pub fn open_head(bytes: &[u8]) -> Document {
    Document::unread(parse::plain(decode::head(bytes).text).into()).beginning()
}

/// The same document with its people, meetings and sessions. `today` is only there to be compared with.
#[must_use]
pub fn analyse(document: &Document, today: Option<Date>) -> Document {
    let knowledge = extract::analyse(document.article(), Lexicon::shipped(), today);
    document.analysed(&knowledge, today)
}

/// A document of which more has been read, with what is known of its beginning.
///
/// Passages stay where they are: `whole` begins with the paragraphs of `head`.
#[must_use]
pub fn continued(head: &Document, whole: &Document) -> Document {
    head.with_article(whole.shared_article())
}

/// An article with all that is found in it, for taking away. `written` is the day it was written, where the reader knows
/// better than the file; `today` is only there to be compared with.
#[must_use]
pub fn read(bytes: &[u8], written: Option<Date>, today: Option<Date>) -> (Article, Knowledge) {
    let mut article = parse::plain(decode::decode(bytes).text);
    article.published = written.or(article.published);
    let knowledge = extract::analyse(&article, Lexicon::shipped(), today);
    (article, knowledge)
}
