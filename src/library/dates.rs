//! Events in the order of time: what happened in a span of days, what covers it, what came before and after.

#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use jiff::civil::Date;

use super::facts::Event;
use crate::notes::when::{Extent, Precision, Unit, When};

/// A day as a number that orders like it, so that comparing is cheap.
type Day = i32;

fn number(date: Date) -> Day {
    i32::from(date.year()) * 512 + i32::from(date.month()) * 32 + i32::from(date.day())
}

/// More than any two days of one year are apart.
const A_YEAR: Day = 512;

/// All events, indexed by time.
#[derive(Debug, Default)]
pub struct Dates {
    /// By first day, the longer first, then in the order of the notes.
    events: Vec<Event>,
    starts: Vec<Day>,
    ends: Vec<Day>,
    /// The latest end within each subtree of the implicit tree whose root is the middle of its range.
    latest: Vec<Day>,
    /// (month, day or 0, event) of the events that are one month or one day.
    by_month: Vec<(u8, u8, u32)>,
    /// Events that run over several days or months, at most about a year.
    runs: Vec<u32>,
}

impl Dates {
    pub(super) fn build(mut events: Vec<Event>) -> Self {
        events.sort_by_cached_key(|event| {
            let (start, end) = (number(event.when.earliest()), number(event.when.latest()));
            (start, Reverse(end), event.when.approximate, event.statement)
        });
        let starts: Vec<Day> = events
            .iter()
            .map(|event| number(event.when.earliest()))
            .collect();
        let ends: Vec<Day> = events
            .iter()
            .map(|event| number(event.when.latest()))
            .collect();
        let mut latest = vec![Day::MIN; events.len()];
        fill(&ends, &mut latest, 0, events.len());
        let mut by_month = Vec::new();
        let mut runs = Vec::new();
        for (at, event) in events.iter().enumerate() {
            let place = u32::try_from(at).expect("256 MiB of notes hold fewer events");
            match event.when.extent {
                Extent::One(unit) => {
                    if let Some(month) = unit.month() {
                        by_month.push((month, unit.day().unwrap_or(0), place));
                    }
                }
                Extent::Range(first, last) => {
                    let fine = |unit: Unit| unit.precision() >= Precision::Month;
                    if fine(first) && fine(last) && ends[at] - starts[at] < A_YEAR {
                        runs.push(place);
                    }
                }
                Extent::Since(_) | Extent::Until(_) => {}
            }
        }
        by_month.sort_unstable();
        Self {
            events,
            starts,
            ends,
            latest,
            by_month,
            runs,
        }
    }

    /// All events in order.
    #[must_use]
    pub fn all(&self) -> &[Event] {
        &self.events
    }

    /// The events that lie wholly within `span`, stated at its precision or finer; in order.
    pub fn within(&self, span: When) -> impl Iterator<Item = &Event> {
        let (first, last) = (number(span.earliest()), number(span.latest()));
        let from = self.starts.partition_point(|start| *start < first);
        let to = self.starts.partition_point(|start| *start <= last);
        (from..to)
            .filter(move |at| self.ends[*at] <= last)
            .map(|at| &self.events[at])
            .filter(move |event| !is_less_exact(event.when, span))
    }

    /// The events that touch `span` but are wider or approximate; the shortest first.
    #[must_use]
    pub fn around(&self, span: When) -> Vec<&Event> {
        let (first, last) = (number(span.earliest()), number(span.latest()));
        let mut found = Vec::new();
        self.touching(first, last, 0, self.events.len(), &mut found);
        found.retain(|at| {
            let when = self.events[*at].when;
            let inside = self.starts[*at] >= first && self.ends[*at] <= last;
            is_less_exact(when, span) || !inside
        });
        // Of one length in the order of time: numbers are sorted faster than what they stand for.
        let length = |at: usize| u64::from(self.ends[at].abs_diff(self.starts[at]));
        let mut sorted: Vec<u64> = found
            .into_iter()
            .map(|at| length(at) << 32 | at as u64)
            .collect();
        sorted.sort_unstable();
        let event = |at: u64| &self.events[(at & u64::from(u32::MAX)) as usize];
        sorted.into_iter().map(event).collect()
    }

