//! What a spot looks like by itself.

use super::Spot;
use super::part::Part;
use crate::notes::people::eastern::is_given;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::join::is_numeral;
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::people::run::{Piece, Shape};

/// Whether the first piece is a particle of a name: Ibn Rushd.
fn is_son_of(pieces: &[Piece]) -> bool {
    pieces
        .first()
        .is_some_and(|first| first.shape == Shape::Particle)
}

/// What a spot looks like by itself.
pub(super) fn shape(names: &Names, spot: &Spot, pieces: &[Piece], part: &Part) -> i32 {
    let Spot { first, last, .. } = *spot;
    let contrary = Is::WORD | Is::PLACE | Is::GROUP | Is::PEOPLE | Is::THING | Is::FUNCTION;
    let mut weight = 0;
    let mut floor = i32::MIN;
    if !spot.title_word.is_none() {
        let cue = names.known(spot.title_word).cue;
        // Count Pisa: a place does not make it a verb.
        let noble = cue.contains(Cue::PEER) && last.contains(Is::PLACE);
        let weak = cue.contains(Cue::WEAK) && !noble;
        // "Dr. King", "Lord North": whatever else the word may be.
        floor = if weak { floor } else { 0 };
        weight += match (weak, spot.words) {
            (false, _) => 6,
            (true, 1) if last.is_empty() => 6,
            (true, 1) if last.intersects(contrary) && !last.intersects(Is::KNOWN | Is::SURNAME) => {
                0
            }
            (true, _) => 4,
        };
    }
    if part.role {
        weight += 4;
    }
    if part.people {
        weight += 1;
    }
    if part.body && last.is_empty() {
        // Viet Cong, Jallianwala Bagh.
        weight -= 5;
    }
    if !spot.tail.is_none() && spot.title_word.is_none() && names.text(spot.key) == "mark" {
        // Tanks, and no kings.
        return -6;
    }
    if last.is_empty() && spot.ends_as_plural && names.is_saint(spot.title_word) {
        // "St Patricks day", in haste.
        return -10;
    }
    if names.is_one(spot.key) && is_surnames_numeral(names, spot) {
        // The second case of Brown.
        return -6;
    }
    if !spot.tail.is_none() {
        weight += if first.intersects(Is::GIVEN | Is::KNOWN) {
            8
        } else {
            4
        };
    }
    if pieces.iter().any(|piece| piece.shape == Shape::Nickname) {
        weight += 6;
    }
    if spot.arabic && !spot.last.intersects(contrary) {
        weight += if is_son_of(pieces) { 6 } else { 3 };
    }
    if spot.words == 1 && is_peer_of_realm(names, spot) {
        // "Duke of Milan": whoever it was at the time.
        return 0;
    }
    if spot.words == 0 {
        -8
    } else if names.is_one(spot.key) {
        weight + single(names, spot, contrary).max(floor)
    } else {
        weight + several(names, spot, pieces, contrary)
    }
}

/// Whether a spot is a peerage alone and its place was a realm: no name, as "King of Prussia" is none.
fn is_peer_of_realm(names: &Names, spot: &Spot) -> bool {
    spot.title.is_none()
        && names.known(spot.title_word).cue.contains(Cue::PEER)
        && matches!(
            names.text(spot.key),
            "aquitaine"
                | "austria"
                | "bavaria"
                | "brittany"
                | "burgundy"
                | "ferrara"
                | "flanders"
                | "lithuania"
                | "lorraine"
                | "mantua"
                | "milan"
                | "modena"
                | "normandy"
                | "provence"
                | "prussia"
                | "savoy"
                | "saxony"
                | "swabia"
                | "toulouse"
                | "tuscany"
                | "urbino"
        )
}

/// Whether a numeral stands after a surname that no ruler bears for a name.
fn is_surnames_numeral(names: &Names, spot: &Spot) -> bool {
    spot.first.contains(Is::SURNAME)
        && !spot.first.intersects(Is::GIVEN)
        && spot.title_word.is_none()
        && is_numeral(names.text(spot.tail))
        && !names.known(spot.key).cue.contains(Cue::REGNAL)
}

fn single(names: &Names, spot: &Spot, contrary: Is) -> i32 {
    if spot.words > 1 {
        // MLK Jr.
        return 6;
    }
    let is = spot.last;
    let doubtful = is.intersects(contrary);
    if spot.shouted && !is.intersects(Is::KNOWN | Is::GIVEN) {
        return -6;
    }
    if spot.shouted
        && !spot.in_heading
        && names.text(spot.key).len() <= 3
        && !is.contains(Is::KNOWN)
        && spot.title_word.is_none()
    {
        // MIA: rather the letters of something else.
        return 0;
    }
    if is.contains(Is::PEOPLE) && spot.title_word.is_none() && spot.tail.is_none() {
        // Zhou, of Zhou Enlai.
        return -6;
    }
    if is.contains(Is::KNOWN)
        && spot.shouted
        && !spot.in_heading
        && spot.title_word.is_none()
        && names.text(spot.key).len() > 3
    {
        // PEEL: the letters are as often those of other words.
        return 2;
    }
    if is.contains(Is::KNOWN) {
        match (doubtful, spot.opens) {
            (false, _) => 6,
            (true, false) if !is.intersects(Is::PLACE | Is::GROUP) => 5,
            (true, _) => 1,
        }
    } else if is.intersects(Is::GIVEN) {
        match (doubtful, spot.opens) {
            (false, _) => 5,
            (true, false) => 1,
            (true, true) => -1,
        }
    } else if doubtful || is.is_empty() && spot.ends_as_plural && is_several(names, spot) {
        -4
    } else if is.is_empty() && names.text(spot.key).starts_with("o'") {
        // O'Rafferty: nothing else is spelt so.
        6
    } else if is.contains(Is::SURNAME) || names.ends_as_surname(spot.key) {
        2 + i32::from(!spot.opens)
    } else if names.ends_as_word(spot.key) {
        -4
    } else {
        i32::from(is.contains(Is::FAMILY)) + i32::from(!spot.opens)
    }
}

/// Whether a word is the plural of a common one, whoever is called so: Castles.
fn is_several(names: &Names, spot: &Spot) -> bool {
    let one = names.text(spot.key).strip_suffix('s');
    let one = one.map_or(Is::empty(), lexicon::look_up);
    one.intersects(Is::THING | Is::WORD | Is::ROLE) && !one.intersects(Is::KNOWN | Is::GIVEN)
}

fn several(names: &Names, spot: &Spot, pieces: &[Piece], contrary: Is) -> i32 {
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
}

fn is_plural(key: &str) -> bool {
    key.ends_with('s') && !key.ends_with("ss") && !key.ends_with("us") && !key.ends_with("is")
}
