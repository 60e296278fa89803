//! Rows as terminals that reorder them will show them: by the rules of UAX #9, as a paragraph each.

use qari::{
    app::{Key, Message, Model},
    article::library::SHIPPED,
    locale::{Catalogue, Language},
    pipeline,
    terminal::{
        Class,
        classes::{Arranged, Context},
    },
    text::{BaseDirection, ByteSpan, Paragraph, Settings, Shaping},
    ui::{self, Canvas, Colours},
};

/// What a terminal shows that takes a row for a paragraph of the direction of its first strong letter.
fn shown(sent: &[String]) -> String {
    let text = sent.concat();
    let base = BaseDirection::Auto { fallback_rtl: false };
    let settings = Settings { shaping: Shaping::None, ..Settings::strict(base) };
    let order = Paragraph::new(&text, &settings).visual_order(ByteSpan::new(0, text.len()));
    order.iter().map(|(span, level)| mirrored(span.of(&text), *level)).collect()
}

fn mirrored(cluster: &str, level: u8) -> String {
    const PAIRS: [(&str, &str); 5] = [("(", ")"), ("[", "]"), ("\u{AB}", "\u{BB}"), ("<", ">"), ("{", "}")];
    let other = PAIRS.iter().find_map(|(open, close)| match cluster {
        it if it == *open => Some(*close),
        it if it == *close => Some(*open),
        _ => None,
    });
    other.filter(|_| level % 2 == 1).unwrap_or(cluster).to_owned()
}

fn screens() -> impl Iterator<Item = Canvas> {
    let document = std::sync::Arc::new(pipeline::analyse(&pipeline::open(SHIPPED.as_bytes()), None));
    let sizes = [(60, 20), (80, 24), (100, 30), (121, 40)];
    let languages = [Language::Arabic, Language::English];
    let starts = sizes.into_iter().flat_map(move |size| languages.map(|language| (size, language)));
    starts.flat_map(move |(size, language)| {
        let mut model = Model::new(document.clone(), Catalogue::new(language), "x.txt".to_owned(), size);
        let keys = [Key::End, Key::Tab, Key::Tab, Key::Tab, Key::Enter, Key::Char('?'), Key::PageDown];
        let draw = |model: &Model| {
            let mut canvas = Canvas::new(size.0, size.1);
            ui::view(model, Colours::Sixteen, &mut canvas);
            canvas
        };
        let mut drawn = vec![draw(&model)];
        for key in keys {
            model.update(Message::Key(key.into()));
            drawn.push(draw(&model));
        }
        drawn
    })
}

#[test]
fn putty_shows_the_rows_of_the_screen() {
    let mut rows = 0;
    for canvas in screens() {
        let width = usize::from(canvas.buffer.area.width);
        let expected = canvas.buffer.clone();
        let arranged = Arranged::new(Class::Putty, canvas, &Context::default());
        for (seen, sent) in expected.content.chunks(width).zip(arranged.buffer.content.chunks(width)) {
            let seen: String = seen.iter().map(|cell| cell.symbol()).collect();
            let sent: Vec<String> = sent.iter().map(|cell| cell.symbol().to_owned()).collect();
            // The letter that nobody sees stands for a blank.
            assert_eq!(shown(&sent).replace('\u{640}', " "), seen.replace('\u{640}', " "), "sent {sent:?}");
            rows += 1;
        }
    }
    assert!(rows > 1000, "{rows}");
}
