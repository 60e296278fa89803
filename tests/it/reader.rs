//! The reader's promises, driven by keys without a terminal: counts, links both ways, looking, jumping, coming back.

use std::sync::Arc;

use qari::{
    app::{Effect, Focus, Harakat, Hits, Key, KeyPress, Message, Model, Notice, PaneId, keymap},
    article::{Anchor, Article, ParagraphId, Passage, parse},
    document::{Document, LISTED},
    knowledge::{
        Confidence, EntryId, Event, EventType, Kind, Knowledge, Link, Mention, MentionKind, Participant, Person, Status,
    },
    locale::{Catalogue, Language},
    text::{ByteSpan, Levels},
    ui::{self, Canvas, Colours},
};

/// Paragraphs of names and filler, long enough for several screens.
fn article() -> Article {
    let filler = "and then the text went on for a while as texts do, ".repeat(12);
    let mut text = String::from("A title\n");
    for (number, names) in
        ["Alif met Ba", "Alif spoke", "nobody", "Ba and Alif met", "the session", "Alif left"].iter().enumerate()
    {
        text.push_str(&format!("Paragraph {number}: {names}, {filler}.\n"));
    }
    parse::plain(text)
}

/// Every place of `needle`, in reading order.
fn find(article: &Article, needle: &str) -> Vec<Passage> {
    (0..article.paragraphs().len() as u32)
        .map(ParagraphId)
        .flat_map(|paragraph| {
            let found: Vec<Passage> = article
                .paragraph(paragraph)
                .match_indices(needle)
                .map(|(at, _)| Passage { paragraph, span: ByteSpan::new(at, at + needle.len()) })
                .collect();
            found
        })
        .collect()
}

fn mentions(article: &Article, needle: &str, kind: MentionKind) -> Vec<Mention> {
    find(article, needle)
        .into_iter()
        .map(|passage| Mention { passage, kind, nested: false, confidence: Confidence::Certain, link: Link::default() })
        .collect()
}

fn person(article: &Article, name: &str) -> Person {
    Person {
        name: name.to_owned(),
        named: true,
        roles: Vec::new(),
        mentions: mentions(article, name, MentionKind::Full),
    }
}

fn event(article: &Article, trigger: &str, status: Status, people: &[&Person]) -> Event {
    let mut all = mentions(article, trigger, MentionKind::Trigger);
    let trigger = all.remove(0);
    let id = |person: &Person| EntryId { kind: Kind::Person, first: person.mentions[0].passage.start() };
    Event {
        event_type: EventType::Meeting,
        status,
        trigger,
        also: all,
        participants: people.iter().map(|person| Participant::Entry(id(person))).collect(),
        places: Vec::new(),
        times: Vec::new(),
        body: None,
        evidence: trigger.passage,
        confidence: Confidence::Certain,
    }
}

/// A reader of that article, and what it asked of the world.
struct Reader {
    model: Model,
    effects: Vec<Effect>,
}

impl Reader {
    fn open(columns: u16, rows: u16) -> Self {
        let article = Arc::new(article());
        let (alif, ba) = (person(&article, "Alif"), person(&article, "Ba"));
        let knowledge = Knowledge {
            meetings: vec![event(&article, "met", Status::Held, &[&alif, &ba])],
            upcoming: vec![event(&article, "session", Status::Scheduled, &[])],
            people: vec![alif, ba],
            ..Knowledge::default()
        };
        let document = Arc::new(Document::new(article, &knowledge, None));
        let model = Model::new(document, Catalogue::new(Language::English), "file".to_owned(), (columns, rows));
        Self { model, effects: Vec::new() }
    }

    /// Presses keys by the names of the command table, one after the other; searches are answered at once.
    fn keys(&mut self, names: &str) -> &mut Self {
        for name in names.split_whitespace() {
            let press = keymap::parse(name).unwrap_or_else(|| panic!("{name} is no key"));
            self.press(press);
        }
        self
    }

    fn typed(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            self.press(Key::Char(character).into());
        }
        self
    }

    fn press(&mut self, press: KeyPress) {
        self.tell(Message::Key(press));
    }

    fn tell(&mut self, message: Message) {
        for effect in self.model.update(message) {
            if let Effect::Search(query) = &effect {
                let found = self.model.document().search(&query.words, query.matching, 1000);
                let hits = Hits { passages: found.passages, more: found.more, generation: query.generation };
                self.model.update(Message::Hits(hits));
            }
            self.effects.push(effect);
        }
    }

    fn top(&self) -> Anchor {
        self.model.reading().spot().top
    }

    fn eye(&self) -> Option<&str> {
        self.model.eye().map(|eye| self.model.document().article().words(eye))
    }

    fn rows(&self) -> Vec<String> {
        let (columns, rows) = (self.model.geometry().screen.width, self.model.geometry().screen.height);
        let mut canvas = Canvas::new(columns, rows);
        ui::view(&self.model, Colours::True, &mut canvas);
        (0..rows).map(|y| (0..columns).map(|x| canvas.buffer[(x, y)].symbol().to_owned()).collect::<String>()).collect()
    }

    #[track_caller]
    fn shows(&self, words: &str) {
        let rows = self.rows();
        assert!(rows.iter().any(|row| row.contains(words)), "{words:?} is not on the screen:\n{}", rows.join("\n"));
    }
}

