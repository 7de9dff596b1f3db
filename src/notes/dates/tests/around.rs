//! What a heading, a list, a table or the front matter gives to the dates of its lines.

use expect_test::expect;

use super::check_note;

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
