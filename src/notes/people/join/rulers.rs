//! Which ruler a bare name means: "Henry" under "Henry VII" is another than under "Henry VIII".

use rustc_hash::FxHashMap;

use super::bearer::FAR;
use super::pet_names::is_short_for;
use super::{Joiner, NO_LIST};
use crate::notes::people::cluster::Cluster;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::names as known_names;
use crate::notes::people::spot::Spot;

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

    /// Whether two people have one name and two numerals: whatever else they are called, Wilhelm I is not Wilhelm II.
    pub(super) fn are_two_rulers(&self, names: &Names, one: u32, other: u32) -> bool {
        let (one, other) = (&self.people[one as usize], &self.people[other as usize]);
        let is_ruler =
            |person: &Cluster| names.is_one(person.key) && is_numeral(names.text(person.tail));
        let is_other = if one.key == other.key {
            one.tail != other.tail
        } else {
            // Darius II (Ochus) and Artaxerxes III (Ochus).
            !names.can_be_same(one.key, other.key)
        };
        // Phil II is Philip II.
        let is_short = || {
            one.tail == other.tail
                && (is_short_for(names, one.key, other.key)
                    || is_short_for(names, other.key, one.key))
        };
        is_other && is_ruler(one) && is_ruler(other) && !is_short()
    }

    /// Makes one person of Philip III Arrhidaeus and Philip Arrhidaeus.
    pub(super) fn bynames(&mut self, names: &Names) {
        let spots = self.spots;
        for (at, spot) in spots.iter().enumerate() {
            if spot.byname.is_none() {
                continue;
            }
            if let Some(alone) = self.alone(names, spot.byname)
                && let Some(own) = self.forms.all[self.forms.of_spot(at)].person
            {
                match self.forms.all[alone].person {
                    Some(other) => self.merge(names, own, other),
                    None => self.take(names, alone, own),
                }
            }
            let full = format!("{} {}", names.text(spot.key), names.text(spot.byname));
            let Some(key) = names.find(&full) else {
                continue;
            };
            let other = (0..self.forms.all.len()).find(|other| self.first(*other).key == key);
            if let Some(other) = other.and_then(|other| self.forms.all[other].person)
                && let Some(own) = self.forms.all[self.forms.of_spot(at)].person
            {
                self.merge(names, own, other);
            }
        }
    }

    /// The spelling that is a byname alone, where nothing speaks against it: the Auletes of Ptolemy XII Auletes.
    fn alone(&self, names: &Names, byname: Folded) -> Option<usize> {
        (0..self.forms.all.len()).find(|form| {
            let spot = self.first(*form);
            spot.key == byname
                && spot.is_single()
                && self.forms.all[*form].weight >= 0
                && names.known(byname).is.is_empty()
        })
    }

    /// Whether a spot has a ruler's title, and who of the name was named last has none and stands in another block.
    fn is_crowned(&self, names: &Names, spot: &Spot, last: Option<&Last>, rules: bool) -> bool {
        !rules
            && last.is_some_and(|last| last.block != spot.block)
            && known_names::reigns(names.text(spot.title_word))
    }

    /// The next ruler of a name after spot `at` who is named with a numeral, and the block: "Nicholas was tsar. Nicholas I ...".
    fn next_ruler(
        &self,
        clusters: &[Cluster],
        owners: &[u32],
        at: usize,
        key: Folded,
    ) -> Option<(usize, u32)> {
        let block = self.spots[at].block;
        let after = self.spots.iter().enumerate().skip(at + 1);
        after
            .take_while(|(_, spot)| spot.block <= block + FAR)
            .find(|(at, spot)| {
                spot.key == key
                    && !spot.tail.is_none()
                    && clusters.get(owners[*at] as usize).is_some()
            })
            .map(|(at, spot)| (spot.block, owners[at]))
    }

    /// Gives each bare name to the ruler whom the text before it is about: who was named in the same block, else in the last
    /// heading, else last of all.
    pub(super) fn share_out(&self, names: &Names, clusters: &[Cluster], owners: &mut [u32]) {
        if self.ruled.is_empty() {
            return;
        }
        let mut is_ruled = vec![false; self.forms.all.len()];
        for form in &self.ruled {
            is_ruled[*form as usize] = true;
        }
        let mut last: FxHashMap<Folded, Last> = FxHashMap::default();
        // Those of a numeral alone: "Elizabeth", well after Elizabeth of York, is Elizabeth I.
        let mut ruling: FxHashMap<Folded, Last> = FxHashMap::default();
        for (at, spot) in self.spots.iter().enumerate() {
            let Some(cluster) = clusters.get(owners[at] as usize) else {
                continue;
            };
            // Henry Tudor's own name is longer than Henry VII.
            let key = if cluster.tail.is_none() {
                spot.key
            } else {
                cluster.key
            };
            if is_ruled[self.forms.of_spot(at)] {
                if self.is_crowned(names, spot, last.get(&key), ruling.contains_key(&key)) {
                    // "Queen Joan", after a mere Joan of Bath, is who the note calls so.
                    continue;
                }
                let here = last.get(&key).filter(|last| last.block == spot.block);
                let last = here.or_else(|| ruling.get(&key)).or_else(|| last.get(&key));
                let near = last.is_some_and(|last| last.block == spot.block);
                let next = if near {
                    None
                } else {
                    self.next_ruler(clusters, owners, at, key)
                };
                if let Some(next) = next.filter(|(block, _)| last.is_none() || *block == spot.block)
                {
                    owners[at] = next.1;
                } else if let Some(last) = last {
                    let headed = last.headed.filter(|_| !near);
                    owners[at] = headed.unwrap_or(last.person);
                }
            } else if !(cluster.tail.is_none() && spot.tail.is_none()) && owners[at] != NO_LIST {
                let before = last.get(&key).and_then(|last| last.headed);
                let headed = if spot.in_heading {
                    Some(owners[at])
                } else {
                    before
                };
                let named = Last {
                    person: owners[at],
                    block: spot.block,
                    headed,
                };
                last.insert(key, named);
                if is_numeral(names.text(cluster.tail)) {
                    ruling.insert(key, named);
                }
            }
        }
    }
}

/// Whether a tail is a numeral alone.
pub(in crate::notes::people) fn is_numeral(tail: &str) -> bool {
    !tail.is_empty()
        && tail
            .bytes()
            .all(|letter| matches!(letter, b'i' | b'v' | b'x'))
}
