//! Answers: `Britain responded to the raid with a blockade`.

use super::{Finder, Side, Sides};
use crate::notes::causes::clause::Part;
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{ADV, DET, KIND, POSS, PREP};
use crate::notes::word_key::words;
use std::ops::Range;

impl Finder<'_, '_> {
    /// `Response to Z` of what was said before; `His response to Z was Y`.
    pub(super) fn response(&self) -> Sides {
        let s = self.sentence;
        let from = self.cue().to;
        let high = self.high(from);
        if let Some(answer) = answer_was(s, from) {
            let was = s.verb_group(from, answer - 1);
            let end = s.clause_end(answer, high, Part::Noun);
            let effect = without_relative(s, answer..end);
            return Some((Side::Here(from..was), Side::Here(effect)));
        }
        let end = s.clause_end(from, high, Part::Noun);
        // "Salt Riot - response to the tax"
        let named = named_before(s, self.cue().from);
        Some((
            Side::Here(from..end),
            named.map_or(Side::Before, Side::Here),
        ))
    }

    /// `X responded to Z with Y`: Z caused Y. Without a Z, what was said before did: `After Z, X responded by Y`.
    pub(super) fn respond(&self) -> Sides {
        let s = self.sentence;
        let from = self.cue().to;
        let with = means(s, from)?;
        let answered = if s.any(from, words!("to against for")) {
            let thing = from + 1..with;
            // "She responded to him with a letter": talk between people.
            let person =
                s.any(thing.start, words!("him her them me")) || s.word(thing.start) == "us";
            if person && thing.len() == 1 {
                return None;
            }
            if s.hollow(&thing) {
                Side::Before
            } else {
                Side::Here(thing)
            }
        } else {
            let low = self.low(Part::Noun);
            let group = s.verb_group(low, self.cue().from);
            let start = s.clause_start(low, group, Part::Noun);
            // "…, so they responded by …": that link is stated already.
            if start == low && low > s.start {
                return None;
            }
            self.before(start)
        };
        let high = self.high(with);
        let end = s.clause_end(with + 1, high, Part::Noun);
        Some((answered, Side::Here(without_relative(s, with + 1..end))))
    }
}

/// What stands before a colon or dash that only "a (direct)" parts from the response at `at`.
pub(in crate::notes::causes) fn named_before(s: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let mut head = at;
    while head > s.start && (s.has(head - 1, KIND) || s.any(head - 1, words!("a an"))) {
        head -= 1;
    }
    let mark = head.checked_sub(1).filter(|&mark| mark > s.start)?;
    // "Corn Board 1801 (response to the dearth)"
    let parts = s.mark(mark, ":") || s.mark(mark, "(") || s.wall(mark) && !s.mark(mark, "|");
    let start = s.clause_start(s.start, mark, Part::Clause);
    (parts && start < mark).then_some(start..mark)
}

/// Where `His response to Z was Y` goes on with Y, for a cue that ends before `from`; `None` if it says no such thing.
pub(in crate::notes::causes) fn answer_was(s: &Sentence<'_>, from: usize) -> Option<usize> {
    let end = s.end.min(from + 14);
    let was = (from + 1..end).find(|&at| s.any(at, words!("was were is")))?;
    let plain =
        (from..was).all(|at| s.verb(at..at + 1).is_none() && !s.wall(at) && !s.mark(at, ","));
    let thing = s.has(was + 1, DET | POSS) || s.any(was + 1, words!("to"));
    (plain && thing).then_some(was + 1)
}

/// The "with" or "by" that opens what was done in answer, for an answer whose verb ends before `from`.
pub(in crate::notes::causes) fn means(s: &Sentence<'_>, from: usize) -> Option<usize> {
    let answers = s.any(from, words!("to against for"));
    let chemical = s.any(from - 1, words!("reacted reacts reacting"));
    let first = from + if answers { 2 } else { 0 };
    for at in from..s.end.min(from + 14) {
        let by = s.is(at, "by") && s.word(at + 1).ends_with("ing");
        let with = s.is(at, "with") && (answers || !chemical);
        if (by || with) && at >= first {
            return Some(at);
        }
        let quickly = s.has(at, ADV) || s.word(at).ends_with("ly");
        if s.wall(at) || !answers && !quickly {
            return None;
        }
    }
    None
}

/// `a blockade that starved the town`, `an airlift, in which …` → `a blockade`, `an airlift`.
fn without_relative(s: &Sentence<'_>, range: Range<usize>) -> Range<usize> {
    let relative = (range.start + 1..range.end).find(|&at| {
        let which = s.any(at, words!("which that who whose whom"));
        which || s.has(at, PREP) && s.any(at + 1, words!("which whom whose"))
    });
    range.start..relative.unwrap_or(range.end)
}
