//! The items of a list, each tied to what the list is about: without its label, in its pieces, or up to what it goes on to tell.

use std::ops::Range;
use std::rc::Rc;

use super::clause::Part;
use super::lists::Tie;
use super::promise;
use super::sentence::Sentence;
use super::walk::Walk;
use crate::notes::facts::End;
use crate::notes::lex::Kind;
use crate::notes::markdown::BlockKind;
use crate::notes::word_key::words;

impl Walk<'_> {
    /// The link of an item to what its lead-in or heading is about.
    pub(super) fn item(&mut self, index: usize, tie: &Rc<Tie>) {
        let document = self.document;
        let block = &document.blocks[index];
        if block.kind != BlockKind::Item && self.is_lines(block) {
            let openers: Vec<Range<usize>> = self.openers(block).cloned().collect();
            for range in &openers {
                self.item_of(index, range, tie);
            }
        } else if let Some(range) = block.sentences.first() {
            self.item_of(index, range, tie);
        }
    }

    fn item_of(&mut self, index: usize, range: &Range<usize>, tie: &Rc<Tie>) {
        let block = &self.document.blocks[index];
        let sentence = self.sentence(index, range);
        if self.has_children(index) && promise::is_category(&sentence) {
            self.lead_ins.insert(index, Rc::clone(tie));
            return;
        }
        // "**Economic.** The slump pushed …": the first sentence is a label.
        let next = block.sentences.iter().find(|next| next.start >= range.end);
        if promise::is_category(&sentence)
            && let Some(next) = next
        {
            return self.item_of(index, next, tie);
        }
        if promise::denies(&sentence) {
            return;
        }
        // An item that is a lead-in of its own is no item of the list.
        let colon = sentence.mark(sentence.end.saturating_sub(1), ":");
        let leads = Some(&sentence).filter(|_| colon).and_then(promise::lead_in);
        if let Some(promise) = leads {
            // "The guilds thought it wise for two reasons:" is an item as far as it is a clause.
            if let Some(of) = promise.of.filter(|of| sentence.verb(of.clone()).is_some()) {
                let end = self.here(index, &sentence, &of);
                self.tied(end, tie, index);
            }
            return;
        }
        self.plain_item(index, &sentence, range, tie);
    }

    /// Ties an item that is neither a label nor a lead-in of its own.
    fn plain_item(
        &mut self,
        index: usize,
        sentence: &Sentence<'_>,
        range: &Range<usize>,
        tie: &Rc<Tie>,
    ) {
        let block = &self.document.blocks[index];
        // "→ arrested next day" goes on from the item above; "TAG U GEI" helps to remember the list.
        let goes_on = sentence.end > 0
            && sentence.tokens[0].kind == Kind::Arrow
            && !self.is_arrowed(block, tie);
        let short = |at: usize| {
            let word = sentence.word(at).as_bytes();
            word.len() <= 3 && word.iter().all(u8::is_ascii_uppercase)
        };
        let is_mnemonic = block.kind == BlockKind::Paragraph && (0..sentence.end).all(short);
        // "Links to [[the strike]]"
        let points = sentence.any(0, words!("link links see")) && sentence.is(1, "to");
        if goes_on || is_mnemonic || points || promise::label(sentence).is_some() {
            return;
        }
        if let Some(pieces) = promise::numbered(sentence, 0..sentence.end) {
            return self.pieces(index, sentence, pieces, tie);
        }
        // "The factors were debt, hunger and war"
        if let Some(pieces) = promise::factors_were(sentence) {
            return self.pieces(index, sentence, pieces, tie);
        }
        let asks = tie.cue.eq_ignore_ascii_case("why") || tie.cue.starts_with("what");
        if asks
            && tie
                .other
                .as_ref()
                .is_some_and(|other| promise::restates(sentence, &other.text))
        {
            return;
        }
        let range = match self.cues(range) {
            Some(cues) => promise::item_with(sentence, cues),
            None => promise::item(sentence),
        };
        if !sentence.hollow(&range) && !sentence.is_date(&range) {
            let end = self.with_first_words(index, sentence, &range);
            self.tied(end, tie, index);
        }
    }

    /// An item that a word or two open, with the clause that says what they mean: "Money. The king left debts".
    fn with_first_words(&self, index: usize, label: &Sentence<'_>, own: &Range<usize>) -> End {
        let block = &self.document.blocks[index];
        let stop = label.base + label.end;
        let rest = block.sentences.iter().find(|next| next.start == stop);
        let short = own.len() <= 2
            && own.end + 1 == label.end
            && label.mark(own.end, ".")
            && label.verb(own.clone()).is_none();
        let Some(rest) = rest.filter(|rest| short && rest.len() > 3) else {
            return self.here(index, label, own);
        };
        let whole = self.sentence(index, &(label.base..rest.end));
        let from = rest.start - label.base;
        let end = whole.clause_end(from, whole.end, Part::Clause);
        let range = whole.trim(own.start..end);
        match whole.verb(from..range.end) {
            Some(_) => self.here(index, &whole, &range),
            None => self.here(index, label, own),
        }
    }
}
