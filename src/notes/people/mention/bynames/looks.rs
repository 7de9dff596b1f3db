//! What words after a name look like: a title, an epithet, a name of their own.

use super::{After, LONGEST, is_quote};
use crate::notes::lex::{Kind, Token};
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::people::spot::Spot;
use crate::notes::word_key::words;

impl After<'_> {
    /// The token after a bracket that has a number in it: `(r. 1526–30)`.
    pub(super) fn past_years(&self, at: usize) -> usize {
        // "Papen -1932 - 'the fool' -"
        let number = |at: usize| {
            self.tokens
                .get(at)
                .is_some_and(|token| token.kind == Kind::Number)
        };
        if is_dash(self.word(at)) && number(at + 1) && is_dash(self.word(at + 2)) {
            return at + 2;
        }
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

    /// Whether one word with a capital stands at `at` that no list has, or a place's name.
    pub(super) fn is_nowhere(&self, at: usize) -> bool {
        let capital = |at: usize| self.tokens.get(at).is_some_and(|token| token.capital);
        let is = lexicon::know(self.word(at)).is;
        capital(at) && !capital(at + 1) && (is.is_empty() || is.contains(Is::PLACE))
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
        // "Chief Engineer"; but King Lear is a work.
        let doer = || self.word(tokens.end - 1).ends_with("er");
        let work = self.word(tokens.start) == "The" || titled && tokens.len() == 2 && !doer();
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

    /// Whether a dash with spaces around it stands at `at`.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        let spaced = |at: usize| self.tokens.get(at).is_none_or(|token| token.spaced);
        is_dash(self.word(at)) && spaced(at) && spaced(at + 1)
    }

    /// Whether what somebody is called may stand at `at`, after a dash: a quick no for most.
    pub(super) fn may_go_on(&self, at: usize) -> bool {
        is_quote(self.word(at))
            || self.any(at, super::OPENERS)
            || self.any(at, words!("the il el la le der"))
            || self.tokens.get(at).is_some_and(|token| {
                token.kind == Kind::Number || token.capital && self.is_dash(at + 2)
            })
    }

    /// Whether a quotation begins with "the" and is no sentence: the mad Monk, the monk in armour, the Most Catholic King.
    pub(super) fn is_phrase(&self, tokens: std::ops::Range<usize>) -> bool {
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
    pub(super) fn is_small_epithet(&self, tokens: std::ops::Range<usize>) -> bool {
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
    pub(super) fn is_follower(&self, tokens: std::ops::Range<usize>) -> bool {
        let Some([whose, head]) = self.tokens.get(tokens) else {
            return false;
        };
        let owner = whose.of(self.text);
        whose.capital
            && (owner.ends_with("'s") || owner.ends_with("’s"))
            && is_head(head.of(self.text))
    }

    /// Whether a quotation is a name of another tongue, whose article is small: il Rosso, l'Ostwichienne.
    pub(super) fn is_foreign(&self, tokens: std::ops::Range<usize>) -> bool {
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

    /// Whether a quotation says in small letters what somebody is of a place or the like: butcher of Ostwick, sea-wolf of Ham.
    pub(super) fn is_small_phrase(&self, tokens: std::ops::Range<usize>) -> bool {
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

    /// The name of `spot` and the quotation right behind it, of which `start` and `end` are the bytes inside: Eric 'Bloodaxe'.
    pub(super) fn with_quotation(&self, spot: &Spot, start: u32, end: u32) -> Option<&str> {
        let open = self.text.get(spot.bytes.end as usize..start as usize)?;
        let close = self.text[end as usize..].chars().next()?;
        let mark = close.len_utf8();
        let marks = [" '", " ‘", " \"", " “"];
        (spot.single && marks.contains(&open) && is_quote(&self.text[end as usize..][..mark]))
            .then(|| &self.text[spot.bytes.start as usize..end as usize + mark])
    }

    /// Whether a quotation is a friend's or a soldier's word and a name: Old Hickory, Mad Anthony, Uncle Billy.
    pub(super) fn is_old(&self, tokens: std::ops::Range<usize>) -> bool {
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

    /// Whether one word in quotation marks may be what a given name's bearer is called: Edmund "Ironside".
    pub(super) fn is_byname_of_given(&self, spot: &Spot, at: usize) -> bool {
        let capital = self.tokens.get(at).is_some_and(|token| token.capital);
        capital
            && spot.single
            && spot.first.intersects(Is::GIVEN)
            && !lexicon::know(self.word(at))
                .is
                .intersects(Is::OTHER - Is::WORD)
    }

    /// Whether somebody calls the bearer of `spot` what follows: `they called Graham "Bluidy Clavers"`.
    pub(super) fn is_called_before(&self, spot: &Spot) -> bool {
        let start = spot.start();
        let first = self.tokens.partition_point(|token| token.start < start);
        first > 0 && self.any(first - 1, super::CALLS)
    }

    /// Whether tokens may be a name: words, of which the last has a capital and none is grammar's alone.
    pub(super) fn is_name(&self, tokens: std::ops::Range<usize>) -> bool {
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

/// Whether a token is a dash.
fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

/// Whether a word is one of grammar: `I`, `The`, `What`.
fn is_grammar(word: &str) -> bool {
    let mut folded = String::new();
    lexicon::fold(word, &mut folded);
    lexicon::look_up(&folded).contains(Is::FUNCTION)
}
