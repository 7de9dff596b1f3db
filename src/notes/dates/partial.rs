//! What the words of a date say by themselves, before context fills in what they leave out.

use std::ops::Range;

use super::words::{Era, Span};
use crate::notes::when::Season;

/// How a date names its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// 19 is the 19th century.
    Century(u16),
    /// 196 is the 1960s; the era says which side.
    Decade(u16),
    /// The sixties: the century is left out.
    ShortDecade(u8),
    /// 1962, or 44 with an era.
    Year(u16),
    /// '62, or the second end of 1914–18: the century is left out.
    ShortYear(u8),
}

/// A point of time as far as its words go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Partial {
    pub(super) scale: Option<Scale>,
    pub(super) era: Option<Era>,
    pub(super) season: Option<Season>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    /// "about", "circa".
    pub(super) approximate: bool,
    /// A bare number that is a year only where the note is about such years: "killed in 121".
    pub(super) weak: bool,
    /// Weak, and without as much as an "in" before it: "Peace of Nicias 421".
    pub(super) bare: bool,
    /// No such day: 31 June.
    pub(super) impossible: bool,
}

impl Partial {
    pub(super) const fn year(year: u16) -> Self {
        Self::of(Scale::Year(year))
    }

    pub(super) const fn of(scale: Scale) -> Self {
        Self {
            scale: Some(scale),
            era: None,
            season: None,
            month: None,
            day: None,
            approximate: false,
            weak: false,
            bare: false,
            impossible: false,
        }
    }

    /// By how many years a range from this year to `last` counts down, both of four digits without an era: "1782-1650" is
    /// before Christ, or a slip.
    pub(super) fn falls_to(&self, last: &Self) -> Option<u16> {
        let year = |partial: &Self| match partial.scale {
            Some(Scale::Year(year @ 1000..))
                if partial.era.is_none() && partial.month.is_none() =>
            {
                Some(year)
            }
            _ => None,
        };
        year(self)?
            .checked_sub(year(last)?)
            .filter(|years| *years > 0)
    }

    /// Takes from `other`, the fuller half of the same expression, what this one leaves out.
    pub(super) const fn fill_from(&mut self, other: &Self) {
        if self.day.is_some() && self.month.is_none() {
            self.month = other.month;
        }
        if self.scale.is_none() {
            self.scale = other.scale;
        }
        if self.era.is_none() {
            self.era = other.era;
        }
    }
}

/// Which way a relative date points from the date before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relative {
    /// "that year", "the same day", "later that month": the unit that the narrative is in.
    Same(Span),
    /// "two days later" (2, Day), "the previous year" (-1, Year).
    Steps(i16, Span),
    /// "a year after Marathon" (1, Year): the name that ends it is told of with a date.
    FromName(i16, Span),
    /// "the following spring", "the next March" (1), "the previous April" (-1).
    Nearest(i8),
    /// "August of that year" (0), "August of the following year" (1): the date's own month and day, in a year counted from the one
    /// that the narrative is in.
    OfYear(i16),
    /// "the 20th": the month that the narrative is in.
    SameMonth,
    /// "the last day of the month": of the one that the narrative is in.
    EndOfMonth,
    /// `7: surrender`: the month that a heading or bullet above states.
    MonthAbove,
    /// "turn of the century".
    TurnOfCentury,
}

/// One end of an expression: where it stands and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct End {
    /// Tokens of the block.
    pub(super) tokens: Range<usize>,
    pub(super) partial: Partial,
    /// Counted from another date, with what `partial` says of itself.
    pub(super) relative: Option<Relative>,
}

/// A date expression of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Expression {
    pub(super) first: End,
    /// The second end of a range.
    pub(super) last: Option<End>,
    /// "from 1648 onwards", "1990–present".
    pub(super) onwards: bool,
}

impl Expression {
    pub(super) const fn end(&self) -> usize {
        match &self.last {
            Some(last) => last.tokens.end,
            None => self.first.tokens.end,
        }
    }
}
