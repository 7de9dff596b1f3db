//! `forced X to do`: not "led his army to attack", "Allied forces", "forced back into talks".

use super::{before, is_agent, verb_before};
use crate::notes::causes::cues::Cue;
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{BACK, BASE, BE, DET, KIND, PAST, POSS, PREP, PRON, SUB};
use crate::notes::lex::Kind;
use crate::notes::word_key::{Words, words};

/// Verbs of drawing somebody into a thing, which say no cause of what he does.
const DRAW: Words = words!(
    "dragged drags dragging drew draws drawing pulled pulls pulling plunged plunges plunging brought"
);

/// `forced X to do`: an object, then "to".
pub(super) fn force(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    // "This forced him to …"
    let points = s.any(previous, words!("this that"));
    if s.has(previous, BE | DET | POSS | PREP) && !points
        || s.has(verb_before(s, cue.from), BE) && !s.is(cue.from, "forcing")
    {
        return false;
    }
    // "Later forced back into talks", "slaves forced back to the fields": they were.
    if s.any(cue.to, words!("back out off"))
        && (s.has(cue.to + 1, PREP) || s.any(cue.to + 1, words!("to")))
    {
        return false;
    }
    // "Modernised the country - forced nobles to shave": both are what somebody did.
    let opens = s.has(s.start, PAST) || s.word(s.start).ends_with("ed");
    if opens && previous != usize::MAX && s.wall(previous) {
        return false;
    }
    if drawn_into(s, cue) {
        return true;
    }
    if s.is(cue.from, "led") && leads_people(s, cue) || s.any(cue.from, DRAW) {
        return false;
    }
    if forced_away(s, cue) || forced_on(s, cue) {
        return true;
    }
    // "which lead Austria to declare war", in haste
    if s.is(cue.from, "lead") && !s.any(previous, words!("which this that")) {
        return false;
    }
    // "He was weak, leading the king to act"; "his men, leading them to battle" has no verb.
    if s.is(cue.from, "leading") && !(s.mark(previous, ",") && leads_on(s, cue)) {
        return false;
    }
    if pushed_towards(s, cue) {
        return true;
    }
    does_what(s, cue)
}

/// Somebody behind the verb, and what he has to do: "forced | him to flee".
fn does_what(s: &Sentence<'_>, cue: &Cue) -> bool {
    let strong = s.any(
        cue.from,
        words!("forced forces forcing compelled compels compelling obliged obliging"),
    );
    let object = s.has(cue.to, PRON | DET | POSS | BACK)
        || s.any(cue.to, words!("him them us me her him"))
        || s.tokens.get(cue.to).is_some_and(|token| {
            token.capital || (strong && token.kind == Kind::Word && !s.has(cue.to, PREP | SUB))
        });
    let to = (cue.to + 1..(cue.to + 9).min(s.end)).find(|&at| s.any(at, words!("to into")));
    // "drove investors to search"
    let many = to == Some(cue.to + 1)
        && s.word(cue.to).ends_with('s')
        && s.tokens[cue.to].kind == Kind::Word
        && !s.has(cue.to, PREP | SUB)
        && s.has(cue.to + 2, BASE);
    let object = object || many;
    object
        && !are_troops(s, cue)
        && to.is_some_and(|to| {
            if s.verb(cue.to + 1..to).is_some() {
                return false;
            }
            let into = s.is(to, "into");
            let verb_follows = s
                .tokens
                .get(to + 1)
                .is_some_and(|next| next.kind == Kind::Word && !next.capital)
                && !s.has(to + 1, DET | POSS | PREP);
            (into && strong) || (verb_follows
                    && (strong
                        || s.has(to + 1, BASE | BE)
                        || !s.any(to - 1, words!("back up down out forward over off across away north south east west close closer further")) && !s.word(to + 1).ends_with('s')))
        })
}

/// "Lee led his army to attack": a person at the head of others, rather than something that led someone to do a thing.
fn leads_people(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    let points = previous != usize::MAX && s.any(previous, words!("this that which"));
    let named = previous == usize::MAX
        || s.tokens[previous].capital
        || s.has(previous, PRON)
        || s.any(previous, words!("he she they who"));
    let to = (cue.to + 1..(cue.to + 9).min(s.end)).find(|&at| s.is(at, "to"));
    let does = to.is_some_and(|to| s.has(to + 1, BASE) || s.any(to + 1, words!("be")));
    let followers = to.is_some_and(|to| {
        s.any(to - 1, words!("army armies men troops forces soldiers people party country nation team expedition fleet march revolt \
            protest uprising rebels crowd group followers delegation them"))
    });
    !does || followers || named && !points
}

