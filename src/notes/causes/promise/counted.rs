//! Lead-ins that count what they promise: `It fell for three reasons`, `There were two causes of the war`.

use super::{Direction, Promise, direction};
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{ASKS, BACK, CAUSE, COORD, DET, EFFECT, KIND, POSS, PRON};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

/// What a sentence announces and then lists: `It failed for three reasons: frost, hunger and debt`; and the mark before the list.
#[inline]
pub(in crate::notes::causes) fn announced(s: &Sentence<'_>) -> Option<(Promise, usize)> {
    let is_noun = |at: usize| {
        s.any(
            at,
            words!("reasons causes effects consequences results factors"),
        )
    };
    let noun = s.find(CAUSE | EFFECT | ASKS, is_noun)?;
    let near = noun + 1..s.end.min(noun + 12);
    let mut marks = near.filter(|&at| s.mark(at, ":") || s.mark(at, "—") || s.wall(at));
    let mark = marks
        .next()
        .filter(|&at| at + 1 < s.end && !s.mark(at, ";") && !s.mark(at, "|"))?;
    let promise = counted(s, s.start, mark)?;
    let listed = (mark + 1..s.end).any(|at| s.mark(at, ",") || s.mark(at, ";"));
    (promise.of.is_some() && listed && s.tokens[mark].kind == Kind::Punct)
        .then_some((promise, mark))
}

/// `It fell for three reasons`, `The plague had several effects`, `There were two causes of the war`, `The reasons it fell were`.
#[expect(
    clippy::too_many_lines,
    reason = "one decision table, read from top to bottom"
)]
pub(super) fn counted(s: &Sentence<'_>, start: usize, end: usize) -> Option<Promise> {
    let noun = (start..end)
        .rev()
        .find(|&at| direction(s, at).is_some() || s.any(at, words!("factors")))?;
    let direction = if s.has(noun, EFFECT) {
        Direction::Effects
    } else {
        Direction::Causes
    };
    let mut head = noun;
    // "long-term" is three tokens.
    while head > start
        && (s.has(head - 1, DET | KIND | POSS | COORD)
            || s.tokens[head - 1].kind == Kind::Number
            || s.mark(head - 1, "-") && s.has(head, KIND))
    {
        head -= 1;
    }
    let tail_is_short = (noun + 1..end).all(|at| {
        s.any(at, words!("were are is was include included including as follows the following such being e g ."))
    });
    let front_is_there =
        (start..head).all(|at| s.any(at, words!("there were are was is here these the what")));
    if tail_is_short && let Some(why) = opens_reasons(s, start, head) {
        let of = s.trim(start..why);
        return Some(Promise {
            direction: Direction::Causes,
            of: (!s.hollow(&of)).then_some(of),
            cue: why..noun + 1,
        });
    }
    if head > start
        && s.any(head - 1, words!("had has have"))
        && tail_is_short
        && direction == Direction::Effects
    {
        let of = s.trim(start..head - 1);
        return Some(Promise {
            direction,
            of: (!s.hollow(&of)).then_some(of),
            cue: head - 1..noun + 1,
        });
    }
    if front_is_there {
        if tail_is_short {
            return Some(Promise {
                direction,
                of: None,
                cue: head..noun + 1,
            });
        }
        if s.any(noun + 1, words!("of for behind why that to"))
            || s.has(noun + 1, PRON | BACK | DET)
            || s.any(noun + 1, words!("leading"))
        {
            let from =
                noun + 1 + usize::from(!s.has(noun + 1, PRON | DET) || s.is(noun + 1, "that"));
            let from = from + usize::from(s.is(from, "to"));
            // "The factors that led to the war were"; those that showed something caused nothing.
            let led = s.any(from, words!("led contributed")) && s.is(from + 1, "to");
            let caused = s.any(from, words!("caused sparked triggered provoked"));
            if s.is(from - 1, "that") && s.verb(from - 1..from + 1).is_some() && !led && !caused {
                return None;
            }
            let from = from + if led { 2 } else { usize::from(caused) };
            let until = (from..end)
                .find(|&at| at + 1 >= end && s.any(at, words!("were are was is include included")))
                .unwrap_or(end);
            let of = s.trim(from..until);
            // "Reasons why it happened"
            let it = of.len() <= 2 && s.any(of.start, words!("it this that"));
            return Some(Promise {
                direction,
                of: (!it && !s.hollow(&of)).then_some(of),
                cue: head..noun + 1,
            });
        }
    }
    None
}

/// Where the words begin that make the noun phrase at `head` the reasons of what stands before: "for | three reasons",
/// "because of | three reasons", "due to | several factors".
fn opens_reasons(s: &Sentence<'_>, start: usize, head: usize) -> Option<usize> {
    let last = head.checked_sub(1).filter(|&last| last >= start)?;
    if s.is(last, "for") {
        return Some(last);
    }
    let first = last.checked_sub(1).filter(|&first| first >= start)?;
    let two = s.is(first, "because") && s.is(last, "of")
        || s.any(first, words!("due owing thanks")) && s.is(last, "to");
    two.then_some(first)
}
