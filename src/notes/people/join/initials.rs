//! Initials that stand for a name: `JFK` beside John F. Kennedy.

use rustc_hash::FxHashMap;

use super::Joiner;
use super::bearer::fits;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::names as known_names;

/// Initials that stand for no full name, and names of a person, that are looked at, at most.
const FEW: usize = 16;

/// People among whom the bearer of such initials is looked for.
const MOST: usize = 256;

impl Joiner<'_> {
    /// Joins initials to whom they stand for; gives those that stand for nobody's name.
    pub(super) fn initials(&mut self, names: &mut Names) -> Vec<(usize, String)> {
        let initials: Vec<(usize, String)> = (0..self.forms.all.len())
            .filter_map(|form| Some((form, self.letters(names, form)?)))
            .collect();
        let mut left = Vec::new();
        if initials.is_empty() {
            return left;
        }
        let mut spelt: FxHashMap<String, u32> = FxHashMap::default();
        for (index, person) in (0_u32..).zip(&self.people) {
            let keys = std::iter::once(person.key)
                .chain(self.forms_of(index).map(|form| self.first(form).key));
            for key in keys {
                // Chiang Kai-shek is CKS.
                let words = names.text(key).split([' ', '-']);
                let letters: String = words.filter_map(|word| word.chars().next()).collect();
                if (2..=4).contains(&letters.len()) {
                    spelt.entry(letters).or_insert(index);
                }
            }
            // Mary Queen of Scots is MQS.
            if !person.tail.is_none() && person.n_spots > 0 {
                let words =
                    [names.text(person.key), names.text(person.tail)].map(|part| part.split(' '));
                let words = words.into_iter().flatten().filter(|word| *word != "of");
                let letters: String = words.filter_map(|word| word.chars().next()).collect();
                if (3..=4).contains(&letters.len()) {
                    spelt.entry(letters).or_insert(index);
                }
            }
        }
        self.spell_titled(names, &mut spelt);
        for (form, letters) in initials {
            let own = self.forms.all[form].person;
            let known = known_names::well_known_initials(&letters).filter(|_| own.is_none());
            let Some(name) = known else {
                match (spelt.get(&letters), own) {
                    (Some(person), None) => self.take(names, form, *person),
                    (Some(person), Some(own)) => self.merge(names, *person, own),
                    (None, _) => left.push((form, letters)),
                }
                continue;
            };
            let key = names.add(name);
            let (given, surname) = (names.first(key), names.last(key));
            self.candidates(names, surname);
            let person = self
                .found
                .iter()
                .find(|person| fits(names, &self.people[**person as usize], given, surname))
                .copied();
            match person {
                Some(person) => self.take(names, form, person),
                None => {
                    let person = self.add(names, key, Folded::NONE);
                    self.take(names, form, person);
                    self.absorb(names, person, surname);
                }
            }
        }
        left
    }

    /// Adds the letters of rulers who are called by a title and a name: Shah Valir is SV.
    fn spell_titled(&self, names: &Names, spelt: &mut FxHashMap<String, u32>) {
        for form in &self.forms.all {
            let spot = &self.spots[form.first as usize];
            let Some(person) = form.person else { continue };
            if spot.is_single() && names.known(spot.title_word).cue.contains(Cue::REGAL) {
                let words = [spot.title_word, spot.key];
                let letters = words.map(|word| names.text(word).chars().next());
                let letters = letters.into_iter().flatten().collect();
                spelt.entry(letters).or_insert(person);
            }
        }
    }

    /// Joins two letters to whom alone names begin with that the note gives: `SB` of José de San Blas; `DL` of Dessalon, later
    /// Louverain.
    pub(super) fn initials_of_parts(&mut self, names: &Names, left: &[(usize, String)]) {
        for (form, letters) in left.iter().take(FEW) {
            let [first, last] = letters.as_bytes() else {
                continue;
            };
            if !self.first(*form).last.is_empty() {
                continue;
            }
            let people = (0_u32..).zip(&self.people).take(MOST);
            let mut fitting = people.filter(|(number, person)| {
                person.n_spots > 0
                    && Some(*number) != self.forms.all[*form].person
                    && self.begins_with(names, *number, *first, *last)
            });
            let (Some((person, _)), None) = (fitting.next(), fitting.next()) else {
                continue;
            };
            self.give(names, *form, person);
        }
    }

    /// Whether a person is called by a name of two words and another before them, or by two names, that begin with two letters.
    fn begins_with(&self, names: &Names, person: u32, first: u8, last: u8) -> bool {
        let begins =
            |word: Folded, letter: u8| names.text(word).as_bytes().first() == Some(&letter);
        let is_particle = |word: Folded| names.known(word).cue.contains(Cue::PARTICLE);
        let mut before = false;
        self.forms_of(person).take(FEW).any(|form| {
            let key = self.first(form).key;
            let words = names.words(key);
            let double = match *words {
                [_, .., particle, one, two] => {
                    is_particle(particle) && begins(one, first) && begins(two, last)
                }
                _ => false,
            };
            let later = before && words.len() == 1 && begins(key, last);
            before |= begins(words[0], first);
            // Everybody knows that Hitler is Adolf.
            let famous = words.len() == 1
                && begins(key, last)
                && known_names::is_famous_by(names.text(key), first);
            double || later || famous
        })
    }

    /// Takes in a person of the surname alone: Kennedy, found before JFK, is the same.
    fn absorb(&mut self, names: &Names, person: u32, surname: Folded) {
        self.candidates(names, surname);
        let other = self.found.iter().find(|other| {
            let other = &self.people[**other as usize];
            other.key == surname && other.tail.is_none()
        });
        if let Some(other) = other.copied() {
            self.merge(names, person, other);
        }
    }

    /// The letters of a spelling that is initials, and nobody's yet.
    fn letters(&self, names: &Names, form: usize) -> Option<String> {
        let spot = self.first(form);
        // Who has other names is no letters.
        let own = self.forms.all[form].person;
        let form_alone = Some((form as u32, form as u32));
        if own.is_some_and(|own| self.people[own as usize].forms != form_alone)
            || spot.title.is_some()
            || spot.last.contains(Is::GROUP)
            || !spot.shouted && spot.words > 0
        {
            return None;
        }
        let letters = names.text(spot.key).replace(['.', ' '], "");
        let few = (2..=4).contains(&letters.len());
        (spot.shouted && few || spot.words == 0 && letters.len() >= 2).then_some(letters)
    }
}
