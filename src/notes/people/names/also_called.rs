//! What history calls people besides their names, which everybody knows and no note explains: Octavian, Koba, the Sun King.

use std::hash::Hasher;
use std::sync::LazyLock;

use rustc_hash::FxHasher;
use smallvec::SmallVec;

use crate::notes::word_key::key;

/// One person a line: names that are spelt as names are, and behind a bar what else they are called.
const LIST: &str = include_str!("../lists/also_called.txt");

/// A person of the list, by number.
pub(in crate::notes::people) type Famous = u16;

/// Those whom a name may mean.
pub(in crate::notes::people) type Bearers = SmallVec<[Famous; 4]>;

/// A name or an epithet of the list.
#[derive(Debug, Clone, Copy)]
struct Called {
    /// Where it begins in the list.
    start: u32,
    length: u8,
    /// It stands behind the bar.
    epithet: bool,
    bearer: Famous,
}

impl Called {
    fn text(self) -> &'static str {
        &LIST[self.start as usize..][..usize::from(self.length)]
    }
}

/// The list, to be asked.
struct AlsoCalled {
    /// All names and epithets, in order.
    all: Vec<Called>,
    /// One more than the place of each by its letters; 0 where nothing is. Half of them are free, at least.
    slots: Vec<u16>,
    /// Where those of each person begin, and where all end.
    people: Vec<u16>,
    /// A bit for each word that names are told by.
    told_by: Vec<u64>,
}

/// As [`LIST`], to be asked for a name.
static ALSO_CALLED: LazyLock<AlsoCalled> = LazyLock::new(AlsoCalled::read);

impl AlsoCalled {
    fn read() -> Self {
        let mut all: Vec<Called> = Vec::new();
        let mut people = Vec::new();
        let mut start = 0;
        for line in LIST.split_inclusive('\n') {
            if !line.starts_with('#') {
                let bearer = people.len() as Famous;
                people.push(all.len() as u16);
                let mut from = start;
                let mut epithet = false;
                for part in line.trim_end().split(" | ") {
                    for name in part.split("; ") {
                        all.push(Called {
                            start: from as u32,
                            length: name.len() as u8,
                            epithet,
                            bearer,
                        });
                        from += name.len() + "; ".len();
                    }
                    from += " | ".len() - "; ".len();
                    epithet = true;
                }
            }
            start += line.len();
        }
        people.push(all.len() as u16);
        let mut slots = vec![0; (2 * all.len()).next_power_of_two()];
        for (place, called) in (1..).zip(&all) {
            let mut slot = place_of(called.text(), slots.len());
            while slots[slot] != 0 {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = place;
        }
        let told_by = told_by(&all);
        Self {
            all,
            slots,
            people,
            told_by,
        }
    }

    /// All who are called by a name or an epithet, and where it stands in the list.
    fn find<'a>(&'a self, name: &'a str) -> impl Iterator<Item = Called> + 'a {
        let mut slot = place_of(name, self.slots.len());
        std::iter::from_fn(move || {
            let place = self.slots[slot].checked_sub(1)?;
            slot = (slot + 1) & (self.slots.len() - 1);
            Some(self.all[usize::from(place)])
        })
        .filter(|called| letters(called.text()).eq(letters(name)))
    }

    /// What a person is called.
    fn of(&self, famous: Famous) -> &[Called] {
        let famous = usize::from(famous);
        &self.all[usize::from(self.people[famous])..usize::from(self.people[famous + 1])]
    }
}

/// The letters that tell names apart: Ala-ud-Din is Ala ud Din, and K'ung Kung.
fn letters(name: &str) -> impl Iterator<Item = u8> {
    name.bytes()
        .filter(|byte| !matches!(byte, b' ' | b'-' | b'\''))
}

/// The first slot of so many in which a name may stand.
fn place_of(name: &str, n_slots: usize) -> usize {
    let mut hasher = FxHasher::default();
    for letter in letters(name) {
        hasher.write_u8(letter);
    }
    hasher.finish() as usize & (n_slots - 1)
}

/// Bits for the words that names are told by, a power of two.
const N_BITS: usize = 1 << 18;

/// The bits of the words that names are told by: the last one, and the one before a numeral, "of" or "the".
fn told_by(all: &[Called]) -> Vec<u64> {
    let mut bits = vec![0; N_BITS / 64];
    for called in all.iter().filter(|called| !called.epithet) {
        let mut before = "";
        let mut last = "";
        for word in called.text().split(' ') {
            if is_tail(word) && !is_tail(before) {
                add_bit(&mut bits, before);
            }
            before = word;
            last = word;
        }
        add_bit(&mut bits, last);
    }
    bits
}

/// Whether a word opens what stands behind a name: a numeral, "of", "the".
fn is_tail(word: &str) -> bool {
    matches!(word, "of" | "the") || word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
}

fn add_bit(bits: &mut [u64], word: &str) {
    let bit = bit_of(word);
    bits[bit / 64] |= 1 << (bit % 64);
}

/// The bit of a folded word; 0 for one that has no key.
fn bit_of(word: &str) -> usize {
    let key = key(word.as_bytes());
    let mixed = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 32) as usize & (N_BITS - 1)
}

