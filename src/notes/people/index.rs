//! People by the words of their names, so that joining a note takes time by its length and not by its square.

use rustc_hash::FxHashMap;

use super::names;

/// Names of one first letter and length that are compared for slips of the pen, at most.
const BUCKET: usize = 48;

/// People by every word that may name them.
#[derive(Debug, Default)]
pub(super) struct Index {
    words: FxHashMap<String, Vec<usize>>,
    groups: FxHashMap<usize, Vec<usize>>,
}

impl Index {
    /// Notes that `word` may mean `person`.
    pub(super) fn add(&mut self, word: &str, person: usize) {
        let people = match self.words.get_mut(word) {
            Some(people) => people,
            None => self.words.entry(word.to_owned()).or_default(),
        };
        if people.last() != Some(&person) {
            people.push(person);
            for group in names::groups(word) {
                self.groups.entry(*group).or_default().push(person);
            }
        }
    }

    /// Whom `word`, or another spelling of it, may mean; in order, once each.
    pub(super) fn candidates(&self, word: &str) -> Vec<usize> {
        let mut people = self.words.get(word).cloned().unwrap_or_default();
        for group in names::groups(word) {
            people.extend(self.groups.get(group).into_iter().flatten());
        }
        people.sort_unstable();
        people.dedup();
        people
    }
}

/// Names by first letter and length.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    buckets: FxHashMap<(u8, usize), Vec<(String, usize)>>,
}

impl Spellings {
    /// Notes that `person` is called `name`.
    pub(super) fn add(&mut self, name: &str, person: usize) {
        if let Some(first) = name.bytes().next() {
            let bucket = self.buckets.entry((first, name.len())).or_default();
            if bucket.len() < BUCKET {
                bucket.push((name.to_owned(), person));
            }
        }
    }

    /// The names with the first letter of `slip` that are at most two letters longer or shorter.
    pub(super) fn near(&self, slip: &str) -> impl Iterator<Item = (&str, usize)> {
        let first = slip.bytes().next().unwrap_or_default();
        let lengths = slip.len().saturating_sub(2)..=slip.len() + 2;
        lengths
            .filter_map(move |length| self.buckets.get(&(first, length)))
            .flatten()
            .map(|(name, person)| (name.as_str(), *person))
    }
}
