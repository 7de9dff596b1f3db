//! Lines of a block that are a list without its marks: below "Causes of the revolt:", or below a question.

use std::ops::Range;
use std::rc::Rc;

use super::lists::Tie;
use super::promise::{self, Promise};
use super::replies::asks_at;
use super::sentence::Sentence;
use super::walk::Walk;
use super::words::{ASKS, CAUSE, EFFECT};
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, BlockKind};

/// Bytes of a line that stands by itself, at most.
const SHORT: usize = 50;

/// Words of a label over a list, at most.
const WORDS: usize = 3;

/// Tokens of a question over a list, at most.
const QUESTION: usize = 10;

impl Walk<'_> {
    /// Files what the last line of a paragraph promises of the list below, where it is a label below lines of notes: "Impact:" and
    /// "consequences" are those of what the section is about, "why they fled" says itself what it asks after. `hangs`: the list hangs
    /// on the paragraph.
    pub(super) fn last_line_over(&mut self, index: usize, hangs: bool) -> bool {
        let block = &self.document.blocks[index];
        if block.kind != BlockKind::Paragraph || block.lines.1 == block.lines.0 {
            return false;
        }
        let next = self.document.blocks.get(index + 1);
        let is_list = |next: &Block| {
            next.kind == BlockKind::Item && next.parent.is_none() && next.quoted == block.quoted
        };
        if !hangs && (block.depth > 0 || !next.is_some_and(is_list)) {
            return false;
        }
        let end = block.tokens.len();
        let Some(last) = end.checked_sub(1).map(|at| self.line(block, at)) else {
            return false;
        };
        let mut near = (0..end).rev().take(QUESTION);
        let Some(above) = near.find(|&at| self.line(block, at) != last) else {
            return false;
        };
        let s = self.sentence(index, &(above + 1..end));
        let label = Sentence {
            end: s.end - usize::from(s.mark(s.end - 1, ":")),
            ..s
        };
        let Some(promise) = self.label_of_list(index, &label) else {
            return false;
        };
        let other = match &promise.of {
            Some(of) => Some(self.named(index, &label, of, block.heading)),
            None => self.topic_of(block),
        };
        let tie = Rc::new(Tie::of_lead_in(&s, &promise, other));
        if hangs {
            self.lead_ins.insert(index, tie);
        } else {
            self.over = Some(tie);
        }
        true
    }

    /// What the last line of a paragraph promises of the list below, if it is no more than "Impact" below two lines, or asks why
    /// in small letters, so that it reads as the end of the line above.
    fn label_of_list(&self, index: usize, label: &Sentence<'_>) -> Option<Promise> {
        if label.end == 0 {
            return None;
        }
        let block = &self.document.blocks[index];
        let goes_on = block
            .sentences
            .last()
            .is_some_and(|last| last.start < label.base);
        if label.is(0, "why") && goes_on && !label.mark(label.end - 1, "?") {
            return promise::heading(label).filter(|promise| promise.of.is_some());
        }
        let long = block.lines.1 > block.lines.0 + 1;
        let named = label.end <= WORDS && label.has(label.end - 1, CAUSE | EFFECT);
        let promise = if long && named {
            promise::heading(label)
        } else {
            None
        };
        promise.filter(|own| own.of.is_none() && own.cue.end == label.end)
    }

    /// Whether a sentence begins its block or a line of it, past the number of a question: "Q7. Why …?"
    pub(super) fn begins_line(&self, index: usize, number: usize) -> bool {
        let block = &self.document.blocks[index];
        let before = |number: usize| {
            let start = block.sentences[number].start;
            start.checked_sub(1).map(|last| self.line(block, last))
        };
        let own = self.line(block, block.sentences[number].start);
        let numbered = |last: usize| block.sentences[last].len() <= 2 && before(last) != Some(own);
        before(number) != Some(own) || number.checked_sub(1).is_some_and(numbered)
    }

    /// Ties the lines below a line that is nothing but a lead-in, "Causes of the revolt:", up to the next such line.
    pub(super) fn lines_below(&mut self, index: usize) {
        let block = &self.document.blocks[index];
        let mut tie: Option<Tie> = None;
        for (number, range) in block.sentences.iter().enumerate() {
            if !self.begins_line(index, number) {
                continue;
            }
            let s = self.sentence(index, range);
            if let Some((own, lines)) = self.bare_label(index, &s) {
                self.pieces(index, &s, lines, &own);
                tie = Some(own);
                continue;
            }
            let alone = number + 1 == block.sentences.len() || self.begins_line(index, number + 1);
            if alone && s.mark(s.end - 1, ":") {
                let promise = promise::lead_in(&s);
                tie = promise.map(|promise| self.tie_of_line((index, number), &s, &promise));
            } else if let Some(tie) = &tie
                && promise::label(&s).is_none()
                && !promise::denies(&s)
            {
                let lines = self.short_lines(index, &s, 0);
                self.pieces(index, &s, lines, tie);
            }
        }
    }

    /// A line that is no more than `WHY` or `IMPACT on the poor`, and the lines below it in one sentence with it.
    fn bare_label(&self, index: usize, s: &Sentence<'_>) -> Option<(Tie, Vec<Range<usize>>)> {
        if !s.tokens[0].shouted || !s.has(0, ASKS | CAUSE | EFFECT) {
            return None;
        }
        let mut lines = self.short_lines(index, s, 0);
        let label = lines.remove(0);
        let own = Sentence {
            end: label.end,
            ..*s
        };
        let block = &self.document.blocks[index];
        let promise = promise::heading(&own)?;
        // "RESULTS for the town" are not the town's doing.
        let of = promise.of.as_ref();
        let of = of.filter(|of| own.is(of.start.wrapping_sub(1), "of") || own.has(0, ASKS));
        let alone = label.len() <= 4 && !own.mark(own.end - 1, ":");
        let ends = label.end < s.end || self.begins_next_line(index, s);
        let other = of.map_or_else(
            || self.topic_of(block),
            |of| Some(self.named(index, &own, of, block.heading)),
        );
        (alone && ends).then(|| (Tie::of_lead_in(&own, &promise, other), lines))
    }

    /// Whether the line after a sentence is a line of its own.
    fn begins_next_line(&self, index: usize, s: &Sentence<'_>) -> bool {
        let block = &self.document.blocks[index];
        let next = s.base + s.end;
        next < block.tokens.len() && self.line(block, next) != self.line(block, next - 1)
    }

    /// What the lines below a lead-in are tied to.
    fn tie_of_line(
        &mut self,
        (index, number): (usize, usize),
        s: &Sentence<'_>,
        promise: &Promise,
    ) -> Tie {
        let block = &self.document.blocks[index];
        let other = match &promise.of {
            Some(of) => Some(self.named(index, s, of, block.heading)),
            None if number > 0 => self
                .asked_over((index, number), s, promise)
                .or_else(|| self.said(index, 0)),
            None => self.topic_of(block),
        };
        Tie::of_lead_in(s, promise, other)
    }

    /// The lines from `start` on of a sentence that runs over several, if they are too short to be those of a text broken at a
    /// column.
    pub(super) fn short_lines(
        &self,
        index: usize,
        s: &Sentence<'_>,
        start: usize,
    ) -> Vec<Range<usize>> {
        let block = &self.document.blocks[index];
        let mut lines: Vec<Range<usize>> = Vec::new();
        let mut last = None;
        for at in start..s.end {
            let line = self.line(block, s.base + at);
            match lines.last_mut() {
                Some(own) if last == Some(line) => own.end = at + 1,
                _ => lines.push(at..at + 1),
            }
            last = Some(line);
        }
        if lines.iter().all(|line| s.words(line).len() <= SHORT) {
            lines
        } else {
            std::iter::once(start..s.end).collect()
        }
    }

    /// The sentences from `first` on that begin with the numbers of a list, one a line, and where each goes on: `1 debt`.
    pub(super) fn numbered_lines(&self, index: usize, first: usize) -> Vec<(usize, usize)> {
        let block = &self.document.blocks[index];
        let mut found = Vec::new();
        for (number, range) in block.sentences.iter().enumerate().skip(first) {
            let s = self.sentence(index, range);
            let counts =
                s.tokens[0].kind == Kind::Number && s.word(0).parse() == Ok(found.len() + 1);
            if counts && s.end > 1 && s.tokens[1].spaced && self.begins_line(index, number) {
                found.push((number, 1));
            } else if found.is_empty() || asks_at(&self.document.blocks[index], number) {
                break;
            }
        }
        found
    }

    /// The sentences from `first` on, if each is a line by itself and none is more than a note, without a full stop, a question or
    /// a label.
    pub(super) fn lines_of_notes(&self, index: usize, first: usize) -> Vec<usize> {
        let block = &self.document.blocks[index];
        let is_note = |&number: &usize| {
            let s = self.sentence(index, &block.sentences[number]);
            let stops = [".", "?", "!", ":"]
                .iter()
                .any(|mark| s.mark(s.end - 1, mark));
            self.begins_line(index, number) && !stops && promise::label(&s).is_none()
        };
        let lines: Vec<usize> = (first..block.sentences.len()).take_while(is_note).collect();
        match lines.len() + first == block.sentences.len() {
            true => lines,
            false => Vec::new(),
        }
    }
}