/// Whether there may be a name with this last word before any numeral: a quick no for most names.
pub(in crate::notes::people) fn may_be_famous(last: &str) -> bool {
    let bit = bit_of(last);
    ALSO_CALLED.told_by[bit / 64] & 1 << (bit % 64) != 0
}

/// Those whom a name, folded and with its numeral or title, may mean.
pub(in crate::notes::people) fn famous(name: &str) -> Bearers {
    let mut bearers = Bearers::new();
    for called in ALSO_CALLED.find(name).filter(|called| !called.epithet) {
        // Louis-Napoleon is Louis Napoleon.
        if !bearers.contains(&called.bearer) {
            bearers.push(called.bearer);
        }
    }
    bearers
}

/// What else one of them is called, folded.
pub(in crate::notes::people) fn epithets(famous: Famous) -> impl Iterator<Item = &'static str> {
    let all = ALSO_CALLED.of(famous).iter();
    all.filter(|called| called.epithet)
        .map(|called| called.text())
}

/// The names of those whom a folded name or epithet may mean, one person after the other.
pub(in crate::notes::people) fn names_of(
    called: &str,
) -> impl Iterator<Item = &'static str> + use<> {
    let bearers: Bearers = ALSO_CALLED
        .find(called)
        .map(|called| called.bearer)
        .collect();
    bearers.into_iter().flat_map(|bearer| {
        let all = ALSO_CALLED.of(bearer).iter();
        all.filter(|called| !called.epithet)
            .map(|called| called.text())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::people::lexicon::fold;

    #[test]
    fn lines_are_sorted_and_say_something_and_names_are_folded() {
        let lines: Vec<&str> = LIST.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() < usize::from(Famous::MAX));
        for pair in lines.windows(2) {
            assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
        }
        let mut n_names = 0;
        for line in lines {
            let names: Vec<&str> = line
                .split(" | ")
                .flat_map(|part| part.split("; "))
                .collect();
            assert!(names.len() > 1, "{line}");
            n_names += names.len();
            for name in names {
                let mut folded = String::new();
                fold(name, &mut folded);
                let is_one = name == folded && name.trim() == name && name.is_ascii();
                assert!(is_one && name.len() < 128, "{name:?} in {line}");
            }
        }
        assert!(n_names < usize::from(u16::MAX));
        assert_eq!(n_names, ALSO_CALLED.all.len());
    }

    #[test]
    fn a_name_means_one_or_several_and_their_epithets_are_known() {
        let [koba] = famous("koba")[..] else {
            panic!("one is called so");
        };
        assert_eq!(famous("joseph stalin")[..], [koba]);
        assert!(epithets(koba).any(|epithet| epithet == "man of steel"));
        assert!(names_of("man of steel").any(|name| name == "koba"));
        assert!(famous("duke of york").len() > 1);
        assert!(names_of("nobody at all").next().is_none());
    }

    #[test]
    fn names_are_told_by_the_word_before_what_stands_behind_it() {
        for word in [
            "koba",
            "napoleon",
            "frederick",
            "wellington",
            "emmanuel",
            "joan",
            "arc",
        ] {
            assert!(may_be_famous(word), "{word}");
        }
        let told = [
            "the",
            "of",
            "helmsman",
            "blockade",
            "quartermaster",
            "wheelbarrow",
        ];
        assert!(told.iter().filter(|word| may_be_famous(word)).count() < 3);
    }

    #[test]
    fn hyphens_blanks_and_apostrophes_tell_no_names_apart() {
        assert_eq!(famous("sun yatsen"), famous("sun yat-sen"));
        assert_eq!(famous("lao tzu"), famous("laotzu"));
        assert!(!famous("laotzu").is_empty());
    }
}
