//! What may follow each first word of a cue, as keys: to be compared with a sentence word by word.

use super::Shape;
use super::first_words::FIRST_WORDS;
use crate::notes::word_key::{bit, keys, next_key};

/// Stands in a tail for one optional adjective or adverb.
pub(super) const FREE: u128 = keys::<1>("?")[0];

/// Words of the longest tail.
const LONGEST: usize = 4;

/// What may follow a first word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail {
    words: [u128; LONGEST],
    n_words: u8,
    pub(super) shape: Shape,
}

impl Tail {
    /// The keys of its words.
    #[inline]
    pub(super) fn words(&self) -> &[u128] {
        &self.words[..usize::from(self.n_words)]
    }

    /// Whether it may begin with the word with this key.
    #[inline]
    pub(super) fn may_begin(&self, next: u128) -> bool {
        self.words[0] == next || self.n_words == 0 || self.words[0] == FREE
    }
}

/// The tails of one row of [`FIRST_WORDS`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    start: u8,
    end: u8,
    /// The [`bit`] of each word that can tell a tail; all bits where the first word is a cue by itself.
    bits: u64,
}

impl Row {
    /// Longest first, as they stand in [`FIRST_WORDS`].
    #[inline]
    pub(super) fn tails(&self) -> &'static [Tail] {
        &TAILS[usize::from(self.start)..usize::from(self.end)]
    }

    /// Whether a tail may stand at the front of `keys`: a look at two words, which turns most away.
    #[inline]
    pub(super) fn may_go_on(&self, keys: &[u128]) -> bool {
        self.bits == u64::MAX || keys.iter().take(2).any(|&key| self.bits & bit(key) != 0)
    }
}

const N_TAILS: usize = {
    let (mut n_tails, mut row) = (0, 0);
    while row < FIRST_WORDS.len() {
        n_tails += FIRST_WORDS[row].1.len();
        row += 1;
    }
    n_tails
};

static TAILS: [Tail; N_TAILS] = {
    let nothing = Tail {
        words: [0; LONGEST],
        n_words: 0,
        shape: Shape::Arrow,
    };
    let mut tails = [nothing; N_TAILS];
    let (mut n_tails, mut row) = (0, 0);
    while row < FIRST_WORDS.len() {
        let of_row = FIRST_WORDS[row].1;
        let mut place = 0;
        while place < of_row.len() {
            tails[n_tails] = tail(of_row[place].0, of_row[place].1);
            n_tails += 1;
            place += 1;
        }
        row += 1;
    }
    tails
};

const fn tail(words: &str, shape: Shape) -> Tail {
    let mut tail = Tail {
        words: [0; LONGEST],
        n_words: 0,
        shape,
    };
    let mut at = 0;
    while let Some((key, next)) = next_key(words, at) {
        tail.words[tail.n_words as usize] = key;
        tail.n_words += 1;
        at = next;
    }
    tail
}

/// What may follow the first words of each row of [`FIRST_WORDS`].
pub(super) static ROWS: [Row; FIRST_WORDS.len()] = {
    let nothing = Row {
        start: 0,
        end: 0,
        bits: 0,
    };
    let mut rows = [nothing; FIRST_WORDS.len()];
    let (mut n_tails, mut row) = (0, 0);
    while row < rows.len() {
        let start = n_tails;
        n_tails += FIRST_WORDS[row].1.len();
        rows[row] = Row {
            start: start as u8,
            end: n_tails as u8,
            bits: bits_of(FIRST_WORDS[row].1),
        };
        row += 1;
    }
    assert!(n_tails <= u8::MAX as usize, "a row knows its tails");
    rows
};

/// The bits of the words that tell whether one of `tails` follows.
const fn bits_of(tails: &[(&str, Shape)]) -> u64 {
    let (mut bits, mut place) = (0, 0);
    while place < tails.len() {
        let tail = tail(tails[place].0, tails[place].1);
        bits |= match tail.n_words {
            0 => u64::MAX,
            _ if tail.words[0] == FREE => bit(tail.words[1]),
            _ => bit(tail.words[0]),
        };
        place += 1;
    }
    bits
}
