//! How a date stands in its sentence: whether it opens it, is within it, or is an aside.

use std::ops::Range;

use super::aside::{is_of_a_thing, is_since};
use super::dated::line_of;
use super::narrative::Standing;
use crate::notes::dates::partial::{End, Relative};
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, BlockKind, Document};

/// How a date stands in its sentence.
pub(super) fn standing(
    document: &Document,
    block: &Block,
    tokens: &Range<usize>,
    own: &End,
) -> Standing {
    if block.kind == BlockKind::Heading || opens_line(document, block, tokens.start) {
        return Standing::Opening;
    }
    let start = sentence_start(block, tokens.start);
    // A few words back are enough to tell, however long the sentence is.
    let before = &block.tokens[start.max(tokens.start.saturating_sub(60))..tokens.start];
    // Each link of a chain opens anew: "… ⇒ 2nd civil war, 1648 ⇒ …".
    let link = before.iter().rposition(|token| token.kind == Kind::Arrow);
    let before = &before[link.map_or(0, |link| link + 1)..];
    let words = before
        .iter()
        .filter(|token| token.kind == Kind::Word)
        .count();
    let in_brackets = || {
        let marks = before
            .iter()
            .rev()
            .filter(|token| token.kind == Kind::Punct);
        let mut marks = marks.map(|token| token.of(&block.text.visible));
        let last = marks.find(|mark| matches!(*mark, "(" | "[" | ")" | "]"));
        matches!(last, Some("(" | "["))
    };
    let backwards = matches!(
        own.relative,
        Some(Relative::Steps(..0, _) | Relative::Nearest(_))
    );
    if backwards || is_since(block, tokens.start) || words > 3 && in_brackets() {
        Standing::Aside
    } else if words == 1 && is_of_a_thing(block, tokens) {
        Standing::Within
    } else if words <= if link.is_some() { 3 } else { 2 } {
        Standing::Opening
    } else {
        Standing::Within
    }
}

/// Whether a token is the first of its line in the file: authors break lines where a new thing starts.
pub(super) fn opens_line(document: &Document, block: &Block, at: usize) -> bool {
    let line = |at: usize| {
        let start = block.text.file_offset(block.tokens[at].start);
        line_of(document, start)
    };
    at == 0 || block.lines.0 != block.lines.1 && line(at - 1) != line(at)
}

/// The first token of the sentence that a token is in.
pub(super) fn sentence_start(block: &Block, at: usize) -> usize {
    let after = block
        .sentences
        .partition_point(|sentence| sentence.end <= at);
    block
        .sentences
        .get(after)
        .map_or(0, |sentence| sentence.start.min(at))
}
