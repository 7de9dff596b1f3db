//! One name written in two ways: Marie-Antoinette and Marie Antoinette, Cimon and Kimon, Nur ad-Din and "Nur ad-Dins death".

mod cut_short;

use rustc_hash::FxHashMap;

use super::asks::Asks;
use super::{Joiner, pinyin};
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::Is;
use crate::notes::people::spot::Spot;

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
            || !spot.tail.is_none() && names.text(spot.tail).len() == 1
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
