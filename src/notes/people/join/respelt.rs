//! One name written in two ways: Marie-Antoinette and Marie Antoinette, Cimon and Kimon, Nur ad-Din and "Nur ad-Dins death".

use rustc_hash::FxHashMap;

use super::asks::Asks;
use super::{Joiner, pinyin};
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::Is;
use crate::notes::people::spot::Spot;

/// Letters of a surname cut short, at least.
const CUT: usize = 3;

/// People among whom the bearer of a surname cut short to a letter is looked for.
const MANY: usize = 256;

impl Joiner<'_> {
    /// Makes one person of who is called by a name and by the same name written otherwise.
    pub(super) fn respelt(&mut self, names: &Names) {
        // Made when the first asks.
        let mut chinese = None;
        for form in 0..self.asks.len() {
            if !self.asks[form].contains(Asks::RESPELT) {
                continue;
            }
            if let Some(whole) = self.cut_short(names, form) {
                self.call_in_full(names, form, whole);
                continue;
            }
            let spot = self.first(form);
            let same = match written_otherwise(names, spot.key, spot.last) {
                Some(key) => self.same_name(names, form, key),
                None if pinyin::may_be_wade(names, spot.key) => {
                    let chinese = chinese.get_or_insert_with(|| self.chinese(names));
                    let code = pinyin::squeezed(names.text(spot.key));
                    chinese.get(&code).copied().filter(|own| *own != form)
                }
                None => None,
            };
            let Some(same) = same else { continue };
            match (self.forms.all[same].person, self.forms.all[form].person) {
                (Some(person), Some(own)) => self.merge(names, person, own),
                (Some(person), None) => self.take(names, form, person),
                (None, Some(own)) => self.take(names, same, own),
                (None, None) => {}
            }
        }
    }

    /// The spelling that is a name with the tail of `form`; Bajirao, of Baji Rao I; a St Just, of Saint-Just.
    fn same_name(&self, names: &Names, form: usize, key: Folded) -> Option<usize> {
        let spot = self.first(form);
        let saint = names.text(spot.key).starts_with("saint-");
        let squeezed = !names.is_one(spot.key) && names.is_one(key);
        let mut all = 0..self.forms.all.len();
        all.find(|other| {
            let other = self.first(*other);
            other.key == key
                && (other.tail == spot.tail || squeezed && other.tail.is_none())
                && (!saint || other.key != spot.key && names.is_saint(other.title_word))
        })
    }

    /// All spellings of two words and more as Wade and Giles would write them, were they Pinyin.
    fn chinese(&self, names: &Names) -> FxHashMap<String, usize> {
        let mut all = FxHashMap::default();
        for form in 0..self.forms.all.len() {
            let spot = self.first(form);
            if spot.tail.is_none()
                && !names.is_one(spot.key)
                && let Some(code) = pinyin::wade(names.text(spot.key))
            {
                all.entry(code).or_insert(form);
            }
        }
        all
    }

    /// Makes `whole` of a spelling cut short, which is nobody's fullest name.
    fn call_in_full(&mut self, names: &Names, form: usize, whole: u32) {
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
    fn is_only(&self, form: usize, person: u32) -> bool {
        self.people[person as usize].forms == Some((form as u32, form as u32))
    }

    /// Whom a name means whose last word is one letter: "Boris Y." is Boris Yeltsin.
    fn cut_short(&mut self, names: &Names, form: usize) -> Option<u32> {
        let key = self.first(form).key;
        let [first, .., last] = *names.words(key) else {
            return None;
        };
        let letter = names.text(last);
        if names.text(first).len() == 1 {
            return self.cut_twice(names, form);
        }
        if letter.len() != 1 {
            return None;
        }
        self.candidates(names, first);
        let found = self.found.iter().copied().find(|person| {
            let whole = self.people[*person as usize].key;
            let surname = names.text(names.last(whole));
            names.first(whole) == first && surname.len() > 1 && surname.starts_with(letter)
        });
        found
            .filter(|found| self.people[*found as usize].n_spots > 0)
            .or_else(|| self.of_surname(names, form, letter))
    }

    /// The one person whose given name and surname are both cut short: "A. Ham", of Alexander Hamilton.
    fn cut_twice(&self, names: &Names, form: usize) -> Option<u32> {
        let [given, surname] = *names.words(self.first(form).key) else {
            return None;
        };
        let (given, surname) = (names.text(given), names.text(surname));
        let people = (0_u32..).zip(&self.people).take(MANY);
        let mut whole = people.filter(|(_, person)| {
            let words = names.words(person.key);
            let last = names.text(names.last(person.key));
            words.len() > 1
                && person.n_spots > 0
                && last.len() > surname.len() + 1
                && last.starts_with(surname)
                && names.text(words[0]).starts_with(given)
        });
        let (person, _) = whole.next()?;
        (surname.len() >= CUT && whole.next().is_none()).then_some(person)
    }

    /// Whom the note calls by a surname alone that begins with a letter, the one named right before where they are several:
    /// "Verdi was born in 1813. Giuseppe V. loved opera."
    fn of_surname(&self, names: &Names, form: usize, letter: &str) -> Option<u32> {
        if !self.first(form).first.intersects(Is::GIVEN) {
            return None;
        }
        let people = (0_u32..).zip(&self.people).take(MANY);
        let mut called = people.filter(|(person, cluster)| {
            let surname = names.text(cluster.key);
            names.is_one(cluster.key)
                && cluster.tail.is_none()
                && cluster.n_spots > 0
                && surname.len() > 2
                && surname.starts_with(letter)
                && Some(*person) != self.forms.all[form].person
        });
        let first = called.next()?.0;
        let Some(second) = called.next() else {
            return Some(first);
        };
        let at = self.forms.all[form].first as usize;
        let all = [first, second.0]
            .into_iter()
            .chain(called.map(|(person, _)| person));
        all.filter(|person| self.is_beside(*person, form))
            .max_by_key(|person| self.last_before(*person, at))
    }
}

