//! Years that are those of books, if they are later than what the note tells of: "(Heather 2005)", "Lynch 2008 p88. Short 1999".

use super::citations::is_published;
use super::marks_near;
use super::stamps::NEAR_THE_TOP;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Expression, Scale};
use crate::notes::dates::words::Word;
use crate::notes::markdown::{Block, BlockKind, Document, Mark, MarkKind};
use crate::notes::word_key::words;

/// Why a year may be that of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::notes::dates) enum Cited {
    /// The line names pages: it is that of a book if it is later than all that is told.
    Source,
    /// It stands behind a name or title: if it is long after all that is told.
    Name,
    /// It stands behind a name or title where a note speaks of historians: if it is not long before the last that is told.
    Historian,
}

/// Whether a year may be that of a book, and why.
pub(in crate::notes::dates) fn may_be_cited(
    line: &Line<'_>,
    document: &Document,
    block: &Block,
    expression: &Expression,
) -> Option<Cited> {
    let start = expression.first.tokens.start;
    // "from Hood's play (1799)", of a time long before
    let played = start > 1
        && line.before(start) == Word::Open
        && line.word(start + 1) == Word::Close
        && line.is(start - 2, words!("play novel poem opera painting"));
    // "(new research, 2014)"
    let found = start > 1
        && line.before(start) == Word::Comma
        && line.word(start + 1) == Word::Close
        && line.is(start - 2, words!("research study excavation excavations"));
    if played || found || is_published(line, start) {
        return Some(Cited::Name);
    }
    // A day of our own times at the top: "Notes by J. Smith | 21.11.2022".
    let written = expression.first.partial.day.is_some()
        && matches!(expression.first.partial.scale, Some(Scale::Year(2005..)))
        && block.lines.0 < NEAR_THE_TOP
        && block.kind == BlockKind::Paragraph;
    if written {
        return Some(Cited::Name);
    }
    let alone = expression.last.is_none() && expression.first.tokens.len() == 1;
    if !alone || !matches!(expression.first.partial.scale, Some(Scale::Year(1900..))) {
        return None;
    }
    let closed = line.word(start + 1) == Word::Close;
    let enclosed = closed && line.before(start) == Word::Open;
    if is_by_historians(line, document, block, start) {
        return Some(Cited::Historian);
    }
    // "(Heather 2005)", "(Athar Ali, 1966, counted them)"
    let author =
        closed && start > 1 && line.word(start - 2) == Word::Open && line.capital(start - 1)
            || opens_with_author(line, start);
    let titled = closed && enclosed && start > 1 && {
        let end = line.tokens[start - 2].end;
        let ends_there = |mark: &Mark| mark.kind == MarkKind::Emphasis && mark.range.end == end;
        marks_near(block, end).any(ends_there)
    };
    let named = is_behind_authors(line, start, enclosed);
    if (titled || named) && (names_pages(line, start) || is_on_historians(document, block)) {
        return Some(Cited::Source);
    }
    let end = start + 1 + usize::from(enclosed);
    let states =
        line.word(end) == Word::Colon || line.is_mark(end, &["=", ";"]) || end >= line.len();
    (author || titled || named && states).then_some(Cited::Name)
}

/// Whether a bracket opens with one to three capitalised words and a comma before the year, and goes on behind it.
fn opens_with_author(line: &Line<'_>, start: usize) -> bool {
    if line.before(start) != Word::Comma || line.word(start + 1) != Word::Comma {
        return false;
    }
    let from = start.saturating_sub(4);
    let names = (from..start - 1)
        .rev()
        .take_while(|at| line.is_word(*at) && line.capital(*at));
    let n_names = names.count();
    n_names > 0 && line.before(start - 1 - n_names) == Word::Open
}

/// Whether a year stands behind a name or title, or first in brackets, where the note speaks of historians: "Norman 1940: …",
/// "*A World Restored* (1957): …".
fn is_by_historians(line: &Line<'_>, document: &Document, block: &Block, start: usize) -> bool {
    let named = start > 0 && line.is_word(start - 1) && line.capital(start - 1);
    let opens = line.before(start) == Word::Open
        && matches!(line.word(start + 1), Word::Close | Word::Comma);
    if !(named || opens) {
        return false;
    }
    // "Revolutions 1848 …" tells of the time itself; an author has a mark behind his year.
    let marked = opens
        || line.stops(start + 1)
        || line.is(start + 1, words!("for on argues says thinks blames"));
    marked && is_on_historians(document, block)
}

/// Whether a block stands under a heading on what historians write: "Interpretations", "Historiography".
fn is_on_historians(document: &Document, block: &Block) -> bool {
    let heading = block.heading.and_then(|at| document.headings.get(at));
    heading.is_some_and(|heading| {
        let words = document.blocks[heading.block]
            .text
            .visible
            .to_ascii_lowercase();
        [
            "historiograph",
            "historian",
            "interpretation",
            "schools of thought",
        ]
        .iter()
        .any(|word| words.contains(word))
    })
}

/// Tokens that the names of authors have at most.
const LONGEST: usize = 8;

/// Whether names that open the line or a part of it stand before a year: "de Ste. Croix 1972", "Judd & Surridge 2002", "Hill (1940)".
fn is_behind_authors(line: &Line<'_>, start: usize, enclosed: bool) -> bool {
    let Some(end) = start
        .checked_sub(usize::from(enclosed))
        .filter(|end| *end > 0)
    else {
        return false;
    };
    let is_name = |at: usize| {
        line.is_word(at) && line.capital(at)
            || line.word(at) == Word::And
            || line.is(at, words!("de von van der et al"))
            || line.word(at) == Word::Dot
                && line.glued(at)
                && line.is_word(at - 1)
                && line.str(at - 1).len() < 4
    };
    let from = (end.saturating_sub(LONGEST)..end)
        .rev()
        .take_while(|at| is_name(*at))
        .last();
    let Some(from) = from.filter(|_| line.is_word(end - 1) && line.capital(end - 1)) else {
        return false;
    };
    let apart = matches!(
        line.before(from),
        Word::Dot | Word::Comma | Word::Slash | Word::Open | Word::Colon
    );
    from == 0 || line.opens_line(from) || apart || line.is_mark(from - 1, &[";"])
}

/// Tokens before and after a year among which a page is looked for.
const NEAR: usize = 30;

/// Whether pages are named near token `start`: "p. 33", "p88", "pp 12-19".
fn names_pages(line: &Line<'_>, start: usize) -> bool {
    (start.saturating_sub(NEAR)..start + NEAR).any(|at| {
        let next = at + 1 + usize::from(line.word(at + 1) == Word::Dot);
        let labelled =
            line.is(at, words!("p pp pg pgs")) && matches!(line.word(next), Word::Number(..));
        labelled || is_page(line.str(at))
    })
}

/// `p88`, `pp12`.
fn is_page(word: &str) -> bool {
    let number = word.strip_prefix("pp").or_else(|| word.strip_prefix('p'));
    number.is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}
