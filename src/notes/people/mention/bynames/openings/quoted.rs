//! Bynames that stand in quotation marks by themselves, as a sentence, an item or a cell: `Sand fell at Ham. ("the lion of Ham")`.

use std::ops::Range;

use super::Line;
use crate::notes::lex::Kind;
use crate::notes::markdown::BlockKind;
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::mention::bynames::cues::CALLS;
use crate::notes::people::mention::bynames::{After, is_quote};
use crate::notes::word_key::words;

impl Line<'_> {
    /// The tokens of a byname that stands in quotation marks at `at`, as a sentence or in a cell of its own.
    pub(super) fn quoted(&self, at: usize, label: bool) -> Option<Range<usize>> {
        let after = self.after();
        let block = &self.note.document.blocks[self.note.spots[self.spots.start].block];
        let ends_before = |at: usize| {
            matches!(after.word(at), "." | ";" | "|" | "!")
                || label && after.tokens[at].kind == Kind::Arrow
        };
        // "Sand: a lawyer, "Mad Jack"", where the line is about Sand.
        let item = label
            && at - 1 > self.note.spots[self.spots.start].tokens.end
            && matches!(after.word(at - 1), "," | ":" | "-" | "–" | "—");
        // "Sand, the so-called "Iron Lady""
        let so_called = || {
            after.any(at - 1, words!("so-called"))
                || after.word(at - 1) == "called" && at > 2 && after.word(at - 2) == "-"
        };
        let apart = item
            || so_called()
            || matches!(block.kind, BlockKind::Row | BlockKind::Code)
            || ends_before(at - 1);
        // "Sand fell at Ham. ("the lion of Ham")"
        let bracket = at > 1 && after.word(at - 1) == "(" && ends_before(at - 2);
        if !apart && !bracket || !is_quote(after.word(at)) {
            return None;
        }
        let close = after.close_of(at)?;
        let own = at + 1..close;
        let ends = match after.word(close + 1) {
            ")" => bracket,
            "" | "." | "," | ";" | "(" | "|" => true,
            "-" | "–" | "—" => item,
            "to" | "as" | "in" | "at" => after.past_callers(close + 1).is_some(),
            // The line ends.
            _ => {
                let start = |sentence: &Range<usize>| sentence.start;
                item && block
                    .sentences
                    .binary_search_by_key(&(close + 1), start)
                    .is_ok()
            }
        };
        let told = || after.past_callers(close + 1).is_some();
        let said = || label || self.is_so_called(&after, close + 1) || told();
        let small = || after.is_small_phrase(own.clone()) || after.is_small_epithet(own.clone());
        let named = || {
            after.is_byname(own.clone())
                || self.is_explained(&after, own.clone())
                || item && (small() || after.is_with_article(own.clone()))
                || after.is_name(own.clone()) && told()
        };
        (ends && said() && named()).then_some(own)
    }

    /// Whether a bracket after the quotation of one word says what it means: `→ "Cessator" (the Delayer)`.
    fn is_explained(&self, after: &After<'_>, own: Range<usize>) -> bool {
        let bracket = own.end + 1;
        own.len() == 1
            && after.tokens[own.start].capital
            && after.word(bracket) == "("
            && after.word(bracket + 1) == "the"
            && after.word(bracket + 3) == ")"
            && is_head(after.word(bracket + 2))
    }

    /// Whether a bracket at `at` says that somebody called whom the line is about so: `(the press called her that)`.
    fn is_so_called(&self, after: &After<'_>, at: usize) -> bool {
        after.word(at) == "("
            && (at + 1..at + 8).any(|at| {
                after.any(at, CALLS)
                    && after.any(at + 1, words!("him her"))
                    && after.any(at + 2, words!("that so this"))
            })
    }
}
