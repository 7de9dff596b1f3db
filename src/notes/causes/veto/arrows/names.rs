//! Names beside an arrow: who came after whom, who somebody was, what a body became.

use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::veto::routes;
use crate::notes::causes::words::{COORD, PAST, PREP, TIME};
use crate::notes::lex::Kind;
use crate::notes::people::word_is;
use crate::notes::word_key::words;
use std::ops::Range;

/// "villein → person who owes labour": what a word means.
pub(super) fn is_who(s: &Sentence<'_>, at: usize) -> bool {
    let noun = at + usize::from(s.any(at, words!("a any the")));
    s.any(
        noun,
        words!("person people someone somebody anyone man woman one"),
    ) && s.any(noun + 1, words!("who that whose"))
}

/// Whether a piece is nothing but a person's name, with years or without: "Tiberius 14-37 AD → Caligula" is who came after whom.
pub(super) fn is_person(s: &Sentence<'_>, range: &Range<usize>) -> bool {
    let mut buffer = String::new();
    let mut named = false;
    for at in range.clone() {
        let token = &s.tokens[at];
        if token.kind == Kind::Number || token.kind == Kind::Punct || s.has(at, TIME) {
            continue;
        }
        if !token.capital {
            // "Ernst von Salm"
            if named && s.any(at, words!("von de der du")) {
                continue;
            }
            return false;
        }
        // "Thomas B. Reed", "Piet Van Horn"
        if named && (s.word(at).len() == 1 || s.is(at, "van")) {
            continue;
        }
        let is = word_is(s.word(at), &mut buffer);
        let era = matches!(s.word(at), "AD" | "BC" | "CE" | "BCE")
            || named && s.word(at).bytes().all(|byte| b"IVX".contains(&byte));
        if !era && (!is.name || is.group) {
            return false;
        }
        named |= !era;
    }
    named
}

/// "Alice Paul → led the pickets", "Tilly → able but cruel": who somebody was, at the front of a line.
pub(super) fn is_role(s: &Sentence<'_>, left: &Range<usize>, right: &Range<usize>) -> bool {
    let Some(first) = right.clone().next() else {
        return false;
    };
    let named = |at: usize| {
        s.tokens[at].capital
            || s.tokens[at].kind != Kind::Word
            || s.any(at, words!("von van de der du"))
    };
    // "Luther → reformation": something happened.
    let did = s.has(first, PAST) || s.word(first).ends_with("ed");
    let happened = || right.clone().take(5).any(|at| routes::is_event(s, at));
    left.start == s.start
        && left.len() <= 5
        && !s.tokens[first].capital
        && s.tokens[first].kind == Kind::Word
        && left.clone().all(named)
        && (did || !happened())
        && (is_person(s, left) || is_full_name(s, left))
}

/// Whether a piece is a name of two words or more whose first is a given name: "Frances Preston Hill".
fn is_full_name(s: &Sentence<'_>, range: &Range<usize>) -> bool {
    let mut buffer = String::new();
    range.len() > 1
        && range.clone().all(|at| {
            let is = word_is(s.word(at), &mut buffer);
            if at > range.start && s.any(at, words!("von van de der du")) {
                return true;
            }
            s.tokens[at].capital && (at > range.start && !is.noun || is.name && !is.group)
        })
}

/// Whether a piece has no words but names: "Zaire, Kenya", "Ghana under Nkrumah".
pub(super) fn is_capital(s: &Sentence<'_>, range: &Range<usize>) -> bool {
    let plain = |at: usize| s.tokens[at].kind != Kind::Word || s.tokens[at].capital;
    range
        .clone()
        .all(|at| plain(at) || s.any(at, words!("and of under")))
}

/// Whether the first word of a piece is a country's or a town's.
pub(super) fn opens_with_place(s: &Sentence<'_>, range: &Range<usize>) -> bool {
    let mut words = range.clone().filter(|&at| s.tokens[at].kind == Kind::Word);
    words
        .next()
        .is_some_and(|at| word_is(s.word(at), &mut String::new()).place)
}

/// Whether a piece is the name of a body that rules or fights: "the Duma → the Provisional Government" is what became of it.
/// Before the arrow that is the end of the piece, after it the beginning.
pub(super) fn is_body(s: &Sentence<'_>, range: &Range<usize>, ends: bool) -> bool {
    // "the Council (1311) led to the Short Acts": what stands last is behind the bracket.
    let closed = |at: usize| ends && s.mark(at, ")") && at + 1 < range.end;
    let start = range.clone().rev().find(|&at| closed(at));
    let range = start.map_or(range.start, |at| at + 1)..range.end;
    let bracket = range.clone().find(|&at| s.mark(at, "("));
    let range = range.start..bracket.unwrap_or(range.end);
    let body = |at: usize| {
        s.any(
            at,
            words!("administration army armies assembly cabinet caliphate commission committee confederation congress convention \
            council court directory duma dynasty empire government guard junta kingdom league legislature militia ministry \
            monarchy navy parliament party regency regime republic senate shogunate soviet sultanate union"),
        )
    };
    if ends {
        let last = range
            .clone()
            .rev()
            .find(|&at| s.tokens[at].kind == Kind::Word);
        // "Legislative Ass.": a name that is cut short; a paper is no body: "August Decrees → Assembly".
        let paper = last.is_some_and(|last| {
            s.any(
                last,
                words!("act acts agreement charter coup crisis decree decrees declaration edict law laws manifesto pact petition reform \
                reforms revolt revolution riots rising strike strikes theses treaty uprising war"),
            )
        });
        let named = !paper
            && range.len() <= 4
            && (range.start..range.end)
                .all(|at| s.tokens[at].capital || s.tokens[at].kind == Kind::Punct);
        return last.is_some_and(|last| body(last) || named);
    }
    // Up to the body's own noun there are only its adjectives.
    let Some(noun) = range.clone().take(6).find(|&at| body(at)) else {
        return false;
    };
    s.verb(range.start..noun).is_none()
        && !(range.start..noun).any(|at| s.has(at, PREP | COORD))
        && s.verb(noun + 1..(noun + 2).min(range.end)).is_none()
}
