//! Two names that are one: in another script, in full, or its halves apart: `Kitbuqa (Ketbugha)`, `Tycho (Brahe)`.

use super::Inside;
use crate::notes::lex::Kind;
use crate::notes::people::eastern::is_romanised;
use crate::notes::people::join::is_numeral;
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::misspelt;
use crate::notes::people::spot::Spot;

impl Inside<'_> {
    /// Whether the second, in brackets, is the first in another script or before the throne.
    pub(in crate::notes::people::equate) fn is_same_name(&self) -> bool {
        let (one, two) = self.spots();
        if matches!(self.between, ["\"" | "“"]) && matches!(self.after, "\"" | "”") {
            // Richard I "Lionheart".
            return is_numeral(self.names.text(one.tail)) && two.single;
        }
        if matches!(self.between, ["/"] | ["("]) && (self.is_respelt() || self.is_fuller()) {
            return true;
        }
        if self.between != ["("] || !matches!(self.after, ")" | ",") {
            return false;
        }
        let (own, other) = (self.names.words(one.key), self.names.words(two.key));
        let range = two.bytes.start as usize..two.bytes.end as usize;
        if own.len() == other.len() && is_romanised(&self.block.text.visible[range]) {
            return true;
        }
        // Who is named nowhere else has no part of their own.
        let named_once = || self.spots.iter().filter(|spot| spot.key == two.key).count() == 1;
        is_numeral(self.names.text(one.tail))
            && self.after == ")"
            && two.words >= 2
            && two.title.is_none()
            && two.first.intersects(Is::GIVEN)
            && (two.first.contains(Is::HE) || !one.first.contains(Is::HE))
            && named_once()
    }

    /// Whether both are one name of another script in two spellings: `Kitbuqa (Ketbugha)`, `Toqtamish / Tokhtamysh Khan`.
    fn is_respelt(&self) -> bool {
        let (one, two) = self.spots();
        let names = self.names;
        // The Toqtamish of Toqtamish Khan; none of a given name and a surname.
        let bare = |spot: &Spot| match *names.words(spot.key) {
            [name] => Some(name),
            [name, title] if names.known(title).is.contains(Is::TITLE) => Some(name),
            _ => None,
        };
        let (Some(own), Some(other)) = (bare(one), bare(two)) else {
            return false;
        };
        let closed = self.between == ["/"] || self.after == ")";
        let is_plain = |spot: &Spot| spot.tail.is_none() && !spot.possessive;
        // Marie (Mary) may be mother and daughter.
        let given = one.first.intersects(Is::GIVEN) && two.first.intersects(Is::GIVEN);
        closed
            && !given
            && is_plain(one)
            && is_plain(two)
            && misspelt::is_respelt(names.text(own), names.text(other))
    }

    /// Whether a bracket says first who one known by one word is in full, and then more of him: `Sand (Hugh Sander, from Ham)`.
    fn is_fuller(&self) -> bool {
        let (one, two) = self.spots();
        if self.between != ["("] || self.after != "," || !one.single || one.possessive {
            return false;
        }
        let tokens = &self.block.tokens;
        let word = |at: usize| tokens[at].of(&self.block.text.visible);
        let end = two.tokens.end;
        let close = (end..tokens.len().min(end + 12)).find(|at| word(*at) == ")");
        // "Sand (Hugh Rodmar, 1966)": who wrote about him.
        let cited = tokens
            .get(end + 1)
            .is_some_and(|next| next.kind == Kind::Number);
        let next = self.spots.get(self.pair[1] + 1);
        let several = one.ends_as_plural && one.last.is_empty();
        let alone = |close: usize| {
            next.is_none_or(|next| next.block != two.block || next.tokens.start > close)
        };
        // "(Golden Horde, a khan)"
        let named = |is: Is| is.intersects(Is::NAME) || !is.intersects(Is::OTHER);
        !several
            && !cited
            && named(two.first)
            && named(two.last)
            && two.words >= 2
            && !two.possessive
            && two.title.is_none()
            && close.is_some_and(alone)
    }

    /// Whether the two are the halves of one name: `Tycho (Brahe)`, `Loyola (Ignatius)`, `Newton, Isaac: …` where a line opens.
    pub(in crate::notes::people::equate) fn are_halves(&self) -> bool {
        let (one, two) = self.spots();
        if !one.single || !two.single || one.possessive || two.possessive {
            return false;
        }
        let is_given = |spot: &Spot| spot.last.intersects(Is::GIVEN);
        // "General Franco (Francisco)"; but King Pomare (Charles) may be another's.
        if one.title.is_some() && (self.between != ["("] || self.after != ")" || is_given(one)) {
            return false;
        }
        match self.between {
            // Who is known by one word has a name to himself: Ferdinand (Columbus).
            ["("] if self.after == ")" || self.after == "," && is_given(two) => {
                let is_known = |spot: &Spot| {
                    let word = self.names.known(spot.key);
                    word.is.contains(Is::KNOWN) || word.cue.contains(Cue::REGNAL)
                };
                two.title.is_none()
                    && is_given(one) != is_given(two)
                    && (is_given(two) || !is_known(one) || !is_known(two))
            }
            [","] => {
                let (sentences, start) = (&self.block.sentences, one.tokens.start);
                let opens = sentences.binary_search_by_key(&start, |range| range.start);
                opens.is_ok()
                    && two.title.is_none()
                    && !is_given(one)
                    && is_given(two)
                    && matches!(self.after, ":" | "(" | "-" | "–" | "—" | "")
            }
            _ => false,
        }
    }
}
