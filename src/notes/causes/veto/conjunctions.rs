//! "As" in roles and comparisons, "since" of time.

use super::before;
use crate::notes::causes::clause::Part;
use crate::notes::causes::cues::Cue;
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{
    ADV, BASE, BE, COMPARES, COORD, DET, DO, HAVE, MODAL, NEG, NOT_AS, PAST, POSS, PREP, PRON,
    ROLE, SAY, SUB, TIME,
};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;
use std::ops::Range;

/// Roles and comparisons: "as Foreign Secretary", "such as", "as strong as", "as Spain had been".
#[expect(
    clippy::too_many_lines,
    reason = "one decision table, read from top to bottom"
)]
pub(super) fn as_clause(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    let next = cue.to;
    let clause = s.any(next, words!("he she they we")) && !s.has(previous, COMPARES);
    // "He had to do so as …"
    let did_so = s.is(previous, "so") && s.has(before(s, previous), DO);
    // "It came too late as nobody cared"
    let too_late = s.is(before(s, previous), "too");
    if next >= s.end
        || s.has(previous, COMPARES) && !did_so && !too_late
        || (s.has(previous, ROLE) && !clause && !did_so && !too_late)
        || is_time_in_office(s, previous, next)
        || s.any(previous, words!("themselves itself himself herself")) && !clause
        || s.has(next, PREP | SUB | BE | DO) && !s.any(next, words!("that as"))
        || s.has(next, NOT_AS) && !s.is(next + 1, "of")
        || s.is(next, "as")
    {
        return false;
    }
    // "identify as a Jew", "photos showing him as a leader": what somebody is shown to be.
    let shown_as = s.any(next, words!("a an the"))
        && (cue.from.saturating_sub(4).max(s.start)..cue.from).any(|at| {
            s.any(
                at,
                words!("identify identified identifies identifying show shows showed showing shown depict depicts depicted depicting \
                portray portrays portraying paint paints painted painting picture pictured brand branded branding"),
            )
        });
    // "Hitler as the common threat was gone": what somebody is, with nothing said before.
    let is_named = s.any(next, words!("a an the"))
        && cue.from > s.start
        && cue.from <= s.start + 2
        && (s.start..cue.from).all(|at| s.tokens[at].kind == Kind::Word && s.tokens[at].capital);
    // "They agreed that, as towns were freed, they would …"
    if shown_as || is_named || s.is(previous, "that") {
        return false;
    }
    // "as strong as", "the same rights as".
    if (s.start..cue.from)
        .rev()
        .take(7)
        .take_while(|&at| !s.mark(at, ",") && !s.wall(at))
        .any(|at| s.any(at, words!("as same such so")) && !(did_so && at == previous))
    {
        return false;
    }
    let initial = s.only_joins(s.start..cue.from);
    let end = if initial {
        match s.main_clause(next, s.end, Part::Clause) {
            // "As a young man had fought for the king, but left him"
            Some(comma) if !s.is(comma + 1, "but") => comma,
            _ => return false,
        }
    } else {
        s.clause_end(next, s.end, Part::Clause)
    };
    let Some(verb) = s.verb(next + 1..end) else {
        return false;
    };
    // "named him as the heir and sent for him": the verb belongs to the clause before.
    if !subject(s, next..verb)
        || s.has(verb - 1, COORD)
        || s.mark(verb - 1, "&")
        || (next..verb).any(|at| s.is(at, "as"))
    {
        return false;
    }
    // "As the army retreated": a moment, no cause.
    if initial && !s.any(verb + 1, words!("no nobody nothing")) && s.any(verb, words!("arrived approached advanced retreated entered left marched moved walked fled returned departed opened closed drew neared")) {
        return false;
    }
    // "as a ploy": a role, unless its verb is near.
    if s.any(next, words!("a an")) && verb > next + 3 {
        return false;
    }
    let rest = verb + 1;
    let bare_end = rest >= end || s.tokens[rest].kind == Kind::Punct;
    // "They prayed as they chose": how.
    if (bare_end || s.has(rest, PREP))
        && s.any(
            verb,
            words!("chose choose chooses wish wished wishes please pleased liked"),
        )
    {
        return false;
    }
    let auxiliary = s.has(verb, BE | DO | HAVE | MODAL);
    let after_group = (rest..end)
        .find(|&at| !s.has(at, BE | ADV | NEG) || s.is(at, "turn"))
        .unwrap_or(end);
    let comparison = auxiliary
        && (bare_end
            || after_group >= end
            || s.tokens[after_group].kind == Kind::Punct
            || s.any(after_group, words!("during before earlier previously"))
            || (s.has(verb, DO | HAVE | MODAL) && s.has(after_group, PREP)));
    let told = auxiliary
        && s.has(after_group, SAY)
        && (after_group + 1 >= end
            || s.tokens[after_group + 1].kind == Kind::Punct
            || s.has(after_group + 1, PREP));
    // "as the old books have it", "as everyone called her"
    let puts = s.any(verb, words!("put puts has have had")) && s.is(rest, "it")
        || s.any(verb, words!("called call calls nicknamed named"))
            && s.any(rest, words!("him her it them"));
    // "as the siege showed"
    let shown = bare_end
        && s.any(
            verb,
            words!("show shows showed prove proves proved demonstrates demonstrated illustrates illustrated"),
        );
    let said = puts
        || shown
        || s.has(verb, SAY)
            && !s.has(verb, HAVE)
            && (bare_end || s.any(rest, words!("in that it at on of above below earlier")))
            && !s.is(verb, "asked")
            && !(s.is(rest, "that")
                && s.any(
                    verb,
                    words!("feared fear fears believed thought hoped expected worried"),
                ));
    let fleeing = s.has(next, PRON)
        && s.has(verb, BE)
        && s.any(
            rest,
            words!("fleeing leaving running walking marching retreating returning arriving crossing entering travelling traveling sailing \
            escaping"),
        );
    if fleeing {
        return false;
    }
    let age = (next..verb).any(|at| s.any(at, words!("century decade war year day night")));
    let until = if age { end.min(verb + 2) } else { end };
    let passing = s.any(next, words!("time years days months the"))
        && (verb..until).any(|at| {
            s.any(
                at,
                words!("passed passes wore progressed continued progresses unfolded went goes"),
            )
        })
        && until - next <= 6;
    !comparison && !said && !told && !passing
}

