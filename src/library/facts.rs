//! The facts of a shelf, kept small: what `notes` read, without what only reading needs (tokens, offsets, the file).
//!
//! Facts refer to each other by `u32` indices into the lists of the [`Library`](super::Library).

mod words;

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::excerpt::{Excerpt, Words};
use super::key::Key;
use super::links::Outline;
use crate::notes::markdown::{BlockKind, Document, Link};
use crate::notes::when::When;
use crate::notes::{self, Basis, CauseKind, Definition, Flashcard, Person, ids};
use words::{marked, words};

/// The sign that stands for every arrow of a statement, with a space on either side.
pub const ARROW: char = '→';

/// The sign that stands for every arrow that points back.
pub const BACK_ARROW: char = '←';

/// One note of the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteFacts {
    /// Made of its path.
    pub key: Key,
    /// Path below the content folder, with `/`.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Other titles, from the front matter.
    pub aliases: Vec<String>,
    /// Tags, without `#`.
    pub tags: Vec<String>,
    /// Its headings.
    pub headings: Range<u32>,
    /// Its statements.
    pub statements: Range<u32>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Made of the note's path and the heading path.
    pub key: Key,
    /// Its note.
    pub note: u32,
    /// 1 to 6.
    pub level: u8,
    /// Its words, without a colon at the end.
    pub text: Excerpt,
    /// The heading above it.
    pub parent: Option<u32>,
    /// 1-based.
    pub line: u32,
    /// Metadata, contents, sources: no title of anything.
    pub housekeeping: bool,
    /// Metadata, where something may be told all the same: "Stalin dead - 1953".
    pub metadata: bool,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Stable over edits elsewhere.
    pub key: Key,
    /// Its note.
    pub note: u32,
    /// The innermost heading over it.
    pub heading: Option<u32>,
    /// The statement that it hangs on: the item above it, or the lead-in of its list.
    pub parent: Option<u32>,
    /// Its words, without markup; arrows are [`ARROW`]s, and a link that only stands behind it is left out.
    pub text: Excerpt,
    /// 1-based first and last line.
    pub lines: (u32, u32),
    /// List nesting: 0 outside lists.
    pub depth: u8,
    /// What it was in the Markdown.
    pub kind: BlockKind,
    /// In a block quote or callout.
    pub quoted: bool,
    /// Its arrows say what led to what.
    pub causal_arrows: bool,
}

/// A statement with a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// Which.
    pub statement: u32,
    /// When it happened.
    pub when: When,
    /// Whether all of the date was stated.
    pub from: Basis,
    /// The line that the missing part was taken from.
    pub from_line: Option<u32>,
}

/// A wikilink in a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeeAlso {
    /// Where it stands.
    pub statement: u32,
    /// What a reader sees.
    pub shown: Excerpt,
    /// The note that it names, where there is one.
    pub note: Option<u32>,
}

/// Words of a statement that its author marked: bold, highlighted or linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Where they stand.
    pub statement: u32,
    /// Bytes of the statement's text.
    pub start: u16,
    /// How many.
    pub length: u16,
}

impl Mark {
    /// The words.
    #[must_use]
    pub fn of(self, library: &super::Library) -> &str {
        let text = &*library.statement(self.statement).text;
        let start = usize::from(self.start);
        text.get(start..start + usize::from(self.length))
            .unwrap_or_default()
    }
}

/// One end of a cause link. Its words are those of a [`Node`](super::Node).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The statement that its words are part of.
    pub statement: Option<u32>,
    /// 1-based.
    pub line: u32,
}

/// Cause and effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// Stable.
    pub key: Key,
    /// The note that says so.
    pub note: u32,
    /// What caused.
    pub cause: End,
    /// What was caused.
    pub effect: End,
    /// The line that says so.
    pub line: u32,
    /// The words that say so.
    pub cue: Excerpt,
    /// What kind of words.
    pub kind: CauseKind,
}

/// Cause and effect with the words of both, before links know their nodes.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) link: Cause,
    pub(super) cause: Excerpt,
    pub(super) effect: Excerpt,
}

/// One note's facts with indices of its own, before they are put on the shelf.
#[derive(Debug, Clone)]
pub struct Entry {
    pub(super) note: NoteFacts,
    pub(super) headings: Vec<Heading>,
    pub(super) statements: Vec<Statement>,
    pub(super) events: Vec<Event>,
    pub(super) people: Vec<Person>,
    pub(super) causes: Vec<Told>,
    pub(super) definitions: Vec<Definition>,
    pub(super) flashcards: Vec<Flashcard>,
    /// (statement, link, what is shown of it).
    pub(super) see_also: Vec<(u32, u32, Excerpt)>,
    pub(super) links: Vec<Link>,
    pub(super) marks: Vec<Mark>,
    /// What the excerpts are made from.
    pub(super) words: Words,
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

fn index(at: usize) -> u32 {
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
