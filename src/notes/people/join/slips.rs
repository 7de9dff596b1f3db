//! Misspellings beside a right spelling (`Stallin`), and possessives without their apostrophe (`Castros`).

mod kinds;

pub(super) use kinds::is_doubtful;

use super::Joiner;
use super::asks::Asks;
use super::index::Spellings;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::Is;
use crate::notes::people::misspelt;
use crate::notes::people::spot::Gender;
use kinds::{are_homophones, are_man_and_woman, is_slip, is_slip_of_several};

/// The shortest word that is looked at.
const SHORTEST: usize = 4;

/// Spots of a spelling before which an article is looked for.
const FEW: usize = 16;

/// Whether a name is a surname and nothing else: Pearce, in a note of Patrick Pearse.
fn is_mere_surname(is: Is) -> bool {
    is.contains(Is::SURNAME) && !is.intersects(Is::OTHER | Is::KNOWN | Is::GIVEN)
}

impl Joiner<'_> {
    pub(super) fn slips(&mut self, names: &Names) {
        // Made when the first asks.
        let mut spellings = None;
        for form in 0..self.asks.len() {
            if !self.asks[form].contains(Asks::SLIPS) {
                continue;
            }
            let spot = self.first(form);
            let (key, many) = (spot.key, !names.is_one(spot.key));
            // A name of the lists may only be written another way.
            let is_known = !many && spot.last.intersects(Is::NAME | Is::OTHER);
            let is_mere_surname = is_mere_surname(spot.last);
            let text = names.text(key);
            let stem = (!many).then(|| text.strip_suffix('s')).flatten();
            // "The Castros" are a family, "Twelve Caesars" a number of people.
            let after_the = self.is_after_the(form, stem.is_some());
            let own = self.forms.all[form].person.map(|own| self.root(own));
            // Who is named time and again is somebody; who is told apart by a full name is no slip.
            let n_spots = self.forms.n_spots(form);
            let rare = n_spots < 2;
            if own.is_some_and(|own| self.people[own as usize].n_spots > n_spots) {
                continue;
            }
            let surname = many.then(|| names.text(names.last(key)));
            let spellings = spellings.get_or_insert_with(|| self.spellings(names));
            let right = spellings
                .near(text)
                .chain(surname.into_iter().flat_map(|word| spellings.near(word)))
                .filter(|(name, person)| {
                    if Some(*person) == own || self.people[*person as usize].n_spots == 0 {
                        return false;
                    }
                    if many {
                        let given = names.first(self.people[*person as usize].key);
                        return is_slip_of_several(names, key, *name, given);
                    }
                    let right = names.text(*name);
                    if after_the && stem == Some(right) {
                        return false;
                    }
                    // Of the same spelling is a namesake, and no slip.
                    if are_man_and_woman(text, right)
                        || !names.is_one(*name)
                        || self.is_mere_given(names, *name, *person, text)
                        || right == text && own.is_some()
                    {
                        return false;
                    }
                    let owned = |stem: &str| {
                        stem == right && stem.len() + 1 >= SHORTEST && !after_the
                            || rare && misspelt::is_misspelt(stem, right)
                    };
                    !is_known && stem.is_some_and(owned)
                        || misspelt::is_umlaut(text, right)
                        || misspelt::is_marked(text, right)
                        || !is_known && is_slip(names, text, *name, rare)
                        || rare && is_mere_surname && are_homophones(text, right)
                })
                .min_by_key(|(name, person)| self.preference(form, *name, *person));
            if let Some((_, right)) = right {
                self.give(names, form, right);
            }
        }
    }

    /// Who of several is meant by a slip of the pen for `name`, the smallest first: who is named beside it; who is called so alone
    /// before who has it for a surname (Napoleon, and not Louis Napoleon); who was named before.
    fn preference(&self, form: usize, name: Folded, person: u32) -> (bool, bool, bool, u32) {
        let beside = self.is_beside(person, form);
        let first = self.forms.all[form].first as usize;
        let after = self.people[person as usize].earliest > first;
        (!beside, !self.is_called(person, name), after, person)
    }

    /// Whether an article stands before a spelling, before any spot of it that is looked at where it may be a `plural`.
    fn is_after_the(&self, form: usize, plural: bool) -> bool {
        let spot = self.first(form);
        spot.after_article
            || spot.follows_capital
            || plural
                && self
                    .forms
                    .spots(self.spots, form)
                    .take(FEW)
                    .any(|spot| self.spots[spot].after_article)
    }

    /// Whether `name` is only the given name of a person, and `text` is longer or shorter by more than a letter: "Porfiriato" is
    /// no Porfirio Díaz.
    fn is_mere_given(&self, names: &Names, name: Folded, person: u32, text: &str) -> bool {
        name == names.first(self.people[person as usize].key)
            && !self.is_called(person, name)
            && names.text(name).len().abs_diff(text.len()) > 1
    }

    /// Makes one person of Catherine of Aragon and Catherine of Aragorn.
    pub(super) fn origins(&mut self, names: &Names) {
        for form in 0..self.asks.len() {
            if !self.asks[form].contains(Asks::ORIGINS) {
                continue;
            }
            let spot = self.first(form);
            let Some(place) = names.text(spot.tail).strip_prefix("of ") else {
                continue;
            };
            let Some(own) = self.forms.all[form].person else {
                continue;
            };
            // No woman is called by her family's place alone: Anne of Cleves.
            let bare = (self.people[own as usize].gender != Gender::She)
                .then(|| self.of_place_alone(names, place))
                .flatten();
            let right = (0..form).find(|other| {
                let other = self.first(*other);
                let right = names.text(other.tail).strip_prefix("of ");
                other.key == spot.key
                    && right
                        .is_some_and(|right| right != place && misspelt::is_misspelt(place, right))
            });
            if let Some(right) = right.and_then(|right| self.forms.all[right].person) {
                self.merge(names, right, own);
            }
            if let Some(bare) = bare {
                self.merge(names, own, bare);
            }
        }
    }

    /// Who is called by a place alone: Anhalt, in a note of Christian of Anhalt.
    fn of_place_alone(&self, names: &Names, place: &str) -> Option<u32> {
        let place = names.find(place)?;
        let bare = (0..self.forms.all.len()).find(|form| {
            let spot = self.first(*form);
            spot.key == place && spot.is_single() && spot.title.is_none()
        });
        let person = bare.and_then(|bare| self.forms.all[bare].person)?;
        // Kent, in a note of Thomas of Kent, may be called after another.
        (self.people[person as usize].key == place).then_some(person)
    }

    /// Whether `person` is named before the first spot of a spelling, in its block.
    pub(super) fn is_beside(&self, person: u32, form: usize) -> bool {
        let spot = self.forms.all[form].first as usize;
        let before = self.last_before(person, spot);
        before.is_some_and(|before| self.spots[before].block == self.spots[spot].block)
    }

    /// The spellings of all people, their surnames, and given names by which alone they are known.
    fn spellings(&self, names: &Names) -> Spellings {
        let mut spellings = Spellings::with_room(self.forms.all.len() + self.people.len());
        for (index, person) in (0_u32..).zip(&self.people) {
            let surname = names.last(person.key);
            let mut called = surname.is_none();
            for form in self.forms_of(index) {
                let key = self.first(form).key;
                called |= key == surname;
                if let [given, title] = *names.words(key)
                    && names.known(title).is.contains(Is::TITLE)
                {
                    // The Toqtamish of Toqtamish Khan.
                    spellings.add(names, given, index);
                }
                spellings.add(names, key, index);
            }
            if !called {
                spellings.add(names, surname, index);
            }
            // Galileo, of Galileo Galilei.
            let given = names.first(person.key);
            if given != surname && names.known(given).is.contains(Is::KNOWN) {
                spellings.add(names, given, index);
            }
        }
        spellings.sort();
        spellings
    }
}
