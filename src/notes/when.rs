//! A historical date: day, month, season, year, decade, century or a range of those, possibly approximate, possibly BC.
//!
//! Its text form is EDTF, level 1 of ISO 8601-2 (<https://www.loc.gov/standards/datetime/>): `1962-10-27`, `1962-10`,
//! `1943-22`, `196X`, `18XX`, `1962-10-16/1962-10-28`, `1945/..`, `1962~`, `-0043` (44 BC: years are astronomical). One
//! departure: `-007X` is the 70s BC as people count them (79 to 70 BC), a year off EDTF's own reading of it.

mod edtf;
mod unit;
mod words;

use std::cmp::Ordering;

use jiff::civil::Date;

pub use edtf::NotEdtf;
pub use unit::{Precision, Season, Unit};
pub use words::month_name;

/// What a [`When`] covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    /// One unit.
    One(Unit),
    /// From the first unit to the last, both included.
    Range(Unit, Unit),
    /// From the unit onwards.
    Since(Unit),
    /// Up to and including the unit.
    Until(Unit),
}

/// A historical date, as small and as cheap to copy as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    /// What it covers.
    pub extent: Extent,
    /// "about", "circa": EDTF's `~`.
    pub approximate: bool,
}

impl From<Unit> for When {
    fn from(unit: Unit) -> Self {
        Self {
            extent: Extent::One(unit),
            approximate: false,
        }
    }
}

impl When {
    /// A year, astronomical (0 is 1 BC); `None` outside of -9999 to 9999.
    ///
    /// ```
    /// use clio::notes::when::When;
    /// assert_eq!(When::year(-43).unwrap().to_string(), "-0043");
    /// assert_eq!(When::year(-43).unwrap().words(), "44 BC");
    /// ```
    #[must_use]
    pub fn year(year: i32) -> Option<Self> {
        in_range(year).map(|year| Unit::Year(year).into())
    }

    /// A month of a year; `None` if there is no such month.
    #[must_use]
    pub fn month(year: i32, month: u8) -> Option<Self> {
        let year = in_range(year)?;
        (1..=12)
            .contains(&month)
            .then(|| Unit::Month(year, month).into())
    }

    /// A day; `None` if the calendar has no such day (31 June).
    #[must_use]
    pub fn day(year: i32, month: u8, day: u8) -> Option<Self> {
        let date = Date::new(
            in_range(year)?,
            month.try_into().ok()?,
            day.try_into().ok()?,
        )
        .ok()?;
        Some(Unit::Day(date).into())
    }

    /// From the start of `first` to the end of `last`, in the order of time; one unit if they are the same.
    #[must_use]
    pub fn range(first: Unit, last: Unit) -> Self {
        let extent = match first.first().cmp(&last.first()) {
            _ if first == last => Extent::One(first),
            Ordering::Greater => Extent::Range(last, first),
            Ordering::Less | Ordering::Equal => Extent::Range(first, last),
        };
        Self {
            extent,
            approximate: false,
        }
    }

    /// From `unit` onwards.
    #[must_use]
    pub const fn since(unit: Unit) -> Self {
        Self {
            extent: Extent::Since(unit),
            approximate: false,
        }
    }

    /// Up to and including `unit`.
    #[must_use]
    pub const fn until(unit: Unit) -> Self {
        Self {
            extent: Extent::Until(unit),
            approximate: false,
        }
    }

    /// The same date, but only about.
    #[must_use]
    pub const fn about(self) -> Self {
        Self {
            approximate: true,
            ..self
        }
    }

    /// The first unit that it names.
    #[must_use]
    pub const fn start(self) -> Unit {
        match self.extent {
            Extent::One(unit)
            | Extent::Range(unit, _)
            | Extent::Since(unit)
            | Extent::Until(unit) => unit,
        }
    }

    /// The last unit that it names.
    #[must_use]
    pub const fn end(self) -> Unit {
        match self.extent {
            Extent::One(unit)
            | Extent::Range(_, unit)
            | Extent::Since(unit)
            | Extent::Until(unit) => unit,
        }
    }

    /// The unit, if it is one.
    #[must_use]
    pub const fn unit(self) -> Option<Unit> {
        match self.extent {
            Extent::One(unit) => Some(unit),
            Extent::Range(..) | Extent::Since(_) | Extent::Until(_) => None,
        }
    }

    /// How fine its coarser end is.
    #[must_use]
    pub fn precision(self) -> Precision {
        self.start().precision().min(self.end().precision())
    }

    /// Its first day; [`Date::MIN`] if it has no start.
    #[must_use]
    pub fn earliest(self) -> Date {
        match self.extent {
            Extent::Until(_) => Date::MIN,
            Extent::One(unit) | Extent::Range(unit, _) | Extent::Since(unit) => unit.first(),
        }
    }

    /// Its last day; [`Date::MAX`] if it has no end.
    #[must_use]
    pub fn latest(self) -> Date {
        match self.extent {
            Extent::Since(_) => Date::MAX,
            Extent::One(unit) | Extent::Range(_, unit) | Extent::Until(unit) => unit.last(),
        }
    }

    /// Whether every day of `other` is one of its days.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.earliest() <= other.earliest() && other.latest() <= self.latest()
    }

    /// Whether they share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.earliest() <= other.latest() && other.earliest() <= self.latest()
    }
}

/// In the order of time: by the first day named, then the coarser first.
impl Ord for When {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |when: &Self| {
            (
                when.start().first(),
                when.approximate,
                kind(when.extent),
                when.start().precision(),
            )
        };
        self.start()
            .first()
            .cmp(&other.start().first())
            .then_with(|| other.end().last().cmp(&self.end().last()))
            .then_with(|| key(self).cmp(&key(other)))
            .then_with(|| self.end().precision().cmp(&other.end().precision()))
    }
}

impl PartialOrd for When {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A number for the make of an extent, so that no two different dates compare equal.
const fn kind(extent: Extent) -> u8 {
    match extent {
        Extent::Until(_) => 0,
        Extent::One(_) => 1,
        Extent::Range(..) => 2,
        Extent::Since(_) => 3,
    }
}

fn in_range(year: i32) -> Option<i16> {
    i16::try_from(year)
        .ok()
        .filter(|year| (-9999..=9999).contains(year))
}
