//! Birth names: `He was born Ioseb Jughashvili`, or as a line under who it is about, `Born Ioseb Jughashvili in Gori`,
//! `real name Ioseb Jughashvili`.

use super::start_of;
use crate::notes::markdown::Document;
use crate::notes::people::folded::Names;
use crate::notes::people::spot::Spot;

/// Spots before a birth name among which the heading is looked for.
const BACK: usize = 40;

/// Letters of "born".
const LETTERS: u32 = 4;

/// The spot before `right` of whom `right` is the birth name: the one person of the block, or of the heading above.
pub(super) fn before(
    document: &Document,
    names: &Names,
    spots: &[Spot],
    right: usize,
) -> Option<usize> {
    let spot = &spots[right];
    let block = &document.blocks[spot.block];
    let born = start_of(names, block, spot).checked_sub(1)?;
    let before = &block.tokens[born];
    if before.end - before.start != LETTERS {
        // Quicker than to compare the words.
        return None;
    }
    let word = |at: usize| block.tokens[at].of(&block.text.visible);
    let named = born == 1
        && word(1) == "name"
        && matches!(
            word(0),
            "Birth"
                | "Full"
                | "Orig"
                | "Original"
                | "Real"
                | "birth"
                | "full"
                | "orig"
                | "original"
                | "real"
        );
    if !named && !matches!(word(born), "born" | "Born") {
        return None;
    }
    let is_told = born >= 2
        && matches!(word(born - 2), "He" | "he" | "She" | "she")
        && word(born - 1) == "was";
    let place = if is_told {
        spot.block
    } else if born == 0 || named {
        let mut before = spots[..right].iter().rev().take(BACK);
        before.find(|spot| spot.in_heading)?.block
    } else {
        return None;
    };
    let mut bearers = (right.saturating_sub(BACK)..right).filter(|at| spots[*at].block == place);
    let first = bearers.next()?;
    let is_one = |at: usize| names.last(spots[at].key) == names.last(spots[first].key);
    (!spots[first].possessive && bearers.all(is_one)).then_some(first)
}
