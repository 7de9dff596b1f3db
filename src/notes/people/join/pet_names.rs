//! Pet names: `Oppie`, right after Oppenheimer; `Nappy` and `Nap`, in a note that often names Napoleon.

use super::Joiner;
use super::asks::Asks;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::Is;
use crate::notes::people::spot::Spot;

/// Spots before a pet name among which its bearer is looked for.
const NEAR: usize = 4;

/// How often who is called by a pet name far away is named.
const OFTEN: usize = 3;

/// A note that names more people so often is about no few of them.
const MOST: usize = 64;

impl Joiner<'_> {
    pub(super) fn pet_names(&mut self, names: &Names) {
        let mut often = None;
        for form in 0..self.asks.len() {
            if !self.asks[form].contains(Asks::PET_NAMES) {
                continue;
            }
            let text = names.text(self.first(form).key);
            let ending = text.strip_suffix("ie").or_else(|| text.strip_suffix('y'));
            let stem = ending.unwrap_or(text);
            if !(3..=5).contains(&stem.len()) {
                continue;
            }
            let near = ending.and_then(|stem| self.near(names, form, stem));
            let person = near.or_else(|| {
                let often = often.get_or_insert_with(|| self.often_named(names));
                self.begins(names, often, undoubled(stem))
            });
            match (person, self.forms.all[form].person) {
                (Some(person), None) => self.take(names, form, person),
                (Some(person), Some(own)) => self.merge(names, person, own),
                (None, _) => {}
            }
        }
    }

    /// Who is named in the same block before a spelling, by a surname that begins with `stem`.
    fn near(&self, names: &Names, form: usize, stem: &str) -> Option<u32> {
        let (at, spot) = (self.forms.all[form].first as usize, self.first(form));
        (at.saturating_sub(NEAR)..at).rev().find_map(|before| {
            let named = &self.spots[before];
            let person = self.forms.all[self.forms.of_spot(before)].person?;
            let surname = names.text(names.last(named.key));
            let longer = surname.len() > names.text(spot.key).len();
            (named.block == spot.block && longer && surname.starts_with(stem)).then_some(person)
        })
    }

    /// The people whom the note often calls by a well-known name; none where they are many.
    fn often_named(&self, names: &Names) -> Vec<u32> {
        let is_known = |word: Folded| names.known(word).is.contains(Is::KNOWN);
        let people = (0_u32..).zip(&self.people);
        let often = people.filter(|(_, person)| {
            person.n_spots >= OFTEN
                && (is_known(names.first(person.key)) || is_known(names.last(person.key)))
        });
        let often: Vec<u32> = often.map(|(at, _)| at).take(MOST + 1).collect();
        if often.len() > MOST {
            Vec::new()
        } else {
            often
        }
    }

    /// The one of `people` whose well-known name begins with `stem` and goes on.
    fn begins(&self, names: &Names, people: &[u32], stem: &str) -> Option<u32> {
        let begins = |word: Folded| {
            let text = names.text(word);
            text.len() > stem.len() + 2
                && text.starts_with(stem)
                && names.known(word).is.contains(Is::KNOWN)
        };
        let mut fitting = people.iter().filter(|person| {
            let key = self.people[**person as usize].key;
            begins(names.first(key)) || begins(names.last(key))
        });
        let person = *fitting.next()?;
        fitting.next().is_none().then_some(person)
    }
}

/// Whether a spot is a single word without a title that no list knows.
pub(super) fn may_be_pet_name(spot: &Spot) -> bool {
    spot.is_single() && spot.last.is_empty() && spot.title.is_none()
}

/// `nap`, of the `napp` of Nappy.
fn undoubled(stem: &str) -> &str {
    match stem.as_bytes() {
        [_, .., before, last] if before == last && stem.is_ascii() => &stem[..stem.len() - 1],
        _ => stem,
    }
}
