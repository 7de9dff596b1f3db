//! A block that is being read.

use super::Sink;
use crate::notes::markdown::BlockKind;
use crate::notes::markdown::builder::Builder;

/// A block that is being read. It is large, and handed on by its box, which serves one block after the other.
#[derive(Debug)]
pub(in crate::notes::markdown) struct Open {
    pub(in crate::notes::markdown) kind: BlockKind,
    pub(in crate::notes::markdown) text: Builder,
    pub(in crate::notes::markdown) parent: Option<usize>,
    pub(in crate::notes::markdown) depth: u8,
    pub(in crate::notes::markdown) quoted: bool,
    pub(in crate::notes::markdown) level: u8,
    /// A heading by the line under it: a long one is a paragraph over a rule.
    pub(in crate::notes::markdown) underlined: bool,
    /// An item that only looks like one, with the columns before its marker.
    pub(in crate::notes::markdown) hand_made: Option<usize>,
    pub(in crate::notes::markdown) task: Option<bool>,
    /// The header row of a table.
    pub(in crate::notes::markdown) header: bool,
    /// Where its text begins in the file.
    pub(in crate::notes::markdown) start: usize,
}

impl Sink {
    /// Opens a block, in the room of the one that was filed last.
    pub(in crate::notes::markdown) fn open(&mut self, kind: BlockKind, start: usize) -> Box<Open> {
        let Some(mut open) = self.filed.take() else {
            return Box::new(Open {
                kind,
                text: Builder::new(self.signs),
                parent: None,
                depth: 0,
                quoted: false,
                level: 0,
                underlined: false,
                hand_made: None,
                task: None,
                header: false,
                start,
            });
        };
        let Open {
            kind: _,
            text,
            parent,
            depth,
            quoted,
            level,
            underlined,
            hand_made,
            task,
            header,
            start: _,
        } = &mut *open;
        text.clear();
        (*parent, *depth, *quoted, *level) = (None, 0, false, 0);
        (*underlined, *hand_made, *task, *header) = (false, None, None, false);
        (open.kind, open.start) = (kind, start);
        open
    }
}
