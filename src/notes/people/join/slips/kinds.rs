//! Which words are another one with a slip in it.

use super::SHORTEST;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::Is;
use crate::notes::people::misspelt;
use crate::notes::people::spot::Spot;

/// Letters of a word that can only be a well-known name misspelt, if it is near to one.
const FAMOUS: usize = 8;

/// Letters of a rare name that may be another with other letters for its sounds: Toqtamish, of Tokhtamysh.
const RESPELT: usize = 8;

/// Whether a word is a slip for `name`: of one letter doubled, or of several where it is rare, sounds alike or can only be a
/// well-known name.
pub(super) fn is_slip(names: &Names, text: &str, name: Folded, rare: bool) -> bool {
    let right = names.text(name);
    misspelt::is_doubled(text, right)
        || misspelt::is_misspelt(text, right)
            && (rare || misspelt::sound_alike(text, right) || is_famous_slip(names, text, name))
        || rare && text.len() >= RESPELT && misspelt::is_respelt(text, right)
}

/// Whether a spelling with this first spot may be another one's slip: who stands in the lists is none.
pub(in crate::notes::people::join) fn is_doubtful(
    names: &Names,
    first: &Spot,
    weight: i32,
) -> bool {
    first.tail.is_none()
        && weight > -10
        && !is_dynasty(names.text(first.key))
        && (!names.is_one(first.key)
            || !first.last.intersects(Is::NAME | Is::OTHER)
            || first.is_single()
                && (may_be_spelt_otherwise(names.text(first.key))
                    || first.last.contains(Is::SURNAME)
                        && !first.last.intersects(Is::OTHER | Is::KNOWN | Is::GIVEN)))
        && names.text(first.key).len() >= SHORTEST
}

/// Whether a word is what a dynasty is called after its founder: the Seleucids are no Seleucus.
fn is_dynasty(text: &str) -> bool {
    text.len() >= 8 && (text.ends_with("ids") || text.ends_with("id"))
}

/// Whether a word has a vowel that may stand for an umlaut, or a mark that may be left out.
fn may_be_spelt_otherwise(text: &str) -> bool {
    text.as_bytes()
        .windows(2)
        .any(|pair| matches!(pair, [b'a' | b'o' | b'u', b'e'] | [b'\'' | b'-', _]))
}

/// Whether two names differ in nothing but a man's and a woman's ending: Francisco and Francisca.
pub(super) fn are_man_and_woman(one: &str, other: &str) -> bool {
    let stem = |text: &str| text.strip_suffix(['a', 'o']).map(str::len);
    one != other
        && stem(one)
            .is_some_and(|end| stem(other) == Some(end) && one.get(..end) == other.get(..end))
}

/// Whether a long word is a well-known name misspelt, however often: Octavial.
fn is_famous_slip(names: &Names, text: &str, name: Folded) -> bool {
    text.len() >= FAMOUS
        && text.len().abs_diff(names.text(name).len()) <= 1
        && names.known(name).is.contains(Is::KNOWN)
}

/// Whether a name of several words is another with a slip in it.
pub(super) fn is_slip_of_several(names: &Names, key: Folded, right: Folded, given: Folded) -> bool {
    if names.is_one(right) {
        is_surname_slip(names, key, right, given)
    } else {
        is_full_slip(names, key, right)
    }
}

/// A full name whose surname, of no list, is a well-known name misspelt: Fidel Castrol; or one whose surname sounds as that of whom
/// the note gives more names: Myron Jonson, of Myron Theodore Johnson.
fn is_surname_slip(names: &Names, key: Folded, right: Folded, given: Folded) -> bool {
    let surname = names.last(key);
    if names.first(key) == given && are_homophones(names.text(surname), names.text(right)) {
        return true;
    }
    names.known(right).is.contains(Is::KNOWN)
        && names.known(surname).is.is_empty()
        && names.known(names.first(key)).is.intersects(Is::GIVEN)
        && misspelt::is_misspelt(names.text(surname), names.text(right))
}

/// A full name with one word misspelt.
fn is_full_slip(names: &Names, key: Folded, full: Folded) -> bool {
    let (own, right) = (names.words(key), names.words(full));
    if own.len() != right.len() {
        return false;
    }
    let mut different = own.iter().zip(right).filter(|(own, right)| own != right);
    let (Some((slip, right)), second) = (different.next(), different.next()) else {
        return false;
    };
    if let Some((other, meant)) = second {
        // Fredrick Douglas, of Frederick Douglass.
        let is_slip = |slip: Folded, right: Folded| {
            let (slip, right) = (names.text(slip), names.text(right));
            misspelt::is_doubled(slip, right) || misspelt::is_misspelt(slip, right)
        };
        let known = names.known(*meant).is | names.known(*other).is;
        return own.len() == 2
            && known.contains(Is::KNOWN)
            && is_slip(*slip, *right)
            && is_slip(*other, *meant);
    }
    // Jean Jacque Rousseau, of Jean Jacques.
    let (short, long) = (names.text(*slip), names.text(*right));
    if own.len() > 2 && own.last() == names.words(full).last() && is_cut(short, long) {
        return true;
    }
    let is_name = |word: Folded| names.known(word).is.intersects(Is::NAME);
    misspelt::is_doubled(short, long)
        || misspelt::is_misspelt(short, long) && !(is_name(*slip) && is_name(*right))
}

/// Whether one of two given names lacks the other's `s`.
fn is_cut(one: &str, other: &str) -> bool {
    one.strip_suffix('s') == Some(other) || other.strip_suffix('s') == Some(one)
}

/// Whether two surnames are said alike and differ in one letter: Pearce and Pearse, Clark and Clarke.
pub(super) fn are_homophones(one: &str, other: &str) -> bool {
    let soft = |word: &str| word.replace("ce", "se").replace("ci", "si");
    one != other
        && one.len().min(other.len()) > 4
        && one.len().abs_diff(other.len()) <= 1
        && one.as_bytes()[0] == other.as_bytes()[0]
        && !one.ends_with('s')
        && !other.ends_with('s')
        && misspelt::sound_alike(&soft(one), &soft(other))
        && rapidfuzz::distance::osa::distance(one.chars(), other.chars()) == 1
}
