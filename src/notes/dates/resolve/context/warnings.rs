//! What the author should hear of: days that no calendar has, and dates without a year.

use std::ops::Range;

use super::Context;
use crate::notes::dates::resolve::dated::{bytes, line_of};
use crate::notes::facts::Warning;

impl<'d> Context<'d> {
    pub(in crate::notes::dates::resolve) fn warn_impossible(
        &mut self,
        index: usize,
        tokens: &Range<usize>,
    ) {
        let span = bytes(&self.document.blocks[index], tokens);
        let words = self.words(index, tokens);
        self.found.warnings.push(Warning {
            line: line_of(self.document, span.start),
            span: Some(span),
            message: format!("“{words}” is no day of the calendar"),
            help: "Correct the day or the month.".to_owned(),
        });
    }

    pub(in crate::notes::dates::resolve) fn warn_no_year(
        &mut self,
        index: usize,
        tokens: &Range<usize>,
    ) {
        let span = bytes(&self.document.blocks[index], tokens);
        let words = self.words(index, tokens);
        self.found.warnings.push(Warning {
            line: line_of(self.document, span.start),
            span: Some(span),
            message: format!("“{words}” has no year, and the note names none for it"),
            help: "Write the year here, in a heading above, or in the front matter (`year: 1962`)."
                .to_owned(),
        });
    }

    fn words(&self, index: usize, tokens: &Range<usize>) -> &'d str {
        let block = &self.document.blocks[index];
        let start = block.tokens[tokens.start].start as usize;
        let end = block.tokens[tokens.end - 1].end as usize;
        &block.text.visible[start..end]
    }
}
