//! Verbs that state no cause here: denied, wished for, unreal, or no verbs at all.

use super::{before, is_cause};
use crate::notes::causes::clause::Part;
use crate::notes::causes::cues::{Cue, Form, Shape};
use crate::notes::causes::inline;
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{
    ADV, BACK, BE, COORD, DET, DO, HAVE, KIND, MODAL, NEG, POSS, PREP, PRON, SAY, SUB,
};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

/// `due to arrive`, and roads that lead somewhere.
pub(super) fn scheduled(s: &Sentence<'_>, cue: &Cue) -> bool {
    if s.is(cue.from, "due") {
        return s.any(cue.to, words!("be start begin arrive leave meet retire expire take open close return end go come appear give happen \
        speak visit marry play sail run receive become have"));
    }
    let road = s.any(before(s, cue.from), words!("road roads path street corridor door doors stairs staircase bridge tunnel gate stairway passage \
        steps"));
    road && !s.is(cue.from, "caused")
}

/// Vetoes for verbs: the verb must be one, and be neither denied, conditional, wished for nor unreal.
#[expect(
    clippy::too_many_lines,
    reason = "one decision table, read from top to bottom"
)]
pub(super) fn verb(s: &Sentence<'_>, cue: &Cue, form: Form) -> bool {
    let previous = before(s, cue.from);
    // "the Quds Force"
    if s.tokens[cue.from].capital && previous != usize::MAX && s.tokens[previous].kind == Kind::Word
    {
        return false;
    }
    // "Say what caused the feud": a question.
    if s.is(previous, "what")
        && !(cue.to..s.end).any(|at| s.has(at, BE))
        && inline::points_at_what(s, previous).is_none()
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
    // "It nearly caused a war"
    if words.clone().any(|at| s.any(at, words!("nearly almost"))) {
        return false;
    }
    if has(NEG) && !only || s.any(before(s, group), words!("never nor nothing nobody")) {
        return false;
    }
    let perfect = words.clone().any(|at| s.any(at, words!("have")))
        && words
            .clone()
            .any(|at| s.any(at, words!("would could might may should")));
    if perfect || words.clone().any(|at| s.any(at, words!("might should"))) {
        return false;
    }
    let modal = words
        .clone()
        .any(|at| s.any(at, words!("would could may might")));
    if modal && (s.start..group).any(|at| s.has(at, SAY)) {
        return false;
    }
    // A condition before it in the sentence.
    if (s.start..s.end).any(|at| {
        s.has(at, SUB) && (s.any(at, words!("if unless")) || at < cue.from && s.is(at, "whether"))
    }) || s.any(s.start, words!("had were")) && s.has(s.start + 1, DET | PRON | POSS)
    {
        return false;
    }
    if s.has(low, NEG) && !only {
        return false;
    }
    // "would have cost votes and potentially lead to his fall"
    let mut and = before(s, group);
    while and != usize::MAX && s.word(and).ends_with("ly") {
        and = before(s, and);
    }
    let unreal = form == Form::Base
        && s.has(and, COORD)
        && (s.start..group)
            .any(|at| s.any(at, words!("would could might")) && s.is(at + 1, "have"));
    if unreal {
        return false;
    }
    match form {
        Form::Ing => {
            let manner = s.any(previous, words!("by from without of than before about for against instead avoid avoided avoids stop stopped risk \
        risked risking"));
            let leading =
                s.has(previous, DET | POSS) || s.has(previous, BE) && s.is(cue.from, "compelling");
            !manner && !leading
        }
        Form::Base if s.is(previous, "to") => {
            group < cue.from && (group..cue.from).any(|at| s.is(at, "to"))
        }
        // "a bill that required employers and employees contribute to": what was asked for.
        Form::Base
            if !modal
                && (s.start..group).rev().take(8).any(|at| {
                    s.any(
                        at,
                        words!("demand demanded demands require required requires"),
                    )
                }) =>
        {
            false
        }
        Form::Past if cue.bare => {
            // "the harm they had caused earlier"
            let sooner = s.any(
                cue.to,
                words!("earlier later before already recently previously"),
            );
            !sooner
                && (!s.has(cue.to, PREP) || s.any(cue.to, words!("over about more")))
                && cue.to < s.end
                && (s.tokens[cue.to].kind != Kind::Punct || opens_object(s, cue.to))
        }
        _ => cue.to <= s.end,
    }
}

pub(super) fn opens_object(s: &Sentence<'_>, at: usize) -> bool {
    let marks = ["\"", "“", "'", "‘", "(", "*", "[", "$", "£", "€", "~", ":"];
    at < s.end && s.tokens[at].kind == Kind::Punct && marks.contains(&s.word(at))
}

/// Whether a bare -s or plain form (`causes`, `spark`) is a noun here.
pub(super) fn noun(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    let Shape::Forward(form) = cue.shape else {
        return false;
    };
    if !matches!(form, Form::Third | Form::Base) {
        // "fulfilled by provoked invasion"
        let article = s.has(previous, DET | POSS) && !s.has(previous, BACK);
        return form == Form::Past && (article || s.any(previous, words!("by with")));
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
                words!("which that who it this")
            } else {
                words!("which that who they help helps helped")
            },
        )
        || s.has(previous, ADV)
    {
        return false;
    }
    if s.is(previous, "and") {
        return !s.any(
            cue.from,
            words!("causes cause provokes provoke induces precipitates leads"),
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
