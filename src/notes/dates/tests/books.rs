//! Years of books, films and papers, and days of the course.

use expect_test::expect;

use super::{check, check_none, check_note};

#[test]
fn books_films_and_papers_are_no_history() {
    check_none(&[
        "not as in the film (a 2003 movie)",
        "read Cartledge ch. 3 (2004)",
        "See Overy, Why the Allies Won, chs 2-3 (1995)",
        "Paper 3 revision, printed 03/05/2022",
        "use the 2019 markscheme",
        "Taylor (2009) thinks so",
        "film: *The Code* (2014)",
        "the film (1995) is good",
        "<< [[2023-10-03]] | [[2023-10-05]] >>",
        "Exported from Google Docs 2/11/24",
        "not 1945, as people say",
        "Class of 2025",
        "it came up 2016",
        "2022 Q3 and June 2019 Q4",
        "see sharpeville_1960.png",
        "12 marker 2018",
        "Midterm Oct 12",
        "Last edit: Tue 07-03-2023",
        "Byrd *A Life of Ogden* 2006 p.xii",
        "an army of tens, 10/100/1000/10,000 men",
        "up:: [[1. England 1445-1509]]",
        "Exam Fri May 9",
        "library, due 15 Nov",
    ]);
    check(&[
        ("reparations due 1 May 1921", &["1 May 1921 = 1921-05-01"]),
        (
            "the final battle on 7 May 1954",
            &["7 May 1954 = 1954-05-07"],
        ),
    ]);
}

