//! Words as they are compared: lower case, without accents and punctuation.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `text` in lower case, accents and apostrophes gone, all else that is no letter or digit one space.
///
/// ```
/// # use clio::library::folded;
/// assert_eq!(folded("  Détente – Castro's  "), "detente castros");
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    fold_into(text, &mut words);
    words
}

/// Adds [`folded`] `text` to `words`.
pub(super) fn fold_into(text: &str, words: &mut String) {
    let from = words.len();
    if text.is_ascii() {
        return fold_ascii_into(text, words);
    }
    let mut gap = false;
    let mut take = |letter: char| {
        if letter.is_alphanumeric() {
            if gap && words.len() > from {
                words.push(' ');
            }
            gap = false;
            match letter.is_ascii() {
                true => words.push(letter.to_ascii_lowercase()),
                false => words.extend(letter.to_lowercase()),
            }
        } else if !matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`') {
            gap = true;
        }
    };
    text.nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .for_each(|letter| match unstroked(letter) {
            Some(plain) => plain.chars().for_each(&mut take),
            None => take(letter),
        });
}

/// The same for a text of ASCII, run by run of letters and digits.
fn fold_ascii_into(text: &str, words: &mut String) {
    let from = words.len();
    let mut gap = false;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric());
        let (run, behind) = rest.split_at(end.unwrap_or(rest.len()));
        if !run.is_empty() {
            if gap && words.len() > from {
                words.push(' ');
            }
            gap = false;
            words.push_str(run);
        }
        if let Some(mark) = behind.bytes().next() {
            gap |= !matches!(mark, b'\'' | b'`');
        }
        rest = behind.get(1..).unwrap_or_default();
    }
    words[from..].make_ascii_lowercase();
}

/// Letters that have no decomposition but are typed without their stroke.
fn unstroked(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ß' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ı' => "i",
        _ => return None,
    })
}

/// Words that say nothing by themselves.
const EMPTY_WORDS: &[&str] = &[
    "a", "an", "and", "as", "at", "by", "did", "do", "does", "for", "from", "how", "in", "into",
    "is", "it", "its", "of", "on", "or", "that", "the", "their", "this", "to", "was", "were",
    "what", "when", "which", "who", "why", "with",
];

/// The most letters that one of [`EMPTY_WORDS`] has.
const LONGEST_EMPTY: usize = 5;

/// Whether at least `n` words of a folded text say something; where none does, whether it has as many words.
pub(super) fn tells(folded: &str, n: usize) -> bool {
    let words = || folded.split(' ').filter(|word| !word.is_empty());
    match words().filter(|word| is_telling(word)).take(n).count() {
        0 => words().take(n).count() == n,
        n_telling => n_telling == n,
    }
}

fn is_telling(word: &str) -> bool {
    word.len() > LONGEST_EMPTY || EMPTY_WORDS.binary_search(&word).is_err()
}

/// The words of a folded text that say something; all of them where none does.
pub(crate) fn content_words(folded: &str) -> Vec<&str> {
    let words = || folded.split(' ').filter(|word| !word.is_empty());
    let telling: Vec<&str> = words().filter(|word| is_telling(word)).collect();
    if telling.is_empty() {
        words().collect()
    } else {
        telling
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_accents_and_punctuation() {
        for (text, words) in [
            (
                "The October (Missile) Crisis:",
                "the october missile crisis",
            ),
            ("Castro’s", "castros"),
            ("Lech Wałęsa", "lech walesa"),
            ("détente—now", "detente now"),
            ("ﬁn", "fin"),
            ("  ", ""),
            ("Straße", "strasse"),
        ] {
            assert_eq!(folded(text), words);
        }
    }

    #[test]
    fn empty_words_are_left_out_unless_there_is_nothing_else() {
        assert!(EMPTY_WORDS.is_sorted());
        assert_eq!(content_words("the bay of pigs"), ["bay", "pigs"]);
        assert_eq!(content_words("to the"), ["to", "the"]);
        assert!(EMPTY_WORDS.iter().all(|word| word.len() <= LONGEST_EMPTY));
        assert!(tells("the bay of pigs", 2) && !tells("the bay of pigs", 3));
        assert!(tells("to the", 2) && !tells("to the", 3));
        assert!(content_words("").is_empty());
    }
}
