//! The months that a note names together with their year.

use crate::notes::dates::partial::{End, Expression, Scale};

/// Months with their year, counted from the year 0, in order.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    months: Vec<i32>,
}

impl Spoken {
    /// Those of all expressions of a note.
    pub(super) fn of(all: &[Expression]) -> Self {
        let ends = all
            .iter()
            .flat_map(|expression| [Some(&expression.first), expression.last.as_ref()]);
        let mut months: Vec<i32> = ends.flatten().filter_map(month).collect();
        months.sort_unstable();
        Self { months }
    }

    /// Whether the note tells of the end of the year before `year`, as late as `month` or a month earlier, and nowhere of the
    /// end of `year`: "on 6 December 1939 … in January 1940 … On 12 December".
    pub(super) fn of_year_before(&self, year: i32, month: u8) -> bool {
        let tells = |year: i32| {
            let from = year * 12 + i32::from(month) - 2;
            let first = self.months.partition_point(|said| *said < from);
            self.months
                .get(first)
                .is_some_and(|said| *said < (year + 1) * 12)
        };
        month > 9 && tells(year - 1) && !tells(year)
    }
}

fn month(end: &End) -> Option<i32> {
    match (end.partial.scale, end.partial.month) {
        (Some(Scale::Year(year)), Some(month)) if end.relative.is_none() && !end.partial.weak => {
            Some(i32::from(year) * 12 + i32::from(month) - 1)
        }
        _ => None,
    }
}
