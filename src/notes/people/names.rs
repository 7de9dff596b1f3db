//! Names that mean the same name: short forms, spellings of other scripts, well-known initials, slips of the pen.

mod also_called;
mod namesakes;
mod nicknames;
mod praenomina;

pub(super) use also_called::{Bearers, Famous, epithets, famous, may_be_famous, names_of};
pub(super) use namesakes::{is_famous_by, is_meant, is_namesake, means_another};
pub(super) use nicknames::nickname;
pub(super) use praenomina::praenomen;

use super::lexicon;
use crate::notes::word_key::{WordTable, key_between};

/// Words that may stand for others, and one more than that, at most.
const N_SAME: usize = 1000;

/// Groups that one word stands in, at most.
const N_GROUPS: usize = 3;

/// The groups of names that mean the same name.
pub(super) struct Same {
    /// The words that may stand for others, from number 1 on.
    pub(super) words: [&'static str; N_SAME],
    pub(super) n_words: usize,
    /// The groups that each of them stands in, and how many there are.
    groups: [([u16; N_GROUPS], usize); N_SAME],
    /// The first name of each group.
    first: [&'static str; N_SAME],
}

pub(super) static SAME: Same = Same::read();

impl Same {
    const fn read() -> Self {
        let list = include_str!("lists/same_names.txt");
        let mut same = Self {
            words: [""; N_SAME],
            n_words: 1,
            groups: [([0; N_GROUPS], 0); N_SAME],
            first: [""; N_SAME],
        };
        let mut numbers = WordTable::<u16, 2048, N_SAME>::empty(0);
        let (mut group, mut opens, mut at) = (0_u16, true, 0);
        while let Some((word, next)) = lexicon::next_word(list, at) {
            let key = key_between(word.as_bytes(), 0, word.len());
            let mut number = numbers.get(key);
            if number == 0 {
                number = same.n_words as u16;
                numbers.put_key(key, number);
                same.words[same.n_words] = word;
                same.n_words += 1;
            }
            let (groups, n_groups) = &mut same.groups[number as usize];
            groups[*n_groups] = group;
            *n_groups += 1;
            if opens {
                same.first[group as usize] = word;
            }
            opens = next < list.len() && list.as_bytes()[next] == b'\n';
            group += opens as u16;
            at = next;
        }
        same
    }
}

/// The groups of spellings of word number `same` (see [`lexicon::Word`]).
pub(super) fn groups(same: u16) -> &'static [u16] {
    let (groups, n_groups) = &SAME.groups[usize::from(same)];
    &groups[..*n_groups]
}

/// Whether two words stand in a group together.
pub(super) fn share_a_group(left: u16, right: u16) -> bool {
    left != 0 && right != 0 && {
        let of_right = groups(right);
        groups(left).iter().any(|group| of_right.contains(group))
    }
}

/// Whether two folded words may be the same name.
pub(super) fn are_same(left: &str, right: &str) -> bool {
    left == right || share_a_group(lexicon::know(left).same, lexicon::know(right).same)
}

/// People whom two to four letters name, and their names.
const INITIALS: &[(&str, &str)] = &[
    ("jfk", "john f kennedy"),
    ("rfk", "robert f kennedy"),
    ("fdr", "franklin d roosevelt"),
    ("lbj", "lyndon b johnson"),
    ("tr", "theodore roosevelt"),
    ("wsc", "winston churchill"),
    ("mlk", "martin luther king"),
    ("hst", "harry s truman"),
    ("gbs", "george b shaw"),
    ("jsm", "john s mill"),
    ("dde", "dwight d eisenhower"),
    ("weg", "william gladstone"),
    ("gom", "william gladstone"),
];

/// The folded name that well-known initials stand for.
pub(super) fn well_known_initials(folded: &str) -> Option<&'static str> {
    INITIALS
        .iter()
        .find(|(initials, _)| *initials == folded)
        .map(|(_, name)| *name)
}

/// Whether the bearer of a title goes by a given name alone: Shah Jahan, Queen Anne.
pub(super) fn reigns(title: &str) -> bool {
    matches!(
        title,
        "shah"
            | "sultan"
            | "king"
            | "queen"
            | "emperor"
            | "empress"
            | "pope"
            | "tsar"
            | "tsarina"
            | "saint"
            | "st"
    )
}

/// Whether everybody knows an emperor by this given name alone.
pub(super) fn is_emperor(folded: &str) -> bool {
    matches!(
        folded,
        "augustus"
            | "tiberius"
            | "claudius"
            | "nero"
            | "titus"
            | "trajan"
            | "hadrian"
            | "constantine"
            | "justinian"
    )
}

/// Whether everybody knows one bearer of a given name by it alone, wherever the note names another in full.
pub(super) fn is_famous_alone(folded: &str) -> bool {
    matches!(
        folded,
        "muhammad"
            | "mohammed"
            | "mohammad"
            | "jesus"
            | "moses"
            | "abraham"
            | "cleopatra"
            | "alexander"
            | "constantine"
            | "charlemagne"
            | "michelangelo"
            | "leonardo"
            | "raphael"
            | "galileo"
            | "dante"
            | "confucius"
            | "saladin"
            | "akbar"
    )
}

/// Whether these are the given name and the surname of somebody whom everybody knows by the given name alone.
pub(super) fn is_in_full(given: &str, surname: &str) -> bool {
    matches!(
        (given, surname),
        ("dante", "alighieri")
            | ("galileo", "galilei")
            | ("jesus", "christ")
            | ("leonardo", "vinci")
            | ("michelangelo", "buonarroti")
            | ("raphael", "sanzio")
    )
}

/// Whether a ruler is who is meant by the name alone, however late the note gives the numeral.
pub(super) fn is_first_of_all(key: &str, tail: &str) -> bool {
    matches!(
        (key, tail),
        ("cleopatra", "vii") | ("napoleon", "i") | ("ramesses" | "ramses", "ii")
    )
}

/// The first of the spellings that may stand for `word`.
pub(super) fn common_spelling(word: &str) -> &str {
    let group = groups(lexicon::know(word).same).first();
    group.map_or(word, |group| SAME.first[usize::from(*group)])
}

/// Full names, folded, that look like one person's and are two people's.
const APART: &[[&str; 2]] = &[
    ["john adams", "john quincy adams"],
    ["john adams", "john q adams"],
    ["george bush", "george w bush"],
    ["primo de rivera", "jose antonio primo de rivera"],
    ["miguel primo de rivera", "jose antonio primo de rivera"],
    ["john kennedy", "john f kennedy jr"],
    ["winston churchill", "randolph churchill"],
    ["oliver holmes", "oliver w holmes"],
    ["george h w bush", "george w bush"],
    ["john rockefeller", "john d rockefeller jr"],
    ["oliver holmes", "oliver wendell holmes"],
];

/// Whether two full names, folded, are known to be two people's.
pub(super) fn are_apart(left: &str, right: &str) -> bool {
    APART
        .iter()
        .any(|[one, two]| *one == left && *two == right || *one == right && *two == left)
}

/// Whether two given names, folded, can be one person's: the same, one the initial of the other, or a short form.
pub(super) fn can_be_same(left: &str, right: &str) -> bool {
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    are_same(left, right) || initial(left, right) || initial(right, left)
}
