//! What the author should hear of: days that no calendar has, and dates without a year.

use std::ops::Range;

use super::Context;
use crate::notes::dates::resolve::dated::{bytes, line_of};
use crate::notes::facts::Warning;

impl Context<'_> {
    /// Warns of a day such as 31 June.
    pub(in crate::notes::dates::resolve) fn warn_impossible(
        &mut self,
        index: usize,
        tokens: &Range<usize>,
    ) {
        let help = "Correct the day or the month.";
        self.warn(index, tokens, "is no day of the calendar", help);
    }

    /// Warns of a date that nothing gives a year.
    pub(in crate::notes::dates::resolve) fn warn_no_year(
        &mut self,
        index: usize,
        tokens: &Range<usize>,
    ) {
        let wrong = "has no year, and the note names none for it";
        let help =
            "Write the year here, in a heading above, or in the front matter (`year: 1962`).";
        self.warn(index, tokens, wrong, help);
    }

    /// Says what is `wrong` with the words of some tokens of block `index`.
    fn warn(&mut self, index: usize, tokens: &Range<usize>, wrong: &str, help: &str) {
        let block = &self.document.blocks[index];
        let span = bytes(block, tokens);
        let start = block.tokens[tokens.start].start as usize;
        let end = block.tokens[tokens.end - 1].end as usize;
        let words = &block.text.visible[start..end];
        self.found.warnings.push(Warning {
            line: line_of(self.document, span.start),
            span: Some(span),
            message: format!("“{words}” {wrong}"),
            help: help.to_owned(),
        });
    }
}
