//! Each kind of picture, drawn on one thread as the bot draws it: SVG, text, pixels, PNG.

#![expect(clippy::print_stdout, reason = "a bench says what it measures")]

mod samples;

use std::hint::black_box;

use clio::bot::pictures::Pictures;
use criterion::{Criterion, criterion_group, criterion_main};

fn drawing(criterion: &mut Criterion) {
    let pictures = Pictures::default();
    for (name, picture) in samples::all() {
        let png = pictures.draw(&picture).expect("a sample can be drawn");
        println!("{name}: {} bytes", png.len());
        if let Some(folder) = std::env::var_os("CLIO_PICTURES") {
            let file = std::path::Path::new(&folder).join(format!("{name}.png"));
            std::fs::write(file, &png).expect("the folder for pictures can be written");
        }
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| pictures.draw(black_box(&picture)));
        });
    }
}

criterion_group!(benches, drawing);
criterion_main!(benches);
