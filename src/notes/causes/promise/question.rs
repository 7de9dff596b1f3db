//! Questions that ask for causes or effects, and what they ask after.

use std::ops::Range;

use super::why::why;
use super::{Direction, Promise, heading};
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::EFFECT;
use crate::notes::lex::Kind;
use crate::notes::word_key::{Words, words};

/// What stands behind "what" where causes are asked for.
pub(super) const CAUSED: Words = words!("caused causes triggered sparked led provoked");

/// What a question for causes names them by: "What events led to the war?", "What else led to it?"
pub(super) const NAMELESS: Words =
    words!("else events factor factors issues problems reasons things");

/// Tokens of a question up to the verb behind the name of what it asks after.
const NAME: usize = 12;

/// What tells the reader how to answer: "Explain why he won", "Describe the effects of the war".
pub(super) const TOLD: Words = words!(
    "explain describe discuss state identify analyse analyze outline briefly summarise summarize suggest consider \
     infer draw predict evaluate compare assess list"
);

/// How far into its sentence a question may begin: "Explain in two or three sentences of your own words why …"
const PREAMBLE: usize = 16;

/// Where the question in `start..end` begins: at "why" or "what caused", at the front, behind a mark, or behind what tells the
/// reader how to answer: "Card 3 - why did William win?", "Explain briefly why he won".
pub(super) fn asks_from(s: &Sentence<'_>, start: usize, end: usize) -> Option<usize> {
    let told = s.any(start, TOLD);
    let near = start..end.min(start + if told { PREAMBLE } else { 6 });
    let mut places = near.chain(start..start);
    let parted = |at: usize| at == start || s.tokens[at - 1].kind == Kind::Punct;
    let first = places.find(|&at| {
        let why = s.is(at, "why");
        // "Apart from coal, what else contributed to the strike?"
        let else_led = s.any(at + 1, NAMELESS) && s.any(at + 2, words!("led contributed"));
        let what = s.is(at, "what") && (s.any(at + 1, words!("caused causes led")) || else_led);
        // "Weavers' strike 1826 why did it fail?"
        let of_it = why
            && s.any(at + 1, words!("did was were"))
            && s.any(at + 2, words!("it they he she"))
            && s.tokens[start].capital;
        (why || what) && (told || parted(at)) || of_it
    });
    // "They were few, so why did they win?"
    let after_comma = |at: &usize| s.mark(at - 2, ",") && s.any(at - 1, words!("so but and"));
    first.or_else(|| (start + 2..end).find(|at| s.is(*at, "why") && after_comma(at)))
}

/// The sentence of a bullet with several that asks for causes: "Why was it hard to rule? Which towns were free?"
pub(in crate::notes::causes) fn asks(s: &Sentence<'_>) -> Option<Promise> {
    heading(s).filter(|promise| {
        promise.direction == Direction::Causes && s.any(promise.cue.start, words!("why what"))
    })
}

/// A question for the causes or effects of what it names: "What were the results of the war?"
pub(in crate::notes::causes) fn asks_of(s: &Sentence<'_>) -> Option<Promise> {
    heading(s).filter(|promise| promise.of.is_some())
}

/// What a question asks after, whatever it asks: `Why did Rome fall?`, `Who was Cato?`, `Q7 Satsuma Rebellion?`
pub(in crate::notes::causes) fn asked_after(s: &Sentence<'_>) -> Option<Range<usize>> {
    let range = super::strip_number(s);
    let end = range.end - 1;
    let of = if let Some(promise) = heading(s) {
        promise.of?
    } else if s.any(range.start, words!("what who"))
        && s.any(range.start + 1, words!("was were is are"))
    {
        s.trim(range.start + 2..end)
    } else {
        let thing = s.trim(range.start..end);
        let is_name = thing.len() <= 6 && s.verb(thing.clone()).is_none();
        is_name.then_some(thing)?
    };
    (!s.hollow(&of)).then_some(of)
}

/// What a why-question asks after: `Q: Why did prices rise?` → `prices rise`.
pub(in crate::notes::causes) fn asked(s: &Sentence<'_>) -> Option<Range<usize>> {
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
pub(super) fn question(s: &Sentence<'_>, start: usize, end: usize) -> Option<Promise> {
    if s.is(start, "why") {
        return why(s, start, end);
    }
    if s.is(start, "what") && s.any(start + 1, CAUSED) {
        let from = start + 2 + usize::from(s.is(start + 2, "to"));
        let of = s.trim(from..end);
        return Some(Promise {
            direction: Direction::Causes,
            of: (!s.hollow(&of)).then_some(of),
            cue: start..from,
        });
    }
    if s.is(start, "how") {
        return how_it_affected(s, start, end);
    }
    if s.is(start, "what") && s.has(start + 1, EFFECT) {
        return what_it_did(s, start, end);
    }
    let factors = (start..end.min(start + 4)).find(|&at| {
        let asked = at == start + 1 && s.any(start, words!("what which"));
        s.any(at, words!("factors factor roots root")) || asked && s.any(at, NAMELESS)
    })?;
    let from = factors + 1;
    let led = s.any(from, words!("that which")) && s.any(from + 1, words!("led contributed"));
    let to = if led && s.is(from + 2, "to") {
        from + 3
    // "What factors led to the famine?"
    } else if (s.any(from, words!("leading contributing"))
        || factors == start + 1 && s.any(from, words!("led contributed")))
        && s.is(from + 1, "to")
    {
        from + 2
    } else if s.any(from, words!("behind causing"))
        || s.any(factors, words!("roots root")) && s.is(from, "of")
    {
        from + 1
    } else {
        return None;
    };
    let of = s.trim(to..end);
    // "The root of the problem" is that of what the section is about.
    let problem = |at: usize| {
        s.any(
            at,
            words!("the this problem problems issue issues trouble matter"),
        )
    };
    let named = of.clone().find(|&at| s.tokens[at].kind == Kind::Punct);
    let general = (of.start..named.unwrap_or(of.end)).all(problem);
    let of = (!general).then_some(of);
    let hollow = of.as_ref().is_some_and(|of| s.hollow(of));
    (!hollow).then_some(Promise {
        direction: Direction::Causes,
        of,
        cue: factors..to,
    })
}

/// `How did the wall affect families?`: what comes of it.
fn how_it_affected(s: &Sentence<'_>, start: usize, end: usize) -> Option<Promise> {
    if !s.any(start + 1, words!("did does do has have had")) {
        return None;
    }
    let mut near = start + 3..end.min(start + NAME);
    let verb = near.find(|&at| s.any(at, words!("affect affected impact impacted")))?;
    Some(effects_of(s, start + 2..verb, verb))
}

/// `What impact did the wall have on Berlin?`
fn what_it_did(s: &Sentence<'_>, start: usize, end: usize) -> Option<Promise> {
    let did = s.any(start + 2, words!("did does do"));
    let have = (start + 4..end.min(start + NAME)).find(|&at| s.is(at, "have"));
    Some(effects_of(s, start + 3..have.filter(|_| did)?, start + 1))
}

/// A promise of what came of `of`, or of what the section is about where that is a pronoun, by the word `cue`.
fn effects_of(s: &Sentence<'_>, of: Range<usize>, cue: usize) -> Promise {
    let of = s.trim(of);
    let pronoun = of.len() == 1 && s.any(of.start, words!("it this that they he she"));
    Promise {
        direction: Direction::Effects,
        of: (!pronoun && !s.hollow(&of)).then_some(of),
        cue: cue..cue + 1,
    }
}
