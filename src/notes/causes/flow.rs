//! The block before each block in the flow of the text.

use rustc_hash::FxHashMap;

use crate::notes::markdown::{Block, BlockKind};

/// Where the pass is: what a "This" at the start of the next block would point to.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// The last item right under a block.
    last_child: FxHashMap<usize, usize>,
    /// The last item of a list that hangs on nothing.
    last_item: Option<usize>,
    /// The last paragraph, or the lead-in or item that stands for the list after it.
    latest: Option<usize>,
}

impl Flow {
    /// The block that came before `block` in the flow of the text.
    pub(super) fn before(&self, block: &Block) -> Option<usize> {
        match (block.kind, block.parent) {
            (BlockKind::Item, Some(parent)) => {
                Some(self.last_child.get(&parent).copied().unwrap_or(parent))
            }
            (BlockKind::Item, None) => self.last_item.max(self.latest),
            _ => self.latest,
        }
    }

    pub(super) fn pass(&mut self, index: usize, block: &Block) {
        match block.kind {
            BlockKind::Heading => *self = Self::default(),
            BlockKind::Loose | BlockKind::Footnote | BlockKind::CalloutTitle => {}
            BlockKind::Row if block.header => {}
            BlockKind::Item => {
                match block.parent {
                    Some(parent) => {
                        self.last_child.insert(parent, index);
                    }
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
