//! Where headings stand: under one another, and over the rest of a list item alone.

use super::Sink;
use crate::notes::markdown::Heading;

impl Sink {
    pub(super) fn heading(&mut self, block: usize, level: u8) {
        let depth = self.document.blocks[block].depth;
        if depth > 0 && self.outlined.last().is_none_or(|last| last.depth < depth) {
            self.outlined.push(Outlined {
                depth,
                number: self.document.headings.len(),
                around: self.open_headings.clone(),
            });
        }
        while self
            .open_headings
            .last()
            .is_some_and(|open| self.document.headings[*open].level >= level)
        {
            self.open_headings.pop();
        }
        let parent = self.open_headings.last().copied();
        let heading = self.document.headings.len();
        let line = self.document.blocks[block].lines.0;
        self.document.headings.push(Heading {
            level,
            block,
            parent,
            line,
            housekeeping: false,
            metadata: false,
            outlined: false,
        });
        self.document.blocks[block].heading = Some(heading);
        self.open_headings.push(heading);
    }

    /// A list item of this depth ends, and with it what a heading in it stands over. `1. ## Origins` over text outside the
    /// list is a heading like any other.
    pub(in crate::notes::markdown) fn end_item(&mut self, depth: usize) {
        while let Some(ended) = self
            .outlined
            .pop_if(|last| usize::from(last.depth) >= depth)
        {
            let heading = &mut self.document.headings[ended.number];
            if self.document.blocks.len() > heading.block + 1 {
                heading.outlined = true;
                self.open_headings = ended.around;
            }
        }
    }
}

/// A heading in a list item.
#[derive(Debug)]
pub(super) struct Outlined {
    depth: u8,
    /// Its number among the headings.
    number: usize,
    /// The headings that are open where the item begins.
    around: Vec<usize>,
}
