//! Who is another than the person of nearly the same name.

use super::bearer::FAR;
use super::{Joiner, is_numeral};
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::names as known_names;
use crate::notes::people::spot::Spot;
use crate::notes::word_key::{Words, key, words};

/// Words, in English and Latin, that are labels of somebody's kin.
const LABELS: Words = words!(
    "avus brother brothers child children conivnx coniunx daughter daughters father filia filii filius frater grandfather grandson husband issue liberi mater mother parents pater sister sisters soror son sons spouse uxor vxor wife wives"
);

/// Namesakes among whom one beside a spelling is looked for.
const FEW: usize = 8;

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

    /// Whether a person is rather none of two who may be meant by a spelling, whose first spot is `first`: first named after it,
    /// where another stands before it in its block ("Anne", after Anne Boleyn and before Anne of Cleves), or told apart from who is
    /// meant by it ("Demetrius took Athens from Demetrius of Phalerum").
    pub(super) fn is_late(
        &self,
        names: &Names,
        person: u32,
        (form, first): (usize, usize),
    ) -> bool {
        let cluster = &self.people[person as usize];
        if self.found.len() < 2 || cluster.n_spots > 0 && cluster.earliest < first {
            return false;
        }
        let block = self.spots[first].block;
        let is_beside = |other: &u32| {
            let earliest = self.people[*other as usize].earliest;
            let before = (earliest < first).then(|| self.last_before(*other, first));
            before
                .flatten()
                .is_some_and(|before| self.spots[before].block == block)
        };
        let is_told = || {
            let full = cluster.earliest;
            let near =
                |spot: usize| spot < full && self.spots[spot].block == self.spots[full].block;
            cluster.n_spots > 0
                && names.is_one(cluster.key)
                && names.text(cluster.tail).starts_with("of ")
                && self.forms.spots(self.spots, form).any(near)
        };
        is_told() || self.found.iter().take(FEW).any(is_beside)
    }

    /// Whether a spelling stands behind a label of kin and `person` behind another: `Father: John Orne`, `Sons: John Quill Orne`.
    pub(super) fn is_other_kin(&self, form: usize, person: u32) -> bool {
        let cluster = &self.people[person as usize];
        let own = self.first(form);
        let other = &self.spots[cluster.first];
        if own.key == other.key || own.block == other.block || cluster.n_spots == 0 {
            return false;
        }
        let kin = [own, other].map(|spot| self.label_of_kin(spot.block));
        matches!(kin, [Some(own), Some(other)] if own != other)
    }

    /// The label of kin that a line opens with: `MATER: `.
    fn label_of_kin(&self, block: usize) -> Option<&str> {
        let block = &self.document.blocks[block];
        let mut words = block
            .tokens
            .iter()
            .map(|token| token.of(&block.text.visible));
        let (label, colon) = (words.next()?, words.next()?);
        let is_label = colon == ":" && LABELS.contains(key(label.as_bytes()));
        is_label.then_some(label)
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
