//! Rows of what can be looked up next: people and links of a page.

use rustc_hash::FxHashSet;

use super::Draft;
use crate::answers::card::{Kind, Related};
use crate::answers::look::{Look, Subject, What};
use crate::answers::words;
use crate::library::{folded, person_key};

/// Names in a row of what is related.
const NAMES: usize = 8;

impl Draft<'_> {
    /// Adds a row of things to look up next, unless it is empty.
    pub(in crate::answers) fn related(&mut self, label: &str, items: Vec<(String, Option<Look>)>) {
        let mut items = items;
        let mut seen = FxHashSet::default();
        items.retain(|(name, _)| seen.insert(folded(name)));
        if !items.is_empty() {
            self.card.related.push(Related {
                label: label.to_owned(),
                items: at_most(items),
            });
        }
    }

    /// Rows of the people and the links of a page's statements.
    pub(super) fn mention(&mut self, statements: &[u32]) {
        let library = self.library;
        let mut people = Vec::new();
        let mut links: Vec<(String, Option<Look>)> = Vec::new();
        for statement in statements {
            for person in library.people_of(*statement) {
                if !people.contains(&person) {
                    people.push(person);
                }
            }
            for link in library.links_of(*statement) {
                if !links
                    .iter()
                    .any(|(shown, _)| folded(shown) == folded(&link.shown))
                {
                    let note = link.note.map(|note| library.note(note).key);
                    let look = note.map(|key| What::Note(Subject::Key(key)).into());
                    links.push((link.shown.to_string(), look));
                }
            }
        }
        let about = match (&self.look.what, self.card.kind) {
            (What::Person(_), Kind::Person) => Some(folded(&self.card.title)),
            _ => None,
        };
        let people: Vec<(String, Option<Look>)> = people
            .into_iter()
            .map(|person| library.people()[person as usize].name.clone())
            .filter(|name| about.as_ref() != Some(&folded(name)))
            .map(|name| {
                let look = What::Person(Subject::Key(person_key(&name)));
                (name, Some(look.into()))
            })
            .collect();
        self.related("People", people);
        self.related("See also", links);
    }
}

/// The first names of a row, and how many more there are.
fn at_most(mut items: Vec<(String, Option<Look>)>) -> Vec<(String, Option<Look>)> {
    if items.len() > NAMES + 1 {
        let more = items.len() - NAMES;
        items.truncate(NAMES);
        items.push((format!("and {more} more"), None));
    }
    for (name, _) in &mut items {
        *name = words::clipped(name, 80);
    }
    items
}
