//! Tags that name a person: `#Kennedy`, `#people/john-f-kennedy`.

mod alone;
mod camel;

pub(super) use alone::Alone;

use rustc_hash::FxHashMap;

use super::{Note, Place, call};
use crate::notes::facts::{Basis, Person};
use crate::notes::markdown::MarkKind;
use crate::notes::people::lexicon::{self, Is};

/// Adds the tags that name people, as aliases and as places; gives those that alone name somebody.
pub(super) fn add<'n>(
    note: &Note<'n>,
    people: &mut [Person],
    places: &mut Vec<Place>,
) -> Alone<'n> {
    let mut alone = Alone::default();
    let mut callable = Callable {
        note,
        words: Vec::new(),
        looks: None,
        names: None,
    };
    let mut room = String::new();
    // `tags: [medieval, RichardI]`
    for tag in &note.document.front_matter.tags {
        if let Some(person) = callable.person(tag, &mut room) {
            call::add_unless_alike(&mut people[person], tag);
        }
    }
    for (index, block) in note.document.blocks.iter().enumerate() {
        if block.marks.is_empty() {
            continue;
        }
        for mark in &block.marks {
            let MarkKind::Tag(tag) = &mark.kind else {
                continue;
            };
            let person = callable.person(tag, &mut room);
            if person.is_none() && !(note.is_read[index] && alone::is_name(tag)) {
                continue;
            }
            let token = block
                .tokens
                .partition_point(|token| token.start < mark.range.start);
            let mut place = Place {
                block: index,
                token,
                bytes: (mark.range.start, mark.range.end),
                statement: None,
                person: 0,
                from: Basis::Stated,
            };
            match person {
                Some(person) => {
                    call::add_alias(&mut people[person], &["#", tag].concat());
                    place.person = person;
                    places.push(place);
                }
                None => alone.take(tag, place),
            }
        }
    }
    alone
}

/// Nobody is called by this word alone.
const NOBODY: u32 = u32::MAX;

/// People by what a tag may call them.
struct Callable<'n> {
    note: &'n Note<'n>,
    /// By the number of a single word: `kennedy`. Filled when a tag that is one of them asks.
    words: Vec<u32>,
    /// What the names look like by which [`Self::names`] goes. Filled when a tag of that kind asks.
    looks: Option<Looks>,
    /// By all words in one: `johnfkennedy`. Filled when a tag that looks like one of them asks.
    names: Option<FxHashMap<String, usize>>,
}

impl Callable<'_> {
    /// Whom `#people/john-f-kennedy`, `#JohnFKennedy` or `#Kennedy` calls; `folded` is room for the tag.
    fn person(&mut self, tag: &str, folded: &mut String) -> Option<usize> {
        folded.clear();
        let over = tag.bytes().rposition(|byte| byte == b'/');
        lexicon::fold(&tag[over.map_or(0, |slash| slash + 1)..], folded);
        if let Some(person) = self.of_word(folded) {
            return Some(person);
        }
        // `#Stalin`, of whom the note has only "Stalins death"
        if lexicon::know(folded).is.contains(Is::KNOWN) {
            folded.push('s');
            let person = self.of_word(folded);
            folded.pop();
            if person.is_some() {
                return person;
            }
        }
        if !lexicon::look_up(folded).is_empty() {
            // `#history`
            return None;
        }
        let looks = self.looks.get_or_insert_with(|| Looks::of(self.note));
        if !looks.may_have(folded, b"-_'") {
            return self.of_words(tag);
        }
        folded.retain(|letter| !matches!(letter, '-' | '_' | '\''));
        let names = self.names.get_or_insert_with(|| names(self.note));
        let person = names.get(folded.as_str()).copied();
        person.or_else(|| self.of_words(tag))
    }

    /// Whom the note calls by one word of `#JohnKennedy`, unless that is who has another given name.
    fn of_words(&mut self, tag: &str) -> Option<usize> {
        let words = camel::words(tag);
        let called = camel::called(&words)?;
        let person = self.of_word(called)?;
        let names = self.note.names;
        let key = self.note.people.clusters[person].key;
        let is_his = names.is_one(key)
            || names
                .find(&words[0])
                .is_some_and(|given| names.can_be_same(names.first(key), given));
        is_his.then_some(person)
    }

    /// Whom a single word calls.
    fn of_word(&mut self, word: &str) -> Option<usize> {
        let word = self.note.names.find(word)?;
        if self.words.is_empty() {
            self.words = words(self.note);
        }
        let person = self.words.get(word.index()).copied();
        person
            .filter(|person| *person != NOBODY)
            .map(|person| person as usize)
    }
}

