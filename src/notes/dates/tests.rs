//! What dates are read from whole notes: tables of expressions, and notes of every style.

mod books;
mod centuries;
mod cram;
mod days;
mod handed_down;
mod short_years;
mod shorthand;
mod telling;

use expect_test::{Expect, expect};

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
fn days_are_read_in_every_order_and_spelling() {
    check(&[
        ("Signed on 28 June 1919.", &["28 June 1919 = 1919-06-28"]),
        (
            "Signed on June 28, 1919, in Paris",
            &["June 28, 1919 = 1919-06-28"],
        ),
        ("28th June 1919: signed", &["28th June 1919 = 1919-06-28"]),
        ("June 28th, 1919", &["June 28th, 1919 = 1919-06-28"]),
        (
            "the 28th of June, 1919",
            &["the 28th of June, 1919 = 1919-06-28"],
        ),
        ("28 Jun. 1919", &["28 Jun. 1919 = 1919-06-28"]),
        ("Sept 3 1939 -> war", &["Sept 3 1939 = 1939-09-03"]),
        (
            "on Sunday, 7 December 1941",
            &["Sunday, 7 December 1941 = 1941-12-07"],
        ),
        (
            "Tuesday July 14 1789",
            &["Tuesday July 14 1789 = 1789-07-14"],
        ),
        ("1963-11-22 Dallas", &["1963-11-22 = 1963-11-22"]),
        ("22/11/1963 shot", &["22/11/1963 = 1963-11-22"]),
        ("11/22/1963 shot", &["11/22/1963 = 1963-11-22"]),
        ("22-11-1963 shot", &["22-11-1963 = 1963-11-22"]),
        ("22.11.1963 shot", &["22.11.1963 = 1963-11-22"]),
        ("22/11/63 shot", &["22/11/63 = 1963-11-22"]),
        ("1963/11/22 shot", &["1963/11/22 = 1963-11-22"]),
        (
            "the 15th March 44 BC",
            &["the 15th March 44 BC = -0043-03-15"],
        ),
        (
            "Ides of March 44 BC",
            &["Ides of March 44 BC = -0043-03-15"],
        ),
        (
            "23rd September, 63BC",
            &["23rd September, 63BC = -0062-09-23"],
        ),
        (
            "24 August AD 79: Vesuvius",
            &["24 August AD 79 = 0079-08-24"],
        ),
        ("Christmas Day 1800", &["Christmas Day 1800 = 1800-12-25"]),
        ("Christmas Eve 1968", &["Christmas Eve 1968 = 1968-12-24"]),
        ("Am 9. November 1918", &["9. November 1918 = 1918-11-09"]),
    ]);
}

#[test]
fn months_seasons_and_years_are_read() {
    check(&[
        ("in October 1929", &["October 1929 = 1929-10"]),
        ("in Oct. 1929", &["Oct. 1929 = 1929-10"]),
        ("Oct 1929 crash", &["Oct 1929 = 1929-10"]),
        ("October of 1929", &["October of 1929 = 1929-10"]),
        ("October, 1929", &["October, 1929 = 1929-10"]),
        ("1929-10", &["1929-10 = 1929-10"]),
        ("in may 1968", &["may 1968 = 1968-05"]),
        ("He may have met her in May 1968", &["May 1968 = 1968-05"]),
        ("the March 1933 election", &["March 1933 = 1933-03"]),
        ("Nov '89", &["Nov '89 = 1989-11"]),
        ("the spring of 1918", &["the spring of 1918 = 1918-21"]),
        ("summer 1936", &["summer 1936 = 1936-22"]),
        ("fall 1989", &["fall 1989 = 1989-23"]),
        ("Winter 1916", &["Winter 1916 = 1916-24"]),
        ("Summer of '69", &["Summer of '69 = 1969-22"]),
        ("Founded 1902.", &["1902 = 1902"]),
        ("(1902)", &["1902 = 1902"]),
        ("1902: Boer War ends", &["1902 = 1902"]),
        ("**1902** – Boer War ends", &["1902 = 1902"]),
        ("Reform Act of 1832", &["1832 = 1832"]),
        ("the 1832 Reform Act", &["1832 = 1832"]),
        ("the 1848 revolutions", &["1848 = 1848"]),
        ("Maginot Line 1930", &["1930 = 1930"]),
        ("War Powers Resolution 1973", &["1973 = 1973"]),
        ("53% of 1913 levels", &["1913 = 1913"]),
        ("1848 workers rise in Paris", &["1848 = 1848"]),
        ("### 1848 ###", &["1848 = 1848"]),
        (
            "On May 10, 1940 troops crossed",
            &["May 10, 1940 = 1940-05-10"],
        ),
        ("In 1789 peasants rose", &["1789 = 1789"]),
        ("In 1939 German troops crossed the border", &["1939 = 1939"]),
        (
            "post-1945 Europe, pre-1914 alliances",
            &["1945 = 1945", "1914 = 1914"],
        ),
        ("1965's Voting Rights Act", &["1965 = 1965"]),
        ("class of '45", &["'45 = 1945"]),
        ("the year 1066", &["the year 1066 = 1066"]),
        ("Gold found (1849) -> rush", &["1849 = 1849"]),
        (
            "Psychology: Milgram (1963) found 65% obeyed",
            &["1963 = 1963"],
        ),
    ]);
}

