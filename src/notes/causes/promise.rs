//! Headings and lead-ins that promise causes or effects: "Causes of the war", "Why it fell", "It failed because:".

mod lead_in;

pub(super) use lead_in::lead_in;

use crate::notes::word_key::words;
use std::ops::Range;

use super::clause::Sentence;
use super::cues::{Form, Shape};
use super::inline;
use super::words::{ADV, CAUSE, COORD, DET, EFFECT, KIND};
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

fn direction(s: &Sentence<'_>, at: usize) -> Option<Direction> {
    if s.has(at, CAUSE) {
        Some(Direction::Causes)
    } else if s.has(at, EFFECT) {
        Some(Direction::Effects)
    } else {
        None
    }
}

/// What a heading promises. `label` is for the short words before a colon in an item, which may promise too.
#[expect(
    clippy::too_many_lines,
    reason = "one decision table, read from top to bottom"
)]
pub(super) fn heading(s: &Sentence<'_>) -> Option<Promise> {
    let mut all = s.trim(strip_number(s));
    // "Q: Causes"
    if s.any(all.start, words!("q")) && s.mark(all.start + 1, ":") {
        all = s.trim(all.start + 2..all.end);
    }
    let (start, end) = (all.start, all.end);
    if start >= end {
        return None;
    }
    // "Card 3 - why did William win? (8 marks)"
    let why = (start..end.min(start + 6)).find(|&at| s.is(at, "why"));
    let asked = why.filter(|&at| at == start || s.tokens[at - 1].kind == Kind::Punct);
    let asks_until = (start..end).find(|&at| s.mark(at, "?")).unwrap_or(end);
    if let Some(promise) = question(s, asked.unwrap_or(start), asks_until) {
        return Some(promise);
    }
    let at = (start..end).find(|&at| direction(s, at).is_some())?;
    let direction = direction(s, at)?;
    // "Causes and consequences" promises nothing of one item.
    if (at + 1..end.min(at + 4))
        .any(|i| self::direction(s, i).is_some_and(|other| other != direction))
    {
        return None;
    }
    let front = start..at;
    let plain = front.clone().all(|i| {
        s.has(i, DET | KIND | COORD | ADV)
            || s.tokens[i].kind != Kind::Word
            || s.word(i).ends_with("-term")
            || s.any(i, words!("term were what are"))
    });
    let mut to = at + 1;
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
    let named = s.any(to, words!("of for behind to"));
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
        let of = of.map(|of| s.trim(of)).filter(|of| !s.hollow(of));
        return Some(Promise {
            direction,
            of,
            cue: at..if named { to + 1 } else { to },
        });
    }
    // "WW1 causes", "Treaty of Versailles: consequences", "Black Death - impact".
    let parted = s.tokens[at - 1].kind == Kind::Punct;
    let last = to >= end || s.tokens[to].kind == Kind::Punct;
    let plural = s.any(
        at,
        words!("causes reasons origins consequences effects impacts implications repercussions"),
    );
    let names = front.clone().any(|i| {
        s.any(i, words!("side sound special greenhouse visual learning search test election lab experimental"))
    });
    if last && !names && (parted || plural) && front.len() <= 9 {
        let of = s.trim(front);
        return Some(Promise {
            direction,
            of: (!s.hollow(&of)).then_some(of),
            cue: at..to,
        });
    }
    None
}

/// Whether a sentence is no more than the `A:` before an answer.
pub(super) fn is_answer_mark(s: &Sentence<'_>) -> bool {
    s.end == s.start + 2 && s.any(s.start, words!("a answer answers")) && s.mark(s.start + 1, ":")
}

/// What a why-question asks after: `Q: Why did prices rise?` → `prices rise`.
pub(super) fn asked(s: &Sentence<'_>) -> Option<Range<usize>> {
    let start = if s.mark(s.start + 1, ":") {
        s.start + 2
    } else {
        s.start
    };
    if start >= s.end || !s.is(start, "why") {
        return None;
    }
    question(s, start, s.end).and_then(|promise| promise.of)
}

