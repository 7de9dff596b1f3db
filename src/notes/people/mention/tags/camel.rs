//! Tags of several words without blanks: `#JohnKennedy`, where the note says Kennedy; `#ChiangKaiShek`, where it says Chiang.

use crate::notes::people::lexicon::{self, Is};

/// Words of such a tag, at most.
const MOST: usize = 4;

/// The folded words of a tag in which each begins with a capital; nothing where it has one word or too many.
pub(super) fn words(tag: &str) -> Vec<String> {
    let bytes = tag.as_bytes();
    // Most tags have one word.
    if !bytes.iter().skip(1).any(u8::is_ascii_uppercase) {
        return Vec::new();
    }
    if !bytes.iter().all(u8::is_ascii_alphabetic)
        || !bytes.first().is_some_and(u8::is_ascii_uppercase)
    {
        return Vec::new();
    }
    let starts = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_uppercase());
    let starts: Vec<usize> = starts.take(MOST + 1).collect();
    if !(2..=MOST).contains(&starts.len()) {
        return Vec::new();
    }
    let ends = starts[1..].iter().copied().chain([bytes.len()]);
    let words = starts.iter().zip(ends);
    words
        .map(|(start, end)| tag[*start..end].to_ascii_lowercase())
        .collect()
}

/// The word by which alone who has all `words` for a name may be called: the surname, or the family name that stands first.
pub(super) fn called(words: &[String]) -> Option<&str> {
    let [first, between @ .., last] = words else {
        return None;
    };
    let is = |word: &String| lexicon::look_up(word);
    let is_plain = |word: &String| word.len() <= 5 && !is(word).intersects(Is::OTHER);
    if is(first).contains(Is::FAMILY) && between.len() == 1 && words[1..].iter().all(is_plain) {
        return Some(first);
    }
    let is_given = |word: &String| {
        word.len() == 1 || is(word).intersects(Is::GIVEN) && !is(word).intersects(Is::OTHER)
    };
    (is_given(first) && between.iter().all(is_given) && last.len() > 1).then_some(last)
}
