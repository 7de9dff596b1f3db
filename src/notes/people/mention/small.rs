//! Names written small: "anti castro", "castros army".

use super::{Note, Place};
use crate::notes::facts::Basis;
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, Mark, MarkKind};
use crate::notes::people::lexicon::Is;
use crate::notes::people::run::{is_prose, without_possessive};

/// No person has this word for a name.
const NOBODY: u32 = u32::MAX;

/// The shortest name that is looked for.
const SHORTEST: usize = 4;

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
pub(super) fn add(note: &Note<'_>, places: &mut Vec<Place>) {
    let names = Small::of(note);
    if names.is_empty {
        return;
    }
    for (index, block) in note.document.blocks.iter().enumerate() {
        if note.is_read[index] {
            names.read(note, index, block, places);
        }
    }
}

/// The single words that mean a person of the note, however they are written.
struct Small {
    /// People by the number of the word.
    people: Vec<u32>,
    /// Bit `n` of letter `l`: some name that begins with `l` has `n` letters.
    lengths: [u32; 32],
    /// Bit `n` of letter `l`: some name begins with `l` and the letter `n`.
    seconds: [u32; 32],
    is_empty: bool,
}

impl Small {
    fn of(note: &Note<'_>) -> Self {
        let mut small = Self {
            people: vec![NOBODY; note.names.len()],
            lengths: [0; 32],
            seconds: [0; 32],
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
                small.seconds[letter] |= 1 << (text[1] & 31);
                for length in text.len()..=text.len() + 3 {
                    small.lengths[letter] |= 1 << length.min(31);
                }
            }
        }
        small
    }

    fn read(&self, note: &Note<'_>, index: usize, block: &Block, places: &mut Vec<Place>) {
        let text = &block.text.visible;
        let bytes = text.as_bytes();
        for (at, token) in block.tokens.iter().enumerate() {
            // Most are too short, and most others begin with other letters.
            let length = token.end - token.start;
            if length < SHORTEST as u32 || token.capital || token.kind != Kind::Word {
                continue;
            }
            let Some([first, second]) = bytes[token.start as usize..].first_chunk() else {
                continue;
            };
            let letter = usize::from(first & 31);
            let fits =
                self.lengths[letter] >> length.min(31) & self.seconds[letter] >> (second & 31) & 1;
            if fits == 0 {
                continue;
            }
            let word = without_possessive(token.of(text)).0;
            let person = self
                .person(note, word)
                .or_else(|| self.person(note, word.strip_suffix('s')?));
            let is_masked = || {
                let before = block
                    .marks
                    .partition_point(|mark| mark.range.start <= token.start);
                let near = block.marks[..before].iter().rev().take(NEAR);
                near.filter(|mark| token.end <= mark.range.end)
                    .any(|mark| hides(mark, text))
            };
            if let Some(person) = person
                && !is_masked()
            {
                places.push(Place {
                    block: index,
                    token: at,
                    bytes: (token.start, token.start + word.len() as u32),
                    statement: None,
                    person,
                    from: Basis::Stated,
                });
            }
        }
    }

    fn person(&self, note: &Note<'_>, word: &str) -> Option<usize> {
        let word = note.names.find(word)?;
        let person = *self.people.get(word.index())?;
        (person != NOBODY).then_some(person as usize)
    }
}
