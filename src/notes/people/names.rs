//! Names that mean the same name: short forms, spellings of other scripts, well-known initials, slips of the pen.

mod nicknames;

pub(super) use nicknames::nickname;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lexicon;
use crate::notes::word_key::{WordTable, key};

/// The groups of names that mean the same name: the numbers of the groups that a word stands in, for each set of them.
struct Same {
    /// The sets of groups that words stand in; the first is of no group.
    sets: Vec<Vec<u16>>,
    /// Words and the set of their groups.
    words: Vec<(&'static str, u16)>,
    /// The first name of each group.
    first: Vec<&'static str>,
}

static SAME: LazyLock<Same> = LazyLock::new(|| {
    let groups = || {
        let lines = include_str!("lists/same_names.txt").lines().skip(1);
        (0_u16..).zip(lines)
    };
    let mut order = Vec::new();
    let mut groups_of: FxHashMap<&str, Vec<u16>> = FxHashMap::default();
    for (group, line) in groups() {
        for word in line.split_ascii_whitespace() {
            let known = groups_of.entry(word).or_insert_with(|| {
                order.push(word);
                Vec::new()
            });
            known.push(group);
        }
    }
    let mut same = Same {
        sets: vec![Vec::new()],
        words: Vec::new(),
        first: groups()
            .map(|(_, line)| line.split(' ').next().unwrap_or_default())
            .collect(),
    };
    for word in order {
        let set = groups_of.remove(word).unwrap_or_default();
        let at = same.sets.iter().position(|known| *known == set);
        let at = at.unwrap_or_else(|| {
            same.sets.push(set);
            same.sets.len() - 1
        });
        same.words.push((word, at as u16));
    }
    same
});

/// The words that may stand for others, each with the number of its set of groups.
pub(super) fn sets() -> impl Iterator<Item = (&'static str, u16)> {
    SAME.words.iter().copied()
}

/// The groups of spellings in set number `same` (see [`lexicon::Word`]).
pub(super) fn groups(same: u16) -> &'static [u16] {
    if same == 0 {
        return &[];
    }
    SAME.sets.get(usize::from(same)).map_or(&[], Vec::as_slice)
}

/// Whether two sets of groups have one in common.
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
    ("mlk", "martin luther king"),
    ("hst", "harry s truman"),
    ("gbs", "george b shaw"),
    ("jsm", "john s mill"),
];

/// The folded name that well-known initials stand for.
pub(super) fn well_known_initials(folded: &str) -> Option<&'static str> {
    INITIALS
        .iter()
        .find(|(initials, _)| *initials == folded)
        .map(|(_, name)| *name)
}

/// The name and the numeral of a ruler whom a full name or an epithet names as well.
pub(super) fn reigned_as(key: &str, tail: &str) -> Option<(&'static str, &'static str)> {
    Some(match (key, tail) {
        ("mary tudor", "") => ("mary", "i"),
        ("henry tudor", "") => ("henry", "vii"),
        ("henry bolingbroke", "") => ("henry", "iv"),
        ("mary stuart", "") | ("mary", "of scotland") => ("mary", "queen of scots"),
        ("napoleon bonaparte", "") => ("napoleon", "i"),
        ("louis napoleon" | "louis napoleon bonaparte", "") => ("napoleon", "iii"),
        ("catherine", "the great") => ("catherine", "ii"),
        ("peter", "the great") => ("peter", "i"),
        ("frederick", "the great") => ("frederick", "ii"),
        ("ivan", "the terrible") => ("ivan", "iv"),
        ("william", "the conqueror") => ("william", "i"),
        ("richard", "the lionheart") => ("richard", "i"),
        ("philip", "the fair") => ("philip", "iv"),
        ("suleiman", "the magnificent") => ("suleiman", "i"),
        ("darius", "the great") => ("darius", "i"),
        ("cyrus", "the great") => ("cyrus", "ii"),
        _ => return None,
    })
}

/// Whose surname several famous people bear, and whom it means where no given name is near.
const NAMESAKES: &[(&str, &[&str])] = &[
    ("kennedy", &["john", "jack"]),
    ("castro", &["fidel"]),
    ("dulles", &["john"]),
    ("napoleon", &["bonaparte"]),
    ("lincoln", &["abraham"]),
    ("washington", &["george"]),
    ("darwin", &["charles"]),
    ("marx", &["karl"]),
    ("luther", &["martin"]),
    ("churchill", &["winston"]),
    ("hitler", &["adolf"]),
    ("stalin", &["joseph", "iosif", "josef"]),
    ("lenin", &["vladimir"]),
    ("trotsky", &["leon", "lev"]),
    ("gandhi", &["mahatma", "mohandas"]),
    ("freud", &["sigmund"]),
    ("mandela", &["nelson"]),
    ("shakespeare", &["william"]),
    ("assad", &["hafez", "bashar"]),
    ("bach", &["johann"]),
    ("beethoven", &["ludwig"]),
    ("begin", &["menachem"]),
    ("bismarck", &["otto"]),
    ("bolivar", &["simon"]),
    ("bonaparte", &["napoleon"]),
    ("columbus", &["christopher", "cristobal"]),
    ("cortes", &["hernan", "hernando"]),
    ("cromwell", &["oliver"]),
    ("curie", &["marie", "pierre"]),
    ("danton", &["georges"]),
    ("disraeli", &["benjamin"]),
    ("einstein", &["albert"]),
    ("eisenhower", &["dwight"]),
    ("franco", &["francisco"]),
    ("garibaldi", &["giuseppe"]),
    ("gladstone", &["william"]),
    ("goering", &["hermann"]),
    ("guevara", &["che", "ernesto"]),
    ("himmler", &["heinrich"]),
    ("kruger", &["paul"]),
    ("mao", &["zedong", "tse-tung"]),
    ("mozart", &["wolfgang"]),
    ("mussolini", &["benito"]),
    ("nasser", &["gamal", "abdel"]),
    ("nehru", &["jawaharlal"]),
    ("newton", &["isaac"]),
    ("nixon", &["richard"]),
    ("pankhurst", &["emmeline"]),
    ("peron", &["juan"]),
    ("pizarro", &["francisco"]),
    ("reagan", &["ronald"]),
    ("robespierre", &["maximilien"]),
    ("rockefeller", &["john"]),
    ("roosevelt", &["franklin", "theodore"]),
    ("rousseau", &["jean"]),
    ("sadat", &["anwar"]),
    ("thatcher", &["margaret"]),
    ("truman", &["harry"]),
    ("wilson", &["woodrow", "harold"]),
    ("wordsworth", &["william"]),
];

/// As [`NAMESAKES`], to be asked for one.
static FAMOUS: WordTable<&[&str], 256, 128> = WordTable::of(NAMESAKES, &[]);

/// Whether `surname` alone would mean somebody else than `given`.
pub(super) fn means_another(surname: &str, given: &str) -> bool {
    let givens = FAMOUS.get(key(surname.as_bytes()));
    !givens.is_empty()
        && !givens
            .iter()
            .any(|famous| are_same(famous, given) || given.len() == 1 && famous.starts_with(given))
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

/// Whether `surname` alone means `given`.
pub(super) fn is_namesake(surname: &str, given: &str) -> bool {
    FAMOUS.get(key(surname.as_bytes())).contains(&given)
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
