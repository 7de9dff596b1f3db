//! Rulers who are told by their epithets: where a note has Frederick the Great, `Frederick II = the Great` is he.

use crate::notes::markdown::Document;
use crate::notes::people::folded::Names;
use crate::notes::people::join::{Equation, is_numeral};
use crate::notes::people::lexicon;
use crate::notes::people::spot::Spot;

/// Spots among which who has an epithet is looked for.
const MOST: usize = 1024;

/// Adds the rulers of whom the words after them say that they are who the note names with an epithet.
pub(super) fn add(document: &Document, names: &Names, spots: &[Spot], same: &mut Vec<Equation>) {
    for (at, spot) in spots.iter().enumerate() {
        if spot.tail.is_none() {
            continue;
        }
        let block = &document.blocks[spot.block];
        if !block.signs.any(b"=") {
            continue;
        }
        let word = |at: usize| {
            let token = block.tokens.get(at);
            token.map_or("", |token| token.of(&block.text.visible))
        };
        let end = spot.tokens.end;
        if word(end) != "=" || word(end + 1) != "the" || !is_numeral(names.text(spot.tail)) {
            continue;
        }
        let mut epithet = "the ".to_owned();
        lexicon::fold(word(end + 2), &mut epithet);
        let Some(epithet) = names.find(&epithet) else {
            continue;
        };
        let others = spots.iter().take(MOST);
        let mut others = others.enumerate();
        let other = others.find(|(_, other)| other.key == spot.key && other.tail == epithet);
        same.extend(other.map(|(other, _)| (other, at)));
    }
}
