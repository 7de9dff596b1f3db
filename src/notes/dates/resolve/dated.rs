//! A date with everything filled in, and where it stands in the file.

use std::ops::Range;

use smallvec::SmallVec;

use crate::notes::facts::{Basis, DateMention, Warning};
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Block, BlockKind, Document};
use crate::notes::when::{Unit, When};

/// The tokens and the unit of each end of a date.
pub(super) type Ends = SmallVec<[(Range<usize>, Unit); 2]>;

/// A date of the note, with everything filled in.
#[derive(Debug, Clone)]
pub(in crate::notes::dates) struct Dated {
    /// The block it stands in.
    pub(in crate::notes::dates) block: usize,
    /// Its tokens there.
    pub(in crate::notes::dates) tokens: Range<usize>,
    /// Both ends of a range as one.
    pub(in crate::notes::dates) when: When,
    pub(in crate::notes::dates) from: Basis,
    /// The line that gave what it leaves out.
    pub(in crate::notes::dates) from_line: Option<u32>,
    /// Each end, with its tokens.
    pub(super) ends: Ends,
    /// The year, or more, is in its own words.
    pub(in crate::notes::dates) own_year: bool,
}

impl Dated {
    /// How many mentions it is.
    pub(in crate::notes::dates) fn n_mentions(&self) -> usize {
        self.ends.len()
    }

    /// Each end as a mention in the file.
    pub(in crate::notes::dates) fn mentions(
        &self,
        document: &Document,
        into: &mut Vec<DateMention>,
    ) {
        let block = &document.blocks[self.block];
        for (tokens, unit) in &self.ends {
            let (Some(first), Some(last)) = (
                block.tokens.get(tokens.start),
                block.tokens.get(tokens.end - 1),
            ) else {
                continue;
            };
            let span = block
                .text
                .file_span(first.start..without_owner(block, last));
            let line = line_in(document, block, span.start);
            let when = When {
                approximate: self.when.approximate,
                ..When::from(*unit)
            };
            into.push(DateMention {
                line,
                span,
                when,
                from: self.from,
                from_line: self.from_line,
            });
        }
    }
}

/// All dates of a note.
#[derive(Debug, Default)]
pub(in crate::notes::dates) struct Found {
    /// In file order.
    pub(in crate::notes::dates) dates: Vec<Dated>,
    /// For each block, its dates as a range of `dates`.
    pub(in crate::notes::dates) of_block: Vec<Range<usize>>,
    pub(in crate::notes::dates) warnings: Vec<Warning>,
    /// The heading that is the note's title, if one is.
    pub(in crate::notes::dates) title_heading: Option<usize>,
}

/// Where a token ends, its possessive left out: "that year's".
fn without_owner(block: &Block, token: &Token) -> u32 {
    if token.kind != Kind::Word {
        return token.end;
    }
    let words = token.of(&block.text.visible);
    let owner = words
        .strip_suffix("'s")
        .or_else(|| words.strip_suffix("’s"));
    token.start + owner.map_or(words.len(), str::len) as u32
}

/// The 1-based line of a byte of a block in the file.
pub(super) fn line_in(document: &Document, block: &Block, offset: usize) -> u32 {
    if block.lines.0 == block.lines.1 {
        block.lines.0
    } else {
        line_of(document, offset)
    }
}

/// The 1-based line of a byte of the file.
pub(super) fn line_of(document: &Document, offset: usize) -> u32 {
    let after = document
        .line_starts
        .partition_point(|start| *start as usize <= offset);
    u32::try_from(after.max(1)).unwrap_or(u32::MAX)
}

/// The bytes of the file that some tokens of a block take up.
pub(super) fn bytes(block: &Block, tokens: &Range<usize>) -> Range<usize> {
    let start = block
        .tokens
        .get(tokens.start)
        .map_or(0, |token: &Token| token.start);
    let end = block
        .tokens
        .get(tokens.end.wrapping_sub(1))
        .map_or(start, |token| token.end);
    block.text.file_span(start..end)
}

/// Whether a block is only a date: a heading in all but its mark.
pub(in crate::notes::dates) fn is_date_alone(block: &Block, dates: &[Dated]) -> bool {
    let [only] = dates else { return false };
    let outside = |at: usize| !only.tokens.contains(&at);
    matches!(
        block.kind,
        BlockKind::Paragraph | BlockKind::Loose | BlockKind::Item
    ) && block
        .tokens
        .iter()
        .enumerate()
        .all(|(at, token)| !outside(at) || token.kind == Kind::Punct)
}
