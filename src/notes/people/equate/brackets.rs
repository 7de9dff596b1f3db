//! Names in brackets after a name: `Peng Dehuai (P'eng Te-huai)`, `Pius XII (Eugenio Pacelli)`, `Govt (Lvov, later Kerensky)`.

use crate::notes::markdown::Block;
use crate::notes::people::eastern::is_romanised;
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::folded::Names;
use crate::notes::people::join::is_numeral;
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::misspelt;
use crate::notes::people::spot::Spot;

/// Two spots that stand side by side, and what stands between and after.
pub(super) struct Inside<'n> {
    pub(super) names: &'n Names,
    pub(super) block: &'n Block,
    pub(super) spots: &'n [Spot],
    /// The two.
    pub(super) pair: [usize; 2],
    pub(super) between: &'n [&'n str],
    /// The same with the mark that opens a quotation.
    pub(super) whole: &'n [&'n str],
    /// The word after the second.
    pub(super) after: &'n str,
}

impl Inside<'_> {
    pub(super) fn spots(&self) -> (&Spot, &Spot) {
        let [one, two] = self.pair;
        (&self.spots[one], &self.spots[two])
    }

    /// Whether the second ends a bracket that has another name of the same person: `Malinche (Malintzin, Doña Marina)`,
    /// `(Malintzin / Marina)`.
    pub(super) fn is_second_name(&self) -> bool {
        let (_, two) = self.spots();
        let quoted = matches!(self.whole, [",", "\"" | "“" | "'" | "‘"])
            && matches!(self.after, "\"" | "”" | "'" | "’");
        (matches!(self.between, ["," | "/"]) && self.after == ")" || quoted) && !two.possessive
    }

    /// Whether the second begins what the first is called in quotation marks: `, "Angel of the Battlefield"`, `(also "Black Tom")`.
    pub(super) fn is_quoted(&self) -> bool {
        let (one, two) = self.spots();
        let [before @ .., "\"" | "“"] = self.whole else {
            return false;
        };
        let told = match before {
            ["="] | ["(", "also" | "aka"] | ["," | "(", "the"] => true,
            ["," | "("] => false,
            _ => return false,
        };
        let word = |at: usize| self.block.tokens[at].of(&self.block.text.visible);
        // `Lord Alanbrooke ("Brookie")`, who has that name to himself.
        let end = two.tokens.end;
        let alone = before == ["("]
            && end + 1 < self.block.tokens.len()
            && word(end + 1) == ")"
            && !two.last.contains(Is::KNOWN)
            && two.is_single()
            && two.title.is_none();
        if alone && matches!(self.after, "\"" | "”") && !one.possessive {
            return true;
        }
        let start = two.tokens.start;
        let last = self.block.tokens.len().min(start + 6);
        let Some(close) = (start..last).find(|at| matches!(word(*at), "\"" | "”")) else {
            return false;
        };
        // "King Lear" is a work.
        let akin = two.words > 1 && self.names.last(one.key) == self.names.last(two.key);
        let heads = akin || two.title.is_none() && (start..close).any(|at| is_head(word(at)));
        !one.possessive && (told || heads)
    }

    /// Whether the second, in brackets, is the first in another script or before the throne.
    pub(super) fn is_same_name(&self) -> bool {
        let (one, two) = self.spots();
        if matches!(self.between, ["\"" | "“"]) && matches!(self.after, "\"" | "”") {
            // Richard I "Lionheart".
            return is_numeral(self.names.text(one.tail)) && two.single;
        }
        if matches!(self.between, ["/"] | ["("]) && self.is_respelt() {
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

    /// Whether the two are the halves of one name: `Tycho (Brahe)`, `Loyola (Ignatius)`, `Newton, Isaac: …` where a line opens.
    pub(super) fn are_halves(&self) -> bool {
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

    /// The word before the first; none where it opens the block.
    pub(super) fn before(&self) -> &str {
        let start = self.spots().0.start();
        let tokens = &self.block.tokens;
        let first = tokens.partition_point(|token| token.start < start);
        let before = first.checked_sub(1);
        before.map_or("", |at| tokens[at].of(&self.block.text.visible))
    }

    /// Whether both held one office, one after the other: `(Prince Lvov, later Kerensky)`.
    pub(super) fn is_successor(&self) -> bool {
        let (one, two) = self.spots();
        let given = one.first.intersects(Is::GIVEN) || two.first.intersects(Is::GIVEN);
        self.before() == "("
            && matches!(self.between, [",", "later" | "then"])
            && (one.title.is_some() || !given)
    }
}
