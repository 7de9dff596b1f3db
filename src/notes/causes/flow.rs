//! The block before each block in the flow of the text.

use crate::notes::markdown::{Block, BlockKind};

/// Where the pass is: what a "This" at the start of the next block would point to.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// Blocks with items right under them, in their order, each with the last of those.
    last_child: Vec<(usize, usize)>,
    /// The last item of a list that hangs on nothing.
    last_item: Option<usize>,
    /// The last paragraph, or the lead-in or item that stands for the list after it.
    latest: Option<usize>,
}

impl Flow {
    /// The block that came before `block` in the flow of the text.
    pub(super) fn before(&self, block: &Block) -> Option<usize> {
        match (block.kind, block.parent) {
            (BlockKind::Item, Some(parent)) => Some(
                self.child(parent)
                    .map_or(parent, |at| self.last_child[at].1),
            ),
            (BlockKind::Item, None) => self.last_item.max(self.latest),
            _ => self.latest,
        }
    }

    /// Where a block stands among those with items under them, or would.
    fn child(&self, parent: usize) -> Result<usize, usize> {
        self.last_child
            .binary_search_by_key(&parent, |(parent, _)| *parent)
    }

    pub(super) fn pass(&mut self, index: usize, block: &Block) {
        match block.kind {
            BlockKind::Heading => {
                self.last_child.clear();
                (self.last_item, self.latest) = (None, None);
            }
            BlockKind::Loose | BlockKind::Footnote | BlockKind::CalloutTitle => {}
            BlockKind::Row if block.header => {}
            BlockKind::Item => {
                match block.parent {
                    Some(parent) => match self.child(parent) {
                        Ok(at) => self.last_child[at].1 = index,
                        Err(at) => self.last_child.insert(at, (parent, index)),
                    },
                    None => self.last_item = Some(index),
                }
                if block.depth <= 1 {
                    self.latest = Some(block.parent.unwrap_or(index));
                }
            }
            BlockKind::Paragraph | BlockKind::Row | BlockKind::Code => self.latest = Some(index),
        }
    }
}
