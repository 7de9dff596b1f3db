//! Lead-ins: the words over a list, and what they tie it to.

use std::ops::Range;
use std::rc::Rc;

use super::lists::Tie;
use super::promise::{self, Promise};
use super::sentence::Sentence;
use super::walk::Walk;
use super::words::BACK;
use crate::notes::facts::End;
use crate::notes::markdown::BlockKind;
use crate::notes::word_key::words;

/// Bytes of a line that stands over a list as a heading would, at most.
const LINE: usize = 60;

impl Walk<'_> {
    /// Whether a block is a paragraph of several sentences under a heading.
    fn is_long(&self, block: Option<usize>) -> bool {
        block.is_some_and(|at| {
            let block = &self.document.blocks[at];
            block.kind == BlockKind::Paragraph
                && block.sentences.len() > 1
                && block.heading.is_some()
        })
    }

    /// Whether a block is a short line right over a list that does not hang on it, as a heading would stand: "Causes of the war".
    fn is_line_over(&self, index: usize) -> bool {
        let block = &self.document.blocks[index];
        let next = self.document.blocks.get(index + 1);
        let is_short = || {
            let text = block.text.visible.trim_end();
            text.len() <= LINE && !text.ends_with(['.', ';', ',', '!'])
        };
        block.kind == BlockKind::Paragraph
            && block.depth == 0
            && block.lines.0 == block.lines.1
            && (block.sentences.len() == 1 || block.sentences.len() == 2 && self.asks_before(index))
            && next.is_some_and(|next| {
                next.kind == BlockKind::Item && next.parent.is_none() && next.quoted == block.quoted
            })
            && is_short()
    }

    /// Files what a block over a list promises of it.
    pub(super) fn lead_in(&mut self, index: usize) {
        let block = &self.document.blocks[index];
        let is_paragraph = block.kind == BlockKind::Paragraph;
        let over = if is_paragraph { self.over.take() } else { None };
        let hangs = self.has_children(index);
        if self.lead_ins.contains_key(&index) || self.last_line_over(index, hangs) {
            return;
        }
        if !hangs && !self.is_line_over(index) {
            return;
        }
        let Some(last) = block.sentences.last() else {
            return;
        };
        let mut sentence = self.sentence(index, last);
        // "Q: Why did it fail? A:" over the list of answers.
        let asked = promise::is_answer_mark(&sentence)
            .then(|| block.sentences.len().checked_sub(2))
            .flatten();
        if let Some(asked) = asked {
            let range = &block.sentences[asked];
            sentence = self.sentence(index, range);
        }
        let promise = if asked.is_some() {
            promise::heading(&Sentence {
                end: sentence.end - usize::from(sentence.mark(sentence.end - 1, "?")),
                ..sentence
            })
        } else if hangs {
            promise::lead_in(&sentence)
        } else {
            // "It failed because" needs no colon over its list.
            promise::heading(&sentence).or_else(|| promise::open_ended(&sentence))
        };
        // "Why was he loved? paid well" over a list has its answer; `2013 "Why was he loved?"` has none.
        let closed = matches!(sentence.word(sentence.end - 1), "\"" | "”" | "'" | "’");
        let end = sentence.end.saturating_sub(1 + usize::from(closed));
        let answered = !hangs && (0..end).any(|at| sentence.mark(at, "?"));
        let Some(promise) = promise.filter(|_| !answered) else {
            if hangs && asked.is_none() {
                self.question_over(index);
            }
            return;
        };
        // "What did he make? Why did it fail?": the first answer is to the first question.
        if asked.is_none() && sentence.mark(sentence.end - 1, "?") && self.asks_before(index) {
            return;
        }
        // "Motives: tolls, glory" over a list has its list in its line.
        if !hangs && promise::label(&sentence).is_some() {
            return;
        }
        let other = self.lead_in_of(index, &sentence, &promise, over, hangs);
        let tie = Tie::of_lead_in(&sentence, &promise, other);
        if hangs {
            self.lead_ins.insert(index, Rc::new(tie));
        } else {
            self.over = Some(Rc::new(tie));
        }
    }

    /// What the items of a list are tied to by the promise of `sentence`, the last of block `index` over it.
    fn lead_in_of(
        &mut self,
        index: usize,
        sentence: &Sentence<'_>,
        promise: &Promise,
        over: Option<Rc<Tie>>,
        hangs: bool,
    ) -> Option<End> {
        let block = &self.document.blocks[index];
        if let Some(of) = &promise.of {
            return Some(self.named(index, sentence, of, block.heading));
        }
        let is_paragraph = block.kind == BlockKind::Paragraph;
        let alone = block.sentences.len() == 1;
        let previous = self.flow.before(block);
        let after_list = is_paragraph
            && previous.is_some_and(|at| self.document.blocks[at].kind == BlockKind::Item);
        if block.kind == BlockKind::CalloutTitle {
            return self.topic_of(block);
        }
        // "Why did it fail?" below "Why did the king send it?" asks after another thing.
        let own = it_did(sentence, promise);
        if let Some(own) = own.as_ref().filter(|_| alone) {
            let above = previous.and_then(|at| self.lead_ins.get(&at));
            let mut asked = over.iter().chain(above);
            if asked.any(|tie| tie.cue.eq_ignore_ascii_case("why")) {
                return Some(self.here(index, sentence, own));
            }
        }
        // Two lists with a word over each are about the same thing, and not the second about the end of the first.
        if alone && (after_list || !hangs) {
            return over
                .and_then(|tie| tie.other.clone())
                .or_else(|| self.topic_of(block));
        }
        // "Consequences:" after several sentences is about all of them.
        if is_paragraph && alone && self.is_long(previous) && !sentence.has(0, BACK) {
            return self.topic_of(block);
        }
        // A bullet with the name of the list, as a heading has it: "Causes", "Long-term effects:".
        if block.kind == BlockKind::Item && alone && promise::heading(sentence).is_some() {
            // Beside a bullet with a list of its own it is about the note.
            let beside = block.parent.is_none() && block.heading.is_none();
            if beside && previous.is_some_and(|previous| self.has_children(previous)) {
                return self.topic_of(block);
            }
            return self
                .promised(block.heading, promise.direction)
                .or_else(|| self.spoken_of(index, sentence));
        }
        let last = block.sentences.len() - 1;
        // "The toll caused a riot. Why did it end?": what ended may be something else than the last thing said.
        let linked = last > 0 && self.last_link((index, last - 1)).is_some();
        self.asked_over((index, last), sentence, promise)
            .or_else(|| {
                own.filter(|_| linked)
                    .map(|own| self.here(index, sentence, &own))
            })
            .or_else(|| self.before(index, last, false))
    }

    /// Whether a sentence of a block before its last asks something.
    fn asks_before(&self, index: usize) -> bool {
        let block = &self.document.blocks[index];
        let n_earlier = block.sentences.len() - 1;
        let mut ends = block
            .sentences
            .iter()
            .take(n_earlier)
            .map(|range| range.end);
        ends.any(|end| {
            let last = end.checked_sub(1).and_then(|at| block.tokens.get(at));
            last.is_some_and(|token| token.of(&block.text.visible) == "?")
        })
    }

    /// "Why did it fall? Who won?" over the answer: the first question is for causes.
    fn question_over(&mut self, index: usize) {
        let block = &self.document.blocks[index];
        let n_earlier = block.sentences.len() - 1;
        for range in block.sentences.iter().take(n_earlier) {
            let sentence = self.sentence(index, range);
            let Some(promise) = promise::asks(&sentence) else {
                if sentence.mark(sentence.end - 1, "?") {
                    return;
                }
                continue;
            };
            let of = promise.of.as_ref();
            let other = of.map(|of| self.here(index, &sentence, of));
            let tie = Tie::of_lead_in(&sentence, &promise, other);
            self.lead_ins.insert(index, Rc::new(tie));
            return;
        }
    }
}

/// The "it fail" of "Why did it fail?"
fn it_did(s: &Sentence<'_>, promise: &Promise) -> Option<Range<usize>> {
    let why = promise.cue.start;
    if promise.of.is_some() || !s.is(why, "why") {
        return None;
    }
    let it = why + 1 + usize::from(s.any(why + 1, words!("did does do")));
    let own = s.trim(it..s.end);
    let verb = own.len() == 2 && s.is(it, "it") && s.any(why + 1, words!("did does do"));
    verb.then_some(own)
}
