//! Labels: the short words before a colon or dash that promise, or only name a kind.

use super::{Promise, heading, lead_in, strip_number};
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{CAUSE, COORD, DET, EFFECT, KIND};
use crate::notes::lex::{Kind, Token};
use crate::notes::word_key::words;

/// Whether a sentence may open with a label: cheap, for passing over most of a note.
pub(in crate::notes::causes) fn may_label(text: &str, tokens: &[Token]) -> bool {
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
pub(in crate::notes::causes) fn label(s: &Sentence<'_>) -> Option<(Promise, usize)> {
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
pub(in crate::notes::causes) fn is_category(s: &Sentence<'_>) -> bool {
    let mut any = false;
    strip_number(s).all(|at| match s.tokens[at].kind {
        Kind::Word => {
            any = true;
            s.has(at, KIND | COORD)
                || s.any(at, words!("term factors factor reasons causes effects consequences impacts economics politics the in at home abroad"))
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
