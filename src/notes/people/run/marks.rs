//! Words of a run that are something else together: New York, V.P., Du Yuesheng, Ptolemy I Soter.

use super::words::is_numeral;
use super::{Piece, Runs, Shape};
use crate::notes::people::eastern::is_given;
use crate::notes::people::lexicon::{self, Is};

impl Runs<'_> {
    /// Marks letters that are no initials.
    pub(super) fn mark_letters(&mut self) {
        // U.S. Marines, U.N. troops, but U.S. Grant.
        for first in 1..self.pieces.len() {
            let nation =
                |raw: &str| matches!(raw.trim_end_matches('.'), "S" | "K" | "N" | "s" | "k" | "n");
            if self.pieces[first - 1].len() <= 2
                && matches!(self.raw(&self.pieces[first - 1]), "U" | "U." | "u" | "u.")
                && nation(self.raw(&self.pieces[first]))
                && !self.is_before(first, "Grant")
            {
                for piece in &mut self.pieces[first - 1..=first] {
                    piece.is = Is::GROUP | Is::FUNCTION;
                    piece.shape = Shape::Word;
                }
            }
        }
        // V.P. Garner, P.M. Attlee.
        if let [one, two, ..] = self.pieces.as_slice()
            && one.len() == 2
            && matches!((self.raw(one), self.raw(two)), ("V.", "P.") | ("P.", "M."))
        {
            for piece in &mut self.pieces[..2] {
                piece.is = Is::TITLE;
                piece.shape = Shape::Word;
            }
        }
        // N.B. Nicholas II: no initials.
        if let [one, two, ..] = self.pieces.as_slice()
            && one.len() == 2
            && matches!((self.raw(one), self.raw(two)), ("N.", "B.") | ("P.", "S."))
            && self
                .pieces
                .get(2)
                .is_some_and(|next| next.is.intersects(Is::GIVEN | Is::KNOWN))
        {
            for piece in &mut self.pieces[..2] {
                piece.is = Is::FUNCTION;
                piece.shape = Shape::Word;
            }
        }
    }

    /// Whether the piece after number `at` is `word`.
    fn is_before(&self, at: usize, word: &str) -> bool {
        let next = self.pieces.get(at + 1);
        next.is_some_and(|next| self.raw(next) == word)
    }

    /// Marks the words of places and people of several words: New York, Dien Bien Phu, Santa Anna.
    pub(super) fn mark_places(&mut self) {
        for first in 0..self.pieces.len() {
            if !self.pieces[first].is.contains(Is::OPENS) {
                continue;
            }
            let mut joined = String::new();
            lexicon::fold(
                self.raw(&self.pieces[first]).trim_end_matches('.'),
                &mut joined,
            );
            for last in first + 1..self.pieces.len().min(first + 4) {
                joined.push('_');
                lexicon::fold(self.raw(&self.pieces[last]), &mut joined);
                let is = lexicon::look_up(&joined);
                let is = if is.intersects(Is::PLACE | Is::GROUP) {
                    Is::PLACE | Is::FUNCTION
                } else if is.contains(Is::KNOWN) {
                    Is::KNOWN
                } else {
                    continue;
                };
                for piece in &mut self.pieces[first..=last] {
                    piece.is = is;
                    // Santa Anna, El Cid: each word is part of the name.
                    piece.shape = Shape::Word;
                }
                // Aga Khan III.
                let count = last + 1;
                if is == Is::KNOWN
                    && self.pieces.get(count).is_some_and(|next| next.shouted)
                    && is_numeral(self.raw(&self.pieces[count]))
                {
                    self.pieces[count].shape = Shape::Numeral;
                }
            }
        }
    }

    /// Marks particles that are names of East Asia, and what follows a numeral: Du Yuesheng, Zhu De, Ptolemy I Soter.
    pub(super) fn mark_syllables(&mut self) {
        let n_pieces = self.pieces.len();
        let family = |piece: &Piece| piece.is.contains(Is::FAMILY);
        let first = self.pieces[0];
        if n_pieces >= 2 && first.shape == Shape::Particle && family(&first) {
            let mut given = String::new();
            lexicon::fold(self.raw(&self.pieces[1]), &mut given);
            if self.pieces[1].is.is_empty() && is_given(&given) {
                self.pieces[0].shape = Shape::Word;
            }
        }
        if n_pieces >= 2
            && self.pieces[n_pieces - 1].shape == Shape::Particle
            && family(&self.pieces[n_pieces - 2])
        {
            self.pieces[n_pieces - 1].shape = Shape::Word;
            self.pieces[n_pieces - 1].is = Is::empty();
        }
        if let [.., given, numeral, byname] = self.pieces.as_slice()
            && numeral.shape == Shape::Numeral
            && given.is.intersects(Is::GIVEN | Is::KNOWN)
            && byname.shape == Shape::Word
            && (byname.is.is_empty()
                || byname.is.intersects(Is::KNOWN | Is::GIVEN) && !byname.is.intersects(Is::OTHER))
            && !byname.shouted
            && !self.raw(byname).ends_with(['d', 'g', '.'])
        {
            self.pieces[n_pieces - 1].shape = Shape::Byname;
        }
    }
}
