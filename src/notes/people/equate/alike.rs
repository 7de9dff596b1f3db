//! Whether two full names are one in two tongues, or those of siblings.

use crate::notes::people::folded::Names;
use crate::notes::people::lexicon::Is;
use crate::notes::people::spot::Spot;

/// Whether two full names have one surname and other given names: John Kennedy (Joseph Kennedy).
pub(super) fn are_siblings(names: &Names, one: &Spot, two: &Spot) -> bool {
    one.words >= 2
        && two.words >= 2
        && names.last(one.key) == names.last(two.key)
        && one.first.intersects(Is::GIVEN)
        && two.first.intersects(Is::GIVEN)
        && !names.can_be_same(names.first(one.key), names.first(two.key))
}

/// Whether the words of two full names begin alike: Mark Antony and Marcus Antonius, John Calvin and Jean Cauvin.
pub(super) fn are_alike(names: &Names, one: &Spot, two: &Spot) -> bool {
    let (one, two) = (names.words(one.key), names.words(two.key));
    let texts = one.iter().zip(two);
    let mut texts = texts.map(|(one, two)| (names.text(*one), names.text(*two)));
    one.len() == two.len()
        && one.len() >= 2
        && match (texts.next(), texts.next_back()) {
            // Cristoforo Colombo and Christopher Columbus; siblings have one surname.
            (Some(given), Some(surname)) => {
                let first = given.0.chars().next() == given.1.chars().next();
                (names_begin_alike(given.0, given.1) || first && surname.0 != surname.1)
                    && (names_begin_alike(surname.0, surname.1)
                        || rims_are_alike(surname.0, surname.1))
                    && texts.all(|(one, two)| names_begin_alike(one, two))
            }
            _ => false,
        }
}

/// Whether two words have their first two and their last two letters in common: Calvin and Cauvin.
fn rims_are_alike(one: &str, two: &str) -> bool {
    let last_two = one.len().checked_sub(2).and_then(|at| one.get(at..));
    one.get(..2)
        .is_some_and(|begin| two.get(..2) == Some(begin))
        && last_two.is_some_and(|end| two.ends_with(end))
}

/// Whether two words have their first three letters in common.
fn names_begin_alike(one: &str, two: &str) -> bool {
    one.get(..3)
        .is_some_and(|begin| two.get(..3) == Some(begin))
}
