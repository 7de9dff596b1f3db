//! What history calls people besides their names, and no note explains: the Sun King, where a note has Louis XIV.

use smallvec::SmallVec;

use super::bynames::Taken;
use super::{Note, Place, call};
use crate::notes::facts::{Basis, Person};
use crate::notes::lex::Token;
use crate::notes::markdown::Block;
use crate::notes::people::join::NO_LIST;
use crate::notes::people::names as known_names;
use crate::notes::people::spot::Spot;
use crate::notes::word_key::{self, LONGEST};

/// Epithets of the people of a note that are looked for, at most.
const MOST: usize = 512;

/// Adds the epithets that stand in the note, and their places; `taken` gets who is named in one alone.
pub(super) fn add(
    note: &Note<'_>,
    people: &mut [Person],
    places: &mut Vec<Place>,
    taken: &mut Taken,
) {
    let epithets = epithets(note);
    if epithets.is_empty() {
        return;
    }
    let mut bits = Bits::default();
    for epithet in &epithets {
        bits.add(epithet.last);
    }
    for (index, block) in note.document.blocks.iter().enumerate() {
        if !note.is_read[index] {
            continue;
        }
        for (at, key) in note.keys.of_block(index).iter().enumerate() {
            if !bits.has(*key) {
                continue;
            }
            let mut ending = epithets.iter().filter(|epithet| epithet.last == *key);
            if let Some((epithet, first)) =
                ending.find_map(|epithet| Some((epithet, epithet.start(block, at)?)))
            {
                let found = Found {
                    index,
                    block,
                    first,
                    last: at,
                };
                found.add(note, people, places, taken, epithet.person);
            }
        }
    }
}

/// What a person of the note may be called.
#[derive(Debug, Clone, Copy)]
struct Epithet {
    person: u32,
    folded: &'static str,
    /// The key of its last word.
    last: u128,
}

impl Epithet {
    /// The token that it begins with, if it ends at token `at`: in any letters where it has several words, else with a capital.
    fn start(&self, block: &Block, at: usize) -> Option<usize> {
        let text = &block.text.visible;
        let end = block.tokens[at].end as usize;
        let start = end.checked_sub(self.folded.len())?;
        let own = text.get(start..end)?;
        let is_said = own.eq_ignore_ascii_case(self.folded)
            && (self.folded.contains(' ') || own.as_bytes()[0].is_ascii_uppercase());
        let first = block.tokens[..=at]
            .iter()
            .rposition(|token| token.start as usize <= start)?;
        // "He was a bad king" is about no king in particular.
        let before = first.checked_sub(1).map(|at| block.tokens[at].of(text));
        let is_meant = is_said && !before.is_some_and(|word| matches!(word, "a" | "an"));
        (is_meant && block.tokens[first].start as usize == start).then_some(first)
    }
}

/// The epithets of all people of the note, but those that several of them have.
fn epithets(note: &Note<'_>) -> Vec<Epithet> {
    let mut all: Vec<Epithet> = Vec::new();
    for (person, famous) in &note.people.famous {
        for folded in known_names::epithets(*famous) {
            let last = folded.rsplit(' ').next().unwrap_or(folded);
            if last.len() <= LONGEST && all.len() < MOST {
                all.push(Epithet {
                    person: *person,
                    folded,
                    last: word_key::key(last.as_bytes()),
                });
            }
        }
    }
    all.sort_by_key(|epithet| epithet.folded);
    let is_shared = |at: usize| {
        let same = |other: Option<&Epithet>| {
            other.is_some_and(|other| {
                other.folded == all[at].folded && other.person != all[at].person
            })
        };
        same(all.get(at + 1)) || at > 0 && same(all.get(at - 1))
    };
    let own = (0..all.len()).filter(|at| !is_shared(*at));
    own.map(|at| all[at]).collect()
}

/// A few bits of keys, which most words of a note are told by to be none of them.
#[derive(Debug, Default)]
struct Bits([u64; 16]);

impl Bits {
    fn place(key: u128) -> (usize, u64) {
        let mixed = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((mixed >> 60) as usize, 1 << (mixed >> 54 & 63))
    }

    fn add(&mut self, key: u128) {
        let (place, bit) = Self::place(key);
        self.0[place] |= bit;
    }

    #[inline]
    fn has(&self, key: u128) -> bool {
        let (place, bit) = Self::place(key);
        self.0[place] & bit != 0
    }
}

/// An epithet in the text: the first and the last token of a block.
struct Found<'n> {
    index: usize,
    block: &'n Block,
    first: usize,
    last: usize,
}

impl Found<'_> {
    /// Adds it to what `person` is called, and its place.
    fn add(
        &self,
        note: &Note<'_>,
        people: &mut [Person],
        places: &mut Vec<Place>,
        taken: &mut Taken,
        person: u32,
    ) {
        let [from, to] = [self.first, self.last].map(|at| &self.block.tokens[at]);
        let (from, to) = (self.with_article(from).start, to.end);
        let spots = self.spots_in(note, from, to);
        // "Queen of Scots" in "Mary, Queen of Scots", and a word that is in somebody's name.
        let is_one = self.first == self.last;
        let is_part = |at: &usize| {
            let spot = &note.spots[*at];
            let within = spot.start() < from && to <= spot.bytes.end;
            is_one || note.people.owners[*at] == person && within
        };
        if spots.iter().any(is_part) {
            return;
        }
        let epithet = &self.block.text.visible[from as usize..to as usize];
        let called = &mut people[person as usize];
        // "the Incorruptible" is an alias already.
        if !called.aliases.iter().any(|alias| alias.ends_with(epithet)) {
            call::add_alias(called, epithet);
        }
        taken.add(note, self.index, from..to, person);
        // "Bloody Mary" is found by her name already.
        if spots.is_empty() {
            places.push(Place {
                block: self.index,
                token: self.first,
                bytes: (from, to),
                statement: None,
                person: person as usize,
                from: Basis::Stated,
            });
        }
    }

    /// The spots that name somebody between these bytes of the block.
    fn spots_in(&self, note: &Note<'_>, from: u32, to: u32) -> SmallVec<[usize; 4]> {
        let before = |spot: &Spot| (spot.block, spot.start()) < (self.index, from);
        let first = note.spots.partition_point(before).saturating_sub(1);
        let all = note.spots.iter().enumerate().skip(first);
        all.take_while(|(_, spot)| (spot.block, spot.start()) < (self.index, to))
            .filter(|(at, spot)| {
                let named = note.people.owners[*at] != NO_LIST;
                named && spot.block == self.index && from < spot.bytes.end
            })
            .map(|(at, _)| at)
            .collect()
    }

    /// The foreign article before an epithet, which is part of it: Il Duce; else its first token.
    fn with_article<'t>(&'t self, first: &'t Token) -> &'t Token {
        let before = self.first.checked_sub(1).map(|at| &self.block.tokens[at]);
        before
            .filter(|token| {
                let word = token.of(&self.block.text.visible);
                first.start == token.end + 1 && matches!(word, "Il" | "El" | "La" | "Le" | "Der")
            })
            .unwrap_or(first)
    }
}
