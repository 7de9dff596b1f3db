//! Arrows that lead from place to place, from goods to who bought them, from one office or year of a life to the next, or from a
//! word to what it means.

use crate::notes::causes::inline;
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{COORD, PAST, PREP, TIME};
use crate::notes::lex::Kind;
use crate::notes::people::word_is;
use crate::notes::word_key::words;
use std::ops::Range;

/// Words of a place, a person or an office, at most.
const SHORT: usize = 4;

/// Pieces of a chain whose last may run on into the next line, at least.
const LONG: usize = 4;

/// Whether an arrow between these two pieces tells a way, a plan or a life, or says what a word means: nothing caused anything.
pub(super) fn leads(s: &Sentence<'_>, left: &Range<usize>, right: &Range<usize>) -> bool {
    if left.is_empty() || right.is_empty() {
        return false;
    }
    // Most pieces are clauses in small letters, which are none of these.
    let special = |at: usize| s.tokens[at].capital || s.tokens[at].kind == Kind::Number;
    let bare = !right.clone().take(SHORT).any(special);
    let small = left.len() <= 2 || right.len() <= 2;
    if bare && !small {
        return false;
    }
    if is_part_of_essay(s, left) || is_part_of_essay(s, right) || is_short_for(s, left, right) {
        return true;
    }
    // "Lisbon → Azores → strait → Guam"
    let only_where =
        || is_direction(s, right.start) && first_of(s, right).all(|at| is_direction(s, at));
    if bare && !(only_where() && is_long_chain(s)) {
        return false;
    }
    let from = last_of(s, left);
    let to = first_of(s, right);
    let short = to.len() <= SHORT && from.len() <= SHORT + 2;
    short && (is_way(s, &from, &to, right) || is_life(s, &from, &to))
        || is_long_chain(s) && is_chain_of_stops(s)
}

/// Whether a sentence has so many arrows that it may list the stops of a voyage, or kings and dynasties: "Xia → Shang → Zhou → Qin".
fn is_long_chain(s: &Sentence<'_>) -> bool {
    let arrows = (s.start..s.end).filter(|&at| s.tokens[at].kind == Kind::Arrow);
    arrows.take(LONG - 1).count() == LONG - 1
}

/// The last of the things that a piece before an arrow lists, without a label or a closed bracket before it: "sugar: Cuba",
/// "by ship, Cuba" and "tobacco (1614) Cuba" → "Cuba".
fn last_of(s: &Sentence<'_>, piece: &Range<usize>) -> Range<usize> {
    let mut places = piece.clone().rev();
    let closed = |at: usize| s.mark(at, ")") && at + 1 < piece.end;
    let mark = places.find(|&at| s.mark(at, ",") || s.mark(at, ":") || closed(at));
    without_bracket(s, mark.map_or(piece.start, |mark| mark + 1)..piece.end)
}

/// The first of the things that a piece behind an arrow lists: "Rome, glass" → "Rome".
fn first_of(s: &Sentence<'_>, piece: &Range<usize>) -> Range<usize> {
    let mark = piece.clone().find(|&at| s.mark(at, ","));
    without_bracket(s, piece.start..mark.unwrap_or(piece.end))
}

/// A piece up to the bracket in it.
fn without_bracket(s: &Sentence<'_>, piece: Range<usize>) -> Range<usize> {
    let bracket = piece.clone().find(|&at| s.mark(at, "("));
    piece.start..bracket.unwrap_or(piece.end)
}

/// "Genoa → Acre", "wool → Flanders", "Start → Harbour → Fort": from place to place, or to who bought it.
fn is_way(s: &Sentence<'_>, from: &Range<usize>, to: &Range<usize>, right: &Range<usize>) -> bool {
    // "Rouen → Caen, 70 miles"
    if right.len() <= to.len() + 3 && s.any(right.end - 1, words!("miles km")) {
        return true;
    }
    // "the faith Persia → China"
    if from.len() > 1
        && ends_in_place(s, from)
        && right.len() <= to.len() + SHORT + 2
        && is_place(s, to)
    {
        return true;
    }
    let stop = is_stop(s, from);
    (stop || is_goods(s, from)) && is_place(s, to) || stop && is_stop(s, to) && is_chain_of_stops(s)
}

/// Whether a piece names a place or a people and nothing that happened there: "N Italy", "the French coast", not "Boston Massacre".
fn is_place(s: &Sentence<'_>, piece: &Range<usize>) -> bool {
    let mut buffer = String::new();
    let mut named = false;
    piece.clone().all(|at| {
        if is_direction(s, at) {
            return true;
        }
        let is = word_is(s.word(at), &mut buffer);
        let capital = s.tokens[at].capital;
        // "Delta tribes"
        let place = if capital { is.place } else { named && is.group };
        let opens = capital && at + 1 < piece.end;
        named |= place || opens;
        place || opens
    }) && named
}

/// Whether the last word of a piece names a place, and no verb or preposition ties it to the words before: "the faith Persia".
fn ends_in_place(s: &Sentence<'_>, piece: &Range<usize>) -> bool {
    let last = piece.end - 1;
    s.tokens[last].capital
        && !piece.clone().any(|at| s.has(at, PREP | COORD))
        && word_is(s.word(last), &mut String::new()).place
        && s.verb(piece.clone()).is_none()
}

/// What stands beside the name of a place: "N Italy", "the coast", "54th parallel", "+".
fn is_direction(s: &Sentence<'_>, at: usize) -> bool {
    s.has(at, COORD)
        || matches!(s.sign(at), '+' | '&' | '/' | '-' | '.')
        || s.tokens[at].kind == Kind::Number && s.word(at).len() <= 2
        || s.is(at, "th")
        || s.any(
            at,
            words!("the n s e w ne nw se sw north south east west northern southern eastern western central upper lower coast \
            parallel river sea strait straits cape bay gulf island islands"),
        )
}

