//! Of what place or realm somebody is: Eleanor **of Aquitaine**, Mary **Queen of Scots**.

use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::run::{Runs, Shape};

impl Runs<'_> {
    /// Takes `Queen of Scots` at `at`.
    pub(super) fn realm(&mut self, at: usize) -> Option<usize> {
        let end = at + 3 + usize::from(self.tokens.is(at + 2, "the"));
        self.add(Shape::Epithet, (at, end), Is::EPITHET);
        self.at = end;
        self.own(end);
        None
    }

    /// `Queen of Scots` after a given name, with a comma between or without.
    pub(super) fn is_realm(&self, at: usize) -> bool {
        let bare = || {
            let mut names = self
                .pieces
                .iter()
                .filter(|piece| !piece.is.contains(Is::TITLE));
            names.next().is_some() && names.next().is_none()
        };
        let given = self
            .pieces
            .last()
            .is_some_and(|last| last.is.intersects(Is::GIVEN) && last.shape == Shape::Word);
        given
            && self.tokens.is(at + 1, "of")
            && (self.tokens.is_capital(at + 2)
                || self.tokens.is(at + 2, "the") && self.tokens.is_capital(at + 3))
            && bare()
            && is_ruler(self.tokens.word(at))
    }

    /// `of Aquitaine` after a given name or a numeral, `of Wellington` after a peer's title.
    pub(super) fn origin(&mut self, at: usize) -> Option<usize> {
        let last = *self.pieces.last()?;
        let before = self.pieces.iter().rev().nth(1);
        let titled = before.is_none_or(|before| {
            before.is.contains(Is::TITLE)
                || before.is.intersects(Is::OTHER | Is::ACT) && !before.is.intersects(Is::GIVEN)
        });
        let single = titled
            // Attalus of Pergamum
            && (last.is.intersects(Is::GIVEN)
                || last.cue.contains(Cue::REGNAL)
                || last.is.is_empty() && is_highlander(self.raw(&last)))
            && !last
                .is
                .intersects(Is::THING | Is::WORD | Is::PLACE | Is::TITLE | Is::ROLE);
        let peer = last.cue.contains(Cue::PEER);
        // "Baron Rutherford of Nelson": the place is no name.
        let baron = before.is_some_and(|before| before.cue.contains(Cue::PEER));
        if baron && !single && last.shape == Shape::Word && self.tokens.is_capital(at + 1) {
            self.at = at + 2;
            return None;
        }
        // John of the Cross.
        let the = usize::from(
            (single || last.shape == Shape::Numeral && self.is_land(at + 2))
                && self.tokens.word(at + 1) == "the",
        );
        if !(single || last.shape == Shape::Numeral || peer)
            || !self.tokens.is_capital(at + the + 1)
        {
            return None;
        }
        // "Hugh of St Victor"
        let saint = matches!(self.tokens.word(at + 1), "St" | "Saint" | "Sankt")
            && self.tokens.is_capital(at + 2)
            && !self.tokens.is_glued(at + 2);
        let mut end = at + the + 2 + usize::from(saint);
        // Hugo of Plarno Carvini: a place of two words that no list has.
        let known = |at: usize| self.tokens.known(at).is;
        let long = single
            && the == 0
            && known(at + 1).is_empty()
            && !known(end).intersects(Is::OTHER | Is::ACT);
        while self.tokens.is_hyphen(end) || (peer || long) && self.is_more_of_a_place(end) {
            end += if self.tokens.is_hyphen(end) { 2 } else { 1 };
        }
        self.add(Shape::Origin, (at, end), Is::empty());
        self.own(end);
        self.at = end;
        None
    }

    /// Whether one word at `at` names the land of a ruler or may: Willem II of the Netherlands.
    fn is_land(&self, at: usize) -> bool {
        let is = self.tokens.known(at).is;
        (is.is_empty() || is.contains(Is::PLACE)) && !self.tokens.is_capital(at + 1)
    }

    /// The second word of Medina Sidonia.
    fn is_more_of_a_place(&self, at: usize) -> bool {
        self.tokens.is_capital(at)
            && !self.tokens.is_glued(at)
            && !self.tokens.is_parted(at)
            && !self.is_broken(at, &self.pieces[0])
            && !self
                .tokens
                .known(at)
                .is
                .intersects(Is::GIVEN | Is::TITLE | Is::FUNCTION)
    }
}

/// Whether a name is a clan's, whose head goes by his place: `MacTavish of Dunardry`.
fn is_highlander(raw: &str) -> bool {
    raw.strip_prefix("Mac")
        .is_some_and(|clan| clan.starts_with(|letter: char| letter.is_uppercase()))
}

/// Who is of a realm: `Queen of Scots`.
fn is_ruler(word: &str) -> bool {
    matches!(
        word,
        "Queen"
            | "King"
            | "Prince"
            | "Princess"
            | "Duke"
            | "Duchess"
            | "Count"
            | "Countess"
            | "Earl"
            | "Empress"
            | "Emperor"
            | "Elector"
    )
}
