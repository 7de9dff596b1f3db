//! Spots → people: the spellings of one person put together, namesakes kept apart.

use rustc_hash::FxHashMap;

use super::index::{Index, Spellings};
use super::lexicon::{self, Is};
use super::names;
use super::spot::{ENOUGH, Gender, Spot};

/// All spots of one spelling.
#[derive(Debug)]
struct Form {
    /// Indices of the spots, in file order.
    spots: Vec<usize>,
    /// What its looks and its surroundings weigh together.
    weight: i32,
    /// The person it belongs to, once found.
    person: Option<usize>,
}

/// One person of the note.
#[derive(Debug, Default)]
pub(super) struct Cluster {
    /// Indices of the spots that name them, in file order.
    pub(super) spots: Vec<usize>,
    /// Folded words of the fullest name so far.
    words: Vec<String>,
    /// Its numeral or epithet.
    tail: String,
    /// Folded single words that mean them (`octavian` beside `augustus caesar`).
    singles: Vec<String>,
    /// Folded names of several words that mean them.
    fulls: Vec<String>,
    /// The spellings that are theirs.
    forms: Vec<usize>,
    /// What "he" or "she" says.
    pub(super) gender: Gender,
    /// The note's title, where it is this person's name.
    pub(super) title: Option<String>,
}

/// What the text says of two spots: one person (`Octavian (later Augustus)`).
pub(super) type Equation = (usize, usize);

/// The people that `spots` name.
pub(super) fn people(
    spots: &[Spot],
    equations: &[Equation],
    companions: &[Equation],
) -> Vec<Cluster> {
    let mut joiner = Joiner {
        spots,
        forms: forms(spots),
        people: Vec::new(),
        index: Index::default(),
        form_of: Vec::new(),
    };
    joiner.weigh(equations, companions);
    joiner.full_names();
    joiner.single_names();
    joiner.initials();
    joiner.equate(equations);
    joiner.slips();
    joiner.finish()
}

fn forms(spots: &[Spot]) -> Vec<Form> {
    let mut known: FxHashMap<(&str, &str, &str), usize> = FxHashMap::default();
    let mut forms: Vec<Form> = Vec::new();
    for (index, spot) in spots.iter().enumerate() {
        // A title sets "King Charles" apart from "Charles", until both are joined.
        let title = if spot.is_single() {
            spot.title_word.as_deref().unwrap_or_default()
        } else {
            ""
        };
        let form = *known
            .entry((&spot.key, &spot.tail, title))
            .or_insert_with(|| {
                forms.push(Form {
                    spots: Vec::new(),
                    weight: 0,
                    person: None,
                });
                forms.len() - 1
            });
        forms[form].spots.push(index);
    }
    forms
}

struct Joiner<'s> {
    spots: &'s [Spot],
    forms: Vec<Form>,
    people: Vec<Cluster>,
    /// People by word.
    index: Index,
    /// The form of each spot.
    form_of: Vec<usize>,
}

