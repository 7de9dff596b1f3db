//! What headings and bullets give to the lines below them, and what they do not.

use expect_test::expect;

use super::{check, check_none, check_note};

#[test]
fn a_line_that_goes_on_to_a_later_day_began_on_that_of_its_heading() {
    check_note(
        "n.md",
        "# Rising 1848\n## 3 March\n- the mayor flees by boat. Two days later he is caught\n## 9 March\n- two days later: the trial\n- the diet meets. That autumn it is sent home\n",
        &expect![[r#"
            3: 1848-03-03 (line 1)
            3: 1848-03-05 (relative)
            5: 1848-03-11 (relative)
            6: 1848-03-09 (line 1)
            6: 1848-23 (line 1)
        "#]],
    );
}

#[test]
fn days_are_counted_from_the_bullet_and_not_from_what_was_before_it() {
    check_note(
        "n.md",
        "- **9 July 1807** the battle\n  - the king was hurt on 20 June\n  - their last fort gives up 3 days later\n",
        &expect![[r#"
            1: 1807-07-09
            2: 1807-06-20 (line 1)
            3: 1807-07-09 (line 1)
            3: 1807-07-12 (relative)
        "#]],
    );
}

#[test]
fn a_heading_of_two_days_gives_both() {
    check_note(
        "n.md",
        "# The siege, 1565\n### 7, 12 May\n- they come back from the wall\n### 14 May, 1,500 men\n- landing\n",
        &expect![[r#"
            3: 1565-05-07 (line 1)
            3: 1565-05-12 (line 1)
            5: 1565-05-14 (line 1)
        "#]],
    );
}

#[test]
fn labels_questions_and_sources_take_no_date_from_above() {
    check_note(
        "n.md",
        "## The crash 1873\nwhy?\n- banks had lent too much\n\nReasons for its long life:\n- no gold\n\nLit: Weber, Money 18-20\n",
        &expect![[r#"
            3: 1873
            6: 1873
        "#]],
    );
}

#[test]
fn each_line_of_a_definition_list_is_its_own() {
    check_note(
        "n.md",
        "# France\n\n1789\n: the king calls the estates together again, which nobody had done for very long\n: Crowds march to \
         the palace with pikes. only one guard (a boy) goes with them\n: Nobles leave for the towns beyond the river\n",
        &expect![[r#"
            4: 1789
            5: 1789
            6: 1789
        "#]],
    );
}

#[test]
fn a_month_that_is_spoken_of_by_its_name_is_no_date() {
    check(&[
        (
            "In 44 BC the month of July was named after him.",
            &["44 BC = -0043"],
        ),
        (
            "In 1925 his \"Lessons of October\" came out.",
            &["1925 = 1925"],
        ),
        (
            "1848: the days of March",
            &["1848 = 1848", "March = 1848-03"],
        ),
        (
            "from march 67 on, in 1867",
            &["march 67 = 1867-03", "1867 = 1867"],
        ),
    ]);
}

#[test]
fn a_fall_is_no_season() {
    check_note(
        "n.md",
        "---\nyear: 1291\n---\n# Acre\n## Causes of the fall\n- no help\n## 1291\n- they sail at the end of the fall\n- it went on \
         all winter and following spring\n",
        &expect![[r#"
            8: 1291-23 (line 7)
            9: 1291
        "#]],
    );
}

#[test]
fn that_season_is_one_of_the_year_that_is_told_of() {
    check(&[
        (
            "He came in 1812. That winter they starved.",
            &["1812 = 1812", "winter = 1812-24"],
        ),
        (
            "In 1812 the town was burnt, and later that summer sold; ideas that spring to mind",
            &["1812 = 1812", "summer = 1812-22"],
        ),
    ]);
}

#[test]
fn two_months_on_end_are_one_time() {
    check(&[
        (
            "killed Dec 109 or Jan 108 BC",
            &["Dec 109 = -0108-12", "Jan 108 BC = -0107-01"],
        ),
        (
            "met in December 1848 or January 1849",
            &["December 1848 = 1848-12", "January 1849 = 1849-01"],
        ),
    ]);
    check_note(
        "n.md",
        "- he met them in December 1848 or January 1849\n- or in May 1850 or June 1852\n",
        &expect![[r#"
            1: 1848-12/1849-01
            2: 1850-05
            2: 1852-06
        "#]],
    );
}

#[test]
fn what_is_called_by_the_last_digits_of_its_year() {
    check(&[
        (
            "1963: the march. Later the 65 assassination and the 68 riots; the 39 members",
            &["1963 = 1963", "65 = 1965", "68 = 1968"],
        ),
        (
            "hit 20 Aug 1940, died 21st, ranked 3rd",
            &["20 Aug 1940 = 1940-08-20", "21st = 1940-08-21"],
        ),
        ("the town was founded in 330!", &["330 = 0330"]),
        ("held from 1812 til 1815", &["1812 = 1812", "1815 = 1815"]),
        ("his brother takes over 1624, as heir", &["1624 = 1624"]),
        ("1815 3 yrs later", &["1815 = 1815", "3 yrs later = 1818"]),
    ]);
    check_none(&[
        "it sold in 330!",
        "it lasted ~400 yrs",
        "it takes over 1624 men",
    ]);
}

#[test]
fn a_turn_of_the_century_in_a_list_of_spans() {
    check_note(
        "n.md",
        "- 1899-02 the war in the south\n- 1905-06 the first crisis\n- 1912-13 two more wars\n",
        &expect![[r#"
            1: 1899/1902
            2: 1905/1906
            3: 1912/1913
        "#]],
    );
    check_note(
        "n.md",
        "- 1899-02 the war in the south\n- 1899-04 talks\n",
        &expect![[r#"
            1: 1899-02
            2: 1899-04
        "#]],
    );
}

#[test]
fn a_republic_dates_its_lines_and_an_age_does_not() {
    check_note(
        "n.md",
        "# Notes\n## 1871-1940 Republic\n- the troops leave the city\n## 1066-1300 Castles\n- they were built of wood\n",
        &expect![[r#"
            3: 1871/1940
        "#]],
    );
}
