//! What a single word is known to be, for who reads a text by itself.

use super::lexicon::{Is, fold, look_up};

/// What a word is known to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::notes) struct WordIs {
    /// A verb of which a person is often the subject.
    pub(in crate::notes) verb: bool,
    /// A common noun too.
    pub(in crate::notes) noun: bool,
    /// A country, a city, a people, an organisation.
    pub(in crate::notes) group: bool,
    /// A country, a city, a river.
    pub(in crate::notes) place: bool,
    /// Stands before a name.
    pub(in crate::notes) title: bool,
    /// A given name or a surname.
    pub(in crate::notes) name: bool,
    /// What *was* says of a person.
    pub(in crate::notes) fate: bool,
}

/// What `word` is known to be; `buffer` is used again from word to word.
pub(in crate::notes) fn word_is(word: &str, buffer: &mut String) -> WordIs {
    buffer.clear();
    fold(word, buffer);
    let is = look_up(buffer);
    WordIs {
        verb: is.intersects(Is::ACT | Is::HUMAN),
        noun: is.intersects(Is::WORD | Is::THING),
        group: is.intersects(Is::PLACE | Is::PEOPLE | Is::GROUP),
        place: is.contains(Is::PLACE),
        title: is.intersects(Is::TITLE),
        name: is.intersects(Is::NAME),
        fate: is.intersects(Is::FATE),
    }
}
