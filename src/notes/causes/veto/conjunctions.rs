//! "As" in roles and comparisons, "since" of time, "so" that joins nothing.

use super::before;
use super::verbs::opens_object;
use crate::notes::causes::clause::Part;
use crate::notes::causes::cues::Cue;
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{
    ADV, BACK, BASE, BE, COMPARES, COORD, DET, DO, HAVE, KIND, MODAL, NEG, NOT_AS, PAST, POSS,
    PREP, PRON, ROLE, SAY, SUB, TIME,
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
    if next >= s.end
        || s.has(previous, COMPARES) && !did_so
        || (s.has(previous, ROLE) && !clause && !did_so)
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
    let initial =
        (s.start..cue.from).all(|at| s.has(at, COORD | ADV) || s.tokens[at].kind == Kind::Punct);
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

/// Whether `range` can be the subject of the clause that a conjunction opens: one noun phrase, with what hangs on it.
pub(super) fn subject(s: &Sentence<'_>, range: Range<usize>) -> bool {
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
    let initial =
        (s.start..cue.from).all(|at| s.has(at, COORD | ADV) || s.tokens[at].kind == Kind::Punct);
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

/// `so` that joins two clauses, not `so far`, `did so`, `so strong`, `so that`.
pub(super) fn so(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    let next = cue.to;
    if next >= s.end {
        return false;
    }
    if so_that(s, cue).is_some() {
        return true;
    }
    // "So, the towns formed a league."
    if cue.from == s.start && s.mark(next, ",") && s.verb(next + 2..s.end).is_some() {
        return true;
    }
    if s.any(next, words!("some")) && s.has(next + 1, SAY) || s.any(next, words!("says goes")) {
        return false;
    }
    // "…, so many joined the rebellion", "…, so many Jewish teachers were forced to leave"
    let some_did = s.any(next, words!("many few"))
        && previous != usize::MAX
        && s.mark(previous, ",")
        && s.verb(next + 1..(next + 5).min(s.end)).is_some();
    // "light carts so could cross the bog", but not "so could he"
    let same_subject = previous != usize::MAX
        && s.tokens[previous].kind == Kind::Word
        && s.any(next, words!("could can would will had was were"))
        && s.tokens
            .get(next + 1)
            .is_some_and(|verb| verb.kind == Kind::Word && !verb.capital)
        && !s.has(next + 1, PRON | DET | POSS | BACK);
    if !some_did && !same_subject && s.any(next, words!("that far as much many few little long called on forth what how why here too to does do did is was are be \
        it's- basically can could will would has had")) {
        return false;
    }
    if s.tokens[next].kind == Kind::Punct && !opens_object(s, next)
        || s.any(previous, words!("do did does doing done not even or more if ever quite that think thought say hope how why just said \
        never less"))
    {
        return false;
    }
    // "so they say"
    if (s.has(next, PRON) || s.any(next, words!("some many it")))
        && s.has(next + 1, SAY)
        && (next + 2 >= s.end || s.tokens[next + 2].kind == Kind::Punct)
    {
        return false;
    }
    // "was so", "grew so", "in so large a part": an intensifier.
    if s.has(previous, BE | HAVE | MODAL | PREP)
        || s.any(
            previous,
            words!("felt feel seem seemed grew grow got become looked with"),
        )
    {
        return false;
    }
    joins(s, previous, next)
}

/// Whether a clause begins at `next`, behind a `so` that `previous` stands before.
fn joins(s: &Sentence<'_>, previous: usize, next: usize) -> bool {
    let parted =
        previous == usize::MAX || s.tokens[previous].kind == Kind::Punct || s.has(previous, COORD);
    let subject = s.has(next, PRON | DET | POSS | BACK) || s.tokens[next].capital;
    let intensifier = s.word(next).ends_with("ly") && !parted;
    let adverb_of = s.any(previous, words!("spread rose fell moved worked acted"))
        && s.word(next).ends_with("ly");
    // "a fever so high he saw ghosts": how high.
    let degree = !parted && !subject && s.any(next + 1, words!("he she it they we"));
    !intensifier
        && !adverb_of
        && !degree
        && (parted
            || subject
            || s.verb(next..s.clause_end(next, s.end, Part::Clause))
                .is_some())
}

/// The "that" of "so strong that", "such a shock that".
pub(super) fn so_that(s: &Sentence<'_>, cue: &Cue) -> Option<usize> {
    if !s.is(cue.from, "so") {
        return None;
    }
    let that = (cue.to + 1..(cue.to + 6).min(s.end)).find(|&at| s.is(at, "that"))?;
    let between = cue.to..that;
    // "so many people died that wages rose"
    let counted = s.any(cue.to, words!("many much few little")) && between.len() > 1;
    let plain = !between.clone().any(|at| {
        let other = s.has(at, PRON | BE | DO | MODAL | SAY | SUB) && !s.is(at, "being");
        s.tokens[at].kind == Kind::Punct || other && !counted
    });
    let intensified = s.has(cue.to, ADV)
        || s.word(cue.to).ends_with("ly")
        || s.any(cue.to, words!("much many few little"))
        || s.has(before(s, cue.from), BE)
        || s.any(
            before(s, cue.from),
            words!("grew grow grows became become got felt looked seemed"),
        )
        || s.has(cue.to, KIND)
        || between.len() == 1;
    let clause =
        s.verb(that + 1..s.end).is_some() || (counted || between.len() == 1) && that + 2 < s.end;
    (plain && intensified && clause).then_some(that)
}

/// `thus`, `as a result`, `in response`: not "in response to", not "hence the name".
pub(super) fn therefore(s: &Sentence<'_>, cue: &Cue) -> bool {
    let next = cue.to;
    // "∴ so / † dies": what the signs of the note mean.
    if s.tokens[cue.from].kind == Kind::Punct && s.any(next, words!("so therefore hence means")) {
        return false;
    }
    if s.is(cue.from, "hence")
        && s.any(next, words!("the its their"))
        && s.any(next + 1, words!("name term nickname title word phrase"))
    {
        return false;
    }
    if s.any(cue.from, words!("thus")) && s.any(next, words!("far"))
        || s.any(next, words!("to of")) && !s.is(cue.from, "thus")
    {
        return false;
    }
    // "As such, laws were made", but not "the law as such".
    if s.is(cue.from, "as") && s.is(cue.from + 1, "such") {
        return cue.from == s.start && s.mark(next, ",");
    }
    if s.is(cue.from, "in") {
        // "in response": at the rim of a clause only.
        let opens = (s.start..cue.from).all(|at| s.has(at, COORD | ADV))
            || cue.from > s.start && s.tokens[cue.from - 1].kind == Kind::Punct;
        let closes = next >= s.end || s.tokens[next].kind == Kind::Punct;
        return opens || closes;
    }
    if s.is(cue.from, "accordingly") {
        return cue.from == s.start || s.tokens[cue.from - 1].kind == Kind::Punct;
    }
    !s.has(before(s, cue.from), NEG)
}
