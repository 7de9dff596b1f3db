//! What is asked for: the ends of causal links that are meant by some words, a heading or a note.

use std::collections::BTreeSet;

use crate::answers::look::Subject;
use crate::answers::words;
use crate::library::{self, Fact, Library, content_words, folded};

/// Ends of links that match the words, at most.
const MOST: usize = 400;

/// What was asked for: the ends of links whose words match, and those that stand under headings that match.
pub(super) struct Thing {
    pub(super) title: String,
    pub(super) words: Vec<String>,
    pub(super) headings: Vec<u32>,
    pub(super) direct: BTreeSet<u32>,
    pub(super) under: BTreeSet<u32>,
}

impl Thing {
    pub(super) fn of(library: &Library, subject: &Subject) -> Option<Self> {
        match subject {
            Subject::Words(asked) => Some(Self::named(library, asked.as_str())),
            Subject::Key(key) => match library.by_key(*key)? {
                Fact::Heading(heading) => {
                    let text = library.heading(heading).text.to_string();
                    let mut thing = Self::named(library, &text);
                    thing.add_heading(library, heading);
                    Some(thing)
                }
                Fact::Note(note) => Some(Self::named(library, &library.note(note).title)),
                Fact::Cause(node) => {
                    let node_text = library.causes().nodes()[node as usize].text.to_string();
                    let mut thing = Self::empty(words::capitalised(&node_text));
                    thing.direct.insert(node);
                    Some(thing)
                }
                Fact::Definition(at) => Some(Self::named(
                    library,
                    &library.definitions()[at as usize].1.term,
                )),
                Fact::Statement(_) | Fact::Person(_) | Fact::Topic(_) => None,
            },
        }
    }

    fn empty(title: String) -> Self {
        Self {
            title,
            words: Vec::new(),
            headings: Vec::new(),
            direct: BTreeSet::new(),
            under: BTreeSet::new(),
        }
    }

    fn named(library: &Library, asked: &str) -> Self {
        let folded = folded(asked);
        let words = content_words(&folded);
        let mut thing = Self::empty(words::capitalised(asked.trim()));
        thing.direct.extend(library.causes().named(&words, MOST));
        let things = library.find_exactly(library::Kind::Thing, &words.join(" "), 12);
        // Of the headings that hold the words, the shortest is the thing's own name.
        let mut names: Vec<String> = Vec::new();
        for fact in things.into_iter().map(|number| library.thing(number)) {
            match fact {
                Fact::Heading(heading) => {
                    names.push(library.heading(heading).text.to_string());
                    thing.add_heading(library, heading);
                }
                // All of a note is about what its title names.
                Fact::Note(note) if thing.headings.is_empty() => {
                    names.push(library.note(note).title.clone());
                    let headings = library.note(note).headings.clone();
                    let top = headings.filter(|at| library.heading(*at).parent.is_none());
                    top.for_each(|heading| thing.add_heading(library, heading));
                }
                _ => {}
            }
        }
        if let Some(title) = names.into_iter().min_by_key(|name| name.split(' ').count()) {
            thing.title = title;
        }
        thing.words = words.into_iter().map(str::to_owned).collect();
        thing
    }

    fn add_heading(&mut self, library: &Library, heading: u32) {
        if library.heading(heading).housekeeping || self.headings.contains(&heading) {
            return;
        }
        self.headings.push(heading);
        for below in library.section_headings(heading) {
            self.under.extend(library.causes().under(below));
        }
    }
}
