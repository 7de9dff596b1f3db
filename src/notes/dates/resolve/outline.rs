//! Sections that are numbered as days are written: `10.4. Magna Carta`, `10.5 Gothic Art`; `1. Background`, `2. Feb Revolution`.

use super::place::NEAR;
use crate::notes::dates::partial::{Expression, Scale};
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Block, BlockKind, Document};

/// Whether a note numbers its sections so; looked up when the first number comes that may be a day.
#[derive(Debug, Default)]
pub(super) struct Outline {
    numbered: Option<bool>,
}

impl Outline {
    /// Whether a date is the number of a section.
    pub(super) fn numbers(
        &mut self,
        document: &Document,
        block: &Block,
        date: &Expression,
    ) -> bool {
        let own = &date.first.partial;
        if date.first.tokens.start == 0
            && own.day.is_some()
            && block.kind == BlockKind::Heading
            && let Some(name) = chapter(block)
        {
            return is_month(name) && is_among_chapters(document, block);
        }
        let may_be_number = date.first.tokens.start == 0
            && own.day.is_some()
            && matches!(own.scale, None | Some(Scale::ShortYear(_)))
            && number(block).is_some();
        may_be_number && *self.numbered.get_or_insert_with(|| is_numbered(document))
    }
}

/// The first word of a heading like `1. Background`.
fn chapter(block: &Block) -> Option<&str> {
    let [number, dot, name, ..] = &block.tokens[..] else {
        return None;
    };
    let text = &block.text.visible;
    let marked = number.kind == Kind::Number && dot.of(text) == "." && !dot.spaced;
    (marked && name.kind == Kind::Word && name.spaced).then(|| name.of(text))
}

/// Whether another heading of its level near by has a number and no month behind it: `0. Background` before `1. Feb Revolution`.
fn is_among_chapters(document: &Document, block: &Block) -> bool {
    let Some((at, own)) = block
        .heading
        .and_then(|at| Some((at, document.headings.get(at)?)))
    else {
        return false;
    };
    let near = at.saturating_sub(NEAR)..document.headings.len().min(at + NEAR);
    document.headings[near].iter().any(|other| {
        other.level == own.level
            && chapter(&document.blocks[other.block]).is_some_and(|name| !is_month(name))
    })
}

/// Whether a word is a month or short for one.
fn is_month(word: &str) -> bool {
    let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    word.get(..3)
        .is_some_and(|start| months.iter().any(|month| start.eq_ignore_ascii_case(month)))
}

/// Whether more numbers of a note follow on each other as sections do than as days do: 10.5 and 10.7 after 10.4, and not 12.4.
fn is_numbered(document: &Document) -> bool {
    let mut numbers = document.blocks.iter().filter_map(number);
    let Some(mut before) = numbers.next() else {
        return false;
    };
    let (mut sections, mut days) = (0, 0);
    for (first, second) in numbers {
        if (first, second) == before {
            continue;
        }
        let next_chapter = first == before.0 + 1 && second <= 1;
        if first == before.0 && second > before.1 || next_chapter {
            sections += 1;
        } else if second >= before.1 {
            days += 1;
        }
        before = (first, second);
    }
    sections > days
}

/// The two numbers with a dot between that a block opens with.
fn number(block: &Block) -> Option<(u32, u32)> {
    let [first, dot, second, ..] = &block.tokens[..] else {
        return None;
    };
    let text = &block.text.visible;
    let glued = !dot.spaced && !second.spaced && dot.of(text) == ".";
    let read = |token: &Token| {
        let digits = token.kind == Kind::Number && token.end - token.start <= 2;
        digits.then(|| token.of(text).parse().ok())?
    };
    read(first).zip(read(second)).filter(|_| glued)
}
