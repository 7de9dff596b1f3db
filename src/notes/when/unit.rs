//! One unit of the calendar, from a century down to a day, and its first and last day.

use jiff::civil::Date;

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
