//! Columns of other names: under `Ruler | born as`, Prince Salim is Jahangir.

use crate::notes::markdown::{Block, BlockKind, Document};
use crate::notes::people::join::Equation;
use crate::notes::people::spot::Spot;

/// Names of a row, after the first, among which another name of it is looked for.
const NEAR: usize = 8;

/// Adds the pairs of names that a table puts side by side as one person's.
pub(super) fn add(document: &Document, spots: &[Spot], same: &mut Vec<Equation>) {
    // The header row that was asked last, and a bit for each of its columns of names.
    let mut asked = (usize::MAX, 0);
    let mut at = 0;
    while let Some(first) = spots.get(at) {
        let block = &document.blocks[first.block];
        let end = at
            + spots[at..]
                .iter()
                .take_while(|spot| spot.block == first.block)
                .count();
        if block.kind == BlockKind::Row
            && !block.header
            && let Some(header) = block.parent
        {
            if asked.0 != header {
                asked = (header, columns(&document.blocks[header]));
            }
            if asked.1 != 0 && column(block, first) == 0 {
                let others = (at + 1..end)
                    .take(NEAR)
                    .filter(|other| asked.1 >> column(block, &spots[*other]) & 1 == 1);
                same.extend(others.take(1).map(|other| (at, other)));
            }
        }
        at = end;
    }
}

/// The number of the cell that a name stands in, 63 at most.
fn column(block: &Block, spot: &Spot) -> usize {
    let before = &block.tokens[..spot.tokens.start];
    let bars = before
        .iter()
        .filter(|token| token.of(&block.text.visible) == "|");
    bars.count().min(63)
}

/// The columns of a header row that hold other names.
pub(in crate::notes::people) fn columns(header: &Block) -> u64 {
    if !header.header {
        return 0;
    }
    let cells = header.text.visible.split('|').enumerate().take(63).skip(1);
    let named = cells.filter(|(_, cell)| {
        let cell = cell.trim().to_ascii_lowercase();
        matches!(
            cell.as_str(),
            "born as"
                | "real name"
                | "birth name"
                | "other name"
                | "other names"
                | "also known as"
                | "aka"
                | "alias"
                | "nickname"
                | "nicknames"
                | "aliases"
                | "known as"
                | "stage name"
                | "pen name"
                | "code name"
                | "codename"
                | "also called"
                | "original name"
        )
    });
    named.fold(0, |columns, (column, _)| columns | 1 << column)
}
