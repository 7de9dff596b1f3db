//! Dates that hang on what was told before them, or on what is said right beside them.

use expect_test::expect;

use super::{check, check_none, check_note};

#[test]
fn a_given_name_is_no_month() {
    check(&[
        ("In 1415 Jan Hus was burnt.", &["1415 = 1415"]),
        (
            "1945 Jan Budapest under siege",
            &["1945 = 1945", "Jan = 1945-01"],
        ),
        ("in 1945 Jan. the siege", &["1945 Jan. = 1945-01"]),
    ]);
}

#[test]
fn what_is_compared_with_a_year_is_no_part_of_the_telling() {
    check(&[
        (
            "In 1848 he fled. Before June 1871 he kept his pre-1848 views. In May he came back.",
            &[
                "1848 = 1848",
                "June 1871 = 1871-06",
                "1848 = 1848",
                "May = 1871-05",
            ],
        ),
        (
            "In October 1904, as in 1832, they met. The 1832 rules did not hold. On 3 November they voted.",
            &[
                "October 1904 = 1904-10",
                "1832 = 1832",
                "1832 = 1832",
                "3 November = 1904-11-03",
            ],
        ),
    ]);
}

#[test]
fn parts_of_the_month_that_is_told_of() {
    check(&[
        (
            "On 3 February 1904 they met; on the last day of the month he left.",
            &[
                "3 February 1904 = 1904-02-03",
                "the last day of the month = 1904-02-29",
            ],
        ),
        (
            "In June 1807 they met, on the first day of that month.",
            &[
                "June 1807 = 1807-06",
                "the first day of that month = 1807-06-01",
            ],
        ),
        (
            "On 2 May 1808 they rose. By mid-month it was over, and the remainder of the month was calm.",
            &[
                "2 May 1808 = 1808-05-02",
                "mid-month = 1808-05",
                "the remainder of the month = 1808-05",
            ],
        ),
        (
            "War was declared on 3 May 1808; before the year was out they had lost.",
            &["3 May 1808 = 1808-05-03", "the year = 1808"],
        ),
    ]);
    check_none(&["on the last day of the battle", "the last day of school"]);
}

#[test]
fn what_is_counted_is_when_it_is_said_to_be() {
    check(&[
        (
            "In 1911 he spoke; less than two years later, in 1912, he fell.",
            &[
                "1911 = 1911",
                "less than two years later = 1912",
                "1912 = 1912",
            ],
        ),
        (
            "He rose in 1911 and fell ten years later (1922).",
            &["1911 = 1911", "ten years later = 1922", "1922 = 1922"],
        ),
        (
            "He rose in 1911 and fell in 1913, just two years later.",
            &["1911 = 1911", "1913 = 1913", "just two years later = 1913"],
        ),
        (
            "He fell in 1913, two years later they met.",
            &["1913 = 1913", "two years later = 1915"],
        ),
    ]);
}

#[test]
fn easter_is_a_day_where_its_year_is_said() {
    check(&[
        ("at Easter 1282", &["Easter 1282 = 1282-03-29~"]),
        (
            "They rose on Easter Monday 1916.",
            &["Easter Monday 1916 = 1916-04-24"],
        ),
        (
            "Easter Sunday, 1873: killed",
            &["Easter Sunday, 1873 = 1873-04-13"],
        ),
        ("Good Friday 1865: shot", &["Friday 1865 = 1865-04-14"]),
        ("Palm Sunday 1461", &["Sunday 1461 = 1461-03-29"]),
        (
            "Easter Monday, 24 April 1916",
            &["Monday, 24 April 1916 = 1916-04-24"],
        ),
        ("The Easter Rising of 1916", &["1916 = 1916"]),
        ("the Easter 1916 Rising", &["1916 = 1916"]),
        ("Easter week 1916", &["1916 = 1916"]),
    ]);
    check_none(&["at Easter they met", "the Easter People"]);
}

#[test]
fn years_with_a_mark_for_thousands_need_their_era() {
    check(&[
        (
            "c. 1,050 to 500 BCE",
            &["c. 1,050 = -1049~", "500 BCE = -0499~"],
        ),
        ("in 1,200 B.C. it fell", &["1,200 B.C. = -1199"]),
    ]);
    check_none(&["1,050 to 500 men", "about 1,200 before them"]);
}

#[test]
fn a_line_that_only_names_a_dated_note_is_not_dated() {
    check_note(
        "n.md",
        "- [[1810 - 1825, The Wars]]\n- in 1811 they met\n",
        &expect![[r#"
            2: 1811
        "#]],
    );
}

#[test]
fn what_looks_ahead_in_running_text_does_not_carry_the_telling_on() {
    let filler = "The council met in the old hall by the river, where the merchants of the town had come together since the first days.";
    let text = format!(
        "In September 1844 the army marched. A siege of the town lasted until the peace of February 1846. {filler} {filler}\n\n\
         By the start of July they had crossed the river. {filler} {filler}\n\n\
         In June 1845 a new king was crowned. {filler} {filler}\n"
    );
    check(&[(
        &text,
        &[
            "September 1844 = 1844-09",
            "February 1846 = 1846-02",
            "the start of July = 1844-07",
            "June 1845 = 1845-06",
        ],
    )]);
}

#[test]
fn what_is_counted_from_a_name_hangs_on_the_date_told_with_it() {
    check(&[
        (
            "Leeds fell on 3 May 1644 and York on 9 May. Five days after the fall of York, they made peace.",
            &[
                "3 May 1644 = 1644-05-03",
                "9 May = 1644-05-09",
                "Five days after the fall of York = 1644-05-14",
            ],
        ),
        (
            "On 17 June 1822, three days after the fall of Aden, he resigned.",
            &[
                "17 June 1822 = 1822-06-17",
                "three days after the fall of Aden = 1822-06-17",
            ],
        ),
    ]);
    check_none(&[
        "three days after the fall of Aden, he resigned",
        "a year after Rivoli, he left",
    ]);
}

#[test]
fn days_are_not_counted_from_a_year_that_is_past() {
    check(&[(
        "On 9 May 1804 they met. In the summer of 1811 they met again. Nobody spoke from that day. In June they left.",
        &[
            "9 May 1804 = 1804-05-09",
            "the summer of 1811 = 1811-22",
            "June = 1811-06",
        ],
    )]);
}

#[test]
fn the_number_of_a_heading_is_no_day() {
    check_note(
        "n.md",
        "# 0. Long term\n# 1. Feb Rev 1848\n- crowds march\n# 2. June days\n- they shoot\n",
        &expect![[r#"
            3: 1848
        "#]],
    );
    check_note(
        "n.md",
        "# Berlin 1953\n## 16. June\n- they strike\n## 17. June\n- they march\n",
        &expect![[r#"
            3: 1953-06-16 (line 1)
            5: 1953-06-17 (line 1)
        "#]],
    );
}
