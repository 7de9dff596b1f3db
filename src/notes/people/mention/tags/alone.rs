//! Whom tags alone name: `#Kennedy #Nixon`, the last line of a note that speaks of neither.

use rustc_hash::FxHashMap;

use super::super::{Note, Place};
use crate::notes::facts::Person;
use crate::notes::people::lexicon::{self, Is};

/// Letters of such a tag, at least.
const SHORTEST: usize = 4;

/// People whom tags alone name, at most.
const MOST: usize = 64;

/// Tags that name somebody of whom the text does not speak, and where each stands.
#[derive(Default)]
pub(in crate::notes::people::mention) struct Alone<'n> {
    found: Vec<(&'n str, Vec<Place>)>,
    /// The number of each tag.
    numbers: FxHashMap<&'n str, usize>,
}

impl<'n> Alone<'n> {
    /// Takes up a tag that is a name.
    #[inline(never)]
    pub(super) fn take(&mut self, tag: &'n str, place: Place) {
        let n_found = self.found.len();
        if n_found == MOST && !self.numbers.contains_key(tag) {
            return;
        }
        let number = *self.numbers.entry(tag).or_insert(n_found);
        if number == n_found {
            self.found.push((tag, Vec::new()));
        }
        self.found[number].1.push(place);
    }

    /// Adds the people, each where the first mention stands.
    pub(in crate::notes::people::mention) fn add_to(
        self,
        note: &Note<'_>,
        people: &mut Vec<Person>,
    ) {
        for (tag, mut places) in self.found {
            note.find_statements(&mut places);
            let person = Person {
                name: tag.to_owned(),
                aliases: vec![["#", tag].concat()],
                mentions: places.iter().map(|place| note.mention(place)).collect(),
            };
            let first = |person: &Person| person.mentions.first().map(|first| first.span.start);
            let own = first(&person);
            let later = people.iter().position(|other| first(other) > own);
            people.insert(later.unwrap_or(people.len()), person);
        }
    }
}

/// Whether a tag is one word that names a person of history and nothing else, with two letters swapped perhaps: `Nixon`, `Truamn`.
pub(super) fn is_name(tag: &str) -> bool {
    let [first, rest @ ..] = tag.as_bytes() else {
        return false;
    };
    if tag.len() < SHORTEST
        || !first.is_ascii_uppercase()
        || !rest.iter().all(u8::is_ascii_lowercase)
    {
        return false;
    }
    let folded = tag.to_ascii_lowercase();
    let is = lexicon::look_up(&folded);
    if !is.is_empty() {
        return is_mere_name(is);
    }
    // `#Truamn`
    (1..folded.len() - 1).any(|at| {
        let swapped = [&folded[..at], &folded[at + 1..at + 2], &folded[at..at + 1]].concat();
        is_mere_name(lexicon::look_up(&(swapped + &folded[at + 2..])))
    })
}

/// Whether a word is somebody's well-known name and nothing else.
fn is_mere_name(is: Is) -> bool {
    is.contains(Is::KNOWN) && !is.intersects(Is::OTHER | Is::ACT | Is::FATE | Is::BELONGING)
}