impl Joiner<'_> {
    /// A new person of these words.
    fn add(&mut self, words: Vec<String>, tail: String) -> usize {
        let person = self.people.len();
        for word in &words {
            self.index.add(word, person);
        }
        self.people.push(Cluster {
            words,
            tail,
            ..Cluster::default()
        });
        person
    }
    fn first(&self, form: usize) -> &Spot {
        &self.spots[self.forms[form].spots[0]]
    }

    fn weigh(&mut self, equations: &[Equation], companions: &[Equation]) {
        for form in &mut self.forms {
            let shape = form
                .spots
                .iter()
                .map(|spot| self.spots[*spot].shape)
                .max()
                .unwrap_or_default();
            let context: i32 = form
                .spots
                .iter()
                .map(|spot| self.spots[*spot].context)
                .sum();
            // A word in the middle of sentences that is a capital time and again.
            let often = form
                .spots
                .iter()
                .filter(|spot| !self.spots[**spot].opens)
                .count()
                >= 2;
            form.weight = shape + i32::from(often) + context.clamp(-10, 14);
        }
        let mut form_of = vec![0; self.spots.len()];
        for (index, form) in self.forms.iter().enumerate() {
            for spot in &form.spots {
                form_of[*spot] = index;
            }
        }
        // Who stands beside a person in a list is likelier a person.
        self.form_of = form_of;
        let form_of = &self.form_of;
        let help = |pairs: &[Equation], by: i32, forms: &mut Vec<Form>| {
            for _ in 0..2 {
                for (left, right) in pairs {
                    let (left, right) = (form_of[*left], form_of[*right]);
                    for (one, other) in [(left, right), (right, left)] {
                        if forms[one].weight >= ENOUGH && (1..ENOUGH).contains(&forms[other].weight)
                        {
                            forms[other].weight += by;
                        }
                    }
                }
            }
        };
        help(equations, 5, &mut self.forms);
        help(companions, 4, &mut self.forms);
    }

    fn full_names(&mut self) {
        let mut full: Vec<usize> = (0..self.forms.len())
            .filter(|form| self.forms[*form].weight >= ENOUGH && !self.first(*form).is_single())
            .collect();
        // Longer names first: "Franklin D. Roosevelt" before "Franklin Roosevelt".
        full.sort_by_key(|form| {
            std::cmp::Reverse(
                self.first(*form).words + usize::from(!self.first(*form).tail.is_empty()),
            )
        });
        for form in full {
            let spot = self.first(form);
            let words: Vec<String> = spot.key.split(' ').map(str::to_owned).collect();
            let tail = spot.tail.clone();
            let surname = words.last().map_or("", String::as_str);
            let person = self
                .index
                .candidates(surname)
                .into_iter()
                .find(|person| is_same_person(&self.people[*person], &words, &tail));
            let person = person.unwrap_or_else(|| self.add(words, tail));
            self.take(form, person);
        }
    }

    fn take(&mut self, form: usize, person: usize) {
        self.forms[form].person = Some(person);
        let mut spots = self.forms[form].spots.clone();
        let first = &self.spots[spots[0]];
        if first.is_single()
            && first
                .last
                .intersects(Is::PLACE | Is::TITLE | Is::WORD | Is::FUNCTION | Is::GROUP)
        {
            // "in Washington", "the King": not each of them means the person.
            spots.retain(|spot| self.spots[*spot].context > -3);
        }
        if first.is_single() {
            self.index.add(&first.key, person);
        }
        let cluster = &mut self.people[person];
        cluster.forms.push(form);
        if first.is_single() && !cluster.singles.contains(&first.key) {
            cluster.singles.push(first.key.clone());
        } else if !first.is_single() && !cluster.fulls.contains(&first.key) {
            cluster.fulls.push(first.key.clone());
        }
        if cluster.gender == Gender::Unknown {
            cluster.gender = gender(first);
        }
        cluster.spots.extend(spots);
    }

    fn single_names(&mut self) {
        let mut single: Vec<usize> = (0..self.forms.len())
            .filter(|form| self.first(*form).is_single() && self.forms[*form].person.is_none())
            .collect();
        // Names that stand bare or certain first.
        single.sort_by_key(|form| std::cmp::Reverse(self.forms[*form].weight));
        for form in single {
            let best = self.bearer(form);
            if let Some(person) = best {
                self.take(form, person);
            } else if self.forms[form].weight >= ENOUGH {
                let words = vec![self.first(form).key.clone()];
                let person = self.add(words, String::new());
                self.take(form, person);
            }
        }
    }

    /// Whom a single name means, among those found: the more prominent of several.
    fn bearer(&self, form: usize) -> Option<usize> {
        let spot = self.first(form);
        let weight = self.forms[form].weight;
        let is = spot.last;
        // A word that is rather a place or a common word needs some sign to be a bare name.
        let floor = if is.intersects(Is::PLACE | Is::FUNCTION | Is::GROUP)
            || (is.contains(Is::WORD) && spot.opens)
            || is.contains(Is::TITLE) && spot.title.is_none()
        {
            1
        } else {
            -7
        };
        if weight < floor {
            return None;
        }
        let fits = self
            .index
            .candidates(&spot.key)
            .into_iter()
            .map(|index| (self.rank(&self.people[index], spot), index));
        fits.filter(|(rank, _)| *rank > 0)
            .max_by_key(|(rank, index)| {
                let person = &self.people[*index];
                // Named in a heading, then more often; then of two rulers the one named last before, of two others the first.
                let headed = person
                    .spots
                    .iter()
                    .any(|other| self.spots[*other].in_heading);
                let near = person
                    .spots
                    .iter()
                    .rfind(|other| self.before(&self.spots[**other], spot));
                let order = if person.tail.is_empty() {
                    person.spots.iter().min().map(|first| -(*first as i64))
                } else {
                    near.map(|near| *near as i64)
                };
                (*rank, headed, person.spots.len(), order)
            })
            .map(|(_, index)| index)
    }

    /// How well a single name fits a person: 0 not at all.
    fn rank(&self, person: &Cluster, spot: &Spot) -> i32 {
        let key = spot.key.as_str();
        let word = &person.words;
        let (Some(first), Some(last)) = (word.first(), word.last()) else {
            return 0;
        };
        let title = spot.title_word.as_deref();
        if clash(title_gender(title), person.gender) {
            return 0;
        }
        // Lady Macbeth is not Macbeth; Mrs Thatcher is Thatcher.
        let wife =
            |title: Option<&str>| matches!(title, Some("lady" | "mrs" | "madame" | "frau" | "mme"));
        let is_wife = |spot: &usize| wife(self.spots[*spot].title_word.as_deref());
        if word.len() == 1
            && wife(title) != person.spots.iter().any(is_wife)
            && !names::is_woman(key)
        {
            return 0;
        }
        if word.len() == 1 {
            // King Charles I and King Charles, Cato the Elder and Cato.
            return if names::are_same(first, key)
                || person.singles.iter().any(|single| single == key)
            {
                2
            } else {
                0
            };
        }
        if person.singles.iter().any(|single| single == key) {
            return 2;
        }
        let surname_first = lexicon::look_up(first).contains(Is::FAMILY)
            && !lexicon::look_up(first).intersects(Is::GIVEN);
        if names::are_same(last, key) || surname_first && names::are_same(first, key) {
            let earlier = person
                .spots
                .first()
                .is_some_and(|full| self.before(spot, &self.spots[*full]));
            if earlier && names::means_another(key, first) {
                return 0;
            }
            return 2;
        }
        let regal = title.is_some_and(is_regal);
        let named_otherwise = spot.last.contains(Is::KNOWN) && !spot.last.intersects(Is::GIVEN);
        if first == key && !regal && (title.is_none() || !spot.last.contains(Is::KNOWN)) {
            return if spot.last.intersects(Is::GIVEN) {
                2
            } else {
                i32::from(!named_otherwise)
            };
        }
        let middle = word[1..word.len() - 1].iter().any(|middle| middle == key);
        i32::from(middle && !named_otherwise && !spot.last.intersects(Is::GIVEN) && title.is_none())
    }

    fn before(&self, left: &Spot, right: &Spot) -> bool {
        (left.block, left.bytes.start) < (right.block, right.bytes.start)
    }

    /// `JFK` beside John F. Kennedy.
    fn initials(&mut self) {
        let mut spelt: FxHashMap<String, usize> = FxHashMap::default();
        for (index, person) in self.people.iter().enumerate() {
            if (2..=4).contains(&person.words.len()) {
                let letters = person
                    .words
                    .iter()
                    .filter_map(|word| word.chars().next())
                    .collect();
                spelt.entry(letters).or_insert(index);
            }
        }
        for form in 0..self.forms.len() {
            let spot = self.first(form);
            let key = spot.key.replace(['.', ' '], "");
            let letters =
                spot.shouted && (2..=4).contains(&key.len()) || spot.words == 0 && key.len() >= 2;
            if self.forms[form].person.is_some() || !letters || spot.title.is_some() {
                continue;
            }
            let meant = names::well_known_initials(&key);
            let person = match meant {
                Some(name) => self
                    .index
                    .candidates(name.rsplit(' ').next().unwrap_or_default())
                    .into_iter()
                    .find(|person| fits(&self.people[*person], name)),
                None => spelt.get(&key).copied(),
            };
            match (person, meant) {
                (Some(person), _) => self.take(form, person),
                (None, Some(name)) => {
                    let words = name.split(' ').map(str::to_owned).collect();
                    let person = self.add(words, String::new());
                    self.take(form, person);
                    // Kennedy alone, found before, is the same.
                    self.absorb(person);
                }
                (None, None) => {}
            }
        }
    }

    /// Takes in a person of the surname alone.
    fn absorb(&mut self, person: usize) {
        let Some(surname) = self.people[person].words.last().cloned() else {
            return;
        };
        let other = self.index.candidates(&surname).into_iter().find(|other| {
            let other = &self.people[*other];
            other.words.len() == 1 && other.tail.is_empty() && other.words[0] == surname
        });
        if let Some(other) = other {
            self.merge(person, other);
        }
    }

    fn merge(&mut self, into: usize, from: usize) {
        if into == from {
            return;
        }
        let taken = std::mem::take(&mut self.people[from]);
        for word in taken.words.iter().chain(&taken.singles) {
            self.index.add(word, into);
        }
        for form in &taken.forms {
            self.forms[*form].person = Some(into);
        }
        let person = &mut self.people[into];
        person.spots.extend(taken.spots);
        person.singles.extend(taken.singles);
        person.fulls.extend(taken.fulls);
        if taken.words.len() > person.words.len() {
            person.words = taken.words;
            person.tail = taken.tail;
        }
        if person.gender == Gender::Unknown {
            person.gender = taken.gender;
        }
        person.forms.extend(taken.forms);
    }

    /// Misspellings beside a right spelling (`Stallin`), and possessives without their apostrophe (`Castros`).
    fn slips(&mut self) {
        let mut spellings = Spellings::default();
        for (index, person) in self.people.iter().enumerate() {
            let surname = person
                .words
                .last()
                .filter(|surname| !person.singles.contains(surname));
            for name in person.singles.iter().chain(&person.fulls).chain(surname) {
                spellings.add(name, index);
            }
        }
        for form in 0..self.forms.len() {
            let spot = self.first(form);
            if !spot.tail.is_empty() || spot.key.len() < 4 || self.forms[form].weight <= -10 {
                continue;
            }
            let own = self.forms[form].person;
            let listed = spot.last.intersects(Is::NAME | Is::OTHER);
            let many = spot.key.contains(' ');
            // Who stands in the lists, or is told apart by a full name, is no slip.
            if (listed && !many)
                || own
                    .is_some_and(|own| self.people[own].spots.len() > self.forms[form].spots.len())
            {
                continue;
            }
            let stem = (!many).then(|| spot.key.strip_suffix('s')).flatten();
            let key = spot.key.clone();
            // "The Castros" are a family, "Twelve Caesars" a number of people.
            let after_the = spot.context <= -4 || spot.follows_capital;
            let right = spellings
                .near(&key)
                .filter(|(name, person)| {
                    if Some(*person) == own || self.people[*person].spots.is_empty() {
                        return false;
                    }
                    if many || name.contains(' ') {
                        return many && is_full_slip(&key, name);
                    }
                    stem.is_some_and(|stem| stem == *name && stem.len() >= 4 && !after_the)
                        || names::is_misspelt(&key, name)
                })
                .map(|(_, person)| person)
                .min();
            if let Some(right) = right {
                match own {
                    Some(own) => self.merge(right, own),
                    None => self.take(form, right),
                }
            }
        }
    }

    fn equate(&mut self, equations: &[Equation]) {
        for (left, right) in equations {
            let person_of = |spot: usize| self.forms[self.form_of[spot]].person;
            if let (Some(left), Some(right)) = (person_of(*left), person_of(*right)) {
                self.merge(left, right);
            }
        }
    }

    fn finish(self) -> Vec<Cluster> {
        let mut people: Vec<Cluster> = self
            .people
            .into_iter()
            .filter(|person| !person.spots.is_empty())
            .collect();
        for person in &mut people {
            person.spots.sort_unstable();
            person.spots.dedup();
        }
        people.sort_by_key(|person| person.spots[0]);
        people
    }
}

