//! Look-ups among 100,000 facts, autocomplete among 100,000 names, and a vault of 15 MB from disk to a ready library.
//!
//! The vault is made up (`vault.rs`), the same each time, with about as many dates, people and arrows as students write.

#![expect(clippy::print_stdout, reason = "a bench says what it measures")]

mod vault;

use std::cell::RefCell;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use clio::answers::{self, Asker, Field};
use clio::disk::{self, Loaded, Source};
use clio::library::{Kind, Library};
use clio::notes;
use clio::notes::when::When;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

/// Notes of the whole vault; about 3 kB each.
const NOTES: usize = 5_000;

const SYLLABLES: [&str; 24] = [
    "bar", "ten", "dol", "kov", "mir", "sen", "gar", "lund", "vel", "rast", "hof", "berg", "tal",
    "nor", "pel", "dris", "cam", "fen", "lor", "wick", "stan", "mar", "ley", "quin",
];
const THINGS: [&str; 12] = [
    "treaty", "harvest", "siege", "railway", "blockade", "election", "strike", "alliance",
    "famine", "reform", "rising", "embargo",
];

/// Headings that differ, of some 13,000 places.
struct Headings(StdRng);

impl Headings {
    fn of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.0.random_range(0..words.len())]
    }

    fn next(&mut self) -> String {
        let place = [0; 3].map(|_| self.of(&SYLLABLES)).concat();
        format!(
            "The {} of {}{}{}",
            self.of(&THINGS),
            place[..1].to_uppercase(),
            &place[1..],
            self.0.random_range(0..9)
        )
    }
}

/// Writes the made-up vault into a folder; gives its bytes.
fn write(folder: &Path, n_notes: usize) -> u64 {
    let mut n_bytes = 0;
    for (path, text) in vault::files(n_notes) {
        let file = folder.join(path);
        let place = file.parent().expect("a note stands in a folder");
        std::fs::create_dir_all(place).expect("the temporary folder can be written");
        std::fs::write(file, &text).expect("so can a note");
        n_bytes += text.len() as u64;
    }
    n_bytes
}

fn loading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("vault");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(20));
    for n_notes in [NOTES / 2, NOTES] {
        let folder = tempfile::tempdir().expect("there is room for a vault");
        let n_bytes = write(folder.path(), n_notes);
        let source = Source {
            folders: vec![folder.path().to_owned()],
            ..Source::default()
        };
        group.throughput(criterion::Throughput::Bytes(n_bytes));
        let load = || disk::load(&source, &|_, _| {}).expect("the vault is there");
        // The full-text index and the questions go on behind: waiting for them is not timed, but they must not run into the next
        // round.
        let last = RefCell::new(None::<Loaded>);
        let end_last = || {
            if let Some(loaded) = last.take() {
                loaded.library.ready_text();
                black_box(loaded.deck());
            }
        };
        group.bench_function(format!("ready_{n_notes}_notes"), |bench| {
            let round = |()| last.replace(Some(load()));
            bench.iter_batched(end_last, round, BatchSize::PerIteration);
        });
        group.bench_function(format!("ready_and_searchable_{n_notes}_notes"), |bench| {
            let round = |()| {
                let loaded = load();
                loaded.library.ready_text();
                last.replace(Some(loaded))
            };
            bench.iter_batched(end_last, round, BatchSize::PerIteration);
        });
        end_last();
    }
    group.finish();
}

fn looking_up(criterion: &mut Criterion) {
    // More than 100,000 statements, of which most are facts.
    let files = vault::files(2_500);
    let read = files.iter().map(|(path, text)| notes::read(path, text));
    let library = Library::build(read.collect());
    library.ready_text();
    let (n_events, n_causes) = (library.dates().all().len(), library.causes().links().len());
    println!(
        "{} statements, {n_events} events, {n_causes} cause links",
        library.statements().len()
    );
    let asker = Asker {
        today: jiff::civil::date(2026, 1, 1),
        day_first: true,
    };
    let some = library.dates().all()[n_events / 2].when;
    let person = library
        .people()
        .first()
        .map_or(String::new(), |person| person.name.clone());
    let cause = library.causes().nodes()[library.causes().nodes().len() / 2]
        .text
        .to_string();
    let words: Vec<&str> = cause.split(' ').collect();
    let month = When::month(i32::from(some.earliest().year()), 5).expect("May is a month");
    let mut group = criterion.benchmark_group("look_up");
    group.bench_function("date_within", |bench| {
        bench.iter(|| library.dates().within(black_box(some)).count());
    });
    group.bench_function("date_around", |bench| {
        bench.iter(|| library.dates().around(black_box(month)).len());
    });
    group.bench_function("day_of_any_year", |bench| {
        bench.iter(|| library.dates().years_of(black_box(5), Some(4)).len());
    });
    group.bench_function("name", |bench| {
        bench.iter(|| library.find_whole(Kind::Person, black_box(&person), 5));
    });
    group.bench_function("cause", |bench| {
        bench.iter(|| library.causes().named(black_box(&words), 5));
    });
    group.bench_function("card_of_a_day", |bench| {
        let day = some.words();
        bench.iter(|| answers::event(&library, black_box(&day), &asker));
    });
    group.bench_function("search", |bench| {
        bench.iter(|| library.search(black_box("railway strike"), 0, 8));
    });
    group.finish();
}

fn completing(criterion: &mut Criterion) {
    // 100,000 headings of their own.
    let mut headings = Headings(StdRng::seed_from_u64(7));
    let texts: Vec<String> = (0..1_000)
        .map(|_| {
            (0..100).fold(String::new(), |text, _| {
                format!("{text}## {}\n- It was told.\n", headings.next())
            })
        })
        .collect();
    let read = (0..)
        .zip(&texts)
        .map(|(number, text)| notes::read(&format!("n{number:06}.md"), text));
    let library = Library::build(read.collect());
    println!("{} headings", library.headings().len());
    let mut group = criterion.benchmark_group("autocomplete");
    for typed in ["", "t", "the", "the s", "bar", "siege of ber", "zz"] {
        group.bench_function(format!("typed_{}", typed.replace(' ', "_")), |bench| {
            bench.iter(|| answers::complete(&library, Field::When, black_box(typed)));
        });
    }
    for typed in ["seige of barten", "railwai of mirsenk"] {
        group.bench_function(format!("misspelt_{}", typed.replace(' ', "_")), |bench| {
            bench.iter(|| answers::complete(&library, Field::When, black_box(typed)));
        });
    }
    group.finish();
}

criterion_group!(benches, looking_up, completing, loading);
criterion_main!(benches);
