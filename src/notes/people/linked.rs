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
            let shown = spots.get(at).filter(|spot| {
                spot.block == index
                    && spot.bytes.start == mark.range.start
                    && spot.bytes.end <= mark.range.end
            });
            let Some(shown) = shown else { continue };
            let key = shown.key;
            let target = link.target.rsplit('/').next().unwrap_or_default().trim();
            // `[[Charles Habsburg|Karl V]]`, `[[Atahualpa|Atawallpa]]`
            let whole = shown.bytes == mark.range && shown.is_single();
            let range = mark.range.start as usize..mark.range.end as usize;
            let text = &block.text.visible[range];
            if !(whole && target.contains(' ') || are_forms(text, target)) {
                continue;
            }
            let Some(meant) = subject::whole(document, names, target) else {
                continue;
            };
            if meant.is_single() && target.contains(' ') || meant.shape < ENOUGH {
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
    spot.single = meant.single;
    spot.first = meant.first;
    spot.last = meant.last;
    spot.shape = spot.shape.max(meant.shape);
    spot.linked = true;
}

/// Whether two names are forms of one: of as many words, or single, with the same beginnings: Gustav II Adolf, Gustavus Adolphus.
fn are_forms(shown: &str, target: &str) -> bool {
    let begin = |text: &str| text.get(..3).map(str::to_ascii_lowercase);
    let several = [shown, target].map(|text| text.contains(' '));
    let capitals = shown
        .split(' ')
        .all(|word| word.starts_with(char::is_uppercase));
    let tail = |text: &str| {
        text.len()
            .checked_sub(2)
            .and_then(|at| text.get(at..))
            .map(str::to_owned)
    };
    shown != target
        && capitals
        && begin(shown).is_some_and(|own| begin(target) == Some(own))
        && match several {
            [true, true] => {
                let last = |text: &str| text.rsplit(' ').next().and_then(begin);
                last(shown) == last(target)
            }
            [false, false] => tail(shown).is_some_and(|own| tail(target) == Some(own)),
            _ => false,
        }
}

/// Whether a single name is a word of a full one.
fn is_akin(names: &Names, single: Folded, full: Folded) -> bool {
    names
        .words(full)
        .iter()
        .any(|word| names.are_same(*word, single))
}
