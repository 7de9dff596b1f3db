//! When the words of a cue say something else: negation, condition, comparison, role, time, purpose.

use super::clause::{Part, Sentence};
use super::cues::{Cue, Form, Shape};
use super::words::{
    ADV, BACK, BE, COMPARES, COORD, DET, DO, HAVE, KIND, MODAL, NEG, NOT_AS, POSS, PREP, PRON,
    ROLE, SAY, SUB, TIME,
};
use crate::notes::lex::Kind;

/// The cue as it stands in this sentence, or `None` if it does not state a cause here.
pub(super) fn keep(s: &Sentence<'_>, cue: Cue) -> Option<Cue> {
    let keep = match cue.shape {
        Shape::Arrow | Shape::ArrowBack => arrow(s, &cue),
        Shape::Forward(form) => verb(s, &cue, form) && !scheduled(s, &cue),
        Shape::Force(form) => force(s, &cue) && verb(s, &Cue { bare: false, ..cue }, form),
        Shape::Meant => meant(s, &cue),
        Shape::Passive => verb(s, &Cue { bare: false, ..cue }, Form::Past),
        Shape::Backward(form) => verb(s, &cue, form),
        Shape::Because => {
            !negated_before(s, cue.from)
                && !(s.is(before(s, cue.from), "just")
                    && s.is(before(s, before(s, cue.from)), "not"))
        }
        Shape::BecauseShort => {
            s.has(cue.to, PRON | DET | POSS | BACK) && !negated_before(s, cue.from)
        }
        Shape::BecauseOf => {
            !negated_before(s, cue.from)
                && !scheduled(s, &cue)
                && !s.any(before(s, cue.from), "many give gave say said")
        }
        Shape::As => as_clause(s, &cue),
        Shape::Since => since(s, &cue),
        Shape::So | Shape::SoThat => so(s, &cue),
        Shape::Therefore => therefore(s, &cue),
        Shape::Why => !(s.is(cue.from, "that") && cue.from > s.start && s.has(cue.from - 1, SAY)),
        Shape::Reason => !s.is(before(s, cue.from), "no") && !s.any(cue.to, "to with"),
        Shape::Result => !s.is(before(s, cue.from), "no"),
        Shape::Blame => {
            !negated_before(s, cue.from)
                && (s.is(cue.from, "responsible") || s.is(before(s, cue.from), "to"))
                && s.has(verb_before(s, cue.from), BE)
        }
    };
    if !keep {
        return None;
    }
    // "cause" and "causes" that are no verbs are nouns.
    Some(match cue.shape {
        Shape::So => match so_that(s, &cue) {
            Some(that) => Cue {
                to: that + 1,
                shape: Shape::SoThat,
                ..cue
            },
            None => cue,
        },
        Shape::Forward(Form::Base)
            if s.is(cue.from, "cause")
                && s.any(cue.to, "he she it they we i there you")
                && cue.from > s.start =>
        {
            Cue {
                shape: Shape::BecauseShort,
                ..cue
            }
        }
        Shape::Forward(Form::Third | Form::Base)
            if cue.bare && is_cause(s, &cue) && noun(s, &cue) =>
        {
            if s.any(cue.to, "of for behind") {
                Cue {
                    shape: Shape::Reason,
                    ..cue
                }
            } else {
                return None;
            }
        }
        _ => cue,
    })
}

/// The token before `at`; past the end if there is none.
fn before(s: &Sentence<'_>, at: usize) -> usize {
    if at > s.start { at - 1 } else { usize::MAX }
}

fn verb_before(s: &Sentence<'_>, at: usize) -> usize {
    let mut i = before(s, at);
    while i != usize::MAX && (s.has(i, ADV | KIND) || s.is(i, "to") || s.is(i, "partly")) {
        i = before(s, i);
    }
    i
}

fn is_cause(s: &Sentence<'_>, cue: &Cue) -> bool {
    s.any(cue.from, "cause causes")
}

/// `not because of X`: what follows is denied.
fn negated_before(s: &Sentence<'_>, at: usize) -> bool {
    let i = before(s, at);
    s.any(i, "not never isn't wasn't")
        || (s.any(i, "simply just only merely solely")
            && s.any(before(s, i), "not")
            && !s.is(i, "only"))
}

/// `due to arrive`, and roads that lead somewhere.
fn scheduled(s: &Sentence<'_>, cue: &Cue) -> bool {
    if s.is(cue.from, "due") {
        return s.any(
            cue.to,
            "be start begin arrive leave meet retire expire take open close return end go come appear give happen \
        speak visit marry play sail run receive become have",
        );
    }
    let road = s.any(
        before(s, cue.from),
        "road roads path street corridor door doors stairs staircase bridge tunnel gate stairway passage \
        steps",
    );
    road && !s.is(cue.from, "caused")
}