#[test]
fn eras_stand_before_or_after_spaced_or_glued() {
    check(&[
        ("44 BC", &["44 BC = -0043"]),
        ("44BC", &["44BC = -0043"]),
        ("44 B.C.", &["44 B.C. = -0043"]),
        ("44 BCE", &["44 BCE = -0043"]),
        ("44 B.C.E. Caesar dies", &["44 B.C.E. = -0043"]),
        ("44 bc", &["44 bc = -0043"]),
        ("AD 14", &["AD 14 = 0014"]),
        ("14 AD", &["14 AD = 0014"]),
        ("14AD", &["14AD = 0014"]),
        ("A.D. 476", &["A.D. 476 = 0476"]),
        ("476 CE", &["476 CE = 0476"]),
        ("AD14", &["AD14 = 0014"]),
        ("c. 3000 BC", &["c. 3000 BC = -2999~"]),
        ("around 1750 BCE", &["around 1750 BCE = -1749~"]),
        ("c1450", &["c1450 = 1450~"]),
        ("ca. 1450", &["ca. 1450 = 1450~"]),
        ("circa 1450", &["circa 1450 = 1450~"]),
        ("~1450", &["~1450 = 1450~"]),
        ("about 1450", &["about 1450 = 1450~"]),
    ]);
}

