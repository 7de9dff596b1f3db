//! Lines that stand over others: headings in all but their mark, and dated lines over a list.

use crate::notes::dates::resolve::dated::Dated;
use crate::notes::markdown::{Block, BlockKind, Document, MarkKind};

/// A heading, or a short line by itself that is no sentence: "The campaign of 1799".
pub(super) fn stands_for_a_heading(block: &Block) -> bool {
    let text = &block.text.visible;
    let line = block.kind == BlockKind::Paragraph && block.depth == 0 && !block.quoted;
    block.kind == BlockKind::Heading
        || (line || block.kind == BlockKind::Loose)
            && block.lines.0 == block.lines.1
            && text.len() < 80
            && !text.ends_with(['.', ';', ',', '!', '?'])
}

/// Whether a paragraph opens something new, so that a date over the list before it is no longer said of what follows:
/// "**Q7** What came of it?"
pub(in crate::notes::dates) fn leads_anew(document: &Document, index: usize) -> bool {
    let blocks = &document.blocks;
    let block = &blocks[index];
    let is_item = |block: &Block| block.kind == BlockKind::Item;
    let after_list = index > 0 && is_item(&blocks[index - 1]);
    if block.kind != BlockKind::Paragraph || block.depth > 0 || !after_list {
        return false;
    }
    let bold = block
        .marks
        .first()
        .is_some_and(|mark| mark.kind == MarkKind::Strong && mark.range.start == 0);
    bold || block.text.visible.ends_with(['?', ':']) || blocks.get(index + 1).is_some_and(is_item)
}

/// "Meiji 22 (1889)": a few words over a list, with their year in brackets.
pub(super) fn is_dated_lead(document: &Document, index: usize, dates: &[Dated]) -> bool {
    let block = &document.blocks[index];
    let over_list = document
        .blocks
        .get(index + 1)
        .is_some_and(|next| next.kind == BlockKind::Item);
    let [only] = dates else { return false };
    let closed = block.tokens.len() == only.tokens.end + 1
        && block.tokens[only.tokens.end].of(&block.text.visible) == ")";
    over_list && closed && only.own_year && stands_for_a_heading(block)
}
