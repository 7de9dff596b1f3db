//! Titles and places right after a name: `duke of Normandy`, `Lord Foss`, `of Norway`.

use super::After;
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::people::spot::Spot;
use crate::notes::word_key::words;

impl After<'_> {
    /// `Harald Hardrada of Norway`, `William duke of Normandy`: the bytes of all of it, and that it is an epithet.
    pub(super) fn of_place(&self, spot: &Spot) -> Option<(u32, u32, bool)> {
        let at = spot.tokens.end;
        let plain = spot.words > 1 && spot.tail.is_none() && !spot.after_article;
        // "Rodmar of Ostwick", whom no list knows
        let stranger = || {
            !spot.first.intersects(Is::OTHER | Is::GIVEN)
                && spot.single
                && !spot.after_article
                && self.is_nowhere(at + 1)
        };
        // "John Halden of Overhouse"
        let full = || plain && spot.first.intersects(Is::GIVEN) && self.is_nowhere(at + 1);
        if self.is_of(at) && (plain && self.is_place(at + 1) || full() || stranger()) {
            return Some((spot.bytes.start, self.tokens[at + 1].end, true));
        }
        if !spot.tail.is_none() || !self.is_of(at + 1) || !self.is_small_title(at) {
            return None;
        }
        let end = self.capitals(at + 2);
        let past = self.tokens.get(end.checked_sub(1)?)?.end;
        (end > at + 2).then_some((spot.bytes.start, past, true))
    }

    /// `George Villiers, duke of Buckingham`, `Thomas Percy (earl of Northumberland)`, `Elizabeth Barton, the Nun of Kent`: the
    /// bytes of the title, and that it is an epithet.
    pub(super) fn peerage(&self, spot: &Spot) -> Option<(u32, u32, bool)> {
        let at = spot.tokens.end;
        if !self.any(at, words!(", (")) || !self.is_of(at + 2) && !self.is_of(at + 3) {
            return None;
        }
        let the = usize::from(self.word(at + 1) == "the");
        let title = at + 1 + the;
        let token = self.tokens.get(title)?;
        let cue = lexicon::know(token.of(self.text)).cue;
        let peer = cue.contains(Cue::PEER);
        let headed = the == 1 && token.capital && is_head(token.of(self.text));
        if self.word(title + 1) != "of" {
            return None;
        }
        let end = self.capitals(title + 2);
        // "Margaret, Maid of Ostwick"
        let told = || self.is_head_of(&(title..end));
        if !(headed || peer && !token.capital || told()) {
            return None;
        }
        let (start, past) = self.bytes(title, end.max(title + 1));
        (end > title + 2).then_some((start, past, true))
    }

    /// `Ferdinand, Lord Foss`, where no list of people goes on: the bytes of all of it.
    pub(super) fn lordship(&self, spot: &Spot) -> Option<(u32, u32, bool)> {
        let at = spot.tokens.end;
        if !spot.single
            || !self.any(at, words!(","))
            || !self.any(at + 1, words!("lord lady baron baroness viscount"))
            || !spot.first.intersects(Is::GIVEN)
        {
            return None;
        }
        let end = self.capitals(at + 1);
        let next = self.tokens.get(end + 1);
        let listed = self.any(end, words!("and & /"))
            || self.word(end) == "," && next.is_some_and(|next| next.capital);
        let past = self.tokens.get(end.checked_sub(1)?)?.end;
        (end == at + 3 && !listed).then_some((spot.bytes.start, past, true))
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
}