#[test]
fn decades_centuries_and_parts_have_their_plain_unit() {
    check(&[
        ("the 1960s", &["the 1960s = 196X"]),
        ("1960's music", &["1960's = 196X"]),
        ("the '60s", &["the '60s = 196X"]),
        ("in the 60s", &["the 60s = 196X"]),
        ("the roaring twenties", &["twenties = 192X"]),
        ("the 470s BC", &["the 470s BC = -047X"]),
        ("the 1800s", &["the 1800s = 18XX"]),
        ("the 400s BC", &["the 400s BC = -04XX"]),
        ("the 19th century", &["the 19th century = 18XX"]),
        ("nineteenth-century novels", &["nineteenth-century = 18XX"]),
        (
            "the twenty-first century",
            &["the twenty-first century = 20XX"],
        ),
        ("XIX century painting", &["XIX century = 18XX"]),
        ("the 5th century BC", &["the 5th century BC = -04XX"]),
        ("2nd c. AD", &["2nd c. AD = 01XX"]),
        ("early 1962", &["early 1962 = 1962"]),
        ("early in 1962", &["early in 1962 = 1962"]),
        ("late October 1962", &["late October 1962 = 1962-10"]),
        ("mid-1950s", &["mid-1950s = 195X"]),
        ("mid 19th century", &["mid 19th century = 18XX"]),
        ("the early-mid 1800s", &["the early-mid 1800s = 18XX"]),
        ("in the late 1980s", &["the late 1980s = 198X"]),
        ("the end of 1941", &["the end of 1941 = 1941"]),
        (
            "at the beginning of March 1917",
            &["the beginning of March 1917 = 1917-03"],
        ),
        (
            "the middle of the 9th century BC",
            &["the middle of the 9th century BC = -08XX"],
        ),
        (
            "the first half of the 20th century",
            &["the first half of the 20th century = 19XX"],
        ),
        (
            "turn of the 20th century",
            &["turn of the 20th century = 19XX"],
        ),
        (
            "In 1899, at the turn of the century",
            &["1899 = 1899", "the turn of the century = 1900~"],
        ),
    ]);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn each_end_of_a_range_lends_the_other_what_it_leaves_out() {
    check(&[
        ("1914-18", &["1914 = 1914", "18 = 1918"]),
        ("1914–1918", &["1914 = 1914", "1918 = 1918"]),
        ("1899-1902", &["1899 = 1899", "1902 = 1902"]),
        ("from 1933 to 1945", &["1933 = 1933", "1945 = 1945"]),
        ("between 1850 and 1860", &["1850 = 1850", "1860 = 1860"]),
        ("1948/49", &["1948 = 1948", "49 = 1949"]),
        ("winter 1948-49", &["winter 1948 = 1948-24", "49 = 1949"]),
        (
            "23 February - 6 March 1948",
            &["23 February = 1948-02-23", "6 March 1948 = 1948-03-06"],
        ),
        (
            "15-16 April 1949",
            &["15 = 1949-04-15", "16 April 1949 = 1949-04-16"],
        ),
        (
            "October 16–28, 1962",
            &["October 16 = 1962-10-16", "28, 1962 = 1962-10-28"],
        ),
        (
            "May 4 and 5, 1865",
            &["May 4 = 1865-05-04", "5, 1865 = 1865-05-05"],
        ),
        (
            "July-August 1945",
            &["July = 1945-07", "August 1945 = 1945-08"],
        ),
        ("Jul/Aug 1914", &["Jul = 1914-07", "Aug 1914 = 1914-08"]),
        (
            "November to January 1943",
            &["November = 1942-11", "January 1943 = 1943-01"],
        ),
        (
            "December 1941 to March",
            &["December 1941 = 1941-12", "March = 1942-03"],
        ),
        (
            "Dec 1941 - Jan 1942",
            &["Dec 1941 = 1941-12", "Jan 1942 = 1942-01"],
        ),
        ("the 1850s and 1860s", &["the 1850s = 185X", "1860s = 186X"]),
        (
            "During the 1650s and 60s",
            &["the 1650s = 165X", "60s = 166X"],
        ),
        ("in the 1890s-20s", &["the 1890s = 189X", "20s = 192X"]),
        (
            "the 18th and 19th centuries",
            &["the 18th = 17XX", "19th centuries = 18XX"],
        ),
        (
            "the late 18th and early 19th centuries",
            &["the late 18th = 17XX", "early 19th centuries = 18XX"],
        ),
        (
            "in March, June and September 1994",
            &[
                "March = 1994-03",
                "June = 1994-06",
                "September 1994 = 1994-09",
            ],
        ),
        (
            "1931, May: Creditanstalt",
            &["1931 = 1931", "May = 1931-05"],
        ),
        (
            "Black Tuesday, 29 Oct 1929\n1931: Creditanstalt",
            &["Tuesday, 29 Oct 1929 = 1929-10-29", "1931 = 1931"],
        ),
        (
            "1929 crash 24 Oct\n1931: Creditanstalt",
            &["1929 = 1929", "24 Oct = 1929-10-24", "1931 = 1931"],
        ),
        (
            "founded on 23 May\n1949 in Bonn",
            &["23 May\n1949 = 1949-05-23"],
        ),
        ("509-27 BC", &["509 = -0508", "27 BC = -0026"]),
        ("264 to 241 BC", &["264 = -0263", "241 BC = -0240"]),
        ("31BC-14AD", &["31BC = -0030", "14AD = 0014"]),
        ("27 B.C. – A.D. 14", &["27 B.C. = -0026", "A.D. 14 = 0014"]),
        (
            "Plato (c. 428–348 BC)",
            &["c. 428 = -0427~", "348 BC = -0347~"],
        ),
        ("Long March 1934-35", &["1934 = 1934", "35 = 1935"]),
        ("Long March 1934-1936", &["1934 = 1934", "1936 = 1936"]),
        ("Salt March, 1930", &["1930 = 1930"]),
        ("as long March 1930 lasted", &["March 1930 = 1930-03"]),
        ("1990–present", &["1990 = 1990"]),
    ]);
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

#[test]
fn a_metadata_year_beats_an_aside_further_up() {
    check_note(
        "crisis.md",
        "# METADATA:\n- Happened around 1962.\n\n# Causes\n- CIA told to act (June 1960).\n\n# The October (Missile) Crisis:\n- Arms flow in\n\n### 16 October:\n- Missiles found\n### 27 October\n- Plane shot down -> pilot dead\n",
        &expect![[r#"
            2: 1962~
            5: 1960-06
            11: 1962-10-16 (line 2)
            13: 1962-10-27 (line 2)
        "#]],
    );
}

#[test]
fn a_heading_gives_its_year_and_its_date_to_what_stands_under_it() {
    check_note(
        "war.md",
        "# American Civil War (1861-1865)\n## 1861\n- **April 12** – Fort Sumter\n- July 21: Bull Run\n    - 4,700 casualties\n    - the following day a bill for 500,000 volunteers\n## 1862: year of slaughter\n### September 17\nAntietam. Lee retreats.\n### 1863-01-01\nEmancipation\n## July 1863\n1. Gettysburg, 1-3 July\n2. Vicksburg falls on the 4th\n## Aftermath\n- songs\n",
        &expect![[r#"
            3: 1861-04-12 (line 2)
            4: 1861-07-21 (line 2)
            5: 1861-07-21 (line 2)
            6: 1861-07-22 (relative)
            9: 1862-09-17 (line 7)
            9: 1862-09-17 (line 7)
            11: 1863-01-01
            13: 1863-07-01/1863-07-03 (line 12)
            14: 1863-07-04 (relative)
        "#]],
    );
}

#[test]
fn months_under_a_year_bullet_are_dates_of_that_year() {
    check_note(
        "sixties.md",
        "* Things change\n* 1968: A pivotal year\n    * Jan - Tet\n    * Mar - LBJ out\n    * riots follow\n* 1975: US defeated\n",
        &expect![[r#"
            2: 1968
            3: 1968-01 (line 2)
            4: 1968-03 (line 2)
            5: 1968 (line 2)
            6: 1975
        "#]],
    );
}

#[test]
fn a_table_or_list_goes_on_in_the_year_of_the_row_above() {
    check_note(
        "timeline.md",
        "| Date | Event |\n|---|---|\n| 5 May 1789 | Estates |\n| 14 July | Bastille |\n| 21 Jan 1793 | Louis |\n| 16 Oct | Marie Antoinette |\n| 1794, 27-28 July | Thermidor |\n\n- 20 December 1860: secession\n- 9 January: Star of the West\n- February: Montgomery\n",
        &expect![[r#"
            3: 1789-05-05
            4: 1789-07-14 (line 3)
            5: 1793-01-21
            6: 1793-10-16 (line 5)
            7: 1794-07-27/1794-07-28 (line 7)
            9: 1860-12-20
            10: 1861-01-09 (line 9)
            11: 1861-02 (line 9)
        "#]],
    );
}

#[test]
fn figures_in_a_table_are_no_years() {
    check_note(
        "data.md",
        "| Year | GDP | End year |\n|---|---|---|\n| 1970 | 1073 | 1975 |\n| 1974 | 1545 | 1980 |\n",
        &expect![[r#"
            3: 1970
            3: 1975
            4: 1974
            4: 1980
        "#]],
    );
}

#[test]
fn bare_numbers_are_years_where_the_headings_are_of_such_times() {
    check_note(
        "greece.md",
        "# Greece\n## Persian Wars (499–449 BC)\n- 499: Ionian revolt\n- 490 Marathon\n- In 480 Xerxes comes with 300 ships; Salamis (September)\n- the following year: Plataea\n## Peloponnesian War 431-404 BC\n- Peace of Nicias 421\n- plague in 430–426, 300 dead\n- 134 triremes\n",
        &expect![[r#"
            3: -0498 (line 2)
            4: -0489 (line 2)
            5: -0479 (line 2)
            5: -0479-09 (line 2)
            6: -0478 (relative)
            8: -0420 (line 7)
            9: -0429/-0425 (line 7)
            10: -0430/-0403
        "#]],
    );
}

#[test]
fn two_digits_are_a_year_only_beside_years_as_near() {
    check_note(
        "rome.md",
        "# Rome\n## Triumvirate (60 BC)\n- Julia dies in 54\n- won in 30 days with 40 ships\n## Later\n- 1962: a film\n- shot in 54\n",
        &expect![[r#"
            3: -0053 (line 2)
            4: -0059
            6: 1962
        "#]],
    );
}

#[test]
fn headings_without_a_year_follow_the_telling_and_each_other() {
    check_note(
        "suez.md",
        "# Suez\n\nNasser took the canal on 26 July 1956. On 29 October Israel attacked; a week later paratroops landed. In 1967 it closed again.\n\n### 30 October\nUltimatum\n### 22 December\n- last troops leave\n### 9 January 1957\n- Eden resigns\n",
        &expect![[r#"
            3: 1956-07-26
            3: 1956-10-29 (line 3)
            3: 1956-11-05 (relative)
            3: 1967
            6: 1956-10-30 (line 3)
            8: 1956-12-22 (line 3)
            10: 1957-01-09
        "#]],
    );
}

#[test]
fn a_lecture_file_has_the_dates_of_its_subject_only() {
    check_note(
        "2023-10-12 Lecture 4.md",
        "# Lecture 4: Russia\n*12 October 2023*\n\nDate: 12/10/2023\n\n## 1917\n- 23 Feb: bread riots\n- 25 Oct – Winter Palace\n- two days later: Decree on Peace\n\n## References\n- Figes 1996\n",
        &expect![[r#"
            7: 1917-02-23 (line 6)
            8: 1917-10-25 (line 6)
            9: 1917-10-27 (relative)
        "#]],
    );
}

#[test]
fn front_matter_stamps_are_no_history_but_its_year_is() {
    check_note(
        "airlift.md",
        "---\nyear: 1948\ncreated: 1694012345678\ndate: 2023-09-06\n---\n05-11-2023 14:20\n#Stalin\n# Airlift\n- on 24 June roads are cut\n### 1949\n- 12 May: lifted\n",
        &expect![[r#"
            9: 1948-06-24 (line 2)
            11: 1949-05-12 (line 10)
        "#]],
    );
}

#[test]
fn a_day_without_any_year_and_a_day_that_is_none_are_warned_of() {
    check_note(
        "plan.md",
        "# Plan\n- 3 May: essay\n- 31 June 1962: no such day\n- 29 February 1900: nor this\n",
        &expect![[r#"
            2: “3 May” has no year, and the note names none for it
            3: “31 June 1962” is no day of the calendar
            4: “29 February 1900” is no day of the calendar
        "#]],
    );
}

#[test]
fn what_hangs_on_a_dated_bullet_counts_from_it() {
    check_note(
        "japan.md",
        "# The Restoration (1868–1912)\n\n- Perry arrives on 8 July 1853\n\t- he comes back the next February\n- he leaves on 14 July 1854\n\n## Later\n\nTreaty in July 1858. The following year ports open.\n\nStresemann (Foreign Minister until 1929):\n1. joined the League in September 1926\n2. a prize later that year\n",
        &expect![[r#"
            3: 1853-07-08
            4: 1854-02 (relative)
            5: 1854-07-14
            9: 1858-07
            9: 1859 (relative)
            11: 1929
            12: 1926-09
            13: 1926 (relative)
        "#]],
    );
}

#[test]
fn a_line_in_bold_and_a_line_with_a_date_alone_stand_for_headings() {
    check_note(
        "flood.md",
        "# The flood\n\n**16 August 2004**\n\n**Causes**\n- steep valley\n\nA wave came down.\n\n1867\n- Jan: the emperor dies\n",
        &expect![[r#"
            6: 2004-08-16
            8: 2004-08-16
            11: 1867-01 (line 10)
        "#]],
    );
}
