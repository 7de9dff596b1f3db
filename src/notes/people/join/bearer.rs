//! Whom a single name means: Kennedy, Charles, King Charles.

mod given;

use super::namesakes::is_saints;
use super::rulers::is_style;
use super::{Joiner, is_called_as_wife, is_numeral, place_of_peer};
use crate::notes::people::cluster::{Cluster, title_gender};
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::names;
use crate::notes::people::spot::{Gender, Spot};

/// Blocks after which a given name alone hardly announces a full name.
pub(super) const FAR: usize = 8;

impl Joiner<'_> {
    /// Whom a single name means, among those found: the more prominent of several.
    pub(super) fn bearer(&mut self, names: &Names, form: usize) -> Option<u32> {
        let spot = &self.spots[self.forms.all[form].first as usize];
        if spot.cited {
            // Who wrote the book is not who the note is about.
            return None;
        }
        // The first that is no place's.
        let first = self.forms.first_apart(self.spots, form);
        let is = spot.last;
        // A word that is rather a place or a common word needs some sign to be a bare name.
        let floor = if is.intersects(Is::PLACE | Is::FUNCTION | Is::GROUP)
            || (is.contains(Is::WORD) && spot.opens)
            || is.contains(Is::TITLE) && spot.title.is_none()
            || names.is_saint(spot.title_word)
        {
            1
        } else {
            -7
        };
        // "Washington refused" means a person, however often the city is named.
        let apart = self.forms.all[form].apart;
        let refused = is.contains(Is::PLACE) && apart >= 2;
        self.candidates(names, spot.key);
        if self.forms.all[form].weight < floor && !refused {
            // "Norfolk had his niece crowned", "Norfolk in the Tower", of the Duke of Norfolk.
            let peer = is.contains(Is::PLACE)
                && apart >= 0
                && self.spots[first].context > -3
                && self
                    .found
                    .iter()
                    .any(|person| self.is_peer(names, *person, spot.key));
            if !peer {
                return None;
            }
        }
        let mut best = None;
        for at in 0..self.found.len() {
            let person = self.found[at];
            let rank = self.rank(names, person, spot, first);
            // Of Henry Percy, Earl of Northumberland, the Duke is another.
            let others =
                || self.peers.contains(&form) && self.has_other_peerage(names, person, spot);
            if rank == 0 || others() {
                continue;
            }
            let cluster = &self.people[person as usize];
            let order = self.order(names, person, spot, first);
            let meant = self.is_meant(names, form, person);
            // Mary is Mary Tudor, where Mary of Guise comes far later.
            let titled = cluster.tail.is_none() || starts_with_numeral(names.text(cluster.tail));
            let known = titled
                || !self.is_far_after(person, first) && !self.is_late(names, person, (form, first));
            // Named in a heading, then more often.
            let prominence = (known, rank, cluster.headed, cluster.n_spots, meant, order);
            if best.is_none_or(|(best, _)| best <= prominence) {
                best = Some((prominence, person));
            }
        }
        let (_, person) = best?;
        if self.is_ruler(names, person) && self.found.len() > 1 {
            self.ruled.push(form as u32);
        }
        Some(person)
    }

    /// Who of several is meant by a name at spot `first`: by a given name or a peer's place the one named last before, by a surname
    /// the first.
    fn order(&self, names: &Names, person: u32, spot: &Spot, first: usize) -> Option<i64> {
        let cluster = &self.people[person as usize];
        let several = self.found.len() > 1;
        if cluster.tail.is_none() {
            let given =
                spot.last.intersects(Is::GIVEN) || several && self.is_peer(names, person, spot.key);
            let near = given.then(|| self.last_before(person, first)).flatten();
            let order = near.map_or(-(cluster.earliest as i64), |near| near as i64);
            return (cluster.n_spots > 0).then_some(order);
        }
        if !several {
            return None;
        }
        let near = self.last_before(person, first).map(|near| near as i64);
        // Thomas Percy the Younger is no ruler: the first of two is meant.
        let full = !names.is_one(cluster.key);
        near.or_else(|| full.then_some(-(cluster.earliest as i64)))
    }

    /// Whether a bare name means its famous bearer `person`: Nehru is Jawaharlal; but Oliver Cromwell, named after all else, is not
    /// who was meant.
    fn is_meant(&self, names: &Names, form: usize, person: u32) -> bool {
        let cluster = &self.people[person as usize];
        let bare = names.text(self.first(form).key);
        let last = self.forms.spots(self.spots, form).last();
        !names.is_one(cluster.key)
            && last.is_some_and(|last| cluster.earliest < last)
            && names::is_meant(bare, names.text(names.first(cluster.key)))
    }

    /// The last spot before `spot` that names `person`.
    pub(super) fn last_before(&self, person: u32, spot: usize) -> Option<usize> {
        self.forms_of(person)
            .filter_map(|form| {
                self.forms
                    .spots(self.spots, form)
                    .take_while(|own| *own < spot)
                    .last()
            })
            .max()
    }

    /// How well a single name fits a person: 0 not at all.
    fn rank(&self, names: &Names, person: u32, spot: &Spot, at: usize) -> i32 {
        let cluster = &self.people[person as usize];
        let (key, words) = (spot.key, names.words(cluster.key));
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return 0;
        };
        if clash(title_gender(names, spot.title_word), cluster.gender) {
            return 0;
        }
        let is_one = words.len() == 1;
        if !is_one && names.is_saint(spot.title_word) {
            // St John is no John Burgoyne.
            return 0;
        }
        if is_one
            && is_called_as_wife(names, spot) != cluster.wife
            && !names.known(key).cue.contains(Cue::HER)
        {
            return 0;
        }
        // King Charles I and King Charles, Cato the Elder and Cato.
        if is_one && names.are_same(*first, key) || self.is_called(person, key) {
            return if self.is_far_before(names, person, at) {
                0
            } else {
                2
            };
        }
        if is_one {
            return self.rank_place(names, person, spot);
        }
        let first_is = names.known(*first).is;
        let surname_first = first_is.contains(Is::FAMILY) && !first_is.intersects(Is::GIVEN);
        if is_saints(names, words) {
            // San Martín is no Martín, but José de San Martín.
            let before = words[words.len() - 2];
            return 2 * i32::from(*last == key && spot.title_word == before);
        }
        if names.are_same(*last, key) || surname_first && names.are_same(*first, key) {
            let earlier = cluster.n_spots > 0 && at < cluster.first;
            // Muhammad is not Askia Muhammad, who comes later.
            let known = names.known(key).is;
            let known_so = words.len() < 3
                && known.intersects(Is::GIVEN)
                && !known.intersects(Is::SURNAME | Is::FAMILY)
                && !first_is.intersects(Is::GIVEN);
            let (own, hers) = (surname_first && *last == key, is_her(names, spot));
            if names::reigns(names.text(spot.title_word)) && !own && !(surname_first && hers) {
                // Shah Jahan is not Nur Jahan, and Emperor Wu not Wu Guang, but Empress Wu is Wu Zetian.
                return 0;
            }
            if own && hers && cluster.gender != Gender::She {
                // Lady Yu is not Xiang Yu.
                return 0;
            }
            let given = if surname_first { *last } else { *first };
            let another = *last != key && !surname_first && self.is_given_of_one(names, key)
                || earlier
                    && (known_so || names::means_another(names.text(key), names.text(given)));
            // Caesar is Julius Caesar rather than Augustus Caesar.
            let styled = i32::from(is_style(names, words, key));
            return if another { 0 } else { 2 - styled };
        }
        self.rank_given(names, person, spot, at)
    }

    /// Whether one of those found has this very given name: Georges is Georges Duval rather than Arthur George.
    fn is_given_of_one(&self, names: &Names, given: Folded) -> bool {
        self.found.iter().any(|person| {
            let key = self.people[*person as usize].key;
            names.first(key) == given && !names.is_one(key)
        })
    }

    /// How well the name of a place alone fits a person of it.
    fn rank_place(&self, names: &Names, person: u32, spot: &Spot) -> i32 {
        let cluster = &self.people[person as usize];
        let (tail, place) = (names.text(cluster.tail), names.text(spot.key));
        // Clarence is Lionel, Duke of Clarence.
        if place_of_peer(tail) == Some(place) {
            return 2;
        }
        // Gaunt is John of Gaunt.
        let is_of_it = tail.strip_prefix("of ") == Some(place);
        i32::from(is_of_it && spot.last.is_empty() && cluster.gender != Gender::She)
    }

    /// Whether `person` is the duke of the place `key`.
    fn is_peer(&self, names: &Names, person: u32, key: Folded) -> bool {
        self.forms_of(person).any(|form| {
            let spot = self.first(form);
            spot.key == key && names.known(spot.title_word).cue.contains(Cue::PEER)
                || !spot.tail.is_none()
                    && place_of_peer(names.text(spot.tail))
                        .is_some_and(|place| place == names.text(key))
        })
    }

    /// Whether a spelling of `person` is this single word.
    pub(super) fn is_called(&self, person: u32, key: Folded) -> bool {
        self.forms_of(person).any(|form| {
            let spot = self.first(form);
            spot.is_single() && spot.key == key
        })
    }
}

/// Whether a spot has a woman's title.
fn is_her(names: &Names, spot: &Spot) -> bool {
    title_gender(names, spot.title_word) == Gender::She
}

/// Whether a ruler's numeral begins a tail: the `ii of aragon` of Ferdinand II of Aragon.
pub(super) fn starts_with_numeral(tail: &str) -> bool {
    is_numeral(tail.split(' ').next().unwrap_or_default())
}

/// Whether a spot's title says "he" of a "she".
pub(super) fn clash(left: Gender, right: Gender) -> bool {
    matches!(
        (left, right),
        (Gender::He, Gender::She) | (Gender::She, Gender::He)
    )
}

/// For the full names that well-known initials stand for.
pub(super) fn fits(names: &Names, person: &Cluster, given: Folded, surname: Folded) -> bool {
    let words = names.words(person.key);
    let (Some(own_given), Some(own_surname)) = (words.first(), words.last()) else {
        return false;
    };
    *own_surname == surname
        && (words.len() == 1 || names.can_be_same(*own_given, given))
        && person.tail.is_none()
}
