//! People across the notes of a shelf.

use std::collections::HashMap;

use crate::notes::{Basis, Person};

/// What one note contributes.
#[derive(Debug, Clone, Copy)]
pub struct Voice<'n> {
    /// Its people.
    pub people: &'n [Person],
    /// Its title.
    pub title: &'n str,
    /// Its front matter's aliases.
    pub aliases: &'n [String],
    /// Its tags.
    pub tags: &'n [String],
}

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

/// Joins the people of all notes; the most mentioned first.
#[must_use]
pub fn join(notes: &[Voice<'_>]) -> Vec<Joined> {
    let mut joined: Vec<Joined> = Vec::new();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    for (note, voice) in (0_u32..).zip(notes) {
        for person in voice.people {
            let at = *by_name.entry(person.name.clone()).or_insert_with(|| {
                joined.push(Joined {
                    name: person.name.clone(),
                    aliases: Vec::new(),
                    mentions: Vec::new(),
                });
                joined.len() - 1
            });
            let one = &mut joined[at];
            for alias in &person.aliases {
                if *alias != one.name && !one.aliases.contains(alias) {
                    one.aliases.push(alias.clone());
                }
            }
            one.mentions
                .extend(person.mentions.iter().map(|mention| Place {
                    note,
                    statement: mention.statement.and_then(|at| u32::try_from(at).ok()),
                    line: mention.line,
                    from: mention.from,
                }));
        }
    }
    joined.sort_by_key(|one| std::cmp::Reverse(one.mentions.len()));
    joined
}
