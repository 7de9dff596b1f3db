//! Lead-ins and labels: the words over a list, or before it in its line, and what they tie it to.

use std::ops::Range;
use std::rc::Rc;

use super::lists::Tie;
use super::names::is_general;
use super::promise::{self, Promise};
use super::sentence::Sentence;
use super::walk::Walk;
use super::words::BACK;
use crate::notes::facts::End;
use crate::notes::markdown::BlockKind;
use crate::notes::word_key::words;

/// Bytes of a line that stands over a list as a heading would, at most.
const LINE: usize = 60;

/// Labels in a row past which what they are about is looked for, at most.
const NEAR: usize = 8;

/// Words of a line that names what the list below it is about, at most.
const SHORT: usize = 3;

/// Tokens of a numbered list in one line, at most.
const STRETCH: usize = 400;

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

    /// `Cause: the plates slid`, `Effects: flooding; cholera`: tied to the item above or to what the section is about.
    pub(super) fn label(
        &mut self,
        (index, number): (usize, usize),
        sentence: &Sentence<'_>,
        promise: &Promise,
        colon: usize,
    ) {
        let block = &self.document.blocks[index];
        let over = block
            .parent
            .filter(|&parent| self.document.blocks[parent].kind == BlockKind::Item);
        let asked = self.asked_over((index, number), sentence, promise);
        let other = match (&promise.of, over) {
            _ if asked.is_some() => asked,
            (Some(of), _) => Some(self.named(index, sentence, of, block.heading)),
            // "Bengal was parted. Result: a boycott"; but "Cause: hunger", "Result: a boycott" are about one thing.
            (None, _)
                if let Some(named) = (0..number)
                    .rev()
                    .take(NEAR)
                    .find(|&at| !self.is_labelled(index, at)) =>
            {
                self.said(index, named)
            }
            (None, Some(parent)) => self.said_whole(parent),
            (None, None) => self
                .said_by_item_above(index, number, sentence)
                .or_else(|| self.word_over(index))
                .or_else(|| self.topic_of(block)),
        };
        let tie = Tie::of_lead_in(sentence, promise, other);
        // Numbered items go on over full stops.
        let numbered = self.numbered_after(index, sentence, colon);
        if let Some((rest, pieces)) = numbered {
            let rest = self.sentence(index, &rest);
            self.pieces(index, &rest, pieces, &tie);
        } else {
            // "Causes:" over lines in small letters.
            let line = |at: usize| self.line(block, sentence.base + at);
            let pieces = if line(colon) == line(colon + 1) {
                promise::pieces(sentence, colon + 1)
            } else {
                self.short_lines(index, sentence, colon + 1)
            };
            self.pieces(index, sentence, pieces, &tie);
        }
    }

    /// The word or two that the line right over a list says: "enclosure" over "- why: wool paid more".
    fn word_over(&self, index: usize) -> Option<End> {
        let block = &self.document.blocks[index];
        let mut above = (0..index).rev().take(NEAR);
        let over = above.find(|&at| self.document.blocks[at].kind != BlockKind::Item)?;
        let line = &self.document.blocks[over];
        if block.kind != BlockKind::Item || line.kind != BlockKind::Paragraph || line.depth > 0 {
            return None;
        }
        let all = 0..line.tokens.len();
        let last = self.line(line, all.end.checked_sub(1)?);
        let mut words = all.clone().rev().take(SHORT + 1);
        let start = words
            .find(|&at| self.line(line, at) != last)
            .map_or(0, |at| at + 1);
        let own = self.sentence(over, &(start..all.end));
        let said = own.trim(0..own.end);
        let named =
            said.len() == own.end && said.len() <= SHORT && own.verb(said.clone()).is_none();
        (named && !own.hollow(&said) && !is_general(&own, &said))
            .then(|| self.here(over, &own, &said))
    }

    /// What the bullet above says, where this one opens with "Result:": "- 107: he enrols the poor", "- Result: they are loyal to him".
    fn said_by_item_above(
        &self,
        index: usize,
        number: usize,
        sentence: &Sentence<'_>,
    ) -> Option<End> {
        let block = &self.document.blocks[index];
        let one = number == 0 && sentence.any(0, words!("result effect outcome consequence"));
        if !one || block.kind != BlockKind::Item {
            return None;
        }
        let above = self.flow.before(block)?;
        let other = &self.document.blocks[above];
        let alike = other.kind == BlockKind::Item && other.parent == block.parent;
        let last = other.sentences.len().checked_sub(1)?;
        (alike && !self.is_labelled(above, 0)).then(|| self.said(above, last))?
    }

    /// Whether a sentence opens with a label that promises.
    fn is_labelled(&self, index: usize, number: usize) -> bool {
        let block = &self.document.blocks[index];
        let range = &block.sentences[number];
        let sentence = self.sentence(index, range);
        // "Who: the miners of the north"
        let of_another = range.len() > 2 && sentence.tokens[0].capital && sentence.mark(1, ":");
        // "What went wrong: bad harvests", "Short term: a murder"
        let colon = (2..range.len().min(5)).find(|&at| sentence.mark(at, ":"));
        let of_another = of_another
            || colon.is_some_and(|end| {
                sentence.any(0, words!("what who how when where"))
                    || promise::is_category(&Sentence { end, ..sentence })
            });
        of_another || promise::label(&sentence).is_some()
    }

    /// The numbered items behind the colon of a label, and the stretch of the block that they are ranges of.
    fn numbered_after(
        &self,
        index: usize,
        sentence: &Sentence<'_>,
        colon: usize,
    ) -> Option<(Range<usize>, Vec<Range<usize>>)> {
        let opens = sentence.mark(colon + 2, ")") || sentence.mark(colon + 3, ")");
        if !opens {
            return None;
        }
        let block = &self.document.blocks[index];
        // Up to the next label: "Causes: 1) debt 2) hunger" over "Led to: riots".
        let own = block
            .sentences
            .partition_point(|range| range.start <= sentence.base);
        let later = block.sentences.iter().skip(own);
        let mut later = later.take_while(|range| range.start < sentence.base + STRETCH);
        let ends = |range: &&Range<usize>| promise::label(&self.sentence(index, range)).is_some();
        let next = later
            .find(ends)
            .map_or(block.tokens.len(), |range| range.start);
        let stretch = sentence.base..next.min(sentence.base + STRETCH);
        let rest = self.sentence(index, &stretch);
        let pieces = promise::numbered(&rest, colon + 1..rest.end)?;
        Some((stretch, pieces))
    }

    /// `It failed for three reasons: frost, hunger and debt`.
    pub(super) fn announced(
        &mut self,
        index: usize,
        sentence: &Sentence<'_>,
        promise: &Promise,
        mark: usize,
    ) {
        let heading = self.document.blocks[index].heading;
        let of = promise.of.as_ref();
        let other = of.map(|of| self.named(index, sentence, of, heading));
        let tie = Tie::of_lead_in(sentence, promise, other);
        let listed = promise::listed(sentence, mark + 1);
        self.pieces(index, sentence, listed, &tie);
    }

    /// Ties the items of a list in one line.
    pub(super) fn pieces(
        &mut self,
        index: usize,
        sentence: &Sentence<'_>,
        pieces: Vec<Range<usize>>,
        tie: &Tie,
    ) {
        for piece in pieces {
            let piece = promise::item(&Sentence {
                start: piece.start,
                end: piece.end,
                ..*sentence
            });
            let unknown = piece.len() == 1
                && sentence.any(
                    piece.start,
                    words!("unknown none unclear debated disputed tbc"),
                );
            if !unknown && !sentence.hollow(&piece) && !sentence.is_date(&piece) {
                let end = self.here(index, sentence, &piece);
                self.tied(end, tie, index);
            }
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