/// The first letters and the lengths of names without what is between their words: a quick no for most tags.
#[derive(Default)]
struct Looks {
    /// Bit `n` of letter `l`: some name that begins with `l` has `n` letters, or as many as give this bit.
    lengths: [u32; 32],
}

impl Looks {
    /// Those of all that [`names`] has.
    fn of(note: &Note<'_>) -> Self {
        let mut looks = Self::default();
        for cluster in &note.people.clusters {
            let (name, tail) = (note.names.text(cluster.key), note.names.text(cluster.tail));
            let (letter, length) = look(name, BETWEEN);
            looks.lengths[letter] |= 1 << ((length + look(tail, BETWEEN).1) & 31);
            let (letter, length) = look(note.names.text(note.names.last(cluster.key)), BETWEEN);
            looks.lengths[letter] |= 1 << (length & 31);
        }
        looks
    }

    /// Whether a name may be `folded` without `marks`.
    fn may_have(&self, folded: &str, marks: &[u8]) -> bool {
        let (letter, length) = look(folded, marks);
        self.lengths[letter] >> (length & 31) & 1 != 0
    }
}

/// What is between the words of a name.
const BETWEEN: &[u8] = b" -'";

/// The first letter of a text, as a number, and its length; both without `marks`.
fn look(text: &str, marks: &[u8]) -> (usize, usize) {
    let (mut first, mut length) = (0, 0);
    for byte in text.bytes().filter(|byte| !marks.contains(byte)) {
        if length == 0 {
            first = usize::from(byte & 31);
        }
        length += 1;
    }
    (first, length)
}

/// People by single words: those that mean them, and their surnames.
fn words(note: &Note<'_>) -> Vec<u32> {
    let mut words = vec![NOBODY; note.names.len()];
    for person in 0..note.people.clusters.len() {
        let singles = note
            .people
            .spellings
            .of(person)
            .map(|spot| &note.spots[spot]);
        for spot in singles.filter(|spot| spot.is_single()) {
            let known = &mut words[spot.key.index()];
            *known = (*known).min(person as u32);
        }
    }
    // Whom a bare name means goes before others of that surname.
    for (person, cluster) in note.people.clusters.iter().enumerate() {
        let surname = cluster.tail.is_none().then(|| note.names.last(cluster.key));
        let known = surname.map(|surname| &mut words[surname.index()]);
        if let Some(known) = known.filter(|known| **known == NOBODY) {
            *known = person as u32;
        }
    }
    words
}

/// People by all words of their names in one.
fn names(note: &Note<'_>) -> FxHashMap<String, usize> {
    let mut names = FxHashMap::default();
    for (person, cluster) in note.people.clusters.iter().enumerate() {
        let mut name = note.names.text(cluster.key).to_owned();
        name.push_str(note.names.text(cluster.tail));
        let mark = |letter: char| matches!(letter, ' ' | '-' | '\'');
        name.retain(|letter| !mark(letter));
        names.entry(name).or_insert(person);
        // `#OConnell`
        let surname = note.names.text(note.names.last(cluster.key));
        if surname.contains(mark) {
            let bare = surname.replace(mark, "");
            names.entry(bare).or_insert(person);
        }
    }
    names
}
