//! What only the habits of a note show to be a date: years of two digits, days with a slash, rows that repeat the one above.

use expect_test::expect;

use super::{check, check_none, check_note};

#[test]
fn days_and_months_with_a_slash_need_more_than_a_fraction() {
    check_note(
        "n.md",
        "# 1848\n19/3 barricades in Berlin\n11/4 Laws of the Hungarian diet\n- king gives in: 14/3 in Rome, 5/3 in Heidelberg\n- a minister quits (23/4)\n",
        &expect![[r#"
            2: 1848-03-19 (line 1)
            3: 1848-04-11 (line 1)
            4: 1848-03-14 (line 1)
            4: 1848-03-05 (line 1)
            5: 1848-04-23 (line 1)
        "#]],
    );
    check_note(
        "n.md",
        "# 1848\n2/3 of the deputies are lawyers\n3/4 Germans, 15/20 seats\n- open 24/7, 9/11, votes\n- ratio 15/4/2\n",
        &expect![[""]],
    );
    check_note(
        "n.md",
        "# Greece 1967-74\nCoup 21/4/67\nPolytechnic 11/73, tanks\nscored 11/73, well\n",
        &expect![[r#"
            2: 1967-04-21 (line 1)
            3: 1973-11 (line 2)
        "#]],
    );
}

#[test]
fn days_all_in_digits_may_have_a_range_or_two_digits_of_a_year() {
    check_note(
        "n.md",
        "# Italy 1919-45\n| Matteotti | 10-6-24 | dead |\n| Matteotti | 10-6-44 | a street |\nCongress 7–9.11.1921, and won 6-4-45-2\n\n28.10.22 Facta quits\n3.4.12 Fiume\n",
        &expect![[r#"
            2: 1924-06-10 (line 1)
            3: 1944-06-10 (line 2)
            4: 1921-11-07/1921-11-09
            6: 1922-10-28 (line 4)
        "#]],
    );
}

#[test]
fn old_style_years_that_are_written_double_are_those_we_count() {
    check(&[
        (
            "Elizabeth dies 24 March 1602/3",
            &["24 March 1602/3 = 1603-03-24"],
        ),
        (
            "the act of 10 February 1660/61 failed",
            &["10 February 1660/61 = 1661-02-10"],
        ),
        (
            "a law of 10 November 1660/61",
            &["10 November 1660 = 1660-11-10"],
        ),
    ]);
}

#[test]
fn two_digits_are_years_in_a_note_that_writes_them_so() {
    check_note(
        "n.md",
        "# India 1919-1984\nAct of 2 Aug 35. Tagore went silent in 41\nQuit India 42-44, jails full\n47-8 Kashmir war\n- end of 71: Dacca falls\n\n75: Emergency\nRajya Sabha voted, 26 June\n77: Mar vote\n",
        &expect![[r#"
            2: 1935-08-02 (line 1)
            2: 1941 (line 2)
            3: 1942/1944 (line 2)
            4: 1947/1948 (line 3)
            5: 1971 (line 4)
            7: 1975 (line 5)
            8: 1975-06-26 (line 5)
            9: 1977-03 (line 8)
        "#]],
    );
    check_note(
        "n.md",
        "# India 1919-1984\nTagore went silent in 41\nQuit India 42-44, jails full\n75: Emergency\n",
        &expect![[""]],
    );
    check_note(
        "n.md",
        "# India 1919-1984\nAct of 2 Aug 35\nwon by 42-44, aged 61-64, p 71-74.\nfamine in 43 districts\nin 12 of them\n",
        &expect![[r#"
            2: 1935-08-02 (line 1)
        "#]],
    );
}

#[test]
fn years_are_added_with_a_plus() {
    check_note(
        "n.md",
        "floods 1926 + 27, strikes 1919 + 25, and 1930 + 31 men\n",
        &expect![[r#"
            1: 1926/1927
            1: 1919
            1: 1925
            1: 1930
        "#]],
    );
}

#[test]
fn a_note_before_christ_still_has_days_and_books_after_him() {
    check_note(
        "n.md",
        "all years BC (revised 2.3.2021)\n\n| when | what | p |\n|---|---|---|\n| 431/30 | first raid | [71] |\n| 424 | Delium, 90 ships v 300 | lasted 12 |\n| \" | Brasidas in Thrace | |\n| | Sphacteria taken | |\n\n- found on 3 May 1876. Dies 347\n- Ober 1996: mass and elite. Hansen 1991\n- read ML 52, IG I3 40. tutorial 9 Feb rm 410\n- Plato sails, 388, to Sicily\n- The 300 - March 370 - Elean band\nLeuctra     - 371 - Epaminondas\n",
        &expect![[r#"
            5: -0430/-0429 (line 1)
            6: -0423 (line 5)
            7: -0423 (line 5)
            10: 1876-05-03
            10: -0346 (line 1)
            13: -0387 (line 1)
            14: -0369-03 (line 1)
            15: -0370 (line 14)
        "#]],
    );
}

#[test]
fn lines_of_a_plain_list_begin_with_their_year() {
    check_note(
        "n.md",
        "All dates are BC\n\nFleet always too late\n405 Aegospotami\n404, April - walls down\n403 marries off the exiles\n",
        &expect![[r#"
            4: -0404 (line 1)
            5: -0403-04 (line 4)
            6: -0402 (line 5)
        "#]],
    );
}

#[test]
fn a_tree_hangs_on_its_first_line() {
    check_note(
        "n.md",
        "```\n1793 ─┬─ Jan: king dies\n      ├─ autumn: terror\n      └─ Dec: Toulon\n1794 ─── July: Robespierre falls\n```\n",
        &expect![[r#"
            2: 1793-01 (line 2)
            3: 1793-23 (line 2)
            4: 1793-12 (line 2)
            5: 1794-07 (line 5)
        "#]],
    );
}

#[test]
fn months_head_their_line_in_small_letters_or_shortened() {
    check_note(
        "n.md",
        "# 1917\n- may: Trotsky lands\n- sept: Kornilov. Oct: rising\n### Dec. news\n5th: truce\n",
        &expect![[r#"
            2: 1917-05 (line 1)
            3: 1917-09 (line 1)
            3: 1917-10 (line 1)
            5: 1917-12-05 (line 4)
        "#]],
    );
    check_none(&["- may: be used as a verb, or not", "Mar. Smith spoke"]);
}

#[test]
fn days_take_the_month_of_the_bullet_over_them() {
    check_note(
        "n.md",
        "- Bad week, June 1940\n  - 14: Paris falls\n  - 16-17: Reynaud out\n- Lens, 3-5. Nothing\n- 21st (1933), 22nd, of the amendments\n",
        &expect![[r#"
            1: 1940-06
            2: 1940-06-14 (line 1)
            3: 1940-06-16/1940-06-17 (line 1)
            5: 1933
        "#]],
    );
}

#[test]
fn the_year_goes_on_with_the_items_of_a_list() {
    check_note(
        "n.md",
        "- 4/5/1936 strikes\n- Blum out June 1937\n- Back on 13 March\n- born (in 1972) a museum\n- gone 8 April\n",
        &expect![[r#"
            1: 1936-05-04
            2: 1937-06
            3: 1937-03-13 (line 2)
            4: 1972
            5: 1937-04-08 (line 2)
        "#]],
    );
    check_note(
        "n.md",
        "### 1794-5\n- Danton dies\n- Law of 22 Prairial, 10 June\n",
        &expect![[r#"
            2: 1794/1795
            3: 1794-06-10 (line 1)
        "#]],
    );
}

#[test]
fn a_year_opens_what_its_sentence_or_link_tells() {
    check_note(
        "n.md",
        "Peace was signed on 30 May 1814.\n\nThe Directory (October 1795) was weak. Then the campaign of 1796: on 10 May he won at Lodi.\n",
        &expect![[r#"
            1: 1814-05-30
            3: 1795-10
            3: 1796
            3: 1796-05-10 (line 3)
        "#]],
    );
    check_note(
        "n.md",
        "Treaty on 26 Dec 1805 ⇒ Confederation, 1806 ⇒ Francis gives up, 6 Aug\n",
        &expect![[r#"
            1: 1805-12-26
            1: 1806
            1: 1806-08-06 (line 1)
        "#]],
    );
}

#[test]
fn questions_and_labels_are_not_dated_by_what_stands_above() {
    check_note(
        "n.md",
        "### Nov 1918\nSailors mutiny\nCauses:\n- hunger\n\n**Q2 Who won?**\n- the moderates\n",
        &expect![[r#"
            2: 1918-11
            4: 1918-11
        "#]],
    );
}

#[test]
fn what_happened_after_something_untold_is_not_counted() {
    check_note(
        "n.md",
        "He died on 4 May 1821, six years after they had shipped him off. He sailed in 1815, and two years after he fell ill.\n",
        &expect![[r#"
            1: 1821-05-04
            1: 1815
            1: 1817 (relative)
        "#]],
    );
}

#[test]
fn ranges_of_days_with_a_slash_lend_each_other_month_and_year() {
    check_note(
        "n.md",
        "# Paris 1870-71\n- Commune 18/3–28/5/71, seats 12-10/4\n- Siege 19/9/70, hunger 20-24/12, shells 5/1\n- vote 16/2; a ratio of 13/1\n",
        &expect![[r#"
            2: 1871-03-18/1871-05-28 (line 1)
            3: 1870-09-19 (line 2)
            3: 1870-12-20/1870-12-24 (line 2)
            4: 1871-02-16 (line 2)
        "#]],
    );
}

#[test]
fn two_digits_follow_the_full_years_of_the_note_and_lie_in_no_future() {
    check_note(
        "n.md",
        "# Luther\n18/4/21 Worms\nConfession of Augsburg, 1530\n",
        &expect![[r#"
            2: 1521-04-18 (line 2)
            3: 1530
        "#]],
    );
    check_note(
        "n.md",
        "# Moon\nMr Green, room 3, 12/01/2022\n\n| when | what |\n|---|---|\n| 4 Oct 57 | Sputnik |\n| 12/4/61 | Gagarin |\n| 20/7/69 | landing |\n| 62 | Glenn |\n\nwon by 58-42 and 55-57 went\n",
        &expect![[r#"
            6: 1957-10-04
            7: 1961-04-12 (line 6)
            8: 1969-07-20 (line 7)
            9: 1962 (line 8)
        "#]],
    );
}

#[test]
fn years_of_three_digits_go_on_to_four_or_say_ad() {
    check_note(
        "n.md",
        "- 911: Rollo gets Normandy\n- 987 Capet crowned\n- 996: Robert, 300 monks\n- 1031 Henry\n",
        &expect![[r#"
            1: 0911 (line 1)
            2: 0987 (line 1)
            3: 0996 (line 2)
            4: 1031
        "#]],
    );
    check_note(
        "n.md",
        "- 101: first lecture\n- 102: Greece\n- 103: Rome\n\nSeminar in 1990\n",
        &expect![[r#"
            5: 1990
        "#]],
    );
    check_note(
        "n.md",
        "(all BC)\n- Philip dies 336\n- All Greek cities 335\n",
        &expect![[r#"
            2: -0335 (line 1)
            3: -0334 (line 2)
        "#]],
    );
}

#[test]
fn months_and_days_go_on_where_the_note_lists_them() {
    check_note(
        "n.md",
        "# Suffrage 1903-1928\nM. Green, set 4, 3.2.2020\n\nMud march, 9 Feb 07\nJune 13 Derby\nA march of 3 Aug 13, 40 on 5 Aug 12 men\nOct 47–Nov 48 Alliance talks; in Mar 38 men came\n\n### 1913\n- 3-5/6 vigil, 2-3/4 of them ill\n- 16th St corner\n- 4 June Davison at Epsom; 8th dies; 14th street of mourners\n",
        &expect![[r#"
            4: 1907-02-09 (line 1)
            5: 1907-06-13 (line 1)
            6: 1913-08-03 (line 4)
            6: 1913-08-05 (line 4)
            7: 1947-10/1948-11 (line 6)
            7: 1948-03 (line 6)
            10: 1913-06-03/1913-06-05 (line 9)
            11: 1913
            12: 1913-06-04 (line 9)
            12: 1913-06-08 (line 12)
        "#]],
    );
    check_note(
        "n.md",
        "(all AD)\n- 614 Jerusalem, 619 Egypt, 626 men\n- 627 Nineveh, at 300 Persians\n",
        &expect![[r#"
            2: 0614 (line 1)
            2: 0619 (line 2)
            3: 0627 (line 2)
        "#]],
    );
}

#[test]
fn august_behind_a_given_name_is_no_month() {
    check_note(
        "n.md",
        "- 1813: Ernst August had stayed with them too long. In May he left.\n",
        &expect![[r#"
            1: 1813
            1: 1813-05 (line 1)
        "#]],
    );
}
