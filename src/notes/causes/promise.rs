//! Headings and lead-ins that promise causes or effects: "Causes of the war", "Why it fell", "It failed because:".

mod denial;
mod lead_in;
mod part;
mod pieces;
mod question;

pub(super) use denial::denies;
pub(super) use lead_in::{announced, lead_in, open_ended};
pub(super) use part::{is_number_of_part, past_number};
pub(super) use pieces::{factors_were, listed, numbered, pieces, stated};
pub(super) use question::{answer_mark, asked, asked_after, asks, asks_of, restates};
use question::{asks_from, question};

use crate::notes::word_key::words;
use std::ops::Range;

use super::cues::{Cue, Form, Shape};
use super::inline;
use super::names::is_general;
use super::sentence::Sentence;
use super::words::{ADV, ASKS, CAUSE, COORD, DET, EFFECT, KIND, NEG, PAST, POSS};
use crate::notes::lex::{Kind, Token};

/// What the items of a list or section are to the thing they belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// They caused it.
    Causes,
    /// It caused them.
    Effects,
}

/// What a heading or lead-in promises of the items below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Promise {
    pub(super) direction: Direction,
    /// The thing itself, where the words name it: `the war` of "Causes of the war".
    pub(super) of: Option<Range<usize>>,
    /// The words that promise.
    pub(super) cue: Range<usize>,
}

/// Tokens of a heading among which the end of its label is looked for.
const LABEL: usize = 6;

fn direction(s: &Sentence<'_>, at: usize) -> Option<Direction> {
    if s.has(at, CAUSE) {
        Some(Direction::Causes)
    } else if s.has(at, EFFECT) {
        Some(Direction::Effects)
    } else {
        None
    }
}

/// Whether there is a word without which nothing is promised: cheap, for passing over most of a note.
pub(super) fn may_promise(s: &Sentence<'_>) -> bool {
    let promises = |at: usize| {
        !s.is(at, "what")
            || s.any(at + 1, question::CAUSED)
            || s.any(at + 1, question::NAMELESS) && s.any(at + 2, words!("led contributed"))
    };
    s.find(CAUSE | EFFECT | ASKS, promises).is_some()
}

