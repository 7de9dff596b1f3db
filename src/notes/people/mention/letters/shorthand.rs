//! Letters that a note uses for people throughout: a key says so (`L = Lenin`, `Wolfe (W)`), or they stand together where people
//! do (`M + E`, `M + Engels`).

use super::{Letters, NEAR, Note, Single, letter_of};
use crate::notes::lex::{Kind, Token};
use crate::notes::people::join::NO_LIST;
use crate::notes::word_key::{Words, key, words};

/// Letters that a key explains at once, at most: `M + E = Marx & Engels`.
const MOST: usize = 4;

/// Letters of a name that is written small, at least.
const SHORTEST: usize = 4;

/// What stands between people who do something together, or against each other.
const JOINERS: Words = words!("+ & and v vs");

/// Words that begin a sentence before its subject.
const OPENERS: Words =
    words!("after and as because before but if later now once since so then until when while");

/// What a letter tells apart: type B, plan W.
const KINDS: Words = words!(
    "appendix block case chapter class company figure grade group hepatitis letter level model option paper part plan point \
     question section sector set source step type unit vitamin zone"
);

/// Makes sure of the letters that are somebody's throughout.
pub(super) fn find(note: &Note<'_>, singles: &[Single], letters: &mut Letters) {
    for single in singles {
        let line = Line::of(note, single);
        line.explained(letters);
        line.together(letters);
    }
}

/// Whether a letter that is sure may mean its person at token `at`: not "J. Smith", "K Street", "M-13", "type B".
pub(super) fn is_free(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    let led = match before {
        None => true,
        Some(before) => match before.kind {
            Kind::Word => {
                let word = before.of(text);
                let opens = || OPENERS.contains(key(word.as_bytes()));
                (!before.capital || opens()) && !is_kind(word)
            }
            Kind::Punct => {
                let mark = before.of(text);
                !matches!(mark, "-" | "'" | "’" | "$" | "£") && (mark != "." || tokens[at].spaced)
            }
            Kind::Arrow => true,
            Kind::Number => tokens[at].spaced,
        },
    };
    let Some(next) = tokens.get(at + 1) else {
        return led;
    };
    led && match next.kind {
        Kind::Word => next.spaced && !next.capital,
        Kind::Number => false,
        Kind::Arrow => true,
        Kind::Punct => match next.of(text) {
            "." => tokens.len() == at + 2,
            "-" => next.spaced,
            mark => !matches!(mark, "'" | "’" | "%" | "°"),
        },
    }
}

/// Whether letters tell apart what a word means, or its plural.
fn is_kind(word: &str) -> bool {
    let is_kind = |word: &str| KINDS.contains(key(word.as_bytes()));
    is_kind(word) || word.strip_suffix('s').is_some_and(is_kind)
}

/// The block of a letter.
struct Line<'n> {
    note: &'n Note<'n>,
    block: usize,
    at: usize,
    text: &'n str,
    tokens: &'n [Token],
}

