//! Who took a ruler's name: `Henry Tudor won at Bosworth and became Henry VII`, `he became Emperor Napoleon I`,
//! `Tudor, King Henry VII`.

use crate::notes::markdown::Document;
use crate::notes::people::folded::Names;
use crate::notes::people::join::is_numeral;
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
    let from = right.saturating_sub(BACK);
    if !told {
        let titled = spot.title.is_some();
        let comma = if titled || !is_royal(word(1)) { 1 } else { 2 };
        let one = right.checked_sub(1)?;
        let beside = word(comma) == ","
            && (titled || comma == 2)
            && is_numeral(names.text(spot.tail))
            && spots[one].block == spot.block
            && spots[one].tokens.end + comma == at;
        if !beside {
            return None;
        }
        let ends = block.tokens.get(spot.tokens.end);
        let ends = ends.is_none_or(|next| matches!(next.of(&block.text.visible), "." | ")" | "|"));
        let is_pope = ends && titled && names.text(spot.title_word) == "pope";
        if is_pope && spots[one].words >= 2 && spots[one].title.is_none() {
            return Some(one);
        }
        return full_name(names, &spots[from..right], spot).map(|back| from + back);
    }
    (from..right).rev().find(|left| {
        let left = &spots[*left];
        left.tail.is_none() && left.words >= 2 && names.first(left.key) == spot.key
    })
}

/// Of the spots up to the ruler `ruler`, the last full name that the one right before the ruler may be short for, if its given
/// name is the ruler's: Henri Dubois, of "Dubois, King Henry I".
fn full_name(names: &Names, before: &[Spot], ruler: &Spot) -> Option<usize> {
    let beside = before.last()?;
    before.iter().rposition(|full| {
        full.tail.is_none()
            && full.words >= 2
            && names.last(full.key) == names.last(beside.key)
            && (beside.single || full.key == beside.key)
            && names.are_same(names.first(full.key), ruler.key)
    })
}

/// Whether a word in small letters says that a ruler's name follows.
fn is_royal(word: &str) -> bool {
    matches!(
        word,
        "king" | "queen" | "emperor" | "empress" | "tsar" | "sultan"
    )
}

/// Whether a word before "as" says that somebody rules: `takes the throne as`.
fn is_reigning(word: &str) -> bool {
    matches!(
        word,
        "crowned" | "throne" | "ruled" | "rules" | "ruling" | "reigned" | "reigns" | "reigning"
    )
}
