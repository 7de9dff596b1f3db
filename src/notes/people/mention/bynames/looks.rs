//! What a quotation looks like: a title, an epithet, a name of its own.

use std::ops::Range;

use super::{After, LONGEST};
use crate::notes::lex::{Kind, Token};
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::word_key::words;

impl After<'_> {
    /// Whether a quotation says what somebody is of a place: Tiger of Mysore, Maid of Orleans.
    pub(super) fn is_of_a_place(&self, tokens: Range<usize>) -> bool {
        let [first, of, place] = &self.tokens[tokens] else {
            return false;
        };
        let mut folded = String::new();
        lexicon::fold(place.of(self.text), &mut folded);
        first.capital && of.of(self.text) == "of" && lexicon::look_up(&folded).contains(Is::PLACE)
    }

    /// Whether a quotation has a word for what somebody is: Angel of the Battlefield.
    pub(super) fn has_head(&self, tokens: Range<usize>) -> bool {
        let titled = lexicon::know(self.word(tokens.start))
            .is
            .contains(Is::TITLE);
        // "Chief Engineer"; but King Lear is a work.
        let doer = || self.word(tokens.end - 1).ends_with("er");
        let work = self.word(tokens.start) == "The" || titled && tokens.len() == 2 && !doer();
        let mut words = self.tokens[tokens].iter().map(|token| token.of(self.text));
        !work && words.any(is_head)
    }

    /// Whether a quotation begins with "the" and is no sentence: the mad Monk, the monk in armour, the Most Catholic King.
    pub(super) fn is_phrase(&self, tokens: Range<usize>) -> bool {
        let Some([the, own @ ..]) = self.tokens.get(tokens) else {
            return false;
        };
        let plain = |token: &Token| {
            let word = token.of(self.text);
            matches!(word, "-" | "'" | "’")
                || token.kind == Kind::Word && !lexicon::know(word).cue.contains(Cue::AUXILIARY)
        };
        let told = |token: &Token| token.capital || is_head(token.of(self.text));
        matches!(the.of(self.text), "the" | "that")
            && own.len() <= LONGEST
            && own.iter().all(plain)
            && own.iter().any(told)
    }

    /// Whether a quotation is a word and what somebody is, both small: hunger chancellor, she-wolf.
    pub(super) fn is_small_epithet(&self, tokens: Range<usize>) -> bool {
        let small = |token: &Token| token.kind == Kind::Word && !token.capital;
        let head = |token: &Token| small(token) && is_head(token.of(self.text));
        match self.tokens.get(tokens) {
            Some([first, last]) => {
                small(first)
                    && head(last)
                    && !lexicon::know(first.of(self.text))
                        .is
                        .intersects(Is::FUNCTION | Is::PEOPLE)
            }
            Some([first, hyphen, last]) => {
                hyphen.of(self.text) == "-" && small(first) && head(last)
            }
            _ => false,
        }
    }

    /// Whether a quotation says whose man somebody is: Sand's bulldog.
    pub(super) fn is_follower(&self, tokens: Range<usize>) -> bool {
        let Some([whose, head]) = self.tokens.get(tokens) else {
            return false;
        };
        let owner = whose.of(self.text);
        whose.capital
            && (owner.ends_with("'s") || owner.ends_with("’s"))
            && is_head(head.of(self.text))
    }

    /// Whether a quotation is a name of another tongue, whose article is small: il Rosso, l'Ostwichienne.
    pub(super) fn is_foreign(&self, tokens: Range<usize>) -> bool {
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        match self.tokens.get(tokens) {
            Some([only]) => {
                let word = only.of(self.text);
                let bare = word.strip_prefix("l'").or_else(|| word.strip_prefix("l’"));
                bare.is_some_and(capital)
            }
            Some([article, name]) => {
                name.capital
                    && matches!(
                        article.of(self.text),
                        "il" | "el" | "la" | "le" | "der" | "lo"
                    )
            }
            _ => false,
        }
    }

    /// Whether a quotation is a small word behind a foreign article, or a word with a capital behind "the": el mariscal, the Goose.
    pub(super) fn is_with_article(&self, tokens: Range<usize>) -> bool {
        let Some([article, name]) = self.tokens.get(tokens) else {
            return false;
        };
        let (article, word) = (article.of(self.text), name.of(self.text));
        let is = lexicon::know(word).is;
        let other = Is::PLACE | Is::PEOPLE | Is::FUNCTION | Is::GROUP | Is::THING;
        let many = word.ends_with('s') && !word.ends_with("ss");
        name.kind == Kind::Word
            && word.len() >= 4
            && match article {
                "the" => name.capital && !many && !is.intersects(other),
                "el" | "il" | "der" => !is.intersects(other),
                _ => false,
            }
    }

    /// Whether a quotation says in small letters what somebody is of a place or the like: butcher of Ostwick, sea-wolf of Ham.
    pub(super) fn is_small_phrase(&self, tokens: Range<usize>) -> bool {
        let own = match self.tokens.get(tokens) {
            Some(own @ [first, .., last]) if last.capital && !first.capital => own,
            // "butcher of the valley", "prince of pilgrims"
            Some(own @ [_, of, .., last]) if of.of(self.text) == "of" && !last.capital => own,
            // "Marshal of the army of Ham", but not "Lord of the Flies"
            Some(own @ [first, .., last]) if first.capital && last.capital => {
                let mut inner = own.iter();
                let said = inner.any(|token| !token.capital && token.end - token.start > 3);
                if !said {
                    return false;
                }
                own
            }
            _ => return false,
        };
        let plain = |token: &Token| {
            let word = token.of(self.text);
            word == "-"
                || token.kind == Kind::Word && !lexicon::know(word).cue.contains(Cue::AUXILIARY)
        };
        let of = own.iter().position(|token| token.of(self.text) == "of");
        own.len() <= LONGEST
            && of.is_some_and(|of| of > 0 && is_head(own[of - 1].of(self.text)))
            && own.iter().all(plain)
    }

    /// Whether one word at `at` says what somebody has or does: Scarface, Bloodaxe, Bluebeard.
    pub(super) fn is_compound(&self, at: usize) -> bool {
        let word = self.word(at);
        let ends = [
            "axe", "bags", "beard", "belly", "bones", "breaker", "cloak", "eye", "face", "foot",
            "hair", "heart", "killer", "legs", "mantle", "nose", "shanks", "slayer", "sword",
            "tooth",
        ];
        let is_long = |end: &&str| word.len() >= end.len() + 4 || word.len() >= 8;
        self.tokens.get(at).is_some_and(|token| token.capital)
            && ends.iter().any(|end| word.ends_with(end) && is_long(end))
    }

    /// Whether a quotation is a friend's or a soldier's word and a name: Old Hickory, Mad Anthony, Uncle Billy.
    pub(super) fn is_old(&self, tokens: Range<usize>) -> bool {
        let Some([_, name]) = self.tokens.get(tokens.clone()) else {
            return false;
        };
        self.any(
            tokens.start,
            words!("old mad honest uncle papa mother aunt big black iron bloody little young good bonnie"),
        ) && self.tokens[tokens.start].capital
            && name.capital
            && !lexicon::know(name.of(self.text)).is.intersects(Is::OTHER)
    }

    /// Whether tokens may be a name: words, of which the last has a capital and none is grammar's alone.
    pub(super) fn is_name(&self, tokens: Range<usize>) -> bool {
        let Some(own) = self.tokens.get(tokens) else {
            return false;
        };
        let the = own
            .first()
            .is_some_and(|first| matches!(first.of(self.text), "the" | "The"));
        let words = own.iter().all(|token| {
            let word = token.of(self.text);
            matches!(word, "-" | "'" | "’")
                || token.kind == Kind::Word
                    && (token.capital && (the || !is_grammar(word))
                        || matches!(word, "of" | "the" | "with" | "in"))
        });
        words && own.last().is_some_and(|last| last.capital)
    }

    /// Whether a quotation is a given name or what somebody is, with one word before it: Iron Felix, Sun King, Desert Fox.
    pub(super) fn is_epithet(&self, tokens: Range<usize>) -> bool {
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

    /// Whether a quotation looks like what a person is called.
    pub(super) fn is_byname(&self, own: Range<usize>) -> bool {
        let byname = self.is_old(own.clone())
            || self.is_epithet(own.clone())
            || self.is_phrase(own.clone())
            || self.is_name(own.clone()) && self.has_head(own.clone());
        byname && self.is_somebodys(own)
    }

    /// Whether the words of a byname say that it is a person's: Mad Jack, Bread Chancellor, Black Baron.
    pub(super) fn is_somebodys(&self, tokens: Range<usize>) -> bool {
        let old = self.is_old(tokens.clone());
        old || tokens.into_iter().any(|at| {
            let word = self.word(at);
            let is = lexicon::know(word).is;
            is_head(word) || is.intersects(Is::GIVEN | Is::EPITHET)
        })
    }
}

/// Whether a word is one of grammar: `I`, `The`, `What`.
fn is_grammar(word: &str) -> bool {
    let mut folded = String::new();
    lexicon::fold(word, &mut folded);
    lexicon::look_up(&folded).contains(Is::FUNCTION)
}
