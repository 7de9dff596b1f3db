//! What a sentence states, where it stands: its links with their ends, of which one may be in the blocks around it.

use super::Walk;
use crate::notes::causes::cues::Shape;
use crate::notes::causes::inline::{Found, Side};
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::sides::{
    is_link, leaves_out_subject, opens_behind_label, opens_cell, opens_phrase, with_subject,
};
use crate::notes::facts::CauseKind;
use crate::notes::markdown::{Block, BlockKind};

/// Tokens of a bullet that is no more than a name and a colon, at most.
const NAME: usize = 5;

impl Walk<'_> {
    /// Files a link that a sentence states, unless what it points to is not there or the block is tied to it otherwise.
    pub(super) fn link(
        &mut self,
        index: usize,
        number: usize,
        sentence: &Sentence<'_>,
        found: &Found,
        tied: bool,
    ) {
        let block = &self.document.blocks[index];
        let before = found.cause == Side::Before || found.effect == Side::Before;
        let first = number == 0 && sentence.base + found.cue.start <= 1;
        // "Long term: led to strikes"
        let opens = first
            || before && number == 0 && sentence.base == 0 && opens_behind_label(sentence, found);
        if self.arrowed && before && found.cue.start == sentence.start {
            return;
        }
        // A pointer ("→ [[See also]]"), or "Led to X" below "Consequences", which is tied to the heading.
        // "The result was hunger", among causes, goes on from the item above.
        let tied = tied && found.shape != Shape::Result;
        if opens
            && before
            && (tied || (found.kind == CauseKind::Arrow && is_link(block, sentence, &found.effect)))
        {
            return;
        }
        // A heading that is a statement: "The revolt failed because it had no guns". Arrows in headings join all kinds of things.
        if block.kind == BlockKind::Heading && (before || found.kind == CauseKind::Arrow) {
            return;
        }
        if self.stands_astray(index, sentence, found)
            || found.kind == CauseKind::Arrow && self.explains_word(block, sentence, found)
        {
            return;
        }
        let left_out = opens && leaves_out_subject(block, sentence, found);
        let mut end = |side: &Side| match side {
            Side::Here(range) => self
                .pointed_at((index, number), sentence, range)
                .or_else(|| Some(self.here(index, sentence, &with_subject(sentence, range)))),
            // "| Stamp Act | Passed because of debt |"
            Side::Before if block.kind == BlockKind::Row && opens_cell(sentence, found) => {
                self.first_cell(index, sentence.base + found.cue.start)
            }
            Side::Before if left_out => self.spoken_of(index, sentence),
            Side::Before
                if opens && found.kind == CauseKind::Arrow && self.is_first_child(block) =>
            {
                self.bullet_over(index)
            }
            Side::Before => self
                .before(index, number, opens)
                .filter(|end| found.of_heading() || end.statement.is_some()),
        };
        let (Some(cause), Some(effect)) = (end(&found.cause), end(&found.effect)) else {
            return;
        };
        let line = self.line(block, sentence.base + found.cue.start);
        let cue = sentence.words(&found.cue);
        let forces = matches!(found.shape, Shape::Force(_));
        // "… forcing the king to flee. So …": what follows goes on from all of that, not from half a clause.
        if self.push(cause, effect, line, cue, found.kind, index) && !forces {
            let last = self.facts.links.len() - 1;
            match self.last_links.last_mut() {
                Some((sentence, link)) if *sentence == (index, number) => *link = last,
                _ => self.last_links.push(((index, number), last)),
            }
        }
    }

    /// "Response to the tax" says of a heading what it was where it comes first; further down, or over a list of its own, it is about
    /// the response. "A key reason why he lost" is said of the bullet over it alone.
    fn stands_astray(&self, index: usize, sentence: &Sentence<'_>, found: &Found) -> bool {
        let block = &self.document.blocks[index];
        match found.shape {
            Shape::Response if found.effect == Side::Before => {
                self.has_children(index)
                    || block.kind != BlockKind::Item
                    || self.has_siblings(block)
                        && !self.hangs_on_name(block)
                        && !self.items_speak_of_title()
            }
            Shape::Reason if found.cause == Side::Before => {
                opens_phrase(sentence, found) && !self.is_first_child(block)
            }
            _ => false,
        }
    }

    /// Whether a bullet hangs on one that is no more than a name, of which all below it is said: "- Comecon:".
    fn hangs_on_name(&self, block: &Block) -> bool {
        block.parent.is_some_and(|parent| {
            let over = &self.document.blocks[parent];
            over.tokens.len() <= NAME && over.text.visible.ends_with(':')
        })
    }

    /// Whether an item of its list stands above `block`.
    fn has_siblings(&self, block: &Block) -> bool {
        let above = self
            .flow
            .before(block)
            .filter(|above| Some(*above) != block.parent);
        above.is_some_and(|above| self.document.blocks[above].kind == BlockKind::Item)
    }
}
