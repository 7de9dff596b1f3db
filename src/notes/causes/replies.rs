//! Questions that are answered in their own block: "Why did it fall? 1) debt 2) hunger", "Q1. Why did he go? A. He was ill."

use std::ops::Range;

use super::inline;
use super::lists::Tie;
use super::promise::{self, Promise};
use super::sentence::Sentence;
use super::walk::Walk;
use super::words::{ASKS, CAUSE, COLON, EFFECT, SAY};
use crate::notes::facts::End;
use crate::notes::markdown::Block;

/// Sentences at the front of a block among which its question is looked for.
const FRONT: usize = 3;

/// Tokens of an answer in which a numbered list is looked for, at most.
const STRETCH: usize = 400;

impl Walk<'_> {
    /// Ties what a block answers to what its own question asks after.
    pub(super) fn replies(&mut self, index: usize) {
        let block = &self.document.blocks[index];
        let flags = self.keys.flags(index).iter().fold(0, |all, own| all | own);
        if flags & (ASKS | CAUSE | EFFECT) == 0 || self.has_children(index) {
            return;
        }
        let own = self.keys.flags(index);
        // "WHY" over lines of its own
        let shouts = |range: &Range<usize>| {
            block.tokens[range.start].shouted && own[range.start] & (ASKS | CAUSE | EFFECT) != 0
        };
        let labelled = flags & COLON != 0 && block.sentences.len() > 1;
        if labelled || block.lines.0 != block.lines.1 && block.sentences.iter().any(shouts) {
            self.lines_below(index);
        }
        for number in 0..block.sentences.len() {
            let s = self.sentence(index, &block.sentences[number]);
            let Some(mark) = (s.start + 1..s.end).find(|&at| s.mark(at, "?")) else {
                continue;
            };
            // "Why? He was ill" asks in the middle of a line too.
            if !self.begins_line(index, number) && !self.is_bare_why(index, number) {
                continue;
            }
            let question = Sentence { end: mark + 1, ..s };
            let Some(promise) = promise::asks(&question).or_else(|| promise::asks_of(&question))
            else {
                continue;
            };
            if mark + 1 == s.end {
                self.reply(index, number, &question, &promise);
            } else if s.is(promise.cue.start, "why") {
                // "Why was he loved? stood up to the king; low taxes"
                let tie = self.tie_of_question(index, number, &question, &promise);
                let answer = Sentence {
                    start: mark + 1,
                    ..s
                };
                let asks = (mark + 1..s.end).any(|at| s.mark(at, "?"));
                if !asks && !promise::denies(&answer) {
                    self.pieces(index, &answer, promise::pieces(&answer, mark + 1), &tie);
                }
            }
        }
    }

    /// Ties the answer behind question `number`.
    fn reply(&mut self, index: usize, number: usize, question: &Sentence<'_>, promise: &Promise) {
        let block = &self.document.blocks[index];
        // "[12]" behind a question is what it is worth.
        let marks = |at: usize| {
            let short = block
                .sentences
                .get(at)
                .is_some_and(|range| range.len() <= 3);
            short && self.is_bracket(index, at)
        };
        let first = number + 1 + usize::from(marks(number + 1));
        let Some(range) = block.sentences.get(first) else {
            return;
        };
        // "Why success? Rivals divided"
        let in_short = question.end - question.start == 3 && question.is(question.start, "why");
        let bare = in_short || self.is_bare_why(index, number);
        let tie = self.tie_of_question(index, number, question, promise);
        let stretch = range.start..self.end_of_answer(index, first);
        let rest = self.sentence(index, &stretch);
        if let Some(pieces) = promise::numbered(&rest, 0..rest.end) {
            return self.pieces(index, &rest, pieces, &tie);
        }
        let lines = self.numbered_lines(index, first);
        if lines.len() > 1 {
            for (line, start) in lines {
                let own = self.sentence(index, &block.sentences[line]);
                let pieces = one(start..own.end);
                self.pieces(index, &own, pieces, &tie);
            }
            return;
        }
        let marked = promise::answer_mark(&self.sentence(index, range), true);
        let notes = self.lines_of_notes(index, first);
        if marked == 0 && notes.len() > 1 {
            for line in notes {
                let own = self.sentence(index, &block.sentences[line]);
                if !promise::denies(&own) {
                    self.pieces(index, &own, one(0..own.end), &tie);
                }
            }
            return;
        }
        let mut answer = self.sentence(index, range);
        answer.start = marked;
        // "Why? Livy says luck": what somebody says.
        let said = bare && (0..4).any(|at| answer.has(at, SAY));
        if said || (0..answer.end).any(|at| answer.mark(at, "?")) {
            return;
        }
        let parted = (0..answer.end).any(|at| answer.mark(at, ";"));
        let apart = marked > 0 || self.begins_line(index, first);
        if parted {
            let pieces = promise::pieces(&answer, marked);
            self.pieces(index, &answer, pieces, &tie);
        } else if (apart || bare) && !self.explains(&answer, &tie) {
            self.pieces(index, &answer, one(marked..answer.end), &tie);
        }
    }

    /// What the answers to a question are tied to.
    fn tie_of_question(
        &mut self,
        index: usize,
        number: usize,
        question: &Sentence<'_>,
        promise: &Promise,
    ) -> Tie {
        let block = &self.document.blocks[index];
        let other = match &promise.of {
            Some(of) => Some(self.here(index, question, of)),
            // "why so late?" is about what its section is.
            None if !self.is_bare_why(index, number) => self.topic_of(block),
            None if number > 0 => self.said(index, number - 1),
            None => self.before(index, number, false),
        };
        Tie::of_lead_in(question, promise, other)
    }

    /// Whether a sentence is no more than a word or number in square brackets.
    fn is_bracket(&self, index: usize, number: usize) -> bool {
        let block = &self.document.blocks[index];
        let s = self.sentence(index, &block.sentences[number]);
        s.mark(0, "[") && s.mark(s.end - 1, "]")
    }

    /// Where the answer ends that begins with sentence `first`: at the next question or label.
    fn end_of_answer(&self, index: usize, first: usize) -> usize {
        let block = &self.document.blocks[index];
        let start = block.sentences[first].start;
        let later = block.sentences.iter().skip(first + 1);
        let mut later = later.take_while(|range| range.end <= start + STRETCH);
        let ends = |range: &&Range<usize>| {
            let s = self.sentence(index, range);
            s.mark(s.end - 1, "?") || promise::label(&s).is_some()
        };
        let next = later
            .find(ends)
            .map_or(block.tokens.len(), |range| range.start);
        next.min(start + STRETCH)
    }

    /// Whether an answer says "because" itself, which is read as such, or denies what it was asked.
    fn explains(&self, answer: &Sentence<'_>, tie: &Tie) -> bool {
        let cues = inline::find(answer);
        let opens = cues.first().is_some_and(|cue| cue.from <= answer.start);
        let other = tie.other.as_ref();
        opens
            || promise::denies(answer)
            || other.is_some_and(|other| promise::restates(answer, &other.text))
            || inline::links(answer, &cues)
                .iter()
                .any(|link| link.effect == inline::Side::Before)
    }

    /// What a question at the front of a block, before its sentence `number`, asks after: what the lists below it are about.
    fn asked_of(&self, index: usize, number: usize) -> Option<End> {
        let block = &self.document.blocks[index];
        let front = block.sentences.iter().take(number.min(FRONT));
        for range in front {
            let s = self.sentence(index, range);
            if s.end > 1 && s.mark(s.end - 1, "?") {
                let thing = promise::asked_after(&s)?;
                return Some(self.here(index, &s, &thing));
            }
        }
        None
    }

    /// What "Led to:" and "Causes:" under a question are about, where they name nothing themselves.
    pub(super) fn asked_over(
        &self,
        (index, number): (usize, usize),
        sentence: &Sentence<'_>,
        promise: &Promise,
    ) -> Option<End> {
        let opens = promise.cue.start <= sentence.start + 1;
        (promise.of.is_none() && opens)
            .then(|| self.asked_of(index, number))
            .flatten()
    }
}

/// A list of one piece.
fn one(piece: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(piece).collect()
}

/// Whether sentence `number` of a block is a question.
pub(super) fn asks_at(block: &Block, number: usize) -> bool {
    let last = block.sentences[number].end.checked_sub(1);
    last.is_some_and(|last| block.tokens[last].of(&block.text.visible) == "?")
}
