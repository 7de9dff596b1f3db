//! What "by" says of whom it names: who did something, or when.

use crate::notes::lex::Kind;
use crate::notes::people::lexicon::Is;
use crate::notes::people::run::Tokens;
use crate::notes::people::spot::Spot;

/// "Written by", "by"; `at` is the token after "by".
pub(super) fn by(tokens: &Tokens<'_>, spot: &Spot, at: usize) -> i32 {
    if at < 2 {
        return 2;
    }
    // "Shot 30 Mar 81 by Hinton"
    let (verb, known) = tokens.lower(before_date(tokens, at - 2));
    let done = verb.ends_with("ed") || known.is.intersects(Is::FATE | Is::ACT);
    if spot.single && spot.last.is_empty() && !spot.ends_as_plural && is_killed(&verb) {
        // "Stabbed by Felton"
        5
    } else if done {
        3
    } else {
        2
    }
}

/// The token before a date of some numbers and a month that ends at `at`; `at` where none does.
pub(in crate::notes::people::weigh) fn before_date(tokens: &Tokens<'_>, at: usize) -> usize {
    let number = |at: usize| tokens.all[at].kind == Kind::Number;
    if !number(at) {
        return at;
    }
    let mut before = at.saturating_sub(1);
    if tokens.is_capital(before) && !tokens.known(before).is.intersects(Is::ACT | Is::FATE) {
        before = before.saturating_sub(1);
        before = before.saturating_sub(usize::from(number(before)));
    }
    before
}

/// Whether somebody did to somebody else what a verb says.
fn is_killed(verb: &str) -> bool {
    matches!(
        verb,
        "stabbed"
            | "shot"
            | "murdered"
            | "assassinated"
            | "poisoned"
            | "strangled"
            | "betrayed"
            | "overthrown"
            | "toppled"
            | "painted"
            | "composed"
            | "written"
            | "sculpted"
            | "taught"
            | "tutored"
            | "mentored"
            | "succeeded"
            | "blackmailed"
            | "seduced"
            | "directed"
            | "narrated"
    )
}