/// Whether a full name is another form of a person's: the same surname, and given names that can be the same.
fn is_same_person(person: &Cluster, words: &[String], tail: &str) -> bool {
    let begins = |long: &str, short: &str| {
        !short.is_empty()
            && long
                .strip_prefix(short)
                .is_some_and(|rest| rest.starts_with(' '))
    };
    let tails = person.tail == tail || begins(&person.tail, tail) || begins(tail, &person.tail);
    if !tails {
        return false;
    }
    if person.words == words {
        return true;
    }
    let (Some(own_last), Some(last)) = (person.words.last(), words.last()) else {
        return false;
    };
    if !names::are_same(own_last, last) || words.len() < 2 || person.words.len() < 2 {
        return false;
    }
    if names::are_apart(&person.words, words) {
        return false;
    }
    let (long, short) = if person.words.len() >= words.len() {
        (&person.words[..], words)
    } else {
        (words, &person.words[..])
    };
    // "Gaius Julius Caesar" and "Julius Caesar".
    if long.ends_with(short) {
        return true;
    }
    if !names::can_be_same(&long[0], &short[0]) {
        return false;
    }
    // Middle names do not contradict each other.
    let (long, short) = (&long[1..long.len() - 1], &short[1..short.len() - 1]);
    short.is_empty()
        || short
            .iter()
            .all(|name| long.iter().any(|other| names::can_be_same(name, other)))
}

