//! Notes that write years of their own century with two digits: "14 Feb 50", "'51", and then "went red in 49", "66: Red Guards".

use std::ops::Range;

use super::context::Context;
use super::dated::Dated;
use super::place::Placed;
use super::units::{in_year, year_of};
use crate::notes::dates::partial::{Expression, Partial, Scale};
use crate::notes::dates::sources::Cited;
use crate::notes::facts::Basis;
use crate::notes::markdown::Document;

/// The years of such a note, from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Habit {
    first: u16,
    last: u16,
    /// The first year that is written in full, and its line.
    pub(super) full: Option<(i32, u32)>,
}

/// Years before the first and after the last that may still be meant.
const MARGIN: u16 = 25;

impl Habit {
    /// That of a note with these dates, if it has it.
    pub(super) fn of(
        document: &Document,
        all: &[Expression],
        of_block: &[Range<usize>],
        cited: &[(usize, Cited)],
    ) -> Option<Self> {
        let ends = || {
            let ends = |(at, expression): (usize, &Expression)| {
                let last = expression.last.as_ref().map(|last| last.partial);
                [
                    Some((at, expression.first.partial)),
                    last.map(|last| (at, last)),
                ]
            };
            let told = |(at, _): &(usize, &Expression)| {
                cited.binary_search_by_key(at, |cited| cited.0).is_err()
            };
            all.iter().enumerate().filter(told).flat_map(ends).flatten()
        };
        let short = |(_, end): (usize, Partial)| match end.scale {
            Some(Scale::ShortYear(year)) if !end.weak => Some(1900 + u16::from(year)),
            _ => None,
        };
        let full = |(at, end): (usize, Partial)| match end.scale {
            Some(Scale::Year(year @ 1000..)) if end.era.is_none() => Some((at, year)),
            _ => None,
        };
        let shortened = ends().find_map(short)?;
        // A note on ancient times has years of two digits in full.
        if ends().any(|(_, end)| end.era.is_some()) {
            return None;
        }
        let stated = ends().find_map(full);
        let widen = |span: (u16, u16), year: u16| (span.0.min(year), span.1.max(year));
        let (first, last) = match stated {
            Some((_, year)) => ends()
                .filter_map(full)
                .fold((year, year), |span, (_, year)| widen(span, year)),
            None if ends().filter_map(short).nth(2).is_none() => return None,
            None => ends().filter_map(short).fold((shortened, shortened), widen),
        };
        let line = |at: usize| {
            document.blocks[of_block.partition_point(|range| range.end <= at)]
                .lines
                .0
        };
        Some(Self {
            first,
            last,
            full: stated.map(|(at, year)| (year.into(), line(at))),
        })
    }

    /// The year that two digits stand for among those of the note, the one nearest to `near`.
    fn year(self, short: u16, near: i32) -> Option<i32> {
        let (from, to) = (self.first - MARGIN, self.last + MARGIN);
        (from / 100..=to / 100)
            .map(|century| century * 100 + short)
            .filter(|year| (from..=to).contains(year))
            .map(i32::from)
            .min_by_key(|year| (year - near).abs())
    }
}

impl Context<'_> {
    /// A year of two digits that only the habit of the note shows to be one.
    pub(super) fn place_habitual(&self, partial: &Partial, short: u16) -> Option<Placed> {
        let habit = self.habit.filter(|_| self.note_era.is_none())?;
        let last: Option<&Dated> = self.found.dates.last();
        let near = last.map_or(i32::from(habit.first), |last| year_of(last.when.end()));
        Some(Placed {
            unit: in_year(partial, habit.year(short, near)?)?,
            from: Basis::Context,
            line: last.map(|last| self.line(last)).or(Some(1)),
            about: false,
        })
    }
}
