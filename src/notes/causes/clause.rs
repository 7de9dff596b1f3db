//! Where the clause around a cue begins and ends.

mod rim;

use crate::notes::word_key::{Words, key, words};
use std::ops::Range;

use crate::notes::keys::Keys;
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Document, Visible};

use super::words::{
    self, ADV, BACK, BE, CONCEDE, COORD, DET, DO, Flags, HAVE, MODAL, NEG, PREP, PRON, SUB,
};

/// A sentence with what its tokens can be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentence<'d> {
    /// The block's visible text.
    pub(super) text: &'d str,
    /// The same, to be a part of it.
    pub(super) visible: &'d Visible,
    /// Its tokens.
    pub(super) tokens: &'d [Token],
    /// Their keys.
    pub(super) keys: &'d [u128],
    /// What each can be by itself.
    pub(super) flags: &'d [Flags],
    /// Where the first of `tokens` stands among the block's tokens.
    pub(super) base: usize,
    /// The first token that is looked at: past a label.
    pub(super) start: usize,
    /// Past its last token.
    pub(super) end: usize,
}

/// Which part of a clause stands on a side of a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A whole clause: `because he was weak`.
    Clause,
    /// The subject of a verb, or its object: `taxes` led to `war`.
    Noun,
}

impl<'d> Sentence<'d> {
    /// The sentence that `range` of the tokens of block `index` is.
    #[inline]
    pub(super) fn of(
        document: &'d Document,
        keys: &'d Keys,
        index: usize,
        range: &Range<usize>,
    ) -> Self {
        let block = &document.blocks[index];
        let (keys, flags) = keys.of_tokens(index, range);
        Sentence {
            text: &block.text.visible,
            visible: &block.text.visible,
            tokens: &block.tokens[range.clone()],
            keys,
            flags,
            base: range.start,
            start: 0,
            end: range.len(),
        }
    }

    /// The words of token `at`.
    #[inline]
    pub(super) fn word(&self, at: usize) -> &'d str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// Whether token `at` is `word`, a word of ours that has a [key], in any case.
    #[inline]
    pub(super) fn is(&self, at: usize, word: &'static str) -> bool {
        at < self.end && self.keys[at] == key(word.as_bytes())
    }

    /// Whether token `at` is one of `words`, in any case.
    #[inline]
    pub(super) fn any(&self, at: usize, words: Words) -> bool {
        at < self.end && words.contains(self.keys[at])
    }

    /// Whether token `at` has one of `flags`.
    #[inline]
    pub(super) fn has(&self, at: usize, flags: Flags) -> bool {
        at < self.end && self.flags[at] & flags != 0
    }

    /// The text from the first to the last of `tokens`.
    pub(super) fn words(&self, tokens: &Range<usize>) -> Visible {
        match (
            self.tokens.get(tokens.start),
            self.tokens.get(tokens.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) if tokens.start < tokens.end => {
                self.visible.part(first.start..last.end)
            }
            _ => Visible::default(),
        }
    }

    /// Whether token `at` is this punctuation mark.
    #[inline]
    pub(super) fn mark(&self, at: usize, mark: &str) -> bool {
        at < self.end && self.tokens[at].kind == Kind::Punct && self.reads(at, mark)
    }

    /// Whether the mark at `at` is this one: apart, since most tokens are no marks at all.
    #[inline(never)]
    fn reads(&self, at: usize, mark: &str) -> bool {
        // A mark is one character: its first byte tells one of ASCII from all others.
        let first = self.text.as_bytes()[self.tokens[at].start as usize];
        first == mark.as_bytes()[0] && (first < 0x80 || self.word(at) == mark)
    }

    /// Whether token `at` is a finite verb here.
    #[inline]
    pub(super) fn finite(&self, at: usize) -> bool {
        at < self.end
            && words::may_be_finite(self.text, &self.tokens[at], self.flags[at])
            && words::finite(self.text, self.tokens, self.keys, self.flags, at)
    }