/// What a heading promises. `label` is for the short words before a colon in an item, which may promise too.
#[expect(
    clippy::too_many_lines,
    reason = "one decision table, read from top to bottom"
)]
pub(super) fn heading(s: &Sentence<'_>) -> Option<Promise> {
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
        .any(|i| self::direction(s, i).is_some_and(|other| other != direction))
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
        && (self::direction(s, to + 1).is_some()
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
        && (s.tokens[to].capital || s.has(to, DET | POSS))
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

/// Whether a sentence is no more than the `A:` before an answer, or than `(3 reasons)` behind a question.
pub(super) fn is_answer_mark(s: &Sentence<'_>) -> bool {
    let bracket = s.end > s.start + 2
        && s.end <= s.start + 6
        && (s.mark(s.start, "(") && s.mark(s.end - 1, ")")
            || s.mark(s.start, "[") && s.mark(s.end - 1, "]"));
    bracket
        || s.end == s.start + 2
            && s.any(s.start, words!("a answer answers"))
            && s.mark(s.start + 1, ":")
}

/// `1.2 Causes`, `III. Causes`, `a) Causes`: the range after the number.
fn strip_number(s: &Sentence<'_>) -> Range<usize> {
    let numbers = |at: usize| match s.tokens[at].kind {
        Kind::Number => true,
        // "Q7. Causes"
        Kind::Word if is_question_number(s.word(at)) => true,
        Kind::Word => {
            (s.mark(at + 1, ".") || s.mark(at + 1, ")"))
                && (s.word(at).len() == 1
                    || s.tokens[at].capital
                        && s.word(at).bytes().all(|byte| b"IVX".contains(&byte)))
        }
        Kind::Punct => matches!(s.sign(at), '.' | ')' | '#' | '*' | '-' | '–' | '•' | '§'),
        Kind::Arrow => false,
    };
    let start = (s.start..s.end).find(|&at| !numbers(at));
    start.unwrap_or(s.start)..s.end
}

/// Whether a word is the number of a question: `Q7`.
fn is_question_number(word: &str) -> bool {
    let number = word.strip_prefix(['Q', 'q']);
    number.is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether a sentence may open with a label: cheap, for passing over most of a note.
pub(super) fn may_label(text: &str, tokens: &[Token]) -> bool {
    let near = tokens.get(1..tokens.len().min(9)).unwrap_or_default();
    near.iter().any(|token| {
        token.kind == Kind::Arrow
            || token.kind == Kind::Punct
                && match text.as_bytes()[token.start as usize] {
                    b':' | b'=' | b'-' => true,
                    0xe2 => matches!(token.of(text), "–" | "—"),
                    _ => false,
                }
    })
}

/// The label that a sentence opens with, if it promises, and its colon: `Primary effects: deaths`.
pub(super) fn label(s: &Sentence<'_>) -> Option<(Promise, usize)> {
    let near = s.tokens.get(s.start..s.end.min(s.start + 9))?;
    let is_colon = |token: &Token| {
        token.kind == Kind::Punct && matches!(s.text.as_bytes()[token.start as usize], b':' | b'=')
    };
    let Some(colon) = near.iter().position(is_colon) else {
        return dashed(s);
    };
    let colon = s.start + colon;
    // "Salt Riot 1702 result :: the toll is lowered" is a card.
    let is_card = s.mark(colon + 1, ":");
    let mark = colon + usize::from(is_card);
    if mark + 1 >= s.end || colon == s.start || is_card && s.mark(colon - 1, "?") {
        return None;
    }
    let open = Sentence { end: colon, ..*s };
    let promise = heading(&open).or_else(|| lead_in::led_to(&open))?;
    (!is_card || promise.of.is_some()).then_some((promise, mark))
}

/// Whether a heading or item only names a kind: `Political`, `Long-term`, `Short term factors`.
pub(super) fn is_category(s: &Sentence<'_>) -> bool {
    let mut any = false;
    strip_number(s).all(|at| match s.tokens[at].kind {
        Kind::Word => {
            any = true;
            s.has(at, KIND | COORD)
                || s.any(at, words!("term factors factor reasons causes effects consequences impacts the in at home abroad"))
        }
        Kind::Number => true,
        Kind::Punct | Kind::Arrow => true,
    }) && any
}

/// `Causes - debt, hunger`: a dash for a colon, behind words that say nothing else.
fn dashed(s: &Sentence<'_>) -> Option<(Promise, usize)> {
    let near = s.start + 1..s.end.saturating_sub(1).min(s.start + 5);
    let dash = near
        .into_iter()
        .find(|&at| s.wall(at) && !s.mark(at, "|") && !s.mark(at, ";"))?;
    // "why -> trade"
    let bare = (s.start..dash)
        .all(|at| s.has(at, CAUSE | EFFECT | KIND | DET) || s.mark(at, "-") || s.is(at, "why"));
    if !bare {
        return None;
    }
    let promise = heading(&Sentence { end: dash, ..*s }).filter(|promise| promise.of.is_none())?;
    Some((promise, dash))
}

/// What stands behind the "because" that a cell opens with, perhaps behind a verb: "Passed because of debt".
pub(super) fn because(s: &Sentence<'_>) -> Range<usize> {
    let cues = inline::find(s);
    let opens = cues.first().filter(|cue| {
        let before = s.trim(s.start..cue.from);
        let shape = matches!(cue.shape, Shape::Because | Shape::BecauseOf);
        shape && (before.is_empty() || before.len() == 1 && s.word(before.start).ends_with("ed"))
    });
    opens.map_or(s.start, |cue| cue.to)..s.end
}

/// The "was" of "The result was hunger", whose cue opens the sentence.
fn resulted(s: &Sentence<'_>, cue: Option<&Cue>) -> Option<usize> {
    let cue = cue.filter(|cue| cue.shape == Shape::Result && cue.from <= s.start + 2)?;
    (cue.from..s.end.min(cue.from + 4)).find(|&at| s.any(at, words!("was is were are")))
}

/// The words of an item up to the first cue inside it: what it names.
pub(super) fn item(s: &Sentence<'_>) -> Range<usize> {
    item_with(s, &inline::find(s))
}

/// As [`item`], of a sentence whose cues were found.
pub(super) fn item_with(s: &Sentence<'_>, cues: &[Cue]) -> Range<usize> {
    // "The result was hunger" names hunger.
    if let Some(was) = resulted(s, cues.first()) {
        return s.trim(was + 1..s.end);
    }
    // "A: his men were tired"
    let mut start = answer_mark(s, false);
    let mut end = s.end;
    for cue in cues {
        let before = s.trim(start..cue.from);
        // ", which led to …" tells of something else.
        let relative = (start..cue.from)
            .rev()
            .take(4)
            .find(|&at| s.is(at, "which") && at > 0 && s.mark(at - 1, ","));
        if let Some(which) = relative {
            end = which;
            break;
        }
        if s.hollow(&before) || s.is_date(&before) {
            start = cue.to;
            continue;
        }
        // "Prestige, as the world looked on": a word alone needs its reason.
        let clause = matches!(cue.shape, Shape::As | Shape::Since | Shape::Because);
        if clause && before.len() == 1 {
            continue;
        }
        // "Failed harvests led to hunger" is one item; "Failed harvests, so hunger" and "harvests -> hunger" are not.
        if matches!(
            cue.shape,
            Shape::SoThat
                | Shape::Forward(Form::Past | Form::Third | Form::Base)
                | Shape::Passive
                | Shape::Meant
                | Shape::Force(_)
                | Shape::Reason
                | Shape::Result
                | Shape::Blame
                | Shape::Respond
                | Shape::Backward(_)
        ) {
            continue;
        }
        end = cue.from;
        break;
    }
    s.trim(start..end)
}
