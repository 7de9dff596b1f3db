//! What of a clause is worth keeping: its rims trimmed of marks, dates and words that say nothing.

use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{
    ADV, BASE, BE, CLOSER, CONCEDE, COORD, Flags, HAVE, HOLLOW, KIND, MODAL, OPENER, PREP, TIME,
};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;
use std::ops::Range;

/// What a word that opens a clause may be dropped for, or opens a date that may be.
const FRONT: Flags = COORD | OPENER | ADV | PREP | TIME;

/// What a word that ends a clause may be dropped for.
const BACK: Flags = COORD | CONCEDE | CLOSER;

impl Sentence<'_> {
    /// Drops what is at the rims and says nothing: marks, "and", "also", a leading date, trailing "mainly".
    #[inline]
    pub(in crate::notes::causes) fn trim(&self, range: Range<usize>) -> Range<usize> {
        if self.is_trim(&range) {
            range
        } else {
            self.trim_rims(range)
        }
    }

    /// As [`Self::trim`], where there may be something to drop.
    fn trim_rims(&self, mut range: Range<usize>) -> Range<usize> {
        loop {
            let before = range.clone();
            while range.start < range.end && self.rim_front(&range) {
                range.start += 1;
            }
            range.start = self.after_date(&range);
            while range.start < range.end && self.rim_back(&range) {
                range.end -= 1;
            }
            range.end = self.before_tag(&range);
            if range == before || range.is_empty() || self.is_trim(&range) {
                return range;
            }
        }
    }

    /// Whether the first and last word alone tell that nothing is to be dropped, as with most.
    #[inline]
    fn is_trim(&self, range: &Range<usize>) -> bool {
        let Some([first, .., last]) = self.tokens.get(range.clone()) else {
            return false;
        };
        first.kind == Kind::Word
            && last.kind == Kind::Word
            && last.spaced
            && !self.has(range.start, FRONT)
            && !self.has(range.end - 1, BACK)
            && !self.is_counted(range.start + 1)
    }

    /// Whether a mark that may stand behind a number of an item is at `at`.
    #[inline]
    fn is_counted(&self, at: usize) -> bool {
        self.any(at, words!(") ."))
    }

    /// The end of `range` without a `#tag` there.
    fn before_tag(&self, range: &Range<usize>) -> usize {
        let mut at = range.end;
        while at > range.start + 1 && !self.tokens[at - 1].spaced {
            at -= 1;
        }
        if at > range.start && at < range.end + 1 && self.mark(at - 1, "#") && at - 1 > range.start
        {
            at - 1
        } else {
            range.end
        }
    }

    fn rim_front(&self, range: &Range<usize>) -> bool {
        let at = range.start;
        if self.tokens[at].kind == Kind::Arrow {
            return self.directed(at);
        }
        if self.tokens[at].kind == Kind::Punct {
            return match self.sign(at) {
                '(' | '[' => !self.closes(range),
                '"' | '“' | '‘' | '\'' | '«' | '$' | '£' | '€' | '#' | '~' | '+' | '−' => {
                    false
                }
                _ => true,
            };
        }
        // "1)" and "a." in running text, but not "1.5".
        let length = self.word(at).len();
        let glued = self.tokens.get(at + 2).is_some_and(|next| !next.spaced);
        let numbers = self.mark(at + 1, ")") && length <= 2
            || self.mark(at + 1, ".") && length == 1 && !self.tokens[at].capital && !glued;
        if numbers && range.end - at > 2 {
            return true;
        }
        self.has(at, COORD | OPENER)
            || (self.has(at, ADV) && self.mark(at + 1, ",") && range.end > at + 1)
    }

    /// Whether the bracket that opens `range` closes inside it, before its end.
    fn closes(&self, range: &Range<usize>) -> bool {
        range
            .clone()
            .any(|i| self.mark(i, ")") || self.mark(i, "]"))
    }

    fn rim_back(&self, range: &Range<usize>) -> bool {
        let at = range.end - 1;
        match self.tokens[at].kind {
            Kind::Arrow => self.directed(at),
            Kind::Punct => match self.sign(at) {
                ')' | ']' => !range
                    .clone()
                    .any(|i| self.mark(i, "(") || self.mark(i, "[")),
                '"' | '”' | '’' | '\'' | '»' | '%' | '°' | '$' | '+' | '−' | '′' => false,
                _ => true,
            },
            Kind::Word => self.has(at, BACK),
            Kind::Number => false,
        }
    }

    /// Where the words begin after a date at the front: `In 1848, riots` → `riots`, `1954: Brown` → `Brown`.
    fn after_date(&self, range: &Range<usize>) -> usize {
        let introduced = self.has(range.start, PREP)
            && self.any(
                range.start,
                words!("in on by from during around until between"),
            );
        let mut at = range.start + usize::from(introduced);
        if introduced && self.is(at, "the") {
            at += 1;
        }
        let end = self.date_end(at, range.end);
        if end == at || end >= range.end {
            return range.start;
        }
        let closed = self.mark(end, ",")
            || self.mark(end, ":")
            || self.mark(end, "-")
            || self.mark(end, "–")
            || self.tokens[end].kind == Kind::Arrow;
        if closed
            || (introduced
                && self.tokens[end].kind == Kind::Word
                && !self.has(end, COORD | PREP | BE | HAVE | MODAL))
        {
            return end;
        }
        range.start
    }

    /// The end of the date expression at `at`; `at` if there is none.
    fn date_end(&self, at: usize, high: usize) -> usize {
        let mut end = at;
        let mut said = false;
        while end < high {
            let token = &self.tokens[end];
            let fits = match token.kind {
                Kind::Number => !(end > at && self.is_amount(end)),
                Kind::Word => self.has(end, TIME),
                Kind::Punct => {
                    let sign = self.sign(end);
                    matches!(sign, '-' | '–' | '/' | '.' | '~' | ',' | '’' | '\'')
                        && end + 1 < high
                        && (self.tokens[end + 1].kind == Kind::Number || self.has(end + 1, TIME))
                        || (sign == '.' && end > at && !self.tokens[end].spaced)
                }
                Kind::Arrow => false,
            };
            if !fits {
                break;
            }
            said |= token.kind == Kind::Number || (token.kind == Kind::Word && token.capital);
            end += 1;
        }
        if said { end } else { at }
    }

    /// Whether the number at `at`, which follows a year, begins another one: "By 1917 1.5 million had died".
    fn is_amount(&self, at: usize) -> bool {
        self.tokens[at - 1].kind == Kind::Number
            && self.word(at - 1).len() == 4
            && self.tokens[at].spaced
            && self.mark(at + 1, ".")
            && !self.tokens[at + 1].spaced
    }

    /// Whether `range` is a date and nothing else.
    #[inline]
    pub(in crate::notes::causes) fn is_date(&self, range: &Range<usize>) -> bool {
        // Most are told by their last word to be more.
        let last = range.end.wrapping_sub(1);
        let is_more = range.start < range.end
            && self.tokens[last].kind == Kind::Word
            && !self.has(last, TIME);
        !is_more && self.is_all_date(range)
    }

    /// As [`Self::is_date`], of what does not end in a plain word.
    fn is_all_date(&self, range: &Range<usize>) -> bool {
        let (mut at, mut high) = (range.start, range.end);
        while high > at && self.tokens[high - 1].kind == Kind::Punct && !self.mark(high - 1, ")") {
            high -= 1;
        }
        while at < high
            && (self.tokens[at].kind == Kind::Punct
                || self.any(at, words!("in on by from the around early mid late")))
        {
            at += 1;
        }
        at < high && self.date_end(at, high) == high
    }

    /// Whether nothing of `range` is a word with a meaning of its own.
    pub(in crate::notes::causes) fn hollow(&self, range: &Range<usize>) -> bool {
        range.clone().all(|i| match self.tokens[i].kind {
            Kind::Word => self.has(i, HOLLOW) && !self.has(i, KIND | TIME | BASE),
            Kind::Number => false,
            Kind::Punct | Kind::Arrow => true,
        })
    }

    /// Whether `range` only points back: `This`, `which`, `It also`.
    pub(in crate::notes::causes) fn points_back(&self, range: &Range<usize>) -> bool {
        self.hollow(range)
    }
}
