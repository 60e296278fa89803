//! How long a reader waits: from bytes to the first frame, and from a key to the next.
//!
//! `cargo bench --bench reader`; `QARI_BENCH_TEXT=FILE` for another text than the shipped article.

use std::{env, fs, hint::black_box, sync::Arc};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use qari::{
    app::{Key, Message, Model},
    article::library,
    lexicon::Lexicon,
    locale::{Catalogue, Language},
    pipeline,
    ui::{self, Canvas, Colours},
};

const SIZE: (u16, u16) = (120, 40);

fn sample() -> Vec<u8> {
    match env::var_os("QARI_BENCH_TEXT") {
        Some(path) => fs::read(path).expect("a text"),
        None => library::SHIPPED.as_bytes().to_vec(),
    }
}

/// What is shown at once of a file.
fn model(bytes: &[u8]) -> Model {
    let head = &bytes[..bytes.len().min(library::HEAD)];
    let document = if head.len() == bytes.len() { pipeline::open(head) } else { pipeline::open_head(head) };
    Model::new(Arc::new(document), Catalogue::new(Language::Arabic), "title".to_owned(), SIZE)
}

fn draw(model: &Model) -> Canvas {
    let mut canvas = Canvas::new(SIZE.0, SIZE.1);
    ui::view(model, Colours::True, &mut canvas);
    canvas
}

fn waits(criterion: &mut Criterion) {
    let bytes = sample();
    criterion.bench_function("bytes to first frame", |bencher| {
        bencher.iter(|| draw(&model(black_box(&bytes))));
    });
    // The same key and its opposite, so that the reader stays in the middle of rows that are laid out.
    let mut reader = model(&bytes);
    criterion.bench_function("key to frame, rows laid out before", |bencher| {
        bencher.iter(|| {
            for key in ['j', 'k'] {
                reader.update(Message::Key(Key::Char(key).into()));
                black_box(draw(&reader));
            }
        });
    });
    criterion.bench_function("page to frame, rows not laid out before", |bencher| {
        bencher.iter_batched_ref(
            || model(&bytes),
            |reader| {
                reader.update(Message::Key(Key::Char(' ').into()));
                draw(reader)
            },
            BatchSize::SmallInput,
        );
    });
    criterion.bench_function("word lists and model", |bencher| bencher.iter(|| black_box(Lexicon::shipped())));
}

criterion_group!(benches, waits);
criterion_main!(benches);
