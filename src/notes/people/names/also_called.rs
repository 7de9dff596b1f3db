//! What history calls people besides their names, which everybody knows and no note explains: Octavian, Koba, the Sun King.

mod told_by;

use std::hash::Hasher;
use std::sync::LazyLock;

use memchr::{memchr_iter, memchr2_iter};
use rustc_hash::FxHasher;
use smallvec::SmallVec;

use told_by::ToldBy;

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
    /// The words that names are told by.
    told_by: ToldBy,
}

/// As [`LIST`], to be asked for a name.
static ALSO_CALLED: LazyLock<AlsoCalled> = LazyLock::new(AlsoCalled::read);

impl AlsoCalled {
    /// Reads the list in one pass over its bytes: it is long, and read when the program starts.
    fn read() -> Self {
        let list = LIST.as_bytes();
        let mut also = Self {
            all: Vec::with_capacity(list.len() / MEAN),
            slots: Vec::new(),
            people: Vec::with_capacity(list.len() / MEAN / 4),
            told_by: ToldBy::nothing(),
        };
        let mut start = 0;
        for end in memchr_iter(b'\n', list) {
            if list[start] != b'#' {
                also.add_line(start, &list[start..end]);
            }
            start = end + 1;
        }
        also.people.push(also.all.len() as u16);
        also.fill_slots();
        also
    }

    /// Adds a person, whose line begins at `start` of the list.
    fn add_line(&mut self, start: usize, line: &[u8]) {
        let bearer = self.people.len() as Famous;
        self.people.push(self.all.len() as u16);
        let (mut from, mut epithet) = (0, false);
        for mark in memchr2_iter(b';', b'|', line).chain([line.len()]) {
            // A bar has a blank before it.
            let bar = line.get(mark) == Some(&b'|');
            let to = mark - usize::from(bar);
            self.all.push(Called {
                start: (start + from) as u32,
                length: (to - from) as u8,
                epithet,
                bearer,
            });
            if !epithet {
                self.told_by.add(&line[from..to]);
            }
            epithet |= bar;
            from = mark + 2;
        }
    }

    fn fill_slots(&mut self) {
        self.slots = vec![0; (2 * self.all.len()).next_power_of_two()];
        for (place, called) in (1..).zip(&self.all) {
            let mut slot = place_of(called.text(), self.slots.len());
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (self.slots.len() - 1);
            }
            self.slots[slot] = place;
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

/// Bytes of a name and what parts it from the next, at least, for most.
const MEAN: usize = 15;

/// Whether there may be a name with this last word before any numeral: a quick no for most names.
pub(in crate::notes::people) fn may_be_famous(last: &str) -> bool {
    ALSO_CALLED.told_by.may_have(last.as_bytes())
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
