//! Lead-ins: the words over a list, such as `Because:` or `It had several effects:`.

use super::counted::counted;
use super::{Direction, Promise, heading};
use crate::notes::causes::cues;
use crate::notes::causes::cues::{Form, Shape};
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{ADV, BE, COORD, DET, KIND, SUB};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

/// What the words over a list promise: `Because:`, `It failed for several reasons:`, `This led to:`, `Consequences:`.
///
/// `of: None` means what was said before.
pub(in crate::notes::causes) fn lead_in(s: &Sentence<'_>) -> Option<Promise> {
    let mut end = s.end;
    let mut asides = 0;
    while end > s.start && s.tokens[end - 1].kind == Kind::Punct {
        end -= 1;
        // "for several reasons (see page 3):"
        if s.mark(end, ")") && asides == 0 {
            asides += 1;
            let opens = (s.start..end).rev().find(|&at| s.mark(at, "("));
            end = opens.unwrap_or(end);
        }
    }
    let start = s.start;
    if start >= end {
        return None;
    }
    if s.tokens[end - 1].kind == Kind::Arrow {
        let of = s.trim(start..end - 1);
        return Some(Promise {
            direction: Direction::Effects,
            of: (!s.hollow(&of)).then_some(of),
            cue: end - 1..end,
        });
    }
    ends_in_cue(s, start, end)
        .or_else(|| told_below(s, start, end))
        .or_else(|| by_means(s, start, end))
        .or_else(|| showed(s, start, end))
        .or_else(|| counted(s, start, end))
        .or_else(|| led(s, start, end))
        .or_else(|| heading(&Sentence { end, ..*s }))
}

/// `The invasion failed because:`, `The blockade led to:`, `As a result:`.
fn ends_in_cue(s: &Sentence<'_>, start: usize, end: usize) -> Option<Promise> {
    let open = Sentence { end, ..*s };
    let mut cue = None;
    let mut at = start;
    while let Some(from) = cues::next(&open, at) {
        at = from + 1;
        if let Some(found) = cues::at(s, from, end)
            && (found.to == end
                || (found.to + 1 == end
                    && s.any(end - 1, words!("that the both several many following")))
                || (found.to + 2 == end && s.is(end - 1, "following")))
        {
            cue = Some(found);
            break;
        }
    }
    let cue = cue?;
    let direction = match cue.shape {
        Shape::Because
        | Shape::BecauseOf
        | Shape::Passive
        | Shape::Backward(_)
        | Shape::BecauseShort => Direction::Causes,
        Shape::Forward(Form::Third | Form::Base) if cue.bare => return None,
        Shape::Forward(_) | Shape::Therefore | Shape::So | Shape::Meant => Direction::Effects,
        _ => return None,
    };
    let mut last = s.verb_group(start, cue.from);
    while last > start && s.has(last - 1, ADV | BE) {
        last -= 1;
    }
    let of = open.trim(start..last);
    let of = (!open.hollow(&of)).then_some(of);
    // A noun before "causes" is a name of the list: "Main causes:".
    if cue.bare
        && direction == Direction::Effects
        && of
            .as_ref()
            .is_some_and(|of| (of.start..of.end).all(|at| s.has(at, KIND | DET)))
    {
        return None;
    }
    Some(Promise {
        direction,
        of,
        cue: cue.from..cue.to,
    })
}

/// `The town starved because of a bad harvest and a siege:`, over what tells of them.
fn told_below(s: &Sentence<'_>, start: usize, end: usize) -> Option<Promise> {
    if !s.mark(end, ":") {
        return None;
    }
    let open = Sentence { end, ..*s };
    let mut at = start;
    while let Some(from) = cues::next(&open, at) {
        at = from + 1;
        let Some(cue) = cues::at(s, from, end).filter(|cue| cue.shape == Shape::BecauseOf) else {
            continue;
        };
        let of = open.trim(start..s.verb_group(start, cue.from));
        let is_noun = s.verb(cue.to..end).is_none();
        return (is_noun && !open.hollow(&of)).then_some(Promise {
            direction: Direction::Causes,
            of: Some(of),
            cue: cue.from..cue.to,
        });
    }
    None
}

