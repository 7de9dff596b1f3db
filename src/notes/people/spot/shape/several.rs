//! What several words look like.

use crate::notes::people::eastern::is_given;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::run::{Piece, Shape};
use crate::notes::people::spot::Spot;

/// What a name of several words looks like; `contrary` is what speaks against one.
pub(super) fn several(names: &Names, spot: &Spot, pieces: &[Piece], contrary: Is) -> i32 {
    let Spot { first, last, .. } = *spot;
    let initials = has_initials(spot, pieces);
    let particle = pieces
        .iter()
        .skip(1)
        .any(|piece| piece.shape == Shape::Particle);
    let words = names.words(spot.key);
    let common = words
        .iter()
        .filter(|word| names.ends_as_word(**word))
        .count() as i32;
    if is_eastern(names, spot, contrary) {
        return 8;
    }
    let mut weight = if first.intersects(Is::GIVEN) {
        behind_given(spot, contrary)
    } else if last.contains(Is::KNOWN) && !last.intersects(contrary)
        || first.contains(Is::KNOWN) && !first.intersects(contrary)
        || first.contains(Is::FAMILY) && !first.intersects(Is::WORD | Is::PLACE | Is::FUNCTION)
        || initials && !last.intersects(contrary - Is::WORD)
    {
        6
    } else if last.contains(Is::THING) && !first.intersects(Is::NAME) {
        // Birnam Wood.
        -2
    } else if names.known(names.last(spot.key)).cue.contains(Cue::BEHIND)
        && !first.intersects(contrary)
    {
        8
    } else if first.is_empty() && last.intersects(Is::GIVEN) && is_turkish(names, spot) {
        6
    } else if last.intersects(Is::SURNAME | Is::KNOWN) && !first.intersects(contrary)
        || first.intersects(Is::SURNAME | Is::KNOWN)
            && !first.intersects(contrary)
            && last.is_empty()
    {
        4
    } else if last.intersects(Is::GIVEN) && !last.intersects(contrary) && first.is_empty() {
        5
    } else if first.is_empty() && last.is_empty() {
        3 + i32::from(!spot.opens)
    } else if first.is_empty() || last.is_empty() {
        2
    } else {
        -2
    };
    if particle {
        weight += 2;
    }
    if is_rather_a_thing(names, spot) {
        weight -= 4;
    }
    // Mau Mau, Bora Bora; but Cao Cao has a family's name.
    let doubled =
        matches!(words, [one, two] if one == two) && !first.intersects(Is::FAMILY | Is::KNOWN);
    // Elizabeth Woodville, Grace Kelly: a name's ending says little behind a given name.
    let ending = if first.intersects(Is::GIVEN) && !first.intersects(contrary) {
        1
    } else {
        3
    };
    weight - ending * common - if doubled { 6 } else { 0 }
}

/// What a given name and what follows it weigh.
fn behind_given(spot: &Spot, contrary: Is) -> i32 {
    let Spot { first, last, .. } = *spot;
    match (
        first.intersects(contrary),
        last.intersects(Is::KNOWN | Is::SURNAME),
    ) {
        (false, _) => 8,
        (true, true) => 7,
        (true, false) if last.is_empty() && !spot.opens => 5,
        (true, false) if first.contains(Is::FAMILY) => 6,
        (true, false) => 2,
    }
}

/// Whether initials stand in a name; "B. Robber barons" is the second item of a list.
fn has_initials(spot: &Spot, pieces: &[Piece]) -> bool {
    let counted = spot.tokens.start == 0 && spot.words == 1 && spot.last.is_empty();
    !counted && pieces.iter().any(|piece| piece.shape == Shape::Initial)
}

/// Whether a family name and a given name of East Asia make up a name.
fn is_eastern(names: &Names, spot: &Spot, contrary: Is) -> bool {
    let [family, given] = *names.words(spot.key) else {
        return false;
    };
    let given = names.text(given);
    !spot.last.intersects(contrary)
        && (is_family(names, family) || spot.first.is_empty() && given.contains('-'))
        && is_given(given)
}

/// Whether a word is a family name of East Asia.
fn is_family(names: &Names, word: Folded) -> bool {
    names.known(word).is.contains(Is::FAMILY) || names.text(word) == "an"
}

/// Whether the last word is a common one where capitals say nothing, or a plural.
fn is_rather_a_thing(names: &Names, spot: &Spot) -> bool {
    spot.last.intersects(Is::WORD | Is::THING)
        && !spot.last.intersects(Is::SURNAME | Is::KNOWN)
        && (spot.opens || is_plural(names.text(spot.key)))
        // Claudia Minor
        && !(spot.first.intersects(Is::GIVEN) && names.text(spot.key).ends_with(" minor"))
}

/// Whether the last word is a given name that stands behind a byname: Gedik Ahmed, Kara Mustafa.
fn is_turkish(names: &Names, spot: &Spot) -> bool {
    matches!(
        names.text(names.last(spot.key)),
        "ahmed"
            | "ahmet"
            | "ali"
            | "hasan"
            | "ibrahim"
            | "mahmud"
            | "mehmed"
            | "mehmet"
            | "murad"
            | "mustafa"
            | "osman"
            | "selim"
            | "suleiman"
            | "suleyman"
            | "yusuf"
    )
}

fn is_plural(key: &str) -> bool {
    key.ends_with('s') && !key.ends_with("ss") && !key.ends_with("us") && !key.ends_with("is")
}
