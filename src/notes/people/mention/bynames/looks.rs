//! What words after a name look like: a title, an epithet, a name of their own.

use super::{After, LONGEST};
use crate::notes::lex::{Kind, Token};
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::people::spot::Spot;

impl After<'_> {
    /// The token after a bracket that has a number in it: `(r. 1526–30)`.
    pub(super) fn past_years(&self, at: usize) -> usize {
        if self.word(at) != "(" {
            return at;
        }
        let close = (at + 1..at + 8).find(|at| self.word(*at) == ")");
        let close = close.filter(|close| {
            self.tokens[at..*close]
                .iter()
                .any(|token| token.kind == Kind::Number)
        });
        close.map_or(at, |close| close + 1)
    }

    /// Whether a quotation says what somebody is of a place: Tiger of Mysore, Maid of Orleans.
    pub(super) fn is_of_a_place(&self, tokens: std::ops::Range<usize>) -> bool {
        let [first, of, place] = &self.tokens[tokens] else {
            return false;
        };
        let mut folded = String::new();
        lexicon::fold(place.of(self.text), &mut folded);
        first.capital && of.of(self.text) == "of" && lexicon::look_up(&folded).contains(Is::PLACE)
    }

    /// Whether a title and an "of" stand at `at`: Elector of Saxony, Prince of the Humanists.
    pub(super) fn is_title_of(&self, at: usize) -> bool {
        let capital = self.tokens.get(at).is_some_and(|token| token.capital);
        capital && self.word(at + 1) == "of" && self.is_title(at)
    }

    /// Whether a ruler's or a peer's title stands at `at` without its capital.
    pub(super) fn is_small_title(&self, at: usize) -> bool {
        let small = self.tokens.get(at).is_some_and(|token| !token.capital);
        small && self.is_title(at)
    }

    pub(super) fn is_title(&self, at: usize) -> bool {
        let cue = lexicon::know(self.word(at)).cue;
        cue.intersects(Cue::REGAL | Cue::PEER)
    }

    /// Whether the name of a place stands at `at`.
    pub(super) fn is_place(&self, at: usize) -> bool {
        let capital = self.tokens.get(at).is_some_and(|token| token.capital);
        capital && lexicon::know(self.word(at)).is.contains(Is::PLACE)
    }

    /// Whether words at `at` are said of the bearer, who does not call somebody else so.
    pub(super) fn is_told(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "gets" | "got" | "was" | "is" | "who" | "whom" | "a" | "aka"
        ) || matches!(self.word(at + 1), "himself" | "herself")
    }

    /// Whether a quotation has a word for what somebody is: Angel of the Battlefield.
    pub(super) fn has_head(&self, tokens: std::ops::Range<usize>) -> bool {
        let titled = lexicon::know(self.word(tokens.start))
            .is
            .contains(Is::TITLE);
        let work = self.word(tokens.start) == "The" || titled && tokens.len() == 2;
        let mut words = self.tokens[tokens].iter().map(|token| token.of(self.text));
        !work && words.any(is_head)
    }

    /// The token after words with capitals, and small ones between them.
    pub(super) fn capitals(&self, from: usize) -> usize {
        let mut end = from;
        for at in from..(from + LONGEST).min(self.tokens.len()) {
            let token = &self.tokens[at];
            if token.kind != Kind::Word || at > from && !token.spaced {
                break;
            }
            if token.capital {
                end = at + 1;
            } else if at == from || !matches!(self.word(at), "of" | "the" | "with" | "in" | "and") {
                break;
            }
        }
        end
    }

    /// Whether tokens may be a name: words, of which the last has a capital and none is grammar's alone.
    pub(super) fn is_name(&self, tokens: std::ops::Range<usize>) -> bool {
        let Some(own) = self.tokens.get(tokens) else {
            return false;
        };
        let words = own.iter().enumerate().all(|(at, token)| {
            let word = token.of(self.text);
            matches!(word, "-" | "'" | "’")
                || token.kind == Kind::Word
                    && (token.capital && (at == 0 && word == "The" || !is_grammar(word))
                        || matches!(word, "of" | "the" | "with" | "in"))
        });
        words && own.last().is_some_and(|last| last.capital)
    }

    /// Whether a quotation is a given name or what somebody is, with one word before it: Iron Felix, Sun King, Desert Fox.
    pub(super) fn is_epithet(&self, tokens: std::ops::Range<usize>) -> bool {
        let [first, last] = &self.tokens[tokens] else {
            return false;
        };
        let known = |token: &Token| {
            let mut folded = String::new();
            lexicon::fold(token.of(self.text), &mut folded);
            lexicon::look_up(&folded)
        };
        let (of_first, of_last) = (known(first), known(last));
        // Works are "Jane Eyre", "Lord Jim" and "King Lear".
        first.capital
            && last.capital
            && !of_first.intersects(Is::GIVEN | Is::TITLE | Is::FUNCTION)
            && of_last.intersects(Is::GIVEN | Is::TITLE | Is::ROLE | Is::EPITHET)
    }

    /// Whether two words at `at` are a plain one and the first name of `spot`: Bloody Mary.
    pub(super) fn is_other_byname(&self, note: &super::Note<'_>, spot: &Spot, at: usize) -> bool {
        let [Some(plain), Some(name)] = [self.tokens.get(at), self.tokens.get(at + 1)] else {
            return false;
        };
        let mut folded = String::new();
        plain.capital && name.capital && {
            lexicon::fold(name.of(self.text), &mut folded);
            let is_first = note.names.text(note.names.first(spot.key)) == folded;
            let is = lexicon::know(plain.of(self.text)).is;
            is_first && !is.intersects(Is::NAME | Is::TITLE | Is::FUNCTION)
        }
    }

    /// Whether a quotation shares a word, three letters or the initials with a name: Oppie, Bloody Mary, JJ.
    pub(super) fn is_akin(
        &self,
        note: &super::Note<'_>,
        spot: &Spot,
        tokens: std::ops::Range<usize>,
    ) -> bool {
        let own = note.names.words(spot.key);
        let mut folded = String::new();
        self.tokens[tokens].iter().any(|token| {
            folded.clear();
            lexicon::fold(token.of(self.text), &mut folded);
            let initials = folded.len() >= 2
                && folded.len() <= own.len()
                && own
                    .iter()
                    .zip(folded.bytes())
                    .all(|(word, letter)| note.names.text(*word).as_bytes()[0] == letter);
            initials
                || own.iter().any(|word| {
                    let begin = note.names.text(*word).get(..3);
                    begin.is_some() && folded.get(..3) == begin
                })
        })
    }

    pub(super) fn bytes(&self, from: usize, end: usize) -> (u32, u32) {
        (self.tokens[from].start, self.tokens[end - 1].end)
    }
}

/// Whether a word is one of grammar: `I`, `The`, `What`.
fn is_grammar(word: &str) -> bool {
    let mut folded = String::new();
    lexicon::fold(word, &mut folded);
    lexicon::look_up(&folded).contains(Is::FUNCTION)
}