impl<'n> Line<'n> {
    fn of(note: &'n Note<'n>, single: &Single) -> Self {
        let block = &note.document.blocks[single.block];
        Self {
            note,
            block: single.block,
            at: single.at,
            text: &block.text.visible,
            tokens: &block.tokens,
        }
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// The number of the capital that stands alone at `at`.
    fn letter(&self, at: usize) -> Option<usize> {
        match *self.word(at).as_bytes() {
            [letter @ b'A'..=b'Z'] => Some(usize::from(letter - b'A')),
            _ => None,
        }
    }

    /// Whether two people may be joined at `at`.
    fn joins(&self, at: usize) -> bool {
        JOINERS.contains(key(self.word(at).as_bytes()))
    }

    /// The spot that begins at token `at`.
    fn spot_at(&self, at: usize) -> Option<usize> {
        let spots = self.note.spots;
        let spot = spots.partition_point(|spot| (spot.block, spot.tokens.start) < (self.block, at));
        let is_here = |spot: &crate::notes::people::spot::Spot| {
            spot.block == self.block && spot.tokens.start == at
        };
        (spots.get(spot).is_some_and(is_here) && self.note.people.owners[spot] != NO_LIST)
            .then_some(spot)
    }

    /// Whether a name of a spot begins with a letter.
    fn begins(&self, spot: usize, letter: usize) -> bool {
        let (names, key) = (self.note.names, self.note.spots[spot].key);
        [names.first(key), names.last(key)]
            .into_iter()
            .any(|name| usize::from(letter_of(self.note, name)) == letter)
    }

    /// `L = Lenin`, `W/Wolf = Wolfe`, `M + E = Marx & Engels`, `Lenin (L)`.
    fn explained(&self, letters: &mut Letters) {
        let Some(own) = self.letter(self.at) else {
            return;
        };
        if self.word(self.at + 1) == ")" {
            self.bracketed(own, letters);
            return;
        }
        let mut end = self.at + 1;
        let mut all = [own; MOST];
        let mut n_all = 1;
        while n_all < MOST && (self.joins(end) || self.word(end) == "/") {
            let Some(letter) = self.letter(end + 1) else {
                break;
            };
            all[n_all] = letter;
            n_all += 1;
            end += 2;
        }
        if n_all == 1 && self.word(end) == "/" {
            end += 2;
        }
        if self.word(end) != "=" {
            return;
        }
        let mut at = end + 1;
        for letter in &all[..n_all] {
            let spot = self
                .spot_at(at)
                .filter(|spot| self.begins(*spot, *letter))
                .map(|spot| {
                    let end = self.note.spots[spot].tokens.end;
                    (self.note.people.owners[spot], end)
                });
            let Some((person, end)) = spot.or_else(|| Some((self.small_at(at, *letter)?, at + 1)))
            else {
                return;
            };
            letters.make_sure(*letter, person);
            at = end + 1;
        }
    }

    /// Whom a name in small letters at `at` means, which begins with a letter: `L = lenin`.
    fn small_at(&self, at: usize, letter: usize) -> Option<u32> {
        let word = self.word(at);
        let first = word.bytes().next()?.wrapping_sub(b'a');
        if word.len() < SHORTEST || usize::from(first) != letter {
            return None;
        }
        let name = self.note.names.find(word)?;
        let people = (0..).zip(&self.note.people.clusters).take(NEAR);
        let mut called = people
            .filter(|(_, person)| self.note.names.last(person.key) == name && person.n_spots > 1);
        let (person, _) = called.next()?;
        called.next().is_none().then_some(person)
    }

    /// `Lenin (L)`
    fn bracketed(&self, own: usize, letters: &mut Letters) {
        let Some(end) = self.at.checked_sub(1) else {
            return;
        };
        if self.word(end) != "(" {
            return;
        }
        let spots = self.note.spots;
        let past =
            spots.partition_point(|spot| (spot.block, spot.tokens.start) < (self.block, end));
        let Some(spot) = past.checked_sub(1) else {
            return;
        };
        let (before, owner) = (&spots[spot], self.note.people.owners[spot]);
        let is_name = before.block == self.block && before.tokens.end == end && owner != NO_LIST;
        if is_name && self.begins(spot, own) {
            letters.make_sure(own, owner);
        }
    }

    /// `M + E`, `M + Engels`: letters of people whom the note is full of, side by side.
    fn together(&self, letters: &mut Letters) {
        let Some(own) = self.letter(self.at).filter(|own| letters.is_clear(*own)) else {
            return;
        };
        let next = self.at + 2;
        if !self.joins(self.at + 1) || !is_free(self.text, self.tokens, self.at) {
            return;
        }
        // "Points B and C"
        let before = self.at.checked_sub(1).map(|at| &self.tokens[at]);
        if before
            .is_some_and(|before| before.kind == Kind::Word && before.of(self.text).ends_with('s'))
        {
            return;
        }
        let other = match self.letter(next) {
            Some(other) => letters.is_clear(other) && other != own,
            None => self.spot_at(next).is_some(),
        };
        if other {
            letters.make_sure(own, letters.people[own]);
            if let Some(other) = self.letter(next) {
                letters.make_sure(other, letters.people[other]);
            }
        }
    }
}