fn pane(kind: Kind) -> Focus {
    Focus::Pane(PaneId::of(kind).expect("a pane"))
}

#[test]
fn a_count_is_the_number_of_marks_in_the_text() {
    let reader = Reader::open(120, 36);
    let document = reader.model.document();
    let paragraphs = document.article().paragraphs().len() as u32;
    for entry in LISTED.iter().flat_map(|kind| document.list(*kind)) {
        let marks = (0..paragraphs).flat_map(|paragraph| document.marks(ParagraphId(paragraph)));
        assert_eq!(marks.filter(|mark| mark.entry == entry.id).count(), entry.mentions.len(), "{}", entry.label);
    }
    assert_eq!(document.list(Kind::Person)[0].mentions.len(), 4);
}

#[test]
fn looking_is_free_and_enter_jumps_and_escape_comes_back() {
    let mut reader = Reader::open(120, 20);
    reader.keys("j j j");
    let before = reader.model.reading().spot();
    reader.keys("Alt-1 n n");
    assert_eq!(reader.eye(), Some("Alif"));
    assert_eq!(reader.model.reading().spot(), before, "a look moved the text");
    reader.keys("Enter");
    assert_eq!(reader.model.focus(), Focus::Article);
    assert_eq!(reader.eye(), Some("Alif"));
    assert_ne!(reader.top(), before.top);
    reader.keys("Esc");
    assert_eq!((reader.model.reading().spot(), reader.model.focus()), (before, pane(Kind::Person)));
    reader.keys("Esc Esc Esc");
    assert_eq!(reader.model.focus(), Focus::Article);
    assert!(!reader.effects.contains(&Effect::Quit));
}

#[test]
fn n_walks_the_mentions_round_and_round() {
    let mut reader = Reader::open(120, 20);
    reader.keys("Alt-1 Enter");
    let first = reader.model.eye();
    let mut seen = vec![first];
    for _ in 0..3 {
        reader.keys("n");
        seen.push(reader.model.eye());
    }
    let places = find(reader.model.document().article(), "Alif");
    assert_eq!(seen, places.into_iter().map(Some).collect::<Vec<_>>());
    reader.keys("n");
    assert_eq!(reader.model.eye(), first);
    reader.keys("N");
    assert_eq!(reader.model.eye(), seen[3]);
    assert_eq!(reader.model.walk(), Some((4, 4)));
}

#[test]
fn enter_on_a_mention_goes_to_its_row() {
    let mut reader = Reader::open(120, 36);
    reader.keys("] ] Enter");
    // Alif, met: the second mention is that of the meeting.
    assert_eq!(reader.model.focus(), pane(Kind::Meeting));
    reader.keys("Esc");
    assert_eq!(reader.model.focus(), Focus::Article);
    assert_eq!(reader.eye(), Some("met"));
}

#[test]
fn a_meeting_lights_its_people_and_back() {
    let mut reader = Reader::open(120, 36);
    reader.keys("Alt-2");
    let lit = reader.model.lit().expect("a meeting");
    let people = reader.model.document().list(Kind::Person);
    assert!(people.iter().all(|person| lit.related.contains(&person.id)));
    let meeting = lit.id;
    reader.keys("Alt-1");
    assert!(reader.model.lit().expect("a person").related.contains(&meeting));
}

#[test]
fn jumps_can_be_gone_back_and_forward() {
    let mut reader = Reader::open(120, 20);
    let start = reader.top();
    reader.keys("G");
    let end = reader.top();
    reader.keys("g Ctrl-o");
    assert_eq!(reader.top(), end);
    reader.keys("Ctrl-o");
    assert_eq!(reader.top(), start);
    reader.keys("Ctrl-o");
    assert_eq!(reader.model.notice(), Some(Notice::NoJump));
    reader.keys("Ctrl-p");
    assert_eq!(reader.top(), end);
}

#[test]
fn the_same_words_stay_on_top_when_the_screen_changes() {
    let mut reader = Reader::open(120, 24);
    reader.keys("Space j j");
    let top = reader.top();
    for (columns, rows) in [(80, 24), (60, 20), (30, 10), (200, 24), (120, 24)] {
        reader.tell(Message::Resize { columns, rows });
        let view = reader.model.reading().in_view().expect("a view");
        let first = reader.model.reading().rows().iter().find_map(|row| row.passage()).expect("a row");
        assert!(first.contains(top) || view.start == top, "{columns}x{rows}: {top:?} not in {first:?}");
    }
    assert_eq!(reader.top(), top);
}

#[test]
fn searching_follows_the_typing_and_comes_back() {
    let mut reader = Reader::open(120, 20);
    reader.keys("j");
    let before = reader.model.reading().spot();
    reader.keys("/").typed("session");
    assert_eq!(reader.eye(), Some("session"));
    reader.shows("1 of 1");
    reader.keys("Esc");
    assert_eq!(reader.model.reading().spot(), before);
    reader.keys("/").typed("alif").keys("Enter n");
    assert_eq!(reader.model.walk(), Some((2, 4)));
    reader.keys("/").typed("nowhere");
    reader.shows("not found");
}

