//! What history calls people besides their names, which everybody knows and no note explains: Octavian, Koba, the Sun King.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// One person a line: names that are spelt as names are, and behind a bar what else they are called.
pub(super) const LIST: &str = include_str!("../lists/also_called.txt");

/// A person of the list, by number.
pub(in crate::notes::people) type Famous = u16;

/// Those whom names mean.
type Bearers = FxHashMap<&'static str, SmallVec<[Famous; 2]>>;

/// The list, to be asked.
#[derive(Default)]
struct AlsoCalled {
    /// Whom each name may mean.
    bearers: Bearers,
    /// Whom each epithet may mean.
    so_called: Bearers,
    /// The names of each of them.
    names: Vec<Vec<&'static str>>,
    /// What else each of them is called.
    epithets: Vec<Vec<&'static str>>,
}

/// As [`LIST`], to be asked for a name.
static ALSO_CALLED: LazyLock<AlsoCalled> = LazyLock::new(AlsoCalled::read);

impl AlsoCalled {
    fn read() -> Self {
        let lines = LIST.lines().filter(|line| !line.starts_with('#'));
        let mut also = Self::default();
        for (number, line) in (0..).zip(lines) {
            let (names, epithets) = line.split_once(" | ").unwrap_or((line, ""));
            let names: Vec<_> = names.split("; ").collect();
            let epithets: Vec<_> = epithets.split("; ").filter(|it| !it.is_empty()).collect();
            for name in &names {
                also.bearers.entry(name).or_default().push(number);
            }
            for epithet in &epithets {
                also.so_called.entry(epithet).or_default().push(number);
            }
            also.names.push(names);
            also.epithets.push(epithets);
        }
        also
    }
}

/// Those whom a name, folded and with its numeral or title, may mean.
pub(in crate::notes::people) fn famous(name: &str) -> &'static [Famous] {
    ALSO_CALLED.bearers.get(name).map_or(&[], |all| all)
}

/// What else one of them is called, folded.
pub(in crate::notes::people) fn epithets(famous: Famous) -> &'static [&'static str] {
    &ALSO_CALLED.epithets[usize::from(famous)]
}

/// The names of those whom a folded name or epithet may mean, one person after the other.
pub(in crate::notes::people) fn names_of(
    called: &str,
) -> impl Iterator<Item = &'static str> + use<> {
    let AlsoCalled {
        bearers,
        so_called,
        names,
        ..
    } = &*ALSO_CALLED;
    let bearers = [bearers.get(called), so_called.get(called)];
    let bearers = bearers.into_iter().flatten().flatten();
    bearers
        .flat_map(|bearer| &names[usize::from(*bearer)])
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::people::lexicon::fold;

    #[test]
    fn lines_are_sorted_and_say_something_and_names_are_folded() {
        let lines: Vec<&str> = LIST.lines().filter(|line| !line.starts_with('#')).collect();
        for pair in lines.windows(2) {
            assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
        }
        for line in lines {
            let names: Vec<&str> = line
                .split(" | ")
                .flat_map(|part| part.split("; "))
                .collect();
            assert!(names.len() > 1, "{line}");
            for name in names {
                let mut folded = String::new();
                fold(name, &mut folded);
                assert!(name == folded && name.trim() == name, "{name:?} in {line}");
            }
        }
    }

    #[test]
    fn a_name_means_one_or_several_and_their_epithets_are_known() {
        let [koba] = famous("koba") else {
            panic!("one is called so");
        };
        assert_eq!(famous("joseph stalin"), [*koba]);
        assert!(epithets(*koba).contains(&"man of steel"));
        assert!(names_of("man of steel").any(|name| name == "koba"));
        assert!(famous("duke of york").len() > 1);
        assert!(names_of("nobody at all").next().is_none());
    }
}
