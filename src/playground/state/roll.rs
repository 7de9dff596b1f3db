//! A list in the order in which things came, which also finds each by its id at once: there may be thousands of servers and people.

use std::collections::HashMap;
use std::ops::Deref;

use twilight_model::id::Id;

/// What has an id.
pub(crate) trait Known {
    /// What the id is one of.
    type Marker;

    /// The id, which never changes.
    fn id(&self) -> Id<Self::Marker>;
}

/// The list. Nothing is ever taken out of it.
#[derive(Debug)]
pub(crate) struct Roll<T> {
    entries: Vec<T>,
    places: HashMap<u64, usize>,
}

impl<T: Known> Roll<T> {
    /// Adds to the end.
    pub(crate) fn push(&mut self, entry: T) {
        self.places.insert(entry.id().get(), self.entries.len());
        self.entries.push(entry);
    }

    /// The entry with this id.
    pub(crate) fn find(&self, id: Id<T::Marker>) -> Option<&T> {
        self.entries.get(*self.places.get(&id.get())?)
    }

    /// The entry with this id, to change it.
    pub(crate) fn find_mut(&mut self, id: Id<T::Marker>) -> Option<&mut T> {
        self.entries.get_mut(*self.places.get(&id.get())?)
    }

    /// All of them, to change them.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.entries.iter_mut()
    }
}

impl<T: Known> FromIterator<T> for Roll<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        let mut roll = Self {
            entries: Vec::new(),
            places: HashMap::new(),
        };
        for entry in entries {
            roll.push(entry);
        }
        roll
    }
}

impl<T> Deref for Roll<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.entries
    }
}
