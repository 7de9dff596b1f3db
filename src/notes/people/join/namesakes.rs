//! Who is another than the person of nearly the same name.

use super::bearer::FAR;
use super::{Joiner, is_numeral};
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::names as known_names;
use crate::notes::people::spot::Spot;

impl Joiner<'_> {
    /// Whether the name alone at a spot, with which the name of `person` begins, is somebody else's.
    pub(super) fn is_another(&self, names: &Names, person: u32, at: usize) -> bool {
        let spot = &self.spots[at];
        let cluster = &self.people[person as usize];
        let last = names.last(cluster.key);
        // Mao is not Mao Anying, who comes later.
        let elder = spot.last.contains(Is::FAMILY)
            && cluster.n_spots > 0
            && at < cluster.first
            && known_names::means_another(names.text(spot.key), names.text(last));
        elder || spot.last.intersects(Is::GIVEN) && self.is_others_kin(names, person, at)
    }

    /// Whether a spelling is a ruler's title alone, whatever surname it may be too: the Kaiser, the Pope.
    pub(super) fn is_office(&self, names: &Names, form: usize) -> bool {
        let spot = self.first(form);
        spot.title.is_none()
            && spot.last.contains(Is::TITLE)
            && names.known(spot.key).cue.contains(Cue::REGAL)
    }

    /// Whether a spelling without a numeral is another than `person`, who has one and comes long after: Alexander, in whose
    /// note Alexander IV is his son.
    pub(super) fn is_elder(&self, names: &Names, form: usize, person: u32) -> bool {
        let bare = self.first(form).tail.is_none();
        bare && self.is_far_before(names, person, self.forms.all[form].first as usize)
    }

    /// Whether spot `at` stands long before the first that names a ruler who is not the first of the name.
    pub(super) fn is_far_before(&self, names: &Names, person: u32, at: usize) -> bool {
        let cluster = &self.people[person as usize];
        let tail = names.text(cluster.tail);
        let another = if is_numeral(tail) {
            tail != "i" && !known_names::is_first_of_all(names.text(cluster.key), tail)
        } else {
            // Cato comes before Cato the Younger.
            tail == "the younger"
        };
        another && self.is_far_after(person, at)
    }

    /// Whether the first spot that names a person is long after spot `at`.
    pub(super) fn is_far_after(&self, person: u32, at: usize) -> bool {
        let cluster = &self.people[person as usize];
        cluster.n_spots > 0
            && at < cluster.earliest
            && self.spots[cluster.earliest].block > self.spots[at].block + FAR
    }

    /// Whether "his son Robert" at a spot is another than `person`, a Robert named before of whom nothing near speaks.
    fn is_others_kin(&self, names: &Names, person: u32, at: usize) -> bool {
        let spot = &self.spots[at];
        if !spot.kin {
            return false;
        }
        let cluster = &self.people[person as usize];
        let Some(before) = self.last_before(person, at) else {
            return false;
        };
        let near = self.spots[before].block == spot.block;
        // "Kennedy and his brother Robert"
        let surname = names.last(cluster.key);
        let own = at.checked_sub(1).map(|before| &self.spots[before]);
        let family =
            own.is_some_and(|own| own.block == spot.block && names.last(own.key) == surname);
        !near && !family
    }

    /// Whether the last full mention of `person` before a spot is far from it.
    pub(super) fn is_long_after(&self, person: u32, spot: &Spot, at: usize) -> bool {
        self.last_before(person, at)
            .is_some_and(|last| self.spots[last].block + FAR < spot.block)
    }
}

/// Whether the last word of a name is a saint's: San Martín, Santa Anna.
pub(super) fn is_saints(names: &Names, words: &[Folded]) -> bool {
    let before = words.len().checked_sub(2).map(|before| words[before]);
    before.is_some_and(|before| {
        matches!(
            names.text(before),
            "san" | "santa" | "santo" | "sao" | "saint" | "st" | "ste"
        )
    })
}
