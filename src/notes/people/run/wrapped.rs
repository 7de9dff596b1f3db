//! Names that go on in the next line of wrapped text, and those that end with their line.

use super::{LONGEST, Piece, Runs, Shape};
use crate::notes::people::lexicon::Is;

/// Column from which on the last word of a line may stand at the end of a full one.
const WRAPPED: u32 = 55;

impl Runs<'_> {
    /// Whether a line of the file ends before `at`, and is not the full line of a wrapped paragraph that leaves a name open.
    pub(super) fn is_broken(&self, at: usize, last: &Piece) -> bool {
        let block = self.tokens.block();
        if block.lines.0 == block.lines.1 || self.line_starts.is_empty() {
            return false;
        }
        let offset = |at: usize| block.text.file_offset(self.tokens.all[at].start) as u32;
        let right = offset(at);
        let line = self.line_starts.partition_point(|start| *start <= right);
        let start = self.line_starts[line.saturating_sub(1)];
        let left = offset(at - 1);
        if left >= start {
            return false;
        }
        let column = left.saturating_sub(self.line_starts[line.saturating_sub(2)]);
        let open = last.is.intersects(Is::GIVEN | Is::TITLE)
            || matches!(last.shape, Shape::Initial | Shape::Particle);
        let wrapped = open && column >= WRAPPED && !self.has_room(at, line);
        left < start && !(wrapped && self.is_wrapped(at, line, start - left + column))
    }

    /// Whether the line before the one with number `line`, whose first token is at `at`, is as full as the line itself is: the
    /// first word behind either would not have fitted on it. `width` is how long the line before is.
    fn is_wrapped(&self, at: usize, line: usize, width: u32) -> bool {
        let Some(end) = self.line_starts.get(line) else {
            return true;
        };
        let block = self.tokens.block();
        let offset = |at: usize| block.text.file_offset(self.tokens.all[at].start) as u32;
        let mut after = (at..self.tokens.all.len()).take(LONGEST);
        let Some(next) = after.find(|at| offset(*at) >= *end) else {
            return true;
        };
        let room = self.line_starts[line - 1] + width;
        *end + self.tokens.word(next).len() as u32 >= room
    }

    /// Whether the word at `at`, with which a line begins, has room at the end of the one before, since a line beside them is as
    /// long: nobody wrapped that.
    fn has_room(&self, at: usize, line: usize) -> bool {
        let starts = self.line_starts;
        let length = |line: usize| match (starts.get(line.wrapping_sub(1)), starts.get(line)) {
            (Some(start), Some(end)) => end - start,
            _ => 0,
        };
        let block = self.tokens.block();
        let first = block.lines.0 as usize;
        let whole = length(line - 1) + self.tokens.word(at).len() as u32 + 1;
        length(line) >= whole || line >= first + 2 && length(line - 2) >= whole
    }
}