/// Whether a person can be the one whom well-known initials name.
fn fits(person: &Cluster, name: &str) -> bool {
    let mut words = name.split(' ');
    let (Some(given), Some(surname)) = (words.next(), words.next_back()) else {
        return false;
    };
    let own_surname = person.words.last().is_some_and(|own| own == surname);
    let own_given = person
        .words
        .first()
        .is_some_and(|own| person.words.len() == 1 || names::can_be_same(own, given));
    own_surname && own_given && person.tail.is_empty()
}

/// A full name with one word misspelt.
fn is_full_slip(key: &str, full: &str) -> bool {
    let mut different = None;
    let (mut own, mut right) = (key.split(' '), full.split(' '));
    loop {
        match (own.next(), right.next()) {
            (None, None) => break,
            (Some(own), Some(right)) if own == right => {}
            (Some(own), Some(right)) if different.is_none() => different = Some((own, right)),
            _ => return false,
        }
    }
    different.is_some_and(|(slip, right)| {
        let is_name = |word| lexicon::look_up(word).intersects(Is::NAME);
        names::is_misspelt(slip, right) && !(is_name(slip) && is_name(right))
    })
}

fn gender(spot: &Spot) -> Gender {
    let titled = title_gender(spot.title_word.as_deref());
    if titled != Gender::Unknown {
        return titled;
    }
    match (spot.first.contains(Is::HE), spot.first.contains(Is::SHE)) {
        (true, false) => Gender::He,
        (false, true) => Gender::She,
        _ => Gender::Unknown,
    }
}

