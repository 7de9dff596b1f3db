//! The readable text of a block, and the way back to the file.

use std::ops::Range;

use smallvec::SmallVec;

use super::visible::Visible;

/// The readable text of a block without its markup, and the way back to the file.
///
/// `[[Kennedy|JFK]] said` is `JFK said`; a soft break is a space; `%%comments%%` and footnote marks are gone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// What a reader sees.
    pub visible: Visible,
    /// Pieces in order: (offset in `visible`, offset in the file); between two entries both advance together.
    pub pieces: SmallVec<[Piece; 2]>,
}

/// An offset in the visible text of a block, and the one in the file that it stands for.
pub type Piece = (u32, u32);

impl Text {
    /// The bytes of the file from the first to the last character of `range`, byte offsets in [`Text::visible`].
    ///
    /// Markup between them is included, markup around them is not.
    #[must_use]
    pub fn file_span(&self, range: Range<u32>) -> Range<usize> {
        file_span(&self.visible, &self.pieces, range)
    }

    /// The place in the file of the character at `visible`, a byte offset in [`Text::visible`].
    #[must_use]
    pub fn file_offset(&self, visible: u32) -> usize {
        file_offset(&self.pieces, visible)
    }
}

/// See [`Text::file_span`].
pub(super) fn file_span(visible: &str, pieces: &[Piece], range: Range<u32>) -> Range<usize> {
    let start = file_offset(pieces, range.start);
    if range.end <= range.start {
        return start..start;
    }
    if pieces.len() == 1 {
        return start..start + range.len();
    }
    let head = &visible[..range.end as usize];
    let last = head.chars().next_back().map_or(0, char::len_utf8);
    let after = pieces.partition_point(|piece| piece.0 < range.end);
    let end = file_offset(pieces, range.end - last as u32) + last;
    let limit = pieces.get(after).map_or(end, |piece| piece.1 as usize);
    start..end.min(limit).max(start)
}

/// See [`Text::file_offset`].
#[inline]
fn file_offset(pieces: &[Piece], visible: u32) -> usize {
    let piece = match pieces {
        [] => return 0,
        // As most texts have.
        [only] => only,
        _ => {
            let after = pieces.partition_point(|piece| piece.0 <= visible);
            &pieces[after.saturating_sub(1)]
        }
    };
    (piece.1 + (visible - piece.0)) as usize
}
