//! A historical date: day, month, season, year, decade, century or a range of those, possibly approximate, possibly BC.
//!
//! Its text form is EDTF, level 1 of ISO 8601-2 (<https://www.loc.gov/standards/datetime/>): `1962-10-27`, `1962-10`,
//! `1943-22`, `196X`, `18XX`, `1962-10-16/1962-10-28`, `1945/..`, `1962~`, `-0043` (44 BC: years are astronomical). One
//! departure: `-007X` is the 70s BC as people count them (79 to 70 BC), a year off EDTF's own reading of it.

mod edtf;
mod words;

use std::cmp::Ordering;

use jiff::civil::Date;

pub use edtf::NotEdtf;
pub use words::month_name;

/// Spring to winter, as EDTF numbers them (21 to 24).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February of the next year.
    Winter,
}

/// How fine a date is; finer is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// A hundred years.
    Century,
    /// Ten years.
    Decade,
    /// One year.
    Year,
    /// A quarter of a year.
    Season,
    /// One month.
    Month,
    /// One day.
    Day,
}

/// One unit of the calendar. Years are astronomical: 0 is 1 BC, -43 is 44 BC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// 19 is the 19th century (1800 to 1899), -5 the 5th century BC (500 to 401 BC); never 0.
    Century(i16),
    /// 196 is the 1960s; -8 is the 70s BC (79 to 70 BC), -1 the years 9 to 1 BC.
    Decade(i16),
    /// A year.
    Year(i16),
    /// A season of a year.
    Season(i16, Season),
    /// A year and a month, 1 to 12.
    Month(i16, u8),
    /// A day that the calendar has.
    Day(Date),
}

impl Unit {
    /// How fine it is.
    #[must_use]
    pub const fn precision(self) -> Precision {
        match self {
            Self::Century(_) => Precision::Century,
            Self::Decade(_) => Precision::Decade,
            Self::Year(_) => Precision::Year,
            Self::Season(..) => Precision::Season,
            Self::Month(..) => Precision::Month,
            Self::Day(_) => Precision::Day,
        }
    }

    /// The first day of it, in the proleptic Gregorian calendar.
    #[must_use]
    pub fn first(self) -> Date {
        match self {
            Self::Century(number) if number > 0 => january((number - 1) * 100),
            Self::Century(number) => january(number * 100 + 1),
            Self::Decade(tens) if tens >= 0 => january(tens * 10),
            Self::Decade(tens) => january(tens * 10 + 2),
            Self::Year(year) => january(year),
            Self::Season(year, season) => month_start(year, season.months().0),
            Self::Month(year, month) => month_start(year, month),
            Self::Day(day) => day,
        }
    }

    /// The last day of it.
    #[must_use]
    pub fn last(self) -> Date {
        match self {
            Self::Century(number) if number > 0 => december((number - 1) * 100 + 99),
            Self::Century(number) => december(number * 100 + 100),
            Self::Decade(tens) if tens >= 0 => december(tens * 10 + 9),
            Self::Decade(-1) => december(0),
            Self::Decade(tens) => december(tens * 10 + 11),
            Self::Year(year) => december(year),
            Self::Season(year, Season::Winter) => {
                month_start((year + 1).min(9999), 2).last_of_month()
            }
            Self::Season(year, season) => month_start(year, season.months().1).last_of_month(),
            Self::Month(year, month) => month_start(year, month).last_of_month(),
            Self::Day(day) => day,
        }
    }

    /// The year it is in, where it is a year or finer.
    #[must_use]
    pub fn year(self) -> Option<i16> {
        match self {
            Self::Century(_) | Self::Decade(_) => None,
            Self::Year(year) | Self::Season(year, _) | Self::Month(year, _) => Some(year),
            Self::Day(day) => Some(day.year()),
        }
    }

    /// The month it is in, 1 to 12, where it is a month or a day.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        match self {
            Self::Month(_, month) => Some(month),
            Self::Day(day) => Some(day.month().unsigned_abs()),
            _ => None,
        }
    }

    /// The day of the month, where it is a day.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        match self {
            Self::Day(day) => Some(day.day().unsigned_abs()),
            _ => None,
        }
    }
}

impl Season {
    /// The month it starts in, 1 to 12.
    #[must_use]
    pub const fn first_month(self) -> u8 {
        self.months().0
    }

    /// First and last month; winter's last is in the next year.
    const fn months(self) -> (u8, u8) {
        match self {
            Self::Spring => (3, 5),
            Self::Summer => (6, 8),
            Self::Autumn => (9, 11),
            Self::Winter => (12, 2),
        }
    }
}

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

fn january(year: i16) -> Date {
    month_start(year, 1)
}

fn december(year: i16) -> Date {
    month_start(year, 12).last_of_month()
}

/// The first of a month. A year or month out of range, which no constructor makes, is brought back into it.
fn month_start(year: i16, month: u8) -> Date {
    let month = i8::try_from(month.clamp(1, 12)).unwrap_or(1);
    Date::new(year.clamp(-9999, 9999), month, 1).unwrap_or(Date::ZERO)
}
