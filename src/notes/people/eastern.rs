//! Names of East Asia, whose family name stands first: Deng Xiaoping, Teng Hsiao-p'ing, Ahn Jung-geun.

/// How a syllable of pinyin begins, longest first.
const INITIALS: [&str; 23] = [
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r",
    "z", "c", "s", "y", "w",
];

/// How it ends.
const FINALS: [&str; 34] = [
    "a", "o", "e", "i", "u", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "er", "ia",
    "ie", "iao", "iu", "ian", "in", "iang", "ing", "iong", "ua", "uo", "uai", "ui", "uan", "un",
    "uang", "ue", "uei", "v",
];

/// The longest syllable: zhuang.
const LONGEST: usize = 6;

/// Whether a folded word is a given name of two syllables: `xiaoping`, `hsiao-p'ing`, `jung-geun`.
pub(super) fn is_given(word: &str) -> bool {
    if !word.is_ascii() || word.len() < 4 {
        return false;
    }
    if let Some((one, two)) = word.split_once('-') {
        let short = |part: &str| (1..=LONGEST).contains(&part.len());
        return short(one) && short(two) && !two.contains('-');
    }
    (1..word.len()).any(|at| is_syllable(&word[..at]) && is_syllable(&word[at..]))
}

fn is_syllable(word: &str) -> bool {
    if word.len() > LONGEST {
        return false;
    }
    let ending = INITIALS
        .iter()
        .find_map(|initial| word.strip_prefix(initial));
    ending
        .filter(|ending| !ending.is_empty())
        .or((word.len() > 1).then_some(word))
        .is_some_and(|ending| FINALS.contains(&ending))
}

/// Whether a name is written as only romanised names are: `P'u-i`, `Kai-shek`, `Ch'ing`.
pub(super) fn is_romanised(name: &str) -> bool {
    let small_part = name
        .split(['-', '‐'])
        .skip(1)
        .any(|part| part.starts_with(char::is_lowercase));
    let breath = name.split(['\'', '’', 'ʻ']).collect::<Vec<_>>();
    let breathes = breath.windows(2).any(|parts| {
        parts[0].ends_with(['h', 'p', 't', 'k', 's', 'z', 'P', 'T', 'K'])
            && parts[1].len() > 1
            && parts[1].starts_with(char::is_lowercase)
    });
    small_part || breathes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_names_have_two_syllables() {
        for name in [
            "xiaoping",
            "zedong",
            "enlai",
            "qichao",
            "en-lai",
            "jung-geun",
        ] {
            assert!(is_given(name), "{name}");
        }
        for name in [
            "victory",
            "europe",
            "dynasty",
            "qing",
            "anti-american",
            "march",
        ] {
            assert!(!is_given(name), "{name}");
        }
    }

    #[test]
    fn breaths_and_small_syllables_are_romanised() {
        for name in ["P'u-i", "Ch’ing", "Chiang Kai-shek"] {
            assert!(is_romanised(name), "{name}");
        }
        for name in ["O'Neill", "D'Alembert", "Jean-Paul", "Charles' son"] {
            assert!(!is_romanised(name), "{name}");
        }
    }
}
