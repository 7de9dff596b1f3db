//! Days, weeks, months and seasons: which days of a server's calendar a period holds. Pure arithmetic.
//!
//! A day is a number: days since 1 January 1970 on the server's own calendar. An answer gets its day when it is counted, so that summer
//! time, leap years and the turn of the year are settled there, once.

#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;
use std::time::Duration;

use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use super::ServerSettings;

/// Which answers a board counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Period {
    /// The season that is on.
    #[default]
    Season,
    /// A season by its number, 1 the first.
    OneSeason(u32),
    /// The calendar month.
    Month,
    /// The calendar week.
    Week,
    /// The day.
    Day,
    /// The last 30 days, today among them.
    ThirtyDays,
    /// Everything.
    All,
}

/// A server's calendar: its time zone and the day on which its weeks begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    zone: TimeZone,
    sunday: bool,
}

const EPOCH: Date = date(1970, 1, 1);

impl Calendar {
    /// The calendar that the settings describe; a time zone that is not known is UTC.
    #[must_use]
    pub fn of(settings: &ServerSettings) -> Self {
        Self {
            zone: TimeZone::get(&settings.time_zone).unwrap_or(TimeZone::UTC),
            sunday: settings.week_starts_on_sunday,
        }
    }

    /// Whether there is a time zone of that IANA name.
    #[must_use]
    pub fn knows(time_zone: &str) -> bool {
        TimeZone::get(time_zone).is_ok()
    }

    /// The day that it is at `at`.
    #[must_use]
    pub fn day(&self, at: Duration) -> i64 {
        number_of(self.date(at))
    }

    /// The days of a period that `at` falls into; `None` for those that are not made of days.
    #[must_use]
    pub fn days(&self, period: Period, at: Duration) -> Option<RangeInclusive<i64>> {
        let today = self.date(at);
        let (first, last) = match period {
            Period::Season | Period::OneSeason(_) | Period::All => return None,
            Period::Day => (today, today),
            Period::ThirtyDays => (today.saturating_sub(29.days()), today),
            Period::Month => (today.first_of_month(), today.last_of_month()),
            Period::Week => {
                let weekday = today.weekday();
                let gone = if self.sunday {
                    weekday.to_sunday_zero_offset()
                } else {
                    weekday.to_monday_zero_offset()
                };
                let first = today.saturating_sub(i64::from(gone).days());
                (first, first.saturating_add(6.days()))
            }
        };
        Some(number_of(first)..=number_of(last))
    }

    /// What the clocks show here.
    #[must_use]
    pub fn local(&self, at: Duration) -> DateTime {
        self.zone.to_datetime(timestamp(at))
    }

    /// The moment at which a date is over here; `None` for dates past all calendars.
    #[must_use]
    pub fn end_of(&self, date: Date) -> Option<Duration> {
        let end = date.tomorrow().ok()?.at(0, 0, 0, 0);
        let millis = self.zone.to_timestamp(end).ok()?.as_millisecond();
        Some(Duration::from_millis(u64::try_from(millis).ok()?))
    }

    /// The moment at which a day begins here.
    #[must_use]
    pub fn begin_of(&self, day: i64) -> Duration {
        let midnight = date_of(day).at(0, 0, 0, 0);
        let moment = self
            .zone
            .to_timestamp(midnight)
            .map_or(0, Timestamp::as_millisecond);
        Duration::from_millis(u64::try_from(moment).unwrap_or(0))
    }

    /// The stretches between `from` and `until` in which clocks here stand the same way: when each begins, and how many milliseconds
    /// they are ahead of UTC. The last goes on past `until`.
    pub(super) fn stretches(&self, from: Duration, until: Duration) -> Vec<(Duration, i64)> {
        let ahead = |at: Timestamp| i64::from(self.zone.to_offset(at).seconds()) * 1000;
        let first = timestamp(from);
        let mut stretches = vec![(from, ahead(first))];
        for change in self.zone.following(first) {
            let at = Duration::from_millis(
                u64::try_from(change.timestamp().as_millisecond()).unwrap_or(0),
            );
            if at > until {
                break;
            }
            stretches.push((at, i64::from(change.offset().seconds()) * 1000));
        }
        stretches
    }

    fn date(&self, at: Duration) -> Date {
        self.zone.to_datetime(timestamp(at)).date()
    }
}

/// The calendar date of a day's number.
#[must_use]
pub fn date_of(day: i64) -> Date {
    EPOCH.saturating_add(day.days())
}

fn number_of(date: Date) -> i64 {
    let span = date.since(EPOCH).map_or(0, |span| span.get_days());
    i64::from(span)
}

fn timestamp(at: Duration) -> Timestamp {
    i64::try_from(at.as_millis())
        .ok()
        .and_then(|millis| Timestamp::from_millisecond(millis).ok())
        .unwrap_or(Timestamp::MAX)
}
