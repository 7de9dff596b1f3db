//! The era of a note whose years have three digits and never say "BC" or "AD".

use std::ops::Range;

use crate::notes::dates::partial::{Expression, Partial, Scale};
use crate::notes::dates::words::Era;
use crate::notes::keys::Keys;
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, BlockKind, Document};
use crate::notes::word_key::words;

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

fn short_year(partial: &Partial) -> Option<u16> {
    match partial.scale {
        Some(Scale::Year(year @ 100..1000)) if partial.era.is_none() => Some(year),
        _ => None,
    }
}

fn is_short_range(expression: &Expression) -> bool {
    let last = expression.last.as_ref().map(|last| last.partial);
    short_year(&expression.first.partial).is_some()
        && last.is_some_and(|last| matches!(last.scale, Some(Scale::Year(_))))
}

/// What the years of a note are like.
#[derive(Debug, Default)]
struct Seen {
    /// Of three digits, without an era.
    n_short: usize,
    /// Of those, the ones that are more than a number beside a word.
    n_plain: usize,
    /// Of four digits.
    n_long: usize,
    /// With their own era: before Christ, and after.
    own: (usize, usize),
    /// The first of those.
    first_own: usize,
    /// A short year has a month or season.
    anchored: bool,
    ranges: (usize, usize),
    steps: (usize, usize),
    before: Option<u16>,
    /// The first and the last of those that open their block, and how these go up and down.
    opening: (u16, u16),
    opened: (usize, usize),
    /// One of three digits is followed by one of four: "991 Maldon", "1002 …".
    crosses: bool,
    least: u16,
    most: u16,
}

impl Seen {
    fn take(&mut self, at: usize, expression: &Expression) {
        let own = &expression.first.partial;
        if let Some(Scale::Year(year @ 1000..)) = own.scale {
            self.n_long += 1;
            let near = |before: u16| (before + 1..before + 150).contains(&year);
            self.crosses |= own.era.is_none()
                && expression.first.tokens.start == 0
                && self.before.is_some_and(near);
        }
        if let Some(era) = own.era.filter(|_| expression.first.relative.is_none()) {
            if self.own == (0, 0) {
                self.first_own = at;
            }
            match era {
                Era::Before => self.own.0 += 1,
                Era::After => self.own.1 += 1,
            }
            if let Some(Scale::Year(year)) = own.scale {
                self.spread(year);
            }
        }
        let Some(year) = short_year(own) else { return };
        self.n_short += 1;
        if !own.bare {
            self.n_plain += 1;
            self.spread(year);
        }
        if expression.first.tokens.start == 0 {
            if self.opening.1 > 0 {
                count(&mut self.opened, self.opening.1, year);
            } else {
                self.opening.0 = year;
            }
            self.opening = (self.opening.0.min(year), year);
        }
        self.anchored |= own.month.is_some() || own.season.is_some();
        if let Some(Scale::Year(last)) =
            expression.last.as_ref().and_then(|last| last.partial.scale)
        {
            count(&mut self.ranges, year, last);
        }
        if let Some(before) = self.before.replace(year) {
            count(&mut self.steps, before, year);
        }
    }

    /// What a note that does not say its era is taken to say.
    const fn era(&self, era: Era) -> NoteEra {
        NoteEra {
            era,
            stated: false,
            lone: true,
            long: true,
            line: 1,
            years: (self.least, self.most),
        }
    }

    /// Whether numbers at the head of lines go up as years after Christ do: to four digits, or beside some that say AD.
    const fn goes_on(&self) -> bool {
        let (up, down) = self.opened;
        // "- 264-241 BC: …" over "- 610: …", "- 910: …", "- 1015: …"
        let crosses = self.crosses && (self.own.0 == 0 || up >= 3);
        up >= 2 && up > 2 * down && (crosses || self.own.1 > 1)
    }

    /// Widens the range of years that are plainly years.
    fn spread(&mut self, year: u16) {
        self.least = match self.least {
            0 => year,
            least => least.min(year),
        };
        self.most = self.most.max(year);
    }

    /// Years go up after Christ and down before, in ranges for sure, in a telling mostly.
    const fn direction(&self) -> Option<Era> {
        let (up, down) = self.ranges;
        if up != down {
            return Some(if up > down { Era::After } else { Era::Before });
        }
        let (up, down) = self.steps;
        if up >= 2 * down + 2 {
            return Some(Era::After);
        }
        if down >= 2 * up + 2 {
            return Some(Era::Before);
        }
        None
    }
}

/// Counts a step upwards or downwards.
const fn count(steps: &mut (usize, usize), one: u16, other: u16) {
    if other > one {
        steps.0 += 1;
    } else if other < one {
        steps.1 += 1;
    }
}
