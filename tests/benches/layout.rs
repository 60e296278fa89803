//! How fast text is laid out, in bytes of UTF-8 a second, on one thread.
//!
//! `cargo bench` measures the shipped article; `QARI_BENCH_TEXT=FILE cargo bench` another text. What FriBidi takes for the
//! same work is measured by `tests/benches/compare`.

use std::{env, fs, hint::black_box};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use qari::text::{Paragraph, Settings, Width, segment};
use unicode_bidi::{BidiInfo, Level};

/// A comfortable measure.
const WIDTH: Width = Width(72);
/// The rows of a screen and their width.
const SCREEN: (usize, Width) = (40, Width(118));
/// About half the rows of a segment on that screen.
const MIDDLE: usize = 6;

fn sample() -> String {
    match env::var_os("QARI_BENCH_TEXT") {
        Some(path) => fs::read_to_string(path).expect("a text in UTF-8"),
        None => include_str!("../../assets/article.txt").repeat(40),
    }
}

fn whole_path(criterion: &mut Criterion) {
    let text = sample();
    let mut group = criterion.benchmark_group("whole path");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
    for (name, settings) in [
        ("strict", Settings::strict(qari::text::BaseDirection::Auto { fallback_rtl: true })),
        ("reading", Settings::default()),
    ] {
        group.bench_with_input(BenchmarkId::new("qari", name), &settings, |bencher, settings| {
            bencher.iter(|| text.lines().map(|line| Paragraph::new(line, settings).lines(WIDTH).len()).sum::<usize>());
        });
    }
    group.bench_function("unicode-bidi, levels alone", |bencher| {
        bencher.iter(|| text.lines().map(|line| BidiInfo::new(line, Some(Level::rtl())).levels.len()).sum::<usize>());
    });
    group.finish();
}

/// Lays out segments from the one at `index` on until a screen is full that begins `above` rows into it.
fn screen(text: &str, index: usize, above: usize) -> usize {
    let mut rows = 0;
    for index in index..segment::count(text) {
        rows += Paragraph::segment(text, segment::span(text, index), &Settings::default()).lines(SCREEN.1).len();
        if rows >= SCREEN.0 + above {
            break;
        }
    }
    rows
}

fn screens(criterion: &mut Criterion) {
    let text = sample();
    let mut group = criterion.benchmark_group("screen");
    group.bench_function("paragraphs", |bencher| {
        bencher.iter(|| {
            let mut rows = 0;
            for line in text.lines() {
                rows += screen(line, 0, 0);
                if rows >= SCREEN.0 {
                    break;
                }
            }
            black_box(rows)
        });
    });
    let one_line = text.replace('\n', " ");
    let long: String = one_line.chars().cycle().take(6_000_000).collect();
    for (name, length, above) in [
        ("one paragraph of 64 KiB", 64 * 1024, 0),
        ("one paragraph of 10 MB, from the top of a segment", long.len(), 0),
        ("one paragraph of 10 MB, from its middle", long.len(), MIDDLE),
    ] {
        let end = (0..=length).rev().find(|at| long.is_char_boundary(*at)).unwrap_or(0);
        let text = &long[..end];
        let middle = segment::count(text) / 2;
        group.bench_function(name, |bencher| bencher.iter(|| screen(text, middle, above)));
    }
    group.finish();
}

criterion_group!(benches, whole_path, screens);
criterion_main!(benches);
