//! A given name alone, for whom the note names otherwise: Albert of Einstein, Neville of N. Chamberlain, Bobby of RFK; and whom the
//! note says a given name is.

use super::asks::Asks;
use super::bearer::clash;
use super::{Equation, Joiner};
use crate::notes::people::cluster::gender;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::Is;
use crate::notes::people::names as known_names;
use crate::notes::people::spot::{Gender, Spot};

/// People among whom the bearer is looked for.
const MANY: usize = 128;

/// Equations among which the one of a name is looked for.
const FEW: usize = 256;

/// What speaks for a name that is nobody's yet, at least.
const FLOOR: i32 = -7;

/// Whether a spot is a given name and nothing else.
pub(super) fn may_be_alone(spot: &Spot) -> bool {
    spot.is_single()
        && spot.last.intersects(Is::GIVEN)
        && !spot.last.intersects(Is::OTHER)
        && !spot.cited
        && spot.tail.is_none()
}

/// How a person fits a given name alone, the better the greater.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The note gives the first letter, before.
    Letter,
    /// The note gives another form of the name, before.
    Form,
    /// Everybody knows that the surname is of somebody with the name.
    Known,
}

impl Joiner<'_> {
    /// Gives given names alone to the one person whose they can be.
    pub(super) fn given_alone(&mut self, names: &Names) {
        for form in 0..self.asks.len() {
            if !self.asks[form].contains(Asks::GIVEN_ALONE)
                || self.forms.all[form].weight < FLOOR
                || !is_courtesy(names, self.first(form).title_word)
            {
                continue;
            }
            let own = self.forms.all[form].person;
            if own.is_some_and(|own| !self.is_only(form, own)) {
                continue;
            }
            match (self.whose_given(names, form), own) {
                (Some(person), Some(own)) => self.merge(names, person, own),
                (Some(person), None) => self.take(names, form, person),
                (None, _) => {}
            }
        }
    }

    /// The one person who fits a given name alone best.
    fn whose_given(&self, names: &Names, form: usize) -> Option<u32> {
        let spot = self.first(form);
        let (key, own) = (spot.key, self.forms.all[form].person);
        let gender = gender(names, spot);
        let at = self.forms.all[form].first as usize;
        let mut best: Option<(Fit, u32)> = None;
        let mut several = false;
        for (number, person) in (0_u32..).zip(&self.people).take(MANY) {
            let other = clash(gender, person.gender) || person.wife && gender != Gender::She;
            if Some(number) == own || person.n_spots == 0 || other {
                continue;
            }
            // Whoever has the name itself was looked at before.
            let first = names.first(person.key);
            if first == key {
                return None;
            }
            let before = person.earliest < at;
            let Some(fit) = fit(names, key, (person.key, person.tail), before) else {
                continue;
            };
            several = best.as_ref().is_some_and(|(best, _)| *best == fit);
            if best.as_ref().is_none_or(|(best, _)| *best < fit) {
                best = Some((fit, number));
            }
        }
        best.filter(|_| !several).map(|(_, person)| person)
    }

    /// Whom a given name means, which might be that of `person`, but of which the note says that it is another's: "Jack = John F.
    /// Kennedy", in a note of Jack Ruby.
    pub(super) fn told(
        &self,
        names: &Names,
        (form, person): (usize, u32),
        equations: &[Equation],
    ) -> u32 {
        let key = self.first(form).key;
        let whole = self.people[person as usize].key;
        // "Hatuk (aka Carlos)", in a note of King Charles, whose name in another tongue is Carlos.
        let foreign = names.is_one(whole) && whole != key;
        if equations.is_empty() || !foreign && (names.is_one(whole) || names.first(whole) != key) {
            return person;
        }
        let told = equations.iter().take(FEW).find_map(|(left, right)| {
            let [left, right] = [*left, *right].map(|spot| self.forms.of_spot(spot));
            let other = match form {
                form if form == left => right,
                form if form == right => left,
                _ => return None,
            };
            let other = self.forms.all[other].person?;
            let full = self.people[other as usize].key;
            let is_told = foreign || !names.is_one(full) && names.are_same(names.first(full), key);
            is_told.then_some(other)
        });
        told.unwrap_or(person)
    }
}

/// Whether a title is none, or one before given names: Sir Isaac.
fn is_courtesy(names: &Names, title: Folded) -> bool {
    title.is_none() || matches!(names.text(title), "sir" | "dame" | "don" | "dona")
}

/// How a person of this name and tail, named `before` or not, fits the given name `given` alone.
fn fit(names: &Names, given: Folded, (key, tail): (Folded, Folded), before: bool) -> Option<Fit> {
    let (first, last) = (names.first(key), names.last(key));
    let text = names.text(given);
    if names.is_one(key) {
        let known = tail.is_none() && known_names::is_meant(names.text(key), text);
        // Alix, of Alexandra of Hesse.
        let form = || before && names.text(tail).starts_with("of ") && names.are_same(first, given);
        return if known {
            Some(Fit::Known)
        } else {
            form().then_some(Fit::Form)
        };
    }
    let letters = names.text(first);
    let is_letter = letters.len() <= 2 && text.as_bytes().first() == letters.as_bytes().first();
    if is_letter && known_names::is_meant(names.text(last), text) {
        return Some(Fit::Known);
    }
    // Jean-Paul, of J.P. Dubois; but no Motilal is M.K. Gandhi.
    let is_letter = is_letter && letters.len() == 1 && before && tail.is_none();
    if is_letter && !known_names::means_another(names.text(last), text) {
        return Some(Fit::Letter);
    }
    // Bobby is Robert Kennedy; but John is hardly Jack Ruby.
    let form = before
        && names.known(first).is.intersects(Is::GIVEN)
        && names.are_same(first, given)
        && (known_names::common_spelling(text) != text
            || known_names::is_meant(names.text(last), text));
    form.then_some(Fit::Form)
}
