//! Files → notes, on all cores.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::iter::ParallelIterator as _;
use rayon::slice::ParallelSlice as _;

use super::walk::{File, Found};
use super::{Finding, FolderCount, Progress, Report};
use crate::library::{Outline, across};
use crate::notes::{self, Note, Warning};

/// One file's outcome.
enum Outcome<T> {
    Read(Box<Kept<T>>),
    Private,
    Skipped(Finding),
}

/// What is left of a note, and what stays of it for the report.
struct Kept<T> {
    it: T,
    path: String,
    warnings: Vec<Warning>,
    n_bytes: u64,
}

/// Reads the files that were found and keeps of each note what `keep` makes of it, in the order of their paths.
pub(super) fn read_all<T: Send>(
    found: Found,
    progress: Progress<'_>,
    keep: impl Fn(Note) -> T + Sync,
    outline: impl Fn(&T) -> Outline<'_>,
) -> (Vec<T>, Report) {
    let n_bytes: u64 = found.files.iter().map(|file| file.n_bytes).sum();
    let done = AtomicU64::new(0);
    // Few files are shared out among all cores first.
    let share = found.files.len() / (4 * rayon::current_num_threads());
    let at_once = share.clamp(1, notes::BATCH);
    let outcomes: Vec<Outcome<T>> = found
        .files
        .par_chunks(at_once)
        .flat_map_iter(|files| {
            let outcomes = read_some(files, &keep);
            let read: u64 = files.iter().map(|file| file.n_bytes).sum();
            let before = done.fetch_add(read, Ordering::Relaxed);
            progress(before + read, n_bytes);
            outcomes
        })
        .collect();
    let mut report = Report {
        n_other: found.n_other,
        n_not_followed: found.n_not_followed,
        findings: found.findings,
        ..Report::default()
    };
    let mut kept = Vec::with_capacity(outcomes.len());
    let mut paths = Vec::with_capacity(outcomes.len());
    let mut folders = BTreeMap::<String, usize>::new();
    for outcome in outcomes {
        match outcome {
            Outcome::Read(note) => {
                report.n_bytes += note.n_bytes;
                let folder = note.path.rsplit_once('/').map_or(".", |(folder, _)| folder);
                *folders.entry(folder.to_owned()).or_default() += 1;
                let findings = note.warnings.into_iter().map(|it| finding(&note.path, it));
                report.findings.extend(findings);
                kept.push(note.it);
                paths.push(note.path);
            }
            Outcome::Private => report.n_private += 1,
            Outcome::Skipped(finding) => report.findings.push(finding),
        }
    }
    if found.is_folder {
        let outlines: Vec<Outline<'_>> = kept.iter().map(&outline).collect();
        let odd = across(&outlines).into_iter();
        report
            .findings
            .extend(odd.map(|(note, warning)| finding(&paths[note], warning)));
    }
    report
        .findings
        .sort_by(|a, b| (&a.path, a.warning.line).cmp(&(&b.path, b.warning.line)));
    report.n_notes = kept.len();
    report.folders = folders
        .into_iter()
        .map(|(path, n_notes)| FolderCount { path, n_notes })
        .collect();
    (kept, report)
}

fn finding(path: &str, warning: Warning) -> Finding {
    Finding {
        path: path.to_owned(),
        warning,
        skipped: false,
    }
}

fn read_some<T>(files: &[File], keep: impl Fn(Note) -> T) -> Vec<Outcome<T>> {
    let mut outcomes = Vec::with_capacity(files.len());
    let mut texts = Vec::with_capacity(files.len());
    let mut odd = Vec::with_capacity(files.len());
    for file in files {
        match std::fs::read(&file.place) {
            Ok(bytes) => {
                let (text, odd_at) = text_of(bytes);
                texts.push((file.path.clone(), text));
                odd.push(odd_at);
            }
            Err(why) => outcomes.push(Outcome::Skipped(not_read(&file.path, &why))),
        }
    }
    let read = notes::read_all(texts).into_iter().zip(odd);
    outcomes.extend(read.map(|(note, odd_at)| outcome(note, odd_at, &keep)));
    outcomes
}

fn outcome<T>(mut note: Note, odd_at: Option<usize>, keep: impl Fn(Note) -> T) -> Outcome<T> {
    if note.document.private {
        return Outcome::Private;
    }
    let mut warnings = std::mem::take(&mut note.warnings);
    warnings.extend(odd_at.map(|at| not_utf_8(&note.source, at)));
    Outcome::Read(Box::new(Kept {
        path: note.path.clone(),
        warnings,
        n_bytes: note.source.len() as u64,
        it: keep(note),
    }))
}

fn not_read(path: &str, why: &std::io::Error) -> Finding {
    let warning = Warning {
        line: 1,
        span: None,
        message: format!("this note could not be read: {why}"),
        help: "Give the account that runs Clio the right to read it.".to_owned(),
    };
    Finding {
        skipped: true,
        ..finding(path, warning)
    }
}

fn not_utf_8(text: &str, at: usize) -> Warning {
    let before = text.as_bytes()[..at].iter();
    let line = before.filter(|byte| **byte == b'\n').count() + 1;
    Warning {
        line: u32::try_from(line).unwrap_or(u32::MAX),
        span: Some(at..at + 1),
        message: "this note is not UTF-8 text; what is not reads as `?`".to_owned(),
        help: "Save it as UTF-8 in your editor.".to_owned(),
    }
}

/// The text, and where the first byte that is not UTF-8 stood. Each such byte reads as one `?`, so that offsets in the text are
/// offsets in the file.
fn text_of(bytes: Vec<u8>) -> (String, Option<usize>) {
    let mut bytes = match String::from_utf8(bytes) {
        Ok(text) => return (text, None),
        Err(odd) => odd.into_bytes(),
    };
    let mut first = None;
    let mut from = 0;
    while let Err(odd) = std::str::from_utf8(&bytes[from..]) {
        let at = from + odd.valid_up_to();
        let end = odd.error_len().map_or(bytes.len(), |length| at + length);
        bytes[at..end].fill(b'?');
        first.get_or_insert(at);
        from = end;
    }
    let text = String::from_utf8(bytes).expect("what was not UTF-8 was replaced");
    (text, first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, odd_at: Option<usize>) {
        assert_eq!(text_of(bytes.to_vec()), (text.to_owned(), odd_at));
    }

    #[test]
    fn what_is_not_utf_8_is_replaced_byte_by_byte() {
        check("détente".as_bytes(), "détente", None);
        check(b"d\xe9tente", "d?tente", Some(1));
        check(b"\xff\xfea\xe2\x82", "??a??", Some(0));
        check(b"", "", None);
    }
}