fn title_gender(title: Option<&str>) -> Gender {
    match title {
        Some(
            "mr" | "sir" | "lord" | "king" | "emperor" | "tsar" | "czar" | "kaiser" | "prince"
            | "pope" | "friar" | "brother" | "father" | "sultan" | "shah" | "baron" | "count"
            | "earl" | "duke" | "marquis" | "viscount" | "archduke" | "monsieur" | "herr" | "don"
            | "señor" | "uncle" | "caliph",
        ) => Gender::He,
        Some(
            "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "empress" | "tsarina" | "czarina"
            | "princess" | "sister" | "rani" | "begum" | "maharani" | "baroness" | "countess"
            | "duchess" | "archduchess" | "infanta" | "dona" | "madame" | "mademoiselle" | "frau"
            | "aunt" | "mother" | "madam",
        ) => Gender::She,
        _ => Gender::Unknown,
    }
}

fn clash(left: Gender, right: Gender) -> bool {
    matches!(
        (left, right),
        (Gender::He, Gender::She) | (Gender::She, Gender::He)
    )
}

/// Titles whose bearers go by their given name.
fn is_regal(title: &str) -> bool {
    matches!(
        title,
        "king"
            | "queen"
            | "emperor"
            | "empress"
            | "tsar"
            | "czar"
            | "tsarina"
            | "kaiser"
            | "pope"
            | "prince"
            | "princess"
            | "saint"
            | "st"
            | "sultan"
            | "shah"
            | "archduke"
            | "duke"
            | "duchess"
            | "grand-duke"
            | "regent"
            | "infante"
            | "dauphin"
    )
}

impl Cluster {
    /// A person whom only the note's title names.
    pub(super) fn titled(spot: &Spot) -> Self {
        Self {
            words: spot.key.split(' ').map(str::to_owned).collect(),
            tail: spot.tail.clone(),
            gender: gender(spot),
            ..Self::default()
        }
    }

    /// Whether `spot` is a name of this person.
    pub(super) fn is_called(&self, spot: &Spot) -> bool {
        let words: Vec<String> = spot.key.split(' ').map(str::to_owned).collect();
        let bare = self.words.len() == 1
            && self.tail.is_empty()
            && words.last() == self.words.first()
            && spot.tail.is_empty();
        bare || is_same_person(self, &words, &spot.tail)
            || spot.is_single() && self.singles.contains(&spot.key)
    }

    /// What a tag may call this person: `kennedy`, `john f kennedy`, `johnfkennedy`.
    pub(super) fn tag_names(&self) -> impl Iterator<Item = String> {
        let surname = self.words.last().filter(|_| self.tail.is_empty());
        let long = self.words.len() > 1 || !self.tail.is_empty();
        let whole = long.then(|| {
            let tail = self.tail.replace(' ', "");
            [
                format!("{} {}", self.words.join(" "), self.tail)
                    .trim_end()
                    .to_owned(),
                self.words.concat() + &tail,
            ]
        });
        self.singles
            .iter()
            .chain(surname)
            .cloned()
            .chain(whole.into_iter().flatten())
    }
}
