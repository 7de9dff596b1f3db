//! How a person comes by spellings, and how one is made of two.

use super::{Joiner, is_called_as_wife};
use crate::notes::people::cluster::gender;
use crate::notes::people::folded::Names;
use crate::notes::people::lexicon::Is;
use crate::notes::people::spot::Gender;

impl Joiner<'_> {
    /// Gives all spots of a spelling to `person`.
    pub(super) fn take(&mut self, names: &Names, form: usize, person: u32) {
        let spot = &self.spots[self.forms.all[form].first as usize];
        if spot.is_single() {
            // "in Washington", "the King": not each of them means the person.
            self.forms.all[form].choosy = spot
                .last
                .intersects(Is::PLACE | Is::TITLE | Is::WORD | Is::FUNCTION | Is::GROUP);
            self.index.add(names, spot.key, person);
        }
        self.forms.all[form].person = Some(person);
        let cluster = &mut self.people[person as usize];
        if cluster.gender == Gender::Unknown {
            cluster.gender = gender(names, spot);
        }
        for at in self.forms.spots(self.spots, form) {
            let spot = &self.spots[at];
            if cluster.n_spots == 0 {
                cluster.first = at;
            }
            cluster.n_spots += 1;
            cluster.earliest = cluster.earliest.min(at);
            cluster.headed |= spot.in_heading;
            cluster.wife |= is_called_as_wife(names, spot);
        }
        let form = form as u32;
        cluster.forms = Some(match cluster.forms {
            Some((first, last)) => {
                self.forms.all[last as usize].next = form;
                (first, form)
            }
            None => (form, form),
        });
    }

    /// Says that a spelling is `person`'s: its bearer, if it has one, is the same.
    pub(super) fn give(&mut self, names: &Names, form: usize, person: u32) {
        match self.forms.all[form].person {
            Some(own) => self.merge(names, person, own),
            None => self.take(names, form, person),
        }
    }

    /// As [`Self::root`], where nothing may be changed.
    pub(super) fn root_of(&self, person: u32) -> u32 {
        let mut root = person;
        while self.roots[root as usize] != root {
            root = self.roots[root as usize];
        }
        root
    }

    /// Whom `person` is after all merging.
    pub(super) fn root(&mut self, person: u32) -> u32 {
        let root = self.root_of(person);
        let mut at = person;
        while at != root {
            at = std::mem::replace(&mut self.roots[at as usize], root);
        }
        root
    }

    /// Makes one person of two.
    pub(super) fn merge(&mut self, names: &Names, into: u32, from: u32) {
        let (into, from) = (self.root(into), self.root(from));
        if into != from && !self.are_two_rulers(names, into, from) {
            self.unite(names, into, from);
        }
    }

    /// Makes one person of two, whatever their numerals: James VI is James I.
    pub(super) fn unite(&mut self, names: &Names, into: u32, from: u32) {
        let taken = std::mem::take(&mut self.people[from as usize]);
        self.roots[from as usize] = into;
        for word in names.words(taken.key) {
            self.index.add(names, *word, into);
        }
        let person = &mut self.people[into as usize];
        if person.n_spots == 0 {
            person.first = taken.first;
        }
        person.n_spots += taken.n_spots;
        person.earliest = person.earliest.min(taken.earliest);
        person.headed |= taken.headed;
        person.wife |= taken.wife;
        if names.words(taken.key).len() > names.words(person.key).len() {
            person.key = taken.key;
            person.tail = taken.tail;
        }
        if person.gender == Gender::Unknown {
            person.gender = taken.gender;
        }
        person.forms = match (person.forms, taken.forms) {
            (Some((first, last)), Some((next, end))) => {
                self.forms.all[last as usize].next = next;
                Some((first, end))
            }
            (own, other) => own.or(other),
        };
    }
}
