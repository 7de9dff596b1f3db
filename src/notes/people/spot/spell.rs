//! The letters of a name: its words put together, folded, and its numeral or epithet apart.

use super::Spot;
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::run::{Piece, Runs, Shape, roman};

/// How a name is spelt, apart from its letters.
pub(super) struct Spelling {
    pub(super) words: usize,
    pub(super) first: Is,
    pub(super) last: Is,
    pub(super) shouted: bool,
}

impl Spelling {
    /// Makes the place of a peer the name: Wellington. `false` where there is none.
    pub(super) fn take_place(&mut self, key: &mut String, tail: &mut String) -> bool {
        let Some(place) = tail.strip_prefix("of ") else {
            return false;
        };
        key.push_str(place);
        tail.clear();
        self.words = 1;
        self.last = Is::KNOWN;
        true
    }
}

/// Puts the name that `pieces` make up into `key` and `tail`; `None` where it is one letter, or two with a hyphen (A-H).
pub(super) fn spell(
    runs: &Runs<'_>,
    pieces: &[Piece],
    key: &mut String,
    tail: &mut String,
) -> Option<Spelling> {
    key.clear();
    tail.clear();
    let mut words = 0;
    let mut first = None;
    let mut last = Is::empty();
    let mut shouted = true;
    let append = |text: &mut String, word: &str| {
        if !text.is_empty() {
            text.push(' ');
        }
        lexicon::fold(word, text);
    };
    for piece in pieces {
        let mut raw = runs.raw(piece);
        if raw.ends_with('.') {
            raw = raw.trim_end_matches('.');
        }
        if shouted && words == 1 && matches!(raw, "Jr" | "Sr") {
            // MLK Jr. is one word: nobody's surname is Jr.
            key.push('-');
            lexicon::fold(raw, key);
            (words, shouted) = (2, false);
            continue;
        }
        shouted &= piece.shouted || piece.shape != Shape::Word;
        if words > 1 && matches!(raw, "Jr" | "Sr") {
            // Martin Luther King Jr. has no other surname than Martin Luther King.
            continue;
        }
        match piece.shape {
            Shape::Word | Shape::Initial | Shape::Nickname => {
                if piece.shape == Shape::Nickname {
                    raw = raw.trim_matches(['"', '“', '”', '\'', '‘', '’', '(', ')']);
                }
                append(key, raw);
                let is_word = piece.shape == Shape::Word;
                words += usize::from(is_word);
                first.get_or_insert(if is_word { piece.is } else { Is::empty() });
                last = piece.is;
            }
            // Henry 8 is Henry VIII.
            Shape::Numeral => append(tail, roman(raw).unwrap_or(raw)),
            Shape::Epithet | Shape::Origin => append(tail, raw),
            Shape::Particle if !key.is_empty() => append(key, raw),
            Shape::Particle | Shape::Byname => {}
        }
    }
    let letters = key.len() != 1 && !(key.len() == 3 && key.as_bytes()[1] == b'-');
    letters.then_some(Spelling {
        words,
        first: first.unwrap_or_default(),
        last,
        shouted,
    })
}

/// The surname of a full name, where it is a common word or a dynasty: Begin, Rice, Sun, Zhou.
pub(super) fn common_surname<'p>(pieces: &'p [Piece], spot: &Spot) -> Option<&'p Piece> {
    let [first, .., last] = pieces else {
        return None;
    };
    let common = Is::OTHER | Is::ACT | Is::FATE;
    if first.is.contains(Is::FAMILY) && last.is.is_empty() {
        return first.is.intersects(common).then_some(first);
    }
    let is_common = last.is.intersects(common) && !last.is.intersects(Is::NAME - Is::SURNAME);
    (is_common && spot.first.intersects(Is::GIVEN) && last.shape == Shape::Word).then_some(last)
}