/// Vetoes for verbs: the verb must be one, and be neither denied, conditional, wished for nor unreal.
fn verb(s: &Sentence<'_>, cue: &Cue, form: Form) -> bool {
    let previous = before(s, cue.from);
    // "the Quds Force"
    if s.tokens[cue.from].capital && previous != usize::MAX && s.tokens[previous].kind == Kind::Word
    {
        return false;
    }
    if cue.bare && !is_cause(s, cue) && noun(s, cue) {
        return false;
    }
    if !cue.bare
        && matches!(form, Form::Third | Form::Base)
        && s.has(previous, DET | POSS | KIND)
        && !s.has(previous, BACK)
    {
        return false;
    }
    // "the exam results in 1932"
    if s.is(cue.from, "results")
        && s.tokens
            .get(cue.to)
            .is_some_and(|next| next.kind == Kind::Number)
    {
        return false;
    }
    // "he was led to believe"
    if s.is(cue.from, "led")
        && (s.has(previous, BE) || s.is(previous, "being"))
        && !s.is(cue.from + 1, "directly")
    {
        return false;
    }
    let low = s.clause_start(s.start, cue.from, Part::Noun);
    let group = s.verb_group(s.start, cue.from);
    let words = group..cue.from;
    let has = |flag| words.clone().any(|at| s.has(at, flag));
    let only = words.clone().any(|at| s.is(at, "only"));
    if has(NEG) && !only || s.any(before(s, group), "never nor nothing nobody") {
        return false;
    }
    let perfect = words.clone().any(|at| s.any(at, "have"))
        && words
            .clone()
            .any(|at| s.any(at, "would could might may should"));
    if perfect || words.clone().any(|at| s.any(at, "might should")) {
        return false;
    }
    let modal = words.clone().any(|at| s.any(at, "would could may might"));
    if modal && (s.start..group).any(|at| s.has(at, SAY)) {
        return false;
    }
    // A condition before it in the sentence.
    if (s.start..s.end).any(|at| {
        s.has(at, SUB) && (s.any(at, "if unless") || at < cue.from && s.is(at, "whether"))
    }) || s.any(s.start, "had were") && s.has(s.start + 1, DET | PRON | POSS)
    {
        return false;
    }
    if s.has(low, NEG) && !only {
        return false;
    }
    match form {
        Form::Ing => {
            let manner = s.any(
                previous,
                "by from without of than before about for against instead avoid avoided avoids stop stopped risk \
        risked risking",
            );
            let leading =
                s.has(previous, DET | POSS) || s.has(previous, BE) && s.is(cue.from, "compelling");
            !manner && !leading
        }
        Form::Base if s.is(previous, "to") => {
            group < cue.from && (group..cue.from).any(|at| s.is(at, "to"))
        }
        Form::Past if cue.bare => {
            !(s.has(cue.to, PREP) && !s.any(cue.to, "over about more"))
                && cue.to < s.end
                && (s.tokens[cue.to].kind != Kind::Punct || opens_object(s, cue.to))
        }
        _ => cue.to <= s.end,
    }
}

fn opens_object(s: &Sentence<'_>, at: usize) -> bool {
    s.any(at, "\" “ ' ‘ ( * [ $ £ € ~") || s.mark(at, ":")
}

/// Whether a bare -s or plain form (`causes`, `spark`) is a noun here.
fn noun(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    let Shape::Forward(form) = cue.shape else {
        return false;
    };
    if !matches!(form, Form::Third | Form::Base) {
        return form == Form::Past && s.has(previous, DET | POSS) && !s.has(previous, BACK);
    }
    let next = cue.to;
    let object = next < s.end
        && !s.has(next, PREP | BE | COORD | MODAL | HAVE | DO | SUB)
        && (s.tokens[next].kind != Kind::Punct || opens_object(s, next) && !s.mark(next, ":"));
    if !object || (s.verb(next..next + 1).is_some() && !s.word(next).ends_with('s')) {
        return true;
    }
    if previous == usize::MAX {
        // "Causes cancer" as a bullet of its own; "Cause damage" too.
        return s.tokens[cue.from].capital
            && s.tokens
                .get(next)
                .is_some_and(|token| token.capital && !token.shouted);
    }
    if s.has(previous, MODAL | DO)
        || s.is(previous, "to")
        || s.any(
            previous,
            if form == Form::Third {
                "which that who it this"
            } else {
                "which that who they help helps helped"
            },
        )
        || s.has(previous, ADV)
    {
        return false;
    }
    if s.is(previous, "and") {
        return !s.any(
            cue.from,
            "causes cause provokes provoke induces precipitates leads",
        );
    }
    if s.has(previous, DET | POSS | KIND | PREP) {
        return true;
    }
    match form {
        Form::Third => {
            s.tokens[previous].kind == Kind::Punct
                && !matches!(
                    s.word(previous),
                    ")" | "," | "”" | "\"" | "]" | "-" | "–" | "%"
                )
        }
        // "greenhouse gases cause warming"
        _ => {
            !((s.word(previous).ends_with('s') && !s.tokens[previous].capital)
                || s.has(previous, PRON)
                || matches!(s.word(previous), ")" | "%"))
        }
    }
}

