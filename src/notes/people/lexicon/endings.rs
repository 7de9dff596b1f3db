//! How words end: as surnames do, or as common words do.

use super::next_word;
use crate::notes::word_key::WordTable;

/// The longest ending in the lists.
const LONGEST: usize = 7;

const SURNAME: u8 = 1;
const COMMON: u8 = 2;

/// Endings as numbers, and whose they are.
static ENDINGS: WordTable<u8, 1024, 512> = {
    let mut endings = WordTable::empty(0);
    add(
        &mut endings,
        include_str!("../lists/surname_endings.txt"),
        SURNAME,
    );
    add(
        &mut endings,
        include_str!("../lists/common_endings.txt"),
        COMMON,
    );
    endings
};

/// Adds whose endings those of a list are.
const fn add(endings: &mut WordTable<u8, 1024, 512>, list: &'static str, whose: u8) {
    let mut at = 0;
    while let Some((ending, next)) = next_word(list, at) {
        let letters = ending.as_bytes();
        let (mut number, mut left) = (0, letters.len());
        while left > 0 {
            left -= 1;
            number = number << 8 | letters[left] as u128;
        }
        endings.put_key(number, endings.get(number) | whose);
        at = next;
    }
}

/// Whether `folded` ends as surnames do, and whether it ends as common words do.
pub(in crate::notes::people) fn look_up(folded: &str) -> (bool, bool) {
    let bytes = folded.as_bytes();
    if bytes.len() < 5 {
        return (false, false);
    }
    let (mut surname, mut common) = (
        ["o'", "mc", "fitz"]
            .iter()
            .any(|beginning| folded.starts_with(beginning)),
        false,
    );
    let mut number = 0;
    for (length, letter) in (1..).zip(bytes.iter().rev().take(LONGEST)) {
        number = number << 8 | u128::from(*letter);
        if length < 2 {
            continue;
        }
        // The numbers of the table have their first letter lowest, as this one has.
        let whose = ENDINGS.get(number);
        surname |= whose & SURNAME != 0 && bytes.len() > length + 1;
        common |= whose & COMMON != 0 && bytes.len() > length + 2 && bytes.len() >= 6;
    }
    (surname, common)
}
