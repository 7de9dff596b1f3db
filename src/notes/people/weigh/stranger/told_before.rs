//! What stands before a stranger that only a person can be: `replaced by`, `historians like`, `the driver,`.

use super::is_role;
use crate::notes::people::lexicon::{Cue, Is, Word};
use crate::notes::people::run::Tokens;
use crate::notes::people::spot::Spot;
use crate::notes::people::weigh::before::before_date;
use crate::notes::people::weigh::kin::is_kin;

/// "Replaced by", "murder of", "president:", "historians like"; `start` is the token after.
pub(super) fn is_told_before(tokens: &Tokens<'_>, start: usize) -> bool {
    let at = start - 1;
    let word = |back: usize| at.checked_sub(back).map_or("", |at| tokens.word(at));
    let is_role = |back: usize| at.checked_sub(back).is_some_and(|at| is_role(tokens, at));
    let known = |back: usize| {
        at.checked_sub(back)
            .map_or(Word::default(), |at| tokens.known(at))
    };
    match word(0) {
        ":" | "=" | "like" => is_role(1),
        // `*The Long Road* (1920) by`
        "by" => {
            // "Thrown out by", "handed over by", "shot 30 Mar 81 by".
            let dated = before_date(tokens, at.saturating_sub(1));
            let over = usize::from(matches!(word(1), "out" | "over" | "up"));
            let verb = tokens.known(dated.saturating_sub(over));
            verb.cue.contains(Cue::DONE_BY)
                || matches!(
                    word(1),
                    "inscription" | "poem" | "portrait" | "biography" | "memoir" | "painting"
                )
                || word(1) == ")"
                || at > 0 && tokens.is_parted(at)
        }
        "under" => known(1).cue.contains(Cue::LED) || known(1).is.contains(Is::PEOPLE),
        "as" => word(1) == "such" && is_role(2),
        "to" => matches!(
            word(1),
            "according"
                | "According"
                | "married"
                | "engaged"
                | "thanks"
                | "apprenticed"
                | "letter"
                | "letters"
                | "spoke"
                | "surrendered"
                | "surrenders"
                | "writes"
                | "wrote"
        ),
        "them" => word(1) == "among",
        "with" => is_done_together(word(1)),
        // "Would not work w/ Brannius"
        "/" => word(1) == "w" && is_done_together(word(2)),
        // "His slave Tiro"
        "slave" | "freedman" => true,
        "of" => is_kin(word(1)) || known(1).cue.contains(Cue::HAPPENS_TO),
        _ => known(0).cue.contains(Cue::DONE_TO),
    }
}

/// "The driver, Lojka, took a wrong turn", "a slave nurse, Hipólita."
pub(super) fn is_apposed(tokens: &Tokens<'_>, spot: &Spot, start: usize) -> bool {
    let at = start - 1;
    if tokens.word(at) != "," || !matches!(tokens.word(spot.tokens.end), "," | "." | ")" | "") {
        return false;
    }
    let from = at.saturating_sub(5);
    let role = (from..at).rev().take(4).find(|at| is_role(tokens, *at));
    role.is_some_and(|role| {
        (from..role).any(|at| {
            tokens.known(at).cue.contains(Cue::ARTICLE)
                || matches!(tokens.word(at), "an" | "his" | "her" | "their")
        })
    })
}

/// Whether a verb is what two people do together: "argued with".
fn is_done_together(verb: &str) -> bool {
    matches!(
        verb,
        "work"
            | "worked"
            | "works"
            | "working"
            | "argue"
            | "argued"
            | "argues"
            | "arguing"
            | "quarrelled"
            | "quarreled"
            | "debated"
            | "corresponded"
            | "studied"
            | "eloped"
            | "slept"
            | "went"
            | "lived"
            | "lives"
            | "duel"
            | "affair"
            | "friends"
            | "love"
    )
}
