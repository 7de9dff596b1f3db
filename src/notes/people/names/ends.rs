//! The words of names that everybody knows otherwise: told by one look, before the names themselves are asked for.

use super::also_called::LIST;
use super::nicknames::NICKNAMES;
use crate::notes::word_key::{LONGEST, WordTable, key, key_between};

bitflags::bitflags! {
    /// Which lists have names with a word.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(in crate::notes::people) struct Ends: u8 {
        /// See [`nickname`](super::nickname).
        const NICKNAME = 1;
        /// See [`famous`](super::famous).
        const ALSO_CALLED = 1 << 1;
    }
}

/// Words with what is known of them, and slots for them.
type Table = WordTable<Ends, 32_768, 12_000>;

#[allow(
    long_running_const_eval,
    reason = "the names are many, and read here they cost no start of the program anything"
)]
static ENDS: Table = {
    let mut ends = WordTable::empty(Ends::empty());
    let mut at = 0;
    while at < NICKNAMES.len() {
        let name = NICKNAMES[at].0.as_bytes();
        add(
            &mut ends,
            name,
            last_word(name, name.len()),
            name.len(),
            Ends::NICKNAME,
        );
        at += 1;
    }
    add_list(&mut ends, LIST.as_bytes());
    ends
};

/// Adds the words that the names of the list are told by: the last one, and the one before a numeral, "of" or "the".
const fn add_list(ends: &mut Table, list: &[u8]) {
    // Where the word at hand begins, and the one before it begins and ends.
    let (mut start, mut before) = (0, (0, 0));
    let (mut is_name, mut at) = (list[0] != b'#', 0);
    while at < list.len() {
        let byte = list[at];
        if is_name && matches!(byte, b' ' | b';' | b'\n') && at > start {
            let tail = is_tail(list, start, at);
            if tail && before.1 > before.0 && !is_tail(list, before.0, before.1) {
                add(ends, list, before.0, before.1, Ends::ALSO_CALLED);
            }
            if byte != b' ' {
                add(ends, list, start, at, Ends::ALSO_CALLED);
            }
            before = (start, at);
        }
        if matches!(byte, b' ' | b';' | b'\n') {
            start = at + 1;
        }
        if matches!(byte, b';' | b'\n') {
            before = (0, 0);
        }
        is_name = match byte {
            b'|' => false,
            b'\n' => at + 1 < list.len() && list[at + 1] != b'#',
            _ => is_name,
        };
        at += 1;
    }
}

/// Whether a word opens what stands behind a name: a numeral, "of", "the".
const fn is_tail(list: &[u8], from: usize, to: usize) -> bool {
    let word = list.split_at(to).0.split_at(from).1;
    if matches!(word, b"of" | b"the") {
        return true;
    }
    let mut at = 0;
    while at < word.len() {
        if !matches!(word[at], b'i' | b'v' | b'x') {
            return false;
        }
        at += 1;
    }
    true
}

/// Where the last word of a text that ends at `end` begins.
const fn last_word(text: &[u8], end: usize) -> usize {
    let mut from = end;
    while from > 0 && text[from - 1] != b' ' {
        from -= 1;
    }
    from
}

/// Adds a word of a text; a longer one than has a key is left out.
const fn add(ends: &mut Table, text: &[u8], from: usize, to: usize, list: Ends) {
    if to - from <= LONGEST {
        let known = ends.entry(key_between(text, from, to));
        *known = known.union(list);
    }
}

/// The lists that have names whose last word, before any numeral, is this folded one.
#[inline]
pub(in crate::notes::people) fn ends(word: &str) -> Ends {
    ENDS.get(key(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_by_the_word_before_what_stands_behind_it() {
        for word in [
            "koba",
            "napoleon",
            "frederick",
            "wellington",
            "emmanuel",
            "joan",
            "arc",
        ] {
            assert!(ends(word).contains(Ends::ALSO_CALLED), "{word}");
        }
        assert!(ends("koba").contains(Ends::NICKNAME));
        for word in ["the", "of", "helmsman", "blockade"] {
            assert_eq!(ends(word), Ends::empty(), "{word}");
        }
    }
}
