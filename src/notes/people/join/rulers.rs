//! Which ruler a bare name means: "Henry" under "Henry VII" is another than under "Henry VIII".

use rustc_hash::FxHashMap;

use super::{Joiner, NO_LIST};
use crate::notes::people::cluster::Cluster;
use crate::notes::people::folded::{Folded, Names};

/// Who of one name was named last.
#[derive(Debug, Clone, Copy)]
struct Last {
    person: u32,
    block: usize,
    /// Who was named in a heading last.
    headed: Option<u32>,
}

impl Joiner<'_> {
    /// Whether a person is called by one word and a numeral or the like.
    pub(super) fn is_ruler(&self, names: &Names, person: u32) -> bool {
        let person = &self.people[person as usize];
        names.is_one(person.key) && !person.tail.is_none()
    }

    /// Gives each bare name to the ruler whom the text before it is about: who was named in the same block, else in the last
    /// heading, else last of all.
    pub(super) fn share_out(&self, clusters: &[Cluster], owners: &mut [u32]) {
        if self.ruled.is_empty() {
            return;
        }
        let mut is_ruled = vec![false; self.forms.all.len()];
        for form in &self.ruled {
            is_ruled[*form as usize] = true;
        }
        let mut last: FxHashMap<Folded, Last> = FxHashMap::default();
        for (at, spot) in self.spots.iter().enumerate() {
            let Some(cluster) = clusters.get(owners[at] as usize) else {
                continue;
            };
            if is_ruled[self.forms.of_spot(at)] {
                if let Some(last) = last.get(&cluster.key) {
                    let headed = last.headed.filter(|_| last.block != spot.block);
                    owners[at] = headed.unwrap_or(last.person);
                }
            } else if !cluster.tail.is_none() && owners[at] != NO_LIST {
                let before = last.get(&cluster.key).and_then(|last| last.headed);
                let headed = if spot.in_heading {
                    Some(owners[at])
                } else {
                    before
                };
                last.insert(
                    cluster.key,
                    Last {
                        person: owners[at],
                        block: spot.block,
                        headed,
                    },
                );
            }
        }
    }
}
