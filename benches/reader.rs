//! How many bytes of notes the reader takes in per second, beside the Markdown parser alone on the same bytes.
//!
//! `linear` reads one file of `n` and of `2n` bytes: bytes per second must not fall.

#[path = "vault.rs"]
mod vault;

use std::hint::black_box;

use clio::notes;
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use pulldown_cmark::Parser;

/// Enough notes for caches to be as warm as in a whole vault, few enough for a short run.
const N_NOTES: usize = 400;

fn whole_notes(criterion: &mut Criterion) {
    let files = vault::files(N_NOTES);
    let n_bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    let mut group = criterion.benchmark_group("reader");
    group
        .sample_size(10)
        .throughput(Throughput::Bytes(n_bytes as u64));
    group.bench_function("pulldown-cmark alone", |bencher| {
        bencher.iter(|| {
            for (_, text) in &files {
                black_box(
                    Parser::new_ext(text, notes::markdown::OPTIONS)
                        .into_offset_iter()
                        .count(),
                );
            }
        });
    });
    group.bench_function("markdown to statements", |bencher| {
        bencher.iter(|| {
            for (path, text) in &files {
                black_box(notes::markdown::read(path, text, &mut Vec::new()));
            }
        });
    });
    group.bench_function("text to facts", |bencher| {
        bencher.iter_batched(
            || files.clone(),
            |files| {
                // As loading a vault does it: a few at once, dropped before the next.
                let mut files = files.into_iter();
                while files.len() > 0 {
                    black_box(notes::read_all(files.by_ref().take(notes::BATCH).collect()));
                }
            },
            BatchSize::PerIteration,
        );
    });
    group.bench_function("text to facts, note by note", |bencher| {
        bencher.iter(|| {
            for (path, text) in &files {
                black_box(notes::read(path, text));
            }
        });
    });
    group.finish();
}

/// The readers one by one, on documents that are read already.
fn parts(criterion: &mut Criterion) {
    let files = vault::files(N_NOTES);
    let documents: Vec<_> = files
        .iter()
        .map(|(path, text)| notes::markdown::read(path, text, &mut Vec::new()))
        .collect();
    let n_bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    let mut group = criterion.benchmark_group("part");
    group
        .sample_size(10)
        .throughput(Throughput::Bytes(n_bytes as u64));
    group.bench_function("dates", |bencher| {
        bencher.iter(|| {
            for document in &documents {
                black_box(notes::dates::read(document));
            }
        });
    });
    group.bench_function("people", |bencher| {
        bencher.iter(|| {
            for document in &documents {
                black_box(notes::people::read(document));
            }
        });
    });
    group.bench_function("causes", |bencher| {
        bencher.iter(|| {
            for document in &documents {
                black_box(notes::causes::read(document));
            }
        });
    });
    group.bench_function("cards and definitions", |bencher| {
        bencher.iter(|| {
            for ((path, text), document) in files.iter().zip(&documents) {
                let cards = notes::flashcards::read(path, text, document);
                black_box(notes::definitions::read(document, &cards));
            }
        });
    });
    group.finish();
}

/// Files that are odd all through, of one size and of twice that.
fn linear(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("linear");
    group.sample_size(10);
    let shapes = [
        ("one line", "Kennedy came in 1914, so -> war. "),
        ("quotes", "> "),
        ("links", "[["),
        ("arrows", "-> "),
        ("names", "J. K. "),
        ("lines", "x\n"),
    ];
    for (name, unit) in shapes {
        for n_bytes in [50_000_usize, 100_000] {
            let text = unit.repeat(n_bytes / unit.len());
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(BenchmarkId::new(name, n_bytes), &text, |bencher, text| {
                bencher.iter(|| black_box(notes::read("note.md", text)));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, whole_notes, parts, linear);
criterion_main!(benches);
