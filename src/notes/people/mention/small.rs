//! Names written small: "anti castro", "castros army".

use super::{Note, Place, call};
use crate::notes::facts::{Basis, Person};
use crate::notes::lex::Kind;
use crate::notes::markdown::{Mark, MarkKind};
use crate::notes::people::lexicon::Is;
use crate::notes::people::run::{is_prose, without_possessive};

/// No person has this word for a name.
const NOBODY: u32 = u32::MAX;

/// The shortest name that is looked for.
const SHORTEST: usize = 4;

/// The first four bytes of the key of a word with fewer letters are a smaller number: the last of them is a blank.
const SHORT: u32 = 0x2100_0000;

/// What has no key begins with no letter: a bit of no name.
const NO_KEY: [u64; 16] = {
    let mut bits = [0; 16];
    bits[0] = 1;
    bits
};

/// Marks that may hold one word, at most.
const NEAR: usize = 16;

/// Whether what a mark holds is no text.
fn hides(mark: &Mark, text: &str) -> bool {
    match mark.kind {
        MarkKind::Tag(_) | MarkKind::Address => true,
        MarkKind::Code => !is_prose(&text[mark.range.start as usize..mark.range.end as usize]),
        _ => false,
    }
}

/// Adds the places of names that are written small.
pub(super) fn add(note: &Note<'_>, people: &mut [Person], places: &mut Vec<Place>) {
    let names = Small::of(note);
    if names.is_empty {
        return;
    }
    // All blocks in one: which one it is matters where a name may stand.
    let mut index = 0;
    let mut range = 0..0;
    for (at, key) in note.keys.all().iter().enumerate() {
        if !names.may_have(*key) {
            continue;
        }
        while at >= range.end {
            range = note.keys.range(index);
            index += 1;
        }
        let block = index - 1;
        if note.is_read[block]
            && let Some(place) = names.place(note, block, at - range.start)
        {
            let (from, to) = place.bytes;
            let text = &note.document.blocks[block].text.visible;
            call::add_unless_alike(&mut people[place.person], &text[from as usize..to as usize]);
            places.push(place);
        }
    }
}

/// The single words that mean a person of the note, however they are written.
struct Small {
    /// People by the number of the word.
    people: Vec<u32>,
    /// Bit `n` of letter `l`: some name that begins with `l` has `n` letters.
    lengths: [u32; 32],
    /// A bit for each letter that some name begins with, and for no letter.
    firsts: u32,
    /// A bit for each [pair] of letters that some name begins with.
    begins: [u64; 16],
    is_empty: bool,
}

impl Small {
    fn of(note: &Note<'_>) -> Self {
        let mut small = Self {
            people: vec![NOBODY; note.names.len()],
            lengths: [0; 32],
            firsts: 1,
            begins: NO_KEY,
            is_empty: true,
        };
        for person in 0..note.people.clusters.len() {
            for spot in note.people.spellings.of(person) {
                let spot = &note.spots[spot];
                if !spot.tail.is_none() {
                    continue;
                }
                let word = note.names.last(spot.key);
                let is = note.names.known(word).is;
                let text = note.names.text(word).as_bytes();
                let first = text.first().copied().unwrap_or_default();
                if text.len() < SHORTEST
                    || is.intersects(Is::OTHER | Is::ACT | Is::FATE | Is::BELONGING)
                    || !first.is_ascii_lowercase()
                    || small.people[word.index()] != NOBODY
                {
                    continue;
                }
                small.people[word.index()] = person as u32;
                small.is_empty = false;
                let letter = usize::from(first & 31);
                let pair = pair(u16::from_le_bytes([first, text[1]]));
                small.firsts |= 1 << letter;
                small.begins[pair / 64] |= 1 << (pair % 64);
                for length in text.len()..=text.len() + 3 {
                    small.lengths[letter] |= 1 << length.min(31);
                }
            }
        }
        small
    }

    /// Whether a word with this key may be one of them.
    #[inline]
    fn may_have(&self, key: u128) -> bool {
        // Most are too short, and most others begin with other letters. What has no key may begin with any.
        if matches!(key as u32, 1..SHORT) || self.firsts >> (key as u32 & 31) & 1 == 0 {
            return false;
        }
        let pair = pair(key as u16);
        self.begins[pair / 64] >> (pair % 64) & 1 != 0
    }

    /// Token `at` of block `index` as the place of a person, if it is one.
    fn place(&self, note: &Note<'_>, index: usize, at: usize) -> Option<Place> {
        let block = &note.document.blocks[index];
        let text = &block.text.visible;
        let token = &block.tokens[at];
        let length = token.end - token.start;
        if length < SHORTEST as u32 || token.capital || token.kind != Kind::Word {
            return None;
        }
        let first = text.as_bytes()[token.start as usize];
        if self.lengths[usize::from(first & 31)] >> length.min(31) & 1 == 0 {
            return None;
        }
        let word = without_possessive(token.of(text)).0;
        let person = self
            .person(note, word)
            .or_else(|| self.person(note, word.strip_suffix('s')?))?;
        let before = block
            .marks
            .partition_point(|mark| mark.range.start <= token.start);
        let near = block.marks[..before].iter().rev().take(NEAR);
        let is_masked = near
            .filter(|mark| token.end <= mark.range.end)
            .any(|mark| hides(mark, text));
        (!is_masked).then_some(Place {
            block: index,
            token: at,
            bytes: (token.start, token.start + word.len() as u32),
            statement: None,
            person,
            from: Basis::Stated,
        })
    }

    fn person(&self, note: &Note<'_>, word: &str) -> Option<usize> {
        let word = note.names.find(word)?;
        let person = *self.people.get(word.index())?;
        (person != NOBODY).then_some(person as usize)
    }
}

/// A number for the first two letters of a word, the first lowest.
#[inline]
fn pair(letters: u16) -> usize {
    usize::from(letters & 31 | letters >> 3 & (31 << 5))
}
