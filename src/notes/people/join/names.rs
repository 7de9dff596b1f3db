//! The people whom full names name, and those whom names of one word do.

use super::{Equation, Joiner, Ranked};
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::Is;
use crate::notes::people::spot::ENOUGH;

/// More than any name weighs.
const LAST: i32 = 1 << 16;

impl Joiner<'_> {
    /// Gives names of several words, and of rulers, to their bearers.
    pub(super) fn full_names(&mut self, names: &Names) {
        // Longer names first: "Franklin D. Roosevelt" before "Franklin Roosevelt".
        let full = self.ranked(|form| {
            let spot = self.first(form);
            let fullness = spot.words + usize::from(!spot.tail.is_none());
            let is_full = self.forms.all[form].weight >= ENOUGH && !spot.is_single();
            is_full.then_some(fullness as i32)
        });
        for form in full.iter().map(Ranked::form) {
            let (key, tail) = (self.first(form).key, self.first(form).tail);
            self.candidates(names, names.last(key));
            let same = self.found.iter().find(|person| {
                self.people[**person as usize].is_same(names, key, tail)
                    && !self.is_elder(names, form, **person)
                    && !self.is_other_kin(form, **person)
            });
            let person = same.copied().unwrap_or_else(|| self.add(names, key, tail));
            self.take(names, form, person);
        }
    }

    /// Gives names of one word to their bearers.
    pub(super) fn single_names(&mut self, names: &Names, equations: &[Equation]) {
        // Names that stand bare or certain first; given names last, so that it is known by then who is often called by a surname.
        let single = self.ranked(|form| {
            let own = &self.forms.all[form];
            let spot = self.first(form);
            let is_given =
                spot.last.intersects(Is::GIVEN) && !spot.last.intersects(Is::SURNAME | Is::KNOWN);
            let is_single = spot.is_single() && own.person.is_none();
            is_single.then_some(own.weight - LAST * i32::from(is_given))
        });
        for form in single.iter().map(Ranked::form) {
            if let Some(person) = self.bearer(names, form) {
                let person = self.told(names, (form, person), equations);
                self.take(names, form, person);
            } else if self.forms.all[form].weight >= ENOUGH && !self.is_office(names, form) {
                let person = self.add(names, self.first(form).key, Folded::NONE);
                self.take(names, form, person);
            }
        }
    }
}