/// "His time as dictator did not last": what he was then.
fn is_time_in_office(s: &Sentence<'_>, previous: usize, next: usize) -> bool {
    previous != usize::MAX
        && s.any(
            previous,
            words!("time reign tenure term terms years career role position"),
        )
        && s.has(before(s, previous), POSS)
        && !s.has(next, PRON | POSS)
}

/// Whether `range` can be the subject of the clause that a conjunction opens: one noun phrase, with what hangs on it.
fn subject(s: &Sentence<'_>, range: Range<usize>) -> bool {
    if s.tokens[range.start].kind == Kind::Punct
        || range.clone().any(|at| {
            s.has(at, SUB)
                && s.any(
                    at,
                    words!("after before when while until because although if"),
                )
        })
    {
        return false;
    }
    // "as Spain, France and Genoa had paid": a list.
    let listed = |comma: usize| (comma + 2..range.end.min(comma + 5)).any(|at| s.has(at, COORD));
    let is_comma = |at: &usize| s.mark(*at, ",");
    let commas = range
        .clone()
        .filter(is_comma)
        .filter(|&at| !listed(at))
        .count();
    let infinitive = range
        .clone()
        .any(|at| s.is(at, "to") && s.has(at + 1, BASE));
    // "the operation the town had": a second noun phrase right behind the first.
    let second = (range.start + 2..range.end).any(|at| {
        s.has(at, DET | POSS | PRON)
            && s.tokens[at - 1].kind == Kind::Word
            && !s.has(at - 1, PREP | COORD | SUB | DET | ADV | PAST)
            && !s.any(at, words!("both all each one"))
    });
    commas != 1 && !infinitive && !second
}

/// Causal "since" has a clause after it and no perfect tense before it; "since 1945" is a time.
pub(super) fn since(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    let quoted = ["\"", "“", "‘"].iter().any(|quote| s.mark(cue.to, quote));
    let next = cue.to + usize::from(quoted);
    // "since 30% of the party were in it"
    let share = s.mark(next + 1, "%") || s.any(next + 1, words!("percent per"));
    if next >= s.end
        || s.any(previous, words!("ever long not years months time first"))
        || s.tokens[next].kind != Kind::Word && !share
    {
        return false;
    }
    if s.has(next, TIME) && !s.any(next, words!("march may second"))
        || s.any(
            next,
            words!("then when ever before being becoming antiquity childhood birth"),
        )
    {
        return false;
    }
    let initial = s.only_joins(s.start..cue.from);
    let (end, main) = if initial {
        match s.main_clause(next, s.end, Part::Clause) {
            Some(comma) => (comma, comma..s.end),
            None => return false,
        }
    } else {
        (
            s.clause_end(next, s.end, Part::Clause),
            s.clause_start(s.start, cue.from, Part::Clause)..cue.from,
        )
    };
    let Some(verb) = s.verb(next..end) else {
        return false;
    };
    let moment = s.has(next, DET)
        && s.any(next + 1, words!("beginning start end death birth fall time day age dawn war revolution turn early late mid founding \
        establishment"))
        && verb > next + 3;
    if !subject(s, next..verb)
        || (verb..end).any(|at| s.any(at, words!("began begun started begin starts first")))
    {
        return false;
    }
    let perfect = (main.start..main.end).any(|at| s.any(at, words!("has have 've hasn't haven't")));
    !perfect && !moment
}
