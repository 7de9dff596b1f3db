//! The era of a note whose years have three digits and never say "BC" or "AD".

mod seen;

use std::ops::Range;

use crate::notes::dates::partial::{Expression, Scale};
use crate::notes::dates::words::Era;
use crate::notes::keys::Keys;
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, BlockKind, Document};
use crate::notes::word_key::words;
use seen::{Seen, short_year};

/// What a note as a whole says of its short years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NoteEra {
    pub(super) era: Era,
    /// The note says so: "All dates BC".
    pub(super) stated: bool,
    /// A number that nothing but its place shows to be a year may be one.
    pub(super) lone: bool,
    /// Many years have four digits: those of Egypt and Babylon.
    pub(super) long: bool,
    /// The line that says so, or the first.
    pub(super) line: u32,
    /// The first and last of the years that are plainly years, as people count them.
    years: (u16, u16),
}

/// Years before the first and after the last that may still be meant.
const MARGIN: u16 = 60;

impl NoteEra {
    /// Whether all dates are before Christ unless they say otherwise.
    pub(super) fn is_before(self) -> bool {
        self.stated && self.era == Era::Before
    }

    /// Whether a bare number may be a year of this note.
    pub(super) const fn may_hold(&self, year: u16) -> bool {
        self.stated || year + MARGIN >= self.years.0 && year <= self.years.1 + MARGIN
    }
}

/// The era of a note's short years: as it says, else by which way its ranges and its telling count.
pub(super) fn of_note(
    document: &Document,
    keys: &Keys,
    all: &[Expression],
    of_block: &[Range<usize>],
) -> Option<NoteEra> {
    let mut seen = Seen::default();
    for (at, expression) in all.iter().enumerate() {
        seen.take(at, expression);
    }
    let said = |(index, block): (usize, &Block)| {
        stated(block, keys.of_block(index)).map(|era| (era, block.lines.0))
    };
    let first = document.blocks.iter().enumerate().take(12);
    // The words for eras are words of dates.
    let mut first = first.filter(|(index, _)| keys.may_date(*index));
    if let Some((era, line)) = first.find_map(said) {
        return Some(NoteEra {
            stated: true,
            long: seen.n_long * 3 > seen.n_short,
            line,
            ..seen.era(era)
        });
    }
    if seen.goes_on() {
        return Some(NoteEra {
            years: (seen.opening.0, seen.opening.1.max(seen.most)),
            ..seen.era(Era::After)
        });
    }
    // Where all say BC that say anything, so is what says nothing: "464-462", three lines above "445 BC".
    if let (before @ 2.., 0) = seen.own
        && seen.n_long <= before
    {
        let block = of_block.partition_point(|range| range.end <= seen.first_own);
        return Some(NoteEra {
            lone: false,
            line: document.blocks[block].lines.0,
            ..seen.era(Era::Before)
        });
    }
    if seen.n_short < 3 || seen.n_plain < 2 {
        return None;
    }
    let in_headings = document.blocks.iter().zip(of_block).any(|(block, range)| {
        block.kind == BlockKind::Heading && all[range.clone()].iter().any(is_short_range)
    });
    let dated = seen.anchored || in_headings;
    // Where most years are of four digits, three are a count.
    if seen.own != (0, 0) || seen.n_short < 5 || !dated || seen.n_short * 2 < seen.n_long {
        return None;
    }
    seen.direction().map(|era| seen.era(era))
}

/// Whether ranges of years of four digits that count down are before Christ in this note, and no slips of the pen.
pub(super) fn counts_down(all: &[Expression]) -> bool {
    let (mut up, mut down, mut sure) = (0, 0, false);
    for expression in all {
        let first = &expression.first.partial;
        sure |= first.era == Some(Era::Before);
        let Some(last) = &expression.last else {
            continue;
        };
        match (first.falls_to(&last.partial), first.scale) {
            (Some(_), scale) => {
                down += 1;
                // Nobody notes what happens then.
                sure |= matches!(scale, Some(Scale::Year(2101..)));
            }
            (None, Some(Scale::Year(1000..))) if first.era.is_none() => up += 1,
            _ => {}
        }
    }
    (down > 1 || down > 0 && sure) && 2 * down >= up
}

/// "All dates BC unless I say so", "everything BC", "years are CE".
fn stated(block: &Block, keys: &[u128]) -> Option<Era> {
    let dates = keys
        .iter()
        .take(24)
        .position(|key| words!("dates years everything").contains(*key));
    let all = || {
        let mut near = keys.iter().take(6);
        near.position(|key| words!("all").contains(*key))
    };
    // "All BC" says as much as "all dates are BC".
    let (dates, ahead) = match dates {
        Some(dates) => (dates, 5),
        None => (all()?, 2),
    };
    let word = |at: usize| {
        let token = block
            .tokens
            .get(at)
            .filter(|token| token.kind == Kind::Word)?;
        Some(token.of(&block.text.visible))
    };
    (dates + 1..dates + ahead).find_map(|at| match word(at)? {
        "BC" | "BCE" => Some(Era::Before),
        "AD" | "CE" => Some(Era::After),
        _ => None,
    })
}

fn is_short_range(expression: &Expression) -> bool {
    let last = expression.last.as_ref().map(|last| last.partial);
    short_year(&expression.first.partial).is_some()
        && last.is_some_and(|last| matches!(last.scale, Some(Scale::Year(_))))
}
