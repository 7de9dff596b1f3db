//! Two of one name whom the note tells apart by their age.

use super::Joiner;
use crate::notes::people::folded::{Folded, Names};

/// People among whom they are looked for.
const MANY: usize = 128;

impl Joiner<'_> {
    /// Makes one person of Old Moltke and Moltke the Elder, of Vargas the elder and Diego de Vargas.
    pub(super) fn elders(&mut self, names: &Names) {
        for (age, tail, first) in [("old", "the elder", true), ("young", "the younger", false)] {
            let Some(tail) = names.find(tail) else {
                continue;
            };
            let age = names.find(age);
            for form in 0..self.forms.all.len() {
                let Some(own) = self.forms.all[form].person else {
                    continue;
                };
                let spot = self.first(form);
                let whole = match *names.words(spot.key) {
                    [before, name] if Some(before) == age => self.of_age(names, name, tail, own),
                    [name] if first && spot.tail == tail => {
                        self.of_age(names, name, Folded::NONE, own)
                    }
                    _ => None,
                };
                if let Some(whole) = whole {
                    self.call_in_full(names, form, whole);
                }
            }
        }
    }

    /// The one other person with this surname and tail; without a tail, one who has a given name.
    fn of_age(&self, names: &Names, surname: Folded, tail: Folded, own: u32) -> Option<u32> {
        let people = (0_u32..).zip(&self.people).take(MANY);
        let mut called = people.filter(|(number, person)| {
            person.n_spots > 0
                && *number != own
                && person.tail == tail
                && names.last(person.key) == surname
                && (!tail.is_none() || !names.is_one(person.key))
        });
        let (person, _) = called.next()?;
        called.next().is_none().then_some(person)
    }
}
