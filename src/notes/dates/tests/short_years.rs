//! Years of two and three digits, and what only looks like them.

use expect_test::expect;

use super::{check, check_none, check_note};

#[test]
fn reigns_and_years_of_three_digits() {
    check_note(
        "n.md",
        "# Late antiquity\n\n| who | when | what |\n|---|---|---|\n| Valens | d. 9 August 378 AD | Adrianople |\n| Theodosius | 379–395 | both halves |\n| Honorius | 395–423 | |\n\n- Ravenna from 402, walls (402-408)\n- the expedition of 468 against Carthage\n- a law of 27/2/380\n- **364**: the empire is split\n- Nepos holds out until 480 though\n- City of God (413-426)\n- lost 439, 120-150 ships\n",
        &expect![[r#"
            5: 0378-08-09
            6: 0379/0395 (line 5)
            7: 0395/0423 (line 6)
            9: 0402 (line 7)
            9: 0402/0408 (line 9)
            10: 0468 (line 9)
            11: 0380-02-27
            12: 0364 (line 11)
            13: 0480 (line 12)
            14: 0413/0426 (line 13)
            15: 0439 (line 14)
        "#]],
    );
}

#[test]
fn years_before_christ_in_running_text() {
    check_note(
        "n.md",
        "# Alexander\n\nPhilip reigned from 359 BC. In the early 360s he had been a hostage. Gaugamela was in 331 BC.\n\nPlots. 330: Philotas dies. 328: Cleitus dies.\n\n- Perdiccas is murdered, 321/320 BC\n",
        &expect![[r#"
            3: -0358
            3: -036X (line 3)
            3: -0330
            5: -0329 (line 3)
            5: -0327 (line 5)
            7: -0320/-0319
        "#]],
    );
}

#[test]
fn counts_ages_and_rates_are_no_years() {
    check(&[
        (
            "In early August 292 prisoners were shipped in 1425",
            &["early August = 1425-08", "1425 = 1425"],
        ),
        (
            "1933: April to June, 100 Days",
            &["1933 = 1933", "April = 1933-04", "June = 1933-06"],
        ),
        ("to Versailles in 1919 w/ a petition", &["1919 = 1919"]),
        (
            "the late 1970s-80s",
            &["the late 1970s = 197X", "80s = 198X"],
        ),
        ("Pres. Grant 1869-77", &["1869 = 1869", "77 = 1877"]),
    ]);
    check_none(&[
        "no mercy: 2000 crucified",
        "falls from 21 per 1000",
        "$200 a month for over 60s",
        "a man in his early thirties",
    ]);
}

#[test]
fn a_note_of_short_years_says_its_era_or_shows_it() {
    check_note(
        "n.md",
        "# Greece 2\n\nAll dates BC unless I say so.\n\nThey attacked Naxos in 499. Marathon, September 490. The plague of 430 killed many, as some wrote in the 4th century. The Peace of Callias (449?). League in winter 478/7.\n\n- 464 was the earthquake\n- Pay for jurors, 450s\n",
        &expect![[r#"
            5: -0498 (line 3)
            5: -0489-09 (line 5)
            5: -0429 (line 5)
            5: -03XX (line 3)
            5: -0448 (line 5)
            5: -0477-24/-0476 (line 5)
            7: -0463 (line 5)
            8: -045X (line 3)
        "#]],
    );
    check_note(
        "n.md",
        "# Caliphs\n\n## Rashidun (632–661)\n- 610 first revelation\n- Badr 624 won, Uhud 625 lost\n- Abu Bakr 632-34\n- revolted in 656 over taxes\n- al-Razi, d. 925\n- Zab, 25 Jan 750, 300 camels\n- Dome of the Rock 691/2\n- House of Wisdom, 830ish\n",
        &expect![[r#"
            4: 0610 (line 3)
            5: 0624 (line 3)
            5: 0625 (line 3)
            6: 0632/0634 (line 3)
            7: 0656 (line 3)
            8: 0925 (line 3)
            9: 0750-01-25 (line 3)
            10: 0691/0692 (line 3)
            11: 0830~ (line 3)
        "#]],
    );
    check_note(
        "n.md",
        "# Optics\n- visible from 400 to 700\n- in 300 runs, 350-400 failed\n- 500 is green\n- Young 1801\n",
        &expect![[r#"
            5: 1801
        "#]],
    );
}

#[test]
fn two_digits_beside_a_month_are_a_year_where_no_month_has_such_a_day() {
    check(&[
        (
            "1932: Nov 32: down to 196 seats",
            &["1932 = 1932", "Nov 32 = 1932-11"],
        ),
        (
            "the rand falls in 1985 (Aug 85)",
            &["1985 = 1985", "Aug 85 = 1985-08"],
        ),
        (
            "24/6/1948–12/5/1949: blockade",
            &["24/6/1948 = 1948-06-24", "12/5/1949 = 1949-05-12"],
        ),
        ("famine 1943, 3 million dead", &["1943 = 1943"]),
        ("In 1866 J. S. Mill spoke", &["1866 = 1866"]),
    ]);
}

#[test]
fn two_digits_are_years_where_all_dates_are_before_christ() {
    check_note(
        "n.md",
        "# Rome\nStudy guide (all dates are BC unless I say otherwise)\n\n- Marcellus takes it back 212/211\n- Drusus murdered in 91 and the allies revolt\n- Rome held 87-84; Marius dies Jan 86\n- Thapsus 46, Munda 45.\n- calendar reformed (1 Jan 45; until AD 1582)\n- Cleopatra aged 18, with 12 ships\n\n| yr | |\n|---|---|\n| 73–71 | Spartacus |\n| 70 | consuls |\n\nBorn in 1479, of the 12th century.\n",
        &expect![[r#"
            4: -0211/-0210 (line 2)
            5: -0090 (line 2)
            6: -0086/-0083 (line 2)
            6: -0085-01 (line 2)
            7: -0045 (line 2)
            7: -0044 (line 2)
            8: -0044-01-01 (line 2)
            8: 1582
            13: -0072/-0070 (line 2)
            14: -0069 (line 2)
            16: -1478 (line 2)
            16: -11XX (line 2)
        "#]],
    );
}

#[test]
fn years_that_count_down_are_bc_where_all_others_say_so() {
    check_note(
        "n.md",
        "# Greece\n- **464-462**: the helots revolt\n- about 300 Spartans came\n- c. 445 BCE: the walls\n- Pericles d. 429 BCE\n",
        &expect![[r#"
            2: -0463/-0461 (line 4)
            4: -0444~
            5: -0428
        "#]],
    );
    check_note(
        "n.md",
        "# Greece\n- **464-462**: the helots revolt\n- in AD 50, and in 44 BC, and 40 BC\n",
        &expect![[r#"
            3: 0050
            3: -0043
            3: -0039
        "#]],
    );
}

#[test]
fn centuries_may_be_short_and_share_their_word() {
    check_note(
        "n.md",
        "# Renaissance\n- 15th–16th century\n- after the Middle Ages (5th to 15th C.)\n- down to 1 million in 1600 (p. 95)\n- Burke 1987 (p. 3)\n- over the next decade\n",
        &expect![[r#"
            2: 14XX/15XX
            3: 04XX/14XX
            4: 1600
        "#]],
    );
}

#[test]
fn years_of_two_digits_are_bc_beside_years_that_say_so() {
    check_note(
        "n.md",
        "# Rome\n## Social War (91-87 BC)\n- an uprising in 91\n- 58, Caesar becomes governor\n- 49: he crosses the river\n- 20 legions\n- killed in 44 BC\n",
        &expect![[r#"
            3: -0090 (line 2)
            4: -0057 (line 2)
            5: -0048 (line 2)
            6: -0090/-0086
            7: -0043
        "#]],
    );
}

#[test]
fn a_number_of_a_century_may_have_an_era_alone() {
    check_note(
        "n.md",
        "- Punic Wars: 3rd - 2nd BCE\n- 6th BCE: the main city\n- writing late 1st BCE, not in the 3rd AD\n- On May 5th AD 30 he died. Legion 2nd AD 117\n",
        &expect![[r#"
            1: -02XX/-01XX
            2: -05XX
            3: -00XX
            3: 02XX
            4: 0030
            4: 0117
        "#]],
    );
}

#[test]
fn years_below_a_century_belong_to_it() {
    check_note(
        "n.md",
        "## Overstretch (10th century)\nEdward was king after his father's death in 899. He died in 924, having reigned for 25 years before he fell.\n## 9th century\n- In 866 they made a treaty, and 500 men came in 300 ships\n",
        &expect![[r#"
            2: 0899 (line 1)
            2: 0924 (line 2)
            4: 0866 (line 3)
        "#]],
    );
}

#[test]
fn ranges_that_count_down_are_before_christ() {
    check_note(
        "n.md",
        "# Egypt\n- D11 at Thebes 2134-1991\n- reunified by Mentuhotep, 2040\n- weak D13 1782-1650,\n# New Kingdom 1570-1070\n- the Hyksos are gone by 1550\n- Champollion read it in 1822\n",
        &expect![[r#"
            2: -2133/-1990 (line 2)
            3: -2039 (line 2)
            4: -1781/-1649 (line 4)
            6: -1549 (line 5)
            7: 1822
        "#]],
    );
    check_note(
        "n.md",
        "- Babylon 1792-1750: Hammurabi\n- Marduk comes in 1595 BC\n",
        &expect![[r#"
            1: -1791/-1749 (line 1)
            2: -1594
        "#]],
    );
    // One of them among others is a slip.
    check_note(
        "n.md",
        "- in power 1985-1980\n- war 1990-1995\n- room for 1400-1200 men\n",
        &expect![[r#"
            1: 1980/1985
            2: 1990/1995
        "#]],
    );
}

#[test]
fn offices_and_the_years_of_a_heading_before_christ() {
    check_note(
        "n.md",
        "---\nperiod: 133-78 BC\n---\n# Rome\nAll dates BC\n\n### ALLIES 91–88\n- Livius (trib. 91) is stabbed\n- 90 lex for the loyal ones\n- 60 ships sink in a storm\n- his uncle was cos. 177, 163\n- Glaucia trib 103 & 100\n- dictator 82/81 → he retires 79\n- saved by his son (17)\n- quaestor 30, praetor 39, cos 42\n- Titus, 114 (a legend)\n- he marches on Rome 211 to save Capua\n- hid in the bushes w/ 2000\n",
        &expect![[r#"
            8: -0090 (line 7)
            9: -0089 (line 7)
            10: -0090/-0087 (line 5)
            11: -0176 (line 7)
            11: -0162 (line 11)
            12: -0102 (line 7)
            12: -0099 (line 12)
            13: -0081/-0080 (line 7)
            13: -0078 (line 13)
            14: -0090/-0087 (line 5)
            15: -0090/-0087 (line 5)
            16: -0113 (line 7)
            17: -0210 (line 5)
            18: -0090/-0087 (line 5)
        "#]],
    );
}

#[test]
fn what_counts_in_a_row_or_a_column() {
    check_note(
        "n.md",
        "# Japan\n```\nOda    1565         surprises an army\n```\n",
        &expect![[r#"
            3: 1565
        "#]],
    );
    check(&[
        ("1000's of men landed in 1520", &["1520 = 1520"]),
        ("1108 of 1966 delegates were arrested", &[]),
        ("a bile duct op 1953 was botched", &["1953 = 1953"]),
        ("the platform of 1932 - 200 pages", &["1932 = 1932"]),
        ("Acre only 1291 -> now no port was left", &["1291 = 1291"]),
        ("64-5 for peace", &[]),
    ]);
}
