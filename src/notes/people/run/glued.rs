//! A word of a run with what is glued to it: words behind hyphens, an abbreviating stop, a possessive.

use super::words::{self, compound, is_article, is_shouted, shape_of, without_possessive};
use super::{Piece, Runs, Shape};
use crate::notes::people::lexicon::{self, Cue, Is, Word};

/// Words that hyphens tie together in a name, at most.
const MOST_HYPHENS: usize = 8;

impl Runs<'_> {
    /// Takes the word at `at`, with what is glued to it by hyphens and an abbreviating stop; says where it goes on.
    pub(super) fn push(&mut self, at: usize, known: Word) -> usize {
        let token = self.tokens.all[at];
        let (bare, owned) = without_possessive(self.tokens.word(at));
        let mut bytes = (token.start, token.start + bare.len() as u32);
        let (mut is, mut cue, mut possessive) = (known.is, known.cue, owned);
        if self.tokens.ends_after_a_mark(&token) {
            // "[[Otto Brandt]]s idea": the s is no part of the name.
            (bytes.1, possessive) = (token.end - 1, true);
            let bare = self.tokens.know_bytes(bytes);
            (is, cue) = (bare.is, bare.cue);
        }
        let mut end = at + 1;
        let mut stop = false;
        if !possessive && self.tokens.is_glued(end) {
            if self.tokens.is_hyphen(end) {
                let Some(hyphened) = self.hyphens(bytes.0, end, is) else {
                    // "Kennedy-era" is no mention of a person, and ends the name before it.
                    self.is_over = true;
                    return self.after_compound(end);
                };
                (is, possessive, end) = (hyphened.is, hyphened.possessive, hyphened.end);
                bytes.1 = hyphened.bytes_end;
                cue = self.tokens.know_bytes(bytes).cue;
            }
            stop = !possessive && self.tokens.is_stop(end);
        }
        let raw = self.tokens.text(bytes.0, bytes.1);
        // "Louis XVI's": the s is no part of the numeral.
        let shouted = if owned {
            is_shouted(bare)
        } else {
            token.shouted
        };
        let mut shape = shape_of(raw, cue, shouted, self.pieces.last());
        if raw == "X" && self.is_tenth() {
            shape = Shape::Numeral;
        }
        if stop {
            let letter = words::is_letter(bare);
            let abbreviates = letter || cue.contains(Cue::ABBREVIATION);
            if abbreviates && self.goes_on(end + 1, shape) {
                // "Cn. Pompeius"
                if letter || bare.len() == 2 && matches!(bare, "Cn" | "Ti" | "TI") || bare == "App"
                {
                    shape = Shape::Initial;
                }
                bytes.1 = self.tokens.all[end].end;
                end += 1;
            }
        } else if !possessive && bare.ends_with('s') && self.tokens.is_bare_possessive(end) {
            // An apostrophe alone after an s: "Hobbes' Leviathan".
            possessive = true;
            end += 1;
        }
        self.pieces.push(Piece {
            shape,
            tokens: (at, end),
            bytes,
            is,
            cue,
            possessive,
            shouted,
        });
        end
    }

    /// Kai-shek, Saint-Just, Rimsky-Korsakov; a common word after the hyphen makes no name.
    fn hyphens(&mut self, start: u32, mut end: usize, first: Is) -> Option<Hyphened> {
        let first_end = end;
        let mut found = Hyphened {
            is: first,
            possessive: false,
            end,
            bytes_end: 0,
        };
        let before = self.pieces.last();
        let family = before.is_some_and(|family| family.is.contains(Is::FAMILY));
        let after_given = before.is_some_and(|given| given.is.intersects(Is::GIVEN));
        while !found.possessive && self.tokens.is_hyphen(end) {
            let (part, owned) = without_possessive(self.tokens.word(end + 1));
            let part_is = lexicon::look_up(part);
            // The -i of Hassan-i Sabbah.
            let link = matches!(part, "i" | "e");
            let syllable = family
                || link
                || part.len() <= 6
                    && !part_is.intersects(Is::FUNCTION | Is::WORD | Is::ACT | Is::THING);
            let too_many = end - first_end > 2 * MOST_HYPHENS;
            if too_many || !syllable && !self.tokens.is_capital(end + 1) {
                return None;
            }
            found.bytes_end = self.tokens.all[end + 1].start + part.len() as u32;
            found.is = if family {
                Is::empty()
            } else {
                let whole = self.tokens.know_bytes((start, found.bytes_end)).is;
                match (
                    link,
                    whole.is_empty() && is_article(self.tokens.text(start, found.bytes_end)),
                ) {
                    (true, _) => found.is,
                    // Al-Umari, whatever "al" is elsewhere.
                    (false, true) => part_is & Is::NAME,
                    (false, false) => match compound(whole, found.is, part_is) {
                        // Robert Watson-Watt, whoever Watson and Watt are.
                        Is::THING if whole.is_empty() && after_given => Is::SURNAME,
                        is => is,
                    },
                }
            };
            found.possessive = owned;
            end += 2;
            found.end = end;
        }
        Some(found)
    }

    /// Past the word after the first hyphen that no name goes over.
    fn after_compound(&self, mut end: usize) -> usize {
        while self.tokens.is_hyphen(end) && self.tokens.is_capital(end + 1) {
            end += 2;
        }
        end += 2;
        // Nothing in Bourg-en-Bresse is a name; Commander-in-Chief is a title.
        while end < self.tokens.all.len()
            && self.tokens.is_hyphen(end)
            && !self.tokens.is(end + 1, "Chief")
        {
            end += 2;
        }
        end.min(self.tokens.all.len())
    }

    /// Whether a name goes on after an abbreviating stop.
    fn goes_on(&self, at: usize, shape: Shape) -> bool {
        if !self.tokens.is_capital(at) {
            // J. van Houten
            return shape != Shape::Numeral
                && self.tokens.is_particle(at)
                && self.tokens.is_capital(at + 1)
                && !self.tokens.is_glued(at + 1);
        }
        let after_ruler = || {
            self.pieces.last().is_none_or(|name| {
                let word = name.shape == Shape::Word;
                name.cue.contains(Cue::REGNAL) || word && !name.is.intersects(Is::GIVEN)
            })
        };
        let titled = || {
            self.pieces
                .iter()
                .any(|piece| piece.cue.contains(Cue::REGAL))
        };
        if shape == Shape::Numeral && (after_ruler() || titled()) {
            // "Charles I. Then": the stop ends the sentence.
            return false;
        }
        let (word, known) = self.tokens.know(at);
        words::is_letter(word) || !known.is.contains(Is::FUNCTION) || known.is.intersects(Is::NAME)
    }

    /// Whether an X says of which ruler its name is: Leo X, but not Malcolm X.
    fn is_tenth(&self) -> bool {
        let [only] = self.pieces.as_slice() else {
            return false;
        };
        matches!(
            self.raw(only),
            "Leo"
                | "Pius"
                | "Gregory"
                | "John"
                | "Benedict"
                | "Innocent"
                | "Clement"
                | "Charles"
                | "Louis"
                | "Alfonso"
        )
    }
}

/// What hyphens add to a word.
struct Hyphened {
    is: Is,
    possessive: bool,
    end: usize,
    bytes_end: u32,
}
