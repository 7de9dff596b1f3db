//! Initials that stand for a name: `JFK` beside John F. Kennedy.

use rustc_hash::FxHashMap;

use super::Joiner;
use super::asks::Asks;
use super::bearer::fits;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::names as known_names;

/// Initials that stand for no full name, and names of a person, that are looked at, at most.
const FEW: usize = 16;

/// People among whom the bearer of such initials is looked for.
const MOST: usize = 256;

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
