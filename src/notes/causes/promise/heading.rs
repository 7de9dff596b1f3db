//! What a heading promises, or words that stand as one would: "Causes of the war", "Why it fell", "Responses to the tax".

use std::ops::Range;

use super::question::{self, asks_from, question};
use super::{Direction, Promise, direction, may_promise, past_number, strip_number};
use crate::notes::causes::names::is_general;
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{ADV, CAUSE, COORD, DET, EFFECT, KIND, NEG, PAST, POSS};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

/// Tokens of a heading among which the end of its label is looked for.
const LABEL: usize = 6;

/// What a heading promises. `label` is for the short words before a colon in an item, which may promise too.
#[expect(
    clippy::too_many_lines,
    reason = "one decision table, read from top to bottom"
)]
pub(in crate::notes::causes) fn heading(s: &Sentence<'_>) -> Option<Promise> {
    if let Some(promise) = response(s) {
        return Some(promise);
    }
    if !may_promise(s) {
        return None;
    }
    let mut all = past_number(s, s.trim(strip_number(s)));
    // "Q: Causes"
    if s.any(all.start, words!("q")) {
        if s.mark(all.start + 1, ":") {
            all = s.trim(all.start + 2..all.end);
        } else if s.any(all.start + 1, words!("why what")) {
            all.start += 1;
        }
    }
    // "King John: causes of Magna Carta"
    if let Some(colon) = all.clone().take(LABEL).find(|&at| s.mark(at, ":"))
        && (all.start..colon).all(|at| s.tokens[at].capital)
        && s.has(colon + 1, CAUSE | EFFECT)
        && s.is(colon + 2, "of")
    {
        all.start = colon + 1;
    }
    let (start, end) = (all.start, all.end);
    if start >= end {
        return None;
    }
    let asks_until = (start..end).find(|&at| s.mark(at, "?")).unwrap_or(end);
    let asks = asks_from(s, start, asks_until).unwrap_or(start);
    if let Some(mut promise) = question(s, asks, asks_until) {
        // "Spanish Armada why did it fail?" names it first.
        if promise.of.is_none() && asks > start && !parted_at(s, asks) {
            let of = s.trim(start..asks);
            promise.of = (!s.hollow(&of) && !is_general(s, &of)).then_some(of);
        }
        return Some(promise);
    }
    // "Explain the consequences of the war"
    let told = s.any(start, question::TOLD);
    let start = start + usize::from(told);
    let at = (start..end).find(|&at| direction(s, at).is_some())?;
    let direction = direction(s, at)?;
    // "As a result, he won" promises nothing more.
    if s.is(s.start, "as") {
        return None;
    }
    // "Causes and consequences" promises nothing of one item.
    if (at + 1..end.min(at + 4))
        .any(|i| super::direction(s, i).is_some_and(|other| other != direction))
    {
        return None;
    }
    let front = start..at;
    // "Not causes (the teacher's list)"
    if front.clone().any(|i| s.has(i, NEG)) {
        return None;
    }
    let plain = front.clone().all(|i| {
        s.has(i, DET | KIND | COORD | ADV)
            || s.tokens[i].kind != Kind::Word
            || s.word(i).ends_with("-term")
            || s.any(i, words!("term were what are was is"))
    });
    let names = front.clone().any(|i| {
        s.any(i, words!("side sound special greenhouse visual learning search test election lab experimental"))
    });
    // "Ostensible causes of war"
    let plain = plain
        || !names
            && front.len() <= 3
            && front
                .clone()
                .all(|i| s.has(i, DET | KIND | COORD | ADV) || is_adjective(s.word(i)));
    // "Casus belli"
    let mut to = at + 1 + usize::from(s.is(at, "casus") && s.is(at + 1, "belli"));
    if s.has(to, COORD)
        && to + 1 < end
        && (super::direction(s, to + 1).is_some()
            || s.any(
                to + 1,
                words!("triggers factors origins background outcomes"),
            ))
    {
        to += 2;
    }
    let motive = s.any(at, words!("motive motives motivation motivations"));
    // "William's motives", "Motives of the killers": what they moved somebody to is what the section is about.
    if motive && s.any(to, words!("of")) || motive && to >= end && is_owner(s, &front) {
        return Some(Promise {
            direction,
            of: None,
            cue: at..to,
        });
    }
    let named = s.any(to, words!("of for behind to"));
    // "Reasons Harold lost", "Reasons The Senate Agreed"
    let agreed = |i: usize| s.tokens[i].capital && (s.has(i, PAST) || s.word(i).ends_with("ed"));
    let clause = to < end
        && s.any(at, words!("reason reasons"))
        && (s.tokens[to].capital || s.has(to, DET | POSS) || s.any(to, words!("war people")))
        && (s.verb(to..end).is_some() || (to + 1..end).any(agreed));
    if plain && clause {
        return Some(Promise {
            direction,
            of: Some(s.trim(to..end)),
            cue: at..to,
        });
    }
    if plain {
        let of = if named {
            let until = (to + 1..end)
                .find(|&i| s.is(i, "on") || s.mark(i, "(") || s.wall(i) || s.mark(i, ":"))
                .unwrap_or(end);
            Some(to + 1..until)
        } else if direction == Direction::Causes && s.any(to, words!("why that"))
            || to >= end
            || s.tokens[to].kind != Kind::Word
            || s.any(to, words!("on in why and & leading at"))
        {
            None
        } else {
            // "Effect size", "Cause célèbre": a thing of that name.
            return None;
        };
        // "Results of the whole thing"
        let told = |at: usize| {
            s.any(
                at,
                words!("the whole thing things it all this that everything"),
            )
        };
        let of = of.map(|of| s.trim(of));
        let of = of.filter(|of| !s.hollow(of) && !of.clone().all(told));
        return Some(Promise {
            direction,
            of,
            cue: at..if named { to + 1 } else { to },
        });
    }
    // "WW1 causes", "Treaty of Versailles: consequences", "Black Death - impact".
    let parted = s.tokens[at - 1].kind == Kind::Punct;
    // "Voyages and impacts": one thing beside another.
    if s.has(at - 1, COORD) {
        return None;
    }
    let last = to >= end || s.tokens[to].kind == Kind::Punct;
    // "Nationalism - Catalyst": that is what it was.
    if s.any(at, words!("catalyst trigger")) {
        return None;
    }
    let plural = s.any(
        at,
        words!("causes reasons origins consequences effects impacts implications repercussions"),
    );
    // "Salt Riot 1702 result"
    let of_name = s.any(at, words!("cause result consequence"))
        && at > start + 1
        && (s.tokens[at - 1].kind == Kind::Number || s.tokens[at - 1].capital);
    // "He gave several reasons": a clause, and no name.
    if last
        && !names
        && (parted || plural || of_name)
        && front.len() <= 9
        && s.verb(front.clone()).is_none()
    {
        let of = s.trim(front);
        // "Cost / results", "Key events and consequences" name nothing that had them.
        let general = is_general(s, &of) || of.len() == 1 && s.any(of.start, words!("cost costs"));
        return Some(Promise {
            direction,
            of: (!general && !s.hollow(&of)).then_some(of),
            cue: at..to,
        });
    }
    None
}

