//! Rulers, who have one name and a numeral: two numerals are two people, whatever else they are called.

use super::Joiner;
use super::pet_names::is_short_for;
use crate::notes::people::cluster::Cluster;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::Is;
use crate::notes::people::names as known_names;

impl Joiner<'_> {
    /// Whether a person is called by one word and a numeral or the like.
    pub(super) fn is_ruler(&self, names: &Names, person: u32) -> bool {
        let person = &self.people[person as usize];
        names.is_one(person.key) && !person.tail.is_none()
    }

    /// Whether two people have one name and two numerals: whatever else they are called, Wilhelm I is not Wilhelm II.
    pub(super) fn are_two_rulers(&self, names: &Names, one: u32, other: u32) -> bool {
        let (one, other) = (&self.people[one as usize], &self.people[other as usize]);
        let is_ruler =
            |person: &Cluster| names.is_one(person.key) && is_numeral(names.text(person.tail));
        let is_other = if one.key == other.key {
            one.tail != other.tail
        } else {
            // Darius II (Ochus) and Artaxerxes III (Ochus).
            !names.can_be_same(one.key, other.key)
        };
        // Phil II is Philip II.
        let is_short = || {
            one.tail == other.tail
                && (is_short_for(names, one.key, other.key)
                    || is_short_for(names, other.key, one.key))
        };
        is_other && is_ruler(one) && is_ruler(other) && !is_short()
    }

    /// Makes one person of Nero Caesar and Nero: a ruler's style stands behind the name by which everybody knows him.
    pub(super) fn styled(&mut self, names: &Names) {
        for style in ["caesar", "augustus"] {
            let Some(style) = names.find(style) else {
                continue;
            };
            for form in 0..self.forms.all.len() {
                let spot = self.first(form);
                let [name, last] = *names.words(spot.key) else {
                    continue;
                };
                let Some(own) = self.forms.all[form]
                    .person
                    .filter(|_| last == style && has_style(names, name))
                else {
                    continue;
                };
                let mut people = (0_u32..).zip(&self.people);
                let alone = people.find(|(_, person)| {
                    person.n_spots > 0 && person.key == name && person.tail.is_none()
                });
                if let Some((alone, _)) = alone {
                    self.merge(names, alone, own);
                }
            }
        }
    }

    /// Makes one person of Philip III Arrhidaeus and Philip Arrhidaeus.
    pub(super) fn bynames(&mut self, names: &Names) {
        let spots = self.spots;
        for (at, spot) in spots.iter().enumerate() {
            if spot.byname.is_none() {
                continue;
            }
            if let Some(alone) = self.alone(names, spot.byname)
                && let Some(own) = self.forms.all[self.forms.of_spot(at)].person
            {
                match self.forms.all[alone].person {
                    Some(other) => self.merge(names, own, other),
                    None => self.take(names, alone, own),
                }
            }
            let full = format!("{} {}", names.text(spot.key), names.text(spot.byname));
            let Some(key) = names.find(&full) else {
                continue;
            };
            let other = (0..self.forms.all.len()).find(|other| self.first(*other).key == key);
            if let Some(other) = other.and_then(|other| self.forms.all[other].person)
                && let Some(own) = self.forms.all[self.forms.of_spot(at)].person
            {
                self.merge(names, own, other);
            }
        }
    }

    /// The spelling that is a byname alone, where nothing speaks against it: the Auletes of Ptolemy XII Auletes.
    fn alone(&self, names: &Names, byname: Folded) -> Option<usize> {
        (0..self.forms.all.len()).find(|form| {
            let spot = self.first(*form);
            spot.key == byname
                && spot.is_single()
                && self.forms.all[*form].weight >= 0
                && names.known(byname).is.is_empty()
        })
    }
}

/// Whether "Caesar" or "Augustus" behind a name is a style: everybody knows the ruler by the name alone.
fn has_style(names: &Names, name: Folded) -> bool {
    let is = names.known(name).is;
    is.contains(Is::KNOWN) && !is.intersects(Is::GIVEN) || known_names::is_emperor(names.text(name))
}

/// Whether `key`, which ends a name of these words, is but a ruler's style in it: the Caesar of Augustus Caesar.
pub(super) fn is_style(names: &Names, words: &[Folded], key: Folded) -> bool {
    names.text(key) == "caesar"
        && words[..words.len() - 1]
            .iter()
            .any(|word| has_style(names, *word))
}

/// Whether a tail is a numeral alone.
pub(in crate::notes::people) fn is_numeral(tail: &str) -> bool {
    !tail.is_empty()
        && tail
            .bytes()
            .all(|letter| matches!(letter, b'i' | b'v' | b'x'))
}