#[test]
fn keys_go_by_position_under_the_arabic_layout() {
    let script = |keys: [char; 5]| {
        let mut reader = Reader::open(120, 20);
        for key in keys {
            reader.press(Key::Char(key).into());
        }
        (reader.top(), reader.model.eye())
    };
    // j, b, ], n, G and the characters of the same keys: teh, lam-alef, dal, alef maksura, lam with hamza above.
    let latin = script(['j', 'b', ']', 'j', 'G']);
    assert_eq!(script(['\u{062A}', '\u{FEFB}', '\u{062F}', '\u{062A}', '\u{FEF7}']), latin);
}

#[test]
fn panes_can_be_closed_and_widened() {
    let mut reader = Reader::open(120, 36);
    let width = reader.model.geometry().panes_width();
    reader.keys("+ + -");
    assert_eq!(reader.model.geometry().panes_width(), width + 2);
    reader.keys("Alt-1 x");
    assert!(reader.model.geometry().panes[0].is_none());
    assert_eq!(reader.model.focus(), Focus::Article);
    reader.keys("Tab");
    assert_eq!(reader.model.focus(), pane(Kind::Meeting));
    reader.keys("Alt-1");
    assert!(reader.model.geometry().panes[0].is_some());
}

#[test]
fn every_size_can_be_drawn_and_the_borders_stay() {
    let bars = |reader: &Reader| reader.model.geometry().scroll_bar;
    for columns in (0..140).step_by(7) {
        for rows in 0..40 {
            let mut reader = Reader::open(columns, rows);
            for keys in ["", "Alt-1", "Esc ?", "Esc z", "/"] {
                reader.keys(keys);
                assert_eq!(reader.rows().len(), usize::from(rows));
            }
        }
    }
    let mut reader = Reader::open(120, 36);
    let before = bars(&reader);
    reader.keys("G Alt-2 j");
    assert_eq!(bars(&reader), before);
}

#[test]
fn help_lists_every_command() {
    let mut reader = Reader::open(100, 80);
    reader.keys("?");
    for row in qari::app::command::TABLE {
        let help = Catalogue::new(Language::English).describe(row.help).expect("a help text");
        let start: String = help.chars().take(30).collect();
        reader.shows(&start);
    }
}

#[test]
fn the_end_is_the_end_of_what_is_still_being_read() {
    let whole = Arc::new(article());
    let head: String = whole.text().lines().take(3).map(|line| format!("{line}\n")).collect();
    let head = Document::unread(Arc::new(parse::plain(head))).beginning();
    let mut model = Model::new(Arc::new(head), Catalogue::new(Language::English), "file".to_owned(), (120, 10));
    let mut tell = |message| {
        model.update(message);
        model.reading().in_view().map(|view| view.end.paragraph)
    };
    assert_eq!(tell(Message::Key(Key::Char('G').into())), Some(ParagraphId(2)));
    let last = ParagraphId(whole.paragraphs().len() as u32 - 1);
    assert_eq!(tell(Message::Document(Arc::new(Document::unread(whole)))), Some(last));
}

#[test]
fn a_long_paragraph_is_drawn_again_once_its_levels_are_known() {
    // An override at the very start holds to the end of the paragraph, several segments on.
    let text = format!("\u{202E}{}", "word ".repeat(40_000));
    let document = Arc::new(Document::unread(Arc::new(parse::plain(text))));
    let mut model = Model::new(document, Catalogue::new(Language::English), "file".to_owned(), (30, 6));
    let level = |model: &Model| {
        let row = model.reading().rows()[2].clone();
        row.line().and_then(|line| line.cells.first().map(|cell| cell.level))
    };
    let effects = model.update(Message::Key(Key::Char('G').into()));
    assert_eq!(level(&model), Some(0), "drawn at once, by what stands near");
    let asked = effects.iter().find_map(|effect| match effect {
        Effect::Resolve { paragraph, settings } => Some((*paragraph, *settings)),
        _ => None,
    });
    let (paragraph, settings) = asked.expect("the levels are asked for");
    let words = model.document().article().paragraph(paragraph);
    let levels = Arc::new(Levels::of(words, &settings));
    let again = model.update(Message::Levels { paragraph, settings, levels });
    assert_eq!(level(&model), Some(1), "drawn again, by the whole");
    assert!(again.is_empty(), "asked twice");
}

#[test]
fn marks_and_justification_turn() {
    let mut reader = Reader::open(120, 24);
    let top = reader.top();
    let ragged = reader.rows();
    reader.keys("=");
    assert_ne!(reader.rows()[5], ragged[5]);
    reader.keys("= =");
    assert_eq!(reader.rows()[5], ragged[5]);
    reader.keys("v");
    assert_eq!(reader.model.notice(), Some(Notice::Harakat(Harakat::Hidden)));
    assert_eq!(reader.top(), top);
}
