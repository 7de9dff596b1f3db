//! People by the words of their names, so that joining a note takes time by its length and not by its square.

use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::names;

/// Namesakes that are looked at for one word, at most. Nobody's notes have more, and odd ones stay linear.
const NAMESAKES: usize = 64;

/// Names of one first letter and length that are compared for slips of the pen, at most.
const BUCKET: usize = 48;

/// No entry.
const NONE: u32 = u32::MAX;

/// People by every word that may name them.
#[derive(Debug)]
pub(super) struct Index {
    /// The last entry of each word; entries are linked backwards.
    words: Vec<u32>,
    /// The last entry of each group of spellings.
    groups: Vec<u32>,
    entries: Vec<(u32, u32)>,
}

impl Index {
    /// For all words that `names` has.
    pub(super) fn of(names: &Names) -> Self {
        Self {
            words: vec![NONE; names.len()],
            groups: Vec::new(),
            entries: Vec::with_capacity(64),
        }
    }

    /// Notes that `word` may mean `person`.
    pub(super) fn add(&mut self, names: &Names, word: Folded, person: u32) {
        if word.index() >= self.words.len() {
            self.words.resize(word.index() + 1, NONE);
        }
        let last = self.words[word.index()];
        if last != NONE && self.entries[last as usize].0 == person {
            return;
        }
        self.words[word.index()] = self.entries.len() as u32;
        self.entries.push((person, last));
        for group in names::groups(names.known(word).same) {
            let group = usize::from(*group);
            if group >= self.groups.len() {
                self.groups.resize(group + 1, NONE);
            }
            let newest = self.entries.len() as u32;
            let before = std::mem::replace(&mut self.groups[group], newest);
            self.entries.push((person, before));
        }
    }

    /// Puts into `found` whom `word`, or another spelling of it, may mean; in order, once each.
    pub(super) fn candidates(&self, names: &Names, word: Folded, found: &mut Vec<u32>) {
        found.clear();
        // Whoever was added after the index was made has no other bearer.
        let Some(last) = self.words.get(word.index()) else {
            return;
        };
        self.follow(*last, found);
        for group in names::groups(names.known(word).same) {
            if let Some(last) = self.groups.get(usize::from(*group)) {
                self.follow(*last, found);
            }
        }
        if found.len() > 1 {
            found.sort_unstable();
            found.dedup();
        }
    }

    fn follow(&self, mut at: u32, found: &mut Vec<u32>) {
        for _ in 0..NAMESAKES {
            let Some((person, before)) = self.entries.get(at as usize) else {
                break;
            };
            found.push(*person);
            at = *before;
        }
    }
}

/// Names by first letter and length, so many of each at most.
#[derive(Debug)]
pub(super) struct Spellings {
    all: Vec<Spelling>,
}

#[derive(Debug, Clone, Copy)]
struct Spelling {
    /// First letter and length.
    place: u32,
    letters: u32,
    name: Folded,
    person: u32,
}

impl Spellings {
    /// None, with room for so many.
    pub(super) fn with_room(n: usize) -> Self {
        Self {
            all: Vec::with_capacity(n),
        }
    }

    /// Notes that `person` is called `name`.
    pub(super) fn add(&mut self, names: &Names, name: Folded, person: u32) {
        let text = names.text(name);
        if let Some(first) = text.bytes().next() {
            self.all.push(Spelling {
                place: place(text.len() as u32, first),
                letters: letters(text),
                name,
                person,
            });
        }
    }

    /// Puts all in order, once all are added.
    pub(super) fn sort(&mut self) {
        self.all.sort_unstable_by_key(|spelling| {
            u64::from(spelling.place) << 32 | u64::from(spelling.person)
        });
        let (mut place, mut n) = (0, 0);
        self.all.retain(|spelling| {
            n = if spelling.place == place { n + 1 } else { 1 };
            place = spelling.place;
            n <= BUCKET
        });
    }

    /// The names with the first letter of `slip` that are at most two letters longer or shorter, and have most letters in common.
    pub(super) fn near(&self, slip: &str) -> impl Iterator<Item = (Folded, u32)> {
        let first = slip.bytes().next().unwrap_or_default();
        let own = letters(slip);
        let length = slip.len() as u32;
        let shortest = place(length.saturating_sub(2), first);
        let longest = place(length + 2, first);
        let from = self
            .all
            .partition_point(|spelling| spelling.place < shortest);
        let alike = self.all[from..].iter();
        alike
            .take_while(move |spelling| spelling.place <= longest)
            // A slip takes away one letter and brings another, at most; there are two slips at most.
            .filter(move |spelling| (spelling.letters ^ own).count_ones() <= 4)
            .map(|spelling| (spelling.name, spelling.person))
    }
}

/// Where words of this length and first letter stand: those of one letter side by side.
fn place(length: u32, first: u8) -> u32 {
    u32::from(first) << 24 | length.min(0xff_ffff)
}

/// The letters that a word has, one bit each.
fn letters(text: &str) -> u32 {
    text.bytes()
        .fold(0, |letters, byte| letters | 1 << (byte & 31))
}
