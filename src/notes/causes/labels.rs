//! Labels: the words before a list in its line, and what they tie it to.

use std::ops::Range;

use super::lists::Tie;
use super::names::is_general;
use super::promise::{self, Promise};
use super::sentence::Sentence;
use super::walk::Walk;
use crate::notes::facts::End;
use crate::notes::markdown::BlockKind;
use crate::notes::word_key::words;

/// Labels in a row past which what they are about is looked for, at most.
const NEAR: usize = 8;

/// Words of a line that names what the list below it is about, at most.
const SHORT: usize = 3;

/// Tokens of a numbered list in one line, at most.
const STRETCH: usize = 400;

impl Walk<'_> {
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
            let piece = promise::item(&sentence.within(&piece));
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
