//! Who is one because the text says so of two spots, and who is two all the same.

use rustc_hash::FxHashMap;

use super::{Equation, Joiner};
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::{Cue, Is};

impl Joiner<'_> {
    pub(super) fn equate(&mut self, names: &Names, equations: &[Equation]) {
        // Whom each spelling was said to be.
        let mut said: FxHashMap<usize, u32> = FxHashMap::default();
        for (left, right) in equations {
            let person_of = |spot: usize| self.forms.all[self.forms.of_spot(spot)].person;
            let form = self.forms.of_spot(*right);
            if let Some(person) = person_of(*left) {
                let person = self.root(person);
                // "Thomas Wentworth (Black Tom)" and "Thomas Fairfax (also Black Tom)" are two.
                let other = said.get(&form).copied();
                if other.is_some_and(|other| {
                    self.root(other) != person && self.are_full(names, other, person)
                }) {
                    continue;
                }
                said.entry(form).or_insert(person);
            }
            let person_of = |spot: usize| self.forms.all[self.forms.of_spot(spot)].person;
            match (person_of(*left), person_of(*right)) {
                // "Gluck envied Piccinni (Niccolò P.)": the letter says who it is.
                _ if self.is_cut_otherwise(names, *left, *right) => {}
                // "To Eden, Nasser = Hitler": history knows both, and they are two.
                (Some(_), Some(_)) if self.are_two_famous(names, *left, *right) => {}
                // The Duke of Norfolk was Thomas Howard, and is John Mowbray now.
                (Some(one), Some(other))
                    if self.are_two_peers(names, (one, other), [*left, *right]) => {}
                (Some(left), Some(right)) => self.merge(names, left, right),
                // "Tycho (Brahe)": who it is says that it is somebody.
                (None, Some(own)) if self.may_be_called(*left) => {
                    self.take(names, self.forms.of_spot(*left), own);
                }
                (Some(own), None) if self.may_be_called(*right) => {
                    self.take(names, self.forms.of_spot(*right), own);
                }
                _ => {}
            }
        }
    }

    /// Whether the second of two spots ends in a letter with which no name of the first begins.
    fn is_cut_otherwise(&self, names: &Names, left: usize, right: usize) -> bool {
        let [whole, short] = [left, right].map(|spot| self.spots[spot].key);
        let letter = names.text(names.last(short));
        letter.len() == 1
            && !names.is_one(short)
            && !names
                .words(whole)
                .iter()
                .any(|word| names.text(*word).starts_with(letter))
    }

    /// Whether one of two spots is a peerage, and two people with other given names and surnames both had it.
    fn are_two_peers(&self, names: &Names, (one, other): (u32, u32), spots: [usize; 2]) -> bool {
        let [one, other] =
            [one, other].map(|person| self.people[self.root_of(person) as usize].key);
        let is_peer = |spot: usize| {
            let title = self.spots[spot].title_word;
            names.known(title).cue.contains(Cue::PEER)
        };
        let is_full = |key: Folded| {
            names.words(key).len() > 1 && names.known(names.first(key)).is.intersects(Is::GIVEN)
        };
        spots.into_iter().any(is_peer)
            && is_full(one)
            && is_full(other)
            && !names.are_same(names.last(one), names.last(other))
            && !names.can_be_same(names.first(one), names.first(other))
    }

    /// Whether two people are both called by several words.
    fn are_full(&self, names: &Names, one: u32, other: u32) -> bool {
        let is_full = |person: u32| !names.is_one(self.people[person as usize].key);
        is_full(one) && is_full(other)
    }

    /// Whether the spelling of a spot may be another name of who is named beside it: one that nothing speaks against.
    fn may_be_called(&self, spot: usize) -> bool {
        let form = &self.forms.all[self.forms.of_spot(spot)];
        let first = &self.spots[form.first as usize];
        form.weight >= 0 && first.is_single() && !first.last.intersects(Is::OTHER)
    }
}
