//! `Why did the Republic fall?`: what the words behind "why" ask after.

use std::ops::Range;

use super::{Direction, Promise};
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{BASE, NEG, PAST};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

/// `Why did the Republic fall?`, `Why Rome fell`: the range from the "why" at `start`.
pub(super) fn why(s: &Sentence<'_>, start: usize, end: usize) -> Option<Promise> {
    let mut from = start + 1;
    // "Why do you think people fled?"
    if s.any(from, words!("do did would"))
        && s.is(from + 1, "you")
        && s.any(from + 2, words!("think suppose believe"))
    {
        from += 3;
    } else if s.any(
        from,
        words!("did does do was were is are has have had would"),
    ) {
        from += 1;
    }
    let mut of = s.trim(from..end);
    // "Why did the war start?" asks after the war.
    // "Why did they win in the end?" does not.
    let begins = of.len() > 1
        && s.any(of.end - 1, words!("happen occur start begin end"))
        && !s.is(of.end - 2, "the");
    if begins && from > start + 1 {
        of.end -= 1;
    }
    if asks_for_worth(s, start, &of) {
        return None;
    }
    // "Why so bad?" names no thing.
    if s.is(start + 1, "so") && of.len() <= 2 {
        of.end = of.start;
    }
    // "Why Portugal?" names the thing.
    let named = start + 1 < s.end && s.word(start + 1).eq_ignore_ascii_case(s.word(of.start));
    let thing = named && matches!(of.len(), 1 | 2) && !s.tokens[start].shouted;
    if thing
        && of
            .clone()
            .all(|at| s.tokens[at].capital && !s.has(at, PAST | BASE))
    {
        return Some(Promise {
            direction: Direction::Causes,
            of: Some(of),
            cue: start..start + 1,
        });
    }
    // "Why 1517 and not earlier" asks after what the note is about.
    if of.len() <= 4
        && of
            .clone()
            .next()
            .is_some_and(|at| s.tokens[at].kind == Kind::Number)
    {
        of.end = of.start;
    }
    // "Why did it become a world war?"; "Why did they win?" asks after no thing by a name.
    let pronoun = s.any(of.start, words!("it he she they this that"));
    // "Why did it not last?" says what it asks after.
    let denied = of.clone().any(|at| s.has(at, NEG));
    let short = of.len() <= 3 && !denied;
    let did = short && of.len() > 1 && s.any(of.start, words!("he she they"));
    let named = !pronoun || !short || did;
    of.start += usize::from(pronoun && !short);
    Some(Promise {
        direction: Direction::Causes,
        of: (!s.hollow(&of) && named).then_some(of),
        cue: start..start + 1,
    })
}

/// Whether a question with its "why" at `start` is about what `of` is worth: "Why it matters" tells of no cause, "Why the US joined"
/// does; nor does "Why good", over a column.
fn asks_for_worth(s: &Sentence<'_>, start: usize, of: &Range<usize>) -> bool {
    let matters = |at: usize| {
        s.any(
            at,
            words!("matter matters mattered important significant study care learn useful bother"),
        ) || s.word(at) == "us"
    };
    let good = of.len() == 1 && s.any(of.start, words!("good bad"));
    of.clone().any(matters) || good && !s.is(start + 1, "so")
}
