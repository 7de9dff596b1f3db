//! Arrows between dates, numbers, formulas, menus and the types of programs.

mod names;

use super::routes;
use crate::notes::causes::cues::{Cue, Shape};
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{ADV, CAUSE, EFFECT, TIME};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;
use names::{is_body, is_capital, is_person, is_role, is_who, opens_with_place};
use std::ops::Range;

/// An arrow between two statements: not between dates, numbers or symbols, not a menu.
pub(super) fn arrow(s: &Sentence<'_>, cue: &Cue) -> bool {
    let near = |mut range: Range<usize>, back: bool| {
        let stop = |at: &usize| s.tokens[*at].kind == Kind::Arrow || s.mark(*at, "|");
        if back {
            range.by_ref().rev().find(stop).map_or(s.start, |at| at + 1)..cue.from
        } else {
            cue.to..range.find(stop).unwrap_or(s.end)
        }
    };
    let left = near(s.start..cue.from, true);
    let right = near(cue.to..s.end, false);
    // "Effects → the Company was abolished", "Our perspective → …": a label.
    let views = words!("perspective perspectives view viewpoint opinion");
    let label = !left.is_empty()
        && (s.any(left.end - 1, views)
            || left
                .clone()
                .all(|at| s.tokens[at].kind == Kind::Punct || s.has(at, CAUSE | EFFECT)));
    let comma = left.clone().rev().find(|&at| s.mark(at, ","));
    let last = comma.map_or(left.start, |at| at + 1)..left.end;
    if label || s.is_date(&right) || is_person(s, &last) && is_person(s, &right) {
        return false;
    }
    if is_aside(s, cue, &left, &right)
        || routes::leads(s, &left, &right)
        || is_role(s, &left, &right)
    {
        return false;
    }
    // "Gold Coast → Ghana": another name. "Spain → France: war": who to whom.
    let colon = right.clone().find(|&at| s.mark(at, ":"));
    let to_whom = right.start..colon.unwrap_or(right.end);
    if is_capital(s, &left) && is_capital(s, &to_whom) && opens_with_place(s, &right) {
        return false;
    }
    // "Assembly → a republic" is something new.
    let anew = cue.shape == Shape::ArrowBack || s.any(right.start, words!("a an"));
    if !anew && is_body(s, &left, true) && is_body(s, &right, false) {
        return false;
    }
    // "the two acts -> known as the Black Laws": a name.
    let first = right
        .clone()
        .find(|&at| !s.has(at, ADV) && s.tokens[at].kind == Kind::Word);
    if first.is_some_and(|at| {
        s.any(
            at,
            words!("aka called known named nicknamed meaning means ie eg"),
        ) || is_who(s, at)
    }) {
        return false;
    }
    if s.is_date(&left)
        || !wordy(s, &right)
        || (!wordy(s, &left)
            && !left.is_empty()
            && !(left.start..left.end).all(|at| s.tokens[at].kind == Kind::Punct))
    {
        return false;
    }
    !is_menu(s)
}

/// Whether an arrow says what is no more than thought, counted or noted: "if he had come → no war", "coal 1.3 → 5.2 mt", "← check".
fn is_aside(s: &Sentence<'_>, cue: &Cue, left: &Range<usize>, right: &Range<usize>) -> bool {
    let amount = |at: usize| s.tokens[at].kind == Kind::Number && s.word(at).len() < 4;
    // "3% → 2.5%"
    let share = left.len() > 1 && s.mark(left.end - 1, "%");
    let last = left.end.wrapping_sub(1 + usize::from(share));
    let grew = !left.is_empty() && !right.is_empty() && amount(last) && amount(right.start);
    let to_self =
        words!("check see ask important exam key learn revise remember why who when look");
    let remark = cue.shape == Shape::ArrowBack
        && s.trim(right.clone()).len() == 1
        && s.any(right.start, to_self);
    // "They rose (→ see the map)"
    let in_bracket = cue.from > s.start && s.mark(cue.from - 1, "(");
    let remark = remark || in_bracket && s.any(right.start, words!("see check cf look ask revise"));
    // "“If we lose we are lost” → he marched": what somebody says.
    let quoted = || left.clone().any(|at| s.mark(at, "\"") || s.mark(at, "“"));
    grew || remark || left.clone().any(|at| s.is(at, "if")) && !quoted()
}

/// Whether the words before the first arrow are those of a menu or only point somewhere: "File → Open", "See p. 4 → plan".
fn is_menu(s: &Sentence<'_>) -> bool {
    let first = s.start
        ..(s.start..s.end)
            .find(|&at| s.tokens[at].kind == Kind::Arrow)
            .unwrap_or(s.end);
    let menu = first.len() <= 2
        && s.tokens[s.start].capital
        && s.any(s.start, words!("file edit view settings preferences tools options insert format menu click select open help home \
        start"));
    let see = first.clone().all(|at| {
        s.any(
            at,
            words!("see also cf . : compare related next previous back up more link source"),
        )
    });
    let page = s.is(s.start, "see") && s.any(s.start + 1, words!("p pp pg page ch chapter"));
    menu || page || see && !first.is_empty()
}

/// Whether a piece between arrows has a word of two letters at least.
fn wordy(s: &Sentence<'_>, range: &Range<usize>) -> bool {
    range.clone().any(|at| {
        if s.tokens[at].kind != Kind::Word || s.has(at, TIME) {
            return false;
        }
        let word = s.word(at);
        // What has a key is all of ASCII.
        let n_letters = if s.keys[at] == 0 {
            word.chars().count()
        } else {
            word.len()
        };
        if n_letters > 6 {
            return true;
        }
        let mut letters = word.chars();
        // "Na", "NaCl" and "H2O" are formulas; "war" and "UN" are words.
        let plain =
            letters.next().is_some_and(char::is_alphabetic) && letters.all(char::is_lowercase);
        (plain && n_letters >= 3)
            || (s.tokens[at].shouted
                && !word.contains(|c: char| c.is_ascii_digit() && word.len() < 5))
            || s.any(at, words!("ww1 ww2"))
            || word.contains(['\'', '’', '-'])
    })
}

/// Whether what follows the `::` of a line is the answer of a flashcard, in words: `f :: Int -> Int` has too few.
fn is_card(s: &Sentence<'_>, from: usize) -> bool {
    let side = (from..s.end).take_while(|at| s.tokens[*at].kind != Kind::Arrow);
    let words = side.filter(|at| s.tokens[*at].kind == Kind::Word);
    words.take(3).count() == 3
}

/// Whether the sentence is a line of a program or a formula.
pub(in crate::notes::causes) fn is_code(s: &Sentence<'_>) -> bool {
    (s.start..s.end).any(|at| {
        s.mark(at, "{")
            || s.mark(at, "}")
            || s.mark(at, "\\")
            || (s.mark(at, ":") && s.mark(at + 1, ":") && !is_card(s, at + 2))
    }) || (s.end > s.start + 1 && s.mark(s.end - 1, ";"))
        || (s.start..s.end.saturating_sub(1)).any(|at| s.mark(at, "(") && s.mark(at + 1, ")"))
        || s.tokens.get(s.start).is_some_and(|first| {
            matches!(
                first.of(s.text),
                "fn" | "def"
                    | "func"
                    | "function"
                    | "let"
                    | "const"
                    | "var"
                    | "void"
                    | "public"
                    | "struct"
                    | "impl"
                    | "lambda"
            )
        })
}
