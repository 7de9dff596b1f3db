//! Days, weeks and seasons on a server's own calendar.

use super::{Calendar, Duration, Period, ServerSettings, Timestamp, date_of};

fn calendar(zone: &str, sunday: bool) -> Calendar {
    Calendar::of(&ServerSettings {
        time_zone: zone.to_owned(),
        week_starts_on_sunday: sunday,
        ..ServerSettings::default()
    })
}

fn at(moment: &str) -> Duration {
    let moment: Timestamp = moment.parse().unwrap();
    Duration::from_millis(moment.as_millisecond() as u64)
}

/// `first..last` of the period that a moment falls into.
#[track_caller]
fn check(zone: &str, sunday: bool, period: Period, moment: &str, expected: &str) {
    let days = calendar(zone, sunday).days(period, at(moment)).unwrap();
    let shown = format!("{}..{}", date_of(*days.start()), date_of(*days.end()));
    assert_eq!(shown, expected, "{period:?} at {moment} in {zone}");
}

#[test]
fn a_day_is_the_one_on_the_wall_of_the_server() {
    for (zone, moment, day) in [
        ("UTC", "2026-03-29T23:59:59Z", "2026-03-29"),
        ("Europe/Vienna", "2026-03-28T22:59:59Z", "2026-03-28"),
        ("Europe/Vienna", "2026-03-28T23:00:00Z", "2026-03-29"),
        // The day of 23 hours ends at 22:00 in UTC.
        ("Europe/Vienna", "2026-03-29T21:59:59Z", "2026-03-29"),
        ("Europe/Vienna", "2026-03-29T22:00:00Z", "2026-03-30"),
        // The day of 25 hours.
        ("Europe/Vienna", "2026-10-24T22:00:00Z", "2026-10-25"),
        ("Europe/Vienna", "2026-10-25T22:59:59Z", "2026-10-25"),
        ("Europe/Vienna", "2026-10-25T23:00:00Z", "2026-10-26"),
        ("America/New_York", "2027-01-01T04:59:59Z", "2026-12-31"),
        ("Asia/Kolkata", "2026-12-31T18:30:00Z", "2027-01-01"),
        ("Pacific/Kiritimati", "2026-12-31T10:00:00Z", "2027-01-01"),
        ("No/Such_Place", "2026-12-31T23:00:00Z", "2026-12-31"),
    ] {
        check(zone, false, Period::Day, moment, &format!("{day}..{day}"));
    }
}

#[test]
fn weeks_begin_where_the_setting_says_and_run_over_the_turn_of_the_year() {
    for (sunday, moment, expected) in [
        (false, "2026-12-31T12:00:00Z", "2026-12-28..2027-01-03"),
        (true, "2026-12-31T12:00:00Z", "2026-12-27..2027-01-02"),
        (false, "2027-01-03T12:00:00Z", "2026-12-28..2027-01-03"),
        (true, "2027-01-03T12:00:00Z", "2027-01-03..2027-01-09"),
        (false, "2024-02-29T00:00:00Z", "2024-02-26..2024-03-03"),
    ] {
        check("UTC", sunday, Period::Week, moment, expected);
    }
    // Monday morning in Auckland is still Sunday in London.
    check(
        "Pacific/Auckland",
        false,
        Period::Week,
        "2026-11-29T12:00:00Z",
        "2026-11-30..2026-12-06",
    );
    check(
        "Europe/London",
        false,
        Period::Week,
        "2026-11-29T12:00:00Z",
        "2026-11-23..2026-11-29",
    );
}

#[test]
fn months_have_their_own_length_and_thirty_days_are_thirty() {
    for (period, moment, expected) in [
        (
            Period::Month,
            "2024-02-10T00:00:00Z",
            "2024-02-01..2024-02-29",
        ),
        (
            Period::Month,
            "2026-02-10T00:00:00Z",
            "2026-02-01..2026-02-28",
        ),
        (
            Period::Month,
            "2026-12-31T23:59:59Z",
            "2026-12-01..2026-12-31",
        ),
        (
            Period::ThirtyDays,
            "2026-03-01T00:00:00Z",
            "2026-01-31..2026-03-01",
        ),
        (
            Period::ThirtyDays,
            "2027-01-15T00:00:00Z",
            "2026-12-17..2027-01-15",
        ),
    ] {
        check("UTC", false, period, moment, expected);
    }
}

#[test]
fn seasons_and_everything_are_not_made_of_days() {
    for period in [Period::Season, Period::OneSeason(3), Period::All] {
        assert_eq!(
            calendar("UTC", false).days(period, at("2026-03-01T00:00:00Z")),
            None
        );
    }
}

#[test]
fn stretches_give_every_moment_the_day_that_the_calendar_gives() {
    for zone in [
        "UTC",
        "Europe/Vienna",
        "America/St_Johns",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
    ] {
        let calendar = calendar(zone, false);
        let (from, until) = (at("2025-01-01T00:00:00Z"), at("2027-12-31T00:00:00Z"));
        let stretches = calendar.stretches(from, until);
        let mut moment = from;
        while moment < until {
            let (_, ahead) = stretches
                .iter()
                .rfind(|(begin, _)| *begin <= moment)
                .unwrap();
            let day = (moment.as_millis() as i64 + ahead).div_euclid(86_400_000);
            assert_eq!(day, calendar.day(moment), "{zone} {moment:?}");
            moment += Duration::from_secs(1777);
        }
    }
}

#[test]
fn a_day_begins_at_midnight_there() {
    let calendar = calendar("Europe/Vienna", false);
    let day = calendar.day(at("2026-07-01T12:00:00Z"));
    assert_eq!(calendar.begin_of(day), at("2026-06-30T22:00:00Z"));
}
