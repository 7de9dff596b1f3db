//! What is said of whom a line is about further on in it: `**Sand** - a lawyer. "Mad Jack" (so his men)`, `Sand cut the dole
//! (nicknamed Bread Chancellor)`.

use std::ops::Range;

use super::{After, LONGEST, is_quote};
use crate::notes::facts::Person;
use crate::notes::markdown::BlockKind;
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::join::NO_LIST;
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::mention::{Note, call};
use crate::notes::word_key::{Words, words};

/// Tokens of a line among which a byname is looked for.
const REACH: usize = 64;

/// Names before a byname that are looked at.
const MOST: usize = 8;

/// Words that announce a byname wherever they stand; before the last two somebody has to call them so.
const CUES: Words = words!("nickname nicknamed dubbed him her");

/// A bit for each letter and mark that a byname may be announced by begins with, and for no letter.
const LETTERS: u32 = 1
    | 1 << (b'n' & 31)
    | 1 << (b'd' & 31)
    | 1 << (b'h' & 31)
    | 1 << (b'"' & 31)
    | 1 << (b'\'' & 31);

/// Adds the bynames of whom lines are about.
pub(in super::super) fn add(note: &Note<'_>, people: &mut [Person]) {
    let mut at = 0;
    while let Some(first) = note.spots.get(at) {
        let own = note.spots[at..].iter();
        let end = at + own.take_while(|spot| spot.block == first.block).count();
        let line = Line {
            note,
            spots: at..end,
        };
        for (person, tokens) in line.byname().into_iter().chain(line.fronts()) {
            let after = After::of(note, first.block);
            let (start, end) = after.bytes(tokens.start, tokens.end);
            let byname = &after.text[start as usize..end as usize];
            call::add_byname(&mut people[person as usize], byname);
        }
        at = end;
    }
}

/// A line and the names in it.
struct Line<'n> {
    note: &'n Note<'n>,
    /// Never empty.
    spots: Range<usize>,
}

