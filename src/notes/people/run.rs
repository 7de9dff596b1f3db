//! A run of capitalised words, with the particles, initials, numerals and epithets that hold a name together.

mod follow;
mod glued;
mod marks;
mod piece;
mod tokens;
mod words;
mod wrapped;

pub(super) use piece::{Piece, Shape};
pub(super) use tokens::{Tokens, is_prose};
pub(super) use words::{is_article, roman, without_possessive};

use super::lexicon::{Cue, Is, Word};
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, Document};
use crate::notes::word_key::words;

/// Pieces of a run, at most: no name is so long, and a text all in capitals is not to be weighed as one.
const LONGEST: usize = 64;

/// Finds the runs of one block after the other.
pub(super) struct Runs<'d> {
    /// The block that is read.
    pub(super) tokens: Tokens<'d>,
    /// The current run.
    pub(super) pieces: Vec<Piece>,
    at: usize,
    /// No name goes on after what was read last.
    is_over: bool,
    /// A place before a verb may be who is of it: Norfolk, of the Duke of Norfolk.
    pub(super) lets_places: bool,
    /// Surnames of people named before that are common words too: Menachem Begin.
    pub(super) surnames: Vec<&'d str>,
    line_starts: &'d [u32],
}

impl<'d> Runs<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        Self {
            tokens: Tokens::default(),
            pieces: Vec::with_capacity(16),
            at: 0,
            is_over: false,
            lets_places: false,
            surnames: Vec::new(),
            line_starts: &document.line_starts,
        }
    }

    /// Goes on with `block`, whose tokens have these keys, from its first word.
    #[inline]
    pub(super) fn open(&mut self, block: &'d Block, keys: &'d [u128]) {
        self.tokens.open(block, keys);
        self.at = 0;
    }

    /// `piece` as it stands in the text.
    pub(super) fn raw(&self, piece: &Piece) -> &'d str {
        self.tokens.text(piece.bytes.0, piece.bytes.1)
    }

    /// Whether a common word is the surname of somebody who was named before.
    pub(super) fn is_surname_here(&self, raw: &str) -> bool {
        self.surnames.contains(&raw)
    }

    /// Reads the next run into [`Self::pieces`]; `false` after the last.
    #[inline]
    pub(super) fn next(&mut self) -> bool {
        while let Some(capital) = self.tokens.next_capital(self.at) {
            let first = self.small_peer(capital).unwrap_or(capital);
            self.at = capital + 1;
            let known = self.tokens.known(first);
            if self.is_no_name(first, known)
                || self.tokens.is_masked(first)
                || self.is_street(first)
            {
                continue;
            }
            self.pieces.clear();
            self.gather(first, known);
            self.open_nickname(first);
            if !self.pieces.is_empty() {
                self.mark_letters();
                self.mark_places();
                self.mark_syllables();
                return true;
            }
            self.at = self.at.max(first + 1);
        }
        false
    }

    /// The title in small letters before the place at `at`: "the duke of Gloucester".
    #[inline]
    fn small_peer(&self, at: usize) -> Option<usize> {
        let title = at.checked_sub(2).filter(|title| *title >= self.at)?;
        let is_peer =
            self.tokens.is(at - 1, "of") && self.tokens.known(title).cue.contains(Cue::PEER) && {
                let is = self.tokens.known(at).is;
                // Warwick is a surname elsewhere; "a count of Hands" is none.
                is.contains(Is::PLACE)
                    || !is.intersects(Is::OTHER | Is::KNOWN) && !self.tokens.is(title, "count")
            };
        is_peer.then_some(title)
    }

    /// Whether the word at `at`, of which `known` is known, stands alone and is no name: most words that begin a sentence, and
    /// most names of places and months, are dropped here.
    fn is_no_name(&self, at: usize, known: Word) -> bool {
        if !known.is.intersects(Is::OTHER | Is::ACT | Is::FATE) || known.is.intersects(Is::NAME) {
            return false;
        }
        if !self.surnames.is_empty()
            && self.is_surname_here(without_possessive(self.tokens.word(at)).0)
        {
            return false;
        }
        if at > 0 && known.is.contains(Is::PLACE) && self.is_called(at) {
            return false;
        }
        let Some(next) = self.tokens.all.get(at + 1) else {
            return !(self.lets_places && known.is.contains(Is::PLACE));
        };
        match next.kind {
            Kind::Number | Kind::Arrow => true,
            Kind::Word if self.lets_places && known.is.contains(Is::PLACE) => false,
            Kind::Word => {
                next.spaced
                    && !self.tokens.is_capital(at + 1)
                    && !self.tokens.any(at + 1, words!("of the"))
                    && !self.tokens.is_particle(at + 1)
            }
            Kind::Punct => match self.tokens.word(at + 1) {
                "." if self.lets_places && known.is.contains(Is::PLACE) => false,
                "." => {
                    !known.cue.contains(Cue::ABBREVIATION)
                        && !words::is_letter(self.tokens.word(at))
                }
                "," | ":" | ";" | "(" | ")" | "|" | "!" | "?" | "/" => {
                    !(self.lets_places && known.is.contains(Is::PLACE))
                }
                _ => false,
            },
        }
    }

    /// Whether the word before `at`, in small letters, says that a person follows, whatever place is called so: "his son Cleveland",
    /// "viceroy Granada".
    #[inline]
    pub(super) fn is_called(&self, at: usize) -> bool {
        self.tokens.all[at].spaced
            && self.tokens.any(
                at - 1,
                words!(
                    "son sons daughter brother sister cousin nephew niece husband uncle aunt grandson son-in-law \
                     viceroy governor president admiral colonel captain king queen prince princess bishop \
                     archbishop cardinal senator chancellor"
                ),
            )
    }

    /// "Wall St Crash", where no saint is meant; "Jill St John" is a name.
    #[inline]
    fn is_street(&self, at: usize) -> bool {
        self.tokens.is(at, "St") && self.is_no_saint(at)
    }

    /// Whether the "St" at `at` is no saint's.
    #[inline(never)]
    fn is_no_saint(&self, at: usize) -> bool {
        self.tokens.all[at].spaced
            && at
                .checked_sub(1)
                .is_some_and(|before| self.tokens.is_capital(before))
            && !self.tokens.known(at + 1).is.intersects(Is::NAME)
    }

    /// Reads the run that begins with the word at `first`, of which `known` is known.
    fn gather(&mut self, first: usize, known: Word) {
        let mut next = Some((first, known));
        self.is_over = false;
        while let Some((at, known)) = next {
            self.at = self.push(at, known);
            let after = match self.pieces.last() {
                Some(last) if last.possessive || self.is_over => None,
                Some(_) if self.pieces.len() >= LONGEST => None,
                Some(_) => self.follow(self.at),
                None => None,
            };
            next = after.map(|at| (at, self.tokens.known(at)));
        }
    }
}
