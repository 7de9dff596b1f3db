//! What the words around a spot say of it: a person, or a place, a thing, a people.

mod after;
mod before;

use super::folded::Names;
use super::run::Tokens;
use super::spot::Spot;
use crate::notes::markdown::BlockKind;

/// What stands before and after `spot`; `start` is the first token of its title, or of itself.
pub(super) fn context(tokens: &Tokens<'_>, names: &Names, spot: &Spot, start: usize) -> i32 {
    let mut weight = after::tagged(tokens, spot.tokens.end) + after::weight(tokens, names, spot);
    // In a heading, the words around are capitalised as well and say little.
    if tokens.block().kind != BlockKind::Heading {
        weight += before::weight(tokens, spot, start);
    }
    weight.clamp(-10, 14)
}
