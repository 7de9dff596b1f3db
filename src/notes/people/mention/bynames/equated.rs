//! What somebody is said to be the same as: `"Apis" = Col. Dragutin Dimitrijević`, `MG = Gorbachev`, `Antiochus = the Hawk`.

use std::ops::Range;

use super::{After, LONGEST, is_quote};
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::spot::Spot;
use crate::notes::word_key::{Words, key, words};

/// Names that are equated one after the other, at most.
const MOST: usize = 4;

/// Words that say what a king or the like was, which he is called after.
const KINDS: Words = words!(
    "bachelor bandit boy child citizen desert iron leper lion monk peasant philosopher poet sea shadow soldier \
     spider star sun virgin warrior winter"
);

/// What people are of something by their office or their kin.
const OFFICES: Words = words!(
    "boss brother builder captain chancellor chief colonel commander daughter friend general leader lord man \
     marshal master merchant minister son soldier uncle woman"
);

/// Whether a word says what somebody is of something by office or kin: Commander, Leader, Lord.
pub(in super::super) fn is_office(word: &str) -> bool {
    OFFICES.contains(key(word.as_bytes()))
}

impl After<'_> {
    /// Gives what is said to be the same as `spot`, before it or after it.
    pub(super) fn equated(&self, note: &super::Note<'_>, spot: &Spot, mut found: impl FnMut(&str)) {
        if self.word(spot.tokens.end) == "=" {
            let letters = spot.tokens.end + 1;
            if self.are_letters(note, spot, letters) {
                found(self.text_of(letters..letters + 1));
            }
            self.chain(spot, found);
            return;
        }
        if let Some(before) = self.before(note, spot) {
            found(self.text_of(before));
        }
    }

    /// The tokens of a quotation or of letters before a name: `Alexander III = ATG` the other way round.
    fn before(&self, note: &super::Note<'_>, spot: &Spot) -> Option<Range<usize>> {
        let start = self
            .tokens
            .partition_point(|token| token.start < spot.start());
        let close = start.checked_sub(2)?;
        if self.word(start - 1) != "=" {
            return None;
        }
        if !is_quote(self.word(close)) {
            return self
                .are_letters(note, spot, close)
                .then_some(close..close + 1);
        }
        let open = self.open_of(close)?;
        self.is_name(open + 1..close).then_some(open + 1..close)
    }

    /// Gives the bynames of `Antiochus I = the Hawk = Hierax`, up to the first item that is none.
    fn chain(&self, spot: &Spot, mut found: impl FnMut(&str)) {
        let mut at = spot.tokens.end;
        let mut any = false;
        for _ in 0..MOST {
            if self.word(at) != "=" {
                return;
            }
            let ends =
                |at: &usize| matches!(self.word(*at), "=" | "." | "," | ";" | "|" | "(" | "/" | "");
            let Some(end) = (at + 1..at + 2 + LONGEST).find(ends) else {
                return;
            };
            let the = usize::from(self.word(at + 1) == "the");
            let item = at + 1 + the..end;
            let is_byname = if the == 1 {
                self.is_told_apart(spot, item.clone())
            } else {
                any && self.is_unknown(&item)
                    || self.is_kind_of_head(&item)
                    || self.is_head_of(&item)
                    || self.is_foreign_head(&item)
            };
            if !is_byname {
                return;
            }
            any = true;
            found(self.text_of(item.start - the..item.end));
            at = end;
        }
    }

    /// Whether words after "the" say what somebody is called: Besieger, One-Eyed, Old Fox.
    fn is_told_apart(&self, spot: &Spot, item: Range<usize>) -> bool {
        let Some(tokens) = self
            .tokens
            .get(item.clone())
            .filter(|tokens| !tokens.is_empty())
        else {
            return false;
        };
        let capitals = tokens
            .iter()
            .all(|token| token.capital || token.of(self.text) == "-");
        if !capitals {
            return false;
        }
        let last = self.word(item.end - 1);
        let whole = self.text_of(item.clone());
        let mut folded = String::new();
        lexicon::fold(whole, &mut folded);
        let known = lexicon::look_up(&folded);
        let epithet = known.contains(Is::EPITHET)
            || ["er", "or", "ed", "less"]
                .iter()
                .any(|end| last.ends_with(end));
        let one = item.len() == 1 || self.word(item.start + 1) == "-";
        let ruler = one && !spot.tail.is_none() && known.is_empty();
        let other = known.intersects(Is::PLACE | Is::GROUP | Is::PEOPLE | Is::THING);
        !other && !last.ends_with('s') && (one && epithet || ruler)
            || item.len() > 1 && is_head(last)
    }

    /// Whether an item is one word with a capital that no list knows.
    fn is_unknown(&self, item: &Range<usize>) -> bool {
        item.len() == 1
            && self.tokens[item.start].capital
            && lexicon::know(self.word(item.start)).is.is_empty()
    }

    /// Whether an item is what a king or the like was and his title: leper king, boy emperor.
    pub(super) fn is_kind_of_head(&self, item: &Range<usize>) -> bool {
        item.len() == 2 && self.any(item.start, KINDS) && is_head(self.word(item.start + 1))
    }

    /// Whether an item is what somebody is called in another tongue: El Libertador.
    fn is_foreign_head(&self, item: &Range<usize>) -> bool {
        item.len() == 2
            && self.any(item.start, words!("il el la le der"))
            && self.tokens[item.start].capital
            && self.tokens[item.start + 1].capital
            && is_head(self.word(item.start + 1))
    }

    /// Whether an item says what somebody is of something, and no office: Lady of the Marches, Defender of Ham.
    pub(super) fn is_head_of(&self, item: &Range<usize>) -> bool {
        let of = item.start + 1;
        item.len() >= 3
            && self.is_of(of)
            && is_head(self.word(item.start))
            && !self.is_title(item.start)
            && !self.any(item.start, OFFICES)
            && self.is_name(item.clone())
    }

    /// `Guy of Lorne`, where both words mean the person of the spot at `at`.
    pub(super) fn origin(&self, note: &super::Note<'_>, at: usize) -> Option<&str> {
        let (spot, next) = (&note.spots[at], note.spots.get(at + 1)?);
        let is_one = next.block == spot.block
            && next.tokens.start == spot.tokens.end + 1
            && self.is_of(spot.tokens.end)
            && note.people.owners[at] == note.people.owners[at + 1];
        is_one.then(|| &self.text[spot.bytes.start as usize..next.bytes.end as usize])
    }
}