/// `forced X to do`: an object, then "to".
fn force(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    if s.has(previous, BE | DET | POSS | PREP)
        || s.has(verb_before(s, cue.from), BE) && !s.is(cue.from, "forcing")
    {
        return false;
    }
    let strong = s.any(
        cue.from,
        "forced forces forcing compelled compels compelling obliged obliging",
    );
    let object = s.has(cue.to, PRON | DET | POSS | BACK)
        || s.any(cue.to, "him them us me her him")
        || s.tokens.get(cue.to).is_some_and(|token| {
            token.capital || (strong && token.kind == Kind::Word && !s.has(cue.to, PREP | SUB))
        });
    let to = (cue.to + 1..(cue.to + 9).min(s.end)).find(|&at| s.any(at, "to into"));
    let third = s.is(cue.from, "forces")
        && (previous == usize::MAX
            || s.tokens[previous].capital
            || s.has(previous, KIND)
            || !(s.has(cue.to, PRON | DET | POSS) || s.any(cue.to, "him them us")));
    object
        && !third
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
                        || s.has(to + 1, super::words::BASE | BE)
                        || !s.any(to - 1, "back up down out forward over off across away north south east west close closer further") && !s.word(to + 1).ends_with('s')))
        })
}

/// `X meant (that) Y`, not `was meant to`, and no definition (`pax means "peace"`).
fn meant(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    let that = s.is(cue.to - 1, "that");
    if cue.to >= s.end
        || s.is(cue.to, "to")
        || s.has(previous, BE | PREP | DO)
        || s.any(previous, "he she i they word term name literally") && !that
    {
        return false;
    }
    let quoted = s.tokens[cue.to].kind == Kind::Punct;
    if (s.start..cue.from).any(|at| s.is(at, "what")) {
        return false;
    }
    if s.is(cue.from, "meant") {
        return (that
            || s.has(cue.to, DET | POSS | PRON | BACK | NEG | KIND)
            || s.verb(cue.to + 1..s.end).is_some()
            || s.any(cue.to, "less higher lower greater fewer"))
            && !quoted
            && verb(
                s,
                &Cue {
                    bare: false,
                    ..*cue
                },
                Form::Past,
            )
            && !s.has(previous, MODAL);
    }
    let back = s.any(previous, "this which that");
    if s.is(cue.from, "means") {
        return !quoted
            && (that || (back && s.verb(cue.to + 1..s.end).is_some()))
            && !s.is(previous, "it");
    }
    // ", meaning (that) he lost"
    !quoted
        && previous != usize::MAX
        && s.mark(previous, ",")
        && s.verb(cue.to..s.clause_end(cue.to, s.end, Part::Clause))
            .is_some()
}

