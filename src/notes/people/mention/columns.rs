//! Other names in a column for them, which nothing else tells: under `name | aka`, `Saigo | "Nanshu"`.

use super::{Note, call};
use crate::notes::facts::Person;
use crate::notes::markdown::BlockKind;
use crate::notes::people::equate::columns::columns;
use crate::notes::people::join::NO_LIST;

/// Letters of another name, at most.
const LONGEST: usize = 30;

/// Adds what columns of other names hold, to whom the row begins with.
pub(super) fn add(note: &Note<'_>, people: &mut [Person]) {
    // The header row that was asked last, and its columns of other names.
    let mut asked = (usize::MAX, 0);
    let mut row = usize::MAX;
    for (at, spot) in note.spots.iter().enumerate() {
        let block = &note.document.blocks[spot.block];
        let opens = std::mem::replace(&mut row, spot.block) != spot.block;
        let owner = note.people.owners[at];
        if block.kind != BlockKind::Row || !opens || block.header || owner == NO_LIST {
            continue;
        }
        let Some(header) = block.parent else { continue };
        if asked.0 != header {
            asked = (header, columns(&note.document.blocks[header]));
        }
        let text = &block.text.visible;
        if asked.1 == 0 || text[..spot.start() as usize].contains('|') {
            continue;
        }
        let cells = text.split('|').enumerate().take(63);
        let named = cells.filter(|(column, _)| asked.1 >> column & 1 == 1);
        for name in named.flat_map(|(_, cell)| cell.split([',', '/', ';'])) {
            let name = name.trim().trim_matches(['"', '“', '”', '\'', '‘', '’']);
            let capital = name.starts_with(char::is_uppercase);
            if capital && name.len() <= LONGEST && name.split(' ').count() <= 3 {
                call::add_byname(&mut people[owner as usize], name);
            }
        }
    }
}
