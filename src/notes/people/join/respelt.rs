//! One name written in two ways: Marie-Antoinette and Marie Antoinette, Cimon and Kimon, Nur ad-Din and "Nur ad-Dins death".

use super::Joiner;
use super::asks::Asks;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::Is;

impl Joiner<'_> {
    /// Makes one person of who is called by a name and by the same name written otherwise.
    pub(super) fn respelt(&mut self, names: &Names) {
        for form in 0..self.asks.len() {
            if !self.asks[form].contains(Asks::RESPELT) {
                continue;
            }
            if let Some(whole) = self.cut_short(names, form) {
                match self.forms.all[form].person {
                    Some(own) => self.merge(names, whole, own),
                    None => self.take(names, form, whole),
                }
                continue;
            }
            let spot = self.first(form);
            let Some(key) = written_otherwise(names, spot.key, spot.last) else {
                continue;
            };
            let tail = spot.tail;
            let same = (0..self.forms.all.len()).find(|other| {
                let other = self.first(*other);
                other.key == key && other.tail == tail
            });
            let Some(same) = same else { continue };
            match (self.forms.all[same].person, self.forms.all[form].person) {
                (Some(person), Some(own)) => self.merge(names, person, own),
                (Some(person), None) => self.take(names, form, person),
                (None, Some(own)) => self.take(names, same, own),
                (None, None) => {}
            }
        }
    }

    /// Whom a name means whose last word is one letter: "Boris Y." is Boris Yeltsin.
    fn cut_short(&mut self, names: &Names, form: usize) -> Option<u32> {
        let key = self.first(form).key;
        let [first, last] = *names.words(key) else {
            return None;
        };
        let letter = names.text(last);
        if letter.len() != 1 {
            return None;
        }
        self.candidates(names, first);
        let found = self.found.iter().copied().find(|person| {
            let whole = self.people[*person as usize].key;
            let surname = names.text(names.last(whole));
            names.first(whole) == first && surname.len() > 1 && surname.starts_with(letter)
        });
        found.filter(|found| self.people[*found as usize].n_spots > 0)
    }
}

/// Letters of a name with a K that may have a C, at least.
const SHORTEST: usize = 5;

/// Whether a name may be written otherwise: with a hyphen or an apostrophe, a K, an `s` that stands for an apostrophe and an `s`, or a last word cut
/// short to a letter.
pub(super) fn may_be_respelt(text: &str, is_one: bool, last: Is) -> bool {
    let letters = text.as_bytes();
    let altered = if is_one {
        letters.len() >= SHORTEST && letters[0] == b'k'
    } else {
        letters.ends_with(b"s") && !last.intersects(Is::NAME)
            || letters.len() > 2 && letters[letters.len() - 2] == b' '
    };
    altered || letters.contains(&b'-') || !is_one && letters.contains(&b'\'')
}

/// The same name with another form of the Arabic article, if the note has it: Nasr ed-Din, of Nasr al-Din.
fn with_other_article(names: &Names, text: &str) -> Option<Folded> {
    let hyphen = text.find('-')?;
    let (before, after) = (text.get(..hyphen)?, text.get(hyphen..)?);
    let start = before.rfind(' ')? + 1;
    let forms = ["al", "el", "ad", "ed", "ud", "as", "ar", "an"];
    let own = &before[start..];
    if !forms.contains(&own) {
        return None;
    }
    let mut others = forms.iter().filter(|form| **form != own);
    others.find_map(|form| names.find(&[&before[..start], form, after].concat()))
}

/// The same name written otherwise, if the note has it.
fn written_otherwise(names: &Names, name: Folded, last: Is) -> Option<Folded> {
    let text = names.text(name);
    if text.as_bytes().contains(&b'-') {
        let key = names.find(&text.replace('-', " "));
        if let Some(key) = key.or_else(|| with_other_article(names, text)) {
            return Some(key);
        }
    }
    // Zayd'l Karim is Zaydl Karim.
    if text.as_bytes().contains(&b'\'')
        && let Some(key) = names.find(&text.replace('\'', ""))
    {
        return Some(key);
    }
    if names.is_one(name) {
        // Greek names keep their K or have a Latin C.
        let greek = text.strip_prefix('k').filter(|_| text.len() >= SHORTEST)?;
        return names.find(&["c", greek].concat());
    }
    // "After Nur ad-Dins death": no list has the longer word.
    let bare = text
        .strip_suffix('s')
        .filter(|_| !last.intersects(Is::NAME))?;
    names.find(bare)
}
