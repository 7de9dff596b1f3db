//! Peers of one place who are two people: the Earl and the Duke of Somerset.

use super::forms::Forms;
use super::{Equation, Joiner};
use crate::notes::people::folded::Names;
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::people::spot::Spot;

/// Peerages that are looked at, at most: no note explains more.
const MOST: usize = 64;

impl Joiner<'_> {
    /// Whether `person` has another title of the place of a peer.
    pub(super) fn has_other_peerage(&self, names: &Names, person: u32, peer: &Spot) -> bool {
        self.forms_of(person).any(|form| {
            let spot = self.first(form);
            spot.key == peer.key && spot.title_word != peer.title_word && is_peerage(names, spot)
        })
    }
}

/// The spellings that are peerages and that `equations` say are whose: the Earl of Oxford in `Robert Harley, Earl of Oxford`.
pub(super) fn peers_of(
    names: &Names,
    spots: &[Spot],
    forms: &Forms,
    equations: &[Equation],
) -> Vec<usize> {
    let mut peers = Vec::new();
    for (left, right) in equations {
        for (peer, full) in [(*left, *right), (*right, *left)] {
            let is_full = spots[full].words >= 2 && spots[full].first.intersects(Is::GIVEN);
            let form = forms.of_spot(peer);
            if is_full
                && is_peerage(names, &spots[peer])
                && peers.len() < MOST
                && !peers.contains(&form)
            {
                peers.push(form);
            }
        }
    }
    peers
}

/// Whether a spot is a peerage alone: the Duke of Wellington.
pub(in crate::notes::people) fn is_peerage(names: &Names, spot: &Spot) -> bool {
    let cue = names.known(spot.title_word).cue;
    spot.title.is_none() && cue.contains(Cue::PEER)
}

/// The place in the tail of a peer's name: the `clarence` of `duke of clarence`.
pub(in crate::notes::people) fn place_of_peer(tail: &str) -> Option<&str> {
    let (title, rest) = tail.split_once(' ')?;
    let place = rest.strip_prefix("of ")?;
    lexicon::know(title)
        .cue
        .contains(Cue::PEER)
        .then_some(place)
}
