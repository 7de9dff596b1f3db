//! Who took a ruler's name: `Henry Tudor won at Bosworth and became Henry VII`, `he became Emperor Napoleon I`.

use crate::notes::markdown::Document;
use crate::notes::people::folded::Names;
use crate::notes::people::spot::Spot;

/// Spots before a ruler's name among which the name before is looked for.
const BACK: usize = 40;

/// The spot before `right` that names the ruler at `right` by a full name: of the same given name, the last one before "became".
pub(super) fn before(
    document: &Document,
    names: &Names,
    spots: &[Spot],
    right: usize,
) -> Option<usize> {
    let spot = &spots[right];
    if spot.tail.is_none() || !names.is_one(spot.key) || spot.tokens.start == 0 {
        return None;
    }
    let block = &document.blocks[spot.block];
    let start = spot.start();
    let at = block.tokens.partition_point(|token| token.start < start);
    let word = |back: usize| {
        at.checked_sub(back)
            .map_or("", |at| block.tokens[at].of(&block.text.visible))
    };
    let became = |word: &str| matches!(word, "became" | "becomes" | "crowned" | "become");
    let told = became(word(1)) || word(1) == "as" && is_reigning(word(2));
    if !told {
        return None;
    }
    let from = right.saturating_sub(BACK);
    (from..right).rev().find(|left| {
        let left = &spots[*left];
        left.tail.is_none() && left.words >= 2 && names.first(left.key) == spot.key
    })
}

/// Whether a word before "as" says that somebody rules: `takes the throne as`.
fn is_reigning(word: &str) -> bool {
    matches!(
        word,
        "crowned" | "throne" | "ruled" | "rules" | "ruling" | "reigned" | "reigns" | "reigning"
    )
}
