//! Surnames cut short to letters: "Boris Y." is Boris Yeltsin.

use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::join::Joiner;
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::names as known_names;

/// Letters of a surname cut short, at least.
const CUT: usize = 3;

/// People among whom the bearer of a surname cut short to a letter is looked for.
const MANY: usize = 256;

impl Joiner<'_> {
    /// Makes `whole` of a spelling cut short, which is nobody's fullest name.
    pub(in crate::notes::people::join) fn call_in_full(
        &mut self,
        names: &Names,
        form: usize,
        whole: u32,
    ) {
        match self.forms.all[form].person {
            // Who has other names is somebody else.
            Some(own) if !self.is_only(form, own) => {}
            Some(own) => {
                let root = self.root(whole) as usize;
                let (key, tail) = (self.people[root].key, self.people[root].tail);
                self.merge(names, whole, own);
                let root = self.root(whole) as usize;
                (self.people[root].key, self.people[root].tail) = (key, tail);
            }
            None => self.take(names, form, whole),
        }
    }

    /// Whether a spelling is all that a person is called.
    pub(in crate::notes::people::join) fn is_only(&self, form: usize, person: u32) -> bool {
        self.people[person as usize].forms == Some((form as u32, form as u32))
    }

    /// Whom a name means whose last words are letters: "Boris Y." is Boris Yeltsin, "Juan M.R." Ramos, of Mendez Ramos.
    pub(super) fn cut_short(&mut self, names: &Names, form: usize) -> Option<u32> {
        let spot = self.first(form);
        let words = names.words(spot.key);
        let first = *words.first()?;
        if !spot.tail.is_none() {
            return self.numbered_surname(names, form);
        }
        if names.text(first).len() == 1 {
            return self.cut_twice(names, form);
        }
        let is_letter = |word: &&Folded| names.text(**word).len() == 1;
        let n_letters = words.iter().rev().take_while(is_letter).count();
        let (given, letters) = words.split_at(words.len() - n_letters);
        if letters.is_empty() || letters.len() > 2 {
            return None;
        }
        self.candidates(names, first);
        let found = self.found.iter().copied().find(|person| {
            let whole = names.words(self.people[*person as usize].key);
            whole.first() == Some(&first)
                && whole.len() >= given.len() + letters.len()
                && whole.starts_with(given)
                && ends_with_letters(names, whole, letters)
        });
        found
            .filter(|found| self.people[*found as usize].n_spots > 0)
            .or_else(|| self.of_surname(names, form, letters))
            .or_else(|| self.cut_twice(names, form))
    }

    /// Whom the note calls by a surname alone that begins with a letter which is no numeral: "Dieter V.", of Vondel.
    fn numbered_surname(&self, names: &Names, form: usize) -> Option<u32> {
        let spot = self.first(form);
        let rules = names.known(spot.key).cue.contains(Cue::REGNAL) || !spot.title_word.is_none();
        if rules || names.text(spot.tail).len() != 1 || !names.is_one(spot.key) {
            return None;
        }
        self.of_surname(names, form, &[spot.tail])
    }

    /// The one person whose given name and surname are both cut short: "A. Ham", of Alexander Hamilton; "Stan L.", of Stanislaw
    /// Lesny.
    fn cut_twice(&self, names: &Names, form: usize) -> Option<u32> {
        let [given, surname] = *names.words(self.first(form).key) else {
            return None;
        };
        let (given, surname) = (names.text(given), names.text(surname));
        let people = (0_u32..).zip(&self.people).take(MANY);
        let own = self.forms.all[form].person;
        let mut whole = people.filter(|(number, person)| {
            let words = names.words(person.key);
            let last = names.text(names.last(person.key));
            words.len() > 1
                && person.n_spots > 0
                && last.len() > surname.len() + 1
                && last.starts_with(surname)
                && Some(*number) != own
                && names.text(words[0]).starts_with(given)
        });
        let (person, _) = whole.next()?;
        let long = surname.len() >= CUT || given.len() >= CUT;
        (long && whole.next().is_none()).then_some(person)
    }

    /// Whom the note calls by a surname alone that begins with some letters: of several the one who is known to have the given
    /// name, else the one named right before. "Verdi was born in 1813. Giuseppe V. loved opera."
    fn of_surname(&self, names: &Names, form: usize, letters: &[Folded]) -> Option<u32> {
        let spot = self.first(form);
        if !spot.first.intersects(Is::GIVEN) {
            return None;
        }
        let given = names.text(names.first(spot.key));
        let people = (0_u32..).zip(&self.people).take(MANY);
        let mut called = people.filter(|(person, cluster)| {
            let words = names.words(cluster.key);
            words.len() == letters.len()
                && cluster.tail.is_none()
                && cluster.n_spots > 0
                && ends_with_letters(names, words, letters)
                && Some(*person) != self.forms.all[form].person
        });
        // The S of Harry S. Truman is no surname's.
        let known = || {
            let mut all = (0_u32..).zip(&self.people).take(MANY);
            all.find(|(_, cluster)| {
                names.is_one(cluster.key)
                    && cluster.n_spots > 0
                    && known_names::is_meant(names.text(cluster.key), given)
            })
        };
        let Some((first, _)) = called.next() else {
            return known().map(|(person, _)| person);
        };
        let Some((second, _)) = called.next() else {
            return Some(known().map_or(first, |(person, _)| person));
        };
        if let Some((person, _)) = known() {
            return Some(person);
        }
        let at = self.forms.all[form].first as usize;
        let all = [first, second]
            .into_iter()
            .chain(called.map(|(person, _)| person));
        all.filter(|person| self.is_beside(*person, form))
            .max_by_key(|person| self.last_before(*person, at))
    }
}

/// Whether the last words of a name begin with these letters, in order, and are longer.
fn ends_with_letters(names: &Names, whole: &[Folded], letters: &[Folded]) -> bool {
    let Some(start) = whole.len().checked_sub(letters.len()) else {
        return false;
    };
    whole[start..].iter().zip(letters).all(|(word, letter)| {
        let word = names.text(*word);
        word.len() > 2 && word.starts_with(names.text(*letter))
    })
}
