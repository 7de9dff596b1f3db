//! Who is named in somebody's byname alone, and is nobody: the Spartacus of `Korvath, "the White Spartacus"`.

use std::ops::Range;

use super::After;
use crate::notes::facts::Person;
use crate::notes::people::join::NO_LIST;
use crate::notes::people::mention::{Note, Place, call};

/// Those who are nobody, each with whom the byname means.
#[derive(Debug, Default)]
pub(in super::super) struct Taken(Vec<(u32, u32)>);

impl Taken {
    /// Adds the byname of `person` at some tokens of a block, and looks for somebody who is named in it alone.
    pub(super) fn call(
        &mut self,
        note: &Note<'_>,
        people: &mut [Person],
        person: u32,
        block: usize,
        tokens: Range<usize>,
    ) {
        let after = After::of(note, block);
        let (start, end) = after.bytes(tokens.start, tokens.end);
        let byname = &after.text[start as usize..end as usize];
        call::add_byname(&mut people[person as usize], byname);
        self.add(note, block, start..end, person);
    }

    /// Looks for somebody who is named once, in the byname at `bytes` of a block, which means `person`.
    pub(in super::super) fn add(
        &mut self,
        note: &Note<'_>,
        block: usize,
        bytes: Range<u32>,
        person: u32,
    ) {
        let at = note
            .spots
            .partition_point(|spot| (spot.block, spot.start()) < (block, bytes.start));
        let Some(spot) = note.spots.get(at) else {
            return;
        };
        let own = note.people.owners[at];
        if spot.block != block || spot.bytes.end > bytes.end || matches!(own, NO_LIST) {
            return;
        }
        let is_once = note.people.clusters[own as usize].n_spots == 1;
        if own != person && is_once && note.subject != Some(own as usize) {
            self.0.push((own, person));
        }
    }

    /// Takes in those of `others`.
    pub(in super::super) fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Gives the places of who is nobody to whom the bynames mean, and takes their names.
    pub(in super::super) fn apply(self, people: &mut [Person], places: &mut [Place]) {
        if self.0.is_empty() {
            return;
        }
        let mut whom: Vec<usize> = (0..people.len()).collect();
        for (own, person) in self.0 {
            let (own, person) = (own as usize, whom[person as usize]);
            if own != person {
                whom[own] = person;
                people[own].name.clear();
            }
        }
        for place in places {
            place.person = whom[whom[place.person]];
        }
    }
}
