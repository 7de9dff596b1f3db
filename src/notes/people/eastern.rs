//! Names of East Asia, whose family name stands first: Deng Xiaoping, Teng Hsiao-p'ing, Ahn Jung-geun.

/// The longest syllable: zhuang.
const LONGEST: usize = 6;

/// Whether a folded word is a given name of two syllables: `xiaoping`, `hsiao-p'ing`, `jung-geun`.
pub(super) fn is_given(word: &str) -> bool {
    if !word.is_ascii() || word.len() < 4 {
        return false;
    }
    let word = word.as_bytes();
    if let Some(hyphen) = word.iter().position(|letter| *letter == b'-') {
        let (one, two) = (&word[..hyphen], &word[hyphen + 1..]);
        let short = |part: &[u8]| (1..=LONGEST).contains(&part.len());
        return short(one) && short(two) && !two.contains(&b'-');
    }
    // No syllable ends with another letter.
    let may_end = matches!(
        word.last(),
        Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'v' | b'n' | b'g' | b'r')
    );
    may_end
        && word.len() <= 2 * LONGEST
        && (2..=LONGEST.min(word.len() - 2))
            .any(|at| is_syllable(&word[..at]) && is_syllable(&word[at..]))
}

/// Whether a word of two letters or more is a syllable of pinyin: how it may begin, and how it may end.
fn is_syllable(word: &[u8]) -> bool {
    if word.len() < 2 {
        return false;
    }
    let ending = match word {
        [b'z' | b'c' | b's', b'h', ending @ ..]
        | [
            b'b' | b'p' | b'm' | b'f' | b'd' | b't' | b'n' | b'l' | b'g' | b'k' | b'h' | b'j'
            | b'q' | b'x' | b'r' | b'z' | b'c' | b's' | b'y' | b'w',
            ending @ ..,
        ] => ending,
        ending => ending,
    };
    match ending {
        [b'a', rest @ ..] => matches!(rest, b"" | b"i" | b"o" | b"n" | b"ng"),
        [b'e', rest @ ..] => matches!(rest, b"" | b"i" | b"n" | b"ng" | b"r"),
        [b'o', rest @ ..] => matches!(rest, b"" | b"u" | b"ng"),
        [b'i', rest @ ..] => matches!(
            rest,
            b"" | b"a" | b"e" | b"ao" | b"u" | b"an" | b"n" | b"ang" | b"ng" | b"ong"
        ),
        [b'u', rest @ ..] => matches!(
            rest,
            b"" | b"a" | b"o" | b"ai" | b"i" | b"an" | b"n" | b"ang" | b"e" | b"ei"
        ),
        b"v" => true,
        _ => false,
    }
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
