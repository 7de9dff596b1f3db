//! Names in full of whom the note calls by the last word alone: Papirius Cotta, beside Cotta.

use super::Joiner;
use crate::notes::people::folded::Names;
use crate::notes::people::lexicon::Is;
use crate::notes::people::spot::ENOUGH;

/// What speaks for such a name, at least.
const LEAST: i32 = 2;

impl Joiner<'_> {
    /// Two or three words of which the last is what somebody is called alone, and which too little speaks for by itself.
    pub(super) fn fuller_names(&mut self, names: &Names) {
        for form in 0..self.forms.all.len() {
            let own = &self.forms.all[form];
            if own.person.is_some() || !(LEAST..ENOUGH).contains(&own.weight) {
                continue;
            }
            let spot = self.first(form);
            let fits = spot.words >= 2
                && spot.tail.is_none()
                && !spot.cited
                && spot.title.is_none()
                && !spot.first.intersects(Is::OTHER)
                && !spot.last.intersects(Is::OTHER);
            if !fits {
                continue;
            }
            let last = names.last(spot.key);
            self.candidates(names, last);
            let alone = self.found.iter().copied().find(|person| {
                let cluster = &self.people[*person as usize];
                cluster.n_spots > 0 && cluster.key == last && cluster.tail.is_none()
            });
            if let Some(person) = alone {
                self.take(names, form, person);
            }
        }
    }
}
