//! Known people with a long name, who are known with a slip in it too.

use super::{heard, sound_alike};
use crate::notes::people::lexicon::{self, KNOWN};
use crate::notes::word_key::WordTable;

/// Letters of a name that is still known with one of them wrong.
const LONG: usize = 8;

/// Known people with a long name, and one more than that, at most.
const N_KNOWN: usize = 4000;

/// Known people with a long name, by what is heard of it.
struct BySound {
    /// The number of the last name for each [number of a sound](number_of_sound).
    last: WordTable<u16, 8192, N_KNOWN>,
    /// All of them from number 1 on, each with the number of the one before that sounds alike; 0 for none.
    names: [(&'static str, u16); N_KNOWN],
}

static BY_SOUND: BySound = BySound::read();

impl BySound {
    /// Reads the names of who is known and nothing else.
    const fn read() -> Self {
        let mut by_sound = Self {
            last: WordTable::empty(0),
            names: [("", 0); N_KNOWN],
        };
        let (mut list, mut n_names) = (0, 1);
        while list < KNOWN.len() {
            let mut at = 0;
            while let Some((name, next)) = lexicon::next_word(KNOWN[list], at) {
                if name.len() >= LONG && lexicon::is_mere_name(name) {
                    let sound = number_of_sound(name);
                    by_sound.names[n_names] = (name, by_sound.last.get(sound));
                    by_sound.last.put_key(sound, n_names as u16);
                    n_names += 1;
                }
                at = next;
            }
            list += 1;
        }
        by_sound
    }
}

/// Whether a folded word, of no list, can only be a known person's name with a slip in it: Heradotus.
pub(in crate::notes::people) fn is_known_misspelt(word: &str) -> bool {
    if word.len() + 1 < LONG {
        return false;
    }
    let mut next = BY_SOUND.last.get(number_of_sound(word));
    while next != 0 {
        let (name, before) = BY_SOUND.names[usize::from(next)];
        if name.len().abs_diff(word.len()) <= 1
            && name.as_bytes()[0] == word.as_bytes()[0]
            && sound_alike(word, name)
            && rapidfuzz::distance::osa::distance(word.chars(), name.chars()) == 1
        {
            return true;
        }
        next = before;
    }
    false
}

/// A number for what is heard of a name, its first letter whatever it is. Names that sound otherwise may have the same one, but
/// hardly ever do.
const fn number_of_sound(name: &str) -> u128 {
    let letters = name.as_bytes();
    let mut number = letters[0] as u64;
    let (mut last, mut at) = (0, 0);
    while at < letters.len() {
        if let Some(heard) = heard(letters[at], &mut last) {
            number = number.wrapping_mul(31).wrapping_add(heard as u64);
        }
        at += 1;
    }
    number as u128
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_long_known_name_is_seen() {
        for slip in [
            "heradotus",
            "thycydides",
            "machiaveli",
            "robespiere",
            "voltair",
        ] {
            assert!(is_known_misspelt(slip), "{slip}");
        }
        for other in [
            "stalinist",
            "hannibals",
            "augusta",
            "hamiltonian",
            "marxian",
        ] {
            assert!(!is_known_misspelt(other), "{other}");
        }
    }
}
