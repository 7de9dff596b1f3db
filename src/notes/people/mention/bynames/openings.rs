//! What is said of whom a line is about further on in it: `**Sand** - a lawyer. "Mad Jack" (so his men)`, `Sand cut the dole
//! (nicknamed Bread Chancellor)`.

mod announced;
mod fronts;
mod quoted;

use std::ops::Range;

use super::cues::CALLS;
use super::{After, Taken};
use crate::notes::facts::Person;
use crate::notes::people::join::NO_LIST;
use crate::notes::people::mention::Note;
use crate::notes::people::spot::Gender;
use crate::notes::word_key::{Words, words};

/// Tokens of a line among which a byname is looked for.
const REACH: usize = 64;

/// Names before a byname that are looked at.
const MOST: usize = 8;

/// Words that announce a byname wherever they stand; before "him" and "her" somebody has to call them so, and before "his" and
/// "her" a name and "to" have to stand.
const CUES: Words = words!("nickname nicknamed dubbed known hence him his her");

/// A bit for each letter and mark that a byname may be announced by begins with, and for no letter.
const LETTERS: u32 = 1
    | 1 << (b'n' & 31)
    | 1 << (b'd' & 31)
    | 1 << (b'h' & 31)
    | 1 << (b'k' & 31)
    | 1 << (b'"' & 31)
    | 1 << (b'\'' & 31);

/// Adds the bynames of whom lines are about; gives who is named in one alone.
pub(in super::super) fn add(note: &Note<'_>, people: &mut [Person]) -> Taken {
    let mut taken = Taken::default();
    let mut at = 0;
    while let Some(first) = note.spots.get(at) {
        let own = note.spots[at..].iter();
        let end = at + own.take_while(|spot| spot.block == first.block).count();
        let line = Line {
            note,
            spots: at..end,
            end: usize::MAX,
        };
        let mut found = |person: u32, tokens: Range<usize>| {
            taken.call(note, people, person, first.block, tokens);
        };
        if let Some((person, tokens)) = line.byname() {
            let next = line.after().listed(tokens.end);
            found(person, tokens);
            if let Some(next) = next {
                found(person, next);
            }
        }
        if let Some((person, tokens)) = line.opening().or_else(|| line.quoted_opening()) {
            found(person, tokens);
        }
        for (person, tokens) in line.fronts() {
            found(person, tokens);
        }
        for line in line.later() {
            if let Some((person, tokens)) = line.byname() {
                found(person, tokens);
            }
        }
        at = end;
    }
    taken
}

/// A line and the names in it.
struct Line<'n> {
    note: &'n Note<'n>,
    /// Never empty.
    spots: Range<usize>,
    /// The token past its last, if it is but a sentence of its block.
    end: usize,
}

impl Line<'_> {
    /// The first byname after the first name, and whose it is.
    fn byname(&self) -> Option<(u32, Range<usize>)> {
        let first = &self.note.spots[self.spots.start];
        let block = &self.note.document.blocks[first.block];
        let keys = self.note.keys.of_block(first.block);
        // A quick no for most.
        let quotes = block.signs.any(b"\"'") || block.signs.any_wide();
        if !quotes && !block.signs.any(b"(") {
            return None;
        }
        let from = first.tokens.end + 1;
        let near = keys.get(from..keys.len().min(from + REACH).min(self.end))?;
        let label = quotes && (self.end < usize::MAX || block.tokens[0].start == first.start());
        let found = (from..).zip(near).find_map(|(at, key)| {
            if LETTERS >> (*key as u32 & 31) & 1 == 0 {
                return None;
            }
            if !CUES.contains(*key) {
                let quote = quotes && (*key == 0 || words!("\" '").contains(*key));
                let found = if quote { self.quoted(at, label) } else { None }?;
                return Some((self.only(at)?, found, at));
            }
            self.announced(at, label)
        });
        let (person, own, pronoun) = found?;
        let after = self.after();
        let is_other = match self.note.people.clusters[person as usize].gender {
            Gender::He => after.any(pronoun, words!("her she")),
            Gender::She => after.any(pronoun, words!("him his he")),
            Gender::Unknown => false,
        };
        (!is_other).then_some((person, own))
    }

    /// The sentences of the block after its first, lines of a list without bullets among them, that open with a name.
    fn later(&self) -> impl Iterator<Item = Self> {
        let first = &self.note.spots[self.spots.start];
        let block = &self.note.document.blocks[first.block];
        let quotes = block.signs.any(b"\"'") || block.signs.any_wide();
        let sentences = if quotes { &block.sentences[..] } else { &[] };
        sentences.iter().skip(1).filter_map(|sentence| {
            let spots = &self.note.spots[self.spots.clone()];
            let from = spots.partition_point(|spot| spot.tokens.end <= sentence.start);
            let to = spots.partition_point(|spot| spot.tokens.start < sentence.end);
            let opens = spots.get(from)?.start() == block.tokens[sentence.start].start;
            opens.then(|| Self {
                note: self.note,
                spots: self.spots.start + from..self.spots.start + to,
                end: sentence.end,
            })
        })
    }

    fn after(&self) -> After<'_> {
        After::of(self.note, self.note.spots[self.spots.start].block)
    }

    /// The one person whom the line names before token `at`, but for who calls somebody so: `Sand calls her "butcher of Ham"`.
    fn only(&self, at: usize) -> Option<u32> {
        let after = self.after();
        let calls = after.any(at, words!("him her")) && after.any(at - 1, CALLS);
        let caller = if calls { at - 1 } else { usize::MAX };
        let before = self.spots.clone().take(MOST);
        let mut before = before
            .filter(|spot| self.note.spots[*spot].tokens.end <= at)
            .filter(|spot| self.note.spots[*spot].tokens.end != caller)
            .map(|spot| self.note.people.owners[spot])
            .filter(|owner| *owner != NO_LIST);
        let first = before.next()?;
        before.all(|owner| owner == first).then_some(first)
    }
}
