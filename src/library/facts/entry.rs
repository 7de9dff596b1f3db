//! A note as it was read → one note's facts, before they are put on the shelf.

use rustc_hash::FxHashSet;

use super::words::{marked, words};
use super::{Cause, End, Event, Heading, Mark, NoteFacts, Statement};
use crate::library::excerpt::{Excerpt, Words};
use crate::library::key::Key;
use crate::library::links::Outline;
use crate::notes::markdown::{Document, Link};
use crate::notes::{self, Basis, CauseKind, Definition, Flashcard, Person, ids};

/// Cause and effect with the words of both, before links know their nodes.
#[derive(Debug, Clone)]
pub(in crate::library) struct Told {
    pub(in crate::library) link: Cause,
    pub(in crate::library) cause: Excerpt,
    pub(in crate::library) effect: Excerpt,
}

/// One note's facts with indices of its own, before they are put on the shelf.
#[derive(Debug, Clone)]
pub struct Entry {
    pub(in crate::library) note: NoteFacts,
    pub(in crate::library) headings: Vec<Heading>,
    pub(in crate::library) statements: Vec<Statement>,
    pub(in crate::library) events: Vec<Event>,
    pub(in crate::library) people: Vec<Person>,
    pub(in crate::library) causes: Vec<Told>,
    pub(in crate::library) definitions: Vec<Definition>,
    pub(in crate::library) flashcards: Vec<Flashcard>,
    /// (statement, link, what is shown of it).
    pub(in crate::library) see_also: Vec<(u32, u32, Excerpt)>,
    pub(in crate::library) links: Vec<Link>,
    pub(in crate::library) marks: Vec<Mark>,
    /// What the excerpts are made from.
    pub(in crate::library) words: Words,
}

impl Entry {
    /// What links to and from the note go by.
    #[must_use]
    pub fn outline(&self) -> Outline<'_> {
        Outline {
            path: &self.note.path,
            title: &self.note.title,
            aliases: &self.note.aliases,
            links: &self.links,
        }
    }

    /// What a library keeps of a note.
    #[must_use]
    pub fn of(note: notes::Note) -> Self {
        let document = note.document;
        let causal_arrows = causal_arrows(&note.causes);
        let (mut see_also, mut marks) = (Vec::new(), Vec::new());
        let mut all_words = Words::default();
        let mut statements = Vec::with_capacity(document.statements.len());
        for (at, statement) in (0..).zip(&document.statements) {
            let block = &document.blocks[statement.block];
            let (text, links) = words(&document, block, statement, &note.causes, at as usize);
            let own = all_words.add(&text);
            see_also.extend(links.into_iter().map(|link| {
                let shown = &document.links[link as usize].shown;
                (at, link, all_words.find_or_add(Some(&own), shown))
            }));
            marks.extend(marked(block, statement, &text).map(|(start, length)| Mark {
                statement: at,
                start,
                length,
            }));
            statements.push(Statement {
                key: statement.id.into(),
                note: 0,
                heading: block.heading.map(index),
                parent: statement.parent.map(index),
                text: own,
                lines: statement.lines,
                depth: block.depth,
                kind: block.kind,
                quoted: block.quoted,
                causal_arrows: causal_arrows.contains(&(at as usize)),
            });
        }
        Self {
            headings: headings(&note.path, &document, &mut all_words),
            events: events(&note.events, &note.dates),
            causes: told(&note.causes, &statements, &mut all_words),
            statements,
            people: note.people,
            definitions: note.definitions,
            flashcards: note.flashcards,
            see_also,
            note: NoteFacts {
                key: Key::of(&["note", &note.path]),
                path: note.path,
                title: document.title,
                aliases: document.front_matter.aliases,
                tags: document.tags,
                headings: 0..0,
                statements: 0..0,
            },
            links: document.links,
            marks,
            words: all_words.closed(),
        }
    }
}

/// The statements whose arrows say what led to what.
fn causal_arrows(causes: &[notes::CauseLink]) -> FxHashSet<usize> {
    causes
        .iter()
        .filter(|link| link.kind == CauseKind::Arrow)
        .flat_map(|link| [link.cause.statement, link.effect.statement])
        .flatten()
        .collect()
}

fn events(events: &[notes::Event], dates: &[notes::DateMention]) -> Vec<Event> {
    let event = |event: &notes::Event| Event {
        statement: index(event.statement),
        when: event.when,
        from: event.from,
        from_line: event.from_line.map(|line| stated_at(line, dates)),
    };
    events.iter().map(event).collect()
}

/// The line that states what `line` may only have taken from another: the year of `## 27 October` under `# May 1962`.
fn stated_at(line: u32, dates: &[notes::DateMention]) -> u32 {
    let mut line = line;
    // As many hops as a note has levels of headings, and a few.
    for _ in 0..8 {
        let first = dates.partition_point(|date| date.line < line);
        let here = dates[first..].iter().take_while(|date| date.line == line);
        let mut here = here.peekable();
        if here.peek().is_none() {
            return line;
        }
        let mut next = None;
        for date in here {
            match (date.from, date.from_line) {
                (Basis::Context, Some(above)) if above != line => next = Some(above),
                _ => return line,
            }
        }
        match next {
            Some(above) => line = above,
            None => return line,
        }
    }
    line
}

pub(super) fn index(at: usize) -> u32 {
    u32::try_from(at).expect("a note of at most some MiB has fewer parts")
}

fn end(end: &notes::End) -> End {
    End {
        statement: end.statement.map(index),
        line: end.line,
    }
}

fn told(links: &[notes::CauseLink], statements: &[Statement], words: &mut Words) -> Vec<Told> {
    let own = |statement: Option<usize>| Some(&statements.get(statement?)?.text);
    let told = links.iter().map(|link| {
        let inside = [own(link.cause.statement), own(link.effect.statement)];
        Told {
            cause: words.find_or_add(inside[0], &link.cause.text),
            effect: words.find_or_add(inside[1], &link.effect.text),
            link: Cause {
                key: link.id.into(),
                note: 0,
                cause: end(&link.cause),
                effect: end(&link.effect),
                line: link.line,
                cue: words.find_or_add(inside[0].or(inside[1]), &link.cue),
                kind: link.kind,
            },
        }
    });
    told.collect()
}

fn headings(path: &str, document: &Document, all_words: &mut Words) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::with_capacity(document.headings.len());
    for heading in &document.headings {
        let text = document.blocks[heading.block].text.visible.trim();
        let text = text.trim_end_matches(':').trim_end();
        let above = heading
            .parent
            .map(|parent| headings[parent].key.to_string());
        let words = ids::normalised(text);
        headings.push(Heading {
            key: Key::of(&[path, above.as_deref().unwrap_or_default(), &words]),
            note: 0,
            level: heading.level,
            text: all_words.add(text),
            parent: heading.parent.map(index),
            line: heading.line,
            housekeeping: heading.housekeeping,
            metadata: heading.metadata,
        });
    }
    headings
}
