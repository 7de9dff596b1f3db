//! Clio's reader beside the other readers of dates: `read-notes FOLDER SECONDS FOUND [dates]`.
//!
//! Reads every document of the folder in one thread, writes what it found into the file FOUND, then reads them again until the seconds
//! are over and prints how many bytes that was, in how many seconds by the clock and of the processor. With 0 seconds it only finds.
//! With `dates` it then reads Markdown and dates alone, as the others do.

#![expect(clippy::print_stdout, reason = "a line of JSON is what it is for")]
#![expect(clippy::disallowed_methods, reason = "it measures time")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use clio::notes;
use serde_json::json;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (folder, seconds, found, dates_alone) = match arguments.as_slice() {
        [folder, seconds, found] => (folder, seconds, found, false),
        [folder, seconds, found, what] if what == "dates" => (folder, seconds, found, true),
        _ => bail!("read-notes FOLDER SECONDS FOUND [dates]"),
    };
    let most = Duration::from_secs_f64(seconds.parse().context("how many seconds?")?);
    let documents = documents(Path::new(folder))?;
    let read: Vec<_> = documents
        .iter()
        .map(|(path, text)| notes::read(path, text))
        .collect();
    fs::write(found, notes::json::document(&read).to_string())?;

    let mut bytes = 0;
    let (start, cpu) = (Instant::now(), cpu_seconds()?);
    while start.elapsed() < most {
        for (path, text) in &documents {
            if dates_alone {
                let document = notes::markdown::read(path, text, &mut Vec::new());
                black_box(notes::dates::read(&document));
            } else {
                black_box(notes::read(path, text));
            }
            bytes += text.len();
        }
    }
    let (seconds, cpu) = (start.elapsed().as_secs_f64(), cpu_seconds()? - cpu);
    println!(
        "{}",
        json!({"bytes": bytes, "seconds": seconds, "cpu_seconds": cpu})
    );
    Ok(())
}

/// What this process and its children have spent; Linux counts hundredths.
fn cpu_seconds() -> anyhow::Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let (_, fields) = stat
        .rsplit_once(") ")
        .context("the name ends in a bracket")?;
    let ticks: f64 = fields
        .split(' ')
        .skip(11)
        .take(4)
        .filter_map(|field| field.parse::<f64>().ok())
        .sum();
    Ok(ticks / 100.0)
}

/// Names and texts of the documents, in the order of their names.
fn documents(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let mut documents = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().context("a file has a name")?;
        documents.push((
            name.to_string_lossy().into_owned(),
            fs::read_to_string(&path)?,
        ));
    }
    documents.sort();
    Ok(documents)
}
