//! Files links with where their ends stand, and at the end the warnings of headings that kept no promise.

use std::ops::Range;

use super::Walk;
use crate::notes::causes::promise::Direction;
use crate::notes::causes::sentence::Sentence;
use crate::notes::facts::{CauseKind, CauseLink, End, Warning};
use crate::notes::ids::push;
use crate::notes::markdown::{Block, Visible};

impl Walk<'_> {
    /// The end that `range` of a sentence of block `index` is.
    pub(in crate::notes::causes) fn here(
        &self,
        index: usize,
        sentence: &Sentence<'_>,
        range: &Range<usize>,
    ) -> End {
        let token = sentence.base + range.start;
        End {
            text: sentence.words(range),
            line: self.line(&self.document.blocks[index], token),
            statement: self.statement(index, token),
        }
    }

    /// The last link that a sentence states, by its block and number.
    pub(in crate::notes::causes) fn last_link(
        &self,
        sentence: (usize, usize),
    ) -> Option<&CauseLink> {
        let place = self
            .last_links
            .binary_search_by_key(&sentence, |(sentence, _)| *sentence);
        Some(&self.facts.links[self.last_links[place.ok()?].1])
    }

    /// The statement that token `token` of block `index` belongs to.
    fn statement(&self, index: usize, token: usize) -> Option<usize> {
        let end = self.statements[index] as usize;
        let start = index
            .checked_sub(1)
            .map_or(0, |before| self.statements[before] as usize);
        let own = &self.document.statements[start..end];
        let n_before = own.partition_point(|statement| statement.tokens.start <= token);
        Some(start + n_before.checked_sub(1)?)
    }

    pub(in crate::notes::causes) fn line(&self, block: &Block, token: usize) -> u32 {
        if block.lines.0 == block.lines.1 {
            return block.lines.0;
        }
        let offset = block.tokens.get(token).map_or(block.span.start, |token| {
            block.text.file_offset(token.start)
        });
        self.document
            .line_starts
            .partition_point(|&start| start as usize <= offset) as u32
    }

    /// Files a link that block `index` states; `false` if its two ends are one.
    pub(in crate::notes::causes) fn push(
        &mut self,
        cause: End,
        effect: End,
        line: u32,
        cue: Visible,
        kind: CauseKind,
        index: usize,
    ) -> bool {
        let ends = [cause.text.as_bytes(), effect.text.as_bytes()];
        if cause.text.is_empty() || effect.text.is_empty() || ends[0].eq_ignore_ascii_case(ends[1])
        {
            return false;
        }
        // A table's column and the words of its cell may say the same.
        let links = &self.facts.links;
        let mut last = links[links.len().saturating_sub(8)..].iter();
        if last.any(|link| link.line == line && link.cause == cause && link.effect == effect) {
            return false;
        }
        let statement = self.statement(index, 0);
        let statement = statement.or(cause.statement).or(effect.statement);
        let document = self.document;
        let id = self.ids.of_pushed(|parts| {
            match statement {
                Some(statement) => push(parts, &document.statements[statement].id.digits()),
                None => push(parts, document.title.as_bytes()),
            }
            push(parts, b"cause");
            push(parts, ends[0]);
            push(parts, ends[1]);
        });
        let mut heading = self.document.blocks[index].heading;
        while let Some(at) = heading {
            self.kept[at] = true;
            heading = self.document.headings[at].parent;
        }
        self.facts.links.push(CauseLink {
            id,
            cause,
            effect,
            line,
            cue,
            kind,
        });
        true
    }

    /// Warns of headings that promise causes or effects and have none.
    pub(super) fn warn(&mut self) {
        for (index, tie) in self.headings.iter().enumerate() {
            let Some(tie) = tie
                .as_ref()
                .filter(|tie| !self.kept[index] && tie.heading == Some(index))
            else {
                continue;
            };
            let heading = &self.document.headings[index];
            let block = &self.document.blocks[heading.block];
            let (many, one) = match tie.direction {
                Direction::Causes => ("causes", "cause"),
                Direction::Effects => ("effects", "effect"),
            };
            self.facts.warnings.push(Warning {
                line: heading.line,
                span: Some(block.span.clone()),
                message: format!(
                    "“{}” promises {many}, and none were found under it",
                    block.text.visible.trim_end_matches(':')
                ),
                help: format!("Put each {one} in a bullet of its own below the heading."),
            });
        }
    }
}
