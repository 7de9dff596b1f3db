//! What single words of a run look like.

use super::{Piece, Shape};
use crate::notes::people::lexicon::{Cue, Is};

/// `Castro's` is `Castro`, and somebody's.
#[inline]
pub(in crate::notes::people) fn without_possessive(word: &str) -> (&str, bool) {
    if !matches!(word.as_bytes(), [.., _, b'\'' | 0x99, b's' | b'S']) {
        return (word, false);
    }
    for ending in ["'s", "’s", "'S", "’S"] {
        if let Some(bare) = word.strip_suffix(ending)
            && !bare.is_empty()
        {
            return (bare, true);
        }
    }
    (word, false)
}

/// Whether a name of the Arabs begins with its article: Al-Umari.
pub(in crate::notes::people) fn is_article(raw: &str) -> bool {
    raw.strip_prefix("Al-")
        .is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// What a compound is, from what it is as a whole and in its parts.
pub(super) fn compound(whole: Is, left: Is, right: Is) -> Is {
    let other = Is::PEOPLE | Is::PLACE | Is::GROUP | Is::THING | Is::FUNCTION;
    if !whole.is_empty() {
        whole
    } else if left.intersects(other - Is::FUNCTION)
        || (right.intersects(other) && !right.intersects(Is::NAME))
    {
        Is::PEOPLE
    } else if left.contains(Is::KNOWN) && right.contains(Is::KNOWN) {
        // Two people's names make the name of a thing: the Molotov-Ribbentrop pact.
        Is::THING
    } else if left.intersects(Is::GIVEN) && right.intersects(Is::GIVEN) {
        left & Is::GIVEN
    } else {
        (left | right) & (Is::WORD | Is::SURNAME | Is::FAMILY)
    }
}

/// What a word with a capital is, after `before`.
pub(super) fn shape_of(raw: &str, cue: Cue, shouted: bool, before: Option<&Piece>) -> Shape {
    let single = is_letter(raw);
    if !single && !shouted {
        return if cue.contains(Cue::CAPITAL_PARTICLE) {
            Shape::Particle
        } else {
            Shape::Word
        };
    }
    let named = before.is_some_and(|before| {
        before.is.intersects(Is::GIVEN | Is::KNOWN)
            || !before.is.intersects(Is::OTHER)
            // Bahadur Shah II.
            || before.cue.contains(Cue::BEHIND)
            || before.shape == Shape::Numeral
    });
    if named && is_numeral(raw) {
        Shape::Numeral
    } else if single && (named || before.is_some_and(|before| before.shape == Shape::Initial)) {
        Shape::Initial
    } else if !single && cue.contains(Cue::CAPITAL_PARTICLE) {
        Shape::Particle
    } else {
        Shape::Word
    }
}

/// One letter.
#[inline]
pub(super) fn is_letter(word: &str) -> bool {
    word.len() == 1 || !word.is_ascii() && word.chars().nth(1).is_none()
}

/// A Roman numeral of a ruler: I to XXXIX; in a note without capitals `iv`.
pub(super) fn is_numeral(raw: &str) -> bool {
    raw.len() <= 6
        && raw
            .bytes()
            .all(|byte| matches!(byte.to_ascii_uppercase(), b'I' | b'V' | b'X'))
        && raw != "X"
        && raw != "XX"
}

/// The Roman numerals of rulers, from I on.
const ROMAN: [&str; 23] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
    "xvi", "xvii", "xviii", "xix", "xx", "xxi", "xxii", "xxiii",
];

/// What digits are as a ruler's numeral: the `viii` of Henry 8.
pub(in crate::notes::people) fn roman(digits: &str) -> Option<&'static str> {
    if digits.len() > 2 || digits.starts_with('0') {
        return None;
    }
    let number: usize = digits.parse().ok()?;
    ROMAN.get(number.checked_sub(1)?).copied()
}

/// Two capitals at least, and no small letter.
pub(super) fn is_shouted(word: &str) -> bool {
    let mut capitals = 0;
    word.chars().all(|char| {
        capitals += usize::from(char.is_uppercase());
        !char.is_lowercase()
    }) && capitals >= 2
}
