//! Dates that count from others and what is no date; tables of expressions, and notes of every style, lie beside it.

mod around;
mod books;
mod centuries;
mod cram;
mod days;
mod forms;
mod handed_down;
mod short_years;
mod shorthand;
mod telling;

use expect_test::Expect;

use crate::notes::facts::Basis;
use crate::notes::markdown;

/// One line of a note with nothing around it, and the dates in it: `words = EDTF`.
#[track_caller]
fn check(table: &[(&str, &[&str])]) {
    let read = |text: &str| -> Vec<String> {
        let document = markdown::read("note.md", text, &mut Vec::new());
        let facts = super::read(&document);
        facts
            .dates
            .iter()
            .map(|date| format!("{} = {}", &text[date.span.clone()], date.when))
            .collect()
    };
    let wrong: Vec<_> = table
        .iter()
        .map(|(text, expected)| (text, expected.to_vec(), read(text)))
        .filter(|(_, expected, read)| expected != read)
        .collect();
    assert!(wrong.is_empty(), "(line, expected, read): {wrong:#?}");
}

/// Lines without any date.
#[track_caller]
fn check_none(lines: &[&str]) {
    let table: Vec<(&str, &[&str])> = lines.iter().map(|line| (*line, &[] as &[&str])).collect();
    check(&table);
}

/// The events of a note: line, date, and how it was come by where it is not stated.
#[track_caller]
fn check_note(path: &str, text: &str, expected: &Expect) {
    let document = markdown::read(path, text, &mut Vec::new());
    let facts = super::read(&document);
    let mut told = String::new();
    for event in &facts.events {
        let line = document.statements[event.statement].lines.0;
        let from = match event.from {
            Basis::Stated => String::new(),
            Basis::Relative => " (relative)".to_owned(),
            _ => format!(" (line {})", event.from_line.unwrap_or_default()),
        };
        told.push_str(&format!("{line}: {}{from}\n", event.when));
    }
    for warning in &facts.warnings {
        told.push_str(&format!("{}: {}\n", warning.line, warning.message));
    }
    expected.assert_eq(&told);
}

#[test]
fn dates_count_from_the_date_before_them() {
    check(&[
        (
            "On 28 April 1945 he died. Two days later, Hitler did",
            &["28 April 1945 = 1945-04-28", "Two days later = 1945-04-30"],
        ),
        (
            "In 1848. The following year it failed",
            &["1848 = 1848", "The following year = 1849"],
        ),
        (
            "In 1848 and the year before",
            &["1848 = 1848", "the year before = 1847"],
        ),
        (
            "In June 1948, and the next spring",
            &["June 1948 = 1948-06", "the next spring = 1949-21"],
        ),
        (
            "In August 1918, the salient lost the previous April",
            &["August 1918 = 1918-08", "the previous April = 1918-04"],
        ),
        (
            "On 3 May 1808. The next day he left",
            &["3 May 1808 = 1808-05-03", "The next day = 1808-05-04"],
        ),
        (
            "On 3 May 1808, later that month",
            &["3 May 1808 = 1808-05-03", "later that month = 1808-05"],
        ),
        (
            "On 3 May 1808 … by the end of the year",
            &["3 May 1808 = 1808-05-03", "the end of the year = 1808"],
        ),
        (
            "In 1808 and in August of that year",
            &["1808 = 1808", "August of that year = 1808-08"],
        ),
        (
            "October 1950: crossed on the 7th",
            &["October 1950 = 1950-10", "the 7th = 1950-10-07"],
        ),
        (
            "490 BC: Marathon. A decade later",
            &["490 BC = -0489", "A decade later = -0479"],
        ),
        (
            "1876, just 14 years later",
            &["1876 = 1876", "just 14 years later = 1890"],
        ),
    ]);
}

#[test]
fn a_day_may_be_in_a_year_that_is_counted_from_another() {
    check(&[
        (
            "In June 1858. It came out on 24 November of the following year",
            &[
                "June 1858 = 1858-06",
                "24 November of the following year = 1859-11-24",
            ],
        ),
        (
            "In June 1858, and in May of the previous year",
            &["June 1858 = 1858-06", "May of the previous year = 1857-05"],
        ),
    ]);
}

#[test]
fn months_stand_in_brackets_and_end_a_range_before_a_name() {
    check(&[
        (
            "1942: Cripps Mission (March), riots (August)",
            &["1942 = 1942", "March = 1942-03", "August = 1942-08"],
        ),
        (
            "1916: Verdun Feb–Dec. Pétain held on",
            &["1916 = 1916", "Feb = 1916-02", "Dec. = 1916-12"],
        ),
    ]);
}

#[test]
fn what_counts_or_labels_is_no_date() {
    check_none(&[
        "1400 exiles landed",
        "transport for 1400 anti-Castro exiles",
        "5000 Soviet Technicians",
        "about 1800 men",
        "around 2000 soldiers died",
        "some 1900 ships",
        "1500 of the prisoners",
        "population rose from 1500 to 2000 people",
        "300 followers, 60 senators, 23 stabs",
        "a 14-year-old boy, aged 45",
        "10 years of war, 36 days of siege, 24 hours",
        "1500m race, 1500 km, 1800 rpm, 1200 mg/L",
        "1,914 tons; $1929; £1066; 1914%",
        "pp. 1450-1460",
        "p. 1848, page 1848, line 1066",
        "UN Resolution 1441, Security Council Resolution 1973",
        "Room 1408, Flight 1549, Resolution 1441, sample 1204",
        "ISO 9001, MiG-21, T-34, G20, B-52, 101st Airborne",
        "18:42, 1:83, 10:1, 3-2, 1/3, 24/7, 50/50, 9/11",
        "version 2.0.1962",
        "at 1400 hours",
        "14th Amendment, 2nd Congress, 38th parallel",
        "Louis XIV, Henry VIII, World War II",
        "6CO2 + 6H2O, pH 7.4, 680 nm",
        "He may march on; the sun may set",
        "March on Rome",
        "April Glaspie met June Carter",
        "the October Revolution",
        "the fall of Rome, spring up, Prague Spring",
        "Thirty Years' War, a hundred years ago",
        "every two years, for three months, per century",
        "20240203211530",
        "https://example.org/2019/03/12/title",
        "#1848",
        "([source](https://example.org/a_1848))",
        "a second later",
        "The busiest day: 1398 flights bring coal",
    ]);
}

#[test]
fn publications_exams_and_stamps_are_no_history() {
    check_none(&[
        "Gaddis 2005 p. 33, past paper June 2018 q4",
        "Beard, SPQR (2015) p. 217-220",
        "David Potter, Emperors of Rome (London: Quercus Publishing, 2017), 47",
        "(Smith, 2003)",
        "(Smith et al., 2003)",
        "see Smith 1998",
        "Oxford University Press, 1996",
        "Accessed 12 March 2021",
        "2019 paper q2",
        "AQA 2017",
        "Created: 07-11-2023",
        "Due 12/05/2024",
        "the novel *1984* by Orwell",
        "the novel “1984” by Orwell",
    ]);
}
