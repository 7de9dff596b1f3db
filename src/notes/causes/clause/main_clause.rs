//! Where the main clause begins behind one that opens a sentence.

use super::Part;
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{self, BE, COORD, DET, PREP, SUB};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

impl Sentence<'_> {
    /// For a clause that opens a sentence ("Because X, Y"): the comma before Y.
    pub(in crate::notes::causes) fn main_clause(
        &self,
        from: usize,
        high: usize,
        part: Part,
    ) -> Option<usize> {
        let mut depth = 0_u32;
        let (mut fallback, mut verbless) = (None, None);
        for i in from..high {
            if self.mark(i, "(") {
                depth += 1;
            } else if self.mark(i, ")") {
                depth = depth.saturating_sub(1);
            }
            if depth > 0 || !self.mark(i, ",") || i == from || i + 1 >= high {
                continue;
            }
            let until = (i + 1..high)
                .find(|&j| self.mark(j, ",") || self.wall(j))
                .unwrap_or(high);
            if !self.has(i + 1, COORD | SUB) && self.verb(i + 1..until).is_some() {
                // "Since his son, the duke, had died, the crown went to": the clause has no verb before its third comma.
                if part == Part::Noun || self.verb(from..i).is_some() {
                    return Some(i);
                }
                verbless.get_or_insert(i);
            }
            // "Because farms burned, and the men deserted": both are causes.
            if part == Part::Clause
                && self.is(i + 1, "and")
                && self.verb(i + 2..until).is_some_and(|verb| verb > i + 2)
            {
                continue;
            }
            // "Because of the siege, at its height in May"
            let and = usize::from(self.has(i + 1, COORD));
            let aside = part == Part::Noun && self.has(i + 1 + and, PREP);
            if !self.any(i + 1, words!("also plus")) && !aside {
                fallback.get_or_insert(i);
            }
        }
        if verbless.is_some() {
            return verbless;
        }
        // No comma: "Because it was weak it fell".
        let verb = if part == Part::Noun {
            from
        } else {
            self.verb(from..high)?
        };
        // "Thanks to radar the king won": one word is enough for a thing.
        let first = verb + if part == Part::Noun { 1 } else { 2 };
        let subject = (first..high).find(|&i| {
            if self.names_subject(i, high) {
                return part == Part::Noun;
            }
            let nominative = self.any(i, words!("he she it they we there"))
                && self.verb(i + 1..(i + 3).min(high)).is_some();
            let noun = self.has(i, DET | words::POSS)
                && !self.has(i - 1, BE | DET | COORD)
                && self.verb(i - 1..i).is_none()
                && self.verb(i + 1..high).is_some();
            (nominative || noun) && !self.has(i - 1, PREP | SUB | COORD | words::BASE)
        });
        fallback.or(subject.map(|i| i - 1))
    }

    /// Whether a name begins at `at`, behind a word in small letters, that is the subject of a verb right behind it: "because of the
    /// match Sir Thomas (the son) raised Kent".
    fn names_subject(&self, at: usize, high: usize) -> bool {
        let before = &self.tokens[at - 1];
        let begins = self.tokens[at].capital
            && self.tokens[at].kind == Kind::Word
            && before.kind == Kind::Word
            && !before.capital
            && !self.has(at - 1, PREP | DET | COORD | SUB | words::POSS | words::KIND);
        if !begins {
            return false;
        }
        let capital = |i: &usize| self.tokens[*i].capital;
        let mut end = at + (at..high).take_while(capital).count();
        if self.mark(end, "(") {
            end = (end..high)
                .find(|&i| self.mark(i, ")"))
                .map_or(high, |i| i + 1);
        }
        // "Cato and his sons were banished"
        if self.is(end, "and") && self.has(end + 1, words::POSS) && end + 3 < high {
            end += 3;
        }
        if self.mark(end - 1, ")") && self.word(end).ends_with("ed") {
            return true;
        }
        // Past the name, for the word before a verb tells whether it is one.
        self.verb(end.saturating_sub(1)..(end + 2).min(high))
            .is_some_and(|verb| verb >= end)
    }
}