    /// The first finite verb in `tokens`.
    #[inline]
    pub(super) fn verb(&self, tokens: Range<usize>) -> Option<usize> {
        let floor = tokens.start;
        (floor..tokens.end.min(self.end))
            .find(|&at| (at > floor || !self.has(at, words::BASE)) && self.finite(at))
    }

    /// The punctuation mark at `at`, which is one.
    #[inline]
    pub(super) fn sign(&self, at: usize) -> char {
        self.word(at).chars().next().unwrap_or_default()
    }

    /// The first token that is looked at, has one of `flags` and is what is sought.
    #[inline]
    pub(super) fn find(&self, flags: Flags, is_sought: impl Fn(usize) -> bool) -> Option<usize> {
        let own = self.flags.get(self.start..self.end)?;
        // Told in fewer steps than where: none, mostly.
        if own.iter().fold(0, |all, own| all | own) & flags == 0 {
            return None;
        }
        let mut flagged = own.iter().zip(self.start..);
        let found = flagged.find(|(own, at)| **own & flags != 0 && is_sought(*at))?;
        Some(found.1)
    }

    /// Whether a dash with space around it, a semicolon, a cell bar or an arrow stands at `at`: no clause goes over it.
    #[inline]
    pub(super) fn wall(&self, at: usize) -> bool {
        self.is_sign(at) && self.parts(at)
    }

    /// Whether a cell bar, a bullet or a semicolon stands at `at`.
    #[inline]
    pub(super) fn parts_cells(&self, at: usize) -> bool {
        at < self.end
            && self.tokens[at].kind == Kind::Punct
            && matches!(self.sign(at), '|' | '•' | ';')
    }

    /// Whether a mark or an arrow stands at `at`.
    #[inline]
    fn is_sign(&self, at: usize) -> bool {
        matches!(self.tokens[at].kind, Kind::Punct | Kind::Arrow)
    }

    /// Whether the mark or arrow at `at` is a wall.
    fn parts(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if token.kind == Kind::Arrow {
            return self.directed(at);
        }
        match self.sign(at) {
            ';' | '|' | '•' | '·' | '∴' | '∵' | '—' => true,
            '-' | '–' => token.spaced && self.tokens.get(at + 1).is_none_or(|next| next.spaced),
            _ => false,
        }
    }

    /// Whether an arrow points from one thing to another: `↑` and `↓` are words for "rises" and "falls".
    #[inline]
    fn directed(&self, at: usize) -> bool {
        !matches!(
            self.word(at),
            "↑" | "↓" | "⬆" | "⬇" | "\\uparrow" | "\\downarrow" | "$\\uparrow$" | "$\\downarrow$"
        )
    }

