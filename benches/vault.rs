//! A vault of notes made up from templates, the same in every run: dates, people, links and arrows as dense as in real notes.
//!
//! The figures are given for 5,000 notes, about 15 MB.

/// One note: its path below the content folder, and its text.
pub(crate) type File = (String, String);

/// The bytes of a note, on average.
const NOTE_BYTES: usize = 3_000;

/// The first `n_notes` notes of the vault.
#[must_use]
pub(crate) fn files(n_notes: usize) -> Vec<File> {
    (0..n_notes).map(file).collect()
}

/// Note `index` of the vault, whatever its size.
#[must_use]
fn file(index: usize) -> File {
    let mut dice = Dice(index as u64 + 1);
    let subject = format!("{} {} {index}", dice.of(ADJECTIVES), dice.of(SUBJECTS));
    let year = 1500 + dice.below(480);
    let mut text = String::with_capacity(NOTE_BYTES + 300);
    if dice.below(2) == 0 {
        text.push_str(&format!(
            "---\ntitle: {subject}\ntags: [history, unit{}]\nyear: {year}\n---\n",
            dice.below(9)
        ));
    }
    text.push_str(&format!("# {subject}\n\n"));
    while text.len() < NOTE_BYTES {
        section(&mut text, &mut dice, year);
    }
    (
        format!(
            "unit-{}/{}.md",
            index % 40,
            subject.to_lowercase().replace(' ', "-")
        ),
        text,
    )
}

/// A section with a heading, in one of the styles that notes have.
fn section(text: &mut String, dice: &mut Dice, year: usize) {
    let person = format!("{} {}", dice.of(GIVEN), dice.of(FAMILY));
    let family = person.split(' ').next_back().unwrap_or_default();
    let (day, month) = (1 + dice.below(28), dice.of(MONTHS));
    let (place, thing, other) = (dice.of(PLACES), dice.of(THINGS), dice.of(THINGS));
    match dice.below(6) {
        0 => {
            text.push_str(&format!("## Causes\n\n- {thing} in {place} -> {other}\n- {family} refused, because the {other} cost too much\n- the {thing} led to a {other}\n\n"));
        }
        1 => {
            text.push_str(&format!("### {day} {month}\n- {person} arrives in {place}.\n- The [[{thing}]] begins, **{other}** follows\n\t- {family} waits\n\n"));
        }
        2 => {
            text.push_str(&format!("## The {thing} of {place}\n\nIn {month} {year} {person} signed the {thing} of {place}. {family} had asked for a {other} since {}, but nobody in the town would hear of it. As a result the {other} went on for eleven years, and the people of {place} paid for it with bread, horses and cloth.\n\n", year - 7));
        }
        3 => {
            text.push_str(&format!("| Date | What |\n|---|---|\n| {day} {month} {} | {person} and the {thing} |\n| {} | {other} in {place} |\n\n", year + 1, year + 2));
        }
        4 => {
            text.push_str(&format!("> [!note] {thing}\n> {person} called it a {other}. It lasted from {} to {}.\n\nWhat ended the {thing}?::The {other}\n\n", year, year + 3));
        }
        _ => {
            text.push_str(&format!("## Consequences\n\n1. {place} lost its {thing} in the {}s\n2. {person} won the {other} → no more {thing}\n3. Wool, grain and salt grew dear for all who lived by the river\n\n#history #{family}\n\n", year / 10 * 10));
        }
    }
}

/// A small generator of numbers (`SplitMix64`), so that the vault is the same on every machine and in every version.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn of(&mut self, words: &'static [&'static str]) -> &'static str {
        words[self.below(words.len())]
    }
}

const ADJECTIVES: &[&str] = &[
    "Northern", "Great", "Second", "Silent", "Long", "Golden", "Broken", "Southern",
];
const SUBJECTS: &[&str] = &[
    "War", "Revolt", "Treaty", "Reform", "Famine", "Congress", "Crisis", "Alliance", "Trade",
];
const GIVEN: &[&str] = &[
    "Anna", "Karl", "Maria", "Thomas", "Elena", "Pierre", "John", "Ingrid", "Pedro", "William",
    "Sofia", "Henry",
];
const FAMILY: &[&str] = &[
    "Almstad",
    "Brandt",
    "Carrow",
    "Duvall",
    "Eriksen",
    "Fontana",
    "Garrick",
    "Holm",
    "Ivers",
    "Jansen",
    "Keller",
    "Lindqvist",
];
const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const PLACES: &[&str] = &[
    "Vienna", "Lisbon", "Riga", "Florence", "Lyon", "Prague", "Bergen", "Toledo", "Ghent", "Krakow",
];
const THINGS: &[&str] = &[
    "blockade",
    "tax",
    "strike",
    "siege",
    "election",
    "peace",
    "harvest",
    "railway",
    "rebellion",
    "embargo",
    "festival",
    "census",
];
