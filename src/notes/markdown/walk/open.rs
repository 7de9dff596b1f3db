//! The block that is open: how it opens, what it has from the lists and quotes around it, how it closes.

use super::Walk;
use crate::notes::markdown::BlockKind;
use crate::notes::markdown::bullets::is_outer;
use crate::notes::markdown::sink::Open;

impl Walk<'_> {
    /// The block that text goes to now; opens one where none is open.
    #[inline]
    pub(in crate::notes::markdown) fn open_for_text(&mut self, at: usize) -> &mut Open {
        if self.sink.current.is_none() {
            self.open_by_place(at);
        }
        self.sink.current.as_mut().expect("opened just above")
    }

    /// Opens a block of the kind that text is here.
    fn open_by_place(&mut self, at: usize) {
        let kind = if self.footnote {
            BlockKind::Footnote
        } else if self.items.is_empty() {
            BlockKind::Paragraph
        } else {
            BlockKind::Item
        };
        let mut open = self.sink.open(kind, at + self.base);
        self.context(&mut open);
        self.sink.current = Some(open);
    }

    /// Opens an item whose marker ends at `text` of the source.
    pub(in crate::notes::markdown) fn hand_made_item(
        &mut self,
        indent: usize,
        start: usize,
        text: usize,
    ) {
        let (parent, depth) = self.nest.parent(indent);
        let mut open = self.sink.open(BlockKind::Item, start + self.base);
        self.context(&mut open);
        open.parent = parent.or(open.parent);
        open.depth = open
            .depth
            .saturating_add(u8::try_from(depth).unwrap_or(u8::MAX))
            .saturating_add(1);
        open.hand_made = Some(indent);
        self.skip_to = text;
        self.sink.current = Some(open);
    }

    /// The item of an outline, such as `IV. Results`, that was read last: the list right below hangs on it.
    pub(super) fn outer_item(&self) -> Option<usize> {
        let block = self.nest.last()?;
        let text = self.sink.document.blocks[block].span.start - self.base;
        let start = memchr::memrchr2(b'\n', b'\r', &self.source.as_bytes()[..text])
            .map_or(0, |end| end + 1);
        is_outer(&self.source[start..text]).then_some(block)
    }

    /// Fills in what a block has from the lists and quotes around it.
    pub(in crate::notes::markdown) fn context(&self, open: &mut Open) {
        open.quoted = !self.quotes.is_empty();
        let depth = self.items.len() + usize::from(self.is_hung && !self.items.is_empty());
        open.depth = u8::try_from(depth).unwrap_or(u8::MAX);
        open.parent = match self.items.last() {
            Some(item) => item.or_else(|| self.lists.last().copied().flatten()),
            None => self.quotes.last().copied().flatten(),
        };
    }

    /// Closes the open block, and remembers it as the text of the item it is the first of.
    pub(in crate::notes::markdown) fn close(&mut self) -> Option<usize> {
        let open = self.sink.current.take()?;
        let (kind, hand_made) = (open.kind, open.hand_made);
        let block = self.sink.close(open);
        if kind == BlockKind::CalloutTitle
            && let Some(quote) = self.quotes.last_mut()
        {
            *quote = block;
        }
        let block = block?;
        match (hand_made, self.items.last_mut()) {
            (Some(indent), _) => self.nest.push(indent, block),
            (None, Some(item @ None)) if kind == BlockKind::Item => *item = Some(block),
            _ => {}
        }
        Some(block)
    }

    pub(in crate::notes::markdown) fn leave_nest(&mut self) {
        self.close();
        self.nest.leave();
    }
}
