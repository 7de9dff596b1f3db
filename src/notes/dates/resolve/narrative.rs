//! How far the telling has come: dates that carry it on, and asides that do not.
//!
//! "On 10 March 1975 … a planned campaign in 1976 … on 11 March": the campaign is an aside, so the last date is of 1975.
//! The telling moves on with a date that opens a sentence or heading, and with one that is not long after the last.

use super::spoken::Spoken;

/// A year and, where it is known, a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    /// Astronomical.
    pub(super) year: i32,
    pub(super) month: Option<u8>,
    /// Its place among the note's dates.
    pub(super) date: usize,
}

/// How a date stands in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It opens a sentence, an item or a heading.
    Opening,
    /// In the middle of a sentence.
    Within,
    /// In brackets, or counted backwards.
    Aside,
}

/// Where the telling has come to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Narrative {
    front: Option<Point>,
    /// The last date, if it was taken for an aside.
    aside: Option<Point>,
    /// What the heading over this place states.
    section: Option<Point>,
}

impl Narrative {
    /// The date that the telling has come to, as an index into the note's dates.
    pub(super) fn front(&self) -> Option<usize> {
        self.front.map(|front| front.date)
    }

    /// Whether a date leaps so far ahead that it may only look ahead: "that lasted until February 1945".
    pub(super) fn leaps(&self, point: Point, standing: Standing) -> bool {
        let years = self.front.map_or(0, |front| point.year - front.year);
        match standing {
            Standing::Opening => years > LEAP,
            Standing::Within => years > 0,
            Standing::Aside => false,
        }
    }

    /// Whether the telling comes back from a date that leaps ahead, where the next one after it is of the year `next`.
    pub(super) fn comes_back(&self, point: Point, next: i32) -> bool {
        next < point.year && self.front.is_some_and(|front| front.year <= next)
    }

    /// Takes note of a date with a year.
    pub(super) fn observe(&mut self, point: Point, standing: Standing) {
        let moves = match (self.front, standing) {
            (None, _) | (_, Standing::Opening) => true,
            (_, Standing::Aside) => false,
            (Some(front), Standing::Within) => {
                follows(front, point)
                    || self.aside.is_some_and(|aside| goes_on(aside, front, point))
            }
        };
        if moves {
            // The telling has left the year of its heading behind.
            if self
                .section
                .is_some_and(|section| section.year != point.year)
            {
                self.section = None;
            }
            // "In June 1944 … in 1944": the year alone adds nothing.
            if self
                .front
                .is_none_or(|front| front.year != point.year || point.month.is_some())
            {
                self.front = Some(point);
            }
            self.aside = None;
        } else {
            self.aside = Some(point);
        }
    }

    /// The year of the last such month before the one that the telling has come to.
    pub(super) fn year_before(&self, month: u8) -> Option<(i32, usize)> {
        let front = self.front?;
        let later = front.month.is_some_and(|here| month > here);
        Some((front.year - i32::from(later), front.date))
    }

    /// A heading, or a line that stands for one, states the year of what follows (`None`: it states several).
    pub(super) const fn enter_section(&mut self, year: Option<Point>) {
        self.section = year;
    }

    /// The year of a yearless month, and the date it was taken from: the nearest such month, by preference in the year
    /// of the section, the front or the last aside, else in the year after or, where the note tells of its end, before.
    ///
    /// `sentence` is the last date of the same sentence, which goes before others that are as near; `here` the first of the
    /// same block: "… (6 Jan 1540). Executed 28 July" tells of 1540, whatever was told before. `inferred`: the year of the front
    /// is not in its own words.
    pub(super) fn year_of(
        &self,
        month: Option<u8>,
        sentence: Option<Point>,
        here: usize,
        inferred: bool,
        spoken: &Spoken,
        fits: impl Fn(i32) -> bool,
    ) -> Option<(i32, usize)> {
        let front = self.front?;
        let mut best: Option<(i32, i32, usize)> = None;
        let mut offer = |cost: i32, year: i32, date: usize| {
            let stated = self.section.is_some_and(|section| section.year == year);
            let cost = if stated { cost - SECTION } else { cost };
            if fits(year) && best.is_none_or(|(least, ..)| cost < least) {
                best = Some((cost, year, date));
            }
        };
        if let Some(said) = sentence
            && let (Some(here), Some(month)) = (said.month, month)
        {
            let months = i32::from(month.abs_diff(here));
            offer(months - SENTENCE, said.year, said.date);
        }
        // "He fled in October … (9 July 1748). On 2 November": a year that is said goes before one that was made out.
        let said = |point: Point| inferred && (0..=2).contains(&(point.year - front.year));
        let only_aside = |point: Point| point.date >= here && (front.date < here || said(point));
        let near = self.aside.is_some_and(only_aside);
        for (point, bonus) in [(Some(front), 0), (self.section, 0), (self.aside, 1)] {
            let Some(point) = point else { continue };
            let bonus = if bonus > 0 && near { BLOCK } else { bonus };
            match (point.month.or(front.month.filter(|_| bonus == 0)), month) {
                (Some(here), Some(month)) => {
                    let months = i32::from(month) - i32::from(here);
                    offer(months.abs() - bonus, point.year, point.date);
                    offer(months + 12 + NEXT_YEAR - bonus, point.year + 1, point.date);
                    if bonus == 0 && spoken.of_year_before(point.year, month) {
                        offer(12 - months + YEAR_BEFORE, point.year - 1, point.date);
                    }
                }
                _ if bonus == 0 => offer(YEAR_OF_FRONT, point.year, point.date),
                // "The campaign of 1813: on 15 June he …"
                _ if near => offer(EARLIER_ASIDE - BLOCK, point.year, point.date),
                _ if (1..=SOON).contains(&(point.year - front.year)) => {
                    offer(LATER_ASIDE, point.year, point.date);
                }
                _ => offer(EARLIER_ASIDE, point.year, point.date),
            }
        }
        best.map(|(_, year, date)| (year, date))
    }
}

