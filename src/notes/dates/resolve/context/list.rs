//! The dates of list items, for the items below them.

use super::Context;
use crate::notes::dates::resolve::dated::Dated;
use crate::notes::markdown::{Block, BlockKind};

/// A date that opened a list item, for the items below it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lead {
    parent: Option<usize>,
    heading: Option<usize>,
    date: usize,
}

/// Remembers a date of an item for those below it in the same list; what is nested deeper is past.
pub(super) fn remember(lists: &mut Vec<Option<Lead>>, block: &Block, date: usize) {
    let depth = usize::from(block.depth);
    lists.resize(lists.len().max(depth + 1), None);
    lists.truncate(depth + 1);
    lists[depth] = Some(Lead {
        parent: block.parent,
        heading: block.heading,
        date,
    });
}

impl Context<'_> {
    /// The lead of the item above in the same list.
    pub(in crate::notes::dates::resolve) fn list_lead(&self, index: usize) -> Option<&Dated> {
        self.above_in_list(&self.lists, index)
    }

    /// The first date of the last item of the same list that states a year.
    pub(in crate::notes::dates::resolve) fn list_told(&self, index: usize) -> Option<&Dated> {
        self.above_in_list(&self.told, index)
    }

    fn above_in_list(&self, lists: &[Option<Lead>], index: usize) -> Option<&Dated> {
        let block = &self.document.blocks[index];
        if block.kind != BlockKind::Item {
            return None;
        }
        let lead = lists.get(usize::from(block.depth))?.as_ref()?;
        (lead.parent == block.parent && lead.heading == block.heading)
            .then(|| &self.found.dates[lead.date])
    }
}
