//! What a spot looks like by itself.

mod several;
mod single;

use super::Spot;
use super::part::Part;
use crate::notes::people::folded::Names;
use crate::notes::people::join::is_numeral;
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::run::{Piece, Shape};
use several::several;
use single::single;

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
