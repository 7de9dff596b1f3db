//! Tags that name a person: `#Kennedy`, `#people/john-f-kennedy`.

use rustc_hash::FxHashMap;

use super::{Note, Place, call};
use crate::notes::facts::{Basis, Person};
use crate::notes::markdown::MarkKind;
use crate::notes::people::lexicon;

/// Adds the tags that name people, as aliases and as places.
pub(super) fn add(note: &Note<'_>, people: &mut [Person], places: &mut Vec<Place>) {
    let mut callable = Callable {
        note,
        words: Vec::new(),
        names: None,
    };
    let mut room = String::new();
    for (index, block) in note.document.blocks.iter().enumerate() {
        if block.marks.is_empty() || !note.is_read[index] {
            continue;
        }
        for mark in &block.marks {
            let MarkKind::Tag(tag) = &mark.kind else {
                continue;
            };
            let Some(person) = callable.person(tag, &mut room) else {
                continue;
            };
            call::add_alias(&mut people[person], &["#", tag].concat());
            let token = block
                .tokens
                .partition_point(|token| token.start < mark.range.start);
            places.push(Place {
                block: index,
                token,
                bytes: (mark.range.start, mark.range.end),
                statement: None,
                person,
                from: Basis::Stated,
            });
        }
    }
}

/// Nobody is called by this word alone.
const NOBODY: u32 = u32::MAX;

/// People by what a tag may call them.
struct Callable<'n> {
    note: &'n Note<'n>,
    /// By the number of a single word: `kennedy`. Filled when a tag asks for the first time.
    words: Vec<u32>,
    /// By all words in one: `johnfkennedy`. Filled when a tag of that kind asks.
    names: Option<FxHashMap<String, usize>>,
}

impl Callable<'_> {
    /// Whom `#people/john-f-kennedy`, `#JohnFKennedy` or `#Kennedy` calls; `folded` is room for the tag.
    fn person(&mut self, tag: &str, folded: &mut String) -> Option<usize> {
        folded.clear();
        lexicon::fold(tag.rsplit('/').next().unwrap_or(tag), folded);
        if self.words.is_empty() {
            self.words = words(self.note);
        }
        let word = self.note.names.find(folded);
        let person = word.and_then(|word| self.words.get(word.index()).copied());
        if let Some(person) = person.filter(|person| *person != NOBODY) {
            return Some(person as usize);
        }
        if !lexicon::look_up(folded).is_empty() {
            // `#history`
            return None;
        }
        folded.retain(|letter| !matches!(letter, '-' | '_' | '\''));
        let names = self.names.get_or_insert_with(|| names(self.note));
        names.get(folded.as_str()).copied()
    }
}

/// People by single words: those that mean them, and their surnames.
fn words(note: &Note<'_>) -> Vec<u32> {
    let mut words = vec![NOBODY; note.names.len()];
    for (person, cluster) in note.people.clusters.iter().enumerate() {
        let singles = note
            .people
            .spellings
            .of(person)
            .map(|spot| &note.spots[spot]);
        let singles = singles.filter(|spot| spot.is_single()).map(|spot| spot.key);
        let surname = cluster.tail.is_none().then(|| note.names.last(cluster.key));
        for word in singles.chain(surname) {
            let known = &mut words[word.index()];
            *known = (*known).min(person as u32);
        }
    }
    words
}

/// People by all words of their names in one.
fn names(note: &Note<'_>) -> FxHashMap<String, usize> {
    let mut names = FxHashMap::default();
    for (person, cluster) in note.people.clusters.iter().enumerate() {
        let mut name = note.names.text(cluster.key).to_owned();
        name.push_str(note.names.text(cluster.tail));
        let mark = |letter: char| matches!(letter, ' ' | '-' | '\'');
        name.retain(|letter| !mark(letter));
        names.entry(name).or_insert(person);
        // `#OConnell`
        let surname = note.names.text(note.names.last(cluster.key));
        if surname.contains(mark) {
            let bare = surname.replace(mark, "");
            names.entry(bare).or_insert(person);
        }
    }
    names
}
