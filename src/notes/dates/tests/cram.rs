//! What hurried students leave out: months and years that stand in the line, row or heading above.

use expect_test::expect;

use super::check_note;

#[test]
fn days_of_a_table_take_month_and_year_from_the_rows_above() {
    check_note(
        "n.md",
        "---\nyear: 1914\n---\n| When | What |\n|--|--|\n| 5-6 July | Wilhelm signs |\n| 7th | Tisza says no |\n| 25.7. | Serbs swallow it |\n| 26th | Grey wants a conference |\n| 31/7 | Jaurès shot |\n",
        &expect![[r#"
            6: 1914-07-05/1914-07-06 (line 2)
            7: 1914-07-07 (line 6)
            8: 1914-07-25 (line 6)
            9: 1914-07-26 (line 8)
            10: 1914-07-31 (line 8)
        "#]],
    );
    check_note(
        "n.md",
        "| year | day | what |\n|--|--|--|\n| 1963 | 16–19 June | Tereshkova; next woman: 1982 |\n|  | 22 Nov | Kennedy shot in Dallas |\n",
        &expect![[r#"
            3: 1963-06-16/1963-06-19 (line 3)
            3: 1982
            4: 1963-11-22 (line 3)
        "#]],
    );
}

#[test]
fn days_alone_go_on_from_the_day_before() {
    check_note(
        "n.md",
        "# London\n### 2 August 1914\n- Cabinet promises\n### 3rd\n- Grey speaks\n",
        &expect![[r#"
            3: 1914-08-02
            5: 1914-08-03 (line 2)
        "#]],
    );
    check_note(
        "n.md",
        "**12 June 1381.** Camp on Blackheath.\n\n**The 14th.** Richard meets them.\n\n**15th, Smithfield.** Tyler rides up.\n",
        &expect![[r#"
            1: 1381-06-12
            3: 1381-06-14 (line 1)
            5: 1381-06-15 (line 1)
        "#]],
    );
    check_note(
        "n.md",
        "## 1917\n### Feb\n23rd - queues for bread\n26th - Nicholas tells the troops to fire\n27 - garrison mutinies\n",
        &expect![[r#"
            3: 1917-02-23 (line 2)
            4: 1917-02-26 (line 3)
            5: 1917-02-27 (line 4)
        "#]],
    );
    check_note(
        "n.md",
        "CRASH thu 24 oct 1929 (12.9m shares) / mon 28 / tue 29 = Black Tuesday\n",
        &expect![[r#"
            1: 1929-10-24
            1: 1929-10-28 (relative)
            1: 1929-10-29 (relative)
        "#]],
    );
}

#[test]
fn days_and_months_in_digits_open_lines() {
    check_note(
        "n.md",
        "## July 1969\n16.07. 13:32 UTC – Saturn V takes off\n20.07. \"Eagle has landed\", alarm 1202 ignored\n",
        &expect![[r#"
            2: 1969-07-16 (line 1)
            3: 1969-07-20 (line 1)
        "#]],
    );
    check_note(
        "n.md",
        "1968\n: Sept – Zond 5 takes tortoises\n: 21-27 Dec – Apollo 8\n",
        &expect![[r#"
            2: 1968-09 (line 1)
            3: 1968-12-21/1968-12-27 (line 1)
        "#]],
    );
}

#[test]
fn years_of_two_digits_stand_behind_months() {
    check_note(
        "n.md",
        "# New Deal\n- elected 8 nov 32; polio aug 1921\n- 15 feb 33 Zangara shoots at him\n- 5 dec 1933 - 21st Amendment\n- RECESSION aug 37 – june 38: FDR cut\n- Sept 1944 V-2s hit London\n",
        &expect![[r#"
            2: 1932-11-08 (line 2)
            2: 1921-08
            3: 1933-02-15 (line 2)
            4: 1933-12-05
            5: 1937-08/1938-06 (line 4)
            6: 1944-09
        "#]],
    );
}

#[test]
fn everything_before_christ_and_every_line_an_entry() {
    check_note(
        "n.md",
        "everything BC unless it says AD\nhis son Cambyses - Egypt 525\nXerxes: 480 Thermopylae\n401 Cyrus killed\n\n321 Perdiccas killed\n316 Olympias executed; 310 he had Roxana poisoned\n334 spring, over the Hellespont\n",
        &expect![[r#"
            1: -0524 (line 1)
            3: -0479 (line 2)
            4: -0400 (line 3)
            6: -0320 (line 4)
            7: -0315 (line 6)
            7: -0309 (line 7)
            8: -0333 (line 7)
        "#]],
    );
}

#[test]
fn the_years_of_a_section_are_those_of_its_first_line() {
    check_note(
        "n.md",
        "# Rebellions\n## Pilgrimage of Grace\n*Oct 1536 - Feb 1537, Lincs then Yorkshire*\n### Causes\n- bad harvests 1535\n### Events\n- 1 Oct: Louth rising\n- Jan: Bigod's rising\n",
        &expect![[r#"
            3: 1536-10/1537-02
            5: 1535
            7: 1536-10-01 (line 3)
            8: 1537-01 (line 3)
        "#]],
    );
    check_note(
        "n.md",
        "**Q2. What were the steps in 1533–34?**\n- 25 Jan: marries Anne in secret\n- 7 September: it's a girl\n- Nov 1534 - Act of Supremacy\n",
        &expect![[r#"
            1: 1533/1534
            2: 1533-01-25 (line 1)
            3: 1533-09-07 (line 1)
            4: 1534-11
        "#]],
    );
}

#[test]
fn a_new_question_leaves_the_year_of_the_list_before() {
    check_note(
        "n.md",
        "1876\n - 28 March no more swords\n\nMeiji 22 (1889)\n - 11 Feb constitution\n\n**Q7** Satsuma Rebellion?\nA: it failed\n",
        &expect![[r#"
            2: 1876-03-28 (line 1)
            4: 1889
            5: 1889-02-11 (line 4)
        "#]],
    );
}

#[test]
fn the_only_date_of_a_paragraph_goes_before_the_telling() {
    check_note(
        "n.md",
        "- Seymour died in 1537\n\nHe backed the marriage to Anne of Cleves (6 Jan 1540) → Henry hated her. Executed 28 July.\n\nfined under 27 Hen. VIII c. 28\n",
        &expect![[r#"
            1: 1537
            3: 1540-01-06
            3: 1540-07-28 (line 3)
        "#]],
    );
}

#[test]
fn stamps_and_sources_of_every_kind_are_no_history() {
    check_note(
        "n.md",
        "Mon 7 Mar 2022 // lecture 9\n\ncreated:: [[2022-09-30 Fri]]\n\nWritten up from the lesson of 4/10/22.\n\n- With ten more years it would have held, says Duffy (1992).\n- not caused by lack of rice (Amartya Sen 1981, ch. 6)\n- Hidden Figures (book + film 2016)\n- src: Badger 1989 p 190; Leuchtenburg 1963.\n- the dust came in 1934\n",
        &expect![[r#"
            11: 1934
        "#]],
    );
}

#[test]
fn diagrams_hold_facts() {
    check_note(
        "n.md",
        "# 1914\n```mermaid\ngraph TD\nA[murder 28 June 1914] --> B[blank cheque 5 July 1914]\n```\n```mermaid\ntimeline\n    title Dead\n    24 October 1960 : Nedelin : R-16 blows up\n```\n",
        &expect![[r#"
            4: 1914-06-28
            4: 1914-07-05
            9: 1960-10-24
        "#]],
    );
}

#[test]
fn what_led_to_a_day_did_not_happen_on_it() {
    check_note(
        "n.md",
        "## Sack of Rome\n6 May 1527\n- the army goes wild\n- Causes:\n\t- soldiers not paid\n- Results:\n\t- artists leave Rome\n",
        &expect![[r#"
            3: 1527-05-06
        "#]],
    );
    check_note(
        "n.md",
        "[[1450-1750]]  \nthey opened up their land\neconomy:\n\n- expansion required revenue\n",
        &expect![[r#"
            1: 1450/1750
        "#]],
    );
    check_note(
        "n.md",
        "# Wall 1989\n7 Oct 40th birthday. He sacked 100s of officers. 2000 die of dysentery\n- essay for 20/11/2023, 1500 words\n",
        &expect![[r#"
            2: 1989-10-07 (line 1)
        "#]],
    );
}

#[test]
fn headings_of_weekdays_take_the_month_of_the_one_before() {
    check_note(
        "n.md",
        "# Rising 1916\n#### Mon 24 April\nPost office taken\n#### Wed 26th\nShells hit the hall\n#### Thurs 27\nHe is wounded\n#### Mon 1 May\nAll is quiet\n",
        &expect![[r#"
            3: 1916-04-24 (line 1)
            5: 1916-04-26 (line 2)
            7: 1916-04-27 (line 4)
            9: 1916-05-01 (line 1)
        "#]],
    );
}

#[test]
fn a_date_is_the_term_of_a_definition_list() {
    check_note(
        "n.md",
        "# France\n\n1789\n: the Bastille falls\n: rights of man\n\n1792-93\n: the king is tried\n: he dies in Jan 1793\n\n## Words\nestate\n: an order\n",
        &expect![[r#"
            4: 1789
            5: 1789
            8: 1792/1793
            9: 1793-01
        "#]],
    );
}
