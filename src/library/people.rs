//! People across the notes of a shelf: one name, one person, unless the notes tell two apart.

#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::notes::people::Name;
use crate::notes::{Basis, Person};

/// One person of the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// The fullest name.
    pub name: String,
    /// Other names, without `name`.
    pub aliases: Vec<String>,
    /// Where they are named or meant, in note order.
    pub mentions: Vec<Place>,
}

/// One mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Index of the note.
    pub note: u32,
    /// Index of the statement in that note.
    pub statement: Option<u32>,
    /// 1-based line.
    pub line: u32,
    /// Named, or meant by a pronoun.
    pub from: Basis,
}

/// Joins the people of `notes`, of each note its own; the most mentioned first.
///
/// Full names are joined where they can be one person's. A bare surname or a single name goes to the one person of the shelf
/// who bears it; where several do, to whom it means everywhere (`Kennedy`), else it stays by itself.
#[must_use]
pub fn join(notes: &[Vec<Person>]) -> Vec<Joined> {
    let mut shelf = Shelf::default();
    let mut singles = Vec::new();
    let all = (0_u32..)
        .zip(notes)
        .flat_map(|(note, people)| people.iter().map(move |person| (note, person)));
    for (note, person) in all {
        let name = Name::of(&person.name);
        if name.is_single() {
            singles.push((note, person, name));
        } else {
            let at = shelf.full(note, &name);
            shelf.add(at, note, person);
        }
    }
    for (note, person, name) in singles {
        let at = shelf.single(note, &name);
        shelf.add(at, note, person);
    }
    shelf.finish()
}

/// Namesakes that are compared with one name, at most, so that a shelf of many of one surname is joined in linear time.
const NAMESAKES: usize = 64;

/// The people found so far, by their words.
#[derive(Default)]
struct Shelf<'n> {
    names: Vec<Name>,
    people: Vec<Gathered<'n>>,
    /// Full names by all their words.
    exact: FxHashMap<String, usize>,
    /// Full names by surname and by a family name that stands first.
    bearers: FxHashMap<String, Vec<usize>>,
    /// Full names by a first word that may stand alone.
    mononyms: FxHashMap<String, Vec<usize>>,
    /// People who have a single name only, by that name.
    singles: FxHashMap<String, usize>,
    /// People whom history knows by several names: one note's Octavian is another's Augustus.
    famous: FxHashMap<u16, usize>,
}

/// One person, with the notes' own spellings.
#[derive(Default)]
struct Gathered<'n> {
    spellings: Vec<&'n str>,
    known: FxHashSet<&'n str>,
    /// How often each note's name for them is mentioned.
    names: FxHashMap<&'n str, usize>,
    mentions: Vec<Place>,
    /// The last note that names them.
    note: Option<u32>,
}

impl<'n> Shelf<'n> {
    /// The person of a full name.
    fn full(&mut self, note: u32, name: &Name) -> usize {
        self.known_otherwise(note, name, Self::full_name)
    }

    /// The person whom a surname, a single name or initials mean.
    fn single(&mut self, note: u32, name: &Name) -> usize {
        self.known_otherwise(note, name, Self::single_name)
    }

    /// Whom history knows by a name and another note by another, else whom `find` finds.
    fn known_otherwise(
        &mut self,
        note: u32,
        name: &Name,
        find: impl FnOnce(&mut Self, u32, &Name) -> usize,
    ) -> usize {
        let famous = name.famous();
        let known = famous.and_then(|famous| self.famous.get(&famous).copied());
        if let Some(at) = known.filter(|at| self.is_new(*at, note)) {
            return at;
        }
        let at = find(self, note, name);
        if let Some(famous) = famous {
            self.famous.entry(famous).or_insert(at);
        }
        at
    }

