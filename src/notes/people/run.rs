//! A run of capitalised words, with the particles, initials, numerals and epithets that hold a name together.

mod follow;
mod marks;
mod tokens;
mod words;
mod wrapped;

pub(super) use tokens::{Tokens, is_prose};
pub(super) use words::{is_article, roman, without_possessive};

use super::lexicon::{self, Cue, Is, Word};
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, Document};
use crate::notes::word_key::words;
use words::{compound, is_shouted, shape_of};

/// Pieces of a run, at most: no name is so long, and a text all in capitals is not to be weighed as one.
const LONGEST: usize = 64;

/// Words that hyphens tie together in a name, at most.
const MOST_HYPHENS: usize = 8;

/// What a piece of a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A word with a capital.
    Word,
    /// `F.`, or the `X` of Malcolm X.
    Initial,
    /// `von`, `de la`, `bin`.
    Particle,
    /// `XIV`.
    Numeral,
    /// A nickname in quotation marks or brackets between two words.
    Nickname,
    /// `the Great`.
    Epithet,
    /// `of Aquitaine`.
    Origin,
    /// The `Soter` of Ptolemy I Soter.
    Byname,
}

/// One piece of a run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) shape: Shape,
    /// First token, and the one past the last.
    pub(super) tokens: (usize, usize),
    /// Bytes of the visible text, possessive cut off.
    pub(super) bytes: (u32, u32),
    pub(super) is: Is,
    pub(super) cue: Cue,
    /// Ends in `'s`.
    pub(super) possessive: bool,
    /// All capitals, two letters at least.
    pub(super) shouted: bool,
}

impl Piece {
    /// Whether it is one syllable, of five letters at most.
    pub(super) fn is_short(&self) -> bool {
        self.len() <= 5
    }

    /// How many bytes it has.
    #[inline]
    pub(super) fn len(&self) -> u32 {
        self.bytes.1 - self.bytes.0
    }
}

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
    pub(super) fn open(&mut self, block: &'d Block, keys: &'d [u128]) {
        self.tokens.open(block, keys);
        self.at = 0;
    }

    /// `piece` as it stands in the text.
    pub(super) fn raw(&self, piece: &Piece) -> &'d str {
        self.tokens.text(piece.bytes.0, piece.bytes.1)
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

    /// Whether a common word is the surname of somebody who was named before.
    pub(super) fn is_surname_here(&self, raw: &str) -> bool {
        self.surnames.contains(&raw)
    }

    /// Reads the next run into [`Self::pieces`]; `false` after the last.
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

    /// Takes the word at `at`, with what is glued to it by hyphens and an abbreviating stop; says where it goes on.
    fn push(&mut self, at: usize, known: Word) -> usize {
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
}

/// What hyphens add to a word.
struct Hyphened {
    is: Is,
    possessive: bool,
    end: usize,
    bytes_end: u32,
}
