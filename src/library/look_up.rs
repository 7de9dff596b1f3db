//! Asking a library: facts by number, by key and by name, and what hangs together with a statement.

mod by_name;

use std::ops::Range;

use super::causes::outwards;
use super::facts::{Event, Heading, Mark, NoteFacts, SeeAlso, Statement};
use super::people::Joined;
use super::text::{Hits, Text};
use super::{Causes, Dates, Fact, Key, Library, Topic};
use crate::notes::markdown::BlockKind;
use crate::notes::{Definition, Flashcard};

pub use by_name::Kind;

impl Library {
    /// The notes, in the order of their paths.
    #[must_use]
    pub fn notes(&self) -> &[NoteFacts] {
        &self.notes
    }

    /// All statements, note by note.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// All headings, note by note.
    #[must_use]
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// All people, the most mentioned first.
    #[must_use]
    pub fn people(&self) -> &[Joined] {
        &self.people
    }

    /// All events.
    #[must_use]
    pub fn dates(&self) -> &Dates {
        &self.dates
    }

    /// All cause links.
    #[must_use]
    pub fn causes(&self) -> &Causes {
        &self.causes
    }

    /// All topics, those with the most notes first.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// All definitions, with their notes.
    #[must_use]
    pub fn definitions(&self) -> &[(u32, Definition)] {
        &self.definitions
    }

    /// All flashcards, with their notes.
    #[must_use]
    pub fn flashcards(&self) -> &[(u32, Flashcard)] {
        &self.flashcards
    }

    /// All words that their authors marked, by statement.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// There is nothing to answer from.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// One note.
    #[must_use]
    pub fn note(&self, at: u32) -> &NoteFacts {
        &self.notes[at as usize]
    }

    /// One statement.
    #[must_use]
    pub fn statement(&self, at: u32) -> &Statement {
        &self.statements[at as usize]
    }

    /// One heading.
    #[must_use]
    pub fn heading(&self, at: u32) -> &Heading {
        &self.headings[at as usize]
    }

    /// What has this key.
    #[must_use]
    pub fn by_key(&self, key: Key) -> Option<Fact> {
        self.by_key.get(key)
    }

    /// The dates of a statement.
    pub fn events_of(&self, statement: u32) -> impl Iterator<Item = &Event> {
        pairs_of(&self.events_of, statement).map(|at| &self.dates.all()[at as usize])
    }

    /// The people whom a statement names or means.
    pub fn people_of(&self, statement: u32) -> impl Iterator<Item = u32> {
        pairs_of(&self.people_of, statement)
    }

    /// The links in a statement.
    #[must_use]
    pub fn links_of(&self, statement: u32) -> &[SeeAlso] {
        let from = self
            .see_also
            .partition_point(|link| link.statement < statement);
        let to = from + self.see_also[from..].partition_point(|link| link.statement == statement);
        &self.see_also[from..to]
    }

    /// The headings over a statement, the innermost first; a heading that is one itself is not over it, and "METADATA" says
    /// nothing of what stands under it.
    pub fn headings_over(&self, statement: u32) -> impl Iterator<Item = u32> {
        let it = self.statement(statement);
        let own = usize::from(it.kind == BlockKind::Heading);
        outwards(&self.headings, it.heading)
            .skip(own)
            .filter(|at| !self.heading(*at).metadata)
    }

    /// The statement stands in a section called contents or sources.
    #[must_use]
    pub fn is_housekeeping(&self, statement: u32) -> bool {
        self.headings_over(statement)
            .any(|at| self.heading(at).housekeeping)
    }

    /// The statements under a heading and the headings below it.
    #[must_use]
    pub fn section(&self, heading: u32) -> Range<u32> {
        let note = self.note(self.heading(heading).note);
        let last = self.section_headings(heading).end - 1;
        let all = note.statements.clone();
        let statements = &self.statements[all.start as usize..all.end as usize];
        let shift = |at: usize| all.start + u32::try_from(at).expect("it is an index of ours");
        let from = statements.partition_point(|it| it.heading.is_none_or(|over| over < heading));
        let to = statements.partition_point(|it| it.heading.is_none_or(|over| over <= last));
        shift(from)..shift(to)
    }

    /// A heading and the headings below it.
    #[must_use]
    pub fn section_headings(&self, heading: u32) -> Range<u32> {
        let note = self.note(self.heading(heading).note);
        let below = |at: u32| outwards(&self.headings, Some(at)).any(|over| over == heading);
        let n_below = (heading + 1..note.headings.end)
            .take_while(|at| below(*at))
            .count();
        heading..heading + 1 + u32::try_from(n_below).expect("it counts headings of ours")
    }

    /// The statements that hang on one, directly or not: the items below it.
    #[must_use]
    pub fn below(&self, statement: u32) -> Vec<u32> {
        let end = self.note(self.statement(statement).note).statements.end;
        let mut found: Vec<u32> = Vec::new();
        for at in statement + 1..end {
            match self.statement(at).parent {
                Some(parent) if parent == statement || found.contains(&parent) => found.push(at),
                _ => break,
            }
        }
        found
    }

    /// Full-text search.
    #[must_use]
    pub fn search(&self, asked: &str, skip: usize, most: usize) -> Hits {
        self.text().search(asked, skip, most)
    }

    /// Builds the full-text index, unless that is done; a search waits for it.
    pub fn ready_text(&self) {
        self.text();
    }

    fn text(&self) -> &Text {
        self.text.get_or_init(|| {
            let n = u32::try_from(self.statements.len()).expect("their places are such numbers");
            Text::build(n, |range| self.with_headings(range))
        })
    }

    /// The words of statements, and those of the title and the headings over each.
    fn with_headings(&self, range: Range<u32>) -> impl Iterator<Item = (&str, String)> {
        let mut last = (None, String::new());
        let statements = &self.statements[range.start as usize..range.end as usize];
        statements.iter().map(move |statement| {
            let place = Some((statement.note, statement.heading));
            if last.0 != place {
                let over = outwards(&self.headings, statement.heading);
                let mut words = self.note(statement.note).title.clone();
                for heading in over {
                    words.push(' ');
                    words.push_str(&self.heading(heading).text);
                }
                last = (place, words);
            }
            (&*statement.text, last.1.clone())
        })
    }
}

/// The second halves of the sorted pairs that begin with `first`.
pub(crate) fn pairs_of(pairs: &[(u32, u32)], first: u32) -> impl Iterator<Item = u32> {
    let from = pairs.partition_point(|pair| pair.0 < first);
    pairs[from..]
        .iter()
        .take_while(move |pair| pair.0 == first)
        .map(|pair| pair.1)
}