    /// Whether a clause ends at the full stop at `at`: not that of "Pres. Wilson", "Wabash v. Illinois".
    fn full_stop(&self, at: usize) -> bool {
        if !self.mark(at, ".") {
            return false;
        }
        let goes_on = self
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.spaced && next.capital);
        let short = at > 0
            && !self.tokens[at].spaced
            && self.tokens[at - 1].kind == Kind::Word
            && self.word(at - 1).len() <= 4
            && (self.tokens[at - 1].capital || self.any(at - 1, words!("v vs")));
        goes_on && !short
    }

    /// Where the clause that ends before `at` begins, not before `low`.
    pub(super) fn clause_start(&self, low: usize, at: usize, part: Part) -> usize {
        let mut depth = 0_u32;
        for i in (low..at).rev() {
            if !self.is_sign(i) && !self.has(i, SUB | CONCEDE | COORD) {
                continue;
            }
            if self.mark(i, ")") || self.mark(i, "]") {
                depth += 1;
            } else if self.mark(i, "(") || self.mark(i, "[") {
                if depth == 0 {
                    return i + 1;
                }
                depth -= 1;
            }
            if depth > 0 {
                continue;
            }
            if self.wall(i) || (self.mark(i, ":") && i + 1 < at) || self.full_stop(i) {
                return i + 1;
            }
            if self.mark(i, ",") && self.begins_clause(low, i, at, part) {
                return i + 1;
            }
            if part == Part::Noun && i + 1 < at && self.opens_clause(low, i, at) {
                return i + 1;
            }
        }
        low
    }

    /// Whether a new clause begins after the comma at `comma`, seen from a cue at `at` after it.
    fn begins_clause(&self, low: usize, comma: usize, at: usize, part: Part) -> bool {
        let next = comma + 1;
        if next >= at {
            return false;
        }
        // "In contrast to the north, this led to": a subject by itself.
        if part == Part::Noun && next + 1 == at && self.any(next, words!("this it")) {
            return true;
        }
        if self.has(next, COORD) {
            // "A, B, and C led to": a list of subjects. "A fell, and C led to": a new clause.
            let but = self.any(next, words!("but yet so"));
            let subject_follows = next + 1 < at
                && match part {
                    Part::Noun => (next + 1..at).any(|i| !self.has(i, ADV)),
                    Part::Clause => self.verb(next + 1..at).is_some_and(|verb| verb > next + 1),
                };
            // ", and this victory led to": a clause of its own.
            let points = part == Part::Noun && at <= next + 4 && self.points_anew(next + 1);
            return points
                || (but && next + 1 < at)
                || (subject_follows && self.verb(low..comma).is_some());
        }
        if self.has(next, CONCEDE) || self.any(next, words!("when then")) {
            return self.verb(next..at).is_some() || part == Part::Noun;
        }
        // "When X happened, Y fled, leading to": the main clause begins after the first comma.
        let opener = self.has(low, SUB | PREP | CONCEDE) && !self.has(low, BACK);
        let single = self.has(low, SUB)
            && !self.has(low, BACK)
            && (low..at).filter(|&i| self.mark(i, ",")).count() == 1;
        single
            || opener
                && !(low..comma).any(|i| self.mark(i, ","))
                && self.verb(next..at).is_some_and(|verb| verb > next)
            || part == Part::Noun
                && opener
                && (self.verb(low..comma).is_some() || self.has(low, SUB))
                && !(next..at).any(|i| self.mark(i, ","))
    }

    /// Whether the word at `i` opens the clause whose subject the words up to `at` are: `when`, `that`, `and`.
    fn opens_clause(&self, low: usize, i: usize, at: usize) -> bool {
        if self.has(i, SUB | CONCEDE) && !self.has(i, BACK) && !self.has(i, PREP) {
            return true;
        }
        if self.is(i, "that") && i > low && self.has(i - 1, words::SAY) {
            return true;
        }
        self.has(i, COORD)
            && self.verb(low..i).is_some()
            && self.has(i + 1, PRON | BACK)
            && i + 2 <= at
    }

    /// Where the clause that begins at `from` ends, not after `high`.
    pub(super) fn clause_end(&self, from: usize, high: usize, part: Part) -> usize {
        let mut depth = 0_u32;
        for i in from..high {
            if !self.is_sign(i) && !self.has(i, CONCEDE | COORD | ADV) {
                continue;
            }
            if self.mark(i, "(") || self.mark(i, "[") {
                depth += 1;
            } else if self.mark(i, ")") || self.mark(i, "]") {
                // "led to a) riots"
                let numbers = i == from + 1 && self.word(from).len() == 1;
                if depth == 0 && !numbers {
                    return i;
                }
                depth = depth.saturating_sub(1);
            }
            if depth > 0 || i == from {
                continue;
            }
            if self.wall(i)
                || (self.mark(i, ":") && self.tokens.get(i + 1).is_none_or(|next| next.spaced))
            {
                return i;
            }
            if self.full_stop(i) {
                return i;
            }
            if self.mark(i, ",") && self.ends_at_comma(from, i, high, part) {
                return i;
            }
            if self.has(i, CONCEDE | COORD | ADV)
                && self.any(
                    i,
                    words!("but whereas whilst although though despite however"),
                )
            {
                return i;
            }
            if self.has(i, CONCEDE) && self.is(i, "while") && self.verb(i + 1..high).is_some() {
                return i;
            }
            if self.has(i, COORD) && i + 2 < high && self.is(i, "and") {
                // "because they had borrowed and they could not pay": one and the same subject.
                let same = self.word(i + 1).eq_ignore_ascii_case(self.word(from));
                let subject = self.has(i + 1, PRON)
                    && !self.has(i + 1, DET)
                    && !same
                    && self.verb(i + 2..(i + 4).min(high)).is_some();
                let object_then_verb = part == Part::Noun && self.verb(i + 1..i + 2).is_some();
                if subject || object_then_verb {
                    return i;
                }
            }
        }
        high
    }

    /// Whether "this victory", and not "this" alone, stands at `at`.
    fn points_anew(&self, at: usize) -> bool {
        self.any(at, words!("this these"))
            && self
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.kind == Kind::Word)
    }

    fn ends_at_comma(&self, from: usize, comma: usize, high: usize, part: Part) -> bool {
        let mut next = comma + 1;
        if next >= high {
            return true;
        }
        let until = (next..high)
            .find(|&i| self.mark(i, ",") && i > next)
            .unwrap_or(high);
        if self.has(next, COORD) {
            if self.any(next, words!("but yet so nor")) {
                return true;
            }
            while self.has(next + 1, ADV) {
                next += 1;
            }
            let points = until == high && high < self.end && self.points_anew(next + 1);
            return points || self.verb(next + 1..until).is_some();
        }
        if self.has(next, SUB | CONCEDE)
            && !self.any(next, words!("that how why what after before until"))
        {
            return true;
        }
        if self.word(next).ends_with("ing")
            && self.word(next).len() > 4
            && !self.any(next, words!("including during king spring"))
        {
            return !self.word(from).ends_with("ing");
        }
        if self.has(next, ADV) && self.word(next + 1).ends_with("ing") {
            return true;
        }
        // "X, he fled": a new clause without a conjunction.
        if part == Part::Noun && self.verb(from..comma).is_none() {
            return self.verb(next + 1..until).is_some()
                && (self.has(next, PRON | DET | POSS_OR_BACK) || self.tokens[next].capital);
        }
        self.has(next, PRON)
            && !self.has(next, DET)
            && self.verb(next + 1..(next + 4).min(high)).is_some()
    }

    /// For a clause that opens a sentence ("Because X, Y"): the comma before Y.
    pub(super) fn main_clause(&self, from: usize, high: usize, part: Part) -> Option<usize> {
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

    /// The first token of the auxiliaries and adverbs before the verb at `at`: `would eventually` led.
    pub(super) fn verb_group(&self, low: usize, at: usize) -> usize {
        let mut start = at;
        while start > low {
            let i = start - 1;
            let to = self.is(i, "to") && i > low && self.has(i - 1, words::GO_ON);
            // "went on to cause", "ended up causing"
            let on = self.is(i, "on")
                && self.is(i + 1, "to")
                && self.is(i - usize::from(i > low), "went")
                || self.is(i, "up") && i > low && self.any(i - 1, words!("ended ends end"));
            let to = to
                || self.is(i, "to")
                    && i > low
                    && self.is(i - 1, "on")
                    && i > low + 1
                    && self.is(i - 2, "went");
            let helps = self.has(i, words::GO_ON) || on;
            let group = self.has(i, BE | HAVE | DO | MODAL | NEG)
                || (self.has(i, ADV) && !self.has(i, BACK))
                || (self.is(i, "in") && self.is(i + 1, "turn"))
                || (self.is(i, "by")
                    && self.any(i + 1, words!("itself himself herself themselves")))
                || (self.is(i, "alone") && self.has(i - 1, NEG))
                || (self.is(i, "turn"));
            // "both", "all" float between subject and verb; a lone subject pronoun does not.
            if group && !self.has(i, DET | PRON) || to || helps {
                start = i;
            } else {
                break;
            }
        }
        start
    }
}

const POSS_OR_BACK: Flags = words::POSS | BACK;