/// `The rising failed because`, over a list that does not hang on it.
pub(in crate::notes::causes) fn open_ended(s: &Sentence<'_>) -> Option<Promise> {
    // "The raid →"
    if s.end > s.start && s.tokens[s.end - 1].kind == Kind::Arrow {
        let of = s.trim(s.start..s.end - 1);
        return (!s.hollow(&of)).then_some(Promise {
            direction: Direction::Effects,
            of: Some(of),
            cue: s.end - 1..s.end,
        });
    }
    // "What the phrase means" asks for no effects.
    let ends = s.end > s.start && s.tokens[s.end - 1].kind == Kind::Word && !s.has(s.start, SUB);
    let promise = ends.then(|| ends_in_cue(s, s.start, s.end)).flatten()?;
    promise.of.is_some().then_some(promise)
}

/// `Led to: riots; hunger`: a verb alone before the colon.
pub(super) fn led_to(s: &Sentence<'_>) -> Option<Promise> {
    if !s.any(s.start, words!("led caused resulted")) {
        return None;
    }
    let cue = cues::at(s, s.start, s.end)?;
    let whole = cue.to == s.end && matches!(cue.shape, Shape::Forward(Form::Past));
    whole.then_some(Promise {
        direction: Direction::Effects,
        of: None,
        cue: cue.from..cue.to,
    })
}

/// `The consul beat the raiders by:`, over what he did; not `Signed by:`, over who did.
fn by_means(s: &Sentence<'_>, start: usize, end: usize) -> Option<Promise> {
    let by = end
        .checked_sub(1)
        .filter(|&by| by > start + 1 && s.is(by, "by"))?;
    let verb = s.verb(start..by).filter(|&verb| verb > start)?;
    let passive = (start..by).any(|at| s.has(at, BE));
    // Whom or what it was done to stands between.
    let done_to = verb + 1 < by && s.verb(by - 1..by).is_none();
    (done_to && !passive).then(|| Promise {
        direction: Direction::Causes,
        of: Some(s.trim(start..by)),
        cue: by..end,
    })
}

/// `These showed that:`
fn showed(s: &Sentence<'_>, start: usize, end: usize) -> Option<Promise> {
    let verb = (start..end).find(|&at| {
        s.any(
            at,
            words!("showed shows show demonstrated demonstrates proved revealed"),
        )
    })?;
    let rest_is_short = (verb + 1..end).all(|at| s.any(at, words!("that the us following")));
    if !rest_is_short {
        return None;
    }
    let of = s.trim(start..verb);
    Some(Promise {
        direction: Direction::Effects,
        of: (!s.hollow(&of)).then_some(of),
        cue: start..end,
    })
}

/// `There were two problems that led to the split`
fn led(s: &Sentence<'_>, start: usize, end: usize) -> Option<Promise> {
    let thing = (start..end).find(|&at| {
        s.any(at, words!("issues problems things events developments actions policies decisions mistakes steps"))
    })?;
    let plain = (start..thing).all(|at| {
        s.has(at, DET | KIND | COORD | ADV | BE)
            || s.is(at, "there")
            || s.tokens[at].kind != Kind::Word
    });
    if !plain {
        return None;
    }
    // "Two events drive the town to revolt"
    let pushed = s.any(thing + 1, words!("drive drove push pushed lead led"));
    if pushed && thing > start && (thing + 2..end.min(thing + 6)).any(|at| s.is(at, "to")) {
        let to = usize::from(s.is(thing + 2, "to"));
        let of = s.trim(thing + 1 + 2 * to..end);
        return (!s.hollow(&of)).then_some(Promise {
            direction: Direction::Causes,
            of: Some(of),
            cue: thing..thing + 2 + to,
        });
    }
    if !s.any(thing + 1, words!("that which")) {
        return None;
    }
    let cue = cues::at(s, thing + 2, end)?;
    let of = s.trim(cue.to..end);
    let caused = matches!(cue.shape, Shape::Forward(Form::Past | Form::Third));
    (caused && cue.to < end).then_some(Promise {
        direction: Direction::Causes,
        of: (!s.hollow(&of)).then_some(of),
        cue: thing..cue.to,
    })
}