impl Line<'_> {
    /// The first byname after the first name, and whose it is.
    fn byname(&self) -> Option<(u32, Range<usize>)> {
        let first = &self.note.spots[self.spots.start];
        let block = &self.note.document.blocks[first.block];
        let keys = self.note.keys.of_block(first.block);
        // A quick no for most.
        let quotes = block.signs.any(b"\"'") || block.signs.any_wide();
        if !quotes && !block.signs.any(b"(") {
            return None;
        }
        let from = first.tokens.end + 1;
        let near = keys.get(from..keys.len().min(from + REACH))?;
        let label = quotes && block.tokens[0].start == first.start();
        (from..).zip(near).find_map(|(at, key)| {
            if LETTERS >> (*key as u32 & 31) & 1 == 0 {
                return None;
            }
            let found = if CUES.contains(*key) {
                self.cued(at)
            } else if label && (*key == 0 || words!("\" '").contains(*key)) {
                self.quoted(at)
            } else {
                None
            }?;
            Some((self.only(at)?, found))
        })
    }

    /// The bynames that cards ask for, and whose they are: `Iron Jane :: Jane Sand`, `"Fox of Ham" :: Sand`.
    fn fronts(&self) -> impl Iterator<Item = (u32, Range<usize>)> {
        let first = &self.note.spots[self.spots.start];
        let block = &self.note.document.blocks[first.block];
        let is_card = block.signs.any(b":") && block.text.visible.contains("::");
        let sentences = block.sentences.iter().filter(move |_| is_card);
        sentences.filter_map(|sentence| self.front(sentence.start))
    }

    /// As [`Self::fronts`], of a card that begins at token `from`.
    fn front(&self, from: usize) -> Option<(u32, Range<usize>)> {
        let after = self.after();
        let colon = (from + 1..from + LONGEST + 2).find(|at| after.word(*at).starts_with(':'))?;
        let back = colon + if after.word(colon) == "::" { 1 } else { 2 };
        if back == colon + 2 && after.word(colon + 1) != ":" {
            return None;
        }
        let start = after.tokens.get(back)?.start;
        let spots = &self.note.spots[self.spots.clone()];
        let named = self.spots.start + spots.partition_point(|spot| spot.start() < start);
        if self.note.spots.get(named)?.start() != start || named >= self.spots.end {
            return None;
        }
        let owner = self.note.people.owners[named];
        let quoted =
            is_quote(after.word(from)) && is_quote(after.word(colon - 1)) && colon > from + 2;
        let own = if quoted {
            from + 1..colon - 1
        } else {
            from..colon
        };
        let the = matches!(after.word(own.start), "the" | "The");
        let own = own.start + usize::from(the)..own.end;
        let told = after.is_epithet(own.clone())
            || after.is_name(own.clone()) && after.has_head(own.clone());
        let named = told || own.len() == 2 && self.is_another(&after, own.clone());
        (owner != NO_LIST && named).then_some((owner, own))
    }

    /// Whether two words are a plain one and a well-known surname: Frontier Gandhi.
    fn is_another(&self, after: &After<'_>, tokens: Range<usize>) -> bool {
        let is = |at: usize| lexicon::know(after.word(at)).is;
        after.is_name(tokens.clone())
            && is(tokens.end - 1).contains(Is::KNOWN)
            && !is(tokens.start).intersects(Is::NAME | Is::TITLE | Is::FUNCTION)
    }

    /// The tokens of a byname that the word at `at` announces: `(nicknamed Iron Jane)`.
    fn cued(&self, at: usize) -> Option<Range<usize>> {
        let after = self.after();
        let before = at.checked_sub(1)?;
        let said = if after.any(at, words!("him her")) {
            after.any(before, super::CALLS) && is_quote(after.word(at + 1))
        } else {
            words!("( . ; was is got gets been also").contains(after.keys[before])
        };
        let open = at + 1 + usize::from(matches!(after.word(at + 1), ":" | "the"));
        let own = if is_quote(after.word(open)) {
            let close = (open + 2..=open + 1 + LONGEST).find(|at| is_quote(after.word(*at)))?;
            open + 1..close
        } else {
            open..after.capitals(open)
        };
        let named = !own.is_empty() && (after.is_name(own.clone()) || after.is_phrase(own.clone()));
        (said && named && is_somebodys(&after, own.clone())).then_some(own)
    }

    /// The tokens of a byname that stands in quotation marks at `at`, as a sentence or in a cell of its own.
    fn quoted(&self, at: usize) -> Option<Range<usize>> {
        let after = self.after();
        let block = &self.note.document.blocks[self.note.spots[self.spots.start].block];
        let apart = matches!(block.kind, BlockKind::Row | BlockKind::Code)
            || matches!(after.word(at - 1), "." | ";" | "|" | "!");
        if !apart || !is_quote(after.word(at)) {
            return None;
        }
        let close = (at + 2..=at + 1 + LONGEST).find(|at| is_quote(after.word(*at)))?;
        let own = at + 1..close;
        let byname = after.is_old(own.clone())
            || after.is_epithet(own.clone())
            || after.is_phrase(own.clone())
            || after.is_name(own.clone()) && after.has_head(own.clone());
        let ends = matches!(after.word(close + 1), "" | "." | "," | ";" | "(" | "|");
        (byname && ends && is_somebodys(&after, own.clone())).then_some(own)
    }

    fn after(&self) -> After<'_> {
        After::of(self.note, self.note.spots[self.spots.start].block)
    }

    /// The one person whom the line names before token `at`.
    fn only(&self, at: usize) -> Option<u32> {
        let before = self.spots.clone().take(MOST);
        let mut before = before
            .filter(|spot| self.note.spots[*spot].tokens.end <= at)
            .map(|spot| self.note.people.owners[spot])
            .filter(|owner| *owner != NO_LIST);
        let first = before.next()?;
        before.all(|owner| owner == first).then_some(first)
    }
}

/// Whether the words of a byname say that it is a person's: Mad Jack, Bread Chancellor, Black Baron.
fn is_somebodys(after: &After<'_>, tokens: Range<usize>) -> bool {
    let old = after.is_old(tokens.clone());
    old || tokens.into_iter().any(|at| {
        let word = after.word(at);
        let is = lexicon::know(word).is;
        is_head(word) || is.intersects(Is::GIVEN | Is::EPITHET)
    })
}
