//! What one word looks like.

use crate::notes::people::folded::Names;
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::spot::Spot;

/// What a name of one word looks like; `contrary` is what speaks against one.
pub(super) fn single(names: &Names, spot: &Spot, contrary: Is) -> i32 {
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
    } else if is.contains(Is::SURNAME) {
        // Nothing else, wherever it stands.
        3
    } else if names.ends_as_surname(spot.key) {
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