    /// The years in which something is stated for this month, or for this day of it, ascending.
    #[must_use]
    pub fn years_of(&self, month: u8, day: Option<u8>) -> Vec<i16> {
        let from = self
            .by_month
            .partition_point(|entry| (entry.0, entry.1) < (month, day.unwrap_or(0)));
        let mut years: Vec<i16> = self.by_month[from..]
            .iter()
            .take_while(|entry| entry.0 == month && day.is_none_or(|day| entry.1 == day))
            .filter_map(|entry| self.events[entry.2 as usize].when.start().year())
            .collect();
        if years.is_empty() {
            years = self.years_of_runs(month, day);
        }
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The years in which something runs over this month or day without being stated for it.
    fn years_of_runs(&self, month: u8, day: Option<u8>) -> Vec<i16> {
        let mut years = Vec::new();
        for at in &self.runs {
            let run = self.events[*at as usize].when;
            for year in [run.earliest().year(), run.latest().year()] {
                let asked = match day {
                    Some(day) => When::day(year.into(), month, day),
                    None => When::month(year.into(), month),
                };
                if asked.is_some_and(|asked| run.overlaps(asked)) {
                    years.push(year);
                }
            }
        }
        years
    }

    /// The last event that ends before `span` begins.
    #[must_use]
    pub fn before(&self, span: When) -> Option<&Event> {
        let first = number(span.earliest());
        let to = self.starts.partition_point(|start| *start < first);
        (0..to)
            .rev()
            .find(|at| self.ends[*at] < first && !is_open(self.events[*at].when))
            .map(|at| &self.events[at])
    }

    /// The first event that begins after `span` ends.
    #[must_use]
    pub fn after(&self, span: When) -> Option<&Event> {
        let last = number(span.latest());
        let from = self.starts.partition_point(|start| *start <= last);
        self.events[from..]
            .iter()
            .find(|event| !is_open(event.when))
    }

    /// The dates nearest to `span`, earlier and later by turns; in order.
    #[must_use]
    pub fn nearest(&self, span: When, most: usize) -> Vec<When> {
        let mut found = Vec::new();
        let (mut back, mut on) = (self.before(span), self.after(span));
        while found.len() < most && (back.is_some() || on.is_some()) {
            if let Some(event) = back {
                found.push(event.when);
                back = self.before(event.when);
            }
            if let Some(event) = on.filter(|_| found.len() < most) {
                found.push(event.when);
                on = self.after(event.when);
            }
        }
        found.sort_by_key(|when| number(when.earliest()));
        found
    }

    /// Collects the events in `from..to` that touch the days from `first` to `last` and have both ends.
    fn touching(&self, first: Day, last: Day, from: usize, to: usize, found: &mut Vec<usize>) {
        if from >= to {
            return;
        }
        let middle = usize::midpoint(from, to);
        if self.latest[middle] < first {
            return;
        }
        self.touching(first, last, from, middle, found);
        if self.starts[middle] <= last {
            if self.ends[middle] >= first && !is_open(self.events[middle].when) {
                found.push(middle);
            }
            self.touching(first, last, middle + 1, to, found);
        }
    }
}

/// Fills in the latest end of each subtree.
fn fill(ends: &[Day], latest: &mut [Day], from: usize, to: usize) -> Day {
    if from >= to {
        return Day::MIN;
    }
    let middle = usize::midpoint(from, to);
    let below = fill(ends, latest, from, middle).max(fill(ends, latest, middle + 1, to));
    latest[middle] = below.max(ends[middle]);
    latest[middle]
}

/// "Since 1945" covers nearly everything and says nothing of a day in 1962.
fn is_open(when: When) -> bool {
    matches!(when.extent, Extent::Since(_) | Extent::Until(_))
}

/// "About 1962" is no statement of 1962, nor of a day of it; it is one of the 1960s.
fn is_less_exact(when: When, span: When) -> bool {
    is_open(when) || (when.approximate && !span.approximate && when.precision() <= span.precision())
}

/// The unit of precision `like` that `when` begins in; `when` itself where it is no finer.
#[must_use]
pub fn coarsened(when: When, like: Precision) -> When {
    let unit = when.start();
    if unit.precision() <= like && when.unit().is_some() {
        return when;
    }
    let year = unit.first().year();
    match like {
        Precision::Day => Unit::Day(unit.first()).into(),
        Precision::Month => unit
            .month()
            .map_or(when, |month| Unit::Month(year, month).into()),
        Precision::Year | Precision::Season => Unit::Year(year).into(),
        Precision::Decade if year > 0 => Unit::Decade(year.div_euclid(10)).into(),
        Precision::Century if year > 0 => Unit::Century((year - 1).div_euclid(100) + 1).into(),
        Precision::Decade | Precision::Century => Unit::Year(year).into(),
    }
}
