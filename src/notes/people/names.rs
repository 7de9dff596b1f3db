//! Names that mean the same name: short forms, spellings of other scripts, well-known initials, slips of the pen.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Groups of given names and spellings, folded, that may stand for each other.
const SAME: &[&[&str]] = &[
    &["robert", "bobby", "bob", "rob", "robbie"],
    &["william", "bill", "billy", "will", "willy", "wilhelm"],
    &["john", "jack", "johnny", "jon"],
    &["edward", "ed", "ted", "teddy", "eddie", "ned"],
    &["theodore", "ted", "teddy"],
    &["franklin", "frank"],
    &["richard", "dick", "rick", "rich"],
    &["james", "jim", "jimmy", "jimmie", "jamie"],
    &["joseph", "joe", "josef", "iosif", "joey"],
    &["thomas", "tom", "tommy"],
    &["charles", "charlie", "chuck"],
    &["michael", "mike", "mick", "mikhail"],
    &["alexander", "alex", "alec", "aleksandr", "sandy"],
    &[
        "elizabeth",
        "liz",
        "beth",
        "bess",
        "lizzie",
        "betty",
        "eliza",
    ],
    &["margaret", "maggie", "peggy", "meg"],
    &[
        "catherine",
        "kate",
        "katherine",
        "kathy",
        "ekaterina",
        "yekaterina",
        "katharine",
    ],
    &["anthony", "tony", "antony", "marcus"],
    &["mark", "marcus"],
    &["benjamin", "ben"],
    &["abraham", "abe"],
    &["lyndon", "l"],
    &["samuel", "sam"],
    &["daniel", "dan", "danny"],
    &["david", "dave"],
    &["nicholas", "nick", "nikolai", "nicolas"],
    &["henry", "harry", "hal", "heinrich", "henri"],
    &["francis", "frank", "francois"],
    &["frederick", "fred", "friedrich", "frederic"],
    &["susan", "susie", "sue"],
    &["nikita", "nikitia"],
    &["karl", "carl", "charles"],
    &["leon", "lev"],
    &["louis", "ludwig"],
    &["peter", "pyotr", "pete"],
    &["steven", "steve", "stephen"],
    &["andrew", "andy"],
    &["matthew", "matt"],
    &["patrick", "pat", "paddy"],
    &["albert", "bert", "al"],
    &["alfred", "alf"],
    &["deborah", "debbie"],
    &["eugene", "gene", "bull"],
    &["harold", "harry"],
    &["zedong", "tse-tung", "tsetung"],
    &["enlai", "en-lai", "nlai"],
    &["zhou", "chou"],
    &["xiaoping", "hsiao-ping"],
    &["deng", "teng"],
    &["chiang", "jiang"],
    &["kai-shek", "jieshi", "kaishek"],
    &["yat-sen", "yixian", "zhongshan", "yatsen"],
    &["shikai", "shih-kai", "shi-kai"],
    &["biao", "piao"],
    &["shaoqi", "shao-chi"],
    &["genghis", "chinggis", "jenghiz", "chingiz"],
    &["kublai", "khubilai", "kubilai", "qubilai"],
    &[
        "muhammad", "mohammed", "mohammad", "muhammed", "mohamed", "mahomet",
    ],
    &[
        "khrushchev",
        "kruschev",
        "khruschev",
        "krushchev",
        "khrushev",
        "krushev",
        "kruschev",
    ],
    &["gaddafi", "qaddafi", "gadhafi", "kadafi"],
    &["dostoevsky", "dostoyevsky", "dostoevskii"],
    &["tchaikovsky", "chaikovsky"],
    &["trotsky", "trotskii"],
    &["montezuma", "moctezuma", "motecuhzoma"],
    &["cortes", "cortez"],
    &["ceausescu", "causescu"],
];

/// The groups of [`SAME`] that a word stands in.
static GROUPS: LazyLock<FxHashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut groups: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (index, group) in SAME.iter().enumerate() {
        for word in *group {
            groups.entry(word).or_default().push(index);
        }
    }
    groups
});

/// The groups of spellings that `word` stands in, by number.
pub(super) fn groups(word: &str) -> &'static [usize] {
    GROUPS.get(word).map_or(&[], Vec::as_slice)
}

/// Whether two folded words may be the same name.
pub(super) fn are_same(left: &str, right: &str) -> bool {
    left == right || {
        let groups_of_right = groups(right);
        groups(left)
            .iter()
            .any(|group| groups_of_right.contains(group))
    }
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
];

/// Whether `surname` alone would mean somebody else than `given`.
pub(super) fn means_another(surname: &str, given: &str) -> bool {
    NAMESAKES.iter().any(|(name, givens)| {
        *name == surname
            && !givens.iter().any(|famous| {
                are_same(famous, given) || given.len() == 1 && famous.starts_with(given)
            })
    })
}

/// Surnames that mean a woman where they stand alone.
pub(super) fn is_woman(surname: &str) -> bool {
    matches!(
        surname,
        "thatcher"
            | "merkel"
            | "bhutto"
            | "meir"
            | "pankhurst"
            | "curie"
            | "bandaranaike"
            | "aquino"
            | "nightingale"
            | "seacole"
            | "wollstonecraft"
            | "parks"
            | "austen"
            | "woolf"
            | "bronte"
            | "plath"
            | "arendt"
            | "beauvoir"
            | "luxemburg"
            | "kollontai"
            | "krupskaya"
            | "yousafzai"
            | "thunberg"
            | "lovelace"
    )
}

/// The first of the spellings that may stand for `word`.
pub(super) fn common_spelling(word: &str) -> &str {
    SAME.iter()
        .find(|group| group.contains(&word))
        .map_or(word, |group| group[0])
}

/// Full names, folded, that look like one person's and are two people's.
const APART: &[[&str; 2]] = &[
    ["john adams", "john quincy adams"],
    ["john adams", "john q adams"],
    ["george bush", "george w bush"],
    ["george h w bush", "george w bush"],
    ["john rockefeller", "john d rockefeller jr"],
    ["oliver holmes", "oliver wendell holmes"],
];

/// Whether two full names are known to be two people's.
pub(super) fn are_apart(left: &[String], right: &[String]) -> bool {
    let (left, right) = (left.join(" "), right.join(" "));
    APART
        .iter()
        .any(|[one, two]| *one == left && *two == right || *one == right && *two == left)
}

/// Whether two given names, folded, can be one person's: the same, one the initial of the other, or a short form.
pub(super) fn can_be_same(left: &str, right: &str) -> bool {
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    are_same(left, right) || initial(left, right) || initial(right, left)
}

/// Whether `slip` is `right` misspelt: one slip in words of four letters and more, two from eight on.
pub(super) fn is_misspelt(slip: &str, right: &str) -> bool {
    let (shorter, longer) = if slip.len() < right.len() {
        (slip, right)
    } else {
        (right, slip)
    };
    let allowed = match shorter.len() {
        0..=3 => return false,
        4..=7 => 1,
        _ => 2,
    };
    // A plural or a possessive is no slip, and the first letter is rarely one.
    if longer.len() - shorter.len() > allowed
        || slip.as_bytes()[0] != right.as_bytes()[0]
        || longer.strip_suffix('s') == Some(shorter)
    {
        return false;
    }
    rapidfuzz::distance::osa::distance(slip.chars(), right.chars()) <= allowed
}
