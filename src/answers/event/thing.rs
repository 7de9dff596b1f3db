//! What the notes say of a thing that is no date: a heading, a note, a term, a statement.

use crate::answers::card::{Card, Kind, Line, Press, Span};
use crate::answers::draft::Draft;
use crate::answers::look::{Look, Subject, What};
use crate::answers::{nothing, search, words};
use crate::library::{Event, Fact, Kind as Named, Library, folded};
use crate::notes::markdown::BlockKind;

/// What the notes say of a thing that is no date.
pub(in crate::answers) fn thing(library: &Library, look: &Look, subject: &Subject) -> Card {
    let fact = match subject {
        Subject::Key(key) => library.by_key(*key),
        Subject::Words(asked) => find(library, asked.as_str()),
    };
    match (fact, subject) {
        (Some(Fact::Heading(heading)), _) => section(library, look, heading),
        (Some(Fact::Note(note)), _) => of_note(library, look, note),
        (Some(Fact::Definition(at)), _) => {
            let (note, definition) = &library.definitions()[at as usize];
            let first = library.note(*note).statements.start;
            let statement = u32::try_from(definition.statement).map_or(first, |at| first + at);
            around(library, look, statement, &definition.term)
        }
        (Some(Fact::Statement(statement)), _) => {
            let title = words::clipped(&words::said_alone(library, statement), 120);
            around(library, look, statement, &title)
        }
        (Some(Fact::Person(person)), _) => crate::answers::person::card(library, look, person),
        (Some(Fact::Topic(_) | Fact::Cause(_)) | None, Subject::Key(_)) => nothing::gone(library),
        (_, Subject::Words(asked)) => {
            let card = search::hits(library, look, asked.as_str(), Kind::Event);
            card.unwrap_or_else(|| nothing::no_name(library, asked.as_str()))
        }
    }
}

/// The best thing of that name: whole words before beginnings, words of a statement before a misspelt name.
fn find(library: &Library, asked: &str) -> Option<Fact> {
    let first = |found: Vec<u32>| found.first().copied();
    let thing = |number| library.thing(number);
    first(library.find_whole(Named::Thing, asked, 1))
        .map(thing)
        .or_else(|| first(library.find_whole(Named::Person, asked, 1)).map(Fact::Person))
        .or_else(|| first(library.find_exactly(Named::Thing, asked, 1)).map(thing))
        .or_else(|| first(library.find_exactly(Named::Person, asked, 1)).map(Fact::Person))
        .or_else(|| {
            let is_said = library.search(asked, 0, 1).is_whole;
            let near = (!is_said).then(|| library.find(Named::Thing, asked, 1));
            near.and_then(first).map(thing)
        })
}

/// A heading with all that stands under it.
fn section(library: &Library, look: &Look, heading: u32) -> Card {
    let it = library.heading(heading);
    let mut draft = Draft::new(library, look, Kind::Event, &*it.text);
    draft.card.byline = Some(library.note(it.note).title.clone());
    let statements = library.section(heading);
    let has_date = statements
        .clone()
        .any(|at| library.events_of(at).next().is_some());
    if !has_date {
        draft.section(None);
        draft.line(undated());
    }
    tell_section(&mut draft, library, statements, Some(heading));
    let causes = library.causes();
    if library
        .section_headings(heading)
        .any(|at| causes.under(at).next().is_some())
    {
        let look = What::Cause(Subject::Key(it.key)).into();
        draft.button("Causes and effects", Press::Open(look));
    }
    draft.finish()
}

/// Statements in note order, each sub-heading as a section of its own; dates that the words leave out stand behind.
pub(in crate::answers) fn tell_section(
    draft: &mut Draft<'_>,
    library: &Library,
    statements: std::ops::Range<u32>,
    top: Option<u32>,
) {
    let mut now = None;
    for at in statements {
        let it = library.statement(at);
        let heading = it.heading;
        if now != Some(heading) {
            now = Some(heading);
            let note = &library.note(it.note).title;
            let is_own = |heading: &u32| folded(&library.heading(*heading).text) == folded(note);
            // A heading that is all that is said stands as a line.
            let is_over = |heading: &u32| it.kind != BlockKind::Heading && !is_own(heading);
            let title = heading.filter(|heading| Some(*heading) != top && is_over(heading));
            draft.section(title.map(|heading| library.heading(heading).text.to_string()));
        }
        let aside = library
            .events_of(at)
            .find(|event| event.from != crate::notes::Basis::Stated)
            .map(|event| event.when.words());
        draft.statement(at, aside);
    }
}

/// A note as a thing: what it dates, in the order of time; where it dates nothing, its outline.
fn of_note(library: &Library, look: &Look, note: u32) -> Card {
    let it = library.note(note);
    let events: Vec<&Event> = library
        .dates()
        .all()
        .iter()
        .filter(|event| it.statements.contains(&event.statement))
        .collect();
    if events.is_empty() {
        return crate::answers::note::card(library, look, note);
    }
    let mut draft = Draft::new(library, look, Kind::Event, it.title.clone());
    draft.card.byline = (!it.aliases.is_empty()).then(|| it.aliases.join(", "));
    draft.section(None);
    for event in events {
        draft.tell(words::dated(library, event), event.statement);
    }
    let outline = What::Note(Subject::Key(it.key)).into();
    draft.button("The whole note", Press::Open(outline));
    draft.finish()
}

/// One statement with what hangs on it.
fn around(library: &Library, look: &Look, statement: u32, title: &str) -> Card {
    let mut draft = Draft::new(library, look, Kind::Event, title);
    draft.card.byline = Some(
        library
            .note(library.statement(statement).note)
            .title
            .clone(),
    );
    draft.section(None);
    let event = library.events_of(statement).next();
    draft.statement(statement, event.map(|event| event.when.words()));
    if event.is_none() {
        draft.line(undated());
    }
    draft.finish()
}

/// What stands where nothing has a date.
fn undated() -> Line {
    Line {
        spans: vec![Span::Quiet("The notes give no date for this.".to_owned())],
        ..Line::default()
    }
}
