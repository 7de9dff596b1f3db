//! Publication years in citations: "Gaddis 2005 p. 33", "(London: Penguin, 2017), 47", "(Smith, 2003)".

use std::ops::Range;

use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Scale};
use crate::notes::dates::words::Word;
use crate::notes::markdown::{Block, BlockKind};

/// Words that show a citation.
const CITED: [&str; 31] = [
    "p",
    "pp",
    "page",
    "pages",
    "ibid",
    "press",
    "publishing",
    "publishers",
    "publications",
    "isbn",
    "doi",
    "eds",
    "vol",
    "retrieved",
    "accessed",
    "journal",
    "edn",
    "paperback",
    "hardcover",
    "penguin",
    "routledge",
    "macmillan",
    "norton",
    "vintage",
    "harpercollins",
    "bloomsbury",
    "wiley",
    "springer",
    "pearson",
    "hodder",
    "viewed",
];

/// Words that open a line of sources.
const SOURCES: [&str; 6] = [
    "source",
    "sources",
    "reference",
    "references",
    "bibliography",
    "cf",
];

/// Words before the day on which somebody looked at a page.
const SEEN: [&str; 3] = ["accessed", "retrieved", "viewed"];

/// Whether a date is that of a publication, or of somebody's reading it.
pub(super) fn is_cited(
    line: &Line<'_>,
    block: &Block,
    tokens: &Range<usize>,
    partial: &Partial,
) -> bool {
    let Some(Scale::Year(year @ 1500..)) = partial.scale else {
        return false;
    };
    let seen = (tokens.start.saturating_sub(3)..tokens.start).any(|at| line.is(at, &SEEN));
    if seen || partial.day.is_some() {
        return seen;
    }
    block.kind == BlockKind::Footnote
        || is_before_page(line, tokens.end)
        || is_enclosed(line, tokens, year, partial.month.is_none())
        || year >= 1900 && line.is(0, &SOURCES) && line.word(1) == Word::Colon
        || is_after_publisher(line, tokens.start)
}

/// A word that shows a citation; `p` only with its number.
fn is_sign(line: &Line<'_>, at: usize) -> bool {
    let next = at + 1 + usize::from(line.word(at + 1) == Word::Dot);
    let paged = matches!(line.word(next), Word::Number(..) | Word::Roman(_));
    line.is(at, &CITED) && (paged || !line.is(at, &["p", "pp", "page", "pages"]))
}

/// "2005 p. 33", "2017), pp. 4-5".
fn is_before_page(line: &Line<'_>, end: usize) -> bool {
    let word = (end..end + 6).find(|at| line.is_word(*at));
    word.is_some_and(|at| is_sign(line, at) && !line.is(at + 1, &["conference"]))
}

/// "(London: Quercus, 2017)", "(Smith & Jones, 2003)", "(Smith et al. 2003)".
fn is_enclosed(line: &Line<'_>, tokens: &Range<usize>, year: u16, year_alone: bool) -> bool {
    let from = tokens.start.saturating_sub(12);
    let Some(open) = (from..tokens.start)
        .rev()
        .find(|at| line.word(*at) == Word::Open)
    else {
        return false;
    };
    if !matches!(
        line.word(tokens.end),
        Word::Close | Word::Comma | Word::Colon
    ) {
        return false;
    }
    let inside = open + 1..tokens.start;
    let publisher = |at: usize| is_sign(line, at) || line.word(at) == Word::Colon;
    if year_alone && inside.clone().any(publisher) {
        return true;
    }
    let joins = ["et", "al", "see"];
    let name = |at: usize| {
        line.capital(at)
            || matches!(line.word(at), Word::Comma | Word::And | Word::Dot)
            || line.is(at, &joins)
    };
    let one_author = inside.len() == 2 && line.before(tokens.start) == Word::Comma;
    let several = inside.clone().any(|at| line.is(at, &joins));
    year >= 1950 && (one_author || several) && inside.into_iter().all(name)
}

/// "Oxford University Press, 1996", "see Smith 1998".
fn is_after_publisher(line: &Line<'_>, start: usize) -> bool {
    let comma = usize::from(line.before(start) == Word::Comma);
    let Some(before) = start.checked_sub(1 + comma) else {
        return false;
    };
    let pointed = before > 0 && line.is(before - 1, &["see", "cf"]);
    line.capital(before) && (line.is(before, &CITED) || pointed)
}
