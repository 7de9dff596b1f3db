//! What tells a name's bearer from others of that name: Henry **8**, Cato **the Elder**, Antigonus II **Gonatas**.

use crate::notes::lex::Kind;
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::run::words::{is_numeral, roman, without_possessive};
use crate::notes::people::run::{Piece, Runs, Shape};
use crate::notes::word_key::words;

impl Runs<'_> {
    /// Takes the number at `at` of the ruler whose name stands before it: Henry **8** was fat; Louis **14**'s palace.
    #[inline(never)]
    pub(super) fn number(&mut self, at: usize) -> Option<usize> {
        let next = self.tokens.all.get(at + 1);
        let goes_on = match next.map(|next| next.kind) {
            None => true,
            Some(Kind::Arrow) => true,
            Some(Kind::Number) => false,
            Some(Kind::Word) => {
                let known = self.tokens.known(at + 1);
                !self.tokens.is_capital(at + 1)
                    && (known.is.intersects(Is::ACT | Is::HUMAN | Is::FATE | Is::ROLE)
                        || self
                            .tokens
                            .any(at + 1, words!("and or but was is had has did vs v who s not never as with by also then")))
            }
            Some(Kind::Punct) => {
                let number = self.tokens.all.get(at + 2);
                matches!(
                    self.tokens.word(at + 1),
                    "," | ";" | ")" | "(" | "." | "!" | "?" | "=" | "|" | "'" | "’"
                ) && number.is_none_or(|number| number.spaced || number.kind == Kind::Word)
            }
        };
        let alone = self.pieces.iter().all(|piece| piece.shape == Shape::Word);
        if goes_on
            && alone
            && self.tokens.all[at].spaced
            && roman(self.tokens.word(at)).is_some()
            && !self.is_broken(at, &self.pieces[self.pieces.len() - 1])
        {
            self.add(Shape::Numeral, (at, at + 1), Is::empty());
            self.at = at + 1;
            let mark = matches!(self.tokens.word(at + 1), "'" | "’");
            if mark
                && self.tokens.is(at + 2, "s")
                && let Some(last) = self.pieces.last_mut()
            {
                last.possessive = true;
                self.at = at + 3;
            }
        }
        None
    }

    /// Whether "the younger" or "the elder", set off, begins at `at`: Cato **the Elder**.
    pub(super) fn is_generation(&self, at: usize) -> bool {
        self.tokens.is(at, "the")
            && matches!(
                self.tokens.word(at + 1),
                "younger" | "Younger" | "elder" | "Elder"
            )
    }

    /// Whether one unknown word, set off, follows a ruler's numeral: Antigonus II **Gonatas**.
    pub(super) fn is_byname(&self, at: usize, last: &Piece) -> bool {
        last.shape == Shape::Numeral
            && self.tokens.is_capital(at)
            && !self.tokens.is_capital(at + 1)
            && self.tokens.known(at).is.is_empty()
    }

    /// `the Great`, `The Younger`.
    pub(super) fn epithet(&mut self, at: usize) -> Option<usize> {
        let named = self.pieces.iter().any(|piece| {
            piece.is.intersects(Is::GIVEN | Is::KNOWN) || !piece.is.intersects(Is::OTHER)
        });
        let (word, known) = self.tokens.know(at + 1);
        let lower = || {
            let small = word.to_lowercase();
            matches!(
                small.as_str(),
                "great" | "elder" | "younger" | "conqueror" | "terrible" | "magnificent"
            )
        };
        let ends = !self.tokens.is_capital(at + 2) || self.tokens.is_glued(at + 2);
        if named && ends && self.tokens.is_capital(at + 1) && is_numeral(self.tokens.word(at + 1)) {
            // Elizabeth the I.
            self.add(Shape::Numeral, (at + 1, at + 2), Is::empty());
            self.at = at + 2;
            self.own(at + 2);
            return None;
        }
        let compound = self.tokens.is_hyphen(at + 2);
        if named && compound && self.tokens.is_capital(at + 1) && self.is_epithet(at + 1) {
            // Antigonus the One-Eyed.
            self.add(Shape::Epithet, (at, at + 4), Is::EPITHET);
            self.at = at + 4;
            self.own(at + 4);
            return None;
        }
        if self.is_new_epithet(at, known.is) || self.is_of_people(at, known.is) {
            self.add(Shape::Epithet, (at, at + 2), Is::EPITHET);
            self.at = at + 2;
            self.own(at + 2);
            return None;
        }
        if !named || !known.is.contains(Is::EPITHET) || !(self.tokens.is_capital(at + 1) || lower())
        {
            return None;
        }
        // "Kennedy the First Catholic president" is no name, and neither is "the Red Army".
        let shouted = self.tokens.all.get(at + 2).is_some_and(|next| next.shouted);
        if self.tokens.is_capital(at + 2) && !self.tokens.is_glued(at + 2) && !shouted {
            return None;
        }
        self.add(Shape::Epithet, (at, at + 2), known.is);
        self.at = at + 2;
        self.own(at + 2);
        None
    }

    /// Whether the word after the "the" at `at`, which no list has, is what a ruler is called: Wilfred the Heedless, Leo the Norman.
    fn is_new_epithet(&self, at: usize, is: Is) -> bool {
        let [.., last] = self.pieces.as_slice() else {
            return false;
        };
        let word = self.tokens.word(at + 1);
        let fits = is.is_empty() && word.len() > 3 || is.contains(Is::PEOPLE);
        fits && self.tokens.is_capital(at + 1)
            && last.shape == Shape::Word
            && last.cue.contains(Cue::REGNAL)
            && (!word.ends_with(['s', 'h', 'I', 'V', 'X']) || word.ends_with("less"))
            && (at + 2 == self.tokens.all.len()
                || matches!(
                    self.tokens.word(at + 2),
                    "," | "." | "/" | ")" | "|" | "(" | "who" | ";"
                ))
    }

    /// Whether a stranger is told by his people: "Urdan the Bulgarian offered", but not "at Urdan the Bulgarian army".
    fn is_of_people(&self, at: usize, is: Is) -> bool {
        let [only] = self.pieces.as_slice() else {
            return false;
        };
        let may_be = is.contains(Is::PEOPLE)
            && only.shape == Shape::Word
            && (only.is.is_empty() || only.is.intersects(Is::GIVEN))
            && !only.is.intersects(Is::OTHER);
        if !may_be || !self.tokens.is_capital(at + 1) {
            return false;
        }
        let word = self.tokens.word(at + 1);
        let verb = Is::ACT | Is::HUMAN | Is::FATE;
        let next = self.tokens.known(at + 2);
        let compound = self.tokens.is_hyphen(at + 2);
        let ends = self
            .tokens
            .all
            .get(at + 2)
            .is_none_or(|token| token.kind != Kind::Word);
        let where_at = |before: usize| self.tokens.known(before).cue.contains(Cue::WHERE);
        !(compound || word.ends_with(['s', 'h']) || word.ends_with("ese"))
            && (ends
                || !self.tokens.is_capital(at + 2)
                    && (next.is.intersects(verb) || next.cue.contains(Cue::AUXILIARY)))
            && !only.tokens.0.checked_sub(1).is_some_and(where_at)
    }

    /// Whether two words with a hyphen between say what somebody is like: One-Eyed, Lion-Hearted, Short.
    fn is_epithet(&self, at: usize) -> bool {
        let (start, end) = (self.tokens.all[at].start, self.tokens.all[at + 2].end);
        let known = self.tokens.know_bytes((start, end)).is;
        let word = without_possessive(self.tokens.word(at + 2)).0;
        known.contains(Is::EPITHET)
            || self.tokens.is_capital(at + 2) && (word.ends_with("ed") || word.ends_with("less"))
    }
}
