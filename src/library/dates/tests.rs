//! Events found by their dates.

use super::*;
use crate::notes::Basis;

fn dates(all: &[&str]) -> Dates {
    let events = (0..).zip(all).map(|(statement, when)| Event {
        statement,
        when: when.parse().unwrap(),
        from: Basis::Stated,
        from_line: None,
    });
    Dates::build(events.collect())
}

fn some() -> Dates {
    dates(&[
        "1962-10-27",
        "1962-10",
        "1962",
        "1962~",
        "196X",
        "1961-04-17",
        "1962-10-16/1962-10-28",
        "1945/..",
        "-0043-03-15",
        "18XX",
        "1961-10-27",
    ])
}

fn told<'e>(events: impl IntoIterator<Item = &'e Event>) -> String {
    let told: Vec<String> = events
        .into_iter()
        .map(|event| event.when.to_string())
        .collect();
    told.join(" ")
}

#[test]
fn a_span_holds_what_is_stated_in_it_and_is_covered_by_what_is_wider() {
    let dates = some();
    for (asked, within, around) in [
        (
            "1962-10-27",
            "1962-10-27",
            "1962-10-16/1962-10-28 1962-10 1962 1962~ 196X",
        ),
        (
            "1962-10",
            "1962-10 1962-10-16/1962-10-28 1962-10-27",
            "1962 1962~ 196X",
        ),
        (
            "1962",
            "1962 1962-10 1962-10-16/1962-10-28 1962-10-27",
            "1962~ 196X",
        ),
        ("-0043", "-0043-03-15", ""),
        ("1850", "", "18XX"),
        ("1700", "", ""),
    ] {
        let span: When = asked.parse().unwrap();
        assert_eq!(told(dates.within(span)), within, "within {asked}");
        assert_eq!(told(dates.around(span)), around, "around {asked}");
    }
}

#[test]
fn a_day_without_a_year_knows_the_years_that_have_it() {
    let dates = some();
    assert_eq!(dates.years_of(10, Some(27)), [1961, 1962]);
    assert_eq!(dates.years_of(10, None), [1961, 1962]);
    assert_eq!(dates.years_of(10, Some(20)), [1962], "only the run over it");
    assert_eq!(dates.years_of(3, Some(15)), [-43]);
    assert!(dates.years_of(7, None).is_empty());
}

#[test]
fn before_after_and_nearest_leave_out_what_covers() {
    let dates = some();
    let span: When = "1962-10-01".parse().unwrap();
    assert_eq!(told(dates.before(span)), "1961-10-27");
    assert_eq!(told(dates.after(span)), "1962-10-16/1962-10-28");
    let near: Vec<String> = dates.nearest(span, 3).iter().map(When::to_string).collect();
    assert_eq!(near, ["1961-04-17", "1961-10-27", "1962-10-16/1962-10-28"]);
    assert_eq!(told(dates.before("-0099".parse().unwrap())), "");
}

#[test]
fn a_date_is_coarsened_to_what_was_asked() {
    for (when, like, coarse) in [
        ("1961-04-17", Precision::Year, "1961"),
        ("1961-04-17", Precision::Month, "1961-04"),
        ("1961-04-17", Precision::Decade, "196X"),
        ("1961-04-17", Precision::Century, "19XX"),
        ("1961", Precision::Day, "1961"),
        ("1962-10-16/1962-10-28", Precision::Day, "1962-10-16"),
    ] {
        let when: When = when.parse().unwrap();
        assert_eq!(coarsened(when, like).to_string(), coarse);
    }
}