/// Roles and comparisons: "as Foreign Secretary", "such as", "as strong as", "as Spain had been".
fn as_clause(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    let next = cue.to;
    let clause = s.any(next, "he she they we") && !s.has(previous, COMPARES);
    if next >= s.end
        || s.has(previous, COMPARES)
        || (s.has(previous, ROLE) && !clause)
        || s.has(next, PREP | SUB | BE | DO) && !s.any(next, "that as")
        || s.has(next, NOT_AS)
        || s.is(next, "as")
    {
        return false;
    }
    // "as strong as", "the same rights as".
    if (s.start..cue.from)
        .rev()
        .take(7)
        .take_while(|&at| !s.mark(at, ",") && !s.wall(at))
        .any(|at| s.any(at, "as same such so"))
    {
        return false;
    }
    let initial =
        (s.start..cue.from).all(|at| s.has(at, COORD | ADV) || s.tokens[at].kind == Kind::Punct);
    let end = if initial {
        match s.main_clause(next, s.end, Part::Clause) {
            Some(comma) => comma,
            None => return false,
        }
    } else {
        s.clause_end(next, s.end, Part::Clause)
    };
    let Some(verb) = s.verb(next + 1..end) else {
        return false;
    };
    if !subject(s, next..verb) || (next..verb).any(|at| s.is(at, "as")) {
        return false;
    }
    // "As the army retreated": a moment, no cause.
    if initial && s.any(verb, "arrived approached advanced retreated entered left marched moved walked fled returned departed opened closed drew neared") {
        return false;
    }
    // "as a ploy": a role, unless its verb is near.
    if s.any(next, "a an") && verb > next + 3 {
        return false;
    }
    let rest = verb + 1;
    let bare_end = rest >= end || s.tokens[rest].kind == Kind::Punct;
    let auxiliary = s.has(verb, BE | DO | HAVE | MODAL);
    let after_group = (rest..end)
        .find(|&at| !s.has(at, BE | ADV | NEG))
        .unwrap_or(end);
    let comparison = auxiliary
        && (bare_end
            || after_group >= end
            || s.tokens[after_group].kind == Kind::Punct
            || s.any(after_group, "during before earlier previously")
            || (s.has(verb, DO | HAVE) && s.has(after_group, PREP)));
    let told = auxiliary
        && s.has(after_group, SAY)
        && (after_group + 1 >= end
            || s.tokens[after_group + 1].kind == Kind::Punct
            || s.has(after_group + 1, PREP));
    let puts = s.any(verb, "put puts has") && s.is(rest, "it");
    let said = puts
        || s.has(verb, SAY)
            && !s.has(verb, HAVE)
            && (bare_end || s.any(rest, "in that it at on of above below earlier"))
            && !s.is(verb, "asked");
    let passing = s.any(next, "time years days months the")
        && (verb..end).any(|at| {
            s.any(
                at,
                "passed passes wore progressed continued progresses unfolded went goes",
            )
        })
        && end - next <= 6;
    !comparison && !said && !told && !passing
}

/// Whether `range` can be the subject of the clause that a conjunction opens: one noun phrase, with what hangs on it.
fn subject(s: &Sentence<'_>, range: std::ops::Range<usize>) -> bool {
    if s.tokens[range.start].kind == Kind::Punct
        || range
            .clone()
            .any(|at| s.has(at, SUB) && s.any(at, "after before when while until because although"))
    {
        return false;
    }
    let commas = range.clone().filter(|&at| s.mark(at, ",")).count();
    let infinitive = range
        .clone()
        .any(|at| s.is(at, "to") && s.has(at + 1, super::words::BASE));
    // "the operation the town had": a second noun phrase right behind the first.
    let second = (range.start + 2..range.end).any(|at| {
        s.has(at, DET | POSS | PRON)
            && s.tokens[at - 1].kind == Kind::Word
            && !s.has(at - 1, PREP | COORD | SUB | DET | ADV | super::words::PAST)
            && !s.any(at, "both all each one")
    });
    commas != 1 && !infinitive && !second
}

