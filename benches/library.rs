//! Look-ups among 100,000 facts, autocomplete among 100,000 names, and a vault of 15 MB from disk to a ready library.
//!
//! The vault is made up here, the same each time, with about as many dates, people and arrows as students write.

#![expect(clippy::print_stdout, reason = "a bench says what it measures")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use clio::answers::{self, Asker, Field};
use clio::disk::{self, Source};
use clio::library::{Kind, Library};
use clio::notes;
use clio::notes::when::When;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

/// Notes of the whole vault; about 3 kB each.
const NOTES: usize = 5_000;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FIRST: [&str; 16] = [
    "Anna", "Bruno", "Clara", "David", "Elena", "Frank", "Greta", "Henry", "Irene", "Jakob",
    "Karin", "Louis", "Maria", "Nadia", "Oscar", "Paula",
];
const SYLLABLES: [&str; 24] = [
    "bar", "ten", "dol", "kov", "mir", "sen", "gar", "lund", "vel", "rast", "hof", "berg", "tal",
    "nor", "pel", "dris", "cam", "fen", "lor", "wick", "stan", "mar", "ley", "quin",
];
const THINGS: [&str; 12] = [
    "treaty", "harvest", "siege", "railway", "blockade", "election", "strike", "alliance",
    "famine", "reform", "rising", "embargo",
];

/// A small deterministic generator (the constants are Knuth's MMIX ones).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits fit") % n
    }

    fn of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    /// One of some 13,000 surnames.
    fn surname(&mut self) -> String {
        let word = [
            self.of(&SYLLABLES),
            self.of(&SYLLABLES),
            self.of(&SYLLABLES),
        ]
        .concat();
        word[..1].to_uppercase() + &word[1..]
    }
}

/// One note of about 3 kB.
fn note(number: usize) -> String {
    let mut chance = Chance(number as u64);
    let year = 1500 + chance.below(480);
    let people: Vec<String> = (0..3)
        .map(|_| format!("{} {}", chance.of(&FIRST), chance.surname()))
        .collect();
    let mut text = format!("# The {} of {year}, part {number}\n", chance.of(&THINGS));
    for section in 0..8 {
        let month = chance.of(&MONTHS);
        writeln!(
            text,
            "\n## What happened in part {section}\n### {} {month}",
            1 + chance.below(28)
        )
        .expect("text");
        for _ in 0..5 {
            let person = &people[chance.below(3)];
            let (one, other) = (chance.of(&THINGS), chance.of(&THINGS));
            let place = chance.surname();
            match chance.below(5) {
                0 => writeln!(
                    text,
                    "- {person} signed the {one} of {place} on 4 {month} {year}."
                ),
                1 => writeln!(
                    text,
                    "- The {one} of {place} -> the {other} failed -> many left the town"
                ),
                2 => writeln!(
                    text,
                    "- The {other} began because the {one} of {place} had failed."
                ),
                3 => writeln!(
                    text,
                    "- {person} said that the {one} would not last and asked for another {other}."
                ),
                _ => writeln!(
                    text,
                    "- Nobody in [[{place}]] wanted the {one}, and the **{other}** was put off."
                ),
            }
            .expect("writing to a string cannot fail");
        }
    }
    text
}

fn vault(folder: &Path, n_notes: usize) -> u64 {
    (0..n_notes)
        .map(|number| {
            let text = note(number);
            let place = folder.join(format!("topic-{}", number % 40));
            std::fs::create_dir_all(&place).expect("the temporary folder can be written");
            std::fs::write(place.join(format!("note-{number}.md")), &text).expect("so can a note");
            text.len() as u64
        })
        .sum()
}

fn loading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("vault");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(20));
    for n_notes in [NOTES / 2, NOTES] {
        let folder = tempfile::tempdir().expect("there is room for a vault");
        let n_bytes = vault(folder.path(), n_notes);
        let source = Source {
            folders: vec![folder.path().to_owned()],
            ..Source::default()
        };
        group.throughput(criterion::Throughput::Bytes(n_bytes));
        let load = || disk::load(&source, &|_, _| {}).expect("the vault is there");
        group.bench_function(format!("ready_{n_notes}_notes"), |bench| {
            // The full-text index goes on behind: waiting for it is not timed here, but must not run into the next round.
            bench.iter_batched(|| (), |()| load(), BatchSize::PerIteration);
        });
        group.bench_function(format!("ready_and_searchable_{n_notes}_notes"), |bench| {
            bench.iter(|| load().library.ready_text());
        });
    }
    group.finish();
}

fn looking_up(criterion: &mut Criterion) {
    // 2,500 notes of 40 statements: 100,000 statements, of which most are facts.
    let read = (0..2_500).map(|number| notes::read(&format!("note-{number}.md"), &note(number)));
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
    let mut chance = Chance(7);
    let texts: Vec<String> = (0..1_000)
        .map(|_| {
            (0..100).fold(String::new(), |text, _| {
                format!(
                    "{text}## The {} of {}{}\n- It was told.\n",
                    chance.of(&THINGS),
                    chance.surname(),
                    chance.below(9)
                )
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
