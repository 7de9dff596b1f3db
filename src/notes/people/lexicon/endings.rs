//! How words end: as surnames do, or as common words do.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The longest ending in the lists.
const LONGEST: usize = 7;

const SURNAME: u8 = 1;
const COMMON: u8 = 2;

/// Endings as numbers, and whose they are.
static ENDINGS: LazyLock<FxHashMap<u64, u8>> = LazyLock::new(|| {
    let mut endings = FxHashMap::default();
    for (list, whose) in [
        (include_str!("../lists/surname_endings.txt"), SURNAME),
        (include_str!("../lists/common_endings.txt"), COMMON),
    ] {
        for ending in super::words_of(list) {
            let letters = ending.bytes().rev();
            let number = letters.fold(0, |number, letter| number << 8 | u64::from(letter));
            *endings.entry(number).or_default() |= whose;
        }
    }
    endings
});

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
        number = number << 8 | u64::from(*letter);
        if length < 2 {
            continue;
        }
        // The numbers of the table have their first letter lowest, as this one has.
        if let Some(whose) = ENDINGS.get(&number) {
            surname |= whose & SURNAME != 0 && bytes.len() > length + 1;
            common |= whose & COMMON != 0 && bytes.len() > length + 2 && bytes.len() >= 6;
        }
    }
    (surname, common)
}
