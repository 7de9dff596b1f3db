//! `[[Nicholas II|Nicky]]`: the target of a link says in full whom the words shown mean.

use rustc_hash::FxHashMap;

use super::folded::{Folded, Names};
use super::spot::{ENOUGH, Spot};
use super::subject;
use crate::notes::markdown::{Document, MarkKind};

/// Gives spots that are links the names of their targets.
pub(super) fn apply(document: &Document, names: &mut Names, spots: &mut [Spot]) {
    if document.links.is_empty() {
        return;
    }
    let mut nicknames = FxHashMap::default();
    for (index, block) in document.blocks.iter().enumerate() {
        for mark in &block.marks {
            let MarkKind::Wikilink(link) = mark.kind else {
                continue;
            };
            let Some(link) = document.links.get(link) else {
                continue;
            };
            let at = spots
                .partition_point(|spot| (spot.block, spot.bytes.start) < (index, mark.range.start));
            let shown = spots
                .get(at)
                .filter(|spot| spot.block == index && spot.bytes == mark.range && spot.is_single());
            let Some(key) = shown.map(|spot| spot.key) else {
                continue;
            };
            let target = link.target.rsplit('/').next().unwrap_or_default().trim();
            if !target.contains(' ') {
                continue;
            }
            let Some(meant) = subject::whole(document, names, target) else {
                continue;
            };
            if meant.is_single() || meant.shape < ENOUGH {
                continue;
            }
            name(&mut spots[at], &meant);
            if !is_akin(names, key, meant.key) {
                nicknames.insert(key, meant);
            }
        }
    }
    if nicknames.is_empty() {
        return;
    }
    // "Nicky" without a link means him as well.
    for spot in spots {
        if let Some(meant) = nicknames.get(&spot.key)
            && spot.is_single()
            && spot.title.is_none()
        {
            name(spot, meant);
        }
    }
}

/// Names `spot` as `meant` does.
fn name(spot: &mut Spot, meant: &Spot) {
    spot.key = meant.key;
    spot.tail = meant.tail;
    spot.words = meant.words;
    spot.single = false;
    spot.first = meant.first;
    spot.last = meant.last;
    spot.shape = spot.shape.max(meant.shape);
    spot.linked = true;
}

/// Whether a single name is a word of a full one.
fn is_akin(names: &Names, single: Folded, full: Folded) -> bool {
    names
        .words(full)
        .iter()
        .any(|word| names.are_same(*word, single))
}