/// "Responses to the Stamp Act": what came of it.
fn response(s: &Sentence<'_>) -> Option<Promise> {
    let plain = s.any(s.start, words!("response responses reaction reactions"));
    let at = s.start + usize::from(!plain && s.has(s.start, KIND));
    if !s.any(at, words!("response responses reaction reactions")) || !s.is(at + 1, "to") {
        return None;
    }
    let of = s.trim(at + 2..s.end);
    (s.verb(of.clone()).is_none() && !s.hollow(&of)).then_some(Promise {
        direction: Direction::Effects,
        of: Some(of),
        cue: at..at + 2,
    })
}

/// Whether a mark stands before token `at`.
fn parted_at(s: &Sentence<'_>, at: usize) -> bool {
    at > s.start && s.tokens[at - 1].kind == Kind::Punct
}

/// Whether `range` is somebody's name with `'s` or an apostrophe.
fn is_owner(s: &Sentence<'_>, range: &Range<usize>) -> bool {
    let Some(last) = range.end.checked_sub(1).filter(|_| !range.is_empty()) else {
        return false;
    };
    let owner = s.word(last);
    s.tokens[range.start].capital
        && (owner.ends_with("'s") || owner.ends_with("’s") || matches!(owner, "'" | "’"))
}

/// Whether a word looks like an adjective: `ostensible`, `apparent`, `lasting`.
fn is_adjective(word: &str) -> bool {
    let endings = [
        "able", "ible", "ive", "ous", "ary", "ant", "ent", "ual", "cal", "nal", "ial", "ying",
        "ting", "ate",
    ];
    word.len() > 5
        && !word.starts_with(char::is_uppercase) | word.chars().skip(1).all(char::is_lowercase)
        && endings.iter().any(|ending| word.ends_with(ending))
}
