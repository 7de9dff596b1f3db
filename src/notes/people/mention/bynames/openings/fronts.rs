//! Bynames that a line or a card opens with, before whose they are: `Frog King – Baldwin`, `"Fox of Ham" :: Sand`.

use std::ops::Range;

use super::Line;
use crate::notes::people::join::NO_LIST;
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::mention::bynames::{After, LONGEST, is_quote};
use crate::notes::word_key::words;

/// Tokens of a byname that a line opens with, and of the mark and the title after it, at most.
const OPENING: usize = 8;

impl Line<'_> {
    /// The bynames that cards ask for, and whose they are: `Iron Jane :: Jane Sand`, `"Fox of Ham" :: Sand`.
    pub(super) fn fronts(&self) -> impl Iterator<Item = (u32, Range<usize>)> {
        let first = &self.note.spots[self.spots.start];
        let block = &self.note.document.blocks[first.block];
        let is_card = block.signs.any(b":") && block.text.visible.contains("::");
        let sentences = block.sentences.iter().filter(move |_| is_card);
        sentences.filter_map(|sentence| self.front(sentence.start))
    }

    /// As [`Self::fronts`], of a card that begins at token `from`.
    fn front(&self, from: usize) -> Option<(u32, Range<usize>)> {
        let after = self.after();
        let colon = (from + 1..from + LONGEST + 2).find(|at| after.word(*at).starts_with(':'))?;
        let back = colon + if after.word(colon) == "::" { 1 } else { 2 };
        if back == colon + 2 && after.word(colon + 1) != ":" {
            return None;
        }
        let start = after.tokens.get(back)?.start;
        let spots = &self.note.spots[self.spots.clone()];
        let named = self.spots.start + spots.partition_point(|spot| spot.start() < start);
        if self.note.spots.get(named)?.start() != start || named >= self.spots.end {
            return None;
        }
        let owner = self.note.people.owners[named];
        let quoted =
            is_quote(after.word(from)) && is_quote(after.word(colon - 1)) && colon > from + 2;
        let own = if quoted {
            from + 1..colon - 1
        } else {
            from..colon
        };
        let the = matches!(after.word(own.start), "the" | "The");
        let own = own.start + usize::from(the)..own.end;
        let told = after.is_epithet(own.clone())
            || after.is_name(own.clone()) && after.has_head(own.clone());
        let named = told || own.len() == 2 && self.is_another(&after, own.clone());
        (owner != NO_LIST && named).then_some((owner, own))
    }

    /// Whether two words are a plain one and a well-known surname: Frontier Gandhi.
    fn is_another(&self, after: &After<'_>, tokens: Range<usize>) -> bool {
        let is = |at: usize| lexicon::know(after.word(at)).is;
        after.is_name(tokens.clone())
            && is(tokens.end - 1).contains(Is::KNOWN)
            && !is(tokens.start).intersects(Is::NAME | Is::TITLE | Is::FUNCTION)
    }

    /// The byname that the line opens with, before a dash or a bracket and whose it is: `Frog King – Baldwin`, `The Lion of Ham (Sand)`.
    pub(super) fn opening(&self) -> Option<(u32, Range<usize>)> {
        let mut near = self.spots.clone().take(3);
        let named = near.find(|at| {
            let start = self.note.spots[*at].tokens.start;
            (3..=OPENING).contains(&start) && self.note.people.owners[*at] != NO_LIST
        })?;
        let (first, owner) = (&self.note.spots[named], self.note.people.owners[named]);
        let after = self.after();
        let start = after
            .tokens
            .partition_point(|token| token.start < first.start());
        let mark = start.checked_sub(1)?;
        let from = usize::from(after.any(0, words!("the")));
        let set_off = after.word(mark) == "(" || after.is_dash(mark) || after.word(mark) == "=";
        if !set_off || mark < from + 2 {
            return None;
        }
        let own = from..mark;
        let called = after.is_kind_of_head(&own) || after.is_head_of(&own);
        (called && !first.possessive).then_some((owner, own))
    }

    /// The byname in quotation marks that the line opens with, before a comma or a verb and whose it is: `The "Iron Lady", Sand,
    /// won`, `"Raven" was really Sand`.
    pub(super) fn quoted_opening(&self) -> Option<(u32, Range<usize>)> {
        let block = &self.note.document.blocks[self.note.spots[self.spots.start].block];
        if !block.signs.any(b"\"'") && !block.signs.any_wide() {
            // A quick no for most.
            return None;
        }
        let after = self.after();
        let open = usize::from(after.any(0, words!("the agent")));
        if !is_quote(after.word(open)) {
            return None;
        }
        let close = after.close_of(open)?;
        let own = open + 1..close;
        let mark = close + 1;
        let really =
            after.any(mark, words!("was is")) && after.any(mark + 1, words!("really actually"));
        let agent = after.any(0, words!("agent")) && after.any(mark, words!("was is ="));
        let comma = after.word(mark) == "," && after.is_byname(own.clone());
        if !(really || agent || comma) || !after.is_name(own.clone()) {
            return None;
        }
        let start = after.tokens.get(mark + 1 + usize::from(really))?.start;
        let at = self
            .spots
            .clone()
            .find(|at| self.note.spots[*at].start() == start)?;
        let owner = self.note.people.owners[at];
        (owner != NO_LIST && !self.note.spots[at].possessive).then_some((owner, own))
    }
}
