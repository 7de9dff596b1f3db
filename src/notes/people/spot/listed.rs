//! Places where people are listed: a table column headed "Who" or "Emperor", a section headed "Key people".

use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Block, BlockKind, Document};
use crate::notes::people::lexicon::{self, Is};
use crate::notes::word_key::{key, words};

/// What the header of the open table and the open heading say of what stands under them.
#[derive(Debug, Default)]
pub(super) struct Listed {
    /// The header row, and a bit for each column of people.
    header: Option<(usize, u64)>,
    /// The heading that was read last, and whether people are listed under it.
    heading: Option<(usize, bool)>,
    /// Columns of the open row that are people's; 0 where no table is.
    columns: u64,
    /// The open block is an item under a heading for people.
    item: bool,
    /// The column at the token that was asked for last.
    at: (usize, u32),
}

impl Listed {
    /// Goes on with `block`, number `index`.
    #[inline]
    pub(super) fn open(&mut self, document: &Document, index: usize, block: &Block) {
        (self.columns, self.item, self.at) = (0, false, (0, 0));
        match block.kind {
            BlockKind::Row if block.header => self.header = Some((index, columns(block))),
            BlockKind::Row => {
                let own = self
                    .header
                    .filter(|(header, _)| block.parent == Some(*header));
                self.columns = own.map_or(0, |(_, columns)| columns);
                if is_of_people(block) {
                    self.columns |= !1;
                }
            }
            BlockKind::Item => self.item = self.is_under_people(document, block),
            _ => {}
        }
    }

    fn is_under_people(&mut self, document: &Document, block: &Block) -> bool {
        let Some(heading) = block.heading else {
            return false;
        };
        if let Some((_, people)) = self.heading.filter(|(known, _)| *known == heading) {
            return people;
        }
        let block = &document.blocks[document.headings[heading].block];
        let people = is_for_people(block);
        self.heading = Some((heading, people));
        people
    }

    /// Whether the name at `token` of `block` stands where people are listed: first in its cell or item.
    #[inline]
    pub(super) fn is_person(&mut self, block: &Block, token: usize) -> bool {
        if self.item {
            return token == 0;
        }
        if self.columns == 0 {
            return false;
        }
        let text = &block.text.visible;
        let (from, mut column) = self.at;
        for passed in block.tokens.get(from..token).unwrap_or_default() {
            column += u32::from(passed.of(text) == "|");
        }
        self.at = (token.max(from), column);
        let first = token == 0 || block.tokens[token - 1].of(text) == "|";
        first && column < u64::BITS && self.columns >> column & 1 == 1
    }
}

/// The columns under a header row that are people's.
#[inline(never)]
fn columns(header: &Block) -> u64 {
    let mut columns = 0;
    for (column, cell) in header.text.visible.split('|').enumerate().take(64) {
        let heads = cell.split_whitespace().any(|word| {
            let word = word.trim_matches(|char: char| !char.is_alphanumeric());
            let mut folded = String::new();
            let word = if word.is_ascii() {
                word
            } else {
                lexicon::fold(word, &mut folded);
                &folded
            };
            let word = word.strip_suffix(['s', 'S']).unwrap_or(word);
            words!("who whom person pm individual figure winner loser victor leader")
                .contains(key(word.as_bytes()))
                || lexicon::look_up(word).contains(Is::ROLE)
        });
        columns |= u64::from(heads) << column;
    }
    columns
}

/// Whether the first cell of a row says that people stand in the others: `wife`, `birth name`.
#[inline(never)]
fn is_of_people(row: &Block) -> bool {
    let text = &row.text.visible;
    let Some([first, second, third, ..]) = row.tokens.get(..3) else {
        return false;
    };
    let small = |token: &Token| token.kind == Kind::Word && !token.capital;
    if third.of(text) == "|" {
        let kind = words!("birth full original real").contains(key(first.of(text).as_bytes()));
        return kind && second.of(text) == "name";
    }
    second.of(text) == "|" && small(first) && lexicon::know(first.of(text)).is.contains(Is::ROLE)
}

/// Whether a heading is one for people: `Key figures`, `Who's who`.
#[inline(never)]
fn is_for_people(heading: &Block) -> bool {
    let mut words = heading.tokens.iter().rev();
    words
        .find(|token| matches!(token.kind, Kind::Word | Kind::Number))
        .is_some_and(|last| {
            words!("people figures individuals personalities persons characters who actors")
                .contains(key(last.of(&heading.text.visible).as_bytes()))
        })
}
