//! What the years of a note are like: how many digits they have, and whether they go up or down.

use super::NoteEra;
use crate::notes::dates::partial::{Expression, Partial, Scale};
use crate::notes::dates::words::Era;

/// What the years of a note are like.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Of three digits, without an era.
    pub(super) n_short: usize,
    /// Of those, the ones that are more than a number beside a word.
    pub(super) n_plain: usize,
    /// Of four digits.
    pub(super) n_long: usize,
    /// With their own era: before Christ, and after.
    pub(super) own: (usize, usize),
    /// The first of those.
    pub(super) first_own: usize,
    /// A short year has a month or season.
    pub(super) anchored: bool,
    ranges: (usize, usize),
    steps: (usize, usize),
    before: Option<u16>,
    /// The first and the last of those that open their block, and how these go up and down.
    pub(super) opening: (u16, u16),
    opened: (usize, usize),
    /// One of three digits is followed by one of four: "991 Maldon", "1002 …".
    crosses: bool,
    least: u16,
    pub(super) most: u16,
}

impl Seen {
    pub(super) fn take(&mut self, at: usize, expression: &Expression) {
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
    pub(super) const fn era(&self, era: Era) -> NoteEra {
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
    pub(super) const fn goes_on(&self) -> bool {
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
    pub(super) const fn direction(&self) -> Option<Era> {
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

pub(super) fn short_year(partial: &Partial) -> Option<u16> {
    match partial.scale {
        Some(Scale::Year(year @ 100..1000)) if partial.era.is_none() => Some(year),
        _ => None,
    }
}
