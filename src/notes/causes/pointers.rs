//! What "this discovery" and "this act" point to in the sentence before, and what an arrow goes on from.

use std::ops::Range;

use super::inline::{Found, Side};
use super::sentence::Sentence;
use super::walk::Walk;
use crate::notes::facts::End;
use crate::notes::markdown::{Block, BlockKind, MarkKind};
use crate::notes::word_key::words;

/// Words of a heading or line that say what kind of list is below it, at most.
const NAME: usize = 4;

impl Walk<'_> {
    /// What "this discovery" points to, where the sentence before tells of something discovered.
    pub(super) fn pointed_at(
        &mut self,
        (index, number): (usize, usize),
        sentence: &Sentence<'_>,
        range: &Range<usize>,
    ) -> Option<End> {
        let points = (2..=3).contains(&range.len()) && sentence.is(range.start, "this");
        if !points {
            return None;
        }
        let noun = sentence.word(range.end - 1);
        let (above, last) = match number.checked_sub(1) {
            Some(last) => (index, last),
            None => {
                let above = self.flow.before(&self.document.blocks[index])?;
                (
                    above,
                    self.document.blocks[above].sentences.len().checked_sub(1)?,
                )
            }
        };
        let block = &self.document.blocks[above];
        let said = block.sentences.get(last)?.clone();
        let mut tokens = block.tokens[said].iter();
        let named = tokens.find(|token| is_of_one_root(token.of(&block.text.visible), noun))?;
        // "**Corn Act** - raised the price of bread": the name in bold is enough.
        let term = block.marks.iter().find(|mark| {
            mark.kind == MarkKind::Strong && mark.range.start == 0 && mark.range.end >= named.end
        });
        let Some(term) = term else {
            return self.before(index, number, false);
        };
        let end = block
            .tokens
            .partition_point(|token| token.end <= term.range.end);
        let own = self.sentence(above, &(0..end));
        Some(self.here(above, &own, &own.trim(0..end)))
    }

    /// Whether a bullet is the first under another one.
    pub(super) fn is_first_child(&self, block: &Block) -> bool {
        let parent = block
            .parent
            .filter(|&parent| self.document.blocks[parent].kind == BlockKind::Item);
        parent.is_some() && self.flow.before(block) == parent && block.kind == BlockKind::Item
    }

    /// What an arrow that opens the first bullet under another one goes on from: "- bonds. Morton's fork" over "- => nobles hate
    /// them" is the bullet as a whole.
    pub(super) fn bullet_over(&mut self, index: usize) -> Option<End> {
        let parent = self.document.blocks[index].parent?;
        if self.lead_ins.contains_key(&parent) {
            return self.before(index, 0, true);
        }
        let said = self.said(parent, 0)?;
        self.openers.insert(index, said.clone());
        Some(said)
    }

    /// Whether the first arrow of a line below "Key terms" stands between a word and what it means.
    pub(super) fn explains_word(
        &self,
        block: &Block,
        sentence: &Sentence<'_>,
        found: &Found,
    ) -> bool {
        let opens = |cause: &Range<usize>| {
            let mut own = cause.clone();
            cause.start <= sentence.start + 1
                && cause.len() <= NAME
                && !own.any(|at| sentence.mark(at, ","))
        };
        let first = matches!(&found.cause, Side::Here(cause) if opens(cause));
        if !first {
            return false;
        }
        let Some(heading) = block.heading else {
            return is_list_of_words(&self.document.title);
        };
        let index = self.document.headings[heading].block;
        let all = 0..self.document.blocks[index].tokens.len().min(NAME);
        let name = self.sentence(index, &all);
        let told = |at: usize| {
            name.any(
                at,
                words!("terms terminology vocab vocabulary definitions glossary keywords people figures individuals"),
            )
        };
        all.clone().any(told)
            || all.end == 2 && name.is(0, "key") && name.any(1, words!("words concepts"))
    }
}

/// Whether a note without headings is a list of words by its title: "key terms - manors".
fn is_list_of_words(title: &str) -> bool {
    let told = [
        "terms",
        "terminology",
        "vocab",
        "vocabulary",
        "definitions",
        "glossary",
        "keywords",
    ];
    let mut words = title.split(|c: char| !c.is_alphanumeric());
    words.any(|word| told.iter().any(|told| word.eq_ignore_ascii_case(told)))
}

/// Whether two words are forms of one: "act" and "Acts", "discovery" and "discovered".
fn is_of_one_root(word: &str, noun: &str) -> bool {
    let letters = |word: &str| word.trim_end_matches('s').to_ascii_lowercase();
    let (word, noun) = (letters(word), letters(noun));
    let shared = word
        .bytes()
        .zip(noun.bytes())
        .take_while(|(one, other)| one == other)
        .count();
    word == noun && !noun.is_empty()
        || shared >= 5 && word.len() <= shared + 3 && noun.len() <= shared + 3
}
