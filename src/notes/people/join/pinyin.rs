//! Chinese names as Wade and Giles wrote them, beside Pinyin: Lin Tse-hsu is Lin Zexu.

use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::Is;

/// Bytes of a Chinese name, at most.
const LONGEST: usize = 24;

/// Beginnings of syllables in Pinyin and as Wade and Giles write them, without apostrophes; the longer first.
const INITIALS: &[(&str, &str)] = &[
    ("zh", "ch"),
    ("ch", "ch"),
    ("sh", "sh"),
    ("b", "p"),
    ("d", "t"),
    ("g", "k"),
    ("j", "ch"),
    ("q", "ch"),
    ("x", "hs"),
    ("r", "j"),
    ("z", "ts"),
    ("c", "ts"),
    ("p", "p"),
    ("m", "m"),
    ("f", "f"),
    ("t", "t"),
    ("n", "n"),
    ("l", "l"),
    ("k", "k"),
    ("h", "h"),
    ("s", "s"),
    ("w", "w"),
    ("y", "y"),
];

/// Whether a name may be written as Wade and Giles do: a family's stands before it, or one that is no Pinyin.
pub(super) fn may_be_wade(names: &Names, name: Folded) -> bool {
    let words = names.words(name);
    let text = names.text(name);
    let family = names.known(words[0]).is.contains(Is::FAMILY);
    (2..=3).contains(&words.len()) && family && text.len() <= LONGEST && text.is_ascii()
}

/// A name without the marks that Wade and Giles have, and without an H that is not heard.
pub(super) fn squeezed(name: &str) -> String {
    let mut code = String::with_capacity(name.len());
    for letter in name.chars() {
        let silent = letter == 'h' && code.ends_with(is_vowel);
        if letter.is_ascii_lowercase() && !silent {
            code.push(letter);
        }
    }
    code
}

/// A name in Pinyin as Wade and Giles write it, [squeezed]; nothing where it is no Pinyin.
pub(super) fn wade(name: &str) -> Option<String> {
    if name.len() > LONGEST || !name.is_ascii() {
        return None;
    }
    let mut code = String::with_capacity(name.len() + 4);
    for word in name.split([' ', '-', '\'']) {
        let mut rest = word;
        while !rest.is_empty() {
            rest = syllable(rest, &mut code)?;
        }
    }
    Some(squeezed(&code))
}

/// Adds the first syllable of `rest` to `code`; gives what follows it.
fn syllable<'t>(rest: &'t str, code: &mut String) -> Option<&'t str> {
    let found = INITIALS.iter().find(|(begins, _)| rest.starts_with(begins));
    let (initial, begins) = found.copied().unwrap_or_default();
    let rest = &rest[initial.len()..];
    let n_vowels = rest.find(|letter| !is_vowel(letter)).unwrap_or(rest.len());
    if n_vowels == 0 {
        return None;
    }
    // An N or an NG that no vowel follows ends the syllable.
    let opens = |at: usize| rest[at..].starts_with(is_vowel);
    let end = [("ng", 2), ("n", 1), ("r", 1)]
        .iter()
        .find(|(ending, long)| rest[n_vowels..].starts_with(ending) && !opens(n_vowels + long));
    let end = n_vowels + end.map_or(0, |(_, long)| *long);
    let (vowels, ending) = (&rest[..n_vowels], &rest[n_vowels..end]);
    code.push_str(begins);
    code.push_str(match (initial, vowels, ending) {
        ("z" | "c" | "s", "i", "") => "u",
        ("y", "i", _) | ("", "yi", _) => "i",
        (_, "o", "ng") => "u",
        (_, "ia", "n") => "ie",
        ("y", "a", "n") => "e",
        ("y", "ou", "") => "u",
        ("g" | "k" | "h", "e", "") => "o",
        ("d" | "t" | "n" | "l" | "z" | "c" | "s" | "r" | "zh" | "ch", "uo", "") => "o",
        ("g" | "k", "ui", "") => "uei",
        _ => vowels,
    });
    code.push_str(ending);
    Some(&rest[end..])
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pinyin_is_written_as_wade_and_giles_do() {
        for (pinyin, old) in [
            ("zeng guofan", "tseng kuo-fan"),
            ("zhou enlai", "chou en-lai"),
            ("li hongzhang", "li hung-chang"),
            ("hong xiuquan", "hung hsiu-ch'uan"),
            ("deng xiaoping", "teng hsiao-p'ing"),
            ("zhu de", "chu teh"),
            ("kang youwei", "k'ang yu-wei"),
            ("jiang jieshi", "chiang chieh-shih"),
        ] {
            assert_eq!(wade(pinyin).as_deref(), Some(&*squeezed(old)), "{pinyin}");
        }
        assert_eq!(wade("karl marx"), None);
    }
}
