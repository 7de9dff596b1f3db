//! What an item of a bracket looks like: an epithet, letters for a name, a name that no list has, somebody else.

use std::ops::Range;

use super::Bracket;
use crate::notes::lex::{Kind, Token};
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::join::{NO_LIST, is_numeral};
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::mention::bynames::is_office;

impl Bracket<'_> {
    /// Whether one word after "the" says what somebody is called, and not what he was by his people or his office: the Drunkard,
    /// the Delayer, but not the Saxon, the Socialist or the Elector.
    pub(super) fn is_what_he_is(&self, word: &Range<usize>) -> bool {
        if word.len() != 1 || self.tokens[word.start].kind != Kind::Word {
            return false;
        }
        let (word, is) = (
            self.word(word.start),
            lexicon::know(self.word(word.start)).is,
        );
        let many = word.ends_with('s') && !word.ends_with("ss");
        let kind = ["ist", "crat", "ian", "ese", "ish"]
            .iter()
            .any(|end| word.ends_with(end));
        let ruler = || is_numeral(self.note.names.text(self.spot.tail));
        let other =
            Is::PLACE | Is::GROUP | Is::PEOPLE | Is::THING | Is::FUNCTION | Is::TITLE | Is::ROLE;
        let plain = word.len() >= 4 && !many && !is.intersects(other | Is::NAME);
        plain && !kind || is_head(word) && (ruler() || !is.intersects(Is::TITLE | Is::ROLE))
    }

    /// Whether an item says what its bearer is of something: Maid of Norway, Lion of the North; `Lord of the Rings` is a book.
    pub(super) fn is_head_of(&self, item: &Range<usize>) -> bool {
        let of = (item.start + 1..item.end).find(|at| self.word(*at) == "of");
        of.is_some_and(|of| is_head(self.word(of - 1)) && !is_office(self.word(item.start)))
    }

    /// The bytes of two words with capitals that no list has and that name nobody else: `Prithvi Singh (Rai Bomora)`.
    pub(super) fn strange(&self, item: &Range<usize>) -> Option<Range<usize>> {
        let [one, two] = &self.tokens[item.clone()] else {
            return None;
        };
        let is_strange = |token: &Token| {
            let word = token.of(self.text);
            token.kind == Kind::Word
                && token.capital
                && word.len() >= 3
                && !token.shouted
                && lexicon::know(word).is.is_empty()
        };
        let full = self.spot.words > 1 || !self.spot.single;
        (full && is_strange(one) && is_strange(two) && !self.is_anothers(item, true))
            .then_some(one.start as usize..two.end as usize)
    }

    /// Whether somebody else is named in an item.
    pub(super) fn is_anothers(&self, item: &Range<usize>, cued: bool) -> bool {
        let owner = self.note.people.owners[self.at];
        let after = self.at + 1..self.note.spots.len();
        let mut near = after.take_while(|at| {
            let spot = &self.note.spots[*at];
            spot.block == self.spot.block && spot.tokens.start < item.end
        });
        near.any(|at| {
            let other = self.note.people.owners[at];
            self.note.spots[at].tokens.end > item.start
                && other != owner
                && (other != NO_LIST || !cued && self.note.spots[at].last.intersects(Is::NAME))
        })
    }

    /// Whether a quotation says what somebody is, or is one word that says nothing else: "Hobbe the robber", "Zamba".
    pub(super) fn is_epithet(&self, tokens: Range<usize>) -> bool {
        let own = &self.tokens[tokens.clone()];
        // "la Pucelle", "el Cuñadísimo"
        let foreign = own.len() == 2
            && matches!(
                self.word(tokens.start),
                "la" | "La" | "el" | "El" | "le" | "Le" | "il" | "Il"
            )
            && self.is_unknown(&(tokens.start + 1..tokens.end));
        let single = own.len() == 1 && self.is_unknown(&tokens) || foreign;
        // Works are "The Prince" and "King Lear".
        let first = lexicon::know(self.word(tokens.start)).is;
        let work = self.word(tokens.start) == "The" || first.contains(Is::TITLE) && own.len() == 2;
        let head = own.iter().any(|token| is_head(token.of(self.text)));
        own.iter().all(|token| token.kind == Kind::Word) && (single || head && !work)
    }

    /// Whether an item is one word with a capital that no list knows.
    pub(super) fn is_unknown(&self, item: &Range<usize>) -> bool {
        item.len() == 1
            && self.tokens[item.start].kind == Kind::Word
            && self.tokens[item.start].capital
            && self.word(item.start).len() >= 4
            && lexicon::know(self.word(item.start)).is.is_empty()
            // "(Abyssinian)"
            && !self.word(item.start).ends_with("ian")
    }

    /// Whether letters stand for the name before: `H8` for Henry VIII, `MQS` for Mary Queen of Scots, `B-P`, `K. of K.`
    pub(super) fn is_short_form(&self, letters: &str) -> bool {
        let digits = letters.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let capitals = letters.bytes().filter(u8::is_ascii_uppercase);
        let plain = |byte: u8| byte.is_ascii_uppercase() || b".-& o f".contains(&byte);
        let short = &letters[..letters.len() - digits.len()];
        let n_capitals = capitals.clone().count();
        if letters.len() > 9 || n_capitals == 0 || !short.bytes().all(plain) {
            return false;
        }
        let names = self.note.names;
        let mut initials = names
            .text(self.spot.key)
            .split([' ', '-'])
            .chain(names.text(self.spot.tail).split(' '))
            .filter_map(|word| word.bytes().next())
            .map(|byte| byte.to_ascii_uppercase());
        if !digits.is_empty() {
            let numeral = is_numeral(names.text(self.spot.tail));
            return numeral
                && n_capitals == 1
                && digits.len() <= 2
                && initials.next() == letters.bytes().next();
        }
        // Each capital is an initial, in order.
        n_capitals >= 2
            && capitals
                .into_iter()
                .all(|letter| initials.any(|initial| initial == letter))
    }
}