    fn full_name(&mut self, note: u32, name: &Name) -> usize {
        let key = format!("{} {}", name.words.join(" "), name.tail);
        let bearers = self.bearers.get(name.surname_key()).into_iter().flatten();
        let same = bearers
            .take(NAMESAKES)
            .chain(self.exact.get(&key))
            .find(|at| self.names[**at].can_be(name) && self.is_new(**at, note));
        if let Some(at) = same.copied() {
            if name.words.len() > self.names[at].words.len() {
                self.names[at] = name.clone();
            }
            return at;
        }
        let at = self.new_person(name);
        self.exact.entry(key).or_insert(at);
        self.bearers
            .entry(name.surname().to_owned())
            .or_default()
            .push(at);
        if let Some(family) = name.family() {
            self.bearers.entry(family.to_owned()).or_default().push(at);
        }
        if let Some(first) = name.mononym() {
            self.mononyms.entry(first.to_owned()).or_default().push(at);
        }
        at
    }

    fn single_name(&mut self, note: u32, name: &Name) -> usize {
        if let Some(full) = name.initials() {
            return self.full(note, &full);
        }
        let word = name.surname_key();
        if let Some(at) = self.singles.get(word)
            && self.is_new(*at, note)
        {
            return *at;
        }
        let fitting = |at: &usize| self.names[*at].owns_surname();
        let own: Vec<usize> = self
            .bearers
            .get(word)
            .into_iter()
            .flatten()
            .copied()
            .filter(fitting)
            .take(NAMESAKES)
            .collect();
        // "Napoleon" is Bonaparte rather than "Napoleon III".
        let known: Vec<usize> = self
            .mononyms
            .get(word)
            .into_iter()
            .flatten()
            .copied()
            .filter(|at| self.is_new(*at, note))
            .collect();
        let plain: Vec<usize> = own
            .iter()
            .copied()
            .filter(|at| self.names[*at].tail.is_empty())
            .collect();
        let at = match (own.as_slice(), plain.as_slice(), known.as_slice()) {
            ([only], ..) | (_, [only], _) | ([], _, [only]) if self.is_new(*only, note) => *only,
            _ => self.new_person(name),
        };
        self.singles.insert(word.to_owned(), at);
        at
    }

    /// Whether the note has not named this person yet: it tells its own people apart.
    fn is_new(&self, at: usize, note: u32) -> bool {
        self.people[at].note != Some(note)
    }

    fn new_person(&mut self, name: &Name) -> usize {
        self.names.push(name.clone());
        self.people.push(Gathered::default());
        self.people.len() - 1
    }

    fn add(&mut self, at: usize, note: u32, person: &'n Person) {
        let one = &mut self.people[at];
        one.note = Some(note);
        for spelling in std::iter::once(&person.name).chain(&person.aliases) {
            // "the Iron Duke" is shown and asked for as "Iron Duke".
            let bare = ["the ", "The "]
                .iter()
                .find_map(|the| spelling.strip_prefix(the));
            let is_twice = bare.is_some_and(|bare| person.aliases.iter().any(|name| name == bare));
            if !is_twice && one.known.insert(spelling) {
                one.spellings.push(spelling);
            }
        }
        *one.names.entry(&person.name).or_default() += person.mentions.len();
        one.mentions
            .extend(person.mentions.iter().map(|mention| Place {
                note,
                statement: mention.statement.and_then(|at| u32::try_from(at).ok()),
                line: mention.line,
                from: mention.from,
            }));
    }

    fn finish(self) -> Vec<Joined> {
        let mut joined: Vec<Joined> = self
            .people
            .into_iter()
            .map(|mut one| {
                let fullest = one.names.iter().max_by_key(|(name, count)| {
                    let parts = Name::of(name);
                    (
                        parts.words.len(),
                        !parts.tail.is_empty(),
                        **count,
                        Reverse(**name),
                    )
                });
                let name = fullest.map_or("", |(name, _)| *name);
                one.spellings.retain(|spelling| *spelling != name);
                one.mentions
                    .sort_by_key(|place| (place.note, place.line, place.statement));
                Joined {
                    name: name.to_owned(),
                    aliases: one.spellings.into_iter().map(str::to_owned).collect(),
                    mentions: one.mentions,
                }
            })
            .collect();
        joined.sort_by(|left, right| {
            (right.mentions.len(), &left.name).cmp(&(left.mentions.len(), &right.name))
        });
        joined
    }
}
