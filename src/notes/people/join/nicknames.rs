//! Names that everybody knows for somebody's: `Ike` beside Dwight D. Eisenhower, `Mahatma` beside Gandhi.

use super::Joiner;
use super::asks::Asks;
use super::bearer::fits;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::Is;
use crate::notes::people::names as known_names;

impl Joiner<'_> {
    /// `Ike` beside Dwight D. Eisenhower, `Mahatma` beside Gandhi.
    pub(super) fn nicknames(&mut self, names: &Names) {
        for form in 0..self.asks.len() {
            if !self.asks[form].contains(Asks::NICKNAMES) {
                continue;
            }
            let spot = self.first(form);
            let Some(meant) =
                known_names::nickname(names.text(spot.key)).or_else(|| with_given(names, spot.key))
            else {
                continue;
            };
            let (given, surname) = meant.split_once(' ').unwrap_or(("", meant));
            let Some(surname) = names.find(surname) else {
                continue;
            };
            let given = names.find(given).unwrap_or_default();
            self.candidates(names, surname);
            let found = self.found.iter().copied().find(|person| {
                let person = &self.people[*person as usize];
                let first = names.text(names.first(person.key));
                let short = first.len() == 1 && meant.starts_with(first);
                person.n_spots > 0
                    && (given.is_none()
                        && names.last(person.key) == surname
                        && (names.is_one(person.key) || short)
                        || fits(names, person, given, surname))
            });
            // "John Dudley (Northumberland)", and no county.
            let place = self.first(form).last.contains(Is::PLACE);
            let found = found.filter(|person| {
                !place || self.is_beside(*person, form) || self.is_explained(*person, form)
            });
            match (found, self.forms.all[form].person) {
                (Some(person), None) => self.take(names, form, person),
                // "Bonaparte" is Napoleon, and Joseph Bonaparte is not.
                (Some(_), Some(own)) if given.is_none() && !self.is_called_alone(names, own) => {}
                // The note says whose peerage it is.
                (Some(_), Some(own))
                    if self.peers.contains(&form) && self.is_called_in_full(names, own) => {}
                (Some(person), Some(own)) => self.merge(names, person, own),
                (None, _) => {}
            }
        }
    }

    /// Whether a person is named in the bracket right after a spelling: "Essex (Robert Devereux)".
    fn is_explained(&self, person: u32, form: usize) -> bool {
        let at = self.forms.all[form].first as usize;
        let Some([spot, next]) = self.spots.get(at..at + 2) else {
            return false;
        };
        let own = self.forms.all[self.forms.of_spot(at + 1)].person;
        next.block == spot.block && next.start() <= spot.bytes.end + 2 && own == Some(person)
    }

    /// Whether a person is called by a given name and a surname.
    fn is_called_in_full(&mut self, names: &Names, person: u32) -> bool {
        let root = self.root(person);
        names.words(self.people[root as usize].key).len() > 1
    }

    /// Whether a person is called by one word and no other.
    fn is_called_alone(&mut self, names: &Names, person: u32) -> bool {
        let root = self.root(person);
        names.is_one(self.people[root as usize].key)
    }
}

/// Whom everybody knows by the surname of `name` and another one: Joseph Djugashvili is Joseph Stalin.
fn with_given(names: &Names, name: Folded) -> Option<&'static str> {
    let [given, .., surname] = *names.words(name) else {
        return None;
    };
    let meant = known_names::nickname(names.text(surname))?;
    let is_same = meant
        .split_once(' ')
        .is_some_and(|(own, _)| known_names::can_be_same(own, names.text(given)));
    is_same.then_some(meant)
}
