//! The last words of names that everybody knows otherwise: told by one look, before the names themselves are asked for.

use super::epithets::EPITHETS;
use super::nicknames::NICKNAMES;
use super::second_names::SECOND_NAMES;
use crate::notes::word_key::{WordTable, key, key_between};

bitflags::bitflags! {
    /// Which lists have names that end in a word.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(in crate::notes::people) struct Ends: u8 {
        /// See [`nickname`](super::nickname).
        const NICKNAME = 1;
        /// See [`better_known_as`](super::better_known_as).
        const SECOND_NAME = 1 << 1;
        /// See [`epithets`](super::epithets()).
        const EPITHET = 1 << 2;
    }
}

static ENDS: WordTable<Ends, 512, 256> = {
    let mut ends = WordTable::empty(Ends::empty());
    let mut at = 0;
    while at < NICKNAMES.len() {
        add(&mut ends, NICKNAMES[at].0, Ends::NICKNAME);
        at += 1;
    }
    at = 0;
    while at < SECOND_NAMES.len() {
        let ((name, _), _) = SECOND_NAMES[at];
        add(&mut ends, name, Ends::SECOND_NAME);
        at += 1;
    }
    at = 0;
    while at < EPITHETS.len() {
        let mut names = EPITHETS[at].0;
        while let [name, rest @ ..] = names {
            add(&mut ends, name, Ends::EPITHET);
            names = rest;
        }
        at += 1;
    }
    ends
};

/// Adds the last word of `name`.
const fn add(ends: &mut WordTable<Ends, 512, 256>, name: &str, list: Ends) {
    let name = name.as_bytes();
    let mut from = name.len();
    while from > 0 && name[from - 1] != b' ' {
        from -= 1;
    }
    let known = ends.entry(key_between(name, from, name.len()));
    *known = known.union(list);
}

/// The lists that have names whose last word is this folded one.
#[inline]
pub(in crate::notes::people) fn ends(word: &str) -> Ends {
    ENDS.get(key(word.as_bytes()))
}