/// Whether a piece is a noun or two in small letters that tell of nothing that happens: "silk", "glass + gold".
fn is_goods(s: &Sentence<'_>, piece: &Range<usize>) -> bool {
    piece.len() <= 3
        && s.verb(piece.clone()).is_none()
        && piece.clone().all(|at| {
            let small = s.tokens[at].kind == Kind::Word && !s.tokens[at].capital;
            let told = is_event(s, at) || s.has(at, PAST) || s.word(at).ends_with("ed");
            small && !told || s.mark(at, "+")
        })
}

/// Whether a word is one of what happens: `rising`, `abdication`, `war`.
pub(super) fn is_event(s: &Sentence<'_>, at: usize) -> bool {
    if s.any(at, words!("gold oil land money")) {
        return false;
    }
    inline::is_thing(s.word(at)) || s.any(
        at,
        words!("war wars ww1 ww2 wwi wwii act acts battle boycott coup crash crisis crusade cuts death decree defeat depression edict fall \
        famine fire flood invasion march massacre murder party plague plan plot purge purges rebellion reform reforms revolt \
        revolts revolution riot riots rise rising ruin siege strike strikes terror treaty uprising victory"),
    )
}

/// Whether a piece is a name with a capital and nothing that happened: a stop of a way.
fn is_stop(s: &Sentence<'_>, piece: &Range<usize>) -> bool {
    let mut named = false;
    piece.clone().all(|at| {
        let capital = s.tokens[at].capital && !s.has(at, TIME);
        named |= capital || s.any(at, words!("parallel"));
        capital && !is_event(s, at) || is_direction(s, at)
    }) && named
}

/// Whether all pieces of a chain of two arrows or more are stops, and two of them places that we know or names of no other use.
/// The last of a long chain may run on into the next line, and what stands in brackets is passed over.
fn is_chain_of_stops(s: &Sentence<'_>) -> bool {
    let is_arrow = |at: &usize| s.tokens[*at].kind == Kind::Arrow;
    let mut start = s.start;
    let (mut n_stops, mut n_named) = (0, 0);
    let mut buffer = String::new();
    for arrow in (s.start..s.end).filter(is_arrow).chain([s.end]) {
        let piece = start..arrow;
        start = arrow + 1;
        // "Han → (three kingdoms) → Jin"
        if n_stops > 0 && s.mark(piece.start, "(") && s.mark(arrow - 1, ")") {
            continue;
        }
        let mut stop = if n_stops == 0 {
            last_of(s, &piece)
        } else {
            first_of(s, &piece)
        };
        if stop.is_empty() {
            return false;
        }
        if !is_stop_of_chain(s, &stop) {
            let runs_on = arrow == s.end && n_stops + 1 >= LONG && n_named > 2;
            if !runs_on || !is_stop(s, &(stop.start..stop.start + 1)) {
                return false;
            }
            stop.end = stop.start + 1;
        }
        n_stops += 1;
        n_named += usize::from(stop.clone().any(|at| {
            let is = word_is(s.word(at), &mut buffer);
            s.tokens[at].capital && (is.place || !is.noun)
        }));
    }
    n_stops > 2 && n_named > 1
}

/// Whether a piece is a short stop, or only says where: "strait", "the coast".
fn is_stop_of_chain(s: &Sentence<'_>, piece: &Range<usize>) -> bool {
    piece.len() <= SHORT && (is_stop(s, piece) || piece.clone().all(|at| is_direction(s, at)))
}

/// "mayor 1480 → retires 1482", "Sutton Hoo ship → found 1939": what became of one thing or person, with the year.
fn is_life(s: &Sentence<'_>, from: &Range<usize>, to: &Range<usize>) -> bool {
    let is_year = |at: usize| s.tokens[at].kind == Kind::Number;
    let dated = to.len() == 2
        && is_year(to.end - 1)
        && s.tokens[to.start].kind == Kind::Word
        && !s.tokens[to.start].capital
        && !is_event(s, to.start);
    if !dated || from.is_empty() {
        return false;
    }
    let made = || {
        s.any(
            to.start,
            words!("found discovered built written made deciphered excavated"),
        )
    };
    is_year(from.end - 1) || made() && s.verb(from.clone()).is_none()
}

/// "intro → three paragraphs → conclusion".
fn is_part_of_essay(s: &Sentence<'_>, piece: &Range<usize>) -> bool {
    piece.len() <= SHORT
        && piece.clone().any(|at| {
            s.any(
                at,
                words!("intro introduction conclusion para paras paragraph paragraphs thesis"),
            )
        })
}

/// "NEP → New Economic Policy", "SU = Soviet Union": the letters of a short name begin the words behind it.
fn is_short_for(s: &Sentence<'_>, left: &Range<usize>, right: &Range<usize>) -> bool {
    let name = left.end - 1;
    let word = s.word(name);
    let is_short = left.len() == 1 && (2..=6).contains(&word.len()) && s.tokens[name].shouted;
    if !is_short {
        return false;
    }
    let mut at = right.start;
    word.bytes().all(|letter| {
        // "of" and "the" have no letter of their own.
        let next = (at..right.end.min(at + 3)).find(|&next| {
            let first = s.word(next).bytes().next().unwrap_or_default();
            first.eq_ignore_ascii_case(&letter)
        });
        at = next.map_or(at, |next| next + 1);
        next.is_some()
    })
}
