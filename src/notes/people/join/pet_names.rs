//! Pet names: `Oppie`, right after Oppenheimer; `Nappy` and `Nap`, in a note that often names Napoleon.

use super::Joiner;
use super::asks::Asks;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::names;
use crate::notes::people::spot::Spot;

/// Spots before a pet name among which its bearer is looked for.
const NEAR: usize = 4;

/// How often who is called by a pet name far away is named.
const OFTEN: usize = 3;

/// A note that names more people so often is about no few of them.
const MOST: usize = 64;

/// People among whom a ruler is looked for.
const MANY: usize = 256;

/// Letters of a name before an apostrophe that stands for the middle, and the apostrophe, at most.
const BEGINNING: usize = 5;

impl Joiner<'_> {
    pub(super) fn pet_names(&mut self, names: &Names) {
        let mut often = None;
        for form in 0..self.asks.len() {
            if !self.asks[form].contains(Asks::PET_NAMES) {
                continue;
            }
            if !self.first(form).tail.is_none() {
                match (self.numbered(names, form), self.forms.all[form].person) {
                    (Some(person), Some(own)) => self.merge(names, person, own),
                    (Some(person), None) => self.take(names, form, person),
                    (None, _) => {}
                }
                continue;
            }
            let text = names.text(self.first(form).key);
            if let Some(person) = self
                .contracted(names, form)
                .or_else(|| self.clipped(names, form))
            {
                self.give(names, form, person);
                continue;
            }
            if self.first(form).last.intersects(Is::GIVEN) {
                continue;
            }
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

    /// The one ruler of the note whose name is cut short before the same numeral: Ed IV, Wm III, Nick II.
    fn numbered(&self, names: &Names, form: usize) -> Option<u32> {
        let spot = self.first(form);
        let own = self.forms.all[form].person;
        let people = (0_u32..).zip(&self.people).take(MANY);
        let mut rulers = people.filter(|(number, person)| {
            person.tail == spot.tail
                && person.n_spots > 0
                && Some(*number) != own
                && names.is_one(person.key)
                && is_short_for(names, spot.key, person.key)
        });
        let (ruler, _) = rulers.next()?;
        rulers.next().is_none().then_some(ruler)
    }

    /// Who is called by a name with the middle left out, the one named last before: W'ton, of Wellington.
    fn contracted(&self, names: &Names, form: usize) -> Option<u32> {
        let text = names.text(self.first(form).key);
        let mark = text
            .bytes()
            .take(BEGINNING)
            .position(|byte| byte == b'\'')?;
        let (begins, ends) = (&text[..mark], &text[mark + 1..]);
        if begins.is_empty() || ends.len() < 2 {
            return None;
        }
        let is_whole = |word: Folded| {
            let whole = names.text(word);
            whole.len() > text.len() && whole.starts_with(begins) && whole.ends_with(ends)
        };
        let first = self.forms.all[form].first as usize;
        let people = (0_u32..).zip(&self.people).take(MOST);
        let called = people.filter(|(number, person)| {
            is_whole(names.last(person.key))
                || self.forms_of(*number).any(|form| {
                    let spot = self.first(form);
                    spot.is_single() && is_whole(spot.key)
                })
        });
        let near =
            called.filter_map(|(number, _)| Some((self.last_before(number, first)?, number)));
        near.max().map(|(_, person)| person)
    }

    /// Who, named before, has a name that begins with three to five letters which name somebody: Cas, of Casimir; Vant, of
    /// van Tollen; or which are a Roman's given name cut short. A given name is short for one alone: Ben, of Benjamin.
    fn clipped(&self, names: &Names, form: usize) -> Option<u32> {
        let text = names.text(self.first(form).key);
        let roman = names::praenomen(text);
        let given = self.first(form).last.intersects(Is::GIVEN);
        let own = &self.forms.all[form];
        let may_be = own.person.is_some() || own.weight >= 0 && !self.first(form).opens;
        let is_short = (3..=5).contains(&text.len()) && may_be;
        if roman.is_none() && !is_short {
            return None;
        }
        let begins = |word: Folded| {
            let whole = names.text(word);
            roman.is_some_and(|roman| roman == whole)
                || is_short && whole.len() > text.len() + 2 && whole.starts_with(text)
        };
        let own = self.forms.all[form].person;
        let first = self.forms.all[form].first as usize;
        let people = (0_u32..).zip(&self.people).take(MOST);
        let mut fitting = people.filter(|(number, person)| {
            let words = names.words(person.key);
            person.n_spots > 0
                && Some(*number) != own
                && person.earliest < first
                && if given {
                    // Ben, of Benjamin.
                    begins(words[0]) && names.are_same(words[0], self.first(form).key)
                } else {
                    words.iter().any(|word| begins(*word))
                        || is_short && words.len() > 1 && begins_squeezed(names, words, text)
                }
        });
        let (person, _) = fitting.next()?;
        fitting.next().is_none().then_some(person)
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

/// Whether a spot is a single word without a title that no list knows, a short given name, or one with a numeral.
pub(super) fn may_be_pet_name(spot: &Spot) -> bool {
    let short = || {
        matches!(spot.bytes.len(), 3 | 4)
            && spot.last.intersects(Is::GIVEN)
            && !spot.last.intersects(Is::OTHER | Is::KNOWN)
    };
    if !spot.tail.is_none() {
        let name = spot.tokens.start + 2 == spot.tokens.end;
        return name && spot.words <= 1 && spot.bytes.len() <= SHORT_RULER;
    }
    spot.is_single() && spot.title.is_none() && (spot.last.is_empty() || short())
}

/// Bytes of a ruler's name cut short or respelt and the numeral, at most: `Philippe IV`.
const SHORT_RULER: usize = 11;

/// Whether a given name is another cut short, or its pet name: Ed, of Edward; Wm, of William; Nick, of Nicholas.
pub(super) fn is_short_for(names: &Names, short: Folded, whole: Folded) -> bool {
    let (text, full) = (names.text(short), names.text(whole));
    // Henri III, of Henry III.
    if names.are_same(short, whole) {
        return true;
    }
    if !(2..=4).contains(&text.len()) || full.len() <= text.len() {
        return false;
    }
    let mut rest = full.chars();
    let mut left_out = || {
        text.chars().next() == full.chars().next()
            && text.chars().last() == full.chars().last()
            && text.chars().all(|letter| rest.any(|own| own == letter))
    };
    full.starts_with(text) || left_out()
}

/// Whether the particle and the surname that end a name begin with some letters: the `vant` of van Tollen.
fn begins_squeezed(names: &Names, words: &[Folded], text: &str) -> bool {
    let [.., particle, surname] = *words else {
        return false;
    };
    let rest = text.strip_prefix(names.text(particle));
    names.known(particle).cue.contains(Cue::PARTICLE)
        && rest.is_some_and(|rest| !rest.is_empty() && names.text(surname).starts_with(rest))
}

/// `nap`, of the `napp` of Nappy.
fn undoubled(stem: &str) -> &str {
    match stem.as_bytes() {
        [_, .., before, last] if before == last && stem.is_ascii() => &stem[..stem.len() - 1],
        _ => stem,
    }
}
