//! What Russians are called after their father: `Vladimir Ilyich` beside Vladimir Lenin.

use super::Joiner;
use super::asks::Asks;
use crate::notes::people::folded::Names;

/// Whether a folded word is what Russians are called after their father.
pub(super) fn is_patronymic(word: &str) -> bool {
    word.ends_with(['h', 'a'])
        && ["ovich", "evich", "yich", "ovna", "evna", "ichna"]
            .iter()
            .any(|ending| {
                word.strip_suffix(ending)
                    .is_some_and(|stem| stem.len() >= 2)
            })
}

impl Joiner<'_> {
    /// `Vladimir Ilyich` beside Vladimir Lenin: a given name and a father's mean whom the note names with a surname.
    pub(super) fn patronymics(&mut self, names: &Names) {
        for form in 0..self.asks.len() {
            if !self.asks[form].contains(Asks::PATRONYMICS) {
                continue;
            }
            let given = names.first(self.first(form).key);
            let Some(own) = self.forms.all[form].person else {
                continue;
            };
            self.candidates(names, given);
            let mut others = self.found.iter().copied().filter(|other| {
                let person = &self.people[*other as usize];
                person.n_spots > 0
                    && names.words(person.key).len() >= 2
                    && names.first(person.key) == given
                    && !is_patronymic(names.text(names.last(person.key)))
            });
            if let (Some(other), None) = (others.next(), others.next()) {
                self.merge(names, other, own);
            }
        }
    }
}
