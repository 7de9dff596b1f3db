//! `/note` and the *Context* button: a note's outline and sections, and the lines around a statement.

use super::card::{Card, Kind, Line, Press, Span};
use super::draft::Draft;
use super::look::{Look, Subject, What};
use super::{event, nothing, words};
use crate::library::{self, Fact, Key, Library};
use crate::notes::markdown::BlockKind;

/// Statements before and after the one whose context is asked.
const BEFORE: u32 = 3;
const AFTER: u32 = 4;

/// The note that `subject` means.
pub(super) fn of(library: &Library, look: &Look, subject: &Subject) -> Card {
    match subject {
        Subject::Key(key) => match library.by_key(*key) {
            Some(Fact::Note(note)) => card(library, look, note),
            _ => nothing::gone(library),
        },
        Subject::Words(title) => {
            let found = library.find_exactly(library::Kind::Note, title.as_str(), 1);
            match found.first() {
                Some(note) => card(library, look, *note),
                None => nothing::no_note(library, title.as_str()),
            }
        }
    }
}

/// A note's outline, then its sections.
pub(super) fn card(library: &Library, look: &Look, note: u32) -> Card {
    let it = library.note(note);
    let mut draft = Draft::new(library, look, Kind::Note, it.title.clone());
    draft.card.byline = Some(it.path.clone());
    let headings: Vec<u32> = it
        .headings
        .clone()
        .filter(|at| !library.heading(*at).text.is_empty())
        .collect();
    if headings.len() > 1 {
        draft.section(Some("Outline".to_owned()));
        for at in headings {
            let heading = library.heading(at);
            let over = std::iter::successors(heading.parent, |at| library.heading(*at).parent);
            let depth = u8::try_from(over.count()).unwrap_or(u8::MAX);
            let mut line = Line::bullet(&*heading.text, depth);
            line.spans
                .push(Span::Quiet(format!(" (line {})", heading.line)));
            draft.line(line);
        }
    }
    event::tell_section(&mut draft, library, it.statements.clone(), None);
    if draft.is_empty() {
        draft.section(None);
        draft.line(Line::plain("This note has no statements yet."));
    }
    draft.without_context();
    let timeline = super::look::Filter {
        topic: Some(it.key),
        ..super::look::Filter::default()
    };
    if library
        .dates()
        .all()
        .iter()
        .any(|event| it.statements.contains(&event.statement))
    {
        draft.button("Timeline", Press::Open(What::Timeline(timeline).into()));
    }
    draft.finish()
}

/// The statements around one, which stands out.
pub(super) fn context(library: &Library, look: &Look, key: Key) -> Card {
    let Some(Fact::Statement(statement)) = library.by_key(key) else {
        return nothing::gone(library);
    };
    let it = library.statement(statement);
    let note = library.note(it.note);
    let title = it
        .heading
        .map_or(&*note.title, |heading| &library.heading(heading).text);
    let mut draft = Draft::new(library, look, Kind::Context, title);
    draft.card.byline = Some(note.title.clone());
    let from = statement.saturating_sub(BEFORE).max(note.statements.start);
    let to = (statement + AFTER + 1).min(note.statements.end);
    let mut now = it.heading;
    draft.section(None);
    let is_metadata = |at: u32| {
        let heading = library.statement(at).heading;
        heading.is_some_and(|heading| library.heading(heading).metadata)
    };
    let is_shown = |at: &u32| {
        let beside = !is_metadata(*at) || is_metadata(statement);
        *at == statement || beside && !library.is_housekeeping(*at)
    };
    for at in (from..to).filter(is_shown) {
        let line = library.statement(at);
        if line.heading != now {
            now = line.heading;
            let over = now.filter(|_| line.kind != BlockKind::Heading);
            let title = over.map(|heading| library.heading(heading).text.to_string());
            draft.section(title);
        }
        let text = words::said(library, at);
        let span = match at == statement {
            true => Span::Strong(text),
            false => Span::Text(text),
        };
        let shown = Line {
            depth: line.depth.saturating_sub(1),
            bullet: line.depth > 0,
            spans: vec![span],
        };
        draft.tell(shown, at);
    }
    draft.without_context();
    let whole = What::Note(Subject::Key(note.key)).into();
    draft.button("The whole note", Press::Open(whole));
    draft.finish()
}