#[test]
fn a_name_and_a_year_in_brackets_is_a_book_where_all_else_is_long_past() {
    check_note(
        "rome.md",
        "# Rome\n- sacked in 410 AD\n- the Huns pressed (Heather 2005), first published in 2004\n- *The Fall of Rome* (2005)\n",
        &expect![[r#"
            2: 0410
        "#]],
    );
    check_note(
        "usa.md",
        "# Elections\n- Nixon won in 1968\n- a landslide (Reagan 1984)\n",
        &expect![[r#"
            2: 1968
            3: 1984
        "#]],
    );
}

#[test]
fn the_heading_of_a_lecture_dates_nothing() {
    check_note(
        "n.md",
        "# Lec 8 - Bourbon Reforms (Oct 3)\n- new viceroyalty 1776\n- taxes up\n",
        &expect![[r#"
            2: 1776
        "#]],
    );
}

#[test]
fn the_head_of_a_table_dates_no_row() {
    check_note(
        "n.md",
        "# Acts\n\n| | 1848 Act | 1875 Act |\n|---|---|---|\n| compulsory | no | yes |\n",
        &expect![[""]],
    );
}

#[test]
fn days_of_tasks_and_years_of_papers_are_no_history() {
    check_note(
        "n.md",
        "- [x] #todo ✅ 2023-01-17\n- ⏳ 1929 – the crash\n- Trace the growth of trade from 1800 to 1907. [2016, 10 Marks]\n- Lapsansky-Werner, et al. US History. Savvas Learning, 2022.\n- Mr Hale's test = 9 Nov, and Edward came back in 1052 bc he had no army\n",
        &expect![[r#"
            2: 1929
            3: 1800/1907
            5: 1052
        "#]],
    );
}

#[test]
fn years_behind_authors_are_those_of_books_if_nothing_told_is_later() {
    check_note(
        "n.md",
        "War in 1870, ended 1871\n\nHoward 2002 p41. Wawro, *The Franco-Prussian War* (2003). Taylor 1955\nWetzel (2001): a duel\n\nCount Bismarck 1872: on trial\n",
        &expect![[r#"
            1: 1870
            1: 1871
            6: 1872
        "#]],
    );
    check_note(
        "n.md",
        "Suez 1956 (see p. 33), Kyle 1991: folly. Aden, 1967\n",
        &expect![[r#"
            1: 1956
            1: 1967
        "#]],
    );
}

#[test]
fn pages_films_and_word_counts_are_no_history() {
    check_note(
        "n.md",
        "Name: A. Student, 4 May 2021\n\nPage numbers are from Horne (1965). The siege of 1870\nIn the film (Paris Burning, 1966) it rains. BBC documentary 2011.\nWord count: 1450\nOld style, but the year begins on 1 January\n\nsrc: Horne '65\n",
        &expect![[r#"
            3: 1870
        "#]],
    );
}

#[test]
fn films_and_plays_are_later_than_what_they_tell() {
    check_note(
        "n.md",
        "The siege of 1189\n\nthe films get it wrong (Sand and Steel 2005, also The Two Kings 1954)\n\nWatch: Acre (1962 film), The King's House (2017)\n\n\"I know my men\" is from a play (1799)\n\np. 12-19 textbook, Hill \"Red Sands\" 2007.\n\nReadings for Friday: Hill 2003, Guaman (1615)\n\nLit: Hill 2011\n",
        &expect![[r#"
            1: 1189
        "#]],
    );
}

#[test]
fn a_goal_and_a_callouts_name_have_no_date() {
    check_note(
        "n.md",
        "# Dukes\n## 1961\n- the duke swears to go \"before this decade is out\"\n\n> [!tip] NAMES\n> - two dukes fight\n",
        &expect![[r#"
            3: 1961
            6: 1961
        "#]],
    );
}

#[test]
fn historians_under_their_heading_tasks_and_votes_are_no_history() {
    check_note(
        "n.md",
        "# Mines 1853-1877\n- strike 1877\n- 64-5 for a truce\n- Next day 2000 nazis march\n## Interpretations\n- Beasley (1920) nationalism\n\ntodo: Craig ch. 5 by Fri 17 Feb\n\npractice: May 2021 P2\n\nsources: App. BC 1.26\n\nEssay due 21/03, 1500 words\n\nCouncil 300 → 600\n",
        &expect![[r#"
            2: 1877
        "#]],
    );
}

#[test]
fn historians_come_late_whatever_they_write_about() {
    check_note(
        "n.md",
        "# Weimar\n\nThe republic was proclaimed in 1918 and ended in 1933.\n\n## Interpretations\n- A.J. Novak 1940: a house without roof\n- Ilse Brandt, Reasons why the Republic fell (1961): money\n- Orlov 2008 for the strikes\n- in 1923 all was lost\n\nWhig view: Hale (1948)\n\nMany voted for peace (Ali Orhan, 1995, counted them: ch. 4)\n\nsee also [[Germany 1933-39]]\n",
        &expect![[r#"
            3: 1918
            3: 1933
            9: 1923
        "#]],
    );
}

#[test]
fn what_was_made_of_it_later() {
    check_none(&[
        "a series by the BBC (in 1976)",
        "It came up in 2015, also 2011",
        "see pg 94-101 Frost (2000), Massie p.512",
    ]);
    check_note(
        "n.md",
        "# Rome\n- 44 BC: killed\n- a novel written (in 1934) about him\n- wet years 12-25 AD (new research, 2014)\n- Peter (1720) wins\n",
        &expect![[r#"
            2: -0043
            4: 0012/0025
            5: 1720
        "#]],
    );
}

#[test]
fn lines_of_links_and_of_when_a_note_was_begun() {
    check_note(
        "n.md",
        "Tags: #war\n*started 14-09-2022, last edit 3.10.22*\nLinks: [[Unit 7 (1890 - 1945)]]\n\n# War\n- started 24-02-2022, they say\n",
        &expect![[r#"
            6: 2022-02-24
        "#]],
    );
}

#[test]
fn the_dead_in_a_table_are_counted() {
    check_note(
        "n.md",
        "| battle | yr | deaths |\n|---|---|---|\n| at the ford | 1865 | ~1000 |\n| at the bridge | 1866 | 1200 |\n",
        &expect![[r#"
            3: 1865
            4: 1866
        "#]],
    );
}
