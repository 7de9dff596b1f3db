//! What is somebody's: `Caesar's wife`, `Newton's laws`.

use crate::notes::people::folded::Names;
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::run::Tokens;
use crate::notes::people::spot::Spot;
use crate::notes::people::weigh::kin::is_kin;

/// What is somebody's: `Caesar's wife`, `Newton's laws`.
pub(super) fn belonging(tokens: &Tokens<'_>, names: &Names, spot: &Spot, at: usize) -> i32 {
    let first = tokens.known(at);
    let second = tokens.known(at + 1);
    let dated = |at: usize| matches!(tokens.word(at), "of" | "in") && tokens.is_number(at + 1, 4);
    if (first.cue | second.cue).contains(Cue::EPONYM) && !dated(at + 1) {
        let title = names.text(spot.title_word);
        return if matches!(title, "st" | "saint" | "uncle") {
            -10
        } else if spot.words > 1 && spot.first.intersects(Is::GIVEN) {
            // "Lyonel Feininger's cathedral woodcut"
            0
        } else {
            -4
        };
    }
    if (tokens.is_capital(at) || tokens.is(at, "ferry"))
        && spot.single
        && !spot.last.contains(Is::KNOWN)
        && matches!(
            tokens.word(at),
            "Green"
                | "Mill"
                | "Mills"
                | "Quay"
                | "Lane"
                | "Street"
                | "Square"
                | "Park"
                | "Gate"
                | "Walk"
                | "Ferry"
                | "ferry"
        )
    {
        // Bachelor's Walk, Baker's Lane, Tanner's ferry.
        return -6;
    }
    if first.cue.contains(Cue::LED)
        && spot.single
        && spot.last.contains(Is::KNOWN)
        && is_rising(tokens, at)
    {
        // "Kett's Rebellion" is an event: who led it is somebody once the note says more.
        return -4;
    }
    if tokens.is_capital(at) && first.is.contains(Is::THING) {
        // St George's Hill, and Pickett's Charge, of whom we know.
        let title = names.text(spot.title_word);
        return if matches!(title, "st" | "saint") {
            -10
        } else {
            1
        };
    }
    let (next, _) = tokens.lower(at);
    if names.is_saint(spot.title_word) && !is_kin(&next) {
        // A church, a hospital, a college.
        return -10;
    }
    if is_kin(&next) && !spot.last.intersects(Is::OTHER) {
        // "Nabis' widow": who has kin is a person.
        6
    } else if (first.is | second.is).contains(Is::BELONGING) {
        3
    } else {
        1
    }
}

/// Whether the word at `at` is a rising, which goes by the name of who led it.
fn is_rising(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(
        tokens.lower(at).0.as_ref(),
        "rebellion" | "revolt" | "rising" | "uprising"
    )
}
