//! Nicknames inside a name or before its surname: George **"Bull"** Connor, George **(Bull)** Connor, **"Bull"** Connor.

use crate::notes::people::lexicon::Is;
use crate::notes::people::run::words::is_numeral;
use crate::notes::people::run::{Piece, Runs, Shape};

impl Runs<'_> {
    /// `"Bull"` between two words of a name.
    pub(super) fn nickname(&mut self, at: usize) -> Option<usize> {
        let close = (at + 2..at + 4)
            .find(|close| matches!(self.tokens.word(*close), "\"" | "”" | "'" | "’"))?;
        if !self.tokens.is_capital(at + 1)
            || !self.tokens.is_capital(close + 1)
            || self.tokens.is_glued(close + 1)
            || self.is_dated(close + 1)
            || self.is_broken(close + 1, self.pieces.last()?)
        {
            return None;
        }
        self.add(Shape::Nickname, (at, close + 1), Is::empty());
        Some(close + 1)
    }

    /// `(Jimmy)`, `(FDR)` between a given name and a surname.
    pub(super) fn short_form(&mut self, at: usize) -> Option<usize> {
        let close = (at + 2..at + 5).find(|close| self.tokens.word(*close) == ")")?;
        let given = |last: &Piece| last.shape == Shape::Word && last.is.intersects(Is::GIVEN);
        let (known, surname) = (
            self.tokens.known(at + 1).is,
            self.tokens.known(close + 1).is,
        );
        let is_name =
            |is: Is| is.is_empty() || is.intersects(Is::NAME) && !is.intersects(Is::TITLE);
        if !self.pieces.last().is_some_and(given)
            || !self.tokens.is_capital(at + 1)
            || !is_name(known)
            || is_numeral(self.tokens.word(at + 1))
            || !self.tokens.is_capital(close + 1)
            || !(surname.is_empty() && !self.is_dated(close + 1)
                || surname.intersects(Is::SURNAME | Is::KNOWN))
            || self.tokens.is_glued(close + 1)
            || self.is_broken(close + 1, self.pieces.last()?)
        {
            return None;
        }
        self.add(Shape::Nickname, (at, close + 1), Is::empty());
        Some(close + 1)
    }

    /// `"Bull" Connor`: a nickname in quotation marks that a surname follows.
    pub(in crate::notes::people::run) fn open_nickname(&mut self, first: usize) {
        let quoted = first > 0
            && matches!(self.tokens.word(self.at), "\"" | "”")
            && matches!(self.tokens.word(first - 1), "\"" | "“");
        let single = matches!(self.pieces.as_slice(), [only] if !only.possessive && !only.is.contains(Is::FUNCTION));
        let close = self.at;
        if quoted
            && single
            && self.tokens.is_capital(close + 1)
            && !self.tokens.is_glued(close + 1)
            && !self.is_broken(close + 1, &self.pieces[0])
            && self.tokens.all[first - 1].spaced
        {
            self.pieces[0].shape = Shape::Nickname;
            self.pieces[0].tokens = (first - 1, close + 1);
            self.pieces[0].bytes = (self.tokens.all[first - 1].start, self.tokens.all[close].end);
            let known = self.tokens.known(close + 1);
            self.gather(close + 1, known);
        }
    }
}
