//! Operations that are called after somebody and stand alone: "Barbarossa begins", in notes of the war of 1941.

use super::folded::Names;
use super::spot::{NOBODY, Spot};

/// Makes "Barbarossa" nobody's name where those who fought in 1941 are named.
pub(super) fn drop(names: &Names, spots: &mut [Spot]) {
    let Some(operation) = names.find("barbarossa") else {
        return;
    };
    if !["hitler", "stalin"]
        .iter()
        .any(|leader| names.find(leader).is_some())
    {
        return;
    }
    for spot in spots {
        if spot.key == operation && spot.tail.is_none() && spot.title.is_none() {
            spot.shape = NOBODY;
        }
    }
}
