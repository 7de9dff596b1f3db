//! What headings and bullets give to the lines below them, and what they do not.

use expect_test::expect;

use super::check_note;

#[test]
fn a_line_that_goes_on_to_a_later_day_began_on_that_of_its_heading() {
    check_note(
        "n.md",
        "# Rising 1848\n## 3 March\n- the mayor flees by boat. Two days later he is caught\n## 9 March\n- two days later: the trial\n",
        &expect![[r#"
            3: 1848-03-03 (line 1)
            3: 1848-03-05 (relative)
            5: 1848-03-11 (relative)
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
