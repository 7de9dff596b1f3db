//! Days that leave out their month, and dates that belong to a name.

use expect_test::expect;

use super::{check, check_none, check_note};

#[test]
fn days_stand_under_the_month_of_a_heading_or_bullet() {
    check_note(
        "prague.md",
        "# Prague\n## 1968\n### August\n- 20th-21st: tanks roll in\n- 23 - Svoboda flies to Moscow\n- 26: a protocol is signed\n- 27 Dubcek speaks in tears\n- 28 Czech papers close\n- he comes home (27th)\n- students march, 28th\n- 14th Army waits\n- 2 roads stay open\n## 1969\n- January\n\t- 16: Palach burns himself\n\t- he dies on the 19th\n",
        &expect![[r#"
            4: 1968-08-20/1968-08-21 (line 3)
            5: 1968-08-23 (line 3)
            6: 1968-08-26 (line 3)
            7: 1968-08-27 (line 3)
            8: 1968-08-28 (line 3)
            9: 1968-08-27 (line 3)
            10: 1968-08-28 (line 3)
            11: 1968-08 (line 2)
            12: 1968-08 (line 2)
            14: 1969-01 (line 13)
            15: 1969-01-16 (line 14)
            16: 1969-01-19 (relative)
        "#]],
    );
}

#[test]
fn a_bare_number_is_a_day_only_where_others_are_marked() {
    check_note(
        "n.md",
        "# Chile\n## September 1973\n- 11 Allende dies\n## October 1973\n- 3 Reasons for the coup\n",
        &expect![[r#"
            3: 1973-09
            5: 1973-10
        "#]],
    );
}

#[test]
fn a_day_of_the_month_that_is_told_of() {
    check(&[
        (
            "He landed on 3 May 1808 and on the 21st left the city.",
            &["3 May 1808 = 1808-05-03", "the 21st = 1808-05-21"],
        ),
        (
            "On 2 June 1815 they met; by the 17th of that month they marched",
            &[
                "2 June 1815 = 1815-06-02",
                "the 17th of that month = 1815-06-17",
            ],
        ),
        (
            "14 May 1948: declared; on the 15th Egypt and Syria invaded",
            &["14 May 1948 = 1948-05-14", "the 15th = 1948-05-15"],
        ),
        (
            "On 4 May 1915, on the 2nd floor, the 9th Division at the 2nd attempt",
            &["4 May 1915 = 1915-05-04"],
        ),
        (
            "It sank on 2 May 1982. Two days after the sinking, a frigate was hit.",
            &[
                "2 May 1982 = 1982-05-02",
                "Two days after the sinking = 1982-05-04",
            ],
        ),
    ]);
}

#[test]
fn several_days_of_one_month() {
    check(&[
        (
            "the night of 5/6 May 1860",
            &["5 = 1860-05-05", "6 May 1860 = 1860-05-06"],
        ),
        (
            "talks on October 22, 25 and 27, 1880",
            &[
                "October 22 = 1880-10-22",
                "25 = 1880-10-25",
                "27, 1880 = 1880-10-27",
            ],
        ),
        (
            "died 10/11 June 323 BC",
            &["10 = -0322-06-10", "11 June 323 BC = -0322-06-11"],
        ),
        (
            "Lushan::July-Aug 1959",
            &["July = 1959-07", "Aug 1959 = 1959-08"],
        ),
    ]);
}

#[test]
fn what_is_named_after_its_month_is_dated_by_it() {
    check(&[
        (
            "1917: the June offensive collapsed before the July Days",
            &["1917 = 1917", "June = 1917-06", "July = 1917-07"],
        ),
        (
            "the February 26 Incident (1936) failed",
            &["February 26 = 1936-02-26", "1936 = 1936"],
        ),
        ("1914 and the August Storm", &["1914 = 1914"]),
    ]);
    check_none(&["the May Fourth Movement", "the March Past"]);
}

#[test]
fn a_yearless_day_goes_with_its_sentence_and_not_with_an_aside() {
    check(&[
        (
            "It fell in August 1855. The raid of September 1854 failed, and he shot himself on 30 August.",
            &[
                "August 1855 = 1855-08",
                "September 1854 = 1854-09",
                "30 August = 1854-08-30",
            ],
        ),
        (
            "- They came in summer 1932 for a bonus (due 1945). The camp burned on July 28",
            &[
                "summer 1932 = 1932-22",
                "1945 = 1945",
                "July 28 = 1932-07-28",
            ],
        ),
    ]);
}

#[test]
fn what_lasted_since_a_month_began_in_the_last_one() {
    check(&[(
        "He won on 12 January 1871. Belfort had been besieged since 3 November; on 17 January it was relieved.",
        &[
            "12 January 1871 = 1871-01-12",
            "3 November = 1870-11-03",
            "17 January = 1871-01-17",
        ],
    )]);
}

#[test]
fn a_date_by_itself_dates_the_sentence_after_it() {
    check_note(
        "n.md",
        "# Berlin\n\n15 November 1884 – 26 Feb 1885. 14 powers came. Bismarck chaired it.\n\n- bill no. 1, 8 April 1886\n- Freedom Rides (May 1961): a bus burns on 14th\n",
        &expect![[r#"
            3: 1884-11-15/1885-02-26
            5: 1886-04-08
            6: 1961-05
            6: 1961-05-14 (line 6)
        "#]],
    );
}

#[test]
fn a_span_of_centuries_dates_no_line_below_it() {
    check_note(
        "n.md",
        "# Medieval England\n## 1066 - c.1300\n- castles were built\n- coronation on 25 Dec 1066\n\n## 1914-1918\n- trenches\n- Nuremberg, 20 Nov 45 to 1 Oct 46\n",
        &expect![[r#"
            4: 1066-12-25
            7: 1914/1918
            8: 1945-11-20/1946-10-01 (line 6)
        "#]],
    );
}

#[test]
fn a_bullet_that_is_only_its_date_is_an_event() {
    check_note(
        "n.md",
        "# Treaties\n- Trianon\n\t- 4 June 1920\n- 1921\n\t- Riga, 18 March\n- 2 July 1921\n\t- peace with the US\n- the night of 8/9th Nov 1923\n",
        &expect![[r#"
            3: 1920-06-04
            4: 1921
            5: 1921-03-18 (line 4)
            6: 1921-07-02
            7: 1921-07-02 (line 6)
            8: 1923-11-08/1923-11-09
        "#]],
    );
}

#[test]
fn a_span_that_opens_a_note_is_its_subject_and_a_line_of_sources_has_no_dates() {
    check_note(
        "n.md",
        "1789 – 1799\n\nLiberty and all that\n\n| who | what |\n|---|---|\n| Danton | the voice |\n\n- Readings: ch 4, 1792-1794\n",
        &expect![[""]],
    );
}

#[test]
fn months_and_short_years_with_hyphens() {
    check_note(
        "n.md",
        "# Britain since 1945\n- 45-51: the welfare state\n- PM from 79-90.\n- rose from 45-51 men\n- May-1945: it ends\n- *1913*: Home Rule\n- the novel *1984*\n",
        &expect![[r#"
            2: 1945/1951 (line 1)
            3: 1979/1990 (line 2)
            5: 1945-05
            6: 1913
        "#]],
    );
}

#[test]
fn a_year_may_stand_before_its_month() {
    check_note(
        "n.md",
        "- how to overthrow him - 1960 June\n- 1943 (June 4) Military coup\n- 1861 April 12: shots\n- the 1963 March on Washington\n- 1830 - 1848 July Monarchy\n- Bay of Pigs 1961/4\n",
        &expect![[r#"
            1: 1960-06
            2: 1943-06-04
            3: 1861-04-12
            4: 1963
            5: 1848-07 (line 5)
            6: 1961-04
        "#]],
    );
}

#[test]
fn months_in_small_letters() {
    check(&[
        ("may 3 1542 Lens besieged", &["may 3 1542 = 1542-05-03"]),
        ("1546 (june): revolt", &["1546 (june) = 1546-06"]),
        (
            "between march and june 1546 nobody trades",
            &["march = 1546-03", "june 1546 = 1546-06"],
        ),
    ]);
    check_note(
        "n.md",
        "**1953**\n- 5 may Hillary packs\n- 6 aug snow\n- 3 march on the town\n- 27 jan Tenzing sleeps\n",
        &expect![[r#"
            2: 1953-05-05 (line 1)
            3: 1953-08-06 (line 1)
            4: 1953 (line 1)
            5: 1953-01-27 (line 1)
        "#]],
    );
}

#[test]
fn two_days_with_a_slash_are_of_the_month_that_is_told_of() {
    check_note(
        "n.md",
        "|date|thing|\n|-|-|\n|July 1718|envoy hanged; castle burnt on 11/12th|\n|May 1719|won 2/3rd of the votes|\n",
        &expect![[r#"
            3: 1718-07
            3: 1718-07-11/1718-07-12 (relative)
            4: 1719-05
        "#]],
    );
}

#[test]
fn a_year_that_is_said_goes_before_one_that_was_made_out() {
    check_note(
        "n.md",
        "Lens, 4 October 1747.\n\nArno fled in October and lost the next battle (9 July 1748). On 2 November Bern fell.\n",
        &expect![[r#"
            1: 1747-10-04
            3: 1747-10 (line 1)
            3: 1748-07-09
            3: 1748-11-02 (line 3)
        "#]],
    );
}

#[test]
fn days_with_a_stop_and_a_colon_stand_under_months_of_two_years() {
    check_note(
        "n.md",
        "---\nyear: 1871\n---\n# Siege\n## Diary 1870/71\n### Oktober\n- 7.: the minister leaves by balloon\n- 31.: a riot\n### January\n- 5.: shells fall\n\n16.–19.10.1870: talks\n",
        &expect![[r#"
            7: 1870-10-07 (line 6)
            8: 1870-10-31 (line 6)
            10: 1871-01-05 (line 9)
            12: 1870-10-16/1870-10-19
        "#]],
    );
}

#[test]
fn months_in_small_letters_open_lines_and_ranges() {
    check_note(
        "n.md",
        "# War\n## 1813\n- the long march, may-august\n- dec. → to the islands\n- aug - she sails\n- the shogun dies Sept, so his heir follows\n- he was earl of March till 1461\n- may 1814 L falls ill\n",
        &expect![[r#"
            3: 1813-05/1813-08 (line 2)
            4: 1813-12 (line 2)
            5: 1813-08 (line 2)
            6: 1813-09 (line 2)
            7: 1461
            8: 1814-05
        "#]],
    );
    check_none(&["a myth / November criminals"]);
}

#[test]
fn days_and_years_after_that_count_from_the_last_date() {
    check_note(
        "n.md",
        "# Siege\n\nThe town fell on 3 May 1855. Two days after that the fleet sailed, and ten years before that it had been built. Two days after that battle it sank.\n",
        &expect![[r#"
            3: 1855-05-03
            3: 1855-05-05 (relative)
            3: 1845 (relative)
        "#]],
    );
}

#[test]
fn the_end_of_the_year_before_is_gone_back_to_where_the_note_tells_of_it() {
    // The next section starts over in December; nothing is told of the December after.
    check_note(
        "n.md",
        "On December 6, 1939, the front held. It held until the end of January 1940.\n\nIn the north, the village was taken on December 12 and lost by Christmas. A marksman was wounded on March 6; he died in 2002.\n\nThe other village fell on December 7.\n",
        &expect![[r#"
            1: 1939-12-06
            1: 1940-01
            3: 1939-12-12 (line 1)
            3: 1939-12-25 (line 1)
            3: 1940-03-06 (line 1)
            3: 2002
            5: 1939-12-07 (line 1)
        "#]],
    );
    // Here the war went on for another December.
    check_note(
        "n.md",
        "He came in December 1940. In January 1941 he won. They met again on December 12, and by December 31, 1941, all was over.\n",
        &expect![[r#"
            1: 1940-12
            1: 1941-01
            1: 1941-12-12 (line 1)
            1: 1941-12-31
        "#]],
    );
}

#[test]
fn numbers_of_sections_are_no_days() {
    check_note(
        "Middle Ages 1215.md",
        "## 10.4. Magna Carta\n\nJohn sealed it.\n\n## 10.5 Gothic Art\n\n## 10.7. The Emperor\n\nThe pope invaded.\n",
        &expect![[r#""#]],
    );
    check_note(
        "Cuba 1962.md",
        "## 16.10. Photos\n\n## 22.10. Speech\n\nHe spoke.\n\n## 27.10.\n",
        &expect![[r#"
            5: 1962-10-22 (line 1)
        "#]],
    );
}
