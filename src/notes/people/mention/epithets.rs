//! Epithets that everybody knows and no note explains: the Sun King, where a note has Louis XIV.

use memchr::memmem;

use super::bynames::Taken;
use super::{Note, Place, call};
use crate::notes::facts::{Basis, Person};
use crate::notes::people::names::{self as known_names, Ends};

/// Adds the epithets that stand in the note, and their places; `taken` gets who is named in one alone.
pub(super) fn add(
    note: &Note<'_>,
    people: &mut [Person],
    places: &mut Vec<Place>,
    taken: &mut Taken,
) {
    for (person, cluster) in note.people.clusters.iter().enumerate() {
        let last = note.names.last(cluster.key);
        if !known_names::ends(note.names.text(last)).contains(Ends::EPITHET) {
            continue;
        }
        let (name, tail) = (note.names.text(cluster.key), note.names.text(cluster.tail));
        for epithet in known_names::epithets(name, tail) {
            find(note, people, places, taken, (person, epithet));
        }
    }
}

/// Adds one epithet of one person wherever it stands.
fn find(
    note: &Note<'_>,
    people: &mut [Person],
    places: &mut Vec<Place>,
    taken: &mut Taken,
    (person, epithet): (usize, &str),
) {
    let finder = memmem::Finder::new(epithet);
    for (index, block) in note.document.blocks.iter().enumerate() {
        if !note.is_read[index] {
            continue;
        }
        let text = block.text.visible.as_bytes();
        for start in finder.find_iter(text) {
            let (from, to) = (start as u32, (start + epithet.len()) as u32);
            let token = block.tokens.partition_point(|token| token.start < from);
            let is_whole = block
                .tokens
                .get(token)
                .is_some_and(|token| token.start == from)
                && block.tokens[token..].iter().any(|token| token.end == to);
            if !is_whole {
                continue;
            }
            // "the Incorruptible" is an alias already.
            let called = &mut people[person];
            if !called.aliases.iter().any(|alias| alias.ends_with(epithet)) {
                call::add_alias(called, epithet);
            }
            taken.add(note, index, from..to, person as u32);
            // "Bloody Mary" is found by her name already.
            let overlaps =
                |place: &Place| place.block == index && place.bytes.0 < to && from < place.bytes.1;
            if !places.iter().any(overlaps) {
                places.push(Place {
                    block: index,
                    token,
                    bytes: (from, to),
                    statement: None,
                    person,
                    from: Basis::Stated,
                });
            }
        }
    }
}