// Costs in months, for comparing with a month that is so far from the front. Tuned on the training half of WikiWars.

/// Years from which on a date that opens a sentence may still look ahead.
const LEAP: i32 = 3;
/// Taken off for the year that the section's heading states.
const SECTION: i32 = 12;
/// Taken off for the year of a date in the same sentence.
const SENTENCE: i32 = 2;
/// Added where a month is taken to be in the year before, which the note tells of.
const YEAR_BEFORE: i32 = 2;
/// Added where a month is taken to be in the year after.
const NEXT_YEAR: i32 = 2;
/// Taken off for the only date before in the same block.
const BLOCK: i32 = 12;
/// A year without a month that the telling has come to.
const YEAR_OF_FRONT: i32 = 1;
/// How many years after the front a year in mid-sentence may be for the telling to go on there.
const SOON: i32 = 20;
/// A year without a month, in mid-sentence, after the front.
const LATER_ASIDE: i32 = 3;
/// The same before the front, or long after it.
const EARLIER_ASIDE: i32 = 10;

/// Whether a date in mid-sentence carries the telling on from `front`.
const fn follows(front: Point, point: Point) -> bool {
    let years = point.year - front.year;
    match (front.month, point.month) {
        (_, None) => years == 0 || front.month.is_none() && years > 0 && years <= 10,
        (None, Some(_)) => years >= 0 && years <= 3,
        (Some(one), Some(other)) => {
            let months = years * 12 + other as i32 - one as i32;
            months >= -4 && months <= 600
        }
    }
}

/// Whether a date goes on from the aside before it, so that the aside was none.
const fn goes_on(aside: Point, front: Point, point: Point) -> bool {
    let years = point.year - aside.year;
    match (aside.month, point.month) {
        (Some(one), Some(other)) => (years * 12 + other as i32 - one as i32).abs() <= 12,
        _ => years.abs() <= 1 && point.year >= front.year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(year: i32, month: Option<u8>) -> Point {
        Point {
            year,
            month,
            date: 0,
        }
    }

    #[track_caller]
    fn check(told: &[(i32, Option<u8>, Standing)], month: u8, year: i32) {
        let mut narrative = Narrative::default();
        for (year, month, standing) in told {
            narrative.observe(point(*year, *month), *standing);
        }
        assert_eq!(
            narrative
                .year_of(
                    Some(month),
                    None,
                    usize::MAX,
                    false,
                    &Spoken::default(),
                    |_| true
                )
                .map(|(year, _)| year),
            Some(year)
        );
    }

    #[test]
    fn a_yearless_month_takes_the_year_that_the_telling_has_come_to() {
        use Standing::{Aside, Opening, Within};
        check(&[(1943, None, Opening)], 5, 1943);
        check(&[(1941, Some(12), Opening)], 1, 1942);
        check(&[(1941, Some(12), Opening), (1941, None, Within)], 1, 1942);
        check(&[(1975, Some(3), Opening), (1976, None, Within)], 3, 1975);
        check(&[(1964, Some(8), Opening), (2005, None, Within)], 8, 1964);
        check(&[(1788, Some(8), Opening), (1614, None, Within)], 12, 1788);
        check(&[(1939, Some(6), Opening), (2002, None, Within)], 12, 1939);
        check(&[(2003, Some(3), Opening), (2002, None, Aside)], 4, 2003);
        check(&[(1962, Some(10), Opening), (1963, None, Within)], 3, 1963);
        check(
            &[
                (1962, Some(10), Opening),
                (1965, None, Within),
                (1966, None, Within),
            ],
            3,
            1966,
        );
    }
}
