//! How fast an article is read for its people, meetings and sessions, in bytes of UTF-8 a second, on one thread.
//!
//! `cargo bench --bench extract` measures the annotated articles of the tests joined; `QARI_BENCH_TEXT=FILE` another text.

use std::{env, fs, hint::black_box, path::Path};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use qari::{article::parse, extract::analyse, lexicon::Lexicon};

/// The texts of `tests/corpus`, about 40 KB.
fn sample() -> String {
    if let Some(path) = env::var_os("QARI_BENCH_TEXT") {
        return fs::read_to_string(path).expect("a text in UTF-8");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/events");
    let mut files: Vec<_> = fs::read_dir(folder).expect("the corpus").flatten().map(|file| file.path()).collect();
    files.sort();
    let annotated = files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let text = |path: &Path| -> String {
        let file = fs::read_to_string(path).expect("an annotated article");
        let document: serde_json::Value = serde_json::from_str(&file).expect("JSON");
        document["text"].as_str().expect("a text").to_owned()
    };
    annotated.map(|path| text(path)).collect::<Vec<_>>().join("\n")
}

fn extraction(criterion: &mut Criterion) {
    let text = sample();
    let article = parse::plain(text.as_str());
    let lexicon = Lexicon::shipped();
    let mut group = criterion.benchmark_group("extract");
    group.sample_size(20).throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("everything", |bencher| bencher.iter(|| analyse(black_box(&article), lexicon, None)));
    // What fills a screen of 40 rows.
    let screenful: String = text.chars().take(3000).collect();
    let screen = parse::plain(screenful.as_str());
    group.throughput(Throughput::Bytes(screenful.len() as u64));
    group.bench_function("a screenful", |bencher| bencher.iter(|| analyse(black_box(&screen), lexicon, None)));
    group.finish();
}

fn start(criterion: &mut Criterion) {
    criterion.bench_function("load the lexicon", |bencher| bencher.iter(Lexicon::load));
}

criterion_group!(benches, extraction, start);
criterion_main!(benches);
