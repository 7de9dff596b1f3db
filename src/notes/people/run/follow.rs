//! Where a run goes on after a word: at a particle, a capital or a mark, and at what tells more of the name.

mod epithets;
mod nicknames;
mod origins;

use super::words::without_possessive;
use super::{Piece, Runs, Shape};
use crate::notes::lex::Kind;
use crate::notes::markdown::BlockKind;
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::word_key::words;

impl Runs<'_> {
    /// Where the run goes on after the piece that ends before `at`, if it does.
    pub(super) fn follow(&mut self, at: usize) -> Option<usize> {
        let next = *self.tokens.all.get(at)?;
        let last = *self.pieces.last()?;
        let goes_on = match next.kind {
            Kind::Word => next.spaced || last.shape == Shape::Initial,
            Kind::Punct => true,
            Kind::Number if last.cue.contains(Cue::REGNAL) => return self.number(at),
            Kind::Number | Kind::Arrow => false,
        };
        if !goes_on
            || self.tokens.is_parted(at) && !self.is_byname(at, &last) && !self.is_generation(at)
            || self.is_broken(at, &last)
            || self.is_street(at)
            || matches!(last.shape, Shape::Epithet | Shape::Origin)
        {
            return None;
        }
        if next.kind == Kind::Punct {
            return self.follow_mark(at, self.tokens.word(at), next.spaced);
        }
        if self.tokens.is_capital(at) {
            return self.follow_capital(at, &last);
        }
        if !next.spaced {
            None
        } else if self.tokens.is(at, "the") {
            self.epithet(at)
        } else if self.tokens.is(at, "of") {
            self.origin(at)
        } else if self.tokens.is_particle(at)
            || self.tokens.is_article(at)
            || next.end - next.start <= 2 && self.is_odd_particle(at, &last)
        {
            self.particles(at)
        } else {
            let short = next.end - next.start <= 5;
            (self.is_small_surname(at) || short && self.is_small_pasha(at, &last)).then_some(at)
        }
    }

    /// Whether the small word at `at` stands between two names as in Minamoto **no** Tadamichi, Thomas **à** Kempis.
    #[inline(never)]
    fn is_odd_particle(&self, at: usize, last: &Piece) -> bool {
        match self.tokens.word(at) {
            "no" => self.is_japanese(at, last),
            "e" | "y" => self.is_iberian(at),
            word => word == "à",
        }
    }

    /// Whether the "e" or "y" at `at` stands before the mother's surname: Tomás Alves de Brito **e** Lima.
    fn is_iberian(&self, at: usize) -> bool {
        let is = self.tokens.known(at + 1).is;
        self.pieces[0].is.intersects(Is::GIVEN)
            && self
                .pieces
                .iter()
                .any(|piece| piece.shape == Shape::Particle)
            && self.tokens.is_capital(at + 1)
            && !self.tokens.is_capital(at + 2)
            && !is.intersects(Is::GIVEN | Is::KNOWN)
    }

    /// Whether the Spanish "y" at `at` stands between two people: Marx **y** Engels, but not Ortega **y** Gasset.
    fn is_and(&self, at: usize) -> bool {
        let is_known = |is: Is| is.contains(Is::KNOWN);
        self.pieces.len() == 1
            && is_known(self.tokens.known(at - 1).is)
            && is_known(self.tokens.known(at + 1).is)
    }

    /// Whether the word at `at` is a Turkish title in small letters: Zorgan **pasha**.
    fn is_small_pasha(&self, at: usize, last: &Piece) -> bool {
        self.tokens.any(at, words!("pasha bey aga agha beg"))
            && last.shape == Shape::Word
            && (last.is.is_empty() || last.is.intersects(Is::NAME))
            && !last.is.intersects(Is::FUNCTION | Is::TITLE | Is::PLACE)
    }

    /// Whether the "no" at `at` stands between a family and a given name that no list has for a word: Minamoto no Tadamichi.
    fn is_japanese(&self, at: usize, last: &Piece) -> bool {
        let other = Is::OTHER | Is::ACT | Is::HUMAN;
        last.is.contains(Is::FAMILY)
            && self.tokens.is_capital(at + 1)
            && !self.tokens.known(at + 1).is.intersects(other)
    }

    /// Where the run goes on after the piece `last`, which the word with a capital at `at` follows.
    fn follow_capital(&mut self, at: usize, last: &Piece) -> Option<usize> {
        let word = self.tokens.word(at);
        let rays = word == "X" && self.tokens.word(at + 1).starts_with("ray");
        if rays || word.ends_with(|letter: char| letter.is_ascii_digit()) {
            // "Hist A2", "Röntgen X rays": no name has a number in it.
            return None;
        }
        if last.is.is_empty() && self.is_owner(at) {
            return None;
        }
        if matches!(word, "The" | "THE") {
            return self.epithet(at);
        }
        if word == "Of" {
            return self.origin(at);
        }
        if self.is_past_a_compound(at, last) {
            return None;
        }
        if self.is_realm(at) {
            return self.realm(at);
        }
        if self.is_versus(at, last) {
            self.at = at + 1;
            return None;
        }
        (!self.is_verb_of_heading(at)).then_some(at)
    }

    /// Whether the name that begins at `at` is another than the one before it, of which a compound is made: "pro-Chiang Mao Renfeng".
    fn is_past_a_compound(&self, at: usize, last: &Piece) -> bool {
        let start = last.tokens.0;
        self.pieces.len() == 1
            && start > 1
            && self.tokens.is_capital(at + 1)
            && self.tokens.is(start - 1, "-")
            && self.tokens.is_glued(start)
            && self.tokens.is_glued(start - 1)
            && self
                .tokens
                .any(start - 2, words!("anti pro non ex post pre"))
            && self.tokens.known(at).is.intersects(Is::NAME)
    }

    /// Whether the word before `at` is a well-known name's possessive without its apostrophe: "Cromwells Ironsides".
    fn is_owner(&self, at: usize) -> bool {
        let Some(bare) = self.tokens.word(at - 1).strip_suffix('s') else {
            return false;
        };
        let is_name = |is: Is| is.contains(Is::KNOWN);
        bare.len() >= 4
            && !self.tokens.known(at).is.intersects(Is::NAME)
            && is_name(lexicon::know(bare).is)
    }

    /// Whether a V stands between two names: Hoover V Roosevelt, but not Henry V.
    fn is_versus(&self, at: usize, last: &Piece) -> bool {
        self.tokens.is(at, "V")
            && !last.cue.contains(Cue::REGNAL)
            && self.tokens.is_capital(at + 1)
            && self
                .tokens
                .known(at + 1)
                .is
                .intersects(Is::KNOWN | Is::SURNAME)
    }

    /// Whether a verb has a capital because all words of a heading have one: "Hitler Becomes Chancellor".
    fn is_verb_of_heading(&self, at: usize) -> bool {
        if self.tokens.block().kind != BlockKind::Heading {
            return false;
        }
        let known = self.tokens.known(at);
        let verb = known.cue.contains(Cue::AUXILIARY) || known.is.contains(Is::ACT);
        verb && !known.is.intersects(Is::NAME)
    }

    /// Where the run goes on after the mark at `at`.
    fn follow_mark(&mut self, at: usize, mark: &str, spaced: bool) -> Option<usize> {
        match mark {
            "\"" | "“" | "'" | "‘" if spaced => self.nickname(at),
            "(" if spaced => self.short_form(at),
            "," if self.is_realm(at + 1) => self.realm(at + 1),
            "," if matches!(self.tokens.word(at + 1), "Jr" | "Sr") => {
                self.at = at + 2 + usize::from(self.tokens.is_stop(at + 2));
                None
            }
            _ => None,
        }
    }

    /// `von`, `van der`, `de la`, `al-`: one or two lower-case particles before a capital.
    fn particles(&mut self, at: usize) -> Option<usize> {
        if self.tokens.is(at, "y") && self.is_and(at) {
            return None;
        }
        let mut end = at + 1;
        if self.tokens.is_particle(end) && !self.tokens.is_capital(end) {
            end += 1;
        }
        // Catherine de' Medici.
        end += usize::from(matches!(self.tokens.word(end), "'" | "’") && self.tokens.is_glued(end));
        let glued = self.tokens.word(end) == "-"
            && self.tokens.is_glued(end)
            && self.tokens.is_glued(end + 1);
        let name = end + usize::from(glued);
        if !self.tokens.is_capital(name) || (!glued && self.tokens.is_glued(name)) {
            return None;
        }
        self.add(Shape::Particle, (at, name), Is::empty());
        Some(name)
    }

    /// Whether the word at `at`, written small, is the surname of the given name before it: "Abraham lincoln".
    fn is_small_surname(&self, at: usize) -> bool {
        let [given] = self.pieces.as_slice() else {
            return false;
        };
        let known = self.tokens.known(at).is;
        given.shape == Shape::Word
            && given.is.intersects(Is::GIVEN)
            && !given.is.intersects(Is::OTHER)
            && known.intersects(Is::SURNAME | Is::KNOWN)
            && !known.intersects(Is::OTHER | Is::ACT | Is::HUMAN | Is::FATE | Is::BELONGING)
            // "Arthur banks a fortune": what somebody does to something.
            && !(self.tokens.word(at).ends_with('s')
                && self.tokens.any(at + 1, words!("a an the another his her their its")))
    }

    /// Whether a number follows the word at `at`: "Jan 9".
    fn is_dated(&self, at: usize) -> bool {
        let next = self.tokens.all.get(at + 1);
        next.is_some_and(|next| next.kind == Kind::Number)
    }

    /// Whether a piece is the month, and no march that the words before it name: "Elijah Muhammad March 1964".
    pub(in crate::notes::people) fn is_dated_month(&self, piece: usize) -> bool {
        let piece = &self.pieces[piece];
        self.raw(piece) == "March" && self.is_dated(piece.tokens.0)
    }

    fn add(&mut self, shape: Shape, tokens: (usize, usize), is: Is) {
        self.pieces.push(Piece {
            shape,
            tokens,
            bytes: (
                self.tokens.all[tokens.0].start,
                self.tokens.all[tokens.1 - 1].end,
            ),
            is,
            cue: Cue::empty(),
            possessive: false,
            shouted: false,
        });
    }

    /// Notes that the last piece is a possessive, if its last word is.
    fn own(&mut self, end: usize) {
        let word = self.tokens.word(end - 1);
        let (bare, possessive) = without_possessive(word);
        if possessive && let Some(last) = self.pieces.last_mut() {
            last.possessive = true;
            last.bytes.1 -= (word.len() - bare.len()) as u32;
        }
    }
}
