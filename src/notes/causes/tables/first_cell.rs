//! Rows by their first cell: what it promises of the cells beside it, or what they speak of.

use super::{FIRST_CELL, cells};
use crate::notes::causes::lists::Tie;
use crate::notes::causes::promise;
use crate::notes::causes::walk::Walk;
use crate::notes::facts::{CauseKind, End};

impl Walk<'_> {
    /// A row whose first cell says "Causes of the war": what the other cells list are causes of it.
    pub(super) fn labelled_row(&mut self, index: usize) {
        let block = &self.document.blocks[index];
        let row = self.whole(index);
        if !promise::may_promise(&row) {
            return;
        }
        let cells = cells(&row);
        let n_cells = cells.len();
        let mut cells = cells.into_iter();
        let Some(promise) = cells
            .next()
            .and_then(|cell| promise::heading(&row.within(&cell)))
        else {
            return;
        };
        // "Causes | 1890s | 1900s" is a row of a table that compares.
        if promise.of.is_none() && n_cells != 2 {
            return;
        }
        let other = match &promise.of {
            Some(of) => Some(self.named(index, &row, of, block.heading)),
            None => self.topic_of(block),
        };
        let tie = Tie {
            direction: promise.direction,
            other,
            cue: row.words(&promise.cue),
            kind: CauseKind::Heading,
            heading: None,
        };
        for cell in cells {
            for piece in promise::stated(&row, cell) {
                let own = promise::item(&row.within(&piece));
                if !row.hollow(&own) {
                    let end = self.here(index, &row, &own);
                    self.tied(end, &tie, index);
                }
            }
        }
    }

    /// What stands in the first cell of a row, which the cells behind it speak of, if token `at` is in one of those.
    pub(in crate::notes::causes) fn first_cell(&self, index: usize, at: usize) -> Option<End> {
        let front = 0..at.min(FIRST_CELL);
        let row = self.sentence(index, &front);
        let bar = front.into_iter().find(|&at| row.mark(at, "|"))?;
        let cell = row.trim(0..bar);
        (!row.hollow(&cell) && !row.is_date(&cell)).then(|| self.here(index, &row, &cell))
    }
}
