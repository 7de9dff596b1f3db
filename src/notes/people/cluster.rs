//! One person of a note, while the spellings of the name are put together.

use super::folded::{Folded, Names};
use super::lexicon::{Cue, Is};
use super::names;
use super::spot::{Gender, Spot};

/// No spelling follows in a list of spellings.
pub(super) const END: u32 = u32::MAX;

/// One person of the note.
#[derive(Debug, Clone, Default)]
pub(super) struct Cluster {
    /// The fullest name so far.
    pub(super) key: Folded,
    /// Its numeral or epithet.
    pub(super) tail: Folded,
    /// The first and the last of the spellings that are theirs: a list through `Form::next`.
    pub(super) forms: Option<(u32, u32)>,
    /// How many spots name them.
    pub(super) n_spots: usize,
    /// The first of these.
    pub(super) earliest: usize,
    /// The first spot of the spelling that was found first.
    pub(super) first: usize,
    /// Named in a heading.
    pub(super) headed: bool,
    /// Called Lady or Mrs.
    pub(super) wife: bool,
    /// What "he" or "she" says.
    pub(super) gender: Gender,
    /// The note's title, where it is this person's name.
    pub(super) title: Option<String>,
}

impl Cluster {
    /// A person of this name whom no spot names yet.
    pub(super) fn of(key: Folded, tail: Folded) -> Self {
        Self {
            key,
            tail,
            earliest: usize::MAX,
            ..Self::default()
        }
    }

    /// A person whom only the note's title names.
    pub(super) fn titled(names: &Names, spot: &Spot) -> Self {
        Self {
            gender: gender(names, spot),
            ..Self::of(spot.key, spot.tail)
        }
    }

    /// Whether a full name is another form of this person's: the same surname, and given names that can be the same.
    pub(super) fn is_same(&self, names: &Names, key: Folded, tail: Folded) -> bool {
        // Victor Emmanuel is Victor Emmanuel II.
        if self.key == key && tail.is_none() && !names.is_one(key) {
            return true;
        }
        if self.tail != tail && !is_part(names, self.tail, tail) && !is_part(names, tail, self.tail)
        {
            return false;
        }
        if self.key == key {
            return true;
        }
        let (own, other) = (names.words(self.key), names.words(key));
        let (Some(own_last), Some(last)) = (own.last(), other.last()) else {
            return false;
        };
        // Henri of Navarre is Henry of Navarre.
        if own.len() == 1 && other.len() == 1 && !tail.is_none() && self.tail == tail {
            return names.are_same(*own_last, *last);
        }
        if own.len() < 2 || other.len() < 2 {
            return false;
        }
        if !names.are_same(*own_last, *last) {
            return is_without_family(names, own, other) || is_without_family(names, other, own);
        }
        let (long, short) = if own.len() >= other.len() {
            (own, other)
        } else {
            (other, own)
        };
        // "Gaius Julius Caesar" and "Julius Caesar"; middle names do not contradict each other.
        let fit = long.ends_with(short)
            || names.can_be_same(long[0], short[0]) && {
                let (long, short) = (&long[1..long.len() - 1], &short[1..short.len() - 1]);
                short
                    .iter()
                    .all(|name| long.iter().any(|other| names.can_be_same(*name, *other)))
            };
        fit && !names::are_apart(names.text(self.key), names.text(key))
    }
}

/// Whether a name of three words is one of two and another behind a ruler's title: Nadir Shah Afshar.
fn is_without_family(names: &Names, long: &[Folded], short: &[Folded]) -> bool {
    let ([given, title, _], [own, last]) = (long, short) else {
        return false;
    };
    title == last && names.known(*title).is.contains(Is::TITLE) && names.are_same(*given, *own)
}

/// Whether `long` begins with the words of `short`.
fn is_part(names: &Names, long: Folded, short: Folded) -> bool {
    !short.is_none()
        && names
            .text(long)
            .strip_prefix(names.text(short))
            .is_some_and(|rest| rest.starts_with(' '))
}

/// What a spot says of its bearer's gender.
pub(super) fn gender(names: &Names, spot: &Spot) -> Gender {
    let titled = title_gender(names, spot.title_word);
    if titled != Gender::Unknown {
        return titled;
    }
    match (spot.first.contains(Is::HE), spot.first.contains(Is::SHE)) {
        (true, false) => Gender::He,
        (false, true) => Gender::She,
        _ => Gender::Unknown,
    }
}

/// What a title says of its bearer's gender.
pub(super) fn title_gender(names: &Names, title: Folded) -> Gender {
    let cue = names.known(title).cue;
    if cue.contains(Cue::MAN) {
        Gender::He
    } else if cue.contains(Cue::WOMAN) {
        Gender::She
    } else {
        Gender::Unknown
    }
}