/// Letters of a name with a K that may have a C, at least.
const SHORTEST: usize = 5;

/// Letters of a name that may be one word, at most.
const LONGEST: usize = 14;

/// Whether the name of a spot may be written otherwise: with a hyphen or an apostrophe, a K, as two words of no list, an `s` that
/// stands for an apostrophe and an `s`, or a last word cut short to a letter; or it may be Chinese.
pub(super) fn may_be_respelt(names: &Names, spot: &Spot) -> bool {
    let letters = names.text(spot.key).as_bytes();
    let altered = if names.is_one(spot.key) {
        letters.len() >= SHORTEST && letters.contains(&b'k')
    } else {
        letters.ends_with(b"s") && !spot.last.intersects(Is::NAME)
            || letters.len() > 2 && (letters[letters.len() - 2] == b' ' || letters[1] == b' ')
            || letters.contains(&b'\'')
            || may_be_foreign(names, spot.key)
    };
    altered || letters.contains(&b'-')
}

/// Whether no list has the first word of a short name, or it may be Chinese.
fn may_be_foreign(names: &Names, name: Folded) -> bool {
    let first = names.known(names.first(name)).is;
    first.is_empty() && is_of_syllables(names, name)
        || first.contains(Is::FAMILY) && pinyin::may_be_wade(names, name)
}

/// Whether a name is two words of which no list has the first: Baji Rao.
fn is_of_syllables(names: &Names, name: Folded) -> bool {
    let [first, _] = *names.words(name) else {
        return false;
    };
    names.known(first).is.is_empty() && names.text(name).len() <= LONGEST
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

/// The same name as one word, if the note has it.
fn squeezed(names: &Names, text: &str) -> Option<Folded> {
    let mut letters = [0; LONGEST];
    let mut end = 0;
    for letter in text.bytes().filter(|letter| !matches!(letter, b' ' | b'-')) {
        *letters.get_mut(end)? = letter;
        end += 1;
    }
    names.find(std::str::from_utf8(&letters[..end]).ok()?)
}

/// The same name written otherwise, if the note has it.
fn written_otherwise(names: &Names, name: Folded, last: Is) -> Option<Folded> {
    let text = names.text(name);
    if text.as_bytes().contains(&b'-') {
        let key = names.find(&text.replace('-', " "));
        let key = key.or_else(|| with_other_article(names, text));
        let key = key.or_else(|| names.find(text.strip_prefix("saint-")?));
        if let Some(key) = key.or_else(|| names.find(&text.replace('-', ""))) {
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
        let greek = text.contains('k') && text.len() >= SHORTEST;
        return names.find(&text.replace('k', "c")).filter(|_| greek);
    }
    if is_of_syllables(names, name)
        && let Some(key) = squeezed(names, text)
    {
        return Some(key);
    }
    // "After Nur ad-Dins death": no list has the longer word.
    let bare = text
        .strip_suffix('s')
        .filter(|_| !last.intersects(Is::NAME))?;
    names.find(bare)
}