/// `Why did the Republic fall?`, `What caused the war?`, `Factors leading to war`.
fn question(s: &Sentence<'_>, start: usize, end: usize) -> Option<Promise> {
    if s.is(start, "why") {
        let mut from = start + 1;
        if s.any(
            from,
            words!("did does do was were is are has have had would"),
        ) {
            from += 1;
        }
        let mut of = s.trim(from..end);
        // "Why did the war start?" asks after the war.
        if of.len() > 1
            && from > start + 1
            && s.any(of.end - 1, words!("happen occur start begin end"))
        {
            of.end -= 1;
        }
        // "Why it matters" tells of no cause.
        if of.clone().any(|at| {
            s.any(at, words!("matter matters mattered important significant study care learn useful bother us"))
        }) {
            return None;
        }
        // "Why did it become a world war?"
        let pronoun = s.any(of.start, words!("it he she they this that"));
        let named = !pronoun || of.len() > 3;
        of.start += usize::from(pronoun && named);
        return Some(Promise {
            direction: Direction::Causes,
            of: (!s.hollow(&of) && named).then_some(of),
            cue: start..start + 1,
        });
    }
    if s.is(start, "what")
        && s.any(
            start + 1,
            words!("caused causes triggered sparked led provoked"),
        )
    {
        let from = start + 2 + usize::from(s.is(start + 2, "to"));
        let of = s.trim(from..end);
        return Some(Promise {
            direction: Direction::Causes,
            of: (!s.hollow(&of)).then_some(of),
            cue: start..from,
        });
    }
    let factors =
        (start..end.min(start + 4)).find(|&at| s.any(at, words!("factors factor roots")))?;
    let from = factors + 1;
    let to = if s.any(from, words!("leading contributing")) && s.is(from + 1, "to") {
        from + 2
    } else if s.any(from, words!("behind causing")) || s.is(factors, "roots") && s.is(from, "of") {
        from + 1
    } else {
        return None;
    };
    let of = s.trim(to..end);
    (!s.hollow(&of)).then_some(Promise {
        direction: Direction::Causes,
        of: Some(of),
        cue: factors..to,
    })
}

/// `1.2 Causes`, `III. Causes`, `a) Causes`: the range after the number.
fn strip_number(s: &Sentence<'_>) -> Range<usize> {
    let mut start = s.start;
    let word = |at: usize| s.word(at);
    while start < s.end {
        let token = &s.tokens[start];
        let roman = token.kind == Kind::Word
            && token.capital
            && word(start).chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
            && (s.mark(start + 1, ".") || s.mark(start + 1, ")"));
        let letter = token.kind == Kind::Word
            && word(start).len() == 1
            && (s.mark(start + 1, ".") || s.mark(start + 1, ")"));
        if token.kind == Kind::Number
            || roman
            || letter
            || matches!(word(start), "." | ")" | "#" | "*" | "-" | "–" | "•" | "§")
        {
            start += 1;
        } else {
            break;
        }
    }
    if start < s.end {
        start..s.end
    } else {
        s.start..s.end
    }
}

/// Whether a sentence may open with a label: cheap, for passing over most of a note.
pub(super) fn may_label(text: &str, tokens: &[Token]) -> bool {
    tokens
        .iter()
        .take(9)
        .skip(1)
        .any(|token| token.kind == Kind::Punct && token.of(text) == ":")
}

/// The label that a sentence opens with, if it promises, and its colon: `Primary effects: deaths`.
pub(super) fn label(s: &Sentence<'_>) -> Option<(Promise, usize)> {
    let colon = (s.start..s.end.min(s.start + 9)).find(|&at| s.mark(at, ":"))?;
    if colon + 1 >= s.end || s.mark(colon + 1, ":") || colon == s.start {
        return None;
    }
    let promise = heading(&Sentence { end: colon, ..*s })?;
    Some((promise, colon))
}

/// The things listed after a label: parted by semicolons, or by commas where none is a clause.
pub(super) fn pieces(s: &Sentence<'_>, from: usize) -> Vec<Range<usize>> {
    let split = |mark: &str| {
        let mut pieces = Vec::new();
        let mut start = from;
        for at in from..s.end {
            if s.mark(at, mark) && s.tokens.get(at + 1).is_none_or(|next| next.spaced) {
                pieces.push(start..at);
                start = at + 1;
            }
        }
        pieces.push(start..s.end);
        pieces
    };
    let pieces = split(";");
    let bracket = (from..s.end).any(|at| s.mark(at, "(") || s.tokens[at].kind == Kind::Arrow);
    if pieces.len() > 1 || bracket || s.verb(from..s.end).is_some() {
        return pieces;
    }
    split(",")
}

/// Whether a heading or item only names a kind: `Political`, `Long-term`, `Short term factors`.
pub(super) fn is_category(s: &Sentence<'_>) -> bool {
    let mut any = false;
    (s.start..s.end).all(|at| match s.tokens[at].kind {
        Kind::Word => {
            any = true;
            s.has(at, KIND | COORD)
                || s.any(at, words!("term factors factor reasons causes effects consequences impacts the in at home abroad"))
        }
        Kind::Number => true,
        Kind::Punct | Kind::Arrow => true,
    }) && any
}

/// The words of an item up to the first cue inside it: what it names.
pub(super) fn item(s: &Sentence<'_>) -> Range<usize> {
    let cues = inline::find(s);
    let mut start = s.start;
    let mut end = s.end;
    for cue in &cues {
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
                | Shape::Backward(_)
        ) {
            continue;
        }
        end = cue.from;
        break;
    }
    s.trim(start..end)
}
