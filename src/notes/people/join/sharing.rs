//! Which ruler each bare name means: "Henry" under "Henry VII" is another than under "Henry VIII".

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::bearer::{FAR, starts_with_numeral};
use super::{Joiner, NO_LIST, is_numeral};
use crate::notes::people::cluster::Cluster;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::Is;
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

/// Who was named before, by name.
#[derive(Debug, Default)]
struct Before {
    last: FxHashMap<Folded, Last>,
    /// Those of a numeral alone: "Elizabeth", well after Elizabeth of York, is Elizabeth I.
    ruling: FxHashMap<Folded, Last>,
    /// Of whom the note has said that they died.
    dead: SmallVec<[u32; 8]>,
    /// Who of a name died last, and in which block, where the text was about another of the name before.
    dying: Option<(Folded, u32, usize)>,
}

impl Before {
    /// Whether who was named last by this name is somebody else, and alive.
    fn has_living(&self, key: Folded, person: u32) -> bool {
        let last = self.last.get(&key);
        last.is_some_and(|last| last.person != person && !self.dead.contains(&last.person))
    }
}

impl Joiner<'_> {
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
        let mut before = Before::default();
        for (at, spot) in self.spots.iter().enumerate() {
            let Some(cluster) = clusters.get(owners[at] as usize) else {
                continue;
            };
            // Henry Tudor's own name is longer than Henry VII.
            let key = if cluster.tail.is_none() {
                spot.key
            } else {
                called(names, cluster.key)
            };
            if is_ruled[self.forms.of_spot(at)] {
                if let Some(meant) = self.meant(names, (clusters, owners), at, key, &before) {
                    owners[at] = meant;
                }
            } else if !(cluster.tail.is_none() && spot.tail.is_none()) && owners[at] != NO_LIST {
                let is_numbered = is_numeral(names.text(cluster.tail));
                self.remember((at, owners[at]), (key, is_numbered), &mut before);
            }
        }
    }

    /// Whom the bare name at spot `at` means, if another than its owner may be meant.
    fn meant(
        &self,
        names: &Names,
        (clusters, owners): (&[Cluster], &[u32]),
        at: usize,
        key: Folded,
        before: &Before,
    ) -> Option<u32> {
        let spot = &self.spots[at];
        let (last, ruling) = (before.last.get(&key), before.ruling.get(&key));
        if self.is_crowned(names, spot, last, ruling.is_some()) {
            // "Queen Joan", after a mere Joan of Bath, is who the note calls so.
            return None;
        }
        // "Elizabeth of York died, and Elizabeth was mourned"
        if let Some((name, person, block)) = before.dying
            && (name, block) == (key, spot.block)
        {
            return Some(person);
        }
        let here = last.filter(|last| last.block == spot.block);
        let near = here.is_some();
        let last = here.or(ruling).or(last);
        let next = if near {
            None
        } else {
            self.next_ruler(names, (clusters, owners), at, key)
        };
        let next = next.filter(|next| {
            // "Henry won", in the paragraph of Henry the Younger under "Henry II", is the king.
            last.is_none() || next.block == spot.block && (next.is_numbered || ruling.is_none())
        });
        if let Some(next) = next {
            return Some(next.person);
        }
        let headed = last?.headed.filter(|_| !near);
        Some(headed.unwrap_or(last?.person))
    }

    /// Takes in who is named at a spot with a numeral or the like.
    fn remember(
        &self,
        (at, person): (usize, u32),
        (key, is_numbered): (Folded, bool),
        before: &mut Before,
    ) {
        let spot = &self.spots[at];
        if self.is_said_to_die(spot) {
            before.dead.push(person);
        }
        // "Charles I dies" and "not Charles I" are hardly what the text goes on about, if another Charles was.
        let dead = before.dead.contains(&person);
        if (dead || self.is_denied(spot)) && !spot.in_heading && before.has_living(key, person) {
            if dead {
                before.dying = Some((key, person, spot.block));
            }
            return;
        }
        before.dying = None;
        let headed = before.last.get(&key).and_then(|last| last.headed);
        let named = Last {
            person,
            block: spot.block,
            headed: if spot.in_heading {
                Some(person)
            } else {
                headed
            },
        };
        before.last.insert(key, named);
        if is_numbered {
            before.ruling.insert(key, named);
        }
    }

    /// Whether the word after a name says that its bearer dies.
    fn is_said_to_die(&self, spot: &Spot) -> bool {
        let block = &self.document.blocks[spot.block];
        let after = block.tokens.get(spot.tokens.end);
        after.is_some_and(|token| matches!(token.of(&block.text.visible), "dies" | "died"))
    }

    /// Whether words before a name say that its bearer is not meant: "not Henry IV", "not to be confused with Henry IV".
    fn is_denied(&self, spot: &Spot) -> bool {
        let block = &self.document.blocks[spot.block];
        let start = spot.start();
        let at = block.tokens.partition_point(|token| token.start < start);
        let word = |back: usize| {
            let before = at.checked_sub(back).map(|at| &block.tokens[at]);
            before.map_or("", |token| token.of(&block.text.visible))
        };
        match word(1) {
            "not" | "NOT" | "Not" => true,
            "with" => word(2) == "confused",
            "/" => word(2) == "w" && word(3) == "confused",
            "w/" => word(2) == "confused",
            _ => false,
        }
    }

    /// Whether a spot has a ruler's title, and who of the name was named last has none and stands in another block.
    fn is_crowned(&self, names: &Names, spot: &Spot, last: Option<&Last>, rules: bool) -> bool {
        !rules
            && last.is_some_and(|last| last.block != spot.block)
            && known_names::reigns(names.text(spot.title_word))
    }

    /// The next ruler of a name after spot `at` who is named with a numeral or the like: "Nicholas was tsar. Nicholas I ...".
    fn next_ruler(
        &self,
        names: &Names,
        (clusters, owners): (&[Cluster], &[u32]),
        at: usize,
        key: Folded,
    ) -> Option<Next> {
        let block = self.spots[at].block;
        let after = self.spots.iter().enumerate().skip(at + 1);
        after
            .take_while(|(_, spot)| spot.block <= block + FAR)
            .find(|(at, spot)| {
                spot.key == key
                    && !spot.tail.is_none()
                    && clusters.get(owners[*at] as usize).is_some()
                    && !self.is_denied(spot)
            })
            .map(|(at, spot)| Next {
                person: owners[at],
                block: spot.block,
                is_numbered: starts_with_numeral(names.text(spot.tail)),
            })
    }
}

/// What a ruler of this name is called alone: Constantine XI Palaiologos by the first word, but Frederick William I by both.
fn called(names: &Names, key: Folded) -> Folded {
    let last = names.last(key);
    if names.is_one(key) || names.known(last).is.intersects(Is::GIVEN) {
        key
    } else {
        names.first(key)
    }
}

/// Who is named next.
#[derive(Debug, Clone, Copy)]
struct Next {
    person: u32,
    block: usize,
    /// With a numeral.
    is_numbered: bool,
}