/// Whether somebody is led to do a thing: a verb stands behind the first "to".
fn leads_on(s: &Sentence<'_>, cue: &Cue) -> bool {
    let to = (cue.to + 1..(cue.to + 9).min(s.end)).find(|&at| s.is(at, "to"));
    to.is_some_and(|to| s.has(to + 1, BASE) || s.any(to + 1, words!("be become")))
}

/// Whether "forces" are those of an army: "Allied forces".
fn are_troops(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    // "Anna Bell forces Tom Reed to resign"
    let is_name = |at: usize| s.tokens.get(at).is_some_and(|token| token.capital);
    let makes_him = is_name(previous)
        && is_name(cue.to)
        && (cue.to + 1..cue.to + 4).any(|at| s.is(at, "to") && s.has(at + 1, BASE));
    s.is(cue.from, "forces")
        && !makes_him
        && (previous == usize::MAX
            || s.tokens[previous].capital
            || s.has(previous, KIND)
            || !(s.has(cue.to, PRON | DET | POSS) || s.any(cue.to, words!("him them us"))))
}

/// "Pushed him towards revolution", "drove Castro closer to the Soviets"; not "pushed the Germans towards the Rhine".
fn pushed_towards(s: &Sentence<'_>, cue: &Cue) -> bool {
    let mut near = cue.to + 1..(cue.to + 7).min(s.end.saturating_sub(1));
    let Some(at) = near.find(|&at| s.any(at, words!("toward towards closer into"))) else {
        return false;
    };
    let pushed = s.any(
        cue.from,
        words!("pushed pushes pushing drove drives driving"),
    ) && s.tokens[cue.to].kind == Kind::Word
        && !s.has(cue.to, PREP | SUB)
        && s.verb(cue.to + 1..at).is_none();
    if s.is(at, "closer") {
        return pushed && s.any(at + 1, words!("to towards"));
    }
    let thing = at + 1 + usize::from(s.has(at + 1, DET | POSS));
    let is_state = ["tion", "ism", "ence", "ance", "cy", "lapse"]
        .iter()
        .any(|ending| s.word(thing).ends_with(ending))
        || s.any(
            thing,
            words!(
                "war revolt rebellion peace reform reforms crisis despair debt poverty unity exile"
            ),
        );
    pushed && is_state && thing < s.end && !s.tokens[thing].capital
}

/// "The murder led the allies into war", "The treaty dragged Britain into the First World War"; not "He led his country into war".
fn drawn_into(s: &Sentence<'_>, cue: &Cue) -> bool {
    let draws = s.any(cue.from, DRAW) || s.any(cue.from, words!("led leads leading"));
    if !draws || s.has(cue.to, PREP | SUB) {
        return false;
    }
    let mut near = cue.to + 1..(cue.to + 7).min(s.end.saturating_sub(1));
    let Some(into) = near.find(|&at| s.is(at, "into")) else {
        return false;
    };
    let state = words!(
        "war wars conflict conflicts crisis chaos anarchy depression recession poverty debt disorder"
    );
    let thing = (into + 1..(into + 5).min(s.end)).any(|at| s.any(at, state));
    thing && s.verb(cue.to + 1..into).is_none() && !is_agent(s, cue.from)
}

/// "forced the king back to Paris", "forced many from their homes": somebody, and where he had to go.
fn forced_away(s: &Sentence<'_>, cue: &Cue) -> bool {
    let forced = s.any(cue.from, words!("forced forces forcing"));
    if !forced || s.has(cue.to, PREP | SUB) || s.any(cue.to, words!("back out off away")) {
        return false;
    }
    let mut near = cue.to + 1..(cue.to + 6).min(s.end.saturating_sub(1));
    near.find(|&at| {
        s.is(at, "from")
            || s.any(at, words!("back out away")) && s.any(at + 1, words!("to of from into"))
    })
    .is_some_and(|at| {
        let words = (cue.to..at).all(|at| s.tokens[at].kind == Kind::Word);
        words && s.verb(cue.to + 1..at).is_none()
    }) && !are_troops(s, cue)
}

/// "forcing their surrender", "forced the abdication of the king": what had to be done.
fn forced_on(s: &Sentence<'_>, cue: &Cue) -> bool {
    let deed = cue.to + 1;
    let is_deed = || {
        let word = s.word(deed);
        ["tion", "sion", "ment", "drawal"].iter().any(|ending| word.ends_with(ending))
            || s.any(deed, words!("surrender retreat closure truce ceasefire peace vote election sale exile departure"))
    };
    s.any(cue.from, words!("forced forces forcing"))
        && s.has(cue.to, DET | POSS)
        && deed < s.end
        && is_deed()
        && (deed + 1 == s.end || s.has(deed + 1, PREP) || s.tokens[deed + 1].kind == Kind::Punct)
        && !are_troops(s, cue)
}
