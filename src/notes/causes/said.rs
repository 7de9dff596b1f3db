//! What was said before a sentence: what "This" points to, and what a bullet without a subject speaks of.

use std::ops::Range;

use super::promise;
use super::reading::parts;
use super::sentence::Sentence;
use super::walk::Walk;
use super::words::PREP;
use crate::notes::facts::End;
use crate::notes::markdown::{Block, BlockKind};
use crate::notes::word_key::words;

/// Blocks of a note without headings that are looked at for what its bullets speak of.
const BULLETS: usize = 64;

impl Walk<'_> {
    /// What was said before sentence `number` of block `index`. `opens`: the block begins with the cue itself.
    pub(super) fn before(&mut self, index: usize, number: usize, opens: bool) -> Option<End> {
        // "Why? Because it rained" is about what was said before that.
        if number > 0 && !(number == 1 && self.is_bare_why(index, 0)) {
            let asked = usize::from(self.is_bare_why(index, number - 1));
            return self.said(index, number - 1 - asked);
        }
        let block = &self.document.blocks[index];
        if block.kind == BlockKind::Row {
            return None;
        }
        let said = match self.flow.before(block) {
            Some(previous) => {
                // "- Led to X", "- Caused Y": one cause for the whole run.
                if opens && let Some(shared) = self.openers.get(&previous).cloned() {
                    self.openers.insert(index, shared.clone());
                    return Some(shared);
                }
                match self.lead_ins.get(&previous) {
                    Some(tie) => tie.other.clone(),
                    None => self.said(
                        previous,
                        self.document.blocks[previous]
                            .sentences
                            .len()
                            .checked_sub(1)?,
                    ),
                }
            }
            None => self.topic_of(block),
        };
        if opens && let Some(said) = &said {
            self.openers.insert(index, said.clone());
        }
        said
    }

    /// Whether a sentence is no more than "Why?"
    pub(super) fn is_bare_why(&self, index: usize, number: usize) -> bool {
        let range = &self.document.blocks[index].sentences[number];
        range.len() == 2 && self.sentence(index, range).is(0, "why")
    }

    /// What bullet `index`, which leaves its subject out, speaks of: the bullet over it, else what its section is about.
    ///
    /// The bullets of a section take turns to speak of its heading ("Signed in 1919", "Led to resentment"), so the one above is
    /// no better than the rest; but one in small letters below one with a capital goes on from it.
    pub(super) fn spoken_of(&mut self, index: usize, sentence: &Sentence<'_>) -> Option<End> {
        let block = &self.document.blocks[index];
        let previous = self.flow.before(block);
        let goes_on = block.parent.is_none()
            && previous.is_some_and(|previous| {
                let above = &self.document.blocks[previous];
                above.kind == BlockKind::Item
                    && above.tokens.first().is_some_and(|first| first.capital)
                    && !sentence.tokens[0].capital
            });
        let on_top = block.heading.is_none() && block.parent.is_none();
        if on_top && !goes_on && self.items_speak_of_title() {
            return Some(self.title());
        }
        if on_top || goes_on {
            return self.before(index, 0, true);
        }
        let Some(parent) = block.parent else {
            return self.topic_of(block);
        };
        match self.lead_ins.get(&parent) {
            Some(tie) => tie.other.clone(),
            None => {
                let last = self.document.blocks[parent].sentences.len();
                self.said(parent, last.checked_sub(1)?)
            }
        }
    }

    /// Whether the bullets of a note without headings take turns to speak of what its name says: "Lasted 15 months", "Example of …".
    pub(super) fn items_speak_of_title(&self) -> bool {
        let blocks = &self.document.blocks;
        let on_top = |block: &Block| block.kind == BlockKind::Item && block.parent.is_none();
        let speaks = |index: usize| {
            let block = &blocks[index];
            let sentence = self.whole(index);
            // "Signed in May", "Consisted of six towns"
            let done = sentence.word(0).ends_with("ed") && sentence.has(1, PREP);
            on_top(block)
                && (done
                    || sentence.any(
                        0,
                        words!("lasted happened started ended occurred showed proved marked"),
                    )
                    || sentence.any(0, words!("example part")) && sentence.is(1, "of"))
        };
        self.document.headings.is_empty()
            && (0..blocks.len().min(BULLETS))
                .filter(|index| speaks(*index))
                .take(2)
                .count()
                == 2
    }

    /// All that a block says first, whatever it says of causes.
    pub(super) fn said_whole(&self, index: usize) -> Option<End> {
        if self.last_link((index, 0)).is_none() {
            return self.said(index, 0);
        }
        let block = &self.document.blocks[index];
        let range = block.sentences.first()?;
        let sentence = self.sentence(index, range);
        let own = sentence.trim(0..range.len());
        (!sentence.hollow(&own)).then(|| self.here(index, &sentence, &own))
    }

    /// The last line of a sentence with arrows, where it stands below its last link: "crop fails → riots" over "the queen takes the
    /// grain" over "→ revolt".
    fn last_line(&self, index: usize, range: &Range<usize>, line: u32) -> Option<End> {
        let block = &self.document.blocks[index];
        let last = parts(self.document, block, range).pop()?;
        let below = last.start > range.start && self.line(block, last.start) > line;
        let own = self.sentence(index, &last);
        below.then(|| self.here(index, &own, &own.trim(0..last.len())))
    }

    /// The last effect that a sentence states, else all of it.
    pub(super) fn said(&self, index: usize, number: usize) -> Option<End> {
        let block = &self.document.blocks[index];
        let range = block.sentences.get(number)?;
        if let Some(link) = self.last_link((index, number)) {
            if block.lines.0 != block.lines.1
                && let Some(end) = self.last_line(index, range, link.line)
            {
                return Some(end);
            }
            return Some(link.effect.clone());
        }
        let sentence = self.sentence(index, range);
        // A tag at the end of a line says nothing.
        if number > 0
            && sentence.mark(0, "#")
            && (1..sentence.end).all(|at| !sentence.tokens[at].spaced)
        {
            return self.said(index, number - 1);
        }
        if let Some((promise, _)) = promise::label(&sentence) {
            // "Primary effects: …" over "Secondary effects:".
            return match &promise.of {
                Some(of) => Some(self.here(index, &sentence, of)),
                None => self.topic_of(block),
            };
        }
        // What a question asks after is what its answer explains.
        let range = promise::asked(&sentence).unwrap_or_else(|| sentence.trim(0..range.len()));
        // A line with a date alone stands for a heading.
        if sentence.is_date(&range) && block.kind == BlockKind::Paragraph {
            return self.topic_of(block);
        }
        (!sentence.hollow(&range)).then(|| self.here(index, &sentence, &range))
    }
}
