//! Time laid out along a line: where a day stands, and which days are named beneath.

use jiff::Span;
use jiff::civil::Date;

/// Marks on a line of this many at most, so that their names do not touch.
const MARKS: i64 = 7;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A stretch of time on a stretch of pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    first: i64,
    last: i64,
    from: f32,
    to: f32,
}

/// Days between 1 January of the year 1 and a date.
pub(super) fn day(date: Date) -> i64 {
    date.duration_since(Date::constant(1, 1, 1)).as_hours() / 24
}

impl Scale {
    /// From `first` to `last` on the pixels between `from` and `to`. One day alone stands at the left.
    pub(super) fn new(first: Date, last: Date, from: f32, to: f32) -> Self {
        Self {
            first: day(first),
            last: day(last).max(day(first)),
            from,
            to,
        }
    }

    pub(super) fn x(&self, date: Date) -> f32 {
        let all = (self.last - self.first).max(1) as f32;
        let share = (day(date) - self.first) as f32 / all;
        self.from + (self.to - self.from) * share.clamp(0.0, 1.0)
    }

    /// Round dates on the line, with what they are called.
    pub(super) fn marks(&self) -> Vec<(f32, String)> {
        let days = self.last - self.first;
        let mut marks = match days {
            0 => Vec::new(),
            ..75 => self.days(days),
            75..1_100 => self.months(days),
            _ => self.years(days),
        };
        marks.retain(|(date, _)| (self.first..=self.last).contains(&day(*date)));
        marks
            .into_iter()
            .map(|(date, name)| (self.x(date), name))
            .collect()
    }

    fn begin(&self) -> Date {
        Date::constant(1, 1, 1)
            .checked_add(Span::new().days(self.first))
            .unwrap_or(Date::MIN)
    }

    /// Days of a month, counted anew in each.
    fn days(&self, days: i64) -> Vec<(Date, String)> {
        let step = [1, 2, 5, 10, 15]
            .into_iter()
            .find(|step| days / step < MARKS)
            .unwrap_or(15);
        let all = std::iter::successors(Some(self.begin()), |date| date.tomorrow().ok());
        all.take(days as usize + 1)
            .filter(|date| {
                let number = i64::from(date.day());
                (number == 1 && step > 1)
                    || (number % step == 0 && (step < 5 || number < 30))
                    || step == 1
            })
            .filter(|date| step != 2 || date.day() != 2)
            .map(|date| (date, format!("{} {}", date.day(), month(date))))
            .collect()
    }

    fn months(&self, days: i64) -> Vec<(Date, String)> {
        let step = [1, 2, 3, 6]
            .into_iter()
            .find(|step| days / (step * 30) < MARKS)
            .unwrap_or(6);
        let begin = self.begin().first_of_month();
        let all = std::iter::successors(Some(begin), |date| {
            date.checked_add(Span::new().months(1)).ok()
        });
        all.take_while(|date| day(*date) <= self.last)
            .filter(|date| (i64::from(date.month()) - 1) % step == 0)
            .map(|date| (date, format!("{} {}", month(date), year(date.year()))))
            .collect()
    }

    fn years(&self, days: i64) -> Vec<(Date, String)> {
        let steps = [
            1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000, 5_000,
        ];
        let years = days / 365;
        let step = steps
            .into_iter()
            .find(|step| years / step < MARKS)
            .unwrap_or(5_000);
        let (first, last) = (
            i64::from(self.begin().year()),
            i64::from(self.begin().year()) + years + 1,
        );
        // The year 0 is 1 BC: what is round before it lies one to the right.
        let is_round = |year: &i64| match *year {
            1.. => *year % step == 0,
            _ => (1 - *year) % step == 0,
        };
        (first..=last)
            .filter(is_round)
            .filter_map(|number| {
                let number = i16::try_from(number).ok()?;
                Some((Date::new(number, 1, 1).ok()?, year(number)))
            })
            .collect()
    }
}

fn month(date: Date) -> &'static str {
    usize::try_from(date.month() - 1)
        .ok()
        .and_then(|at| MONTHS.get(at))
        .copied()
        .unwrap_or_default()
}

/// `1962`, `44 BC`, and `AD 33` where it could be taken for something else.
pub(super) fn year(year: i16) -> String {
    match year {
        ..=0 => format!("{} BC", 1 - i32::from(year)),
        1..=99 => format!("AD {year}"),
        _ => year.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[track_caller]
    fn check(first: Date, last: Date, expected: &str) {
        let marks = Scale::new(first, last, 0.0, 1_000.0).marks();
        let names: Vec<String> = marks.into_iter().map(|(_, name)| name).collect();
        assert_eq!(names.join(", "), expected);
    }

    #[test]
    fn round_dates_are_named() {
        let october = date(1962, 10, 16);
        check(october, october, "");
        check(
            october,
            date(1962, 10, 20),
            "16 Oct, 17 Oct, 18 Oct, 19 Oct, 20 Oct",
        );
        check(
            october,
            date(1962, 10, 28),
            "16 Oct, 18 Oct, 20 Oct, 22 Oct, 24 Oct, 26 Oct, 28 Oct",
        );
        check(october, date(1962, 11, 20), "20 Oct, 1 Nov, 10 Nov, 20 Nov");
        check(
            date(1961, 12, 10),
            date(1962, 9, 1),
            "Jan 1962, Mar 1962, May 1962, Jul 1962, Sep 1962",
        );
        check(
            date(1945, 2, 4),
            date(1991, 12, 26),
            "1950, 1960, 1970, 1980, 1990",
        );
        check(
            date(-499, 1, 1),
            date(410, 8, 24),
            "400 BC, 200 BC, 200, 400",
        );
    }

    #[test]
    fn a_day_stands_where_it_belongs() {
        let scale = Scale::new(date(1962, 1, 1), date(1962, 12, 31), 100.0, 464.0);
        assert_eq!(scale.x(date(1962, 1, 1)), 100.0);
        assert_eq!(scale.x(date(1962, 7, 2)), 282.0);
        assert_eq!(scale.x(date(1999, 1, 1)), 464.0);
        assert_eq!(
            Scale::new(date(1962, 1, 1), date(1962, 1, 1), 1.0, 2.0).x(date(1962, 1, 1)),
            1.0
        );
    }
}
