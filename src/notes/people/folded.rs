//! The folded names and words of one note, each kept once and called by a number.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::lexicon::{self, Is, Word};
use super::names::praenomen;

/// A folded name of one note. Two are the same name if they are the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(super) struct Folded(u32);

impl Folded {
    /// No name: the empty text.
    pub(super) const NONE: Self = Self(0);

    /// For tables with one place for each name of the note.
    #[inline]
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }

    /// Whether this is no name.
    #[inline]
    pub(super) fn is_none(self) -> bool {
        self == Self::NONE
    }
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    text: (u32, u32),
    /// Its words, a range of [`Names::words`].
    words: (u32, u32),
    known: Word,
    /// Ends as surnames do, as common words do.
    endings: (bool, bool),
}

/// All names of a note, by number.
#[derive(Debug)]
pub(super) struct Names {
    text: String,
    entries: Vec<Entry>,
    words: Vec<Folded>,
    /// One more than the number of a name; 0 where nothing is. Half of them are free, at least.
    slots: Vec<u32>,
}

impl Names {
    pub(super) fn new() -> Self {
        let none = Entry {
            text: (0, 0),
            words: (0, 0),
            known: Word::default(),
            endings: (false, false),
        };
        let mut entries = Vec::with_capacity(64);
        entries.push(none);
        Self {
            text: String::with_capacity(512),
            entries,
            words: Vec::with_capacity(64),
            slots: vec![0; 128],
        }
    }

    /// How many numbers there are, with that of no name.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The number of `name`: folded words with one blank between two.
    pub(super) fn add(&mut self, name: &str) -> Folded {
        if name.is_empty() {
            return Folded::NONE;
        }
        let mut slot = self.slot(name);
        if self.slots[slot] != 0 {
            return Folded(self.slots[slot] - 1);
        }
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
            slot = self.slot(name);
        }
        let added = Folded(self.entries.len() as u32);
        let start = self.text.len() as u32;
        self.text.push_str(name);
        let one = !name.as_bytes().contains(&b' ');
        let known = if one {
            lexicon::know(name)
        } else {
            Word::default()
        };
        // How a name ends is asked of words alone that are no known names.
        let endings = if one && !known.is.intersects(Is::NAME) {
            lexicon::endings::look_up(name)
        } else {
            (false, false)
        };
        self.entries.push(Entry {
            text: (start, self.text.len() as u32),
            words: (0, 0),
            known,
            endings,
        });
        self.slots[slot] = added.0 + 1;
        let words = if one {
            let from = self.words.len() as u32;
            self.words.push(added);
            (from, from + 1)
        } else {
            self.add_words(name)
        };
        self.entries[added.index()].words = words;
        added
    }

    fn add_words(&mut self, name: &str) -> (u32, u32) {
        // A name has few words; those of a fifth and later word are rare enough to be put on the heap.
        let mut short = [Folded::NONE; 4];
        let mut long = Vec::new();
        let mut n_words = 0;
        let mut rest = name;
        while !rest.is_empty() {
            let end = rest.bytes().position(|byte| byte == b' ');
            let word = self.add(&rest[..end.unwrap_or(rest.len())]);
            rest = end.map_or("", |end| &rest[end + 1..]);
            match short.get_mut(n_words) {
                Some(place) => *place = word,
                None => long.push(word),
            }
            n_words += 1;
        }
        let from = self.words.len() as u32;
        self.words.extend(short.iter().take(n_words));
        self.words.extend(long);
        (from, self.words.len() as u32)
    }

    /// The number of `name`, if the note has it.
    pub(super) fn find(&self, name: &str) -> Option<Folded> {
        self.slots[self.slot(name)].checked_sub(1).map(Folded)
    }

    /// The text of a name.
    #[inline]
    pub(super) fn text(&self, name: Folded) -> &str {
        let (start, end) = self.entries[name.index()].text;
        &self.text[start as usize..end as usize]
    }

    /// The words of a name, one at least unless it is none.
    #[inline]
    pub(super) fn words(&self, name: Folded) -> &[Folded] {
        let (from, to) = self.entries[name.index()].words;
        &self.words[from as usize..to as usize]
    }

    /// The first word of a name.
    #[inline]
    pub(super) fn first(&self, name: Folded) -> Folded {
        self.words(name).first().copied().unwrap_or_default()
    }

    /// The last word of a name.
    #[inline]
    pub(super) fn last(&self, name: Folded) -> Folded {
        self.words(name).last().copied().unwrap_or_default()
    }

    /// Whether a name has one word.
    #[inline]
    pub(super) fn is_one(&self, name: Folded) -> bool {
        let (from, to) = self.entries[name.index()].words;
        to - from == 1
    }

    /// What a single word is known to be.
    #[inline]
    pub(super) fn known(&self, word: Folded) -> Word {
        self.entries[word.index()].known
    }

    /// Whether a title is a saint's.
    #[inline]
    pub(super) fn is_saint(&self, title: Folded) -> bool {
        !title.is_none() && matches!(self.text(title), "st" | "saint")
    }

    /// Whether a single word ends as surnames do.
    pub(super) fn ends_as_surname(&self, word: Folded) -> bool {
        self.entries[word.index()].endings.0
    }

    /// Whether a single word ends as common words do.
    pub(super) fn ends_as_word(&self, word: Folded) -> bool {
        self.entries[word.index()].endings.1
    }

    /// Whether two words may be the same name.
    pub(super) fn are_same(&self, left: Folded, right: Folded) -> bool {
        left == right || super::names::share_a_group(self.known(left).same, self.known(right).same)
    }

    /// Whether two given names can be one person's: the same, one the initial of the other, or a short form.
    pub(super) fn can_be_same(&self, left: Folded, right: Folded) -> bool {
        let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
        self.are_same(left, right) || {
            let (left, right) = (self.text(left), self.text(right));
            initial(left, right)
                || initial(right, left)
                // C. Marius is Gaius Marius.
                || praenomen(left) == Some(right)
                || praenomen(right) == Some(left)
        }
    }

    /// The slot of `name`, or the free one where it would stand.
    fn slot(&self, name: &str) -> usize {
        let mut hasher = FxHasher::default();
        hasher.write(name.as_bytes());
        let mut at = hasher.finish() as usize & (self.slots.len() - 1);
        while let Some(known) = self.slots[at].checked_sub(1) {
            if self.text(Folded(known)) == name {
                break;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        at
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        for number in 1..self.entries.len() as u32 {
            let (start, end) = self.entries[number as usize].text;
            let slot = self.slot(&self.text[start as usize..end as usize]);
            self.slots[slot] = number + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_number_and_its_words_have_theirs() {
        let mut names = Names::new();
        let john = names.add("john f kennedy");
        let kennedy = names.add("kennedy");
        assert_eq!(names.add("john f kennedy"), john);
        assert_eq!(names.last(john), kennedy);
        assert_eq!(names.text(john), "john f kennedy");
        assert_eq!(names.words(john).len(), 3);
        assert!(names.is_one(kennedy) && !names.is_one(john));
        assert!(Folded::NONE.is_none() && names.text(Folded::NONE).is_empty());
    }

    #[test]
    fn many_names_are_all_found_again() {
        let mut names = Names::new();
        let numbers: Vec<Folded> = (0..5_000)
            .map(|number| names.add(&format!("anna name{number} of the long family of words")))
            .collect();
        for (number, added) in numbers.iter().enumerate() {
            let text = format!("anna name{number} of the long family of words");
            assert_eq!(names.add(&text), *added);
            assert_eq!(names.words(*added).len(), 8);
        }
    }
}
