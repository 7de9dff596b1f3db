//! `clio check`: what was read, what is odd, and what to do about it, in the manner of a compiler.

use std::process::ExitCode;
use std::sync::Arc;

use miette::{
    GraphicalReportHandler, LabeledSpan, MietteDiagnostic, NamedSource, Report, Severity,
};

use serde_json::{Map, Value};

use super::args::{Args, Check};
use super::{notes, out, quiz};
use crate::disk::{self, DiskError, Source};
use crate::library::Library;
use crate::notes::{Note, Warning, json};
use crate::quiz::choose::{self, Refused};
use crate::quiz::make::Deck;

/// Reads, reports; exit status 1 only where the host must mend something.
pub(super) fn check(args: &Args, check: &Check) -> anyhow::Result<ExitCode> {
    let (config, _) = notes::settings(args)?;
    let mut source = notes::source(&config.content);
    if let Some(place) = &check.place {
        source.folders = vec![place.clone()];
    }
    let (read, unshared) = read(&mut source)?;
    let (notes, report) = read;
    if check.json {
        let mut document = json::document(&notes);
        let skipped = report.findings.iter().filter(|finding| finding.skipped);
        document["skipped"] = skipped
            .map(|finding| serde_json::json!({"path": finding.path, "message": finding.warning.message, "help": finding.warning.help}))
            .collect();
        document["refused"] = refused_of(notes)
            .into_iter()
            .map(|(reason, n)| (reason.name().to_owned(), n.into()))
            .collect::<Map<String, Value>>()
            .into();
        out::line(&document.to_string());
    } else {
        for line in report.who_can_read_what() {
            out::line(&line);
        }
        out::line("");
        for line in findings(&notes, &report) {
            out::line(&line);
        }
        out::line(&summary(&notes, &report));
        if let Some(line) = quiz::refused(&refused_of(notes)) {
            out::line(&line);
        }
    }
    if let Some(vault) = &unshared {
        out::aside(&format!("\nclio: {vault}"));
    }
    let must_mend = unshared.is_some() || report.findings.iter().any(|finding| finding.skipped);
    Ok(ExitCode::from(u8::from(must_mend)))
}

/// How many questions that could be made of the notes are not fit to be asked, by reason.
fn refused_of(notes: Vec<Note>) -> Refused {
    let library = Library::build(notes);
    choose::refused(&library, &Deck::of(&library))
}

type Read = (Vec<Note>, disk::Report);

/// The notes. A vault that is not shared yet is read all the same, since only the host looks on; but it is said.
fn read(source: &mut Source) -> anyhow::Result<(Read, Option<DiskError>)> {
    let first = notes::with_progress(|progress| disk::read_notes(source, progress));
    match first {
        Err(vault @ DiskError::Vault(_)) => {
            source.share_all = true;
            let read = notes::with_progress(|progress| disk::read_notes(source, progress))?;
            Ok((read, Some(vault)))
        }
        Err(other) => Err(other.into()),
        Ok(read) => Ok((read, None)),
    }
}

/// Every finding as a compiler would print it.
fn findings(notes: &[Note], report: &disk::Report) -> Vec<String> {
    let handler = GraphicalReportHandler::new_themed(theme()).with_width(out::width());
    let mut lines = Vec::new();
    for finding in &report.findings {
        let note = notes.iter().find(|note| note.path == finding.path);
        let report = diagnosed(finding, note);
        let mut drawn = String::new();
        if handler.render_report(&mut drawn, report.as_ref()).is_ok() {
            lines.push(drawn);
        }
    }
    lines
}

fn theme() -> miette::GraphicalTheme {
    use std::io::IsTerminal;
    if std::env::var_os("NO_COLOR").is_some() || !std::io::stdout().is_terminal() {
        miette::GraphicalTheme::unicode_nocolor()
    } else {
        miette::GraphicalTheme::unicode()
    }
}

fn diagnosed(finding: &disk::Finding, note: Option<&Note>) -> Report {
    let Warning {
        line,
        span,
        message,
        help,
    } = &finding.warning;
    let severity = match finding.skipped {
        true => Severity::Error,
        false => Severity::Warning,
    };
    let mut diagnostic = MietteDiagnostic::new(message.clone())
        .with_help(help.clone())
        .with_severity(severity);
    let Some(note) = note else {
        diagnostic.message = format!("{}: {message}", finding.path);
        return Report::new(diagnostic);
    };
    let starts = &note.document.line_starts;
    let whole_line = || {
        let at = (*line as usize).saturating_sub(1);
        let start = starts.get(at).map_or(0, |start| *start as usize);
        let end = starts
            .get(at + 1)
            .map_or(note.source.len(), |next| *next as usize);
        let text = note.source.get(start..end).unwrap_or_default().trim_end();
        start..start + text.len()
    };
    let span = span.clone().unwrap_or_else(whole_line);
    diagnostic = diagnostic.with_label(LabeledSpan::underline(span));
    let source = NamedSource::new(finding.path.clone(), note.source.clone());
    Report::new(diagnostic).with_source_code(Arc::new(source))
}

fn summary(notes: &[Note], report: &disk::Report) -> String {
    let sum = |count: fn(&Note) -> usize| notes.iter().map(count).sum::<usize>();
    let counts = [
        (sum(|note| note.events.len()), "dated statement"),
        (sum(|note| note.people.len()), "name"),
        (sum(|note| note.causes.len()), "cause link"),
        (sum(|note| note.definitions.len()), "definition"),
        (sum(|note| note.flashcards.len()), "flashcard"),
    ];
    let counts: Vec<String> = counts.iter().map(|(n, what)| counted(*n, what)).collect();
    format!(
        "{}: {}; {}.",
        counted(notes.len(), "note"),
        counts.join(", "),
        counted(report.findings.len(), "warning")
    )
}

/// `1 note`, `12 notes`.
pub(super) fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
