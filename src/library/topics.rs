//! What notes belong to: their folders, their tags, themselves.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::facts::NoteFacts;
use super::fold::folded;
use super::key::Key;
use super::people::Joined;

/// A folder, a tag or a note's title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Made of its folded name.
    pub key: Key,
    /// Its name, as first written.
    pub name: String,
    /// The notes that belong to it, ascending.
    pub notes: Vec<u32>,
}

/// The topics of `notes`, those with the most notes first. A tag that names a person is none.
pub(super) fn topics(notes: &[NoteFacts], people: &[Joined]) -> Vec<Topic> {
    let persons: FxHashSet<String> = people
        .iter()
        .flat_map(|person| std::iter::once(&person.name).chain(&person.aliases))
        .map(|name| folded(name))
        .collect();
    let mut topics: BTreeMap<String, Topic> = BTreeMap::new();
    for (at, note) in (0_u32..).zip(notes) {
        let folders = note
            .path
            .rsplit_once('/')
            .map_or("", |(folders, _)| folders);
        let tags = note
            .tags
            .iter()
            .map(String::as_str)
            .filter(|tag| !persons.contains(&folded(tag)));
        let names = folders.split('/').chain(tags).chain([note.title.as_str()]);
        for name in names.filter(|name| !name.is_empty()) {
            let words = folded(name);
            let topic = topics.entry(words).or_insert_with_key(|words| Topic {
                key: Key::of(&["topic", words]),
                name: name.to_owned(),
                notes: Vec::new(),
            });
            if topic.notes.last() != Some(&at) {
                topic.notes.push(at);
            }
        }
    }
    let mut topics: Vec<Topic> = topics.into_values().collect();
    topics.sort_by_key(|topic| std::cmp::Reverse(topic.notes.len()));
    topics
}
