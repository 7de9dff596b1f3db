//! Misspellings: which letters a slip of the pen changes, and which make another name.

mod known;

pub(super) use known::is_known_misspelt;

/// Whether two folded words differ in nothing but how an umlaut is written: Röntgen and Roentgen.
pub(super) fn is_umlaut(left: &str, right: &str) -> bool {
    let (long, short) = if left.len() > right.len() {
        (left, right)
    } else {
        (right, left)
    };
    // One or two vowels have an "e" of their own.
    if !(1..=2).contains(&(long.len() - short.len())) {
        return false;
    }
    let mut rest = short.bytes().peekable();
    let mut before = 0;
    for byte in long.bytes() {
        if rest.peek() == Some(&byte) {
            rest.next();
        } else if byte != b'e' || !matches!(before, b'a' | b'o' | b'u') {
            return false;
        }
        before = byte;
    }
    rest.peek().is_none()
}

/// Whether two folded words differ in nothing but apostrophes and hyphens: al-Mamun and al-Ma'mun.
pub(super) fn is_marked(left: &str, right: &str) -> bool {
    let mark = |letter: &u8| !matches!(letter, b'\'' | b'-');
    left != right && left.bytes().filter(mark).eq(right.bytes().filter(mark))
}

/// Whether two folded words differ in nothing but whether letters are double: Emmanuel and Emanuel.
pub(super) fn is_doubled(left: &str, right: &str) -> bool {
    let single = |word: &str| {
        let mut letters = word.as_bytes().to_vec();
        letters.dedup();
        letters
    };
    left != right && left.len().min(right.len()) > 4 && single(left) == single(right)
}

/// Whether `slip` is `right` misspelt: one slip in words of five letters and more, two from eight on.
pub(super) fn is_misspelt(slip: &str, right: &str) -> bool {
    let (shorter, longer) = if slip.len() < right.len() {
        (slip, right)
    } else {
        (right, slip)
    };
    let allowed = match shorter.len() {
        0..=4 => return false,
        5..=7 => 1,
        _ => 2,
    };
    // A plural or a possessive is no slip, and the first letter is rarely one.
    if longer.len() - shorter.len() > allowed
        || slip.as_bytes()[0] != right.as_bytes()[0]
        || longer.strip_suffix('s') == Some(shorter)
    {
        return false;
    }
    if slip.len() > 5 && is_jumbled(slip, right) {
        return true;
    }
    let distance = rapidfuzz::distance::osa::distance(slip.chars(), right.chars());
    // One wrong letter of many is a slip, whatever it is.
    distance <= allowed && (distance < allowed || !has_other_consonants(slip, right))
}

/// Whether two words have the same letters in another order: Ptlomey and Ptolemy.
fn is_jumbled(left: &str, right: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters = word.as_bytes().to_vec();
        letters.sort_unstable();
        letters
    };
    left.len() == right.len() && sorted(left) == sorted(right)
}

/// Whether two folded words sound alike: they have the same consonants (Stallin and Stalin).
pub(super) fn sound_alike(left: &str, right: &str) -> bool {
    consonants(left).eq(consonants(right))
}

/// Whether two folded words may be one name, of another script, in two spellings: they have the same consonants, of which `k` and
/// `g` are one, and end alike. Kitbuqa and Ketbugha, Toqtamish and Tokhtamysh.
pub(super) fn is_respelt(left: &str, right: &str) -> bool {
    let hard = |letter: u8| if letter == b'k' { b'g' } else { letter };
    let ends = |word: &str| {
        let last = word.bytes().next_back().unwrap_or_default();
        if matches!(last, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') {
            b'a'
        } else {
            sound(last)
        }
    };
    left != right
        && left.len().min(right.len()) >= 4
        && ends(left) == ends(right)
        && consonants(left).map(hard).eq(consonants(right).map(hard))
        && consonants(left).nth(1).is_some()
}

/// Whether one consonant stands for another: Magnentius is not Maxentius, however near it is.
fn has_other_consonants(left: &str, right: &str) -> bool {
    if left.len() == right.len() {
        return has_other_letters(left.as_bytes(), right.as_bytes());
    }
    if consonants(left).count() != consonants(right).count() {
        return false;
    }
    let mut different = consonants(left)
        .zip(consonants(right))
        .filter(|(left, right)| left != right);
    let (Some(first), second) = (different.next(), different.next()) else {
        return false;
    };
    // Two that changed places.
    second != Some((first.1, first.0))
}

/// As [`has_other_consonants`], letter by letter: Orhan is not Orban.
fn has_other_letters(left: &[u8], right: &[u8]) -> bool {
    let mut different = left.iter().zip(right).filter(|(left, right)| left != right);
    let all: Vec<(u8, u8)> = different
        .by_ref()
        .take(4)
        .map(|(left, right)| (*left, *right))
        .collect();
    // Two that changed places.
    if let [one, two] = all.as_slice()
        && *one == (two.1, two.0)
    {
        return false;
    }
    let vowel = |letter: u8| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let alike = |(left, right): &(u8, u8)| {
        // Brawning, of Brauning.
        matches!((left, right), (b'u', b'w') | (b'w', b'u'))
            || vowel(*left) && vowel(*right)
            || !vowel(*left) && !vowel(*right) && sound(*left) == sound(*right)
    };
    !all.iter().all(alike)
}

/// The letter that stands for all of one sound.
const fn sound(letter: u8) -> u8 {
    match letter {
        b'c' | b'q' => b'k',
        b'z' => b's',
        b'w' | b'f' => b'v',
        b't' => b'd',
        b'p' => b'b',
        b'j' => b'g',
        b'm' => b'n',
        other => other,
    }
}

/// The consonants of a folded word by their sound, doubles once, without the ones that are not heard.
fn consonants(word: &str) -> impl Iterator<Item = u8> {
    let mut last = 0;
    word.bytes()
        .filter_map(move |letter| heard(letter, &mut last))
}

/// What is heard of a letter after `last`, the consonant right before it or 0.
const fn heard(letter: u8, last: &mut u8) -> Option<u8> {
    let before = *last;
    match letter {
        b'a' | b'e' | b'i' | b'o' | b'u' | b'y' => {
            *last = 0;
            None
        }
        b'h' | b'\'' => None,
        other => {
            *last = sound(other);
            if *last == before { None } else { Some(*last) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_change_vowels_and_doubles() {
        for (slip, right) in [
            ("stallin", "stalin"),
            ("ludenforff", "ludendorff"),
            ("bismark", "bismarck"),
            ("ceasar", "caesar"),
            ("robespeirre", "robespierre"),
            ("mussollini", "mussolini"),
            ("ptlomey", "ptolemy"),
        ] {
            assert!(is_misspelt(slip, right), "{slip} {right}");
        }
    }

    #[test]
    fn other_consonants_make_other_names() {
        for (one, other) in [
            ("theodosius", "theodorus"),
            ("valerian", "valerius"),
            ("hamilcar", "hannibal"),
            ("castlereagh", "castlemaine"),
            ("marcellus", "marcianus"),
        ] {
            assert!(!is_misspelt(one, other), "{one} {other}");
        }
    }
}
