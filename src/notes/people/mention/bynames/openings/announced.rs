//! Bynames that words further on in a line announce: `(nicknamed Iron Jane)`, `He was known as "the Butcher"`, `"Birdie" to her
//! friends`.

use std::ops::Range;

use super::{Line, MOST};
use crate::notes::people::join::NO_LIST;
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::mention::bynames::callers::CALLERS;
use crate::notes::people::mention::bynames::cues::CALLS;
use crate::notes::people::mention::bynames::is_quote;
use crate::notes::word_key::words;

impl Line<'_> {
    /// The byname that the word at `at` announces, whose it is, and the pronoun for whom; `label` says that the line opens with a
    /// name.
    pub(super) fn announced(&self, at: usize, label: bool) -> Option<(u32, Range<usize>, usize)> {
        let after = self.after();
        let topic = || {
            let owner = self.note.people.owners[self.spots.start];
            Some(owner).filter(|owner| label && *owner != NO_LIST)
        };
        if after.any(at, words!("known")) {
            let own = self.known_as(at)?;
            let told = at > 1 && after.any(at - 2, words!("he she"));
            let person = if told {
                topic()
            } else {
                self.right_before(at).or_else(|| self.only(at))
            };
            return Some((person?, own, at.saturating_sub(2)));
        }
        if after.any(at, words!("his her"))
            && let Some(found) = self.told_to(at)
        {
            return Some((topic().or_else(|| self.only(found.start))?, found, at));
        }
        let found = self.cued(at)?;
        Some((self.only(at)?, found, at))
    }

    /// The tokens of what somebody is called by others, before the "to" that stands before `at`: `"Birdie" to her friends`,
    /// `J.P. to his men`.
    fn told_to(&self, at: usize) -> Option<Range<usize>> {
        let after = self.after();
        let end = at.checked_sub(1)?;
        if after.word(end) != "to" || !after.any(at + 1, CALLERS) {
            return None;
        }
        let close = end.checked_sub(1)?;
        if is_quote(after.word(close)) {
            let open = after.open_of(close)?;
            let own = open + 1..close;
            return after.is_name(own.clone()).then_some(own);
        }
        let letter = |at: usize| {
            let token = after.tokens.get(at);
            token.is_some_and(|token| token.capital && token.end - token.start == 1)
        };
        let mut start = end;
        while start >= 2 && after.word(start - 1) == "." && letter(start - 2) {
            start -= 2;
        }
        let apart =
            |at: usize| at == 0 || matches!(after.word(at - 1), "." | ";" | "(" | "," | "-" | "–");
        if end - start >= 4 {
            return apart(start).then_some(start..end);
        }
        let given = lexicon::know(after.word(close)).is.intersects(Is::GIVEN);
        (given && after.tokens[close].capital && apart(close)).then_some(close..end)
    }

    /// The tokens of a byname in quotation marks behind the "known" at `at`, of whom the line is about: `He was known as "the
    /// Butcher"`, `Sand - known to his friends as "Foxy"`.
    fn known_as(&self, at: usize) -> Option<Range<usize>> {
        let after = self.after();
        // "known to his friends as", "known simply as"
        let mut near = at + 1..at + 5;
        let by = near.find(|at| after.word(*at) == "as")?;
        let open = by + 1 + usize::from(after.word(by + 1) == "the");
        let is = |at: usize| after.any(at, words!("was is became"));
        let told = at > 1 && after.any(at - 2, words!("he she")) && is(at - 1);
        // "Sand won, becoming known as the "Iron Lady""
        let becomes = at > 0 && after.any(at - 1, words!("became becomes becoming be"));
        let right_before = !told && self.right_before(at).is_some();
        if !is_quote(after.word(open)) || !told && !becomes && !right_before {
            return None;
        }
        let close = after.close_of(open)?;
        let own = open + 1..close;
        let named = after.is_byname(own.clone()) || right_before && after.is_name(own.clone());
        named.then_some(own)
    }

    /// Who is named right before the "known" at `at`, with a mark or a verb and an adverb between: `Sand, affectionately known`.
    fn right_before(&self, at: usize) -> Option<u32> {
        let after = self.after();
        let mut end = at;
        if end > 0
            && (after.word(end - 1).ends_with("ly")
                || after.any(end - 1, words!("also best better")))
        {
            end -= 1;
        }
        if end > 0 && after.any(end - 1, words!("was is became who , - (")) {
            end -= 1;
        }
        let spots = self.spots.clone().take(MOST);
        let mut spots = spots.filter(|spot| self.note.spots[*spot].tokens.end == end);
        let spot = spots
            .next()
            .filter(|spot| !self.note.spots[*spot].possessive)?;
        Some(self.note.people.owners[spot]).filter(|owner| *owner != NO_LIST)
    }

    /// The tokens of a byname that the word at `at` announces: `(nicknamed Iron Jane)`.
    fn cued(&self, at: usize) -> Option<Range<usize>> {
        let after = self.after();
        let before = at.checked_sub(1)?;
        let the = usize::from(after.word(at + 1) == "the");
        let nickname = after.any(at, words!("nickname"));
        let said = if after.any(at, words!("him her")) {
            after.any(before, CALLS) && is_quote(after.word(at + 1 + the))
        } else if after.any(at, words!("hence")) {
            is_quote(after.word(at + 1 + the))
        } else {
            // "Her nickname was", "earned the nickname"
            words!("( . ; , : was is got gets been also").contains(after.keys[before])
                || nickname && after.any(before, words!("the hence thus his her"))
        };
        let verb = nickname && after.any(at + 1, words!("was is ="));
        let open = at + 1 + usize::from(verb || after.word(at + 1) == ":");
        let open = open + usize::from(after.word(open) == "the");
        let own = if is_quote(after.word(open)) {
            let close = after.close_of(open)?;
            open + 1..close
        } else {
            open..after.capitals(open)
        };
        let named = !own.is_empty()
            && (after.is_name(own.clone())
                || after.is_phrase(own.clone())
                || after.is_small_phrase(own.clone()));
        // What is said to be a nickname is one, whatever it says.
        let quoted = || nickname && is_quote(after.word(open));
        (said && named && (quoted() || after.is_somebodys(own.clone()))).then_some(own)
    }
}
