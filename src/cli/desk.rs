//! The workers behind a reader: one reads and analyses the article, one searches it. No key waits for either.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
};

use jiff::civil::Date;

use crate::{
    app::{Hits, Message, Query},
    article::{ParagraphId, library::Opened},
    document::Document,
    pipeline,
    text::{Levels, Settings},
};

/// The hits that are listed at the most: more than anybody walks.
const MOST_HITS: usize = 100_000;

/// Where the workers are asked.
pub(super) struct Desk {
    queries: mpsc::Sender<Query>,
    newest: Newest,
    messages: mpsc::Sender<Message>,
}

/// The newest document, for whoever searches.
type Newest = Arc<Mutex<Arc<Document>>>;

impl Desk {
    /// Sets the workers to a document that has been looked at; they answer through `messages`.
    pub(super) fn open(document: Arc<Document>, opened: Opened, today: Date, messages: mpsc::Sender<Message>) -> Self {
        let newest: Newest = Arc::new(Mutex::new(Arc::clone(&document)));
        let reader = Reader { newest: Arc::clone(&newest), today, messages: messages.clone() };
        thread::spawn(move || reader.work(&document, opened));
        let (queries, asked) = mpsc::channel();
        let desk = Self { queries, newest: Arc::clone(&newest), messages: messages.clone() };
        thread::spawn(move || search(&newest, &asked, &messages));
        desk
    }

    /// Asks for the places of words.
    pub(super) fn search(&self, query: Query) {
        // The worker lives as long as the desk; if it died there is nobody to answer.
        let _ = self.queries.send(query);
    }
}

impl Desk {
    /// Asks for the levels of a long paragraph as a whole.
    pub(super) fn resolve(&self, paragraph: ParagraphId, settings: Settings) {
        let document = Arc::clone(&lock(&self.newest));
        let messages = self.messages.clone();
        thread::spawn(move || {
            let text = document.article().paragraph(paragraph);
            if Levels::are_needed(text) {
                let levels = Arc::new(Levels::of(text, &settings));
                let _ = messages.send(Message::Levels { paragraph, settings, levels });
            }
        });
    }
}

fn lock(newest: &Newest) -> MutexGuard<'_, Arc<Document>> {
    newest.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads the rest of an article, and finds out what it speaks of.
struct Reader {
    newest: Newest,
    today: Date,
    messages: mpsc::Sender<Message>,
}

impl Reader {
    /// What is on the screen is analysed first, then everything.
    fn work(self, first_look: &Document, opened: Opened) {
        self.show(pipeline::analyse(first_look, Some(self.today)));
        if opened.rest.is_none() {
            return;
        }
        let whole = pipeline::open(&opened.read_whole());
        let of_head = Arc::clone(&lock(&self.newest));
        self.show(pipeline::continued(&of_head, &whole));
        self.show(pipeline::analyse(&whole, Some(self.today)));
    }

    fn show(&self, document: Document) {
        let document = Arc::new(document);
        *lock(&self.newest) = Arc::clone(&document);
        let _ = self.messages.send(Message::Document(document));
    }
}

/// Answers the newest query, again and again.
fn search(newest: &Newest, asked: &mpsc::Receiver<Query>, messages: &mpsc::Sender<Message>) {
    while let Ok(mut query) = asked.recv() {
        while let Ok(newer) = asked.try_recv() {
            query = newer;
        }
        let document = Arc::clone(&lock(newest));
        let found = document.search(&query.words, query.matching, MOST_HITS);
        let hits = Hits { passages: found.passages, more: found.more, generation: query.generation };
        if messages.send(Message::Hits(hits)).is_err() {
            return;
        }
    }
}