/// Causal "since" has a clause after it and no perfect tense before it; "since 1945" is a time.
fn since(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    let next = cue.to;
    if next >= s.end
        || s.any(previous, "ever long not years months time first")
        || s.tokens[next].kind != Kind::Word
    {
        return false;
    }
    if s.has(next, TIME) && !s.any(next, "march may second")
        || s.any(
            next,
            "then when ever before being becoming antiquity childhood birth",
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
        && s.any(
            next + 1,
            "beginning start end death birth fall time day age dawn war revolution turn early late mid founding \
        establishment",
        )
        && verb > next + 3;
    if !subject(s, next..verb)
        || (verb..end).any(|at| s.any(at, "began begun started begin starts first"))
    {
        return false;
    }
    let perfect = main
        .clone()
        .any(|at| s.any(at, "has have 've hasn't haven't"));
    !perfect && !moment
}

/// `so` that joins two clauses, not `so far`, `did so`, `so strong`, `so that`.
fn so(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    let next = cue.to;
    if next >= s.end {
        return false;
    }
    if so_that(s, cue).is_some() {
        return true;
    }
    if s.any(next, "some") && s.has(next + 1, SAY) {
        return false;
    }
    if s.any(
        next,
        "that far as much many few little long called on forth what how why too to does do did is was are be \
        it's- basically can could will would has had",
    ) {
        return false;
    }
    if s.tokens[next].kind == Kind::Punct && !opens_object(s, next)
        || s.any(
            previous,
            "do did does doing done not even or more if ever quite that think thought say hope how why just said \
        never less",
        )
    {
        return false;
    }
    // "so they say"
    if (s.has(next, PRON) || s.any(next, "some many it"))
        && s.has(next + 1, SAY)
        && (next + 2 >= s.end || s.tokens[next + 2].kind == Kind::Punct)
    {
        return false;
    }
    // "was so", "grew so", "in so large a part": an intensifier.
    if s.has(previous, BE | HAVE | MODAL | PREP)
        || s.any(
            previous,
            "felt feel seem seemed grew grow got become looked with",
        )
    {
        return false;
    }
    let parted =
        previous == usize::MAX || s.tokens[previous].kind == Kind::Punct || s.has(previous, COORD);
    let subject = s.has(next, PRON | DET | POSS | BACK) || s.tokens[next].capital;
    let intensifier = s.word(next).ends_with("ly") && !parted;
    let adverb_of =
        s.any(previous, "spread rose fell moved worked acted") && s.word(next).ends_with("ly");
    !intensifier
        && !adverb_of
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
    let plain = !between.clone().any(|at| {
        s.tokens[at].kind == Kind::Punct || s.has(at, PRON | BE | DO | MODAL | SAY | SUB)
    });
    let intensified = s.has(cue.to, ADV)
        || s.word(cue.to).ends_with("ly")
        || s.any(cue.to, "much many few little")
        || s.has(before(s, cue.from), BE)
        || s.has(cue.to, KIND)
        || between.len() == 1;
    (plain && intensified && s.verb(that + 1..s.end).is_some()).then_some(that)
}

/// `thus`, `as a result`, `in response`: not "in response to", not "hence the name".
fn therefore(s: &Sentence<'_>, cue: &Cue) -> bool {
    let next = cue.to;
    if s.is(cue.from, "hence")
        && s.any(next, "the its their")
        && s.any(next + 1, "name term nickname title word phrase")
    {
        return false;
    }
    if s.any(cue.from, "thus") && s.any(next, "far")
        || s.any(next, "to of") && !s.is(cue.from, "thus")
    {
        return false;
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

/// An arrow between two statements: not between dates, numbers or symbols, not in code, not a menu.
fn arrow(s: &Sentence<'_>, cue: &Cue) -> bool {
    let near = |mut range: std::ops::Range<usize>, back: bool| {
        let stop = |at: &usize| s.tokens[*at].kind == Kind::Arrow || s.mark(*at, "|");
        if back {
            range.by_ref().rev().find(stop).map_or(s.start, |at| at + 1)..cue.from
        } else {
            cue.to..range.find(stop).unwrap_or(s.end)
        }
    };
    let left = near(s.start..cue.from, true);
    let right = near(cue.to..s.end, false);
    if code(s) || s.is_date(&right) {
        return false;
    }
    if s.is_date(&left)
        || !wordy(s, &right)
        || (!wordy(s, &left)
            && !left.is_empty()
            && !left.clone().all(|at| s.tokens[at].kind == Kind::Punct))
    {
        return false;
    }
    let first = s.start
        ..(s.start..s.end)
            .find(|&at| s.tokens[at].kind == Kind::Arrow)
            .unwrap_or(s.end);
    let menu = first.len() <= 2
        && s.tokens[s.start].capital
        && s.any(
            s.start,
            "file edit view settings preferences tools options insert format menu click select open help home \
        start",
        );
    let see = first.clone().all(|at| {
        s.any(
            at,
            "see also cf . : compare related next previous back up more link source",
        )
    });
    !menu && (!see || first.is_empty())
}

/// Whether a piece between arrows has a word of two letters at least.
fn wordy(s: &Sentence<'_>, range: &std::ops::Range<usize>) -> bool {
    range.clone().any(|at| {
        let word = s.word(at);
        let mut letters = word.chars();
        // "Na", "NaCl" and "H2O" are formulas; "war" and "UN" are words.
        let plain =
            letters.next().is_some_and(char::is_alphabetic) && letters.all(char::is_lowercase);
        let kind = s.tokens[at].kind == Kind::Word && !s.has(at, TIME);
        kind && ((plain && word.chars().count() >= 3)
            || (s.tokens[at].shouted
                && !word.contains(|c: char| c.is_ascii_digit() && word.len() < 5))
            || word.contains(['\'', '’', '-'])
            || word.chars().count() > 6)
    })
}

/// Whether the sentence is a line of a program or a formula.
fn code(s: &Sentence<'_>) -> bool {
    (s.start..s.end).any(|at| {
        s.mark(at, "{")
            || s.mark(at, "}")
            || s.mark(at, "\\")
            || (s.mark(at, ":") && s.mark(at + 1, ":"))
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
